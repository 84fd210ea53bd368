//! The certificate's files: PEM, as certificate authorities and their tools write it.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use jiff::Timestamp;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use x509_parser::extensions::GeneralName;
use x509_parser::parse_x509_certificate;

use super::TlsError;
use crate::model::certificate::CertificateState;

/// The most bytes of a file with certificates or a key.
pub(crate) const PEM_SIZE_MAX: u64 = 1024 * 1024;

/// Where a certificate, with those that lead to its root behind it, and its key are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TlsFiles {
    /// The certificates.
    pub(crate) certificate: PathBuf,
    /// The key of the first of them.
    pub(crate) key: PathBuf,
}

/// What tells one state of a file from another without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp {
    modified_at: Option<SystemTime>,
    size: u64,
    /// Other rights, and another file under the same name, are a change too.
    inode: Option<(u64, i64, i64)>,
}

impl TlsFiles {
    /// What both files look like from outside; `None` for one that cannot be looked at.
    pub(super) fn stamps(&self) -> [Option<Stamp>; 2] {
        [&self.certificate, &self.key].map(|file| fs::metadata(file).ok().as_ref().map(stamp))
    }

    /// Reads both files.
    ///
    /// # Errors
    /// [`TlsError`] if they cannot be read, are not what they should be, or do not fit each other.
    pub(crate) fn read(&self) -> Result<(ServerConfig, CertificateState), TlsError> {
        let written = read(&self.certificate, |_| Ok(()))?;
        let wrong = |detail: String| TlsError::NoCertificate { file: self.certificate.clone(), detail };
        let chain: Result<Vec<CertificateDer<'static>>, _> =
            CertificateDer::pem_slice_iter(&written).collect();
        let chain = chain.map_err(|error| wrong(error.to_string()))?;
        let first = chain.first().ok_or_else(|| wrong("no BEGIN CERTIFICATE".to_owned()))?;
        let state = state(first).ok_or_else(|| wrong("not an X.509 certificate".to_owned()))?;
        let written = read(&self.key, |about| {
            is_private(about).then_some(()).ok_or_else(|| TlsError::KeyOpen(self.key.clone()))
        })?;
        let key = PrivateKeyDer::from_pem_slice(&written).map_err(|_| TlsError::NoKey(self.key.clone()))?;
        let unfit = |error: rustls::Error| TlsError::Unfit {
            certificate: self.certificate.clone(),
            key: self.key.clone(),
            detail: error.to_string(),
        };
        let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().map_err(unfit)?;
        let mut config = builder.with_no_client_auth().with_single_cert(chain, key).map_err(unfit)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok((config, state))
    }
}

fn read(file: &Path, judge: impl Fn(&Metadata) -> Result<(), TlsError>) -> Result<Vec<u8>, TlsError> {
    let unreadable =
        |error: io::Error| TlsError::Unreadable { file: file.to_owned(), detail: error.to_string() };
    let opened = File::open(file).map_err(unreadable)?;
    judge(&opened.metadata().map_err(unreadable)?)?;
    let mut bytes = Vec::new();
    opened.take(PEM_SIZE_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > PEM_SIZE_MAX {
        return Err(unreadable(io::ErrorKind::FileTooLarge.into()));
    }
    Ok(bytes)
}

/// Whether nobody but the owner and the group can read it.
#[cfg(unix)]
fn is_private(about: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    about.permissions().mode() & 0o007 == 0
}

/// Windows has no such rights.
#[cfg(not(unix))]
fn is_private(_: &Metadata) -> bool {
    true
}

fn stamp(about: &Metadata) -> Stamp {
    Stamp { modified_at: about.modified().ok(), size: about.len(), inode: inode(about) }
}

#[cfg(unix)]
fn inode(about: &Metadata) -> Option<(u64, i64, i64)> {
    use std::os::unix::fs::MetadataExt;
    Some((about.ino(), about.ctime(), about.ctime_nsec()))
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> Option<(u64, i64, i64)> {
    None
}

fn state(certificate: &CertificateDer<'_>) -> Option<CertificateState> {
    let (_, certificate) = parse_x509_certificate(certificate).ok()?;
    let time = |at: i64| Timestamp::from_second(at).ok();
    let (begins_at, ends_at) =
        (certificate.validity().not_before.timestamp(), certificate.validity().not_after.timestamp());
    let names = certificate.subject_alternative_name().ok().flatten();
    let names = names.map(|names| names.value.general_names.iter().filter_map(name).collect());
    Some(CertificateState {
        names: names.unwrap_or_default(),
        begins_at: time(begins_at)?,
        // Some never end, by a year that no clock of ours reaches.
        ends_at: time(ends_at).unwrap_or(Timestamp::MAX),
    })
}

fn name(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress(bytes) => {
            let v4 = <[u8; 4]>::try_from(*bytes).map(|bytes| std::net::Ipv4Addr::from(bytes).to_string());
            let v6 = || <[u8; 16]>::try_from(*bytes).map(|bytes| std::net::Ipv6Addr::from(bytes).to_string());
            v4.or_else(|_| v6()).ok()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P384_SHA384, PKCS_ED25519, SignatureAlgorithm};

    use super::{TlsError, TlsFiles};

    fn write(folder: &Path, certificate: &str, key: &str) -> TlsFiles {
        let files = TlsFiles { certificate: folder.join("certificate.pem"), key: folder.join("key.pem") };
        fs::write(&files.certificate, certificate).unwrap();
        let _ = fs::remove_file(&files.key);
        fs::write(&files.key, key).unwrap();
        set_mode(&files.key, 0o600);
        files
    }

    #[cfg(unix)]
    fn set_mode(file: &Path, mode: u32) {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[cfg(not(unix))]
    fn set_mode(_: &Path, _: u32) {}

    fn made(names: &[&str], algorithm: &'static SignatureAlgorithm) -> (String, String) {
        let key = KeyPair::generate_for(algorithm).unwrap();
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let certificate = CertificateParams::new(names).unwrap().self_signed(&key).unwrap();
        (certificate.pem(), key.serialize_pem())
    }

    #[test]
    fn certificates_with_keys_of_each_kind_are_read() {
        let folder = tempfile::tempdir().unwrap();
        for algorithm in [&rcgen::PKCS_ECDSA_P256_SHA256, &PKCS_ECDSA_P384_SHA384, &PKCS_ED25519] {
            let (certificate, key) = made(&["updates.example.com", "192.0.2.1", "2001:db8::1"], algorithm);
            let (_, state) = write(folder.path(), &certificate, &key).read().unwrap();
            assert_eq!(state.names, ["updates.example.com", "192.0.2.1", "2001:db8::1"]);
            assert!(state.begins_at < state.ends_at);
        }
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let (certificate, key) = made(&["a.example"], &rcgen::PKCS_ECDSA_P256_SHA256);
        let (_, other_key) = made(&["a.example"], &rcgen::PKCS_ECDSA_P256_SHA256);
        let check = |certificate: &str, key: &str, parts: &[&str]| {
            let error = write(folder.path(), certificate, key).read().expect_err("it was read").to_string();
            for part in parts {
                assert!(error.contains(part), "{part} is missing in: {error}");
            }
        };
        check("", &key, &["certificate.pem", "BEGIN CERTIFICATE"]);
        check(&key, &key, &["certificate.pem", "BEGIN CERTIFICATE"]);
        check(
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            &key,
            &["certificate.pem", "X.509"],
        );
        check(&certificate, "", &["key.pem"]);
        check(&certificate, &certificate, &["key.pem"]);
        let encrypted = key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
        check(&certificate, &encrypted, &["key.pem", "password"]);
        check(&certificate, &other_key, &["certificate.pem", "key.pem"]);
        check(&certificate, &"x".repeat(2 * 1024 * 1024), &["key.pem"]);
    }

    #[test]
    #[cfg(unix)]
    fn a_key_that_others_can_read_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        let (certificate, key) = made(&["a.example"], &rcgen::PKCS_ECDSA_P256_SHA256);
        let files = write(folder.path(), &certificate, &key);
        for (mode, is_read) in [(0o600, true), (0o640, true), (0o400, true), (0o644, false), (0o602, false)] {
            set_mode(&files.key, mode);
            let read = files.read();
            assert_eq!(read.is_ok(), is_read, "{mode:o}");
            assert!(is_read || matches!(read, Err(TlsError::KeyOpen(_))), "{mode:o}");
        }
    }
}

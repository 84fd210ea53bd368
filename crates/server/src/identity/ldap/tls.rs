//! What is trusted at the other end of an encrypted connection to a directory.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

/// The most bytes of a file with authorities; the system's own have about a quarter of a million.
const AUTHORITIES_SIZE_MAX: u64 = 1024 * 1024;

/// Prepares to verify the directory's certificate and name: by the certificates in a PEM file, or by what the system trusts.
///
/// # Errors
/// If the file cannot be read or holds no certificate, or the system trusts nobody: what is wrong.
pub(super) fn configuration(authorities: Option<&Path>) -> Result<Arc<ClientConfig>, String> {
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(|error| error.to_string())?;
    let builder = match authorities {
        Some(file) => builder.with_root_certificates(
            roots(file).map_err(|detail| format!("certificate_authorities, {}: {detail}", file.display()))?,
        ),
        None => builder.with_platform_verifier().map_err(|error| error.to_string())?,
    };
    Ok(Arc::new(builder.with_no_client_auth()))
}

fn roots(file: &Path) -> Result<RootCertStore, String> {
    let mut pem = Vec::new();
    let opened = File::open(file).map_err(|error| error.to_string())?;
    opened.take(AUTHORITIES_SIZE_MAX).read_to_end(&mut pem).map_err(|error| error.to_string())?;
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&pem) {
        let certificate = certificate.map_err(|error| error.to_string())?;
        roots.add(certificate).map_err(|error| error.to_string())?;
    }
    if roots.is_empty() { Err("no certificate is in it".to_owned()) } else { Ok(roots) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::configuration;

    #[test]
    fn a_file_of_authorities_holds_certificates_or_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("authorities.pem");
        let check = |content: &str, part: Option<&str>| {
            fs::write(&file, content).unwrap();
            let said = configuration(Some(&file)).err();
            match part {
                Some(part) => {
                    let said = said.expect(content);
                    assert!(said.contains(part) && said.contains("authorities.pem"), "{said}");
                }
                None => assert_eq!(said, None),
            }
        };
        let good = rcgen::generate_simple_self_signed(["a.example".to_owned()]).unwrap().cert.pem();
        check(&good, None);
        check(&format!("{good}{good}"), None);
        check("", Some("no certificate"));
        check(
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            Some("certificate_authorities"),
        );
        assert!(configuration(Some(&folder.path().join("none"))).unwrap_err().contains("none"));
    }
}

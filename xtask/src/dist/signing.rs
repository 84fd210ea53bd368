//! Signing what people get (Authenticode), by osslsigncode on Linux.
//!
//! Whoever signs names a certificate and its key; nothing of them is kept, and no password stands on a command line. After signing the
//! file is verified against the authorities that are trusted, so that a release that Windows would refuse never leaves here.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::process;

/// How long signing one file may take, with an answer of a timestamp server.
const SIGN_TIME_MAX: Duration = Duration::from_secs(300);

/// Where Debian keeps the authorities that it trusts.
const AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";

/// How what belongs to the generator begins, and what signatures call it and all else.
const OF_GENERATOR: [&str; 2] = ["OXUpdateXMLGenerator", "oxcatalog"];
const GENERATOR: &str = "OX Update XML Generator";
const UPDATER: &str = "OX Updater";

/// How the address of a thing on a token begins (RFC 7512).
const ON_TOKEN: &str = "pkcs11:";

/// With what is signed. Each can also stand in the environment.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Signing {
    /// The certificate with those that lead to its authority (PEM), certificate and key in one file (PKCS#12: .p12, .pfx), or where it is on
    /// a token (pkcs11:…).
    #[arg(long, required = false, env = "OXUPDATER_SIGNING_CERTIFICATE")]
    pub(crate) certificate: PathBuf,
    /// The certificate's key (PEM), or where it is on a token (pkcs11:…); not for PKCS#12.
    #[arg(long, requires = "certificate", env = "OXUPDATER_SIGNING_KEY")]
    pub(crate) key: Option<PathBuf>,
    /// The library that speaks with the token (PKCS#11), for a key that never leaves one.
    #[arg(long, requires = "key", env = "OXUPDATER_SIGNING_PKCS11_MODULE")]
    pub(crate) pkcs11_module: Option<PathBuf>,
    /// A file with the password of the key, or the number (PIN) of the token.
    #[arg(long, requires = "certificate", env = "OXUPDATER_SIGNING_PASSWORD_FILE")]
    pub(crate) password_file: Option<PathBuf>,
    /// The timestamp server (RFC 3161), so that signatures outlive the certificate. Without it none is asked.
    #[arg(long, requires = "certificate", env = "OXUPDATER_SIGNING_TIMESTAMP_URL")]
    pub(crate) timestamp_url: Option<String>,
    /// The authorities (PEM) that the signature is verified against, if not those of this machine.
    #[arg(long, requires = "certificate", env = "OXUPDATER_SIGNING_AUTHORITIES")]
    pub(crate) authorities: Option<PathBuf>,
}

impl Signing {
    /// Signs a program or an MSI file in place, and verifies it.
    pub(crate) fn sign(&self, path: &Path) -> Result<()> {
        let signed = path.with_extension("signed");
        let mut sign = Command::new("osslsigncode");
        sign.args(["sign", "-h", "sha256", "-n", description(path)]).args(self.keys());
        if let Some(file) = &self.password_file {
            sign.arg("-readpass").arg(file);
        }
        if let Some(url) = &self.timestamp_url {
            sign.args(["-ts", url]);
        }
        sign.arg("-in").arg(path).arg("-out").arg(&signed);
        process::run_quietly(&mut sign, SIGN_TIME_MAX)
            .with_context(|| format!("{} could not be signed", path.display()))?;
        fs::rename(&signed, path).with_context(|| format!("{} could not be replaced", path.display()))?;
        self.verify(path)
    }

    /// Which certificate and key are taken, as osslsigncode reads it.
    fn keys(&self) -> Vec<&OsStr> {
        let mut words: Vec<&OsStr> = Vec::new();
        if let Some(module) = &self.pkcs11_module {
            words.extend([OsStr::new("-pkcs11module"), module.as_os_str()]);
        }
        let certificate = self.certificate.as_os_str();
        let is_on_token = certificate.to_string_lossy().starts_with(ON_TOKEN);
        match &self.key {
            Some(key) => {
                let option = if is_on_token { "-pkcs11cert" } else { "-certs" };
                words.extend([OsStr::new(option), certificate, OsStr::new("-key"), key.as_os_str()]);
            }
            None => words.extend([OsStr::new("-pkcs12"), certificate]),
        }
        words
    }

    /// Verifies the signature of a file.
    pub(crate) fn verify(&self, path: &Path) -> Result<()> {
        let authorities = self.authorities.as_deref().unwrap_or_else(|| Path::new(AUTHORITIES));
        let mut verify = Command::new("osslsigncode");
        verify.arg("verify").arg("-CAfile").arg(authorities);
        if self.timestamp_url.is_some() {
            verify.arg("-TSA-CAfile").arg(authorities);
        }
        let said = process::run_quietly(verify.arg("-in").arg(path), SIGN_TIME_MAX)
            .with_context(|| format!("the signature of {} is not valid", path.display()))?;
        // It ends well on a file that has no signature in some versions; this line never lies.
        ensure!(said.contains("Succeeded"), "the signature of {} is not valid:\n{said}", path.display());
        Ok(())
    }
}

/// What the signature of a file calls it, by the file's name.
fn description(path: &Path) -> &'static str {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if OF_GENERATOR.iter().any(|beginning| name.starts_with(beginning)) { GENERATOR } else { UPDATER }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use super::super::installer::{self, Kind};
    use super::{Signing, description};
    use crate::process;

    /// A certificate of its own authority, made on the spot.
    fn signing(folder: &Path) -> Signing {
        let [certificate, key] = ["certificate.pem", "key.pem"].map(|name| folder.join(name));
        let mut openssl = Command::new("openssl");
        openssl.args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-sha256", "-days", "2"]);
        openssl.args(["-subj", "/CN=OX Updater test", "-addext", "extendedKeyUsage=codeSigning"]);
        openssl.arg("-keyout").arg(&key).arg("-out").arg(&certificate);
        process::run_quietly(&mut openssl, process::TOOL_TIME_MAX).unwrap();
        let authorities = Some(certificate.clone());
        Signing {
            certificate,
            key: Some(key),
            pkcs11_module: None,
            password_file: None,
            timestamp_url: None,
            authorities,
        }
    }

    /// A program of our own for Windows, as small as they come.
    fn program(folder: &Path) -> PathBuf {
        let [source, program] = ["program.c", "program.exe"].map(|name| folder.join(name));
        fs::write(&source, "int main(void) { return 0; }").unwrap();
        let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
        process::run_quietly(compiler.arg("-s").arg("-o").arg(&program).arg(&source), process::TOOL_TIME_MAX)
            .unwrap();
        program
    }

    /// An installer of ours, made of programs that are none.
    fn package(folder: &Path) -> PathBuf {
        for name in Kind::Generator.programs() {
            fs::write(folder.join(name), name).unwrap();
        }
        installer::make(Kind::Generator, "1.0.0", folder).unwrap()
    }

    #[test]
    fn what_is_signed_is_valid_until_a_byte_is_altered() {
        let folder = tempfile::tempdir().unwrap();
        let signing = signing(folder.path());
        for path in [program(folder.path()), package(folder.path())] {
            let unsigned = fs::read(&path).unwrap();
            assert!(signing.verify(&path).is_err(), "{}: it is not signed yet", path.display());
            signing.sign(&path).unwrap();
            let mut bytes = fs::read(&path).unwrap();
            let at =
                bytes.windows(4).rposition(|four| [*b"XMLG", *b".tex"].contains(four.try_into().unwrap()));
            let at = at.expect("the program has a section and the package a name");
            assert!(unsigned.len() < bytes.len() && at < unsigned.len(), "{}", path.display());
            bytes[at + 1] ^= 1;
            fs::write(&path, bytes).unwrap();
            assert!(signing.verify(&path).is_err(), "{}: it was altered", path.display());
        }
    }

    #[test]
    fn keys_are_taken_from_files_and_from_tokens() {
        let check = |certificate: &str, key: Option<&str>, module: Option<&str>, expected: &[&str]| {
            let signing = Signing {
                certificate: PathBuf::from(certificate),
                key: key.map(PathBuf::from),
                pkcs11_module: module.map(PathBuf::from),
                password_file: None,
                timestamp_url: None,
                authorities: None,
            };
            assert_eq!(signing.keys(), expected, "{certificate}");
        };
        check("c.p12", None, None, &["-pkcs12", "c.p12"]);
        check("c.pem", Some("k.pem"), None, &["-certs", "c.pem", "-key", "k.pem"]);
        let (module, key) = ("/usr/lib/token.so", "pkcs11:object=key;type=private");
        let on_token = ["-pkcs11module", module, "-certs", "c.pem", "-key", key];
        check("c.pem", Some(key), Some(module), &on_token);
        let certificate = "pkcs11:object=key;type=cert";
        let all_on_token = ["-pkcs11module", module, "-pkcs11cert", certificate, "-key", key];
        check(certificate, Some(key), Some(module), &all_on_token);
    }

    #[test]
    fn a_signature_names_the_program_that_it_is_of() {
        let check = |name: &str, expected: &str| assert_eq!(description(Path::new(name)), expected, "{name}");
        check("/dist/OXUpdater.exe", "OX Updater");
        check("/dist/oxupdate.exe", "OX Updater");
        check("/dist/OXUpdater-0.1.0-user.msi", "OX Updater");
        check("/dist/oxcatalog.exe", "OX Update XML Generator");
        check("/dist/OXUpdateXMLGenerator-0.1.0.msi", "OX Update XML Generator");
    }

    #[test]
    fn a_signature_of_somebody_else_is_not_valid() {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [ours, other] = folders.each_ref().map(|folder| signing(folder.path()));
        let program = program(folders[0].path());
        ours.sign(&program).unwrap();
        assert!(other.verify(&program).is_err());
    }
}

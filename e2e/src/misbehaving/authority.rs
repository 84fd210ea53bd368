//! An authority of the tests' own, which the client is told to trust.

use std::path::PathBuf;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use tempfile::TempDir;

/// Vouches for servers.
pub struct Authority {
    folder: TempDir,
    issuer: CertifiedIssuer<'static, KeyPair>,
}

impl Authority {
    /// A new authority.
    ///
    /// # Panics
    /// If no key can be made or written.
    #[must_use]
    pub fn new() -> Self {
        let make = || {
            let mut params = CertificateParams::new(Vec::new())?;
            params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
            CertifiedIssuer::self_signed(params, KeyPair::generate()?)
        };
        let issuer = make().unwrap_or_else(|error| panic!("no authority: {error}"));
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder: {error}"));
        let authority = Self { folder, issuer };
        let written = std::fs::write(authority.file(), authority.issuer.pem());
        written.unwrap_or_else(|error| panic!("no certificate: {error}"));
        authority
    }

    /// The file with its certificate.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// What a server needs to be a host.
    pub(super) fn vouch_for(&self, host: &str) -> Arc<ServerConfig> {
        let make = || -> Result<ServerConfig, Box<dyn std::error::Error>> {
            let key = KeyPair::generate()?;
            let certificate = CertificateParams::new(vec![host.to_owned()])?.signed_by(&key, &self.issuer)?;
            let key = PrivateKeyDer::try_from(key.serialize_der())?;
            let provider = Arc::new(rustls::crypto::ring::default_provider());
            Ok(ServerConfig::builder_with_provider(provider)
                .with_safe_default_protocol_versions()?
                .with_no_client_auth()
                .with_single_cert(vec![certificate.der().clone()], key)?)
        };
        Arc::new(make().unwrap_or_else(|error| panic!("no certificate for {host}: {error}")))
    }
}

impl Default for Authority {
    fn default() -> Self {
        Self::new()
    }
}

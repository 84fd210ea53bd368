//! Encryption: whom the client trusts, and that it says nothing to others.

use std::io::{BufReader, Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use client::server::{Server, ServerError};
use client::web::{ProxyChoice, Trust, Web, WebError};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use tempfile::TempDir;

use crate::pc::{BASIC, server_trusting, update_xml};
use crate::web::{Answer, Asked};

/// An authority, and a server that it vouches for.
struct Secure {
    folder: TempDir,
    address: String,
    /// What the one request was; `None` if the client went away before it.
    served: JoinHandle<Option<Asked>>,
}

/// Starts a server for one connection, whose certificate is for a name.
fn secure(name: &str) -> Secure {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    let certificate = params.signed_by(&key, &authority).unwrap();
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("ca.pem"), authority.pem()).unwrap();

    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let served = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let connection = ServerConnection::new(Arc::new(config)).unwrap();
        let mut stream = BufReader::new(StreamOwned::new(connection, stream));
        let asked = Asked::read(&mut stream)?;
        let stream = stream.get_mut();
        stream.write_all(&Answer::ok(update_xml(&[])).bytes()).unwrap();
        stream.conn.send_close_notify();
        stream.flush().unwrap();
        Some(asked)
    });
    Secure { folder, address: format!("https://localhost:{port}"), served }
}

impl Secure {
    fn authority(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }
}

#[test]
fn a_server_that_the_named_authority_vouches_for_is_trusted() {
    let secure = secure("localhost");
    let server = server_trusting(&secure.address, &Trust::CaFile(secure.authority()));
    server.catalog(None).unwrap();
    let asked = secure.served.join().unwrap().unwrap();
    assert_eq!(asked.header("authorization"), Some(BASIC));
}

#[test]
fn nothing_is_said_to_a_server_that_nobody_vouches_for() {
    let check = |what: &str, secure: Secure, trust: Trust| {
        let error = server_trusting(&secure.address, &trust).catalog(None).unwrap_err();
        assert!(matches!(error, ServerError::Certificate { .. }), "{what}: {error:?}");
        assert!(secure.served.join().unwrap().is_none(), "{what}");
    };
    let stranger = secure("localhost");
    let (unknown, misnamed) = (secure("localhost"), secure("other.example"));
    let authority = Trust::CaFile(stranger.authority());
    check("another authority", unknown, authority);
    let authority = Trust::CaFile(misnamed.authority());
    check("another name", misnamed, authority);
    drop(std::net::TcpStream::connect(stranger.address.trim_start_matches("https://")));
}

#[test]
fn a_server_that_does_not_encrypt_is_told_from_one_that_is_not_there() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://{}", listener.local_addr().unwrap());
    let plain = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut said = [0; 4096];
        let size = stream.read(&mut said).unwrap();
        stream.write_all(&Answer::status(400).bytes()).unwrap();
        said[..size].to_vec()
    });
    let error = server_trusting(&address, &Trust::System).catalog(None).unwrap_err();
    assert!(matches!(error, ServerError::NotEncrypted { .. }), "{error:?}");
    let said = plain.join().unwrap();
    assert!(!String::from_utf8_lossy(&said).contains(BASIC), "it was told the password");
}

// Wine's own list of authorities once accepted a stranger; who Windows trusts is Windows' to say.
#[cfg(not(windows))]
#[test]
fn the_systems_authorities_do_not_vouch_for_a_stranger() {
    let secure = secure("localhost");
    let error = server_trusting(&secure.address, &Trust::System).catalog(None).unwrap_err();
    assert!(matches!(error, ServerError::Certificate { .. }), "{error:?}");
    assert!(secure.served.join().unwrap().is_none());
}

#[test]
fn a_file_without_certificates_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("ca.pem");
    let trust = Trust::CaFile(path.clone());
    let failure = || Web::new(&ProxyChoice::None, &trust).unwrap_err();
    assert!(matches!(failure(), WebError::CaFile { .. }));
    std::fs::write(&path, "no certificate").unwrap();
    assert!(matches!(failure(), WebError::CaFileEmpty { .. }));
    let proxy = Web::new(&ProxyChoice::At("http://".to_owned()), &Trust::System);
    assert!(matches!(proxy.unwrap_err(), WebError::Proxy { .. }));
}

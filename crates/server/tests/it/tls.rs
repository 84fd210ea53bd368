//! TLS in the server itself: real handshakes, certificates that change, and connections that never begin.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

use nix::sys::signal::Signal;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::http::{Answer, UPDATE_XML, get};
use crate::place::{PASSWORD, Place, Running, until};

/// An authority that the clients of a story trust.
struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// A certificate for a name, and its key.
    fn issue(&self, name: &str) -> (String, String) {
        let key = KeyPair::generate().unwrap();
        let certificate =
            CertificateParams::new([name.to_owned()]).unwrap().signed_by(&key, &self.0).unwrap();
        (certificate.pem(), key.serialize_pem())
    }

    /// Puts a certificate for a name in place.
    fn install(&self, place: &Place, name: &str) -> (String, String) {
        let (certificate, key) = self.issue(name);
        (place.write("certificate.pem", certificate), write_key(place, &key))
    }

    /// What a client says to a server of this name, over TLS.
    fn connect(&self, server: &Running, name: &str) -> Result<Encrypted, std::io::Error> {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from(self.0.der().to_vec())).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let config = config.with_safe_default_protocol_versions().unwrap();
        let mut config = config.with_root_certificates(roots).with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let client = ClientConnection::new(Arc::new(config), name).unwrap();
        let mut stream = StreamOwned::new(client, TcpStream::connect(&server.address)?);
        while stream.conn.is_handshaking() {
            stream.conn.complete_io(&mut stream.sock)?;
        }
        Ok(stream)
    }
}

type Encrypted = StreamOwned<ClientConnection, TcpStream>;

fn write_key(place: &Place, key: &str) -> String {
    let path = place.write("key.pem", "");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    place.write("key.pem", key)
}

fn serve(place: &Place, files: &(String, String)) -> Running {
    place.serve_with(&[("OXUPDATED_TLS_CERTIFICATE", &files.0), ("OXUPDATED_TLS_KEY", &files.1)])
}

/// Asks on a connection that stays open.
fn ask(stream: &mut Encrypted, server: &Running) -> String {
    let request = format!("GET {UPDATE_XML} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let mut byte = [0];
    while !answer.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        answer.push(byte[0]);
    }
    let head = String::from_utf8(answer).unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    let mut body = vec![0; length.parse().unwrap()];
    stream.read_exact(&mut body).unwrap();
    head
}

#[test]
fn the_server_encrypts_by_itself() {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &[]);
    let authority = Authority::new();
    let server = serve(&place, &authority.install(&place, "localhost"));
    let stream = authority.connect(&server, "localhost").unwrap();
    assert_eq!(stream.conn.alpn_protocol(), Some(&b"http/1.1"[..]));
    let answer = Answer::read(get(UPDATE_XML).user("anna").write_over(stream, &server));
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("strict-transport-security"), "max-age=2592000");
    let expected = format!("https://{}/", server.address);
    assert!(answer.products()[0].url.starts_with(&expected), "{}", answer.text());
    assert!(
        authority.connect(&server, "updates.example.com").is_err(),
        "the certificate is for another name"
    );
    assert!(Authority::new().connect(&server, "localhost").is_err(), "a stranger has issued it");
    server.stop();
}

#[test]
fn who_speaks_plain_http_is_told_so() {
    let place = Place::new();
    place.add_user("anna");
    let authority = Authority::new();
    let server = serve(&place, &authority.install(&place, "localhost"));
    let answer = get(UPDATE_XML).basic(format!("anna:{PASSWORD}").as_bytes()).send(&server);
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains("https://"), "{}", answer.text());
    assert_eq!(answer.header("strict-transport-security"), "", "a word that came unencrypted binds nobody");
}

#[test]
fn a_new_certificate_is_taken_and_a_broken_one_is_not() {
    let place = Place::new();
    let authority = Authority::new();
    let server = serve(&place, &authority.install(&place, "old.example"));
    let mut open = authority.connect(&server, "old.example").unwrap();
    assert!(ask(&mut open, &server).starts_with("HTTP/1.1 401 "));

    authority.install(&place, "new.example");
    server.signal(Signal::SIGHUP);
    until("the new certificate is shown", || authority.connect(&server, "new.example").is_ok());
    assert!(authority.connect(&server, "old.example").is_err());
    assert!(ask(&mut open, &server).starts_with("HTTP/1.1 401 "), "an open connection goes on");

    let certificate = place.write("certificate.pem", "nonsense");
    server.signal(Signal::SIGHUP);
    until("the log says why", || server.log().contains("the new certificate cannot be used"));
    assert!(server.log().contains(&certificate), "{}", server.log());
    assert!(authority.connect(&server, "new.example").is_ok(), "the one before stays in use");

    authority.install(&place, "newer.example");
    server.signal(Signal::SIGHUP);
    until("the mended certificate is shown", || authority.connect(&server, "newer.example").is_ok());
    server.stop();
}

#[test]
fn a_server_without_tls_is_not_ended_by_a_reload() {
    let place = Place::of(&["anna"]);
    let server = place.serve();
    server.signal(Signal::SIGHUP);
    until("it is heard", || server.log().contains("SIGHUP"));
    assert_eq!(get(UPDATE_XML).user("anna").send(&server).status, 200);
    server.stop();
}

#[test]
fn what_cannot_be_used_stops_the_start() {
    let place = Place::new();
    let authority = Authority::new();
    let (certificate, key) = authority.install(&place, "localhost");
    let check = |certificate: &str, key: &str, part: &str| {
        let variables = [("OXUPDATED_TLS_CERTIFICATE", certificate), ("OXUPDATED_TLS_KEY", key)];
        let said = place.run_with(&["serve", "--listen", "127.0.0.1:0"], &variables, "");
        assert_eq!(said.code, 3, "{said:?}");
        assert!(said.error.contains(part), "{part} is missing in: {said:?}");
    };
    check("/no/such.pem", &key, "/no/such.pem cannot be read");
    check(&certificate, "", "tls_key");
    write_key(&place, "nonsense");
    check(&certificate, &key, "holds no key");
    let (_, other) = authority.issue("localhost");
    write_key(&place, &other);
    check(&certificate, &key, "cannot be used with the certificate");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    check(&certificate, &key, "can be read by everyone");
}

#[test]
fn with_tls_a_server_may_listen_for_others() {
    let place = Place::new();
    let authority = Authority::new();
    let (certificate, key) = authority.install(&place, "localhost");
    let refused = place.run(&["serve", "--listen", "0.0.0.0:0"]);
    assert!(refused.error.contains("tls_certificate"), "{refused:?}");
    let variables = [("OXUPDATED_TLS_CERTIFICATE", &*certificate), ("OXUPDATED_TLS_KEY", &key)];
    let server = place.serve_at("0.0.0.0:0", &variables);
    let stream = authority.connect(&server, "localhost").unwrap();
    let foreign = get(UPDATE_XML).header("Host", "evil.example");
    assert_eq!(Answer::read(foreign.write_over(stream, &server)).status, 421, "names count all the same");
}

#[test]
fn handshakes_that_never_end_do_not_fill_the_server() {
    let place = Place::new();
    let authority = Authority::new();
    let mut server = serve(&place, &authority.install(&place, "localhost"));
    // As many as one peer may have without a request: nothing, half a record, and a record that is none.
    let held: Vec<TcpStream> = (0..64)
        .map(|at| {
            let mut stream = TcpStream::connect(&server.address).unwrap();
            stream.write_all(&[22, 3, 1, 2, 0, 1][..at % 7]).unwrap();
            stream
        })
        .collect();
    // The next one is turned away until these are given up, which nobody has to wait for longer than a handshake may take.
    until("they are given up", || authority.connect(&server, "localhost").is_ok());
    drop(held);
    let mut waiting = TcpStream::connect(&server.address).unwrap();
    waiting.write_all(&[22]).unwrap();
    server.ask_to_stop();
    assert_eq!(server.wait().code(), Some(0));
    assert!(!server.log().contains("cut off"), "{}", server.log());
}

#[test]
fn cookies_stay_on_encrypted_connections_whatever_the_public_url_says() {
    let place = Place::new();
    let authority = Authority::new();
    let (certificate, key) = authority.install(&place, "localhost");
    let server = place.serve_with(&[
        ("OXUPDATED_TLS_CERTIFICATE", &certificate),
        ("OXUPDATED_TLS_KEY", &key),
        ("OXUPDATED_PUBLIC_URL", "http://updates.example.com"),
    ]);
    let stream = authority.connect(&server, "localhost").unwrap();
    let answer = Answer::read(get("/language/de").write_over(stream, &server));
    assert!(answer.header("set-cookie").contains("; Secure"), "{answer:?}");
}

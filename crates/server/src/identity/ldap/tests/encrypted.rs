//! Encryption: who cannot show the right certificate gets no password.

use super::slapd::{Certificate, PASSWORD, Slapd};
use super::source;
use crate::identity::{Source, SourceError, Verdict};
use crate::model::name::Name;

/// Asks for Anna by both ways to encrypt; `host` stands in the address.
async fn ask(slapd: &Slapd, host: &str, rest: &str) -> [Result<Verdict, SourceError>; 2] {
    let ways = [format!("ldap://{host}:{}", slapd.port), format!("ldaps://{host}:{}", slapd.tls_port)];
    let name = Name::parse("anna").unwrap();
    let mut answers = Vec::new();
    for url in ways {
        let source = source(&slapd.settings_at(&url, rest));
        let probe = source.probe().await;
        let answer = source.verify(&name, PASSWORD).await;
        assert_eq!(probe.is_ok(), answer.is_ok(), "{probe:?} {answer:?}");
        answers.push(answer);
    }
    answers.try_into().unwrap()
}

fn trusting(slapd: &Slapd) -> String {
    format!("certificate_authorities = '{}'", slapd.authority().display())
}

#[tokio::test]
async fn the_authority_that_is_named_is_trusted() {
    let slapd = Slapd::start();
    for answer in ask(&slapd, "localhost", &trusting(&slapd)).await {
        assert!(matches!(answer, Ok(Verdict::Accepted(_))), "{answer:?}");
    }
}

#[tokio::test]
async fn a_certificate_that_is_not_right_is_trouble_and_no_wrong_password() {
    let (slapd, other) = (Slapd::start(), Slapd::start());
    let expired = Slapd::start_with(Certificate::Expired);
    let check = async |slapd: &Slapd, host: &str, rest: &str, part: &str| {
        for answer in ask(slapd, host, rest).await {
            let Err(SourceError::NotReached(said)) = &answer else { panic!("{host} {rest}: {answer:?}") };
            assert!(said.contains(part), "{said}");
        }
    };
    check(&slapd, "localhost", &trusting(&other), "invalid peer certificate").await;
    check(&slapd, "localhost", "", "UnknownIssuer").await;
    check(&slapd, "127.0.0.1", &trusting(&slapd), "not valid for name").await;
    check(&expired, "localhost", &trusting(&expired), "expired").await;
}

#[tokio::test]
async fn what_is_not_there_to_be_encrypted_is_not_reached() {
    let mut slapd = Slapd::start();
    slapd.end();
    for answer in ask(&slapd, "localhost", "").await {
        assert!(matches!(answer, Err(SourceError::NotReached(_))), "{answer:?}");
    }
}

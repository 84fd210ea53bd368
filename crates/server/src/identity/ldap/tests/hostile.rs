//! Directories that misbehave: what they say makes no answer, harms nothing, and is never a wrong password.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread::JoinHandle;

use super::source;
use crate::identity::{Source, SourceError, Verdict};
use crate::model::name::Name;

const BOUND: &[u8] = b"\x30\x0c\x02\x01\x01\x61\x07\x0a\x01\x00\x04\x00\x04\x00";

/// Answers each of its questions with the bytes that stand for it, and closes; it tells the port and what it has heard.
fn liar(answers: &[&[u8]]) -> (u16, JoinHandle<Vec<Vec<u8>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let answers: Vec<Vec<u8>> = answers.iter().map(|answer| answer.to_vec()).collect();
    let thread = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut heard = Vec::new();
        for answer in answers {
            let mut question = vec![0; 4096];
            let length = stream.read(&mut question).unwrap();
            question.truncate(length);
            heard.push(question);
            // It may have been found out before the end of a long answer.
            let _ = stream.write_all(&answer);
        }
        heard
    });
    (port, thread)
}

async fn ask(answers: &[&[u8]], start_tls: bool) -> (Result<Verdict, SourceError>, Vec<Vec<u8>>) {
    let (port, thread) = liar(answers);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("password");
    std::fs::write(&file, "secret").unwrap();
    private(&file);
    let written = format!(
        "url = 'ldap://127.0.0.1:{port}'\nstart_tls = {start_tls}\nbase = 'dc=b'\nbind_dn = 'cn=a'\nbind_password_file = '{}'",
        file.display()
    );
    let verdict = source(&written).verify(&Name::parse("anna").unwrap(), "correct horse").await;
    (verdict, thread.join().unwrap())
}

fn private(file: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[tokio::test]
async fn nonsense_is_not_understood() {
    let entry = b"\x30\x14\x02\x01\x02\x64\x0f\x04\x04cn=b\x30\x07\x30\x05\x04\x01c\x31\x00";
    let done = b"\x30\x0c\x02\x01\x02\x65\x07\x0a\x01\x00\x04\x00\x04\x00";
    let thrice = [&entry[..], entry, entry, done].concat();
    let deep: Vec<u8> =
        [0x30, 0x84, 0, 0x0f, 0, 0].into_iter().chain([0x30, 0x80].repeat(0x0f_0000 / 2)).collect();
    let check = async |answers: &[&[u8]], part: &str| {
        let (verdict, _) = ask(answers, false).await;
        let Err(error) = &verdict else { panic!("{answers:?}: {verdict:?}") };
        assert!(error.to_string().contains(part), "{error}");
    };
    check(&[b"HTTP/1.1 400 Bad Request\r\n\r\n"], "no answer of LDAP").await;
    check(&[b"\x30\x84\x7f\xff\xff\xff"], "more than").await;
    check(&[&deep], "no answer of LDAP").await;
    check(&[b"\x30\x0c\x02\x01\x09\x61\x07\x0a\x01\x00\x04\x00\x04\x00"], "no answer of LDAP").await;
    check(&[entry], "no answer of LDAP").await;
    check(&[&BOUND[..5]], "closed").await;
    check(&[b""], "closed").await;
    check(&[BOUND, BOUND], "no answer of LDAP").await;
    check(&[BOUND, &thrice], "more was found").await;
    check(&[BOUND, &b"\x30\x08\x02\x01\x02\x73\x03\x04\x01a".repeat(200)], "more was found").await;
    check(&[BOUND, b"\x30\x0c\x02\x01\x02\x65\x07\x0a\x01\x0a\x04\x00\x04\x00"], "another directory").await;
    // RFC 4511, section 4.4.1: the directory goes away.
    check(&[b"\x30\x0c\x02\x01\x00\x78\x07\x0a\x01\x34\x04\x00\x04\x00"], "cannot serve").await;
}

#[tokio::test]
async fn nobody_on_the_way_can_put_words_in_before_encryption() {
    let agreed = b"\x30\x0c\x02\x01\x01\x78\x07\x0a\x01\x00\x04\x00\x04\x00";
    let check = async |answer: &[u8], part: &str| {
        let (verdict, heard) = ask(&[answer], true).await;
        let Err(error) = &verdict else { panic!("{verdict:?}") };
        assert!(error.to_string().contains(part), "{error}");
        // No name and no password was said in the clear.
        assert!(!heard[0].windows(4).any(|part| part == b"cn=a"), "{heard:?}");
        assert_eq!(heard.len(), 1);
    };
    check(&[&agreed[..], BOUND].concat(), "no answer of LDAP").await;
    check(b"\x30\x0c\x02\x01\x01\x78\x07\x0a\x01\x02\x04\x00\x04\x00", "StartTLS is refused").await;
    check(BOUND, "no answer of LDAP").await;
    check(agreed, "not reached").await;
}

#[tokio::test]
async fn an_entry_that_is_not_a_person_signs_nobody_in() {
    let nobody = b"\x30\x0c\x02\x01\x02\x64\x07\x04\x00\x30\x03\x30\x01\x00";
    let unnamed = b"\x30\x09\x02\x01\x02\x64\x04\x04\x00\x30\x00";
    let done = b"\x30\x0c\x02\x01\x02\x65\x07\x0a\x01\x00\x04\x00\x04\x00";
    for entry in [&nobody[..], unnamed] {
        let (verdict, _) = ask(&[BOUND, &[entry, done].concat()], false).await;
        assert!(verdict.is_err(), "{verdict:?}");
    }
}

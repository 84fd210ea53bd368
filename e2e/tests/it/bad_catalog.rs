//! What `oxupdate` says, and how it ends, when the list of updates is not to be had: the real program, one row for each fault.

use std::process::{Command, Stdio};

use client::cli::Exit;
use e2e::{Answer, Asked, Authority, Misbehaving, PASSWORD, Then, host_program};
use tempfile::TempDir;

use crate::shop::{CATALOG, USER};

/// Nine entities that stand for ten of the one before would fill any memory.
fn bomb() -> String {
    let entities: String = (1..10)
        .map(|depth| format!("<!ENTITY e{depth} \"{}\">", format!("&e{};", depth - 1).repeat(10)))
        .collect();
    format!(
        "<?xml version=\"1.0\"?><!DOCTYPE Products [<!ENTITY e0 \"lol\">{entities}]><Products>&e9;</Products>"
    )
}

/// Checks a server's offer as a person would; answers how it ended and what was said beside the result.
fn check_at(server: &Misbehaving, more: &[&str]) -> (i32, String) {
    let folder = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let output = Command::new(host_program("oxupdate"))
        .args(["check", "--dry-run", "--proxy", "none", "--user", USER, "--server", server.address()])
        .arg("--machine")
        .arg(file("machine.json", "{}"))
        .arg("--password-file")
        .arg(file("password", PASSWORD))
        .arg("--state")
        .arg(folder.path().join("state"))
        .args(more)
        .env("OXUPDATER_LANGUAGE", "en")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(!folder.path().join("state/catalog").exists(), "what cannot be used is not kept");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "there is no result");
    (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// A server whose catalog misbehaves ends a check in a way and with a sentence.
fn check(what: &str, answer: impl Fn(&Asked) -> Answer + Send + Sync + 'static, exit: Exit, sentence: &str) {
    let server = Misbehaving::plain(answer);
    let (code, said) = check_at(&server, &[]);
    assert_eq!(code, i32::from(exit as u8), "{what}: {said}");
    assert!(said.contains(sentence), "{what}: {said}");
}

#[test]
fn each_refusal_has_its_exit_code_and_sentence() {
    let refused = |status| move |_: &Asked| Answer::status(status);
    check("401", refused(401), Exit::SignIn, "The server does not accept this name and password.");
    check(
        "403",
        refused(403),
        Exit::Forbidden,
        "The server does not give this to you. Ask your administrator.",
    );
    check("404", refused(404), Exit::NotFound, "There is nothing at http://127.0.0.1:");
    check("500", refused(500), Exit::ServerFailed, "(HTTP status 500)");
    check("503", refused(503), Exit::ServerFailed, "The server is busy. Try again later.");
    let never = |_: &Asked| Answer::status(503).header("retry-after", "100000");
    check("503 for more than a day", never, Exit::ServerFailed, "The server is busy. Try again in ");
}

#[test]
fn each_unreadable_list_has_its_exit_code_and_sentence() {
    let is = |text: &str| {
        let bytes = text.as_bytes().to_vec();
        move |_: &Asked| Answer::ok(bytes.as_slice())
    };
    let exit = Exit::CatalogUnreadable;
    check("malformed", is("<Products><Product></Products>"), exit, "this is not well-formed XML");
    check("cut inside", is("<Products><Product><Name>No"), exit, "this is not well-formed XML");
    check("a bomb", is(&bomb()), exit, "It has a document type declaration (DOCTYPE)");
    check("another document", is("<Updates/>"), exit, "It is not an update.xml");
    check("a page for people", is("<html></html>"), exit, "There is a web page at http://127.0.0.1:");
    check("nothing", is(""), exit, "There is nothing in it.");
    let endless = |_: &Asked| Answer::ok("<Products>").unannounced().then(Then::Flood(vec![b' '; 65_536]));
    check("without end", endless, exit, "The server sent more than ");
}

#[test]
fn each_broken_answer_has_its_exit_code_and_sentence() {
    let cut = |_: &Asked| Answer::ok("<Products></Products>").cut(5);
    check("cut", cut, Exit::ServerUnreachable, "The connection broke off.");
    let around = |asked: &Asked| Answer::redirect(&asked.path);
    check("sends on without end", around, Exit::ServerFailed, "The server sends on to “http://127.0.0.1:");
    let nowhere = |_: &Asked| Answer::redirect("mailto:anna@updates.example.com");
    check("sends on to nowhere", nowhere, Exit::ServerFailed, "The server sends on to “mailto:");
    let line = b"x-more: and more\r\n".repeat(1000);
    let endless = move |_: &Asked| Answer::status(200).then(Then::Flood(line.clone()));
    let sentence = "gives an answer that cannot be understood.";
    check("headers without end", endless, Exit::ServerFailed, sentence);
    let endless = |_: &Asked| Answer::status(200).then(Then::Flood(vec![b'x'; 65_536]));
    check("a header without end", endless, Exit::ServerFailed, sentence);
}

#[test]
fn https_never_leads_down_to_http() {
    let authority = Authority::new();
    let open = Misbehaving::plain(|_| Answer::ok("<Products></Products>"));
    let target = format!("{}{CATALOG}", open.address());
    let secure = Misbehaving::secure(&authority, "localhost", move |_| Answer::redirect(&target));
    let file = authority.file();
    let (code, said) = check_at(&secure, &["--ca-file", file.to_str().unwrap()]);
    assert_eq!(code, i32::from(Exit::InsecureAddress as u8), "{said}");
    assert!(said.contains("The server sends on from https to “http://127.0.0.1:"), "{said}");
    assert_eq!(open.asked(CATALOG).len(), 0);
}

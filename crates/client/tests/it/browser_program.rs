//! Signing in with the browser by the program itself. On Windows it would open one.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use serde_json::Value;

use crate::binary::Desk;
use crate::browser_sign_in::{error, granted, server_at, token};
use crate::interrupting::interrupt;
use crate::pc::USER;
use crate::web::Answer;

#[test]
fn the_program_shows_address_and_code_and_is_signed_in_from_then_on() {
    let web = server_at(None, 1, vec![error("authorization_pending"), granted()]);
    let (desk, address) = (Desk::new(), web.address());
    let said = desk.run(&["sign-in", "--browser", "--server", &address]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.output.contains(&format!("\n    {address}/device?user_code=BCDF-GHJK\n")), "{said:?}");
    assert!(said.output.contains("\n    BCDF-GHJK\n"), "{said:?}");
    assert!(said.output.ends_with(&format!("Signed in at {address} as {USER}.\n")), "{said:?}");
    assert_eq!(said.aside, "You have 10 minutes. Ctrl-C cancels.\n");
    let machine = desk.file("machine.json", "{}");
    let check = desk.run(&["check", "--dry-run", "--machine", &machine, "--server", &address]);
    assert_eq!(check.code, 10, "{check:?}");
    let secret = token().as_str().to_owned();
    assert!(!format!("{said:?}{check:?}").contains(&secret));
}

#[test]
fn as_json_the_code_comes_first_and_then_how_it_ended() {
    let check = |answer: Answer, code: i32, exit: &str| {
        let web = server_at(None, 1, vec![answer]);
        let (desk, address) = (Desk::new(), web.address());
        let said = desk.run(&["sign-in", "--browser", "--json", "--server", &address]);
        let values: Vec<Value> = serde_json::Deserializer::from_str(&said.output)
            .into_iter::<Value>()
            .map(|value| value.unwrap())
            .collect();
        let [invitation, answer] = values.as_slice() else { panic!("{said:?}") };
        assert_eq!(invitation["browser"]["code"], "BCDF-GHJK");
        assert_eq!(invitation["browser"]["address"], format!("{address}/device"));
        assert_eq!((said.code, answer["exit"].as_str()), (code, Some(exit)), "{said:?}");
        assert_eq!(answer["owner"]["user"].as_str(), (code == 0).then_some(USER));
    };
    check(granted(), 0, "done");
    check(error("access_denied"), 22, "sign-in");
    check(error("expired_token"), 22, "sign-in");
    check(error("invalid_client"), 26, "server-failed");
}

#[test]
fn who_presses_ctrl_c_is_not_signed_in() {
    let web = server_at(None, 1, vec![error("authorization_pending")]);
    let desk = Desk::new();
    let sign_in = ["sign-in", "--browser", "--server", &web.address()];
    let mut running = desk.command(&sign_in).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut aside = BufReader::new(running.stderr.take().unwrap());
    let mut line = String::new();
    aside.read_line(&mut line).unwrap();
    assert_eq!(line, "You have 10 minutes. Ctrl-C cancels.\n");
    interrupt(running.id());
    let code = running.wait().unwrap().code();
    let mut rest = String::new();
    aside.read_to_string(&mut rest).unwrap();
    assert_eq!((code, rest.as_str()), (Some(43), "It was cancelled. What is installed stays as it was.\n"));
    let check = desk.run(&["check", "--dry-run", "--server", &web.address()]);
    assert_eq!(check.code, 22, "{check:?}");
}

#[test]
fn arguments_for_signing_in_that_do_not_lead_to_work_are_misuse() {
    let desk = Desk::new();
    let check = |arguments: &[&str], sentence: &str| {
        let said = desk.run(&[&["sign-in"], arguments].concat());
        assert_eq!((said.code, said.output.as_str()), (2, ""), "{arguments:?}: {said:?}");
        assert!(said.aside.starts_with(sentence), "{arguments:?}: {}", said.aside);
    };
    check(&["--browser", "--dry-run", "--server", "a.example"], "Signing in changes what is kept");
    check(&["--browser", "--server", "updates/update.xml"], "A file needs no sign-in.");
    check(&["--browser"], "It is not known where updates come from.");
    check(&["--server", "https://a.example"], "Give your name with --user");
    let said = desk.run(&["sign-in", "--browser", "--server", "http://a.example"]);
    assert_eq!(said.code, 27, "{said:?}");
}

//! Ctrl-C while the program waits: it ends soon, as cancelled, and in good order.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use crate::binary::Desk;
use crate::web::{Answer, Web};

/// A server that wants to be asked again in two minutes is waited for; a Ctrl-C is heard long before.
#[test]
fn a_busy_server_is_waited_for_no_longer_than_the_person_wants() {
    let web = Web::start(|_| Answer::status(503).header("retry-after", "120"));
    let desk = Desk::new();
    let check = ["check", "--dry-run", "--server", &web.address()];
    let mut running = desk.command(&check).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut aside = BufReader::new(running.stderr.take().unwrap());
    let mut line = String::new();
    aside.read_line(&mut line).unwrap();
    assert_eq!(line, "The server is busy. It is asked again in 120 seconds. Ctrl-C cancels.\n");
    interrupt(running.id());
    let code = running.wait().unwrap().code();
    let mut rest = String::new();
    aside.read_to_string(&mut rest).unwrap();
    assert_eq!((code, rest.as_str()), (Some(43), "It was cancelled. What is installed stays as it was.\n"));
    assert_eq!(web.asked().len(), 1, "it was not asked again");
}

pub(crate) fn interrupt(process: u32) {
    let ended = Command::new("kill").args(["-INT", &process.to_string()]).status().unwrap();
    assert!(ended.success());
}

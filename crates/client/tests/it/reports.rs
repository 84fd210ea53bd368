//! Reports wait on disk until the server they are for can be reached.

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use catalog::report::{OutcomeKind, Report};
use catalog::{ProductVersion, UpgradeCode};
use client::report::{Queue, REPORT_AGE_MAX, REPORTS_MAX};
use client::state::Owner;
use tempfile::TempDir;
use uuid::Uuid;

use crate::binary::Desk;
use crate::pc::{server, update_xml};
use crate::web::{Answer, Web};

/// When the tests take place, in seconds since 1970.
const NOW: i64 = 1_700_000_000;

/// A report that differs from others by when its install ended.
fn report(ended_at: i64) -> Report {
    Report {
        id: Uuid::new_v4(),
        device: Uuid::from_u128(7),
        product: "Notes".to_owned(),
        upgrade_code: UpgradeCode::parse("{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}").unwrap(),
        platform: None,
        from_version: None,
        to_version: ProductVersion::parse("1.0").unwrap(),
        outcome: OutcomeKind::Installed,
        exit_code: Some(0),
        duration: 1,
        ended_at,
    }
}

fn owner(user: &str) -> Owner {
    Owner { address: "a".to_owned(), user: Some(user.to_owned()) }
}

/// A server that answers reports with a status that can be changed.
fn ear(status: u16) -> (Web, Arc<AtomicU16>) {
    let status = Arc::new(AtomicU16::new(status));
    let answered = Arc::clone(&status);
    (Web::start(move |_| Answer::status(answered.load(Ordering::SeqCst))), status)
}

/// When the installs ended that the server was told of.
fn told(web: &Web) -> Vec<i64> {
    let report = |body: &[u8]| serde_json::from_slice::<Report>(body).unwrap();
    web.asked().iter().map(|asked| report(&asked.body).ended_at).collect()
}

#[test]
fn reports_wait_and_are_sent_the_oldest_first() {
    let folder = TempDir::new().unwrap();
    let queue = Queue::new(folder.path().join("reports"));
    for ended_at in [NOW - 5, NOW - 100, NOW] {
        queue.push(&owner("anna"), &report(ended_at)).unwrap();
    }
    let (web, status) = ear(503);
    let server = server(&web.address());
    let sent = queue.send(&server, &owner("anna"), NOW);
    assert_eq!((sent.delivered, sent.dropped, sent.waiting), (0, 0, 3));
    assert!(sent.error.is_some());
    // One refusal is enough; the others are not tried in vain.
    assert_eq!(told(&web), [NOW - 100]);

    status.store(201, Ordering::SeqCst);
    // Another process of another day finds them.
    let queue = Queue::new(folder.path().join("reports"));
    let sent = queue.send(&server, &owner("anna"), NOW);
    assert_eq!((sent.delivered, sent.dropped, sent.waiting), (3, 0, 0));
    assert_eq!(told(&web)[1..], [NOW - 100, NOW - 5, NOW]);
    assert_eq!(queue.send(&server, &owner("anna"), NOW).delivered, 0);
}

#[test]
fn only_the_server_and_user_they_are_for_are_told() {
    let folder = TempDir::new().unwrap();
    let queue = Queue::new(folder.path().to_owned());
    queue.push(&owner("anna"), &report(NOW)).unwrap();
    let (web, _) = ear(204);
    let server = server(&web.address());
    let elsewhere = Owner { address: "b".to_owned(), ..owner("anna") };
    for other in [owner("bert"), elsewhere] {
        let sent = queue.send(&server, &other, NOW);
        assert_eq!((sent.delivered, sent.dropped, sent.waiting), (0, 0, 0));
    }
    assert_eq!(told(&web), [] as [i64; 0]);
    assert_eq!(queue.send(&server, &owner("anna"), NOW).delivered, 1);
}

#[test]
fn what_nobody_wants_or_can_read_is_thrown_away() {
    let check = |status: u16, dropped: usize, waiting: usize| {
        let folder = TempDir::new().unwrap();
        let queue = Queue::new(folder.path().to_owned());
        queue.push(&owner("anna"), &report(NOW)).unwrap();
        queue.push(&owner("anna"), &report(NOW + 1)).unwrap();
        let (web, _) = ear(status);
        let sent = queue.send(&server(&web.address()), &owner("anna"), NOW);
        assert_eq!((sent.delivered, sent.dropped, sent.waiting), (0, dropped, waiting), "{status}");
        assert_eq!(queue.waiting(), waiting, "{status}");
    };
    check(404, 2, 0);
    check(405, 2, 0);
    check(422, 2, 0);
    check(400, 2, 0);
    check(401, 0, 2);
    check(403, 0, 2);
    check(500, 0, 2);
    check(302, 0, 2);

    let folder = TempDir::new().unwrap();
    let queue = Queue::new(folder.path().to_owned());
    queue.push(&owner("anna"), &report(NOW - REPORT_AGE_MAX - 1)).unwrap();
    std::fs::write(folder.path().join("0.json"), "{").unwrap();
    let (web, _) = ear(204);
    let sent = queue.send(&server(&web.address()), &owner("anna"), NOW);
    assert_eq!((sent.delivered, sent.dropped, sent.waiting), (0, 2, 0));
    assert_eq!(queue.waiting(), 0);
}

#[test]
fn only_so_many_wait() {
    let folder = TempDir::new().unwrap();
    let queue = Queue::new(folder.path().to_owned());
    for ended_at in 0..REPORTS_MAX as i64 + 10 {
        queue.push(&owner("anna"), &report(NOW + ended_at)).unwrap();
    }
    assert_eq!(queue.waiting(), REPORTS_MAX);
}

#[test]
fn a_plain_web_server_is_not_told() {
    let (web, _) = ear(204);
    let folder = TempDir::new().unwrap();
    let queue = Queue::new(folder.path().to_owned());
    queue.push(&owner("anna"), &report(NOW)).unwrap();
    let server = server(&format!("{}/update.xml", web.address()));
    let sent = queue.send(&server, &owner("anna"), NOW);
    assert_eq!((sent.delivered, sent.dropped, sent.waiting), (0, 1, 0));
    assert_eq!(web.asked().len(), 0);
}

#[test]
fn a_dry_run_sends_no_report() {
    let desk = Desk::new();
    let web = Web::start(|asked| match asked.method.as_str() {
        "POST" => Answer::status(201),
        _ => Answer::ok(update_xml(&[])),
    });
    let address = format!("{}/ajax/updater/update.xml", web.address());
    let queue = Queue::new(desk.state().join("reports"));
    queue.push(&Owner { address, user: None }, &report(client::updater::now())).unwrap();
    for verb in ["check", "list", "install", "report"] {
        assert_eq!(desk.run(&[verb, "--dry-run", "--server", &web.address()]).code, 0, "{verb}");
        assert_eq!((web.asked_for("/reports").len(), queue.waiting()), (0, 1), "{verb}");
    }
    let said = desk.run(&["report", "--dry-run", "--server", &web.address()]);
    assert_eq!(said.output, "1 report waits until the server can be reached.\n");
    let said = desk.run(&["report", "--server", &web.address()]);
    assert_eq!((said.code, said.output.as_str()), (0, "1 report was sent.\n"));
    assert_eq!((web.asked_for("/reports").len(), queue.waiting()), (1, 0));
}

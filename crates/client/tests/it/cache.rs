//! The last catalog: a check that finds nothing new costs one small request, and nobody sees another's.

use client::state::Owner;
use client::updater::Updater;

use crate::engine::{offer_of, site};
use crate::pc::{Pc, USER, server, update_xml};
use crate::web::{Answer, Web};

const PACKAGE: &str = "notes-2.0.0.msi";

/// The validators that the server was asked with.
fn validators(web: &Web) -> Vec<Option<String>> {
    web.asked().iter().map(|asked| asked.header("if-none-match").map(str::to_owned)).collect()
}

fn known() -> Option<String> {
    Some("\"catalog\"".to_owned())
}

#[test]
fn a_catalog_is_fetched_once() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let pc = Pc::empty();
    let first = pc.check(&web.address()).unwrap();
    for _ in 0..2 {
        assert_eq!(pc.check(&web.address()).unwrap(), first);
    }
    assert_eq!(first.plan.items.len(), 1);
    assert_eq!(validators(&web), [None, known(), known()]);
}

#[test]
fn a_changed_catalog_is_fetched_again() {
    let (old, new) = (update_xml(&[offer_of("notes-1.0.0.msi")]), update_xml(&[offer_of(PACKAGE)]));
    let count = std::sync::atomic::AtomicUsize::new(0);
    let web = Web::start(move |asked| match count.fetch_add(1, std::sync::atomic::Ordering::SeqCst) {
        0 => Answer::file(asked, &old, "\"old\""),
        _ => Answer::file(asked, &new, "\"new\""),
    });
    let pc = Pc::empty();
    let offered = || pc.check(&web.address()).unwrap().plan.items[0].product.version.to_string();
    assert_eq!([offered(), offered(), offered()], ["1.0.0", "2.0.0", "2.0.0"]);
    assert_eq!(validators(&web), [None, Some("\"old\"".to_owned()), Some("\"new\"".to_owned())]);
}

#[test]
fn another_user_or_server_does_not_see_it() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let pc = Pc::empty();
    let server = server(&web.address());
    let check = |address: &str, user: Option<&str>| {
        let owner = Owner { address: address.to_owned(), user: user.map(str::to_owned) };
        Updater { owner, ..pc.updater(&server, "") }.check().unwrap();
    };
    check("a", Some(USER));
    check("a", Some("bert"));
    check("a", None);
    check("b", None);
    // What is kept is the last one's alone.
    check("a", Some(USER));
    check("a", Some(USER));
    assert_eq!(validators(&web), [None, None, None, None, None, known()]);
}

#[test]
fn a_catalog_without_an_etag_is_not_kept() {
    let xml = update_xml(&[offer_of(PACKAGE)]);
    let web = Web::start(move |_| Answer::ok(xml.as_slice()));
    let pc = Pc::empty();
    for _ in 0..2 {
        assert_eq!(pc.check(&web.address()).unwrap().plan.items.len(), 1);
    }
    assert_eq!(validators(&web), [None, None]);
}

#[test]
fn what_is_kept_and_damaged_is_fetched_again() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let pc = Pc::empty();
    let first = pc.check(&web.address()).unwrap();
    let path = pc.state.folder().join("catalog");
    let kept = std::fs::read(&path).unwrap();
    std::fs::write(&path, &kept[..kept.len() - 20]).unwrap();
    assert_eq!(pc.check(&web.address()).unwrap(), first);
    std::fs::write(&path, &kept[..10]).unwrap();
    assert_eq!(pc.check(&web.address()).unwrap(), first);
    // The first is asked about and found to be unreadable, the second is none at all.
    assert_eq!(validators(&web), [None, known(), None, None]);
}

#[test]
fn a_catalog_that_cannot_be_read_does_not_replace_the_last_one() {
    let xml = update_xml(&[offer_of(PACKAGE)]);
    let count = std::sync::atomic::AtomicUsize::new(0);
    let web = Web::start(move |asked| match count.fetch_add(1, std::sync::atomic::Ordering::SeqCst) {
        1 => Answer::ok("<Products>").header("etag", "\"broken\""),
        _ => Answer::file(asked, &xml, "\"catalog\""),
    });
    let pc = Pc::empty();
    let first = pc.check(&web.address()).unwrap();
    pc.check(&web.address()).unwrap_err();
    assert_eq!(pc.check(&web.address()).unwrap(), first);
    assert_eq!(validators(&web), [None, known(), known()]);
}

//! `oxupdate` does what is set on a PC where its arguments say nothing; here it is set in a file, on Windows in the registry.

use serde_json::json;

use crate::binary::Desk;
use crate::engine::{offer_of, site};

const PACKAGE: &str = "notes-2.0.0.msi";

/// A person at a command line, for whom settings are written down.
fn desk(settings: &serde_json::Value) -> Desk {
    let desk = Desk::new();
    std::fs::create_dir(desk.state()).unwrap();
    std::fs::write(desk.state().join("settings.json"), settings.to_string()).unwrap();
    desk
}

#[test]
fn updates_come_from_where_it_is_set_unless_another_server_is_named() {
    let [web, other] = [site(&offer_of(PACKAGE), PACKAGE), site(&offer_of(PACKAGE), PACKAGE)];
    let desk = desk(&json!({ "installer": { "UpdateServerUrl": web.address() } }));
    let said = desk.run(&["check", "--dry-run"]);
    assert_eq!((said.code, web.asked().len()), (10, 1), "{said:?}");
    let said = desk.run(&["check", "--dry-run", "--server", &other.address()]);
    assert_eq!((said.code, web.asked().len(), other.asked().len()), (10, 1, 1), "{said:?}");
}

#[test]
fn a_server_that_is_held_is_the_only_one() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    for held in [
        json!({ "installer": { "UpdateServerUrl": web.address(), "AllowUrlChange": "0" } }),
        json!({ "policy": { "ServerUrl": web.address() } }),
    ] {
        let desk = desk(&held);
        let before = web.asked().len();
        let said = desk.run(&["check", "--dry-run", "--server", "https://other.example"]);
        assert_eq!((said.code, web.asked().len()), (2, before), "{said:?}");
        let sentence = format!(
            "Updates come from {} on this PC, which cannot be changed here. Leave out --server, or ask your administrator.\n",
            web.address()
        );
        assert_eq!(said.aside, sentence);
        // The same place, written otherwise.
        let same = format!("{}/", web.address());
        assert_eq!(desk.run(&["check", "--dry-run", "--server", &same]).code, 10);
        assert_eq!(desk.run(&["check", "--dry-run"]).code, 10);
    }
}

#[test]
fn a_proxy_that_a_policy_sets_is_the_only_one() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let set = |by: &str| json!({ "installer": { "UpdateServerUrl": web.address() }, by: { "Proxy": "http://proxy.example.com:8080" } });
    let held = desk(&set("policy"));
    for other in ["none", "system", "http://mine.example:3128"] {
        let before = web.asked().len();
        let said = held.run_without_proxy(&["check", "--dry-run", "--proxy", other]);
        assert_eq!((said.code, web.asked().len()), (2, before), "{other} {said:?}");
        let sentence = "The way to the server is set on this PC and cannot be changed here. \
                        Leave out --proxy, or ask your administrator.\n";
        assert_eq!(said.aside, sentence);
    }
    // The very same, and what is said of nothing. Nothing for the PC itself goes through it.
    assert_eq!(
        held.run_without_proxy(&["check", "--dry-run", "--proxy", "http://proxy.example.com:8080"]).code,
        10
    );
    assert_eq!(held.run_without_proxy(&["check", "--dry-run"]).code, 10);
    // What the person set gives way.
    assert_eq!(desk(&set("person")).run_without_proxy(&["check", "--dry-run", "--proxy", "none"]).code, 10);
}

#[test]
fn what_cannot_be_used_is_told_by_status() {
    let desk = desk(&json!({ "policy": { "Checking": "often" }, "person": { "Proxy": 7 } }));
    let said = desk.run(&["status"]);
    assert_eq!(
        (said.code, said.aside.as_str()),
        (
            0,
            "The policy “Checking” holds what cannot be used, so it counts as not set.\n\
             The setting “Proxy” holds what cannot be used, so it counts as not set.\n"
        )
    );
}

#[test]
fn the_language_that_is_set_counts_before_that_of_the_system() {
    let desk = desk(&json!({ "person": { "Language": "de" } }));
    let run = |language: Option<&str>| {
        let mut command = desk.command(&["status"]);
        command.env_remove("OXUPDATER_LANGUAGE").env("XDG_STATE_HOME", desk.state().parent().unwrap());
        if let Some(language) = language {
            command.env("OXUPDATER_LANGUAGE", language);
        }
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    // Before any argument is read, the settings are those of the usual folder.
    std::fs::rename(desk.state(), desk.state().with_file_name("oxupdate")).unwrap();
    assert!(run(None).contains("noch nie"), "{}", run(None));
    assert!(!run(Some("en")).contains("noch nie"));
}

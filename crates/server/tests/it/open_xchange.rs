//! Signing in with accounts of Open-Xchange, on the real server with a stand-in behind it.

use std::fs;
use std::sync::Mutex;

use open_xchange::{Manner, OpenXchange, Person};

use crate::http::{UPDATE_XML, get, offered};
use crate::place::{PASSWORD, Place, Running, until};

/// A place whose accounts come from a stand-in; `more` are lines of the source's table.
fn place_of(ox: &OpenXchange, more: &str) -> Place {
    let place = Place::new();
    place.add_user("admin");
    point(&place, ox, more);
    place
}

/// Points a place at another stand-in.
fn point(place: &Place, ox: &OpenXchange, more: &str) {
    let table =
        format!("[[source]]\nkind = \"open-xchange\"\nname = \"ox\"\nurl = \"{}\"\n{more}\n", ox.url());
    fs::write(place.data().join("oxupdated.toml"), table).unwrap();
}

fn anna() -> Person {
    Person::new("anna", 4, PASSWORD).with(&["usm", "olox20", "webmail"])
}

fn status(server: &Running, name: &str, password: &str) -> u16 {
    get(UPDATE_XML).basic(format!("{name}:{password}").as_bytes()).send(server).status
}

fn every_session_ends(ox: &OpenXchange) {
    until("every session is ended", || ox.open() == 0);
}

#[test]
fn capabilities_decide_what_is_offered() {
    let ox = OpenXchange::of([anna(), Person::new("ben", 5, PASSWORD).with(&["drive", "webdav_xml"])]);
    let place = place_of(&ox, "permissions = { drive = ['storage'] }");
    place.publish("notes-1.0.0.msi", &["--require", "olox20", "--require", "usm"]);
    place.publish("either-1.0.0.msi", &["--require", "storage", "--require", "webdavxml"]);
    let server = place.serve();
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    assert_eq!(offered(&server, "ben"), ["Fixture Either 1.0.0"]);
    assert_eq!(ox.begun(), 2);
    every_session_ends(&ox);
}

#[test]
fn a_name_with_its_context_is_the_same_account() {
    let ox = OpenXchange::of([anna()]);
    let place = place_of(&ox, "");
    let server = place.serve();
    for name in ["anna@1", "anna", "ANNA@1", "anna"] {
        assert_eq!(status(&server, name, PASSWORD), 200, "{name}");
    }
    let users = place.list("user");
    let names: Vec<&str> = users.iter().map(|user| user["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["admin", "anna@1"]);
}

#[test]
fn a_wrong_password_is_a_wrong_password_and_a_locked_account_too() {
    let ox = OpenXchange::of([anna(), Person { is_locked: true, ..Person::new("ben", 5, PASSWORD) }]);
    let place = place_of(&ox, "");
    let server = place.serve();
    assert_eq!(status(&server, "anna", "incorrect horse"), 401);
    assert_eq!(status(&server, "nobody", PASSWORD), 401);
    assert_eq!(status(&server, "ben", PASSWORD), 401);
    assert_eq!(status(&server, "anna", PASSWORD), 200);
    assert_eq!(ox.begun(), 1);
    let asked = ox.asked("login");
    assert!(asked.iter().all(|asked| asked.method == "POST" && asked.field("client") == "oxupdated"));
    // Not a word of a password in any address.
    assert!(
        asked
            .iter()
            .all(|asked| asked.parameter("password").is_empty() && asked.parameter("name").is_empty())
    );
}

#[test]
fn trouble_is_never_a_wrong_password() {
    let elsewhere = OpenXchange::of([anna()]);
    let place = place_of(&elsewhere, "");
    let check = |action: &str, manner: Manner| {
        let ox = OpenXchange::of([anna()]);
        point(&place, &ox, "time_limit = 1");
        // A new one each time: whom too much trouble comes from is left alone for a while.
        let server = place.serve();
        ox.misbehave(action, manner.clone());
        assert_eq!(status(&server, "anna", PASSWORD), 503, "{action} {manner:?}");
        ox.behave();
        // A session that nobody was told of cannot be ended; Open-Xchange ends it by itself.
        let is_known = action != "login" || !matches!(manner, Manner::Cut | Manner::Huge);
        if is_known {
            every_session_ends(&ox);
        }
    };
    let of_a_sign_in = [
        Manner::Page,
        Manner::Truncated,
        Manner::AndAnError,
        Manner::WrongTypes,
        Manner::Huge,
        Manner::SendOn(format!("{}/login?action=login", elsewhere.url())),
        Manner::Wait,
        Manner::Status(500),
        Manner::Status(503),
        Manner::Status(404),
        Manner::HangUp,
        Manner::Cut,
        Manner::Fault("LGI-0010", 5, "SERVICE_DOWN"),
        Manner::Fault("LGI-0014", 3, "PERMISSION_DENIED"),
    ];
    for manner in of_a_sign_in {
        check("login", manner);
    }
    for manner in [
        Manner::Wait,
        Manner::Status(503),
        Manner::Page,
        Manner::Truncated,
        Manner::AndAnError,
        Manner::HangUp,
    ] {
        check("capabilities", manner.clone());
        check("user", manner);
    }
    check("user", Manner::SomebodyElse);
    check("user", Manner::WrongTypes);
    check("account", Manner::SomebodyElse);
    check("account", Manner::Status(503));
    check("account", Manner::Fault("ACC-0001", 5, "SERVICE_DOWN"));
    assert!(elsewhere.asked("login").is_empty(), "passwords were sent on");
}

#[test]
fn a_session_ends_also_when_nobody_waits_any_more() {
    let ox = OpenXchange::of([anna()]);
    let place = place_of(&ox, "time_limit = 1");
    let server = place.serve();
    ox.misbehave("capabilities", Manner::Wait);
    assert_eq!(status(&server, "anna", PASSWORD), 503);
    every_session_ends(&ox);
    assert_eq!((ox.begun(), ox.asked("logout").len()), (1, 1));
}

#[test]
fn a_server_that_does_not_let_go_keeps_nobody_waiting() {
    let ox = OpenXchange::of([anna()]);
    let place = place_of(&ox, "");
    let server = place.serve();
    ox.misbehave("logout", Manner::Wait);
    assert_eq!(status(&server, "anna", PASSWORD), 200);
    assert_eq!(ox.open(), 1);
    ox.behave();
    every_session_ends(&ox);
}

#[test]
fn while_open_xchange_is_away_what_is_known_still_counts() {
    let ox = OpenXchange::of([anna()]);
    let place = place_of(&ox, "");
    let server = place.serve();
    assert_eq!(status(&server, "anna", PASSWORD), 200);
    every_session_ends(&ox);
    ox.go_away();
    assert_eq!(status(&server, "anna", PASSWORD), 200);
    assert_eq!(status(&server, "anna", "incorrect horse"), 503);
    assert_eq!(status(&server, "nobody", PASSWORD), 503);
    // The server's own accounts need nobody else.
    assert_eq!(status(&server, "admin", PASSWORD), 200);
    server.stop();
    let server = place.serve();
    assert_eq!(status(&server, "anna", PASSWORD), 503, "nothing is known after a restart");
    ox.come_back();
    assert_eq!(status(&server, "anna", PASSWORD), 200);
    assert_eq!(status(&server, "anna", "incorrect horse"), 401);
}

#[test]
fn what_is_taken_away_is_gone_at_the_next_confirmation() {
    let ox = OpenXchange::of([anna()]);
    let place = place_of(&ox, "");
    place.publish("notes-1.0.0.msi", &["--require", "olox20"]);
    let server = place.serve();
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    ox.change("anna", |anna| anna.capabilities.retain(|name| name != "olox20"));
    server.stop();
    let server = place.serve();
    assert_eq!(offered(&server, "anna"), Vec::<String>::new());
    ox.change("anna", |anna| anna.capabilities.push("olox20".to_owned()));
    server.stop();
    let server = place.serve();
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
}

#[test]
fn people_without_mail_sign_in_too() {
    let ox = OpenXchange::of([Person { mail: None, ..anna() }]);
    let place = place_of(&ox, "");
    let server = place.serve();
    assert_eq!(status(&server, "anna", PASSWORD), 200);
    every_session_ends(&ox);
}

#[test]
fn nothing_secret_is_written_down() {
    let ox = OpenXchange::of([anna(), Person::new("ben", 5, PASSWORD)]);
    let place = place_of(&ox, "time_limit = 1");
    let server = place.serve_with(&[("OXUPDATED_LOG", "trace")]);
    assert_eq!(status(&server, "anna", PASSWORD), 200);
    assert_eq!(status(&server, "anna", "incorrect horse"), 401);
    for manner in [Manner::WrongTypes, Manner::HangUp] {
        ox.misbehave("login", manner);
        assert_eq!(status(&server, "anna", "battery staple"), 503);
    }
    ox.misbehave("logout", Manner::HangUp);
    ox.misbehave("login", Manner::AndAnError);
    assert_eq!(status(&server, "ben", PASSWORD), 503);
    until("the end of the last session was given up", || server.log().contains("could not be ended"));
    let log = server.log();
    let audit = place.done(&["audit", "list", "--json"]);
    let secrets = ox.secrets();
    assert!(secrets.len() >= 6, "{secrets:?}");
    let words = [PASSWORD, "incorrect horse", "battery staple", "correct+horse", "session="];
    for secret in secrets.iter().map(String::as_str).chain(words) {
        assert!(!log.contains(secret), "{secret} is in the log");
        assert!(!audit.contains(secret), "{secret} is in the audit");
    }
}

#[test]
fn many_sign_in_at_once() {
    let people = (0..12).map(|number| Person::new(&format!("user{number}"), number + 10, PASSWORD));
    let ox = OpenXchange::of(people.map(|person| person.with(&["usm"])));
    let place = place_of(&ox, "");
    let server = place.serve();
    let statuses = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for number in 0..24 {
            let (server, statuses) = (&server, &statuses);
            scope.spawn(move || {
                let status = status(server, &format!("user{}", number % 12), PASSWORD);
                statuses.lock().unwrap().push(status);
            });
        }
    });
    assert_eq!(*statuses.lock().unwrap(), [200; 24], "{}", server.log());
    assert!((12..=24).contains(&ox.begun()), "{}", ox.begun());
    every_session_ends(&ox);
}

#[test]
fn a_session_of_open_xchange_in_an_address_opens_nothing_and_is_not_written_down() {
    let place = place_of(&OpenXchange::of([anna()]), "");
    let server = place.serve_with(&[("OXUPDATED_LOG", "debug")]);
    let session = "5e551041feedfeedfeedfeedfeedfeed";
    assert_eq!(get(&format!("/sign-in?session={session}")).send(&server).status, 200);
    for path in [UPDATE_XML, "/ajax/updater/installer/oxupdater-install.exe", "/ajax/updater/files/notes.msi"]
    {
        let with = get(&format!("{path}?session={session}")).send(&server).dateless();
        assert_ne!(with.status, 200, "{path}");
        assert_eq!(with, get(path).send(&server).dateless(), "{path}");
    }
    assert!(!server.log().contains(session), "{}", server.log());
}

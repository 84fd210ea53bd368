//! Accounts of a real directory at a real server: who may sign in, what each may have, and what happens while the directory is away.

use std::fs;
use std::thread;

use crate::devices::{enrol, status};
use crate::http::offered;
use crate::place::{Place, Running, until};
use crate::slapd::{Certificate, PASSWORD, PEOPLE, Slapd};

/// A place whose accounts are a directory's; `rest` are more settings of it.
fn place_of(settings: &str) -> Place {
    let place = Place::of(&["local"]);
    point_to(&place, settings);
    place
}

fn point_to(place: &Place, settings: &str) {
    let table = format!("[[source]]\nkind = 'ldap'\ntime_limit = 1\n{settings}\n");
    let permissions = "[source.permissions]\nOutlook = ['usm']\n";
    fs::write(place.data().join("oxupdated.toml"), table + permissions).unwrap();
}

/// Everybody's answer is 503, and never that the password is wrong.
fn assert_away(server: &Running, part_of_log: &str) {
    for password in [PASSWORD, "wrong"] {
        assert_eq!(status(server, "anna", password), 503, "{password}: {}", server.log());
    }
    assert_eq!(status(server, "local", PASSWORD), 200, "own accounts are asked here");
    assert!(server.log().contains(part_of_log), "{part_of_log} is missing in: {}", server.log());
}

#[test]
fn people_of_a_directory_sign_in_with_their_own_passwords() {
    let slapd = Slapd::start();
    slapd.add_person(&format!("cn=1,{PEOPLE}"), "b*n (Jörg)");
    slapd.set(&format!("cn=1,{PEOPLE}"), "cn", &["1"]);
    let place = place_of(&slapd.settings(""));
    let server = place.serve();
    assert_eq!(status(&server, "anna", PASSWORD), 200, "{}", server.log());
    assert_eq!(status(&server, "b*n (Jörg)", PASSWORD), 200, "{}", server.log());
    for (name, password) in [
        ("anna", "wrong"),
        ("anna", ""),
        ("ben", ""),
        ("nobody", PASSWORD),
        ("*", PASSWORD),
        ("anna)(uid=*", PASSWORD),
        ("a\\6ena", PASSWORD),
        ("an\0na", PASSWORD),
    ] {
        assert_eq!(status(&server, name, password), 401, "{name:?} {password:?}");
    }
    let users = place.list("user");
    let names: Vec<&str> = users.iter().filter_map(|user| user["name"].as_str()).collect();
    assert_eq!(names, ["anna", "b*n (Jörg)", "local"], "who was not accepted has no account");
    assert!(!server.log().contains(PASSWORD) && !server.log().contains("wrong\""), "{}", server.log());
    server.stop();
}

#[test]
fn a_group_of_the_directory_gives_a_permission_and_takes_it_away() {
    let slapd = Slapd::start();
    slapd.add_group("Outlook", &format!("uid=anna,{PEOPLE}"));
    let place = place_of(&slapd.settings(""));
    let notes = place.publish("notes-1.0.0.msi", &["--require", "usm"]);
    assert!(!notes.is_empty());
    let server = place.serve();
    assert_eq!(offered(&server, "anna").len(), 1);
    assert!(offered(&server, "ben").is_empty());
    server.stop();
    slapd.set("cn=Outlook,ou=groups,dc=example,dc=com", "member", &[&format!("uid=ben,{PEOPLE}")]);
    let server = place.serve();
    assert!(offered(&server, "anna").is_empty());
    assert_eq!(offered(&server, "ben").len(), 1);
    server.stop();
}

#[test]
fn only_the_right_certificate_is_told_a_password() {
    let (slapd, other) = (Slapd::start(), Slapd::start());
    let expired = Slapd::start_with(Certificate::Expired);
    let place = Place::of(&["local"]);
    for tls in [true, false] {
        let check = |slapd: &Slapd, host: &str, authority: &Slapd, part: &str| {
            let url = if tls {
                format!("ldaps://{host}:{}", slapd.tls_port)
            } else {
                format!("ldap://{host}:{}", slapd.port)
            };
            let trust = format!("certificate_authorities = '{}'", authority.authority().display());
            point_to(&place, &slapd.settings_at(&url, &trust));
            let server = place.serve();
            if part.is_empty() {
                assert_eq!(status(&server, "ben", "wrong"), 401, "{url}");
                assert_eq!(status(&server, "ben", PASSWORD), 200, "{url}: {}", server.log());
            } else {
                assert_away(&server, part);
            }
            server.stop();
        };
        check(&slapd, "localhost", &slapd, "");
        check(&slapd, "localhost", &other, "invalid peer certificate");
        check(&slapd, "127.0.0.1", &slapd, "not valid for name");
        check(&expired, "localhost", &expired, "expired");
    }
    // Without a file it is the system that says whom to trust.
    point_to(&place, &slapd.settings_at(&format!("ldaps://localhost:{}", slapd.tls_port), ""));
    let authority = slapd.authority();
    let trusting = place.serve_with(&[("SSL_CERT_FILE", authority.to_str().unwrap())]);
    assert_eq!(status(&trusting, "anna", PASSWORD), 200, "{}", trusting.log());
    trusting.stop();
    let stranger = other.authority();
    let server = place.serve_with(&[("SSL_CERT_FILE", stranger.to_str().unwrap())]);
    assert_away(&server, "invalid peer certificate");
    server.stop();
}

#[test]
fn a_directory_that_stands_still_or_is_gone_is_away_and_what_is_remembered_counts() {
    let mut slapd = Slapd::start();
    let place = place_of(&slapd.settings("grace = 1"));
    let server = place.serve();
    assert_eq!(status(&server, "anna", PASSWORD), 200, "{}", server.log());
    slapd.pause();
    assert_eq!(status(&server, "ben", PASSWORD), 503, "{}", server.log());
    assert!(server.log().contains("no answer in time"), "{}", server.log());
    assert_eq!(status(&server, "anna", PASSWORD), 200, "it was right a moment ago");
    assert_eq!(status(&server, "anna", "wrong"), 503, "nobody says that it is wrong");
    slapd.resume();
    assert_eq!(status(&server, "ben", PASSWORD), 200, "{}", server.log());
    slapd.end();
    assert_eq!(status(&server, "ben", PASSWORD), 200, "it was right a moment ago");
    assert_eq!(status(&server, "carl", PASSWORD), 503);
    server.stop();
    // What was remembered was in memory alone.
    let server = place.serve();
    assert_away(&server, "not reached");
    server.stop();
    slapd.start_again();
    let server = place.serve();
    assert_eq!(status(&server, "anna", PASSWORD), 200, "{}", server.log());
    server.stop();
}

#[test]
fn no_question_leaves_a_connection_behind() {
    let slapd = Slapd::start();
    let place = place_of(&slapd.settings(""));
    let server = place.serve();
    assert_eq!(status(&server, "anna", PASSWORD), 200, "{}", server.log());
    until("the questions that were answered are closed", || connections_to(server.pid(), slapd.port) == 0);
    slapd.pause();
    thread::scope(|scope| {
        let asking = scope.spawn(|| status(&server, "ben", PASSWORD));
        until("the directory is asked", || connections_to(server.pid(), slapd.port) > 0);
        assert_eq!(asking.join().unwrap(), 503);
    });
    until("the question that was not is closed", || connections_to(server.pid(), slapd.port) == 0);
    server.stop();
}

/// How many TCP connections a process has to a port of this machine: `/proc`, as proc(5) describes it.
fn connections_to(pid: u32, port: u16) -> usize {
    let peer = format!("0100007F:{port:04X}");
    let table = fs::read_to_string(format!("/proc/{pid}/net/tcp")).unwrap();
    // State 01 is “established”.
    let is_one = |line: &&str| {
        let columns: Vec<&str> = line.split_whitespace().collect();
        columns.get(2) == Some(&peer.as_str()) && columns.get(3) == Some(&"01")
    };
    table.lines().filter(is_one).count()
}

#[test]
fn who_leaves_the_directory_loses_every_device() {
    let slapd = Slapd::start();
    let place = place_of(&slapd.settings(""));
    let server = place.serve();
    let tokens = ["anna", "ben"].map(|name| enrol(&server, name, name.len() as u128));
    assert_eq!(status(&server, "anna", &tokens[0]), 200);
    server.stop();
    slapd.delete(&format!("uid=anna,{PEOPLE}"));
    slapd.rename(&format!("uid=ben,{PEOPLE}"), "uid=ben", Some("ou=left,dc=example,dc=com"));
    // The accounts in use are asked about at the start, and every quarter of an hour.
    let server = place.serve();
    until("anna's device is refused", || status(&server, "anna", &tokens[0]) == 401);
    assert_eq!(status(&server, "ben", &tokens[1]), 200, "who has moved is still there");
    assert!(place.done(&["audit", "list"]).contains("anna"));
    server.stop();
}

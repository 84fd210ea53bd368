//! Signing in, and how soon a change of users counts.

use crate::http::{Answer, UPDATE_XML, get, offered, post};
use crate::place::{PASSWORD, Place, Running};

fn status(server: &Running, user: &str) -> u16 {
    get(UPDATE_XML).user(user).send(server).status
}

#[test]
fn who_is_not_signed_in_is_asked_to_the_letter() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let answer = get(UPDATE_XML).send(&server);
    assert_eq!(answer.status, 401);
    assert_eq!(answer.header("www-authenticate"), r#"Basic realm="OX WebDAV", encoding="UTF-8""#);
    assert_eq!(answer.text(), "Sign in with your name and your password.\n");
    for path in ["/ajax/updater/files/nothing.msi", "/api/v1/reports"] {
        let request = if path.starts_with("/api") { post(path, "{}") } else { get(path) };
        let answer = request.send(&server);
        assert_eq!(answer.status, 401, "{path}");
        assert_eq!(answer.header("www-authenticate"), r#"Basic realm="OX WebDAV", encoding="UTF-8""#);
    }
}

#[test]
fn a_wrong_name_and_a_wrong_password_are_refused_alike() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let refused = |credentials: &str| {
        let answer = get(UPDATE_XML).basic(credentials.as_bytes()).send(&server).dateless();
        assert_eq!(answer.status, 401, "{credentials}");
        answer
    };
    let wrong_password = refused("anna:incorrect horse");
    for credentials in
        ["ben:correct horse", "anna:", ":", "an\u{0}na:x", &format!("anna:{}", "x".repeat(5_000))]
    {
        assert_eq!(refused(credentials), wrong_password, "{credentials}");
    }
    let german = get(UPDATE_XML).basic(b"anna:x").header("Accept-Language", "de-AT, en;q=0.5").send(&server);
    assert_eq!(german.header("content-language"), "de");
    assert_eq!(
        german.text(),
        "Der Name oder das Passwort ist falsch. Prüfen Sie beides und versuchen Sie es noch einmal.\n"
    );
}

#[test]
fn a_name_is_known_in_any_case_and_a_password_in_two_encodings() {
    let place = Place::new();
    let file = place.write("password", "grüne Äpfel");
    place.done(&["user", "add", "Jörg", "--password-file", &file]);
    let server = place.serve();
    let status = |credentials: &[u8]| get(UPDATE_XML).basic(credentials).send(&server).status;
    assert_eq!(status("Jörg:grüne Äpfel".as_bytes()), 200);
    assert_eq!(status("JÖRG:grüne Äpfel".as_bytes()), 200);
    assert_eq!(status(b"j\xf6rg:gr\xfcne \xc4pfel"), 200);
    assert_eq!(status("Jörg:Grüne Äpfel".as_bytes()), 401);
}

#[test]
fn a_change_counts_at_once_though_the_password_was_verified_before() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    assert_eq!(status(&server, "anna"), 200);
    assert_eq!(status(&server, "anna"), 200);

    place.done(&["user", "disable", "anna"]);
    assert_eq!(status(&server, "anna"), 401);
    place.done(&["user", "enable", "anna"]);
    assert_eq!(status(&server, "anna"), 200);

    let file = place.write("password", "another horse");
    place.done(&["user", "set-password", "anna", "--password-file", &file]);
    assert_eq!(status(&server, "anna"), 401);
    assert_eq!(get(UPDATE_XML).basic(b"anna:another horse").send(&server).status, 200);

    place.done(&["user", "remove", "anna"]);
    assert_eq!(get(UPDATE_XML).basic(b"anna:another horse").send(&server).status, 401);
    // Another user of the same name is somebody else.
    place.add_user("anna");
    assert_eq!(get(UPDATE_XML).basic(b"anna:another horse").send(&server).status, 401);
    assert_eq!(status(&server, "anna"), 200);
}

#[test]
fn a_permission_counts_at_once_and_comes_through_groups() {
    let place = Place::new();
    for user in ["anna", "ben"] {
        place.add_user(user);
    }
    place.publish("notes-1.0.0.msi", &["--require", "olox20", "--require", "usm"]);
    let server = place.serve();
    let check = |verb: &[&str], anna: usize, ben: usize| {
        place.done(verb);
        let count = |user| offered(&server, user).len();
        assert_eq!((count("anna"), count("ben")), (anna, ben), "{verb:?}");
    };
    check(&["permission", "grant", "anna", "olox20"], 0, 0);
    check(&["group", "add", "outlook"], 0, 0);
    check(&["permission", "grant", "outlook", "USM"], 0, 0);
    check(&["group", "join", "outlook", "anna"], 1, 0);
    check(&["permission", "grant", "outlook", "olox20"], 1, 0);
    check(&["group", "join", "outlook", "ben"], 1, 1);
    check(&["permission", "revoke", "outlook", "olox20"], 1, 0);
    check(&["group", "leave", "outlook", "anna"], 0, 0);
    check(&["group", "join", "outlook", "anna"], 1, 0);
    check(&["group", "remove", "outlook"], 0, 0);
}

#[test]
fn many_sign_in_at_once() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..24)
            .map(|number| {
                let credentials = if number % 2 == 0 { "anna:correct horse" } else { "anna:incorrect horse" };
                let server = &server;
                scope.spawn(move || get(UPDATE_XML).basic(credentials.as_bytes()).send(server).status)
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(statuses, [200, 401].repeat(12));
}

#[test]
fn no_password_is_ever_logged_or_stored() {
    let place = Place::new();
    let server = place.serve_with(&[("OXUPDATED_LOG", "trace")]);
    place.add_user("anna");
    assert_eq!(status(&server, "anna"), 200);
    let path = format!("{UPDATE_XML}?password={PASSWORD}").replace(' ', "+");
    let _: Answer = get(&path).basic(b"anna:incorrect horse").send(&server);
    let log = server.log();
    assert!(log.contains("user.add") && log.contains("status=401"), "{log}");
    let encoded = ["YW5uYTpjb3JyZWN0IGhvcnNl", "YW5uYTppbmNvcnJlY3QgaG9yc2U"];
    for secret in [PASSWORD, "correct+horse"].iter().chain(&encoded) {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
    server.stop();
    let database = std::fs::read(place.data().join("oxupdated.sqlite")).unwrap();
    let holds = |text: &str| database.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("$argon2id$"));
    assert!(!holds(PASSWORD));
}

//! Devices: PCs that sign in with a token of their own.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::http::{Answer, UPDATE_XML, get, package_path, post};
use crate::place::{PASSWORD, Place, Running};

/// A PC of a story.
pub(crate) fn device(number: u128) -> String {
    Uuid::from_u128(number).to_string()
}

/// Enrols a PC with whatever credentials.
fn enrol_as(server: &Running, credentials: &str, body: impl Into<Vec<u8>>) -> Answer {
    let request = post("/api/v1/devices", body).basic(credentials.as_bytes());
    request.header("Content-Type", "application/json").send(server)
}

/// Enrols a PC of a user whose password is [`PASSWORD`], and answers with its token.
pub(crate) fn enrol(server: &Running, user: &str, number: u128) -> String {
    let body = json!({"device": device(number), "computer_name": format!("PC-{number}")}).to_string();
    let answer = enrol_as(server, &format!("{user}:{PASSWORD}"), body);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let answer: Value = serde_json::from_slice(&answer.body).unwrap();
    answer["token"].as_str().unwrap().to_owned()
}

/// How the server answers to a name and what is sent as the password.
pub(crate) fn status(server: &Running, user: &str, secret: &str) -> u16 {
    get(UPDATE_XML).basic(format!("{user}:{secret}").as_bytes()).send(server).status
}

#[test]
fn a_token_opens_what_a_client_needs_and_nothing_else() {
    let place = Place::of(&["anna", "ben"]);
    place.publish("notes-1.0.0.msi", &[]);
    let server = place.serve();
    let body = json!({"device": device(1), "computer_name": "PC-1"}).to_string();
    let answer = enrol_as(&server, &format!("anna:{PASSWORD}"), body.clone());
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let answer: Value = serde_json::from_slice(&answer.body).unwrap();
    let token = answer["token"].as_str().unwrap().to_owned();
    assert!(token.starts_with("oxd1_") && token.len() == 48, "{token}");
    assert_eq!(answer.as_object().unwrap().len(), 1);

    let credentials = format!("anna:{token}");
    let products = get(UPDATE_XML).basic(credentials.as_bytes()).send(&server).products();
    assert_eq!(products.len(), 1);
    let file = get(&package_path(&products[0])).basic(credentials.as_bytes()).send(&server);
    assert_eq!((file.status, file.body.len() as u64), (200, products[0].size.unwrap()));
    assert_eq!(status(&server, "ANNA", &token), 200, "a name is known in any case");
    assert_eq!(status(&server, "ben", &token), 401, "a token is good for one user");
    assert_eq!(status(&server, "nobody", &token), 401);
    for wrong in ["oxd1_", "oxd1_x", &token[..47], &format!("{token}A"), &token.replace("oxd1_", "oxd2_")] {
        assert_eq!(status(&server, "anna", wrong), 401, "{wrong}");
    }

    let forbidden = enrol_as(&server, &credentials, body.clone());
    assert_eq!(forbidden.status, 403);
    assert_eq!(
        forbidden.text(),
        "This takes your password: sign in with it, and not with a device's token.\n"
    );
    assert_eq!(enrol_as(&server, &credentials, "no enrolment").status, 403);
    assert_eq!(enrol_as(&server, "anna:wrong password", body).status, 401);
    let listed = get("/api/v1/devices").basic(credentials.as_bytes()).send(&server);
    assert_eq!(listed.status, 401, "the list takes an API token alone");
    assert_eq!(place.list("device").len(), 1);
}

#[test]
fn a_token_ends_at_the_next_request() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let [one, two] = [1, 2].map(|number| enrol(&server, "anna", number));
    let of_ben = enrol(&server, "ben", 1);
    let check = |expected: [u16; 3]| {
        let now =
            [status(&server, "anna", &one), status(&server, "anna", &two), status(&server, "ben", &of_ben)];
        assert_eq!(now, expected);
    };
    check([200, 200, 200]);
    let said = place.done(&["device", "revoke", "ANNA", &device(1)]);
    assert_eq!(said, format!("The device {} of ANNA has to sign in again.\n", device(1)));
    check([401, 200, 200]);
    let again = place.done(&["device", "revoke", "anna", &device(1)]);
    assert!(again.ends_with("was revoked before. Nothing was changed.\n"), "{again}");
    assert_eq!(status(&server, "anna", PASSWORD), 200, "the password counts as before");

    let file = place.write("password", PASSWORD);
    place.done(&["user", "set-password", "anna", "--password-file", &file]);
    check([401, 401, 200]);
    let three = enrol(&server, "anna", 1);
    assert_eq!(status(&server, "anna", &three), 200, "a revoked device can be enrolled again");
    check([401, 401, 200]);
    place.done(&["user", "disable", "anna"]);
    assert_eq!(status(&server, "anna", &three), 401);
    place.done(&["user", "enable", "anna"]);
    assert_eq!(status(&server, "anna", &three), 401, "disabling ends tokens for good");

    place.done(&["user", "remove", "ben"]);
    check([401, 401, 401]);
    place.add_user("ben");
    check([401, 401, 401]);
    assert_eq!(place.list("device").iter().filter(|line| line["user"] == "ben").count(), 0);
}

#[test]
fn a_report_by_password_speaks_of_no_others_device() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    enrol(&server, "anna", 1);
    let report = |user: &str, device_number: u128, id: u128| {
        let body = json!({
            "id": Uuid::from_u128(id), "device": device(device_number), "product": "Fixture Notes",
            "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "platform": "x64",
            "from_version": "1.0.0", "to_version": "2.0.0", "outcome": "installed", "exit_code": 0,
            "duration": 42, "ended_at": 1_700_000_000,
        });
        let request = post("/api/v1/reports", body.to_string()).user(user);
        request.header("Content-Type", "application/json").send(&server).status
    };
    assert_eq!(report("anna", 1, 1), 201);
    assert_eq!(report("ben", 1, 2), 404, "Anna's PC");
    assert_eq!(report("ben", 9, 3), 201, "a PC that nobody has enrolled");
    enrol(&server, "ben", 1);
    assert_eq!(report("ben", 1, 4), 201, "a PC of both");
    place.done(&["device", "revoke", "anna", &device(1)]);
    assert_eq!(report("anna", 1, 5), 404, "it was revoked");
    assert_eq!(report("ben", 1, 6), 201);
}

#[test]
fn enrolling_again_replaces_the_token() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let [first, other] = [1, 2].map(|number| enrol(&server, "anna", number));
    let of_ben = enrol(&server, "ben", 1);
    let second = enrol(&server, "anna", 1);
    assert_ne!(first, second);
    assert_eq!(status(&server, "anna", &first), 401);
    for (user, token) in [("anna", &second), ("anna", &other), ("ben", &of_ben)] {
        assert_eq!(status(&server, user, token), 200, "two users of one PC have a token each");
    }
    assert_eq!(place.list("device").len(), 3);
}

#[test]
fn what_is_no_enrolment_is_refused() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let check = |body: Value, status: u16, sentence: &str| {
        let answer = enrol_as(&server, &format!("anna:{PASSWORD}"), body.to_string());
        assert_eq!(answer.status, status, "{}", answer.text());
        assert!(answer.text().starts_with(sentence), "{}", answer.text());
    };
    let name = |name: &str| json!({"device": device(1), "computer_name": name});
    check(json!([]), 400, "The request cannot be read");
    check(json!({"device": "PC-1", "computer_name": "PC-1"}), 400, "The request cannot be read");
    check(json!({"device": device(1)}), 400, "The request cannot be read (missing field");
    let mut more = name("PC-1");
    more["password"] = json!("x");
    check(more, 400, "The request cannot be read (unknown field");
    check(name(""), 400, "The computer's name has 1 to 255 characters");
    check(name("PC\u{7}"), 400, "The computer's name");
    check(name(&"x".repeat(256)), 400, "The computer's name");
    check(name(&"x".repeat(5_000)), 413, "The request is too large.");
    let request = post("/api/v1/devices", name("PC-1").to_string()).user("anna");
    assert_eq!(request.header("Content-Type", "text/plain").send(&server).status, 415);
    assert!(place.list("device").is_empty());
    check(name(&"ä".repeat(255)), 201, "{\"token\":");
}

#[test]
fn a_user_has_so_many_devices_and_the_one_longest_unseen_makes_room() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let of_ben = enrol(&server, "ben", 1);
    let tokens: Vec<String> = (0..50).map(|number| enrol(&server, "anna", number)).collect();
    place.done(&["device", "revoke", "anna", &device(7)]);
    let listed = || -> Vec<String> {
        let lines = place.list("device");
        let of_anna = lines.iter().filter(|line| line["user"] == "anna");
        of_anna.map(|line| line["device"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(listed().len(), 50);
    enrol(&server, "anna", 3);
    assert_eq!(listed().len(), 50, "a device that is known takes no room");
    enrol(&server, "anna", 50);
    assert_eq!(listed().len(), 50);
    assert!(!listed().contains(&device(7)), "revoked ones go first");
    // All are seen within one second or so: which one goes is decided by times of whole seconds, and then by age.
    enrol(&server, "anna", 51);
    assert_eq!(listed().len(), 50);
    assert_eq!(status(&server, "ben", &of_ben), 200, "another user's devices stay");
    let gone = tokens.iter().filter(|token| status(&server, "anna", token) == 401).count();
    assert_eq!(gone, 3, "a revoked one, a replaced one, and one that made room");
    let audit = place.list("audit");
    let made_room = audit[0]["detail"].as_str().unwrap();
    let expected = format!("{} (PC-51) <- device:", device(51));
    assert!(made_room.starts_with(&expected), "{made_room}");
}

#[test]
fn who_enrols_on_and_on_is_told_to_wait() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    for _ in 0..100 {
        enrol(&server, "anna", 1);
    }
    let body = json!({"device": device(1), "computer_name": "PC-1"}).to_string();
    let refused = enrol_as(&server, &format!("anna:{PASSWORD}"), body);
    assert_eq!(refused.status, 429, "{}", refused.text());
    assert!(
        refused.text().starts_with("Too many PCs were enrolled with this account."),
        "{}",
        refused.text()
    );
    let seconds: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=3_600).contains(&seconds), "{seconds}");
    enrol(&server, "ben", 1);
    assert_eq!(place.list("device").len(), 2);
}

#[test]
fn the_list_shows_devices_and_when_they_were_seen() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let token = enrol(&server, "ben", 2);
    enrol(&server, "anna", 1);
    let lines = place.list("device");
    let fixed = |line: &Value| {
        let mut line = line.clone();
        assert!(line["id"].take().is_number());
        let enrolled_at = line["enrolled_at"].take();
        assert!(enrolled_at.as_str().unwrap().ends_with('Z'), "{enrolled_at}");
        line
    };
    let line = |user: &str, number: u128| {
        json!({
            "id": null, "user": user, "device": device(number), "computer_name": format!("PC-{number}"), "standing": "enrolled",
            "enrolled_at": null, "last_seen_at": null, "check_in": null,
        })
    };
    assert_eq!(lines.iter().map(fixed).collect::<Vec<_>>(), [line("anna", 1), line("ben", 2)]);

    let answer = get(UPDATE_XML).basic(format!("ben:{token}").as_bytes()).send(&server);
    let seen_at = |user: &str| {
        let lines = place.list("device");
        lines.iter().find(|line| line["user"] == user).unwrap()["last_seen_at"].clone()
    };
    assert!(seen_at("ben").as_str().unwrap() >= lines[1]["enrolled_at"].as_str().unwrap());
    assert_eq!(seen_at("anna"), Value::Null);
    let anna = enrol(&server, "anna", 1);
    let unchanged = get(UPDATE_XML).header("If-None-Match", answer.header("etag"));
    assert_eq!(unchanged.basic(format!("anna:{anna}").as_bytes()).send(&server).status, 304);
    assert!(seen_at("anna").is_string(), "an unchanged list is a check too");

    let of_ben: Vec<Value> = serde_json::from_str(&place.done(&["device", "list", "BEN", "--json"])).unwrap();
    assert_eq!(of_ben.len(), 1);
    place.done(&["device", "revoke", "ben", &device(2)]);
    let table = place.done(&["device", "list"]);
    let rows: Vec<Vec<&str>> = table.lines().map(|row| row.split_whitespace().collect()).collect();
    assert_eq!(rows[0][..4], ["User", "Computer", "PC", "State"]);
    assert_eq!(rows[1][..4], ["anna", "PC-1", &device(1), "enrolled"]);
    assert_eq!(rows[2][..4], ["ben", "PC-2", &device(2), "revoked"]);
    let nobody = place.run(&["device", "list", "nobody"]);
    assert_eq!((nobody.code, nobody.error.starts_with("There is no user nobody.")), (1, true), "{nobody:?}");
}

#[test]
fn a_stop_writes_what_waits_and_a_crash_keeps_every_token() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let token = enrol(&server, "anna", 1);
    let ended = enrol(&server, "anna", 2);
    assert_eq!(status(&server, "anna", &token), 200);
    place.done(&["device", "revoke", "anna", &device(2)]);
    server.stop();
    // Without a server: what is written is what there is.
    let lines = place.list("device");
    assert!(lines[0]["last_seen_at"].is_string(), "{lines:?}");

    let server = place.serve();
    assert_eq!((status(&server, "anna", &token), status(&server, "anna", &ended)), (200, 401));
    let newer = enrol(&server, "anna", 3);
    place.done(&["device", "revoke", "anna", &device(1)]);
    server.crash();
    let server = place.serve();
    let now = [&token, &ended, &newer].map(|token| status(&server, "anna", token));
    assert_eq!(now, [401, 401, 200], "what was acknowledged counts after a crash");
}

#[test]
fn verbs_say_what_is_wrong() {
    let place = Place::of(&["anna", "ben"]);
    let check = || {
        for (user, device, sentence) in [
            ("nobody", device(1), "There is no user nobody."),
            ("anna", device(1), "The user anna has no device 00000000-"),
            (
                "Anna",
                "PC-1".to_owned(),
                "The user anna has no device PC-1. “oxupdated device list” shows all devices.",
            ),
        ] {
            let said = place.run(&["device", "revoke", user, &device]);
            assert_eq!(said.code, 1, "{said:?}");
            assert!(said.error.starts_with(sentence), "{said:?}");
        }
        assert_eq!(place.done(&["device", "list"]), "There are no devices.\n");
    };
    check();
    let _server = place.serve();
    check();
}

#[test]
fn enrolling_and_revoking_are_in_the_audit() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let token = enrol(&server, "anna", 1);
    place.done(&["device", "revoke", "ANNA", &device(1)]);
    let audit = place.list("audit");
    let shown: Vec<Value> = audit[..2]
        .iter()
        .map(|line| json!([line["actor_kind"], line["action"], line["subject"], line["detail"]]))
        .collect();
    let detail = format!("{} (PC-1)", device(1));
    assert_eq!(
        shown,
        [
            json!(["operating-system", "device.revoke", "anna", detail]),
            json!(["user", "device.enrol", "anna", detail]),
        ]
    );
    assert_eq!(audit[1]["actor"], "anna");
    assert!(!json!(audit).to_string().contains(&token[5..]));
}

#[test]
fn a_token_is_never_logged_or_stored_and_never_a_password() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve_with(&[("OXUPDATED_LOG", "trace")]);
    let token = enrol(&server, "anna", 1);
    assert_eq!(status(&server, "anna", &token), 200);
    assert_eq!(status(&server, "ben", &token), 401);
    let log = server.log();
    assert!(log.contains("device.enrol") && log.contains("status=401"), "{log}");
    assert!(!log.contains(&token[5..]), "the token is in the log");
    server.stop();
    let database = std::fs::read(place.data().join("oxupdated.sqlite")).unwrap();
    let holds = |text: &str| database.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("PC-1") && !holds(&token[5..]));

    let file = place.write("token", &token);
    let said = place.run(&["user", "set-password", "anna", "--password-file", &file]);
    assert_eq!(said.code, 1);
    assert_eq!(
        said.error,
        "The password begins with oxd1_, as the tokens of devices do. Choose another one.\n"
    );
}

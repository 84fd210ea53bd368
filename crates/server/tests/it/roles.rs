//! Roles: given at the command line, and the administrator who has to stay.

use serde_json::Value;

use crate::place::Place;

fn roles(place: &Place) -> Vec<String> {
    let lines: Vec<Value> = place.list("user");
    lines.iter().map(|line| format!("{} {}", line["name"], line["role"]).replace('"', "")).collect()
}

#[test]
fn a_role_is_given_and_shown() {
    let place = Place::new();
    place.add_user("anna");
    place.add_user_as("ben", "viewer");
    assert_eq!(roles(&place), ["anna user", "ben viewer"]);
    assert_eq!(
        place.done(&["user", "set-role", "anna", "administrator"]),
        "anna has the role administrator now, and has to sign in again everywhere.\n"
    );
    assert_eq!(
        place.done(&["user", "set-role", "anna", "administrator"]),
        "anna has the role administrator already. Nothing was changed.\n"
    );
    assert_eq!(roles(&place), ["anna administrator", "ben viewer"]);
    assert!(place.done(&["user", "list"]).contains("administrator"));
    assert_eq!(place.run(&["user", "set-role", "anna", "emperor"]).code, 2);
    assert_eq!(place.run(&["user", "set-role", "nobody", "viewer"]).code, 1);
    let audit = place.list("audit");
    assert_eq!(
        (audit[0]["action"].as_str(), audit[0]["detail"].as_str()),
        (Some("user.set-role"), Some("administrator"))
    );
}

#[test]
fn the_last_administrator_stays_whoever_asks() {
    let place = Place::new();
    place.add_user_as("anna", "administrator");
    place.add_user_as("ben", "administrator");
    place.add_user_as("claire", "publisher");
    place.done(&["user", "disable", "ben"]);
    let _server = place.serve();
    for verb in [
        &["user", "remove", "anna"][..],
        &["user", "disable", "anna"],
        &["user", "set-role", "ANNA", "publisher"],
    ] {
        let refused = place.run(verb);
        assert_eq!(refused.code, 1, "{verb:?}: {refused:?}");
        assert!(refused.error.starts_with("anna is the last administrator who can sign in"), "{refused:?}");
    }
    place.done(&["user", "remove", "ben"]);
    place.done(&["user", "set-role", "claire", "administrator"]);
    place.done(&["user", "remove", "anna"]);
    assert_eq!(roles(&place), ["claire administrator"]);
}

#[test]
fn two_administrators_who_go_at_once_do_not_both_go() {
    for _ in 0..4 {
        let place = Place::new();
        let _server = place.serve();
        ["anna", "ben"].iter().for_each(|name| place.add_user_as(name, "administrator"));
        let verbs: [&[&str]; 2] = [&["user", "set-role", "anna", "user"], &["user", "disable", "ben"]];
        let codes: Vec<i32> = std::thread::scope(|scope| {
            let place = &place;
            let threads: Vec<_> =
                verbs.iter().map(|verb| scope.spawn(move || place.run(verb).code)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(codes.iter().sum::<i32>(), 1, "one is done and one refused: {codes:?}");
    }
}

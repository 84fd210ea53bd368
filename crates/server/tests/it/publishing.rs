//! Publishing and withdrawing: what is asked twice, what is told, and what each user reads.

use catalog::Product;

use crate::fixtures::fixture_argument;
use crate::http::{Answer, UPDATE_XML, get, offered, products};
use crate::place::Place;

#[test]
fn withdrawing_tells_what_it_changes_and_for_how_many() {
    let place = Place::new();
    for user in ["anna", "ben", "carla", "dora", "emil"] {
        place.add_user(user);
    }
    let granted = [
        ("anna", "old"),
        ("anna", "new"),
        ("ben", "new"),
        ("carla", "new"),
        ("emil", "new"),
        ("emil", "old"),
    ];
    for (user, permission) in granted {
        place.done(&["permission", "grant", user, permission]);
    }
    // Who cannot sign in is offered nothing.
    place.done(&["user", "disable", "emil"]);
    place.publish("notes-1.0.0.msi", &["--require", "old"]);
    place.publish("notes-2.0.0.msi", &["--require", "new"]);
    let server = place.serve();
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 2.0.0"]);
    let kept = "Nobody is downgraded: PCs keep what they have.\n";
    assert_eq!(
        place.done(&["package", "withdraw", "Fixture Notes", "2.0.0"]),
        format!(
            "Fixture Notes 2.0.0 (x64) is no longer offered.\n\
             1 user is offered Fixture Notes 1.0.0 (x64) again.\n\
             2 users are offered nothing of it any more.\n{kept}"
        )
    );
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    assert!(offered(&server, "ben").is_empty());
    place.publish("notes-2.0.0.msi", &["--require", "new"]);
    assert_eq!(
        place.done(&["package", "withdraw", "Fixture Notes", "1.0.0"]),
        "Fixture Notes 1.0.0 (x64) is no longer offered.\nNobody was offered it, so nothing changes for anyone.\n"
    );
    let said = place.run_with(&["package", "withdraw", "Fixture Notes"], &[("OXUPDATER_LANGUAGE", "de")], "");
    assert!(said.output.contains("3 Personen wird nichts mehr davon angeboten."), "{said:?}");
}

#[test]
fn a_lower_version_is_published_only_if_it_is_meant() {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-2.0.0.msi", &[]);
    let lower = fixture_argument("notes-1.0.0.msi");
    for arguments in [&["package", "add", &lower][..], &["package", "add", &lower, "--require", "beta"]] {
        let said = place.run(arguments);
        assert_eq!(said.code, 1, "{said:?}");
        for part in
            ["Fixture Notes 1.0.0 (x64) is lower than Fixture Notes 2.0.0 (x64)", "--force", "Withdraw"]
        {
            assert!(said.error.contains(part), "{part} is missing in: {said:?}");
        }
    }
    assert_eq!(place.list("package").len(), 1, "what is refused leaves nothing");
    place.publish("notes-1.0.0.msi", &["--force"]);
    let server = place.serve();
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 2.0.0"]);
    place.done(&["package", "withdraw", "Fixture Notes", "1.0.0"]);
    // Also what was withdrawn and is published again.
    assert_eq!(place.run(&["package", "add", &lower]).code, 1);
    place.done(&["package", "withdraw", "Fixture Notes", "2.0.0"]);
    place.publish("notes-1.0.0.msi", &[]);
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    // Above what all are offered, and below a stage of its own: no word is needed.
    place.publish("notes-3.0.0.msi", &["--require", "beta"]);
    place.publish("notes-2.0.0.msi", &[]);
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 2.0.0"]);
}

#[test]
fn a_release_date_hides_nothing() {
    let place = Place::new();
    place.add_user("anna");
    let file = fixture_argument("notes-1.0.0.msi");
    let said = place.run(&["package", "add", &file, "--release-date", "2999-12-31"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.output.starts_with("Fixture Notes 1.0.0 (x64) is published for everyone"), "{said:?}");
    assert_eq!(
        said.error,
        "The release date 31.12.2999 is in the future. The package is offered all the same, from now on.\n"
    );
    let server = place.serve();
    let date = |product: &Product| product.release_date.clone().unwrap().to_string();
    assert_eq!(products(&server, "anna").iter().map(date).collect::<Vec<_>>(), ["31.12.2999"]);
    let file = fixture_argument("notes-2.0.0.msi");
    let said = place.run(&["package", "add", &file, "--release-date", "01.01.1990"]);
    assert_eq!((said.code, said.error.as_str()), (0, ""));
    assert_eq!(products(&server, "anna").iter().map(date).collect::<Vec<_>>(), ["01.01.1990"]);
}

#[test]
fn each_user_reads_its_own_name_and_no_other() {
    let place = Place::new();
    let hostile = "x\" /x {0} REBOOT=\"Force ${OX_SERVERURL} <&>";
    for user in ["anna", "Jörg Müller", hostile] {
        place.add_user(user);
    }
    let server = place.serve_with(&[("OXUPDATED_PUBLIC_URL", "https://updates.example.com/ox")]);
    place.publish("notes-1.0.0.msi", &["--install-params", "/passive OX_SERVERURL=${OX_SERVERURL}"]);
    let answer =
        |user: &str| -> Answer { get(UPDATE_XML).user(user).header("Host", "localhost").send(&server) };
    let shared = answer("anna");
    assert_eq!(shared.header("etag"), answer(hostile).header("etag"), "nothing in it is anybody's own");
    let properties = |answer: &Answer| -> Vec<(String, String)> {
        let products = answer.products();
        assert!(products[0].install_params.to_string().starts_with("/passive "), "{products:?}");
        let properties = products[0].install_params.properties();
        properties.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    let url = ("OX_SERVERURL".to_owned(), "https://updates.example.com/ox".to_owned());
    assert_eq!(properties(&shared), std::slice::from_ref(&url));

    let both = "/passive OX_SERVERURL=${OX_SERVERURL} OX_USERNAME=\"${OX_USERNAME}\"";
    place.publish("notes-2.0.0.msi", &["--install-params", both]);
    let mut tags = Vec::new();
    for user in ["anna", "Jörg Müller", hostile, "anna"] {
        let answer = answer(user);
        assert_eq!(properties(&answer), [url.clone(), ("OX_USERNAME".to_owned(), user.to_owned())]);
        tags.push(answer.header("etag").to_owned());
    }
    assert_eq!(tags[0], tags[3]);
    assert!(tags[0] != tags[1] && tags[1] != tags[2] && tags[0] != tags[2], "{tags:?}");
    // A name is filled as it was given to the user, however it is written at signing in.
    assert_eq!(properties(&answer("ANNA"))[1].1, "anna");
    let other = get(UPDATE_XML).user("ANNA").header("Host", "localhost").header("If-None-Match", &tags[1]);
    assert_eq!(other.send(&server).status, 200, "another user's tag is not this user's");

    let file = fixture_argument("notes-3.0.0.msi");
    for wrong in ["A=${OX_PASSWORD}", "A=${OX_USERNAME", "/${OX_USERNAME}", "${OX_USERNAME}=1"] {
        let said = place.run(&["package", "add", &file, "--install-params", wrong]);
        assert_eq!(said.code, 1, "{wrong}: {said:?}");
    }
}

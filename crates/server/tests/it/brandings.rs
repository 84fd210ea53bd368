//! Packages for languages and brandings: who is offered what, and folders of the original that are imported.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::fixtures::fixture_argument;
use crate::http::{Answer, UPDATE_XML, get, offered};
use crate::place::{Place, Running};

/// What a reader of a language is offered, and what the answer varies by.
fn reading(server: &Running, user: &str, language: &str) -> (Vec<String>, Answer) {
    let answer = get(UPDATE_XML).user(user).header("Accept-Language", language).send(server);
    let products = answer.products();
    (products.iter().map(|product| format!("{} {}", product.name, product.version)).collect(), answer)
}

#[test]
fn each_reader_is_offered_the_own_language() {
    let place = Place::of(&["anna"]);
    let server = place.serve();
    let bytes = |fixture: &str| fs::read(fixture_argument(fixture)).unwrap();
    let plain = reading(&server, "anna", "de-DE").1;
    assert_eq!(plain.header("vary"), "Authorization");
    // The file's name says what it speaks, or the administrator does.
    let german = place.write("Notes.de_DE.msi", bytes("notes-1.0.0.msi"));
    place.done(&["package", "add", &german]);
    let before = reading(&server, "anna", "fr-FR").0;
    assert_eq!(before, ["Fixture Notes 1.0.0"], "something is better than nothing");
    place.publish("notes-2.0.0.msi", &["--locale", "en-US"]);
    let check = |language: &str, expected: &str| {
        let (found, answer) = reading(&server, "anna", language);
        assert_eq!(found, [expected], "{language}");
        assert_eq!(answer.header("vary"), "Authorization, Accept-Language");
        answer.header("etag").to_owned()
    };
    let one = check("de-DE,de;q=0.9,en;q=0.5", "Fixture Notes 1.0.0");
    let two = check("fr-FR", "Fixture Notes 2.0.0");
    assert_ne!(one, two);
    check("de-AT", "Fixture Notes 1.0.0");
    check("", "Fixture Notes 2.0.0");
    let lines = place.list("package");
    let states: Vec<_> = lines.iter().map(|line| format!("{} {}", line["locale"], line["state"])).collect();
    assert_eq!(states, ["\"de_DE\" \"offered\"", "\"en_US\" \"offered\""]);
    let wrong = place.run(&["package", "set", "Fixture Notes", "--locale", "German"]);
    assert_eq!(wrong.code, 1, "{wrong:?}");
}

#[test]
fn a_draft_begins_with_the_locale_of_its_file() {
    let place = Place::of(&["anna"]);
    let bytes = fs::read(fixture_argument("notes-1.0.0.msi")).unwrap();
    let file = place.write("OXtender_for_Microsoft_Outlook.sv_SE.msi", bytes);
    place.done(&["package", "add", &file, "--draft"]);
    place.done(&["package", "publish", "1"]);
    assert_eq!(place.list("package")[0]["locale"], "sv_SE");
    // What somebody says counts more.
    place.done(&["package", "set", "Fixture Notes", "--locale", ""]);
    assert_eq!(place.list("package")[0]["locale"], Value::Null);
}

#[test]
fn users_of_a_group_see_its_branding_and_nobody_else_does() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    place.publish("notes-1.0.0.msi", &[]);
    place.done(&["group", "add", "sales"]);
    place.done(&["group", "join", "sales", "ben"]);
    let unknown = place.run(&["package", "add", &fixture_argument("notes-2.0.0.msi"), "--branding", "acme"]);
    assert_eq!(unknown.code, 1, "{unknown:?}");
    place.done(&["branding", "add", "Acme", "--shown-name", "Acme & Co"]);
    place.done(&["branding", "assign", "acme", "sales"]);
    place.done(&["branding", "dress", "acme", "Fixture Notes", "--name", "Acme Notes"]);
    assert_eq!(offered(&server, "ben"), ["Acme Notes 1.0.0"]);
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    place.publish("notes-2.0.0.msi", &["--branding", "acme"]);
    assert_eq!(offered(&server, "ben"), ["Acme Notes 2.0.0"]);
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    // Others are told that the file does not exist.
    let url = get(UPDATE_XML).user("ben").send(&server).products().remove(0).url;
    let path = url.split_once(server.address.as_str()).unwrap().1;
    assert_eq!(get(path).user("ben").send(&server).status, 200);
    assert_eq!(get(path).user("anna").send(&server).status, 404);
    let kept = place.run(&["branding", "remove", "acme"]);
    assert!(kept.code == 1 && kept.error.contains("acme"), "{kept:?}");
    let shown: Value = serde_json::from_str(&place.done(&["user", "show", "ben", "--json"])).unwrap();
    assert_eq!(shown["branding"], "acme");
    let verdicts: Vec<_> =
        shown["products"][0]["packages"].as_array().unwrap().iter().map(|one| &one["verdict"]).collect();
    assert_eq!(verdicts, ["offered", "other-branding"]);
    place.done(&["branding", "unassign", "sales"]);
    assert_eq!(offered(&server, "ben"), ["Fixture Notes 1.0.0"]);
    let actions: Vec<_> =
        place.list("audit").iter().map(|line| line["action"].as_str().unwrap().to_owned()).collect();
    for action in ["branding.add", "branding.assign", "branding.dress", "branding.unassign"] {
        assert!(actions.iter().any(|known| known == action), "{action}: {actions:?}");
    }
}

/// Writes a branding folder as the original has them.
fn write_folder(parent: &Path, name: &str, msi: &str, properties: &str) {
    let folder = parent.join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.branding")), properties).unwrap();
    fs::copy(fixture_argument(msi), folder.join("OX Drive_v1.0.0.msi")).unwrap();
    fs::copy(fixture_argument("icon.ico"), folder.join("drive.ico")).unwrap();
    fs::write(folder.join("OX Drive_v1.0.0.exe"), "MZ").unwrap();
}

#[test]
fn folders_of_the_original_are_imported_as_they_are() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    place.done(&["group", "add", "sales"]);
    place.done(&["group", "join", "sales", "ben"]);
    let folders = tempfile::tempdir().unwrap();
    let says = "name=Acme Drive\nversion: 1.0.0\nrelease 2016-05-23\nminimumVersion=1.5.0\n";
    write_folder(folders.path(), "Acme", "notes-1.0.0.msi", says);
    write_folder(folders.path(), "Other", "notes-2.0.0.msi", "name=Other Drive\nversion=9\nrelease=Spring\n");
    write_folder(folders.path(), "broken", "notes-3.0.0.msi", "name=Broken\n");
    fs::create_dir(folders.path().join("empty")).unwrap();
    let path = folders.path().to_str().unwrap();

    let tried = place.run(&["branding", "import", path, "--dry-run"]);
    assert_eq!(tried.code, 1, "two folders are left out: {tried:?}");
    assert!(tried.output.contains("Acme: The branding acme would be added."), "{tried:?}");
    assert!(place.list("branding").is_empty() && place.list("package").is_empty());

    let done = place.run(&["branding", "import", path, "--publish"]);
    for told in
        ["OX Drive_v1.0.0.exe", "broken was left out", "“version”", "empty was left out", "says version 9"]
    {
        assert!(done.error.contains(told), "{told}: {done:?}");
    }
    assert!(done.error.contains("1.5.0"), "below the lowest version: {done:?}");
    let brandings = place.list("branding");
    let names: Vec<_> = brandings.iter().map(|line| line["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["acme", "other"]);
    assert_eq!(brandings[0]["shown_name"], "Acme");
    assert_eq!(brandings[0]["products"][0]["name"], "Acme Drive");
    assert_eq!(brandings[0]["products"][0]["minimum_version"], "1.5.0");
    assert_eq!(brandings[0]["products"][0]["below_minimum"][0], "Fixture Notes 1.0.0 (x64, acme)");
    assert!(brandings[0]["products"][0]["icon"].is_string());
    assert!(offered(&server, "ben").is_empty());

    // Once more, for a group: what is there stays.
    let acme = folders.path().join("Acme");
    place.done(&["branding", "import", acme.to_str().unwrap(), "--publish", "--group", "sales"]);
    assert_eq!(place.list("package").len(), 2);
    assert_eq!(offered(&server, "ben"), ["Acme Drive 1.0.0"]);
    assert!(offered(&server, "anna").is_empty());
    let product = get(UPDATE_XML).user("ben").send(&server).products().remove(0);
    assert_eq!(product.release_date.unwrap().to_string(), "23.05.2016");
    assert_eq!(product.icon.unwrap().as_bytes(), fs::read(fixture_argument("icon.ico")).unwrap());
}

#[test]
fn without_publish_an_imported_package_is_a_draft() {
    let place = Place::of(&["anna"]);
    let folders = tempfile::tempdir().unwrap();
    write_folder(folders.path(), "acme", "notes-1.0.0.msi", "name=A\nversion=1.0.0\nrelease=Spring\n");
    let path = folders.path().join("acme");
    for _ in 0..2 {
        let said = place.done(&["branding", "import", path.to_str().unwrap()]);
        assert!(said.contains("is draft 1"), "{said}");
    }
    assert!(place.list("package").is_empty());
    place.done(&["package", "publish", "1"]);
    assert_eq!(place.list("package")[0]["branding"], "acme");
}

#[test]
fn two_organisations_never_become_one() {
    let place = Place::of(&["anna"]);
    let folders = tempfile::tempdir().unwrap();
    let says = |name: &str| format!("name={name}\nversion=1.0.0\nrelease=Spring\n");
    write_folder(folders.path(), "Möller", "notes-1.0.0.msi", &says("One"));
    write_folder(folders.path(), "Müller", "notes-2.0.0.msi", &says("Two"));
    let path = folders.path().to_str().unwrap();
    let done = place.run(&["branding", "import", path, "--publish"]);
    assert_eq!(done.code, 1, "{done:?}");
    assert!(done.error.contains("Müller was left out"), "{done:?}");
    assert!(done.error.contains("oxupdated branding rename"), "{done:?}");
    let brandings = place.list("branding");
    assert_eq!((brandings.len(), &brandings[0]["shown_name"]), (1, &Value::from("Möller")));
    assert_eq!(brandings[0]["products"][0]["name"], "One");
    assert_eq!(place.list("package").len(), 1);
    let tried = place.run(&["branding", "import", path, "--dry-run"]);
    assert!(tried.code == 1 && tried.error.contains("was left out"), "{tried:?}");
}

#[test]
fn a_package_is_not_taken_from_one_branding_for_another() {
    let says = "name=A\nversion=1.0.0\nrelease=Spring\n";
    for (effort, expected) in [(Some("--publish"), "for the branding acme alone"), (None, "draft 1 already")]
    {
        let place = Place::of(&["anna"]);
        let folders = tempfile::tempdir().unwrap();
        for name in ["acme", "other"] {
            write_folder(folders.path(), name, "notes-1.0.0.msi", says);
        }
        let mut verb = vec!["branding", "import", folders.path().to_str().unwrap()];
        verb.extend(effort);
        let done = place.run(&verb);
        assert!(done.code == 1 && done.error.contains("other was left out"), "{done:?}");
        assert!(done.error.contains(expected), "{done:?}");
        assert_eq!(place.list("branding").len(), 1, "nothing of the other is written");
        if effort.is_none() {
            place.done(&["package", "publish", "1"]);
        }
        assert_eq!(place.list("package")[0]["branding"], "acme");
    }
}

//! Verbs: the same with a running server and without one.

use std::os::unix::fs::{MetadataExt, PermissionsExt};

use serde_json::{Value, json};

use crate::fixtures::fixture_argument;
use crate::http::{offered, products};
use crate::place::{Answered, Place, files_below};

/// Runs verbs that do and refuse all sorts of things.
fn story(place: &Place) -> Vec<Answered> {
    let [password, short] = [place.write("password", "correct horse\n"), place.write("short", "1234567")];
    let [one, two, no_code, no_msi] =
        ["notes-1.0.0.msi", "notes-2.0.0.msi", "no-upgrade-code.msi", "not-an-msi.msi"].map(fixture_argument);
    let verbs: &[&[&str]] = &[
        &["user", "add", "anna", "--password-file", &password],
        &["user", "add", "ANNA", "--password-file", &password],
        &["user", "add", "ben", "--password-file", &short],
        &["user", "add", "a:b", "--password-file", &password],
        &["user", "set-password", "anna", "--password-file", &password],
        &["user", "set-password", "nobody", "--password-file", &password],
        &["user", "disable", "anna"],
        &["user", "disable", "anna"],
        &["user", "enable", "anna"],
        &["user", "enable", "anna"],
        &["user", "enable", "nobody"],
        &["group", "add", "outlook"],
        &["group", "add", "Anna"],
        &["user", "add", "Outlook", "--password-file", &password],
        &["group", "join", "outlook", "anna"],
        &["group", "join", "outlook", "anna"],
        &["group", "join", "outlook", "nobody"],
        &["group", "join", "anna", "anna"],
        &["permission", "grant", "outlook", "olox20"],
        &["permission", "grant", "outlook", "olox20"],
        &["permission", "grant", "nobody", "olox20"],
        &["permission", "grant", "anna", "not a permission"],
        &["permission", "revoke", "anna", "olox20"],
        &["package", "add", &one, "--require", "olox20", "--importance", "high"],
        &["package", "add", &one],
        &["package", "add", &two],
        &["package", "add", &no_code],
        &["package", "add", &no_msi],
        &["package", "add", "/no/such/file.msi"],
        &["package", "add", &two, "--install-params", "/x"],
        &["package", "add", &two, "--icon", &no_msi],
        &["package", "add", &two, "--info-url", "ftp://example.com"],
        &["package", "add", &two, "--close-first", "C:\\a.exe"],
        &["package", "withdraw", "Fixture Notes"],
        &["package", "withdraw", "Fixture Notes", "1.0.0"],
        &["package", "withdraw", "Fixture Notes", "1.0.0"],
        &["package", "withdraw", "nothing"],
        &["package", "withdraw", "Fixture Notes", "one"],
        &["group", "leave", "outlook", "anna"],
        &["group", "leave", "outlook", "anna"],
        &["group", "add", "empty"],
        &["group", "remove", "empty"],
        &["group", "remove", "empty"],
        &["user", "add", "short-lived", "--password-file", &password],
        &["user", "remove", "short-lived"],
        &["user", "remove", "short-lived"],
        &["report", "list"],
    ];
    verbs.iter().map(|verb| place.run(verb)).collect()
}

/// What the lists show, without what tells the two places apart: times.
fn lists(place: &Place) -> Vec<Vec<Value>> {
    ["user", "group", "permission", "package", "audit"]
        .iter()
        .map(|noun| {
            let mut lines = place.list(noun);
            for line in &mut lines {
                for time in ["at", "created_at", "published_at"] {
                    line.as_object_mut().unwrap().remove(time);
                }
            }
            lines
        })
        .collect()
}

#[test]
fn verbs_do_the_same_with_and_without_a_running_server() {
    let (alone, beside) = (Place::new(), Place::new());
    let said_alone = story(&alone);
    let server = beside.serve();
    let said_beside = story(&beside);
    let without_paths = |place: &Place, said: &[Answered]| {
        let data = place.data();
        let folder = data.parent().unwrap().to_str().unwrap().to_owned();
        let plain = |text: &String| text.replace(&folder, "PLACE");
        said.iter().map(|said| (said.code, plain(&said.output), plain(&said.error))).collect::<Vec<_>>()
    };
    assert_eq!(without_paths(&alone, &said_alone), without_paths(&beside, &said_beside));
    assert_eq!(lists(&alone), lists(&beside));
    let packages = |place: &Place| files_below(&place.data().join("packages"));
    assert_eq!(packages(&alone), packages(&beside));
    assert_eq!(packages(&alone).len(), 2, "what was refused leaves nothing");
    for place in [&alone, &beside] {
        assert!(files_below(&place.data().join("incoming")).is_empty());
    }
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 2.0.0"]);

    let codes: Vec<i32> = said_alone.iter().map(|said| said.code).collect();
    let refused = codes.iter().filter(|code| **code != 0).count();
    assert_eq!(refused, 25, "{said_alone:#?}");
    for said in said_alone.iter().filter(|said| said.code != 0) {
        assert!(
            said.output.is_empty() && said.error.ends_with(".\n") || said.error.contains("IDs:"),
            "{said:?}"
        );
    }
}

#[test]
fn the_audit_names_the_operating_system_user() {
    let place = Place::new();
    let server = place.serve();
    place.add_user("anna");
    server.stop();
    // The audit has the name as it was given, so that it can be searched for.
    place.done(&["user", "disable", "ANNA"]);
    place.run(&["user", "disable", "nobody"]);
    let me = nix::unistd::User::from_uid(nix::unistd::getuid()).unwrap().unwrap().name;
    let lines: Vec<Value> = place.list("audit");
    let shown: Vec<Value> = lines
        .iter()
        .map(|line| json!([line["actor_kind"], line["actor"], line["action"], line["subject"]]))
        .collect();
    let line = |action: &str| json!(["operating-system", me, action, "anna"]);
    assert_eq!(shown, [line("user.disable"), line("user.add")]);
}

#[test]
#[ignore = "only root can speak for others: run it as root"]
fn the_audit_names_for_whom_root_acts() {
    let place = Place::new();
    let password = place.write("password", "correct horse");
    let add = |name: &str| {
        let verb = ["user", "add", name, "--password-file", &password];
        assert_eq!(place.run_with(&verb, &[("SUDO_USER", "claire")], "").code, 0);
    };
    add("anna");
    let _server = place.serve();
    add("ben");
    for line in place.list("audit") {
        assert_eq!(line["actor"], "root (claire)");
    }
}

#[test]
#[ignore = "only root can work as the owner of a folder: run it as root"]
fn root_leaves_nothing_that_the_owner_cannot_use() {
    let place = Place::new();
    place.add_user("anna");
    let (user, group) = (12_345, 12_346);
    std::process::Command::new("chown")
        .args(["-R", &format!("{user}:{group}")])
        .arg(place.data())
        .status()
        .unwrap();
    std::fs::set_permissions(place.data().parent().unwrap(), std::fs::Permissions::from_mode(0o711)).unwrap();
    place.publish("notes-1.0.0.msi", &[]);
    let server = place.serve();
    place.publish("notes-2.0.0.msi", &[]);
    assert_eq!(place.list("audit")[0]["actor"], "root");
    let owners = || {
        let files = files_below(&place.data());
        files.into_iter().map(|file| {
            let about = std::fs::metadata(place.data().join(&file)).unwrap();
            (file, about.uid(), about.gid())
        })
    };
    let foreign: Vec<_> = owners().filter(|(_, uid, gid)| (*uid, *gid) != (user, group)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    assert_eq!(std::fs::metadata(format!("/proc/{}", server.pid())).unwrap().uid(), user);
}

#[test]
fn what_is_made_is_open_to_the_owner_alone() {
    let place = Place::new();
    let _server = place.serve();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &[]);
    let mode = |path: &std::path::Path| std::fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.data()), 0o700);
    assert_eq!(mode(&place.data().join("oxupdated.sock")), 0o600);
    for file in files_below(&place.data()) {
        assert_eq!(mode(&place.data().join(&file)) & 0o077, 0, "{file}");
    }
}

#[test]
fn a_password_may_come_from_standard_input() {
    let place = Place::new();
    let add = ["user", "add", "anna", "--password-file", "-"];
    assert_eq!(place.run_with(&add, &[], "1234\n").code, 1);
    let said = place.run_with(&add, &[], "correct horse\nsecond line\n");
    assert_eq!((said.code, said.output.as_str()), (0, "The user anna was added.\n"), "{said:?}");
    let server = place.serve();
    assert!(offered(&server, "anna").is_empty());
}

#[test]
fn packages_that_no_client_could_install_are_refused_with_the_mend() {
    let place = Place::new();
    let check = |fixture: &str, part: &str| {
        let said = place.run(&["package", "add", &fixture_argument(fixture)]);
        assert_eq!(said.code, 1, "{fixture}: {said:?}");
        assert!(said.error.starts_with("The package cannot be published. "), "{said:?}");
        assert!(said.error.contains(part), "{fixture}: {said:?}");
    };
    check("no-upgrade-code.msi", "UpgradeCode");
    check("external-cabinet.msi", "embedded");
    check("loose-files.msi", "embedded");
    check("not-an-msi.msi", "MSI");
    check("truncated.msi", "cut off");
    check("patch.msp", "patch");
    check("transform.mst", "transform");
    check("empty.msi", "");
    assert!(place.list("package").is_empty());
    assert!(files_below(&place.data().join("packages")).is_empty());
}

#[test]
fn what_is_no_file_is_refused_by_name() {
    let place = Place::new();
    place.add_user("anna");
    let folder = place.data().to_str().unwrap().to_owned();
    let pipe = place.data().join("pipe");
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    for wrong in [folder.as_str(), pipe.to_str().unwrap(), "/dev/zero"] {
        let said = place.run(&["package", "add", wrong]);
        assert_eq!(said.code, 3, "{said:?}");
        assert_eq!(said.error, format!("{wrong} is not a file. Choose the product's .msi file.\n"));
    }
    let missing = place.run(&["package", "add", "/no/such.msi"]);
    assert!(missing.error.starts_with("/no/such.msi cannot be read ("), "{missing:?}");
}

#[test]
fn a_package_beyond_the_limit_is_refused() {
    let place = Place::new();
    let limit = [("OXUPDATED_PACKAGE_SIZE_MAX", "1000")];
    let verb = ["package", "add", &fixture_argument("notes-1.0.0.msi")];
    let alone = place.run_with(&verb, &limit, "");
    let _server = place.serve_with(&limit);
    let beside = place.run(&verb);
    assert_eq!(alone, beside);
    assert_eq!(alone.code, 1);
    assert!(alone.error.contains("1000") && alone.error.contains("package_size_max"), "{alone:?}");
}

#[test]
fn a_package_can_be_named_by_what_the_list_shows() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    place.publish("notes-1.0.0.msi", &[]);
    place.publish("notes-1.0.0-x86.msi", &[]);
    let several = place.run(&["package", "withdraw", "fixture notes"]);
    assert_eq!(several.code, 1);
    let lines = place.list("package");
    for line in &lines {
        assert!(several.error.contains(line["id"].as_str().unwrap()), "{several:?}");
    }
    place.done(&["package", "withdraw", lines[0]["id"].as_str().unwrap()]);
    assert_eq!(products(&server, "anna")[0].platform, Some(catalog::Platform::X86));
    let states: Vec<Value> = place.list("package").iter().map(|line| line["state"].clone()).collect();
    assert_eq!(states, ["withdrawn", "offered"]);
}

#[test]
fn sentences_are_said_in_the_language_of_the_person() {
    let place = Place::new();
    let german = [("OXUPDATER_LANGUAGE", "de")];
    let verb = ["user", "remove", "Änne"];
    place.add_user("anna");
    let alone = place.run_with(&verb, &german, "");
    let _server = place.serve();
    let beside = place.run_with(&verb, &german, "");
    assert_eq!(alone, beside);
    assert_eq!(alone.error, "Es gibt keinen Benutzer Änne. „oxupdated user list“ zeigt alle Benutzer.\n");
    let table = place.run_with(&["user", "list"], &german, "").output;
    assert!(table.starts_with("Benutzer  Rolle     Darf sich anmelden"), "{table}");
}

#[test]
fn verbs_at_the_same_time_wait_for_each_other() {
    let place = Place::new();
    let file = fixture_argument("notes-1.0.0.msi");
    let password = place.write("password", "correct horse");
    let at_once = |round: &str| {
        let names: Vec<String> = (0..4).map(|number| format!("{round}-{number}")).collect();
        let codes: Vec<(i32, i32)> = std::thread::scope(|scope| {
            let verbs: Vec<_> = names
                .iter()
                .map(|name| {
                    let (place, file, password) = (&place, &file, &password);
                    scope.spawn(move || {
                        let added = place.run(&["user", "add", name, "--password-file", password]);
                        (added.code, place.run(&["package", "add", file]).code)
                    })
                })
                .collect();
            verbs.into_iter().map(|verb| verb.join().unwrap()).collect()
        });
        assert!(codes.iter().all(|(added, _)| *added == 0), "{codes:?}");
        // Of those who publish the same bytes, one comes first.
        assert_eq!(codes.iter().filter(|(_, published)| *published == 0).count(), 1, "{codes:?}");
    };
    at_once("alone");
    place.done(&["package", "withdraw", "Fixture Notes"]);
    let server = place.serve();
    at_once("beside");
    assert_eq!(place.list("user").len(), 8);
    assert_eq!(place.list("package").len(), 1);
    assert_eq!(offered(&server, "beside-3"), ["Fixture Notes 1.0.0"]);
}

#[test]
fn a_data_folder_is_not_made_by_mistake() {
    let place = Place::new();
    let said = place.run(&["user", "list"]);
    assert_eq!(said.code, 3);
    assert!(said.error.starts_with("There is no data folder "), "{said:?}");
    assert!(!place.data().exists());
    let misuse = place.run(&["user", "sing"]);
    assert_eq!(misuse.code, 2, "{misuse:?}");
}

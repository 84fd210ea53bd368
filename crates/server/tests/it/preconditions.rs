//! Preconditions of the connector: at the command line, on pages and for programs, of a site that the story writes.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::thread;

use open_xchange::{OpenXchange, Person};
use serde_json::Value;

use crate::api::{Bearing, token};
use crate::browser::Browser;
use crate::http::{UPDATE_XML, get};
use crate::place::{PASSWORD, Place};

/// An Open-Xchange server beside the data folder: version 7.8 with dpkg, all well but what its Sieve server says.
fn site(place: &Place) -> PathBuf {
    let root = place.data().parent().unwrap().join("site");
    let etc = root.join("opt/open-xchange/etc");
    fs::create_dir_all(&etc).unwrap();
    fs::create_dir_all(root.join("var/lib/dpkg")).unwrap();
    let packages = ["core", "usm", "passwordchange-database", "mailfilter"];
    let status: String = packages
        .iter()
        .map(|name| {
            format!("Package: open-xchange-{name}\nStatus: install ok installed\nVersion: 7.8.4-1\n\n")
        })
        .collect();
    fs::write(root.join("var/lib/dpkg/status"), status).unwrap();
    fs::write(etc.join("foldercache.properties"), "ENABLE_INTERNAL_USER_EDIT: TRUE\n").unwrap();
    fs::write(etc.join("mailfilter.properties"), "SIEVE_LOGIN_TYPE=user\n").unwrap();
    etc
}

/// A Sieve server that greets so whoever connects, as long as the story goes on.
fn sieve(greeting: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.write_all(greeting.as_bytes());
            let _ = stream.read(&mut [0; 64]);
        }
    });
    address
}

const WITH_VACATION: &str = "\"SIEVE\" \"fileinto vacation\"\r\n\"STARTTLS\"\r\nOK \"ready\"\r\n";
const WITHOUT_VACATION: &str = "\"SIEVE\" \"fileinto\"\r\nOK\r\n";

#[test]
fn the_exit_code_tells_the_gravest() {
    let place = Place::new();
    let etc = site(&place);
    let path = etc.to_str().unwrap();
    let check = |more: &[&str], code: i32, part: &str| {
        let said = place.run(&[&["preconditions", "--etc", path], more].concat());
        assert_eq!(said.code, code, "{more:?}: {said:?}");
        assert!(said.output.contains(part) || said.error.contains(part), "{part}: {said:?}");
    };
    check(&["--sieve", &sieve(WITH_VACATION)], 0, "Vacation notice: met");
    check(&["--sieve", &sieve(WITHOUT_VACATION)], 1, "does not offer “vacation”");
    check(&["--sieve", &sieve("BYE \"full\"\r\n")], 4, "it will not serve (“full”)");
    check(&["--no-sieve"], 4, "was not asked, as you wanted");
    check(&[], 4, "SIEVE_LOGIN_TYPE is “user”");
    check(&["--sieve", "nowhere"], 2, "“nowhere” is no address of a Sieve server");
    check(&["--sieve", "a:1", "--no-sieve"], 2, "--no-sieve");
    check(&["--no-sieve", "--packages", "/nowhere"], 4, "/nowhere cannot be read");
    assert!(!place.data().exists(), "without users there is no need of a data folder");
    fs::write(etc.join("foldercache.properties"), "ENABLE_INTERNAL_USER_EDIT=FALSE").unwrap();
    check(&["--no-sieve"], 1, "etc/foldercache.properties:1");
    check(&["--no-sieve"], 1, "It only touches newly created contexts");
    for file in ["foldercache.properties", "mailfilter.properties"] {
        fs::remove_file(etc.join(file)).unwrap();
    }
    let nothing = place.run(&["preconditions", "--etc", path]);
    assert_eq!(
        (nothing.code, nothing.output.as_str(), nothing.error.lines().count()),
        (3, "", 1),
        "{nothing:?}"
    );
    assert!(nothing.error.contains("holds no configuration of Open-Xchange"), "{nothing:?}");
    fs::remove_dir_all(&etc).unwrap();
    check(&[], 3, "cannot be read");
}

#[test]
fn what_a_user_needs_is_told_with_and_without_a_server() {
    let place = Place::new();
    let etc = site(&place);
    let sieve = sieve(WITH_VACATION);
    let path = etc.to_str().unwrap();
    let arguments =
        ["preconditions", "--etc", path, "--sieve", &sieve, "--user", "anna", "--user", "o'brien"];
    let nobody = place.run(&arguments);
    assert_eq!(nobody.code, 3, "there is no data folder: {nobody:?}");
    fs::create_dir(place.data()).unwrap();
    let vacant = place.run(&arguments);
    assert!(vacant.code == 3 && vacant.error.contains("is no data folder"), "{vacant:?}");
    assert_eq!(fs::read_dir(place.data()).unwrap().count(), 0, "nothing is changed");
    place.add_user("anna");
    let said = place.run(&arguments);
    assert_eq!(said.code, 4, "{said:?}");
    for part in [
        "cannot tell, anna: Whether usm is granted at Open-Xchange is not known: the account is this server's own",
        "cannot tell, o'brien: Whether edit_password is granted is not known: nobody of this name has signed in",
        "/opt/open-xchange/sbin/changeuser -c CONTEXT -u anna --access-edit-password on",
        "-u 'o'\\''brien' --access-usm on",
    ] {
        assert!(said.output.contains(part), "{part}: {said:?}");
    }
    let _server = place.serve();
    assert_eq!(place.run(&arguments).output, said.output, "by the socket it is the same");
    let json = place.run(&[&arguments[..], &["--json"]].concat());
    let told: Value = serde_json::from_str(&json.output).unwrap();
    assert_eq!((json.code, told.as_array().unwrap().len()), (4, 5), "{told}");
    assert_eq!(told[0]["plug_in"], "connector");
    assert_eq!(told[0]["judgement"], "cannot-tell");
    assert_eq!(told[1]["preconditions"][0]["id"], "password-servlet");
    assert_eq!(told[4]["judgement"], "met");
}

#[test]
fn pages_and_programs_see_the_site_that_the_settings_name() {
    let place = Place::new();
    place.add_user("anna");
    place.add_user_as("vera", "viewer");
    place.add_user_as("root", "administrator");
    let etc = site(&place);
    let sieve = sieve(WITHOUT_VACATION);
    let variables =
        [("OXUPDATED_OPEN_XCHANGE_ETC", etc.to_str().unwrap()), ("OXUPDATED_OPEN_XCHANGE_SIEVE", &sieve)];
    let server = place.serve_with(&variables);
    let mut root = Browser::signed_in(&server, "root");
    let page = root.get("/admin/preconditions");
    assert_eq!(page.status, 200);
    for part in [
        "does not offer “vacation”",
        "1 not met",
        "etc/foldercache.properties:1",
        ">not met<",
        "open-xchange-usm is installed, version 7.8.4-1",
    ] {
        assert!(page.text().contains(part), "{part}: {}", page.text());
    }
    assert!(root.get("/admin/settings").text().contains("href=\"/admin/preconditions\""));
    let anna = root.get("/admin/users/anna");
    for part in
        ["Plug-ins of the connector", "will not be active", "changeuser -c CONTEXT -u anna --access-usm on"]
    {
        assert!(anna.text().contains(part), "{part}: {}", anna.text());
    }
    // What was read counts for a while.
    fs::remove_dir_all(&etc).unwrap();
    assert!(root.get("/admin/preconditions").text().contains("1 not met"));
    // A viewer sees what is so of the user, and of the server only how it stands.
    let mut vera = Browser::signed_in(&server, "vera");
    assert_eq!(vera.get("/admin/preconditions").status, 404);
    let anna = vera.get("/admin/users/anna");
    assert!(anna.text().contains("One precondition of the Open-Xchange server"), "{}", anna.text());
    assert!(!anna.text().contains("etc/foldercache") && !anna.text().contains(&sieve), "{}", anna.text());
    let mut person = Browser::signed_in(&server, "anna");
    assert_eq!(person.get("/admin/preconditions").status, 404);

    let (see, administer) = (token(&place, "vera", &["view"]), token(&place, "root", &["administer"]));
    for path in ["/api/v1/preconditions", "/api/v1/users/anna/preconditions"] {
        assert_eq!(get(path).token(&see).send(&server).status, 404);
        let answer = get(path).token(&administer).send(&server);
        let told: Value = serde_json::from_str(answer.text()).unwrap();
        assert_eq!(told["configured"], true, "{told}");
        assert_eq!(told["plug_ins"][4]["judgement"], "not-met", "{told}");
    }
    assert_eq!(get("/api/v1/users/nobody/preconditions").token(&administer).send(&server).status, 404);
}

#[test]
fn without_a_site_nothing_is_told() {
    let place = Place::new();
    place.add_user_as("root", "administrator");
    let server = place.serve();
    let mut root = Browser::signed_in(&server, "root");
    assert!(root.get("/admin/preconditions").text().contains("No Open-Xchange server is named"));
    assert!(!root.get("/admin/users/root").text().contains("Plug-ins of the connector"));
    let administer = token(&place, "root", &["administer"]);
    let answer = get("/api/v1/preconditions").token(&administer).send(&server);
    assert_eq!(answer.text(), "{\"configured\":false,\"plug_ins\":[]}");
    drop(server);
    let absent = [("OXUPDATED_OPEN_XCHANGE_ETC", "/nowhere")];
    let server = place.serve_with(&absent);
    let mut root = Browser::signed_in(&server, "root");
    let page = root.get("/admin/preconditions");
    assert!(
        page.status == 200 && page.text().contains("The folder /nowhere cannot be read"),
        "{}",
        page.text()
    );
    assert_eq!(get("/api/v1/preconditions").token(&administer).send(&server).status, 503);
    drop(server);
    let said = place.run_with(&["doctor", "--json"], &[("OXUPDATED_OPEN_XCHANGE_SIEVE", "a:1")], "");
    assert!(said.output.contains("open_xchange_etc"), "{said:?}");
}

#[test]
fn a_person_of_open_xchange_is_judged_by_its_word() {
    let anna = Person::new("anna", 4, PASSWORD).with(&["usm", "olox20", "webmail"]);
    let ox = OpenXchange::of([anna]);
    let place = Place::new();
    place.add_user_as("root", "administrator");
    let etc = site(&place);
    let sieve = sieve(WITH_VACATION);
    let table = format!(
        "open_xchange_etc = '{}'\nopen_xchange_sieve = '{sieve}'\n[[source]]\nkind = 'open-xchange'\nname = 'ox'\nurl = '{}'\n",
        etc.display(),
        ox.url()
    );
    fs::write(place.data().join("oxupdated.toml"), table).unwrap();
    let server = place.serve();
    let arguments = ["preconditions", "--etc", etc.to_str().unwrap(), "--sieve", &sieve, "--user", "anna@1"];
    let before = place.run(&arguments);
    assert!(before.code == 4 && before.output.contains("nobody of this name has signed in"), "{before:?}");
    assert_eq!(get(UPDATE_XML).basic(format!("anna@1:{PASSWORD}").as_bytes()).send(&server).status, 200);
    // What is granted here is no word of Open-Xchange.
    place.done(&["permission", "grant", "anna@1", "edit_password"]);
    let after = place.run(&arguments);
    assert_eq!(after.code, 1, "{after:?}");
    for part in [
        "met, anna@1: usm is granted, as Open-Xchange told at 2",
        "not met, anna@1: edit_password is not granted",
        "Grant it: /opt/open-xchange/sbin/changeuser -c 1 -u anna --access-edit-password on",
        "Connector for Microsoft Outlook: met",
        "Password change: not met",
    ] {
        assert!(after.output.contains(part), "{part}: {after:?}");
    }
    let mut root = Browser::signed_in(&server, "root");
    let page = root.get("/admin/users/anna%401");
    for part in ["will be active", "will not be active", "changeuser -c 1 -u anna --access-edit-password on"]
    {
        assert!(page.text().contains(part), "{part}: {}", page.text());
    }
}

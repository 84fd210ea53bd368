//! Taking over an existing site's update.xml with its packages.

use std::io::Write as _;

use serde_json::Value;

use crate::fixtures::fixture;
use crate::http::products;
use crate::place::{Answered, Place};
use crate::stranger::Stranger;

fn digest(file: &str) -> String {
    let bytes = std::fs::read(fixture(file)).unwrap();
    catalog::digest::of(bytes.as_slice(), |_| ()).unwrap().md5.to_string()
}

/// An update.xml as the original wrote it, of these: name, version, file that is named, more elements.
fn update_xml(upgrade_codes: &[&str], products: &[(&str, &str, &str, String)]) -> String {
    let product = |((name, version, url, more), code): (&(&str, &str, &str, String), &&str)| {
        format!(
            "<Product><Name>{name}</Name><Version>{version}</Version><UpgradeCode>{code}</UpgradeCode>{more}\
             <URL>{url}</URL><InfoUrl>https://example.com/</InfoUrl><Icon/><Importance>200</Importance></Product>"
        )
    };
    let products: Vec<_> = products.iter().zip(upgrade_codes).map(product).collect();
    format!("<Products>{}</Products>", products.join("\n"))
}

/// The upgrade code of an MSI file.
fn upgrade_code(file: &str) -> String {
    let file = std::fs::File::open(fixture(file)).unwrap();
    catalog::msi::read(std::io::BufReader::new(file)).unwrap().upgrade_code.unwrap()
}

fn drafts(place: &Place) -> Vec<Value> {
    serde_json::from_str(&place.done(&["package", "drafts", "--json"])).unwrap()
}

fn import(place: &Place, arguments: &[&str]) -> Answered {
    place.run(&[&["import"], arguments].concat())
}

#[test]
fn files_beside_update_xml_become_drafts_with_what_it_says() {
    let place = Place::of(&["anna"]);
    let server = place.serve();
    for file in ["notes-1.0.0.msi", "user-1.0.0.msi"] {
        place.write(file, std::fs::read(fixture(file)).unwrap());
    }
    let codes = [upgrade_code("notes-1.0.0.msi"), upgrade_code("user-1.0.0.msi")];
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let params = "<InstallParams>/passive OXEMAILADDRESS=\"old@example.com\" A=\"1\"</InstallParams>";
    let more =
        format!("<MD5>{}</MD5><ReleaseDate>21.09.2009</ReleaseDate>{params}", digest("notes-1.0.0.msi"));
    let xml = update_xml(
        &codes,
        &[
            ("Notes of old", "1.0.0", "notes-1.0.0.msi", more),
            ("Without MD5", "1.0.0", "user-1.0.0.msi", String::new()),
        ],
    );
    let file = place.write("update.xml", xml);
    let dry = import(&place, &[&file, "--dry-run"]);
    assert_eq!((dry.code, drafts(&place).len()), (0, 0), "{dry:?}");
    assert!(dry.output.contains("Would be taken over: 2."), "{dry:?}");
    let said = import(&place, &[&file, "--require", "olox20"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.output.contains("Taken over: 2. Here already: 0. Not taken over: 0."), "{said:?}");
    for part in ["Without MD5 1.0.0: The update.xml says no MD5", "OXEMAILADDRESS"] {
        assert!(said.error.contains(part), "{part}: {said:?}");
    }
    assert_eq!(drafts(&place).len(), 2);
    let again = import(&place, &[&file]);
    assert_eq!((again.code, drafts(&place).len()), (0, 2), "{again:?}");
    assert!(again.output.contains("Taken over: 0. Here already: 2."), "{again:?}");

    place.done(&["permission", "grant", "anna", "olox20"]);
    for draft in drafts(&place) {
        place.run(&["package", "publish", &draft["id"].to_string()]);
    }
    let notes = products(&server, "anna").into_iter().find(|product| product.name == "Notes of old").unwrap();
    assert_eq!(notes.release_date.unwrap().to_string(), "21.09.2009");
    assert_eq!(notes.info_url.as_deref(), Some("https://example.com/"));
    assert_eq!(notes.importance, catalog::Importance::High);
    // Nobody gets the account of who fetched it.
    assert_eq!(notes.install_params.to_string(), "/passive A=\"1\"");
}

#[test]
fn what_is_wrong_is_told_one_by_one_and_the_rest_is_taken_over() {
    let place = Place::new();
    for file in ["notes-1.0.0.msi", "user-1.0.0.msi", "either-1.0.0.msi"] {
        place.write(file, std::fs::read(fixture(file)).unwrap());
    }
    let code = |file: &str| upgrade_code(file);
    let codes = [
        code("notes-1.0.0.msi"),
        code("user-1.0.0.msi"),
        code("either-1.0.0.msi"),
        code("restart-1.0.0.msi"),
        code("umlauts-1.0.0.msi"),
    ];
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let md5 = |file: &str| format!("<MD5>{}</MD5>", digest(file));
    let xml = update_xml(
        &codes,
        &[
            ("Right", "1.0.0", "notes-1.0.0.msi", md5("notes-1.0.0.msi")),
            ("Other bytes", "1.0.0", "user-1.0.0.msi", md5("notes-1.0.0.msi")),
            ("Other version", "9.9.9", "either-1.0.0.msi", md5("either-1.0.0.msi")),
            ("Missing", "1.0.0", "missing.msi", md5("restart-1.0.0.msi")),
            ("On a share", "1.0.0", "\\\\server\\share\\a.msi", md5("umlauts-1.0.0.msi")),
        ],
    );
    let file = place
        .write("update.xml", xml.replace("</Products>", "<Product><Name>Bad</Name></Product></Products>"));
    let said = import(&place, &[&file, "--publish"]);
    // Without a data folder there is nobody to take anything over.
    assert_ne!(said.code, 0, "{said:?}");
    place.add_user("anna");
    let said = import(&place, &[&file, "--publish"]);
    assert_eq!(said.code, 1, "{said:?}");
    for part in [
        "Other bytes 1.0.0: MD5 is",
        "Other version 9.9.9: Version is 9.9.9",
        "missing.msi",
        "leads nowhere",
        "Bad",
    ] {
        assert!(said.error.contains(part), "{part}: {said:?}");
    }
    assert!(said.output.contains("Taken over: 1. Here already: 0. Not taken over: 5."), "{said:?}");
    assert_eq!(place.list("package").len(), 1);
}

#[test]
fn the_old_server_is_asked_with_name_and_password_and_nobody_else_gets_them() {
    let place = Place::of(&["anna"]);
    let notes = std::fs::read(fixture("notes-1.0.0.msi")).unwrap();
    let code = upgrade_code("notes-1.0.0.msi");
    let more = format!("<MD5>{}</MD5>", digest("notes-1.0.0.msi"));
    let xml = update_xml(&[&code], &[("Notes", "1.0.0", "files/notes.msi", more)]);
    let old = Stranger::new(move |asked, stream| {
        let is_signed_in = asked.header("Authorization") == "Basic YWxpY2U6d29uZGVybGFuZA==";
        let body: &[u8] = if asked.line.contains("update.xml") { xml.as_bytes() } else { &notes };
        let (status, body) = if is_signed_in { ("200 OK", body) } else { ("401 No", &b""[..]) };
        let head =
            format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
    });
    let url = old.url("/ajax/updater/update.xml");
    let said = import(&place, &[&url]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.error.contains("takes nobody in"), "{said:?}");
    let password = place.write("old-password", "wonderland\nmore");
    let said = import(&place, &[&url, "--user", "alice", "--password-file", &password]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(drafts(&place).len(), 1);
    assert!(!said.error.contains("wonderland"));
    for wrong in [&["--user", "alice"][..], &["--password-file", &password]] {
        assert_eq!(import(&place, &[&[url.as_str()], wrong].concat()).code, 2);
    }
    let plain =
        import(&place, &["http://192.0.2.1/update.xml", "--user", "alice", "--password-file", &password]);
    assert_eq!(plain.code, 1, "{plain:?}");
    assert!(plain.error.contains("unencrypted"), "{plain:?}");
}

#[test]
fn what_is_named_and_is_no_file_is_told() {
    let place = Place::of(&["anna"]);
    let folder = place.data().display().to_string();
    let check = |named: &str, code: i32, part: &str| {
        let said = import(&place, &[named]);
        assert_eq!(said.code, code, "{named}: {said:?}");
        assert!(said.error.contains(part) && said.error.lines().count() == 1, "{named}: {said:?}");
    };
    check("/nowhere/update.xml", 3, "/nowhere/update.xml");
    check(&folder, 3, "is a folder. Name the update.xml in it.");
    check("ftp://old.example/update.xml", 2, "Nothing is fetched by “ftp”");
    check("http://192.0.2.1/update.xml", 1, "the password where one is sent");
}

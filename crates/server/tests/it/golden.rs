//! The original's protocol, replayed; and each of its known faults, which are none here.

use std::io::{Read, Write};
use std::net::TcpStream;

use catalog::digest;

use crate::fixtures::{fixture, fixture_argument};
use crate::http::{Answer, UPDATE_XML, get, package_path, products};
use crate::place::{Place, Running};
use crate::preconfiguration::{profile, tell};

const REALM: &str = r#"Basic realm="OX WebDAV", encoding="UTF-8""#;
/// What a client without a User-Agent and without anything else sends.
const BARE: &str = "GET /ajax/updater/update.xml HTTP/1.1\r\n";

/// A place where anna, who has `webdavxml`, is offered one product, and ben is not.
fn place() -> Place {
    let place = Place::of(&["anna", "ben"]);
    place.done(&["permission", "grant", "anna", "webdavxml"]);
    let listing = [
        ["--require", "webdavxml"],
        ["--name", "OXtender for Microsoft Outlook"],
        ["--release-date", "2009-09-21"],
        ["--importance", "high"],
        ["--install-params", "/passive"],
    ];
    place.publish("notes-1.0.0.msi", listing.as_flattened());
    place
}

fn update_xml(server: &Running, user: &str) -> String {
    let answer = get(UPDATE_XML).user(user).send(server);
    assert_eq!(answer.status, 200);
    answer.text().to_owned()
}

fn md5_of(file: &str) -> String {
    digest::of(std::fs::read(fixture(file)).unwrap().as_slice(), |_| ()).unwrap().md5.to_string()
}

fn element<'a>(xml: &'a str, name: &str) -> &'a str {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let start = xml.find(&open).unwrap_or_else(|| panic!("{name} is missing in {xml}")) + open.len();
    &xml[start..start + xml[start..].find(&close).unwrap()]
}

#[test]
fn every_request_takes_basic_and_is_refused_with_the_originals_realm() {
    let place = place();
    let server = place.serve();
    let file = package_path(&products(&server, "anna")[0]);
    for path in [UPDATE_XML, &file, "/ajax/updater/installer/"] {
        for credentials in
            [None, Some("anna:"), Some("anna:wrong horse"), Some("nobody:correct horse"), Some(":")]
        {
            let asked = get(path);
            let asked = match credentials {
                Some(credentials) => asked.basic(credentials.as_bytes()),
                None => asked,
            };
            let answer = asked.send(&server);
            assert_eq!(
                (answer.status, answer.header("www-authenticate")),
                (401, REALM),
                "{path} {credentials:?}"
            );
        }
    }
    assert_eq!(get(UPDATE_XML).user("anna").send(&server).status, 200);
    assert_eq!(get(&file).user("anna").send(&server).status, 200);
    assert_eq!(get(&file).send(&server).status, 401, "each time anew");
}

#[test]
fn no_session_outlives_update_xml() {
    let place = place();
    let server = place.serve();
    let answer = get(UPDATE_XML).user("anna").send(&server);
    assert!(answer.cookies().is_empty(), "{:?}", answer.cookies());
    for cookie in ["sessionid=0123456789abcdef", "JSESSIONID=1.OX1; sessionid=0123456789abcdef"] {
        let again = get(UPDATE_XML).header("Cookie", cookie).send(&server);
        assert_eq!((again.status, again.header("www-authenticate")), (401, REALM));
        assert_eq!(
            get(&format!("{UPDATE_XML}?session=0123")).header("Cookie", cookie).send(&server).status,
            401
        );
        assert_eq!(get(UPDATE_XML).user("anna").header("Cookie", cookie).send(&server).status, 200);
    }
}

#[test]
fn update_xml_is_written_as_the_original_wrote_it() {
    let place = place();
    let server = place.serve();
    let xml = update_xml(&server, "anna");
    assert!(
        xml.starts_with("<Products>\n  <Product>\n") && xml.ends_with("  </Product>\n</Products>\n"),
        "{xml}"
    );
    let names: Vec<&str> = xml.split("\n    <").skip(1).filter_map(|line| line.split('>').next()).collect();
    assert_eq!(
        names[..10],
        [
            "Name",
            "Version",
            "UpgradeCode",
            "MD5",
            "ReleaseDate",
            "URL",
            "InfoUrl",
            "Icon",
            "InstallParams",
            "Importance"
        ]
    );
    let check = |name: &str, expected: &str| assert_eq!(element(&xml, name), expected, "{name}");
    check("Name", "OXtender for Microsoft Outlook");
    check("Version", "1.0.0");
    check("MD5", &md5_of("notes-1.0.0.msi"));
    check("ReleaseDate", "21.09.2009");
    check("InfoUrl", "");
    check("Icon", "");
    check("InstallParams", "/passive");
    check("Importance", "200");
    let code = element(&xml, "UpgradeCode");
    assert!(code.starts_with('{') && code.ends_with('}') && *code == code.to_uppercase(), "{code}");
    assert_eq!(element(&xml, "MD5"), element(&xml, "MD5").to_lowercase());
}

#[test]
fn files_are_answered_with_the_originals_statuses() {
    let place = place();
    let server = place.serve();
    let file = package_path(&products(&server, "anna")[0]);
    let name = file.rsplit('/').next().unwrap();
    let whole = get(&file).user("anna").send(&server);
    assert_eq!((whole.status, whole.header("content-type")), (200, "application/octet-stream"));
    assert_eq!(whole.header("content-disposition"), format!("attachment; filename=\"{name}\""));
    assert_eq!(get("/ajax/updater/files/other.msi").user("anna").send(&server).status, 404);
    for path in ["/ajax/updater/files/../update.xml", "/ajax/updater/files/..%2f..%2foxupdated.toml"] {
        assert_ne!(get(path).user("anna").send(&server).status, 200, "{path}");
    }
}

#[test]
fn fault_1_the_first_answer_after_a_restart_bears_the_right_md5_and_a_replaced_msi_another_one() {
    let place = place();
    for _ in 0..2 {
        let server = place.serve();
        assert_eq!(element(&update_xml(&server, "anna"), "MD5"), md5_of("notes-1.0.0.msi"));
        server.stop();
    }
    let server = place.serve();
    let before = products(&server, "anna").remove(0);
    // Another content in a file of the same name.
    let same_name = place.write("notes-1.0.0.msi", std::fs::read(fixture("notes-1.0.1.msi")).unwrap());
    place.done(&["package", "replace", "OXtender for Microsoft Outlook", &same_name]);
    let after = products(&server, "anna").remove(0);
    assert_eq!(after.md5.unwrap().to_string(), md5_of("notes-1.0.1.msi"));
    assert_ne!(after.url, before.url, "an address never means other bytes");
    let bytes = get(&package_path(&after)).user("anna").send(&server).body;
    assert_eq!(digest::of(bytes.as_slice(), |_| ()).unwrap().md5, after.md5.unwrap());
}

#[test]
fn fault_2_downloads_end_well() {
    let place = place();
    let server = place.serve();
    let file = package_path(&products(&server, "anna")[0]);
    let bytes = std::fs::read(fixture("notes-1.0.0.msi")).unwrap();
    for _ in 0..3 {
        let whole = get(&file).user("anna").send(&server);
        assert_eq!((whole.status, whole.header("content-length")), (200, bytes.len().to_string().as_str()));
        assert!(whole.body == bytes);
    }
    assert!(!server.log().contains("ERROR"), "{}", server.log());
}

#[test]
fn fault_3_who_reads_a_language_without_a_file_gets_the_one_of_en_us() {
    let place = Place::of(&["anna", "ben"]);
    let mut french = profile("Anna Example", "anna@example.com");
    french["locale"] = "fr_FR".into();
    tell(&place, "anna", &french);
    tell(&place, "ben", &profile("Ben Example", "ben@example.com"));
    // The German one is the higher version, and is nothing for whom it does not speak to.
    for (fixture, name) in [("notes-1.0.0.msi", "Notes.en_US.msi"), ("notes-2.0.0.msi", "Notes.de_DE.msi")] {
        let file = place.write(name, std::fs::read(fixture_argument(fixture)).unwrap());
        place.done(&["package", "add", &file]);
    }
    let server = place.serve();
    let check = |user: &str, expected: &str| {
        let [product] = products(&server, user).try_into().unwrap();
        assert_eq!(product.version.to_string(), expected, "{user}");
        assert_eq!(get(&package_path(&product)).user(user).send(&server).status, 200, "{user}");
    };
    check("anna", "1.0.0");
    check("ben", "2.0.0");
}

#[test]
fn fault_4_imap_is_not_smtp() {
    let place = Place::of(&["anna"]);
    tell(&place, "anna", &profile("Anna Example", "anna@example.com"));
    place.done(&["package", "add", &fixture_argument("notes-1.0.0.msi"), "--template", "oxtender-1"]);
    let server = place.serve();
    let params = element(&update_xml(&server, "anna"), "InstallParams").replace("&quot;", "\"");
    for part in ["OXIMAPSERVER=\"imap.example.com\"", "OXSMTPSERVER=\"smtp.example.com\""] {
        assert!(params.contains(part), "{params}");
    }
}

#[test]
fn fault_5_and_6_urls_have_the_scheme_and_the_port_by_which_the_server_is_reached() {
    let place = place();
    let check = |settings: &[(&str, &str)], headers: &[(&str, &str)], expected: &str| {
        let server = place.serve_with(settings);
        let asked = headers
            .iter()
            .fold(get(UPDATE_XML).user("anna"), |asked, (name, value)| asked.header(name, value));
        let answer = asked.send(&server);
        assert_eq!(answer.status, 200, "{}", answer.text());
        let expected = expected.replace("ADDRESS", &server.address);
        let url = answer.products()[0].url.clone();
        assert!(url.starts_with(&format!("{expected}/ajax/updater/files/")), "{url}");
    };
    check(&[], &[], "http://ADDRESS");
    let names = ("OXUPDATED_ALLOWED_HOSTS", "updates.example.com:8443,updates.example.com");
    check(&[names], &[("Host", "updates.example.com:8443")], "http://updates.example.com:8443");
    let proxy = ("OXUPDATED_TRUSTED_PROXIES", "127.0.0.1");
    let by_tls = [
        ("Host", "updates.example.com:8443"),
        ("X-Forwarded-Proto", "https"),
        ("X-Forwarded-For", "192.0.2.1"),
    ];
    check(&[names, proxy], &by_tls, "https://updates.example.com:8443");
    let plain =
        [("Host", "updates.example.com"), ("X-Forwarded-Proto", "http"), ("X-Forwarded-For", "192.0.2.1")];
    check(&[names, proxy], &plain, "http://updates.example.com");
    check(&[("OXUPDATED_PUBLIC_URL", "https://ox.example.com:444")], &[], "https://ox.example.com:444");
}

#[test]
fn fault_5_the_installer_leads_back_to_where_it_came_from() {
    let place = place();
    place.done(&["updater", "set", "OXtender for Microsoft Outlook"]);
    for (url, expected) in
        [("https://ox.example.com:8443", "ox.example.com_8443"), ("http://ox.example.com", "http")]
    {
        let server = place.serve_with(&[("OXUPDATED_PUBLIC_URL", url)]);
        let answer = get("/ajax/updater/installer/").user("ben").send(&server);
        let name = answer.header("content-disposition");
        assert!(answer.status == 200 && name.contains(expected), "{url}: {name}");
    }
}

#[test]
fn fault_7_a_client_without_a_user_agent_is_answered() {
    let place = place();
    let server = place.serve();
    let mut stream = TcpStream::connect(&server.address).unwrap();
    let sign_in = "Authorization: Basic YW5uYTpjb3JyZWN0IGhvcnNl\r\nConnection: close\r\n\r\n";
    write!(stream, "{BARE}Host: {}\r\n{sign_in}", server.address).unwrap();
    let mut said = Vec::new();
    stream.read_to_end(&mut said).unwrap();
    let bare = Answer::read(said.as_slice());
    assert_eq!((bare.status, bare.products().len()), (200, 1));
    for agent in ["OXUpdater", "Mozilla/4.0 (compatible; MSIE 6.0)", "\u{e9}"] {
        let named = get(UPDATE_XML).user("anna").header("User-Agent", agent).send(&server);
        assert_eq!((named.status, named.body == bare.body), (200, true), "{agent}");
    }
}

#[test]
fn fault_8_users_under_load_never_get_each_others_update_xml() {
    let names: Vec<String> = (0..6).map(|number| format!("user-{number}")).collect();
    let place = Place::of(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for name in &names {
        tell(&place, name, &profile(&format!("Person {name}."), &format!("{name}@example.com")));
    }
    let notes = fixture_argument("notes-1.0.0.msi");
    place.done(&[
        "package",
        "add",
        &notes,
        "--install-params",
        "A=${OX_USERNAME} B=${OX_DISPLAYNAME} C=${OX_EMAILADDRESS}",
    ]);
    let server = place.serve();
    let rounds = 25;
    std::thread::scope(|scope| {
        for (place_of_it, name) in names.iter().enumerate() {
            let (server, place) = (&server, &place);
            scope.spawn(move || {
                for round in 0..rounds {
                    let [product] = products(server, name).try_into().unwrap();
                    let own = format!("A=\"{name}\" B=\"Person {name}.\" C=\"{name}@example.com\"");
                    assert_eq!(product.install_params.to_string(), own);
                    // What is kept ready is thrown away now and then.
                    if place_of_it == 0 && round % 10 == 5 {
                        place.done(&["package", "set", "Fixture Notes", "--description", &round.to_string()]);
                    }
                }
            });
        }
    });
}

#[test]
fn fault_9_values_are_escaped() {
    let place = Place::of(&["anna"]);
    let name = "A & B \"C\" <D> /x {0} OXURL=\"https://evil.example\"";
    tell(&place, "anna", &profile(name, "a&b@example.com"));
    let notes = fixture_argument("notes-1.0.0.msi");
    let said = place.run(&["package", "add", &notes, "--name", "Q & A <Notes>", "--template", "oxtender-1"]);
    assert_eq!(said.code, 0, "{said:?}");
    let server = place.serve();
    let xml = update_xml(&server, "anna");
    assert_eq!(element(&xml, "Name"), "Q &amp; A &lt;Notes&gt;");
    let [product] = products(&server, "anna").try_into().unwrap();
    assert_eq!(product.name, "Q & A <Notes>");
    let properties: Vec<_> = product.install_params.properties().collect();
    assert!(properties.contains(&("OXDISPLAYNAME", name)), "{properties:?}");
    assert_eq!(properties.iter().filter(|(property, _)| *property == "OXURL").count(), 1);
    assert_eq!(properties.len(), 16);
}

#[test]
fn fault_10_permissions_decide_about_update_xml_as_about_files() {
    let place = place();
    let server = place.serve();
    let file = package_path(&products(&server, "anna")[0]);
    assert!(products(&server, "ben").is_empty());
    assert_eq!(get(&file).user("ben").send(&server).status, 404);
    place.done(&["permission", "grant", "ben", "webdavxml"]);
    assert_eq!(products(&server, "ben").len(), 1);
    assert_eq!(get(&file).user("ben").send(&server).status, 200);
    place.done(&["permission", "revoke", "anna", "webdavxml"]);
    assert!(products(&server, "anna").is_empty());
    assert_eq!(get(&file).user("anna").send(&server).status, 404);
}

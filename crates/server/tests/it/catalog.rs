//! update.xml: what is offered to whom, and how it is answered.

use catalog::Importance;

use crate::fixtures::fixture_argument;
use crate::http::{UPDATE_XML, get, head, offered, post, products};
use crate::place::Place;

#[test]
fn each_user_is_offered_the_highest_version_that_permissions_allow() {
    let place = Place::new();
    for user in ["anna", "ben"] {
        place.add_user(user);
    }
    place.done(&["permission", "grant", "anna", "beta"]);
    let server = place.serve();
    assert!(offered(&server, "anna").is_empty());
    let check = |verb: &[&str], anna: &[&str], ben: &[&str]| {
        place.done(verb);
        assert_eq!(offered(&server, "anna"), anna, "{verb:?}");
        assert_eq!(offered(&server, "ben"), ben, "{verb:?}");
    };
    let [one, two, three] = ["notes-1.0.0.msi", "notes-2.0.0.msi", "notes-3.0.0.msi"].map(fixture_argument);
    let notes = |version: &str| format!("Fixture Notes {version}");
    let (notes_1, notes_2, notes_3) = (notes("1.0.0"), notes("2.0.0"), notes("3.0.0"));
    check(&["package", "add", &two], &[&notes_2], &[&notes_2]);
    check(&["package", "add", &one, "--force"], &[&notes_2], &[&notes_2]);
    check(&["package", "add", &three, "--require", "beta"], &[&notes_3], &[&notes_2]);
    check(&["package", "withdraw", "Fixture Notes", "2.0.0"], &[&notes_3], &[&notes_1]);
    check(&["package", "withdraw", "Fixture Notes", "3.0.0"], &[&notes_1], &[&notes_1]);
    check(&["package", "add", &three], &[&notes_3], &[&notes_3]);
}

#[test]
fn platforms_are_families_of_their_own() {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-2.0.0.msi", &[]);
    place.publish("notes-1.0.0-x86.msi", &[]);
    let server = place.serve();
    let products = products(&server, "anna");
    let shown: Vec<String> =
        products.iter().map(|product| format!("{} {}", product.version, product.platform.unwrap())).collect();
    assert_eq!(shown, ["1.0.0 x86", "2.0.0 x64"]);
}

#[test]
fn what_the_administrator_says_is_on_the_wire() {
    let place = Place::new();
    place.add_user("anna");
    let icon = fixture_argument("icon.ico");
    let arguments = [
        ("--name", "Notes & more"),
        ("--info-url", "https://example.com/notes?a=b&c=d"),
        ("--icon", &icon),
        ("--install-params", "/passive GREETING=\"hällo \"\"you\"\"\""),
        ("--importance", "high"),
        ("--release-date", "2017-05-23"),
        ("--description", "Takes notes."),
        ("--release-notes", "New:\n<everything>"),
        ("--requires", "Windows 10"),
        ("--close-first", "NOTES.EXE; OUTLOOK.EXE"),
    ];
    let arguments: Vec<&str> = arguments.iter().flat_map(|(name, value)| [*name, *value]).collect();
    place.publish("notes-1.0.0.msi", &arguments);
    let server = place.serve();
    let [product] = products(&server, "anna").try_into().unwrap();
    assert_eq!(product.name, "Notes & more");
    assert_eq!(product.info_url.as_deref(), Some("https://example.com/notes?a=b&c=d"));
    assert_eq!(product.icon.unwrap().as_bytes(), std::fs::read(icon).unwrap());
    assert_eq!(product.install_params.to_string(), "/passive GREETING=\"hällo \"\"you\"\"\"");
    assert_eq!(product.importance, Importance::High);
    assert_eq!(product.release_date.unwrap().to_string(), "23.05.2017");
    assert_eq!(product.description.as_deref(), Some("Takes notes."));
    assert_eq!(product.release_notes.as_deref(), Some("New:\n<everything>"));
    assert_eq!(product.requires.as_deref(), Some("Windows 10"));
    assert_eq!(product.close_first, ["NOTES.EXE", "OUTLOOK.EXE"]);
    let bytes = std::fs::read(fixture_argument("notes-1.0.0.msi")).unwrap();
    let digests = catalog::digest::of(bytes.as_slice(), |_| ()).unwrap();
    assert_eq!(
        (product.size, product.md5, product.sha256),
        (Some(digests.size), Some(digests.md5), Some(digests.sha256))
    );
}

#[test]
fn package_urls_begin_as_the_client_reached_the_server() {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &[]);
    let server = place.serve_with(&[("OXUPDATED_ALLOWED_HOSTS", "a,updates.example.com:8443")]);
    let url = |host: &str| {
        let answer = get(UPDATE_XML).user("anna").header("Host", host).send(&server);
        answer.products().remove(0).url
    };
    let file = url("a").strip_prefix("http://a/").unwrap().to_owned();
    assert_eq!(url("updates.example.com:8443"), format!("http://updates.example.com:8443/{file}"));
    assert_eq!(url("[::1]:8080"), format!("http://[::1]:8080/{file}"));
    // An empty value stands for no header at all.
    let answer = get(UPDATE_XML).user("anna").header("Host", "").send(&server);
    assert_eq!(answer.status, 400);
    assert!(answer.text().starts_with("The request does not say which server"), "{}", answer.text());
    server.stop();

    let server = place.serve_with(&[("OXUPDATED_PUBLIC_URL", "https://updates.example.com/ox/")]);
    for host in ["updates.example.com", "localhost"] {
        let answer = get(UPDATE_XML).user("anna").header("Host", host).send(&server);
        assert_eq!(answer.products()[0].url, format!("https://updates.example.com/ox/{file}"));
    }
}

#[test]
fn a_check_that_finds_nothing_new_costs_little() {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &[]);
    let server = place.serve();
    let whole = get(UPDATE_XML).user("anna").send(&server);
    assert_eq!(whole.header("content-type"), "application/xml; charset=utf-8");
    assert_eq!(whole.header("cache-control"), "private");
    assert_eq!(whole.header("vary"), "Authorization");
    assert_eq!(whole.header("content-length"), whole.body.len().to_string());
    let entity_tag = whole.header("etag");
    assert!(entity_tag.starts_with('"') && entity_tag.ends_with('"'), "{entity_tag}");

    let again =
        |entity_tag: &str| get(UPDATE_XML).user("anna").header("If-None-Match", entity_tag).send(&server);
    let unchanged = again(entity_tag);
    assert_eq!((unchanged.status, unchanged.body.len()), (304, 0));
    for name in ["etag", "cache-control", "vary"] {
        assert_eq!(unchanged.header(name), whole.header(name), "{name}");
    }
    assert_eq!(again("\"something else\"").status, 200);

    let only_head = head(UPDATE_XML).user("anna").send(&server);
    assert_eq!((only_head.status, only_head.body.len()), (200, 0));
    for name in ["etag", "content-length", "content-type", "cache-control", "vary"] {
        assert_eq!(only_head.header(name), whole.header(name), "{name}");
    }

    place.publish("notes-2.0.0.msi", &[]);
    assert_eq!(again(entity_tag).status, 200);
    place.done(&["package", "withdraw", "Fixture Notes", "2.0.0"]);
    assert_eq!(again(entity_tag).status, 304, "the same offer has the same tag");
}

#[test]
fn what_is_not_in_the_route_table_is_not_there() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    for path in ["/ajax/updater", "/ajax/updater/update.xml/", "/AJAX/updater/update.xml", "/apiary"] {
        let answer = get(path).user("anna").send(&server);
        assert_eq!((answer.status, answer.text()), (404, "There is nothing here.\n"), "{path}");
    }
    let answer = post(UPDATE_XML, "").user("anna").send(&server);
    assert_eq!((answer.status, answer.header("allow")), (405, "GET,HEAD"));
    // What programs read takes a token of theirs.
    assert_eq!(get("/api/v1/reports").user("anna").send(&server).status, 401);
    assert_eq!(get(UPDATE_XML).method("DELETE").user("anna").send(&server).status, 405);
}

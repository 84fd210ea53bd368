//! Links of App Suite to the installer: a session of another system in the address counts for nothing, and is written down nowhere.

use crate::browser::Browser;
use crate::fixtures::fixture;
use crate::http::{Answer, get};
use crate::place::{PASSWORD, Place};

const INSTALLER: &str = "/ajax/updater/installer/";
const SECRET: &str = "31f5c1d5e6a94b8a";

fn place() -> Place {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &[]);
    place.done(&["updater", "set", "Fixture Notes"]);
    place
}

fn assert_is_installer(answer: &Answer) {
    assert_eq!(answer.status, 200, "{}", answer.text_or_nothing());
    assert!(answer.body == std::fs::read(fixture("notes-1.0.0.msi")).unwrap());
    assert!(answer.header("content-disposition").contains("OXUpdater-setup-http@"), "{answer:?}");
}

#[test]
fn a_person_with_a_link_of_app_suite_signs_in_and_gets_the_installer() {
    let place = place();
    let server = place.serve();
    for path in [
        INSTALLER.to_owned(),
        format!("{INSTALLER}oxupdater-install.exe"),
        format!("{INSTALLER}OXUpdater-install.exe"),
        format!("{INSTALLER}default"),
        "/appsuite/api/updater/installer/oxupdater-install.exe".to_owned(),
    ] {
        let mut browser = Browser::new(&server);
        let (at, page) = browser.open(&format!("{path}?session={SECRET}"));
        let next: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
        assert_eq!(at, format!("/sign-in?next={next}"));
        assert!(!page.text().contains(SECRET));
        assert_eq!(page.header("referrer-policy"), "same-origin", "no other site is told where a person was");
        let entered = browser.post("/sign-in", &[("name", "anna"), ("password", PASSWORD), ("next", &path)]);
        assert_eq!(entered.header("location"), path);
        assert_is_installer(&browser.get(&path));
    }
    let foreign = get(&format!("{INSTALLER}OXUpdater-setup@elsewhere.example.msi")).user("anna");
    assert_eq!(foreign.send(&server).status, 404);
}

#[test]
fn a_session_in_an_address_is_nobodys_even_of_who_is_signed_in() {
    let place = place();
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "anna");
    let check = |browser: &mut Browser<'_>, path: &str, expected: &str| {
        let answer = browser.get(path);
        assert_eq!((answer.status, answer.header("location")), (303, expected), "{path}");
    };
    check(
        &mut browser,
        &format!("{INSTALLER}?session={SECRET}"),
        "/sign-in?next=%2Fajax%2Fupdater%2Finstaller%2F",
    );
    check(&mut browser, &format!("/?session={SECRET}"), "/sign-in?next=%2F");
    check(
        &mut browser,
        &format!("/account?a=b&Session={SECRET}&c=d"),
        "/sign-in?next=%2Faccount%3Fa%3Db%26c%3Dd",
    );
    check(&mut browser, &format!("/account?%73ession={SECRET}"), "/sign-in?next=%2Faccount");
    check(&mut browser, &format!("/nothing?session={SECRET}"), "/sign-in?next=%2Fnothing");
    check(&mut browser, &format!("/sign-in?next=%2Faccount&session={SECRET}"), "/sign-in?next=%2Faccount");
    let own = browser.session().to_owned();
    let mut thief = Browser::new(&server);
    let (at, _) = thief.open(&format!("/account?session={own}"));
    assert_eq!(at, "/sign-in?next=%2Faccount", "nor is a session of this server taken from there");
    let entered = thief.post(
        "/sign-in",
        &[("name", "anna"), ("password", PASSWORD), ("next", &format!("/account?session={SECRET}"))],
    );
    assert_eq!(entered.header("location"), "/", "what a form says is to be wanted, neither");
    assert_eq!(browser.led_to("/account"), "/account", "the session itself goes on");
    drop(browser);

    // A program is asked for its credentials as ever, and nothing else that it sends counts.
    let path = format!("{INSTALLER}?session={SECRET}");
    let program = get(&path).send(&server);
    assert_eq!(
        (program.status, program.header("www-authenticate")),
        (401, r#"Basic realm="OX WebDAV", encoding="UTF-8""#)
    );
    let with_cookie = get(&path).header("Cookie", &format!("oxupdated={own}")).send(&server);
    assert_eq!(with_cookie.status, 401);
    assert_is_installer(&get(&path).user("anna").send(&server));
    let plain = get(INSTALLER).header("Accept", "*/*").send(&server);
    assert_eq!(plain.status, 401, "who does not ask for pages gets none");

    let log = server.log();
    assert!(log.contains("path=\"/account\"") && log.contains("path=\"/ajax/updater/installer/\""), "{log}");
    assert!(!log.to_lowercase().contains(SECRET) && !log.contains("session="), "{log}");
    assert!(!place.done(&["audit", "list", "--json"]).contains(SECRET));
    for file in std::fs::read_dir(place.data()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        assert!(!bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes()));
    }
}

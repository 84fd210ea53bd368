//! The home page, as a browser gets it: signing in, products, the updater, own PCs, six languages.

use catalog::device::Enrolment;
use serde_json::json;
use text::Language;
use uuid::Uuid;

use crate::fixtures::fixture;
use crate::http::{Answer, Request, get, post};
use crate::place::{PASSWORD, Place, Running};

/// A browser with one session.
struct Browser<'a> {
    server: &'a Running,
    cookie: String,
}

impl<'a> Browser<'a> {
    fn sign_in(server: &'a Running, name: &str) -> Self {
        let form = format!("name={name}&password={}", PASSWORD.replace(' ', "+"));
        let answer = send_form(server, "/sign-in", &form, "").send(server);
        assert_eq!(answer.status, 303, "{}", answer.text());
        let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        Self { server, cookie }
    }

    fn request(&self, path: &str) -> Request {
        get(path).header("Cookie", &self.cookie).header("Accept", "text/html")
    }

    fn get(&self, path: &str) -> Answer {
        self.request(path).send(self.server)
    }

    fn page(&self, path: &str, language: &str) -> String {
        let answer = self.request(path).header("Accept-Language", language).send(self.server);
        assert_eq!((answer.status, answer.header("content-language")), (200, language), "{}", answer.text());
        answer.text().to_owned()
    }

    /// Sends the form of a page that has one button for it.
    fn post(&self, path: &str) -> Answer {
        let page = self.get("/");
        let (_, rest) = page.text().split_once("name=\"csrf\" value=\"").expect("the page has a form");
        let form = format!("csrf={}", rest.split('"').next().unwrap());
        send_form(self.server, path, &form, &self.cookie).send(self.server)
    }
}

fn send_form(server: &Running, path: &str, form: &str, cookie: &str) -> Request {
    let request = post(path, form).header("Content-Type", "application/x-www-form-urlencoded");
    request.header("Origin", &format!("http://{}", server.address)).header("Cookie", cookie)
}

/// A server with anna, who has olox20, and ben, who has not.
fn place() -> Place {
    let place = Place::new();
    for user in ["anna", "ben"] {
        place.add_user(user);
    }
    place.done(&["permission", "grant", "anna", "olox20"]);
    let described = ["--description", "Keeps notes & <lists>.", "--requires", "Windows 10, Outlook 2019"];
    let more = [
        "--info-url",
        "https://notes.example/",
        "--release-date",
        "2017-05-23",
        "--release-notes",
        "Faster.",
    ];
    place.publish("notes-1.0.0.msi", &[&["--require", "olox20"], &described[..], &more[..]].concat());
    place
}

fn enrol(server: &Running, user: &str, number: u128, computer_name: &str) -> String {
    let enrolment = Enrolment { device: Uuid::from_u128(number), computer_name: computer_name.to_owned() };
    let body = serde_json::to_vec(&enrolment).unwrap();
    let answer =
        post("/api/v1/devices", body).header("Content-Type", "application/json").user(user).send(server);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let token: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    token["token"].as_str().unwrap().to_owned()
}

#[test]
fn a_visitor_signs_in_first() {
    let place = place();
    let server = place.serve();
    let answer = get("/").header("Accept", "text/html").send(&server);
    assert_eq!((answer.status, answer.header("location")), (303, "/sign-in"));
}

#[test]
fn a_user_sees_the_products_of_the_own_permissions_until_they_are_withdrawn() {
    let place = place();
    let server = place.serve();
    let (anna, ben) = (Browser::sign_in(&server, "anna"), Browser::sign_in(&server, "ben"));
    let page = anna.page("/", "en");
    for part in [
        "You are signed in as anna.",
        "Fixture Notes",
        "Version 1.0.0",
        "Keeps notes &amp; &lt;lists&gt;.",
        "Windows 10, Outlook 2019",
        "23 May 2017",
        "https://notes.example/",
        "Faster.",
        "The OX Updater cannot be downloaded here yet.",
        "None of your PCs is set up yet.",
    ] {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
    assert!(!page.contains("/admin"), "a plain user is led nowhere else");
    assert!(ben.page("/", "en").contains("There is no program for you at the moment."));
    place.done(&["package", "withdraw", "Fixture Notes"]);
    let page = anna.page("/", "en");
    assert!(!page.contains("Fixture Notes") && page.contains("There is no program for you"), "{page}");
}

#[test]
fn the_button_leads_to_the_installer() {
    let place = place();
    place.done(&["updater", "set", "Fixture Notes"]);
    let server = place.serve();
    let ben = Browser::sign_in(&server, "ben");
    let page = ben.page("/", "en");
    let (_, rest) = page.split_once("href=\"/ajax/updater/installer/").expect("there is a button");
    let name = rest.split('"').next().unwrap();
    assert_eq!(name, format!("OXUpdater-setup-http@{}.msi", server.address.replace(':', "_")));
    let installer = ben.get(&format!("/ajax/updater/installer/{name}"));
    assert_eq!(installer.status, 200);
    assert!(installer.body == std::fs::read(fixture("notes-1.0.0.msi")).unwrap());
    let part = ben.request(&format!("/ajax/updater/installer/{name}")).header("Range", "bytes=10-19");
    assert_eq!(part.send(&server).body, installer.body[10..20]);
}

#[test]
fn a_user_signs_own_pcs_out_and_no_others() {
    let place = place();
    let server = place.serve();
    let (annas, bens) = (enrol(&server, "anna", 1, "PC-ANNA"), enrol(&server, "ben", 2, "PC-BEN"));
    let anna = Browser::sign_in(&server, "anna");
    let page = anna.page("/", "en");
    assert!(page.contains("PC-ANNA") && !page.contains("PC-BEN"), "{page}");
    assert!(page.contains("Has not checked for updates yet"), "{page}");
    let path = |number: u128| format!("/devices/{}/sign-out", Uuid::from_u128(number));
    let by = |token: &str, name: &str| {
        get(crate::http::UPDATE_XML).basic(format!("{name}:{token}").as_bytes()).send(&server).status
    };

    for foreign in [path(2), path(3), "/devices/nonsense/sign-out".to_owned()] {
        assert_eq!(anna.get(&foreign).status, 404, "{foreign}");
        assert_eq!(anna.post(&foreign).status, 404, "{foreign}");
    }
    assert_eq!(by(&bens, "ben"), 200, "ben's PC is still in");
    let asked = anna.page(&path(1), "en");
    assert!(asked.contains("Sign PC-ANNA out?"), "{asked}");
    assert_eq!(by(&annas, "anna"), 200, "asking changes nothing");
    let without = send_form(&server, &path(1), "csrf=", &anna.cookie).send(&server);
    assert_eq!((without.status, by(&annas, "anna")), (403, 200), "{}", without.text());

    let done = anna.post(&path(1));
    assert_eq!((done.status, done.header("location")), (303, "/"), "{}", done.text());
    assert_eq!(by(&annas, "anna"), 401);
    assert!(!anna.page("/", "en").contains("PC-ANNA"));
    assert_eq!(anna.post(&path(1)).status, 404, "it is signed out already");
    let audit = place.list("audit");
    let line = audit.iter().find(|line| line["action"] == "device.revoke").unwrap();
    assert_eq!((&line["actor"], &line["subject"]), (&json!("anna"), &json!("anna")));
}

#[test]
fn a_pc_shows_how_it_stands_and_what_it_installed() {
    let place = place();
    let server = place.serve();
    let token = enrol(&server, "anna", 1, "PC-ANNA");
    let product = crate::http::products(&server, "anna").remove(0);
    let device = Uuid::from_u128(1).to_string();
    let send = |path: &str, body: serde_json::Value| {
        let request = post(path, body.to_string()).header("Content-Type", "application/json");
        request.basic(format!("anna:{token}").as_bytes()).send(&server)
    };
    let check_in = |version: &str| {
        let installed = json!([{"version": version, "context": "machine"}]);
        let told = json!([{"upgrade_code": product.upgrade_code, "platform": "x64", "installed": installed}]);
        let answer = send(
            "/api/v1/check-ins",
            json!({"device": device, "computer_name": "PC-ANNA", "windows_version": "10.0.22631", "platform": "x64",
                   "client_version": "0.1.0", "products": told}),
        );
        assert_eq!(answer.status, 204, "{}", answer.text());
    };
    let anna = Browser::sign_in(&server, "anna");
    check_in("0.9.0");
    assert!(anna.page("/", "en").contains("1 update is waiting, last checked on "));
    let report = json!({"id": Uuid::from_u128(9), "device": device, "product": "Fixture Notes",
        "upgrade_code": product.upgrade_code, "platform": "x64", "from_version": "0.9.0", "to_version": "1.0.0",
        "outcome": "installed", "exit_code": 0, "duration": 3, "ended_at": 1_700_000_000});
    assert_eq!(send("/api/v1/reports", report).status, 201);
    check_in("1.0.0");
    let page = anna.page("/", "en");
    assert!(page.contains("Up to date, last checked on "), "{page}");
    assert!(page.contains("Fixture Notes 1.0.0 was installed."), "{page}");
}

#[test]
fn each_language_is_whole() {
    let place = place();
    let server = place.serve();
    enrol(&server, "anna", 1, "PC-ANNA");
    let anna = Browser::sign_in(&server, "anna");
    let sign_out = format!("/devices/{}/sign-out", Uuid::from_u128(1));
    for path in ["/", &sign_out, "/account"] {
        let english = sentences(&anna.page(path, "en"));
        for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
            let page = anna.page(path, language.tag());
            assert!(page.contains(&format!("<html lang=\"{language}\">")), "{path} {language}");
            let said = sentences(&page);
            assert_eq!(said.len(), english.len(), "{path} {language}");
            // Two words and more: single ones, such as names, are alike in some languages.
            let left: Vec<_> = said.iter().zip(&english).filter(|(one, other)| one == other).collect();
            let left: Vec<_> = left.iter().filter(|(one, _)| is_a_sentence(one)).collect();
            assert!(left.is_empty(), "{path} {language}: {left:?}");
        }
    }
}

/// Whether a text has more words than a name has.
fn is_a_sentence(text: &str) -> bool {
    let given = ["Keeps notes", "Windows 10, Outlook 2019", "Fixture Notes"];
    let is_time = text.ends_with(" UTC");
    !is_time && text.split_whitespace().count() >= 3 && !given.iter().any(|given| text.contains(given))
}

/// The texts of a page, without its markup.
fn sentences(page: &str) -> Vec<String> {
    let (_, body) = page.split_once("<body>").unwrap();
    let texts = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

#[test]
fn a_language_is_chosen_and_kept() {
    let place = place();
    let server = place.serve();
    let home = format!("http://{}/sign-in", server.address);
    let chosen = get("/language/sv").header("Referer", &home).send(&server);
    assert_eq!((chosen.status, chosen.header("location")), (303, "/sign-in"));
    let cookie = chosen.header("set-cookie").split(';').next().unwrap().to_owned();
    let page = get("/sign-in").header("Cookie", &cookie).header("Accept-Language", "de").send(&server);
    assert_eq!(page.header("content-language"), "sv");
    assert_eq!(get("/language/xx").send(&server).status, 404);
    let elsewhere = get("/language/fr").header("Referer", "https://evil.example/a").send(&server);
    assert_eq!(elsewhere.header("location"), "/");
}

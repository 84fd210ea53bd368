//! Forms that other web sites have sent, too large ones, and paths that lead elsewhere.

use super::{Route, place, routes};
use crate::browser::Browser;
use crate::http::{get, post};
use crate::place::{Place, Running};

/// Forms for people who are not signed in; they have no session that a token could be made of.
const OF_GUESTS: [&str; 2] = ["/sign-in", "/setup"];
/// More than any form may have.
const TOO_LARGE: usize = 3 * 1024 * 1024;

fn forms() -> Vec<Route> {
    routes().into_iter().filter(|route| route.takes_post).collect()
}

/// Sends a form in somebody's session.
fn send(server: &Running, path: &str, session: &str, csrf: &str, origin: &str) -> u16 {
    let form = format!("csrf={csrf}&name=x&url=https://example.com/&password=x");
    let request = post(path, form)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "text/html")
        .header("Cookie", &format!("oxupdated={session}"))
        .header("Origin", origin);
    request.send(server).status
}

fn deeds(place: &Place) -> usize {
    place.list("audit").len()
}

#[test]
fn no_form_of_another_site_changes_anything() {
    let place = place();
    let server = place.serve();
    let mut victim = Browser::signed_in(&server, "administrator");
    let mut attacker = Browser::signed_in(&server, "publisher");
    victim.open("/admin");
    attacker.open("/admin");
    let (session, own, foreign) =
        (victim.session().to_owned(), victim.csrf().to_owned(), attacker.csrf().to_owned());
    let ours = format!("http://{}", server.address);
    let before = deeds(&place);
    for Route { path, .. } in forms() {
        let mut tries = vec![
            ("from another site", own.as_str(), "https://evil.example"),
            ("from a page of nobody", own.as_str(), "null"),
            ("from nowhere", own.as_str(), ""),
            ("from another port", own.as_str(), "http://127.0.0.1:1"),
        ];
        if !OF_GUESTS.contains(&path.as_str()) {
            tries.push(("without a token", "", ours.as_str()));
            tries.push(("with another's token", foreign.as_str(), ours.as_str()));
            tries.push(("with no token at all", "AAAA", ours.as_str()));
        }
        for (what, csrf, origin) in tries {
            let status = send(&server, &path, &session, csrf, origin);
            // A page for people on their way in sends others on before it looks at anything.
            let is_on_the_way = path.starts_with("/sign-in/") && status == 303;
            assert!((400..500).contains(&status) || is_on_the_way, "{path} {what}: {status}");
        }
    }
    assert_eq!(deeds(&place), before, "something was changed");
    assert_eq!(victim.get("/admin").status, 200, "the session goes on");
}

#[test]
fn no_form_is_read_beyond_its_limit() {
    let place = place();
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "administrator");
    browser.open("/admin");
    let form = format!("csrf={}&name={}", browser.csrf(), "x".repeat(TOO_LARGE));
    let before = deeds(&place);
    for Route { path, .. } in forms() {
        let request = post(&path, form.clone())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .header("Cookie", &format!("oxupdated={}", browser.session()))
            .header("Origin", &format!("http://{}", server.address));
        let status = request.send(&server).status;
        let is_on_the_way = path.starts_with("/sign-in/") && status == 303;
        assert!((400..500).contains(&status) || is_on_the_way, "{path}: {status}");
    }
    assert_eq!(deeds(&place), before);
    assert_eq!(browser.get("/admin").status, 200);
}

#[test]
fn no_path_leads_out_of_where_it_is() {
    let place = place();
    place.publish("notes-1.0.0.msi", &[]);
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "administrator");
    for folder in
        ["/ajax/updater/files/", "/ajax/updater/installer/", "/static/", "/admin/packages/", "/admin/users/"]
    {
        for trick in [
            "../../oxupdated.sqlite",
            "..%2f..%2foxupdated.sqlite",
            "%2e%2e/%2e%2e/oxupdated.sqlite",
            "..%5c..%5coxupdated.sqlite",
            "%2fetc%2fpasswd",
            "....//....//oxupdated.sqlite",
            "oxupdated.sqlite%00.msi",
            "%c0%ae%c0%ae%c0%afetc",
            "C:%5cwindows",
            "a%0d%0aX-Evil:%20yes",
        ] {
            let path = format!("{folder}{trick}");
            let answers = [browser.get(&path), get(&path).user("user").send(&server)];
            for answer in answers {
                assert!((300..500).contains(&answer.status), "{path}: {}", answer.status);
                assert!(
                    !answer.body.starts_with(b"SQLite format") && !answer.body.starts_with(b"root:"),
                    "{path}"
                );
                assert_eq!(answer.header("x-evil"), "", "{path}");
            }
        }
    }
}

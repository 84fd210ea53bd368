//! Imports of users on their page: forms that are ours, files that are hostile, plans that are stale.

use crate::browser::{Browser, between};
use crate::http::{Answer, Request, get, post};
use crate::place::{Place, Running, files_below};

const PATH: &str = "/admin/users/import";
const PLAN: &str = "/admin/users/import/plan";
const BOUNDARY: &str = "----boundary-of-a-story";

fn place() -> Place {
    let place = Place::new();
    place.add_user_as("root", "administrator");
    place.add_user_as("vera", "viewer");
    place
}

fn part(name: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
    [head.as_bytes(), content, b"\r\n"].concat()
}

fn body(parts: &[Vec<u8>]) -> Vec<u8> {
    [parts.concat(), format!("--{BOUNDARY}--\r\n").into_bytes()].concat()
}

fn request(server: &Running, session: &str, origin: &str, body: Vec<u8>) -> Request {
    post(PATH, body)
        .header("Content-Type", &format!("multipart/form-data; boundary=\"{BOUNDARY}\""))
        .header("Accept", "text/html")
        .header("Origin", &origin.replace("HERE", &server.address))
        .header("Cookie", &format!("oxupdated={session}"))
}

/// Sends a file as the page does.
fn send(server: &Running, browser: &mut Browser<'_>, file: &[u8]) -> Answer {
    assert_eq!(browser.get(PATH).status, 200);
    let body = body(&[part("csrf", browser.csrf().as_bytes()), part("file", file)]);
    request(server, browser.session(), "http://HERE", body).send(server)
}

/// The plan that a page shows, to be sent back with the decision.
fn token(page: &Answer) -> String {
    between(page.text(), r#"name="token" value=""#, "\"").expect("no plan").to_owned()
}

/// A body that comes in pieces, each behind its size.
fn whole(answer: &Answer) -> String {
    let (mut rest, mut whole) = (answer.body.as_slice(), Vec::new());
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).unwrap(), 16).unwrap();
        whole.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 2 + size + 2..];
    }
    String::from_utf8(whole).unwrap()
}

/// What was done so far, and the names of all users: what must not change.
fn state(place: &Place) -> (usize, Vec<String>) {
    let names = place.list("user").iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect();
    (place.list("audit").len(), names)
}

#[test]
fn a_dry_run_changes_nothing_and_what_it_shows_is_done() {
    let place = place();
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "root");
    let before = state(&place);
    let answer = send(&server, &mut browser, "name;role\nbeñ;viewer\n<b>x</b>;\nvera;boss\n".as_bytes());
    assert_eq!((answer.status, answer.header("location")), (303, PLAN));
    let shown = browser.get(PLAN);
    assert!(shown.text().contains("beñ") && shown.text().contains("&lt;b&gt;x&lt;/b&gt;"));
    assert!(shown.text().contains("boss"), "{}", shown.text());
    assert!(browser.get(&format!("{PLAN}?fate=refused")).text().contains("vera"));
    assert!(!browser.get(&format!("{PLAN}?fate=refused")).text().contains("beñ"));
    assert_eq!(state(&place), before, "nothing was changed");
    let shown = browser.get(PLAN);
    let done = browser.post(PLAN, &[("token", &token(&shown))]);
    assert_eq!((done.status, done.header("location")), (303, "/admin/users?password=none"));
    assert_eq!(state(&place).1, ["<b>x</b>", "beñ", "root", "vera"]);
    // Sent twice, as an impatient hand does: the file waits no more.
    let again = browser.post(PLAN, &[("token", &token(&shown))]);
    assert_eq!((again.status, again.header("location")), (303, PATH));
    let list = whole(&browser.get("/admin/users.csv?search=be%C3%B1"));
    assert!(list.contains("\r\nbeñ,viewer,,,enabled,none,"), "{list}");
    assert_eq!(list.lines().count(), 2);
    // What is exported is a file that changes nothing.
    let all = whole(&browser.get("/admin/users.csv"));
    assert_eq!(send(&server, &mut browser, all.as_bytes()).status, 303);
    assert!(!browser.get(PLAN).text().contains("name=\"token\""), "there is something to do");
}

#[test]
fn a_plan_that_is_stale_is_shown_anew_and_not_done() {
    let place = place();
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "root");
    send(&server, &mut browser, b"name;role\nben;viewer\n");
    let seen = token(&browser.get(PLAN));
    place.add_user("ben");
    let before = state(&place);
    let answer = browser.post(PLAN, &[("token", &seen)]);
    assert_eq!((answer.status, answer.header("location")), (303, PLAN));
    let anew = browser.get(PLAN);
    assert!(anew.text().contains("nothing was done"), "{}", anew.text());
    assert_eq!(state(&place), before);
    let fresh = token(&anew);
    assert_ne!(fresh, seen);
    assert_eq!(browser.post(PLAN, &[("token", &fresh)]).header("location"), "/admin/users");
    let users = place.list("user");
    let ben = users.iter().find(|line| line["name"] == "ben").unwrap();
    assert_eq!(ben["role"], "viewer");
    // Somebody else's decision about a plan that is not theirs does nothing.
    place.add_user_as("rita", "administrator");
    send(&server, &mut browser, b"name\ncarla\n");
    let of_root = token(&browser.get(PLAN));
    let mut other = Browser::signed_in(&server, "rita");
    other.open("/admin/users");
    assert_eq!(other.post(PLAN, &[("token", &of_root)]).header("location"), PATH);
    assert!(!state(&place).1.contains(&"carla".to_owned()));
}

#[test]
fn only_our_own_form_is_taken() {
    let place = place();
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "root");
    let mut viewer = Browser::signed_in(&server, "vera");
    viewer.open("/admin/users");
    browser.get(PATH);
    let (session, csrf) = (browser.session().to_owned(), browser.csrf().to_owned());
    let file = part("file", b"name\nben\n");
    let good = body(&[part("csrf", csrf.as_bytes()), file.clone()]);
    let check = |what: &str, origin: &str, session: &str, body: Vec<u8>, expected: u16| {
        let answer = request(&server, session, origin, body).send(&server);
        assert_eq!(answer.status, expected, "{what}: {}", answer.text());
    };
    let before = state(&place);
    check("no token", "http://HERE", &session, body(std::slice::from_ref(&file)), 403);
    check("another token", "http://HERE", &session, body(&[part("csrf", b"AAAA"), file.clone()]), 403);
    check("token last", "http://HERE", &session, body(&[file.clone(), part("csrf", csrf.as_bytes())]), 403);
    let of_viewer = body(&[part("csrf", viewer.csrf().as_bytes()), file.clone()]);
    check("another's token", "http://HERE", &session, of_viewer.clone(), 403);
    check("elsewhere", "https://evil.example", &session, good.clone(), 403);
    check("nowhere", "null", &session, good.clone(), 403);
    check("a viewer", "http://HERE", viewer.session(), of_viewer, 404);
    assert_eq!(browser.get(PLAN).header("location"), PATH, "nothing waits");
    assert_eq!(viewer.get(PATH).status, 404);
    assert_eq!(state(&place), before);
    check("ours", "http://HERE", &session, good, 303);
}

#[test]
fn what_is_no_file_of_accounts_is_refused_in_a_sentence_and_not_kept() {
    let place = place();
    let server = place.serve_with(&[("OXUPDATED_LOG", "trace")]);
    let mut browser = Browser::signed_in(&server, "root");
    let before = state(&place);
    let mut check = |what: &str, file: &[u8], said: &str| {
        let answer = send(&server, &mut browser, file);
        assert!((200..500).contains(&answer.status), "{what}: {}", answer.status);
        assert_ne!(answer.status, 303, "{what}");
        assert!(answer.text().contains(said), "{what}: {}", answer.text());
        assert_eq!(browser.get(PLAN).header("location"), PATH, "{what}: nothing waits");
    };
    check("1 MB in a field", format!("name\n\"{}\"", "x".repeat(1024 * 1024)).as_bytes(), "16 KB");
    check("NUL", b"name\nan\0na\n", "NUL");
    check("no UTF-8", b"name\nJ\xf6rg\n", "UTF-8");
    check("UTF-16", b"\xff\xfen\0a\0m\0e\0", "1");
    check("nothing", b"", "empty");
    check("passwords", b"name;Passwort\nben;topsecret-4711\n", "passwords");
    check("passwords and nonsense", b"name;shoe;password\nben;38;topsecret-4711\n", "passwords");
    let large = send(&server, &mut browser, &vec![b'x'; 21 * 1024 * 1024]);
    assert!((400..500).contains(&large.status) || large.text().contains("20 MB"), "{}", large.status);
    assert_eq!(state(&place), before);
    assert!(!server.log().contains("topsecret"), "the log has a password");
    server.stop();
    for file in files_below(&place.data()) {
        let bytes = std::fs::read(place.data().join(&file)).unwrap();
        assert!(!bytes.windows(9).any(|window| window == b"topsecret"), "{file} has a password");
    }
}

#[test]
fn of_two_who_change_one_role_the_second_is_told() {
    let place = place();
    place.add_user_as("rita", "administrator");
    place.add_user("anna");
    let server = place.serve();
    let (mut root, mut rita) = (Browser::signed_in(&server, "root"), Browser::signed_in(&server, "rita"));
    for browser in [&mut root, &mut rita] {
        assert!(browser.get("/admin/users/anna").text().contains(r#"name="before" value="user""#));
    }
    let role = |browser: &mut Browser<'_>, role: &str| {
        let answer = browser.post("/admin/users/anna/role", &[("role", role), ("before", "user")]);
        assert_eq!((answer.status, answer.header("location")), (303, "/admin/users/anna"));
        browser.get("/admin/users/anna").text().to_owned()
    };
    let first = role(&mut root, "viewer");
    assert!(!first.contains("meanwhile"), "{first}");
    let second = role(&mut rita, "publisher");
    assert!(second.contains("meanwhile") && second.contains(r#"name="before" value="viewer""#), "{second}");
    let changes = place.list("audit").into_iter().filter(|line| line["action"] == "user.set-role").count();
    assert_eq!(changes, 1);
}

#[test]
fn every_name_that_is_taken_has_a_page() {
    let place = place();
    let names = ["new", "import", "hand-out", "...", "a/../b", "users.csv", "%2e%2e", "Jörg & Söhne?#"];
    for name in names {
        place.add_user(name);
    }
    let server = place.serve();
    for name in [".", ".."] {
        let file = place.write("password", "correct horse");
        let said = place.run(&["user", "add", name, "--password-file", &file]);
        assert!(said.code == 1 && said.error.contains("dots"), "{said:?}");
        let said = place.run(&["group", "add", name]);
        assert!(said.code == 1 && said.error.contains("dots"), "{said:?}");
    }
    let mut browser = Browser::signed_in(&server, "root");
    let list = browser.get("/admin/users").text().to_owned();
    let links: Vec<&str> = list
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|link| {
            link.starts_with("/admin/users/") && !["/new", "/import"].iter().any(|end| link.ends_with(end))
        })
        .collect();
    assert_eq!(links.len(), names.len() + 2, "{links:?}");
    for link in links {
        let page = browser.get(link);
        assert!(page.status == 200 && page.text().contains("name=\"before\""), "{link}: {}", page.status);
    }
    browser.open("/admin/users/new");
    let refused = browser.post("/admin/users/new", &[("name", "..")]);
    assert!(refused.text().contains("dots"), "{}", refused.text());
    assert_eq!(get("/admin/users.csv").send(&server).status, 303, "it is for who is signed in");
}

#[test]
fn groups_are_found_by_a_part_of_the_name() {
    let place = place();
    for number in 0..120 {
        place.done(&["group", "add", &format!("group {number:03}")]);
    }
    place.done(&["group", "add", "Vertrieb 100%"]);
    place.done(&["group", "join", "group 007", "vera"]);
    let found = |search: &str| {
        let said = place.done(&["group", "list", "--json", "--search", search]);
        let lines: Vec<serde_json::Value> = serde_json::from_str(&said).unwrap();
        lines
            .iter()
            .map(|line| (line["name"].as_str().unwrap().to_owned(), line["members"].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(found("%"), [("Vertrieb 100%".to_owned(), 0.into())]);
    assert_eq!(found("GROUP 007"), [("group 007".to_owned(), 1.into())]);
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "root");
    let first = browser.get("/admin/groups");
    assert!(first.text().contains("group 099") && !first.text().contains("group 100"));
    let second = browser.get("/admin/groups?page=2");
    assert!(second.text().contains("group 100") && second.text().contains("Vertrieb"));
    let searched = browser.get("/admin/groups?search=vertrieb");
    assert!(searched.text().contains("Vertrieb") && !searched.text().contains("group 0"));
    assert!(browser.get("/admin/groups?search=zzz").text().contains("No group is called like that"));
    let long = browser.get(&format!("/admin/groups?search={}", "x".repeat(300)));
    assert!(long.status == 200 && long.text().contains("256"), "{}", long.text());
}

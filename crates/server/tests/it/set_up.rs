//! The first administrator, made on a page that is there only once.

use crate::browser::Browser;
use crate::http::get;
use crate::place::{PASSWORD, Place, Running, until};

/// The code that the server has shown on its console.
fn code(server: &Running) -> String {
    let mut found = None;
    until("the console shows the code", || {
        found = server
            .said()
            .iter()
            .find_map(|line| line.split_once("type this code: ").map(|(_, code)| code.to_owned()));
        found.is_some()
    });
    found.unwrap()
}

fn make(browser: &mut Browser<'_>, code: &str, name: &str) -> u16 {
    let fields = [("code", code), ("name", name), ("new", PASSWORD), ("again", PASSWORD)];
    browser.post("/setup", &fields).status
}

fn is_there(server: &Running) -> bool {
    match get("/setup").header("Accept", "text/html").send(server).status {
        200 => true,
        404 => false,
        other => panic!("/setup answered {other}"),
    }
}

#[test]
fn the_code_makes_one_administrator_and_then_there_is_no_such_page() {
    let place = Place::new();
    let server = place.serve();
    let code = code(&server);
    assert!(!server.log().contains(&code), "the log does not tell");
    assert!(is_there(&server));
    let mut browser = Browser::new(&server);
    assert_eq!(make(&mut browser, "k7wm-3hqx-p9rt-cv2n", "anna"), 400);
    let short = [("code", code.as_str()), ("name", "anna"), ("new", "short"), ("again", "short")];
    assert_eq!(browser.post("/setup", &short).status, 400);
    assert!(place.list("user").is_empty());
    assert_eq!(make(&mut browser, &code.to_uppercase(), "anna"), 303);
    assert_eq!(browser.led_to("/admin"), "/admin", "and is signed in");
    assert_eq!(place.list("user")[0]["role"], "administrator");
    assert!(!is_there(&server));
    assert_eq!(make(&mut browser, &code, "ben"), 404);
    let audit = place.list("audit");
    assert_eq!(audit[1]["actor_kind"], "set-up");
    assert_eq!(audit[1]["address"], "127.0.0.1");
    server.stop();
    let server = place.serve();
    assert!(!is_there(&server));
    assert!(!server.said().iter().any(|line| line.contains("code")), "{:?}", server.said());
}

#[test]
fn guessing_the_code_ends_soon() {
    let place = Place::new();
    let server = place.serve();
    let code = code(&server);
    let mut guesser = Browser::new(&server);
    for _ in 0..5 {
        assert_eq!(make(&mut guesser, "wrong", "eve"), 400);
    }
    assert_eq!(make(&mut guesser, &code, "eve"), 429, "by then not even the right one counts");
    assert_eq!(make(&mut Browser::at(&server, "127.0.0.2"), &code, "anna"), 303);
    assert_eq!(place.list("user").len(), 1);
}

#[test]
fn of_two_at_once_one_is_made() {
    let place = Place::new();
    let server = place.serve();
    let code = code(&server);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let threads: Vec<_> = ["anna", "ben", "claire"]
            .map(|name| {
                let (server, code) = (&server, &code);
                scope.spawn(move || make(&mut Browser::new(server), code, name))
            })
            .into();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let made = statuses.iter().filter(|status| **status == 303).count();
    assert_eq!((made, place.list("user").len()), (1, 1), "{statuses:?}");
}

#[test]
fn users_alone_are_not_enough_and_an_administrator_from_the_command_line_is() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    assert!(is_there(&server));
    let mut browser = Browser::new(&server);
    let code = code(&server);
    assert_eq!(make(&mut browser, &code, "ANNA"), 409, "the name is taken");
    place.done(&["user", "set-role", "anna", "administrator"]);
    assert!(!is_there(&server));
    assert_eq!(make(&mut browser, &code, "ben"), 404);
}

#[test]
fn an_administrator_who_has_no_password_is_none() {
    let place = Place::of(&["carla"]);
    let file = place.write("users.csv", "name,role,groups,permissions,standing\nanna,administrator,,,\n");
    place.done(&["user", "import", &file, "--apply"]);
    assert_eq!(place.run(&["doctor"]).code, 1);
    assert!(place.run(&["doctor", "--json"]).output.contains("no-administrator"));
    let server = place.serve();
    assert!(is_there(&server), "nobody could get in");
    assert_eq!(make(&mut Browser::new(&server), &code(&server), "ben"), 303);
    assert!(!is_there(&server));
    assert!(!place.run(&["doctor", "--json"]).output.contains("no-administrator"));
    for verb in [&["user", "disable", "ben"][..], &["user", "set-role", "ben", "user"]] {
        let said = place.run(verb);
        assert!(said.code == 1 && said.error.contains("the last administrator"), "{verb:?} {said:?}");
    }
    place.done(&["user", "reset", "anna"]);
    place.done(&["user", "disable", "ben"]);
}

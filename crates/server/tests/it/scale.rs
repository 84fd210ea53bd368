//! Scale: 100,000 accounts, and how long a person waits for what is done with them.
//!
//! Slow, so it is asked for: `cargo test -p server --test it -- --ignored --nocapture scale::`.

use std::time::{Duration, Instant};

use crate::browser::Browser;
use crate::devices::enrol;
use crate::http::{UPDATE_XML, get};
use crate::place::{Place, Running, files_below};

/// How many accounts there are.
const ACCOUNTS: usize = 100_000;
/// How many groups they are in.
const GROUPS: usize = 100;
/// How long a page or a change may take with all these accounts. A build for tests is several times slower than a release.
const WAIT_MAX: Duration = Duration::from_secs(5);
/// How long all accounts at once may take, such as an import or the whole list.
const ALL_MAX: Duration = Duration::from_secs(40);

/// Measures something several times, says how long it took, and answers with the shortest time.
fn measured(what: &str, times: u32, mut act: impl FnMut()) -> Duration {
    let took = (0..times).map(|_| {
        let since = Instant::now();
        act();
        since.elapsed()
    });
    let shortest = took.min().unwrap();
    println!("{what}: {shortest:.1?}");
    shortest
}

fn judge_by(slow: &mut Vec<String>, what: &str, took: Duration, most: Duration) {
    if took > most {
        slow.push(format!("{what}: {took:?} and not {most:?}"));
    }
}

fn accounts() -> String {
    let row = |number: usize| {
        // In no order, as accounts come into being.
        let number = number * 7919 % ACCOUNTS;
        format!("person{number:06};;group{:03};module{}\n", number % GROUPS, number % 10)
    };
    format!("name;role;groups;permissions\n{}", (0..ACCOUNTS).map(row).collect::<String>())
}

/// A server with all accounts, and one administrator.
fn crowded() -> (Place, Running, [(&'static str, Duration); 3]) {
    let place = Place::new();
    place.add_user_as("root", "administrator");
    let server = place.serve();
    for group in 0..GROUPS {
        place.done(&["group", "add", &format!("group{group:03}")]);
    }
    let file = place.write("users.csv", accounts());
    let dry = measured("import, dry run (verb)", 1, || {
        place.done(&["user", "import", &file]);
    });
    let applied = measured("import, apply (verb)", 1, || {
        place.done(&["user", "import", &file, "--apply"]);
    });
    let again = measured("import, dry run again, nothing to do", 1, || {
        place.done(&["user", "import", &file]);
    });
    (place, server, [("dry run", dry), ("import", applied), ("dry run again", again)])
}

/// The pages that are measured.
const PAGES: [(&str, &str); 13] = [
    ("overview", "/admin"),
    ("users, page 1", "/admin/users"),
    ("users, last page", "/admin/users?page=2001"),
    ("users, search", "/admin/users?search=son0999"),
    ("users, by group", "/admin/users?group=group007"),
    ("users, by permission", "/admin/users?permission=module3"),
    ("users, without a password", "/admin/users?password=none"),
    ("one user", "/admin/users/person000007"),
    ("groups", "/admin/groups"),
    ("one group", "/admin/groups/group007"),
    ("devices", "/admin/devices"),
    ("audit", "/admin/audit"),
    ("audit by name", "/admin/audit?subject=person000007"),
];

#[test]
#[ignore = "takes a minute or two"]
fn a_hundred_thousand_accounts_are_no_burden() {
    let (place, server, imports) = crowded();
    let mut browser = Browser::signed_in(&server, "root");
    let mut slow = Vec::new();
    for (what, took) in imports {
        judge_by(&mut slow, what, took, ALL_MAX);
    }
    let took =
        measured("user list (verb, all as JSON)", 1, || assert_eq!(place.list("user").len(), ACCOUNTS));
    judge_by(&mut slow, "user list", took, ALL_MAX);
    let took =
        measured("users.csv, all", 1, || assert!(browser.get("/admin/users.csv").body.len() > ACCOUNTS * 20));
    judge_by(&mut slow, "users.csv", took, ALL_MAX);
    let mut judge = |what: &str, took: Duration| judge_by(&mut slow, what, took, WAIT_MAX);
    for (what, path) in PAGES {
        let took = measured(what, 3, || assert_eq!(browser.get(path).status, 200, "{path}"));
        judge(what, took);
    }
    judge("groups", measured("group list (verb)", 1, || assert_eq!(place.list("group").len(), GROUPS)));

    browser.open("/admin/users/person000007");
    let path = "/admin/users/person000007";
    let mut roles = ["user", "viewer"].into_iter().cycle();
    let mut change = |what: &str, act: &mut dyn FnMut(&mut Browser<'_>)| {
        judge(what, measured(what, 4, || act(&mut browser)));
    };
    change("role", &mut |browser| {
        let before = roles.next().unwrap();
        let role = if before == "user" { "viewer" } else { "user" };
        let answer = browser.post(&format!("{path}/role"), &[("role", role), ("before", before)]);
        assert_eq!(answer.status, 303, "{}", answer.text());
    });
    let mut numbers = 0..;
    let mut number = || numbers.next().unwrap().to_string();
    change("grant", &mut |browser| {
        assert_eq!(
            browser.post(&format!("{path}/grant"), &[("value", &format!("own{}", number()))]).status,
            303
        );
    });
    change("grant to a group", &mut |browser| {
        let value = format!("shared{}", number());
        assert_eq!(browser.post("/admin/groups/group007/grant", &[("value", &value)]).status, 303);
    });
    change("join", &mut |browser| {
        let value = format!("group{:03}", 20 + number().parse::<u32>().unwrap());
        assert_eq!(browser.post(&format!("{path}/join"), &[("value", &value)]).status, 303);
    });

    place.add_user("anna");
    let mut number = 0;
    judge(
        "enrolment",
        measured("enrolment (password known)", 4, || {
            number += 1;
            enrol(&server, "anna", number);
        }),
    );
    let mut sign_in = || assert_eq!(get(UPDATE_XML).user("anna").send(&server).status, 200);
    judge("update.xml", measured("update.xml, password known", 20, &mut sign_in));
    let memory = memory_peak(&server);
    println!("memory at most: {} MB", memory / 1024 / 1024);
    server.stop();
    for file in files_below(&place.data()) {
        let size = std::fs::metadata(place.data().join(&file)).map_or(0, |data| data.len());
        println!("{file}: {} KB", size / 1024);
    }
    judge("start", measured("start", 1, || place.serve().stop()));
    assert!(slow.is_empty(), "too slow: {slow:#?}");
}

/// The most memory that a server has used so far, in bytes.
fn memory_peak(server: &Running) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid())).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() * 1024
}

//! The arrows between the rooms inside a crate: which room may not name what.

use super::Finding;
use super::code::Code;

/// Rooms, and what they never name.
struct Rule {
    /// Files and folders, without `.rs`.
    rooms: &'static [&'static str],
    /// Files and folders among them that the rule does not bind.
    but: &'static [&'static str],
    /// Paths, with all that is below them.
    never: &'static [&'static str],
    /// What to do instead.
    mend: &'static str,
}

const CLOCK_DISK_AND_NET: &[&str] = &[
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "jiff::Timestamp::now",
    "jiff::Zoned::now",
    "ureq",
    "windows_sys",
];

const PURE_ROOMS_OF_THE_CLIENT: &[&str] = &[
    "crates/client/src/plan",
    "crates/client/src/outcome",
    "crates/client/src/guard",
    "crates/client/src/pending",
    "crates/client/src/failure",
    "crates/client/src/install_display",
    "crates/client/src/folder_access",
    "crates/client/src/close_first",
    "crates/client/src/processor",
    "crates/client/src/own_product",
    "crates/client/src/elevation/judgement",
    "crates/client/src/elevation/way",
];

const PURE_ROOMS_OF_THE_FACE: &[&str] = &[
    "crates/client/src/desk",
    "crates/client/src/schedule",
    "crates/client/src/screen",
    "crates/client/src/settings",
    "crates/client/src/words",
];

const RULES: &[Rule] = &[
    Rule {
        rooms: &["crates/catalog/src"],
        but: &[],
        never: &[
            "std::env",
            "std::fs",
            "std::net",
            "std::process",
            "std::thread::sleep",
            "std::time::Instant",
            "std::time::SystemTime",
            "jiff::Timestamp::now",
            "jiff::Zoned::now",
            "tokio",
        ],
        mend: "The catalog asks nothing of the outside: let what it needs come in as an argument.",
    },
    Rule {
        rooms: &["crates/server/src/web", "crates/server/src/local"],
        but: &[],
        never: &["crate::db", "crate::storage", "crate::outgoing"],
        mend: "Who asks from outside asks an action (crate::actions), which asks the rows, the bytes and the web.",
    },
    Rule {
        rooms: &["crates/server/src/rules", "crates/server/src/model"],
        but: &[],
        never: &[
            "sqlx",
            "axum",
            "http",
            "tokio",
            "object_store",
            "std::fs",
            "std::net",
            "std::time::Instant",
            "std::time::SystemTime",
            "jiff::Timestamp::now",
            "jiff::Zoned::now",
            "crate::actions",
            "crate::db",
            "crate::identity",
            "crate::outgoing",
            "crate::storage",
            "crate::web",
        ],
        mend: "Rules and nouns are pure: let what they need come in as an argument.",
    },
    Rule {
        rooms: &["crates/server/src/model"],
        but: &[],
        never: &["crate::rules"],
        mend: "Nouns know no decisions: move what decides into rules/.",
    },
    Rule {
        rooms: &[
            "crates/server/src/db",
            "crates/server/src/storage",
            "crates/server/src/identity",
            "crates/server/src/outgoing",
            "crates/server/src/open_xchange_site",
        ],
        but: &["crates/server/src/open_xchange_site/tests"],
        never: &["crate::actions", "crate::web"],
        mend: "Arrows go from the web by actions to rows and bytes: hand over what is needed as an argument.",
    },
    Rule {
        rooms: &["crates/server/src/actions"],
        but: &[],
        never: &["crate::local", "crate::web"],
        mend: "Arrows go from the web and from people at this machine to actions, which serve both alike.",
    },
    Rule {
        rooms: &["crates/server/src"],
        but: &["crates/server/src/db"],
        never: &["sqlx"],
        mend: "Only db/ has SQL: add a function there and call it.",
    },
    Rule {
        rooms: &["crates/server/src"],
        but: &["crates/server/src/web", "crates/server/src/error/status"],
        never: &["axum", "http", "hyper", "tower_http"],
        mend: "Only web/ and error/status.rs know HTTP: hand over a plain value and let web/ make the answer.",
    },
    Rule {
        rooms: PURE_ROOMS_OF_THE_CLIENT,
        but: &["crates/client/src/failure/file"],
        never: CLOCK_DISK_AND_NET,
        mend: "This room is pure: let what it needs come in as an argument.",
    },
    Rule {
        rooms: PURE_ROOMS_OF_THE_CLIENT,
        but: &["crates/client/src/failure/file"],
        never: &[
            "crate::cli",
            "crate::download",
            "crate::http",
            "crate::machine::Machine",
            "crate::report",
            "crate::server::Server",
            "crate::share",
            "crate::state",
            "crate::updater",
            "crate::web",
            "crate::windows",
        ],
        mend: "This room is pure and reaches no port: let the updater ask, and hand over the answer.",
    },
    Rule {
        rooms: PURE_ROOMS_OF_THE_FACE,
        but: &[],
        never: CLOCK_DISK_AND_NET,
        mend: "This room is pure: let what it needs come in as an event or an argument.",
    },
    Rule {
        rooms: PURE_ROOMS_OF_THE_FACE,
        but: &[],
        never: &[
            "crate::cli",
            "crate::machine::Machine",
            "crate::server::Server",
            "crate::windows",
            "crate::worker",
        ],
        mend: "The desk reaches no port: let the worker do it as a task, and tell the desk what came of it.",
    },
    Rule {
        rooms: &["crates/tray/src"],
        but: &[],
        never: &[
            "client::cli",
            "client::download",
            "client::machine",
            "client::outcome",
            "client::plan",
            "client::server",
            "client::state",
            "client::updater",
        ],
        mend: "The face draws and decides nothing: let the desk decide, and put what is to be seen into the screen.",
    },
    Rule {
        rooms: &["crates/client/src/download", "crates/client/src/verify", "crates/client/src/report"],
        but: &[],
        never: &["crate::cli", "crate::updater"],
        mend: "Arrows go from the face by the updater to these hands: hand over what is needed as an argument.",
    },
    Rule {
        rooms: &["crates/client/src/updater"],
        but: &[],
        never: &["crate::cli"],
        mend: "The updater knows no face: let it tell its state, and let the face show it.",
    },
    Rule {
        rooms: &["crates/client/src"],
        but: &["crates/client/src/windows", "crates/client/src/machine"],
        never: &["crate::windows", "windows_sys"],
        mend: "Windows is reached only through the port in machine.rs.",
    },
];

/// Where `unsafe` may stand.
const UNSAFE_ROOMS: &[&str] = &[
    "crates/client/src/windows",
    "crates/tray/src/windows",
    "crates/window/src",
    "e2e/stagehand/src/windows",
];

/// What a file names though its room never does.
pub(super) fn check(code: &Code) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| check_rule(rule, code)).collect();
    if !is_in(&code.path, UNSAFE_ROOMS) {
        findings.extend(code.unsafe_lines.iter().map(|line| {
            let mend =
                format!("Write it without, or give it a safe function in {}.", UNSAFE_ROOMS.join(", "));
            Finding::new(&code.path, *line, "`unsafe` stands in a room that may not have any.", mend)
        }));
    }
    findings
}

fn check_rule(rule: &Rule, code: &Code) -> Vec<Finding> {
    if !is_in(&code.path, rule.rooms) || is_in(&code.path, rule.but) {
        return Vec::new();
    }
    let breaks = |name: &str| rule.never.iter().any(|never| is_below(name, never, "::"));
    let broken = code.names.iter().filter(|named| breaks(&named.name));
    broken
        .map(|named| {
            let what = format!("{} never names `{}`.", room_of(&code.path, rule.rooms), named.name);
            Finding::new(&code.path, named.line, what, rule.mend)
        })
        .collect()
}

fn is_in(path: &str, rooms: &[&str]) -> bool {
    rooms.iter().any(|room| is_below(path, room, "/") || path.strip_prefix(room) == Some(".rs"))
}

fn is_below(name: &str, ancestor: &str, separator: &str) -> bool {
    name.strip_prefix(ancestor).is_some_and(|rest| rest.is_empty() || rest.starts_with(separator))
}

fn room_of<'a>(path: &str, rooms: &[&'a str]) -> &'a str {
    rooms.iter().find(|room| is_in(path, &[room])).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Source};
    use super::{RULES, UNSAFE_ROOMS, check};
    use crate::places;

    #[test]
    fn each_room_keeps_to_its_arrows() {
        let check = |path: &str, text: &str, allowed: bool| {
            let findings = check(&Code::read(&Source::example(path, text)).unwrap());
            assert_eq!(findings.is_empty(), allowed, "{path}: {text}: {findings:?}");
        };
        check("crates/server/src/web/updates.rs", "use crate::actions::packages;", true);
        check("crates/server/src/web/updates.rs", "use crate::{db::users, model};", false);
        check("crates/server/src/web.rs", "fn a() { crate::storage::open() }", false);
        check("crates/server/src/web/mod.rs", "use axum::Router;", true);
        check("crates/server/src/webs.rs", "use crate::db;", true);
        check("crates/server/src/error/status.rs", "use axum::http::StatusCode;", true);
        check("crates/server/src/error/mod.rs", "use axum::http::StatusCode;", false);
        check("crates/server/src/actions/users.rs", "use axum::Json;", false);
        check("crates/server/src/rules/role.rs", "use std::time::{Duration, SystemTime};", false);
        check("crates/server/src/rules/role.rs", "use std::time::Duration;", true);
        check("crates/server/src/model/user.rs", "#[derive(sqlx::FromRow)] struct A;", false);
        check("crates/server/src/actions/users.rs", "fn a() { sqlx::query(\"\") }", false);
        check("crates/server/src/db/users.rs", "fn a() { sqlx::query(\"\") }", true);
        check("crates/server/src/model/user.rs", "use crate::rules::role;", false);
        check("crates/server/src/db/users.rs", "use crate::actions::users;", false);
        check("crates/server/src/actions/users.rs", "use crate::web::Answer;", false);
        check("crates/server/src/local/perform.rs", "use crate::storage::Storage;", false);
        check("crates/server/src/actions/users.rs", "use crate::local::order::Order;", false);
        check("crates/catalog/src/icon.rs", "fn a() { std::fs::remove_file(\"b\"); }", false);
        check("crates/client/src/plan.rs", "use std::fs;", false);
        check("crates/client/src/report.rs", "use crate::updater::Updater;", false);
        check("crates/client/src/updater.rs", "use crate::cli::Bar;", false);
        check("crates/client/src/plan/order.rs", "use crate::machine::{Installed, Machine};", false);
        check("crates/client/src/plan.rs", "use crate::machine::Installed;", true);
        check("crates/client/src/updater.rs", "use crate::windows::products;", false);
        check("crates/client/src/machine.rs", "use crate::windows::products;", true);
    }

    /// A rule about a room that was renamed would forbid nothing, and say nothing.
    #[test]
    fn every_room_that_a_rule_names_is_there() {
        let there = |room: &str| {
            let path = places::workspace().join(room);
            path.is_dir() || path.with_extension("rs").is_file()
        };
        assert!(there("crates/server/src/web") && !there("crates/server/src/cellar"));
        let mut named: Vec<String> = UNSAFE_ROOMS.iter().map(ToString::to_string).collect();
        for rule in RULES {
            named.extend(rule.rooms.iter().chain(rule.but).map(ToString::to_string));
            let krate = rule.rooms[0].split_inclusive("/src").next().unwrap();
            let own = rule.never.iter().filter_map(|path| path.strip_prefix("crate::")?.split("::").next());
            named.extend(own.map(|room| format!("{krate}/{room}")));
        }
        named.retain(|room| !there(room));
        assert_eq!(named, Vec::<String>::new(), "rules name these rooms, and they are not there");
    }

    #[test]
    fn unsafe_stands_in_one_room_only() {
        let check = |path: &str, text: &str, allowed: bool| {
            let findings = check(&Code::read(&Source::example(path, text)).unwrap());
            assert_eq!(findings.is_empty(), allowed, "{path}: {text}");
        };
        check("crates/client/src/windows/install.rs", "fn a() { unsafe { b() } }", true);
        check("crates/client/src/download.rs", "fn a() { unsafe { b() } }", false);
        check("crates/catalog/src/icon.rs", "fn unsafe_name() { \"unsafe\"; }", true);
    }

    #[test]
    fn a_finding_says_where_what_and_the_mend() {
        let source = Source::example("crates/server/src/web/updates.rs", "\nuse crate::db::users;");
        let findings = check(&Code::read(&source).unwrap());
        assert_eq!(
            findings[0].to_string(),
            "crates/server/src/web/updates.rs:2: crates/server/src/web never names `crate::db::users`.\n    \
             Who asks from outside asks an action (crate::actions), which asks the rows, the bytes and the web."
        );
    }
}

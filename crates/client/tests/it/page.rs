//! docs/reference/oxupdate.md says what the program does; the exit codes are compared beside the code.

use std::collections::BTreeSet;

use clap::{Arg, Command, CommandFactory};
use client::cli::arguments::Arguments;
use serde_json::Value;

use crate::binary::Desk;
use crate::engine::offer_of;
use crate::pc::{Pc, update_xml};

const PAGE: &str = include_str!("../../../../docs/reference/oxupdate.md");

/// The options of a command as they are typed.
fn options(command: &Command) -> BTreeSet<String> {
    command.get_arguments().filter_map(Arg::get_long).map(|long| format!("--{long}")).collect()
}

#[test]
fn the_page_has_every_verb_and_option_and_no_others() {
    let program = Arguments::command();
    let usages: Vec<&str> = PAGE.lines().filter(|line| line.starts_with("oxupdate ")).collect();
    let verbs: Vec<&Command> = program.get_subcommands().collect();
    assert_eq!(usages.len(), verbs.len());
    for (usage, verb) in usages.into_iter().zip(verbs) {
        let mut words = usage.split([' ', '[', ']', '|']).filter(|word| !word.is_empty()).skip(1);
        assert_eq!(words.next(), Some(verb.get_name()));
        let told: BTreeSet<String> = words.filter(|word| word.starts_with("--")).map(str::to_owned).collect();
        assert_eq!(told, options(verb), "{usage}");
    }
    let told: BTreeSet<String> = PAGE
        .lines()
        .filter_map(|line| line.strip_prefix("| `--")?.split([' ', '`']).next())
        .map(|name| format!("--{name}"))
        .collect();
    assert_eq!(told, options(&program));
}

/// All keys of a value, at every depth.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

#[test]
fn the_page_has_every_key_of_the_json() {
    let desk = Desk::new();
    let offer = offer_of("notes-2.0.0.msi");
    let pc = Pc::with(&offer, "1.0.0");
    let server = pc.folder.path().join("update.xml");
    std::fs::write(&server, update_xml(std::slice::from_ref(&offer))).unwrap();
    let machine = pc.folder.path().join("machine.json");
    let installed = serde_json::json!({"installed": [{
        "upgrade_code": offer.upgrade_code,
        "product_code": "{0F5C2A10-6E0B-4D5A-8B3E-0000000000FF}",
        "name": "Older Notes",
        "version": "1.0.0",
    }]});
    std::fs::write(&machine, installed.to_string()).unwrap();
    let (server, machine) = (server.to_str().unwrap(), machine.to_str().unwrap());
    let mut found = BTreeSet::new();
    for arguments in [
        ["check", "--dry-run", "--server", server, "--machine", machine].as_slice(),
        &["report", "--server", server],
        &["status"],
        &["check", "--server", ""],
    ] {
        keys(&desk.json(arguments).1, &mut found);
    }
    assert!(found.contains("installations") && found.contains("error"), "{found:?}");
    for key in found {
        assert!(PAGE.contains(&format!("`{key}`")), "{key} is not on the page");
    }
}

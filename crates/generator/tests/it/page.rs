//! docs/reference/oxcatalog.md says what the program does.

use clap::{Command, CommandFactory as _};
use generator::{Arguments, Exit};
use serde_json::Value;

use crate::program::{CATALOG, Desk};
use crate::show;

const PAGE: &str = include_str!("../../../../docs/reference/oxcatalog.md");

/// The usage that the page tells of a verb: from its name to the next verb's.
fn usage(verb: &str) -> &'static str {
    let (_, rest) = PAGE.split_once(&format!("\noxcatalog {verb} ")).unwrap();
    rest.split("\noxcatalog ").next().unwrap().split("```").next().unwrap()
}

fn options(verb: &Command) -> Vec<String> {
    verb.get_arguments().filter_map(|argument| Some(format!("--{}", argument.get_long()?))).collect()
}

#[test]
fn every_verb_has_its_options_on_the_page_and_no_others() {
    let program = Arguments::command();
    let verbs: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
    let told: Vec<&str> =
        PAGE.lines().filter_map(|line| line.strip_prefix("oxcatalog ")?.split(' ').next()).collect();
    assert_eq!(told, verbs);
    for verb in program.get_subcommands() {
        let usage = usage(verb.get_name());
        let told: Vec<&str> =
            usage.split([' ', '[', ']', '\n']).filter(|word| word.starts_with("--")).collect();
        let (mut told, mut options) = (told, options(verb));
        told.sort_unstable();
        options.sort_unstable();
        assert_eq!(told, options, "{}", verb.get_name());
    }
}

#[test]
fn the_exit_codes_are_those_of_the_program() {
    let told: Vec<u8> = PAGE
        .lines()
        .skip_while(|line| *line != "## Exit codes")
        .filter_map(|line| line.strip_prefix("| ")?.split(' ').next()?.parse::<u8>().ok())
        .collect();
    let codes = [Exit::Done, Exit::Refused, Exit::Misuse, Exit::Failed].map(|exit| exit as u8);
    assert_eq!(told, codes);
}

#[test]
fn the_keys_of_the_json_are_on_the_page_in_their_order() {
    let paragraph = |verb: &str| {
        let start = PAGE.find(&format!("`{verb} --json` writes")).unwrap();
        PAGE[start..].split(['.', ':']).nth(1).unwrap()
    };
    let told = |verb: &str| -> Vec<&str> { paragraph(verb).split('`').skip(1).step_by(2).collect() };
    assert_eq!(told("show"), [["file"].as_slice(), &show::KEYS].concat());
    let desk = Desk::new();
    desk.add("notes-1.0.0.msi", &[]);
    let listed = desk.succeed(&["list", "--json", CATALOG]);
    let listed: Vec<Value> = serde_json::from_str(&listed).unwrap();
    let (mut told, mut keys) = (told("list"), listed[0].as_object().unwrap().keys().collect::<Vec<_>>());
    told.sort_unstable();
    keys.sort_unstable();
    assert_eq!(told, keys);
}

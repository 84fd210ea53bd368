//! What holds for each file by itself: its size, its opening, its name.

use super::{Finding, Source};

/// How many lines a Rust file may have.
const LINES_MAX: usize = 500;

/// Names that say nothing of what is in a room.
const NAMES_REFUSED: &[&str] =
    &["common", "core", "domain", "helper", "helpers", "misc", "shared", "util", "utils"];

/// What is wrong with one file.
pub(super) fn check(source: &Source) -> Vec<Finding> {
    let rust = source.path.ends_with(".rs");
    let mut findings = Vec::from_iter(name(source));
    if rust {
        findings.extend(length(source));
        findings.extend(opening(source));
    }
    findings
}

fn name(source: &Source) -> Option<Finding> {
    let stem = source.path.trim_end_matches(".rs");
    let refused = stem.split('/').find(|part| NAMES_REFUSED.contains(part))?;
    let what = format!("A room is called {refused}, which says nothing of what is in it.");
    Some(Finding::new(
        &source.path,
        1,
        what,
        "Name it after what it does, or move its parts to where they are used.",
    ))
}

fn length(source: &Source) -> Option<Finding> {
    let lines = source.text.lines().count();
    if lines <= LINES_MAX {
        return None;
    }
    let what = format!("The file has {lines} lines; {LINES_MAX} is the ceiling.");
    let mend = "Find the part that has a name of its own and give it a file; long tests go to tests/it/.";
    Some(Finding::new(&source.path, LINES_MAX + 1, what, mend))
}

fn opening(source: &Source) -> Option<Finding> {
    let opened = source.text.strip_prefix("//!").is_some_and(|rest| rest.starts_with(' '));
    let finding = || {
        let mend = "Begin with a line “//! …”: what it is and, if useful, what it is not.";
        Finding::new(&source.path, 1, "The file does not say what it is.", mend)
    };
    (!opened).then(finding)
}

#[cfg(test)]
mod tests {
    use super::{LINES_MAX, Source, check};

    #[test]
    fn a_file_is_short_introduces_itself_and_is_named_well() {
        let check = |path: &str, text: &str, expected: &[&str]| {
            let findings = check(&Source::example(path, text));
            let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
            assert_eq!(lines.len(), expected.len(), "{path}: {lines:?}");
            for (line, part) in lines.iter().zip(expected) {
                assert!(line.contains(part), "{line}");
            }
        };
        let long = format!("//! Long.\n{}", "\n".repeat(LINES_MAX));
        let just_right = format!("//! Just right.\n{}", "\n".repeat(LINES_MAX - 1));
        check("crates/server/src/lib.rs", "//! The server.\n", &[]);
        check("crates/server/src/lib.rs", "mod a;\n//! Late.\n", &["does not say what it is"]);
        check("crates/server/src/lib.rs", "//!\n", &["does not say what it is"]);
        check("crates/server/src/lib.rs", &just_right, &[]);
        check("crates/server/src/lib.rs", &long, &["lib.rs:501: The file has 501 lines"]);
        check("crates/server/src/utils.rs", "//! Things.\n", &["called utils"]);
        check("crates/server/src/common/mod.rs", "//! Things.\n", &["called common"]);
        check("crates/server/src/commons.rs", "//! Things.\n", &[]);
        check("crates/text/ftl/en/server.ftl", "long = text\n", &[]);
    }
}

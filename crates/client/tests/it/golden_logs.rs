//! The corpus of logs in `tests/golden-logs`: what each is explained as stands beside it as a snapshot.
//!
//! Those whose names begin with `wine-` are what Wine wrote when fixtures failed, with neutral names; the tests of `tests/windows/failing.rs` make them anew and
//! expect the same. All others are written after Microsoft's documentation, in English and German, for what Wine cannot make. The German sentences are
//! ours: what counts is the form of the lines, which is the same in all languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use client::failure::log::Log;
use client::failure::{EXCERPT_LINE_LENGTH_MAX, EXCERPT_LINES_MAX, Failure, explain};
use client::machine::ExitCode;
use proptest::prelude::*;
use text::Language;

const PAGE: &str = include_str!("../../../../docs/reference/oxupdate.md");

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden-logs")
}

/// The logs by name, with the exit codes they came with.
fn logs() -> Vec<(String, u32, Vec<u8>)> {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut logs: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "log"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let exit_code = match name.as_str() {
                "wine-program-failed" => 1627,
                "forbidden-by-policy" => 1625,
                "another-install" => 1618,
                _ => 1603,
            };
            (name, exit_code, fs::read(path).unwrap())
        })
        .collect();
    logs.sort();
    assert!(logs.len() >= 30, "{}", logs.len());
    logs
}

/// As Windows writes it: UTF-16 with a mark, and lines that end with two characters.
fn wide(bytes: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).unwrap().replace("\r\n", "\n").replace('\n', "\r\n");
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// An explanation as a person and an expert read it.
fn told(failure: Option<&Failure>) -> String {
    let Some(Failure { cause, details }) = failure else { return "not explained\n".to_owned() };
    let mut told = format!("{}, about {:?}\n", cause.as_str(), cause.about());
    for language in [Language::English, Language::German] {
        for message in [cause.what_happened(), cause.what_you_can_do(), cause.for_the_administrator()] {
            told.push_str(&format!("{}\n", message.say(language)));
        }
    }
    told.push_str(&format!("message {:?}\n{:?}\n", details.number, details.action));
    for line in &details.excerpt {
        told.push_str(&format!("> {line}\n"));
    }
    told
}

#[test]
fn each_log_is_explained_as_it_stands_beside_it() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, exit_code, bytes) in logs() {
        let failure = explain(ExitCode(exit_code), &Log::read(&bytes, None));
        let as_windows = explain(ExitCode(exit_code), &Log::read(&wide(&bytes), None));
        assert_eq!(failure, as_windows, "{name}");
        let told = told(failure.as_ref());
        assert!(!told.contains("secret"), "{name}: {told}");
        settings.bind(|| insta::assert_snapshot!(name.as_str(), told));
    }
}

#[test]
fn the_page_lists_every_cause_and_the_corpus_has_every_cause_that_a_log_tells() {
    // Each arm of the one list in the code: `Self::Cause => "name"`.
    let code = include_str!("../../src/failure/cause.rs");
    let kinds: BTreeSet<&str> =
        code.lines().filter_map(|line| line.trim().strip_prefix("Self::")?.split('"').nth(1)).collect();
    assert!(kinds.len() > 20 && kinds.contains("file-in-use"), "{kinds:?}");
    let rows = PAGE.lines().skip_while(|line| !line.starts_with("## Why an install failed"));
    let rows: BTreeSet<&str> = rows.filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let listed: BTreeSet<&str> = rows.intersection(&kinds).copied().collect();
    assert_eq!(listed, kinds);
    let explained: BTreeSet<&str> = logs()
        .iter()
        .filter_map(|(_, exit_code, bytes)| explain(ExitCode(*exit_code), &Log::read(bytes, None)))
        .map(|failure| failure.cause.as_str())
        .collect();
    assert_eq!(explained, kinds);
}

/// Explains a log and holds it to its limits.
fn bounded(exit_code: u32, log: &Log) -> Result<(), TestCaseError> {
    if let Some(Failure { cause, details }) = explain(ExitCode(exit_code), log) {
        prop_assert!(details.excerpt.len() <= EXCERPT_LINES_MAX);
        let in_limit =
            |line: &String| line.chars().count() <= EXCERPT_LINE_LENGTH_MAX && !line.contains("Property(");
        prop_assert!(details.excerpt.iter().all(in_limit), "{:?}", details.excerpt);
        prop_assert!(cause.about().is_none_or(|about| about.chars().count() <= 300));
        prop_assert!(!cause.what_happened().to_string().is_empty());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Bytes of a log changed, and the log cut anywhere into a beginning and an end.
    #[test]
    fn damaged_and_cut_logs_are_read_to_the_end(
        which in any::<prop::sample::Index>(),
        is_wide in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40),
        cuts in any::<[prop::sample::Index; 2]>(),
        exit_code in prop_oneof![Just(1603_u32), any::<u32>()],
    ) {
        let logs = logs();
        let bytes = &which.get(&logs).2;
        let mut bytes = if is_wide { wide(bytes) } else { bytes.clone() };
        for (at, byte) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        let [first, second] = cuts.map(|cut| cut.index(bytes.len()));
        bounded(exit_code, &Log::read(&bytes, None))?;
        bounded(exit_code, &Log::read(&bytes[..first.min(second)], Some(&bytes[first.max(second)..])))?;
    }

    /// Lines put together from what lines are made of.
    #[test]
    fn any_lines_are_read_to_the_end(
        lines in prop::collection::vec(
            "(MSI \\(s\\) \\(5C:A8\\) \\[09:14:03:120\\]: )?(Note: 1: |Error |Info |Product: |Action ended |CustomAction |PROPERTY CHANGE: |RESTART MANAGER: friendly name ')?(1603|1310|1721|9:14:03|X)?(\\. |: | -- | 2: | returned actual error code )?(C:\\\\|\\\\\\\\|'|„)?\\PC{0,30}",
            0..40,
        ),
    ) {
        bounded(1603, &Log { lines })?;
    }
}

/// Lines as long and as many as may be read, each of the kind that is most work: if it were more than linear, this test would not end.
#[test]
fn a_log_of_the_largest_size_takes_linear_time() {
    let line = format!("Error 1310. {}\n", "C:\\.:\\ . '2: -- ".repeat(120));
    let bytes = line.repeat(1_200_000 / line.len());
    let log = Log::read(bytes.as_bytes(), None);
    bounded(1603, &log).unwrap();
}

//! The texts of licences that lie beside the programs: our own, and those of the crates that are linked into them.
//!
//! `cargo metadata` tells the crates; the texts are the files that each crate comes with. What two crates have word for word stands there once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::prerequisites::WINDOWS_TARGET;
use crate::{places, process};

/// How long cargo may take to tell of the crates, with fetching those that are not there yet.
const METADATA_TIME_MAX: Duration = Duration::from_secs(300);

/// The most bytes of one text that are taken.
const TEXT_SIZE_MAX: u64 = 200_000;

/// How files with the texts of licences begin, in capitals.
const BEGINNINGS: &[&str] = &["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// What is linked in besides crates, and where its texts are.
const BESIDE_CRATES: &str = "\
Rust's standard library - MIT OR Apache-2.0 - https://github.com/rust-lang/rust
The run-time parts of mingw-w64 - public domain and ZPL-2.1 - https://www.mingw-w64.org
The run-time parts of GCC - GPL-3.0-or-later WITH GCC-exception-3.1 - https://gcc.gnu.org
";

/// A line between two parts.
const RULE: &str = "------------------------------------------------------------------------";

/// Our own licence, with the two texts that it names.
pub(super) fn own() -> Result<String> {
    let read = |name: &str| {
        let path = places::workspace().join(name);
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
    };
    let mut text = read("LICENSE")?;
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        write!(text, "\n{RULE}\n{name}\n{RULE}\n\n{}", read(name)?)?;
    }
    Ok(lines_of_windows(&text))
}

/// The crates of others that are linked into programs of ours, with their licences and the texts of these.
pub(super) fn of_others(crates: &[&str]) -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.args([
        "metadata",
        "--quiet",
        "--format-version",
        "1",
        "--locked",
        "--filter-platform",
        WINDOWS_TARGET,
    ]);
    // Standard error would be mixed into the JSON.
    cargo.env("CARGO_TERM_QUIET", "true");
    let output = process::run_quietly(cargo.current_dir(places::workspace()), METADATA_TIME_MAX)?;
    let metadata: Value = serde_json::from_str(&output).context("“cargo metadata” wrote no JSON")?;
    let linked = linked(&metadata, crates)?;
    let mut list = String::new();
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in
        entries(&metadata["packages"]).iter().filter(|package| linked.contains(text(&package["id"])))
    {
        // Those without a source are our own.
        if package["source"].is_null() {
            continue;
        }
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        let license = package["license"].as_str().with_context(|| format!("{name} names no licence"))?;
        writeln!(list, "{name} {version} - {license} - {}", text(&package["repository"]))?;
        let folder =
            Path::new(text(&package["manifest_path"])).parent().context("a manifest without a folder")?;
        for found in texts_in(folder)? {
            texts.entry(found).or_default().insert(format!("{name} {version}"));
        }
    }
    ensure!(!list.is_empty(), "no crate of others is linked into {crates:?}");
    let mut all = format!("{list}{BESIDE_CRATES}");
    for (words, names) in &texts {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        write!(all, "\n{RULE}\n{}\n{RULE}\n\n{words}\n", names.join(", "))?;
    }
    Ok(lines_of_windows(&all))
}

/// The ids of all packages that are linked into programs of some: what is needed to build or to test is not.
fn linked<'a>(metadata: &'a Value, crates: &[&str]) -> Result<BTreeSet<&'a str>> {
    let nodes: BTreeMap<&str, &Value> =
        entries(&metadata["resolve"]["nodes"]).iter().map(|node| (text(&node["id"]), node)).collect();
    let is_meant = |package: &&Value| package["source"].is_null() && crates.contains(&text(&package["name"]));
    let mut waiting: Vec<&str> =
        entries(&metadata["packages"]).iter().filter(is_meant).map(|package| text(&package["id"])).collect();
    ensure!(waiting.len() == crates.len(), "not all of {crates:?} are in the workspace");
    let runs_while_building = |package: &&Value| {
        entries(&package["targets"])
            .iter()
            .any(|target| entries(&target["kind"]).iter().any(|kind| kind == "proc-macro"))
    };
    let builders: BTreeSet<&str> = entries(&metadata["packages"])
        .iter()
        .filter(runs_while_building)
        .map(|package| text(&package["id"]))
        .collect();
    let mut found = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if builders.contains(id) || !found.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).map(|node| entries(&node["deps"])).unwrap_or_default();
        let is_linked =
            |dependency: &&Value| entries(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
        waiting.extend(dependencies.iter().filter(is_linked).map(|dependency| text(&dependency["pkg"])));
    }
    Ok(found)
}

/// The texts of licences that lie in a crate's folder.
fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let is_meant = BEGINNINGS.iter().any(|beginning| name.starts_with(beginning));
        if !is_meant || !path.is_file() || fs::metadata(&path)?.len() > TEXT_SIZE_MAX {
            continue;
        }
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        texts.push(String::from_utf8_lossy(&bytes).replace('\r', "").trim().to_owned());
    }
    Ok(texts)
}

fn entries(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Lines as each program on Windows shows them.
fn lines_of_windows(text: &str) -> String {
    text.replace('\r', "").replace('\n', "\r\n")
}

#[cfg(test)]
mod tests {
    use super::{of_others, own};

    #[test]
    fn the_licence_comes_with_the_texts_that_it_names() {
        let own = own().unwrap();
        for part in ["at your option", "Apache License\r\n", "Permission is hereby granted"] {
            assert!(own.contains(part), "{part}");
        }
    }

    #[test]
    fn what_is_linked_is_named_with_its_licence_and_nothing_else_is() {
        let notices = of_others(&["client", "tray"]).unwrap();
        for part in
            ["\r\nrustls ", "\r\nwindows-sys ", "\r\nRust's standard library", "THE SOFTWARE IS PROVIDED"]
        {
            assert!(notices.contains(part), "{part}");
        }
        // Of tests, of building, of another program, and ours.
        for part in ["\r\ninsta ", "\r\nserde_derive ", "\r\naxum ", "\r\ncatalog "] {
            assert!(!notices.contains(part), "{part}");
        }
    }
}

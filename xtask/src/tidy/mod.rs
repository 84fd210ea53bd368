//! `cargo xtask tidy`: what keeps the house as ARCHITECTURE.md draws it, where the compiler does not.
//!
//! A rule is a row of a table (`crates.rs` for arrows between crates, `rooms.rs` for arrows inside them) or a small function
//! from the sources to findings. Each has a made-up example beside it that breaks it.

mod code;
mod crates;
mod faults;
mod files;
mod rooms;
mod sentences;

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::places;
use code::Code;

/// The folders that hold our sources.
const FOLDERS: &[&str] = &["crates", "e2e", "fuzz", "xtask"];

/// Folders below them that hold none.
const FOLDERS_LEFT_OUT: &[&str] = &["target", "corpus", "artifacts", "coverage"];

/// A file of the house.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    /// From the workspace's folder, with slashes.
    path: String,
    text: String,
}

/// Something that is not as it should be, and the mend.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    path: String,
    line: usize,
    what: String,
    mend: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into(), mend: mend.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}\n    {}", self.path, self.line, self.what, self.mend)
    }
}

/// Prints what is not as it should be, and fails if there is anything.
pub(crate) fn tidy() -> Result<()> {
    let findings = inspect()?;
    for finding in &findings {
        println!("{finding}\n");
    }
    if !findings.is_empty() {
        bail!("{} things are untidy", findings.len());
    }
    println!("Everything is in its place.");
    Ok(())
}

/// All rules over the whole house.
fn inspect() -> Result<Vec<Finding>> {
    let sources = sources(&places::workspace())?;
    let mut findings = crates::check(&crates::arrows()?);
    let mut codes = Vec::new();
    for source in &sources {
        findings.extend(files::check(source));
        if source.path.ends_with(".rs") {
            match Code::read(source) {
                Ok(code) => codes.push(code),
                Err(error) => findings.push(Finding::new(&source.path, 1, error, "Make it compile.")),
            }
        }
    }
    findings.extend(codes.iter().flat_map(rooms::check));
    findings.extend(sentences::check(&sources, &codes));
    let faults = places::workspace().join(faults::PAGE);
    let page = fs::read_to_string(&faults).with_context(|| format!("{} cannot be read", faults.display()))?;
    findings.extend(faults::check(&page, &sources));
    Ok(findings)
}

/// Our Rust and sentence files, in the order of their paths.
fn sources(workspace: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for folder in FOLDERS {
        if workspace.join(folder).is_dir() {
            collect(workspace, &workspace.join(folder), &mut sources)?;
        }
    }
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}

fn collect(workspace: &Path, folder: &Path, sources: &mut Vec<Source>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !FOLDERS_LEFT_OUT.contains(&name) {
            collect(workspace, &path, sources)?;
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "ftl") {
            let text =
                fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            let path = path.strip_prefix(workspace).unwrap_or(&path).display().to_string().replace('\\', "/");
            sources.push(Source { path, text });
        }
    }
    Ok(())
}

#[cfg(test)]
impl Source {
    fn example(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_house_is_tidy() {
        let findings = super::inspect().unwrap();
        let listed: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert!(findings.is_empty(), "\n{}", listed.join("\n"));
    }
}

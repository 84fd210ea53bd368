//! `cargo xtask check`: everything that must hold before a change goes in; continuous integration runs the same.
//!
//! All steps run, also behind one that fails, so that one run shows all there is to mend.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::prerequisites::{self, Extent, FUZZ_TOOLCHAIN, WINDOWS_TARGET};
use crate::windows::FIXTURES_VARIABLE;
use crate::{places, process};

/// How long one step may take, on a slow machine where everything is built anew.
const STEP_TIME_MAX: Duration = Duration::from_secs(3600);

/// How long each fuzz target runs.
const FUZZ_TIME: Duration = Duration::from_secs(60);

/// A step: a command line, and what it needs in its environment.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    name: String,
    words: Vec<String>,
    environment: &'static [(&'static str, &'static str)],
}

impl Step {
    fn new(name: impl Into<String>, command_line: &str) -> Self {
        let words = command_line.split(' ').map(str::to_owned).collect();
        Self { name: name.into(), words, environment: &[] }
    }
}

/// Runs all steps, says how each went, and fails if one did.
pub(crate) fn check(extent: Extent) -> Result<()> {
    prerequisites::install(extent)?;
    let logs = places::target().join("check");
    fs::create_dir_all(&logs).with_context(|| format!("{} cannot be made", logs.display()))?;
    // Asked for now: a step may build this program anew, and then its name is no longer known.
    let xtask = std::env::current_exe().context("this program does not know where it is")?;
    let steps = steps(extent)?;
    let mut failed = Vec::new();
    for step in &steps {
        if !run(step, &xtask, &logs.join(format!("{}.log", step.name.replace(' ', "-"))))? {
            failed.push(step.name.as_str());
        }
    }
    println!("\n{} passed, {} failed", steps.len() - failed.len(), failed.len());
    if !failed.is_empty() {
        bail!("not in order: {}", failed.join(", "));
    }
    Ok(())
}

fn steps(extent: Extent) -> Result<Vec<Step>> {
    let windows_clippy = format!(
        "cargo clippy --package client --package window --package tray --package generator --package stagehand \
         --package e2e --target {WINDOWS_TARGET} --all-targets -- -D warnings"
    );
    // Its tests are for Unix; the program runs on Windows for the stories there.
    let server_clippy = format!("cargo clippy --package server --target {WINDOWS_TARGET} -- -D warnings");
    let mut steps = vec![
        Step::new("fixtures", "xtask fixtures"),
        Step::new("fmt", "cargo fmt --all --check"),
        Step::new("clippy", "cargo clippy --workspace --all-targets -- -D warnings"),
        Step::new("clippy for Windows", &windows_clippy),
        Step::new("server for Windows", &server_clippy),
        Step::new("tidy", "xtask tidy"),
        // The programs that the end-to-end tests start.
        Step::new("build", "cargo build --workspace"),
        Step::new("test", "cargo test --workspace"),
        Step {
            environment: &[("RUSTDOCFLAGS", "-D warnings")],
            ..Step::new("doc", "cargo doc --workspace --no-deps")
        },
        Step::new("browser", "xtask browser"),
        Step::new("windows", "xtask windows"),
    ];
    if extent == Extent::Full {
        steps.push(Step::new("slow tests", "cargo test --workspace --tests -- --ignored"));
        steps.push(Step::new("api", "xtask api"));
        steps.push(Step::new("deny", "cargo deny check bans licenses sources"));
        for target in fuzz_targets()? {
            steps.push(fuzz(&target)?);
        }
    }
    Ok(steps)
}

/// The names of the fuzz targets: the files in their folder.
fn fuzz_targets() -> Result<Vec<String>> {
    let folder = places::workspace().join("fuzz/fuzz_targets");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// Runs a fuzz target on what earlier runs found and on the fixtures, with the words of its format where there are any.
fn fuzz(target: &str) -> Result<Step> {
    let folder = places::workspace().join("fuzz");
    let corpus = folder.join("corpus").join(target);
    fs::create_dir_all(&corpus).with_context(|| format!("{} cannot be made", corpus.display()))?;
    let mut step = Step::new(format!("fuzz {target}"), &format!("cargo +{FUZZ_TOOLCHAIN} fuzz run {target}"));
    step.words.extend([corpus, places::fixtures()].map(|folder| folder.display().to_string()));
    step.words.push("--".to_owned());
    step.words.push(format!("-max_total_time={}", FUZZ_TIME.as_secs()));
    let format = target.split('_').next().unwrap_or(target);
    let dictionary = folder.join(format!("{format}.dict"));
    if dictionary.is_file() {
        step.words.push(format!("-dict={}", dictionary.display()));
    }
    Ok(step)
}

/// Runs a step and says how it went; what it wrote is shown whole when it failed, and kept.
fn run(step: &Step, xtask: &Path, log: &Path) -> Result<bool> {
    print!("{:24}", step.name);
    std::io::stdout().flush()?;
    let started = Instant::now();
    let file = File::create(log).with_context(|| format!("{} cannot be written", log.display()))?;
    let mut command = command(step, xtask);
    let ended = process::finish_into(&mut command, &file, STEP_TIME_MAX);
    let seconds = started.elapsed().as_secs_f64();
    let why = match ended {
        Ok(status) if status.success() => {
            println!("ok      {seconds:8.1} s");
            return Ok(true);
        }
        Ok(status) => format!("“{}” failed ({status})", process::command_line(&command)),
        Err(error) => format!("{error:#}"),
    };
    println!("FAILED  {seconds:8.1} s");
    println!("{}\n{why}\n", String::from_utf8_lossy(&fs::read(log)?).trim_end());
    Ok(false)
}

fn command(step: &Step, xtask: &Path) -> Command {
    let (program, words) =
        step.words.split_first().map_or(("xtask", &[][..]), |(first, rest)| (first.as_str(), rest));
    let mut command = if program == "xtask" { Command::new(xtask) } else { Command::new(program) };
    command.args(words).current_dir(places::workspace());
    command.env(FIXTURES_VARIABLE, places::fixtures()).envs(step.environment.iter().copied());
    command
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Step, run, steps};
    use crate::prerequisites::Extent;

    #[test]
    fn a_full_check_is_the_usual_one_and_more() {
        let [usual, full] = [Extent::Usual, Extent::Full].map(|extent| steps(extent).unwrap());
        assert!(full.starts_with(&usual));
        let more: Vec<String> = full[usual.len()..].iter().map(|step| step.words.join(" ")).collect();
        assert!(more.contains(&"xtask api".to_owned()), "{more:?}");
        assert!(more.contains(&"cargo deny check bans licenses sources".to_owned()), "{more:?}");
        assert!(more.iter().any(|line| line.starts_with("cargo +nightly fuzz run ")), "{more:?}");
    }

    #[test]
    fn a_step_passes_or_fails_as_its_command_does() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let run = |line: &str| run(&Step::new("example", line), Path::new("cargo"), &log).unwrap();
        assert!(run("xtask --version"));
        assert!(run("cargo --version"));
        assert!(!run("cargo no-such-verb"));
        assert!(!run("no-such-program"));
    }
}

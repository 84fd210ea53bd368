//! `cargo xtask VERB`: the project's chores, in plain Rust.
//!
//! Each verb sets up what it needs by itself. What a chore says is for developers and English; no program that people
//! get uses anything from here.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the one who started it")]

#[cfg(unix)]
mod bench;
mod browser;
mod check;
mod deb;
#[cfg(unix)]
mod demo;
mod dist;
mod fixtures;
mod places;
mod prerequisites;
mod process;
mod schemathesis;
mod slapd;
mod tidy;
mod windows;
mod wine;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The project's chores.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Shows the main job on real MSI files, and leaves the server running until Ctrl-C.
    #[cfg(unix)]
    Demo {
        /// Ends by itself.
        #[arg(long)]
        exit: bool,
    },
    /// Proves that everything is in order; what CI runs.
    Check {
        /// Also what is slow: licences and sources of dependencies, fuzzing for a bounded time, slow tests.
        #[arg(long)]
        full: bool,
    },
    /// Makes the server's Debian package, and proves that what is in it works.
    Deb,
    /// Makes what people get on Windows into `target/dist`: programs, installers, and their sums.
    Dist {
        /// Of programs as tests have them, which takes seconds instead of minutes.
        #[arg(long)]
        quick: bool,
        /// Into `target/installers`, as the Windows tests install them: quick, and of a version before too.
        #[arg(long, conflicts_with = "quick")]
        for_tests: bool,
        #[command(flatten)]
        signing: Option<dist::Signing>,
    },
    /// Guards the arrows between the rooms, the size of files, and the sentences.
    Tidy,
    /// Makes the MSI files that the tests install and read, into `target/fixtures/`.
    Fixtures {
        /// Also an MSI file with this many megabytes of payload, for measuring.
        #[arg(long, value_name = "MEGABYTES")]
        large: Option<u64>,
    },
    /// Runs the Windows tests, under Wine.
    Windows {
        /// On real Windows: without Wine, with the fixtures that a Linux machine made.
        #[arg(long)]
        native: bool,
    },
    /// Asks a real server's JSON API whatever its document allows, and more.
    Api,
    /// Prints ratios measured side by side, peak memory, and the sizes of what is shipped.
    #[cfg(unix)]
    Bench {
        /// Prints only this.
        only: Option<bench::Subject>,
    },
    /// What `bench` runs each program in.
    #[cfg(unix)]
    #[command(hide = true)]
    Measure {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<String>,
    },
    /// Runs the stories of the pages in a real browser, and takes pictures of them into `target/screens/`.
    Browser {
        /// Only stories whose file's name contains this.
        only: Option<String>,
    },
    /// Installs what the chores need and this machine lacks.
    Prerequisites {
        /// Also what only `check --full` needs.
        #[arg(long)]
        full: bool,
    },
}

fn main() -> ExitCode {
    match run(&Arguments::parse().verb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(verb: &Verb) -> Result<()> {
    match *verb {
        #[cfg(unix)]
        Verb::Demo { exit } => demo::demo(exit.into()),
        #[cfg(unix)]
        Verb::Bench { only: None } => bench::bench(),
        #[cfg(unix)]
        Verb::Bench { only: Some(bench::Subject::Client) } => bench::client(),
        #[cfg(unix)]
        Verb::Measure { ref words } => bench::once(words),
        Verb::Api => schemathesis::test_api(),
        Verb::Check { full } => check::check(full.into()),
        Verb::Browser { ref only } => browser::browser(only.as_deref()),
        Verb::Deb => deb::deb(),
        Verb::Dist { for_tests: true, .. } => dist::for_tests(),
        Verb::Dist { quick, ref signing, .. } => {
            let build = if quick { dist::Build::Debug } else { dist::Build::Small };
            dist::dist(build, signing.as_ref())
        }
        Verb::Tidy => tidy::tidy(),
        Verb::Fixtures { large } => fixtures::fixtures(large),
        Verb::Windows { native: false } => windows::under_wine(),
        Verb::Windows { native: true } => windows::native(),
        Verb::Prerequisites { full } => prerequisites::install(full.into()),
    }
}

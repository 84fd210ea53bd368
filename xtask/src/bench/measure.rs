//! Times whole programs and reads how much memory they had at most.

use std::fmt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use nix::sys::resource::{UsageWho, getrusage};

use crate::process;

/// How many pairs count, after one that warms up the disk's cache.
pub(crate) const PAIRS: usize = 7;
/// How long one run may take.
const RUN_TIME_MAX: Duration = Duration::from_secs(300);

/// A program with its arguments.
pub(crate) struct Program {
    program: String,
    arguments: Vec<String>,
    pub(crate) environment: Vec<(&'static str, String)>,
}

/// Two programs that do comparable work.
pub(crate) struct Pair {
    pub(crate) title: String,
    pub(crate) goal: f64,
    pub(crate) ours: Program,
    pub(crate) beside: Program,
}

/// What one run cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    seconds: f64,
    peak_kilobytes: u64,
}

impl Program {
    pub(crate) fn new(program: &str, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Self { program: program.to_owned(), arguments, environment: Vec::new() }
    }

    /// Runs it in a process of its own between, whose only child it is, so that the system's account of children is of it alone.
    fn run(&self) -> Result<Cost> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .arg("measure")
            .arg("--")
            .arg(&self.program)
            .args(&self.arguments)
            .envs(self.environment.iter().cloned());
        let line = process::run_quietly(&mut command, RUN_TIME_MAX)?;
        let (seconds, kilobytes) =
            line.trim().split_once(' ').with_context(|| format!("measured nothing: {line}"))?;
        Ok(Cost { seconds: seconds.parse()?, peak_kilobytes: kilobytes.parse()? })
    }

    /// The median of several runs.
    pub(crate) fn median(&self) -> Result<Cost> {
        self.run()?;
        let costs = (0..PAIRS).map(|_| self.run()).collect::<Result<Vec<_>>>()?;
        Ok(Cost::median(&costs))
    }
}

impl Pair {
    pub(crate) fn print(&self) -> Result<()> {
        self.ours.run()?;
        self.beside.run()?;
        let (mut ours, mut beside, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..PAIRS {
            let (own, other) = (self.ours.run()?, self.beside.run()?);
            ratios.push(own.seconds / other.seconds);
            ours.push(own);
            beside.push(other);
        }
        let ratio = median(&mut ratios);
        let verdict = if ratio <= self.goal { "met" } else { "NOT MET" };
        println!("  {}", self.title);
        println!("    ours {}, beside {}", Cost::median(&ours), Cost::median(&beside));
        println!("    ratio {ratio:.2}, goal {:.1} or better: {verdict}", self.goal);
        Ok(())
    }
}

impl Cost {
    fn median(costs: &[Self]) -> Self {
        let mut seconds: Vec<f64> = costs.iter().map(|cost| cost.seconds).collect();
        let peak_kilobytes = costs.iter().map(|cost| cost.peak_kilobytes).max().unwrap_or_default();
        Self { seconds: median(&mut seconds), peak_kilobytes }
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:.1} ms, {:.1} MB at most",
            self.seconds * 1e3,
            self.peak_kilobytes as f64 / 1024.0
        )
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The hidden verb `measure`: runs one program and prints its wall-clock seconds and the peak of its memory in kilobytes.
pub(crate) fn once(words: &[String]) -> Result<()> {
    let (program, arguments) = words.split_first().context("no program to measure")?;
    let started = Instant::now();
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .with_context(|| format!("{program} did not start"))?;
    let seconds = started.elapsed().as_secs_f64();
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss();
    println!("{seconds} {peak}");
    Ok(())
}

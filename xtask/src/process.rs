//! Runs other programs: says what it runs, waits no longer than a limit, and fails with the command line.

use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// How long a small tool may take: a query, a copy, a registry entry.
pub(crate) const TOOL_TIME_MAX: Duration = Duration::from_secs(120);

/// How often a running program is asked whether it has ended.
const POLL_EVERY: Duration = Duration::from_millis(20);

/// A program that ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// How it ended.
    pub(crate) status: ExitStatus,
    /// What it wrote, standard output and standard error in the order of writing.
    pub(crate) output: String,
}

/// Runs a program that shows its own output and must succeed.
pub(crate) fn run(command: &mut Command, limit: Duration) -> Result<()> {
    let line = command_line(command);
    println!("  $ {line}");
    let status = wait(command.spawn().with_context(|| not_started(&line))?, &line, limit)?;
    if !status.success() {
        bail!("“{line}” failed ({status})");
    }
    Ok(())
}

/// Runs a program that must succeed, in silence; what it wrote is returned, and shown if it fails.
pub(crate) fn run_quietly(command: &mut Command, limit: Duration) -> Result<String> {
    let ended = finish(command, limit)?;
    if !ended.status.success() {
        bail!("“{}” failed ({})\n{}", command_line(command), ended.status, ended.output);
    }
    Ok(ended.output)
}

/// Runs a program to whatever end, in silence.
pub(crate) fn finish(command: &mut Command, limit: Duration) -> Result<Ended> {
    // A file and no pipe: a server that the program leaves behind would keep a pipe open for ever.
    let mut file = tempfile::tempfile().context("no temporary file for the output")?;
    let status = finish_into(command, &file, limit)?;
    let mut bytes = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut bytes)).context("the output could not be read")?;
    Ok(Ended { status, output: String::from_utf8_lossy(&bytes).into_owned() })
}

/// Runs a program to whatever end; all that it writes goes into the file.
pub(crate) fn finish_into(command: &mut Command, file: &File, limit: Duration) -> Result<ExitStatus> {
    let line = command_line(command);
    let output = || file.try_clone().map(Stdio::from).context("no second handle for the output");
    command.stdin(Stdio::null()).stdout(output()?).stderr(output()?);
    wait(command.spawn().with_context(|| not_started(&line))?, &line, limit)
}

/// Whether a program starts and succeeds; a missing program is a no.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    finish(command, TOOL_TIME_MAX).is_ok_and(|ended| ended.status.success())
}

/// The command as one would type it, with the environment that was set for it.
pub(crate) fn command_line(command: &Command) -> String {
    let environment = command.get_envs().filter_map(|(name, value)| {
        Some(format!("{}={}", name.to_string_lossy(), quoted(&value?.to_string_lossy())))
    });
    let program = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<String> = environment.chain(program.map(|word| quoted(&word.to_string_lossy()))).collect();
    words.join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_=+./:,@%\\".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

fn not_started(line: &str) -> String {
    format!("“{line}” could not be started")
}

fn wait(mut child: Child, line: &str, limit: Duration) -> Result<ExitStatus> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait().with_context(|| format!("“{line}” was lost"))? {
            return Ok(status);
        }
        if started.elapsed() > limit {
            end(&mut child);
            bail!("“{line}” took longer than {} s and was ended", limit.as_secs());
        }
        std::thread::sleep(POLL_EVERY);
    }
}

/// Ends a program and all that it started.
fn end(child: &mut Child) {
    #[cfg(windows)]
    let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &child.id().to_string()]).status();
    #[cfg(not(windows))]
    for process in descendants(child.id()) {
        let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// The processes that a process started, and those that they started.
#[cfg(not(windows))]
fn descendants(process: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let process = entry.ok()?.file_name().to_str()?.parse().ok()?;
            let status = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            // After the name in parentheses, which may hold blanks: the state, then the parent.
            let parent = status.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((process, parent))
        })
        .collect();
    let mut found = vec![process];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(process, _)| *process));
        next += 1;
    }
    found.split_off(1)
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::{Duration, Instant};

    use super::{TOOL_TIME_MAX, command_line, finish, run_quietly};

    #[test]
    fn a_command_line_can_be_typed_again() {
        let mut command = Command::new("msiexec");
        command.args(["/i", "two words.msi", "", "NAME=it's"]).env("WINEDEBUG", "-all");
        assert_eq!(command_line(&command), r"WINEDEBUG=-all msiexec /i 'two words.msi' '' 'NAME=it'\''s'");
    }

    #[test]
    fn a_failure_names_the_command_the_exit_and_the_output() {
        let error = run_quietly(Command::new("cargo").arg("no-such-verb"), TOOL_TIME_MAX).unwrap_err();
        let text = error.to_string();
        assert!(text.contains("“cargo no-such-verb” failed (exit"), "{text}");
        assert!(text.contains("no such command"), "{text}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_program_that_takes_too_long_is_ended_with_all_it_started() {
        let mark = format!("3{}", std::process::id());
        let mut command = Command::new("sh");
        command.args(["-c", &format!("sleep {mark} & wait")]);
        let error = finish(&mut command, Duration::from_millis(200)).unwrap_err();
        assert!(error.to_string().contains("took longer than"), "{error}");
        let sleeper = format!("sleep\0{mark}\0");
        let runs = |process: std::fs::DirEntry| {
            std::fs::read_to_string(process.path().join("cmdline")).is_ok_and(|line| line == sleeper)
        };
        // A killed process may need a moment to go.
        let deadline = Instant::now() + TOOL_TIME_MAX;
        while std::fs::read_dir("/proc").unwrap().any(|process| runs(process.unwrap())) {
            assert!(Instant::now() < deadline, "“sleep {mark}” still runs");
        }
    }
}

//! A data folder of its own for each story, verbs in it, and a server that ends with the story.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::Value;
use tempfile::TempDir;

use crate::fixtures::fixture_argument;

/// How long anything may take that a story waits for.
const PATIENCE: Duration = Duration::from_secs(60);
/// The password of each user that a story adds.
pub(crate) const PASSWORD: &str = "correct horse";

/// A data folder.
pub(crate) struct Place {
    folder: TempDir,
}

/// What a verb answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) code: i32,
    pub(crate) output: String,
    pub(crate) error: String,
}

/// A server that runs.
pub(crate) struct Running {
    child: Child,
    /// Where it is reached, such as `127.0.0.1:45678`.
    pub(crate) address: String,
    log: PathBuf,
    said: Arc<Mutex<Vec<String>>>,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A place with these users, whose password is [`PASSWORD`].
    pub(crate) fn of(users: &[&str]) -> Self {
        let place = Self::new();
        for user in users {
            place.add_user(user);
        }
        place
    }

    /// The data folder; it may not exist yet.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A file beside the data folder.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, content).unwrap();
        // Files with secrets are refused if everybody can read them.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The program with this data folder, before its arguments.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oxupdated"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("OXUPDATED_")) {
            command.env_remove(name);
        }
        command.env("OXUPDATER_LANGUAGE", "en").env("OXUPDATED_DATA", self.data()).env_remove("SUDO_USER");
        command
    }

    /// Runs a verb.
    pub(crate) fn run(&self, arguments: &[&str]) -> Answered {
        self.run_with(arguments, &[], "")
    }

    /// Runs a verb with more in the environment and something at standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)], input: &str) -> Answered {
        let mut command = self.command();
        command.args(arguments).envs(variables.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A verb that asks for no input may be gone before this is written.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Answered {
            code: output.status.code().unwrap_or(-1),
            output: String::from_utf8(output.stdout).unwrap(),
            error: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a verb that has to succeed, and answers with what it said.
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let answered = self.run(arguments);
        assert_eq!(answered.code, 0, "{arguments:?}: {answered:?}");
        answered.output
    }

    /// Runs a list as JSON.
    pub(crate) fn list(&self, noun: &str) -> Vec<Value> {
        serde_json::from_str(&self.done(&[noun, "list", "--json"])).unwrap()
    }

    /// Adds a user with [`PASSWORD`].
    pub(crate) fn add_user(&self, name: &str) {
        let file = self.write("password", PASSWORD);
        self.done(&["user", "add", name, "--password-file", &file]);
    }

    /// Adds a user of a role, with [`PASSWORD`].
    pub(crate) fn add_user_as(&self, name: &str, role: &str) {
        let file = self.write("password", PASSWORD);
        self.done(&["user", "add", name, "--password-file", &file, "--role", role]);
    }

    /// Publishes a fixture.
    pub(crate) fn publish(&self, fixture: &str, arguments: &[&str]) -> String {
        let file = fixture_argument(fixture);
        self.done(&[&["package", "add", &file], arguments].concat())
    }

    /// Starts a server and waits until it listens.
    pub(crate) fn serve(&self) -> Running {
        self.serve_with(&[])
    }

    /// Starts a server with more in the environment and waits until it listens.
    pub(crate) fn serve_with(&self, variables: &[(&str, &str)]) -> Running {
        self.serve_at("127.0.0.1:0", variables)
    }

    /// Starts a server at an address and waits until it listens.
    pub(crate) fn serve_at(&self, listen: &str, variables: &[(&str, &str)]) -> Running {
        let log = self.folder.path().join("log");
        let log_file = File::options().create(true).append(true).open(&log).unwrap();
        let mut command = self.command();
        command.args(["serve", "--listen", listen]).envs(variables.iter().copied());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log_file);
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (found, address) = mpsc::channel();
        let said = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&said);
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                heard.lock().unwrap().push(line.clone());
                if let Some((_, address)) = line.split_once("://").filter(|_| !line.ends_with("/metrics")) {
                    let _ = found.send(address.to_owned());
                }
            }
        });
        let mut running = Running { child, address: String::new(), log, said };
        match address.recv_timeout(PATIENCE) {
            Ok(address) => running.address = address.replace("0.0.0.0", "127.0.0.1"),
            Err(_) => panic!("the server does not listen: {}", running.log()),
        }
        running
    }
}

impl Running {
    /// All that was logged.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// The lines that the server has said on its console so far.
    pub(crate) fn said(&self) -> Vec<String> {
        self.said.lock().unwrap().clone()
    }

    /// The process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Asks the server to stop.
    pub(crate) fn ask_to_stop(&self) {
        self.signal(Signal::SIGTERM);
    }

    /// Sends the server a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(i32::try_from(self.child.id()).unwrap()), signal).unwrap();
    }

    /// Waits until the server has ended.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        let mut status = None;
        until("the server ends", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        status.unwrap()
    }

    /// Stops the server and waits for it.
    pub(crate) fn stop(mut self) {
        self.ask_to_stop();
        assert!(self.wait().success(), "{}", self.log());
    }

    /// Ends the server as a crash would.
    pub(crate) fn crash(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits for something.
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let patience_ends_at = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < patience_ends_at, "waited in vain: {what}");
        std::thread::yield_now();
    }
}

/// All files below a folder, as paths from there.
pub(crate) fn files_below(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    files.sort();
    files
}

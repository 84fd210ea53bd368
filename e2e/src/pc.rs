//! A PC: the real `oxupdate.exe` on Windows, real or Wine.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::programs::windows_client;
use crate::site::PASSWORD;

/// How long a Windows program may run; under Wine an install takes seconds.
const RUN_TIME_MAX: Duration = Duration::from_secs(120);
/// How often a running program is asked whether it has ended.
const POLL_EVERY: Duration = Duration::from_millis(10);

/// A person's PC with a client that keeps its state in a folder of its own.
///
/// The machine's MSI database is one for all: tests on one product must not run at the same time.
pub struct Pc {
    /// Around what the client keeps.
    _folder: TempDir,
    state: PathBuf,
    server: String,
    user: Option<String>,
    password: Option<String>,
}

/// What a run of `oxupdate` said.
#[derive(Debug)]
pub struct Said {
    /// Its exit code.
    pub code: i32,
    /// What it wrote to standard output.
    pub output: String,
    /// What it wrote to standard error.
    pub complaint: String,
}

impl Pc {
    /// A PC whose person signs in to a site.
    ///
    /// # Panics
    /// If no folder can be made.
    #[must_use]
    pub fn of(user: &str, server: &str) -> Self {
        Self { user: Some(user.to_owned()), ..Self::without_sign_in(server) }
    }

    /// A PC that looks at an update.xml which anyone may read.
    ///
    /// # Panics
    /// If no folder can be made.
    #[must_use]
    pub fn without_sign_in(server: &str) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder for the PC: {error}"));
        // The client makes it: one that is there already, where the person may write, is refused with an administrator's rights.
        let state = folder.path().join("state");
        let password = Some(PASSWORD.to_owned());
        Self { _folder: folder, state, server: server.to_owned(), user: None, password }
    }

    /// What stands in the environment as the password from now on: [`PASSWORD`] at first, or nothing.
    pub fn give(&mut self, password: Option<&str>) {
        self.password = password.map(str::to_owned);
    }

    /// The address that the client is given.
    #[must_use]
    pub fn server(&self) -> &str {
        &self.server
    }

    /// The folder in which the client keeps its state.
    #[must_use]
    pub fn state(&self) -> &Path {
        &self.state
    }

    /// Runs a verb of `oxupdate`.
    ///
    /// # Panics
    /// If it does not start, or does not end.
    pub fn oxupdate(&self, arguments: &[&str]) -> Said {
        self.start(arguments).end()
    }

    /// Starts a verb of `oxupdate`.
    ///
    /// # Panics
    /// If it does not start.
    #[must_use]
    pub fn start(&self, arguments: &[&str]) -> Running {
        let mut command = windows_command(&windows_client());
        command
            .args(arguments)
            .args(["--server", &self.server, "--state", &windows_path(&self.state)])
            .env("OXUPDATER_LANGUAGE", "en")
            .env_remove("OXUPDATE_PASSWORD");
        if let Some(password) = &self.password {
            command.env("OXUPDATE_PASSWORD", password);
        }
        if let Some(user) = &self.user {
            command.args(["--user", user]);
        }
        // Files and no pipes: what Wine leaves running in the background would keep a pipe open.
        let [output, complaint] = ["output", "complaint"].map(|name| self.state.with_extension(name));
        let create =
            |path: &Path| File::create(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        command.stdin(Stdio::null()).stdout(create(&output)).stderr(create(&complaint));
        Running { program: Program::start(command), output, complaint }
    }

    /// How many downloads are kept, whole ones and parts.
    #[must_use]
    pub fn downloads(&self) -> usize {
        let folders = ["downloads", "packages"].map(|name| self.state.join(name));
        folders.iter().map(|folder| std::fs::read_dir(folder).map_or(0, Iterator::count)).sum()
    }

    /// Removes what is installed of a product, by Windows Installer itself, so that a test begins without it.
    ///
    /// # Panics
    /// If Windows Installer leaves it there.
    pub fn uninstall(&self, name: &str) {
        let (_, plan) = self.json(&["list"]);
        for installation in product(&plan, name)["installations"].as_array().into_iter().flatten() {
            let code = installation["product_code"].as_str().unwrap_or_default();
            let mut msiexec = windows_command(Path::new("msiexec"));
            msiexec.args(["/x", code, "/qn", "/norestart"]).stdin(Stdio::null());
            let ended = run(msiexec);
            assert!(ended.success(), "msiexec /x {code}: {ended:?}");
        }
    }

    /// Runs a verb with `--json` and returns its exit code and what it said.
    ///
    /// # Panics
    /// If what it says is not JSON.
    pub fn json(&self, arguments: &[&str]) -> (i32, Value) {
        let said = self.oxupdate(&[arguments, &["--json"]].concat());
        let value = serde_json::from_str(&said.output).unwrap_or_else(|error| panic!("{error}: {said:?}"));
        (said.code, value)
    }
}

/// A run of `oxupdate` that has not ended yet; it is ended when this is dropped.
pub struct Running {
    program: Program,
    output: PathBuf,
    complaint: PathBuf,
}

impl Running {
    /// Waits until it has written a sentence beside its results.
    ///
    /// # Panics
    /// If it ends without it, or does not say it for a long time.
    pub fn until_it_says(&mut self, sentence: &str) {
        let said =
            |path: &Path| String::from_utf8_lossy(&std::fs::read(path).unwrap_or_default()).into_owned();
        let complaint = self.complaint.clone();
        self.program.until(|ended| {
            let is_said = said(&complaint).contains(sentence);
            assert!(is_said || ended.is_none(), "it ended without saying “{sentence}”: {}", said(&complaint));
            is_said
        });
    }

    /// Waits until it has ended, and says what it said.
    ///
    /// # Panics
    /// If it does not end.
    #[must_use]
    pub fn end(mut self) -> Said {
        let status = self.program.end();
        let code = status.code().unwrap_or(-1);
        Said { code, output: take(&self.output), complaint: take(&self.complaint) }
    }
}

/// A Windows program, which is ended when this is dropped.
struct Program {
    process: Child,
    command: String,
}

impl Program {
    fn start(mut command: Command) -> Self {
        let process = command.spawn().unwrap_or_else(|error| panic!("{command:?} did not start: {error}"));
        Self { process, command: format!("{command:?}") }
    }

    fn end(&mut self) -> ExitStatus {
        let mut status = None;
        self.until(|ended| {
            status = ended;
            ended.is_some()
        });
        status.unwrap_or_else(|| panic!("{} did not end", self.command))
    }

    /// Looks again and again, at how it ended if it has, until that is enough; whoever waits for somebody is ended, and the test with it.
    fn until(&mut self, mut enough: impl FnMut(Option<ExitStatus>) -> bool) {
        let deadline = Instant::now() + RUN_TIME_MAX;
        loop {
            let ended = self.process.try_wait();
            let ended = ended.unwrap_or_else(|error| panic!("{}: {error}", self.command));
            if enough(ended) {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "{} took more than {} s",
                self.command,
                RUN_TIME_MAX.as_secs()
            );
            std::thread::sleep(POLL_EVERY);
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Removes a folder, if it is there, as soon as no program that is on its way out holds anything of it.
///
/// # Panics
/// If one holds it for long.
pub fn remove_folder(folder: &Path) {
    let deadline = Instant::now() + RUN_TIME_MAX;
    while folder.exists() {
        let Err(error) = std::fs::remove_dir_all(folder) else { return };
        assert!(Instant::now() < deadline, "{} cannot be removed: {error}", folder.display());
        std::thread::sleep(POLL_EVERY);
    }
}

/// Runs a Windows program to its end.
///
/// # Panics
/// If it does not start, or does not end.
#[must_use]
pub fn run(command: Command) -> ExitStatus {
    Program::start(command).end()
}

/// What one of Windows' own programs says.
///
/// # Panics
/// If it fails.
#[must_use]
pub fn windows_says(name: &str, arguments: &[&str]) -> String {
    let (ended, said) = windows_may_say(name, arguments);
    assert!(ended.success(), "{name} {arguments:?}: {ended:?}");
    said
}

/// How one of Windows' own programs ends, and what it says.
#[must_use]
pub fn windows_may_say(name: &str, arguments: &[&str]) -> (ExitStatus, String) {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder for {name}: {error}"));
    let path = folder.path().join("said");
    let file = File::create(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut program = windows_program(name);
    program.args(arguments).stdin(Stdio::null()).stdout(file).stderr(Stdio::null());
    let ended = run(program);
    (ended, take(&path).trim().to_owned())
}

/// What a program wrote into a file, which is removed.
fn take(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let _ = std::fs::remove_file(path);
    String::from_utf8_lossy(&bytes).replace('\r', "")
}

/// What an answer of `oxupdate` says of the offered product of this name.
///
/// # Panics
/// If it says nothing of it.
#[must_use]
pub fn product<'a>(answer: &'a Value, name: &str) -> &'a Value {
    let mut products = answer["products"].as_array().into_iter().flatten();
    let found = products.find(|product| product["name"].as_str() == Some(name));
    found.unwrap_or_else(|| panic!("no {name} in {answer}"))
}

/// A file of the host as Windows names it; Wine shows the host's files as drive Z.
#[must_use]
pub fn windows_path(path: &Path) -> String {
    if cfg!(windows) {
        path.display().to_string()
    } else {
        format!("Z:{}", path.display()).replace('/', "\\")
    }
}

/// A command that starts one of Windows' own programs.
#[must_use]
pub fn windows_program(name: &str) -> Command {
    windows_command(Path::new(name))
}

/// A command that starts a Windows program: directly, or through Wine in the prefix of this run.
pub(crate) fn windows_command(program: &Path) -> Command {
    if cfg!(windows) {
        return Command::new(program);
    }
    let mut command = Command::new("wine");
    command.arg(program);
    command
}

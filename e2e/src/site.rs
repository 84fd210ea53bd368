//! A site: the real server on loopback, with accounts and packages of its own.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use tempfile::TempDir;

use crate::pc::{Said, windows_command};
use crate::programs::{built_for_windows, fixture, host_program};

/// The password of every account that [`Site::user`] adds.
pub const PASSWORD: &str = "correct horse battery staple";

/// A server with a data folder of its own. It is stopped when this is dropped.
pub struct Site {
    folder: TempDir,
    data: PathBuf,
    server: Option<Running>,
    /// What starts its program.
    program: fn() -> Command,
}

struct Running {
    process: Mutex<Child>,
    address: String,
}

impl Site {
    /// A site with an empty data folder and no server running.
    ///
    /// # Panics
    /// If no folder can be made.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder for the site: {error}"));
        let data = folder.path().join("data");
        Self::in_folder(folder, data)
    }

    /// The same whose program is the one that is built for Windows.
    ///
    /// # Panics
    /// If no folder can be made.
    #[must_use]
    pub fn of_windows() -> Self {
        let mut site = Self::new();
        site.program = || windows_command(&built_for_windows("oxupdated.exe"));
        site
    }

    /// A site whose data are elsewhere, such as on a disk of its own.
    ///
    /// # Panics
    /// If no folder can be made for the rest.
    #[must_use]
    pub fn with_data(data: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder for the site: {error}"));
        Self::in_folder(folder, data.to_owned())
    }

    fn in_folder(folder: TempDir, data: PathBuf) -> Self {
        let program = || Command::new(host_program("oxupdated"));
        let site = Self { folder, data, server: None, program };
        site.write("password", &format!("{PASSWORD}\n"));
        site
    }

    /// Starts the server on a free port and waits until it listens.
    ///
    /// # Panics
    /// If it does not say where it listens.
    pub fn start(&mut self) {
        let mut process = (self.program)()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(self.data())
            // What goes well is not worth a line among the tests' own.
            .env("OXUPDATED_LOG", "warn")
            .env("OXUPDATER_LANGUAGE", "en")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("oxupdated did not start: {error}"));
        let lines = process.stdout.take().map(BufReader::new).map(BufReader::lines);
        let address = lines.into_iter().flatten().map_while(Result::ok).find_map(|line| {
            let from = line.find("http://127.0.0.1:")?;
            line.get(from..)?.split_whitespace().next().map(|url| url.trim_end_matches('.').to_owned())
        });
        let Some(address) = address else {
            let _ = process.kill();
            panic!("oxupdated ended without saying where it listens: {:?}", process.wait());
        };
        self.server = Some(Running { process: Mutex::new(process), address });
    }

    /// Stops the server at once, as a power cut would.
    pub fn kill(&mut self) {
        self.kill_now();
        self.server = None;
    }

    /// The same while others still work with it.
    pub fn kill_now(&self) {
        if let Some(Running { process, .. }) = &self.server {
            let mut process = process.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    /// Where the server listens: `http://127.0.0.1:PORT`.
    ///
    /// # Panics
    /// If the server is not running.
    #[must_use]
    pub fn address(&self) -> &str {
        self.server
            .as_ref()
            .map_or_else(|| panic!("the site's server is not running"), |running| &running.address)
    }

    /// Runs a verb of `oxupdated` that must succeed, and returns what it says.
    ///
    /// # Panics
    /// If the verb fails, with what it said.
    pub fn verb(&self, arguments: &[&str]) -> String {
        let said = self.try_verb(arguments);
        assert_eq!(said.code, 0, "oxupdated {arguments:?}: {said:?}");
        said.output
    }

    /// Runs a verb of `oxupdated`, which may fail.
    ///
    /// # Panics
    /// If it does not start.
    pub fn try_verb(&self, arguments: &[&str]) -> Said {
        let output = (self.program)()
            .args(arguments)
            .arg("--data")
            .arg(self.data())
            .env("OXUPDATER_LANGUAGE", "en")
            .output()
            .unwrap_or_else(|error| panic!("oxupdated did not start: {error}"));
        Said {
            code: output.status.code().unwrap_or(-1),
            output: String::from_utf8_lossy(&output.stdout).into_owned(),
            complaint: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Adds a user with [`PASSWORD`] and these permissions.
    pub fn user(&self, name: &str, permissions: &[&str]) {
        let password = self.password_file();
        self.verb(&["user", "add", name, "--password-file", &password.to_string_lossy()]);
        for permission in permissions {
            self.verb(&["permission", "grant", name, permission]);
        }
    }

    /// Publishes a fixture, with further arguments of `package add`.
    pub fn publish(&self, name: &str, arguments: &[&str]) -> String {
        let file = fixture(name);
        self.verb(&[&["package", "add", &file.to_string_lossy()], arguments].concat())
    }

    /// The reports that the server has, oldest or newest first as it lists them.
    ///
    /// # Panics
    /// If it does not list JSON.
    #[must_use]
    pub fn reports(&self) -> Vec<Value> {
        self.listed(&["report", "list"], "reports")
    }

    /// The devices that the server has of a user, with what is installed on them.
    ///
    /// # Panics
    /// If it does not list JSON.
    #[must_use]
    pub fn devices(&self, user: &str) -> Vec<Value> {
        self.listed(&["device", "list", user], "devices")
    }

    fn listed(&self, arguments: &[&str], key: &str) -> Vec<Value> {
        let said = self.verb(&[arguments, &["--json"]].concat());
        let listed: Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error}: {said}"));
        let lines = listed.get(key).unwrap_or(&listed);
        lines.as_array().cloned().unwrap_or_else(|| panic!("no list of {key}: {said}"))
    }

    /// Gives a user another password, and returns the file that it stands in.
    pub fn set_password(&self, name: &str, password: &str) -> PathBuf {
        self.write("other-password", &format!("{password}\n"));
        let file = self.path("other-password");
        self.verb(&["user", "set-password", name, "--password-file", &file.to_string_lossy()]);
        file
    }

    /// Adds a line to the server's settings; it counts from the next start.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn set(&self, line: &str) {
        let file = self.data.join("oxupdated.toml");
        let before = std::fs::read_to_string(&file).unwrap_or_default();
        let written = std::fs::write(&file, format!("{before}{line}\n"));
        written.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    /// The file with [`PASSWORD`].
    #[must_use]
    pub fn password_file(&self) -> PathBuf {
        self.path("password")
    }

    /// A file of the site's own.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    fn write(&self, name: &str, text: &str) {
        let file: &Path = &self.path(name);
        std::fs::write(file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.kill();
    }
}

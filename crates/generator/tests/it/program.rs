//! Starts the program in a folder of its own and looks at what it says and leaves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The name of the catalog in every test.
pub(crate) const CATALOG: &str = "update.xml";

/// A folder of its own for one test.
pub(crate) struct Desk(TempDir);

/// What came of a run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) exit: i32,
    pub(crate) output: String,
    pub(crate) errors: String,
}

/// The path of a fixture. Another machine than the one that made them says where they are.
pub(crate) fn fixture(name: &str) -> PathBuf {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/fixtures");
    let folder = std::env::var_os("OXUPDATER_FIXTURES").unwrap_or_else(|| here.into());
    let path = Path::new(&folder).join(name);
    assert!(path.exists(), "{} is missing. Run `cargo xtask fixtures`.", path.display());
    path
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A desk with an update.xml.
    pub(crate) fn with_catalog(catalog: impl AsRef<[u8]>) -> Self {
        let desk = Self::new();
        desk.write(CATALOG, catalog);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// Copies a fixture here.
    pub(crate) fn fetch(&self, name: &str) {
        self.fetch_as(name, name);
    }

    pub(crate) fn fetch_as(&self, name: &str, here: &str) {
        fs::copy(fixture(name), self.path(here)).unwrap();
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub(crate) fn catalog(&self) -> String {
        String::from_utf8(self.bytes(CATALOG)).unwrap()
    }

    /// The names of the files here, in their order.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The program with arguments, in English.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oxcatalog"));
        command.current_dir(self.0.path()).args(arguments).env("OXUPDATER_LANGUAGE", "en");
        command.stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&mut self.command(arguments))
    }

    /// Runs the program; it has to end well and say nothing aside.
    pub(crate) fn succeed(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert_eq!((ran.exit, ran.errors.as_str()), (0, ""), "{arguments:?}: {}", ran.output);
        ran.output
    }

    /// Puts a fixture into the catalog under a URL that no other test needs.
    pub(crate) fn add(&self, name: &str, more: &[&str]) -> Ran {
        let file = fixture(name);
        let url = format!("https://updates.example/{name}");
        let arguments = ["add", "--catalog", CATALOG, file.to_str().unwrap(), "--url", &url];
        self.run(&[&arguments, more].concat())
    }
}

impl Ran {
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { exit: output.status.code().unwrap(), output: text(output.stdout), errors: text(output.stderr) }
    }
}

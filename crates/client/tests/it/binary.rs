//! The program itself: its exit codes, what it writes, and what it does not.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use catalog::Product;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::engine::{offer_of, site};
use crate::pc::{BASIC, PASSWORD, update_xml};
use crate::web::{Answer, Web};

const PACKAGE: &str = "notes-2.0.0.msi";

/// A person at a command line, with a folder of their own.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a run said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) output: String,
    pub(crate) aside: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// The folder for what is kept.
    pub(crate) fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    /// Writes a file and answers its path.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// A file that describes a machine with versions of an offer installed.
    pub(crate) fn machine(&self, offer: &Product, versions: &[&str]) -> String {
        let installed = versions.iter().map(|version| {
            json!({
                "upgrade_code": offer.upgrade_code,
                "product_code": "{0F5C2A10-6E0B-4D5A-8B3E-0000000000FF}",
                "name": "Older Notes",
                "version": version,
            })
        });
        self.file("machine.json", json!({ "installed": installed.collect::<Vec<_>>() }).to_string())
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        self.command_without_proxy(&[arguments, &["--proxy", "none"]].concat())
    }

    /// A command that says nothing of a proxy.
    fn command_without_proxy(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(Path::new(env!("CARGO_BIN_EXE_oxupdate")));
        command
            .args(arguments)
            .arg("--state")
            .arg(self.state())
            .env("OXUPDATER_LANGUAGE", "en")
            .env_remove("OXUPDATE_SERVER")
            .env_remove("OXUPDATE_USER")
            .env_remove("OXUPDATE_PASSWORD")
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        said(&mut self.command(arguments))
    }

    /// Runs without a word of a proxy, but what the arguments say.
    #[cfg(not(windows))]
    pub(crate) fn run_without_proxy(&self, arguments: &[&str]) -> Said {
        said(&mut self.command_without_proxy(arguments))
    }

    /// Runs with `--json`, and compares the exit code in the answer with the real one.
    pub(crate) fn json(&self, arguments: &[&str]) -> (i32, Value) {
        let said = self.run(&[arguments, &["--json"]].concat());
        let value: Value =
            serde_json::from_str(&said.output).unwrap_or_else(|error| panic!("{error}: {said:?}"));
        assert_eq!(value["exit_code"], said.code, "{value}");
        assert_eq!(said.aside, "", "{value}");
        (said.code, value)
    }
}

fn said(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace('\r', "");
    Said { code: output.status.code().unwrap(), output: text(&output.stdout), aside: text(&output.stderr) }
}

#[test]
fn check_tells_what_is_ready_by_its_exit_code() {
    let desk = Desk::new();
    let offer = offer_of(PACKAGE);
    let server = desk.file("update.xml", update_xml(std::slice::from_ref(&offer)));
    let check = |versions: &[&str], code: i32, state: &str, output: &str| {
        let machine = desk.machine(&offer, versions);
        let arguments = ["check", "--dry-run", "--server", &server, "--machine", &machine];
        let said = desk.run(&arguments);
        assert_eq!(
            (said.code, said.output.as_str(), said.aside.as_str()),
            (code, output, ""),
            "{versions:?}"
        );
        let (_, answer) = desk.json(&arguments);
        assert_eq!(answer["products"][0]["state"], state, "{versions:?}");
    };
    check(
        &[],
        10,
        "not-installed",
        "1 update is ready for this PC.\nFixture Notes, new: 2.0.0. Optional: it is not installed on this PC.\n",
    );
    check(
        &["1.0.0"],
        10,
        "older",
        "1 update is ready for this PC.\nFixture Notes: 1.0.0 → 2.0.0. Optional: the installed version may stay.\n",
    );
    check(&["2.0.0"], 0, "same", "This PC is up to date.\n");
    check(&["3.0"], 0, "newer", "This PC is up to date.\n");
    check(&["2.0.0", "1.0.0"], 0, "several", "This PC is up to date.\n");
}

#[test]
fn the_answer_in_json_stays_as_it_is() {
    let desk = Desk::new();
    let mut offer = offer_of(PACKAGE);
    offer.importance = catalog::Importance::Medium;
    offer.size = Some(10_752);
    offer.product_code = "{0F5C2A10-6E0B-4D5A-8B3E-0000000000B2}".parse().ok();
    let server = desk.file("update.xml", update_xml(std::slice::from_ref(&offer)));
    let machine = desk.machine(&offer, &["1.0.0"]);
    let (_, mut answer) = desk.json(&["check", "--dry-run", "--server", &server, "--machine", &machine]);
    assert_eq!(answer["owner"]["address"].take(), server.as_str());
    insta::assert_snapshot!(serde_json::to_string_pretty(&answer).unwrap(), @r#"
    {
      "exit": "updates-ready",
      "exit_code": 10,
      "format": 1,
      "owner": {
        "address": null,
        "user": null
      },
      "problems": [],
      "products": [
        {
          "differs_only_in_fourth_field": false,
          "importance": "medium",
          "info_url": null,
          "installations": [
            {
              "context": "machine",
              "name": "Older Notes",
              "product_code": "{0F5C2A10-6E0B-4D5A-8B3E-0000000000FF}",
              "version": "1.0.0"
            }
          ],
          "installed": "1.0.0",
          "kind": "major-upgrade",
          "name": "Fixture Notes",
          "offered": "2.0.0",
          "platform": "x64",
          "product_code": "{0F5C2A10-6E0B-4D5A-8B3E-0000000000B2}",
          "reason": "Important, because an older version is installed.",
          "release_date": null,
          "size": 10752,
          "state": "older",
          "step": "update",
          "target": "machine",
          "upgrade_code": "{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}",
          "urgency": "important"
        }
      ],
      "verb": "check"
    }
    "#);
}

#[test]
fn list_shows_everything_and_dry_run_installs_nothing() {
    let desk = Desk::new();
    let offer = offer_of(PACKAGE);
    let web = site(&offer, PACKAGE);
    let machine = desk.machine(&offer, &["2.0.0"]);
    let said = desk.run(&["list", "--dry-run", "--server", &web.address(), "--machine", &machine]);
    assert_eq!((said.code, said.output.as_str()), (0, "Fixture Notes: 2.0.0. This version is installed.\n"));

    let machine = desk.machine(&offer, &["1.0.0"]);
    let install = |arguments: &[&str]| {
        let rest = ["--dry-run", "--server", &web.address(), "--machine", &machine];
        desk.run(&[&["install"], arguments, &rest].concat())
    };
    let line = "1 update would be installed.\nFixture Notes: 1.0.0 → 2.0.0. Optional: the installed version may stay.\n";
    assert_eq!((install(&["--all"]).code, install(&["--all"]).output.as_str()), (0, line));
    assert_eq!(install(&["fixture NOTES"]).output, line);
    assert_eq!(install(&[&offer.upgrade_code.to_string()]).output, line);
    let nothing = "No important update is ready. “oxupdate check” shows the optional ones.\n";
    assert_eq!(install(&[]).output, nothing);
    let unknown = install(&["Other"]);
    assert_eq!(unknown.code, 30);
    assert_eq!(unknown.aside, "“Other” is not offered to you. “oxupdate list” shows what is.\n");
    assert_eq!(web.asked_for("/package.msi").len() + web.asked_for("/reports").len(), 0);
    let (_, status) = desk.json(&["status"]);
    assert_eq!((&status["history"], &status["last_check"]), (&json!([]), &Value::Null));
}

#[test]
fn each_failure_has_its_exit_code() {
    let desk = Desk::new();
    let answering = |answer: Answer| Web::start(move |_| answer.clone());
    let check = |web: &Web, code: i32, name: &str| {
        let (said, answer) = desk.json(&["check", "--dry-run", "--server", &web.address()]);
        assert_eq!((said, answer["exit"].as_str()), (code, Some(name)));
        assert!(answer["error"].as_str().is_some_and(|error| error.ends_with(['.', ')'])), "{answer}");
    };
    check(&answering(Answer::status(401)), 22, "sign-in");
    check(&answering(Answer::status(403)), 23, "forbidden");
    check(&answering(Answer::status(404)), 24, "not-found");
    check(&answering(Answer::ok("<Products>")), 25, "catalog-unreadable");
    check(&answering(Answer::status(500)), 26, "server-failed");
    check(&answering(Answer::status(503)), 26, "server-failed");
    check(&answering(Answer::redirect("/")), 26, "server-failed");
    check(&answering(Answer::ok("<Products/>").cut(1)), 20, "server-unreachable");

    let (code, answer) = desk.json(&["check", "--dry-run", "--server", "a.example", "--user", "anna"]);
    assert_eq!((code, answer["exit"].as_str()), (22, Some("sign-in")));
    assert!(answer["error"].as_str().is_some_and(|said| said.starts_with("The password is missing")));
    let missing = desk.folder.path().join("none.xml");
    let (code, _) = desk.json(&["check", "--dry-run", "--server", missing.to_str().unwrap()]);
    assert_eq!(code, 24);
    let desk = Desk::new();
    desk.file("state", "a file where a folder has to be");
    let (code, answer) = desk.json(&["status"]);
    assert_eq!((code, answer["exit"].as_str()), (53, Some("state-unusable")));
}

#[test]
fn arguments_that_do_not_lead_to_work_are_misuse() {
    let desk = Desk::new();
    let check = |arguments: &[&str], sentence: &str| {
        let said = desk.run(arguments);
        assert_eq!((said.code, said.output.as_str()), (2, ""), "{arguments:?}");
        assert!(said.aside.starts_with(sentence), "{arguments:?}: {}", said.aside);
    };
    check(&["update"], "There is no verb “update” here.");
    check(&["check", "--password", "secret"], "There is no argument “--password” here.");
    check(&["check", "--dry-run"], "It is not known where updates come from.");
    check(&["check", "--dry-run", "--server", "ftp://a"], "“ftp://a” is not an address");
    check(&["check", "--dry-run", "--server", "https://a:b@c"], "The address holds a name or a password");
    let none = ["check", "--dry-run", "--server", "a.example", "--user", "anna", "--password-file", "none"];
    check(&none, "The password could not be taken from “none”.");
    let large = desk.file("large", vec![b'a'; 100_000]);
    let large = ["check", "--dry-run", "--server", "a.example", "--user", "anna", "--password-file", &large];
    let said = desk.run(&large);
    assert_eq!(said.code, 2);
    assert!(said.aside.contains("The file is too large to hold a password only."), "{}", said.aside);
    check(&["sign-out", "--dry-run", "--server", "updates/update.xml"], "A file needs no sign-in.");
    check(
        &["check", "--dry-run", "--server", "a.example", "--ca-file", "none"],
        "The certificates in “none”",
    );
    check(
        &["check", "--dry-run", "--server", "a.example", "--machine", "none"],
        "“none” does not describe a machine.",
    );
    let wrong = desk.file("wrong.json", "{\"installed\": 1}");
    check(&["check", "--dry-run", "--server", "a.example", "--machine", &wrong], "“");
}

#[test]
fn asked_for_help_or_version_it_answers() {
    let desk = Desk::new();
    let version = desk.run(&["--version"]);
    assert_eq!((version.code, version.output), (0, format!("oxupdate {}\n", env!("CARGO_PKG_VERSION"))));
    let help = desk.run(&["install", "--help"]);
    assert_eq!(help.code, 0);
    assert!(help.output.contains(" install [OPTIONS] [NAME]"), "{}", help.output);
    let check = |language: &str, expected: &str| {
        let mut command = desk.command(&["status"]);
        let output = said(command.env("OXUPDATER_LANGUAGE", language)).output;
        assert_eq!(output.lines().next(), Some(expected), "{language}");
    };
    check("de", "Auf diesem PC wurde noch nie nach Updates gesehen.");
    check("fr", "Aucune recherche de mises à jour n’a encore eu lieu sur ce PC.");
    check("es", "En este PC nunca se han buscado actualizaciones.");
    check("nl", "Op deze pc is nog nooit naar updates gezocht.");
    check("sv", "Den här datorn har aldrig sökt efter uppdateringar.");
}

#[test]
fn the_password_comes_from_a_file_or_the_environment() {
    let desk = Desk::new();
    let web = Web::start(|asked| match asked.header("authorization") {
        Some(BASIC) => Answer::ok(update_xml(&[])),
        _ => Answer::status(401),
    });
    let password = desk.file("password", format!("{PASSWORD}\n"));
    let (server, user) = (web.address(), "anna");
    let arguments = ["check", "--dry-run", "--server", &server, "--user", user];
    let said_by_file = desk.run(&[arguments.as_slice(), &["--password-file", &password]].concat());
    assert_eq!(said_by_file.code, 0, "{said_by_file:?}");
    let by_environment = |password: &str| {
        let mut command = desk.command(&["check", "--dry-run"]);
        command.env("OXUPDATE_PASSWORD", password).env("OXUPDATE_SERVER", &server).env("OXUPDATE_USER", user);
        said(&mut command).code
    };
    assert_eq!(by_environment(PASSWORD), 0);
    assert_eq!(by_environment("wrong"), 22);
}

// On Windows the same arguments would ask the real Windows Installer, which tests of their own do.
#[test]
fn a_password_that_is_missing_is_no_sign_in() {
    let desk = Desk::new();
    let (code, answer) = desk.json(&["check", "--dry-run", "--server", "a.example", "--user", "anna"]);
    assert_eq!((code, answer["exit"].as_str()), (22, Some("sign-in")));
    assert!(answer["error"].as_str().unwrap().starts_with("The password is missing"), "{answer}");
}

/// Neither is there on Windows: an environment that is no text, and a file that is always full.
#[cfg(target_os = "linux")]
#[test]
fn what_is_no_text_is_no_password_and_what_cannot_be_written_is_said() {
    use std::ffi::OsStr;
    use std::fs::OpenOptions;
    use std::os::unix::ffi::OsStrExt;

    let desk = Desk::new();
    let check = ["check", "--dry-run", "--server", "a.example", "--user", "anna"];
    let no_text = said(desk.command(&check).env("OXUPDATE_PASSWORD", OsStr::from_bytes(b"\xff")));
    assert_eq!(no_text.code, 2);
    assert!(no_text.aside.starts_with("The environment variable OXUPDATE_PASSWORD is not readable text."));
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let unwritten = said(desk.command(&["status"]).stdout(full));
    assert_eq!(unwritten.code, 53);
    assert!(unwritten.aside.starts_with("The result could not be written."), "{}", unwritten.aside);
}

#[cfg(not(windows))]
#[test]
fn elsewhere_than_on_windows_it_says_so() {
    let desk = Desk::new();
    let server = desk.file("update.xml", update_xml(&[]));
    for verb in ["check", "list", "install"] {
        let (code, answer) = desk.json(&[verb, "--server", &server]);
        assert_eq!((code, answer["exit"].as_str()), (52, Some("not-windows")));
    }
    let (code, answer) = desk.json(&["check", "--dry-run", "--server", &server]);
    assert_eq!((code, &answer["products"]), (0, &json!([])));
}

#[test]
fn mistakes_of_the_catalog_are_told_beside_the_result() {
    let desk = Desk::new();
    let server = desk.file("update.xml", "<Products>\n<Product><Name>Notes</Name></Product>\n</Products>");
    let said = desk.run(&["check", "--dry-run", "--server", &server]);
    assert_eq!((said.code, said.output.as_str()), (0, "This PC is up to date.\n"));
    assert!(said.aside.starts_with("The list of updates has a mistake. Line 2, Notes: "), "{}", said.aside);
    let (_, answer) = desk.json(&["check", "--dry-run", "--server", &server]);
    assert_eq!(answer["problems"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_cannot_be_installed_is_not_called_up_to_date() {
    let desk = Desk::new();
    let offer = Product { md5: None, sha256: None, ..offer_of(PACKAGE) };
    let server = desk.file("update.xml", update_xml(std::slice::from_ref(&offer)));
    let nothing = desk.machine(&offer, &[]);
    for verb in [["check"].as_slice(), &["install", "--all"]] {
        let said = desk.run(&[verb, &["--dry-run", "--server", &server, "--machine", &nothing]].concat());
        assert_eq!(said.code, 0);
        assert!(said.output.starts_with("1 update cannot be installed.\n"), "{}", said.output);
    }
}

#[test]
fn report_says_that_nothing_waits() {
    let desk = Desk::new();
    let web = Web::start(|_| Answer::status(500));
    let said = desk.run(&["report", "--server", &web.address()]);
    assert_eq!((said.code, said.output.as_str()), (0, "No reports wait.\n"));
    let (_, answer) = desk.json(&["report", "--server", &web.address()]);
    assert_eq!(answer["reports"], json!({ "delivered": 0, "dropped": 0, "waiting": 0 }));
    assert_eq!(web.asked().len(), 0);
}

//! `cargo xtask api`: a real server's JSON API, under requests that Schemathesis makes from the server's own document.
//!
//! Schemathesis is a Python program. It lives in a virtual environment below `target/`, never in the system.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::prerequisites::INSTALL_TIME_MAX;
use crate::{places, process};

/// The version that is installed; another one may find something else.
const VERSION: &str = "4.32.5";
/// How many requests are made for each operation in each phase, at most.
const EXAMPLES_MAX: &str = "25";
/// How long one run may take.
const RUN_TIME_MAX: Duration = Duration::from_secs(1800);
/// How long building the server may take on a slow machine.
const BUILD_TIME_MAX: Duration = Duration::from_secs(3600);
/// How long the server may take to answer.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(60);
/// Where requests begin that are made by chance: the same ones each time.
const SEED: &str = "20261121";

/// What is not held against the server, and why.
///
/// `positive_data_acceptance`: a name that is well-formed is refused when it names nothing. `missing_required_header`:
/// `If-Match` gets 428, and only after who asks was judged. `unsupported_method`: `TRACE` is refused, and with `Allow` too.
const CHECKS_LEFT_OUT: &str = "positive_data_acceptance,missing_required_header,unsupported_method";

/// What it is told besides: that a request that cannot be meant may also be refused for what else is wrong with it (the
/// address or the body is too long, or the thing is not as it was seen), and what is there to be asked for and changed. Nothing of
/// that is removed, so that it is there for all.
const CONFIGURATION: &str = r#"
[checks.negative_data_rejection]
expected-statuses = [400, 401, 404, 405, 409, 412, 413, 414, 415, 422, 428]

[dictionaries]
first = { values = [1] }
user = { values = ["una"] }
group = { values = ["staff"] }
package = { values = ["PACKAGE"] }
whatever = { values = ["*"] }

[[operations]]
include-path-regex = "^/api/v1/(drafts|devices|webhooks)/[{]id[}]"
parameters = { "path.id" = { dictionary = "first", probability = 0.7 } }

[[operations]]
include-path-regex = "^/api/v1/packages/[{]id[}]"
parameters = { "path.id" = { dictionary = "package", probability = 0.7 } }

[[operations]]
include-path-regex = "^/api/v1/users/[{]name[}]"
parameters = { "path.name" = { dictionary = "user", probability = 0.7 } }

[[operations]]
include-path-regex = "^/api/v1/groups/[{]name[}]"
parameters = { "path.name" = { dictionary = "group", probability = 0.7 }, "path.user" = { dictionary = "user", probability = 0.7 } }

[[operations]]
include-path-regex = "^/api/v1/permissions/[{]holder[}]"
parameters = { "path.holder" = { dictionary = "user", probability = 0.7 } }

[[operations]]
include-operation-id = ["changeDraft", "changePackage", "withdrawPackage", "restorePackage", "setUserRole", "setUserStanding", "resetSecondFactor", "revokeDevice", "enableWebhook", "testWebhook", "setUpdaterPackage", "unsetUpdaterPackage"]
parameters = { "header.If-Match" = { dictionary = "whatever", probability = 0.7 } }
"#;
/// How many tokens are made before the one that is used: whatever number is made up to be revoked, it is rarely that one's.
const DECOYS: usize = 8;

const ADMINISTRATOR: &str = "ada";
const USER: &str = "una";
const PASSWORD: &str = "password-of-a-test";

/// Installs Schemathesis, if it is not there.
///
/// # Errors
/// Where Python cannot make virtual environments: the line to type.
pub(crate) fn install() -> Result<()> {
    let folder = environment();
    if program().is_file() {
        return Ok(());
    }
    println!("Schemathesis {VERSION} is missing; installing it into {}.", folder.display());
    let mut venv = Command::new("python3");
    venv.args(["-m", "venv", "--clear"]).arg(&folder);
    process::run_quietly(&mut venv, INSTALL_TIME_MAX).context(
        "Python cannot make a virtual environment. On Debian and Ubuntu, type this, then try again:\n  \
         sudo apt-get install --yes python3-venv",
    )?;
    let mut pip = Command::new(folder.join("bin/pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check", &format!("schemathesis=={VERSION}")]);
    process::run_quietly(&mut pip, INSTALL_TIME_MAX).map(|_| ())
}

/// Starts a server with some data, lets Schemathesis ask it, and fails if an answer is not as the document says.
pub(crate) fn test_api() -> Result<()> {
    install()?;
    let mut build = Command::new("cargo");
    build.args(["build", "--quiet", "--package", "server"]);
    process::run(&mut build, BUILD_TIME_MAX)?;
    let place = Place::set()?;
    let token = place.fill()?;
    let mut server = place.serve()?;
    let bearer = format!("Authorization: Bearer {token}");
    // It would end the token that all others are asked with.
    let programs =
        ["--header", &bearer, "--exclude-tag", "clients", "--exclude-operation-id", "revokeOwnToken"];
    // First the clients: what they enrol is there for the programs then.
    let user = format!("{USER}:{PASSWORD}");
    let clients = place.run(&server, &["--include-tag", "clients", "--auth", &user]);
    let programs = place.run(&server, &programs);
    place.is_known(&server, &token)?;
    if server.process.try_wait()?.is_some() {
        bail!("the server has ended; its log is {}", place.path("server.log"));
    }
    programs.and(clients)
}

fn environment() -> PathBuf {
    places::target().join("schemathesis").join(VERSION)
}

fn program() -> PathBuf {
    environment().join("bin/schemathesis")
}

/// A folder of its own, with the server's data in it.
struct Place {
    folder: PathBuf,
}

/// The running server.
struct Server {
    url: String,
    process: Child,
}

impl Place {
    fn set() -> Result<Self> {
        let folder = places::target().join("schemathesis/data");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("password"), PASSWORD)?;
        Ok(Self { folder })
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_string_lossy().into_owned()
    }

    fn oxupdated(&self) -> Command {
        let mut command = Command::new(places::target().join("debug/oxupdated"));
        command.env("OXUPDATED_DATA", self.path("data")).env("OXUPDATER_LANGUAGE", "en");
        command
    }

    fn done(&self, words: &[&str]) -> Result<String> {
        process::run_quietly(self.oxupdated().args(words), process::TOOL_TIME_MAX)
    }

    /// Makes something of each noun, and a token of an administrator.
    fn fill(&self) -> Result<String> {
        let password = self.path("password");
        for user in [ADMINISTRATOR, USER] {
            self.done(&["user", "add", user, "--password-file", &password])?;
        }
        self.done(&["user", "set-role", ADMINISTRATOR, "administrator"])?;
        self.done(&["group", "add", "staff"])?;
        self.done(&["group", "join", "staff", USER])?;
        self.done(&["permission", "grant", "staff", "notes"])?;
        for version in ["1.0.0", "2.0.0"] {
            let file = places::fixtures().join(format!("notes-{version}.msi"));
            if !Path::new(&file).is_file() {
                bail!("{} is missing. Make it with “cargo xtask fixtures”.", file.display());
            }
            self.done(&["package", "add", &file.to_string_lossy(), "--require", "notes"])?;
        }
        let draft = places::fixtures().join("notes-3.0.0.msi");
        self.done(&["package", "add", &draft.to_string_lossy(), "--draft"])?;
        let address = "https://hooks.example.com/7";
        self.done(&["webhook", "add", address, "--event", "install.failed"])?;
        let listed: Value = serde_json::from_str(&self.done(&["package", "list", "--json"])?)?;
        let package = listed[0]["id"].as_str().context("no package is listed")?;
        fs::write(self.folder.join("schemathesis.toml"), CONFIGURATION.replace("PACKAGE", package))?;
        let scopes = ["view", "publish", "administer", "audit"].map(|scope| ["--scope", scope]).concat();
        let words = ["token", "create", "--user", ADMINISTRATOR, "--name", "test", "--expires", "1"];
        for _ in 0..DECOYS {
            self.done(&[&words[..], &["--scope", "view"]].concat())?;
        }
        let said = self.done(&[&words[..], &scopes].concat())?;
        let token = said.lines().find(|line| line.starts_with("oxa1_")).context("no token was made")?;
        Ok(token.to_owned())
    }

    /// Makes sure that the token was good to the end: whatever was asked without one says little.
    fn is_known(&self, server: &Server, token: &str) -> Result<()> {
        let mut stream = TcpStream::connect(server.url.trim_start_matches("http://").trim_end_matches('/'))?;
        stream.set_read_timeout(Some(ANSWER_TIME_MAX))?;
        let head = "GET /api/v1/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        write!(stream, "{head}Authorization: Bearer {token}\r\n\r\n")?;
        let mut said = String::new();
        stream.read_to_string(&mut said)?;
        if said.starts_with("HTTP/1.1 200 ") {
            return Ok(());
        }
        bail!("the token was ended on the way: what was asked after that says nothing")
    }

    fn serve(&self) -> Result<Server> {
        let mut process = self
            .oxupdated()
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(self.folder.join("server.log"))?)
            .spawn()
            .context("oxupdated did not start")?;
        let output = process.stdout.take().context("oxupdated has no output")?;
        let mut server = Server { url: String::new(), process };
        for line in BufReader::new(output).lines() {
            let line = line?;
            if let Some(url) = line.split_whitespace().find(|word| word.starts_with("http://")) {
                server.url = url.trim_end_matches('.').to_owned();
                return Ok(server);
            }
        }
        bail!("oxupdated ended; its log is {}", self.path("server.log"))
    }

    fn run(&self, server: &Server, words: &[&str]) -> Result<()> {
        let mut command = Command::new(program());
        command.arg("run").arg(format!("{}/api/v1/openapi.json", server.url)).args(words);
        command.args(["--exclude-checks", CHECKS_LEFT_OUT, "--max-examples", EXAMPLES_MAX]);
        command.args(["--generation-deterministic", "--seed", SEED, "--phases", "examples,coverage,fuzzing"]);
        command.args(["--request-timeout", "30", "--continue-on-failure", "--no-color"]);
        // What it keeps goes where all else is.
        command.current_dir(&self.folder);
        process::run(&mut command, RUN_TIME_MAX)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! Signing in with the browser: the real server, the real program or the real desk and worker, and a person in a browser who agrees or does not.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use e2e::{Answer, Asked, Misbehaving, PASSWORD, Site, Visitor, host_program};
use tempfile::TempDir;

const NOTES: &str = "Fixture Notes";
const ASK: &str = "/api/v1/device-authorization";
const TOKEN: &str = "/api/v1/device-authorization/token";

/// A site that offers notes to anna.
fn site() -> Site {
    let mut site = Site::new();
    site.user("anna", &["notes"]);
    site.publish("notes-1.0.0.msi", &["--require", "notes"]);
    site.start();
    site
}

fn oxupdate(state: &Path, server: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(host_program("oxupdate"));
    command
        .args(arguments)
        .args(["--proxy", "none", "--server", server, "--state"])
        .arg(state)
        .env("OXUPDATER_LANGUAGE", "en")
        .env_remove("OXUPDATE_USER")
        .env_remove("OXUPDATE_PASSWORD")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A program that waits for consent, and the rest of what it says.
struct Waiting {
    program: Child,
    output: BufReader<std::process::ChildStdout>,
    /// The path and query of the page that it shows.
    page: String,
    code: String,
}

impl Waiting {
    fn start(state: &Path, server: &str) -> Self {
        let mut program = oxupdate(state, server, &["sign-in", "--browser"]).spawn().unwrap();
        let mut output = BufReader::new(program.stdout.take().unwrap());
        let mut shown = || {
            let mut line = String::new();
            while !line.starts_with("    ") {
                line.clear();
                assert!(output.read_line(&mut line).unwrap() > 0, "nothing is shown");
            }
            line.trim().to_owned()
        };
        let (address, code) = (shown(), shown());
        let page = address.strip_prefix(server).unwrap_or_else(|| panic!("{address}")).to_owned();
        Self { program, output, page, code }
    }

    /// The exit code, and the rest of what was said: as the result, and beside it.
    fn end(mut self) -> (i32, String, String) {
        let code = self.program.wait().unwrap().code().unwrap();
        let (mut output, mut aside) = (String::new(), String::new());
        self.output.read_to_string(&mut output).unwrap();
        self.program.stderr.take().unwrap().read_to_string(&mut aside).unwrap();
        (code, output, aside)
    }
}

#[test]
fn a_pc_is_signed_in_by_its_persons_browser_and_needs_no_password() {
    let (site, folder) = (site(), TempDir::new().unwrap());
    let server = site.address();
    let waiting = Waiting::start(folder.path(), server);
    let mut anna = Visitor::signed_in(server, "anna", PASSWORD);
    assert!(anna.get(&waiting.page).page.contains(&waiting.code));
    let asked = anna.post("/device", &[("code", &waiting.code)]);
    assert!(asked.page.contains(&waiting.code) && asked.page.contains("Sign in on this PC?"), "{asked:?}");
    assert_eq!(anna.post("/device/yes", &[("code", &waiting.code)]).status, 303);
    let (code, output, aside) = waiting.end();
    assert_eq!((code, output.trim()), (0, format!("Signed in at {server} as anna.").as_str()), "{aside}");
    let [device] = site.devices("anna").try_into().unwrap();
    assert_eq!(device["standing"], "enrolled");

    let check = oxupdate(folder.path(), server, &["check", "--dry-run"]).output().unwrap();
    let said = String::from_utf8_lossy(&check.stdout);
    assert!(check.status.code() == Some(10) && said.contains(NOTES), "{check:?}");
    let device = device["device"].as_str().unwrap_or_else(|| panic!("{device}")).to_owned();
    site.verb(&["device", "revoke", "anna", &device]);
    let check = oxupdate(folder.path(), server, &["check", "--dry-run"]).output().unwrap();
    assert_eq!(check.status.code(), Some(22), "{check:?}");
}

#[test]
fn a_no_in_the_browser_signs_nobody_in() {
    let (site, folder) = (site(), TempDir::new().unwrap());
    let waiting = Waiting::start(folder.path(), site.address());
    let mut anna = Visitor::signed_in(site.address(), "anna", PASSWORD);
    anna.get(&waiting.page);
    assert_eq!(anna.post("/device/no", &[("code", &waiting.code)]).status, 303);
    let (code, output, aside) = waiting.end();
    assert_eq!((code, output.trim()), (22, ""), "{aside}");
    assert!(aside.contains("The sign-in was refused in the browser."), "{aside}");
    assert_eq!(site.devices("anna").len(), 0);
}

/// A server that gives a code which is good for so many seconds, and answers the questions for the token so.
fn misbehaving(expires_in: u64, answer: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Misbehaving {
    Misbehaving::plain(move |asked: &Asked| match asked.path.as_str() {
        ASK => {
            let page = format!("http://{}/device", asked.header("host").unwrap_or_default());
            let told = serde_json::json!({
                "device_code": "secret", "user_code": "BCDF-GHJK", "verification_uri": page,
                "verification_uri_complete": format!("{page}?user_code=BCDF-GHJK"),
                "expires_in": expires_in, "interval": 0,
            });
            Answer::ok(told.to_string())
        }
        TOKEN => answer(asked),
        _ => Answer::status(404),
    })
}

fn refused(error: &str) -> Answer {
    Answer::status(400).with_body(serde_json::json!({ "error": error }).to_string())
}

fn ends(server: &Misbehaving) -> (i32, String) {
    let folder = TempDir::new().unwrap();
    let ended = oxupdate(folder.path(), server.address(), &["sign-in", "--browser"]).output().unwrap();
    (ended.status.code().unwrap(), String::from_utf8_lossy(&ended.stderr).into_owned())
}

#[test]
fn a_server_that_misbehaves_is_neither_flooded_nor_waited_for_without_end() {
    // It says nothing of an end but in its first answer.
    let never = misbehaving(2, |_| refused("authorization_pending"));
    let (code, said) = ends(&never);
    assert!(code == 22 && said.contains("Nobody confirmed the sign-in in the browser in time."), "{said}");
    assert!(never.asked(TOKEN).len() <= 2, "at most each second");
    // It says that it is over before its time.
    let (code, said) = ends(&misbehaving(600, |_| refused("expired_token")));
    assert!(code == 22 && said.contains("Nobody confirmed the sign-in in the browser in time."), "{said}");
    // It wants to be asked less often, and then has nothing to say.
    let slow = misbehaving(4, |_| refused("slow_down"));
    let (code, said) = ends(&slow);
    assert!(code == 22 && slow.asked(TOKEN).len() == 1, "five seconds more are too many: {said}");
    // It speaks nonsense, or too much of it.
    let (code, said) = ends(&misbehaving(600, |_| Answer::ok("{}")));
    assert!(code == 26, "{said}");
    let endless = |_: &Asked| Answer::ok("{\"more\":\"").then(e2e::Then::Flood(vec![b'a'; 4096]));
    let (code, said) = ends(&misbehaving(600, endless));
    assert!(code == 26, "{said}");
}

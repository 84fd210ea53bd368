//! The administrator's guide, word for word: every box of it is done, in its order, until the first PC is up to date.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::guide::{Box, boxes, mentioned};
use e2e::{
    PASSWORD, VERSION, WebFolder, fixture, folder_of_windows, host_program, installer, oxcatalog,
    windows_path, windows_program,
};
use open_xchange::{OpenXchange, Person};
use tempfile::TempDir;

use crate::alone;
use crate::installer_itself::forget_all;

/// The page, and how many boxes of commands its walk has at least: a page that lost them would prove nothing.
const PAGE: &str = include_str!("../../../docs/guide/administrator.md");
const COMMANDS_MIN: usize = 16;

/// Somebody who goes through the guide on machines of this test's own.
struct Reader {
    folder: TempDir,
    /// What the guide writes, and what it is here.
    here: Vec<(&'static str, String)>,
    server: Option<Child>,
    said: Vec<String>,
}

impl Reader {
    fn new(open_xchange: &OpenXchange, old_site: &WebFolder) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let updater = format!("OXUpdater-{VERSION}.msi");
        let path = |name: &str| folder.path().join(name).display().to_string();
        let here = vec![
            ("/var/lib/oxupdated", path("data")),
            ("OXUpdater-VERSION.msi", updater.clone()),
            ("/srv/ox/status", path("status")),
            ("/srv/ox/etc", path("etc")),
            ("mail.example.com:4190", format!("127.0.0.1:{}", sieve())),
            ("https://ox.example.com/ajax/updater/update.xml", old_site.address("update.xml")),
            ("/backups", path("backups")),
            ("https://updates.example.com", format!("http://127.0.0.1:{port}")),
            ("127.0.0.1:8080", format!("127.0.0.1:{port}")),
            ("https://ox.example.com/appsuite/api", open_xchange.url()),
        ];
        for name in ["etc", "backups"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        write_site(folder.path());
        fs::write(folder.path().join("old-password"), PASSWORD).unwrap();
        fs::copy(fixture("notes-1.0.0.msi"), folder.path().join("OXtender2.msi")).unwrap();
        fs::copy(installer(&updater), folder.path().join(updater)).unwrap();
        Self { folder, here, server: None, said: Vec::new() }
    }

    /// What the guide writes, as it is here.
    fn here(&self, text: &str) -> String {
        self.here.iter().fold(text.to_owned(), |text, (there, here)| text.replace(there, here))
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn oxupdated(&self, words: &[String]) -> Command {
        assert_eq!(words[0], "oxupdated", "the guide runs nothing else on the server: {words:?}");
        let mut command = Command::new(host_program("oxupdated"));
        command.args(words[1..].iter().map(|word| self.here(word)));
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
            .env("OXUPDATED_DATA", self.data())
            .env("OXUPDATER_LANGUAGE", "en")
            .env("OXUPDATED_LOG", "warn");
        command
    }

    fn on_the_server(&mut self, words: &[String]) {
        match words[1].as_str() {
            "serve" => return self.serve(words),
            "report" => self.note_offer(),
            "restore" => self.lose_everything(),
            _ => {}
        }
        let output = self.oxupdated(words).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (said, complaint) = (text(&output.stdout), text(&output.stderr));
        assert!(output.status.success(), "{words:?}: {:?}\n{said}\n{complaint}", output.status);
        self.said.push(format!("{}\n{said}", words.join(" ")));
    }

    fn serve(&mut self, words: &[String]) {
        let mut process = self.oxupdated(words).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
        let listens = lines.any(|line| line.contains("http://127.0.0.1:"));
        self.server = Some(process);
        assert!(listens, "the server ended without saying where it listens");
    }

    fn stop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }

    fn lose_everything(&mut self) {
        self.stop();
        fs::remove_dir_all(self.data()).unwrap();
    }

    /// Notes what anton is offered, as his PC reads it.
    fn note_offer(&mut self) {
        let address = self.here("127.0.0.1:8080");
        let mut server = TcpStream::connect(&address).unwrap();
        let credentials = STANDARD.encode(format!("anton:{PASSWORD}"));
        let request = format!(
            "GET /ajax/updater/update.xml HTTP/1.0\r\nHost: {address}\r\nAuthorization: Basic {credentials}\r\n\r\n"
        );
        server.write_all(request.as_bytes()).unwrap();
        let mut offered = String::new();
        server.read_to_string(&mut offered).unwrap();
        self.said.push(format!("offered\n{}", offered.replace("&quot;", "\"")));
    }

    fn on_the_pc(&mut self, words: &[String]) {
        let program = match words[0].as_str() {
            "msiexec" => words[0].clone(),
            path => {
                let installed = path.strip_prefix(r"C:\Program Files\").unwrap().replace('\\', "/");
                windows_path(&folder_of_windows("ProgramFiles").join(installed))
            }
        };
        let package = |word: &str| -> String {
            let word = self.here(word);
            let beside = self.folder.path().join(&word);
            if beside.is_file() { windows_path(&beside) } else { word }
        };
        let said = self.folder.path().join("said");
        let mut command = windows_program(&program);
        command.args(words[1..].iter().map(|word| package(word)));
        command.env("OXUPDATER_LANGUAGE", "en").env("OXUPDATE_PASSWORD", PASSWORD);
        let file = || fs::File::options().append(true).create(true).open(&said).unwrap();
        command.stdin(Stdio::null()).stdout(file()).stderr(file());
        let ended = e2e::run(command);
        let text = fs::read_to_string(&said).unwrap_or_default();
        let _ = fs::remove_file(&said);
        // “check” ends with 10 where something is ready.
        let is_well = ended.success() || words.iter().any(|word| word == "check") && ended.code() == Some(10);
        assert!(is_well, "{words:?}: {ended:?}\n{text}");
        self.said.push(format!("{}\n{text}", words.join(" ")));
    }

    /// What the last command said that begins so.
    fn said(&self, command: &str) -> &str {
        let said = self.said.iter().rev().find(|said| said.starts_with(command));
        said.unwrap_or_else(|| panic!("the guide has no “{command}”"))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.stop();
        forget_all();
    }
}

/// A Sieve server, as far as its greeting goes. Answers its port.
fn sieve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    let greet = |mut guest: TcpStream| {
        guest.write_all(b"\"IMPLEMENTATION\" \"Example\"\r\n\"SIEVE\" \"fileinto vacation\"\r\n\"VERSION\" \"1.0\"\r\nOK\r\n")
    };
    thread::spawn(move || {
        for guest in listener.incoming().map_while(Result::ok) {
            // Who hangs up early has heard enough.
            let _ = greet(guest);
        }
    });
    port
}

/// The updater that the site had before: an update.xml with a package.
fn old_site(folder: &Path) -> WebFolder {
    let package = folder.join("drive.msi");
    fs::copy(fixture("notes-2.0.0.msi"), &package).unwrap();
    let [package, catalog] = [package, folder.join("update.xml")].map(|path| path.display().to_string());
    oxcatalog(&["add", "--catalog", &catalog, &package, "--url", "drive.msi"]);
    WebFolder::serve(folder)
}

/// An Open-Xchange server that has all that the connector and its plug-ins need.
fn write_site(folder: &Path) {
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    write("etc/foldercache.properties", "ENABLE_INTERNAL_USER_EDIT: TRUE\n");
    write("etc/mailfilter.properties", "SIEVE_LOGIN_TYPE=user\n");
    let package = |name: &&str| {
        format!("Package: {name}\nStatus: install ok installed\nVersion: 7.10.6-33\nArchitecture: all\n\n")
    };
    let names = ["core", "usm", "folder-json", "mailfilter", "passwordchange-database"];
    let names = names.map(|name| format!("open-xchange-{name}"));
    let status: String = names.iter().map(|name| package(&name.as_str())).collect();
    write(
        "status",
        &status.replace(
            "Package: open-xchange-core\n",
            "Package: open-xchange-core\nProvides: open-xchange-passwordchange-servlet\n",
        ),
    );
}

fn settings_are_taken(reader: &Reader, settings: &str) {
    let file = reader.folder.path().join("other.toml");
    fs::write(&file, settings).unwrap();
    let words = ["oxupdated", "doctor", "--json", "--config", &file.display().to_string()].map(str::to_owned);
    let said = String::from_utf8(reader.oxupdated(&words).output().unwrap().stdout).unwrap();
    let findings: serde_json::Value = serde_json::from_str(&said).unwrap();
    let ids: Vec<&str> = findings["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|finding| finding["id"].as_str())
        .collect();
    assert!(!ids.contains(&"settings"), "{settings}: {said}");
}

#[test]
fn whoever_follows_the_guide_has_an_updated_pc() {
    let _alone = alone();
    forget_all();
    let anton = Person::new("anton", 3, PASSWORD).with(&["webmail", "usm", "olox20", "edit_password"]);
    let open_xchange = OpenXchange::of([anton]);
    let old_folder = tempfile::tempdir().unwrap();
    let old_site = old_site(old_folder.path());
    let mut reader = Reader::new(&open_xchange, &old_site);
    let mut commands = 0;
    let mut is_set = false;
    for page_box in boxes(PAGE) {
        match page_box {
            Box::Shell(lines) => {
                commands += lines.len();
                lines.iter().for_each(|words| reader.on_the_server(words));
            }
            Box::Windows(lines) => {
                commands += lines.len();
                lines.iter().for_each(|words| reader.on_the_pc(words));
            }
            Box::Settings(settings) if is_set => settings_are_taken(&reader, &settings),
            Box::Settings(settings) => {
                is_set = true;
                fs::write(reader.data().join("oxupdated.toml"), reader.here(&settings)).unwrap();
            }
        }
    }
    assert!(commands >= COMMANDS_MIN, "{commands}");
    assert!(reader.said(r"C:\Program Files\OX Updater\oxupdate.exe check").contains("Fixture Notes"));
    assert!(reader.said("oxupdated report list --user anton").contains("Fixture Notes"));
    assert!(reader.said("oxupdated import").contains("Would be taken over: 1."));
    let params = format!("OX_SERVERURL=\"{}\"", open_xchange.url().trim_end_matches("/appsuite/api"));
    assert!(reader.said("offered").contains(&params), "{params}: {}", reader.said("offered"));
}

#[test]
fn every_verb_that_the_guide_mentions_is_there() {
    let mentioned = mentioned(PAGE, "oxupdated");
    assert!(mentioned.len() > 3, "{mentioned:?}");
    for words in mentioned {
        let verbs = words[1..]
            .iter()
            .take_while(|word| word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'));
        let verbs: Vec<&String> = verbs.take(2).collect();
        let help = Command::new(host_program("oxupdated")).args(&verbs).arg("--help").output().unwrap();
        assert!(help.status.success(), "oxupdated {verbs:?} --help");
    }
}

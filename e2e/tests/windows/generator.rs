//! The generator's window, used as an administrator uses it: what it writes is what `oxcatalog` writes, and nothing is lost.

use std::path::PathBuf;

use e2e::stage::{WAIT_TIME_MAX, Window};
use e2e::{Stage, built_for_windows, fixture, oxcatalog, windows_path};
use tempfile::TempDir;

/// What stands in the title bar when nothing is to be saved.
const SAVED: &str = "update.xml – OX Update XML Generator";
/// WM_QUERYENDSESSION and WM_ENDSESSION.
const SESSION_ENDS: [u32; 2] = [0x11, 0x16];
/// The class of the dialogs of Windows.
const DIALOG_CLASS: &str = "#32770";

/// The program on a stage, with a folder of its own.
pub(crate) struct Generator {
    pub(crate) stage: Stage,
    pub(crate) process: u32,
    pub(crate) window: Window,
    folder: TempDir,
}

impl Generator {
    /// Starts it with an update.xml that holds this; without one if there is nothing.
    pub(crate) fn open(text: Option<&str>) -> Self {
        Self::on(Stage::open(), text, "en")
    }

    /// Starts it on a stage, in a language.
    pub(crate) fn on(stage: Stage, text: Option<&str>, language: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("update.xml");
        let argument = windows_path(&path);
        let mut arguments = Vec::new();
        if let Some(text) = text {
            std::fs::write(&path, text).unwrap();
            arguments.push(argument.as_str());
        }
        let program = built_for_windows("OXUpdateXMLGenerator.exe");
        let process = stage.start(&program, &arguments, &[("OXUPDATER_LANGUAGE", language)]);
        let title = if text.is_some() { "update.xml – " } else { "OX Update XML Generator" };
        let window = stage.window(process, title);
        stage.activate(&window);
        Self { stage, process, window, folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("update.xml")
    }

    fn document(&self) -> String {
        std::fs::read_to_string(self.path()).unwrap()
    }

    pub(crate) fn press(&self, label: &str) {
        self.stage.press(&self.window, label);
    }

    pub(crate) fn fill(&self, label: &str, text: &str) {
        self.stage.fill(&self.window, label, text);
    }

    pub(crate) fn says(&self, sentence: &str) {
        let _ = self.stage.until_it_says(&self.window, sentence);
    }

    /// Waits until a field shows a text.
    fn shows(&self, label: &str, text: &str) {
        self.stage.wait(&format!("“{text}” in “{label}”"), WAIT_TIME_MAX, || {
            let shown = self.stage.field(&self.window, label).text.replace("\r\n", "\n");
            if shown == text { Ok(()) } else { Err(shown) }
        });
    }

    /// Waits until the list has products of these names.
    fn lists(&self, names: &[&str]) {
        self.stage.wait(&format!("The list {names:?}"), WAIT_TIME_MAX, || {
            let table = self.stage.table(&self.window).table.unwrap();
            let found: Vec<String> = table.rows.iter().map(|row| row.cells[0].clone()).collect();
            if found == names { Ok(()) } else { Err(format!("{found:?}")) }
        });
    }

    /// Chooses an importance. Wine tells no names of such boxes; it is the only one.
    fn weigh(&self, importance: &str) {
        let combo = self.stage.control(&self.window, "The importances", |control| control.choices.is_some());
        let entries = combo.choices.map(|choices| choices.entries).unwrap_or_default();
        let entry = entries.iter().position(|entry| entry == importance).unwrap();
        self.stage.order(&stagehand::Order::Choose { control: combo.handle, entry });
    }

    /// Chooses a file in the dialog that comes.
    fn choose(&self, path: &std::path::Path) {
        let dialog = self.stage.any_window("A dialog for files", |window| {
            window.process == self.process && window.class == DIALOG_CLASS
        });
        let _ = self.stage.control(&dialog, "The field that has the keys", |control| control.focused);
        let field = self.stage.control(&dialog, "Its field", |control| control.class == "Edit");
        let fill = stagehand::Order::Fill { control: field.handle, text: windows_path(path) };
        self.stage.order(&fill);
        self.stage.keys("Enter");
        self.stage.until_gone(&dialog);
    }

    /// Waits until MD5 and SHA-256 are computed.
    fn digested(&self) {
        self.stage.wait("The digests", WAIT_TIME_MAX, || {
            let md5 = self.stage.field(&self.window, "MD5").text;
            if md5.len() == 32 { Ok(()) } else { Err(md5) }
        });
    }

    fn save(&self) {
        self.press("Save");
        self.saved();
    }

    fn saved(&self) {
        let _ = self.stage.any_window("The window without changes", |window| window.title == SAVED);
    }
}

/// What `oxcatalog add` makes of an update.xml and these packages.
fn added(before: Option<&str>, packages: &[&str], more: &[&str]) -> String {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("update.xml");
    if let Some(before) = before {
        std::fs::write(&path, before).unwrap();
    }
    for package in packages {
        let (url, file) = (format!("https://updates.example/{package}"), fixture(package));
        let fixed = ["add", "--catalog", path.to_str().unwrap(), "--url", &url, file.to_str().unwrap()];
        oxcatalog(&[&fixed, more].concat());
    }
    std::fs::read_to_string(&path).unwrap()
}

/// Three products.
fn three() -> String {
    added(None, &["umlauts-1.0.0.msi", "notes-1.0.0.msi", "user-1.0.0.msi"], &[])
}

/// The same, with one in the middle that cannot be read.
pub(crate) fn damaged() -> String {
    let text = three();
    let (first, rest) = text.split_at(text.find("<Name>Fixture Notes").unwrap());
    format!("{first}{}", rest.replacen("<Version>1.0.0<", "<Version>one<", 1))
}

#[test]
fn a_package_becomes_the_entry_that_oxcatalog_writes() {
    let _alone = crate::alone();
    let generator = Generator::open(None);
    generator.stage.drop_files(&generator.window, &[&fixture("umlauts-1.0.0.msi")]);
    generator.says("New: Grüße für Köln 1.0.0");
    generator.digested();
    generator.fill("URL", "https://updates.example/umlauts-1.0.0.msi");
    generator.fill("Description", "Grüße.\nFür alle.");
    generator.press("Show a progress bar only (/passive)");
    generator.shows("Install params (msiexec)", "/passive");
    generator.fill("Property lines (NAME=value)", "OXURL=https://a.example");
    generator.shows("Install params (msiexec)", "/passive OXURL=\"https://a.example\"");
    generator.weigh("high (200)");
    generator.says("Always shown as important.");
    generator.press("Choose…");
    generator.choose(&fixture("icon.ico"));
    generator.press("Put into list");
    generator.says("Grüße für Köln 1.0.0 is in the list.");
    generator.lists(&["Grüße für Köln"]);
    generator.press("Save");
    generator.choose(&generator.path());
    generator.saved();
    let (icon, params) = (fixture("icon.ico"), "/passive OXURL=https://a.example");
    let more =
        ["--description", "Grüße.\nFür alle.", "--install-params", params, "--importance", "high", "--icon"];
    let expected =
        added(None, &["umlauts-1.0.0.msi"], &[more.as_slice(), &[icon.to_str().unwrap()]].concat());
    assert_eq!(generator.document(), expected);
}

#[test]
fn a_new_version_is_chosen_and_takes_the_place_of_the_old_one() {
    let _alone = crate::alone();
    let generator = Generator::open(Some(&three()));
    generator.press("Add package…");
    generator.choose(&fixture("notes-2.0.0.msi"));
    generator.says("New: Fixture Notes 2.0.0");
    generator.shows("URL", "https://updates.example/notes-2.0.0.msi");
    generator.digested();
    generator.press("Put into list");
    generator.says("Fixture Notes 2.0.0 is in the list.");
    generator.save();
    assert_eq!(generator.document(), added(Some(&three()), &["notes-2.0.0.msi"], &[]));
    generator.press("Save as…");
    generator.choose(&generator.folder.path().join("other"));
    generator.says("other.xml was saved.");
    assert_eq!(
        std::fs::read(generator.path().with_file_name("other.xml")).unwrap(),
        generator.document().as_bytes()
    );
}

#[test]
fn entries_are_changed_shifted_and_removed_and_all_else_stays() {
    let _alone = crate::alone();
    let generator = Generator::open(Some(&damaged()));
    let bad = "Fixture Notes (cannot be read)";
    generator.lists(&["Grüße für Köln", bad, "Fixture User"]);
    generator.fill("Name", "Greetings");
    generator.shows("Name", "Greetings");
    generator.press("Update entry");
    generator.lists(&["Greetings", bad, "Fixture User"]);
    generator.press("Down");
    generator.lists(&[bad, "Greetings", "Fixture User"]);
    generator.stage.select(&generator.window, "Fixture User");
    generator.shows("Name", "Fixture User");
    generator.press("Remove");
    generator.says("Remove Fixture User?");
    generator.press("Remove");
    generator.lists(&[bad, "Greetings"]);
    generator.press("Up");
    generator.lists(&["Greetings", bad]);
    generator.stage.select(&generator.window, bad);
    generator.says("“Fixture Notes” cannot be read");
    generator.says("“one” is not a version.");
    generator.save();
    let expected = damaged().replace("<Name>Grüße für Köln</Name>", "<Name>Greetings</Name>");
    let end = expected.rfind("  <Product>").unwrap();
    assert_eq!(generator.document(), format!("{}</Products>\n", &expected[..end]));
}

#[test]
fn what_is_wrong_is_said_beside_its_field() {
    let _alone = crate::alone();
    let generator = Generator::open(Some(&three()));
    generator.fill("Info URL", "a.example");
    generator.says("It has to begin with http:// or https://");
    generator.press("Update entry");
    generator.says("This cannot go into the list yet. InfoUrl: It has to begin");
    generator.fill("Info URL", "https://a.example");
    generator.fill("Install params (msiexec)", "/x");
    generator.says("“/x” would replace the install by another action.");
    generator.fill("Install params (msiexec)", "/quiet");
    generator.press("Update entry");
    generator.says("Grüße für Köln 1.0.0 is in the list.");
    generator.stage.drop_files(&generator.window, &[&fixture("no-upgrade-code.msi")]);
    generator.says("The package has no UpgradeCode");
}

#[test]
fn nothing_is_lost_without_a_question() {
    let _alone = crate::alone();
    let generator = Generator::open(Some(&three()));
    generator.fill("Name", "Greetings");
    generator.shows("Name", "Greetings");
    generator.stage.select(&generator.window, "Fixture User");
    generator.says("Keep what is in the fields?");
    generator.press("Cancel");
    generator.shows("Name", "Greetings");
    generator.stage.close(&generator.window);
    generator.says("Save the changes?");
    generator.press("Cancel");
    generator.shows("Name", "Greetings");
    let theirs = three().replace("Fixture User", "Theirs");
    std::fs::write(generator.path(), &theirs).unwrap();
    generator.press("Save");
    generator.says("The file was changed by somebody else");
    generator.press("Open it again");
    generator.lists(&["Grüße für Köln", "Fixture Notes", "Theirs"]);
    generator.fill("Name", "Greetings");
    generator.shows("Name", "Greetings");
    generator.stage.close(&generator.window);
    generator.says("Save the changes?");
    generator.press("Save");
    assert_eq!(generator.stage.ended(generator.process), 0);
    assert_eq!(generator.document(), theirs.replace("Grüße für Köln", "Greetings"));
    assert_eq!(std::fs::read_to_string(generator.path().with_extension("xml.bak")).unwrap(), theirs);
}

#[test]
fn the_session_waits_for_what_is_not_saved() {
    let _alone = crate::alone();
    let generator = Generator::open(Some(&three()));
    let (stage, window) = (&generator.stage, generator.window.handle);
    let [asked, ends] = SESSION_ENDS;
    assert_eq!(stage.send(window, asked, 0, 0), 1, "nothing is to be saved");
    generator.fill("Name", "Greetings");
    generator.shows("Name", "Greetings");
    stage.wait("A session that waits", WAIT_TIME_MAX, || match stage.send(window, asked, 0, 0) {
        0 => Ok(()),
        other => Err(other.to_string()),
    });
    generator.says("Save the changes?");
    let _ = stage.send(window, ends, 0, 0);
    generator.shows("Name", "Greetings");
    assert_eq!(stage.send(window, asked, 0, 0), 0);
    generator.says("Save the changes?");
    generator.press("Save");
    assert_eq!(stage.ended(generator.process), 0);
    assert!(generator.document().contains("<Name>Greetings</Name>"));
}

#[test]
fn the_keyboard_alone_suffices() {
    let _alone = crate::alone();
    let generator = Generator::open(Some(&three()));
    let stage = &generator.stage;
    let _ =
        stage.control(&generator.window, "The list with the keys", |one| one.focused && one.table.is_some());
    stage.keys("Alt+Down");
    generator.lists(&["Fixture Notes", "Grüße für Köln", "Fixture User"]);
    stage.keys("Down");
    generator.shows("Name", "Fixture User");
    stage.keys("Delete");
    generator.says("Remove Fixture User?");
    // The safe answer has the keys.
    stage.keys("Enter");
    generator.lists(&["Fixture Notes", "Grüße für Köln", "Fixture User"]);
    stage.keys("Escape");
    generator.lists(&["Fixture Notes", "Grüße für Köln", "Fixture User"]);
    stage.keys("Alt+M");
    let _ =
        stage.control(&generator.window, "The name with the keys", |one| one.focused && one.class == "Edit");
    stage.keys("Ctrl+A");
    stage.keys("x");
    generator.shows("Name", "x");
    stage.keys("Ctrl+S");
    generator.saved();
    assert!(generator.document().contains("<Name>x</Name>"));
    stage.keys("Alt+D");
    stage.keys("Escape");
    stage.keys("Ctrl+N");
    generator.says("Choose a package");
    stage.keys("Escape");
    // Escape ends nothing: what comes after it is still heard.
    stage.keys("Ctrl+N");
    generator.says("Choose a package");
}

mod pictures {
    use e2e::Stage;
    use e2e::stage::Scene;

    use super::{Generator, damaged, fixture};

    #[test]
    fn the_window_is_to_be_looked_at() {
        let _alone = crate::alone();
        let words = [
            ("en", "Info URL", "It has to begin", "Save the changes?", "Choose a package"),
            ("de", "Info-URL", "Sie muss mit http", "Änderungen speichern?", "Wählen Sie ein Paket"),
        ];
        for (language, field, problem, question, first) in words {
            let generator = Generator::on(Stage::open(), Some(&damaged()), language);
            generator.fill(field, "a.example");
            generator.says(problem);
            generator.stage.picture(&format!("generator-entry-{language}"));
            generator.stage.close(&generator.window);
            generator.says(question);
            generator.stage.picture(&format!("generator-question-{language}"));
            let generator = Generator::on(Stage::open(), None, language);
            generator.says(first);
            generator.stage.picture(&format!("generator-empty-{language}"));
            generator.stage.drop_files(&generator.window, &[&fixture("notes-2.0.0.msi")]);
            generator.digested();
            generator.stage.picture(&format!("generator-package-{language}"));
        }
        let scene = Scene { dpi: 192, size: (2400, 1700), ..Scene::default() };
        let generator = Generator::on(Stage::with(&scene), Some(&damaged()), "de");
        generator.fill("Info-URL", "a.example");
        generator.says("Sie muss mit http");
        generator.stage.picture("generator-entry-192dpi");
    }
}

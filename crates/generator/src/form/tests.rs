//! Stories of the window without a window: commands and news go in, tasks and pictures come out.

use std::path::PathBuf;
use std::sync::Arc;

use catalog::xml::{self, Direction};
use catalog::{Importance, Product};
use jiff::civil::Date;
use text::Language;
use window::view::Happened;

use super::command::{Answer, Command, Expected, Field, News, Save, Switch, Task, Ticked};
use super::fixture::{digests, icon, metadata, product};
use super::sketch::sketch;
use super::{Editor, question::Question};

mod keys;
mod losses;
mod meanwhile;

const TODAY: Date = jiff::civil::date(2026, 11, 21);

/// An editor whose files are told by hand.
struct Story(Editor);

impl Story {
    fn new() -> Self {
        Self(Editor::new(TODAY))
    }

    /// An editor with these products in `update.xml`.
    fn with(products: &[Product]) -> Self {
        Self::with_text(&xml::write(products))
    }

    fn with_text(text: &str) -> Self {
        let mut story = Self::new();
        assert_eq!(story.ask(Command::OpenFile("update.xml".into())), [Task::Open("update.xml".into())]);
        story.0.hear(News::Opened("update.xml".into(), Ok(Some(text.as_bytes().to_vec()))));
        story
    }

    fn ask(&mut self, command: Command) -> Vec<Task> {
        self.0.ask(command, TODAY)
    }

    fn type_in(&mut self, field: Field, text: &str) {
        assert_eq!(self.ask(Command::Type(field, text.to_owned())), []);
    }

    fn answer(&mut self, answer: Answer) -> Vec<Task> {
        self.ask(Command::Answer(answer))
    }

    /// Takes a package, and is told what it says.
    fn read(&mut self, name: &str, version: &str, family: char) -> u64 {
        let path = PathBuf::from(format!("{}-{version}.msi", name.to_lowercase()));
        let tasks = self.ask(Command::TakePackage(path.clone()));
        let Some(Task::ReadPackage { number, .. }) = tasks.last() else { panic!("{tasks:?}") };
        let read = Ok(Box::new((metadata(name, version, family), 1_000)));
        self.0.hear(News::PackageRead { number: *number, read });
        *number
    }

    /// Takes a package to the end of its digests.
    fn take(&mut self, name: &str, version: &str, family: char) {
        let number = self.read(name, version, family);
        self.0.hear(News::Digested { number, digests: Ok(digests(name, version)) });
    }

    fn document(&self) -> String {
        String::from_utf8(self.0.catalog.bytes().to_vec()).unwrap()
    }

    fn names(&self) -> Vec<String> {
        self.0.catalog.places().iter().map(|placed| placed.entry.name.clone()).collect()
    }

    fn sketch(&self) -> String {
        sketch(&self.0.view(Language::English))
    }

    fn status(&self) -> String {
        self.0.status.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// Saves what `tasks` say, without a word of objection.
    fn saved(&mut self, tasks: Vec<Task>) -> Vec<Task> {
        let Ok([Task::Save(save)]) = <[Task; 1]>::try_from(tasks) else { panic!("nothing is saved") };
        self.0.hear(News::Saved(save, Ok(())))
    }
}

fn notes(version: &str) -> Product {
    product("Notes", version, 'A', &format!("https://a.example/notes-{version}.msi"))
}

fn drive() -> Product {
    product("Drive", "1.5.0", 'B', "https://a.example/drive.msi")
}

#[test]
fn a_package_fills_the_fields_and_becomes_what_oxcatalog_writes() {
    let mut story = Story::new();
    story.take("Notes", "1.0.0", 'A');
    assert_eq!(story.ask(Command::PutIn), []);
    assert!(
        story.status().ends_with("URL: It is empty. Give the address of the package."),
        "{}",
        story.status()
    );
    story.type_in(Field::Url, "https://a.example/notes-1.0.0.msi");
    story.ask(Command::Tick(Switch::Passive, Ticked::Yes));
    story.ask(Command::Weigh(Importance::High));
    let preview = story.sketch();
    assert!(preview.contains("<Importance>200</Importance>") && !preview.contains("<Products>"), "{preview}");
    story.ask(Command::PutIn);
    let mut expected = notes("1.0.0");
    expected.release_date = Some(catalog::ReleaseDate::Day(TODAY));
    expected.install_params = catalog::InstallParams::parse("/passive").unwrap();
    expected.importance = Importance::High;
    assert_eq!(story.document().as_bytes(), xml::put(b"", &expected).unwrap().0);
    assert_eq!(story.status(), "Notes 1.0.0 is in the list. Nothing is saved yet.");
}

#[test]
fn a_new_version_takes_the_place_of_the_old_one_with_what_was_said_of_it() {
    let mut old = notes("1.0.0");
    old.importance = Importance::Medium;
    old.description = Some("Notes for all.".to_owned());
    let mut story = Story::with(&[old.clone(), drive()]);
    story.take("Notes", "2.0.0", 'A');
    assert!(
        story.sketch().contains("(Kept from the entry before: Importance, Description.)"),
        "{}",
        story.sketch()
    );
    story.ask(Command::PutIn);
    let mut new = notes("2.0.0");
    new.release_date = Some(catalog::ReleaseDate::Day(TODAY));
    (new.importance, new.description) = (old.importance, old.description.clone());
    let (expected, put) = xml::put(xml::write(&[old, drive()]).as_bytes(), &new).unwrap();
    assert_eq!((story.document(), put.replaced.len()), (String::from_utf8(expected).unwrap(), 1));
    assert_eq!(story.names(), ["Notes", "Drive"]);
}

#[test]
fn a_newer_version_is_replaced_only_when_that_is_said() {
    let mut story = Story::with(&[notes("2.0.0")]);
    let before = story.document();
    story.take("Notes", "1.0.0", 'A');
    assert!(
        story.sketch().contains("! Version 1.0.0 is older than 2.0.0, which it replaces."),
        "{}",
        story.sketch()
    );
    story.ask(Command::PutIn);
    assert!(matches!(story.0.question, Some(Question::Newer { .. })));
    story.answer(Answer::Cancel);
    assert_eq!(story.document(), before);
    story.ask(Command::PutIn);
    assert_eq!(story.answer(Answer::Replace), []);
    assert!(story.document().contains("<Version>1.0.0</Version>"));
}

#[test]
fn an_entry_is_changed_in_its_place_and_every_other_byte_stays() {
    let text =
        xml::write(&[notes("1.0.0"), drive()]).replace("<Products>", "<Products><!-- kept --><Product/>");
    let mut story = Story::with_text(&text);
    assert_eq!(story.names(), ["#1", "Notes", "Drive"]);
    story.ask(Command::Select(2));
    story.type_in(Field::Name, "OX Drive");
    assert_eq!(story.ask(Command::PutIn), []);
    assert_eq!(story.document(), text.replace("<Name>Drive</Name>", "<Name>OX Drive</Name>"));
    let tasks = story.ask(Command::Save);
    let expected = Expected::This(Some(Arc::from(text.as_bytes())));
    let bytes = Arc::from(story.document().as_bytes());
    assert_eq!(tasks, [Task::Save(Save { path: "update.xml".into(), bytes, expected })]);
    assert_eq!(story.saved(tasks), []);
    assert!(!story.0.is_changed());
}

#[test]
fn the_preview_is_what_will_stand_in_the_file() {
    let text = xml::write(&[drive()]).replace("<Version>", "<!-- kept --><Channel>beta</Channel><Version>");
    let mut story = Story::with_text(&text);
    story.type_in(Field::Name, "OX Drive");
    let preview = story.sketch();
    assert!(preview.contains("<Name>OX Drive</Name>"), "{preview}");
    assert!(preview.contains("<!-- kept --><Channel>beta</Channel>"), "{preview}");
    story.type_in(Field::Url, "");
    assert!(story.sketch().contains("This cannot go into the list yet. URL: It is empty."));
}

#[test]
fn a_damaged_entry_is_shown_and_stays() {
    let text = xml::write(&[notes("1.0.0")]).replace("<Version>1.0.0</Version>", "<Version>one</Version>");
    let mut story = Story::with_text(&text);
    insta::assert_snapshot!(story.sketch());
    story.take("Notes", "2.0.0", 'A');
    assert!(
        story.sketch().contains("! Line 2: the entry “Notes” has the same UpgradeCode"),
        "{}",
        story.sketch()
    );
    story.type_in(Field::Url, "x.msi");
    story.ask(Command::PutIn);
    assert!(story.document().contains("<Version>one</Version>"));
    assert_eq!(story.names(), ["Notes", "Notes"]);
}

#[test]
fn products_are_removed_and_shifted() {
    let (first, second, third) = (notes("1.0.0"), drive(), product("Mail", "1.0.0", 'C', "m.msi"));
    let mut story = Story::with(&[first.clone(), second.clone(), third.clone()]);
    story.type_in(Field::Name, "My notes");
    story.ask(Command::Shift(Direction::Down));
    assert_eq!(story.names(), ["Drive", "Notes", "Mail"]);
    story.ask(Command::PutIn);
    assert_eq!(story.names(), ["Drive", "My notes", "Mail"], "what was typed went with it");
    story.ask(Command::Shift(Direction::Down));
    story.ask(Command::Shift(Direction::Down));
    assert_eq!(story.names(), ["Drive", "Mail", "My notes"]);
    story.ask(Command::Remove);
    assert_eq!(story.names().len(), 3, "it is asked first");
    story.answer(Answer::Remove);
    assert_eq!(story.document(), xml::write(&[second, third]));
    assert_eq!(
        (story.0.selected, story.status().as_str()),
        (Some(1), "My notes is out of the list. Nothing is saved yet.")
    );
    for _ in 0..2 {
        story.ask(Command::Remove);
        story.answer(Answer::Remove);
    }
    assert_eq!(story.names(), [""; 0]);
    story.take("Notes", "1.0.0", 'A');
    story.type_in(Field::Url, "x.msi");
    story.ask(Command::PutIn);
    assert_eq!(story.names(), ["Notes"]);
}

#[test]
fn all_entries_that_a_package_replaces_are_told_before_and_afterwards() {
    let entry = |name: &str, version: &str| product(name, version, 'A', "notes.msi");
    let mut story = Story::with(&[entry("For Outlook 2003", "1.0.0"), entry("For Outlook 2007", "1.5.0")]);
    story.take("Notes", "2.0.0", 'A');
    let replaced = "For Outlook 2003 1.0.0, For Outlook 2007 1.5.0.";
    assert!(story.sketch().contains(&format!("the place of all of them: {replaced}")), "{}", story.sketch());
    story.type_in(Field::Url, "x.msi");
    story.ask(Command::PutIn);
    assert_eq!(story.names().len(), 1);
    assert!(story.status().contains(&format!("It takes the place of {replaced}")), "{}", story.status());
}

#[test]
fn a_package_is_read_with_progress_and_can_be_stopped() {
    let mut story = Story::new();
    let number = story.read("Notes", "1.0.0", 'A');
    story.0.hear(News::Hashed { number, done: 250 });
    insta::assert_snapshot!(story.sketch());
    story.type_in(Field::Url, "x.msi");
    story.ask(Command::PutIn);
    assert!(story.status().starts_with("MD5 and SHA-256 are still being computed."), "{}", story.status());
    assert_eq!(story.ask(Command::StopReading), [Task::StopReading { number }]);
    story.0.hear(News::Digested { number, digests: Ok(digests("Notes", "1.0.0")) });
    story.ask(Command::PutIn);
    assert!(story.status().starts_with("This cannot go into the list without MD5"), "{}", story.status());
    story.ask(Command::Weigh(Importance::High));
    story.ask(Command::Tick(Switch::Quiet, Ticked::Yes));
    let picture = icon();
    let tasks = story.ask(Command::TakeIcon("a.ico".into()));
    let [Task::ReadIcon { number: of_icon, .. }] = tasks[..] else { panic!("{tasks:?}") };
    story.0.hear(News::IconRead { number: of_icon, read: Ok(picture.clone()) });
    let tasks = story.ask(Command::ReadAgain);
    let [Task::ReadPackage { number: again, .. }] = &tasks[..] else { panic!("{tasks:?}") };
    assert_ne!(*again, number);
    let read = Ok(Box::new((metadata("Notes", "1.0.0", 'A'), 1_000)));
    story.0.hear(News::PackageRead { number: *again, read });
    let fields = &story.0.draft.as_ref().unwrap().fields;
    assert_eq!(fields.text(Field::Url), "x.msi", "what was typed stays");
    assert_eq!(fields.text(Field::InstallParams), "/quiet", "what was ticked stays");
    assert_eq!(
        (fields.importance, &fields.icon),
        (Importance::High, &Some(picture)),
        "what was chosen stays"
    );
}

#[test]
fn what_cannot_be_offered_is_refused_with_the_mend() {
    let mut story = Story::new();
    let tasks = story.ask(Command::Drop(vec!["a.msi".into(), "b.msi".into()]));
    assert_eq!(tasks, [Task::ReadPackage { number: 1, path: "a.msi".into() }]);
    let mut nameless = metadata("Notes", "1.0.0", 'A');
    nameless.upgrade_code = None;
    story.0.hear(News::PackageRead { number: 1, read: Ok(Box::new((nameless, 1))) });
    assert!(story.0.draft.is_none());
    assert!(story.sketch().contains("! a.msi: The package has no UpgradeCode"), "{}", story.sketch());
}

#[test]
fn an_update_xml_that_cannot_be_read_is_not_opened() {
    let mut story = Story::with(&[notes("1.0.0")]);
    story.ask(Command::OpenFile("broken.xml".into()));
    story.0.hear(News::Opened("broken.xml".into(), Ok(Some(b"<Products>".to_vec()))));
    assert!(story.sketch().contains("broken.xml: "), "{}", story.sketch());
    story.answer(Answer::Cancel);
    assert_eq!(story.names(), ["Notes"]);
    story.ask(Command::OpenFile("new.xml".into()));
    story.0.hear(News::Opened("new.xml".into(), Ok(None)));
    assert_eq!((story.names().len(), story.0.is_changed()), (0, false));
    story.take("Notes", "1.0.0", 'A');
    story.type_in(Field::Url, "x.msi");
    let tasks = story.ask(Command::Save);
    assert!(matches!(&tasks[..], [Task::Save(Save { expected: Expected::This(None), .. })]), "{tasks:?}");
}

#[test]
fn what_happens_in_the_window_becomes_commands() {
    let mut story = Story::with(&[notes("1.0.0"), drive()]);
    let pressed = |id: &str| Happened::Pressed { id: id.to_owned() };
    let check = |story: &Story, happened: Happened, expected: Option<Command>| {
        assert_eq!(story.0.command(happened.clone()), expected, "{happened:?}");
    };
    check(&story, pressed("save"), Some(Command::Save));
    check(&story, pressed("nonsense"), None);
    check(&story, pressed("answer-0"), None);
    let edited = Happened::Edited { id: "description".to_owned(), text: "a\r\nb".to_owned() };
    check(&story, edited, Some(Command::Type(Field::Description, "a\nb".to_owned())));
    let chosen = Happened::Chosen { id: "importance".to_owned(), index: 2 };
    check(&story, chosen, Some(Command::Weigh(Importance::High)));
    let checked = Happened::Checked { id: "quiet".to_owned(), on: false };
    check(&story, checked, Some(Command::Tick(Switch::Quiet, Ticked::No)));
    let selected = Happened::Selected { id: "entries".to_owned(), key: "1".to_owned() };
    check(&story, selected, Some(Command::Select(1)));
    check(&story, Happened::Closed, Some(Command::Close));
    story.ask(Command::Remove);
    check(&story, pressed("answer-0"), Some(Command::Answer(Answer::Remove)));
    check(&story, pressed("answer-9"), None);
}

#[test]
fn the_window_in_both_languages() {
    let mut story = Story::with(&[notes("1.0.0"), drive()]);
    story.type_in(Field::InfoUrl, "a.example");
    insta::assert_snapshot!("english", sketch(&story.0.view(Language::English)));
    insta::assert_snapshot!("german", sketch(&story.0.view(Language::German)));
    story.ask(Command::Close);
    insta::assert_snapshot!("question_english", sketch(&story.0.view(Language::English)));
    insta::assert_snapshot!("question_german", sketch(&story.0.view(Language::German)));
    insta::assert_snapshot!("empty_english", sketch(&Editor::new(TODAY).view(Language::English)));
}

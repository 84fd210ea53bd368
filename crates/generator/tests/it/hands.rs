//! The window's editor with its hands on real files, without the window.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use generator::Hands;
use generator::form::{Answer, Command, Editor, Field, News, NotSaved, Task};
use jiff::Zoned;
use tempfile::TempDir;
use text::Language;

use crate::program::{CATALOG, Desk, fixture};

/// How long a task may take.
const TIME_MAX: Duration = Duration::from_secs(60);

/// How much news may be on its way when reading is stopped.
const LATE_NEWS_MAX: usize = 10_000;

struct Story {
    editor: Editor,
    hands: Hands,
    news: Receiver<News>,
    folder: TempDir,
    ended: bool,
}

impl Story {
    fn new() -> Self {
        let (sender, news) = channel();
        let hands = Hands::new(move |news| drop(sender.send(news)));
        let editor = Editor::new(Zoned::now().date());
        Self { editor, hands, news, folder: TempDir::new().unwrap(), ended: false }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join(CATALOG)
    }

    fn ask(&mut self, command: Command) {
        let tasks = self.editor.ask(command, Zoned::now().date());
        self.work(tasks);
    }

    fn work(&mut self, tasks: Vec<Task>) {
        for task in tasks {
            match self.hands.take(task) {
                Err(Task::End) => self.ended = true,
                done => assert_eq!(done, Ok(())),
            }
        }
    }

    /// Hears news until one fits.
    fn until(&mut self, fits: impl Fn(&News) -> bool) {
        loop {
            let news = self.news.recv_timeout(TIME_MAX).unwrap();
            let is_it = fits(&news);
            let tasks = self.editor.hear(news);
            self.work(tasks);
            if is_it {
                return;
            }
        }
    }

    fn title(&self) -> String {
        self.editor.view(Language::English).title
    }
}

#[test]
fn real_files_are_read_and_written_as_oxcatalog_does() {
    let mut story = Story::new();
    story.ask(Command::OpenFile(story.path()));
    story.until(|news| matches!(news, News::Opened(_, Ok(None))));
    story.ask(Command::TakePackage(fixture("notes-1.0.0.msi")));
    story.until(|news| matches!(news, News::Digested { digests: Ok(_), .. }));
    story.ask(Command::TakeIcon(fixture("icon.ico")));
    story.until(|news| matches!(news, News::IconRead { read: Ok(_), .. }));
    story.ask(Command::Type(Field::Url, "https://updates.example/notes-1.0.0.msi".to_owned()));
    story.ask(Command::Save);
    story.until(|news| matches!(news, News::Saved(_, Ok(()))));
    let desk = Desk::new();
    let icon = fixture("icon.ico");
    desk.add("notes-1.0.0.msi", &["--icon", icon.to_str().unwrap()]);
    assert_eq!(std::fs::read(story.path()).unwrap(), desk.bytes(CATALOG));
    assert_eq!(story.title(), "update.xml – OX Update XML Generator");

    std::fs::write(story.path(), b"<Products/>").unwrap();
    story.ask(Command::Type(Field::Name, "Other".to_owned()));
    story.ask(Command::Close);
    story.ask(Command::Answer(Answer::Save));
    story.until(|news| matches!(news, News::Saved(_, Err(_))));
    assert_eq!(std::fs::read(story.path()).unwrap(), b"<Products/>", "what others wrote stays");
    story.ask(Command::Answer(Answer::Overwrite));
    story.until(|news| matches!(news, News::Saved(_, Ok(()))));
    assert!(story.ended);
    assert_eq!(std::fs::read(story.path().with_extension("xml.bak")).unwrap(), b"<Products/>");
}

#[test]
fn waiting_for_a_locked_file_can_be_stopped_and_writes_nothing() {
    let mut story = Story::new();
    story.ask(Command::OpenFile(story.path()));
    story.until(|news| matches!(news, News::Opened(..)));
    story.ask(Command::TakePackage(fixture("notes-1.0.0.msi")));
    story.until(|news| matches!(news, News::Digested { digests: Ok(_), .. }));
    story.ask(Command::Type(Field::Url, "x.msi".to_owned()));
    let lock = std::fs::File::create(story.path().with_extension("xml.lock")).unwrap();
    lock.lock().unwrap();
    story.ask(Command::Save);
    story.until(|news| matches!(news, News::Waiting(_)));
    story.ask(Command::StopWaiting);
    story.until(|news| matches!(news, News::Saved(_, Err(NotSaved::GivenUp))));
    drop(lock);
    story.ask(Command::Save);
    story.until(|news| matches!(news, News::Saved(_, Ok(()))));
    assert!(!story.path().with_extension("xml.bak").exists(), "it was written once");
    assert!(!story.ended);
}

#[test]
fn a_package_that_is_being_read_is_read_no_further_when_that_is_stopped() {
    let mut story = Story::new();
    let path = story.folder.path().join("large.msi");
    std::fs::copy(fixture("notes-1.0.0.msi"), &path).unwrap();
    // Nobody would wait for the end of it.
    std::fs::File::options().write(true).open(&path).unwrap().set_len(1 << 40).unwrap();
    story.ask(Command::TakePackage(path));
    story.until(|news| matches!(news, News::Hashed { .. }));
    story.ask(Command::StopReading);
    let Story { hands, news, .. } = story;
    drop(hands);
    let late = (0..LATE_NEWS_MAX).map(|_| news.recv_timeout(TIME_MAX)).find_map(Result::err);
    assert_eq!(late, Some(RecvTimeoutError::Disconnected), "the thread that reads has ended");
}

#[test]
fn what_is_no_package_or_no_icon_is_told() {
    let mut story = Story::new();
    story.ask(Command::TakePackage(fixture("not-an-msi.msi")));
    story.until(|news| matches!(news, News::PackageRead { read: Err(_), .. }));
    story.ask(Command::TakePackage(fixture("notes-1.0.0.msi")));
    story.until(|news| matches!(news, News::PackageRead { read: Ok(_), .. }));
    story.ask(Command::TakeIcon(fixture("not-an-msi.msi")));
    story.until(|news| matches!(news, News::IconRead { read: Err(_), .. }));
    story.ask(Command::OpenFile(story.folder.path().to_owned()));
    story.ask(Command::Answer(Answer::DoNotSave));
    story.until(|news| matches!(news, News::Opened(_, Err(_))));
}

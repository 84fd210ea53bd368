//! What came of the tasks: files that were read or written, and how far a package is.

use std::path::{Path, PathBuf};

use catalog::msi::Metadata;
use catalog::{Digests, Icon};
use text::{Explain as _, Message, message};

use super::command::{News, NotSaved, Save, Task};
use super::draft::{Chosen, Draft, Hashing, Origin};
use super::editor::{Busy, Editor, Step};
use super::open_catalog::OpenCatalog;
use super::question::Question;

impl Editor {
    /// Takes what came of a task; answers what is to be done next.
    pub fn hear(&mut self, news: News) -> Vec<Task> {
        match news {
            News::Opened(path, read) => return self.opened(&path, read),
            News::Waiting(message) if self.busy == Some(Busy::Saving) => self.status = Some(message),
            News::Waiting(_) => {}
            News::Saved(save, done) => return self.saved(save, done),
            News::PackageRead { number, read } => return self.package_read(number, read),
            News::Hashed { number, done } => {
                if let Some(chosen) = self.chosen(number)
                    && matches!(chosen.hashing, Hashing::Running(_))
                {
                    chosen.hashing = Hashing::Running(done);
                }
            }
            News::Digested { number, digests } => self.digested(number, digests),
            News::IconRead { number, read } => self.icon_read(number, read),
        }
        Vec::new()
    }

    fn opened(&mut self, path: &Path, read: Result<Option<Vec<u8>>, Message>) -> Vec<Task> {
        let edits = match &self.busy {
            Some(Busy::Opening { path: wanted, edits }) if wanted == path => *edits,
            _ => return Vec::new(),
        };
        (self.busy, self.status) = (None, None);
        if self.edits != edits {
            return self.unless_changed(Step::Open(path.to_owned()));
        }
        let opened = read.and_then(|bytes| {
            OpenCatalog::open(path.to_owned(), bytes).map_err(|error| {
                message!("generator-about-file", file = path.display(), reason = error.message())
            })
        });
        match opened {
            Ok(catalog) => {
                let (stop, refusal) = (self.stop_reading(), self.refusal.take());
                *self = self.anew();
                self.catalog = catalog;
                if !self.catalog.places().is_empty() {
                    self.select(0);
                }
                self.refusal = refusal;
                return stop;
            }
            Err(reason) => self.question = Some(Question::Told(reason)),
        }
        Vec::new()
    }

    fn saved(&mut self, save: Save, done: Result<(), NotSaved>) -> Vec<Task> {
        (self.busy, self.status) = (None, None);
        match done {
            Ok(()) => {
                self.status = Some(message!("generator-window-saved", file = save.path.display()));
                self.catalog.saved(save.path, save.bytes);
                return self.go_on();
            }
            Err(NotSaved::ChangedMeanwhile) => {
                self.question = Some(Question::ChangedMeanwhile { file: save.path.display().to_string() });
            }
            Err(NotSaved::GivenUp) => {
                self.then.clear();
                self.status = Some(message!("generator-window-given-up"));
            }
            Err(NotSaved::Because(reason)) => {
                self.then.clear();
                self.question = Some(Question::Told(reason));
            }
        }
        Vec::new()
    }

    fn package_read(&mut self, number: u64, read: Result<Box<(Metadata, u64)>, Message>) -> Vec<Task> {
        let Some((_, path)) = self.reading.take_if(|(reading, _)| *reading == number) else {
            return Vec::new();
        };
        // Something may have been changed meanwhile.
        if self.is_edited() && read.is_ok() && !self.draft.as_ref().is_some_and(|draft| draft.is_of(&path)) {
            let mut tasks = vec![Task::StopReading { number }];
            if self.question.is_none() && self.busy.is_none() {
                tasks.extend(self.unless_edited(Step::Package(path)));
            } else {
                self.refusal = Some(message!("generator-window-not-taken", file = path.display()));
            }
            return tasks;
        }
        let chosen = read.and_then(|read| {
            let (metadata, size) = *read;
            Chosen::new(number, path.clone(), &metadata, size).map_err(|error| {
                message!("generator-about-file", file = path.display(), reason = error.message())
            })
        });
        match chosen {
            Ok(chosen) => {
                let former = self.draft.take();
                self.draft = Some(Draft::of_package(chosen, &self.catalog, self.today, former.as_ref()));
            }
            Err(reason) => self.refusal = Some(reason),
        }
        Vec::new()
    }

    fn digested(&mut self, number: u64, digests: Result<Digests, Message>) {
        if let Some(chosen) = self.chosen(number)
            && matches!(chosen.hashing, Hashing::Running(_))
        {
            chosen.digested(digests);
        }
    }

    fn icon_read(&mut self, number: u64, read: Result<Icon, Message>) {
        // By now it may be the fields of something else.
        let Some(draft) = self.draft.as_mut().filter(|draft| draft.icon == Some(number)) else { return };
        draft.icon = None;
        self.edits += 1;
        match read {
            Ok(icon) => (draft.fields.icon, self.refusal) = (Some(icon), None),
            Err(reason) => self.refusal = Some(reason),
        }
    }

    /// What the package that is in the fields is known by.
    pub(super) fn number(&self) -> Option<u64> {
        match &self.draft {
            Some(Draft { origin: Origin::Package(chosen), .. }) => Some(chosen.number),
            _ => None,
        }
    }

    /// The package that is in the fields, if it is known by this number.
    fn chosen(&mut self, number: u64) -> Option<&mut Chosen> {
        match &mut self.draft {
            Some(Draft { origin: Origin::Package(chosen), .. }) if chosen.number == number => Some(chosen),
            _ => None,
        }
    }

    /// Files of any kind that were dropped: the first of them counts.
    pub(super) fn dropped(&mut self, paths: Vec<PathBuf>) -> Vec<Task> {
        let others = paths.len().saturating_sub(1);
        let Some(path) = paths.into_iter().next() else { return Vec::new() };
        self.refusal = None;
        let tasks = self.dropped_one(path.clone());
        // Why the first one is not taken is worth more.
        if others > 0 && self.question.is_none() && self.refusal.is_none() {
            let said = message!("generator-window-one-at-a-time", file = path.display(), others = others);
            self.refusal = Some(said);
        }
        tasks
    }

    fn dropped_one(&mut self, path: PathBuf) -> Vec<Task> {
        let ends = |ending: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
        if ends("xml") {
            self.unless_changed(Step::Open(path))
        } else if ends("ico") {
            self.read_icon(path)
        } else {
            // Whatever else it is, it is said why it is no package.
            self.unless_edited(Step::Package(path))
        }
    }

    pub(super) fn read(&mut self, path: PathBuf) -> Vec<Task> {
        let mut tasks = self.stop_reading();
        self.numbers += 1;
        (self.refusal, self.status) = (None, None);
        self.reading = Some((self.numbers, path.clone()));
        tasks.push(Task::ReadPackage { number: self.numbers, path });
        tasks
    }

    /// Reads an icon for what is in the fields.
    pub(super) fn read_icon(&mut self, path: PathBuf) -> Vec<Task> {
        let Some(draft) = &mut self.draft else {
            self.refusal = Some(message!("generator-window-icon-for-nothing", file = path.display()));
            return Vec::new();
        };
        self.numbers += 1;
        draft.icon = Some(self.numbers);
        vec![Task::ReadIcon { number: self.numbers, path }]
    }

    pub(super) fn read_again(&mut self) -> Vec<Task> {
        match &self.draft {
            Some(Draft { origin: Origin::Package(chosen), .. }) => self.read(chosen.path.clone()),
            _ => Vec::new(),
        }
    }

    pub(super) fn stop_reading(&mut self) -> Vec<Task> {
        let mut tasks = Vec::new();
        if let Some((number, _)) = self.reading.take() {
            tasks.push(Task::StopReading { number });
        }
        if let Some(Draft { origin: Origin::Package(chosen), .. }) = &mut self.draft
            && matches!(chosen.hashing, Hashing::Running(_))
        {
            chosen.hashing = Hashing::Stopped;
            tasks.push(Task::StopReading { number: chosen.number });
        }
        tasks
    }
}

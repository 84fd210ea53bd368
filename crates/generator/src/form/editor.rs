//! What goes on between the person and the files: commands and news come in, tasks go out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use text::{Message, message};

use super::command::{Answer, Command, Expected, FileKind, Save, Task};
use super::draft::{Draft, Origin};
use super::open_catalog::OpenCatalog;
use super::question::Question;

/// The window's state.
#[derive(Debug, Clone)]
pub struct Editor {
    pub(crate) today: Date,
    pub(crate) catalog: OpenCatalog,
    /// The place in the list that is selected.
    pub(crate) selected: Option<usize>,
    /// What is in the fields.
    pub(crate) draft: Option<Draft>,
    pub(crate) question: Option<Question>,
    /// What came of the last thing that was done.
    pub(crate) status: Option<Message>,
    /// Why the last package or icon could not be taken.
    pub(crate) refusal: Option<Message>,
    pub(crate) busy: Option<Busy>,
    /// The package whose first reading is under way.
    pub(super) reading: Option<(u64, PathBuf)>,
    pub(super) numbers: u64,
    /// How often the person has changed a field.
    pub(super) edits: u64,
    /// What is to be done once what is under way is done, the next first.
    pub(super) then: Vec<Step>,
}

/// Something that may have to wait for an answer, or for a file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    New,
    ChooseCatalog,
    Open(PathBuf),
    Close,
    /// As [`Step::Close`], asked for by the end of the session.
    EndSession,
    Select(usize),
    Package(PathBuf),
    Save,
    SaveAs,
}

/// What is done to the file meanwhile; only the fields can be changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Busy {
    /// It is written.
    Saving,
    /// Another one is read.
    Opening {
        /// Which.
        path: PathBuf,
        /// How often the fields had been changed when it was asked for.
        edits: u64,
    },
}

/// What came of putting in what is in the fields.
pub(super) enum PutIn {
    Done,
    Refused,
    Asked,
}

/// What to do where the list has a newer version.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Newer {
    Ask,
    Replace,
}

impl Editor {
    /// A new, empty catalog.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self {
            today,
            catalog: OpenCatalog::default(),
            selected: None,
            draft: None,
            question: None,
            status: None,
            refusal: None,
            busy: None,
            edits: 0,
            reading: None,
            numbers: 0,
            then: Vec::new(),
        }
    }

    /// Takes what the person asks for on a day; answers what is to be done for it.
    ///
    /// As long as a question stands, only an answer counts; as long as a file is written or read, only the fields change.
    pub fn ask(&mut self, command: Command, today: Date) -> Vec<Task> {
        self.today = today;
        if command == Command::KeepSession {
            self.then.retain(|step| *step != Step::EndSession);
        }
        if self.busy.is_some() {
            return self.ask_meanwhile(command);
        }
        if let Some(question) = self.question.clone() {
            return match command {
                Command::Answer(answer) => self.answer(question, answer),
                Command::Close => self.answer(question, Answer::Cancel),
                Command::KeepSession if question == Question::SaveFirst(Step::EndSession) => {
                    self.answer(question, Answer::Cancel)
                }
                _ => Vec::new(),
            };
        }
        if !matches!(command, Command::SaveTo(_)) {
            self.then.clear();
        }
        match command {
            Command::New => self.unless_changed(Step::New),
            Command::Open => self.unless_changed(Step::ChooseCatalog),
            Command::OpenFile(path) => self.unless_changed(Step::Open(path)),
            Command::Close => self.unless_changed(Step::Close),
            Command::EndSession => self.unless_changed(Step::EndSession),
            Command::Save => self.step(Step::Save),
            Command::SaveAs => self.step(Step::SaveAs),
            Command::SaveTo(path) => self.write(path, Expected::Anything),
            Command::ChoosePackage => vec![Task::Ask(FileKind::Package)],
            Command::TakePackage(path) => self.unless_edited(Step::Package(path)),
            Command::ChooseIcon => vec![Task::Ask(FileKind::Icon)],
            Command::TakeIcon(path) => self.read_icon(path),
            Command::Drop(paths) => self.dropped(paths),
            Command::Select(place) if self.is_selected(place) => Vec::new(),
            Command::Select(place) => self.unless_edited(Step::Select(place)),
            Command::StopReading => self.stop_reading(),
            Command::ReadAgain => self.read_again(),
            Command::ChooseNothing | Command::Answer(_) | Command::KeepSession | Command::StopWaiting => {
                Vec::new()
            }
            edit => self.edit(edit),
        }
    }

    /// What can be asked for while a file is written or read.
    fn ask_meanwhile(&mut self, command: Command) -> Vec<Task> {
        match command {
            Command::Type(..) | Command::Weigh(_) | Command::Tick(..) | Command::RemoveIcon => {
                self.edit(command)
            }
            Command::Select(place) if !self.is_selected(place) && !self.is_edited() => {
                self.step(Step::Select(place))
            }
            Command::StopReading => self.stop_reading(),
            Command::StopWaiting if self.busy == Some(Busy::Saving) => vec![Task::GiveUpSaving],
            Command::StopWaiting => {
                (self.busy, self.status) = (None, None);
                Vec::new()
            }
            Command::Close => self.end_meanwhile(Step::Close),
            Command::EndSession => self.end_meanwhile(Step::EndSession),
            _ => Vec::new(),
        }
    }

    /// Ends once the file is written; a file that is only read is not waited for.
    fn end_meanwhile(&mut self, step: Step) -> Vec<Task> {
        if self.busy == Some(Busy::Saving) {
            self.then = vec![step];
            return Vec::new();
        }
        (self.busy, self.status) = (None, None);
        self.unless_changed(step)
    }

    fn is_selected(&self, place: usize) -> bool {
        let is_of_package = matches!(&self.draft, Some(Draft { origin: Origin::Package(_), .. }));
        self.selected == Some(place) && !is_of_package
    }

    fn edit(&mut self, command: Command) -> Vec<Task> {
        match command {
            Command::PutIn => return self.put_in_and_go_on(Newer::Ask),
            Command::Discard => return self.discard(),
            Command::Remove => self.ask_to_remove(),
            Command::Shift(direction) => self.shift(direction),
            command => {
                if let Some(draft) = &mut self.draft {
                    if self.busy.is_none() {
                        self.status = None;
                    }
                    self.edits += 1;
                    match command {
                        Command::Type(field, text) => draft.fields.type_in(field, text),
                        Command::Weigh(importance) => draft.fields.importance = importance,
                        Command::Tick(switch, ticked) => draft.fields.tick(switch, ticked),
                        Command::RemoveIcon => draft.fields.icon = None,
                        _ => {}
                    }
                }
            }
        }
        Vec::new()
    }

    /// Whether something would be lost by closing.
    pub(crate) fn is_changed(&self) -> bool {
        self.catalog.is_changed() || self.is_edited()
    }

    /// The update.xml that is open; none as long as it was never saved.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.catalog.path()
    }

    /// Why the session must not end now; none if nothing would be lost.
    #[must_use]
    pub fn holds_session(&self) -> Option<Message> {
        let is_unsafe = self.busy == Some(Busy::Saving) || self.is_changed();
        is_unsafe.then(|| message!("generator-window-holds-session"))
    }

    pub(crate) fn is_edited(&self) -> bool {
        self.draft.as_ref().is_some_and(Draft::is_changed)
    }

    pub(super) fn unless_changed(&mut self, step: Step) -> Vec<Task> {
        if self.is_changed() {
            self.question = Some(Question::SaveFirst(step));
            return Vec::new();
        }
        self.step(step)
    }

    pub(super) fn unless_edited(&mut self, step: Step) -> Vec<Task> {
        // What was typed for a package is kept when its file is read again.
        let is_kept = match (&step, &self.draft) {
            (Step::Package(path), Some(draft)) => draft.is_of(path),
            _ => false,
        };
        if self.is_edited() && !is_kept {
            self.question = Some(Question::PutInFirst(step));
            return Vec::new();
        }
        self.step(step)
    }

    fn answer(&mut self, question: Question, answer: Answer) -> Vec<Task> {
        self.question = None;
        match (question, answer) {
            (Question::SaveFirst(step), Answer::Save) => {
                self.then = vec![step];
                self.step(Step::Save)
            }
            (Question::SaveFirst(step), Answer::DoNotSave) => self.step(step),
            (Question::PutInFirst(step), Answer::PutIn) => {
                self.then = vec![step];
                self.put_in_and_go_on(Newer::Ask)
            }
            (Question::PutInFirst(step), Answer::Discard) => {
                let mut tasks = self.discard();
                tasks.extend(self.step(step));
                tasks
            }
            (Question::Newer { .. }, Answer::Replace) => self.put_in_and_go_on(Newer::Replace),
            (Question::Remove { place, .. }, Answer::Remove) => {
                self.remove(place);
                Vec::new()
            }
            (Question::ChangedMeanwhile { .. }, Answer::Overwrite) => match self.catalog.path() {
                Some(path) => self.write(path.to_owned(), Expected::Anything),
                None => Vec::new(),
            },
            (Question::ChangedMeanwhile { .. }, Answer::Reload) => {
                self.then.clear();
                self.catalog.path().map(Path::to_owned).map(|path| self.open(path)).unwrap_or_default()
            }
            _ => {
                self.then.clear();
                Vec::new()
            }
        }
    }

    fn put_in_and_go_on(&mut self, newer: Newer) -> Vec<Task> {
        match self.put_in(newer) {
            PutIn::Done => self.go_on(),
            PutIn::Refused => {
                self.then.clear();
                Vec::new()
            }
            PutIn::Asked => Vec::new(),
        }
    }

    pub(super) fn go_on(&mut self) -> Vec<Task> {
        if self.then.is_empty() {
            return Vec::new();
        }
        // Something may have been changed meanwhile.
        match self.then.remove(0) {
            step @ (Step::Save | Step::SaveAs) => self.step(step),
            step @ (Step::Select(_) | Step::Package(_)) => self.unless_edited(step),
            step => self.unless_changed(step),
        }
    }

    /// Reads another update.xml.
    fn open(&mut self, path: PathBuf) -> Vec<Task> {
        (self.status, self.refusal) = (Some(message!("generator-hashing", file = path.display())), None);
        self.busy = Some(Busy::Opening { path: path.clone(), edits: self.edits });
        vec![Task::Open(path)]
    }

    /// An editor with nothing in it, to which nothing that is still under way belongs.
    pub(super) fn anew(&self) -> Self {
        Self { numbers: self.numbers, ..Self::new(self.today) }
    }

    /// Does a step; what might be lost by it was asked before.
    fn step(&mut self, step: Step) -> Vec<Task> {
        match step {
            Step::New => {
                let stop = self.stop_reading();
                *self = self.anew();
                stop
            }
            Step::ChooseCatalog => vec![Task::Ask(FileKind::CatalogToOpen)],
            Step::Open(path) => self.open(path),
            Step::Close | Step::EndSession => {
                let mut tasks = self.stop_reading();
                tasks.push(Task::End);
                tasks
            }
            Step::Select(place) => {
                let stop = self.stop_reading();
                self.select(place);
                stop
            }
            Step::Package(path) => self.read(path),
            Step::Save | Step::SaveAs => self.save(step),
        }
    }

    fn save(&mut self, step: Step) -> Vec<Task> {
        if self.is_edited() {
            self.then.insert(0, step);
            return self.put_in_and_go_on(Newer::Ask);
        }
        match self.catalog.path() {
            Some(path) if step == Step::Save => {
                self.write(path.to_owned(), Expected::This(self.catalog.on_disk()))
            }
            _ => vec![Task::Ask(FileKind::CatalogToSave)],
        }
    }

    pub(super) fn write(&mut self, path: PathBuf, expected: Expected) -> Vec<Task> {
        self.busy = Some(Busy::Saving);
        self.status = None;
        vec![Task::Save(Save { path, bytes: Arc::from(self.catalog.bytes()), expected })]
    }
}

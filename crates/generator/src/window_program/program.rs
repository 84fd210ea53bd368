//! The window on Windows: what happens in it goes to the editor, what the editor wants is done, and its picture is shown.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, channel};

use generator::form::{Command, Editor, FileKind, News, Task};
use generator::{Exit, Hands};
use jiff::Zoned;
use text::{Language, Message, message};
use window::{Drops, Event, Program, Window, WindowKind, choose_file, choose_new_file, quit};

/// Width and height of the window when it opens, and at least, in 96ths of an inch.
const SIZE: (i32, i32) = (1040, 760);
const SIZE_MIN: (i32, i32) = (720, 480);
/// The key of the only window.
const WINDOW: u32 = 1;
/// What a new catalog is called, unless the person says otherwise.
const FILE_NAME: &str = "update.xml";

/// The program while it runs.
struct Face {
    language: Language,
    editor: Editor,
    hands: Hands,
    news: Receiver<News>,
    window: Window,
}

/// Runs until the window is closed.
pub(crate) fn run(language: Language) -> ExitCode {
    // Without a window there is nobody to tell.
    open(language).map_or(Exit::Failed, |()| Exit::Done).into()
}

fn open(language: Language) -> std::io::Result<()> {
    let program = Program::start()?;
    let waker = program.waker();
    let (sender, news): (Sender<News>, _) = channel();
    let hands = Hands::new(move |news| {
        // The program may have ended; then nobody waits for it.
        let _ = sender.send(news);
        waker.wake();
    });
    let window = Window::open(WINDOW, WindowKind::Document, SIZE, SIZE_MIN, Drops::Files)?;
    let mut face = Face { language, editor: Editor::new(Zoned::now().date()), hands, news, window };
    let files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if !files.is_empty() {
        face.ask(Command::Drop(files));
    }
    face.show();
    face.window.bring_forward();
    program.run(move |event| face.hear(event));
    Ok(())
}

impl Face {
    fn hear(&mut self, event: Event) {
        match event {
            Event::Window { what, .. } => {
                if let Some(command) = self.editor.command(what) {
                    self.ask(command);
                }
            }
            Event::Woken => {
                while let Ok(news) = self.news.try_recv() {
                    let tasks = self.editor.hear(news);
                    self.work(tasks);
                }
            }
        }
        self.show();
    }

    fn ask(&mut self, command: Command) {
        let tasks = self.editor.ask(command, Zoned::now().date());
        self.work(tasks);
    }

    fn show(&self) {
        self.window.show(&self.editor.view(self.language));
        let held = self.editor.holds_session().map(|reason| reason.say(self.language));
        self.window.hold_session(held.as_deref());
    }

    fn work(&mut self, tasks: Vec<Task>) {
        for task in tasks {
            match self.hands.take(task) {
                Err(Task::Ask(kind)) => {
                    self.show();
                    let command = self.choose(kind);
                    self.ask(command);
                }
                Err(Task::End) => quit(),
                _ => {}
            }
        }
    }

    /// Lets the person choose a file.
    fn choose(&self, kind: FileKind) -> Command {
        let (title, name, pattern) = match kind {
            FileKind::CatalogToOpen => (message!("generator-window-open-title"), xml_files(), "*.xml"),
            FileKind::CatalogToSave => (message!("generator-window-save-title"), xml_files(), "*.xml"),
            FileKind::Package => {
                (message!("generator-window-package-title"), message!("generator-window-msi-files"), "*.msi")
            }
            FileKind::Icon => {
                (message!("generator-window-icon-title"), message!("generator-window-ico-files"), "*.ico")
            }
        };
        let say = |message: Message| message.say(self.language);
        let one =
            |name: Message, pattern: &str| window::FileKind { name: say(name), pattern: pattern.to_owned() };
        let kinds = [one(name, pattern), one(message!("generator-window-all-files"), "*.*")];
        let (owner, title) = (Some(&self.window), say(title));
        let chosen = match kind {
            FileKind::CatalogToSave => {
                // The name alone: Windows shows nothing at all where it does not like how the folder is written.
                let name = self.editor.file().and_then(Path::file_name);
                choose_new_file(owner, &title, &kinds, name.map_or(Path::new(FILE_NAME), Path::new))
            }
            _ => choose_file(owner, &title, &kinds),
        };
        match (chosen, kind) {
            (None, _) => Command::ChooseNothing,
            (Some(path), FileKind::CatalogToOpen) => Command::OpenFile(path),
            (Some(path), FileKind::CatalogToSave) => Command::SaveTo(path),
            (Some(path), FileKind::Package) => Command::TakePackage(path),
            (Some(path), FileKind::Icon) => Command::TakeIcon(path),
        }
    }
}

fn xml_files() -> Message {
    message!("generator-window-xml-files")
}

//! Doing what a person does: starting programs, pressing, typing, ticking; and what Windows does to them.

use std::path::{Path, PathBuf};

use stagehand::{Answer, Button, Control, Order, Place, Post, Window};

use super::{LOOK_EVERY, Stage, WAIT_TIME_MAX};
use crate::pc::windows_path;
use crate::programs::screens_folder;

const WM_CLOSE: u32 = 0x0010;
/// What stands for each letter in the field of a password; 0 in other fields.
const EM_GETPASSWORDCHAR: u32 = 0x00D2;
/// How many pictures are taken at most until two are the same.
const PICTURES_MAX: usize = 10;

impl Stage {
    /// Starts a Windows program on the desktop, by its path on this machine or by a name that Windows finds, and returns its process.
    #[track_caller]
    pub fn start(&self, program: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> u32 {
        let program =
            if program.is_absolute() { windows_path(program) } else { program.display().to_string() };
        let arguments = arguments.iter().map(ToString::to_string).collect();
        let environment =
            environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        match self.order(&Order::Start { program, arguments, environment }) {
            Answer::Process(process) => process,
            answer => panic!("no process: {answer:?}"),
        }
    }

    /// The exit code of a process that was started here; waits for its end.
    #[must_use]
    #[track_caller]
    pub fn ended(&self, process: u32) -> i32 {
        self.wait(&format!("The end of the process {process}"), WAIT_TIME_MAX, || {
            match self.order(&Order::Ended { process }) {
                Answer::Ended(Some(code)) => Ok(code),
                answer => Err(format!("{answer:?}")),
            }
        })
    }

    /// Ends a process that was started here at once, as a power cut would.
    #[track_caller]
    pub fn end(&self, process: u32) {
        self.order(&Order::End { process });
    }

    /// The bytes of memory that a process has for itself alone.
    #[must_use]
    #[track_caller]
    pub fn memory(&self, process: u32) -> i64 {
        match self.order(&Order::Memory { process }) {
            Answer::Number(bytes) => bytes,
            answer => panic!("no number: {answer:?}"),
        }
    }

    /// Brings a window forward, so that [`Stage::keys`] go to it.
    #[track_caller]
    pub fn activate(&self, window: &Window) {
        self.order(&Order::Activate { window: window.handle });
    }

    /// Presses the button, box or link on which this stands, once it can be used.
    #[track_caller]
    pub fn press(&self, window: &Window, label: &str) {
        let button = self.button(window, label);
        if button.class == "SysLink" {
            // A link has no message that presses it.
            self.activate(window);
            self.click(button.place);
        } else {
            self.order(&Order::Press { control: button.handle });
        }
    }

    /// Types into the field that is called so, in place of what stands there, and waits until it stands there as it was typed.
    #[track_caller]
    pub fn fill(&self, window: &Window, label: &str, text: &str) {
        let control = self.field(window, label).handle;
        self.order(&Order::Fill { control, text: text.to_owned() });
        // The field of a password is empty to everybody else on Windows.
        let is_secret = cfg!(windows) && self.send(control, EM_GETPASSWORDCHAR, 0, 0) != 0;
        self.wait(&format!("“{text}” in the field “{label}”"), WAIT_TIME_MAX, || {
            let field = self.controls(window).into_iter().find(|field| field.handle == control);
            let shown = field.map(|field| field.text.replace("\r\n", "\n"));
            match shown {
                Some(shown) if shown == text || is_secret && shown.is_empty() => Ok(()),
                Some(shown) => Err(format!("“{shown}”")),
                None => Err("the field no more".to_owned()),
            }
        });
    }

    /// Presses keys, such as `Tab`, `Shift+Tab`, `Alt+N`, `Enter`, `Menu` or `F1`, in the window that is in front.
    #[track_caller]
    pub fn keys(&self, keys: &str) {
        self.order(&Order::Keys { keys: keys.to_owned() });
    }

    /// Presses the left button of the mouse in the middle of a place.
    #[track_caller]
    pub fn click(&self, place: Place) {
        self.click_with(place, Button::Left);
    }

    /// Presses a button of the mouse in the middle of a place.
    #[track_caller]
    pub fn click_with(&self, place: Place, button: Button) {
        let (x, y) = place.middle();
        self.order(&Order::Click { x, y, button });
    }

    /// Ticks the row of the window's table with this text, or takes the tick away.
    #[track_caller]
    pub fn tick(&self, window: &Window, text: &str, on: bool) {
        let (control, row) = self.row(window, text);
        self.order(&Order::Tick { control, row, on });
    }

    /// Selects the row of the window's table with this text.
    #[track_caller]
    pub fn select(&self, window: &Window, text: &str) {
        let (control, row) = self.row(window, text);
        self.order(&Order::Select { control, row });
    }

    /// Chooses an entry of the combo box that is called so.
    #[track_caller]
    pub fn choose(&self, window: &Window, label: &str, entry: &str) {
        let (control, entry) =
            self.wait(&format!("The entry “{entry}” of “{label}”"), WAIT_TIME_MAX, || {
                let field = self.field(window, label);
                let entries = field.choices.map(|choices| choices.entries).unwrap_or_default();
                let at = entries.iter().position(|known| known == entry);
                at.map(|at| (field.handle, at)).ok_or_else(|| format!("{entries:?}"))
            });
        self.order(&Order::Choose { control, entry });
    }

    /// Asks a window to close, as its close button does.
    #[track_caller]
    pub fn close(&self, window: &Window) {
        self.post(window.handle, WM_CLOSE, 0, 0);
    }

    /// Puts a message into a window's queue.
    #[track_caller]
    pub fn post(&self, window: u64, message: u32, first: u64, second: i64) {
        self.order(&Order::Post(Post { window, message, first, second }));
    }

    /// Sends a message to a window, and returns its answer.
    #[must_use]
    #[track_caller]
    pub fn send(&self, window: u64, message: u32, first: u64, second: i64) -> i64 {
        match self.order(&Order::Send(Post { window, message, first, second })) {
            Answer::Number(number) => number,
            answer => panic!("no number: {answer:?}"),
        }
    }

    /// Tells all windows what the shell tells them when it has started anew.
    #[track_caller]
    pub fn restart_of_the_shell(&self) {
        self.order(&Order::Broadcast { name: "TaskbarCreated".to_owned() });
    }

    /// Drops files of this machine on a window.
    #[track_caller]
    pub fn drop_files(&self, window: &Window, files: &[&Path]) {
        let files = files.iter().map(|file| windows_path(file)).collect();
        self.order(&Order::Drop { window: window.handle, files });
    }

    /// Takes a picture of the desktop, as `target/screens/NAME.png`, and says where it is: once the desktop stands still, which a bar without
    /// an end never does, so not after a while.
    #[track_caller]
    pub fn picture(&self, name: &str) -> PathBuf {
        let folder = screens_folder();
        let made = std::fs::create_dir_all(&folder);
        made.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let file = folder.join(format!("{name}.png"));
        let mut before = Vec::new();
        for _ in 0..PICTURES_MAX {
            self.order(&Order::Picture { path: windows_path(&file) });
            let now = std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            if now == before {
                break;
            }
            before = now;
            std::thread::sleep(LOOK_EVERY);
        }
        file
    }

    /// The table with such a row, and where the row is in it.
    #[track_caller]
    fn row(&self, window: &Window, text: &str) -> (u64, usize) {
        let has = |control: &Control| {
            let rows = control.table.iter().flat_map(|table| &table.rows);
            rows.into_iter().position(|row| row.cells.iter().any(|cell| cell == text))
        };
        let table =
            self.control(window, &format!("A table with “{text}”"), |control| has(control).is_some());
        (table.handle, has(&table).unwrap_or_default())
    }
}

//! What a test and the hand on its stage say to each other.
//!
//! `stagehand.exe` is a Windows program for tests. It runs on the desktop on which a program with windows is tested, starts that program,
//! sees its windows and controls, presses, types, sends messages and takes pictures. It gets each [`Order`] as a line of JSON over a
//! connection to the test, whose port on loopback is its only argument, and gives an [`Answer`] back as another line; when the
//! connection ends it ends what it started, and itself. It waits for nothing: whoever waits asks again.
//!
//! Tests do not speak to it themselves: `e2e::Stage` does.

use serde::{Deserialize, Serialize};

/// Something that the hand is to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "order", rename_all = "kebab-case")]
pub enum Order {
    /// Starts a program on this desktop; the answer is [`Answer::Process`].
    Start {
        /// Its path, as Windows names it.
        program: String,
        /// Its arguments.
        arguments: Vec<String>,
        /// What its environment has besides the hand's own.
        environment: Vec<(String, String)>,
    },
    /// How a process that was started has ended; the answer is [`Answer::Ended`].
    Ended {
        /// Its number.
        process: u32,
    },
    /// Ends a process at once, as a power cut would.
    End {
        /// Its number.
        process: u32,
    },
    /// The bytes of memory that a process has for itself alone; the answer is [`Answer::Number`].
    Memory {
        /// Its number.
        process: u32,
    },
    /// The windows on the desktop, from front to back; the answer is [`Answer::Windows`].
    Windows,
    /// The controls of a window, in the order of the keyboard; the answer is [`Answer::Controls`].
    Controls {
        /// The window.
        window: u64,
    },
    /// Brings a window forward.
    Activate {
        /// The window.
        window: u64,
    },
    /// Presses a button or a box to tick.
    Press {
        /// The control.
        control: u64,
    },
    /// Presses a button of the mouse somewhere on the desktop.
    Click {
        /// Pixels from the left.
        x: i32,
        /// Pixels from the top.
        y: i32,
        /// Which button.
        button: Button,
    },
    /// Replaces what stands in a field by typing, whichever control has the focus.
    Fill {
        /// The field.
        control: u64,
        /// What is typed.
        text: String,
    },
    /// Presses keys on the keyboard, such as `Tab`, `Shift+Tab`, `Alt+N` or `F1`.
    Keys {
        /// The keys, held together and then released.
        keys: String,
    },
    /// Ticks a row of a table, or takes the tick away.
    Tick {
        /// The table.
        control: u64,
        /// The row, from 0.
        row: usize,
        /// Whether it is ticked then.
        on: bool,
    },
    /// Selects a row of a table.
    Select {
        /// The table.
        control: u64,
        /// The row, from 0.
        row: usize,
    },
    /// Chooses an entry of a combo box.
    Choose {
        /// The combo box.
        control: u64,
        /// The entry, from 0.
        entry: usize,
    },
    /// Sends a message to a window and waits for its answer, [`Answer::Number`].
    Send(Post),
    /// Puts a message into a window's queue.
    Post(Post),
    /// Puts a message with a name, such as `TaskbarCreated`, into the queue of each window on the desktop.
    Broadcast {
        /// The name of the message.
        name: String,
    },
    /// Takes the icon beside the clock away that a window has put there, as the end of the shell does.
    TakeIcon {
        /// The window.
        window: u64,
        /// The number of the icon.
        number: u32,
    },
    /// Drops files on a window.
    Drop {
        /// The window.
        window: u64,
        /// The files, as Windows names them.
        files: Vec<String>,
    },
    /// Takes a picture of the whole desktop into a PNG file.
    Picture {
        /// The file, as Windows names it.
        path: String,
    },
}

/// A message for a window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// The window.
    pub window: u64,
    /// The number of the message.
    pub message: u32,
    /// Its first argument, WPARAM.
    pub first: u64,
    /// Its second argument, LPARAM.
    pub second: i64,
}

/// A button of the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Button {
    /// The left one.
    Left,
    /// The left one, twice.
    LeftTwice,
    /// The right one.
    Right,
}

/// What came of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It is done.
    Done,
    /// The process that was started.
    Process(u32),
    /// The exit code of the process, if it has ended.
    Ended(Option<i32>),
    /// A number.
    Number(i64),
    /// The windows on the desktop.
    Windows(Vec<Window>),
    /// The controls of a window.
    Controls(Vec<Control>),
    /// It could not be done, and why.
    Failed(String),
}

/// A window on the desktop that is no part of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// What Windows calls it.
    pub handle: u64,
    /// The process that it belongs to.
    pub process: u32,
    /// The name of its class.
    pub class: String,
    /// What stands in its title bar; of a balloon, its heading, which Wine does not tell.
    pub title: String,
    /// Of a balloon or another tip, what stands in it.
    pub text: String,
    /// Whether it is to be seen.
    pub visible: bool,
    /// Whether it can be used.
    pub enabled: bool,
    /// Whether it is the one that keys go to.
    pub foreground: bool,
    /// Where it is.
    pub place: Place,
}

/// Where something is on the desktop, in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its left edge.
    pub left: i32,
    /// Its upper edge.
    pub top: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

impl Place {
    /// Its middle.
    #[must_use]
    pub fn middle(&self) -> (i32, i32) {
        (self.left + self.width / 2, self.top + self.height / 2)
    }
}

/// A part of a window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// What Windows calls it.
    pub handle: u64,
    /// The name of its class.
    pub class: String,
    /// Its number within its window.
    pub id: i32,
    /// What stands in or on it; of a password, nothing.
    pub text: String,
    /// What a screen reader calls it.
    pub name: String,
    /// Whether it is to be seen.
    pub visible: bool,
    /// Whether it can be used.
    pub enabled: bool,
    /// Whether keys go to it.
    pub focused: bool,
    /// Whether the Tab key reaches it.
    pub reached_by_tab: bool,
    /// Of what can be ticked, whether it is.
    pub ticked: Option<bool>,
    /// Where it is.
    pub place: Place,
    /// What a table holds.
    pub table: Option<Table>,
    /// Of a progress bar, how far it is.
    pub progress: Option<Progress>,
    /// What can be chosen in a combo box.
    pub choices: Option<Choices>,
}

/// What a table holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its texts, one for each column.
    pub cells: Vec<String>,
    /// Whether its box is ticked; `None` where there is no box.
    pub ticked: Option<bool>,
    /// Whether it is selected.
    pub selected: bool,
}

/// How far a progress bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Where it is.
    pub position: i32,
    /// Where it ends.
    pub end: i32,
    /// Whether it runs without telling how far it is.
    pub unknown: bool,
}

/// What can be chosen in a combo box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Its entries.
    pub entries: Vec<String>,
    /// Which is chosen, from 0.
    pub chosen: Option<usize>,
}

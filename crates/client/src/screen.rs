//! What a face shows: the picture as data, in sentences that wait for a language. A face draws it and sends [`Command`]s; it decides nothing.
//!
//! Each part says what is there, not how it looks: the face knows fonts, colours and places, and nothing of updates.

mod settings_page;
mod update_page;

use text::{Language, Message};

use crate::desk::Command;

pub use self::settings_page::{Field, SettingsField, SettingsPage};
pub use self::update_page::{
    Bar, BrowserPage, Details, Link, ListPage, Page, PageName, ProgressPage, ProgressRow, QuestionPage,
    ResultPage, ResultRow, Row, SignInPage, Tick, Verdict,
};

/// All that is to be seen now.
#[derive(Debug, Clone, PartialEq)]
pub struct Screen {
    /// The language of its sentences.
    pub language: Language,
    /// The icon beside the clock.
    pub tray: Tray,
    /// What is told beside the clock; shown once for each [`Balloon::number`], and taken away when it is `None` again.
    pub balloon: Option<Balloon>,
    /// The window with the updates; `None` if it is closed.
    pub updates: Option<UpdateWindow>,
    /// The settings; `None` if they are closed.
    pub settings: Option<SettingsPage>,
    /// What was installed before; `None` if it is closed.
    pub history: Option<HistoryPage>,
    /// What this program is; `None` if it is closed.
    pub about: Option<AboutPage>,
    /// What is to be brought to the front; done once for each number.
    pub front: Option<(WindowName, u64)>,
    /// Why Windows should not end just now; `None` if it may.
    pub busy_reason: Option<Message>,
    /// Whether the program may end by itself now, such as for a newer one in its place.
    pub may_end: MayEnd,
}

/// Whether the program may end without being asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MayEnd {
    /// Nothing would be lost.
    Yes,
    /// Something is under way, typed and not yet sent, or not yet seen.
    NotNow,
}

/// The windows there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WindowName {
    /// The updates.
    Updates,
    /// The settings.
    Settings,
    /// What was installed before.
    History,
    /// What this program is.
    About,
}

/// The icon beside the clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Tray {
    /// Which icon.
    pub icon: TrayIcon,
    /// What is told to who points at it; at most 127 characters are shown.
    pub tooltip: Message,
    /// What it offers; a double click does the one that is [`Weight::Default`].
    pub menu: Vec<MenuEntry>,
}

/// Which icon stands beside the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TrayIcon {
    /// Nothing is to be done.
    Idle,
    /// It looks for updates.
    Looking,
    /// Updates are available; it moves, unless Windows asks for less motion.
    Available,
    /// It downloads or installs.
    Working,
    /// Something needs the person.
    Attention,
}

/// An entry of a menu.
#[derive(Debug, Clone, PartialEq)]
pub enum MenuEntry {
    /// A line between entries.
    Separator,
    /// What can be chosen.
    Choice(Button),
}

/// What is told beside the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balloon {
    /// Which one; a later one has a higher number.
    pub number: u64,
    /// Its heading; at most 63 characters are shown.
    pub title: Message,
    /// Its sentence; at most 255 characters are shown.
    pub text: Message,
    /// Whether it warns.
    pub tone: Tone,
    /// The window that shows what it tells of; a press on it opens that.
    pub opens: WindowName,
}

/// How something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// As a piece of news.
    News,
    /// As a warning.
    Warning,
}

/// The window with the updates.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateWindow {
    /// Which page it is; while it stays the same, a face leaves the focus where it is.
    pub name: PageName,
    /// What there is to say, in a sentence.
    pub heading: Message,
    /// What is less important, such as when was checked.
    pub aside: Option<Message>,
    /// What stands between heading and buttons.
    pub page: Page,
    /// What can be pressed, from left to right.
    pub buttons: Vec<Button>,
}

/// What can be pressed or chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Button {
    /// What stands on it; `&` marks its access key.
    pub label: Message,
    /// What it does.
    pub press: Press,
    /// Its weight.
    pub weight: Weight,
    /// Whether it can be pressed now.
    pub enabled: Enabled,
    /// On which side of a window it stands.
    pub side: Side,
}

/// What a button does.
#[derive(Debug, Clone, PartialEq)]
pub enum Press {
    /// It sends a command.
    Send(Command),
    /// It sends [`Command::SignIn`] with what stands in the fields.
    SignIn,
    /// It sends [`Command::SaveSettings`] with what stands in the fields.
    SaveSettings,
}

/// What a button is in its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Enter presses it; it is the safe one.
    Default,
    /// Escape presses it.
    Cancel,
    /// Neither.
    Plain,
}

/// Whether a thing can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Enabled {
    /// It can.
    Yes,
    /// It cannot now.
    No,
}

/// A side of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Where reading begins.
    Start,
    /// Where it ends, as usual for what goes on.
    End,
}

/// What was installed before.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryPage {
    /// What stands above, or in place of a list that is empty.
    pub heading: Message,
    /// The installs, the newest first.
    pub rows: Vec<HistoryRow>,
    /// What can be pressed.
    pub buttons: Vec<Button>,
}

/// An install of the past.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryRow {
    /// Which install it is, whatever comes above it.
    pub key: String,
    /// When, in seconds since 1970 (UTC); the face writes it as the PC does.
    pub at: i64,
    /// What.
    pub name: String,
    /// From which version to which.
    pub versions: Message,
    /// What came of it.
    pub sentence: Message,
    /// Whether it went well.
    pub verdict: Verdict,
}

/// What this program is.
#[derive(Debug, Clone, PartialEq)]
pub struct AboutPage {
    /// The program's icon is the face's; this is its name and version.
    pub heading: Message,
    /// Further sentences, each a line.
    pub lines: Vec<Message>,
    /// What can be pressed.
    pub buttons: Vec<Button>,
}

impl Button {
    /// What it is called by its meaning, such as `button-close`, wherever it stands; no two of a window have the same.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.label.id()
    }

    /// A plain button at the end that sends a command.
    #[must_use]
    pub fn new(label: Message, command: Command) -> Self {
        Self {
            label,
            press: Press::Send(command),
            weight: Weight::Plain,
            enabled: Enabled::Yes,
            side: Side::End,
        }
    }
}

//! What goes on between the person at the PC and the engine: what is heard changes what is known, asks for tasks, and gives a picture. Pure.
//!
//! A face hands over each [`Event`], lets the tasks be done (`worker/` does those of the engine), and draws [`Desk::screen`].

mod announced;
mod command;
mod task;

use text::{Language, message};

pub use self::announced::{Announced, AnnouncedItem};
pub use self::command::{Command, Password, SignInFields};
pub use self::task::{
    Batch, Found, ItemKey, News, PasswordUse, Proposal, Situation, Task, Trouble, TroubleKind, Work,
};
use crate::screen::{Screen, Tray, TrayIcon};

/// When and in which surroundings something is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Seconds since 1970 (UTC), by the PC's clock.
    pub at: i64,
    /// Whether the person may be disturbed.
    pub presence: Presence,
}

/// Whether the person may be disturbed, as Windows says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Yes.
    Free,
    /// No: a full screen, a presentation, quiet hours, or nobody at the PC.
    Busy,
}

/// What is heard.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The program has started; heard once, before all else.
    Started,
    /// The person wants something.
    Command(Command),
    /// The worker tells something.
    News(News),
    /// The time that [`Desk::wake_at`] named has come.
    Time,
    /// The PC has slept and is awake again.
    Resumed,
    /// The network is back, or another one.
    NetworkChanged,
    /// Windows asks whether it may end.
    SessionEnding,
}

/// What is known of the person's updates.
#[derive(Debug)]
pub struct Desk {
    language: Language,
}

impl Desk {
    /// What is known at the start: nothing. `system_language` is that of Windows; `seed` spreads the times of many PCs.
    #[must_use]
    pub fn new(system_language: Language, seed: u64) -> Self {
        let _ = seed;
        Self { language: system_language }
    }

    /// Hears something, and answers what is to be done, in this order.
    pub fn hear(&mut self, event: Event, now: Now) -> Vec<Task> {
        match (event, now.presence) {
            (Event::Started, _) => vec![Task::Work(Work::Begin)],
            (Event::Command(Command::CheckNow), _) => vec![Task::Work(Work::Check)],
            (Event::Command(Command::Exit), _) => vec![Task::Quit],
            (event, _) => {
                drop(event);
                Vec::new()
            }
        }
    }

    /// When [`Event::Time`] is to be heard next, in seconds since 1970 (UTC); at least a minute ahead but for what the person waits for.
    #[must_use]
    pub fn wake_at(&self) -> Option<i64> {
        None
    }

    /// What is to be seen.
    #[must_use]
    pub fn screen(&self) -> Screen {
        Screen {
            language: self.language,
            tray: Tray { icon: TrayIcon::Idle, tooltip: message!("tray-tooltip-idle"), menu: Vec::new() },
            balloon: None,
            updates: None,
            settings: None,
            history: None,
            about: None,
            front: None,
            busy_reason: None,
        }
    }
}

//! The picture of what is known, window by window. Pure.

mod details;
mod list;
mod others;
mod progress;
mod questions;
mod settings;
mod sign_in;
mod tray;
mod updates;

use text::{Message, message};

pub(super) use self::others::{outcome_of, sentence as sentence_of};
use super::{Command, Desk, Trouble, TroubleKind};
use crate::screen::{Button, Enabled, Press, Side, Weight, WindowName};

/// The button that Enter presses.
fn default(button: Button) -> Button {
    Button { weight: Weight::Default, ..button }
}

/// The button that Escape presses.
fn escape(button: Button) -> Button {
    Button { weight: Weight::Cancel, ..button }
}

/// A button where reading begins.
fn at_start(button: Button) -> Button {
    Button { side: Side::Start, ..button }
}

fn enabled(button: Button, when: Enabled) -> Button {
    Button { enabled: when, ..button }
}

fn pressing(label: Message, press: Press) -> Button {
    Button { press, ..Button::new(label, Command::ShowUpdates) }
}

fn close_updates() -> Button {
    Button::new(message!("button-close"), Command::Close(WindowName::Updates))
}

fn restart_button() -> Button {
    at_start(Button::new(message!("button-restart"), Command::RestartWindows))
}

/// The button that copies what the help desk asks for.
fn copy_button() -> Button {
    at_start(Button::new(message!("button-copy-details"), Command::CopyDetails))
}

impl Desk {
    /// The button to the settings, which there are as soon as it is known how things are.
    fn settings_button(&self) -> Button {
        let button = Button::new(message!("button-settings"), Command::ShowSettings);
        at_start(enabled(button, self.when_situated()))
    }

    fn when_situated(&self) -> Enabled {
        if self.situation.is_some() { Enabled::Yes } else { Enabled::No }
    }
}

/// Why something did not work, and the way out, in this window's words where it has its own.
pub(super) fn trouble_sentence(trouble: &Trouble) -> Message {
    match trouble.kind {
        TroubleKind::NoServer => message!("updates-no-server"),
        _ => trouble.message.clone(),
    }
}

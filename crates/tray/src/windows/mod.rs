//! What the program has of Windows beside its windows: the icon beside the clock, the session, the network, its own file.
//!
//! Everything that is heard here arrives as [`Heard`], one after the other, on the thread of the windows.

#![allow(unsafe_code, reason = "Windows' functions can only be called so; each call says why it is sound")]

mod hidden;
mod instance;
mod language;
mod menu;
mod network;
mod notify_icon;
mod other;
mod own_file;
mod session;
mod time;

use std::sync::mpsc::{self, Receiver, Sender};

use window::Waker;

pub(crate) use self::hidden::Hidden;
pub(crate) use self::instance::Instance;
pub(crate) use self::language::language;
pub(crate) use self::menu::Entry;
pub(crate) use self::network::Network;
pub(crate) use self::notify_icon::{NotifyIcon, Tone};
pub(crate) use self::other::{Return, quit_other};
pub(crate) use self::own_file::{OwnFile, start_again};
pub(crate) use self::session::{motion, presence, restart_after_trouble, restart_windows};
pub(crate) use self::time::{now, when};

/// What is heard beside what happens in windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    /// An entry of the menu was chosen, as it was shown.
    Chosen(&'static str),
    /// The icon was pressed, by mouse or by keyboard.
    IconPressed,
    /// The balloon was pressed.
    BalloonPressed,
    /// The bar with the icons was made anew, and has lost ours.
    BarAnew,
    /// The program was started a second time.
    StartedAgain,
    /// The time that was asked for has come, or the clock was set.
    Time,
    /// The next picture of the icon is due.
    Picture,
    /// The person is back at the PC, which they had locked or left to somebody else.
    PersonBack,
    /// The PC has slept and is awake again.
    Resumed,
    /// The network is another one.
    NetworkChanged,
    /// Windows asks whether it may end.
    SessionEnding,
    /// Windows does not end after all.
    SessionStays,
    /// Windows ends, or whoever replaces this program asks it to.
    End,
    /// An installer ends the program, and it is to be started again behind it.
    ComesBack,
    /// The file of this program is another one now.
    Replaced,
    /// The file of this program is gone.
    Removed,
}

/// Tells the program what is heard, from any thread.
#[derive(Debug, Clone)]
pub(crate) struct Ear {
    sender: Sender<Heard>,
    waker: Waker,
}

impl Ear {
    /// An ear, and where what it hears arrives.
    pub(crate) fn new(waker: Waker) -> (Self, Receiver<Heard>) {
        let (sender, receiver) = mpsc::channel();
        (Self { sender, waker }, receiver)
    }

    /// Tells something.
    pub(crate) fn tell(&self, heard: Heard) {
        // Who listens goes only when the program ends.
        let _ = self.sender.send(heard);
        self.waker.wake();
    }
}

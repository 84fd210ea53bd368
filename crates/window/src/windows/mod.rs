//! The windows that Windows draws. What a window shows and what happens in it are data of `view.rs`; here they become controls and come from them.
//!
//! Everything of a window belongs to the thread that made it; only a [`Waker`] goes elsewhere.

#![allow(unsafe_code, reason = "Windows' functions can only be called so; each call says why it is sound")]

mod accessible;
mod clipboard;
mod colours;
mod controls;
mod dark;
mod dialogs;
mod draw;
mod files;
mod fonts;
mod frame;
mod icons;
mod keys;
mod list;
mod notify;
mod paint;
mod panel;
mod program;
mod read;
mod send;
mod session;

pub use self::clipboard::{clipboard_text, copy_text, open_link};
pub use self::dialogs::{Choice, FileKind, Question, Tone, ask, choose_file, choose_new_file};
pub use self::files::copy_permissions;
pub use self::frame::{Drops, Window, WindowKind};
pub use self::icons::{ICO_LENGTH_MAX, Icon};
pub use self::program::{Event, Program, Waker, quit};
pub use self::send::{text_of, wide};

//! The generator's window, thought through: what is in it, what happens on each command, what is to be done outside. Pure.
//!
//! [`Editor`] takes the person's [`Command`]s and the [`News`] of what was done, and gives [`Task`]s and a picture. It uses the same
//! functions of `catalog` as `oxcatalog` does, so that both write the same bytes; what draws the picture decides nothing.

mod command;
mod draft;
mod editor;
mod edits;
mod fields;
#[cfg(test)]
mod fixture;
mod heard;
mod news;
mod open_catalog;
mod proposal;
mod question;
#[cfg(test)]
mod sketch;
#[cfg(test)]
mod tests;
mod view;

pub use command::{Answer, Command, Expected, Field, FileKind, News, NotSaved, Save, Switch, Task, Ticked};
pub use editor::Editor;

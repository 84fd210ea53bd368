//! Windows' own windows, for the programs that have any: a thin layer over Windows' functions that the tray and the generator share.
//!
//! A program says what a window shows as data ([`view::View`]), gets what the person does as data ([`view::Happened`]), and shows the
//! next view. This is portable and pure; what makes windows of it is empty elsewhere than on Windows (decision 0020).

#![cfg_attr(not(windows), allow(dead_code, reason = "what makes windows of it is not there"))]

mod layout;
mod palette;
mod pieces;
pub mod view;
#[cfg(windows)]
mod windows;

#[cfg(windows)]
pub use self::windows::*;

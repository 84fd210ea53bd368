//! The real machine: fixture packages are installed by Windows Installer itself, under Wine or on real Windows.
//!
//! Where Wine does not do what Microsoft documents, the test says what Wine does; docs/reference/windows.md lists it.
#![cfg(test)]

#[cfg(windows)]
mod elevating;
#[cfg(windows)]
mod failing;
#[cfg(windows)]
mod hanging;
#[cfg(windows)]
mod installing;
#[cfg(windows)]
mod looking;
mod page;
#[cfg(windows)]
mod self_updating;
#[cfg(windows)]
mod stage;
#[cfg(windows)]
mod updating;

//! The main job on Windows, real or Wine: real server, real client, real Windows Installer, real MSI files.
#![cfg(test)]

mod browser;
mod by_hand;
mod dark;
mod ends;
mod generator;
mod guide;
mod idle;
mod installer;
mod installer_itself;
mod installer_offered;
mod installer_running;
mod kind;
mod main_job;
mod pages;
mod policies;
mod server;
mod sign_in;
mod stage;
mod tray;
mod updating;
mod without_server;

use std::sync::{Mutex, MutexGuard, PoisonError};

use e2e::{Pc, Site, Witness};

/// Windows Installer does one install at a time, and the tests share its database of what is installed.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A running site with a user `anna`, who has the permission `notes`, and her PC.
fn site_and_pc() -> (Site, Pc) {
    let mut site = Site::new();
    site.user("anna", &["notes"]);
    site.start();
    let pc = Pc::of("anna", site.address());
    (site, pc)
}

/// The same, with a witness in between who sees what the PC asks.
fn site_witness_and_pc() -> (Site, Witness, Pc) {
    let (site, _) = site_and_pc();
    let witness = Witness::before(site.address());
    let pc = Pc::of("anna", witness.address());
    (site, witness, pc)
}

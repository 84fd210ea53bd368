//! The client: check, plan, download, verify, install, report. Its program is `oxupdate`.

pub mod address;
pub mod check_in;
pub mod cli;
pub mod clock;
pub mod close_first;
pub mod credentials;
pub mod desk;
pub mod download;
pub mod elevation;
pub mod enrol;
#[cfg(test)]
mod examples;
pub mod failure;
pub mod fake;
pub mod folder_access;
pub mod guard;
pub mod http;
pub mod install_display;
pub mod machine;
pub mod outcome;
pub mod own_product;
pub mod packages;
pub mod patience;
pub mod pending;
pub mod permitted;
pub mod persistent;
pub mod plan;
pub mod policy;
pub mod processor;
pub mod progress;
pub mod proxy;
pub mod report;
pub mod screen;
pub mod self_update;
pub mod server;
pub mod settings;
pub mod share;
pub mod sign_in;
pub mod state;
pub mod updater;
pub mod verify;
pub mod web;
pub mod web_page;
#[cfg(windows)]
pub mod windows;
pub mod words;

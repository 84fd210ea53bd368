//! The client's parts together: the engine on a machine that is a fake, against a web server of the tests' own and against files.
//!
//! All of it runs on Windows too, real or Wine; what only one system has is marked at its place.
#![cfg(test)]

mod answers;
mod bequest;
mod binary;
#[cfg(unix)]
mod browser_program;
mod browser_sign_in;
mod cache;
mod consent;
mod desk;
mod download;
mod elevation;
mod engine;
mod faults;
mod golden_logs;
#[cfg(unix)]
mod interrupting;
mod kinds;
mod origin;
mod oxtender;
mod page;
mod patience;
mod pc;
mod reports;
mod self_update;
#[cfg(not(windows))]
mod settings;
mod share;
mod sign_in;
mod tls;
mod web;
mod worker;
#[cfg(unix)]
mod worker_own_update;
mod worker_sign_in;
mod workshop;

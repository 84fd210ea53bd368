//! The real server and the client's engine, on a machine that is a fake: for speed, and for what no real machine does on demand.
#![cfg(test)]

mod bad_catalog;
mod bad_package;
#[cfg(target_os = "linux")]
mod browser_sign_in;
#[cfg(target_os = "linux")]
mod desktop;
#[cfg(target_os = "linux")]
mod full_disk;
mod killed_client;
mod killed_server;
mod offers;
mod overcome;
#[cfg(target_os = "linux")]
mod person;
mod policy_template;
mod power_cut;
mod random;
mod shop;
#[cfg(target_os = "linux")]
mod small_disk;
mod station;

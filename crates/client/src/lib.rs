//! The client: check, plan, download, verify, install, report. Its program is `oxupdate`.

pub mod machine;
pub mod progress;
pub mod proxy;
pub mod server;
pub mod verify;
#[cfg(windows)]
pub mod windows;

//! The two ends of the story for tests: a site with the real server, and a PC with the real client.
//!
//! The tests run on the host. The server is `oxupdated` as built for the host; the PC's client is `oxupdate.exe`, started through Wine on
//! Linux and directly on Windows (docs/decisions/0003). Everything is in folders and ports of its own and ends with the test.
#![expect(clippy::panic, reason = "all of this runs inside tests, and a panic is how a test fails")]

pub mod guide;
mod installer;
mod misbehaving;
mod pc;
mod programs;
mod registry;
mod site;
pub mod stage;
mod visitor;
mod web_folder;
mod witness;

pub use installer::{
    VERSION, VERSION_BEFORE, VERSION_THAT_FAILS, VERSION_THAT_FAILS_LATE, VERSIONS_THAT_FAIL, as_seen,
    folder_of_windows, installer, msiexec, msiexec_log, processes, registry_text,
};
pub use misbehaving::{Answer, Asked, Authority, Misbehaving, Then};
pub use pc::{
    Pc, Running, Said, product, remove_folder, run, windows_may_say, windows_path, windows_program,
    windows_says,
};
pub use programs::{built_for_windows, fixture, host_program, oxcatalog};
pub use registry::{PolicyValue, registry, registry_files};
pub use site::{PASSWORD, Site};
pub use stage::Stage;
pub use visitor::{Seen, Visitor};
pub use web_folder::WebFolder;
pub use witness::{Request, Witness};

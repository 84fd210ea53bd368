//! Windows itself: the real [`Machine`], and the few settings of Windows that the portable part needs.
//!
//! The only room that speaks to Windows' functions; nothing is decided here that could be decided by a pure function elsewhere.
//! What is relied on, where Microsoft says so and how it is proven is listed in docs/reference/windows.md.

#![allow(unsafe_code, reason = "Windows' functions can only be called so; each call says why it is sound")]

mod browser;
mod credentials;
mod desktop;
mod disk;
mod elevate;
mod external_ui;
mod folders;
mod identity;
mod in_place;
mod install;
mod mutex;
mod pipe;
mod private_folder;
mod processes;
mod processor;
mod products;
mod registry;
mod session_end;
mod settings;
mod system;
mod wide;

use std::path::Path;

use catalog::{Platform, UpgradeCode};
use windows_sys::Win32::System::LibraryLoader::{GetModuleHandleW, GetProcAddress};

pub(crate) use self::browser::open_page;
pub(crate) use self::credentials::{CredentialManager, forget_credentials};
pub use self::elevate::await_deputy;
pub(crate) use self::elevate::{
    allow_foreground, elevator, has_administrators_rights, inherited_line, line_to_asker, start_by_shell,
    starter, step_aside,
};
pub(crate) use self::folders::data_of_everyone;
pub use self::folders::{data_folder, local_app_data};
pub(crate) use self::in_place::hold_in_place;
pub use self::private_folder::private_folder;
pub use self::processes::PROCESSES_MAX;
pub use self::products::{PROPERTY_LENGTH_MAX, RELATED_PRODUCTS_MAX};
pub use self::registry::{policy, system_proxy};
pub(crate) use self::session_end::{end_behind, is_windows_ending, put_off_end};
pub use self::settings::RegistrySettings;
pub(crate) use self::settings::{forget_settings, is_installed};
use crate::elevation::Rights;
use crate::machine::{
    Desktop, ExitCode, InstallProgress, InstallRequest, Installed, Machine, MachineError, Proceed, Turn,
    WindowsInstaller, WindowsVersion,
};
use crate::oxtender;
use crate::verify::Verified;

/// This PC, by Windows Installer's own functions.
#[derive(Debug, Clone, Copy, Default)]
pub struct WindowsMachine(());

impl WindowsMachine {
    /// The PC that this program runs on.
    #[must_use]
    pub fn new() -> Self {
        Self(())
    }
}

impl Machine for WindowsMachine {
    fn installed(&self, upgrade_code: UpgradeCode) -> Result<Vec<Installed>, MachineError> {
        products::installed(upgrade_code)
    }

    fn platforms(&self) -> Vec<Platform> {
        processor::platforms()
    }

    fn running(&self, programs: &[String]) -> Result<Vec<String>, MachineError> {
        processes::running(programs).map_err(|source| MachineError::Processes { source })
    }

    fn free_space(&self, folder: &Path) -> Result<u64, MachineError> {
        disk::free_space(folder).map_err(|source| MachineError::Disk { folder: folder.to_owned(), source })
    }

    fn desktop(&self) -> Desktop {
        desktop::desktop()
    }

    fn rights(&self) -> Rights {
        elevate::rights()
    }

    fn windows(&self) -> WindowsVersion {
        system::version()
    }

    fn started_at(&self) -> Option<i64> {
        let runs_for = i64::try_from(system::runs_for().as_secs()).ok()?;
        Some(crate::updater::now().saturating_sub(runs_for))
    }

    fn computer_name(&self) -> String {
        system::computer_name()
    }

    fn turn(&self) -> Result<Option<Turn>, MachineError> {
        let turn = mutex::alone().map_err(|source| MachineError::Start { source })?;
        Ok(turn.map(|turn| Box::new(turn) as Turn))
    }

    fn installer(&self) -> WindowsInstaller {
        mutex::installer()
    }

    fn make_account_folder(&self) -> Result<(), MachineError> {
        let failed = |source| MachineError::AccountFolder { folder: oxtender::FOLDER.into(), source };
        folders::roaming_data().map_err(failed)?.as_deref().map_or(Ok(()), oxtender::make_folder)
    }

    fn install(
        &self,
        package: &Verified,
        request: &InstallRequest,
        watch: &mut dyn FnMut(InstallProgress) -> Proceed,
    ) -> Result<ExitCode, MachineError> {
        install::install(package.path(), request, desktop::desktop(), watch)
    }
}

/// Whether this Windows is Wine: the innermost library of Wine, which is loaded into each process before anything else, says so by a function
/// of its own. A file that somebody makes says nothing.
fn is_wine() -> bool {
    let name = windows_sys::w!("ntdll.dll");
    // SAFETY: the name ends with a zero; the library is never unloaded.
    let library = unsafe { GetModuleHandleW(name) };
    // SAFETY: the library is loaded, and the name ends with a zero; a library that is not there has no functions.
    !library.is_null() && unsafe { GetProcAddress(library, c"wine_get_version".as_ptr().cast()) }.is_some()
}

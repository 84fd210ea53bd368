//! The machine, one of the two outside worlds: what is installed on it, and how a package is installed on it.
//!
//! [`Machine`] is the port; `windows/` is the real one, `fake.rs` serves tests and dry runs.

#[cfg(not(windows))]
mod elsewhere;
mod install_progress;
mod rights;
mod session_end;

use std::fmt;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use catalog::{Platform, ProductCode, ProductVersion, UpgradeCode};
use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};

pub use self::install_progress::{InstallProgress, Proceed};
pub(crate) use self::rights::{
    allow_foreground, data_of_everyone, elevator, has_administrators_rights, hold_in_place, inherited_line,
    line_to_asker, start_by_shell, starter, step_aside,
};
pub(crate) use self::session_end::{EndsBehind, end_behind, is_windows_ending, put_off_end};
use crate::credentials::Credentials;
use crate::elevation::{ElevationError, ForChild, Rights};
use crate::folder_access::Flaw;
use crate::proxy::ProxySetting;
use crate::settings_store::SettingsStore;
use crate::verify::Verified;

/// How long an install may go on without a word to who watches it.
pub const NEWS_TIME_MAX: Duration = Duration::from_secs(1);

/// The PC that this program runs on.
///
/// # Errors
/// [`MachineError::NotWindows`] elsewhere.
pub fn this_pc() -> Result<Box<dyn Machine>, MachineError> {
    #[cfg(windows)]
    return Ok(Box::new(crate::windows::WindowsMachine::new()));
    #[cfg(not(windows))]
    Err(MachineError::NotWindows)
}

/// The proxy that this person set in Windows; `None` if none is set, and elsewhere.
#[must_use]
pub fn system_proxy() -> Option<ProxySetting> {
    #[cfg(windows)]
    return crate::windows::system_proxy();
    #[cfg(not(windows))]
    None
}

/// A number that an administrator set for all people of this PC (see `policy.rs`); `None` if there is none, and elsewhere.
#[must_use]
pub fn policy(name: &str) -> Option<u32> {
    #[cfg(windows)]
    return crate::windows::policy(name);
    #[cfg(not(windows))]
    {
        let _ = name;
        None
    }
}

/// Where settings are written down on Windows; `None` elsewhere.
#[must_use]
pub fn settings() -> Option<Box<dyn SettingsStore>> {
    #[cfg(windows)]
    return Some(Box::new(crate::windows::RegistrySettings::of_this_person()));
    #[cfg(not(windows))]
    None
}

/// Whether an installer says that OX Updater is installed, for everyone or for this person; elsewhere none does.
#[must_use]
pub(crate) fn is_installed() -> bool {
    #[cfg(windows)]
    return crate::windows::is_installed();
    #[cfg(not(windows))]
    false
}

/// Windows' own store for credentials; `None` elsewhere.
#[must_use]
pub fn credentials() -> Option<Arc<dyn Credentials>> {
    #[cfg(windows)]
    return Some(Arc::new(crate::windows::CredentialManager));
    #[cfg(not(windows))]
    None
}

/// Where data lie that stay on this PC: this person's own, or the PC's if this runs with an administrator's rights; `None` if Windows
/// has no such folder, and elsewhere.
#[must_use]
pub fn local_data() -> Option<PathBuf> {
    #[cfg(windows)]
    return crate::windows::data_folder().ok();
    #[cfg(not(windows))]
    None
}

/// Where data of this person lie that stay on this PC, whatever rights this runs with; `None` if Windows has no such folder, and
/// elsewhere.
#[must_use]
pub fn own_data() -> Option<PathBuf> {
    #[cfg(windows)]
    return crate::windows::local_app_data().ok();
    #[cfg(not(windows))]
    None
}

/// Opens a page of the web in the person's browser; elsewhere than on Windows none is known.
///
/// # Errors
/// What Windows says, or that it is no page of the web.
pub(crate) fn open_page(address: &str) -> std::io::Result<()> {
    #[cfg(windows)]
    return crate::windows::open_page(address);
    #[cfg(not(windows))]
    {
        let _ = address;
        Err(std::io::ErrorKind::Unsupported.into())
    }
}

/// Forgets the settings and sign-ins that Windows keeps for this person; elsewhere it keeps none.
///
/// # Errors
/// The first of what cannot be deleted; the rest is deleted all the same.
pub fn forget_person() -> std::io::Result<()> {
    #[cfg(windows)]
    return crate::windows::forget_settings().and(crate::windows::forget_credentials());
    #[cfg(not(windows))]
    Ok(())
}

/// The right to install on a PC, as long as it lives; it stays on its thread.
pub type Turn = Box<dyn fmt::Debug>;

/// Makes a folder that only this person can write, or with an administrator's rights only administrators and SYSTEM, or looks at one
/// that is there; its parent is there. On Windows it is neither renamed nor deleted while the answer lives.
///
/// # Errors
/// [`FolderError`] says what speaks against it; it is then left as it is.
pub fn private_folder(path: &Path) -> Result<File, FolderError> {
    #[cfg(windows)]
    return crate::windows::private_folder(path);
    #[cfg(not(windows))]
    elsewhere::private_folder(path)
}

/// Why a folder is no place for packages.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// It cannot be made or looked at.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// It is there, and not this person's alone.
    #[error("{}", .0.message())]
    Flaw(Flaw),
}

impl From<Flaw> for FolderError {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

/// A Windows PC, as far as updates are concerned.
pub trait Machine {
    /// The installed products of an upgrade family, of all contexts that this person sees: machine and own.
    ///
    /// # Errors
    /// [`MachineError`] if the machine's MSI database cannot be asked.
    fn installed(&self, upgrade_code: UpgradeCode) -> Result<Vec<Installed>, MachineError>;

    /// The platforms that this Windows runs, its own first; `processor.rs` knows which.
    fn platforms(&self) -> Vec<Platform>;

    /// Which of these programs, such as `OUTLOOK.EXE`, run in this person's session, written as they were asked for.
    ///
    /// # Errors
    /// [`MachineError::Processes`] if Windows does not say what runs.
    fn running(&self, programs: &[String]) -> Result<Vec<String>, MachineError>;

    /// How many bytes this person may still write in a folder that exists.
    ///
    /// # Errors
    /// [`MachineError`] if the folder's disk cannot be asked.
    fn free_space(&self, folder: &Path) -> Result<u64, MachineError>;

    /// Whether a person sits at a desktop that a dialog could show on.
    fn desktop(&self) -> Desktop;

    /// With what rights this program runs.
    fn rights(&self) -> Rights;

    /// Which Windows it is.
    fn windows(&self) -> WindowsVersion;

    /// When Windows was started last, in seconds since 1970 (UTC); `None` if it does not say.
    fn started_at(&self) -> Option<i64>;

    /// What the computer is called; empty if Windows does not say.
    fn computer_name(&self) -> String;

    /// Takes the right to install on this PC; `None` while another program has it, whoever started that.
    ///
    /// Who has it may take it once more.
    ///
    /// # Errors
    /// [`MachineError`] if Windows does not say who has it.
    fn turn(&self) -> Result<Option<Turn>, MachineError>;

    /// Whether Windows Installer is at work, for whomever on this PC.
    fn installer(&self) -> WindowsInstaller;

    /// Makes ready what a child process needs to install for everyone in this one's stead; a person may be asked for consent meanwhile, of which
    /// `watch` is told as of an install. When the child has begun, it is told by [`Machine::child_has_begun`].
    ///
    /// # Errors
    /// [`MachineError`] if an administrator's rights are needed and not to be had, other than by a refusal.
    fn for_child(&self, watch: &mut dyn FnMut(InstallProgress) -> Proceed) -> Result<ForChild, MachineError> {
        let _ = watch;
        Ok(ForChild::Nothing)
    }

    /// Leaves what [`Machine::for_child`] gave to the child process.
    fn child_has_begun(&self) {}

    /// Makes sure that `%APPDATA%\Open-Xchange` of this person is there and can be written (see `oxtender.rs`). A program that runs with an
    /// administrator's rights does nothing: its `%APPDATA%` may be another person's.
    ///
    /// # Errors
    /// [`MachineError::AccountFolder`]
    fn make_account_folder(&self) -> Result<(), MachineError>;

    /// Installs a verified package and returns when Windows Installer has ended; never restarts the PC.
    ///
    /// `watch` is told how it goes, from Windows Installer's own messages and at least each [`NEWS_TIME_MAX`], and may ask to cancel.
    ///
    /// # Errors
    /// [`MachineError`] if Windows Installer could not be started at all; how an install ends is an exit code.
    fn install(
        &self,
        package: &Verified,
        request: &InstallRequest,
        watch: &mut dyn FnMut(InstallProgress) -> Proceed,
    ) -> Result<ExitCode, MachineError>;
}

impl<M: Machine + ?Sized> Machine for &M {
    fn installed(&self, upgrade_code: UpgradeCode) -> Result<Vec<Installed>, MachineError> {
        (**self).installed(upgrade_code)
    }

    fn platforms(&self) -> Vec<Platform> {
        (**self).platforms()
    }

    fn running(&self, programs: &[String]) -> Result<Vec<String>, MachineError> {
        (**self).running(programs)
    }

    fn free_space(&self, folder: &Path) -> Result<u64, MachineError> {
        (**self).free_space(folder)
    }

    fn desktop(&self) -> Desktop {
        (**self).desktop()
    }

    fn rights(&self) -> Rights {
        (**self).rights()
    }

    fn windows(&self) -> WindowsVersion {
        (**self).windows()
    }

    fn started_at(&self) -> Option<i64> {
        (**self).started_at()
    }

    fn computer_name(&self) -> String {
        (**self).computer_name()
    }

    fn turn(&self) -> Result<Option<Turn>, MachineError> {
        (**self).turn()
    }

    fn installer(&self) -> WindowsInstaller {
        (**self).installer()
    }

    fn for_child(&self, watch: &mut dyn FnMut(InstallProgress) -> Proceed) -> Result<ForChild, MachineError> {
        (**self).for_child(watch)
    }

    fn child_has_begun(&self) {
        (**self).child_has_begun();
    }

    fn make_account_folder(&self) -> Result<(), MachineError> {
        (**self).make_account_folder()
    }

    fn install(
        &self,
        package: &Verified,
        request: &InstallRequest,
        watch: &mut dyn FnMut(InstallProgress) -> Proceed,
    ) -> Result<ExitCode, MachineError> {
        (**self).install(package, request, watch)
    }
}

/// One installed product, as the machine's MSI database knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// Which installation it is.
    pub product_code: ProductCode,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: ProductVersion,
    /// For whom it is installed.
    pub context: Context,
    /// The file name that its package had, which the package of a small or minor update has to bear; untrusted.
    pub package_name: Option<String>,
    /// The platform of its package; `None` if the package that Windows keeps of it cannot be read.
    pub platform: Option<Platform>,
}

/// For whom a product is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Context {
    /// For everyone on the PC.
    Machine,
    /// For this person.
    User,
}

/// Whether a dialog could be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desktop {
    /// A person sits at a desktop.
    Present,
    /// There is none, as in a service or a remote command line.
    Absent,
}

/// Whether Windows Installer is at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowsInstaller {
    /// It installs something, of whomever; a second install would end with 1618.
    Busy,
    /// It does not.
    Free,
    /// Windows does not let this program see it.
    Unseen,
}

/// Which Windows it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WindowsVersion {
    /// 10 since Windows 10.
    pub major: u32,
    /// 0 since Windows 10.
    pub minor: u32,
    /// 22000 and more is Windows 11.
    pub build: u32,
    /// Which monthly update, where Windows says.
    pub revision: Option<u32>,
}

impl fmt::Display for WindowsVersion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { major, minor, build, revision } = self;
        write!(formatter, "{major}.{minor}.{build}")?;
        revision.map_or(Ok(()), |revision| write!(formatter, ".{revision}"))
    }
}

/// What Windows Installer is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstallRequest {
    /// How much of the install is shown.
    pub display: Display,
    /// Properties, as Windows Installer reads them from a command line: `NAME="value" …`.
    pub property_line: String,
    /// For whom it is installed; `None` if the package decides.
    pub target: Option<Context>,
    /// Where the verbose log is written.
    pub log: PathBuf,
}

/// How much of an install Windows Installer itself shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Display {
    /// Nothing; progress comes from its messages.
    None,
    /// A progress bar without questions or Cancel's end dialog.
    Passive,
    /// A progress bar and error messages.
    Basic,
    /// The package's dialogs without its wizard.
    Reduced,
    /// All of the package's own dialogs.
    Full,
}

/// How Windows Installer ended: one of Microsoft's "MsiExec.exe and InstMsi.exe error messages"; 0 is success.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ExitCode(pub u32);

/// Why the machine did not answer.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum MachineError {
    /// The MSI database answered with an error code.
    Database {
        /// Windows' error code.
        code: u32,
    },
    /// A folder's disk could not be asked.
    Disk {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Windows did not say which programs run.
    Processes {
        /// Why.
        source: std::io::Error,
    },
    /// The folder for the data of the OXtender could not be made or written.
    AccountFolder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The install could not be started.
    Start {
        /// Why.
        source: std::io::Error,
    },
    /// What installs for everyone, with an administrator's rights, did not.
    Elevation(#[from] ElevationError),
    /// This is not Windows.
    NotWindows,
}

impl Explain for MachineError {
    fn message(&self) -> Message {
        match self {
            Self::Database { code } => message!("machine-database", code = *code),
            Self::Disk { folder, source } => {
                message!("machine-disk", folder = folder.display(), detail = source.to_string())
            }
            Self::Processes { source } => message!("machine-processes", detail = source.to_string()),
            Self::AccountFolder { folder, source } => {
                message!("machine-account-folder", folder = folder.display(), detail = source.to_string())
            }
            Self::Start { source } => message!("machine-start", detail = source.to_string()),
            Self::Elevation(error) => error.message(),
            Self::NotWindows => message!("machine-not-windows"),
        }
    }
}

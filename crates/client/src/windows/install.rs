//! Installing a package: Windows Installer's own function, with a log, with progress, never with a restart.

use std::io;
use std::path::Path;
use std::ptr;
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};
use std::thread;

use windows_sys::Win32::Foundation::{ERROR_SUCCESS, ERROR_SUCCESS_REBOOT_REQUIRED};
use windows_sys::Win32::System::ApplicationInstallationAndServicing::{
    INSTALLLOGATTRIBUTES_FLUSHEACHLINE, INSTALLLOGMODE_ACTIONDATA, INSTALLLOGMODE_ACTIONSTART,
    INSTALLLOGMODE_COMMONDATA, INSTALLLOGMODE_ERROR, INSTALLLOGMODE_FATALEXIT, INSTALLLOGMODE_INFO,
    INSTALLLOGMODE_OUTOFDISKSPACE, INSTALLLOGMODE_PROPERTYDUMP, INSTALLLOGMODE_RESOLVESOURCE,
    INSTALLLOGMODE_USER, INSTALLLOGMODE_VERBOSE, INSTALLLOGMODE_WARNING, INSTALLUILEVEL,
    INSTALLUILEVEL_BASIC, INSTALLUILEVEL_FULL, INSTALLUILEVEL_HIDECANCEL, INSTALLUILEVEL_NONE,
    INSTALLUILEVEL_PROGRESSONLY, INSTALLUILEVEL_REDUCED, INSTALLUILEVEL_UACONLY, MsiEnableLogW,
    MsiInstallProductW, MsiSetInternalUI,
};

use super::external_ui::{Conversation, ExternalUi, Shown};
use super::wide::{installer_path, wide};
use crate::machine::{Desktop, Display, ExitCode, InstallProgress, InstallRequest, MachineError, Proceed};

/// What goes with every install: no restart and no question about one.
const NO_RESTART: &str = "REBOOT=ReallySuppress";
/// What goes with an install that asks nobody, which otherwise closes programs whose files it replaces.
const CLOSE_NO_PROGRAM: &str = "MSIRESTARTMANAGERCONTROL=Disable";

/// Everything but the handles of objects: `/l*v`.
const LOG_MODES: i32 = INSTALLLOGMODE_FATALEXIT
    | INSTALLLOGMODE_ERROR
    | INSTALLLOGMODE_WARNING
    | INSTALLLOGMODE_USER
    | INSTALLLOGMODE_INFO
    | INSTALLLOGMODE_RESOLVESOURCE
    | INSTALLLOGMODE_OUTOFDISKSPACE
    | INSTALLLOGMODE_ACTIONSTART
    | INSTALLLOGMODE_ACTIONDATA
    | INSTALLLOGMODE_COMMONDATA
    | INSTALLLOGMODE_PROPERTYDUMP
    | INSTALLLOGMODE_VERBOSE;

/// One install at a time: level, log and handler hold for the whole process.
static INSTALLING: Mutex<()> = Mutex::new(());

/// Installs a package and answers how Windows Installer ended.
pub(super) fn install(
    package: &Path,
    request: &InstallRequest,
    desktop: Desktop,
    watch: &mut dyn FnMut(InstallProgress) -> Proceed,
) -> Result<ExitCode, MachineError> {
    let _alone = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    let (told, progress) = channel();
    let (answer, answers) = channel();
    let conversation = Conversation { told, answers };
    let ended = thread::scope(move |scope| {
        let installing = thread::Builder::new()
            .spawn_scoped(scope, move || run(package, request, desktop, conversation))?;
        // Ends when the other thread has let go of its end of the conversation.
        for progress in progress {
            if answer.send(watch(progress)).is_err() {
                break;
            }
        }
        installing.join().map_err(|_| io::Error::other("the installing thread ended early"))?
    });
    ended.map(ExitCode).map_err(|source| MachineError::Start { source })
}

fn run(
    package: &Path,
    request: &InstallRequest,
    desktop: Desktop,
    conversation: Conversation,
) -> io::Result<u32> {
    let package = installer_path(package)?;
    let command_line = wide(command_line(request))?;
    let _log = Log::begin(&request.log)?;
    let _level = Level::begin(level(request.display, desktop));
    let external_ui = match request.display {
        Display::None => Some(ExternalUi::begin(conversation, Shown::ByUs)?),
        Display::Passive | Display::Basic => {
            Some(ExternalUi::begin(conversation, Shown::ByWindowsInstaller)?)
        }
        Display::Reduced | Display::Full => None,
    };
    // SAFETY: both texts end with a zero and live until the function returns.
    let code = unsafe { MsiInstallProductW(package.as_ptr(), command_line.as_ptr()) };
    if let (ERROR_SUCCESS | ERROR_SUCCESS_REBOOT_REQUIRED, Some(external_ui)) = (code, &external_ui) {
        external_ui.finish();
    }
    Ok(code)
}

/// The request's properties, and behind them ours: of a property that stands twice, the later counts.
fn command_line(request: &InstallRequest) -> String {
    let close_no_program = match request.display {
        Display::None | Display::Passive | Display::Basic => CLOSE_NO_PROGRAM,
        // These show the package's own dialog, in which the person chooses.
        Display::Reduced | Display::Full => "",
    };
    let parts = [request.property_line.trim(), close_no_program, NO_RESTART];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Windows Installer's own level; at a desktop Windows may ask for an administrator's consent even if nothing else shows.
fn level(display: Display, desktop: Desktop) -> INSTALLUILEVEL {
    match (display, desktop) {
        (Display::None, Desktop::Present) => INSTALLUILEVEL_NONE | INSTALLUILEVEL_UACONLY,
        (Display::None, Desktop::Absent) => INSTALLUILEVEL_NONE,
        (Display::Passive, _) => {
            INSTALLUILEVEL_BASIC | INSTALLUILEVEL_PROGRESSONLY | INSTALLUILEVEL_HIDECANCEL
        }
        (Display::Basic, _) => INSTALLUILEVEL_BASIC,
        (Display::Reduced, _) => INSTALLUILEVEL_REDUCED,
        (Display::Full, _) => INSTALLUILEVEL_FULL,
    }
}

/// The log of what Windows Installer does, as long as this lives.
struct Log;

impl Log {
    fn begin(path: &Path) -> io::Result<Self> {
        let path = installer_path(path)?;
        // SAFETY: the path ends with a zero.
        let answer = unsafe {
            MsiEnableLogW(
                LOG_MODES.cast_unsigned(),
                path.as_ptr(),
                INSTALLLOGATTRIBUTES_FLUSHEACHLINE.cast_unsigned(),
            )
        };
        if answer == ERROR_SUCCESS {
            Ok(Self)
        } else {
            Err(io::Error::from_raw_os_error(answer.cast_signed()))
        }
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        // SAFETY: without a path the log is closed.
        unsafe { MsiEnableLogW(0, ptr::null(), 0) };
    }
}

/// How much Windows Installer shows, as long as this lives; then it is as before.
struct Level {
    before: INSTALLUILEVEL,
}

impl Level {
    fn begin(level: INSTALLUILEVEL) -> Self {
        // SAFETY: no window becomes the owner.
        Self { before: unsafe { MsiSetInternalUI(level, ptr::null_mut()) } }
    }
}

impl Drop for Level {
    fn drop(&mut self) {
        // SAFETY: as above; the level is one that Windows Installer gave.
        unsafe { MsiSetInternalUI(self.before, ptr::null_mut()) };
    }
}

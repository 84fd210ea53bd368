//! Installing a package: Windows Installer's own function, with a log, with progress, never with a restart.

use std::io;
use std::path::Path;
use std::ptr;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use windows_sys::Win32::Foundation::{ERROR_SUCCESS, ERROR_SUCCESS_REBOOT_REQUIRED};
use windows_sys::Win32::System::ApplicationInstallationAndServicing::{
    INSTALLLOGATTRIBUTES_FLUSHEACHLINE, INSTALLLOGMODE_ACTIONDATA, INSTALLLOGMODE_ACTIONSTART,
    INSTALLLOGMODE_COMMONDATA, INSTALLLOGMODE_ERROR, INSTALLLOGMODE_FATALEXIT, INSTALLLOGMODE_INFO,
    INSTALLLOGMODE_OUTOFDISKSPACE, INSTALLLOGMODE_PROPERTYDUMP, INSTALLLOGMODE_RESOLVESOURCE,
    INSTALLLOGMODE_USER, INSTALLLOGMODE_VERBOSE, INSTALLLOGMODE_WARNING, INSTALLUILEVEL,
    INSTALLUILEVEL_BASIC, INSTALLUILEVEL_FULL, INSTALLUILEVEL_HIDECANCEL, INSTALLUILEVEL_NOCHANGE,
    INSTALLUILEVEL_NONE, INSTALLUILEVEL_PROGRESSONLY, INSTALLUILEVEL_REDUCED, INSTALLUILEVEL_UACONLY,
    MsiEnableLogW, MsiInstallProductW, MsiSetInternalUI,
};

use super::external_ui::{Conversation, ExternalUi, Shown};
use super::wide::{installer_path, wide};
use crate::machine::{
    Desktop, Display, ExitCode, InstallProgress, InstallRequest, MachineError, NEWS_TIME_MAX, Proceed,
};

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

/// The part of a level that is not an addition, such as `INSTALLUILEVEL_HIDECANCEL`.
const LEVEL_MASK: INSTALLUILEVEL = 7;

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
        converse(&progress, &answer, watch);
        installing.join().map_err(|_| io::Error::other("the installing thread ended early"))?
    });
    ended.map(ExitCode).map_err(|source| MachineError::Start { source })
}

/// Passes on what the install tells, and a word now and then when it tells nothing; ends when the other thread has let go of its end.
///
/// However long that takes, the install is left to itself: Windows Installer is asked to stop, and never ended.
fn converse(
    progress: &Receiver<InstallProgress>,
    answer: &Sender<Proceed>,
    watch: &mut dyn FnMut(InstallProgress) -> Proceed,
) {
    let mut wish = Proceed::GoOn;
    loop {
        match progress.recv_timeout(NEWS_TIME_MAX) {
            Ok(progress) => {
                // A wish that came between two messages is passed on with the next.
                let now = watch(progress);
                let answered = if wish == Proceed::Cancel { wish } else { now };
                if answer.send(answered).is_err() {
                    return;
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                if watch(InstallProgress::GoesOn) == Proceed::Cancel {
                    wish = Proceed::Cancel;
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
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
        let mut before = unsafe { MsiSetInternalUI(level, ptr::null_mut()) };
        if before == INSTALLUILEVEL_NOCHANGE {
            // An older Windows Installer does not know every addition and changes nothing; the level itself it knows.
            // SAFETY: as above.
            before = unsafe { MsiSetInternalUI(level & LEVEL_MASK, ptr::null_mut()) };
        }
        Self { before }
    }
}

impl Drop for Level {
    fn drop(&mut self) {
        // SAFETY: as above; the level is one that Windows Installer gave.
        unsafe { MsiSetInternalUI(self.before, ptr::null_mut()) };
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use tempfile::TempDir;
    use windows_sys::Win32::Foundation::{
        ERROR_FILE_NOT_FOUND, ERROR_FUNCTION_FAILED, ERROR_INSTALL_PACKAGE_INVALID,
        ERROR_INSTALL_PACKAGE_OPEN_FAILED,
    };

    use super::{command_line, install, level};
    use crate::machine::{Desktop, Display, ExitCode, InstallRequest, MachineError, Proceed};
    use crate::windows::is_wine;

    fn request(display: Display, property_line: &str, log: &Path) -> InstallRequest {
        InstallRequest { display, property_line: property_line.to_owned(), target: None, log: log.to_owned() }
    }

    #[test]
    fn our_properties_come_last_and_never_restart_or_close_anything() {
        let check = |display, property_line, expected: &str| {
            assert_eq!(command_line(&request(display, property_line, Path::new("log"))), expected);
        };
        let silent = "MSIRESTARTMANAGERCONTROL=Disable REBOOT=ReallySuppress";
        check(Display::None, "", silent);
        check(Display::Basic, "  ", silent);
        check(Display::Passive, "A=\"b \"\"c\"", &format!("A=\"b \"\"c\" {silent}"));
        check(Display::Reduced, "A=\"b\"", "A=\"b\" REBOOT=ReallySuppress");
        check(Display::Full, "", "REBOOT=ReallySuppress");
    }

    #[test]
    fn each_display_is_a_level() {
        // Microsoft's numbers: NONE 2, BASIC 3, REDUCED 4, FULL 5; HIDECANCEL 0x20, PROGRESSONLY 0x40, UACONLY 0x200.
        let check = |display, desktop, expected| assert_eq!(level(display, desktop), expected, "{display:?}");
        check(Display::None, Desktop::Present, 0x202);
        check(Display::None, Desktop::Absent, 2);
        check(Display::Passive, Desktop::Present, 0x63);
        check(Display::Basic, Desktop::Present, 3);
        check(Display::Reduced, Desktop::Present, 4);
        check(Display::Full, Desktop::Present, 5);
    }

    /// How an attempt to install a file that is no package ends.
    fn attempt(file: &Path, log: &Path) -> Result<ExitCode, MachineError> {
        install(file, &request(Display::None, "", log), Desktop::Absent, &mut |_| Proceed::GoOn)
    }

    #[test]
    fn a_missing_package_and_a_damaged_one_have_exit_codes_of_their_own() {
        let folder = TempDir::new().unwrap();
        let log = folder.path().join("log");
        let missing = attempt(&folder.path().join("größe.msi"), &log).unwrap();
        let damaged = folder.path().join("damaged.msi");
        fs::write(&damaged, "no package at all").unwrap();
        let damaged = attempt(&damaged, &log).unwrap();
        let (no_file, no_package) = if is_wine() {
            (ERROR_FILE_NOT_FOUND, ERROR_FUNCTION_FAILED)
        } else {
            (ERROR_INSTALL_PACKAGE_OPEN_FAILED, ERROR_INSTALL_PACKAGE_INVALID)
        };
        assert_eq!((missing, damaged), (ExitCode(no_file), ExitCode(no_package)));
    }

    #[test]
    fn what_windows_cannot_be_asked_is_an_error_and_not_an_exit_code() {
        let folder = TempDir::new().unwrap();
        let package = folder.path().join("a\0b.msi");
        assert!(matches!(attempt(&package, &folder.path().join("log")), Err(MachineError::Start { .. })));
    }
}

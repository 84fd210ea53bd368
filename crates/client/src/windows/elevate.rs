//! Starting a deputy with an administrator's rights, and the deputy's own way to who asked for it.

use std::fs;
use std::io;
use std::os::windows::io::{AsHandle, AsRawHandle, FromRawHandle, OwnedHandle};
use std::os::windows::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::ptr;
use std::time::Duration;

use uuid::Uuid;
use windows_sys::Win32::Foundation::{ERROR_CANCELLED, FALSE, HWND, LPARAM, TRUE};
use windows_sys::Win32::System::Com::{
    COINIT_APARTMENTTHREADED, COINIT_DISABLE_OLE1DDE, CoInitializeEx, CoUninitialize,
};
use windows_sys::Win32::System::RemoteDesktop::ProcessIdToSessionId;
use windows_sys::Win32::System::Threading::{CREATE_NO_WINDOW, GetProcessId, WaitForSingleObject};
use windows_sys::Win32::UI::Shell::{
    SEE_MASK_FLAG_NO_UI, SEE_MASK_NOASYNC, SEE_MASK_NOCLOSEPROCESS, SHELLEXECUTEINFOW, ShellExecuteExW,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    AllowSetForegroundWindow, EnumWindows, GetWindowThreadProcessId, IsWindowVisible, SW_HIDE,
};
use windows_sys::core::BOOL;

use super::pipe::Pipe;
use super::private_folder;
use super::wide::wide;
use super::{folders, identity, is_wine};
use crate::elevation::{
    self, Calling, Elevator, Line, NotElevated, Place, Process, Rights, Session, Starter, StepsAside, Way,
    deputy_beside, way,
};
use crate::machine::Desktop;

/// How long a deputy may take from its start until it has opened the pipe.
const CONNECT_TIME_MAX: Duration = Duration::from_secs(60);
/// Where copies of the deputy lie that stepped aside.
const ASIDE: &str = "aside";
/// The deputy's name there.
const COPY: &str = "oxupdate.exe";

/// What starts a deputy for a program; `None` where none is needed or to be had.
pub(crate) fn elevator(program: &Path, desktop: Desktop, aside: StepsAside) -> Option<Box<dyn Elevator>> {
    let guarded: Vec<String> =
        folders::program_files().iter().filter_map(|path| path.to_str().map(str::to_owned)).collect();
    let deputy = deputy_beside(program.to_str()?, &guarded).map(PathBuf::from);
    let deputy = deputy.filter(|deputy| deputy.is_file());
    let place = if deputy.is_some() { Place::BesideDeputy } else { Place::Elsewhere };
    match way(rights(), place, desktop) {
        Way::ByDeputy => Some(Box::new(RunAs { deputy: deputy?, aside })),
        Way::Directly => None,
    }
}

/// With what rights this program runs.
pub(super) fn rights() -> Rights {
    // Wine runs everyone with the full token of an administrator, and asks nobody. Where Windows does not say, a deputy does no harm.
    if is_wine() { Rights::Plain } else { identity::rights().unwrap_or_default() }
}

/// Whether this program has an administrator's rights; no where Windows does not say.
pub(crate) fn has_administrators_rights() -> bool {
    identity::is_elevated().unwrap_or(false)
}

/// Lets another process bring a window to the front; where this one may not, nothing happens.
pub(crate) fn allow_foreground(process: u32) {
    // SAFETY: a number is passed and nothing else.
    unsafe { AllowSetForegroundWindow(process) };
}

/// Who starts a program that is to have the rights which the person has every day.
pub(crate) fn starter() -> Starter {
    if is_wine() {
        // It has one account, with all rights, and no shell that would have others.
        return Starter::Itself;
    }
    let mut number = 0;
    // SAFETY: the number is ours; this process is asked about itself.
    let told = unsafe { ProcessIdToSessionId(std::process::id(), &raw mut number) };
    let session = if told == 0 || number == 0 { Session::OfServices } else { Session::OfPerson };
    // Where Windows does not say, nothing is started that could have too many.
    elevation::starter(session, identity::rights().unwrap_or(Rights::System))
}

/// Lets the shell start a program, with the rights of who sits at the desktop; it takes no arguments along.
///
/// # Errors
/// If Windows does not say where the shell is, or that does not start.
pub(crate) fn start_by_shell(program: &Path) -> io::Result<()> {
    Command::new(folders::windows()?.join("explorer.exe")).arg(program).spawn().map(drop)
}

/// Starts a deputy by Windows' question for consent.
struct RunAs {
    deputy: PathBuf,
    aside: StepsAside,
}

impl Elevator for RunAs {
    fn start(&self) -> Result<Line, NotElevated> {
        await_deputy(self.aside, |words| run_as(&self.deputy, words))
    }
}

/// Makes a pipe, lets a deputy be started with these words, and waits until that very process has opened the pipe.
///
/// # Errors
/// [`NotElevated`] as `start` answers it, or if nobody comes, or another process.
pub fn await_deputy(
    aside: StepsAside,
    start: impl FnOnce(&[String]) -> Result<OwnedHandle, NotElevated>,
) -> Result<Line, NotElevated> {
    let name = Uuid::new_v4();
    let pipe = Pipe::make(name).map_err(NotElevated::Failed)?;
    let deputy = start(&Calling::By { name, aside }.words())?;
    let process = deputy.as_raw_handle();
    let client = pipe.await_client(process, CONNECT_TIME_MAX).map_err(NotElevated::Failed)?;
    // SAFETY: the process is held open, so its number is nobody else's.
    let started = unsafe { GetProcessId(process) };
    if started == 0 || started != client {
        return Err(NotElevated::Failed(io::Error::other("another process came")));
    }
    Ok(Line { process: Some(Box::new(Started(deputy))), ..pipe.line() })
}

/// A process that is held open.
struct Started(OwnedHandle);

impl Process for Started {
    fn await_end(&self, time_max: Duration) {
        let milliseconds = u32::try_from(time_max.as_millis()).unwrap_or(u32::MAX);
        // SAFETY: the process is held open. That it lasts longer is not this one's to change.
        unsafe { WaitForSingleObject(self.0.as_raw_handle(), milliseconds) };
    }
}

/// A window of this program that the person sees, before which Windows' question comes; none where there is none, and then the question may
/// stay in the taskbar.
fn window_before_the_person() -> HWND {
    unsafe extern "system" fn look(window: HWND, found: LPARAM) -> BOOL {
        let mut process = 0;
        // SAFETY: the number is ours; a window that is gone meanwhile is nobody's.
        let is_seen = unsafe {
            GetWindowThreadProcessId(window, &raw mut process);
            IsWindowVisible(window) != 0
        };
        if !is_seen || process != std::process::id() {
            return TRUE;
        }
        let found: *mut HWND = ptr::with_exposed_provenance_mut(found.cast_unsigned());
        // SAFETY: it points to what the caller below holds until it has heard of all windows.
        unsafe { found.write(window) };
        FALSE
    }
    let mut found: HWND = ptr::null_mut();
    let place = (&raw mut found).expose_provenance().cast_signed();
    // SAFETY: the function takes what it is given here, and is called by nobody behind this call. From the front to the back.
    unsafe { EnumWindows(Some(look), place) };
    found
}

/// Starts a program with an administrator's rights, as soon as somebody consents, without a window.
fn run_as(program: &Path, words: &[String]) -> Result<OwnedHandle, NotElevated> {
    let failed = NotElevated::Failed;
    let verb = wide("runas").map_err(failed)?;
    let file = wide(program).map_err(NotElevated::Failed)?;
    // None of the words holds a blank or a quote.
    let parameters = wide(words.join(" ")).map_err(NotElevated::Failed)?;
    let directory = folders::system().and_then(wide).map_err(NotElevated::Failed)?;
    let mut info = SHELLEXECUTEINFOW {
        cbSize: u32::try_from(size_of::<SHELLEXECUTEINFOW>()).unwrap_or_default(),
        hwnd: window_before_the_person(),
        fMask: SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI,
        lpVerb: verb.as_ptr(),
        lpFile: file.as_ptr(),
        lpParameters: parameters.as_ptr(),
        lpDirectory: directory.as_ptr(),
        nShow: SW_HIDE,
        ..SHELLEXECUTEINFOW::default()
    };
    let _com = Com::begin();
    // SAFETY: the structure says its size; its texts end with a zero and live until the call returns.
    if unsafe { ShellExecuteExW(&raw mut info) } == 0 {
        let error = io::Error::last_os_error();
        let is_refused = error.raw_os_error() == Some(ERROR_CANCELLED.cast_signed());
        return Err(if is_refused { NotElevated::Refused } else { NotElevated::Failed(error) });
    }
    if info.hProcess.is_null() {
        return Err(NotElevated::Failed(io::Error::other("no process was started")));
    }
    // SAFETY: the handle is open, and ours to close.
    Ok(unsafe { OwnedHandle::from_raw_handle(info.hProcess) })
}

/// COM on this thread, as the shell wants it; given back when it goes.
struct Com {
    is_ours: bool,
}

impl Com {
    fn begin() -> Self {
        let how = COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE;
        // SAFETY: nothing is pointed to.
        let answer = unsafe { CoInitializeEx(ptr::null(), how.cast_unsigned()) };
        Self { is_ours: answer >= 0 }
    }
}

impl Drop for Com {
    fn drop(&mut self) {
        if self.is_ours {
            // SAFETY: it was begun on this thread.
            unsafe { CoUninitialize() };
        }
    }
}

/// The deputy's line to who asked for it.
pub(crate) fn line_to_asker(name: Uuid) -> io::Result<Line> {
    Pipe::open(name).map(Pipe::line)
}

/// The line with which this process was started, in the place of its standard output.
pub(crate) fn inherited_line() -> io::Result<Line> {
    let handle = io::stdout().as_handle().try_clone_to_owned()?;
    Ok(Pipe::inherited(handle).line())
}

/// Goes on as a copy of this program in a folder that only administrators can write, so that the program itself can be replaced.
/// Where that cannot be, such as where only listed programs may run, it answers the line for this program to go on itself.
pub(crate) fn step_aside(name: Uuid, folder: &Path) -> io::Result<Option<Line>> {
    let pipe = Pipe::open(name)?;
    match start_aside(&pipe, folder) {
        Ok(()) => Ok(None),
        Err(_) => Ok(Some(pipe.line())),
    }
}

fn start_aside(pipe: &Pipe, folder: &Path) -> io::Result<()> {
    let copies = folder.join(ASIDE);
    let _held = private_folder(&copies).map_err(|error| io::Error::other(error.to_string()))?;
    for old in fs::read_dir(&copies)?.flatten() {
        // One that still runs stays until the next time.
        let _ = fs::remove_dir_all(old.path());
    }
    let own = copies.join(Uuid::new_v4().to_string());
    let _own = private_folder(&own).map_err(|error| io::Error::other(error.to_string()))?;
    let copy = own.join(COPY);
    fs::copy(std::env::current_exe()?, &copy)?;
    Command::new(&copy)
        .args(Calling::Inherited.words())
        .current_dir(folders::system()?)
        .stdin(Stdio::null())
        .stdout(Stdio::from(pipe.handle_for_child()?))
        .stderr(Stdio::null())
        .creation_flags(CREATE_NO_WINDOW)
        .spawn()?;
    Ok(())
}

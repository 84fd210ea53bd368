//! Hears when the program's own file is replaced by an upgrade, or removed, without asking again and again.

use std::fs;
use std::io;
use std::os::windows::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

use window::wide;
use windows_sys::Win32::Foundation::{HANDLE, INVALID_HANDLE_VALUE, WAIT_OBJECT_0, WAIT_TIMEOUT};
use windows_sys::Win32::Storage::FileSystem::{
    FILE_NOTIFY_CHANGE_FILE_NAME, FILE_NOTIFY_CHANGE_LAST_WRITE, FILE_NOTIFY_CHANGE_SIZE,
    FindCloseChangeNotification, FindFirstChangeNotificationW, FindNextChangeNotification,
};
use windows_sys::Win32::System::Threading::{
    CreateEventW, DETACHED_PROCESS, INFINITE, SetEvent, WaitForMultipleObjects,
};

use super::{Ear, Heard};
use crate::arguments::AGAIN;
use crate::own_file_state::{LOOK_EVERY, QUIET, Registered, State, state};

/// Listens while this lives.
pub(crate) struct OwnFile {
    /// The event that ends the thread which listens.
    stop: isize,
}

impl OwnFile {
    /// Begins to listen; where the folder cannot be watched, as on some shares, nothing is heard.
    ///
    /// # Errors
    /// If Windows gives no thread.
    pub(crate) fn listen(path: PathBuf, ear: Ear) -> io::Result<Self> {
        // SAFETY: no name and no attributes; by hand, not set.
        let stop = unsafe { CreateEventW(std::ptr::null(), 1, 0, std::ptr::null()) } as isize;
        std::thread::Builder::new().name("own file".to_owned()).spawn(move || watch(&path, &ear, stop))?;
        Ok(Self { stop })
    }
}

impl Drop for OwnFile {
    fn drop(&mut self) {
        // The thread may still look at it, so it stays until the program ends, which is now.
        // SAFETY: the event was made above, and is never closed.
        unsafe { SetEvent(self.stop as HANDLE) };
    }
}

/// What a file is known by: its length, when it was made and when it was last written.
fn mark(path: &Path) -> Option<(u64, Option<SystemTime>, Option<SystemTime>)> {
    let file = fs::metadata(path).ok()?;
    Some((file.len(), file.created().ok(), file.modified().ok()))
}

fn watch(path: &Path, ear: &Ear, stop: isize) {
    let (Some(first), Some(folder)) = (mark(path), path.parent()) else { return };
    let folder = wide(&folder.display().to_string());
    let kinds = FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_LAST_WRITE | FILE_NOTIFY_CHANGE_SIZE;
    // SAFETY: the name ends with a zero.
    let changes = unsafe { FindFirstChangeNotificationW(folder.as_ptr(), 0, kinds) };
    if changes == INVALID_HANDLE_VALUE {
        return;
    }
    let handles = [changes, stop as HANDLE];
    let mut wait = INFINITE;
    let mut away_since: Option<Instant> = None;
    loop {
        // SAFETY: both handles are open while this thread runs.
        let told = unsafe { WaitForMultipleObjects(2, handles.as_ptr(), 0, wait) };
        match told {
            WAIT_OBJECT_0 => {
                // Something in the folder changed; what it came to is looked at when the folder is quiet.
                wait = milliseconds(QUIET);
                // SAFETY: the handle is open.
                unsafe { FindNextChangeNotification(changes) };
            }
            WAIT_TIMEOUT => {
                let now = mark(path);
                away_since = now.is_none().then(|| away_since.unwrap_or_else(Instant::now));
                let away = away_since.map_or(Duration::ZERO, |since| since.elapsed());
                match state(&first, now.as_ref(), away, registered()) {
                    State::Same => wait = INFINITE,
                    State::Away => wait = milliseconds(LOOK_EVERY),
                    State::Replaced => break ear.tell(Heard::Replaced),
                    State::Removed => break ear.tell(Heard::Removed),
                }
            }
            _ => break,
        }
    }
    // SAFETY: closed once.
    unsafe { FindCloseChangeNotification(changes) };
}

fn milliseconds(time: Duration) -> u32 {
    u32::try_from(time.as_millis()).unwrap_or(INFINITE)
}

/// Whether the installer for everybody, or the one for this person, says that the program is installed.
fn registered() -> Registered {
    if client::settings_store::is_installed() { Registered::Yes } else { Registered::No }
}

/// Starts the program's file anew, as it is now, without showing anything.
///
/// # Errors
/// If it does not start.
pub(crate) fn start_again(path: &Path) -> io::Result<()> {
    Command::new(path).arg(AGAIN).creation_flags(DETACHED_PROCESS).spawn().map(drop)
}

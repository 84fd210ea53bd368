//! Which programs run in this person's session. Nothing is ever ended here.

use std::collections::BTreeSet;
use std::io;

use windows_sys::Win32::Foundation::{CloseHandle, ERROR_NO_MORE_FILES, HANDLE, INVALID_HANDLE_VALUE};
use windows_sys::Win32::System::Diagnostics::ToolHelp::{
    CreateToolhelp32Snapshot, PROCESSENTRY32W, Process32FirstW, Process32NextW, TH32CS_SNAPPROCESS,
};
use windows_sys::Win32::System::RemoteDesktop::ProcessIdToSessionId;

use super::wide::text;

/// The most processes that are looked at.
pub const PROCESSES_MAX: usize = 65_536;

/// Those of the programs that run in the session of this process.
///
/// # Errors
/// What Windows says, or that there are more than [`PROCESSES_MAX`] processes.
pub(super) fn running(programs: &[String]) -> io::Result<Vec<String>> {
    if programs.is_empty() {
        return Ok(Vec::new());
    }
    let own = session(std::process::id());
    let names = names(|process| session(process) == own)?;
    Ok(programs.iter().filter(|program| names.contains(&program.to_lowercase())).cloned().collect())
}

/// The file names of the processes that are wanted, in small letters.
fn names(wanted: impl Fn(u32) -> bool) -> io::Result<BTreeSet<String>> {
    let snapshot = Snapshot::take()?;
    let mut entry = PROCESSENTRY32W {
        dwSize: u32::try_from(size_of::<PROCESSENTRY32W>()).unwrap_or_default(),
        ..PROCESSENTRY32W::default()
    };
    let mut names = BTreeSet::new();
    // SAFETY: the snapshot is open, and the entry is ours and says its size.
    let mut more = unsafe { Process32FirstW(snapshot.0, &raw mut entry) };
    for _ in 0..PROCESSES_MAX {
        if more == 0 {
            let error = io::Error::last_os_error();
            let is_end = error.raw_os_error() == Some(ERROR_NO_MORE_FILES.cast_signed());
            return if is_end { Ok(names) } else { Err(error) };
        }
        if wanted(entry.th32ProcessID) {
            names.insert(text(&entry.szExeFile).to_lowercase());
        }
        // SAFETY: as above.
        more = unsafe { Process32NextW(snapshot.0, &raw mut entry) };
    }
    Err(io::Error::other("too many processes"))
}

/// The session that a process runs in; `None` if it has ended or Windows does not say.
fn session(process: u32) -> Option<u32> {
    let mut session = 0;
    // SAFETY: the number is ours.
    let known = unsafe { ProcessIdToSessionId(process, &raw mut session) };
    (known != 0).then_some(session)
}

/// A list of all processes at one moment.
struct Snapshot(HANDLE);

impl Snapshot {
    fn take() -> io::Result<Self> {
        // SAFETY: nothing is pointed to.
        let snapshot = unsafe { CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0) };
        if snapshot == INVALID_HANDLE_VALUE { Err(io::Error::last_os_error()) } else { Ok(Self(snapshot)) }
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        // SAFETY: the handle is ours and is closed once.
        unsafe { CloseHandle(self.0) };
    }
}

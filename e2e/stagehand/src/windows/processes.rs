//! Programs on this desktop: starting, ending, and what memory they take.

use std::collections::HashMap;
use std::process::{Child, Command, Stdio};

use windows_sys::Win32::Foundation::CloseHandle;
use windows_sys::Win32::System::ProcessStatus::{
    K32GetProcessMemoryInfo, PROCESS_MEMORY_COUNTERS, PROCESS_MEMORY_COUNTERS_EX,
};
use windows_sys::Win32::System::Threading::{OpenProcess, PROCESS_QUERY_INFORMATION, PROCESS_VM_READ};

use super::Outcome;

/// What was started here; it is ended when this is dropped.
#[derive(Default)]
pub(super) struct Processes {
    started: HashMap<u32, Child>,
}

impl Processes {
    /// Starts a program on this desktop. What it writes goes where the hand's own words go.
    pub(super) fn start(
        &mut self,
        program: &str,
        arguments: &[String],
        environment: Vec<(String, String)>,
    ) -> Outcome<u32> {
        let mut command = Command::new(program);
        command.args(arguments).envs(environment).stdin(Stdio::null());
        let child = command.spawn().map_err(|error| format!("{program} did not start: {error}"))?;
        let process = child.id();
        self.started.insert(process, child);
        Ok(process)
    }

    /// The exit code of a process that was started here, if it has ended.
    pub(super) fn ended(&mut self, process: u32) -> Outcome<Option<i32>> {
        let ended = self.child(process)?.try_wait().map_err(|error| error.to_string())?;
        Ok(ended.map(|status| status.code().unwrap_or(-1)))
    }

    /// Ends a process that was started here.
    pub(super) fn end(&mut self, process: u32) -> Outcome<()> {
        let child = self.child(process)?;
        // One that has ended by itself cannot be ended once more, and need not.
        let _ = child.kill();
        child.wait().map(drop).map_err(|error| error.to_string())
    }

    fn child(&mut self, process: u32) -> Outcome<&mut Child> {
        self.started.get_mut(&process).ok_or_else(|| format!("the process {process} was not started here"))
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        for child in self.started.values_mut() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// The bytes of memory that a process has for itself alone (PrivateUsage).
pub(super) fn memory(process: u32) -> Outcome<i64> {
    // SAFETY: numbers only.
    let handle = unsafe { OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ, 0, process) };
    if handle.is_null() {
        return Err(format!("the process {process} cannot be opened"));
    }
    let size = size_of::<PROCESS_MEMORY_COUNTERS_EX>() as u32;
    let mut counters = PROCESS_MEMORY_COUNTERS_EX { cb: size, ..PROCESS_MEMORY_COUNTERS_EX::default() };
    // SAFETY: the structure lives longer than the call and is as long as is said; the handle is ours.
    let counted = unsafe {
        let begin = (&raw mut counters).cast::<PROCESS_MEMORY_COUNTERS>();
        let counted = K32GetProcessMemoryInfo(handle, begin, size);
        CloseHandle(handle);
        counted
    };
    match counted {
        0 => Err(format!("the memory of the process {process} cannot be counted")),
        // Wine leaves PrivateUsage empty, and says the same in PagefileUsage.
        _ => Ok(i64::try_from(counters.PrivateUsage.max(counters.PagefileUsage)).unwrap_or(i64::MAX)),
    }
}

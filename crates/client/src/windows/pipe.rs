//! A named pipe between a person's client and its deputy: one server, one client, on one PC.

use std::fs::OpenOptions;
use std::io::{self, Read, Write};
use std::os::windows::fs::OpenOptionsExt;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::process::Stdio;
use std::ptr;
use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;
use windows_sys::Win32::Foundation::{
    ERROR_BROKEN_PIPE, ERROR_HANDLE_EOF, ERROR_IO_PENDING, ERROR_PIPE_CONNECTED, ERROR_PIPE_NOT_CONNECTED,
    HANDLE, INVALID_HANDLE_VALUE, WAIT_OBJECT_0, WAIT_TIMEOUT,
};
use windows_sys::Win32::Storage::FileSystem::{
    FILE_FLAG_FIRST_PIPE_INSTANCE, FILE_FLAG_OVERLAPPED, PIPE_ACCESS_DUPLEX, ReadFile, SECURITY_ANONYMOUS,
    WriteFile,
};
use windows_sys::Win32::System::IO::{CancelIoEx, GetOverlappedResult, OVERLAPPED};
use windows_sys::Win32::System::Pipes::{
    ConnectNamedPipe, CreateNamedPipeW, GetNamedPipeClientProcessId, PIPE_READMODE_BYTE,
    PIPE_REJECT_REMOTE_CLIENTS, PIPE_TYPE_BYTE, PIPE_WAIT,
};
use windows_sys::Win32::System::Threading::{CreateEventW, INFINITE, WaitForMultipleObjects};

use super::identity;
use super::mutex::Security;
use super::wide::wide;
use crate::elevation::{Bequest, Line};

/// How many bytes Windows keeps for each direction.
const BUFFER_SIZE: u32 = 64 * 1024;
/// How long the other side may let a word wait.
const WRITE_TIME_MAX: Duration = Duration::from_secs(60);

/// One end of a pipe; it is read and written at the same time.
#[derive(Clone)]
pub(super) struct Pipe(Arc<OwnedHandle>);

/// Where a pipe is.
fn place(name: Uuid) -> String {
    format!(r"\\.\pipe\OX Updater {name}")
}

impl Pipe {
    /// Makes a pipe that nobody has made before, and that only this account, administrators and SYSTEM may open, on this PC.
    pub(super) fn make(name: Uuid) -> io::Result<Self> {
        let sid = identity::own_sid()?;
        let security = Security::new(&format!("D:P(A;;GA;;;{sid})(A;;GA;;;BA)(A;;GA;;;SY)"))?;
        let attributes = security.attributes();
        let place = wide(place(name))?;
        // SAFETY: the name ends with a zero; the attributes live until the call returns.
        let handle = unsafe {
            CreateNamedPipeW(
                place.as_ptr(),
                PIPE_ACCESS_DUPLEX | FILE_FLAG_FIRST_PIPE_INSTANCE | FILE_FLAG_OVERLAPPED,
                PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS,
                1,
                BUFFER_SIZE,
                BUFFER_SIZE,
                0,
                &raw const attributes,
            )
        };
        if handle == INVALID_HANDLE_VALUE {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: the handle is open and nobody else's.
        Ok(Self(Arc::new(unsafe { OwnedHandle::from_raw_handle(handle) })))
    }

    /// Opens a pipe that another process made; that process cannot act in this one's name.
    pub(super) fn open(name: Uuid) -> io::Result<Self> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .share_mode(0)
            .custom_flags(FILE_FLAG_OVERLAPPED)
            .security_qos_flags(SECURITY_ANONYMOUS)
            .open(place(name))?;
        Ok(Self(Arc::new(file.into())))
    }

    /// Takes an end that this process was started with.
    pub(super) fn inherited(handle: OwnedHandle) -> Self {
        Self(Arc::new(handle))
    }

    /// The end for another process to inherit.
    pub(super) fn handle_for_child(&self) -> io::Result<OwnedHandle> {
        self.0.try_clone()
    }

    /// Waits until a process opens the other end, and answers its number. `meanwhile` is a process without which nobody will come.
    pub(super) fn await_client(&self, meanwhile: HANDLE, time_max: Duration) -> io::Result<u32> {
        // SAFETY: the pipe is open, and the structure lives until the operation has ended.
        let connect = |overlapped| unsafe { ConnectNamedPipe(self.raw(), overlapped) };
        match self.run(connect, Some(meanwhile), time_max) {
            Err(error) if error.raw_os_error() != Some(ERROR_PIPE_CONNECTED.cast_signed()) => {
                return Err(error);
            }
            _ => {}
        }
        let mut process = 0;
        // SAFETY: the pipe is open, and the number is ours.
        let known = unsafe { GetNamedPipeClientProcessId(self.raw(), &raw mut process) };
        if known == 0 { Err(io::Error::last_os_error()) } else { Ok(process) }
    }

    /// Both directions.
    pub(super) fn line(self) -> Line {
        let kept = Arc::clone(&self.0);
        let bequest: Bequest = Box::new(move || Ok(Stdio::from(kept.try_clone()?)));
        Line { ears: Box::new(self.clone()), voice: Box::new(self), process: None, bequest: Some(bequest) }
    }

    fn raw(&self) -> HANDLE {
        self.0.as_raw_handle()
    }

    /// Begins an operation and waits for its end; answers how many bytes it moved. Beside `until` it is given up when that object is signalled.
    fn run(
        &self,
        begin: impl FnOnce(*mut OVERLAPPED) -> i32,
        until: Option<HANDLE>,
        time_max: Duration,
    ) -> io::Result<usize> {
        let event = event()?;
        let mut overlapped = Box::new(OVERLAPPED { hEvent: event.as_raw_handle(), ..OVERLAPPED::default() });
        let overlapped = &raw mut *overlapped;
        if begin(overlapped) == 0 {
            let error = io::Error::last_os_error();
            if error.raw_os_error() != Some(ERROR_IO_PENDING.cast_signed()) {
                return Err(error);
            }
            let objects = [event.as_raw_handle(), until.unwrap_or(ptr::null_mut())];
            let count = if until.is_some() { 2 } else { 1 };
            let milliseconds = u32::try_from(time_max.as_millis()).unwrap_or(INFINITE);
            // SAFETY: the objects are open as long as this waits, and there are as many as is said.
            let waited = unsafe { WaitForMultipleObjects(count, objects.as_ptr(), 0, milliseconds) };
            if waited != WAIT_OBJECT_0 {
                // SAFETY: the operation is this one's; its end is awaited below.
                unsafe { CancelIoEx(self.raw(), overlapped) };
            }
            if waited == WAIT_TIMEOUT {
                let _ = self.result(overlapped);
                return Err(io::ErrorKind::TimedOut.into());
            }
        }
        self.result(overlapped)
    }

    fn result(&self, overlapped: *mut OVERLAPPED) -> io::Result<usize> {
        let mut moved = 0;
        // SAFETY: the structure is that of the operation, which has ended when this returns.
        let done = unsafe { GetOverlappedResult(self.raw(), overlapped, &raw mut moved, 1) };
        if done == 0 { Err(io::Error::last_os_error()) } else { Ok(moved as usize) }
    }
}

impl Read for Pipe {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = u32::try_from(buffer.len()).unwrap_or(u32::MAX);
        let read = |overlapped| {
            // SAFETY: the buffer has as many bytes as are said, and lives until the operation has ended.
            unsafe { ReadFile(self.raw(), buffer.as_mut_ptr(), length, ptr::null_mut(), overlapped) }
        };
        let gone = [ERROR_BROKEN_PIPE, ERROR_HANDLE_EOF, ERROR_PIPE_NOT_CONNECTED].map(u32::cast_signed);
        match self.run(read, None, Duration::MAX) {
            Err(error) if error.raw_os_error().is_some_and(|code| gone.contains(&code)) => Ok(0),
            other => other,
        }
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let write = |overlapped| {
            // SAFETY: there are as many bytes as are said, and they live until the operation has ended.
            unsafe { WriteFile(self.raw(), bytes.as_ptr(), length, ptr::null_mut(), overlapped) }
        };
        self.run(write, None, WRITE_TIME_MAX)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn event() -> io::Result<OwnedHandle> {
    // SAFETY: it has no name and nobody inherits it.
    let event = unsafe { CreateEventW(ptr::null(), 1, 0, ptr::null()) };
    if event.is_null() {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the handle is open and nobody else's.
    Ok(unsafe { OwnedHandle::from_raw_handle(event) })
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::thread;
    use std::time::Duration;

    use uuid::Uuid;
    use windows_sys::Win32::System::Threading::GetCurrentProcess;

    use super::Pipe;

    const TIME_MAX: Duration = Duration::from_secs(20);

    #[test]
    fn a_pipe_is_read_and_written_at_once_and_says_who_came() {
        let name = Uuid::new_v4();
        let mut server = Pipe::make(name).unwrap();
        assert!(Pipe::make(name).is_err(), "a name has one maker");
        let client = thread::spawn(move || {
            let mut client = Pipe::open(name).unwrap();
            let mut ears = client.clone();
            let reading = thread::spawn(move || {
                let mut heard = [0; 5];
                ears.read_exact(&mut heard).unwrap();
                heard
            });
            client.write_all("Grüße".as_bytes()).unwrap();
            assert_eq!(&reading.join().unwrap(), b"hello");
        });
        // SAFETY: it needs no closing.
        let meanwhile = unsafe { GetCurrentProcess() };
        assert_eq!(server.await_client(meanwhile, TIME_MAX).unwrap(), std::process::id());
        assert!(Pipe::open(name).is_err(), "one client is enough");
        let mut heard = vec![0; "Grüße".len()];
        server.read_exact(&mut heard).unwrap();
        assert_eq!(heard, "Grüße".as_bytes());
        server.write_all(b"hello").unwrap();
        client.join().unwrap();
        assert_eq!(server.read(&mut heard).unwrap(), 0, "the other side has gone");
    }

    #[test]
    fn who_does_not_come_is_not_awaited_for_ever() {
        let server = Pipe::make(Uuid::new_v4()).unwrap();
        // SAFETY: it needs no closing.
        let meanwhile = unsafe { GetCurrentProcess() };
        assert!(server.await_client(meanwhile, Duration::from_millis(50)).is_err());
        assert!(Pipe::open(Uuid::new_v4()).is_err());
    }
}

//! What programs on one PC take turns by: our own right to install, and Windows Installer's.

use std::io;
use std::marker::PhantomData;
use std::ptr;

use windows_sys::Win32::Foundation::{
    CloseHandle, ERROR_FILE_NOT_FOUND, HANDLE, LocalFree, WAIT_ABANDONED, WAIT_OBJECT_0, WAIT_TIMEOUT,
};
use windows_sys::Win32::Security::Authorization::{
    ConvertStringSecurityDescriptorToSecurityDescriptorW, SDDL_REVISION_1,
};
use windows_sys::Win32::Security::{PSECURITY_DESCRIPTOR, SECURITY_ATTRIBUTES};
use windows_sys::Win32::System::Threading::{
    CreateMutexExW, MUTEX_MODIFY_STATE, OpenMutexW, ReleaseMutex, SYNCHRONIZATION_SYNCHRONIZE,
    WaitForSingleObject,
};

use super::wide::wide;
use crate::machine::WindowsInstaller;

/// The right to install on this PC, for all sessions.
const OURS: &str = r"Global\OX Updater install";
/// What Windows Installer holds while it installs; Microsoft, "_MSIExecute Mutex".
const WINDOWS_INSTALLERS: &str = r"Global\_MSIExecute";
/// SYSTEM and administrators may do all with it; everyone who signs in may wait for it and give it back (0x100001), so that
/// the clients of all people can open what one of them made.
const EVERYONES_TURN: &str = "D:(A;;GA;;;SY)(A;;GA;;;BA)(A;;0x100001;;;AU)";

/// The right to install on this PC; given back when it goes, or when the program ends. It stays on its thread.
#[derive(Debug)]
pub(super) struct Alone {
    mutex: Mutex,
    _thread: PhantomData<*const ()>,
}

/// Takes the right to install on this PC; `None` while another program has it. One that another program ended with is taken.
///
/// # Errors
/// If Windows does not give the mutex at all.
pub(super) fn alone() -> io::Result<Option<Alone>> {
    let name = wide(OURS)?;
    let security = Security::new(EVERYONES_TURN)?;
    let attributes = security.attributes();
    // SAFETY: the attributes and the name live until the call returns; the name ends with a zero.
    let handle = unsafe {
        CreateMutexExW(
            &raw const attributes,
            name.as_ptr(),
            0,
            MUTEX_MODIFY_STATE | SYNCHRONIZATION_SYNCHRONIZE,
        )
    };
    let mutex = Mutex::new(handle)?;
    Ok(mutex.try_take()?.then_some(Alone { mutex, _thread: PhantomData }))
}

impl Drop for Alone {
    fn drop(&mut self) {
        // SAFETY: the handle is open, and this thread took the mutex.
        unsafe { ReleaseMutex(self.mutex.0) };
    }
}

/// Whether Windows Installer is at work.
pub(super) fn installer() -> WindowsInstaller {
    let free = || {
        let name = wide(WINDOWS_INSTALLERS)?;
        // SAFETY: the name ends with a zero.
        let mutex = Mutex::new(unsafe { OpenMutexW(SYNCHRONIZATION_SYNCHRONIZE, 0, name.as_ptr()) })?;
        let taken = mutex.try_take()?;
        if taken {
            // SAFETY: this thread has just taken it; if it may not be given back so, closing the last handle does.
            unsafe { ReleaseMutex(mutex.0) };
        }
        io::Result::Ok(taken)
    };
    seen(&free())
}

/// Whether Windows Installer is at work, by whether its mutex could be taken.
fn seen(taken: &io::Result<bool>) -> WindowsInstaller {
    match taken {
        Ok(true) => WindowsInstaller::Free,
        Ok(false) => WindowsInstaller::Busy,
        // A mutex that is not there is held by nobody.
        Err(error) if error.raw_os_error() == Some(ERROR_FILE_NOT_FOUND.cast_signed()) => {
            WindowsInstaller::Free
        }
        Err(_) => WindowsInstaller::Unseen,
    }
}

#[derive(Debug)]
struct Mutex(HANDLE);

impl Mutex {
    fn new(handle: HANDLE) -> io::Result<Self> {
        if handle.is_null() { Err(io::Error::last_os_error()) } else { Ok(Self(handle)) }
    }

    fn try_take(&self) -> io::Result<bool> {
        // SAFETY: the handle is open.
        match unsafe { WaitForSingleObject(self.0, 0) } {
            // Abandoned: its owner ended without giving it back; what it left is for the record of its install to tell.
            WAIT_OBJECT_0 | WAIT_ABANDONED => Ok(true),
            WAIT_TIMEOUT => Ok(false),
            _ => Err(io::Error::last_os_error()),
        }
    }
}

impl Drop for Mutex {
    fn drop(&mut self) {
        // SAFETY: the handle is open and used no more.
        unsafe { CloseHandle(self.0) };
    }
}

/// A security descriptor that Windows made from its text form.
pub(super) struct Security(PSECURITY_DESCRIPTOR);

impl Security {
    /// From the Security Descriptor Definition Language.
    pub(super) fn new(text: &str) -> io::Result<Self> {
        let text = wide(text)?;
        let mut descriptor = ptr::null_mut();
        // SAFETY: the text ends with a zero; the pointer is ours, and the size is not asked for.
        let made = unsafe {
            ConvertStringSecurityDescriptorToSecurityDescriptorW(
                text.as_ptr(),
                SDDL_REVISION_1,
                &raw mut descriptor,
                ptr::null_mut(),
            )
        };
        if made == 0 { Err(io::Error::last_os_error()) } else { Ok(Self(descriptor)) }
    }

    /// As Windows' functions take it; it stays this value's.
    pub(super) fn as_ptr(&self) -> PSECURITY_DESCRIPTOR {
        self.0
    }

    /// For what is made with it, as long as this lives.
    pub(super) fn attributes(&self) -> SECURITY_ATTRIBUTES {
        SECURITY_ATTRIBUTES {
            nLength: u32::try_from(size_of::<SECURITY_ATTRIBUTES>()).unwrap_or_default(),
            lpSecurityDescriptor: self.0,
            bInheritHandle: 0,
        }
    }
}

impl Drop for Security {
    fn drop(&mut self) {
        // SAFETY: Windows made it for us to free in this way, and it is used no more.
        unsafe { LocalFree(self.0) };
    }
}

#[cfg(test)]
mod tests {
    use std::{io, thread};

    use windows_sys::Win32::Foundation::{ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND};

    use super::{alone, seen};
    use crate::machine::WindowsInstaller;

    #[test]
    fn only_a_mutex_that_is_not_there_or_can_be_taken_is_held_by_nobody() {
        let failed = |code: u32| Err(io::Error::from_raw_os_error(code.cast_signed()));
        assert_eq!(seen(&Ok(true)), WindowsInstaller::Free);
        assert_eq!(seen(&Ok(false)), WindowsInstaller::Busy);
        assert_eq!(seen(&failed(ERROR_FILE_NOT_FOUND)), WindowsInstaller::Free);
        assert_eq!(seen(&failed(ERROR_ACCESS_DENIED)), WindowsInstaller::Unseen);
    }

    #[test]
    fn one_at_a_time_has_the_right_to_install_and_what_one_left_behind_is_taken() {
        let other = || thread::spawn(|| alone().unwrap().is_some()).join().unwrap();
        let first = alone().unwrap();
        assert!(first.is_some());
        assert!(alone().unwrap().is_some(), "who has it may take it once more");
        assert!(!other());
        drop(first);
        assert!(other());
        thread::spawn(|| std::mem::forget(alone().unwrap())).join().unwrap();
        assert!(other());
    }
}

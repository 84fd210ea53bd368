//! Memory in another process: what tables and tips are asked by has to lie there.

use std::ffi::c_void;

use windows_sys::Win32::Foundation::{CloseHandle, HANDLE};
use windows_sys::Win32::System::Diagnostics::Debug::{ReadProcessMemory, WriteProcessMemory};
use windows_sys::Win32::System::Memory::{
    MEM_COMMIT, MEM_RELEASE, MEM_RESERVE, PAGE_READWRITE, VirtualAllocEx, VirtualFreeEx,
};
use windows_sys::Win32::System::Threading::{
    OpenProcess, PROCESS_VM_OPERATION, PROCESS_VM_READ, PROCESS_VM_WRITE,
};

use super::Outcome;

/// How many characters of one text are read at most.
pub(super) const TEXT_LENGTH_MAX: usize = 4096;

/// Where the text lies, behind the structure that names it.
const TEXT_AT: usize = 1024;

/// How much there is: room for a structure and a text.
const SIZE: usize = TEXT_AT + TEXT_LENGTH_MAX * 2;

/// A piece of another process's memory; it is given back when this is dropped.
pub(super) struct Remote {
    process: HANDLE,
    address: *mut c_void,
}

impl Remote {
    /// Takes a piece of a process's memory.
    pub(super) fn of(process: u32) -> Outcome<Self> {
        let access = PROCESS_VM_OPERATION | PROCESS_VM_READ | PROCESS_VM_WRITE;
        // SAFETY: numbers only.
        let handle = unsafe { OpenProcess(access, 0, process) };
        if handle.is_null() {
            return Err(format!("the process {process} cannot be opened"));
        }
        // SAFETY: the handle was just opened with the right to do this.
        let address = unsafe {
            VirtualAllocEx(handle, std::ptr::null(), SIZE, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE)
        };
        let remote = Self { process: handle, address };
        if address.is_null() { Err(format!("the process {process} gives no memory")) } else { Ok(remote) }
    }

    /// Its address in the other process.
    pub(super) fn address(&self) -> isize {
        self.address as isize
    }

    /// Where a text can be asked into, as an address in the other process; it has room for [`TEXT_LENGTH_MAX`] characters.
    pub(super) fn text_address(&self) -> *mut u16 {
        (self.address as usize + TEXT_AT) as *mut u16
    }

    /// Keeps the memory until its process ends.
    pub(super) fn leave(mut self) {
        self.address = std::ptr::null_mut();
    }

    /// Writes a plain structure to its beginning.
    pub(super) fn write<T: Copy>(&self, value: &T) -> Outcome<()> {
        // SAFETY: the value is as long as is said, and plain.
        let bytes = unsafe { std::slice::from_raw_parts(std::ptr::from_ref(value).cast(), size_of::<T>()) };
        self.write_bytes(bytes)
    }

    /// Writes bytes to its beginning.
    pub(super) fn write_bytes(&self, bytes: &[u8]) -> Outcome<()> {
        if bytes.len() > SIZE {
            return Err(format!("{} bytes are too many", bytes.len()));
        }
        // SAFETY: the bytes are as many as is said, and there is room for them.
        let written = unsafe {
            let count = std::ptr::null_mut();
            WriteProcessMemory(self.process, self.address, bytes.as_ptr().cast(), bytes.len(), count)
        };
        if written == 0 { Err("the other process's memory cannot be written".to_owned()) } else { Ok(()) }
    }

    /// Reads the structure at its beginning.
    pub(super) fn read<T: Copy + Default>(&self) -> Outcome<T> {
        let mut value = T::default();
        self.read_at(self.address, (&raw mut value).cast(), size_of::<T>())?;
        Ok(value)
    }

    /// Reads the text, up to its end.
    pub(super) fn text(&self) -> Outcome<String> {
        let mut units = vec![0_u16; TEXT_LENGTH_MAX];
        self.read_at(self.text_address().cast(), units.as_mut_ptr().cast(), TEXT_LENGTH_MAX * 2)?;
        let end = units.iter().position(|unit| *unit == 0).unwrap_or(units.len());
        Ok(String::from_utf16_lossy(&units[..end]))
    }

    fn read_at(&self, from: *const c_void, to: *mut c_void, size: usize) -> Outcome<()> {
        // SAFETY: there is room for as much as is said.
        let read = unsafe { ReadProcessMemory(self.process, from, to, size, std::ptr::null_mut()) };
        if read == 0 { Err("the other process's memory cannot be read".to_owned()) } else { Ok(()) }
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        // SAFETY: the memory and the handle are ours, and nobody uses them any more.
        unsafe {
            if !self.address.is_null() {
                VirtualFreeEx(self.process, self.address, 0, MEM_RELEASE);
            }
            CloseHandle(self.process);
        }
    }
}

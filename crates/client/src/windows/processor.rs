//! Which processor this Windows is for, and what it emulates.

use std::ffi::c_void;

use catalog::Platform;
use windows_sys::Win32::System::LibraryLoader::{GetModuleHandleW, GetProcAddress};
use windows_sys::Win32::System::SystemInformation::{
    GetNativeSystemInfo, IMAGE_FILE_MACHINE, IMAGE_FILE_MACHINE_AMD64, IMAGE_FILE_MACHINE_ARM64,
    IMAGE_FILE_MACHINE_ARMNT, IMAGE_FILE_MACHINE_I386, IMAGE_FILE_MACHINE_UNKNOWN,
    PROCESSOR_ARCHITECTURE_AMD64, PROCESSOR_ARCHITECTURE_ARM64, SYSTEM_INFO,
};
use windows_sys::Win32::System::Threading::GetCurrentProcess;
use windows_sys::core::{BOOL, HRESULT, PCSTR, s, w};

use crate::processor::{self, X64Emulation};

/// A bit of `MACHINE_ATTRIBUTES`: programs of people run on it.
const USER_ENABLED: i32 = 1;

type IsWow64Process2 =
    unsafe extern "system" fn(*mut c_void, *mut IMAGE_FILE_MACHINE, *mut IMAGE_FILE_MACHINE) -> BOOL;
type GetMachineTypeAttributes = unsafe extern "system" fn(IMAGE_FILE_MACHINE, *mut i32) -> HRESULT;

/// The platforms that this Windows runs, its own first.
pub(super) fn platforms() -> Vec<Platform> {
    processor::platforms(native(), x64_emulation())
}

/// The processor that Windows itself is for, whatever this program was built for.
fn native() -> Platform {
    let machine = native_machine().unwrap_or(IMAGE_FILE_MACHINE_UNKNOWN);
    match machine {
        IMAGE_FILE_MACHINE_ARM64 => Platform::Arm64,
        IMAGE_FILE_MACHINE_AMD64 => Platform::X64,
        IMAGE_FILE_MACHINE_I386 => Platform::X86,
        IMAGE_FILE_MACHINE_ARMNT => Platform::Arm,
        _ => native_of_old_windows(),
    }
}

/// Since Windows 10, version 1511; the only function that a program under emulation is told the truth by.
fn native_machine() -> Option<IMAGE_FILE_MACHINE> {
    let address = function(s!("IsWow64Process2"))?;
    // SAFETY: the function of this name has this signature.
    let ask: IsWow64Process2 = unsafe { std::mem::transmute(address) };
    let (mut process, mut native) = (0, 0);
    // SAFETY: the handle stands for this process, and both numbers are ours.
    let known = unsafe { ask(GetCurrentProcess(), &raw mut process, &raw mut native) };
    (known != 0).then_some(native)
}

fn native_of_old_windows() -> Platform {
    let mut system = SYSTEM_INFO::default();
    // SAFETY: the structure is ours; this member of its union is always set.
    let architecture = unsafe {
        GetNativeSystemInfo(&raw mut system);
        system.Anonymous.Anonymous.wProcessorArchitecture
    };
    match architecture {
        PROCESSOR_ARCHITECTURE_AMD64 => Platform::X64,
        PROCESSOR_ARCHITECTURE_ARM64 => Platform::Arm64,
        _ => Platform::X86,
    }
}

/// Since Windows 11 Windows says what it emulates; before, it emulates no x64.
fn x64_emulation() -> X64Emulation {
    let Some(address) = function(s!("GetMachineTypeAttributes")) else { return X64Emulation::Absent };
    // SAFETY: the function of this name has this signature.
    let ask: GetMachineTypeAttributes = unsafe { std::mem::transmute(address) };
    let mut attributes = 0;
    // SAFETY: the number is ours.
    let answer = unsafe { ask(IMAGE_FILE_MACHINE_AMD64, &raw mut attributes) };
    if answer >= 0 && attributes & USER_ENABLED != 0 { X64Emulation::Present } else { X64Emulation::Absent }
}

/// A function of kernel32 that not every Windows has.
fn function(name: PCSTR) -> Option<unsafe extern "system" fn() -> isize> {
    // SAFETY: both names end with a zero; kernel32 is loaded as long as the process lives.
    unsafe { GetProcAddress(GetModuleHandleW(w!("kernel32.dll")), name) }
}

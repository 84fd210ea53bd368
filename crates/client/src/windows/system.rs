//! Which Windows this is, and what the computer is called.

use std::time::Duration;

use windows_sys::Wdk::System::SystemServices::RtlGetVersion;
use windows_sys::Win32::System::SystemInformation::{
    ComputerNamePhysicalDnsHostname, GetComputerNameExW, GetTickCount64, OSVERSIONINFOW,
};

use super::{registry, wide};
use crate::machine::WindowsVersion;

/// The most 16-bit units of a computer's name that are read; Windows' own have at most 63.
const NAME_LENGTH_MAX: usize = 256;

/// The version by `RtlGetVersion`, which tells the truth to every program, whatever its manifest says.
pub(super) fn version() -> WindowsVersion {
    let size = u32::try_from(size_of::<OSVERSIONINFOW>()).unwrap_or_default();
    let mut found = OSVERSIONINFOW { dwOSVersionInfoSize: size, ..OSVERSIONINFOW::default() };
    // SAFETY: the structure is ours and has the size that it says; the call never fails.
    unsafe { RtlGetVersion(&raw mut found) };
    WindowsVersion {
        major: found.dwMajorVersion,
        minor: found.dwMinorVersion,
        build: found.dwBuildNumber,
        revision: registry::windows_revision(),
    }
}

/// How long Windows has been running. A start that wakes a kernel of before counts on: what waits for a restart still waits then.
pub(super) fn runs_for() -> Duration {
    // SAFETY: the call takes nothing and cannot fail.
    Duration::from_millis(unsafe { GetTickCount64() })
}

/// The computer's own name, not that of a cluster; empty if Windows does not say.
pub(super) fn computer_name() -> String {
    let mut buffer = vec![0; NAME_LENGTH_MAX];
    let mut length = u32::try_from(buffer.len()).unwrap_or_default();
    // SAFETY: the buffer has as many units as are said.
    let known =
        unsafe { GetComputerNameExW(ComputerNamePhysicalDnsHostname, buffer.as_mut_ptr(), &raw mut length) };
    if known == 0 { String::new() } else { wide::text(&buffer) }
}

//! The person's session: whether they may be disturbed, whether things may move, and how it is ended.

use std::io;

use client::desk::Presence;
use window::wide;
use windows_sys::Win32::Foundation::{CloseHandle, LUID};
use windows_sys::Win32::Security::{
    AdjustTokenPrivileges, LUID_AND_ATTRIBUTES, LookupPrivilegeValueW, SE_PRIVILEGE_ENABLED,
    TOKEN_ADJUST_PRIVILEGES, TOKEN_PRIVILEGES, TOKEN_QUERY,
};
use windows_sys::Win32::System::Recovery::{
    RESTART_NO_CRASH, RESTART_NO_HANG, RESTART_NO_REBOOT, RegisterApplicationRestart,
};
use windows_sys::Win32::System::Shutdown::{
    EWX_REBOOT, ExitWindowsEx, SHTDN_REASON_FLAG_PLANNED, SHTDN_REASON_MAJOR_APPLICATION,
    SHTDN_REASON_MINOR_INSTALLATION,
};
use windows_sys::Win32::System::Threading::{GetCurrentProcess, OpenProcessToken};
use windows_sys::Win32::UI::Shell::{QUNS_ACCEPTS_NOTIFICATIONS, SHQueryUserNotificationState};
use windows_sys::Win32::UI::WindowsAndMessaging::{SPI_GETCLIENTAREAANIMATION, SystemParametersInfoW};

use crate::arguments::AGAIN;
use crate::icon::Motion;

/// Whether the person may be disturbed now; where Windows does not say, they may.
pub(crate) fn presence() -> Presence {
    let mut state = QUNS_ACCEPTS_NOTIFICATIONS;
    // SAFETY: the state is filled by the call.
    let told = unsafe { SHQueryUserNotificationState(&raw mut state) };
    if told < 0 || state == QUNS_ACCEPTS_NOTIFICATIONS { Presence::Free } else { Presence::Busy }
}

/// Whether things on the screen may move.
pub(crate) fn motion() -> Motion {
    let mut moves = 1_i32;
    // SAFETY: the answer is a BOOL, as large as an i32.
    let told = unsafe { SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, (&raw mut moves).cast(), 0) };
    if told != 0 && moves == 0 { Motion::Reduced } else { Motion::Allowed }
}

/// Lets Windows start the program again when an installer had to end it to replace it; not after a crash, nor after a restart of Windows,
/// when the autostart does it.
pub(crate) fn restart_after_trouble() {
    let arguments = wide(AGAIN);
    // SAFETY: the text ends with a zero.
    unsafe {
        RegisterApplicationRestart(
            arguments.as_ptr(),
            RESTART_NO_CRASH | RESTART_NO_HANG | RESTART_NO_REBOOT,
        );
    }
}

/// Restarts Windows, as the person asked; programs with unsaved work ask first.
///
/// # Errors
/// If the person may not do so.
pub(crate) fn restart_windows() -> io::Result<()> {
    let name = wide("SeShutdownPrivilege");
    let mut token = std::ptr::null_mut();
    let mut privilege = TOKEN_PRIVILEGES {
        PrivilegeCount: 1,
        Privileges: [LUID_AND_ATTRIBUTES { Luid: LUID::default(), Attributes: SE_PRIVILEGE_ENABLED }],
    };
    let reason = SHTDN_REASON_MAJOR_APPLICATION | SHTDN_REASON_MINOR_INSTALLATION | SHTDN_REASON_FLAG_PLANNED;
    // SAFETY: the structs are whole, the name ends with a zero, and the token is closed once.
    unsafe {
        if OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, &raw mut token) == 0 {
            return Err(io::Error::last_os_error());
        }
        LookupPrivilegeValueW(std::ptr::null(), name.as_ptr(), &raw mut privilege.Privileges[0].Luid);
        let none = std::ptr::null_mut();
        AdjustTokenPrivileges(token, 0, &raw const privilege, 0, none, std::ptr::null_mut());
        CloseHandle(token);
        if ExitWindowsEx(EWX_REBOOT, reason) == 0 {
            return Err(io::Error::last_os_error());
        }
    }
    Ok(())
}

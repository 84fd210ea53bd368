//! Whether a person could see a dialog of this program.

use std::ptr;

use windows_sys::Win32::System::RemoteDesktop::ProcessIdToSessionId;
use windows_sys::Win32::System::StationsAndDesktops::{
    GetProcessWindowStation, GetUserObjectInformationW, UOI_FLAGS, USEROBJECTFLAGS,
};
use windows_sys::Win32::UI::WindowsAndMessaging::WSF_VISIBLE;

use crate::machine::Desktop;

/// The session of services, which no person sees.
const SERVICES_SESSION: u32 = 0;

/// A desktop is there if this program's window station can be seen and it does not run among the services.
pub(super) fn desktop() -> Desktop {
    match (window_station_is_visible(), session()) {
        (true, Some(session)) if session != SERVICES_SESSION => Desktop::Present,
        _ => Desktop::Absent,
    }
}

fn window_station_is_visible() -> bool {
    let mut flags = USEROBJECTFLAGS::default();
    let size = u32::try_from(size_of_val(&flags)).unwrap_or_default();
    // SAFETY: the handle belongs to the process and is not to be closed; the structure is ours and has the size that is said.
    let known = unsafe {
        let station = GetProcessWindowStation();
        !station.is_null()
            && GetUserObjectInformationW(station, UOI_FLAGS, (&raw mut flags).cast(), size, ptr::null_mut())
                != 0
    };
    known && flags.dwFlags & WSF_VISIBLE.cast_unsigned() != 0
}

fn session() -> Option<u32> {
    let mut session = SERVICES_SESSION;
    // SAFETY: the number is ours.
    let known = unsafe { ProcessIdToSessionId(std::process::id(), &raw mut session) };
    (known != 0).then_some(session)
}

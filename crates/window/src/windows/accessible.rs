//! Names for screen readers, of controls that have no label directly before them.

use std::ffi::c_void;

use windows_sys::Win32::Foundation::HWND;
use windows_sys::Win32::System::Com::{
    CLSCTX_INPROC_SERVER, COINIT_APARTMENTTHREADED, CoCreateInstance, CoInitializeEx,
};
use windows_sys::Win32::UI::WindowsAndMessaging::OBJID_CLIENT;
use windows_sys::core::GUID;

use super::send::wide;

/// `CLSID_AccPropServices` of oleacc.h.
const SERVICES: GUID = GUID::from_u128(0xb5f8350b_0548_48b1_a6ee_88bd00b4a5e7);
/// `IID_IAccPropServices` of oleacc.h.
const INTERFACE: GUID = GUID::from_u128(0x6e26e776_04f0_495d_80e4_3330352e3169);
/// `PROPID_ACC_NAME` of oleacc.h.
const NAME: GUID = GUID::from_u128(0x608d3df8_8128_4aa7_a428_f55e49267291);

type SetHwndPropStr = unsafe extern "system" fn(*mut c_void, HWND, u32, u32, GUID, *const u16) -> i32;
type Release = unsafe extern "system" fn(*mut c_void) -> u32;

/// The functions of `IAccPropServices` in their order, up to the one that is used.
#[repr(C)]
struct Functions {
    query_interface: usize,
    add_ref: usize,
    release: Release,
    set_prop_value: usize,
    set_prop_server: usize,
    clear_props: usize,
    set_hwnd_prop: usize,
    set_hwnd_prop_str: SetHwndPropStr,
}

/// Tells screen readers what a control is called. Where Windows has no such service, as Wine has none, nothing happens.
pub(super) fn set_name(hwnd: HWND, name: &str) {
    let name = wide(name);
    let mut services: *mut c_void = std::ptr::null_mut();
    // SAFETY: the service is asked for by its own interface, whose functions stand in the order of oleacc.h; it is released once.
    unsafe {
        CoInitializeEx(std::ptr::null(), COINIT_APARTMENTTHREADED as u32);
        let made = CoCreateInstance(
            &SERVICES,
            std::ptr::null_mut(),
            CLSCTX_INPROC_SERVER,
            &INTERFACE,
            &raw mut services,
        );
        if made < 0 || services.is_null() {
            return;
        }
        let functions: &Functions = &**services.cast::<*const Functions>();
        (functions.set_hwnd_prop_str)(services, hwnd, OBJID_CLIENT as u32, 0, NAME, name.as_ptr());
        (functions.release)(services);
    }
}

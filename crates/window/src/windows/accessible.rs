//! What screen readers are told: names of controls that have no label directly before them, and texts that are another one now.
//!
//! Windows' service for this is asked for once, and let go with the program.

use std::cell::Cell;
use std::ffi::c_void;

use windows_sys::Win32::Foundation::HWND;
use windows_sys::Win32::System::Com::{
    CLSCTX_INPROC_SERVER, COINIT_APARTMENTTHREADED, CoCreateInstance, CoInitializeEx, CoUninitialize,
};
use windows_sys::Win32::UI::Accessibility::{LiveSetting_Property_GUID, NotifyWinEvent};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CHILDID_SELF, EVENT_OBJECT_LIVEREGIONCHANGED, OBJID_CLIENT,
};
use windows_sys::core::GUID;

use super::send::wide;

/// `CLSID_AccPropServices` of oleacc.h.
const SERVICES: GUID = GUID::from_u128(0xb5f8350b_0548_48b1_a6ee_88bd00b4a5e7);
/// `IID_IAccPropServices` of oleacc.h.
const INTERFACE: GUID = GUID::from_u128(0x6e26e776_04f0_495d_80e4_3330352e3169);
/// `PROPID_ACC_NAME` of oleacc.h.
const NAME: GUID = GUID::from_u128(0x608d3df8_8128_4aa7_a428_f55e49267291);
/// `VT_I4` of wtypes.h: a number of 32 bits.
const NUMBER: u16 = 3;
/// `Polite` of UIAutomationCore.h: what is being read is read to its end first.
const POLITE: usize = 1;

type SetHwndProp = unsafe extern "system" fn(*mut c_void, HWND, u32, u32, GUID, Variant) -> i32;
type SetHwndPropStr = unsafe extern "system" fn(*mut c_void, HWND, u32, u32, GUID, *const u16) -> i32;
type ClearHwndProps = unsafe extern "system" fn(*mut c_void, HWND, u32, u32, *const GUID, i32) -> i32;
type Release = unsafe extern "system" fn(*mut c_void) -> u32;

/// The functions of `IAccPropServices` in their order, up to the last one that is used.
#[repr(C)]
struct Functions {
    query_interface: usize,
    add_ref: usize,
    release: Release,
    set_prop_value: usize,
    set_prop_server: usize,
    clear_props: usize,
    set_hwnd_prop: SetHwndProp,
    set_hwnd_prop_str: SetHwndPropStr,
    set_hwnd_prop_server: usize,
    clear_hwnd_props: ClearHwndProps,
}

/// `VARIANT` of oaidl.h, with a number in it.
#[repr(C)]
struct Variant {
    kind: u16,
    reserved: [u16; 3],
    value: [usize; 2],
}

thread_local! {
    static FOUND: Cell<*mut c_void> = const { Cell::new(std::ptr::null_mut()) };
}

/// Asks for the service. Where Windows has none, as Wine has none, nothing is told.
pub(super) fn begin() {
    let mut services: *mut c_void = std::ptr::null_mut();
    // SAFETY: the service is asked for by its own interface; what cannot be had leaves a null behind.
    unsafe {
        CoInitializeEx(std::ptr::null(), COINIT_APARTMENTTHREADED as u32);
        let (class, none) = (CLSCTX_INPROC_SERVER, std::ptr::null_mut());
        CoCreateInstance(&SERVICES, none, class, &INTERFACE, &raw mut services);
    }
    FOUND.set(services);
}

/// Lets the service go, when the last window is gone.
pub(super) fn end() {
    let services = FOUND.replace(std::ptr::null_mut());
    // SAFETY: the service is released once, and what `begin` began is ended once.
    unsafe {
        if let Some(functions) = functions(services) {
            (functions.release)(services);
        }
        CoUninitialize();
    }
}

/// # Safety
/// The service is null, or the one that `begin` got and `end` did not let go yet.
unsafe fn functions<'a>(services: *mut c_void) -> Option<&'a Functions> {
    // SAFETY: an interface begins with the address of its functions, which stand in the order of oleacc.h.
    unsafe { services.cast::<*const Functions>().as_ref().and_then(|functions| functions.as_ref()) }
}

/// Tells screen readers what a control is called.
pub(super) fn set_name(hwnd: HWND, name: &str) {
    let (services, name) = (FOUND.get(), wide(name));
    // SAFETY: the service is there until `end`; the text ends with a zero, and is copied.
    unsafe {
        if let Some(functions) = functions(services) {
            (functions.set_hwnd_prop_str)(services, hwnd, OBJID_CLIENT as u32, 0, NAME, name.as_ptr());
        }
    }
}

/// Tells screen readers that a text may be another one at any time, and is then to be read.
pub(super) fn set_live(hwnd: HWND) {
    let services = FOUND.get();
    let setting = Variant { kind: NUMBER, reserved: [0; 3], value: [POLITE, 0] };
    // SAFETY: the service is there until `end`; the number is copied.
    unsafe {
        if let Some(functions) = functions(services) {
            let property = LiveSetting_Property_GUID;
            (functions.set_hwnd_prop)(services, hwnd, OBJID_CLIENT as u32, 0, property, setting);
        }
    }
}

/// Lets go all that screen readers were told of a control, which Windows asks for before it goes.
pub(super) fn forget(hwnd: HWND) {
    let (services, all) = (FOUND.get(), [NAME, LiveSetting_Property_GUID]);
    // SAFETY: the service is there until `end`; the list is as long as is said.
    unsafe {
        if let Some(functions) = functions(services) {
            let length = all.len() as i32;
            (functions.clear_hwnd_props)(services, hwnd, OBJID_CLIENT as u32, 0, all.as_ptr(), length);
        }
    }
}

/// Tells screen readers that a text is another one now.
pub(super) fn tell(hwnd: HWND) {
    // SAFETY: takes a window and numbers only.
    unsafe { NotifyWinEvent(EVENT_OBJECT_LIVEREGIONCHANGED, hwnd, OBJID_CLIENT, CHILDID_SELF as i32) };
}

//! What a screen reader calls a control.

use std::ffi::c_void;

use stagehand::Control;
use windows_sys::Win32::Foundation::{SysFreeString, SysStringLen};
use windows_sys::Win32::System::Variant::{VARIANT, VT_I4};
use windows_sys::Win32::UI::Accessibility::AccessibleObjectFromWindow;
use windows_sys::Win32::UI::WindowsAndMessaging::OBJID_CLIENT;
use windows_sys::core::GUID;

use super::messages::hwnd;

/// `IID_IAccessible` of oleacc.h.
const ACCESSIBLE: GUID = GUID::from_u128(0x618736e0_3c3d_11cf_810c_00aa00389b71);
/// `CHILDID_SELF` of oleacc.h.
const SELF: i32 = 0;

type Release = unsafe extern "system" fn(*mut c_void) -> u32;
type Name = unsafe extern "system" fn(*mut c_void, VARIANT, *mut *const u16) -> i32;

/// The functions of `IAccessible` in their order, up to the one that is used.
#[repr(C)]
struct Functions {
    query_interface: usize,
    add_ref: usize,
    release: Release,
    dispatch: [usize; 4],
    parent: usize,
    child_count: usize,
    child: usize,
    name: Name,
}

/// The name by which accessibility knows a control; `None` where it knows none.
pub(super) fn name(control: u64) -> Option<String> {
    let mut object: *mut c_void = std::ptr::null_mut();
    // SAFETY: the object is asked for by its own interface, whose functions stand in the order of oleacc.h; it and the text are
    // released once.
    unsafe {
        let kind = OBJID_CLIENT as u32;
        let made = AccessibleObjectFromWindow(hwnd(control), kind, &ACCESSIBLE, &raw mut object);
        if made < 0 || object.is_null() {
            return None;
        }
        let functions: &Functions = &**object.cast::<*const Functions>();
        let mut whose = VARIANT::default();
        whose.Anonymous.Anonymous.vt = VT_I4;
        whose.Anonymous.Anonymous.Anonymous.lVal = SELF;
        let mut text: *const u16 = std::ptr::null();
        (functions.name)(object, whose, &raw mut text);
        (functions.release)(object);
        if text.is_null() {
            return None;
        }
        let units = std::slice::from_raw_parts(text, SysStringLen(text) as usize);
        let name = String::from_utf16_lossy(units);
        SysFreeString(text);
        Some(name).filter(|name| !name.is_empty())
    }
}

/// The name where accessibility is silent: what stands on a control, or the label directly before it.
pub(super) fn name_by_label(control: &Control, before: Option<&Control>) -> String {
    let plain = |text: &str| text.replace('&', "");
    let is = |control: &Control, name: &str| control.class.eq_ignore_ascii_case(name);
    if is(control, "Button") || is(control, "Static") || is(control, "SysLink") {
        return plain(&control.text);
    }
    before.filter(|label| is(label, "Static")).map(|label| plain(&label.text)).unwrap_or_default()
}

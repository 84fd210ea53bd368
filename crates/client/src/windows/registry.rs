//! This person's proxy, from the registry.
//!
//! Source of the names: Microsoft, "Internet Settings" (the values that Windows' own settings page writes).

use std::ptr;

use windows_sys::Win32::Foundation::ERROR_SUCCESS;
use windows_sys::Win32::System::Registry::{
    HKEY_CURRENT_USER, REG_ROUTINE_FLAGS, RRF_RT_REG_DWORD, RRF_RT_REG_SZ, RegGetValueW,
};
use windows_sys::core::{PCWSTR, w};

use super::wide;
use crate::proxy::ProxySetting;

const INTERNET_SETTINGS: PCWSTR = w!(r"Software\Microsoft\Windows\CurrentVersion\Internet Settings");
/// The most 16-bit units of a value that is read.
const VALUE_LENGTH_MAX: usize = 16_384;

/// The proxy that this person set in Windows; `None` if none is set or it is switched off.
///
/// Automatic configuration scripts are not followed.
#[must_use]
pub fn system_proxy() -> Option<ProxySetting> {
    if number(w!("ProxyEnable"))? == 0 {
        return None;
    }
    let bypass = text(w!("ProxyOverride")).unwrap_or_default();
    text(w!("ProxyServer")).map(|server| ProxySetting::parse(&server, &bypass))
}

fn number(name: PCWSTR) -> Option<u32> {
    let mut number = [0; size_of::<u32>()];
    read(name, RRF_RT_REG_DWORD, &mut number)?;
    Some(u32::from_ne_bytes(number))
}

fn text(name: PCWSTR) -> Option<String> {
    let mut bytes = vec![0; VALUE_LENGTH_MAX * size_of::<u16>()];
    let size = read(name, RRF_RT_REG_SZ, &mut bytes)?;
    let units: Vec<u16> =
        bytes.get(..size)?.as_chunks().0.iter().map(|pair| u16::from_ne_bytes(*pair)).collect();
    Some(wide::text(&units))
}

/// Reads a value of this person's Internet settings and answers how many bytes it has.
fn read(name: PCWSTR, kind: REG_ROUTINE_FLAGS, bytes: &mut [u8]) -> Option<usize> {
    let mut size = u32::try_from(bytes.len()).ok()?;
    // SAFETY: both names end with a zero, the buffer has as many bytes as are said, and the kind is not asked for.
    let answer = unsafe {
        RegGetValueW(
            HKEY_CURRENT_USER,
            INTERNET_SETTINGS,
            name,
            kind,
            ptr::null_mut(),
            bytes.as_mut_ptr().cast(),
            &raw mut size,
        )
    };
    (answer == ERROR_SUCCESS).then_some(size as usize)
}

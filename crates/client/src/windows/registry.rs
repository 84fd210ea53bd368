//! This person's proxy, and what an administrator decided for all people of the PC, from the registry.
//!
//! Source of the proxy's names: Microsoft, "Enabling Internet Functionality" (Setting Access Types).

use std::io;
use std::ptr;

use windows_sys::Win32::Foundation::{ERROR_FILE_NOT_FOUND, ERROR_SUCCESS, WIN32_ERROR};
use windows_sys::Win32::System::Registry::{
    HKEY, HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, REG_DWORD, REG_ROUTINE_FLAGS, REG_SZ, RRF_RT_ANY,
    RRF_RT_REG_DWORD, RRF_RT_REG_SZ, RegDeleteKeyValueW, RegGetValueW, RegSetKeyValueW,
};
use windows_sys::core::{PCWSTR, w};

use super::wide;
use crate::policy::POLICY_KEY;
use crate::proxy::ProxySetting;
use crate::settings::values::{self, Value};

const INTERNET_SETTINGS: PCWSTR = w!(r"Software\Microsoft\Windows\CurrentVersion\Internet Settings");
/// The most 16-bit units of a value that is read.
const VALUE_LENGTH_MAX: usize = 16_384;

/// The proxy that this person set in Windows; `None` if none is set or it is switched off.
///
/// Automatic configuration scripts are not followed.
#[must_use]
pub fn system_proxy() -> Option<ProxySetting> {
    proxy(INTERNET_SETTINGS)
}

/// A number among the policies of this PC; `None` if there is none, or something else of that name.
#[must_use]
pub fn policy(name: &str) -> Option<u32> {
    policy_in(HKEY_LOCAL_MACHINE, POLICY_KEY, name)
}

/// The fourth number of Windows' version, which counts its monthly updates; `None` where there is none.
///
/// Source: what Windows' own `winver` shows; Microsoft documents no other place.
pub(super) fn windows_revision() -> Option<u32> {
    number(HKEY_LOCAL_MACHINE, w!(r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"), w!("UBR"))
}

fn policy_in(root: HKEY, key: &str, name: &str) -> Option<u32> {
    let (key, name) = (wide::wide(key).ok()?, wide::wide(name).ok()?);
    number(root, key.as_ptr(), name.as_ptr())
}

fn proxy(key: PCWSTR) -> Option<ProxySetting> {
    if number(HKEY_CURRENT_USER, key, w!("ProxyEnable"))? == 0 {
        return None;
    }
    let text = |name| text(HKEY_CURRENT_USER, key, name);
    let bypass = text(w!("ProxyOverride")).unwrap_or_default();
    text(w!("ProxyServer")).map(|server| ProxySetting::parse(&server, &bypass))
}

fn number(root: HKEY, key: PCWSTR, name: PCWSTR) -> Option<u32> {
    let mut number = [0; size_of::<u32>()];
    read(root, key, name, RRF_RT_REG_DWORD, &mut number)?;
    Some(u32::from_ne_bytes(number))
}

fn text(root: HKEY, key: PCWSTR, name: PCWSTR) -> Option<String> {
    let mut bytes = vec![0; VALUE_LENGTH_MAX * size_of::<u16>()];
    let size = read(root, key, name, RRF_RT_REG_SZ, &mut bytes)?;
    let units: Vec<u16> =
        bytes.get(..size)?.as_chunks().0.iter().map(|pair| u16::from_ne_bytes(*pair)).collect();
    Some(wide::text(&units))
}

/// A value among settings, whatever it is; `None` if there is none.
pub(super) fn value(root: HKEY, key: &str, name: &str) -> Option<Value> {
    let (key, name) = (wide::wide(key).ok()?, wide::wide(name).ok()?);
    let (key, name) = (key.as_ptr(), name.as_ptr());
    if let Some(text) = text(root, key, name) {
        return Some(if text.len() <= values::VALUE_LENGTH_MAX { Value::Text(text) } else { Value::Other });
    }
    if let Some(number) = number(root, key, name) {
        return Some(Value::Number(number));
    }
    // SAFETY: both names end with a zero, and nothing of the value is asked for.
    let answer = unsafe {
        RegGetValueW(root, key, name, RRF_RT_ANY, ptr::null_mut(), ptr::null_mut(), ptr::null_mut())
    };
    (answer == ERROR_SUCCESS).then_some(Value::Other)
}

/// Writes a value, and makes the key if it is not there.
///
/// # Errors
/// If Windows does not let it be written.
pub(super) fn set(root: HKEY, key: &str, name: &str, value: &Value) -> io::Result<()> {
    let (key, name) = (wide::wide(key)?, wide::wide(name)?);
    let (kind, bytes): (_, Vec<u8>) = match value {
        Value::Text(text) => (REG_SZ, wide::wide(text)?.into_iter().flat_map(u16::to_ne_bytes).collect()),
        Value::Number(number) => (REG_DWORD, number.to_ne_bytes().to_vec()),
        // It is not known what stood there, so it stays.
        Value::Other => return Ok(()),
    };
    let size = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    // SAFETY: both names end with a zero, and there are as many bytes as are said.
    let answer =
        unsafe { RegSetKeyValueW(root, key.as_ptr(), name.as_ptr(), kind, bytes.as_ptr().cast(), size) };
    done(answer)
}

/// Deletes a value, if it is there.
///
/// # Errors
/// If Windows does not let it be deleted.
pub(super) fn delete(root: HKEY, key: &str, name: &str) -> io::Result<()> {
    let (key, name) = (wide::wide(key)?, wide::wide(name)?);
    // SAFETY: both names end with a zero.
    match unsafe { RegDeleteKeyValueW(root, key.as_ptr(), name.as_ptr()) } {
        ERROR_FILE_NOT_FOUND => Ok(()),
        answer => done(answer),
    }
}

fn done(answer: WIN32_ERROR) -> io::Result<()> {
    if answer == ERROR_SUCCESS { Ok(()) } else { Err(io::Error::from_raw_os_error(answer.cast_signed())) }
}

/// Reads a value of a key and answers how many bytes it has.
fn read(root: HKEY, key: PCWSTR, name: PCWSTR, kind: REG_ROUTINE_FLAGS, bytes: &mut [u8]) -> Option<usize> {
    let mut size = u32::try_from(bytes.len()).ok()?;
    // SAFETY: both names end with a zero, the buffer has as many bytes as are said, and the kind is not asked for.
    let answer = unsafe {
        RegGetValueW(root, key, name, kind, ptr::null_mut(), bytes.as_mut_ptr().cast(), &raw mut size)
    };
    (answer == ERROR_SUCCESS).then_some(size as usize)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use windows_sys::Win32::System::Registry::HKEY_CURRENT_USER;
    use windows_sys::core::{PCWSTR, w};

    use super::{policy, policy_in, proxy};
    use crate::policy::{ALLOW_INSECURE_HTTP, DISABLE_REPORTING};
    use crate::proxy::ProxySetting;

    /// A key of the test's own: the person's proxy is left alone.
    const KEY: PCWSTR = w!(r"Software\OX Updater Test\Internet Settings");
    const KEY_IN_WORDS: &str = r"HKCU\Software\OX Updater Test";

    fn reg(arguments: &[&str]) {
        let done = Command::new("reg").args(arguments).output().unwrap();
        assert!(done.status.success(), "reg {arguments:?}: {done:?}");
    }

    fn set(name: &str, kind: &str, value: &str) {
        let key = format!(r"{KEY_IN_WORDS}\Internet Settings");
        reg(&["add", &key, "/v", name, "/t", kind, "/d", value, "/f"]);
    }

    #[test]
    fn the_proxy_is_read_from_the_registry_and_only_when_switched_on() {
        set("ProxyEnable", "REG_DWORD", "0");
        set("ProxyServer", "REG_SZ", "http=größe.example:1;https=b.example:2");
        assert_eq!(proxy(KEY), None);
        set("ProxyEnable", "REG_DWORD", "1");
        let without_override = proxy(KEY);
        set("ProxyOverride", "REG_SZ", "*.intern;<local>");
        let with_override = proxy(KEY);
        set("ProxyServer", "REG_DWORD", "7");
        let of_a_wrong_kind = proxy(KEY);
        reg(&["delete", KEY_IN_WORDS, "/f"]);
        let server = "http=größe.example:1;https=b.example:2";
        assert_eq!(without_override, Some(ProxySetting::parse(server, "")));
        assert_eq!(with_override, Some(ProxySetting::parse(server, "*.intern;<local>")));
        assert_eq!(of_a_wrong_kind, None);
        assert_eq!(proxy(KEY), None);
    }
    /// In a key of this person's own: the policies of the PC are left alone.
    #[test]
    fn a_policy_is_a_number_of_the_registry() {
        const KEY: &str = r"Software\OX Updater Policy Test";
        let words = format!(r"HKCU\{KEY}");
        let value = |name: &str| policy_in(HKEY_CURRENT_USER, KEY, name);
        assert_eq!(value(ALLOW_INSECURE_HTTP), None);
        reg(&["add", &words, "/v", ALLOW_INSECURE_HTTP, "/t", "REG_DWORD", "/d", "1", "/f"]);
        reg(&["add", &words, "/v", DISABLE_REPORTING, "/t", "REG_SZ", "/d", "1", "/f"]);
        let set = (value(ALLOW_INSECURE_HTTP), value(DISABLE_REPORTING));
        reg(&["delete", &words, "/f"]);
        assert_eq!(set, (Some(1), None));
        assert_eq!(value(ALLOW_INSECURE_HTTP), None);
        assert_eq!(policy("OX Updater has no policy of this name"), None);
    }
}

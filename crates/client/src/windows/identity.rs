//! Who this program runs as: the account, and whether it has an administrator's rights.

use std::io;
use std::ptr;

use windows_sys::Win32::Foundation::{CloseHandle, ERROR_INSUFFICIENT_BUFFER, HANDLE, LocalFree};
use windows_sys::Win32::Security::Authorization::ConvertSidToStringSidW;
use windows_sys::Win32::Security::{
    GetTokenInformation, TOKEN_ELEVATION, TOKEN_ELEVATION_TYPE, TOKEN_INFORMATION_CLASS, TOKEN_QUERY,
    TOKEN_USER, TokenElevation, TokenElevationType, TokenElevationTypeFull, TokenElevationTypeLimited,
    TokenUser,
};
use windows_sys::Win32::System::Threading::{GetCurrentProcess, OpenProcessToken};

use super::wide;
use crate::elevation::{Account, Rights, TokenKind};

/// The most bytes of what a token says about itself; a SID has 68 at most.
const INFORMATION_SIZE_MAX: usize = 1024;
/// The most units of a SID as text.
const SID_LENGTH_MAX: usize = 256;

/// Whether this program runs with an administrator's rights.
///
/// # Errors
/// If Windows does not say so.
pub(super) fn is_elevated() -> io::Result<bool> {
    let information = Token::own()?.information(TokenElevation)?;
    // SAFETY: Windows filled it with this structure; the buffer is aligned for it.
    let elevation = unsafe { information.as_ptr().cast::<TOKEN_ELEVATION>().read() };
    Ok(elevation.TokenIsElevated != 0)
}

/// With what rights this program runs.
///
/// # Errors
/// If Windows does not say so.
pub(super) fn rights() -> io::Result<Rights> {
    Ok(Rights::of(Account { sid: &own_sid()?, token: token_kind()? }))
}

/// What this program's token has of its account's rights.
fn token_kind() -> io::Result<TokenKind> {
    let information = Token::own()?.information(TokenElevationType)?;
    // SAFETY: Windows filled it with this number; the buffer is aligned for it.
    let kind = unsafe { information.as_ptr().cast::<TOKEN_ELEVATION_TYPE>().read() };
    Ok(if kind == TokenElevationTypeFull {
        TokenKind::Full
    } else if kind == TokenElevationTypeLimited {
        TokenKind::Limited
    } else if is_elevated()? {
        TokenKind::Administrator
    } else {
        TokenKind::Plain
    })
}

/// The SID of this program's account, as text.
///
/// # Errors
/// If Windows does not say so.
pub(super) fn own_sid() -> io::Result<String> {
    let information = Token::own()?.information(TokenUser)?;
    // SAFETY: as above; the SID that it points to lies in the same buffer.
    let user = unsafe { information.as_ptr().cast::<TOKEN_USER>().read() };
    let mut text = ptr::null_mut();
    // SAFETY: the SID lives as long as the buffer; the pointer is ours.
    if unsafe { ConvertSidToStringSidW(user.User.Sid, &raw mut text) } == 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: it is a text with a zero behind it.
    let length = (0..SID_LENGTH_MAX).take_while(|at| unsafe { *text.add(*at) } != 0).count();
    // SAFETY: these units were just read.
    let sid = wide::text(unsafe { std::slice::from_raw_parts(text, length) });
    // SAFETY: it is ours to free in this way.
    unsafe { LocalFree(text.cast()) };
    Ok(sid)
}

struct Token(HANDLE);

impl Token {
    fn own() -> io::Result<Self> {
        let mut token = ptr::null_mut();
        // SAFETY: the process' own handle needs no closing; the pointer is ours.
        let opened = unsafe { OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &raw mut token) };
        if opened == 0 { Err(io::Error::last_os_error()) } else { Ok(Self(token)) }
    }

    /// What the token says, in a buffer aligned for any structure.
    fn information(&self, class: TOKEN_INFORMATION_CLASS) -> io::Result<Vec<u64>> {
        let mut buffer = vec![0_u64; INFORMATION_SIZE_MAX / size_of::<u64>()];
        let mut written = 0;
        let size = u32::try_from(INFORMATION_SIZE_MAX).unwrap_or_default();
        // SAFETY: the token is open, and the buffer has as many bytes as are said.
        let told =
            unsafe { GetTokenInformation(self.0, class, buffer.as_mut_ptr().cast(), size, &raw mut written) };
        if told == 0 {
            return Err(io::Error::last_os_error());
        }
        if written as usize > INFORMATION_SIZE_MAX {
            return Err(io::Error::from_raw_os_error(ERROR_INSUFFICIENT_BUFFER.cast_signed()));
        }
        Ok(buffer)
    }
}

impl Drop for Token {
    fn drop(&mut self) {
        // SAFETY: the handle is open and used no more.
        unsafe { CloseHandle(self.0) };
    }
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, is_elevated, own_sid, token_kind};
    use crate::elevation::Rights;
    use crate::windows::{elevate, is_wine};

    #[test]
    fn an_account_has_a_sid_and_rights() {
        let sid = own_sid().unwrap();
        assert!(sid.starts_with("S-1-5-"), "{sid}");
        // On Windows it depends on who runs this test; Wine gives everyone an administrator's rights.
        assert!(is_elevated().unwrap() || !is_wine());
        let kind = token_kind().unwrap();
        let elevated = matches!(kind, TokenKind::Full | TokenKind::Administrator);
        assert_eq!(elevated, is_elevated().unwrap(), "{kind:?}");
        if is_wine() {
            assert_eq!((kind, elevate::rights()), (TokenKind::Full, Rights::Plain));
        } else {
            assert_eq!(elevate::rights() == Rights::Plain, !elevated, "{kind:?}");
        }
    }
}

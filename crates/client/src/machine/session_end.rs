//! Windows' end, as programs without a window meet it; elsewhere nothing is put off.

use std::any::Any;
use std::io;

/// Behind whom Windows ends this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EndsBehind {
    /// Behind programs that people see.
    Programs,
    /// Behind those, and behind who takes care of OX Updater's own update.
    Caretakers,
}

/// Has Windows end this program behind others.
pub(crate) fn end_behind(others: EndsBehind) {
    #[cfg(windows)]
    crate::windows::end_behind(others);
    #[cfg(not(windows))]
    let _ = others;
}

/// Whether Windows is about to end, or the person's session; elsewhere nothing is known of it.
pub(crate) fn is_windows_ending() -> bool {
    #[cfg(windows)]
    return crate::windows::is_windows_ending();
    #[cfg(not(windows))]
    false
}

/// Asks Windows to wait with its end, and to show why, as long as what this answers is there.
///
/// # Errors
/// If Windows has no room for it.
pub(crate) fn put_off_end(reason: &str) -> io::Result<Box<dyn Any>> {
    #[cfg(windows)]
    return crate::windows::put_off_end(reason).map(|put_off| Box::new(put_off) as Box<dyn Any>);
    #[cfg(not(windows))]
    {
        let _ = reason;
        Ok(Box::new(()))
    }
}

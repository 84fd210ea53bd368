//! Ctrl-C: a wish to cancel where somebody hears it, the end of the program where nobody does, and never the end of Windows Installer.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::exit::Exit;
use crate::machine::Proceed;

/// How often the person pressed Ctrl-C.
static INTERRUPTIONS: AtomicUsize = AtomicUsize::new(0);
/// Whether what goes on asks again and again whether to go on.
static HEARD: AtomicBool = AtomicBool::new(false);
/// Whether Windows Installer is at work, which is asked to stop and never left alone.
static INSTALLING: AtomicBool = AtomicBool::new(false);

/// Whether Windows Installer is at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtWork {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// What becomes of one Ctrl-C.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Becomes {
    /// Whoever is at work hears it soon, and ends in good order.
    Wish,
    /// The program ends at once.
    End,
}

/// Makes Ctrl-C a wish to cancel from now on: a download stops and can go on later, Windows Installer undoes what it did.
///
/// A second one ends the program at once, unless Windows Installer is at work.
pub(super) fn await_interruptions() {
    HEARD.store(true, Ordering::SeqCst);
    // Where it cannot be awaited, or is already, it stays as it is.
    let _ = ctrlc::set_handler(|| {
        let before = INTERRUPTIONS.fetch_add(1, Ordering::SeqCst);
        let at_work = if INSTALLING.load(Ordering::SeqCst) { AtWork::Yes } else { AtWork::No };
        if becomes(before, HEARD.load(Ordering::SeqCst), at_work) == Becomes::End {
            std::process::exit(i32::from(Exit::Cancelled as u8));
        }
    });
}

/// The same while one thing is done, which gets what tells whether to go on.
pub(super) fn interruptible(act: impl FnOnce(&mut dyn FnMut() -> Proceed) -> Proceed) -> Proceed {
    let heard_before = HEARD.load(Ordering::SeqCst);
    await_interruptions();
    let proceed = act(&mut || if was_interrupted() { Proceed::Cancel } else { Proceed::GoOn });
    HEARD.store(heard_before, Ordering::SeqCst);
    proceed
}

/// Whether the person has pressed Ctrl-C.
pub(super) fn was_interrupted() -> bool {
    INTERRUPTIONS.load(Ordering::SeqCst) > 0
}

/// Notes whether Windows Installer is at work.
pub(super) fn installing(at_work: AtWork) {
    INSTALLING.store(at_work == AtWork::Yes, Ordering::SeqCst);
}

fn becomes(before: usize, is_heard: bool, at_work: AtWork) -> Becomes {
    match at_work {
        AtWork::Yes => Becomes::Wish,
        AtWork::No if is_heard && before == 0 => Becomes::Wish,
        AtWork::No => Becomes::End,
    }
}

#[cfg(test)]
mod tests {
    use super::AtWork::{No, Yes};
    use super::Becomes::{End, Wish};
    use super::becomes;

    #[test]
    fn the_first_is_a_wish_where_it_is_heard_and_windows_installer_is_never_left_alone() {
        assert_eq!(becomes(0, true, No), Wish);
        assert_eq!(becomes(1, true, No), End);
        assert_eq!(becomes(0, false, No), End);
        for before in [0, 1, 7] {
            assert_eq!(becomes(before, true, Yes), Wish);
            assert_eq!(becomes(before, false, Yes), Wish);
        }
    }
}

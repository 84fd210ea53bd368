//! Pauses for a busy server, which the person is told of and may end.

use text::message;

use super::console::Console;
use super::interruption::interruptible;
use crate::clock::SystemClock;
use crate::patience::Patience;
use crate::persistent::Pause;

/// Says that the server is busy, and lets the time go by that it asks for.
pub(super) fn rest(console: Console) -> Pause {
    Box::new(move |time| {
        interruptible(|look| {
            // Not before Ctrl-C is heard, which it speaks of.
            console.aside(&message!("cli-server-busy", seconds = time.as_secs()));
            Patience::by(&SystemClock).pause(time, look)
        })
    })
}

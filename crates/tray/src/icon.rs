//! Which of the drawn icons stands beside the clock, and when the next one does. Pure; `build/icons.rs` draws them under the same numbers.

use client::screen::TrayIcon;

/// How long an icon moves after it has come, in milliseconds: then it has been seen.
const MOVES_FOR: u64 = 12_000;
/// How long each picture of a moving icon stands, in milliseconds.
const STANDS_FOR: u64 = 400;
/// How many pictures a moving icon has.
const PICTURES: u64 = 4;

/// Whether things on the screen may move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Motion {
    /// They may.
    Allowed,
    /// Windows is set to less motion.
    Reduced,
}

/// The number of the icon, and in how many milliseconds another one comes; `None` if it stays.
pub(crate) fn picture(icon: TrayIcon, since: u64, motion: Motion) -> (u16, Option<u64>) {
    let first = match icon {
        TrayIcon::Idle => return (10, None),
        TrayIcon::Working => return (40, None),
        TrayIcon::Attention => return (50, None),
        TrayIcon::Looking => 20,
        TrayIcon::Available => 30,
    };
    if motion == Motion::Reduced || since >= MOVES_FOR {
        return (first, None);
    }
    let step = since / STANDS_FOR;
    let number = (step % PICTURES) as u16;
    (first + number, Some((step + 1) * STANDS_FOR - since))
}

#[cfg(test)]
mod tests {
    use client::screen::TrayIcon;

    use super::{MOVES_FOR, Motion, picture};

    #[test]
    fn an_icon_moves_for_a_while_and_only_where_things_may_move() {
        let check = |icon, since, motion, expected| {
            assert_eq!(picture(icon, since, motion), expected, "{icon:?} {since} {motion:?}");
        };
        check(TrayIcon::Idle, 0, Motion::Allowed, (10, None));
        check(TrayIcon::Working, 500, Motion::Allowed, (40, None));
        check(TrayIcon::Attention, 500, Motion::Allowed, (50, None));
        check(TrayIcon::Available, 0, Motion::Allowed, (30, Some(400)));
        check(TrayIcon::Available, 450, Motion::Allowed, (31, Some(350)));
        check(TrayIcon::Available, 1600, Motion::Allowed, (30, Some(400)));
        check(TrayIcon::Looking, 1200, Motion::Allowed, (23, Some(400)));
        check(TrayIcon::Looking, 1200, Motion::Reduced, (20, None));
        check(TrayIcon::Available, MOVES_FOR, Motion::Allowed, (30, None));
    }
}

//! Whether the icon stands beside the clock, and what is asked of Windows so that it does. Pure but for who asks.
//!
//! Windows may refuse an icon while it is busy, as just after a sign-in, and then says nothing when it would take it.

/// How long an icon that is missing is let be before it is tried again by itself, in milliseconds: a minute.
pub(crate) const AGAIN_AFTER: u64 = 60_000;

/// Whether the icon stands beside the clock, as far as Windows said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It does.
    There,
    /// It does not, or Windows did not answer.
    Missing,
}

/// What Windows is asked to do with the icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// To put it there.
    Add,
    /// To tell what is done with it as newer versions of Windows do.
    NewWay,
    /// To show of it what has changed.
    Change,
}

/// Puts the icon there. Windows refuses that too where it is there already, as after an answer that came too late: then it can be changed.
pub(crate) fn put(ask: &mut dyn FnMut(Wish) -> bool) -> Standing {
    if !ask(Wish::Add) && !ask(Wish::Change) {
        return Standing::Missing;
    }
    ask(Wish::NewWay);
    Standing::There
}

/// Shows what has changed; an icon that is missing is put there first, and so is one that turns out to be.
pub(crate) fn change(standing: Standing, ask: &mut dyn FnMut(Wish) -> bool) -> Standing {
    if standing == Standing::There && ask(Wish::Change) {
        return Standing::There;
    }
    match put(ask) {
        Standing::There if ask(Wish::Change) => Standing::There,
        _ => Standing::Missing,
    }
}

/// In how many milliseconds it is to be put there by itself, so long after it was tried last; `None` if it is there.
pub(crate) fn again_in(standing: Standing, since: u64) -> Option<u64> {
    (standing == Standing::Missing).then(|| AGAIN_AFTER.saturating_sub(since))
}

#[cfg(test)]
mod tests {
    use super::Standing::{self, Missing, There};
    use super::Wish::{self, Add, Change, NewWay};
    use super::{AGAIN_AFTER, again_in, change, put};

    /// What is asked of a Windows that grants these wishes, and what came of it.
    fn asked(
        granted: &[Wish],
        act: impl Fn(&mut dyn FnMut(Wish) -> bool) -> Standing,
    ) -> (Vec<Wish>, Standing) {
        let mut asked = Vec::new();
        let standing = act(&mut |wish| {
            asked.push(wish);
            granted.contains(&wish)
        });
        (asked, standing)
    }

    #[test]
    fn an_icon_that_windows_refused_is_missing_until_it_is_taken() {
        let check = |granted: &[Wish], wishes: &[Wish], standing| {
            assert_eq!(asked(granted, |ask| put(ask)), (wishes.to_vec(), standing), "{granted:?}");
        };
        check(&[Add, NewWay, Change], &[Add, NewWay], There);
        check(&[Add], &[Add, NewWay], There);
        check(&[], &[Add, Change], Missing);
        check(&[NewWay, Change], &[Add, Change, NewWay], There);
    }

    #[test]
    fn each_change_puts_an_icon_there_that_is_missing() {
        let check = |before, granted: &[Wish], wishes: &[Wish], standing| {
            let found = asked(granted, |ask| change(before, ask));
            assert_eq!(found, (wishes.to_vec(), standing), "{before:?} {granted:?}");
        };
        let all = [Add, NewWay, Change];
        check(There, &all, &[Change], There);
        check(Missing, &all, &[Add, NewWay, Change], There);
        check(Missing, &[], &[Add, Change], Missing);
        check(There, &[], &[Change, Add, Change], Missing);
    }

    #[test]
    fn a_missing_icon_is_tried_again_by_itself_no_more_than_each_minute() {
        let check = |standing, since, expected| assert_eq!(again_in(standing, since), expected);
        check(There, 0, None);
        check(There, AGAIN_AFTER, None);
        check(Missing, 0, Some(AGAIN_AFTER));
        check(Missing, 20_000, Some(40_000));
        check(Missing, AGAIN_AFTER + 1, Some(0));
    }
}

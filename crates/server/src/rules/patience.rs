//! How long someone has to wait who gave wrong passwords.

use std::time::Duration;

/// How many different wrong passwords of one account may come from one place before it has to wait.
pub(crate) const ACCOUNT_FAILURES_FREE: u32 = 5;
/// How many wrong sign-ins, over all accounts, may come from one place before its accounts that failed have to wait.
pub(crate) const PLACE_FAILURES_FREE: u32 = 50;
/// The first wait; each further failure doubles it.
pub(crate) const WAIT_MIN: Duration = Duration::from_secs(10);
/// The longest wait.
pub(crate) const WAIT_MAX: Duration = Duration::from_secs(300);
/// How many wrong codes of the second factor are free; the next one waits, and so on until a right one comes.
pub(crate) const CODE_FAILURES_FREE: u32 = 5;
/// The longest wait for a code: of a million codes three are right at a time, so an hour holds who knows the password for years.
pub(crate) const CODE_WAIT_MAX: Duration = Duration::from_secs(60 * 60);
/// How long a single failure is remembered; each further one adds as much, up to [`FORGIVEN_AFTER_MAX`].
const FORGIVEN_AFTER: Duration = Duration::from_secs(15 * 60);
/// How long any number of failures is remembered.
pub(crate) const FORGIVEN_AFTER_MAX: Duration = Duration::from_secs(2 * 60 * 60);

/// How long to wait after so many failures, of which so many are free.
pub(crate) fn wait(failures: u32, free: u32) -> Duration {
    match failures.checked_sub(free) {
        None => Duration::ZERO,
        Some(beyond) => WAIT_MIN.saturating_mul(2_u32.saturating_pow(beyond)).min(WAIT_MAX),
    }
}

/// How long the next code of the second factor has to wait after so many wrong ones.
pub(crate) fn wait_for_code(failures: u32) -> Duration {
    match failures.checked_sub(CODE_FAILURES_FREE) {
        None => Duration::ZERO,
        Some(beyond) => WAIT_MIN.saturating_mul(2_u32.saturating_pow(beyond)).min(CODE_WAIT_MAX),
    }
}

/// How long so many failures are remembered after the last one.
pub(crate) fn forgiven_after(failures: u32) -> Duration {
    FORGIVEN_AFTER.saturating_mul(failures).min(FORGIVEN_AFTER_MAX)
}

#[cfg(test)]
mod tests {
    use super::{
        ACCOUNT_FAILURES_FREE, CODE_FAILURES_FREE, CODE_WAIT_MAX, FORGIVEN_AFTER_MAX, PLACE_FAILURES_FREE,
        WAIT_MAX, WAIT_MIN, forgiven_after, wait, wait_for_code,
    };
    use crate::reference::assert_says;

    #[test]
    fn the_wait_grows_to_a_limit() {
        let check = |failures, free, seconds| {
            assert_eq!(wait(failures, free).as_secs(), seconds, "{failures} failures, {free} free");
        };
        for failures in 0..5 {
            check(failures, 5, 0);
        }
        check(5, 5, 10);
        check(6, 5, 20);
        check(7, 5, 40);
        check(9, 5, 160);
        check(10, 5, 300);
        check(u32::MAX, 5, 300);
        check(49, 50, 0);
        check(50, 50, 10);
    }

    #[test]
    fn wrong_codes_wait_longer() {
        let check = |failures, seconds| assert_eq!(wait_for_code(failures).as_secs(), seconds, "{failures}");
        check(0, 0);
        check(4, 0);
        check(5, 10);
        check(6, 20);
        check(13, 2_560);
        check(14, 3_600);
        check(u32::MAX, 3_600);
    }

    #[test]
    fn many_failures_are_remembered_longer() {
        let check = |failures, minutes: u64| {
            assert_eq!(forgiven_after(failures).as_secs(), minutes * 60, "{failures}");
        };
        check(1, 15);
        check(2, 30);
        check(8, 120);
        check(u32::MAX, 120);
        assert!(FORGIVEN_AFTER_MAX > WAIT_MAX, "nobody is forgiven while waiting");
    }

    #[test]
    fn the_limits_are_told() {
        let (first, longest) = (WAIT_MIN.as_secs(), WAIT_MAX.as_secs());
        assert_says(
            "oxupdated.md",
            &format!(
                "| different wrong passwords of one account from one place | {ACCOUNT_FAILURES_FREE}; then a wait of {first} seconds that doubles to {longest} |"
            ),
        );
        let longest = CODE_WAIT_MAX.as_secs();
        assert_says(
            "oxupdated.md",
            &format!(
                "| wrong codes of the second factor of one account, wherever they come from | {CODE_FAILURES_FREE}; then a new sign-in for each, and a wait of {first} seconds that doubles to {longest} |"
            ),
        );
        assert_says(
            "oxupdated.md",
            &format!("| wrong sign-ins of all accounts from one place | {PLACE_FAILURES_FREE}; then"),
        );
    }
}

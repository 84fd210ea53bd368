//! Which reports are believed.

use catalog::product::NAME_LENGTH_MAX;
use catalog::report::{DURATION_MAX, Report};
use text::{Explain, Message, message};

/// The most reports of one user that are kept; the oldest go first.
pub(crate) const REPORTS_PER_USER_MAX: u32 = 1_000;
/// How long before the server receives a report an install may have ended, in seconds: 90 days.
const REPORT_AGE_MAX: i64 = 90 * DAY;
/// How far a PC's clock may be ahead of the server's, in seconds: a day.
const CLOCK_AHEAD_MAX: i64 = DAY;
const DAY: i64 = 24 * 60 * 60;

/// Why a report is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum ReportError {
    /// The product's name is empty, too long, or holds control characters.
    Product,
    /// It took longer than [`DURATION_MAX`].
    Duration,
}

/// Judges a report.
///
/// # Errors
/// [`ReportError`] says what cannot be true.
pub(crate) fn judge(report: &Report) -> Result<(), ReportError> {
    let name = &report.product;
    if name.is_empty() || name.chars().count() > NAME_LENGTH_MAX || name.contains(char::is_control) {
        return Err(ReportError::Product);
    }
    if report.duration > DURATION_MAX {
        return Err(ReportError::Duration);
    }
    Ok(())
}

/// When an install ended, in seconds since 1970: as the PC's clock says, unless that clock is plainly wrong; then when the report came.
///
/// The report of a PC with a wrong clock is worth as much as any other, so it is not refused.
pub(crate) fn believed_end(ended_at: i64, received_at: i64) -> i64 {
    let can_be_true =
        received_at.saturating_sub(REPORT_AGE_MAX)..=received_at.saturating_add(CLOCK_AHEAD_MAX);
    if can_be_true.contains(&ended_at) { ended_at } else { received_at }
}

impl Explain for ReportError {
    fn message(&self) -> Message {
        match self {
            Self::Product => message!("report-product-wrong", characters = NAME_LENGTH_MAX),
            Self::Duration => message!("report-duration-wrong", seconds = DURATION_MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::report::{DURATION_MAX, OutcomeKind, Report};
    use catalog::{ProductVersion, UpgradeCode};

    use super::{
        CLOCK_AHEAD_MAX, DAY, REPORT_AGE_MAX, REPORTS_PER_USER_MAX, ReportError, believed_end, judge,
    };
    use crate::reference::grouped;

    fn report() -> Report {
        Report {
            id: uuid::Uuid::from_u128(1),
            device: uuid::Uuid::from_u128(2),
            product: "Notes".to_owned(),
            upgrade_code: UpgradeCode::parse("{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}").unwrap(),
            platform: None,
            from_version: None,
            to_version: ProductVersion::parse("1.0.0").unwrap(),
            outcome: OutcomeKind::Installed,
            exit_code: Some(0),
            duration: 12,
            ended_at: 1_700_000_000,
        }
    }

    #[test]
    fn only_what_can_be_true_is_believed() {
        let check = |change: fn(&mut Report), expected| {
            let mut report = report();
            change(&mut report);
            assert_eq!(judge(&report).err(), expected, "{report:?}");
        };
        check(|_| (), None);
        check(|report| report.product = "ä".repeat(256), None);
        check(|report| report.product = "ä".repeat(257), Some(ReportError::Product));
        check(|report| report.product = String::new(), Some(ReportError::Product));
        check(|report| report.product = "a\u{1b}[2J".to_owned(), Some(ReportError::Product));
        check(|report| report.duration = DURATION_MAX, None);
        check(|report| report.duration = DURATION_MAX + 1, Some(ReportError::Duration));
        check(|report| report.ended_at = i64::MAX, None);
    }

    #[test]
    fn a_clock_that_is_plainly_wrong_is_not_believed() {
        const NOW: i64 = 1_700_000_000;
        let check = |ended_at: i64, expected: i64| assert_eq!(believed_end(ended_at, NOW), expected);
        for believed in [NOW, NOW - 1, NOW - REPORT_AGE_MAX, NOW + CLOCK_AHEAD_MAX] {
            check(believed, believed);
        }
        for absurd in [NOW - REPORT_AGE_MAX - 1, NOW + CLOCK_AHEAD_MAX + 1, 0, -1, i64::MIN, i64::MAX] {
            check(absurd, NOW);
        }
        assert_eq!(believed_end(i64::MIN, i64::MIN), i64::MIN);
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| reports of one user | {};", grouped(REPORTS_PER_USER_MAX));
        crate::reference::assert_says("oxupdated.md", &line);
        let (days, ahead) = (REPORT_AGE_MAX / DAY, CLOCK_AHEAD_MAX / DAY);
        let line =
            format!("more than {days} days before the server receives the report, or {ahead} day after");
        crate::reference::assert_says("http.md", &line);
    }
}

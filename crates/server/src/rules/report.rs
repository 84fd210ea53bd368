//! Which reports are believed.

use catalog::product::NAME_LENGTH_MAX;
use catalog::report::{DURATION_MAX, Report};
use jiff::Timestamp;
use text::{Explain, Message, message};

/// The most reports of one user that are kept; the oldest go first.
pub(crate) const REPORTS_PER_USER_MAX: u32 = 1_000;

/// Why a report is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum ReportError {
    /// The product's name is empty, too long, or holds control characters.
    Product,
    /// It took longer than [`DURATION_MAX`].
    Duration,
    /// It ended at a time that no calendar has.
    EndedAt,
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
    Timestamp::from_second(report.ended_at).map_err(|_| ReportError::EndedAt)?;
    Ok(())
}

impl Explain for ReportError {
    fn message(&self) -> Message {
        match self {
            Self::Product => message!("report-product-wrong", characters = NAME_LENGTH_MAX),
            Self::Duration => message!("report-duration-wrong", seconds = DURATION_MAX),
            Self::EndedAt => message!("report-ended-at-wrong"),
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::report::{DURATION_MAX, OutcomeKind, Report};
    use catalog::{ProductVersion, UpgradeCode};

    use super::{REPORTS_PER_USER_MAX, ReportError, judge};
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
        check(|report| report.ended_at = i64::MAX, Some(ReportError::EndedAt));
        check(|report| report.ended_at = -1, None);
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| reports of one user | {};", grouped(REPORTS_PER_USER_MAX));
        crate::reference::assert_says("oxupdated.md", &line);
    }
}

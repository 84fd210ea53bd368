//! Days, sizes and outcomes in the words of the reader.

use catalog::report::OutcomeKind;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use text::{Language, Message, message};

use crate::model::report::ReportLine;

/// A day.
pub(super) fn date(day: Date) -> Message {
    let month = i32::from(day.month());
    message!("home-date", day = i32::from(day.day()), month = month, year = day.year().to_string())
}

/// A time as RFC 3339 writes it, to the minute, UTC; what is no time is shown as it is.
pub(super) fn time(at: &str, language: Language) -> String {
    let Ok(at) = at.parse::<Timestamp>() else { return at.to_owned() };
    let at = at.to_zoned(TimeZone::UTC);
    let time = format!("{:02}:{:02}", at.hour(), at.minute());
    message!("home-time", date = date(at.date()), time = time).say(language)
}

/// A number of bytes in the unit that suits it.
pub(super) fn size(bytes: u64) -> Size {
    Size(bytes)
}

/// A number of bytes, which waits for a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size(u64);

impl Size {
    /// The size as people who speak the language write it.
    pub(super) fn say(self, language: Language) -> String {
        let mut value = self.0 as f64 / 1_000.0;
        let mut unit = 0_u8;
        while value >= 1_000.0 && unit < 2 {
            value /= 1_000.0;
            unit += 1;
        }
        let digits = usize::from(value < 10.0);
        let number = format!("{value:.digits$}");
        let number = if language == Language::English { number } else { number.replace('.', ",") };
        let said = match unit {
            0 => message!("home-size-kilobytes", number = number),
            1 => message!("home-size-megabytes", number = number),
            _ => message!("home-size-gigabytes", number = number),
        };
        said.say(language)
    }
}

/// What came of an install, for the person whose PC it was.
pub(super) fn outcome(report: &ReportLine) -> Message {
    let said = match report.outcome {
        OutcomeKind::Installed => message!("home-report-installed"),
        OutcomeKind::InstalledNeedsRestart => message!("home-report-installed-needs-restart"),
        OutcomeKind::NotReallyInstalled => message!("home-report-not-really-installed"),
        OutcomeKind::Cancelled => message!("home-report-cancelled"),
        OutcomeKind::Busy => message!("home-report-busy"),
        OutcomeKind::ProgramsOpen => message!("home-report-programs-open"),
        OutcomeKind::NotForThisPc => message!("home-report-not-for-this-pc"),
        OutcomeKind::Failed => message!("home-report-failed"),
        OutcomeKind::DownloadFailed => message!("home-report-download-failed"),
        OutcomeKind::VerificationFailed => message!("home-report-verification-failed"),
    };
    said.with("product", report.product.as_str()).with("version", report.to_version.as_str())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;
    use text::Language::{self, Dutch, English, French, German, Spanish, Swedish};

    use super::{date, size, time};

    #[test]
    fn days_are_written_as_people_write_them() {
        let check = |language: Language, first: &str, other: &str| {
            assert_eq!(date(day(2026, 3, 1)).say(language), first);
            assert_eq!(date(day(2017, 5, 23)).say(language), other);
        };
        check(English, "1 March 2026", "23 May 2017");
        check(German, "1. März 2026", "23. Mai 2017");
        check(French, "1er mars 2026", "23 mai 2017");
        check(Spanish, "1 de marzo de 2026", "23 de mayo de 2017");
        check(Dutch, "1 maart 2026", "23 mei 2017");
        check(Swedish, "1 mars 2026", "23 maj 2017");
    }

    #[test]
    fn times_are_to_the_minute() {
        let check = |at: &str, language: Language, expected: &str| assert_eq!(time(at, language), expected);
        check("2026-12-31T08:05:59Z", English, "31 December 2026, 08:05 UTC");
        check("2026-12-31T08:05:59Z", French, "31 décembre 2026 à 08:05 UTC");
        check("no time", English, "no time");
    }

    #[test]
    fn sizes_are_round() {
        let check = |bytes: u64, language: Language, expected: &str| {
            assert_eq!(size(bytes).say(language), expected, "{bytes}");
        };
        check(1_500, English, "1.5 KB");
        check(1_500, German, "1,5 KB");
        check(12_345_678, French, "12 Mo");
        check(4_294_967_296, Spanish, "4,3 GB");
        check(9_000_000_000_000, Swedish, "9000 GB");
    }
}

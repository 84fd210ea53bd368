//! Sizes and times as a person says them. Pure.

use text::{Message, message};

/// A number of bytes, rounded: bytes, KB, or MB.
#[must_use]
pub fn size(bytes: u64) -> Message {
    const KILOBYTE: u64 = 1024;
    const MEGABYTE: u64 = 1024 * KILOBYTE;
    match bytes {
        0..KILOBYTE => message!("amount-bytes", count = bytes),
        KILOBYTE..MEGABYTE => message!("amount-kilobytes", count = bytes.div_ceil(KILOBYTE)),
        _ => message!("amount-megabytes", count = bytes.div_ceil(MEGABYTE)),
    }
}

/// A number of seconds, rounded: seconds, or minutes.
#[must_use]
pub fn duration(seconds: u64) -> Message {
    if seconds < 100 {
        message!("duration-seconds", count = seconds)
    } else {
        message!("duration-minutes", count = seconds.div_ceil(60))
    }
}

/// How long ago something was, in seconds.
#[must_use]
pub fn ago(seconds: i64) -> Message {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    match seconds {
        ..MINUTE => message!("ago-now"),
        MINUTE..HOUR => message!("ago-minutes", count = seconds / MINUTE),
        HOUR..DAY => message!("ago-hours", count = seconds / HOUR),
        _ => message!("ago-days", count = seconds / DAY),
    }
}

/// A time as those write it who compare it with a log, in UTC: `2027-01-15 08:00`; `at` is in seconds since 1970 (UTC).
#[must_use]
pub fn written_time(at: i64) -> String {
    const DAY: i64 = 24 * 60 * 60;
    // Days since 1 March 0000, in eras of 400 years, whose days are always as many.
    const ERA: i64 = 146_097;
    let days = at.div_euclid(DAY) + 719_468;
    let (era, day_of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Months count from March, and five of them always have 153 days.
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    let minutes = at.rem_euclid(DAY) / 60;
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use text::Language::{English, German};

    use super::{ago, duration, size};

    #[test]
    fn times_are_written_as_in_logs() {
        let check = |at: i64, expected: &str| assert_eq!(super::written_time(at), expected);
        check(0, "1970-01-01 00:00");
        check(951_782_400, "2000-02-29 00:00");
        check(951_868_799, "2000-02-29 23:59");
        check(951_868_800, "2000-03-01 00:00");
        check(1_735_689_599, "2024-12-31 23:59");
        check(1_800_000_000, "2027-01-15 08:00");
        check(4_107_542_400, "2100-03-01 00:00");
        check(-1, "1969-12-31 23:59");
    }

    #[test]
    fn sizes_and_times_are_rounded_as_a_person_would() {
        let check = |message: text::Message, english: &str, german: &str| {
            assert_eq!((message.say(English), message.say(German)), (english.to_owned(), german.to_owned()));
        };
        check(size(1), "1 byte", "1 Byte");
        check(size(1023), "1023 bytes", "1023 Bytes");
        check(size(1025), "2 KB", "2 KB");
        check(size(12 * 1024 * 1024), "12 MB", "12 MB");
        check(duration(1), "1 second", "1 Sekunde");
        check(duration(99), "99 seconds", "99 Sekunden");
        check(duration(100), "2 minutes", "2 Minuten");
        check(ago(-5), "just now", "gerade eben");
        check(ago(60), "1 minute ago", "vor 1 Minute");
        check(ago(7_300), "2 hours ago", "vor 2 Stunden");
        check(ago(3 * 86_400), "3 days ago", "vor 3 Tagen");
    }
}

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

#[cfg(test)]
mod tests {
    use text::Language::{English, German};

    use super::{ago, duration, size};

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

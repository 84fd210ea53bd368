//! What the headers of an answer say, as far as updates are concerned.
//!
//! Source: RFC 9110, "ETag", "Content-Range", "Retry-After".

use std::time::SystemTime;

use ureq::http::header::{self, HeaderMap, HeaderName};

use crate::server::Validator;

/// The longest validator that is kept, in characters.
pub(crate) const VALIDATOR_LENGTH_MAX: usize = 1_024;
/// The longest that a server can ask to wait, in seconds: a day. More is taken for that.
pub(crate) const RETRY_AFTER_MAX: u64 = 24 * 60 * 60;

/// Which bytes of a file an answer holds: `bytes FIRST-LAST/SIZE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ContentRange {
    pub(crate) first: u64,
    pub(crate) last: u64,
    pub(crate) size: u64,
}

/// The validator for asking whether something changed; a weak one will do.
pub(crate) fn validator(headers: &HeaderMap) -> Option<Validator> {
    let written = text(headers, header::ETAG)?;
    let opaque = written.strip_prefix("W/").unwrap_or(written);
    let is_quoted = opaque.len() >= 2 && opaque.starts_with('"') && opaque.ends_with('"');
    (is_quoted && written.len() <= VALIDATOR_LENGTH_MAX).then(|| Validator(written.to_owned()))
}

/// The validator for going on with a download: only a strong one says that the bytes are the same.
pub(crate) fn strong_validator(headers: &HeaderMap) -> Option<Validator> {
    validator(headers).filter(|validator| !validator.0.starts_with("W/"))
}

/// Reads Content-Range; `None` if it is absent, does not tell the whole size, or is no range at all.
pub(crate) fn content_range(headers: &HeaderMap) -> Option<ContentRange> {
    let (range, size) = text(headers, header::CONTENT_RANGE)?.strip_prefix("bytes ")?.split_once('/')?;
    let (first, last) = range.split_once('-')?;
    let range = ContentRange { first: number(first)?, last: number(last)?, size: number(size)? };
    (range.first <= range.last && range.last < range.size).then_some(range)
}

/// In how many seconds the server wants to be asked again; `None` if it does not say so. It may name a time: that counts from the server's
/// own clock, if it tells it, else from `now`; one that is over is in no seconds.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<u64> {
    let written = text(headers, header::RETRY_AFTER)?;
    let seconds = number(written).or_else(|| {
        let until = httpdate::parse_http_date(written).ok()?;
        let from = text(headers, header::DATE).and_then(|date| httpdate::parse_http_date(date).ok());
        Some(until.duration_since(from.unwrap_or(now)).unwrap_or_default().as_secs())
    });
    seconds.map(|seconds| seconds.min(RETRY_AFTER_MAX))
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

/// Digits only: no sign, no blank.
fn number(written: &str) -> Option<u64> {
    written.bytes().all(|byte| byte.is_ascii_digit()).then(|| written.parse().ok())?
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use ureq::http::header::{HeaderMap, HeaderName, HeaderValue};

    use super::{ContentRange, content_range, retry_after, strong_validator, validator};

    fn headers(name: &'static str, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn a_weak_validator_tells_a_change_and_resumes_nothing() {
        let check = |written: &str, told: bool, resumes: bool| {
            let headers = headers("etag", written);
            assert_eq!(validator(&headers).map(|validator| validator.0), told.then(|| written.to_owned()));
            assert_eq!(strong_validator(&headers).is_some(), resumes, "{written}");
        };
        check("\"a1\"", true, true);
        check("\"\"", true, true);
        check("W/\"a1\"", true, false);
        check("a1", false, false);
        check("\"", false, false);
        check(&format!("\"{}\"", "a".repeat(super::VALIDATOR_LENGTH_MAX)), false, false);
        assert_eq!(validator(&HeaderMap::new()), None);
    }

    #[test]
    fn a_range_is_read_whole_or_not_at_all() {
        let check = |written: &str, expected: Option<(u64, u64, u64)>| {
            let expected = expected.map(|(first, last, size)| ContentRange { first, last, size });
            assert_eq!(content_range(&headers("content-range", written)), expected, "{written}");
        };
        check("bytes 5-9/10", Some((5, 9, 10)));
        check("bytes 0-0/1", Some((0, 0, 1)));
        check("bytes 5-9/*", None);
        check("bytes */10", None);
        check("bytes 5-10/10", None);
        check("bytes 9-5/10", None);
        check("bytes +5-9/10", None);
        check("bytes 5-9", None);
        check("lines 5-9/10", None);
        check("bytes 5-99999999999999999999/999999999999999999999", None);
    }

    #[test]
    fn seconds_and_times_are_understood() {
        let now = UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        let check = |written: &str, expected| {
            assert_eq!(retry_after(&headers("retry-after", written), now), expected, "{written}");
        };
        check("120", Some(120));
        check("18446744073709551615", Some(super::RETRY_AFTER_MAX));
        check("18446744073709551616", None);
        check("Fri, 15 Jan 2027 08:10:00 GMT", Some(600));
        check("Friday, 15-Jan-27 08:10:00 GMT", Some(600));
        check("Fri, 15 Jan 2027 08:00:00 GMT", Some(0));
        check("Fri, 31 Dec 1999 23:59:59 GMT", Some(0));
        check("Fri, 31 Dec 2100 23:59:59 GMT", Some(super::RETRY_AFTER_MAX));
        check("Fri, 32 Jan 2027 08:10:00 GMT", None);
        let mut both = headers("retry-after", "Fri, 15 Jan 2027 08:10:00 GMT");
        both.insert("date", HeaderValue::from_static("Fri, 15 Jan 2027 08:09:00 GMT"));
        assert_eq!(retry_after(&both, now), Some(60), "by the server's own clock");
        check("-1", None);
        check("", None);
    }
}

//! Conditions and ranges of requests, pure. Source: RFC 9110, sections 13 and 14.
//!
//! Answers bear strong entity tags and no dates, so a condition by date never holds.

use std::ops::Range;

use axum::http::header::{IF_MATCH, IF_NONE_MATCH, IF_RANGE, RANGE};
use axum::http::{HeaderMap, HeaderName, Method};

/// How many entity tags of a request are looked at.
const ENTITY_TAGS_MAX: usize = 32;

/// Which part of a file a request is to be answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// These bytes.
    Bytes(Range<u64>),
    /// None of what was asked for is there.
    Outside,
}

/// Whether the client has the current answer already.
pub(super) fn has_current(headers: &HeaderMap, entity_tag: &str) -> bool {
    entity_tags(headers, &IF_NONE_MATCH)
        .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == entity_tag)
}

/// Whether the client asks only for the version of which it has a part, and that is not the current one.
pub(super) fn is_another(headers: &HeaderMap, entity_tag: &str) -> bool {
    headers.contains_key(IF_MATCH)
        && !entity_tags(headers, &IF_MATCH).any(|tag| tag == "*" || tag == entity_tag)
}

/// Which part of a file of `size` bytes is asked for. What is not understood counts as not said, and so do several ranges.
pub(super) fn part(method: &Method, headers: &HeaderMap, entity_tag: &str, size: u64) -> Part {
    let mut ranges = headers.get_all(RANGE).iter();
    let (Some(range), None, true) = (ranges.next(), ranges.next(), method == Method::GET) else {
        return Part::Whole;
    };
    let is_same = |tag: &axum::http::HeaderValue| tag.as_bytes().trim_ascii() == entity_tag.as_bytes();
    if !headers.get_all(IF_RANGE).iter().all(is_same) {
        return Part::Whole;
    }
    range.to_str().ok().and_then(|range| parse(range, size)).unwrap_or(Part::Whole)
}

fn parse(range: &str, size: u64) -> Option<Part> {
    let (unit, spec) = range.split_once('=')?;
    let (first, last) = spec.trim().split_once('-')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let bytes = match (first, last) {
        ("", last) => size.saturating_sub(number(last)?)..size,
        (first, "") => number(first)?..size,
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            first..last.saturating_add(1).min(size)
        }
    };
    Some(if bytes.is_empty() { Part::Outside } else { Part::Bytes(bytes) })
}

/// A number of bytes; one beyond 64 bits is as good as the highest.
fn number(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

fn entity_tags<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a str> {
    // Our own tags hold no comma, so a foreign one that does, and is cut here, equals none of ours.
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim).take(ENTITY_TAGS_MAX)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, Method};

    use super::{Part, has_current, is_another, part};

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_client_that_has_the_answer_is_told_so() {
        let check = |value: &str, expected| {
            assert_eq!(has_current(&headers(&[("if-none-match", value)]), "\"a\""), expected, "{value}");
        };
        check("\"a\"", true);
        check("W/\"a\"", true);
        check("\"b\", \"a\"", true);
        check("*", true);
        check("\"b\"", false);
        check("a", false);
        check("", false);
        assert!(!has_current(&HeaderMap::new(), "\"a\""));
    }

    #[test]
    fn a_client_may_ask_for_the_version_it_knows_and_no_other() {
        let check = |value: &str, expected| {
            assert_eq!(is_another(&headers(&[("if-match", value)]), "\"a\""), expected, "{value}");
        };
        check("\"a\"", false);
        check("*", false);
        check("\"b\"", true);
        check("W/\"a\"", true);
        assert!(!is_another(&HeaderMap::new(), "\"a\""));
    }

    #[test]
    fn one_range_is_understood() {
        let check = |range: &str, size, expected: Part| {
            let headers = headers(&[("range", range)]);
            assert_eq!(part(&Method::GET, &headers, "\"a\"", size), expected, "{range} of {size}");
        };
        check("bytes=0-0", 10, Part::Bytes(0..1));
        check("bytes=3-", 10, Part::Bytes(3..10));
        check("bytes=3-99", 10, Part::Bytes(3..10));
        check("bytes=-4", 10, Part::Bytes(6..10));
        check("bytes=-99", 10, Part::Bytes(0..10));
        check("BYTES = 3-4", 10, Part::Bytes(3..5));
        check("bytes=0-18446744073709551615", 10, Part::Bytes(0..10));
        check("bytes=99999999999999999999-", 10, Part::Outside);
        check("bytes=10-", 10, Part::Outside);
        check("bytes=-0", 10, Part::Outside);
        check("bytes=0-", 0, Part::Outside);
        for not_understood in [
            "bytes=0-1,3-4",
            "bytes=4-3",
            "bytes=a-b",
            "bytes=",
            "bytes=-",
            "items=0-1",
            "0-1",
            "bytes=+1-2",
            "bytes=1",
        ] {
            check(not_understood, 10, Part::Whole);
        }
    }

    #[test]
    fn a_range_is_for_the_file_that_the_client_has_a_part_of() {
        let check = |pairs: &[(&str, &str)], method: Method, expected: Part| {
            assert_eq!(part(&method, &headers(pairs), "\"a\"", 10), expected, "{pairs:?}");
        };
        let range = ("range", "bytes=3-");
        check(&[range, ("if-range", "\"a\"")], Method::GET, Part::Bytes(3..10));
        check(&[range, ("if-range", "\"b\"")], Method::GET, Part::Whole);
        check(&[range, ("if-range", "W/\"a\"")], Method::GET, Part::Whole);
        check(&[range, ("if-range", "Tue, 15 Nov 1994 12:45:26 GMT")], Method::GET, Part::Whole);
        check(&[range], Method::HEAD, Part::Whole);
        check(&[], Method::GET, Part::Whole);
    }
}

//! Whether a certificate is good for what it is used for.

use jiff::{SignedDuration, Timestamp};

use crate::model::certificate::CertificateState;

/// How long before its end a certificate needs attention.
pub(crate) const ATTENTION_DAYS: i64 = 21;

/// How a certificate stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    /// It does not count yet.
    NotYet,
    /// It counts, for a while.
    Good,
    /// It ends within [`ATTENTION_DAYS`].
    EndsSoon,
    /// It counts no longer.
    Ended,
}

/// How a certificate stands at a time.
pub(crate) fn term(certificate: &CertificateState, now: Timestamp) -> Term {
    let left = certificate.ends_at.duration_since(now);
    if now < certificate.begins_at {
        Term::NotYet
    } else if left <= SignedDuration::ZERO {
        Term::Ended
    } else if left <= SignedDuration::from_hours(24 * ATTENTION_DAYS) {
        Term::EndsSoon
    } else {
        Term::Good
    }
}

/// Whether a certificate is for a host: by its name, by `*` in place of the name's first part, or by its address.
///
/// Source: RFC 6125, section 6.4.
pub(crate) fn is_for(certificate: &CertificateState, host: &str) -> bool {
    let host = host.trim_end_matches('.').trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
    certificate.names.iter().any(|name| {
        let name = name.to_ascii_lowercase();
        let behind_star = || name.strip_prefix("*.").zip(host.split_once('.'));
        name == host || behind_star().is_some_and(|(named, (first, rest))| !first.is_empty() && named == rest)
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Term, is_for, term};
    use crate::model::certificate::CertificateState;

    fn certificate(names: &[&str]) -> CertificateState {
        CertificateState {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            begins_at: "2026-01-01T00:00:00Z".parse().unwrap(),
            ends_at: "2026-03-01T00:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_certificate_has_its_time() {
        let check = |now: &str, expected| {
            let now: Timestamp = now.parse().unwrap();
            assert_eq!(term(&certificate(&[]), now), expected, "{now}");
        };
        check("2025-12-31T23:59:59Z", Term::NotYet);
        check("2026-01-01T00:00:00Z", Term::Good);
        check("2026-02-07T23:59:59Z", Term::Good);
        check("2026-02-08T00:00:00Z", Term::EndsSoon);
        check("2026-02-28T23:59:59Z", Term::EndsSoon);
        check("2026-03-01T00:00:00Z", Term::Ended);
    }

    #[test]
    fn a_certificate_is_for_its_names() {
        let check = |names: &[&str], host: &str, expected| {
            assert_eq!(is_for(&certificate(names), host), expected, "{names:?} {host}");
        };
        check(&["updates.example.com"], "updates.example.com", true);
        check(&["Updates.Example.com"], "UPDATES.example.com.", true);
        check(&["a.example", "b.example"], "b.example", true);
        check(&["updates.example.com"], "example.com", false);
        check(&["*.example.com"], "updates.example.com", true);
        check(&["*.example.com"], "a.updates.example.com", false);
        check(&["*.example.com"], "example.com", false);
        check(&["*.example.com"], ".example.com", false);
        check(&["192.0.2.1"], "192.0.2.1", true);
        check(&["2001:db8::1"], "[2001:db8::1]", true);
        check(&[], "a.example", false);
    }
}

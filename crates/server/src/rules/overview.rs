//! What needs attention, and how pressing it is.

use jiff::Timestamp;
use text::{Message, message};

use super::certificate::{Term, term};
use crate::model::certificate::CertificateState;
use crate::model::overview::{Concern, Failing, Room};

/// How many days of reports the overview looks at.
pub(crate) const FAILING_DAYS: i64 = 7;
/// The most versions whose failing installs the overview names.
pub(crate) const FAILING_MAX: u32 = 10;
/// With less room than this, a disk is always near its end: 1 GB.
const ROOM_MIN: u64 = 1_000_000_000;
/// With more room than this, it never is: 20 GB.
const ROOM_AMPLE: u64 = 20_000_000_000;
/// Between the two, it is when less than one part in so many is free.
const ROOM_SHARE: u64 = 10;

const MEGABYTE: u64 = 1_000_000;

/// Whether a disk is near its end.
pub(crate) fn is_near_end(room: Room) -> bool {
    let is_small_share = room.free < room.size / ROOM_SHARE;
    room.free < ROOM_MIN || (room.free < ROOM_AMPLE && is_small_share)
}

/// The concern that a certificate is, if its end is near or past.
pub(crate) fn of_certificate(certificate: &CertificateState, now: Timestamp) -> Option<Concern> {
    let is_concern = matches!(term(certificate, now), Term::EndsSoon | Term::Ended);
    let days = certificate.ends_at.duration_since(now).as_hours() / 24;
    is_concern.then(|| Concern::Certificate { ends_at: certificate.ends_at.to_string(), days })
}

/// Puts what is most pressing first: what stops everybody, then what stops some, then what only waits.
pub(crate) fn by_urgency(mut concerns: Vec<Concern>) -> Vec<Concern> {
    let rank = |concern: &Concern| match concern {
        Concern::Disk { .. } => 0,
        Concern::Certificate { .. } => 1,
        Concern::Failing(_) => 2,
        Concern::Unseen { .. } => 3,
    };
    concerns.sort_by_key(rank);
    concerns
}

/// A concern in a sentence or two: what is wrong, and the way out.
pub(crate) fn in_words(concern: &Concern) -> Message {
    match concern {
        Concern::Disk { free, size } => {
            message!("concern-disk", free = *free / MEGABYTE, size = *size / MEGABYTE)
        }
        Concern::Certificate { ends_at, days } if *days <= 0 => {
            message!("concern-certificate-ended", at = ends_at)
        }
        Concern::Certificate { ends_at, days } => {
            message!("concern-certificate", at = ends_at, days = *days)
        }
        Concern::Failing(Failing { product, version, failed, reports, .. }) => message!(
            "concern-failing",
            product = product,
            version = version,
            failed = *failed,
            reports = *reports,
            days = FAILING_DAYS
        ),
        Concern::Unseen { devices, of, days, .. } => {
            message!("concern-unseen", devices = *devices, of = *of, days = *days)
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{FAILING_DAYS, is_near_end, of_certificate};
    use crate::model::certificate::CertificateState;
    use crate::model::overview::{Concern, Room};

    #[test]
    fn a_certificate_is_a_concern_near_its_end_and_behind_it() {
        let at = |written: &str| written.parse::<Timestamp>().unwrap();
        let (begins_at, ends_at) = (at("2026-01-01T00:00:00Z"), at("2026-03-01T00:00:00Z"));
        let certificate = CertificateState { names: Vec::new(), begins_at, ends_at };
        let check = |now: &str, expected: Option<i64>| {
            let days = of_certificate(&certificate, at(now)).map(|concern| match concern {
                Concern::Certificate { days, .. } => days,
                other => panic!("{other:?}"),
            });
            assert_eq!(days, expected, "{now}");
        };
        check("2026-02-01T00:00:00Z", None);
        check("2026-02-19T00:00:00Z", Some(10));
        check("2026-03-11T00:00:00Z", Some(-10));
    }

    #[test]
    fn a_disk_is_near_its_end() {
        const GB: u64 = 1_000_000_000;
        let check = |free: u64, size: u64, expected: bool| {
            assert_eq!(is_near_end(Room { free, size }), expected, "{free} of {size}");
        };
        check(GB - 1, 2 * GB, true);
        check(GB, 2 * GB, false);
        check(2 * GB, 100 * GB, true);
        check(10 * GB, 100 * GB, false);
        check(19 * GB, 1_000 * GB, true);
        check(20 * GB, 4_000 * GB, false);
        check(0, 0, true);
        check(u64::MAX, u64::MAX, false);
    }

    #[test]
    fn the_limits_are_told() {
        let line = format!("failing installs of the last {FAILING_DAYS} days");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}

//! What needs attention, and how pressing it is.

use jiff::Timestamp;
use text::{Message, message};

use super::certificate::{Term, term};
use crate::model::certificate::CertificateState;
use crate::model::overview::{Concern, Failing, Room};
use crate::model::updater_package::UpdaterPackage;
use crate::model::user::{PasswordState, Role, SecondFactor, Standing, User};
use crate::model::webhook::WebhookStanding;
use crate::rules::entrance::{Demands, needs_second_factor};
use crate::rules::inspection::size_in_words;

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

/// What there is of accounts that may sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Accounts {
    /// How many there are.
    pub(crate) all: u32,
    /// Whether some of them are of people who have no role but that.
    pub(crate) people: bool,
    /// How many have no password yet.
    pub(crate) without_password: u32,
    /// How many have no second factor that the settings ask for.
    pub(crate) without_second_factor: u32,
}

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

/// What the accounts that may sign in give cause for.
pub(crate) fn of_users<'a>(users: impl IntoIterator<Item = &'a User>, demands: Demands) -> Accounts {
    let mut found = Accounts::default();
    for user in users.into_iter().filter(|user| user.standing == Standing::Enabled) {
        found.all = found.all.saturating_add(1);
        found.people |= user.role == Role::User;
        let source = user.source.as_ref();
        if PasswordState::of(&user.password_hash, user.password_kind, source) == PasswordState::None {
            found.without_password = found.without_password.saturating_add(1);
        }
        if needs_second_factor(user, demands) && user.second_factor == SecondFactor::None {
            found.without_second_factor = found.without_second_factor.saturating_add(1);
        }
    }
    found
}

/// The concerns that accounts are; people who may sign in look for the updater.
pub(crate) fn of_accounts(accounts: Accounts, updater: Option<&UpdaterPackage>) -> Vec<Concern> {
    let Accounts { without_password, without_second_factor, people, .. } = accounts;
    let second_factor =
        (without_second_factor > 0).then_some(Concern::SecondFactor { users: without_second_factor });
    let password = (without_password > 0).then_some(Concern::NoPassword { users: without_password });
    let no_updater = (people && updater.is_none()).then_some(Concern::NoUpdaterPackage);
    [second_factor, password, no_updater].into_iter().flatten().collect()
}

/// Puts what is most pressing first: what stops everybody, then what stops some, then what only waits.
pub(crate) fn by_urgency(mut concerns: Vec<Concern>) -> Vec<Concern> {
    let rank = |concern: &Concern| match concern {
        Concern::Disk { .. } => 0,
        Concern::Certificate { .. } => 1,
        Concern::Failing(_) => 2,
        Concern::Webhook { .. } => 3,
        Concern::SecondFactor { .. } => 4,
        Concern::NoUpdaterPackage => 5,
        Concern::Warnings { .. } => 6,
        Concern::Unseen { .. } => 7,
        Concern::NoPassword { .. } => 8,
        Concern::Drafts { .. } => 9,
    };
    concerns.sort_by_key(rank);
    concerns
}

/// A concern in a sentence or two: what is wrong, and the way out.
pub(crate) fn in_words(concern: &Concern) -> Message {
    match concern {
        Concern::Disk { free, size } => {
            message!("concern-disk", free = size_in_words(*free), size = size_in_words(*size))
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
        Concern::Webhook { host, standing: WebhookStanding::Gone, .. } => {
            message!("concern-webhook-gone", host = host)
        }
        Concern::Webhook { host, .. } => message!("concern-webhook-failing", host = host),
        Concern::SecondFactor { users } => message!("concern-second-factor", users = *users),
        Concern::NoUpdaterPackage => message!("concern-no-updater-package"),
        Concern::Warnings { packages } => message!("concern-warnings", packages = *packages),
        Concern::NoPassword { users } => message!("concern-no-password", users = *users),
        Concern::Drafts { drafts } => message!("concern-drafts", drafts = *drafts),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Accounts, FAILING_DAYS, by_urgency, in_words, is_near_end, of_accounts, of_certificate};
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
    fn accounts_give_cause_for_concern() {
        let check = |accounts: Accounts, expected: &[Concern]| {
            assert_eq!(by_urgency(of_accounts(accounts, None)), expected, "{accounts:?}");
        };
        check(Accounts { all: 1, ..Accounts::default() }, &[]);
        check(Accounts { all: 2, people: true, ..Accounts::default() }, &[Concern::NoUpdaterPackage]);
        check(
            Accounts { all: 3, people: true, without_password: 2, without_second_factor: 1 },
            &[
                Concern::SecondFactor { users: 1 },
                Concern::NoUpdaterPackage,
                Concern::NoPassword { users: 2 },
            ],
        );
    }

    #[test]
    fn one_is_spoken_of_as_one() {
        let check = |concern: Concern, expected: &str| {
            let said = in_words(&concern).to_string();
            assert!(said.starts_with(expected), "{said}");
        };
        check(Concern::Drafts { drafts: 1 }, "1 draft waits for");
        check(Concern::Drafts { drafts: 2 }, "2 drafts wait for");
        check(Concern::Warnings { packages: 1 }, "1 package on offer has warnings.");
        check(Concern::NoPassword { users: 12 }, "12 accounts have no password yet");
        check(Concern::SecondFactor { users: 1 }, "1 account above user has no second factor");
        let unseen = |devices, of, days| Concern::Unseen { devices, of, since: String::new(), days };
        check(unseen(1, 1, 1), "The only device was not seen for 1 day.");
        check(unseen(1, 2, 30), "1 of 2 devices was not seen for 30 days.");
        check(unseen(2, 3, 30), "2 of 3 devices were not seen for 30 days.");
        let disk = Concern::Disk { free: 19_563_000_000, size: 270_100_000_000 };
        check(disk, "The disk of the data folder is nearly full: 19.6 GB of 271 GB are free.");
    }

    #[test]
    fn the_limits_are_told() {
        let line = format!("failing installs of the last {FAILING_DAYS} days");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}

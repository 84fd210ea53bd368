//! The loop guard: what failed is not tried again unattended until the publisher changes it. Pure.

use catalog::report::OutcomeKind;
use catalog::{Product, digest};
use serde::{Deserialize, Serialize};
use text::{Message, message};
use uuid::Uuid;

/// How often an install of one offer may end without a word of Windows Installer, such as by a power cut, before it is held back.
pub const UNEXPLAINED_MAX: usize = 3;

const DAY: i64 = 24 * 60 * 60;

/// What tells one offer from another that a publisher made of it: the SHA-256 of all that decides how an install goes.
#[must_use]
pub fn fingerprint(product: &Product) -> String {
    let written = |value: Option<String>| value.unwrap_or_default();
    let parts = [
        product.upgrade_code.to_string(),
        product.version.to_string(),
        written(product.product_code.map(|code| code.to_string())),
        written(product.platform.map(|platform| platform.to_string())),
        written(product.sha256.map(|sha256| sha256.to_string())),
        written(product.md5.map(|md5| md5.to_string())),
        written(product.size.map(|size| size.to_string())),
        product.install_params.to_string(),
        product.url.clone(),
    ];
    let mut digester = digest::Digester::default();
    for part in parts {
        digester.update(&(part.len() as u64).to_le_bytes());
        digester.update(part.as_bytes());
    }
    digester.finish().sha256.to_string()
}

/// The most attempts that are remembered of all offers.
pub const ATTEMPTS_MAX: usize = 1_000;

/// An install of the past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The number of its report, by which it is told from others.
    pub report: Uuid,
    /// The [`fingerprint`] of what was offered then.
    pub offer: String,
    /// What came of it.
    pub kind: OutcomeKind,
    /// How Windows Installer ended, where it said so.
    pub exit_code: Option<u32>,
    /// When it ended, in seconds since 1970 (UTC).
    pub ended_at: i64,
}

/// Why an offer is not tried again unattended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// How many whole days ago it failed.
    pub days: i64,
}

/// What an attempt says about the next one.
enum Weight {
    /// It would end the same way.
    Decides,
    /// It says something if it happens again and again.
    Counts,
    /// It says nothing: the person, the network or another install was the reason.
    Nothing,
    /// It went well, so what was before does not matter.
    Clears,
}

/// Whether an offer is held back, by what was tried before, the newest first; `now` in seconds since 1970 (UTC).
#[must_use]
pub fn held(offer: &str, attempts: &[Attempt], now: i64) -> Option<Held> {
    let mut unexplained = 0;
    let mut latest = None;
    for attempt in attempts.iter().filter(|attempt| attempt.offer == offer) {
        let days = (now.saturating_sub(attempt.ended_at) / DAY).max(0);
        match weight(attempt) {
            Weight::Decides => return Some(Held { days: latest.unwrap_or(days) }),
            Weight::Counts => {
                unexplained += 1;
                let days = *latest.get_or_insert(days);
                if unexplained >= UNEXPLAINED_MAX {
                    return Some(Held { days });
                }
            }
            Weight::Nothing => {}
            Weight::Clears => return None,
        }
    }
    None
}

/// What is remembered when an attempt has ended, of what was remembered before; both the newest first.
///
/// What says nothing about the next attempt pushes out nothing; what went well makes an offer's past forgotten.
#[must_use]
pub fn remembered(mut attempts: Vec<Attempt>, ended: Attempt) -> Vec<Attempt> {
    let is_known = attempts.iter().any(|attempt| attempt.report == ended.report);
    match weight(&ended) {
        Weight::Nothing => {}
        _ if is_known => {}
        Weight::Clears => attempts.retain(|attempt| attempt.offer != ended.offer),
        Weight::Counts | Weight::Decides => {
            let mut of_this = 1;
            attempts.retain(|attempt| {
                of_this += usize::from(attempt.offer == ended.offer);
                attempt.offer != ended.offer || of_this <= UNEXPLAINED_MAX
            });
            attempts.insert(0, ended);
        }
    }
    attempts.truncate(ATTEMPTS_MAX);
    attempts
}

fn weight(attempt: &Attempt) -> Weight {
    match (attempt.kind, attempt.exit_code) {
        (OutcomeKind::Installed | OutcomeKind::InstalledNeedsRestart, _) => Weight::Clears,
        (
            OutcomeKind::Cancelled
            | OutcomeKind::Busy
            | OutcomeKind::ProgramsOpen
            | OutcomeKind::DownloadFailed,
            _,
        ) => Weight::Nothing,
        (OutcomeKind::Failed, None) => Weight::Counts,
        (
            OutcomeKind::Failed
            | OutcomeKind::NotReallyInstalled
            | OutcomeKind::NotForThisPc
            | OutcomeKind::VerificationFailed,
            _,
        ) => Weight::Decides,
    }
}

impl Held {
    /// Why it is held back, and what lets it go on.
    #[must_use]
    pub fn message(&self) -> Message {
        message!("plan-held", days = self.days)
    }
}

#[cfg(test)]
mod tests {
    use catalog::report::OutcomeKind::{
        self, Busy, Cancelled, DownloadFailed, Failed, Installed, InstalledNeedsRestart, NotForThisPc,
        NotReallyInstalled, ProgramsOpen, VerificationFailed,
    };
    use catalog::{InstallParams, Product, ProductVersion, Sha256};

    use uuid::Uuid;

    use super::{ATTEMPTS_MAX, Attempt, DAY, UNEXPLAINED_MAX, fingerprint, held, remembered};
    use crate::examples::product;

    const NOW: i64 = 1_700_000_000;

    #[test]
    fn what_failed_waits_for_another_offer() {
        // The newest first, each by its kind, its exit code and the days since.
        let check = |past: &[(OutcomeKind, Option<u32>, i64)], expected: Option<i64>| {
            let attempts: Vec<Attempt> = past
                .iter()
                .map(|(kind, exit_code, days)| Attempt {
                    report: Uuid::nil(),
                    offer: "this".to_owned(),
                    kind: *kind,
                    exit_code: *exit_code,
                    ended_at: NOW - days * DAY - 5,
                })
                .collect();
            assert_eq!(held("this", &attempts, NOW).map(|held| held.days), expected, "{past:?}");
            assert_eq!(held("another", &attempts, NOW), None, "{past:?}");
        };
        check(&[], None);
        check(&[(Failed, Some(1603), 0)], Some(0));
        check(&[(Failed, Some(1603), 400)], Some(400));
        check(&[(NotReallyInstalled, Some(0), 1)], Some(1));
        check(&[(NotForThisPc, Some(1633), 2)], Some(2));
        check(&[(NotForThisPc, Some(1638), 2)], Some(2));
        // Only the verified package told that it is for another processor.
        check(&[(NotForThisPc, None, 2)], Some(2));
        check(&[(ProgramsOpen, None, 0), (ProgramsOpen, None, 1), (ProgramsOpen, None, 2)], None);
        check(&[(VerificationFailed, None, 3)], Some(3));
        check(&[(DownloadFailed, None, 0)], None);
        check(&[(Busy, Some(1618), 0), (Busy, None, 1)], None);
        check(&[(Cancelled, Some(1602), 0), (Cancelled, None, 0), (Cancelled, Some(1625), 0)], None);
        // A person who cancels a second attempt does not make the first one undone.
        check(&[(Cancelled, Some(1602), 0), (Failed, Some(1603), 4)], Some(4));
        check(&[(Installed, Some(0), 0), (Failed, Some(1603), 1)], None);
        check(&[(InstalledNeedsRestart, Some(3010), 0), (Failed, Some(1603), 1)], None);
        // Twice interrupted may be two power cuts; thrice is the package.
        let cut = |days| (Failed, None, days);
        check(&[cut(0), cut(1)], None);
        check(&[cut(0), cut(1), cut(2)], Some(0));
        check(&[cut(0), (Installed, Some(0), 1), cut(2), cut(3)], None);
        check(&[cut(0), (Failed, Some(1603), 1)], Some(0));
        // A clock that was set back is no reason to try again.
        check(&[(Failed, Some(1603), -3)], Some(0));
    }

    #[test]
    fn nothing_but_its_own_success_makes_a_verdict_forgotten() {
        let attempt = |number: u32, offer: &str, kind, exit_code| Attempt {
            report: Uuid::from_u128(number.into()),
            offer: offer.to_owned(),
            kind,
            exit_code,
            ended_at: NOW,
        };
        // What follows a failure of this offer, again and again, each under another number; and whether it is held then.
        let check = |offer: &str, kind, exit_code, times: u32, expected: bool| {
            let failed = remembered(Vec::new(), attempt(0, "this", Failed, Some(1603)));
            let attempts = (1..=times).fold(failed, |attempts, number| {
                remembered(attempts, attempt(number, offer, kind, exit_code))
            });
            assert_eq!(held("this", &attempts, NOW).is_some(), expected, "{offer} {kind:?}");
            assert!(attempts.len() <= UNEXPLAINED_MAX + 1, "{attempts:?}");
        };
        for kind in [ProgramsOpen, DownloadFailed, Busy, Cancelled] {
            check("this", kind, None, 200, true);
            check("another", kind, None, 200, true);
        }
        check("another", Installed, Some(0), 200, true);
        check("another", Failed, Some(1603), 200, true);
        check("this", Failed, None, 200, true);
        check("this", Installed, Some(0), 1, false);
        let cut = |number| attempt(number, "this", Failed, None);
        let twice = remembered(remembered(Vec::new(), cut(1)), cut(2));
        assert_eq!(held("this", &twice, NOW), None);
        // What is told again, because it was cut off, counts once.
        assert_eq!(remembered(twice.clone(), cut(2)), twice);
        let many = (0..2_000).fold(Vec::new(), |attempts, number| {
            remembered(attempts, attempt(number, &number.to_string(), Failed, Some(1603)))
        });
        assert_eq!(many.len(), ATTEMPTS_MAX);
        assert_eq!(held("1999", &many, NOW), Some(super::Held { days: 0 }));
    }

    #[test]
    fn whatever_decides_how_an_install_goes_makes_another_offer() {
        let offer = product("Notes", "7.8.4");
        let check = |changed: Product, same: bool| {
            assert_eq!(fingerprint(&offer) == fingerprint(&changed), same, "{changed:?}");
        };
        let with = |change: &dyn Fn(&mut Product)| {
            let mut changed = offer.clone();
            change(&mut changed);
            changed
        };
        check(with(&|_| ()), true);
        check(with(&|offer| offer.name = "Other".to_owned()), true);
        check(with(&|offer| offer.release_notes = Some("New".to_owned())), true);
        check(with(&|offer| offer.version = ProductVersion::parse("7.8.4.1").unwrap()), false);
        check(with(&|offer| offer.sha256 = Sha256::parse(&"ab".repeat(32)).ok()), false);
        check(with(&|offer| offer.md5 = None), false);
        check(with(&|offer| offer.size = Some(1)), false);
        check(with(&|offer| offer.install_params = InstallParams::parse("/qn").unwrap()), false);
        check(with(&|offer| offer.url = "other.msi".to_owned()), false);
        check(with(&|offer| offer.product_code = None), false);
    }
}

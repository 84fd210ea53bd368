//! What is told to the server about installs: made here, kept on disk, sent when the server can be reached.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use catalog::Product;
use catalog::report::{DURATION_MAX, REPORT_SIZE_MAX, Report};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::machine::Installed;
use crate::outcome::Outcome;
use crate::server::{Delivery, Server, ServerError};
use crate::state::{Owner, StateError, keep_newest, make_private, read, replace};

/// The most reports that wait; the oldest ones go.
pub const REPORTS_MAX: usize = 200;
/// How long a report may wait, in seconds: 30 days.
pub const REPORT_AGE_MAX: i64 = 30 * 24 * 60 * 60;

/// What a report takes on disk at most: itself, and for whom it is.
const FILE_SIZE_MAX: u64 = 2 * REPORT_SIZE_MAX as u64;

/// What was installed when, and what came of it.
#[derive(Debug, Clone, Copy)]
pub struct Install<'a> {
    /// The offer.
    pub product: &'a Product,
    /// What was installed before.
    pub before: Option<&'a Installed>,
    /// What came of it.
    pub outcome: &'a Outcome,
    /// How long it took.
    pub duration: Duration,
    /// When it ended, in seconds since 1970 (UTC).
    pub ended_at: i64,
}

/// Makes the report about an install on a device.
#[must_use]
pub fn report(device: Uuid, install: &Install<'_>) -> Report {
    Report {
        id: Uuid::new_v4(),
        device,
        product: install.product.name.clone(),
        upgrade_code: install.product.upgrade_code,
        platform: install.product.platform,
        from_version: install.before.map(|before| before.version.clone()),
        to_version: install.product.version.clone(),
        outcome: install.outcome.kind,
        exit_code: install.outcome.exit_code.map(|code| code.0),
        duration: install.duration.as_secs().min(DURATION_MAX),
        ended_at: install.ended_at,
    }
}

/// The reports that wait, one file each.
#[derive(Debug, Clone)]
pub struct Queue {
    folder: PathBuf,
}

/// A report and for whom it is: another server, or the same one asked by another user, is not told.
#[derive(Debug, Serialize, Deserialize)]
struct Waiting {
    owner: Owner,
    report: Report,
}

/// What became of the reports that waited.
#[derive(Debug, Default)]
pub struct Sent {
    /// How many the server has now.
    pub delivered: usize,
    /// How many were thrown away: nobody wants them, or nobody could read them.
    pub dropped: usize,
    /// How many still wait.
    pub waiting: usize,
    /// Why they wait.
    pub error: Option<ServerError>,
}

impl Queue {
    /// The queue in a folder.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Adds a report; it is on disk when this returns.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn push(&self, owner: &Owner, report: &Report) -> Result<(), StateError> {
        make_private(&self.folder)?;
        keep_newest(&self.folder, REPORTS_MAX - 1);
        // By name, the oldest come first.
        let name = format!("{:020}-{}.json", report.ended_at.max(0), report.id);
        let waiting = Waiting { owner: owner.clone(), report: report.clone() };
        replace(&self.folder, &name, &serde_json::to_vec(&waiting).unwrap_or_default())
    }

    /// How many reports wait, for whatever server.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.files().len()
    }

    /// Sends what waits for an owner's server, the oldest first, until one cannot be sent; `now` in seconds since 1970 (UTC).
    pub fn send(&self, server: &dyn Server, owner: &Owner, now: i64) -> Sent {
        let mut sent = Sent::default();
        for path in self.files() {
            let waiting = load(&path);
            let is_stale = |waiting: &Waiting| now.saturating_sub(waiting.report.ended_at) > REPORT_AGE_MAX;
            let Some(Waiting { owner: whose, report }) = waiting.filter(|waiting| !is_stale(waiting)) else {
                sent.dropped += 1;
                let _ = fs::remove_file(path);
                continue;
            };
            if whose != *owner {
                continue;
            }
            if sent.error.is_some() {
                sent.waiting += 1;
                continue;
            }
            match server.report(&report) {
                Ok(Delivery::Delivered) => sent.delivered += 1,
                Ok(Delivery::NotWanted) => sent.dropped += 1,
                Err(error) if is_final(&error) => sent.dropped += 1,
                Err(error) => {
                    sent.waiting += 1;
                    sent.error = Some(error);
                    continue;
                }
            }
            // One that stays is sent again, and the server counts it once.
            let _ = fs::remove_file(path);
        }
        sent
    }

    /// Throws away what waits for an owner's server, for it is not to be told anything.
    pub fn discard(&self, owner: &Owner) {
        for path in self.files() {
            if load(&path).is_some_and(|waiting| waiting.owner == *owner) {
                let _ = fs::remove_file(path);
            }
        }
    }

    /// The reports' files, the oldest first.
    fn files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|end| end == "json"))
            .collect();
        paths.sort();
        paths
    }
}

fn load(path: &Path) -> Option<Waiting> {
    serde_json::from_slice(&read(path, FILE_SIZE_MAX)?).ok()
}

/// Whether a server will never take this report; it must not stand in the way of the others.
fn is_final(error: &ServerError) -> bool {
    matches!(error, ServerError::Status { status: 400 | 409 | 413 | 415 | 422 })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use catalog::report::{DURATION_MAX, OutcomeKind};
    use uuid::Uuid;

    use super::{Install, report};
    use crate::examples::{installed, product};
    use crate::machine::ExitCode;
    use crate::outcome::judge;

    #[test]
    fn a_report_says_what_the_server_is_to_know_and_nothing_else() {
        let offer = product("Notes", "7.8.4");
        let (before, after) = (installed("6.2"), installed("7.8.4"));
        let outcome = judge(ExitCode(3010), &offer, &[after]);
        let install = Install {
            product: &offer,
            before: Some(&before),
            outcome: &outcome,
            duration: Duration::from_millis(2_900),
            ended_at: 1_700_000_000,
        };
        let device = Uuid::from_u128(7);
        let made = report(device, &install);
        assert_eq!(made.outcome, OutcomeKind::InstalledNeedsRestart);
        let mut json = serde_json::to_value(&made).unwrap();
        json["id"] = "RANDOM".into();
        insta::assert_snapshot!(json, @r#"{"device":"00000000-0000-0000-0000-000000000007","duration":2,"ended_at":1700000000,"exit_code":3010,"from_version":"6.2","id":"RANDOM","outcome":"installed-needs-restart","platform":null,"product":"Notes","to_version":"7.8.4","upgrade_code":"{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}"}"#);
        let endless = Install { duration: Duration::MAX, before: None, ..install };
        assert_eq!(report(device, &endless).duration, DURATION_MAX);
        assert_ne!(report(device, &endless).id, made.id);
    }
}

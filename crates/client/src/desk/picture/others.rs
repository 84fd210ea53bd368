//! What was installed before, and what this program is.

use catalog::report::OutcomeKind;
use text::{Message, message};

use super::{at_start, default, enabled};
use crate::desk::names::{NAME_SHOWN_MAX, short, versions};
use crate::desk::{Command, Desk};
use crate::screen::{AboutPage, Button, Enabled, HistoryPage, HistoryRow, Verdict, WindowName};
use crate::state::Past;

impl Desk {
    pub(in crate::desk) fn history_page(&self) -> Option<HistoryPage> {
        let history = self.history.as_ref()?;
        let pasts = history.iter().flatten().next().map(Vec::as_slice).unwrap_or_default();
        let heading = match history {
            None => message!("history-reading"),
            Some(Err(reason)) => message!("history-unreadable", reason = self.plain(reason)),
            Some(Ok(pasts)) if pasts.is_empty() => message!("history-none"),
            Some(Ok(_)) => message!("history-heading"),
        };
        let when = if pasts.is_empty() { Enabled::No } else { Enabled::Yes };
        let copy = Button::new(message!("button-copy-details"), Command::CopyHistory);
        let close = Button::new(message!("button-close"), Command::Close(WindowName::History));
        Some(HistoryPage {
            heading,
            rows: pasts.iter().map(row).collect(),
            buttons: vec![at_start(enabled(copy, when)), default(close)],
        })
    }

    pub(in crate::desk) fn about_page(&self) -> AboutPage {
        let version = self.situation.as_ref().map_or("", |situation| situation.version.as_str());
        let mut lines = vec![message!("about-what")];
        if let Some(server) = self.server() {
            lines.push(message!("about-server", server = short(server, NAME_SHOWN_MAX)));
        }
        if let Some(user) = self.user() {
            lines.push(message!("about-user", user = short(user, NAME_SHOWN_MAX)));
        }
        let close = Button::new(message!("button-close"), Command::Close(WindowName::About));
        let heading = message!("about-heading", version = version);
        AboutPage { heading, lines, buttons: vec![default(close)] }
    }
}

fn row(past: &Past) -> HistoryRow {
    let report = &past.report;
    HistoryRow {
        key: report.id.to_string(),
        at: report.ended_at,
        name: short(&report.product, NAME_SHOWN_MAX),
        versions: versions(
            report.from_version.as_ref().map(catalog::ProductVersion::as_str),
            report.to_version.as_str(),
        ),
        sentence: sentence(past),
        verdict: match report.outcome {
            kind if kind.is_success() => Verdict::Good,
            OutcomeKind::Cancelled | OutcomeKind::Busy | OutcomeKind::ProgramsOpen => Verdict::Open,
            _ => Verdict::Bad,
        },
    }
}

/// What came of an install of the past.
pub(in crate::desk) fn sentence(past: &Past) -> Message {
    match &past.cause {
        Some(cause) if !past.report.outcome.is_success() => {
            message!("history-failed-because", happened = cause.what_happened())
        }
        _ => outcome_of(past.report.outcome),
    }
}

/// What came of an install, of which no more is known than its kind.
pub(in crate::desk) fn outcome_of(kind: OutcomeKind) -> Message {
    match kind {
        OutcomeKind::Installed => message!("history-installed"),
        OutcomeKind::InstalledNeedsRestart => message!("history-installed-needs-restart"),
        OutcomeKind::NotReallyInstalled => message!("history-not-really-installed"),
        OutcomeKind::Cancelled => message!("history-cancelled"),
        OutcomeKind::Busy => message!("history-busy"),
        OutcomeKind::ProgramsOpen => message!("history-programs-open"),
        OutcomeKind::NotForThisPc => message!("history-not-for-this-pc"),
        OutcomeKind::Failed => message!("history-failed"),
        OutcomeKind::DownloadFailed => message!("history-download-failed"),
        OutcomeKind::VerificationFailed => message!("history-verification-failed"),
    }
}

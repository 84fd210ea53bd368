//! What came of an install, in plain words: what happened, and what can be done about it.

use catalog::report::OutcomeKind;
use text::{Message, message};

/// All outcomes.
pub(crate) const OUTCOMES: [OutcomeKind; 10] = [
    OutcomeKind::Installed,
    OutcomeKind::InstalledNeedsRestart,
    OutcomeKind::NotReallyInstalled,
    OutcomeKind::Cancelled,
    OutcomeKind::Busy,
    OutcomeKind::ProgramsOpen,
    OutcomeKind::NotForThisPc,
    OutcomeKind::Failed,
    OutcomeKind::DownloadFailed,
    OutcomeKind::VerificationFailed,
];
/// The outcomes that call for somebody's attention: the others are successes, or were the person's wish, or are tried again.
pub(crate) const FAILING: [OutcomeKind; 5] = [
    OutcomeKind::NotReallyInstalled,
    OutcomeKind::NotForThisPc,
    OutcomeKind::Failed,
    OutcomeKind::DownloadFailed,
    OutcomeKind::VerificationFailed,
];

/// Whether an outcome calls for somebody's attention.
pub(crate) fn is_failing(outcome: OutcomeKind) -> bool {
    FAILING.contains(&outcome)
}

/// An outcome in a word or two, for lists.
pub(crate) fn in_a_word(outcome: OutcomeKind) -> Message {
    match outcome {
        OutcomeKind::Installed => message!("word-installed"),
        OutcomeKind::InstalledNeedsRestart => message!("word-installed-needs-restart"),
        OutcomeKind::NotReallyInstalled => message!("word-not-really-installed"),
        OutcomeKind::Cancelled => message!("word-cancelled"),
        OutcomeKind::Busy => message!("word-busy"),
        OutcomeKind::ProgramsOpen => message!("word-programs-open"),
        OutcomeKind::NotForThisPc => message!("word-not-for-this-pc"),
        OutcomeKind::Failed => message!("word-failed"),
        OutcomeKind::DownloadFailed => message!("word-download-failed"),
        OutcomeKind::VerificationFailed => message!("word-verification-failed"),
    }
}

/// What came of an install, in a sentence or two: what happened, and the way out where one is needed.
///
/// The exit code tells more than the outcome where Windows Installer was at fault.
/// Source of the codes: Microsoft, "MsiExec.exe and InstMsi.exe Error Messages".
pub(crate) fn in_words(outcome: OutcomeKind, exit_code: Option<u32>) -> Message {
    match (outcome, exit_code) {
        (OutcomeKind::Installed, _) => message!("report-installed"),
        (OutcomeKind::InstalledNeedsRestart, _) => message!("report-installed-needs-restart"),
        (OutcomeKind::NotReallyInstalled, _) => message!("report-not-really-installed"),
        (OutcomeKind::Cancelled, _) => message!("report-cancelled"),
        (OutcomeKind::Busy, _) => message!("report-busy"),
        (OutcomeKind::ProgramsOpen, _) => message!("report-programs-open"),
        (OutcomeKind::DownloadFailed, _) => message!("report-download-failed"),
        (OutcomeKind::VerificationFailed, _) => message!("report-verification-failed"),
        (OutcomeKind::NotForThisPc | OutcomeKind::Failed, Some(code)) => {
            by_code(code).unwrap_or_else(|| otherwise(outcome))
        }
        (OutcomeKind::NotForThisPc | OutcomeKind::Failed, None) => otherwise(outcome),
    }
}

fn by_code(code: u32) -> Option<Message> {
    Some(match code {
        112 => message!("report-code-disk-full"),
        1601 => message!("report-code-service"),
        1603 => message!("report-code-fatal"),
        1605 | 1614 => message!("report-code-product-unknown"),
        1612 => message!("report-code-source-missing"),
        1619 => message!("report-code-package-not-opened"),
        1620 => message!("report-code-package-wrong"),
        1622 => message!("report-code-log"),
        1623 => message!("report-code-language"),
        1624 => message!("report-code-transform"),
        1625 | 1643 | 1644 => message!("report-code-forbidden"),
        1632 => message!("report-code-temporary-folder"),
        1633 => message!("report-code-platform"),
        1638 => message!("report-code-other-version"),
        1639 => message!("report-code-params"),
        1640 | 1645 => message!("report-code-remote-session"),
        1654 => message!("report-code-condition"),
        _ => return None,
    })
}

fn otherwise(outcome: OutcomeKind) -> Message {
    if outcome == OutcomeKind::NotForThisPc {
        message!("report-not-for-this-pc")
    } else {
        message!("report-failed")
    }
}

#[cfg(test)]
mod tests {
    use catalog::report::OutcomeKind::{
        self, Cancelled, Failed, Installed, InstalledNeedsRestart, NotForThisPc,
    };
    use text::{Language, knows};

    use super::{FAILING, OUTCOMES, in_a_word, in_words, is_failing};

    #[test]
    fn the_exit_code_tells_more_where_it_can() {
        let check = |outcome: OutcomeKind, code: Option<u32>, expected: &str| {
            let said = in_words(outcome, code);
            assert_eq!(said.id(), expected, "{outcome:?} {code:?}");
            assert!(
                [Language::English, Language::German].iter().all(|one| knows(*one, said.id())),
                "{expected}"
            );
        };
        check(Installed, Some(0), "report-installed");
        check(InstalledNeedsRestart, Some(3010), "report-installed-needs-restart");
        check(InstalledNeedsRestart, Some(1641), "report-installed-needs-restart");
        check(Cancelled, Some(1602), "report-cancelled");
        check(OutcomeKind::Busy, Some(1618), "report-busy");
        check(Failed, Some(1603), "report-code-fatal");
        check(Failed, Some(1612), "report-code-source-missing");
        check(Failed, Some(4_711), "report-failed");
        check(Failed, None, "report-failed");
        check(NotForThisPc, Some(1633), "report-code-platform");
        check(NotForThisPc, None, "report-not-for-this-pc");
        for outcome in OUTCOMES {
            assert!(in_words(outcome, None).say(Language::German).ends_with('.'), "{outcome:?}");
            assert!(knows(Language::German, in_a_word(outcome).id()));
            assert_eq!(is_failing(outcome), FAILING.contains(&outcome));
            assert!(!(is_failing(outcome) && outcome.is_success()));
        }
    }
}

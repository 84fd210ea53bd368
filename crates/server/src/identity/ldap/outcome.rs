//! What a directory's result codes mean: RFC 4511, appendix A, and for Active Directory Microsoft's system error codes.

use super::answer::Outcome;
use crate::identity::SourceError;

const SUCCESS: u32 = 0;
const TIME_LIMIT_EXCEEDED: u32 = 3;
const SIZE_LIMIT_EXCEEDED: u32 = 4;
const REFERRAL: u32 = 10;
const CONSTRAINT_VIOLATION: u32 = 19;
const NO_SUCH_OBJECT: u32 = 32;
const INAPPROPRIATE_AUTHENTICATION: u32 = 48;
const INVALID_CREDENTIALS: u32 = 49;

/// Why somebody may not sign in. It is one answer for the person, and for the log each is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Refusal {
    /// The name or the password; directories do not tell which.
    Credentials,
    /// There is no such account.
    NoAccount,
    /// The entry has the name, written otherwise.
    OtherSpelling,
    /// The account has no password, or is there without one that counts.
    NoPassword,
    /// The account is disabled.
    Disabled,
    /// The account has ended.
    AccountExpired,
    /// The account is locked for a while, or the directory wants no more tries.
    Locked,
    /// The password has expired.
    PasswordExpired,
    /// The password must be changed first.
    MustChangePassword,
    /// Not at this time, or not from this machine.
    NotNow,
}

impl Refusal {
    /// For the log.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Credentials => "name or password",
            Self::NoAccount => "no such account",
            Self::OtherSpelling => "the directory has the name written otherwise",
            Self::NoPassword => "the account has no password",
            Self::Disabled => "the account is disabled",
            Self::AccountExpired => "the account has expired",
            Self::Locked => "the account is locked",
            Self::PasswordExpired => "the password has expired",
            Self::MustChangePassword => "the password must be changed first",
            Self::NotNow => "not at this time or from this machine",
        }
    }
}

/// Whether a person's password is right.
///
/// # Errors
/// [`SourceError`] where nothing is said about the password.
pub(super) fn of_person(outcome: &Outcome) -> Result<Result<(), Refusal>, SourceError> {
    match outcome.code {
        SUCCESS => Ok(Ok(())),
        INVALID_CREDENTIALS => Ok(Err(refusal(&outcome.diagnostic))),
        INAPPROPRIATE_AUTHENTICATION => Ok(Err(Refusal::NoPassword)),
        NO_SUCH_OBJECT => Ok(Err(Refusal::NoAccount)),
        // What some directories say to one more try for an account that has had too many.
        CONSTRAINT_VIOLATION => Ok(Err(Refusal::Locked)),
        _ => Err(trouble(outcome)),
    }
}

/// Whether the account that asks may ask.
///
/// # Errors
/// [`SourceError`] if not.
pub(super) fn of_service(outcome: &Outcome) -> Result<(), SourceError> {
    match outcome.code {
        SUCCESS => Ok(()),
        INVALID_CREDENTIALS | INAPPROPRIATE_AUTHENTICATION | NO_SUCH_OBJECT | CONSTRAINT_VIOLATION => {
            Err(SourceError::Refused(format!("bind_dn: {}", said(outcome))))
        }
        _ => Err(trouble(outcome)),
    }
}

/// Whether a search went to its end, so that what it did not find is not there.
///
/// # Errors
/// [`SourceError`] if not. A place that is not there is trouble: nothing is said about what was searched for.
pub(super) fn of_search(outcome: &Outcome) -> Result<(), SourceError> {
    match outcome.code {
        SUCCESS => Ok(()),
        SIZE_LIMIT_EXCEEDED => {
            Err(SourceError::NotUnderstood(format!("more fits than the directory tells: {}", said(outcome))))
        }
        NO_SUCH_OBJECT => {
            Err(SourceError::NotUnderstood(format!("what is searched below is not there: {}", said(outcome))))
        }
        _ => Err(trouble(outcome)),
    }
}

/// Whether a search was for an entry that is not there.
pub(super) const fn is_missing(outcome: &Outcome) -> bool {
    outcome.code == NO_SUCH_OBJECT
}

/// Whether encryption may begin.
///
/// # Errors
/// [`SourceError`] if not.
pub(super) fn of_start_tls(outcome: &Outcome) -> Result<(), SourceError> {
    if outcome.code == SUCCESS {
        return Ok(());
    }
    Err(SourceError::NotReached(format!("StartTLS is refused: {}", said(outcome))))
}

/// What a result says that is about no account.
pub(super) fn trouble(outcome: &Outcome) -> SourceError {
    let said = said(outcome);
    match outcome.code {
        // operationsError, timeLimitExceeded, adminLimitExceeded, busy, unavailable, unwillingToPerform, other
        1 | TIME_LIMIT_EXCEEDED | 11 | 51 | 52 | 53 | 80 => SourceError::Failing(said),
        // authMethodNotSupported, strongerAuthRequired, confidentialityRequired, insufficientAccessRights
        7 | 8 | 13 | 50 => SourceError::Refused(said),
        REFERRAL => {
            SourceError::NotUnderstood(format!("another directory would know, and is not asked: {said}"))
        }
        _ => SourceError::NotUnderstood(said),
    }
}

/// Active Directory says `80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 52e, v2580`: the number behind `data` is
/// one of Windows' system error codes.
fn refusal(diagnostic: &str) -> Refusal {
    let number = diagnostic.split("data ").nth(1).and_then(|rest| rest.split([',', ' ', '\0']).next());
    match number {
        Some("525") => Refusal::NoAccount,
        Some("530" | "531") => Refusal::NotNow,
        Some("532") => Refusal::PasswordExpired,
        Some("533") => Refusal::Disabled,
        Some("701") => Refusal::AccountExpired,
        Some("773") => Refusal::MustChangePassword,
        Some("775") => Refusal::Locked,
        _ => Refusal::Credentials,
    }
}

fn said(outcome: &Outcome) -> String {
    if outcome.diagnostic.is_empty() {
        return format!("result {}", outcome.code);
    }
    format!("result {}, “{}”", outcome.code, outcome.diagnostic)
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Refusal, of_person, of_search, of_service, of_start_tls};
    use crate::identity::SourceError;

    fn outcome(code: u32, diagnostic: &str) -> Outcome {
        Outcome { code, diagnostic: diagnostic.to_owned() }
    }

    #[test]
    fn each_result_means_one_thing_for_a_person() {
        let check = |code: u32, diagnostic: &str, expected: Result<(), Refusal>| {
            assert_eq!(of_person(&outcome(code, diagnostic)), Ok(expected), "{code} {diagnostic}");
        };
        let data = |data: &str| {
            format!(
                "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data {data}, v2580"
            )
        };
        check(0, "", Ok(()));
        check(49, "", Err(Refusal::Credentials));
        check(49, &data("52e"), Err(Refusal::Credentials));
        check(49, &data("525"), Err(Refusal::NoAccount));
        check(49, &data("530"), Err(Refusal::NotNow));
        check(49, &data("531"), Err(Refusal::NotNow));
        check(49, &data("532"), Err(Refusal::PasswordExpired));
        check(49, &data("533"), Err(Refusal::Disabled));
        check(49, &data("701"), Err(Refusal::AccountExpired));
        check(49, &data("773"), Err(Refusal::MustChangePassword));
        check(49, &data("775"), Err(Refusal::Locked));
        check(49, &data("5332"), Err(Refusal::Credentials));
        check(48, "", Err(Refusal::NoPassword));
        check(32, "", Err(Refusal::NoAccount));
        check(19, "", Err(Refusal::Locked));
    }

    #[test]
    fn trouble_is_never_a_wrong_password() {
        for code in (1..100).filter(|code| ![19, 32, 48, 49].contains(code)) {
            assert!(of_person(&outcome(code, "")).is_err(), "{code}");
        }
        let kind = |code: u32| of_person(&outcome(code, "said")).unwrap_err();
        for code in [1, 3, 11, 51, 52, 53, 80] {
            assert!(matches!(kind(code), SourceError::Failing(said) if said.contains("said")), "{code}");
        }
        for code in [7, 8, 13, 50] {
            assert!(matches!(kind(code), SourceError::Refused(_)), "{code}");
        }
        for code in [2, 10, 14, 34, 64, 99] {
            assert!(matches!(kind(code), SourceError::NotUnderstood(_)), "{code}");
        }
    }

    #[test]
    fn who_asks_is_refused_and_nobody_else() {
        assert_eq!(of_service(&outcome(0, "")), Ok(()));
        for code in [19, 32, 48, 49] {
            let refused = of_service(&outcome(code, ""));
            assert!(
                matches!(&refused, Err(SourceError::Refused(said)) if said.contains("bind_dn")),
                "{refused:?}"
            );
        }
        assert!(matches!(of_service(&outcome(51, "")), Err(SourceError::Failing(_))));
    }

    #[test]
    fn nothing_found_is_an_end_and_nowhere_to_look_is_none() {
        assert_eq!(of_search(&outcome(0, "")), Ok(()));
        assert!(matches!(of_search(&outcome(4, "")), Err(SourceError::NotUnderstood(_))));
        assert!(matches!(of_search(&outcome(32, "")), Err(SourceError::NotUnderstood(_))));
        assert!(matches!(of_search(&outcome(10, "")), Err(SourceError::NotUnderstood(_))));
        assert!(matches!(of_search(&outcome(3, "")), Err(SourceError::Failing(_))));
        assert!(of_start_tls(&outcome(0, "")).is_ok());
        assert!(matches!(of_start_tls(&outcome(2, "")), Err(SourceError::NotReached(_))));
    }
}

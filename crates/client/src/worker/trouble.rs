//! From an error to the trouble that a person hears of: the sentence, and what kind it is for what comes next. Pure.

use text::{Explain, Message, message};

use crate::browser_sign_in::BrowserSignInError;
use crate::desk::{Trouble, TroubleKind};
use crate::machine::MachineError;
use crate::provider::ProviderError;
use crate::server::ServerError;
use crate::sign_in::SignInError;
use crate::state::StateError;
use crate::updater::CheckError;

/// The HTTP statuses with which a server says that the fault is its own, and perhaps gone later.
const ITS_OWN_FAULTS: std::ops::Range<u16> = 500..600;

impl Trouble {
    /// Trouble that another try alone does not change.
    pub(super) fn other(message: Message) -> Self {
        Self { message, kind: TroubleKind::Other }
    }

    /// Nobody has said yet where updates come from.
    pub(super) fn no_server() -> Self {
        Self { message: message!("worker-no-server"), kind: TroubleKind::NoServer }
    }

    /// The person did not want it any more.
    pub(super) fn cancelled() -> Self {
        ServerError::Cancelled.into()
    }
}

impl From<ServerError> for Trouble {
    fn from(error: ServerError) -> Self {
        let away = |retry_after| TroubleKind::Away { retry_after };
        let kind = match &error {
            ServerError::SignInNeeded => TroubleKind::SignInNeeded,
            ServerError::SignInRefused => TroubleKind::SignInRefused,
            ServerError::SignInEnded => TroubleKind::SignInEnded,
            ServerError::Busy { retry_after } => away(*retry_after),
            ServerError::Unreachable { .. } | ServerError::TooSlow { .. } | ServerError::Broken { .. } => {
                away(None)
            }
            ServerError::Status { status } if ITS_OWN_FAULTS.contains(status) => away(None),
            ServerError::Redirect { .. }
            | ServerError::Certificate { .. }
            | ServerError::NotUnderstood { .. } => TroubleKind::Intercepted,
            ServerError::NotEncrypted { .. }
            | ServerError::NotPermitted(_)
            | ServerError::Forbidden
            | ServerError::NotFound { .. }
            | ServerError::Status { .. }
            | ServerError::Cancelled
            | ServerError::TooLarge { .. } => TroubleKind::Other,
        };
        Self { message: error.message(), kind }
    }
}

impl From<StateError> for Trouble {
    fn from(error: StateError) -> Self {
        let kind = match &error {
            StateError::Locked | StateError::LockedByOther => TroubleKind::Locked,
            StateError::NoPlace | StateError::Unusable { .. } | StateError::Unsafe { .. } => {
                TroubleKind::Other
            }
        };
        Self { message: error.message(), kind }
    }
}

impl From<CheckError> for Trouble {
    fn from(error: CheckError) -> Self {
        match error {
            CheckError::Server(error) => error.into(),
            CheckError::State(error) => error.into(),
            CheckError::WebPage { .. } => Self { message: error.message(), kind: TroubleKind::Intercepted },
            CheckError::Catalog(_) | CheckError::Machine(_) => Self::other(error.message()),
        }
    }
}

impl From<SignInError> for Trouble {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::RefusedBefore => Self { message: error.message(), kind: TroubleKind::SignInRefused },
            SignInError::Server(error) => error.into(),
            SignInError::State(error) => error.into(),
            SignInError::Browser(BrowserSignInError::NotOffered) => {
                Self { message: error.message(), kind: TroubleKind::NoBrowserSignIn }
            }
            SignInError::Web(_) | SignInError::Credentials(_) | SignInError::Browser(_) => {
                Self::other(error.message())
            }
        }
    }
}

impl From<MachineError> for Trouble {
    fn from(error: MachineError) -> Self {
        Self::other(error.message())
    }
}

impl From<ProviderError> for Trouble {
    fn from(error: ProviderError) -> Self {
        Self::other(error.message())
    }
}

#[cfg(test)]
mod tests {
    use crate::desk::{Trouble, TroubleKind};
    use crate::server::ServerError;
    use crate::sign_in::SignInError;
    use crate::state::StateError;
    use crate::updater::CheckError;

    #[test]
    fn each_error_has_its_kind_of_trouble() {
        let check = |error: ServerError, expected: TroubleKind| {
            let said = format!("{error}");
            let trouble = Trouble::from(CheckError::Server(error));
            assert_eq!((trouble.kind, trouble.message.to_string()), (expected, said));
        };
        let away = |retry_after| TroubleKind::Away { retry_after };
        let (host, detail) = (String::new, String::new);
        check(ServerError::SignInNeeded, TroubleKind::SignInNeeded);
        check(ServerError::SignInRefused, TroubleKind::SignInRefused);
        check(ServerError::SignInEnded, TroubleKind::SignInEnded);
        check(ServerError::Busy { retry_after: Some(90) }, away(Some(90)));
        check(ServerError::Busy { retry_after: None }, away(None));
        check(ServerError::Unreachable { host: host(), detail: detail() }, away(None));
        check(ServerError::Broken { detail: detail() }, away(None));
        check(ServerError::TooSlow { bytes_min: 1 }, away(None));
        check(ServerError::Status { status: 500 }, away(None));
        check(ServerError::Status { status: 599 }, away(None));
        check(ServerError::Status { status: 400 }, TroubleKind::Other);
        check(ServerError::Certificate { host: host(), detail: detail() }, TroubleKind::Intercepted);
        check(ServerError::Forbidden, TroubleKind::Other);
        check(ServerError::NotFound { address: host() }, TroubleKind::Other);
        let kind = |trouble: Trouble| trouble.kind;
        assert_eq!(kind(StateError::Locked.into()), TroubleKind::Locked);
        assert_eq!(kind(CheckError::State(StateError::LockedByOther).into()), TroubleKind::Locked);
        let web_page = CheckError::WebPage { address: host() };
        assert_eq!(kind(web_page.into()), TroubleKind::Intercepted);
        assert_eq!(kind(StateError::NoPlace.into()), TroubleKind::Other);
        assert_eq!(kind(SignInError::RefusedBefore.into()), TroubleKind::SignInRefused);
        assert_eq!(kind(SignInError::Server(ServerError::SignInRefused).into()), TroubleKind::SignInRefused);
        assert_eq!(kind(Trouble::no_server()), TroubleKind::NoServer);
        assert_eq!(kind(Trouble::cancelled()), TroubleKind::Other);
    }
}

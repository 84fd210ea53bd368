//! The status of the HTTP answer that tells of an error.

use axum::http::StatusCode;

use super::{Error, Kind};
use crate::identity::{DeviceCodeError, ProviderProblem};
use crate::rules::branding::BrandingError;
use crate::rules::webhook::WebhookError;
use crate::rules::withdrawal::WithdrawalError;

impl Error {
    /// The status of an HTTP answer.
    #[expect(clippy::too_many_lines, reason = "a table: each kind has its status")]
    pub(crate) fn status(&self) -> StatusCode {
        match self.kind() {
            Kind::CredentialsMissing | Kind::NotSignedIn | Kind::TokenMissing | Kind::TokenRefused => {
                StatusCode::UNAUTHORIZED
            }
            Kind::PasswordNeeded | Kind::PasswordOneTime => StatusCode::FORBIDDEN,
            Kind::NotFound
            | Kind::NotAllowed
            | Kind::NoUpdaterPackage
            | Kind::DraftUnknown(_)
            | Kind::TokenUnknown(_)
            | Kind::UserUnknown(_)
            | Kind::DeviceUnknown { .. }
            | Kind::GroupUnknown(_)
            | Kind::HolderUnknown(_)
            | Kind::Branding(BrandingError::Unknown(_))
            | Kind::Withdrawal(WithdrawalError::Unknown(_))
            | Kind::Webhook(WebhookError::Unknown(_)) => StatusCode::NOT_FOUND,
            Kind::MethodUnknown => StatusCode::METHOD_NOT_ALLOWED,
            Kind::BodyLate => StatusCode::REQUEST_TIMEOUT,
            Kind::NotTheSameFile | Kind::ChangedMeanwhile | Kind::SeenBefore => {
                StatusCode::PRECONDITION_FAILED
            }
            Kind::PreconditionMissing => StatusCode::PRECONDITION_REQUIRED,
            Kind::BodyTooLarge(_) | Kind::PackageTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::BodyNotJson | Kind::BodyNotMsi | Kind::BodyNotCsv | Kind::BodyNotForm => {
                StatusCode::UNSUPPORTED_MEDIA_TYPE
            }
            Kind::FileNotNamed => StatusCode::BAD_REQUEST,
            Kind::RangeOutside { .. } => StatusCode::RANGE_NOT_SATISFIABLE,
            Kind::Busy | Kind::UploadsTooMany | Kind::SourceAway | Kind::SiteUnread(_) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Kind::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
            Kind::SessionOver
            | Kind::SecondFactorThere
            | Kind::SecondFactorRequired
            | Kind::LastAdministrator(_)
            | Kind::DeviceEnrolled { .. }
            | Kind::NameTaken(_)
            | Kind::PasswordOfSource { .. }
            | Kind::PackageKnown(_)
            | Kind::PackageOffered(_)
            | Kind::PackageIsUpdater(_)
            | Kind::DraftsTooMany(_)
            | Kind::EditedMeanwhile(_)
            | Kind::LowerThanOffered(_)
            | Kind::Withdrawal(_) => StatusCode::CONFLICT,
            Kind::Webhook(WebhookError::Known(_) | WebhookError::TooMany) => StatusCode::CONFLICT,
            Kind::Branding(
                BrandingError::Known(_)
                | BrandingError::InUse(_)
                | BrandingError::FolderOfAnother { .. }
                | BrandingError::PackageOfAnother { .. }
                | BrandingError::DraftOfAnother { .. }
                | BrandingError::TooMany
                | BrandingError::TooManyProducts,
            ) => StatusCode::CONFLICT,
            Kind::Branding(_) | Kind::Webhook(_) => StatusCode::BAD_REQUEST,
            // The address that was given did not do its part, and not this server.
            Kind::Outgoing(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::Provider(error) => match error.problem {
                ProviderProblem::NotUnderWay => StatusCode::BAD_REQUEST,
                ProviderProblem::Denied
                | ProviderProblem::Refused
                | ProviderProblem::MailNotVerified
                | ProviderProblem::Account => StatusCode::FORBIDDEN,
                ProviderProblem::Away => StatusCode::SERVICE_UNAVAILABLE,
                ProviderProblem::NotBelieved => StatusCode::BAD_GATEWAY,
            },
            Kind::DeviceCode(DeviceCodeError::Decided) => StatusCode::CONFLICT,
            Kind::DeviceCode(DeviceCodeError::Unknown) => StatusCode::BAD_REQUEST,
            Kind::DeviceCode(DeviceCodeError::TooOften { .. })
            | Kind::SignInTooOften { .. }
            | Kind::EnrolledTooOften { .. }
            | Kind::CodeTooOften { .. }
            | Kind::SetUpCodeTooOften => StatusCode::TOO_MANY_REQUESTS,
            Kind::HostForeign(_) => StatusCode::MISDIRECTED_REQUEST,
            Kind::NotByProxy | Kind::FormForeign => StatusCode::FORBIDDEN,
            Kind::UrlTooLong(_) => StatusCode::URI_TOO_LONG,
            Kind::HostWrong
            | Kind::OldPasswordWrong
            | Kind::PasswordSame
            | Kind::PasswordsDiffer
            | Kind::CodeWrong
            | Kind::SetUpLate
            | Kind::SetUpCodeWrong
            | Kind::NewApiToken(_)
            | Kind::BodyWrong(_)
            | Kind::QueryWrong(_)
            | Kind::LimitWrong { .. }
            | Kind::CursorWrong
            | Kind::Report(_)
            | Kind::CheckIn(_)
            | Kind::ComputerName(_)
            | Kind::Name(_)
            | Kind::Filter(_)
            | Kind::Import(_)
            | Kind::UserFilter(_)
            | Kind::Password(_)
            | Kind::Permission(_)
            | Kind::WrittenListing(_)
            | Kind::Msi(_)
            | Kind::Listing(_)
            | Kind::PackageCut
            | Kind::Version(_)
            | Kind::Destination(_)
            | Kind::UpdaterPackage(_)
            | Kind::NotAFile(_)
            | Kind::FileUnreadable { .. } => StatusCode::BAD_REQUEST,
            Kind::Listen { .. }
            | Kind::PlainHttp(_)
            | Kind::Socket { .. }
            | Kind::DataFolder(_)
            | Kind::DataNewer
            | Kind::Settings(_)
            | Kind::Tls(_)
            | Kind::NoRoom { .. }
            | Kind::Archive(_)
            | Kind::HandOver(_)
            | Kind::HungUp(_)
            | Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

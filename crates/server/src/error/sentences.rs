//! What a person is told of an error.

use text::{Explain, Message, message};

use super::{Error, Kind};
use crate::rules::draft::EditedMeanwhile;

impl Explain for Error {
    #[expect(clippy::too_many_lines, reason = "a table: each kind has its sentence")]
    fn message(&self) -> Message {
        match self.kind() {
            Kind::CredentialsMissing => message!("error-credentials-missing"),
            Kind::NotSignedIn => message!("error-not-signed-in"),
            Kind::TokenMissing => message!("error-token-missing"),
            Kind::TokenRefused => message!("error-token-refused"),
            Kind::PreconditionMissing => message!("error-precondition-missing"),
            Kind::ChangedMeanwhile | Kind::SeenBefore => message!("error-changed-meanwhile"),
            Kind::QueryWrong(detail) => message!("error-query-wrong", detail = detail),
            Kind::LimitWrong { limit_max } => message!("error-limit-wrong", items = *limit_max),
            Kind::CursorWrong => message!("error-cursor-wrong"),
            Kind::NotAllowed => message!("error-not-allowed"),
            Kind::PasswordNeeded => message!("error-password-needed"),
            Kind::PasswordOneTime => message!("error-password-one-time"),
            Kind::OldPasswordWrong => message!("error-old-password-wrong"),
            Kind::PasswordsDiffer => message!("error-passwords-differ"),
            Kind::PasswordSame => message!("error-password-same"),
            Kind::CodeWrong => message!("error-code-wrong"),
            Kind::CodeTooOften { seconds } => message!("error-code-too-often", seconds = *seconds),
            Kind::DeviceCode(error) => error.message(),
            Kind::Provider(error) => error.message(),
            Kind::SetUpLate => message!("error-set-up-late"),
            Kind::SecondFactorThere => message!("error-second-factor-there"),
            Kind::SecondFactorRequired => message!("error-second-factor-required"),
            Kind::SetUpCodeWrong => message!("error-set-up-code-wrong"),
            Kind::SetUpCodeTooOften => message!("error-set-up-code-too-often"),
            Kind::LastAdministrator(error) => error.message(),
            Kind::NewApiToken(error) => error.message(),
            Kind::TokenUnknown(id) => message!("error-token-unknown", id = id.to_string()),
            Kind::SessionOver => message!("error-session-over"),
            Kind::SourceAway => message!("error-source-away"),
            Kind::PasswordOfSource { user, source } => {
                message!("error-password-of-source", user = user, source = source)
            }
            Kind::Busy => message!("error-busy"),
            Kind::NotFound => message!("error-not-found"),
            Kind::MethodUnknown => message!("error-method-unknown"),
            Kind::EnrolledTooOften { seconds } => message!("error-enrolled-too-often", seconds = *seconds),
            Kind::SignInTooOften { seconds } => message!("error-sign-in-too-often", seconds = *seconds),
            Kind::HostWrong => message!("error-host-wrong"),
            Kind::HostForeign(host) => message!("error-host-foreign", host = host),
            Kind::NotByProxy => message!("error-not-by-proxy"),
            Kind::UrlTooLong(bytes) => message!("error-url-too-long", bytes = *bytes),
            Kind::FileNotNamed => message!("error-file-not-named"),
            Kind::RangeOutside { size } => message!("error-range-outside", bytes = *size),
            Kind::NotTheSameFile => message!("error-not-the-same-file"),
            Kind::BodyTooLarge(bytes) => message!("error-body-too-large", bytes = *bytes),
            Kind::BodyLate => message!("error-body-late"),
            Kind::BodyNotMsi => message!("error-body-not-msi"),
            Kind::BodyNotCsv => message!("error-body-not-csv"),
            Kind::BodyNotJson => message!("error-body-not-json"),
            Kind::BodyNotForm => message!("error-body-not-form"),
            Kind::FormForeign => message!("error-form-foreign"),
            Kind::BodyWrong(detail) => message!("error-body-wrong", detail = detail),
            Kind::SiteUnread(unread) => unread.message(),
            Kind::Report(error) => error.message(),
            Kind::CheckIn(error) => error.message(),
            Kind::ComputerName(error) => error.message(),
            Kind::Name(error) => error.message(),
            Kind::NameTaken(name) => message!("error-name-taken", name = name),
            Kind::UserUnknown(name) => message!("error-user-unknown", name = name),
            Kind::DeviceUnknown { user, device } => {
                message!("error-device-unknown", user = user, device = device)
            }
            Kind::DeviceEnrolled { user, device } => {
                message!("error-device-enrolled", user = user, device = device)
            }
            Kind::Filter(error) => error.message(),
            Kind::Import(error) => error.message(),
            Kind::UserFilter(error) => error.message(),
            Kind::Branding(error) => error.message(),
            Kind::GroupUnknown(name) => message!("error-group-unknown", name = name),
            Kind::HolderUnknown(name) => message!("error-holder-unknown", name = name),
            Kind::Password(error) => error.message(),
            Kind::Permission(error) => error.message(),
            Kind::WrittenListing(error) => error.message(),
            Kind::Msi(error) => message!("error-package-msi", reason = error.message()),
            Kind::Listing(error) => message!("error-package-listing", reason = error.message()),
            Kind::PackageTooLarge(bytes) => message!("error-package-too-large", bytes = *bytes),
            Kind::PackageCut => message!("error-package-cut"),
            Kind::PackageKnown(package) => message!("error-package-known", package = package),
            Kind::PackageOffered(package) => message!("error-package-offered", package = package),
            Kind::PackageIsUpdater(package) => message!("error-package-is-updater", package = package),
            Kind::DraftUnknown(id) => message!("error-draft-unknown", id = *id),
            Kind::DraftsTooMany(max) => {
                message!("error-drafts-too-many", drafts = i64::try_from(*max).unwrap_or(i64::MAX))
            }
            Kind::UploadsTooMany => message!("error-uploads-too-many"),
            Kind::EditedMeanwhile(EditedMeanwhile { by, at }) => {
                message!("error-edited-meanwhile", by = by, at = at.to_string())
            }
            Kind::LowerThanOffered(error) => error.message(),
            Kind::Version(error) => error.message(),
            Kind::Withdrawal(error) => error.message(),
            Kind::Destination(error) => error.message(),
            Kind::Outgoing(error) => error.message(),
            Kind::Webhook(error) => error.message(),
            Kind::UpdaterPackage(error) => error.message(),
            Kind::NoUpdaterPackage => message!("error-no-updater-package"),
            Kind::FileUnreadable { file, detail } => {
                message!("error-file-unreadable", file = file, detail = detail)
            }
            Kind::NotAFile(file) => message!("error-not-a-file", file = file),
            Kind::Listen { address, detail } => {
                message!("error-listen", address = address, detail = detail)
            }
            Kind::PlainHttp(address) => message!("error-plain-http", address = address),
            Kind::Socket { folder, detail } => message!("error-socket", folder = folder, detail = detail),
            Kind::DataFolder(error) => error.message(),
            Kind::DataNewer => message!("error-data-newer"),
            Kind::Settings(error) => error.message(),
            Kind::NoRoom { needed, free } => message!("error-no-room", needed = *needed, free = *free),
            Kind::Archive(error) => error.message(),
            Kind::Tls(error) => error.message(),
            Kind::HandOver(detail) => message!("error-hand-over", detail = detail),
            Kind::HungUp(detail) => message!("error-hung-up", detail = detail),
            Kind::DiskFull => message!("error-disk-full"),
            Kind::Internal => message!("error-internal"),
        }
    }
}

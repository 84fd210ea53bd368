//! The server's one error: what went wrong, for a person, and the detail behind it, for the log.

use std::error::Error as StdError;
use std::{fmt, io};

use axum::http::StatusCode;
use catalog::check_in::CheckInError;
use catalog::device::ComputerNameError;
use catalog::msi::MsiError;
use catalog::{ListingError, VersionError};
use text::{Explain, Message, message};

use crate::archive::ArchiveError;
use crate::data_folder::DataFolderError;
use crate::db::DatabaseError;
use crate::identity::{PasswordError, VerifierError};
use crate::model::name::NameError;
use crate::model::permission::PermissionError;
use crate::outgoing::OutgoingError;
use crate::rules::administrators::LastAdministrator;
use crate::rules::api_token::NewApiTokenError;
use crate::rules::destination::DestinationError;
use crate::rules::draft::EditedMeanwhile;
use crate::rules::filter::FilterError;
use crate::rules::listing::WrittenListingError;
use crate::rules::publication::LowerThanOffered;
use crate::rules::report::ReportError;
use crate::rules::role::{Ability, NotAllowed};
use crate::rules::updater_package::UpdaterPackageError;
use crate::rules::user_filter::UserFilterError;
use crate::rules::user_import::ImportError;
use crate::rules::webhook::WebhookError;
use crate::rules::withdrawal::WithdrawalError;
use crate::settings::SettingsError;
use crate::storage::StorageError;
use crate::tls::TlsError;

/// What a fallible piece of the server answers.
pub(crate) type Result<Value> = std::result::Result<Value, Error>;

/// What went wrong.
#[derive(Debug)]
pub(crate) struct Error {
    kind: Kind,
    pointer: Option<String>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The kinds of what can go wrong.
#[derive(Debug)]
pub(crate) enum Kind {
    /// No name and password.
    CredentialsMissing,
    /// A name and a password that are not the right ones.
    NotSignedIn,
    /// No API token.
    TokenMissing,
    /// An API token that does not count.
    TokenRefused,
    /// The actor may not; on the web the thing does not exist then.
    NotAllowed,
    /// A device token, where only the password counts.
    PasswordNeeded,
    /// A password that is good for nothing but choosing another one.
    PasswordOneTime,
    /// The own password that was asked for is another one.
    OldPasswordWrong,
    /// The new password and its repetition.
    PasswordsDiffer,
    /// The new password is the old one.
    PasswordSame,
    /// A code of a second factor that is wrong, or was used before.
    CodeWrong,
    /// Too many wrong codes of a second factor.
    CodeTooOften {
        /// When to come again.
        seconds: u64,
    },
    /// A second factor that was set up for too long.
    SetUpLate,
    /// A second factor, where there is one already.
    SecondFactorThere,
    /// A second factor that the settings ask for.
    SecondFactorRequired,
    /// A set-up code that is wrong.
    SetUpCodeWrong,
    /// Too many wrong set-up codes.
    SetUpCodeTooOften,
    /// The last administrator.
    LastAdministrator(LastAdministrator),
    /// An API token that cannot be made as it is asked for.
    NewApiToken(NewApiTokenError),
    /// An API token that is not there.
    TokenUnknown(i64),
    /// The session ended, or the account changed, while a change waited for its turn.
    SessionOver,
    /// More sign-ins are waiting than can be worked off.
    Busy,
    /// There is no such thing, for this user.
    NotFound,
    /// The thing knows no such method.
    MethodUnknown,
    /// Too many enrolments of this user.
    EnrolledTooOften {
        /// When to come again.
        seconds: u64,
    },
    /// Too many wrong passwords, of this account or from this place.
    SignInTooOften {
        /// When to come again.
        seconds: u64,
    },
    /// The request does not say what it was sent to.
    HostWrong,
    /// The request is for a server of another name.
    HostForeign(String),
    /// The request came directly, though there are proxies to come by.
    NotByProxy,
    /// The request's path and query are longer than this many bytes.
    UrlTooLong(usize),
    /// No part of the file lies in the range that is asked for.
    RangeOutside {
        /// The file's size in bytes.
        size: u64,
    },
    /// The file is not the one that the client has a part of.
    NotTheSameFile,
    /// The request does not say of which state its change is.
    PreconditionMissing,
    /// What is to be changed is not any more as the request has seen it.
    ChangedMeanwhile,
    /// Something was changed since the actor has looked; whoever sees this looks again.
    SeenBefore,
    /// The request's query is not what it should be; the detail is the reader's.
    QueryWrong(String),
    /// A page of so many items is not made.
    LimitWrong {
        /// The most items of a page.
        limit_max: usize,
    },
    /// A cursor that no page had.
    CursorWrong,
    /// The request's body is larger than its limit, in bytes.
    BodyTooLarge(usize),
    /// The request's body did not come in time.
    BodyLate,
    /// The request's body is not announced as an MSI file.
    BodyNotMsi,
    /// The request's body is not announced as JSON.
    BodyNotJson,
    /// The request's body is not announced as a form.
    BodyNotForm,
    /// A form that none of our own pages sent, or one that was open when its session ended.
    FormForeign,
    /// The request's body is not what it should be; the detail is the reader's.
    BodyWrong(String),
    /// A report that cannot be true.
    Report(ReportError),
    /// A check-in beyond a limit.
    CheckIn(CheckInError),
    /// A text that is no computer's name.
    ComputerName(ComputerNameError),
    /// A name that is none.
    Name(NameError),
    /// A name that someone has.
    NameTaken(String),
    /// A user that is not there.
    UserUnknown(String),
    /// A device that is not there.
    DeviceUnknown {
        /// The user.
        user: String,
        /// What was taken for the device's number.
        device: String,
    },
    /// A device that has to be revoked first.
    DeviceEnrolled {
        /// The user.
        user: String,
        /// The device's number.
        device: String,
    },
    /// A filter that cannot be understood.
    Filter(FilterError),
    /// A group that is not there.
    GroupUnknown(String),
    /// A file of accounts that cannot be used.
    Import(ImportError),
    /// A filter of users that cannot be understood.
    UserFilter(UserFilterError),
    /// Neither a user nor a group.
    HolderUnknown(String),
    /// A text that may not be a password.
    Password(PasswordError),
    /// A text that is no permission.
    Permission(PermissionError),
    /// A listing that cannot be used as it is written.
    WrittenListing(WrittenListingError),
    /// A file that is no package.
    Msi(MsiError),
    /// A package that cannot be offered.
    Listing(ListingError),
    /// A package larger than the setting allows, in bytes.
    PackageTooLarge(u64),
    /// A package that ended before it was whole.
    PackageCut,
    /// A package that is published already.
    PackageKnown(String),
    /// A package that is still offered, where only a withdrawn one will do.
    PackageOffered(String),
    /// The package that people install the updater with, where another one will do.
    PackageIsUpdater(String),
    /// A draft that is not there.
    DraftUnknown(i64),
    /// More drafts than there may be.
    DraftsTooMany(u64),
    /// More packages are being received than may be at a time.
    UploadsTooMany,
    /// Somebody else has changed it in the meantime.
    EditedMeanwhile(EditedMeanwhile),
    /// A package below what its users are offered.
    LowerThanOffered(LowerThanOffered),
    /// A version that is none.
    Version(VersionError),
    /// It is not clear what to withdraw.
    Withdrawal(WithdrawalError),
    /// An address that the server itself may not ask.
    Destination(DestinationError),
    /// What the server itself asked for did not come.
    Outgoing(OutgoingError),
    /// A webhook that cannot be as it is written, or is not there.
    Webhook(WebhookError),
    /// It is not clear which package is to be the updater package, or it cannot be.
    UpdaterPackage(UpdaterPackageError),
    /// No package has been made the updater package.
    NoUpdaterPackage,
    /// A file that was named at the command line cannot be read.
    FileUnreadable {
        /// The file.
        file: String,
        /// What the system says.
        detail: String,
    },
    /// What is named is a folder, a device or a pipe.
    NotAFile(String),
    /// The server does not listen where it should.
    Listen {
        /// Where.
        address: String,
        /// What the system says.
        detail: String,
    },
    /// Passwords would go over a network unencrypted.
    PlainHttp(String),
    /// The socket for verbs cannot be made.
    Socket {
        /// The data folder.
        folder: String,
        /// What the system says.
        detail: String,
    },
    /// The data folder cannot be used.
    DataFolder(DataFolderError),
    /// The data folder was used by a newer version.
    DataNewer,
    /// There is no room for a copy of the database.
    NoRoom {
        /// How many bytes it takes at most.
        needed: u64,
        /// How many there are.
        free: u64,
    },
    /// A backup cannot be made or taken over.
    Archive(ArchiveError),
    /// The certificate or its key cannot be used.
    Tls(TlsError),
    /// Settings cannot be used.
    Settings(SettingsError),
    /// The running server cannot be reached; the detail is the system's.
    HandOver(String),
    /// The running server was asked, and did not answer.
    HungUp(String),
    /// The server's disk is full.
    DiskFull,
    /// The server itself is at fault: the database, the disk, the system.
    Internal,
}

impl Error {
    /// What went wrong.
    pub(crate) fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The same error, about a part of the request's JSON: a pointer such as `/name`. Source: RFC 6901.
    pub(crate) fn at(self, pointer: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), ..self }
    }

    /// Which part of the request's JSON the error is about, if that is known.
    pub(crate) fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }

    /// An error of the server itself; the detail is for the log alone.
    pub(crate) fn internal(source: impl StdError + Send + Sync + 'static) -> Self {
        let kind = if is_full_disk(&source) { Kind::DiskFull } else { Kind::Internal };
        Self { kind, pointer: None, source: Some(Box::new(source)) }
    }

    /// Writes the detail to the log, if the server is at fault; whoever answers calls this once.
    pub(crate) fn log(&self) {
        if let (Kind::Internal | Kind::DiskFull, Some(source)) = (&self.kind, &self.source) {
            tracing::error!(error = %Chain(source.as_ref()), "the server could not do what it should");
        }
    }

    /// The status of an HTTP answer.
    pub(crate) fn status(&self) -> StatusCode {
        match &self.kind {
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
            | Kind::HolderUnknown(_) => StatusCode::NOT_FOUND,
            Kind::MethodUnknown => StatusCode::METHOD_NOT_ALLOWED,
            Kind::BodyLate => StatusCode::REQUEST_TIMEOUT,
            Kind::NotTheSameFile | Kind::ChangedMeanwhile | Kind::SeenBefore => {
                StatusCode::PRECONDITION_FAILED
            }
            Kind::PreconditionMissing => StatusCode::PRECONDITION_REQUIRED,
            Kind::BodyTooLarge(_) | Kind::PackageTooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::BodyNotJson | Kind::BodyNotMsi | Kind::BodyNotForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Kind::RangeOutside { .. } => StatusCode::RANGE_NOT_SATISFIABLE,
            Kind::Busy | Kind::UploadsTooMany => StatusCode::SERVICE_UNAVAILABLE,
            Kind::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
            Kind::SessionOver
            | Kind::SecondFactorThere
            | Kind::SecondFactorRequired
            | Kind::LastAdministrator(_)
            | Kind::DeviceEnrolled { .. }
            | Kind::NameTaken(_)
            | Kind::PackageKnown(_)
            | Kind::PackageOffered(_)
            | Kind::PackageIsUpdater(_)
            | Kind::DraftsTooMany(_)
            | Kind::EditedMeanwhile(_)
            | Kind::LowerThanOffered(_)
            | Kind::Withdrawal(_) => StatusCode::CONFLICT,
            Kind::Webhook(WebhookError::Unknown(_)) => StatusCode::NOT_FOUND,
            Kind::Webhook(WebhookError::Known(_) | WebhookError::TooMany) => StatusCode::CONFLICT,
            Kind::Webhook(_) => StatusCode::BAD_REQUEST,
            // The address that was given did not do its part, and not this server.
            Kind::Outgoing(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::SignInTooOften { .. }
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

impl Explain for Error {
    fn message(&self) -> Message {
        match &self.kind {
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
            Kind::SetUpLate => message!("error-set-up-late"),
            Kind::SecondFactorThere => message!("error-second-factor-there"),
            Kind::SecondFactorRequired => message!("error-second-factor-required"),
            Kind::SetUpCodeWrong => message!("error-set-up-code-wrong"),
            Kind::SetUpCodeTooOften => message!("error-set-up-code-too-often"),
            Kind::LastAdministrator(error) => error.message(),
            Kind::NewApiToken(error) => error.message(),
            Kind::TokenUnknown(id) => message!("error-token-unknown", id = id.to_string()),
            Kind::SessionOver => message!("error-session-over"),
            Kind::Busy => message!("error-busy"),
            Kind::NotFound => message!("error-not-found"),
            Kind::MethodUnknown => message!("error-method-unknown"),
            Kind::EnrolledTooOften { seconds } => message!("error-enrolled-too-often", seconds = *seconds),
            Kind::SignInTooOften { seconds } => message!("error-sign-in-too-often", seconds = *seconds),
            Kind::HostWrong => message!("error-host-wrong"),
            Kind::HostForeign(host) => message!("error-host-foreign", host = host),
            Kind::NotByProxy => message!("error-not-by-proxy"),
            Kind::UrlTooLong(bytes) => message!("error-url-too-long", bytes = *bytes),
            Kind::RangeOutside { size } => message!("error-range-outside", bytes = *size),
            Kind::NotTheSameFile => message!("error-not-the-same-file"),
            Kind::BodyTooLarge(bytes) => message!("error-body-too-large", bytes = *bytes),
            Kind::BodyLate => message!("error-body-late"),
            Kind::BodyNotMsi => message!("error-body-not-msi"),
            Kind::BodyNotJson => message!("error-body-not-json"),
            Kind::BodyNotForm => message!("error-body-not-form"),
            Kind::FormForeign => message!("error-form-foreign"),
            Kind::BodyWrong(detail) => message!("error-body-wrong", detail = detail),
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

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.message())
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Whether it came from a disk without room.
fn is_full_disk(error: &(dyn StdError + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        let of_system = error.downcast_ref::<io::Error>();
        if of_system.is_some_and(|error| error.kind() == io::ErrorKind::StorageFull)
            || error.downcast_ref::<DatabaseError>().is_some_and(DatabaseError::is_full_disk)
        {
            return true;
        }
        next = error.source();
    }
    false
}

/// An error with all that it came from, on one line.
struct Chain<'a>(&'a (dyn StdError + Send + Sync));

impl fmt::Display for Chain<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)?;
        let mut source = self.0.source();
        while let Some(error) = source {
            write!(formatter, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self { kind, pointer: None, source: None }
    }
}

impl From<DatabaseError> for Error {
    fn from(error: DatabaseError) -> Self {
        match error {
            DatabaseError::Newer => Kind::DataNewer.into(),
            DatabaseError::NoRoom { needed, free } => Kind::NoRoom { needed, free }.into(),
            error => Self::internal(error),
        }
    }
}

impl From<StorageError> for Error {
    fn from(error: StorageError) -> Self {
        Self::internal(error)
    }
}

impl From<VerifierError> for Error {
    fn from(error: VerifierError) -> Self {
        match error {
            VerifierError::Busy => Kind::Busy.into(),
            error => Self::internal(error),
        }
    }
}

impl From<NotAllowed> for Error {
    fn from(NotAllowed(ability): NotAllowed) -> Self {
        match ability {
            Ability::Enrol => Kind::PasswordNeeded.into(),
            _ => Kind::NotAllowed.into(),
        }
    }
}

macro_rules! error_from {
    ($($kind:ident($error:ty))*) => {$(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Kind::$kind(error).into()
            }
        }
    )*};
}
error_from! {
    Archive(ArchiveError)
    CheckIn(CheckInError)
    ComputerName(ComputerNameError)
    DataFolder(DataFolderError)
    EditedMeanwhile(EditedMeanwhile)
    Destination(DestinationError)
    Filter(FilterError)
    Import(ImportError)
    Listing(ListingError)
    LowerThanOffered(LowerThanOffered)
    Name(NameError)
    Outgoing(OutgoingError)
    LastAdministrator(LastAdministrator)
    NewApiToken(NewApiTokenError)
    Password(PasswordError)
    Permission(PermissionError)
    Report(ReportError)
    Settings(SettingsError)
    UpdaterPackage(UpdaterPackageError)
    Tls(TlsError)
    UserFilter(UserFilterError)
    Version(VersionError)
    Webhook(WebhookError)
    Withdrawal(WithdrawalError)
    WrittenListing(WrittenListingError)
}

impl From<MsiError> for Error {
    fn from(error: MsiError) -> Self {
        Kind::Msi(error).into()
    }
}

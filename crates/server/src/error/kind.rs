//! The kinds of what can go wrong.

use catalog::check_in::CheckInError;
use catalog::device::ComputerNameError;
use catalog::msi::MsiError;
use catalog::{ListingError, VersionError};

use crate::archive::ArchiveError;
use crate::data_folder::DataFolderError;
use crate::identity::{DeviceCodeError, PasswordError, ProviderError};
use crate::model::name::NameError;
use crate::model::permission::PermissionError;
use crate::open_xchange_site::SiteUnread;
use crate::outgoing::OutgoingError;
use crate::rules::administrators::LastAdministrator;
use crate::rules::api_token::NewApiTokenError;
use crate::rules::branding::BrandingError;
use crate::rules::destination::DestinationError;
use crate::rules::draft::EditedMeanwhile;
use crate::rules::filter::FilterError;
use crate::rules::listing::WrittenListingError;
use crate::rules::publication::LowerThanOffered;
use crate::rules::report::ReportError;
use crate::rules::updater_package::UpdaterPackageError;
use crate::rules::user_filter::UserFilterError;
use crate::rules::user_import::ImportError;
use crate::rules::webhook::WebhookError;
use crate::rules::withdrawal::WithdrawalError;
use crate::settings::SettingsError;
use crate::tls::TlsError;

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
    /// The code that a PC shows, as somebody typed it.
    DeviceCode(DeviceCodeError),
    /// A provider of OpenID Connect signed somebody not in.
    Provider(ProviderError),
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
    /// Who knows the account gives no answer.
    SourceAway,
    /// The account's password is its source's.
    PasswordOfSource {
        /// The user.
        user: String,
        /// The source.
        source: String,
    },
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
    /// A file was asked for without its name.
    FileNotNamed,
    /// No part of the file lies in the range that is asked for.
    RangeOutside {
        /// The file's size in bytes.
        size: u64,
    },
    /// The file is not the one that the client has a part of.
    NotTheSameFile,
    /// An Open-Xchange server whose preconditions are asked for.
    SiteUnread(SiteUnread),
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
    /// The request's body is not announced as CSV.
    BodyNotCsv,
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
    /// Something about a branding that cannot be.
    Branding(BrandingError),
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

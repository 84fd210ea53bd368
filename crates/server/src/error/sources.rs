//! What becomes of the errors of all the rooms: each is a kind of the server's one error.

use catalog::check_in::CheckInError;
use catalog::device::ComputerNameError;
use catalog::msi::MsiError;
use catalog::{ListingError, VersionError};

use super::{Error, Kind};
use crate::archive::ArchiveError;
use crate::data_folder::DataFolderError;
use crate::db::DatabaseError;
use crate::identity::{DeviceCodeError, PasswordError, ProviderError, VerifierError};
use crate::model::name::NameError;
use crate::model::permission::PermissionError;
use crate::open_xchange_site::SiteUnread;
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

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self { kind: Box::new(kind), pointer: None, source: None }
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
    Destination(DestinationError)
    DeviceCode(DeviceCodeError)
    EditedMeanwhile(EditedMeanwhile)
    Filter(FilterError)
    Import(ImportError)
    LastAdministrator(LastAdministrator)
    Listing(ListingError)
    LowerThanOffered(LowerThanOffered)
    Msi(MsiError)
    Name(NameError)
    NewApiToken(NewApiTokenError)
    Outgoing(OutgoingError)
    Password(PasswordError)
    Permission(PermissionError)
    Provider(ProviderError)
    Report(ReportError)
    Settings(SettingsError)
    SiteUnread(SiteUnread)
    Tls(TlsError)
    UpdaterPackage(UpdaterPackageError)
    UserFilter(UserFilterError)
    Version(VersionError)
    Webhook(WebhookError)
    Withdrawal(WithdrawalError)
    WrittenListing(WrittenListingError)
}

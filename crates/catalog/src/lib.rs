//! What an update is: the language that server, client and generator speak.
//!
//! Pure: no clock, no disk, no network, no environment. Bytes and times come in as arguments, values and problems go out.

pub mod address;
pub mod check_in;
mod code;
pub mod device;
pub mod device_authorization;
pub mod digest;
mod icon;
mod importance;
pub mod install_params;
pub mod installer_name;
pub mod listing;
mod locale;
pub mod msi;
mod platform;
pub mod product;
mod release_date;
pub mod report;
mod scope;
pub mod version;
pub mod xml;

pub use address::AddressError;
pub use code::{CodeError, ProductCode, UpgradeCode};
pub use digest::{Digests, Md5, Sha256};
pub use icon::{ICON_SIZE_MAX, Icon, IconError};
pub use importance::{Importance, ImportanceError, Presence, Urgency};
pub use install_params::{InstallParams, InstallParamsError};
pub use listing::{Listing, ListingError};
pub use locale::{LOCALE_LENGTH_MAX, Locale, LocaleError};
pub use platform::{Platform, PlatformError};
pub use product::{Family, Product};
pub use release_date::ReleaseDate;
pub use scope::{Scope, ScopeError};
pub use version::{ProductVersion, VersionError};

//! What a client tells the server about the PC after a check; its wire form is JSON.

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};
use uuid::Uuid;

use crate::device::{ComputerNameError, is_line, judge_computer_name};
use crate::{Platform, ProductVersion, UpgradeCode};

/// The most bytes of a check-in's JSON; one within the other limits is never larger.
pub const CHECK_IN_SIZE_MAX: usize = 1024 * 1024;
/// The most products of a check-in. A PC that is offered more leaves out those that are not installed first.
pub const CHECK_IN_PRODUCTS_MAX: usize = 1_000;
/// The most installed versions of one product.
pub const INSTALLED_VERSIONS_MAX: usize = 8;
/// The most characters of Windows' version, and of the client's.
pub const SYSTEM_VERSION_LENGTH_MAX: usize = 64;

/// What a client tells the server about the PC, the body of `POST /api/v1/check-ins`. Nothing else is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// The PC, by a random number of its own that says nothing else about it.
    pub device: Uuid,
    /// The computer's name, by which people know it.
    pub computer_name: String,
    /// Windows' version, such as `10.0.22631.4317`.
    pub windows_version: String,
    /// Windows' own platform.
    pub platform: Platform,
    /// The client's version.
    pub client_version: String,
    /// The products that the user is offered.
    pub products: Vec<CheckedProduct>,
}

/// What is installed of one product that the user is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckedProduct {
    /// The product's upgrade code.
    pub upgrade_code: UpgradeCode,
    /// The offered package's platform, where the offer said.
    pub platform: Option<Platform>,
    /// What is installed; empty if nothing is.
    pub installed: Vec<InstalledVersion>,
}

/// One installed version of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstalledVersion {
    /// The version.
    pub version: ProductVersion,
    /// For whom it is installed.
    pub context: InstalledContext,
}

/// For whom a product is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InstalledContext {
    /// For everyone on the PC.
    Machine,
    /// For the person who checked.
    User,
}

/// Which limit a check-in is beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum CheckInError {
    /// The computer's name is none.
    ComputerName(ComputerNameError),
    /// Windows' version is empty, too long, or holds control characters.
    WindowsVersion,
    /// The client's version is empty, too long, or holds control characters.
    ClientVersion,
    /// More than [`CHECK_IN_PRODUCTS_MAX`] products.
    Products,
    /// More than [`INSTALLED_VERSIONS_MAX`] versions of one product.
    InstalledVersions,
}

impl CheckIn {
    /// Judges whether a check-in is within its limits.
    ///
    /// # Errors
    /// [`CheckInError`] names the limit.
    pub fn judge(&self) -> Result<(), CheckInError> {
        judge_computer_name(&self.computer_name).map_err(CheckInError::ComputerName)?;
        if !is_line(&self.windows_version, SYSTEM_VERSION_LENGTH_MAX) {
            return Err(CheckInError::WindowsVersion);
        }
        if !is_line(&self.client_version, SYSTEM_VERSION_LENGTH_MAX) {
            return Err(CheckInError::ClientVersion);
        }
        if self.products.len() > CHECK_IN_PRODUCTS_MAX {
            return Err(CheckInError::Products);
        }
        if self.products.iter().any(|product| product.installed.len() > INSTALLED_VERSIONS_MAX) {
            return Err(CheckInError::InstalledVersions);
        }
        Ok(())
    }
}

impl InstalledContext {
    /// The context's name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::User => "user",
        }
    }
}

impl Explain for CheckInError {
    fn message(&self) -> Message {
        match self {
            Self::ComputerName(error) => error.message(),
            Self::WindowsVersion => {
                message!("check-in-windows-version-wrong", characters = SYSTEM_VERSION_LENGTH_MAX)
            }
            Self::ClientVersion => {
                message!("check-in-client-version-wrong", characters = SYSTEM_VERSION_LENGTH_MAX)
            }
            Self::Products => message!("check-in-over-products", limit = CHECK_IN_PRODUCTS_MAX),
            Self::InstalledVersions => message!("check-in-over-installed", limit = INSTALLED_VERSIONS_MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        CHECK_IN_PRODUCTS_MAX, CHECK_IN_SIZE_MAX, CheckIn, CheckInError, INSTALLED_VERSIONS_MAX,
        InstalledContext, SYSTEM_VERSION_LENGTH_MAX,
    };
    use crate::device::{COMPUTER_NAME_LENGTH_MAX, ComputerNameError};
    use crate::version::VERSION_LENGTH_MAX;
    use crate::{Platform, ProductVersion};

    const WIRE: &str = r#"{
        "device": "00000000-0000-4000-8000-000000000002", "computer_name": "PC-7",
        "windows_version": "10.0.22631.4317", "platform": "x64", "client_version": "0.1.0",
        "products": [
            {"upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "platform": "x86", "installed": [
                {"version": "6.2.0", "context": "machine"}, {"version": "6.1", "context": "user"}]},
            {"upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD7}", "platform": null, "installed": []}
        ]
    }"#;

    fn check_in() -> CheckIn {
        serde_json::from_str(WIRE).unwrap()
    }

    #[test]
    fn the_wire_form_is_stable() {
        let again = serde_json::to_value(check_in()).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(WIRE).unwrap());
        for context in [InstalledContext::Machine, InstalledContext::User] {
            assert_eq!(serde_json::to_value(context).unwrap(), context.as_str());
        }
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for (from, to) in [
            ("\"x64\"", "\"z80\""),
            ("\"6.2.0\"", "\"new\""),
            ("\"user\"", "\"everyone\""),
            ("\"computer_name\"", "\"ip_address\""),
            ("\"platform\": null,", "\"platform\": null, \"path\": \"C:\","),
            ("\"context\": \"machine\"", "\"context\": \"machine\", \"by\": \"anna\""),
        ] {
            let wrong = WIRE.replace(from, to);
            assert_ne!(wrong, WIRE);
            assert!(serde_json::from_str::<CheckIn>(&wrong).is_err(), "{to}");
        }
    }

    #[test]
    fn everything_has_a_limit() {
        let check = |change: fn(&mut CheckIn), expected| {
            let mut check_in = check_in();
            change(&mut check_in);
            assert_eq!(check_in.judge().err(), expected);
        };
        check(|_| (), None);
        check(|it| it.products.clear(), None);
        check(|it| it.computer_name.clear(), Some(CheckInError::ComputerName(ComputerNameError)));
        check(|it| it.windows_version.clear(), Some(CheckInError::WindowsVersion));
        check(|it| it.windows_version = "1".repeat(SYSTEM_VERSION_LENGTH_MAX), None);
        check(
            |it| it.windows_version = "1".repeat(SYSTEM_VERSION_LENGTH_MAX + 1),
            Some(CheckInError::WindowsVersion),
        );
        check(|it| it.client_version = "0.1\n".to_owned(), Some(CheckInError::ClientVersion));
        check(|it| it.products = vec![it.products[0].clone(); CHECK_IN_PRODUCTS_MAX], None);
        check(
            |it| it.products = vec![it.products[0].clone(); CHECK_IN_PRODUCTS_MAX + 1],
            Some(CheckInError::Products),
        );
        check(
            |it| it.products[1].installed = vec![it.products[0].installed[0].clone(); INSTALLED_VERSIONS_MAX],
            None,
        );
        check(
            |it| {
                it.products[1].installed =
                    vec![it.products[0].installed[0].clone(); INSTALLED_VERSIONS_MAX + 1];
            },
            Some(CheckInError::InstalledVersions),
        );
    }

    #[test]
    fn what_is_within_the_limits_is_within_the_size() {
        let mut largest = check_in();
        largest.computer_name = "\u{10ffff}".repeat(COMPUTER_NAME_LENGTH_MAX);
        largest.windows_version = "\u{10ffff}".repeat(SYSTEM_VERSION_LENGTH_MAX);
        largest.client_version = "\u{10ffff}".repeat(SYSTEM_VERSION_LENGTH_MAX);
        let mut product = largest.products[0].clone();
        product.platform = Some(Platform::Itanium);
        product.installed[0].version = ProductVersion::parse(&"0".repeat(VERSION_LENGTH_MAX)).unwrap();
        product.installed = vec![product.installed[0].clone(); INSTALLED_VERSIONS_MAX];
        largest.products = vec![product; CHECK_IN_PRODUCTS_MAX];
        assert_eq!(largest.judge(), Ok(()));
        assert!(serde_json::to_vec(&largest).unwrap().len() <= CHECK_IN_SIZE_MAX);
    }
}

//! Devices: PCs that their users have enrolled.

use std::fmt;

use catalog::check_in::{CheckedProduct, InstalledVersion};
use catalog::device::DeviceToken;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use utoipa::ToSchema;
use uuid::Uuid;

use super::report::ReportLine;
use super::user::UserId;

/// How many bytes a [`TokenHash`] has.
pub(crate) const TOKEN_HASH_SIZE: usize = 32;

/// Numbers a device of a user; never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct DeviceId(pub(crate) i64);

/// All that is kept of a device token: its SHA-256. A token has 256 random bits, which nobody finds from that.
#[derive(Clone, Copy)]
pub(crate) struct TokenHash([u8; TOKEN_HASH_SIZE]);

/// A device with what decides about its requests; one that is revoked is none.
#[derive(Debug, Clone)]
pub(crate) struct Device {
    /// The device's number here.
    pub(crate) id: DeviceId,
    /// Who enrolled it.
    pub(crate) user: UserId,
    /// The PC's own random number.
    pub(crate) device: Uuid,
    /// What its token is known by.
    pub(crate) token_hash: TokenHash,
}

/// What is known of a device when it is asked which one has to make room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownDevice {
    /// The device's number here.
    pub(crate) id: DeviceId,
    /// The PC's own random number.
    pub(crate) device: Uuid,
    /// The computer's name.
    pub(crate) computer_name: String,
    /// Whether its token counts.
    pub(crate) standing: DeviceStanding,
    /// When it was last seen, or else enrolled.
    pub(crate) seen_at: Timestamp,
}

/// Whether a device may sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DeviceStanding {
    /// Its token counts no longer.
    Revoked,
    /// Its token counts.
    Enrolled,
}

/// A device as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct DeviceLine {
    /// Its number here.
    pub(crate) id: i64,
    /// The name of the user who enrolled it.
    pub(crate) user: String,
    /// The PC's random number.
    pub(crate) device: String,
    /// The computer's name.
    pub(crate) computer_name: String,
    /// Whether its token counts.
    pub(crate) standing: DeviceStanding,
    /// When it was enrolled, for the last time, as RFC 3339 writes it.
    pub(crate) enrolled_at: String,
    /// When it last fetched update.xml or checked in.
    pub(crate) last_seen_at: Option<String>,
    /// What it told last.
    pub(crate) check_in: Option<CheckInLine>,
}

/// The last check-in of a device as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct CheckInLine {
    /// When the server received it, as RFC 3339 writes it.
    pub(crate) received_at: String,
    /// Windows' version.
    pub(crate) windows_version: String,
    /// Windows' own platform.
    pub(crate) platform: String,
    /// The client's version.
    pub(crate) client_version: String,
    /// What is installed; only where the devices of one user are asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<Object>>)]
    pub(crate) products: Option<Vec<CheckedProduct>>,
}

/// One device with all that is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct DeviceDetail {
    /// The device.
    pub(crate) device: DeviceLine,
    /// What is installed of what is published here, beside what its user is offered.
    pub(crate) products: Vec<DeviceProduct>,
    /// Its newest reports, the newest first.
    pub(crate) reports: Vec<ReportLine>,
}

/// What is installed of one product on a device, beside what its user is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct DeviceProduct {
    /// The product's name; its upgrade code where it is not published here any more.
    pub(crate) product: String,
    /// The upgrade code.
    pub(crate) upgrade_code: String,
    /// The platform of the package.
    pub(crate) platform: Option<String>,
    /// What is installed, as the device told last.
    #[schema(value_type = Vec<Object>)]
    pub(crate) installed: Vec<InstalledVersion>,
    /// The version that the user is offered now.
    pub(crate) offered: Option<String>,
    /// How the two compare.
    pub(crate) state: DeviceProductState,
}

/// How what is installed compares with what is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum DeviceProductState {
    /// What is offered is installed, or a higher version.
    Current,
    /// A lower version is installed.
    Behind,
    /// Nothing is installed.
    Missing,
    /// The device has told nothing about it yet.
    Unknown,
    /// It is installed, and the user is not offered it.
    NotOffered,
}

impl TokenHash {
    /// The hash of a token.
    pub(crate) fn of(token: &DeviceToken) -> Self {
        Self(Sha256::digest(token.as_str()).into())
    }

    /// Takes a hash as it was kept; `None` if it has another length.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes to keep.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether two hashes are the same, in constant time.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TokenHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use catalog::device::DeviceToken;

    use super::TokenHash;

    #[test]
    fn a_hash_is_that_of_one_token() {
        let hash = |byte: u8| TokenHash::of(&DeviceToken::of([byte; 32]));
        assert!(hash(1).is(&hash(1)));
        assert!(!hash(1).is(&hash(2)));
        let kept = TokenHash::from_bytes(hash(1).as_bytes()).unwrap();
        assert!(kept.is(&hash(1)));
        assert!(TokenHash::from_bytes(&[0; 31]).is_none());
        assert_eq!(format!("{kept:?}"), "TokenHash(…)");
    }
}

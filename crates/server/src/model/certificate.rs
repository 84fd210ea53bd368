//! The certificate that this server shows to those who connect to it.

use jiff::Timestamp;

/// What a certificate says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CertificateState {
    /// The names and addresses that it is for.
    pub(crate) names: Vec<String>,
    /// When it begins to count.
    pub(crate) begins_at: Timestamp,
    /// When it counts no longer.
    pub(crate) ends_at: Timestamp,
}

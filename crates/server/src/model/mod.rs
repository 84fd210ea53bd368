//! The nouns of the server, plain values: no SQL, no HTTP, no clock.

pub(crate) mod api_token;
pub(crate) mod audit;
pub(crate) mod audit_filter;
pub(crate) mod backup;
pub(crate) mod certificate;
pub(crate) mod device;
pub(crate) mod device_filter;
pub(crate) mod draft;
pub(crate) mod group;
pub(crate) mod host;
pub(crate) mod listing;
pub(crate) mod name;
pub(crate) mod overview;
pub(crate) mod package;
pub(crate) mod permission;
pub(crate) mod report;
pub(crate) mod report_filter;
pub(crate) mod secret;
pub(crate) mod session;
pub(crate) mod slice;
pub(crate) mod snapshot;
pub(crate) mod spread;
pub(crate) mod updater_package;
pub(crate) mod user;
pub(crate) mod webhook;

//! Decisions, pure: what comes in decides what goes out. No SQL, no HTTP, no clock.

pub(crate) mod administrators;
pub(crate) mod api_token;
pub(crate) mod audit;
pub(crate) mod backup;
pub(crate) mod branding;
pub(crate) mod branding_folder;
pub(crate) mod catalog;
pub(crate) mod certificate;
pub(crate) mod chart;
pub(crate) mod destination;
pub(crate) mod device;
pub(crate) mod draft;
pub(crate) mod entrance;
pub(crate) mod file_name;
pub(crate) mod filter;
pub(crate) mod fit;
pub(crate) mod home;
pub(crate) mod host;
pub(crate) mod inspection;
pub(crate) mod installer_name;
pub(crate) mod kin;
pub(crate) mod listing;
pub(crate) mod number;
pub(crate) mod offers;
pub(crate) mod outcome;
pub(crate) mod overview;
pub(crate) mod patience;
pub(crate) mod peer;
pub(crate) mod preconditions;
pub(crate) mod preconfiguration;
pub(crate) mod publication;
pub(crate) mod report;
pub(crate) mod role;
pub(crate) mod source_account;
pub(crate) mod spread;
pub(crate) mod takeover;
pub(crate) mod updater_package;
pub(crate) mod user_filter;
pub(crate) mod user_import;
pub(crate) mod warning;
pub(crate) mod webhook;
pub(crate) mod why;
pub(crate) mod withdrawal;

#[cfg(test)]
mod fixtures;

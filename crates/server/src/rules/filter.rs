//! Filters of lists: from what a person wrote to what is looked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use catalog::report::OutcomeKind;
use catalog::{Platform, ProductVersion, UpgradeCode, VersionError};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use text::{Explain, Message, message};
use uuid::Uuid;

use super::outcome::{FAILING, OUTCOMES};
use crate::model::audit_filter::{AuditFilter, WrittenAuditFilter};
use crate::model::device::DeviceStanding;
use crate::model::device_filter::{DeviceFilter, WrittenDeviceFilter};
use crate::model::package::Package;
use crate::model::report_filter::{NamedDevice, NamedProduct, ReportFilter, WrittenReportFilter};
use crate::model::user::UserId;

/// The most characters of what is looked for.
pub(crate) const SEARCH_LENGTH_MAX: usize = 256;
/// How far the last second of a day is from its first.
const DAY: SignedDuration = SignedDuration::from_secs(24 * 60 * 60 - 1);
/// What stands for every outcome that calls for somebody's attention.
pub(crate) const FAILING_WORD: &str = "failing";

/// Why a filter cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum FilterError {
    /// Neither a day nor a time.
    Time(String),
    /// Neither `enrolled` nor `revoked`.
    Standing(String),
    /// No outcome.
    Outcome(String),
    /// No product that is published here.
    Product(String),
    /// No platform.
    Platform(String),
    /// No version.
    Version(VersionError),
    /// A version, and no product that it would be a version of.
    VersionAlone,
    /// More than [`SEARCH_LENGTH_MAX`] characters.
    TooLong,
    /// A character that nobody can see.
    ControlCharacter,
}

/// Understands a filter of devices. `user` finds users by name.
///
/// # Errors
/// [`FilterError`], or what `user` says.
pub(crate) fn devices<'a, Failure: From<FilterError>>(
    written: &WrittenDeviceFilter,
    packages: impl Iterator<Item = &'a Arc<Package>>,
    user: impl Fn(&str) -> Result<UserId, Failure>,
) -> Result<DeviceFilter, Failure> {
    let packages: Vec<&Arc<Package>> = packages.collect();
    let product = |wanted: &Option<String>| {
        text(wanted)?.map(|wanted| codes(&wanted, packages.iter().copied())).transpose()
    };
    let version = version(&written.version)?;
    if version.is_some() && text(&written.product)?.is_none() {
        return Err(FilterError::VersionAlone.into());
    }
    Ok(DeviceFilter {
        search: text(&written.search)?,
        user: text(&written.user)?.map(|name| user(&name)).transpose()?,
        standing: text(&written.standing)?.map(standing).transpose()?,
        seen_since: time(&written.seen_since, Edge::First)?,
        seen_until: time(&written.seen_until, Edge::Last)?,
        client: text(&written.client)?,
        windows: text(&written.windows)?,
        product: product(&written.product)?,
        version,
        lacks: product(&written.lacks)?,
        behind: written.behind.clone(),
    })
}

/// Understands a filter of reports. `user` finds users by name.
///
/// # Errors
/// [`FilterError`], or what `user` says.
pub(crate) fn reports<Failure: From<FilterError>>(
    written: &WrittenReportFilter,
    user: impl Fn(&str) -> Result<UserId, Failure>,
) -> Result<ReportFilter, Failure> {
    let device = |written: String| match Uuid::parse_str(&written) {
        Ok(number) => NamedDevice::Number(number),
        Err(_) => NamedDevice::Name(written),
    };
    let platform =
        |written: String| Platform::parse(&written).map_err(|_| FilterError::Platform(written.clone()));
    let product = |written: String| match UpgradeCode::parse(&written) {
        Ok(code) => NamedProduct::Code(code),
        Err(_) => NamedProduct::Name(written),
    };
    Ok(ReportFilter {
        user: text(&written.user)?.map(|name| user(&name)).transpose()?,
        device: text(&written.device)?.map(device),
        product: text(&written.product)?.map(product),
        version: version(&written.version)?,
        platform: text(&written.platform)?.map(platform).transpose()?,
        outcomes: text(&written.outcome)?.map(outcomes).transpose()?,
        since: time(&written.since, Edge::First)?,
        until: time(&written.until, Edge::Last)?,
        before: written.before,
    })
}

/// Understands a filter of the audit.
///
/// # Errors
/// [`FilterError`].
pub(crate) fn audit(written: &WrittenAuditFilter) -> Result<AuditFilter, FilterError> {
    Ok(AuditFilter {
        actor: text(&written.actor)?,
        action: text(&written.action)?,
        subject: text(&written.subject)?,
        address: text(&written.address)?,
        since: time(&written.since, Edge::First)?,
        until: time(&written.until, Edge::Last)?,
        before: written.before,
    })
}

/// What was written, without blanks around it; nothing if that is all.
fn text(written: &Option<String>) -> Result<Option<String>, FilterError> {
    let text = written.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.chars().count() > SEARCH_LENGTH_MAX) {
        return Err(FilterError::TooLong);
    }
    if text.is_some_and(|text| text.contains(char::is_control)) {
        return Err(FilterError::ControlCharacter);
    }
    Ok(text.map(str::to_owned))
}

/// Which end of a span of time a day stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    First,
    Last,
}

/// A time, or a day in UTC, of which the first or the last second is meant.
fn time(written: &Option<String>, edge: Edge) -> Result<Option<Timestamp>, FilterError> {
    let Some(written) = text(written)? else { return Ok(None) };
    let wrong = || FilterError::Time(written.clone());
    if let Ok(at) = written.parse::<Timestamp>() {
        return Ok(Some(at));
    }
    let day: Date = written.parse().map_err(|_| wrong())?;
    let begins_at = day.to_zoned(TimeZone::UTC).map_err(|_| wrong())?.timestamp();
    let at = match edge {
        Edge::First => begins_at,
        Edge::Last => begins_at.checked_add(DAY).map_err(|_| wrong())?,
    };
    Ok(Some(at))
}

fn standing(written: String) -> Result<DeviceStanding, FilterError> {
    match written.as_str() {
        "enrolled" => Ok(DeviceStanding::Enrolled),
        "revoked" => Ok(DeviceStanding::Revoked),
        _ => Err(FilterError::Standing(written)),
    }
}

fn outcomes(written: String) -> Result<Vec<OutcomeKind>, FilterError> {
    if written == FAILING_WORD {
        return Ok(FAILING.to_vec());
    }
    let found = OUTCOMES.into_iter().find(|outcome| outcome.as_str() == written);
    Ok(vec![found.ok_or(FilterError::Outcome(written))?])
}

fn version(written: &Option<String>) -> Result<Option<ProductVersion>, FilterError> {
    let version = text(written)?.map(|written| ProductVersion::parse(&written));
    version.transpose().map_err(FilterError::Version)
}

/// The upgrade codes of a product: the one that was written, or those of the packages of that name.
fn codes<'a>(
    written: &str,
    packages: impl Iterator<Item = &'a Arc<Package>>,
) -> Result<Vec<UpgradeCode>, FilterError> {
    if let Ok(code) = UpgradeCode::parse(written) {
        return Ok(vec![code]);
    }
    let name = written.to_lowercase();
    let codes: BTreeSet<UpgradeCode> = packages
        .filter(|package| package.product.name.to_lowercase() == name)
        .map(|package| package.product.upgrade_code)
        .collect();
    if codes.is_empty() {
        return Err(FilterError::Product(written.to_owned()));
    }
    Ok(codes.into_iter().collect())
}

impl Explain for FilterError {
    fn message(&self) -> Message {
        match self {
            Self::Time(text) => message!("filter-time-wrong", text = text),
            Self::Standing(text) => message!("filter-standing-wrong", text = text),
            Self::Outcome(text) => message!("filter-outcome-wrong", text = text),
            Self::Product(text) => message!("filter-product-unknown", text = text),
            Self::Platform(text) => message!("filter-platform-wrong", text = text),
            Self::Version(error) => error.message(),
            Self::VersionAlone => message!("filter-version-alone"),
            Self::ControlCharacter => message!("filter-control-character"),
            Self::TooLong => message!("filter-too-long", characters = SEARCH_LENGTH_MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Edge, FilterError, SEARCH_LENGTH_MAX, audit, codes, devices, reports, time};
    use crate::model::audit_filter::WrittenAuditFilter;
    use crate::model::device_filter::{DeviceFilter, WrittenDeviceFilter};
    use crate::model::report_filter::{NamedDevice, NamedProduct, ReportFilter, WrittenReportFilter};
    use crate::model::user::UserId;
    use crate::rules::fixtures::package;

    fn nobody(_: &str) -> Result<UserId, FilterError> {
        Err(FilterError::VersionAlone)
    }

    #[test]
    fn days_are_whole() {
        let check = |written: &str, first: Option<&str>, last: Option<&str>| {
            let read = |edge| match time(&Some(written.to_owned()), edge) {
                Ok(at) => at.map(|at| at.to_string()),
                Err(error) => {
                    assert_eq!(error, FilterError::Time(written.trim().to_owned()));
                    None
                }
            };
            let expected = [first, last].map(|at| at.map(str::to_owned));
            assert_eq!([read(Edge::First), read(Edge::Last)], expected, "{written}");
        };
        check("2026-11-20", Some("2026-11-20T00:00:00Z"), Some("2026-11-20T23:59:59Z"));
        check(" 2026-11-20 ", Some("2026-11-20T00:00:00Z"), Some("2026-11-20T23:59:59Z"));
        let noon = Some("2026-11-20T12:00:00Z");
        check("2026-11-20T12:00:00Z", noon, noon);
        check("2026-11-20T13:00:00+01:00", noon, noon);
        check("", None, None);
        for wrong in ["20.11.2026", "2026-13-01", "yesterday", "1 OR 1=1", "9999-12-31T99:00:00Z"] {
            check(wrong, None, None);
        }
    }

    #[test]
    fn what_is_empty_filters_nothing() {
        let blank = || Some("  ".to_owned());
        let written =
            WrittenDeviceFilter { search: blank(), user: blank(), lacks: blank(), ..Default::default() };
        assert_eq!(devices(&written, [].iter(), nobody), Ok(DeviceFilter::default()));
        let written = WrittenReportFilter { user: blank(), outcome: blank(), ..Default::default() };
        assert_eq!(reports(&written, nobody), Ok(ReportFilter::default()));
        assert_eq!(audit(&WrittenAuditFilter::default()), Ok(Default::default()));
        let long = Some("x".repeat(SEARCH_LENGTH_MAX + 1));
        let written = WrittenAuditFilter { actor: long, ..Default::default() };
        assert_eq!(audit(&written), Err(FilterError::TooLong));
        let written = WrittenAuditFilter { actor: Some("a\0b".to_owned()), ..Default::default() };
        assert_eq!(audit(&written), Err(FilterError::ControlCharacter));
    }

    #[test]
    fn a_product_is_known_by_name_or_code() {
        let packages = ["Notes x86", "Notes x64", "Drive x64"].map(|words| {
            let (name, platform) = words.split_once(' ').unwrap();
            Arc::new(package(name, "1.0.0", platform, ""))
        });
        let notes = packages[0].product.upgrade_code;
        assert_eq!(codes("notes", packages.iter()), Ok(vec![notes]));
        assert_eq!(codes(&notes.to_string(), [].iter()), Ok(vec![notes]));
        assert_eq!(codes("note", packages.iter()), Err(FilterError::Product("note".to_owned())));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let report = |change: fn(&mut WrittenReportFilter)| {
            let mut written = WrittenReportFilter::default();
            change(&mut written);
            reports(&written, nobody)
        };
        let outcomes = |word: &'static str| {
            let written = WrittenReportFilter { outcome: Some(word.to_owned()), ..Default::default() };
            reports(&written, nobody).map(|filter| filter.outcomes.map(|outcomes| outcomes.len()))
        };
        assert_eq!(outcomes("failed"), Ok(Some(1)));
        assert_eq!(outcomes("failing"), Ok(Some(5)));
        assert_eq!(outcomes("splendid"), Err(FilterError::Outcome("splendid".to_owned())));
        let unknown = report(|written| written.user = Some("nobody".to_owned()));
        assert_eq!(unknown, Err(FilterError::VersionAlone), "what the search for users says");
        let by_name = report(|written| {
            written.device = Some("PC-1".to_owned());
            written.product = Some("' OR 1=1 --".to_owned());
        });
        let by_name = by_name.unwrap();
        assert_eq!(by_name.device, Some(NamedDevice::Name("PC-1".to_owned())));
        assert_eq!(by_name.product, Some(NamedProduct::Name("' OR 1=1 --".to_owned())));
        let written = WrittenDeviceFilter { version: Some("1.0".to_owned()), ..Default::default() };
        assert_eq!(devices(&written, [].iter(), nobody), Err(FilterError::VersionAlone));
        let written = WrittenDeviceFilter { standing: Some("x".to_owned()), ..Default::default() };
        assert_eq!(devices(&written, [].iter(), nobody), Err(FilterError::Standing("x".to_owned())));
    }
}

//! Spread: how far the versions of a product have come, as bars and over days, each with the same numbers in words.

use std::sync::Arc;

use axum::extract::{Path, State};
use catalog::{Family, Platform, UpgradeCode};
use jiff::civil::Date;
use maud::{Markup, html};
use text::message;

use super::frame::{Page, Section};
use super::listing;
use super::parts;
use super::visit::Visit;
use crate::App;
use crate::actions::spread;
use crate::error::{Kind, Result};
use crate::model::device_filter::WrittenDeviceFilter;
use crate::model::report_filter::WrittenReportFilter;
use crate::model::spread::{FamilySpread, Installed, Spread, SpreadDay, VersionCount};
use crate::rules::chart::{Point, areas, bar, colour};
use crate::rules::filter::FAILING_WORD;
use crate::rules::number::grouped;
use crate::rules::spread::{named, version_in_words};

/// What stands in an address for a package that does not say its platform.
const NO_PLATFORM: &str = "any";
/// How many versions of a product stand where only the first ones do.
const VERSIONS_FIRST: usize = 5;
/// The most days whose numbers stand in the table beside a picture, the newest.
const DAYS_TOLD_MAX: usize = 60;

/// The address of a product's spread.
pub(super) fn address(upgrade_code: &str, platform: Option<&str>) -> String {
    let code = upgrade_code.trim_matches(['{', '}']);
    format!("/admin/spread/{code}/{}", platform.unwrap_or(NO_PLATFORM))
}

/// Shows how far each product has come.
pub(super) async fn list(State(app): State<Arc<App>>, visit: Visit) -> Result<Page> {
    let all = spread::list(&app, &visit.actor).await?;
    let title = message!("spread-title");
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        p { (visit.say(&message!("spread-about"))) }
        @if all.is_empty() { (parts::empty(&visit.say(&message!("spread-none-yet")), &html! {})) }
        @for one in &all {
            section class="spread" {
                h2 { a href=(address(&one.upgrade_code, one.platform.as_deref())) { (visit.say(&named(one))) } }
                (versions(&visit, one, &[], usize::MAX))
            }
        }
    };
    Ok(visit.page(Section::Devices, &title, body))
}

/// Shows how far one product has come, now and day by day.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path((code, platform)): Path<(String, String)>,
) -> Result<Page> {
    let upgrade_code = UpgradeCode::parse(&format!("{{{code}}}")).map_err(|_| Kind::NotFound)?;
    let platform = match platform.as_str() {
        NO_PLATFORM => None,
        platform => Some(Platform::parse(platform).map_err(|_| Kind::NotFound)?),
    };
    let shown = spread::show(&app, &visit.actor, Family { upgrade_code, platform }).await?;
    let shown = shown.ok_or(Kind::NotFound)?;
    let title = visit.say(&named(&shown.now));
    let body = html! {
        (parts::heading(&title, &html! { a href="/admin/spread" { (visit.say(&message!("spread-all"))) } }))
        h2 { (visit.say(&message!("spread-title"))) }
        (of_family(&visit, &shown))
    };
    Ok(visit.page_named(Section::Devices, &title, body))
}

/// How far one product has come, now and day by day, for whichever page speaks of it.
pub(super) fn of_family(visit: &Visit, shown: &FamilySpread) -> Markup {
    let FamilySpread { now: spread, days, failed } = shown;
    html! {
        section class="spread" {
            @if let Some(offered) = &spread.offered {
                p { (visit.say(&message!("spread-offered", version = offered))) }
            }
            (versions(visit, spread, failed, usize::MAX))
            (course(visit, spread, days))
        }
    }
}

/// How far one product has come now, with its name and the way to more.
pub(super) fn now(visit: &Visit, spread: &Spread) -> Markup {
    let to = address(&spread.upgrade_code, spread.platform.as_deref());
    let others = spread.versions.len().checked_sub(VERSIONS_FIRST).filter(|others| *others > 0);
    html! {
        section class="spread" {
            h3 { a href=(to) { (visit.say(&named(spread))) } }
            (versions(visit, spread, &[], VERSIONS_FIRST))
            @if let Some(others) = others {
                p { a href=(to) { (visit.say(&message!("spread-others", versions = others))) } }
            }
        }
    }
}

/// A bar for each version, with numbers that lead to the devices, and to the reports of installs that failed.
fn versions(visit: &Visit, spread: &Spread, failed: &[(String, u32)], shown: usize) -> Markup {
    if spread.devices == 0 && failed.is_empty() {
        return parts::empty(&visit.say(&message!("spread-no-devices")), &html! {});
    }
    let mut headings =
        vec![message!("heading-version"), message!("spread-of-devices"), message!("spread-share")];
    if !failed.is_empty() {
        headings.push(message!("spread-failed"));
    }
    let headings: Vec<String> = headings.iter().map(|one| visit.say(one)).collect();
    // Nobody may have a version that cannot be installed.
    let missing = failed.iter().filter(|(version, _)| {
        !spread.versions.iter().any(|count| count.version == Installed::Version(version.clone()))
    });
    let missing: Vec<VersionCount> = missing
        .map(|(version, _)| VersionCount { version: Installed::Version(version.clone()), devices: 0 })
        .collect();
    let no_colour = String::new();
    let classes = classes(spread);
    let row = |(count, class): (&VersionCount, &String)| {
        let (devices, of) = (grouped(count.devices, visit.language), grouped(spread.devices, visit.language));
        let said = visit.say(&message!("spread-devices", devices = devices, of = of));
        let mut cells = vec![
            html! { (visit.say(&version_in_words(&count.version))) },
            match devices_with(spread, &count.version) {
                Some(to) => html! { a href=(to) { (said) } },
                None => html! { (said) },
            },
            bar(class, count.devices, spread.devices),
        ];
        if !failed.is_empty() {
            cells.push(failed_installs(visit, spread, count, failed));
        }
        cells
    };
    let told = spread.versions.iter().zip(&classes).take(shown);
    let rows = told.chain(missing.iter().map(|count| (count, &no_colour))).map(row).collect();
    parts::table(&visit.say(&named(spread)), &headings, rows)
}

/// How many installs of a version failed, and the way to their reports.
fn failed_installs(visit: &Visit, spread: &Spread, count: &VersionCount, failed: &[(String, u32)]) -> Markup {
    let Installed::Version(version) = &count.version else { return html! {} };
    let Some((_, installs)) = failed.iter().find(|(other, _)| other == version) else { return html! {} };
    let filter = WrittenReportFilter {
        product: Some(spread.upgrade_code.clone()),
        platform: spread.platform.clone(),
        version: Some(version.clone()),
        outcome: Some(FAILING_WORD.to_owned()),
        ..WrittenReportFilter::default()
    };
    html! {
        a href=(listing::address("/admin/reports", &filter, 1)) {
            (visit.say(&message!("spread-failed-installs", installs = *installs)))
        }
    }
}

/// The address of the devices with a version; those with rare versions have none of their own.
fn devices_with(spread: &Spread, version: &Installed) -> Option<String> {
    let code = Some(spread.upgrade_code.clone());
    let filter =
        WrittenDeviceFilter { standing: Some("enrolled".to_owned()), ..WrittenDeviceFilter::default() };
    let filter = match version {
        Installed::Version(version) => {
            WrittenDeviceFilter { product: code, version: Some(version.clone()), ..filter }
        }
        Installed::Nothing => WrittenDeviceFilter { lacks: code, ..filter },
        Installed::Other => return None,
    };
    Some(listing::address("/admin/devices", &filter, 1))
}

fn classes(spread: &Spread) -> Vec<String> {
    let class = |(place, count): (usize, &VersionCount)| match count.version {
        Installed::Version(_) => colour(place),
        Installed::Other => "series-other".to_owned(),
        Installed::Nothing => "series-nothing".to_owned(),
    };
    spread.versions.iter().enumerate().map(class).collect()
}

/// The course over days: a picture, what its colours mean, and the numbers.
fn course(visit: &Visit, spread: &Spread, days: &[SpreadDay]) -> Markup {
    let points: Vec<Point> = days.iter().filter_map(|day| point(spread, day)).collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return html! {} };
    let title =
        message!("spread-course-title", product = named(spread), first = &first.day, last = &last.day);
    let classes = classes(spread);
    let parts_said: Vec<String> = spread
        .versions
        .iter()
        .map(|count| {
            let devices = grouped(count.devices, visit.language);
            format!("{}: {devices}", visit.say(&version_in_words(&count.version)))
        })
        .collect();
    let description =
        message!("spread-course-description", day = &last.day, versions = parts_said.join(", "));
    let picture = areas(&visit.say(&title), &visit.say(&description), &classes, &points);
    html! {
        h3 { (visit.say(&message!("spread-course"))) }
        @match picture {
            Some(picture) => {
                (picture)
                p class="hint" { (visit.say(&message!("spread-course-span", first = &first.day, last = &last.day))) }
                ul class="legend" {
                    @for (count, class) in spread.versions.iter().zip(&classes) {
                        li {
                            svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false" {
                                rect class=(class) width="10" height="10" {}
                            }
                            " " (visit.say(&version_in_words(&count.version)))
                        }
                    }
                }
                details {
                    summary { (visit.say(&message!("spread-numbers"))) }
                    (numbers(visit, spread, days))
                }
            }
            None => { p { (visit.say(&message!("spread-course-later"))) } }
        }
    }
}

fn numbers(visit: &Visit, spread: &Spread, days: &[SpreadDay]) -> Markup {
    let mut headings = vec![visit.say(&message!("spread-day"))];
    headings.extend(spread.versions.iter().map(|count| visit.say(&version_in_words(&count.version))));
    let row = |day: &SpreadDay| {
        let values = values(spread, day);
        let cells = values.into_iter().map(|value| html! { (grouped(value, visit.language)) });
        std::iter::once(html! { (day.day) }).chain(cells).collect()
    };
    let rows = days.iter().rev().take(DAYS_TOLD_MAX).map(row).collect();
    parts::table(&visit.say(&message!("spread-numbers")), &headings, rows)
}

fn point(spread: &Spread, day: &SpreadDay) -> Option<Point> {
    let date: Date = day.day.parse().ok()?;
    let since = date.since(Date::constant(1970, 1, 1)).ok()?;
    Some(Point { day: i64::from(since.get_days()), values: values(spread, day) })
}

/// A day's counts in the order of today's versions; what nobody has any more counts with the rare ones, or with the lowest.
fn values(spread: &Spread, day: &SpreadDay) -> Vec<u32> {
    let mut values = vec![0_u32; spread.versions.len()];
    let place = |wanted: &Installed| spread.versions.iter().position(|count| count.version == *wanted);
    let lowest = spread.versions.iter().rposition(|count| count.version != Installed::Nothing);
    for count in &day.versions {
        let gone = || place(&Installed::Other).or(lowest);
        let found =
            place(&count.version).or_else(|| if count.version == Installed::Nothing { None } else { gone() });
        if let Some(value) = found.and_then(|place| values.get_mut(place)) {
            *value = value.saturating_add(count.devices);
        }
    }
    values
}

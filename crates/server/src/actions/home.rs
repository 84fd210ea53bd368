//! What the home page shows: the own products, PCs and reports.

use catalog::Locale;

use super::last_seen;
use crate::App;
use crate::db;
use crate::error::Result;
use crate::model::device::DeviceId;
use crate::model::device_filter::DeviceFilter;
use crate::model::home::Home;
use crate::model::report_filter::ReportFilter;
use crate::model::slice::Slice;
use crate::rules::catalog::offer;
use crate::rules::device::DEVICES_PER_USER_MAX;
use crate::rules::home::{offered_versions, own_devices};
use crate::rules::role::Actor;

/// The most products that the page shows; the updater shows all.
pub(crate) const PRODUCTS_SHOWN_MAX: usize = 100;
/// The most reports that are looked at.
const REPORTS_READ_MAX: u32 = 200;

/// What the page shows to the user in whose session it is, who reads `reading` where the source of the account tells nothing else.
///
/// # Errors
/// If the actor is in no session.
pub(crate) async fn show(app: &App, actor: &Actor, reading: Option<&Locale>) -> Result<Home> {
    let (user, _) = actor.own_account()?;
    let snapshot = app.snapshot.load_full();
    let audience = user.audience().or_reading(reading);
    let offered = offer(snapshot.packages.iter(), audience);
    // What the page says of a PC is never behind.
    last_seen::write(app).await?;
    let mut reading = app.database.read().await?;
    let filter = DeviceFilter { user: Some(user.id), ..DeviceFilter::default() };
    // Twice as many: those that were signed out are left out.
    let slice = Slice::first(u32::try_from(2 * DEVICES_PER_USER_MAX).unwrap_or(u32::MAX));
    let mut devices = db::device_list::list(&mut reading, &filter, slice, slice.take).await?.lines;
    for line in &mut devices {
        if let Some(check_in) = &mut line.check_in {
            check_in.products = Some(db::check_ins::products(&mut reading, DeviceId(line.id)).await?);
        }
    }
    let filter = ReportFilter { user: Some(user.id), ..ReportFilter::default() };
    let slice = Slice::first(REPORTS_READ_MAX);
    let reports = db::reports::list(&mut reading, &filter, slice, slice.take).await?.lines;
    let (devices, other_reports) = own_devices(devices, &reports, &offered_versions(&offered));
    Ok(Home {
        updater: snapshot.updater_package.clone(),
        products_more: offered.len().saturating_sub(PRODUCTS_SHOWN_MAX),
        products: offered
            .into_iter()
            .take(PRODUCTS_SHOWN_MAX)
            .map(|package| snapshot.brandings.dressed(audience.branding, package))
            .collect(),
        devices,
        other_reports,
    })
}

#[cfg(test)]
mod tests {
    use super::PRODUCTS_SHOWN_MAX;
    use crate::reference::assert_says;

    #[test]
    fn the_limit_is_told() {
        assert_says("oxupdated.md", &format!("| products on the home page | {PRODUCTS_SHOWN_MAX};"));
    }
}

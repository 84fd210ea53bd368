//! Devices, seen: the list, and one of them with all that is known of it.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{LINES_MAX, last_seen};
use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::model::device::{DeviceDetail, DeviceId, DeviceLine};
use crate::model::device_filter::WrittenDeviceFilter;
use crate::model::name::Name;
use crate::model::report_filter::{NamedDevice, ReportFilter};
use crate::model::slice::{Listed, Slice};
use crate::model::user::UserId;
use crate::rules::catalog::offer;
use crate::rules::role::{Ability, Actor};
use crate::rules::{device, filter};

/// The most reports that stand beside a device.
pub(crate) const REPORTS_OF_DEVICE_MAX: u32 = 20;

/// Lists devices by user and name; where they are those of one user, with the products of their last check-ins.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::Filter`].
pub(crate) async fn list(
    app: &App,
    actor: &Actor,
    written: &WrittenDeviceFilter,
    slice: Slice,
) -> Result<Listed<DeviceLine>> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load_full();
    let filter = filter::devices(written, snapshot.packages.iter(), |name| user_named(app, name))?;
    // A list is never behind.
    last_seen::write(app).await?;
    let mut reading = app.database.read().await?;
    let mut listed = db::device_list::list(&mut reading, &filter, slice, LINES_MAX).await?;
    if filter.user.is_some() {
        for line in &mut listed.lines {
            if let Some(check_in) = &mut line.check_in {
                check_in.products = Some(db::check_ins::products(&mut reading, DeviceId(line.id)).await?);
            }
        }
    }
    Ok(listed)
}

/// Shows one device: what it told last beside what its user is offered, and its newest reports.
///
/// # Errors
/// [`Kind::NotFound`].
pub(crate) async fn show(app: &App, actor: &Actor, id: DeviceId) -> Result<DeviceDetail> {
    actor.require(Ability::View)?;
    last_seen::write(app).await?;
    let mut reading = app.database.read().await?;
    let (user, mut device) = db::device_list::find(&mut reading, id).await?.ok_or(Kind::NotFound)?;
    if let Some(check_in) = &mut device.check_in {
        check_in.products = Some(db::check_ins::products(&mut reading, id).await?);
    }
    let number = Uuid::parse_str(&device.device).map_err(Error::internal)?;
    let filter = ReportFilter {
        user: Some(user),
        device: Some(NamedDevice::Number(number)),
        ..ReportFilter::default()
    };
    let slice = Slice::first(REPORTS_OF_DEVICE_MAX);
    let reports = db::reports::list(&mut reading, &filter, slice, REPORTS_OF_DEVICE_MAX).await?.lines;
    let snapshot = app.snapshot.load();
    let user = snapshot.users.by_id(user);
    let offered = user.map(|user| offer(snapshot.packages.iter(), user.audience())).unwrap_or_default();
    let told = device.check_in.as_ref().and_then(|check_in| check_in.products.as_deref());
    let products = device::products(told, &offered, snapshot.packages.iter());
    Ok(DeviceDetail { device, products, reports })
}

/// Finds a device that somebody is about to end.
///
/// # Errors
/// [`Kind::NotFound`].
pub(crate) async fn find(app: &App, actor: &Actor, id: DeviceId) -> Result<DeviceLine> {
    actor.require(Ability::Administer)?;
    let found = db::device_list::find(&mut *app.database.read().await?, id).await?;
    Ok(found.ok_or(Kind::NotFound)?.1)
}

/// Shows one device of a user.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::DeviceUnknown`].
pub(crate) async fn show_named(app: &App, actor: &Actor, user: &str, device: &str) -> Result<DeviceDetail> {
    actor.require(Ability::View)?;
    let id = user_named(app, user)?;
    let unknown = || Kind::DeviceUnknown { user: user.to_owned(), device: device.to_owned() };
    let number = Uuid::parse_str(device).map_err(|_| unknown())?;
    let known = db::devices::known(&mut *app.database.read().await?, id).await?;
    let known = known.iter().find(|known| known.device == number).ok_or_else(unknown)?;
    show(app, actor, known.id).await
}

/// The names of all products that are or were published, for people to choose from.
///
/// # Errors
/// If the actor may not.
pub(crate) fn product_names(app: &App, actor: &Actor) -> Result<Vec<String>> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load();
    let names: BTreeSet<&str> =
        snapshot.packages.iter().map(|package| package.product.name.as_str()).collect();
    Ok(names.into_iter().map(str::to_owned).collect())
}

/// Finds a user of a filter.
///
/// # Errors
/// [`Kind::UserUnknown`].
pub(super) fn user_named(app: &App, name: &str) -> Result<UserId> {
    if name == UserId::NOBODYS_NAME {
        return Ok(UserId::NOBODY);
    }
    let name = Name::parse(name)?;
    let user = app.snapshot.load().users.by_name(&name).map(|user| user.id);
    Ok(user.ok_or_else(|| Kind::UserUnknown(name.to_string()))?)
}

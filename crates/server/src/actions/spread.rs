//! Spread: how far versions have come, now and day by day.

use catalog::Family;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::App;
use crate::db;
use crate::error::Result;
use crate::model::package::Package;
use crate::model::spread::{FamilySpread, Spread, SpreadDay};
use crate::rules::outcome::FAILING;
use crate::rules::role::{Ability, Actor};
use crate::rules::spread::{SPREAD_DAYS_MAX, spread};

/// How far each product has come now, by name.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor) -> Result<Vec<Spread>> {
    actor.require(Ability::View)?;
    now(app).await
}

/// How far one product has come: now, and on each day that was counted, today included; and how many installs failed. `None` for one that was never published.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn show(app: &App, actor: &Actor, family: Family) -> Result<Option<FamilySpread>> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load_full();
    let is_of_it = |package: &&std::sync::Arc<Package>| package.product.family() == family;
    let mut reading = app.database.read().await?;
    let counts = db::spread::count(&mut reading, Some(family)).await?;
    let Some(spread) = spread(snapshot.packages.iter().filter(is_of_it), counts).pop() else {
        return Ok(None);
    };
    let mut days = db::spread::days(&mut reading, family).await?;
    let today = today().to_string();
    days.retain(|day| day.day != today);
    if spread.devices > 0 {
        days.push(SpreadDay { day: today, versions: spread.versions.clone() });
    }
    let failed = db::spread::failed(&mut reading, family, &FAILING).await?;
    Ok(Some(FamilySpread { now: spread, days, failed }))
}

/// Keeps today's counts, and forgets those that are too old.
///
/// # Errors
/// If the database refuses.
pub(super) async fn keep_today(app: &App) -> Result<()> {
    let spread = now(app).await?;
    let today = today();
    let oldest = today.checked_sub(SPREAD_DAYS_MAX.days()).unwrap_or(Date::MIN);
    let mut writing = app.database.write().await?;
    db::spread::replace(&mut writing, today, &spread).await?;
    db::spread::forget_before(&mut writing, oldest).await?;
    writing.commit().await.map_err(db::DatabaseError::from)?;
    Ok(())
}

pub(super) async fn now(app: &App) -> Result<Vec<Spread>> {
    let counts = db::spread::count(&mut *app.database.read().await?, None).await?;
    Ok(spread(app.snapshot.load().packages.iter(), counts))
}

fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

//! The overview: what needs attention, gathered from everywhere.

use std::sync::Arc;

use jiff::{Timestamp, ToSpan};

use super::sessions::demands;
use super::{last_seen, packages, spread, webhooks};
use crate::App;
use crate::db;
use crate::error::Result;
use crate::model::overview::{Concern, Overview};
use crate::rules::outcome::FAILING;
use crate::rules::overview::{
    FAILING_DAYS, FAILING_MAX, by_urgency, is_near_end, of_accounts, of_certificate, of_users,
};
use crate::rules::role::{Ability, Actor};

/// Looks over everything.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn show(app: &App, actor: &Actor) -> Result<Overview> {
    actor.require(Ability::View)?;
    last_seen::write(app).await?;
    let now = ago(Timestamp::now(), 0);
    let mut concerns = Vec::new();
    if let Some(room) = app.storage.room().filter(|room| is_near_end(*room)) {
        concerns.push(Concern::Disk { free: room.free, size: room.size });
    }
    concerns.extend(app.certificate().and_then(|certificate| of_certificate(&certificate, now)));
    let mut reading = app.database.read().await?;
    let failing = db::overview::failing(&mut reading, &FAILING, ago(now, FAILING_DAYS), FAILING_MAX).await?;
    concerns.extend(failing.into_iter().map(Concern::Failing));
    let days = app.settings.device_unseen_days;
    let since = ago(now, days.into());
    let (devices, unseen) = db::overview::devices(&mut reading, since).await?;
    let drafts = db::drafts::count(&mut reading).await?;
    drop(reading);
    if unseen > 0 && days > 0 {
        concerns.push(Concern::Unseen { devices: unseen, of: devices, since: since.to_string(), days });
    }
    if drafts > 0 {
        concerns.push(Concern::Drafts { drafts: u32::try_from(drafts).unwrap_or(u32::MAX) });
    }
    for webhooks::Troubled { id, host, standing } in webhooks::troubled(app, actor).await? {
        concerns.push(Concern::Webhook { id, host, standing });
    }
    let warned = packages::warned(app, actor)?.len();
    if warned > 0 {
        concerns.push(Concern::Warnings { packages: u32::try_from(warned).unwrap_or(u32::MAX) });
    }
    let snapshot = app.snapshot.load_full();
    let accounts = of_users(snapshot.users.iter().map(Arc::as_ref), demands(app));
    concerns.extend(of_accounts(accounts, snapshot.updater_package.as_deref()));
    let packages = snapshot.packages.iter().filter(|package| package.withdrawn_at.is_none()).count();
    Ok(Overview {
        concerns: by_urgency(concerns),
        users: accounts.all,
        devices,
        packages: u32::try_from(packages).unwrap_or(u32::MAX),
        spread: spread::now(app).await?,
    })
}

/// So many days before a time, to the second, as times are kept.
fn ago(now: Timestamp, days: i64) -> Timestamp {
    let at = now.checked_sub((days * 24).hours()).unwrap_or(Timestamp::MIN);
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

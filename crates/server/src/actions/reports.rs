//! Reports of clients: receive, list, thin.

use catalog::report::Report;
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

use super::device_list::user_named;
use super::{LINES_MAX, webhooks};
use crate::App;
use crate::db;
use crate::error::{Kind, Result};
use crate::measures;
use crate::model::device::DeviceStanding;
use crate::model::report::{Reception, ReportLine};
use crate::model::report_filter::WrittenReportFilter;
use crate::model::slice::{Listed, Slice};
use crate::rules::filter;
use crate::rules::report::{REPORTS_PER_USER_MAX, believed_end, judge};
use crate::rules::role::{Ability, Actor};
use crate::rules::webhook::{install_failed, is_failure};

/// How many reports are looked at by one change when old ones are thinned.
const REPORTS_THINNED_AT_A_TIME: i64 = 10_000;

/// Receives what a client says about one install. The same report sent twice counts once.
///
/// No line of the audit: a report is a record of its own, with who sent it and when, and it is kept within a limit.
///
/// # Errors
/// [`Kind::NotFound`] for a device that this user enrolled and that was revoked, or that only others have enrolled; one that
/// nobody knows is an old client's. Else if the report cannot be true, the actor is no user, or signed in with the token of
/// another device.
pub(crate) async fn receive(app: &App, actor: &Actor, report: &Report) -> Result<Reception> {
    let user = actor.user_speaking_for(report.device)?;
    judge(report)?;
    let at = Timestamp::now();
    let report = Report { ended_at: believed_end(report.ended_at, at.as_second()), ..report.clone() };
    let mut writing = app.database.write().await?;
    let known = db::devices::known(&mut writing, user.id).await?;
    let may = match known.iter().find(|known| known.device == report.device) {
        Some(known) => known.standing == DeviceStanding::Enrolled,
        None => !db::devices::is_anybodys(&mut writing, report.device).await?,
    };
    if !may {
        return Err(Kind::NotFound.into());
    }
    let reception = db::reports::insert(&mut writing, user.id, &report, at).await?;
    if reception == Reception::Stored {
        if is_failure(report.outcome) {
            webhooks::note(&mut writing, &install_failed(Uuid::new_v4(), at, &report), at).await?;
        }
        db::reports::thin(&mut writing, user.id, REPORTS_PER_USER_MAX).await?;
    }
    writing.commit().await.map_err(db::DatabaseError::from)?;
    app.outbox.wake();
    if reception == Reception::Stored {
        measures::report(report.outcome.as_str());
    }
    tracing::info!(user = %user.name, product = report.product, outcome = report.outcome.as_str(), "report");
    Ok(reception)
}

/// Lists reports, the newest first.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::Filter`].
pub(crate) async fn list(
    app: &App,
    actor: &Actor,
    written: &WrittenReportFilter,
    slice: Slice,
) -> Result<Listed<ReportLine>> {
    actor.require(Ability::View)?;
    let filter = filter::reports(written, |name| user_named(app, name))?;
    Ok(db::reports::list(&mut *app.database.read().await?, &filter, slice, LINES_MAX).await?)
}

/// Thins the reports that are older than the setting allows: of each user, device and product the last one stays, so that it is
/// still known why a PC has what it has. Tells how many went. With a setting of 0 all stay.
///
/// # Errors
/// If the database refuses; what went until then is gone.
pub(super) async fn thin(app: &App) -> Result<u64> {
    let days = i64::from(app.settings.report_age_max);
    if days == 0 {
        return Ok(0);
    }
    let before = Timestamp::now().checked_sub((days * 24).hours()).unwrap_or(Timestamp::MIN);
    let span = db::reports::span_before(&mut *app.database.read().await?, before).await?;
    let Some((lowest, highest)) = span else { return Ok(0) };
    let (mut after, mut gone) = (lowest.saturating_sub(1), 0);
    while after < highest {
        // Piece by piece: a report that comes in meanwhile does not wait for all of them.
        let until = after.saturating_add(REPORTS_THINNED_AT_A_TIME);
        let mut writing = app.database.write().await?;
        gone += db::reports::thin_old(&mut writing, before, after, until).await?;
        writing.commit().await.map_err(db::DatabaseError::from)?;
        after = until;
    }
    Ok(gone)
}

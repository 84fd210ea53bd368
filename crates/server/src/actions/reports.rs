//! Reports of clients: receive, list.

use catalog::report::Report;
use jiff::Timestamp;
use uuid::Uuid;

use super::{LINES_MAX, webhooks};
use crate::App;
use crate::db;
use crate::error::{Kind, Result};
use crate::model::device::DeviceStanding;
use crate::model::report::{Reception, ReportLine};
use crate::rules::report::{REPORTS_PER_USER_MAX, believed_end, judge};
use crate::rules::role::{Ability, Actor};
use crate::rules::webhook::{install_failed, is_failure};

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
    tracing::info!(user = %user.name, product = report.product, outcome = report.outcome.as_str(), "report");
    Ok(reception)
}

/// Lists the newest reports, the newest first.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor) -> Result<Vec<ReportLine>> {
    actor.require(Ability::View)?;
    Ok(db::reports::list(&mut *app.database.read().await?, LINES_MAX).await?)
}

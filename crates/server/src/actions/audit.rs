//! The audit: list.

use super::LINES_MAX;
use crate::App;
use crate::db;
use crate::error::Result;
use crate::model::audit::AuditLine;
use crate::rules::role::{Ability, Actor};

/// Lists the newest lines of the audit, the newest first.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor) -> Result<Vec<AuditLine>> {
    actor.require(Ability::Audit)?;
    Ok(db::audit::list(&mut *app.database.read().await?, LINES_MAX).await?)
}

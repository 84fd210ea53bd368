//! The audit: list.

use super::LINES_MAX;
use crate::App;
use crate::db;
use crate::error::Result;
use crate::model::audit::AuditLine;
use crate::model::audit_filter::WrittenAuditFilter;
use crate::model::slice::{Listed, Slice};
use crate::rules::filter;
use crate::rules::role::{Ability, Actor};

/// Lists lines of the audit, the newest first.
///
/// # Errors
/// [`Kind::Filter`](crate::error::Kind::Filter).
pub(crate) async fn list(
    app: &App,
    actor: &Actor,
    written: &WrittenAuditFilter,
    slice: Slice,
) -> Result<Listed<AuditLine>> {
    actor.require(Ability::Audit)?;
    let filter = filter::audit(written)?;
    Ok(db::audit::list(&mut *app.database.read().await?, &filter, slice, LINES_MAX).await?)
}

//! The audit: lines are added and never changed.

use jiff::Timestamp;

use super::{Connection, DatabaseError, time};
use crate::model::audit::{AuditLine, Deed, Doer};

/// Adds a line.
pub(crate) async fn insert(
    connection: &mut Connection,
    doer: Doer<'_>,
    deed: &Deed,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "INSERT INTO audit (at, actor_kind, actor, address, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(at.as_second())
    .bind(doer.kind)
    .bind(doer.name)
    .bind(doer.address)
    .bind(deed.action)
    .bind(&deed.subject)
    .bind(&deed.detail)
    .execute(connection)
    .await?;
    Ok(())
}

/// Reads the newest lines, the newest first.
pub(crate) async fn list(
    connection: &mut Connection,
    lines_max: u32,
) -> Result<Vec<AuditLine>, DatabaseError> {
    let rows = sqlx::query_as::<_, (i64, i64, String, String, String, String, String, String)>(
        "SELECT id, at, actor_kind, actor, address, action, subject, detail FROM audit ORDER BY id DESC LIMIT $1",
    )
    .bind(i64::from(lines_max))
    .fetch_all(connection)
    .await?;
    let line = |(id, at, actor_kind, actor, address, action, subject, detail)| {
        let at = time("audit", id, "at", at)?.to_string();
        Ok(AuditLine { at, actor_kind, actor, address, action, subject, detail })
    };
    rows.into_iter().map(line).collect()
}

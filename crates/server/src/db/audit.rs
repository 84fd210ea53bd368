//! The audit: lines are added and never changed.

use jiff::Timestamp;

use super::search::{Statement, Where, count, push_between, push_like};
use super::{Connection, DatabaseError, time};
use crate::model::audit::{AuditLine, Deed, Doer};
use crate::model::audit_filter::AuditFilter;
use crate::model::slice::{Listed, Slice};

/// A row as it is kept.
type Row = (i64, i64, String, String, String, String, String, String);

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

/// Reads lines, the newest first, and counts all that the filter finds, up to `count_max`.
pub(crate) async fn list(
    connection: &mut Connection,
    filter: &AuditFilter,
    slice: Slice,
    count_max: u32,
) -> Result<Listed<AuditLine>, DatabaseError> {
    let mut statement =
        Statement::new("SELECT id, at, actor_kind, actor, address, action, subject, detail FROM audit");
    push_conditions(&mut statement, filter);
    statement.push(" ORDER BY id DESC LIMIT ").push_bind(i64::from(slice.take));
    statement.push(" OFFSET ").push_bind(i64::from(slice.skip));
    let rows = statement.build_query_as::<Row>().fetch_all(&mut *connection).await?;
    let line = |(id, at, actor_kind, actor, address, action, subject, detail): Row| {
        let at = time("audit", id, "at", at)?.to_string();
        Ok(AuditLine { id, at, actor_kind, actor, address, action, subject, detail })
    };
    let lines = rows.into_iter().map(line).collect::<Result<_, DatabaseError>>()?;
    let total = count(connection, "audit", |statement| push_conditions(statement, filter), count_max).await?;
    Ok(Listed { lines, total })
}

fn push_conditions(statement: &mut Statement, filter: &AuditFilter) {
    statement.push(" WHERE 1 = 1");
    if let Some(text) = &filter.actor {
        statement.push(" AND ");
        push_like(statement, "actor", text, Where::Anywhere);
    }
    for (column, begins) in [("action", &filter.action), ("address", &filter.address)] {
        if let Some(begins) = begins {
            statement.push(" AND ");
            push_like(statement, column, begins, Where::Beginning);
        }
    }
    if let Some(text) = &filter.subject {
        statement.push(" AND (");
        push_like(statement, "subject", text, Where::Anywhere);
        statement.push(" OR ");
        push_like(statement, "detail", text, Where::Anywhere);
        statement.push(")");
    }
    push_between(statement, "at", filter.since, filter.until);
}

/// Reads the newest lines about the package with these bytes, the newest first.
pub(crate) async fn about_package(
    connection: &mut Connection,
    sha256: &str,
    lines_max: u32,
) -> Result<Vec<AuditLine>, DatabaseError> {
    let rows = sqlx::query_as::<_, (i64, i64, String, String, String, String, String)>(
        "SELECT id, at, actor_kind, actor, action, subject, detail FROM audit
         WHERE action LIKE 'package.%' AND detail LIKE $1 ORDER BY id DESC LIMIT $2",
    )
    .bind(format!("%sha256 {sha256}%"))
    .bind(i64::from(lines_max))
    .fetch_all(connection)
    .await?;
    let line = |(id, at, actor_kind, actor, action, subject, detail)| {
        let at = time("audit", id, "at", at)?.to_string();
        Ok(AuditLine { id, at, actor_kind, actor, address: String::new(), action, subject, detail })
    };
    rows.into_iter().map(line).collect()
}

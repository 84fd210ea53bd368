//! Reports of clients.

use catalog::report::{OutcomeKind, Report};
use jiff::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Connection, DatabaseError, signed, time, unsigned};
use crate::model::report::{Reception, ReportLine};
use crate::model::user::UserId;

const TABLE: &str = "reports";

/// Adds a report, unless the same user has sent one with the same id before.
pub(crate) async fn insert(
    connection: &mut Connection,
    user: UserId,
    report: &Report,
    at: Timestamp,
) -> Result<Reception, DatabaseError> {
    let done = sqlx::query(
        "INSERT INTO reports (user_id, report_id, device, product, upgrade_code, platform, from_version, to_version,
                              outcome, exit_code, duration, ended_at, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING",
    )
    .bind(user.0)
    .bind(report.id.to_string())
    .bind(report.device.to_string())
    .bind(&report.product)
    .bind(report.upgrade_code.to_string())
    .bind(report.platform.map(catalog::Platform::as_str))
    .bind(report.from_version.as_ref().map(ToString::to_string))
    .bind(report.to_version.as_str())
    .bind(report.outcome.as_str())
    .bind(report.exit_code.map(i64::from))
    .bind(signed(report.duration))
    .bind(report.ended_at)
    .bind(at.as_second())
    .execute(connection)
    .await?;
    Ok(if done.rows_affected() > 0 { Reception::Stored } else { Reception::KnownBefore })
}

/// Removes all but the newest reports of a user.
pub(crate) async fn thin(connection: &mut Connection, user: UserId, kept: u32) -> Result<(), DatabaseError> {
    sqlx::query(
        "DELETE FROM reports WHERE user_id = $1 AND id <=
         (SELECT id FROM reports WHERE user_id = $1 ORDER BY id DESC LIMIT 1 OFFSET $2)",
    )
    .bind(user.0)
    .bind(i64::from(kept))
    .execute(connection)
    .await?;
    Ok(())
}

/// Reads the newest reports, the newest first.
pub(crate) async fn list(
    connection: &mut Connection,
    lines_max: u32,
) -> Result<Vec<ReportLine>, DatabaseError> {
    let rows = sqlx::query(
        "SELECT reports.*, holders.name AS user_name FROM reports JOIN holders ON holders.id = reports.user_id
         ORDER BY reports.id DESC LIMIT $1",
    )
    .bind(i64::from(lines_max))
    .fetch_all(connection)
    .await?;
    rows.iter().map(line).collect()
}

fn line(row: &SqliteRow) -> Result<ReportLine, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
    let exit_code: Option<i64> = row.try_get("exit_code")?;
    Ok(ReportLine {
        received_at: time(TABLE, id, "received_at", row.try_get("received_at")?)?.to_string(),
        user: row.try_get("user_name")?,
        device: row.try_get("device")?,
        product: row.try_get("product")?,
        upgrade_code: row.try_get("upgrade_code")?,
        platform: row.try_get("platform")?,
        from_version: row.try_get("from_version")?,
        to_version: row.try_get("to_version")?,
        outcome: outcome(row.try_get("outcome")?).ok_or_else(|| wrong("outcome"))?,
        exit_code: exit_code.map(u32::try_from).transpose().map_err(|_| wrong("exit_code"))?,
        duration: unsigned(TABLE, id, "duration", row.try_get("duration")?)?,
        ended_at: time(TABLE, id, "ended_at", row.try_get("ended_at")?)?.to_string(),
    })
}

fn outcome(written: &str) -> Option<OutcomeKind> {
    serde_json::from_value(serde_json::Value::String(written.to_owned())).ok()
}

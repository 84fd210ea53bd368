//! Reports of clients.

use catalog::report::{OutcomeKind, Report};
use jiff::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::search::{Statement, Where, count, push_between, push_in, push_like};
use super::{Connection, DatabaseError, signed, time, unsigned};
use crate::model::report::{Reception, ReportLine};
use crate::model::report_filter::{NamedDevice, NamedProduct, ReportFilter};
use crate::model::slice::{Listed, Slice};
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

/// Removes, of the reports with numbers above `after` and up to `until` that came before a time, all but the last one of each user,
/// device and product. Tells how many went.
pub(crate) async fn thin_old(
    connection: &mut Connection,
    before: Timestamp,
    after: i64,
    until: i64,
) -> Result<u64, DatabaseError> {
    let done = sqlx::query(
        "DELETE FROM reports WHERE id > $2 AND id <= $3 AND received_at < $1 AND EXISTS (
           SELECT 1 FROM reports AS later
           WHERE later.user_id = reports.user_id AND later.device = reports.device
             AND later.upgrade_code = reports.upgrade_code AND later.id > reports.id
             AND COALESCE(later.platform, '') = COALESCE(reports.platform, ''))",
    );
    let done = done.bind(before.as_second()).bind(after).bind(until).execute(connection).await?;
    Ok(done.rows_affected())
}

/// The lowest and the highest number of the reports that came before a time.
pub(crate) async fn span_before(
    connection: &mut Connection,
    before: Timestamp,
) -> Result<Option<(i64, i64)>, DatabaseError> {
    let span: (Option<i64>, Option<i64>) =
        sqlx::query_as("SELECT MIN(id), MAX(id) FROM reports WHERE received_at < $1")
            .bind(before.as_second())
            .fetch_one(connection)
            .await?;
    Ok(span.0.zip(span.1))
}

/// What lists of reports are read from.
const ROWS: &str = "reports JOIN holders ON holders.id = reports.user_id
    LEFT JOIN devices ON devices.user_id = reports.user_id AND devices.device = reports.device";

/// Reads reports, the newest first, and counts all that the filter finds, up to `count_max`.
pub(crate) async fn list(
    connection: &mut Connection,
    filter: &ReportFilter,
    slice: Slice,
    count_max: u32,
) -> Result<Listed<ReportLine>, DatabaseError> {
    let mut statement = Statement::new(
        "SELECT reports.*, holders.name AS user_name, devices.id AS device_id, devices.computer_name FROM ",
    );
    statement.push(ROWS);
    push_conditions(&mut statement, filter);
    statement.push(" ORDER BY reports.id DESC LIMIT ").push_bind(i64::from(slice.take));
    statement.push(" OFFSET ").push_bind(i64::from(slice.skip));
    let rows = statement.build().fetch_all(&mut *connection).await?;
    let lines = rows.iter().map(line).collect::<Result<_, _>>()?;
    // What a report is joined with is always there, or does not matter.
    let rows = if matches!(filter.device, Some(NamedDevice::Name(_))) { ROWS } else { "reports" };
    let total = count(connection, rows, |statement| push_conditions(statement, filter), count_max).await?;
    Ok(Listed { lines, total })
}

fn push_conditions(statement: &mut Statement, filter: &ReportFilter) {
    statement.push(" WHERE 1 = 1");
    if let Some(user) = filter.user {
        statement.push(" AND reports.user_id = ").push_bind(user.0);
    }
    match &filter.device {
        Some(NamedDevice::Number(number)) => {
            statement.push(" AND reports.device = ").push_bind(number.to_string());
        }
        Some(NamedDevice::Name(name)) => {
            statement.push(" AND ");
            push_like(statement, "devices.computer_name", name, Where::Anywhere);
        }
        None => {}
    }
    match &filter.product {
        Some(NamedProduct::Code(code)) => {
            statement.push(" AND reports.upgrade_code = ").push_bind(code.to_string());
        }
        Some(NamedProduct::Name(name)) => {
            statement.push(" AND ");
            push_like(statement, "reports.product", name, Where::Anywhere);
        }
        None => {}
    }
    if let Some(version) = &filter.version {
        statement.push(" AND reports.to_version = ").push_bind(version.to_string());
    }
    if let Some(platform) = filter.platform {
        statement.push(" AND reports.platform = ").push_bind(platform.as_str());
    }
    if let Some(outcomes) = &filter.outcomes {
        statement.push(" AND ");
        push_in(statement, "reports.outcome", outcomes.iter().map(|outcome| outcome.as_str().to_owned()));
    }
    if let Some(before) = filter.before {
        statement.push(" AND reports.id < ").push_bind(before);
    }
    push_between(statement, "reports.received_at", filter.since, filter.until);
}

fn line(row: &SqliteRow) -> Result<ReportLine, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
    let exit_code: Option<i64> = row.try_get("exit_code")?;
    Ok(ReportLine {
        id,
        received_at: time(TABLE, id, "received_at", row.try_get("received_at")?)?.to_string(),
        user: row.try_get("user_name")?,
        device: row.try_get("device")?,
        computer_name: row.try_get("computer_name")?,
        device_id: row.try_get("device_id")?,
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

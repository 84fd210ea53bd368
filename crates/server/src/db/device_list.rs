//! Devices as lists show them.

use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::search::{Statement, Where, count, push_between, push_in, push_like};
use super::{Connection, DatabaseError, check_ins, time};
use crate::model::device::{DeviceId, DeviceLine, DeviceStanding};
use crate::model::device_filter::{DeviceFilter, DevicePlace};
use crate::model::slice::{Listed, Slice};
use crate::model::user::UserId;

const TABLE: &str = "devices";
/// What lists of devices are read from.
const ROWS: &str = "devices JOIN holders ON holders.id = devices.user_id
    LEFT JOIN check_ins ON check_ins.device_id = devices.id";
/// The columns of a line.
const COLUMNS: &str = "devices.*, holders.name AS user_name, check_ins.windows_version, check_ins.platform,
    check_ins.client_version, check_ins.received_at";
/// When a device gave its last sign of life.
const SEEN_AT: &str = "COALESCE(devices.last_seen_at, devices.enrolled_at)";

/// Reads devices by user and name, and counts all that the filter finds, up to `count_max`.
pub(crate) async fn list(
    connection: &mut Connection,
    filter: &DeviceFilter,
    slice: Slice,
    count_max: u32,
) -> Result<Listed<DeviceLine>, DatabaseError> {
    let mut statement = Statement::new("SELECT ");
    statement.push(COLUMNS).push(" FROM ").push(ROWS);
    push_conditions(&mut statement, filter);
    statement.push(" ORDER BY holders.name_key, devices.computer_name, devices.id LIMIT ");
    statement.push_bind(i64::from(slice.take)).push(" OFFSET ").push_bind(i64::from(slice.skip));
    let rows = statement.build().fetch_all(&mut *connection).await?;
    let lines = rows.iter().map(line).collect::<Result<_, _>>()?;
    let total = count(connection, ROWS, |statement| push_conditions(statement, filter), count_max).await?;
    Ok(Listed { lines, total })
}

/// Reads one device, and whose it is.
pub(crate) async fn find(
    connection: &mut Connection,
    id: DeviceId,
) -> Result<Option<(UserId, DeviceLine)>, DatabaseError> {
    let mut statement = Statement::new("SELECT ");
    statement.push(COLUMNS).push(" FROM ").push(ROWS).push(" WHERE devices.id = ").push_bind(id.0);
    let Some(row) = statement.build().fetch_optional(connection).await? else { return Ok(None) };
    Ok(Some((UserId(row.try_get("user_id")?), line(&row)?)))
}

fn push_conditions(statement: &mut Statement, filter: &DeviceFilter) {
    statement.push(" WHERE 1 = 1");
    if let Some(user) = filter.user {
        statement.push(" AND devices.user_id = ").push_bind(user.0);
    }
    match filter.standing {
        Some(DeviceStanding::Enrolled) => statement.push(" AND devices.revoked_at IS NULL"),
        Some(DeviceStanding::Revoked) => statement.push(" AND devices.revoked_at IS NOT NULL"),
        None => statement,
    };
    push_between(statement, SEEN_AT, filter.seen_since, filter.seen_until);
    for (column, begins) in
        [("check_ins.client_version", &filter.client), ("check_ins.windows_version", &filter.windows)]
    {
        if let Some(begins) = begins {
            statement.push(" AND ");
            push_like(statement, column, begins, Where::Beginning);
        }
    }
    if let Some(text) = &filter.search {
        statement.push(" AND (");
        push_like(statement, "holders.name_key", &text.to_lowercase(), Where::Anywhere);
        for column in ["devices.computer_name", "devices.device"] {
            statement.push(" OR ");
            push_like(statement, column, text, Where::Anywhere);
        }
        statement.push(")");
    }
    if let Some(DevicePlace { user, computer_name, id }) = &filter.behind {
        statement.push(" AND (holders.name_key, devices.computer_name, devices.id) > (");
        let mut place = statement.separated(", ");
        place.push_bind(user.clone()).push_bind(computer_name.clone()).push_bind(*id);
        statement.push(")");
    }
    push_products(statement, filter);
}

/// One search for each product: what is installed is found by product, and not device by device.
fn push_products(statement: &mut Statement, filter: &DeviceFilter) {
    const TOLD: &str = "(SELECT checked_products.device_id FROM checked_products WHERE ";
    const INSTALLED: &str = " AND checked_products.version IS NOT NULL";
    if let Some(codes) = &filter.product {
        statement.push(" AND devices.id IN ").push(TOLD);
        push_in(statement, "checked_products.upgrade_code", codes.iter().map(ToString::to_string));
        statement.push(INSTALLED);
        if let Some(version) = &filter.version {
            statement.push(" AND checked_products.version = ").push_bind(version.to_string());
        }
        statement.push(")");
    }
    if let Some(codes) = &filter.lacks {
        // One that has told nothing of it may have it.
        statement.push(" AND devices.id IN ").push(TOLD);
        push_in(statement, "checked_products.upgrade_code", codes.iter().map(ToString::to_string));
        statement.push(") AND devices.id NOT IN ").push(TOLD);
        push_in(statement, "checked_products.upgrade_code", codes.iter().map(ToString::to_string));
        statement.push(INSTALLED).push(")");
    }
}

fn line(row: &SqliteRow) -> Result<DeviceLine, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let at = |column, at: Option<i64>| at.map(|at| time(TABLE, id, column, at)).transpose();
    let enrolled_at = time(TABLE, id, "enrolled_at", row.try_get("enrolled_at")?)?;
    Ok(DeviceLine {
        id,
        user: row.try_get("user_name")?,
        device: row.try_get("device")?,
        computer_name: row.try_get("computer_name")?,
        standing: super::devices::standing(row)?,
        enrolled_at: enrolled_at.to_string(),
        last_seen_at: at("last_seen_at", row.try_get("last_seen_at")?)?.map(|at| at.to_string()),
        check_in: check_ins::line(row)?,
    })
}

//! Devices that users have enrolled.

use catalog::device::Enrolment;
use jiff::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use super::{Connection, DatabaseError, time};
use crate::model::device::{Device, DeviceId, DeviceStanding, KnownDevice, TokenHash};
use crate::model::snapshot::Devices;
use crate::model::user::UserId;

const TABLE: &str = "devices";

/// Adds a device of a user, or gives one that is known another token and name.
pub(crate) async fn enrol(
    connection: &mut Connection,
    user: UserId,
    enrolment: &Enrolment,
    token_hash: &TokenHash,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "INSERT INTO devices (user_id, device, computer_name, token_hash, enrolled_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (user_id, device) DO UPDATE
         SET computer_name = $3, token_hash = $4, enrolled_at = $5, revoked_at = NULL",
    )
    .bind(user.0)
    .bind(enrolment.device.to_string())
    .bind(&enrolment.computer_name)
    .bind(token_hash.as_bytes())
    .bind(at.as_second())
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends a device's token.
pub(crate) async fn revoke(
    connection: &mut Connection,
    id: DeviceId,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE devices SET token_hash = NULL, revoked_at = $2 WHERE id = $1")
        .bind(id.0)
        .bind(at.as_second())
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends all tokens of a user.
pub(crate) async fn revoke_all(
    connection: &mut Connection,
    user: UserId,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "UPDATE devices SET token_hash = NULL, revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL",
    )
    .bind(user.0)
    .bind(at.as_second())
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes a device with its check-in.
pub(crate) async fn delete(connection: &mut Connection, id: DeviceId) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM devices WHERE id = $1").bind(id.0).execute(connection).await?;
    Ok(())
}

/// Notes when a device was seen; a time before the one that is known changes nothing.
pub(crate) async fn set_last_seen(
    connection: &mut Connection,
    id: DeviceId,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "UPDATE devices SET last_seen_at = $2 WHERE id = $1 AND (last_seen_at IS NULL OR last_seen_at < $2)",
    )
    .bind(id.0)
    .bind(at.as_second())
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes a device's name as it is by now.
pub(crate) async fn set_computer_name(
    connection: &mut Connection,
    id: DeviceId,
    name: &str,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE devices SET computer_name = $2 WHERE id = $1")
        .bind(id.0)
        .bind(name)
        .execute(connection)
        .await?;
    Ok(())
}

/// Reads all devices whose tokens count.
pub(crate) async fn load(connection: &mut Connection) -> Result<Devices, DatabaseError> {
    let rows =
        sqlx::query("SELECT id, user_id, device, token_hash FROM devices WHERE token_hash IS NOT NULL")
            .fetch_all(connection)
            .await?;
    let mut devices = Vec::with_capacity(rows.len());
    for row in rows {
        let id: i64 = row.try_get("id")?;
        let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
        devices.push(Device {
            id: DeviceId(id),
            user: UserId(row.try_get("user_id")?),
            device: device(id, row.try_get("device")?)?,
            token_hash: TokenHash::from_bytes(row.try_get("token_hash")?)
                .ok_or_else(|| wrong("token_hash"))?,
        });
    }
    Ok(Devices::new(devices))
}

/// Reads what is known of all devices of a user, in the order of their numbers.
pub(crate) async fn known(
    connection: &mut Connection,
    user: UserId,
) -> Result<Vec<KnownDevice>, DatabaseError> {
    let rows = sqlx::query(
        "SELECT id, device, computer_name, revoked_at, MAX(enrolled_at, COALESCE(last_seen_at, enrolled_at)) AS seen_at
         FROM devices WHERE user_id = $1 ORDER BY id",
    );
    let mut devices = Vec::new();
    for row in rows.bind(user.0).fetch_all(connection).await? {
        let id: i64 = row.try_get("id")?;
        devices.push(KnownDevice {
            id: DeviceId(id),
            device: device(id, row.try_get("device")?)?,
            computer_name: row.try_get("computer_name")?,
            standing: standing(&row)?,
            seen_at: time(TABLE, id, "seen_at", row.try_get("seen_at")?)?,
        });
    }
    Ok(devices)
}

/// Whether any user has enrolled this device, by now or before.
pub(crate) async fn is_anybodys(connection: &mut Connection, device: Uuid) -> Result<bool, DatabaseError> {
    let found = sqlx::query("SELECT 1 FROM devices WHERE device = $1 LIMIT 1").bind(device.to_string());
    Ok(found.fetch_optional(connection).await?.is_some())
}

/// Whether a row's token counts.
pub(super) fn standing(row: &SqliteRow) -> Result<DeviceStanding, DatabaseError> {
    let revoked_at: Option<i64> = row.try_get("revoked_at")?;
    Ok(if revoked_at.is_some() { DeviceStanding::Revoked } else { DeviceStanding::Enrolled })
}

fn device(row: i64, written: &str) -> Result<Uuid, DatabaseError> {
    Uuid::parse_str(written).map_err(|_| DatabaseError::Row { table: TABLE, row, column: "device" })
}

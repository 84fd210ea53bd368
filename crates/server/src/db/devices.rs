//! Devices that users have enrolled.

use catalog::device::Enrolment;
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row, Sqlite};
use uuid::Uuid;

use super::{Connection, DatabaseError, IDS_AT_A_TIME, push_ids, time};
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
) -> Result<DeviceId, DatabaseError> {
    let id = sqlx::query_scalar(
        "INSERT INTO devices (user_id, device, computer_name, token_hash, enrolled_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (user_id, device) DO UPDATE
         SET computer_name = $3, token_hash = $4, enrolled_at = $5, revoked_at = NULL
         RETURNING id",
    )
    .bind(user.0)
    .bind(enrolment.device.to_string())
    .bind(&enrolment.computer_name)
    .bind(token_hash.as_bytes())
    .bind(at.as_second())
    .fetch_one(connection)
    .await?;
    Ok(DeviceId(id))
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

/// What signing in with a token needs of the devices whose tokens count; more conditions may stand behind it.
const DECIDING: &str = "SELECT id, user_id, device, token_hash FROM devices WHERE token_hash IS NOT NULL";

/// Reads all devices whose tokens count.
pub(crate) async fn load(connection: &mut Connection) -> Result<Devices, DatabaseError> {
    let rows = sqlx::query(DECIDING).fetch_all(connection).await?;
    Ok(Devices::new(rows.iter().map(deciding).collect::<Result<_, _>>()?))
}

/// Reads the devices of some users whose tokens count.
pub(crate) async fn load_some(
    connection: &mut Connection,
    users: &[UserId],
) -> Result<Vec<Device>, DatabaseError> {
    let mut devices = Vec::new();
    for users in users.chunks(IDS_AT_A_TIME) {
        let mut query = QueryBuilder::<Sqlite>::new(DECIDING);
        push_ids(query.push(" AND user_id IN "), users.iter().map(|user| user.0));
        for row in query.build().fetch_all(&mut *connection).await? {
            devices.push(deciding(&row)?);
        }
    }
    Ok(devices)
}

fn deciding(row: &SqliteRow) -> Result<Device, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
    Ok(Device {
        id: DeviceId(id),
        user: UserId(row.try_get("user_id")?),
        device: device(id, row.try_get("device")?)?,
        token_hash: TokenHash::from_bytes(row.try_get("token_hash")?).ok_or_else(|| wrong("token_hash"))?,
    })
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

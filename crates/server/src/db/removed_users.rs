//! What users leave behind when they are removed.

use jiff::Timestamp;

use super::{Connection, DatabaseError};
use crate::model::device::DeviceId;
use crate::model::phrase::Mention;
use crate::model::user::UserId;

/// Hands a user's devices and reports to nobody, without what tells whose they were: the PC's number and name.
pub(crate) async fn strip(
    connection: &mut Connection,
    user: UserId,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    let devices = sqlx::query_as::<_, (i64, String)>("SELECT id, device FROM devices WHERE user_id = $1");
    for (id, device) in devices.bind(user.0).fetch_all(&mut *connection).await? {
        let number = uuid::Uuid::from_u128(u128::from(id.unsigned_abs())).to_string();
        sqlx::query("UPDATE reports SET device = $3 WHERE user_id = $1 AND device = $2")
            .bind(user.0)
            .bind(&device)
            .bind(&number)
            .execute(&mut *connection)
            .await?;
        sqlx::query(
            "UPDATE devices SET user_id = $2, device = $3, computer_name = $4, token_hash = NULL,
                    revoked_at = COALESCE(revoked_at, $5) WHERE id = $1",
        )
        .bind(id)
        .bind(UserId::NOBODY.0)
        .bind(&number)
        .bind(Mention::Device(DeviceId(id)).pseudonym())
        .bind(at.as_second())
        .execute(&mut *connection)
        .await?;
    }
    // Reports of PCs that are not known by now: which PC it was is forgotten.
    sqlx::query(
        "UPDATE reports SET device = $3 WHERE user_id = $1 AND device NOT IN (SELECT device FROM devices WHERE user_id = $2)",
    )
    .bind(user.0)
    .bind(UserId::NOBODY.0)
    .bind(uuid::Uuid::nil().to_string())
    .execute(&mut *connection)
    .await?;
    sqlx::query("UPDATE reports SET user_id = $2, report_id = CAST(id AS TEXT) WHERE user_id = $1")
        .bind(user.0)
        .bind(UserId::NOBODY.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Removes what webhooks were told, or are still to be told, of a user's PCs: it bears their numbers.
pub(crate) async fn forget_deliveries(
    connection: &mut Connection,
    user: UserId,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "DELETE FROM deliveries WHERE EXISTS (
            SELECT 1 FROM (SELECT device FROM devices WHERE user_id = $1
                           UNION SELECT device FROM reports WHERE user_id = $1) AS own
            WHERE deliveries.body LIKE '%\"' || own.device || '\"%')",
    )
    .bind(user.0)
    .execute(connection)
    .await?;
    Ok(())
}

/// Puts a pseudonym in the place of a removed user who has put packages in; false if there are none.
pub(crate) async fn forget_publisher(
    connection: &mut Connection,
    user: UserId,
    name: &str,
) -> Result<bool, DatabaseError> {
    let mut is_named = false;
    for statement in [
        "UPDATE listings SET published_by = $2 WHERE published_by = $1",
        "UPDATE updater_package SET set_by = $2 WHERE set_by = $1",
        "UPDATE drafts SET received_by = $2 WHERE received_by = $1",
        "UPDATE drafts SET changed_by = $2 WHERE changed_by = $1",
    ] {
        let pseudonym = Mention::User(user).pseudonym();
        let done = sqlx::query(statement).bind(name).bind(pseudonym).execute(&mut *connection).await?;
        is_named |= done.rows_affected() > 0;
    }
    Ok(is_named)
}

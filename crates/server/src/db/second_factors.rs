//! Second factors: secrets, the last step whose code was taken, and recovery codes.

use sqlx::Row;

use super::{Connection, DatabaseError};
use crate::model::secret::SecretHash;
use crate::model::user::UserId;

/// Reads the secret of a user's second factor.
pub(crate) async fn find(
    connection: &mut Connection,
    user: UserId,
) -> Result<Option<Vec<u8>>, DatabaseError> {
    let row = sqlx::query("SELECT totp_secret FROM users WHERE id = $1 AND totp_secret IS NOT NULL")
        .bind(user.0)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("totp_secret")).transpose()?)
}

/// Gives a user a second factor, whose code of a step was just taken.
pub(crate) async fn set(
    connection: &mut Connection,
    user: UserId,
    secret: &[u8],
    used_step: i64,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE users SET totp_secret = $2, totp_used_step = $3 WHERE id = $1")
        .bind(user.0)
        .bind(secret)
        .bind(used_step)
        .execute(connection)
        .await?;
    Ok(())
}

/// Takes the code of a step. Answers whether it was not taken before, nor a later one.
pub(crate) async fn take_step(
    connection: &mut Connection,
    user: UserId,
    step: i64,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query(
        "UPDATE users SET totp_used_step = $2 WHERE id = $1 AND (totp_used_step IS NULL OR totp_used_step < $2)",
    )
    .bind(user.0)
    .bind(step)
    .execute(connection)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Takes a user's second factor away, with the recovery codes.
pub(crate) async fn clear(connection: &mut Connection, user: UserId) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE users SET totp_secret = NULL, totp_used_step = NULL WHERE id = $1")
        .bind(user.0)
        .execute(&mut *connection)
        .await?;
    set_recovery_codes(connection, user, &[]).await
}

/// Gives a user other recovery codes; those before count no longer.
pub(crate) async fn set_recovery_codes(
    connection: &mut Connection,
    user: UserId,
    codes: &[SecretHash],
) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM recovery_codes WHERE user_id = $1")
        .bind(user.0)
        .execute(&mut *connection)
        .await?;
    for code in codes {
        sqlx::query("INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)")
            .bind(user.0)
            .bind(code.as_bytes())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Uses a recovery code up. Answers whether it was one.
pub(crate) async fn take_recovery_code(
    connection: &mut Connection,
    user: UserId,
    code: SecretHash,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query("DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2")
        .bind(user.0)
        .bind(code.as_bytes())
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// How many recovery codes a user has left.
pub(crate) async fn count_recovery_codes(
    connection: &mut Connection,
    user: UserId,
) -> Result<u64, DatabaseError> {
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM recovery_codes WHERE user_id = $1")
        .bind(user.0)
        .fetch_one(connection)
        .await?;
    Ok(count.unsigned_abs())
}

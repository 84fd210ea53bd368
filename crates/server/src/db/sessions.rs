//! Sessions on the pages.

use jiff::Timestamp;
use sqlx::Row;

use super::{Connection, DatabaseError, time};
use crate::model::secret::SecretHash;
use crate::model::session::{Session, SessionId, SessionLine, Stage};
use crate::model::user::UserId;

const TABLE: &str = "sessions";

/// What is written of a session that begins, or goes on as another one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beginning<'a> {
    /// What its cookie is known by.
    pub(crate) token_hash: SecretHash,
    /// How far its user has come in.
    pub(crate) stage: Stage,
    /// From where.
    pub(crate) address: &'a str,
    /// When.
    pub(crate) at: Timestamp,
    /// When it ends at the latest.
    pub(crate) ends_at: Timestamp,
}

/// Counts the sessions that are open at a time.
pub(crate) async fn count_open(connection: &mut Connection, at: Timestamp) -> Result<u64, DatabaseError> {
    let count: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM sessions WHERE stage = 'open' AND ends_at > $1")
            .bind(at.as_second())
            .fetch_one(connection)
            .await?;
    Ok(count.unsigned_abs())
}

/// Adds a session.
pub(crate) async fn insert(
    connection: &mut Connection,
    user: UserId,
    beginning: Beginning<'_>,
) -> Result<SessionId, DatabaseError> {
    let row = sqlx::query(
        "INSERT INTO sessions (user_id, token_hash, stage, address, begun_at, used_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $5, $6) RETURNING id",
    )
    .bind(user.0)
    .bind(beginning.token_hash.as_bytes())
    .bind(beginning.stage.as_str())
    .bind(beginning.address)
    .bind(beginning.at.as_second())
    .bind(beginning.ends_at.as_second())
    .fetch_one(connection)
    .await?;
    Ok(SessionId(row.try_get("id")?))
}

/// Lets a session go on under another token, from now on. Answers whether it was still there.
pub(crate) async fn renew(
    connection: &mut Connection,
    id: SessionId,
    beginning: Beginning<'_>,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query(
        "UPDATE sessions SET token_hash = $2, stage = $3, address = $4, begun_at = $5, used_at = $5, ends_at = $6
         WHERE id = $1",
    )
    .bind(id.0)
    .bind(beginning.token_hash.as_bytes())
    .bind(beginning.stage.as_str())
    .bind(beginning.address)
    .bind(beginning.at.as_second())
    .bind(beginning.ends_at.as_second())
    .execute(connection)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Finds the session of a token.
pub(crate) async fn find(
    connection: &mut Connection,
    token_hash: SecretHash,
) -> Result<Option<Session>, DatabaseError> {
    let row = sqlx::query(
        "SELECT id, user_id, stage, begun_at, used_at, ends_at FROM sessions WHERE token_hash = $1",
    )
    .bind(token_hash.as_bytes())
    .fetch_optional(connection)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let id: i64 = row.try_get("id")?;
    let stage = Stage::parse(row.try_get("stage")?);
    Ok(Some(Session {
        id: SessionId(id),
        user: UserId(row.try_get("user_id")?),
        stage: stage.ok_or(DatabaseError::Row { table: TABLE, row: id, column: "stage" })?,
        begun_at: time(TABLE, id, "begun_at", row.try_get("begun_at")?)?,
        used_at: time(TABLE, id, "used_at", row.try_get("used_at")?)?,
        ends_at: time(TABLE, id, "ends_at", row.try_get("ends_at")?)?,
    }))
}

/// Notes that a session was used.
pub(crate) async fn note_use(
    connection: &mut Connection,
    id: SessionId,
    address: &str,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE sessions SET used_at = $2, address = $3 WHERE id = $1 AND used_at < $2")
        .bind(id.0)
        .bind(at.as_second())
        .bind(address)
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends a session of a user. Answers whether it was still there.
pub(crate) async fn end(
    connection: &mut Connection,
    user: UserId,
    id: SessionId,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query("DELETE FROM sessions WHERE id = $2 AND user_id = $1")
        .bind(user.0)
        .bind(id.0)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Ends all sessions of a user but one. Answers how many those were.
pub(crate) async fn end_all(
    connection: &mut Connection,
    user: UserId,
    but: Option<SessionId>,
) -> Result<u64, DatabaseError> {
    // No session has the number 0.
    let done = sqlx::query("DELETE FROM sessions WHERE user_id = $1 AND id <> $2")
        .bind(user.0)
        .bind(but.map_or(0, |id| id.0))
        .execute(connection)
        .await?;
    Ok(done.rows_affected())
}

/// Leaves a user only the sessions that were used last, so many of them.
pub(crate) async fn make_room(
    connection: &mut Connection,
    user: UserId,
    sessions_max: u32,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "DELETE FROM sessions WHERE user_id = $1 AND id NOT IN
         (SELECT id FROM sessions WHERE user_id = $1 ORDER BY used_at DESC, id DESC LIMIT $2)",
    )
    .bind(user.0)
    .bind(i64::from(sessions_max))
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes the sessions that have come to their end.
pub(crate) async fn sweep(connection: &mut Connection, now: Timestamp) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM sessions WHERE ends_at <= $1").bind(now.as_second()).execute(connection).await?;
    Ok(())
}

/// Reads the open sessions of a user, the one that was used last first.
pub(crate) async fn list(
    connection: &mut Connection,
    user: UserId,
    now: Timestamp,
) -> Result<Vec<SessionLine>, DatabaseError> {
    let rows = sqlx::query_as::<_, (i64, String, i64, i64)>(
        "SELECT id, address, begun_at, used_at FROM sessions
         WHERE user_id = $1 AND stage = 'open' AND ends_at > $2 ORDER BY used_at DESC, id DESC",
    )
    .bind(user.0)
    .bind(now.as_second());
    let line = |(id, address, begun_at, used_at)| {
        Ok(SessionLine {
            id,
            address,
            begun_at: time(TABLE, id, "begun_at", begun_at)?.to_string(),
            used_at: time(TABLE, id, "used_at", used_at)?.to_string(),
        })
    };
    rows.fetch_all(connection).await?.into_iter().map(line).collect()
}

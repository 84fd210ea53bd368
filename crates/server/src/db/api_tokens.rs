//! API tokens; of each the database has the SHA-256 alone.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Connection, DatabaseError, time};
use crate::model::api_token::{ApiToken, ApiTokenId, ApiTokenLine, Scope, Scopes};
use crate::model::user::UserId;
use crate::rules::api_token::NewApiToken;

const TABLE: &str = "api_tokens";

/// Finds a token that is kept, whether or not it has ended.
pub(crate) async fn find(
    connection: &mut Connection,
    written: &str,
) -> Result<Option<ApiToken>, DatabaseError> {
    let hash = Sha256::digest(written.as_bytes());
    let row =
        sqlx::query("SELECT id, user_id, scopes, expires_at, used_at FROM api_tokens WHERE token_hash = $1")
            .bind(hash.as_slice())
            .fetch_optional(connection)
            .await?;
    let Some(row) = row else { return Ok(None) };
    let id: i64 = row.try_get("id")?;
    Ok(Some(ApiToken {
        id: ApiTokenId(id),
        user: UserId(row.try_get("user_id")?),
        scopes: scopes(id, row.try_get("scopes")?)?,
        expires_at: time(TABLE, id, "expires_at", row.try_get("expires_at")?)?,
        used_at: used_at(id, &row)?,
    }))
}

/// Notes when a token was used.
pub(crate) async fn set_used(
    connection: &mut Connection,
    token: ApiTokenId,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE api_tokens SET used_at = $2 WHERE id = $1")
        .bind(token.0)
        .bind(at.as_second())
        .execute(connection)
        .await?;
    Ok(())
}

/// Adds a token, from when until when it counts.
pub(crate) async fn insert(
    connection: &mut Connection,
    user: UserId,
    written: &str,
    new: &NewApiToken,
    (from, until): (Timestamp, Timestamp),
) -> Result<(), DatabaseError> {
    let scopes: Vec<&str> = new.scopes.iter().map(Scope::as_str).collect();
    sqlx::query(
        "INSERT INTO api_tokens (user_id, name, token_hash, scopes, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(user.0)
    .bind(&new.name)
    .bind(Sha256::digest(written.as_bytes()).as_slice())
    .bind(scopes.join(" "))
    .bind(from.as_second())
    .bind(until.as_second())
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes all tokens of a user.
pub(crate) async fn delete_all(connection: &mut Connection, user: UserId) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM api_tokens WHERE user_id = $1").bind(user.0).execute(connection).await?;
    Ok(())
}

/// Removes a token.
pub(crate) async fn delete(connection: &mut Connection, token: ApiTokenId) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM api_tokens WHERE id = $1").bind(token.0).execute(connection).await?;
    Ok(())
}

/// Reads the tokens of a user, or of all users, the oldest first.
pub(crate) async fn list(
    connection: &mut Connection,
    user: Option<UserId>,
) -> Result<Vec<ApiTokenLine>, DatabaseError> {
    let rows = sqlx::query(
        "SELECT api_tokens.*, holders.name AS user_name FROM api_tokens JOIN holders ON holders.id = api_tokens.user_id
         WHERE $1 IS NULL OR api_tokens.user_id = $1 ORDER BY api_tokens.id",
    );
    let rows = rows.bind(user.map(|user| user.0)).fetch_all(connection).await?;
    rows.iter().map(line).collect()
}

/// Reads a token.
pub(crate) async fn one(
    connection: &mut Connection,
    token: ApiTokenId,
) -> Result<Option<ApiTokenLine>, DatabaseError> {
    let row = sqlx::query(
        "SELECT api_tokens.*, holders.name AS user_name FROM api_tokens JOIN holders ON holders.id = api_tokens.user_id
         WHERE api_tokens.id = $1",
    );
    row.bind(token.0).fetch_optional(connection).await?.as_ref().map(line).transpose()
}

fn line(row: &SqliteRow) -> Result<ApiTokenLine, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let at = |column| Ok::<_, DatabaseError>(time(TABLE, id, column, row.try_get(column)?)?.to_string());
    Ok(ApiTokenLine {
        id,
        user: row.try_get("user_name")?,
        name: row.try_get("name")?,
        scopes: scopes(id, row.try_get("scopes")?)?.iter().collect(),
        created_at: at("created_at")?,
        expires_at: at("expires_at")?,
        used_at: used_at(id, row)?.map(|at| at.to_string()),
    })
}

fn scopes(id: i64, written: &str) -> Result<Scopes, DatabaseError> {
    Scopes::parse(written).ok_or(DatabaseError::Row { table: TABLE, row: id, column: "scopes" })
}

fn used_at(id: i64, row: &SqliteRow) -> Result<Option<Timestamp>, DatabaseError> {
    let at: Option<i64> = row.try_get("used_at")?;
    at.map(|at| time(TABLE, id, "used_at", at)).transpose()
}

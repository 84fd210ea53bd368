//! Accounts of sources: what binds them, what the source told last, other names.

use std::collections::HashMap;

use jiff::Timestamp;
use sqlx::{QueryBuilder, Sqlite};

use super::{Connection, DatabaseError, push_ids, time};
use crate::model::name::Name;
use crate::model::permission::{Permission, Permissions};
use crate::model::source::{KeptAccount, Profile, SourceName, SourceStanding, UsedAccount};
use crate::model::user::UserId;

const TABLE: &str = "users";

/// Who has a name: the number of a user or a group, or of the user whose other name it is.
pub(crate) async fn holder_of(
    connection: &mut Connection,
    name: &Name,
) -> Result<Option<i64>, DatabaseError> {
    let found = sqlx::query_scalar(
        "SELECT id FROM holders WHERE name_key = $1 UNION ALL SELECT user_id FROM aliases WHERE name_key = $1",
    );
    Ok(found.bind(name.key()).fetch_optional(connection).await?)
}

/// The name of the user whose other name this is.
pub(crate) async fn user_of_alias(
    connection: &mut Connection,
    name: &Name,
) -> Result<Option<String>, DatabaseError> {
    let found = sqlx::query_scalar(
        "SELECT holders.name FROM aliases JOIN holders ON holders.id = aliases.user_id WHERE aliases.name_key = $1",
    );
    Ok(found.bind(name.key()).fetch_optional(connection).await?)
}

/// Who has the account that a source knows by this.
pub(crate) async fn by_key(
    connection: &mut Connection,
    source: &SourceName,
    key: &str,
) -> Result<Option<UserId>, DatabaseError> {
    let found = sqlx::query_scalar("SELECT id FROM users WHERE source = $1 AND source_key = $2");
    let id: Option<i64> = found.bind(source.as_str()).bind(key).fetch_optional(connection).await?;
    Ok(id.map(UserId))
}

type Row = (String, String, String, Option<i64>, String);

/// What is kept of a user's account in its source; `None` for this server's own account.
pub(crate) async fn find(
    connection: &mut Connection,
    user: UserId,
) -> Result<Option<KeptAccount>, DatabaseError> {
    let row = sqlx::query_as::<_, Row>(
        "SELECT source, source_key, source_standing, confirmed_at, profile FROM users
         WHERE id = $1 AND source IS NOT NULL AND source_key IS NOT NULL",
    );
    let Some(row) = row.bind(user.0).fetch_optional(&mut *connection).await? else { return Ok(None) };
    let written = sqlx::query_scalar("SELECT permission FROM source_permissions WHERE user_id = $1");
    let written: Vec<String> = written.bind(user.0).fetch_all(connection).await?;
    let wrong = |column| DatabaseError::Row { table: TABLE, row: user.0, column };
    let (source, key, standing, confirmed_at, profile) = row;
    Ok(Some(KeptAccount {
        source: source.parse().map_err(|_| wrong("source"))?,
        key,
        standing: SourceStanding::parse(&standing).ok_or_else(|| wrong("source_standing"))?,
        confirmed_at: confirmed_at.map(|at| time(TABLE, user.0, "confirmed_at", at)).transpose()?,
        permissions: Permission::parse_all(&written).map_err(|_| wrong("source_permissions"))?,
        profile: serde_json::from_str(&profile).map_err(|_| wrong("profile"))?,
    }))
}

/// Reads accounts of sources that can be used without their passwords, by number behind one: with a device whose token counts, an
/// API token or a session.
pub(crate) async fn in_use(
    connection: &mut Connection,
    behind: UserId,
    count: u32,
    now: Timestamp,
) -> Result<Vec<UsedAccount>, DatabaseError> {
    let rows = sqlx::query_as::<_, (i64, String, String, String, String, Option<i64>)>(
        "SELECT users.id, holders.name, users.source, users.source_key, users.source_standing, users.confirmed_at
         FROM users JOIN holders ON holders.id = users.id
         WHERE users.id > $1 AND users.source IS NOT NULL AND users.source_key IS NOT NULL
           AND (EXISTS (SELECT 1 FROM devices WHERE devices.user_id = users.id AND devices.token_hash IS NOT NULL)
             OR EXISTS (SELECT 1 FROM api_tokens WHERE api_tokens.user_id = users.id AND api_tokens.expires_at > $2)
             OR EXISTS (SELECT 1 FROM sessions WHERE sessions.user_id = users.id AND sessions.ends_at > $2))
         ORDER BY users.id LIMIT $3",
    );
    let rows = rows.bind(behind.0).bind(now.as_second()).bind(count).fetch_all(connection).await?;
    let account = |(id, name, source, key, standing, confirmed_at): (i64, String, String, _, String, _)| {
        let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
        let at = |at| time(TABLE, id, "confirmed_at", at);
        Ok(UsedAccount {
            user: UserId(id),
            name: Name::parse(&name).map_err(|_| wrong("name"))?,
            source: source.parse().map_err(|_| wrong("source"))?,
            key,
            standing: SourceStanding::parse(&standing).ok_or_else(|| wrong("source_standing"))?,
            confirmed_at: Option::map(confirmed_at, at).transpose()?,
        })
    };
    rows.into_iter().map(account).collect()
}

/// Counts the accounts of each source.
pub(crate) async fn count(connection: &mut Connection) -> Result<Vec<(SourceName, u64)>, DatabaseError> {
    let rows = sqlx::query_as::<_, (String, i64)>(
        "SELECT source, COUNT(*) FROM users WHERE source IS NOT NULL GROUP BY source ORDER BY source",
    );
    let counted = |(source, count): (String, i64)| {
        let wrong = |_| DatabaseError::Row { table: TABLE, row: 0, column: "source" };
        Ok((source.parse().map_err(wrong)?, u64::try_from(count).unwrap_or_default()))
    };
    rows.fetch_all(connection).await?.into_iter().map(counted).collect()
}

/// Binds a user that was just added to a source for ever.
pub(crate) async fn bind(
    connection: &mut Connection,
    user: UserId,
    source: &SourceName,
    key: &str,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE users SET source = $2, source_key = $3 WHERE id = $1")
        .bind(user.0)
        .bind(source.as_str())
        .bind(key)
        .execute(connection)
        .await?;
    Ok(())
}

/// Notes how it stands with an account by its source's word. `at`: when the source said that it is there.
pub(crate) async fn set_standing(
    connection: &mut Connection,
    user: UserId,
    standing: SourceStanding,
    at: Option<Timestamp>,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "UPDATE users SET source_standing = $2, confirmed_at = COALESCE($3, confirmed_at) WHERE id = $1",
    )
    .bind(user.0)
    .bind(standing.as_str())
    .bind(at.map(Timestamp::as_second))
    .execute(connection)
    .await?;
    Ok(())
}

/// Keeps what a source tells about the person.
pub(crate) async fn set_profile(
    connection: &mut Connection,
    user: UserId,
    profile: &Profile,
) -> Result<(), DatabaseError> {
    let written = serde_json::to_string(profile).map_err(|_| DatabaseError::Row {
        table: TABLE,
        row: user.0,
        column: "profile",
    })?;
    sqlx::query("UPDATE users SET profile = $2 WHERE id = $1")
        .bind(user.0)
        .bind(written)
        .execute(connection)
        .await?;
    Ok(())
}

/// Keeps what an account may have by its source's word, in place of what it might before.
pub(crate) async fn set_permissions(
    connection: &mut Connection,
    user: UserId,
    permissions: &Permissions,
) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM source_permissions WHERE user_id = $1")
        .bind(user.0)
        .execute(&mut *connection)
        .await?;
    for permission in permissions {
        sqlx::query("INSERT INTO source_permissions (user_id, permission) VALUES ($1, $2)")
            .bind(user.0)
            .bind(permission.as_str())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Counts the other names of a user.
pub(crate) async fn count_aliases(connection: &mut Connection, user: UserId) -> Result<usize, DatabaseError> {
    let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM aliases WHERE user_id = $1")
        .bind(user.0)
        .fetch_one(connection)
        .await?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Gives a user another name to sign in with; the caller has made sure that nobody has it.
pub(crate) async fn insert_alias(
    connection: &mut Connection,
    user: UserId,
    name: &Name,
) -> Result<(), DatabaseError> {
    sqlx::query("INSERT INTO aliases (name_key, user_id) VALUES ($1, $2)")
        .bind(name.key())
        .bind(user.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// Reads the other names of all users.
pub(super) async fn aliases(
    connection: &mut Connection,
) -> Result<HashMap<UserId, Vec<String>>, DatabaseError> {
    let rows = sqlx::query_as("SELECT user_id, name_key FROM aliases ORDER BY name_key");
    Ok(by_user(rows.fetch_all(connection).await?))
}

/// Reads the other names of some users.
pub(super) async fn aliases_of(
    connection: &mut Connection,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<String>>, DatabaseError> {
    let mut query = QueryBuilder::<Sqlite>::new("SELECT user_id, name_key FROM aliases WHERE user_id IN ");
    push_ids(&mut query, users.iter().map(|id| id.0));
    query.push(" ORDER BY name_key");
    Ok(by_user(query.build_query_as().fetch_all(connection).await?))
}

fn by_user(rows: Vec<(i64, String)>) -> HashMap<UserId, Vec<String>> {
    let mut aliases: HashMap<UserId, Vec<String>> = HashMap::new();
    for (user, key) in rows {
        aliases.entry(UserId(user)).or_default().push(key);
    }
    aliases
}

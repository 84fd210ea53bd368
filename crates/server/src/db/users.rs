//! Users.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row, Sqlite};

use super::{Connection, DatabaseError, IDS_AT_A_TIME, brandings, permissions, push_ids, sources};
use crate::model::branding::BrandingName;
use crate::model::name::Name;
use crate::model::permission::Permissions;
use crate::model::snapshot::Users;
use crate::model::user::{NewAccount, PasswordKind, Role, SecondFactor, Standing, User, UserId};

const TABLE: &str = "users";

/// Adds a user; the caller has made sure that the name is free.
pub(crate) async fn insert(
    connection: &mut Connection,
    new: &NewAccount<'_>,
    at: Timestamp,
) -> Result<UserId, DatabaseError> {
    let id = permissions::insert_holder(connection, "user", new.name, at).await?;
    sqlx::query(
        "INSERT INTO users (id, password_hash, password_kind, role, standing) VALUES ($1, $2, $3, $4, 'enabled')",
    )
    .bind(id)
    .bind(new.password_hash)
    .bind(new.password_kind.as_str())
    .bind(new.role.as_str())
    .execute(connection)
    .await?;
    Ok(UserId(id))
}

/// Removes a user with permissions, memberships, devices and reports.
pub(crate) async fn delete(connection: &mut Connection, id: UserId) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM holders WHERE id = $1").bind(id.0).execute(connection).await?;
    Ok(())
}

/// Changes whether a user may sign in.
pub(crate) async fn set_standing(
    connection: &mut Connection,
    id: UserId,
    standing: Standing,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE users SET standing = $2 WHERE id = $1")
        .bind(id.0)
        .bind(standing.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether a user may sign in as far as this server is concerned, whatever the account's source says.
pub(crate) async fn standing(
    connection: &mut Connection,
    id: UserId,
) -> Result<Option<Standing>, DatabaseError> {
    let written = sqlx::query_scalar::<_, String>("SELECT standing FROM users WHERE id = $1");
    let written = written.bind(id.0).fetch_optional(connection).await?;
    let wrong = || DatabaseError::Row { table: TABLE, row: id.0, column: "standing" };
    written.map(|written| Standing::parse(&written).ok_or_else(wrong)).transpose()
}

/// Changes what a user may do on the server itself.
pub(crate) async fn set_role(
    connection: &mut Connection,
    id: UserId,
    role: Role,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE users SET role = $2 WHERE id = $1")
        .bind(id.0)
        .bind(role.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// Changes a user's password.
pub(crate) async fn set_password(
    connection: &mut Connection,
    id: UserId,
    password_hash: &str,
    kind: PasswordKind,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE users SET password_hash = $2, password_kind = $3 WHERE id = $1")
        .bind(id.0)
        .bind(password_hash)
        .bind(kind.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// What decides about the requests of users, all but nobody's; more conditions may stand behind it.
const DECIDING: &str =
    "SELECT users.id, holders.name, users.standing, users.role, users.password_hash, users.password_kind,
        users.totp_secret IS NOT NULL AS has_totp, users.source, users.source_standing, users.profile
 FROM users JOIN holders ON holders.id = users.id WHERE users.id > 0";

/// Reads all users with what decides about their requests.
pub(crate) async fn load(connection: &mut Connection) -> Result<Users, DatabaseError> {
    let mut allowed = permissions::of_users(connection).await?;
    let mut aliases = sources::aliases(connection).await?;
    let mut branded = brandings::of_users(connection).await?;
    let rows = sqlx::query(DECIDING).fetch_all(connection).await?;
    let users = rows
        .iter()
        .map(|row| user(row, &mut allowed, &mut aliases, &mut branded))
        .collect::<Result<_, _>>()?;
    Ok(Users::new(users))
}

/// Reads some users with what decides about their requests; one who is no more is absent.
pub(crate) async fn load_some(
    connection: &mut Connection,
    ids: &[UserId],
) -> Result<Vec<User>, DatabaseError> {
    let mut users = Vec::with_capacity(ids.len());
    for ids in ids.chunks(IDS_AT_A_TIME) {
        let mut allowed = permissions::of_some_users(connection, ids).await?;
        let mut aliases = sources::aliases_of(connection, ids).await?;
        let mut branded = brandings::of_some_users(connection, ids).await?;
        let mut query = QueryBuilder::<Sqlite>::new(DECIDING);
        push_ids(query.push(" AND users.id IN "), ids.iter().map(|id| id.0));
        for row in query.build().fetch_all(&mut *connection).await? {
            users.push(user(&row, &mut allowed, &mut aliases, &mut branded)?);
        }
    }
    Ok(users)
}

fn user(
    row: &SqliteRow,
    allowed: &mut HashMap<UserId, Permissions>,
    aliases: &mut HashMap<UserId, Vec<String>>,
    branded: &mut HashMap<UserId, BrandingName>,
) -> Result<User, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
    Ok(User {
        id: UserId(id),
        name: Name::parse(row.try_get("name")?).map_err(|_| wrong("name"))?,
        // Who is gone where the account is known may not sign in here either.
        standing: match row.try_get("source_standing")? {
            "gone" => Standing::Disabled,
            _ => Standing::parse(row.try_get("standing")?).ok_or_else(|| wrong("standing"))?,
        },
        role: Role::parse(row.try_get("role")?).ok_or_else(|| wrong("role"))?,
        password_hash: row.try_get::<&str, _>("password_hash")?.into(),
        password_kind: PasswordKind::parse(row.try_get("password_kind")?)
            .ok_or_else(|| wrong("password_kind"))?,
        second_factor: if row.try_get("has_totp")? { SecondFactor::Totp } else { SecondFactor::None },
        permissions: Arc::new(allowed.remove(&UserId(id)).unwrap_or_default()),
        source: match row.try_get::<Option<&str>, _>("source")? {
            Some(source) => Some(source.parse().map_err(|_| wrong("source"))?),
            None => None,
        },
        profile: Arc::new(serde_json::from_str(row.try_get("profile")?).map_err(|_| wrong("profile"))?),
        aliases: aliases.remove(&UserId(id)).unwrap_or_default().into(),
        branding: branded.remove(&UserId(id)),
    })
}

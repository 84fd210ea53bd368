//! Users.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use sqlx::Row;

use super::{Connection, DatabaseError, permissions, time};
use crate::model::name::Name;
use crate::model::permission::Permissions;
use crate::model::snapshot::Users;
use crate::model::user::{PasswordKind, Role, SecondFactor, Standing, User, UserId, UserLine};

const TABLE: &str = "users";

/// Adds a user; the caller has made sure that the name is free.
pub(crate) async fn insert(
    connection: &mut Connection,
    name: &Name,
    password_hash: &str,
    at: Timestamp,
) -> Result<UserId, DatabaseError> {
    let id = permissions::insert_holder(connection, "user", name, at).await?;
    sqlx::query("INSERT INTO users (id, password_hash, standing) VALUES ($1, $2, 'enabled')")
        .bind(id)
        .bind(password_hash)
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

/// Reads all users with what decides about their requests.
pub(crate) async fn load(connection: &mut Connection) -> Result<Users, DatabaseError> {
    let mut allowed = permissions::of_users(connection).await?;
    // Thousands of users share a few sets of permissions.
    let mut sets: HashMap<Permissions, Arc<Permissions>> = HashMap::new();
    let rows = sqlx::query(
        "SELECT users.id, holders.name, users.standing, users.role, users.password_hash, users.password_kind,
                users.totp_secret IS NOT NULL AS has_totp
         FROM users JOIN holders ON holders.id = users.id ORDER BY users.id",
    )
    .fetch_all(connection)
    .await?;
    let mut users = Vec::with_capacity(rows.len());
    for row in rows {
        let id: i64 = row.try_get("id")?;
        let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
        let set = allowed.remove(&UserId(id)).unwrap_or_default();
        let permissions = Arc::clone(sets.entry(set).or_insert_with_key(|set| Arc::new(set.clone())));
        users.push(User {
            id: UserId(id),
            name: Name::parse(row.try_get("name")?).map_err(|_| wrong("name"))?,
            standing: Standing::parse(row.try_get("standing")?).ok_or_else(|| wrong("standing"))?,
            role: Role::parse(row.try_get("role")?).ok_or_else(|| wrong("role"))?,
            password_hash: row.try_get::<&str, _>("password_hash")?.into(),
            password_kind: PasswordKind::parse(row.try_get("password_kind")?)
                .ok_or_else(|| wrong("password_kind"))?,
            second_factor: if row.try_get("has_totp")? { SecondFactor::Totp } else { SecondFactor::None },
            permissions,
        });
    }
    Ok(Users::new(users))
}

/// Reads all users for a list, by name.
pub(crate) async fn list(connection: &mut Connection) -> Result<Vec<UserLine>, DatabaseError> {
    let mut allowed = permissions::of_users(connection).await?;
    let mut groups: HashMap<i64, Vec<String>> = HashMap::new();
    let memberships = sqlx::query_as::<_, (i64, String)>(
        "SELECT members.user_id, holders.name FROM members JOIN holders ON holders.id = members.group_id
         ORDER BY holders.name_key",
    );
    for (user, group) in memberships.fetch_all(&mut *connection).await? {
        groups.entry(user).or_default().push(group);
    }
    let rows = sqlx::query_as::<_, (i64, String, String, String, i64)>(
        "SELECT users.id, holders.name, users.standing, users.role, holders.created_at
         FROM users JOIN holders ON holders.id = users.id ORDER BY holders.name_key",
    );
    let mut users = Vec::new();
    for (id, name, standing, role, created_at) in rows.fetch_all(connection).await? {
        let permissions = allowed.remove(&UserId(id)).unwrap_or_default();
        let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
        users.push(UserLine {
            name,
            standing: Standing::parse(&standing).ok_or_else(|| wrong("standing"))?,
            role: Role::parse(&role).ok_or_else(|| wrong("role"))?,
            groups: groups.remove(&id).unwrap_or_default(),
            permissions: permissions.iter().map(ToString::to_string).collect(),
            created_at: time("holders", id, "created_at", created_at)?.to_string(),
        });
    }
    Ok(users)
}

//! Who holds permissions: users and groups by one set of names, and what they hold.

use std::collections::HashMap;

use jiff::Timestamp;
use sqlx::{QueryBuilder, Sqlite};

use super::{Connection, DatabaseError, push_ids};
use crate::model::name::Name;
use crate::model::permission::{Grant, Permission, Permissions};
use crate::model::user::UserId;

/// Who holds permissions under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// A user.
    User(UserId),
    /// A group, by its number.
    Group(i64),
}

impl Holder {
    fn id(self) -> i64 {
        match self {
            Self::User(UserId(id)) | Self::Group(id) => id,
        }
    }
}

/// Finds who has a name.
pub(crate) async fn holder(
    connection: &mut Connection,
    name: &Name,
) -> Result<Option<(Holder, String)>, DatabaseError> {
    let row =
        sqlx::query_as::<_, (i64, String, String)>("SELECT id, kind, name FROM holders WHERE name_key = $1")
            .bind(name.key())
            .fetch_optional(connection)
            .await?;
    Ok(row.map(|(id, kind, name)| match kind.as_str() {
        "group" => (Holder::Group(id), name),
        _ => (Holder::User(UserId(id)), name),
    }))
}

/// Adds the part that users and groups have in common.
pub(super) async fn insert_holder(
    connection: &mut Connection,
    kind: &'static str,
    name: &Name,
    at: Timestamp,
) -> Result<i64, DatabaseError> {
    let id = sqlx::query_scalar(
        "INSERT INTO holders (kind, name, name_key, created_at) VALUES ($1, $2, $3, $4) RETURNING id",
    )
    .bind(kind)
    .bind(name.as_str())
    .bind(name.key())
    .bind(at.as_second())
    .fetch_one(connection)
    .await?;
    Ok(id)
}

/// Grants a permission; false if it was granted before.
pub(crate) async fn insert(
    connection: &mut Connection,
    holder: Holder,
    permission: &Permission,
) -> Result<bool, DatabaseError> {
    let done =
        sqlx::query("INSERT INTO permissions (holder_id, permission) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(holder.id())
            .bind(permission.as_str())
            .execute(connection)
            .await?;
    Ok(done.rows_affected() > 0)
}

/// Revokes a permission; false if it was not granted.
pub(crate) async fn delete(
    connection: &mut Connection,
    holder: Holder,
    permission: &Permission,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query("DELETE FROM permissions WHERE holder_id = $1 AND permission = $2")
        .bind(holder.id())
        .bind(permission.as_str())
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Reads all that is granted, by holder and permission.
pub(crate) async fn list(connection: &mut Connection) -> Result<Vec<Grant>, DatabaseError> {
    let rows = sqlx::query_as::<_, (String, String, String)>(
        "SELECT holders.name, holders.kind, permissions.permission
         FROM permissions JOIN holders ON holders.id = permissions.holder_id
         ORDER BY holders.name_key, permissions.permission",
    );
    let grants = rows.fetch_all(connection).await?.into_iter();
    Ok(grants.map(|(holder, kind, permission)| Grant { holder, kind, permission }).collect())
}

/// Reads what each user may, directly and through groups; a user without any permission is absent.
pub(super) async fn of_users(
    connection: &mut Connection,
) -> Result<HashMap<UserId, Permissions>, DatabaseError> {
    let rows = sqlx::query_as::<_, (i64, String)>(
        "SELECT users.id, permissions.permission FROM users JOIN permissions ON permissions.holder_id = users.id
         UNION
         SELECT members.user_id, permissions.permission FROM members
         JOIN permissions ON permissions.holder_id = members.group_id
         UNION
         SELECT user_id, permission FROM source_permissions",
    );
    by_user(rows.fetch_all(connection).await?)
}

/// Reads what some users may, directly and through groups; a user without any permission is absent.
pub(super) async fn of_some_users(
    connection: &mut Connection,
    ids: &[UserId],
) -> Result<HashMap<UserId, Permissions>, DatabaseError> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "SELECT permissions.holder_id, permissions.permission FROM permissions WHERE permissions.holder_id IN ",
    );
    push_ids(&mut query, ids.iter().map(|id| id.0));
    query.push(
        " UNION SELECT members.user_id, permissions.permission FROM members
         JOIN permissions ON permissions.holder_id = members.group_id WHERE members.user_id IN ",
    );
    push_ids(&mut query, ids.iter().map(|id| id.0));
    query.push(" UNION SELECT user_id, permission FROM source_permissions WHERE user_id IN ");
    push_ids(&mut query, ids.iter().map(|id| id.0));
    by_user(query.build_query_as().fetch_all(connection).await?)
}

fn by_user(rows: Vec<(i64, String)>) -> Result<HashMap<UserId, Permissions>, DatabaseError> {
    let mut allowed: HashMap<UserId, Permissions> = HashMap::new();
    for (user, permission) in rows {
        let wrong = |_| DatabaseError::Row { table: "permissions", row: user, column: "permission" };
        allowed.entry(UserId(user)).or_default().insert(Permission::parse(&permission).map_err(wrong)?);
    }
    Ok(allowed)
}

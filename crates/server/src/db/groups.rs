//! Groups and who is in them.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{Connection, DatabaseError, permissions, time};
use crate::model::group::{GroupLine, GroupSummary};
use crate::model::name::Name;
use crate::model::user::UserId;

/// Adds a group; the caller has made sure that the name is free.
pub(crate) async fn insert(
    connection: &mut Connection,
    name: &Name,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    permissions::insert_holder(connection, "group", name, at).await?;
    Ok(())
}

/// Removes a group with its permissions; its users stay.
pub(crate) async fn delete(connection: &mut Connection, group: i64) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM holders WHERE id = $1").bind(group).execute(connection).await?;
    Ok(())
}

/// Puts a user into a group; false if the user was in it before.
pub(crate) async fn insert_member(
    connection: &mut Connection,
    group: i64,
    user: UserId,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query("INSERT INTO members (group_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(group)
        .bind(user.0)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Takes a user out of a group; false if the user was not in it.
pub(crate) async fn delete_member(
    connection: &mut Connection,
    group: i64,
    user: UserId,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query("DELETE FROM members WHERE group_id = $1 AND user_id = $2")
        .bind(group)
        .bind(user.0)
        .execute(connection)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Reads who is in a group.
pub(crate) async fn member_ids(
    connection: &mut Connection,
    group: i64,
) -> Result<Vec<UserId>, DatabaseError> {
    let ids = sqlx::query_scalar("SELECT user_id FROM members WHERE group_id = $1");
    Ok(ids.bind(group).fetch_all(connection).await?.into_iter().map(UserId).collect())
}

/// Reads all groups in short, by name.
pub(crate) async fn summaries(connection: &mut Connection) -> Result<Vec<GroupSummary>, DatabaseError> {
    let held = sqlx::query_as::<_, (i64, String)>(
        "SELECT permissions.holder_id, permissions.permission FROM permissions
         JOIN holders ON holders.id = permissions.holder_id WHERE holders.kind = 'group'
         ORDER BY permissions.permission",
    );
    let mut held = by_group(held.fetch_all(&mut *connection).await?);
    let rows = sqlx::query_as::<_, (i64, String, i64, i64)>(
        "SELECT id, name, created_at, (SELECT COUNT(*) FROM members WHERE members.group_id = holders.id)
         FROM holders WHERE kind = 'group' ORDER BY name_key",
    );
    let mut groups = Vec::new();
    for (id, name, created_at, members) in rows.fetch_all(connection).await? {
        groups.push(GroupSummary {
            name,
            members: u32::try_from(members).unwrap_or(u32::MAX),
            permissions: held.remove(&id).unwrap_or_default(),
            created_at: time("holders", id, "created_at", created_at)?.to_string(),
        });
    }
    Ok(groups)
}

/// Reads all groups for a list, by name.
pub(crate) async fn list(connection: &mut Connection) -> Result<Vec<GroupLine>, DatabaseError> {
    let users = sqlx::query_as::<_, (i64, String)>(
        "SELECT members.group_id, holders.name FROM members JOIN holders ON holders.id = members.user_id
         ORDER BY holders.name_key",
    );
    let mut users = by_group(users.fetch_all(&mut *connection).await?);
    let held = sqlx::query_as::<_, (i64, String)>(
        "SELECT holder_id, permission FROM permissions ORDER BY permission",
    );
    let mut held = by_group(held.fetch_all(&mut *connection).await?);
    let rows = sqlx::query_as::<_, (i64, String, i64)>(
        "SELECT id, name, created_at FROM holders WHERE kind = 'group' ORDER BY name_key",
    );
    let mut groups = Vec::new();
    for (id, name, created_at) in rows.fetch_all(connection).await? {
        groups.push(GroupLine {
            name,
            users: users.remove(&id).unwrap_or_default(),
            permissions: held.remove(&id).unwrap_or_default(),
            created_at: time("holders", id, "created_at", created_at)?.to_string(),
        });
    }
    Ok(groups)
}

fn by_group(rows: Vec<(i64, String)>) -> HashMap<i64, Vec<String>> {
    let mut groups: HashMap<i64, Vec<String>> = HashMap::new();
    for (group, value) in rows {
        groups.entry(group).or_default().push(value);
    }
    groups
}

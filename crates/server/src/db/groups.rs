//! Groups and who is in them.

use std::collections::HashMap;

use jiff::Timestamp;

use super::search::{Statement, Where, count, push_like};
use super::{Connection, DatabaseError, IDS_AT_A_TIME, permissions, push_ids, time};
use crate::model::group::GroupSummary;
use crate::model::name::Name;
use crate::model::slice::{Listed, Slice};
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

/// Reads groups with this part in their names, by name.
pub(crate) async fn list(
    connection: &mut Connection,
    search: Option<&str>,
    slice: Slice,
) -> Result<Listed<GroupSummary>, DatabaseError> {
    let conditions = |statement: &mut Statement| {
        if let Some(search) = search {
            statement.push(" AND ");
            push_like(statement, "name_key", &search.to_lowercase(), Where::Anywhere);
        }
    };
    let total = count(connection, "holders WHERE kind = 'group'", conditions, u32::MAX).await?;
    let mut statement = Statement::new(SUMMARIES);
    conditions(&mut statement);
    statement.push(" ORDER BY name_key LIMIT ").push_bind(i64::from(slice.take));
    statement.push(" OFFSET ").push_bind(i64::from(slice.skip));
    let rows = statement.build_query_as::<Row>().fetch_all(&mut *connection).await?;
    Ok(Listed { lines: summaries(connection, rows).await?, total })
}

/// Reads a group in short.
pub(crate) async fn find(
    connection: &mut Connection,
    group: i64,
) -> Result<Option<GroupSummary>, DatabaseError> {
    let mut statement = Statement::new(SUMMARIES);
    statement.push(" AND id = ").push_bind(group);
    let rows = statement.build_query_as::<Row>().fetch_all(&mut *connection).await?;
    Ok(summaries(connection, rows).await?.pop())
}

/// A group's number, its name, when it was added, and how many users are in it.
type Row = (i64, String, i64, i64);

/// Reads groups; more conditions may stand behind it.
const SUMMARIES: &str =
    "SELECT id, name, created_at, (SELECT COUNT(*) FROM members WHERE members.group_id = holders.id)
     FROM holders WHERE kind = 'group'";

async fn summaries(connection: &mut Connection, rows: Vec<Row>) -> Result<Vec<GroupSummary>, DatabaseError> {
    let mut held: HashMap<i64, Vec<String>> = HashMap::new();
    for rows in rows.chunks(IDS_AT_A_TIME) {
        let mut statement =
            Statement::new("SELECT holder_id, permission FROM permissions WHERE holder_id IN ");
        push_ids(&mut statement, rows.iter().map(|row| row.0));
        statement.push(" ORDER BY permission");
        let found = statement.build_query_as::<(i64, String)>().fetch_all(&mut *connection).await?;
        for (group, permission) in found {
            held.entry(group).or_default().push(permission);
        }
    }
    let summary = |(id, name, created_at, members): Row| {
        Ok(GroupSummary {
            name,
            members: u32::try_from(members).unwrap_or(u32::MAX),
            permissions: held.remove(&id).unwrap_or_default(),
            created_at: time("holders", id, "created_at", created_at)?.to_string(),
        })
    };
    rows.into_iter().map(summary).collect()
}

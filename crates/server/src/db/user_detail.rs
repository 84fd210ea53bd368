//! All that there is to see of one user.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Connection, DatabaseError, time};
use crate::model::permission::{Permission, Permissions};
use crate::model::user::UserId;
use crate::model::why::Holdings;

/// Reads through what a user has permissions; a group without any is there too.
pub(crate) async fn holdings(connection: &mut Connection, id: UserId) -> Result<Holdings, DatabaseError> {
    let direct = sqlx::query_scalar::<_, String>("SELECT permission FROM permissions WHERE holder_id = $1");
    let direct = direct.bind(id.0).fetch_all(&mut *connection).await?;
    let source =
        sqlx::query_scalar::<_, String>("SELECT permission FROM source_permissions WHERE user_id = $1");
    let source = source.bind(id.0).fetch_all(&mut *connection).await?;
    let groups = sqlx::query_as::<_, (String, Option<String>)>(
        "SELECT holders.name, permissions.permission FROM members
         JOIN holders ON holders.id = members.group_id
         LEFT JOIN permissions ON permissions.holder_id = members.group_id
         WHERE members.user_id = $1",
    );
    let mut by_group: BTreeMap<String, Permissions> = BTreeMap::new();
    for (group, permission) in groups.bind(id.0).fetch_all(connection).await? {
        let held = by_group.entry(group).or_default();
        held.extend(permission.map(|written| permission_of(id, &written)).transpose()?);
    }
    let direct = direct.iter().map(|written| permission_of(id, written)).collect::<Result<_, _>>()?;
    let source = source.iter().map(|written| permission_of(id, written)).collect::<Result<_, _>>()?;
    Ok(Holdings { direct, source, groups: by_group })
}

fn permission_of(id: UserId, written: &str) -> Result<Permission, DatabaseError> {
    let wrong = |_| DatabaseError::Row { table: "permissions", row: id.0, column: "permission" };
    Permission::parse(written).map_err(wrong)
}

/// Reads when a user was added, and counts the user's devices and reports.
pub(crate) async fn counts(
    connection: &mut Connection,
    id: UserId,
) -> Result<(Timestamp, u32, u32), DatabaseError> {
    let row = sqlx::query_as::<_, (i64, i64, i64)>(
        "SELECT created_at, (SELECT COUNT(*) FROM devices WHERE user_id = $1),
                (SELECT COUNT(*) FROM reports WHERE user_id = $1)
         FROM holders WHERE id = $1",
    );
    let (created_at, devices, reports) = row.bind(id.0).fetch_one(connection).await?;
    let count = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok((time("holders", id.0, "created_at", created_at)?, count(devices), count(reports)))
}

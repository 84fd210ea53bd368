//! Lists of users: filtered, page by page.

use std::collections::HashMap;

use sqlx::Row;

use super::search::{Statement, Where, count, push_like};
use super::{Connection, DatabaseError, permissions, push_ids, time};
use crate::model::slice::{Listed, Slice};
use crate::model::source::{SourceName, SourceStanding};
use crate::model::user::{PasswordKind, PasswordState, Role, SecondFactorState, Standing, UserId, UserLine};
use crate::model::user_filter::UserFilter;

const TABLE: &str = "users";
/// How many users are counted at most.
const COUNT_MAX: u32 = 10_000_000;
/// How many users' groups and permissions are read at a time.
const USERS_AT_A_TIME: u32 = 500;

/// Reads users for a list, by name.
pub(crate) async fn list(
    connection: &mut Connection,
    filter: &UserFilter,
    slice: Slice,
) -> Result<Listed<UserLine>, DatabaseError> {
    let rows = "users JOIN holders ON holders.id = users.id WHERE users.id > 0";
    let total = count(connection, rows, |statement| push_conditions(statement, filter), COUNT_MAX).await?;
    let mut lines = Vec::new();
    let (mut rest, mut filter) = (slice, filter.clone());
    while rest.take > 0 {
        let piece = Slice { take: rest.take.min(USERS_AT_A_TIME), ..rest };
        let read = piece_of(connection, &filter, piece).await?;
        let is_last = read.len() < piece.take as usize;
        lines.extend(read);
        if is_last {
            break;
        }
        // Behind the last name, and not so many further: else each piece would be looked for through all before it.
        filter.behind = lines.last().map(|line: &UserLine| line.name.to_lowercase());
        rest = Slice::first(rest.take - piece.take);
    }
    Ok(Listed { lines, total })
}

/// Reads the numbers of the users that a filter finds, by name.
pub(crate) async fn ids(
    connection: &mut Connection,
    filter: &UserFilter,
    slice: Slice,
) -> Result<Vec<UserId>, DatabaseError> {
    let mut statement =
        Statement::new("SELECT users.id FROM users JOIN holders ON holders.id = users.id WHERE users.id > 0");
    push_conditions(&mut statement, filter);
    push_slice(&mut statement, slice);
    let ids: Vec<i64> = statement.build_query_scalar().fetch_all(connection).await?;
    Ok(ids.into_iter().map(UserId).collect())
}

async fn piece_of(
    connection: &mut Connection,
    filter: &UserFilter,
    slice: Slice,
) -> Result<Vec<UserLine>, DatabaseError> {
    let mut statement = Statement::new(
        "SELECT users.id, holders.name, holders.created_at, users.standing, users.role, users.password_kind,
                users.source, users.source_standing,
                CASE WHEN users.password_hash = '' THEN '' ELSE '*' END AS hash
         FROM users JOIN holders ON holders.id = users.id WHERE users.id > 0",
    );
    push_conditions(&mut statement, filter);
    push_slice(&mut statement, slice);
    let rows = statement.build().fetch_all(&mut *connection).await?;
    let ids = rows.iter().map(|row| row.try_get("id").map(UserId)).collect::<Result<Vec<_>, _>>()?;
    let mut groups = groups_of(connection, &ids).await?;
    let mut allowed = permissions::of_some_users(connection, &ids).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for (row, id) in rows.iter().zip(ids) {
        let wrong = |column| DatabaseError::Row { table: TABLE, row: id.0, column };
        let kind =
            PasswordKind::parse(row.try_get("password_kind")?).ok_or_else(|| wrong("password_kind"))?;
        let source: Option<SourceName> = match row.try_get::<Option<&str>, _>("source")? {
            Some(source) => Some(source.parse().map_err(|_| wrong("source"))?),
            None => None,
        };
        lines.push(UserLine {
            name: row.try_get("name")?,
            standing: Standing::parse(row.try_get("standing")?).ok_or_else(|| wrong("standing"))?,
            role: Role::parse(row.try_get("role")?).ok_or_else(|| wrong("role"))?,
            password: PasswordState::of(row.try_get("hash")?, kind, source.as_ref()),
            source: source.map(String::from),
            source_standing: SourceStanding::parse(row.try_get("source_standing")?)
                .ok_or_else(|| wrong("source_standing"))?,
            groups: groups.remove(&id).unwrap_or_default(),
            permissions: allowed.remove(&id).unwrap_or_default().iter().map(ToString::to_string).collect(),
            created_at: time("holders", id.0, "created_at", row.try_get("created_at")?)?.to_string(),
        });
    }
    Ok(lines)
}

/// Reads the names of the groups of some users, by name.
async fn groups_of(
    connection: &mut Connection,
    ids: &[UserId],
) -> Result<HashMap<UserId, Vec<String>>, DatabaseError> {
    let mut statement = Statement::new(
        "SELECT members.user_id, holders.name FROM members JOIN holders ON holders.id = members.group_id
         WHERE members.user_id IN ",
    );
    push_ids(&mut statement, ids.iter().map(|id| id.0));
    statement.push(" ORDER BY holders.name_key");
    let rows: Vec<(i64, String)> = statement.build_query_as().fetch_all(connection).await?;
    let mut groups: HashMap<UserId, Vec<String>> = HashMap::new();
    for (user, group) in rows {
        groups.entry(UserId(user)).or_default().push(group);
    }
    Ok(groups)
}

fn push_slice(statement: &mut Statement, slice: Slice) {
    statement.push(" ORDER BY holders.name_key LIMIT ").push_bind(i64::from(slice.take));
    statement.push(" OFFSET ").push_bind(i64::from(slice.skip));
}

fn push_conditions(statement: &mut Statement, filter: &UserFilter) {
    if let Some(search) = &filter.search {
        statement.push(" AND ");
        push_like(statement, "holders.name_key", &search.to_lowercase(), Where::Anywhere);
    }
    if let Some(behind) = &filter.behind {
        statement.push(" AND holders.name_key > ").push_bind(behind.clone());
    }
    if let Some(role) = filter.role {
        statement.push(" AND users.role = ").push_bind(role.as_str());
    }
    if let Some(standing) = filter.standing {
        statement.push(" AND users.standing = ").push_bind(standing.as_str());
    }
    match filter.password {
        None => {}
        Some(PasswordState::None) => {
            statement.push(" AND users.password_hash = '' AND users.source IS NULL");
        }
        Some(PasswordState::Source) => {
            statement.push(" AND users.source IS NOT NULL");
        }
        Some(state) => {
            statement
                .push(" AND users.password_hash <> '' AND users.password_kind = ")
                .push_bind(state.as_str());
        }
    }
    match filter.source.as_ref().map(SourceName::as_str) {
        None => {}
        Some(SourceName::LOCAL) => {
            statement.push(" AND users.source IS NULL");
        }
        Some(source) => {
            statement.push(" AND users.source = ").push_bind(source.to_owned());
        }
    }
    match filter.second_factor {
        None => {}
        Some(SecondFactorState::SetUp) => {
            statement.push(" AND users.totp_secret IS NOT NULL");
        }
        Some(SecondFactorState::Missing) => {
            statement
                .push(" AND users.totp_secret IS NULL AND users.role <> ")
                .push_bind(Role::User.as_str());
        }
    }
    if let Some(group) = &filter.group {
        statement
            .push(
                " AND users.id IN (SELECT members.user_id FROM members
                  JOIN holders AS groups_ ON groups_.id = members.group_id WHERE groups_.name_key = ",
            )
            .push_bind(group.key().to_owned())
            .push(")");
    }
    for permission in &filter.permissions {
        statement
            .push(" AND users.id IN (SELECT holder_id FROM permissions WHERE permission = ")
            .push_bind(permission.as_str().to_owned())
            .push(
                " UNION SELECT members.user_id FROM members
                  JOIN permissions ON permissions.holder_id = members.group_id WHERE permissions.permission = ",
            )
            .push_bind(permission.as_str().to_owned())
            .push(" UNION SELECT user_id FROM source_permissions WHERE permission = ")
            .push_bind(permission.as_str().to_owned())
            .push(")");
    }
}

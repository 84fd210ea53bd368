//! Imports of users: all accounts as they are, and many rows at a time.

use std::collections::HashMap;

use jiff::Timestamp;

use super::search::Statement;
use super::{Connection, DatabaseError, groups, permissions, users};
use crate::model::permission::Permission;
use crate::model::user::{Role, Standing, UserId};
use crate::model::user_import::{ImportedAccount, KnownAccounts, KnownGroup, KnownUser};

/// How many rows are written by one statement: each has at most five values, of which a statement may have 32,766.
/// Source: SQLite, "Limits", `SQLITE_MAX_VARIABLE_NUMBER`.
const ROWS_AT_A_TIME: usize = 1_000;

/// Reads all accounts and groups as they are.
pub(crate) async fn known(connection: &mut Connection) -> Result<KnownAccounts, DatabaseError> {
    let mut known = KnownAccounts::default();
    let mut keys: HashMap<i64, String> = HashMap::new();
    let rows = sqlx::query_as::<_, (i64, String, String, String)>(
        "SELECT users.id, holders.name_key, users.role, users.standing
         FROM users JOIN holders ON holders.id = users.id WHERE users.id > 0",
    );
    for (id, key, role, standing) in rows.fetch_all(&mut *connection).await? {
        let wrong = |column| DatabaseError::Row { table: "users", row: id, column };
        let user = KnownUser {
            id: UserId(id),
            role: Role::parse(&role).ok_or_else(|| wrong("role"))?,
            standing: Standing::parse(&standing).ok_or_else(|| wrong("standing"))?,
            groups: Default::default(),
            permissions: Default::default(),
        };
        keys.insert(id, key.clone());
        known.users.insert(key, user);
    }
    let rows = sqlx::query_as::<_, (i64, String, String)>(
        "SELECT id, name_key, name FROM holders WHERE kind = 'group'",
    );
    for (id, key, name) in rows.fetch_all(&mut *connection).await? {
        known.groups.insert(key, KnownGroup { id, name });
    }
    let rows = sqlx::query_as(
        "SELECT aliases.name_key, holders.name FROM aliases JOIN holders ON holders.id = aliases.user_id",
    );
    known.aliases = rows.fetch_all(&mut *connection).await?.into_iter().collect();
    let rows = sqlx::query_as::<_, (i64, String)>(
        "SELECT members.user_id, holders.name_key FROM members JOIN holders ON holders.id = members.group_id",
    );
    for (user, group) in rows.fetch_all(&mut *connection).await? {
        if let Some(user) = keys.get(&user).and_then(|key| known.users.get_mut(key)) {
            user.groups.insert(group);
        }
    }
    let rows = sqlx::query_as::<_, (i64, String)>("SELECT holder_id, permission FROM permissions");
    for (holder, permission) in rows.fetch_all(connection).await? {
        let wrong = |_| DatabaseError::Row { table: "permissions", row: holder, column: "permission" };
        if let Some(user) = keys.get(&holder).and_then(|key| known.users.get_mut(key)) {
            user.permissions.insert(Permission::parse(&permission).map_err(wrong)?);
        }
    }
    Ok(known)
}

/// Writes accounts, and answers with their numbers in the same order. New ones have no password yet.
pub(crate) async fn write(
    connection: &mut Connection,
    accounts: &[ImportedAccount],
    at: Timestamp,
) -> Result<Vec<UserId>, DatabaseError> {
    let mut ids: HashMap<String, UserId> = HashMap::new();
    let new: Vec<&ImportedAccount> = accounts.iter().filter(|account| account.id.is_none()).collect();
    for some in new.chunks(ROWS_AT_A_TIME) {
        add(connection, some, &mut ids, at).await?;
    }
    let id_of = |account: &ImportedAccount| {
        let added = || ids.get(account.name.key()).copied();
        account.id.or_else(added).unwrap_or(UserId::NOBODY)
    };
    for account in accounts {
        change(connection, id_of(account), account).await?;
    }
    let joins: Vec<(i64, i64)> = accounts
        .iter()
        .flat_map(|account| account.join.iter().map(|group| (*group, id_of(account).0)))
        .collect();
    for some in joins.chunks(ROWS_AT_A_TIME) {
        let mut insert = Statement::new("INSERT INTO members (group_id, user_id) ");
        insert.push_values(some, |mut row, (group, user)| {
            row.push_bind(*group).push_bind(*user);
        });
        insert.push(" ON CONFLICT DO NOTHING");
        insert.build().execute(&mut *connection).await?;
    }
    let grants: Vec<(i64, &str)> = accounts
        .iter()
        .flat_map(|account| account.grant.iter().map(|one| (id_of(account).0, one.as_str())))
        .collect();
    for some in grants.chunks(ROWS_AT_A_TIME) {
        let mut insert = Statement::new("INSERT INTO permissions (holder_id, permission) ");
        insert.push_values(some, |mut row, (user, permission)| {
            row.push_bind(*user).push_bind((*permission).to_owned());
        });
        insert.push(" ON CONFLICT DO NOTHING");
        insert.build().execute(&mut *connection).await?;
    }
    Ok(accounts.iter().map(id_of).collect())
}

async fn add(
    connection: &mut Connection,
    accounts: &[&ImportedAccount],
    ids: &mut HashMap<String, UserId>,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    let mut holders = Statement::new("INSERT INTO holders (kind, name, name_key, created_at) ");
    holders.push_values(accounts, |mut row, account| {
        row.push("'user'").push_bind(account.name.as_str().to_owned());
        row.push_bind(account.name.key().to_owned()).push_bind(at.as_second());
    });
    holders.push(" RETURNING name_key, id");
    let added: Vec<(String, i64)> = holders.build_query_as().fetch_all(&mut *connection).await?;
    ids.extend(added.into_iter().map(|(key, id)| (key, UserId(id))));
    let mut users = Statement::new("INSERT INTO users (id, password_hash, password_kind, role, standing) ");
    users.push_values(accounts, |mut row, account| {
        let id = ids.get(account.name.key()).copied().unwrap_or(UserId::NOBODY);
        row.push_bind(id.0).push("''").push("'one-time'");
        row.push_bind(account.role.unwrap_or_default().as_str());
        row.push_bind(account.standing.unwrap_or(Standing::Enabled).as_str());
    });
    users.build().execute(connection).await?;
    Ok(())
}

/// Writes what only an account that was there before can need.
async fn change(
    connection: &mut Connection,
    id: UserId,
    account: &ImportedAccount,
) -> Result<(), DatabaseError> {
    if account.id.is_none() {
        return Ok(());
    }
    if let Some(role) = account.role {
        users::set_role(connection, id, role).await?;
    }
    if let Some(standing) = account.standing {
        users::set_standing(connection, id, standing).await?;
    }
    for group in &account.leave {
        groups::delete_member(connection, *group, id).await?;
    }
    for permission in &account.revoke {
        permissions::delete(connection, permissions::Holder::User(id), permission).await?;
    }
    Ok(())
}

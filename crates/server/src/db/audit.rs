//! The audit: lines are added and never changed.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use sqlx::{QueryBuilder, Sqlite};

use super::search::{Statement, Where, count, push_between, push_like};
use super::{Connection, DatabaseError, IDS_AT_A_TIME, push_ids, time};
use crate::model::audit::{AuditLine, Deed, Doer};
use crate::model::audit_filter::AuditFilter;
use crate::model::device::DeviceId;
use crate::model::phrase::{Mention, Phrase};
use crate::model::slice::{Listed, Slice};
use crate::model::user::UserId;

/// A row as it is kept.
type Row = (i64, i64, String, String, String, String, String, String);

/// How many lines are written by one statement: each has seven values, of which a statement may have 32,766.
/// Source: SQLite, "Limits", `SQLITE_MAX_VARIABLE_NUMBER`.
const LINES_AT_A_TIME: usize = 1_000;

/// Adds lines, one for each deed.
pub(crate) async fn insert(
    connection: &mut Connection,
    doer: Doer<'_>,
    deeds: &[&Deed],
    at: Timestamp,
) -> Result<(), DatabaseError> {
    for deeds in deeds.chunks(LINES_AT_A_TIME) {
        let mut insert = QueryBuilder::<Sqlite>::new(
            "INSERT INTO audit (at, actor_kind, actor, address, action, subject, detail) ",
        );
        insert.push_values(deeds, |mut row, deed| {
            row.push_bind(at.as_second())
                .push_bind(doer.kind)
                .push_bind(doer.who.as_kept())
                .push_bind(doer.address)
                .push_bind(deed.action)
                .push_bind(deed.subject.as_kept())
                .push_bind(deed.detail.as_kept());
        });
        insert.build().execute(&mut *connection).await?;
    }
    Ok(())
}

/// Whether a line about this deed, whatever its details, was added after a time.
pub(crate) async fn is_noted_since(
    connection: &mut Connection,
    deed: &Deed,
    since: Timestamp,
) -> Result<bool, DatabaseError> {
    let found = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM audit WHERE action = $1 AND at > $2 AND subject = $3)",
    );
    let found = found.bind(deed.action).bind(since.as_second()).bind(deed.subject.as_kept());
    Ok(found.fetch_one(connection).await?)
}

/// Reads lines, the newest first, and counts all that the filter finds, up to `count_max`.
pub(crate) async fn list(
    connection: &mut Connection,
    filter: &AuditFilter,
    slice: Slice,
    count_max: u32,
) -> Result<Listed<AuditLine>, DatabaseError> {
    let mut statement =
        Statement::new("SELECT id, at, actor_kind, actor, address, action, subject, detail FROM audit");
    push_conditions(&mut statement, filter);
    statement.push(" ORDER BY id DESC LIMIT ").push_bind(i64::from(slice.take));
    statement.push(" OFFSET ").push_bind(i64::from(slice.skip));
    let rows = statement.build_query_as::<Row>().fetch_all(&mut *connection).await?;
    let kept = rows.iter().flat_map(|row| [&row.3, &row.6, &row.7]).map(|text| Phrase::kept(text.clone()));
    let names = names(connection, kept).await?;
    let say = |text: String| Phrase::kept(text).say(|mention| names.get(&mention).cloned());
    let line = |(id, at, actor_kind, actor, address, action, subject, detail): Row| {
        let at = time("audit", id, "at", at)?.to_string();
        let (actor, subject, detail) = (say(actor), say(subject), say(detail));
        Ok(AuditLine { id, at, actor_kind, actor, address, action, subject, detail })
    };
    let lines = rows.into_iter().map(line).collect::<Result<_, DatabaseError>>()?;
    let total = count(connection, "audit", |statement| push_conditions(statement, filter), count_max).await?;
    Ok(Listed { lines, total })
}

/// Reads the newest lines about the package with these bytes, the newest first.
pub(crate) async fn about_package(
    connection: &mut Connection,
    sha256: &str,
    lines_max: u32,
) -> Result<Vec<AuditLine>, DatabaseError> {
    let rows = sqlx::query_as::<_, (i64, i64, String, String, String, String, String)>(
        "SELECT id, at, actor_kind, actor, action, subject, detail FROM audit
         WHERE action LIKE 'package.%' AND detail LIKE $1 ORDER BY id DESC LIMIT $2",
    )
    .bind(format!("%sha256 {sha256}%"))
    .bind(i64::from(lines_max))
    .fetch_all(&mut *connection)
    .await?;
    let kept = rows.iter().map(|row| Phrase::kept(row.3.clone()));
    let names = names(connection, kept).await?;
    let say = |text: String| Phrase::kept(text).say(|mention| names.get(&mention).cloned());
    let line = |(id, at, actor_kind, actor, action, subject, detail)| {
        let at = time("audit", id, "at", at)?.to_string();
        let (actor, subject, detail) = (say(actor), say(subject), say(detail));
        Ok(AuditLine { id, at, actor_kind, actor, address: String::new(), action, subject, detail })
    };
    rows.into_iter().map(line).collect()
}

/// Reads the names of all users and devices that phrases mention and that are still there.
pub(super) async fn names(
    connection: &mut Connection,
    phrases: impl Iterator<Item = Phrase>,
) -> Result<HashMap<Mention, String>, DatabaseError> {
    let (mut users, mut devices) = (HashSet::new(), HashSet::new());
    for mention in phrases.flat_map(|phrase| phrase.mentions().collect::<Vec<_>>()) {
        match mention {
            Mention::User(UserId(id)) => users.insert(id),
            Mention::Device(DeviceId(id)) => devices.insert(id),
        };
    }
    let mut names = HashMap::new();
    for ids in Vec::from_iter(users).chunks(IDS_AT_A_TIME) {
        let mut query = QueryBuilder::<Sqlite>::new("SELECT id, name FROM holders WHERE id IN ");
        push_ids(&mut query, ids.iter().copied());
        let rows = query.build_query_as::<(i64, String)>().fetch_all(&mut *connection).await?;
        names.extend(rows.into_iter().map(|(id, name)| (Mention::User(UserId(id)), name)));
    }
    for ids in Vec::from_iter(devices).chunks(IDS_AT_A_TIME) {
        let mut query =
            QueryBuilder::<Sqlite>::new("SELECT id, device, computer_name FROM devices WHERE id IN ");
        push_ids(&mut query, ids.iter().copied());
        let rows = query.build_query_as::<(i64, String, String)>().fetch_all(&mut *connection).await?;
        let name = |(id, device, name)| (Mention::Device(DeviceId(id)), format!("{device} ({name})"));
        names.extend(rows.into_iter().map(name));
    }
    Ok(names)
}

fn push_conditions(statement: &mut Statement, filter: &AuditFilter) {
    statement.push(" WHERE 1 = 1");
    if let Some(text) = &filter.actor {
        statement.push(" AND ");
        push_said(statement, ["actor"], text);
    }
    for (column, begins) in [("action", &filter.action), ("address", &filter.address)] {
        if let Some(begins) = begins {
            statement.push(" AND ");
            push_like(statement, column, begins, Where::Beginning);
        }
    }
    if let Some(text) = &filter.subject {
        statement.push(" AND ");
        push_said(statement, ["subject", "detail"], text);
    }
    if let Some(before) = filter.before {
        statement.push(" AND id < ").push_bind(before);
    }
    push_between(statement, "at", filter.since, filter.until);
}

/// Adds that one of the columns says a text: as it is kept, or by mentioning a user or a device that has it in its name.
fn push_said<const COUNT: usize>(statement: &mut Statement, columns: [&'static str; COUNT], text: &str) {
    statement.push("(1 = 0");
    for column in columns {
        statement.push(" OR ");
        push_like(statement, column, Phrase::text(text).as_kept(), Where::Anywhere);
        if !text.contains(':') {
            // Every mention has the words “user” or “device” in it, and digits.
            statement.push(" AND ").push(column).push(" NOT LIKE '{user:%'");
            statement.push(" AND ").push(column).push(" NOT LIKE '{device:%'");
        }
        statement.push(" OR ").push(column).push(" IN (SELECT '{user:' || id || '}' FROM holders WHERE ");
        push_like(statement, "name_key", &text.to_lowercase(), Where::Anywhere);
        statement.push(") OR ").push(column).push(" IN (SELECT '{device:' || id || '}' FROM devices WHERE ");
        push_like(statement, "device", text, Where::Anywhere);
        statement.push(" OR ");
        push_like(statement, "computer_name", text, Where::Anywhere);
        statement.push(")");
    }
    statement.push(")");
}

//! Looking through the database without changing anything in it, whether or not a server works with it.

use std::path::Path;

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};

use super::copies::{applied, integrity};
use super::{BUSY_TIME_MAX, DatabaseError, MIGRATIONS, time};
use crate::model::source::{SourceName, UsedAccount};
use crate::model::user::UserId;

/// Whether somebody else may be writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Company {
    /// A server works in the data folder.
    Server,
    /// Nobody does, and nobody begins to: the caller has the lock.
    Nobody,
}

/// What there is to see of a database.
#[derive(Debug, Default)]
pub(crate) struct Examination {
    /// What SQLite finds damaged.
    pub(crate) damages: Vec<String>,
    /// Tables with rows that speak of rows that are not there, and how many.
    pub(crate) astray: Vec<(String, u64)>,
    /// How its tables stand to what this version needs.
    pub(crate) age: Age,
    /// What its rows tell, if its tables are those of this version.
    pub(crate) rows: Option<Rows>,
}

/// How a database stands to this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Age {
    /// A start would change it.
    #[default]
    Older,
    /// It is as this version needs it.
    Current,
    /// A newer version has changed it.
    Newer,
}

/// What rows tell.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// How many users there are.
    pub(crate) users: i64,
    /// How many administrators can sign in: an imported one has no password yet.
    pub(crate) administrators: i64,
    /// Users with a one-time password, and since when they have it at the most.
    pub(crate) one_time: Vec<(String, Timestamp)>,
    /// Webhooks that are in trouble.
    pub(crate) webhooks: Vec<String>,
    /// When the audit was written last.
    pub(crate) audited_at: Option<Timestamp>,
}

/// Looks through a database.
///
/// # Errors
/// If it cannot be read at all.
pub(crate) async fn examine(file: &Path, company: Company) -> Result<Examination, DatabaseError> {
    let mut connection = open(file, company).await?;
    let damages = integrity(&mut connection).await?;
    let astray = astray(&mut connection).await?;
    let applied = applied(&mut connection).await?;
    let age = if applied.iter().any(|version| !MIGRATIONS.version_exists(*version)) {
        Age::Newer
    } else if MIGRATIONS.iter().all(|migration| applied.contains(&migration.version)) {
        Age::Current
    } else {
        Age::Older
    };
    let rows = if age == Age::Current { Some(rows(&mut connection).await?) } else { None };
    connection.close().await?;
    Ok(Examination { damages, astray, age, rows })
}

/// Counts the accounts of each source.
///
/// # Errors
/// If the database cannot be read, or is older.
pub(crate) async fn accounts_of_sources(
    file: &Path,
    company: Company,
) -> Result<Vec<(SourceName, u64)>, DatabaseError> {
    let mut connection = open(file, company).await?;
    let counted = super::sources::count(&mut connection).await;
    connection.close().await?;
    counted
}

/// The first accounts of sources that are used without their passwords.
///
/// # Errors
/// If the database cannot be read, or is older.
pub(crate) async fn used_accounts(
    file: &Path,
    company: Company,
    count: u32,
) -> Result<Vec<UsedAccount>, DatabaseError> {
    let mut connection = open(file, company).await?;
    let used = super::sources::in_use(&mut connection, UserId::NOBODY, count, Timestamp::now()).await;
    connection.close().await?;
    used
}

async fn open(file: &Path, company: Company) -> Result<SqliteConnection, DatabaseError> {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    // With nobody else there and no log of a crash, SQLite need not lay out its own files to read.
    let is_still = company == Company::Nobody && !Path::new(&log).exists();
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(is_still);
    Ok(options.busy_timeout(BUSY_TIME_MAX).connect().await?)
}

async fn astray(connection: &mut SqliteConnection) -> Result<Vec<(String, u64)>, DatabaseError> {
    let counts: Vec<(String, i64)> =
        sqlx::query_as("SELECT \"table\", COUNT(*) FROM pragma_foreign_key_check GROUP BY \"table\"")
            .fetch_all(connection)
            .await?;
    Ok(counts.into_iter().map(|(table, rows)| (table, rows.unsigned_abs())).collect())
}

async fn rows(connection: &mut SqliteConnection) -> Result<Rows, DatabaseError> {
    let users = sqlx::query_scalar("SELECT COUNT(*) FROM users").fetch_one(&mut *connection).await?;
    let administrators = sqlx::query_scalar(
        "SELECT COUNT(*) FROM users WHERE role = 'administrator' AND standing = 'enabled' AND password_hash <> ''",
    )
    .fetch_one(&mut *connection)
    .await?;
    let one_time: Vec<(String, i64, Option<i64>)> = sqlx::query_as(
        "SELECT holders.name, holders.created_at, MAX(audit.at) FROM users JOIN holders ON holders.id = users.id
         LEFT JOIN audit ON audit.subject = holders.name AND audit.action = 'user.reset'
         WHERE users.password_kind = 'one-time' GROUP BY holders.name, holders.created_at",
    )
    .fetch_all(&mut *connection)
    .await?;
    let since = |(name, created_at, reset_at): (String, i64, Option<i64>)| {
        let at = reset_at.unwrap_or(created_at).max(created_at);
        Ok((name, time("holders", 0, "created_at", at)?))
    };
    let webhooks = sqlx::query_scalar("SELECT url FROM webhooks WHERE standing <> 'enabled' ORDER BY url");
    let webhooks = webhooks.fetch_all(&mut *connection).await?;
    let audited_at: Option<i64> =
        sqlx::query_scalar("SELECT MAX(at) FROM audit").fetch_one(&mut *connection).await?;
    Ok(Rows {
        users,
        administrators,
        one_time: one_time.into_iter().map(since).collect::<Result<_, DatabaseError>>()?,
        webhooks,
        audited_at: audited_at.map(|at| time("audit", 0, "at", at)).transpose()?,
    })
}

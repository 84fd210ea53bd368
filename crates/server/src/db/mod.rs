//! Rows: the only place with SQL, written so that SQLite and PostgreSQL read it alike.

pub(crate) mod api_tokens;
pub(crate) mod audit;
pub(crate) mod brandings;
pub(crate) mod check_ins;
pub(crate) mod copies;
pub(crate) mod deliveries;
pub(crate) mod device_list;
pub(crate) mod devices;
pub(crate) mod drafts;
pub(crate) mod examination;
pub(crate) mod groups;
pub(crate) mod overview;
pub(crate) mod packages;
pub(crate) mod permissions;
#[cfg(test)]
mod records_tests;
pub(crate) mod removed_users;
pub(crate) mod reports;
mod search;
pub(crate) mod second_factors;
pub(crate) mod sessions;
pub(crate) mod sources;
pub(crate) mod spread;
pub(crate) mod updater_package;
pub(crate) mod user_detail;
pub(crate) mod user_imports;
pub(crate) mod user_list;
pub(crate) mod users;
pub(crate) mod webhooks;

use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, QueryBuilder, Sqlite, SqliteConnection, SqlitePool, Transaction};

/// The most connections that read at the same time.
const READERS_MAX: u32 = 4;
/// How long a connection waits for a lock that another process holds, such as a backup.
const BUSY_TIME_MAX: Duration = Duration::from_secs(10);

/// How many numbers stand in one statement; SQLite takes 32,766. Source: SQLite, "Limits", `SQLITE_MAX_VARIABLE_NUMBER`.
const IDS_AT_A_TIME: usize = 500;

/// The code of a refusal for want of room; SQLite, "Result and Error Codes", SQLITE_FULL.
const DISK_FULL: &str = "13";

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// The database: one connection writes, several read.
#[derive(Debug)]
pub(crate) struct Database {
    writer: SqlitePool,
    readers: SqlitePool,
}

/// A transaction that may write. It is rolled back unless it is committed.
pub(crate) type Writing = Transaction<'static, Sqlite>;
/// What rows are read and written through.
pub(crate) type Connection = SqliteConnection;

/// Why the database cannot do what it should.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DatabaseError {
    /// The database refuses.
    #[error(transparent)]
    Sql(#[from] sqlx::Error),
    /// The database's tables cannot be made what this version needs.
    #[error(transparent)]
    Migration(MigrateError),
    /// A newer version of the server has changed the database's tables.
    #[error("the database was changed by a newer version")]
    Newer,
    /// There is no room for the copy of the database that is made before its tables are changed.
    #[error("a copy of the database needs {needed} bytes, and there are {free}")]
    NoRoom {
        /// How many bytes the copy takes at most.
        needed: u64,
        /// How many there are.
        free: u64,
    },
    /// The copy of the database cannot be made.
    #[error(transparent)]
    Copy(std::io::Error),
    /// A row holds what no action writes.
    #[error("table {table}, row {row}: {column} holds what it cannot mean")]
    Row {
        /// The table.
        table: &'static str,
        /// The row's number.
        row: i64,
        /// The column.
        column: &'static str,
    },
}

impl DatabaseError {
    /// Whether the disk has no room for the change.
    pub(crate) fn is_full_disk(&self) -> bool {
        let Self::Sql(sqlx::Error::Database(refusal)) = self else { return false };
        refusal.code().as_deref() == Some(DISK_FULL)
    }
}

impl Database {
    /// Opens the database, makes it if it is absent, and brings its tables up to date.
    ///
    /// # Errors
    /// [`DatabaseError`], among others if a newer version has used it.
    pub(crate) async fn open(file: &Path) -> Result<Self, DatabaseError> {
        // An acknowledged change survives a power cut: with a write-ahead log that takes FULL. What is removed is overwritten
        // with zeros: who may read the file does not read removed people in it.
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .pragma("secure_delete", "on")
            .busy_timeout(BUSY_TIME_MAX);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            // A transaction that found the disk full is over for SQLite and not for the connection, which then begins no other.
            .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
            .connect_with(options.clone())
            .await?;
        copies::copy_before_migrations(&writer, file).await?;
        MIGRATIONS.run(&writer).await.map_err(|error| match error {
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => DatabaseError::Newer,
            error => DatabaseError::Migration(error),
        })?;
        let readers = SqlitePoolOptions::new()
            .max_connections(READERS_MAX)
            .connect_with(options.create_if_missing(false).pragma("query_only", "on"))
            .await?;
        Ok(Self { writer, readers })
    }

    /// Begins a transaction that may write; waits until no other one does.
    pub(crate) async fn write(&self) -> Result<Writing, DatabaseError> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// Begins to read: everything read through it is of one moment.
    pub(crate) async fn read(&self) -> Result<Transaction<'static, Sqlite>, DatabaseError> {
        Ok(self.readers.begin().await?)
    }

    /// Finds out whether rows can be read and written, and changes none.
    pub(crate) async fn probe(&self) -> Result<(), DatabaseError> {
        let mut reading = self.read().await?;
        sqlx::query("SELECT COUNT(*) FROM holders WHERE id < 0").execute(&mut *reading).await?;
        drop(reading);
        // SQLite begins to write here, and would refuse where the file or its folder may not be written.
        let mut writing = self.write().await?;
        sqlx::query("UPDATE holders SET id = id WHERE id < 0").execute(&mut *writing).await?;
        writing.rollback().await?;
        Ok(())
    }

    /// Leaves nothing in the write-ahead log: all of it is in the file, and the log is empty. While somebody reads what was before
    /// it stays; false then.
    pub(crate) async fn empty_log(&self) -> Result<bool, DatabaseError> {
        let mut writer = self.writer.acquire().await?;
        let (busy, _, _): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *writer).await?;
        Ok(busy == 0)
    }

    /// Closes all connections and leaves one file.
    pub(crate) async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// A time as RFC 3339 writes it.
fn time(table: &'static str, row: i64, column: &'static str, at: i64) -> Result<Timestamp, DatabaseError> {
    Timestamp::from_second(at).map_err(|_| DatabaseError::Row { table, row, column })
}

/// Writes numbers of rows as a list in brackets.
fn push_ids(query: &mut QueryBuilder<Sqlite>, ids: impl IntoIterator<Item = i64>) {
    let mut list = query.push("(").separated(", ");
    for id in ids {
        list.push_bind(id);
    }
    query.push(")");
}

/// A number of the database that cannot be negative.
fn unsigned(table: &'static str, row: i64, column: &'static str, value: i64) -> Result<u64, DatabaseError> {
    u64::try_from(value).map_err(|_| DatabaseError::Row { table, row, column })
}

/// A number as the database can hold it; no such number of ours comes near the limit.
fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

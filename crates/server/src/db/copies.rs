//! Copies of the database: for backups while the server works, and before its tables are changed.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, SqlitePool};

use super::{BUSY_TIME_MAX, DatabaseError, MIGRATIONS, unsigned};
use crate::disk;
use catalog::Sha256;

/// How many copies from before migrations are kept.
pub(crate) const BEFORE_KEPT: usize = 3;
/// What stands between the database's name and the number of the first migration that came after the copy.
const BEFORE: &str = ".before-";
/// How much room a copy leaves on the disk at least.
const ROOM_LEFT: u64 = 16 * 1024 * 1024;

/// The newest migration that this version knows.
pub(crate) fn newest_schema() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// Copies a database as it is at one moment to a file that is not there yet. Whoever writes meanwhile goes on.
pub(crate) async fn copy(database: &Path, into: &Path) -> Result<(), DatabaseError> {
    let options = SqliteConnectOptions::new().filename(database).busy_timeout(BUSY_TIME_MAX);
    let mut connection = options.connect().await?;
    vacuum_into(&mut connection, into).await?;
    Ok(connection.close().await?)
}

async fn vacuum_into(connection: &mut SqliteConnection, into: &Path) -> Result<(), DatabaseError> {
    // A path that is no UTF-8 would be another one for SQLite.
    let into = into.to_str().ok_or_else(|| DatabaseError::Copy(io::ErrorKind::InvalidFilename.into()))?;
    sqlx::query("VACUUM INTO $1").bind(into).execute(connection).await?;
    Ok(())
}

/// Copies the database to a file beside it, if its tables are about to be changed.
pub(super) async fn copy_before_migrations(writer: &SqlitePool, file: &Path) -> Result<(), DatabaseError> {
    let mut connection = writer.acquire().await?;
    // A database that is new has no such table, and there is nothing to lose.
    let applied = applied(&mut connection).await.unwrap_or_default();
    let is_newer = applied.iter().any(|version| !MIGRATIONS.version_exists(*version));
    let next =
        MIGRATIONS.iter().map(|migration| migration.version).find(|version| !applied.contains(version));
    let (false, false, Some(next)) = (applied.is_empty(), is_newer, next) else { return Ok(()) };
    let Some(name) = file.file_name().and_then(|name| name.to_str()) else { return Ok(()) };
    let copy = file.with_file_name(format!("{name}{BEFORE}{next:04}"));
    let part = copy.with_extension("part");
    make_room(file).map_err(DatabaseError::Copy)?;
    judge_room(file)?;
    let _ = fs::remove_file(&part);
    let made = vacuum_into(&mut connection, &part).await;
    let kept = made.and_then(|()| keep(&part, &copy).map_err(DatabaseError::Copy));
    if kept.is_err() {
        let _ = fs::remove_file(&part);
    }
    kept?;
    tracing::warn!(copy = %copy.display(), "the database is about to be changed for this version; as it was it is in the copy");
    Ok(())
}

/// The migrations that a database has seen.
pub(crate) async fn applied(connection: &mut SqliteConnection) -> Result<Vec<i64>, DatabaseError> {
    Ok(sqlx::query_scalar("SELECT version FROM _sqlx_migrations ORDER BY version")
        .fetch_all(connection)
        .await?)
}

fn keep(part: &Path, copy: &Path) -> io::Result<()> {
    File::open(part)?.sync_all()?;
    fs::rename(part, copy)?;
    #[cfg(unix)]
    if let Some(folder) = copy.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Removes the oldest copies, so that there is one less than may be kept.
fn make_room(file: &Path) -> io::Result<()> {
    let mut copies = copies_of(file)?;
    let surplus = (copies.len() + 1).saturating_sub(BEFORE_KEPT);
    copies.drain(..surplus).try_for_each(fs::remove_file)
}

/// The copies from before migrations, the oldest first.
pub(crate) fn copies_of(file: &Path) -> io::Result<Vec<PathBuf>> {
    let (Some(folder), Some(name)) = (file.parent(), file.file_name().and_then(|name| name.to_str())) else {
        return Ok(Vec::new());
    };
    let prefix = format!("{name}{BEFORE}");
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(|name| name.starts_with(&prefix)) {
            copies.push(entry.path());
        }
    }
    copies.sort();
    Ok(copies)
}

fn judge_room(file: &Path) -> Result<(), DatabaseError> {
    let needed = fs::metadata(file).map_err(DatabaseError::Copy)?.len().saturating_add(ROOM_LEFT);
    match disk::free(file).map_err(DatabaseError::Copy)? {
        Some(free) if free < needed => Err(DatabaseError::NoRoom { needed, free }),
        _ => Ok(()),
    }
}

/// What a copy says about itself: its last migration, and each package with its size.
pub(crate) async fn contents(copy: &Path) -> Result<(i64, Vec<(Sha256, u64)>), DatabaseError> {
    let mut connection = SqliteConnectOptions::new().filename(copy).read_only(true).connect().await?;
    let schema = applied(&mut connection).await?.last().copied().unwrap_or_default();
    let rows: Vec<(i64, String, i64)> =
        sqlx::query_as("SELECT id, sha256, size FROM packages WHERE url IS NULL ORDER BY id")
            .fetch_all(&mut connection)
            .await?;
    connection.close().await?;
    let read = |(row, sha256, size): (i64, String, i64)| {
        let wrong = || DatabaseError::Row { table: "packages", row, column: "sha256" };
        Ok((Sha256::parse(&sha256).map_err(|_| wrong())?, unsigned("packages", row, "size", size)?))
    };
    Ok((schema, rows.into_iter().map(read).collect::<Result<_, DatabaseError>>()?))
}

/// Whether SQLite finds nothing wrong in a database; else what it finds.
pub(crate) async fn integrity(connection: &mut SqliteConnection) -> Result<Vec<String>, DatabaseError> {
    let found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check(10)").fetch_all(connection).await?;
    Ok(found.into_iter().filter(|line| line != "ok").collect())
}

/// Whether a database that nobody has open is whole, and has just these migrations behind it.
pub(crate) async fn is_sound(database: &Path, schema: i64) -> Result<bool, DatabaseError> {
    let options = SqliteConnectOptions::new().filename(database).read_only(true).immutable(true);
    let mut connection = options.connect().await?;
    let is_whole = integrity(&mut connection).await?.is_empty();
    let is_of_schema = applied(&mut connection).await?.last() == Some(&schema);
    connection.close().await?;
    Ok(is_whole && is_of_schema)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use sqlx::ConnectOptions as _;
    use sqlx::sqlite::SqliteConnectOptions;

    use super::super::Database;
    use super::{BEFORE_KEPT, copies_of, newest_schema};

    async fn execute(file: &Path, statement: &'static str) {
        let mut connection = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
        sqlx::query(statement).execute(&mut connection).await.unwrap();
    }

    /// Forgets the last migration, as a database has it that an older version has used.
    async fn age(file: &Path) {
        Database::open(file).await.unwrap().close().await;
        execute(
            file,
            "DELETE FROM _sqlx_migrations WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)",
        )
        .await;
    }

    #[tokio::test]
    async fn a_new_database_and_one_that_is_current_are_not_copied() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("oxupdated.sqlite");
        for _ in 0..2 {
            Database::open(&file).await.unwrap().close().await;
            assert!(copies_of(&file).unwrap().is_empty());
        }
    }

    #[tokio::test]
    async fn before_tables_are_changed_there_is_a_copy_and_few_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("oxupdated.sqlite");
        age(&file).await;
        for old in ["0000", "0000a", "0000b"] {
            fs::write(folder.path().join(format!("oxupdated.sqlite.before-{old}")), "old").unwrap();
        }
        // The migration that is said to be missing has been made, and so it fails: just then the copy counts.
        assert!(Database::open(&file).await.is_err());
        let copies = copies_of(&file).unwrap();
        assert_eq!(copies.len(), BEFORE_KEPT, "{copies:?}");
        let newest = format!("oxupdated.sqlite.before-{:04}", newest_schema());
        assert!(copies.last().unwrap().ends_with(&newest), "{copies:?}");
        let mut copy = SqliteConnectOptions::new().filename(copies.last().unwrap()).connect().await.unwrap();
        assert!(super::integrity(&mut copy).await.unwrap().is_empty());
        assert!(super::applied(&mut copy).await.unwrap().last() < Some(&newest_schema()));
        // Once more: the copy that is there is no hindrance.
        assert!(Database::open(&file).await.is_err());
        assert!(fs::read_dir(folder.path()).unwrap().all(|entry| !entry.unwrap().path().ends_with("part")));
    }

    #[test]
    fn the_limit_is_told() {
        crate::reference::assert_says("operations.md", &format!("The last {BEFORE_KEPT} copies are kept"));
    }
}

//! The updater package, and the packages that can become it.

use catalog::{Platform, ProductVersion, Sha256, UpgradeCode};
use jiff::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Connection, DatabaseError, time, unsigned};
use crate::model::package::PackageId;
use crate::model::updater_package::{Signature, StoredPackage, UpdaterPackage};

const TABLE: &str = "updater_package";

/// Reads all packages, on offer or not. One that no product could be made of is left out.
pub(crate) async fn stored(connection: &mut Connection) -> Result<Vec<StoredPackage>, DatabaseError> {
    let rows =
        sqlx::query("SELECT packages.* FROM packages ORDER BY packages.id").fetch_all(connection).await?;
    Ok(rows.iter().filter_map(|row| package(row).ok()).collect())
}

/// Reads the updater package. One that cannot be read is none, with a line in the log.
pub(crate) async fn load(connection: &mut Connection) -> Result<Option<UpdaterPackage>, DatabaseError> {
    let row = sqlx::query(
        "SELECT packages.*, updater_package.set_at, updater_package.set_by
         FROM updater_package JOIN packages ON packages.id = updater_package.package_id",
    );
    let Some(row) = row.fetch_optional(connection).await? else { return Ok(None) };
    match updater(&row) {
        Ok(updater) => Ok(Some(updater)),
        Err(DatabaseError::Row { table, row, column }) => {
            tracing::error!(table, row, column, "the updater package cannot be read and is not served");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Makes a package the updater package, in place of the one before.
pub(crate) async fn set(
    connection: &mut Connection,
    package: PackageId,
    by: &str,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "INSERT INTO updater_package (place, package_id, set_at, set_by) VALUES (1, $1, $2, $3)
         ON CONFLICT (place) DO UPDATE SET package_id = $1, set_at = $2, set_by = $3",
    )
    .bind(package.0)
    .bind(at.as_second())
    .bind(by)
    .execute(connection)
    .await?;
    Ok(())
}

/// Leaves no package the updater package.
pub(crate) async fn unset(connection: &mut Connection) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM updater_package").execute(connection).await?;
    Ok(())
}

fn updater(row: &SqliteRow) -> Result<UpdaterPackage, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    Ok(UpdaterPackage {
        package: package(row)?,
        set_at: time(TABLE, id, "set_at", row.try_get("set_at")?)?,
        set_by: row.try_get("set_by")?,
    })
}

fn package(row: &SqliteRow) -> Result<StoredPackage, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let wrong = |column| DatabaseError::Row { table: "packages", row: id, column };
    let platform: Option<&str> = row.try_get("platform")?;
    let signed: bool = row.try_get("signed")?;
    Ok(StoredPackage {
        id: PackageId(id),
        name: row.try_get("product_name")?,
        version: ProductVersion::parse(row.try_get("product_version")?)
            .map_err(|_| wrong("product_version"))?,
        upgrade_code: UpgradeCode::parse(row.try_get("upgrade_code")?).map_err(|_| wrong("upgrade_code"))?,
        platform: platform.map(Platform::parse).transpose().map_err(|_| wrong("platform"))?,
        sha256: Sha256::parse(row.try_get("sha256")?).map_err(|_| wrong("sha256"))?,
        size: unsigned("packages", id, "size", row.try_get("size")?)?,
        signature: if signed { Signature::Signed } else { Signature::Unsigned },
    })
}

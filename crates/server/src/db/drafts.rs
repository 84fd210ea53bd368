//! Drafts: what is written so far about packages that were received.

use catalog::{Digests, Md5, Sha256};
use jiff::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::packages::metadata;
use super::{Connection, DatabaseError, time, unsigned};
use crate::model::draft::{Draft, DraftId, Origin};
use crate::model::listing::WrittenListing;
use crate::model::package::PackageId;
use crate::model::permission::{Permission, Permissions};

const TABLE: &str = "drafts";

/// Selects drafts with their packages: `id` is the package's, `draft_id` the draft's.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT drafts.id AS draft_id, drafts.revision, drafts.origin_kind, drafts.origin, drafts.listing, ",
            "drafts.required, drafts.received_at, drafts.received_by, drafts.changed_at, drafts.changed_by, packages.* ",
            "FROM drafts JOIN packages ON packages.id = drafts.package_id ",
            $rest
        )
    };
}

/// Adds a draft of a package.
pub(crate) async fn insert(
    connection: &mut Connection,
    package: PackageId,
    origin: &Origin,
    listing: &WrittenListing,
    required: &Permissions,
    by: &str,
    at: Timestamp,
) -> Result<DraftId, DatabaseError> {
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO drafts (package_id, revision, origin_kind, origin, listing, required, received_at, received_by,
                             changed_at, changed_by)
         VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $6, $7) RETURNING id",
    )
    .bind(package.0)
    .bind(origin.kind())
    .bind(origin.as_str())
    .bind(json(listing)?)
    .bind(joined(required))
    .bind(at.as_second())
    .bind(by)
    .fetch_one(connection)
    .await?;
    Ok(DraftId(id))
}

/// Writes down that a draft's bytes come from somewhere else now.
pub(crate) async fn set_origin(
    connection: &mut Connection,
    id: DraftId,
    origin: &Origin,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE drafts SET revision = revision + 1, origin_kind = $2, origin = $3 WHERE id = $1")
        .bind(id.0)
        .bind(origin.kind())
        .bind(origin.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// Puts what is written now in the place of what was written before.
pub(crate) async fn save(
    connection: &mut Connection,
    id: DraftId,
    listing: &WrittenListing,
    required: &Permissions,
    by: &str,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "UPDATE drafts SET revision = revision + 1, listing = $2, required = $3, changed_at = $4, changed_by = $5
         WHERE id = $1",
    )
    .bind(id.0)
    .bind(json(listing)?)
    .bind(joined(required))
    .bind(at.as_second())
    .bind(by)
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes the draft of a package, if there is one; the package stays.
pub(crate) async fn delete(connection: &mut Connection, package: PackageId) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM drafts WHERE package_id = $1").bind(package.0).execute(connection).await?;
    Ok(())
}

/// Reads a draft.
pub(crate) async fn find(connection: &mut Connection, id: DraftId) -> Result<Option<Draft>, DatabaseError> {
    let row = sqlx::query(select!("WHERE drafts.id = $1")).bind(id.0).fetch_optional(connection);
    row.await?.as_ref().map(draft).transpose()
}

/// Reads the draft of a package.
pub(crate) async fn of_package(
    connection: &mut Connection,
    package: PackageId,
) -> Result<Option<Draft>, DatabaseError> {
    let row = sqlx::query(select!("WHERE drafts.package_id = $1")).bind(package.0);
    row.fetch_optional(connection).await?.as_ref().map(draft).transpose()
}

/// Reads all drafts, the newest first. One that cannot be read is left out, with a line in the log: the others stay.
pub(crate) async fn list(connection: &mut Connection) -> Result<Vec<Draft>, DatabaseError> {
    let rows = sqlx::query(select!("ORDER BY drafts.id DESC")).fetch_all(connection).await?;
    let mut drafts = Vec::new();
    for row in &rows {
        match draft(row) {
            Ok(draft) => drafts.push(draft),
            Err(DatabaseError::Row { table, row, column }) => {
                tracing::error!(table, row, column, "a draft cannot be read");
            }
            Err(error) => return Err(error),
        }
    }
    Ok(drafts)
}

/// Counts the drafts.
pub(crate) async fn count(connection: &mut Connection) -> Result<u64, DatabaseError> {
    let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM drafts").fetch_one(connection).await?;
    unsigned(TABLE, 0, "id", count)
}

fn draft(row: &SqliteRow) -> Result<Draft, DatabaseError> {
    let id: i64 = row.try_get("draft_id")?;
    let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
    let origin: String = row.try_get("origin")?;
    let listing: &str = row.try_get("listing")?;
    let required: &str = row.try_get("required")?;
    let required: Result<Permissions, _> = required.split_whitespace().map(Permission::parse).collect();
    Ok(Draft {
        id: DraftId(id),
        package: PackageId(row.try_get("id")?),
        revision: row.try_get("revision")?,
        metadata: metadata(row)?,
        digests: Digests {
            size: unsigned(TABLE, id, "size", row.try_get("size")?)?,
            md5: Md5::parse(row.try_get("md5")?).map_err(|_| wrong("md5"))?,
            sha256: Sha256::parse(row.try_get("sha256")?).map_err(|_| wrong("sha256"))?,
        },
        file_name: row.try_get("file_name")?,
        origin: match row.try_get("origin_kind")? {
            "url" => Origin::Url(origin),
            _ => Origin::Upload(origin),
        },
        listing: serde_json::from_str(listing).map_err(|_| wrong("listing"))?,
        required: required.map_err(|_| wrong("required"))?,
        received_at: time(TABLE, id, "received_at", row.try_get("received_at")?)?,
        received_by: row.try_get("received_by")?,
        changed_at: time(TABLE, id, "changed_at", row.try_get("changed_at")?)?,
        changed_by: row.try_get("changed_by")?,
    })
}

fn json(listing: &WrittenListing) -> Result<String, DatabaseError> {
    let wrong = |_| DatabaseError::Row { table: TABLE, row: 0, column: "listing" };
    serde_json::to_string(listing).map_err(wrong)
}

fn joined(required: &Permissions) -> String {
    required.iter().map(Permission::as_str).collect::<Vec<_>>().join(" ")
}

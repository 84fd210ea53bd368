//! Packages, their listings and the permissions that they require.

use std::collections::{HashMap, HashSet};

use catalog::msi::{Metadata, Payload};
use catalog::{
    Digests, Icon, Importance, InstallParams, Listing, Locale, Md5, Platform, Product, ReleaseDate, Scope,
    Sha256, listing,
};
use jiff::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Connection, DatabaseError, signed, time, unsigned};
use crate::model::branding::BrandingName;
use crate::model::package::{NewPackage, Package, PackageId};
use crate::model::permission::{Permission, Permissions};

const TABLE: &str = "packages";

/// Adds a package with its listing.
pub(crate) async fn insert(
    connection: &mut Connection,
    package: &NewPackage,
    at: Timestamp,
) -> Result<PackageId, DatabaseError> {
    let id = insert_unlisted(
        connection,
        &package.metadata,
        &package.digests,
        &package.file_name,
        package.url.as_deref(),
    )
    .await?;
    set_listing(connection, id, package, at).await?;
    Ok(id)
}

/// Adds a package without a listing: it is in no snapshot.
pub(crate) async fn insert_unlisted(
    connection: &mut Connection,
    metadata: &Metadata,
    digests: &Digests,
    file_name: &str,
    url: Option<&str>,
) -> Result<PackageId, DatabaseError> {
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO packages (sha256, md5, size, file_name, product_name, product_version, upgrade_code, product_code,
                               manufacturer, language, platform, scope, code_page, signed, url)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id",
    )
    .bind(digests.sha256.to_string())
    .bind(digests.md5.to_string())
    .bind(signed(digests.size))
    .bind(file_name)
    .bind(&metadata.product_name)
    .bind(&metadata.product_version)
    .bind(metadata.upgrade_code.as_deref().unwrap_or_default())
    .bind(&metadata.product_code)
    .bind(&metadata.manufacturer)
    .bind(&metadata.language)
    .bind(metadata.platform.map(Platform::as_str))
    .bind(metadata.scope.as_str())
    .bind(i64::from(metadata.code_page))
    .bind(metadata.signed)
    .bind(url)
    .fetch_one(connection)
    .await?;
    Ok(PackageId(id))
}

/// Writes down where a package's bytes stay; `None`: here.
pub(crate) async fn set_url(
    connection: &mut Connection,
    id: PackageId,
    url: Option<&str>,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE packages SET url = $2 WHERE id = $1")
        .bind(id.0)
        .bind(url)
        .execute(connection)
        .await?;
    Ok(())
}

/// Publishes a package: gives it this listing in place of the one that it may have.
pub(crate) async fn set_listing(
    connection: &mut Connection,
    id: PackageId,
    package: &NewPackage,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    for statement in [
        "DELETE FROM required_permissions WHERE package_id = $1",
        "DELETE FROM listings WHERE package_id = $1",
    ] {
        sqlx::query(statement).bind(id.0).execute(&mut *connection).await?;
    }
    let said = &package.listing;
    sqlx::query(
        "INSERT INTO listings (package_id, name, info_url, icon, install_params, importance, release_date, description,
                               release_notes, requires, close_first, published_at, published_by, withdrawn_at,
                               locale, branding)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, NULL, $14, $15)",
    )
    .bind(id.0)
    .bind(&said.name)
    .bind(&said.info_url)
    .bind(said.icon.as_ref().map(Icon::as_bytes))
    .bind(said.install_params.to_string())
    .bind(said.importance.to_wire().parse::<i64>().unwrap_or_default())
    .bind(said.release_date.as_ref().map(ToString::to_string))
    .bind(&said.description)
    .bind(&said.release_notes)
    .bind(&said.requires)
    .bind(said.close_first.join(";"))
    .bind(at.as_second())
    .bind(&package.published_by)
    .bind(package.locale.as_ref().map(ToString::to_string))
    .bind(package.branding.as_ref().map(BrandingName::as_str))
    .execute(&mut *connection)
    .await?;
    for permission in &package.required {
        sqlx::query("INSERT INTO required_permissions (package_id, permission) VALUES ($1, $2)")
            .bind(id.0)
            .bind(permission.as_str())
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Marks a package as withdrawn.
pub(crate) async fn withdraw(
    connection: &mut Connection,
    id: PackageId,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE listings SET withdrawn_at = $2 WHERE package_id = $1")
        .bind(id.0)
        .bind(at.as_second())
        .execute(connection)
        .await?;
    Ok(())
}

/// Reads all packages. A row that holds what no action writes is left out, with a line in the log: the others stay.
pub(crate) async fn load(connection: &mut Connection) -> Result<Vec<Package>, DatabaseError> {
    let mut required: HashMap<i64, Permissions> = HashMap::new();
    let rows = sqlx::query_as::<_, (i64, String)>("SELECT package_id, permission FROM required_permissions");
    for (package, permission) in rows.fetch_all(&mut *connection).await? {
        let wrong = |_| DatabaseError::Row { table: TABLE, row: package, column: "permission" };
        required.entry(package).or_default().insert(Permission::parse(&permission).map_err(wrong)?);
    }
    let rows = sqlx::query(
        "SELECT * FROM packages JOIN listings ON listings.package_id = packages.id ORDER BY packages.id",
    );
    let mut packages = Vec::new();
    for row in rows.fetch_all(connection).await? {
        let id: i64 = row.try_get("id")?;
        match package(&row, required.remove(&id).unwrap_or_default()) {
            Ok(package) => packages.push(package),
            Err(DatabaseError::Row { table, row, column }) => {
                tracing::error!(table, row, column, "a package cannot be read and is not offered");
            }
            Err(error) => return Err(error),
        }
    }
    Ok(packages)
}

fn package(row: &SqliteRow, required: Permissions) -> Result<Package, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
    let sha256 = Sha256::parse(row.try_get("sha256")?).map_err(|_| wrong("sha256"))?;
    let md5 = Md5::parse(row.try_get("md5")?).map_err(|_| wrong("md5"))?;
    let size = unsigned(TABLE, id, "size", row.try_get("size")?)?;
    let digests = Digests { size, md5, sha256 };
    let file_name: String = row.try_get("file_name")?;
    let metadata = metadata(row)?;
    let url: Option<String> = row.try_get("url")?;
    let made = listing::product(&metadata, &digests, url.as_deref().unwrap_or(&file_name), listing_of(row)?);
    let withdrawn_at: Option<i64> = row.try_get("withdrawn_at")?;
    let (locale, branding): (Option<&str>, Option<&str>) = (row.try_get("locale")?, row.try_get("branding")?);
    Ok(Package {
        id: PackageId(id),
        product: made.map_err(|_| wrong("listing"))?,
        metadata,
        sha256,
        size,
        file_name,
        url,
        required,
        locale: locale.map(Locale::parse).transpose().map_err(|_| wrong("locale"))?,
        branding: branding.map(str::parse).transpose().map_err(|_| wrong("branding"))?,
        published_at: time(TABLE, id, "published_at", row.try_get("published_at")?)?,
        published_by: row.try_get("published_by")?,
        withdrawn_at: withdrawn_at.map(|at| time(TABLE, id, "withdrawn_at", at)).transpose()?,
    })
}

/// What the MSI says, of a row with the columns of `packages`.
pub(super) fn metadata(row: &SqliteRow) -> Result<Metadata, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
    let platform: Option<&str> = row.try_get("platform")?;
    Ok(Metadata {
        product_name: row.try_get("product_name")?,
        product_version: row.try_get("product_version")?,
        upgrade_code: Some(row.try_get("upgrade_code")?),
        product_code: row.try_get("product_code")?,
        manufacturer: row.try_get("manufacturer")?,
        language: row.try_get("language")?,
        platform: platform.map(Platform::parse).transpose().map_err(|_| wrong("platform"))?,
        scope: Scope::parse(row.try_get("scope")?).map_err(|_| wrong("scope"))?,
        code_page: u32::try_from(row.try_get::<i64, _>("code_page")?).map_err(|_| wrong("code_page"))?,
        signed: row.try_get("signed")?,
        // No other is ever published.
        payload: Payload::Embedded,
    })
}

fn listing_of(row: &SqliteRow) -> Result<Listing, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let wrong = |column| DatabaseError::Row { table: "listings", row: id, column };
    let icon: Option<Vec<u8>> = row.try_get("icon")?;
    let importance: i64 = row.try_get("importance")?;
    let release_date: Option<&str> = row.try_get("release_date")?;
    let close_first: &str = row.try_get("close_first")?;
    let kept = InstallParams::parse_kept(row.try_get("install_params")?);
    let (install_params, left_out) = kept.map_err(|_| wrong("install_params"))?;
    if !left_out.is_empty() {
        tracing::warn!(
            listing = id,
            properties = left_out.join(", "),
            "properties of install params are refused by now, and left out"
        );
    }
    Ok(Listing {
        name: row.try_get("name")?,
        info_url: row.try_get("info_url")?,
        icon: icon.map(Icon::new).transpose().map_err(|_| wrong("icon"))?,
        install_params,
        importance: Importance::from_wire(&importance.to_string()).map_err(|_| wrong("importance"))?,
        release_date: release_date.and_then(ReleaseDate::parse),
        description: row.try_get("description")?,
        release_notes: row.try_get("release_notes")?,
        requires: row.try_get("requires")?,
        close_first: close_first.split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
    })
}

/// The number of the package with these bytes, whether it was ever published or is only a draft.
pub(crate) async fn find(
    connection: &mut Connection,
    sha256: &Sha256,
) -> Result<Option<PackageId>, DatabaseError> {
    let id = sqlx::query_scalar("SELECT id FROM packages WHERE sha256 = $1").bind(sha256.to_string());
    Ok(id.fetch_optional(connection).await?.map(PackageId))
}

/// Whether a package's file has this name on the wire.
pub(crate) async fn has_file_name(
    connection: &mut Connection,
    file_name: &str,
) -> Result<bool, DatabaseError> {
    let found = sqlx::query_scalar::<_, i64>("SELECT id FROM packages WHERE file_name = $1").bind(file_name);
    Ok(found.fetch_optional(connection).await?.is_some())
}

/// Whether a package is for this branding alone, offered, withdrawn or a draft.
pub(crate) async fn is_any_for(
    connection: &mut Connection,
    branding: &BrandingName,
) -> Result<bool, DatabaseError> {
    let found = sqlx::query_scalar::<_, i64>("SELECT package_id FROM listings WHERE branding = $1 LIMIT 1");
    Ok(found.bind(branding.as_str()).fetch_optional(connection).await?.is_some())
}

/// Whether a package was published once, and may be withdrawn by now.
pub(crate) async fn has_listing(connection: &mut Connection, id: PackageId) -> Result<bool, DatabaseError> {
    let found =
        sqlx::query_scalar::<_, i64>("SELECT package_id FROM listings WHERE package_id = $1").bind(id.0);
    Ok(found.fetch_optional(connection).await?.is_some())
}

/// Removes a package with all that is said about it.
pub(crate) async fn delete(connection: &mut Connection, id: PackageId) -> Result<(), DatabaseError> {
    for statement in [
        "DELETE FROM required_permissions WHERE package_id = $1",
        "DELETE FROM listings WHERE package_id = $1",
        "DELETE FROM drafts WHERE package_id = $1",
        "DELETE FROM packages WHERE id = $1",
    ] {
        sqlx::query(statement).bind(id.0).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Counts the devices on which this version is installed, by what they told last, and the reports of its installs.
pub(crate) async fn dependents(
    connection: &mut Connection,
    product: &Product,
) -> Result<(u64, u64), DatabaseError> {
    let mut counts = [0; 2];
    for (count, statement) in counts.iter_mut().zip([
        "SELECT COUNT(DISTINCT device_id) FROM checked_products
         WHERE upgrade_code = $1 AND version = $2 AND (platform = $3 OR platform IS NULL OR $3 IS NULL)",
        "SELECT COUNT(*) FROM reports
         WHERE upgrade_code = $1 AND to_version = $2 AND (platform = $3 OR platform IS NULL OR $3 IS NULL)",
    ]) {
        let counted: i64 = sqlx::query_scalar(statement)
            .bind(product.upgrade_code.to_string())
            .bind(product.version.as_str())
            .bind(product.platform.map(Platform::as_str))
            .fetch_one(&mut *connection)
            .await?;
        *count = unsigned(TABLE, 0, "id", counted)?;
    }
    let [devices, reports] = counts;
    Ok((devices, reports))
}

/// Reads what the bytes of all packages are known by, withdrawn ones and those that cannot be offered among them.
pub(crate) async fn known(connection: &mut Connection) -> Result<HashSet<Sha256>, DatabaseError> {
    let rows = sqlx::query_as::<_, (i64, String)>("SELECT id, sha256 FROM packages");
    let read = |(row, written): (i64, String)| {
        Sha256::parse(&written).map_err(|_| DatabaseError::Row { table: TABLE, row, column: "sha256" })
    };
    rows.fetch_all(connection).await?.into_iter().map(read).collect()
}

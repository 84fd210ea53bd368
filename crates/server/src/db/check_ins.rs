//! The last check-in of each device.

use catalog::check_in::{CheckIn, CheckedProduct, InstalledContext, InstalledVersion};
use catalog::{Platform, ProductVersion, UpgradeCode};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Row, Sqlite};

use super::{Connection, DatabaseError, time};
use crate::model::device::{CheckInLine, DeviceId};

const TABLE: &str = "check_ins";
/// How many rows are written by one statement: each has six values, of which a statement may have 32,766.
/// Source: SQLite, "Limits", `SQLITE_MAX_VARIABLE_NUMBER`.
const ROWS_AT_A_TIME: usize = 1_000;

/// One row of a check-in's products.
type ProductRow<'a> = (i64, &'a CheckedProduct, Option<&'a InstalledVersion>);

/// Puts a check-in in the place of the device's last one.
pub(crate) async fn replace(
    connection: &mut Connection,
    device: DeviceId,
    check_in: &CheckIn,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM check_ins WHERE device_id = $1")
        .bind(device.0)
        .execute(&mut *connection)
        .await?;
    sqlx::query(
        "INSERT INTO check_ins (device_id, windows_version, platform, client_version, received_at)
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(device.0)
    .bind(&check_in.windows_version)
    .bind(check_in.platform.as_str())
    .bind(&check_in.client_version)
    .bind(at.as_second())
    .execute(&mut *connection)
    .await?;
    for rows in rows(check_in).chunks(ROWS_AT_A_TIME) {
        let mut insert = QueryBuilder::<Sqlite>::new(
            "INSERT INTO checked_products (device_id, place, upgrade_code, platform, version, context) ",
        );
        insert.push_values(rows, |mut row, (place, product, installed)| {
            row.push_bind(device.0)
                .push_bind(*place)
                .push_bind(product.upgrade_code.to_string())
                .push_bind(product.platform.map(Platform::as_str))
                .push_bind(installed.map(|installed| installed.version.as_str()))
                .push_bind(installed.map(|installed| installed.context.as_str()));
        });
        insert.build().execute(&mut *connection).await?;
    }
    Ok(())
}

fn rows(check_in: &CheckIn) -> Vec<ProductRow<'_>> {
    let places = (0_i64..).zip(&check_in.products);
    places
        .flat_map(|(place, product)| {
            let none = product.installed.is_empty().then_some((place, product, None));
            none.into_iter().chain(product.installed.iter().map(move |one| (place, product, Some(one))))
        })
        .collect()
}

/// The check-in in a row of devices joined with check-ins; `None` if the device has sent none.
pub(crate) fn line(row: &SqliteRow) -> Result<Option<CheckInLine>, DatabaseError> {
    let Some(received_at) = row.try_get("received_at")? else { return Ok(None) };
    let id: i64 = row.try_get("id")?;
    Ok(Some(CheckInLine {
        received_at: time(TABLE, id, "received_at", received_at)?.to_string(),
        windows_version: row.try_get("windows_version")?,
        platform: row.try_get("platform")?,
        client_version: row.try_get("client_version")?,
        products: None,
    }))
}

/// Reads the products of a device's last check-in, in the order in which they were told.
pub(crate) async fn products(
    connection: &mut Connection,
    device: DeviceId,
) -> Result<Vec<CheckedProduct>, DatabaseError> {
    let rows = sqlx::query_as::<_, (i64, String, Option<String>, Option<String>, Option<String>)>(
        "SELECT place, upgrade_code, platform, version, context FROM checked_products
         WHERE device_id = $1 ORDER BY place",
    );
    let mut products: Vec<(i64, CheckedProduct)> = Vec::new();
    for (place, upgrade_code, platform, version, context) in rows.bind(device.0).fetch_all(connection).await?
    {
        let wrong = |column| DatabaseError::Row { table: "checked_products", row: device.0, column };
        if products.last().is_none_or(|(last, _)| *last != place) {
            let platform = platform.map(|platform| Platform::parse(&platform));
            let product = CheckedProduct {
                upgrade_code: UpgradeCode::parse(&upgrade_code).map_err(|_| wrong("upgrade_code"))?,
                platform: platform.transpose().map_err(|_| wrong("platform"))?,
                installed: Vec::new(),
            };
            products.push((place, product));
        }
        let (Some(version), Some((_, product))) = (version, products.last_mut()) else { continue };
        product.installed.push(InstalledVersion {
            version: ProductVersion::parse(&version).map_err(|_| wrong("version"))?,
            context: match context.as_deref() {
                Some("machine") => InstalledContext::Machine,
                Some("user") => InstalledContext::User,
                _ => return Err(wrong("context")),
            },
        });
    }
    Ok(products.into_iter().map(|(_, product)| product).collect())
}

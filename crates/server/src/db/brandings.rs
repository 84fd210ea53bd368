//! Brandings: what they say of products, and whose users see them.

use std::collections::HashMap;

use catalog::{Icon, ProductVersion, UpgradeCode};
use jiff::Timestamp;
use sqlx::{QueryBuilder, Row, Sqlite};

use super::{Connection, DatabaseError, IDS_AT_A_TIME, push_ids, time};
use crate::model::branding::{BrandedProduct, Branding, BrandingName, Brandings};
use crate::model::user::UserId;

const TABLE: &str = "brandings";

/// Adds a branding; the caller has made sure that the name is free.
pub(crate) async fn insert(
    connection: &mut Connection,
    name: &BrandingName,
    shown_name: &str,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query("INSERT INTO brandings (name, shown_name, created_at) VALUES ($1, $2, $3)")
        .bind(name.as_str())
        .bind(shown_name)
        .bind(at.as_second())
        .execute(connection)
        .await?;
    Ok(())
}

/// Changes what people call a branding.
pub(crate) async fn rename(
    connection: &mut Connection,
    name: &BrandingName,
    shown_name: &str,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE brandings SET shown_name = $2 WHERE name = $1")
        .bind(name.as_str())
        .bind(shown_name)
        .execute(connection)
        .await?;
    Ok(())
}

/// Removes a branding with what it says of products; its groups stay.
pub(crate) async fn delete(connection: &mut Connection, name: &BrandingName) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM brandings WHERE name = $1").bind(name.as_str()).execute(connection).await?;
    Ok(())
}

/// Reads all brandings with what they say of products.
pub(crate) async fn load(connection: &mut Connection) -> Result<Brandings, DatabaseError> {
    let mut brandings = Brandings::default();
    let rows = sqlx::query_as::<_, (String, String)>("SELECT name, shown_name FROM brandings");
    for (name, shown_name) in rows.fetch_all(&mut *connection).await? {
        let name = read_name(&name)?;
        brandings.0.insert(name, Branding { shown_name, ..Branding::default() });
    }
    let rows = sqlx::query("SELECT rowid AS id, * FROM branded_products").fetch_all(connection).await?;
    for row in rows {
        let wrong = |column| DatabaseError::Row { table: "branded_products", row: 0, column };
        let branding = read_name(row.try_get("branding")?)?;
        let code = UpgradeCode::parse(row.try_get("upgrade_code")?).map_err(|_| wrong("upgrade_code"))?;
        let icon: Option<Vec<u8>> = row.try_get("icon")?;
        let version: Option<&str> = row.try_get("minimum_version")?;
        let said = BrandedProduct {
            name: row.try_get("name")?,
            icon: icon.map(Icon::new).transpose().map_err(|_| wrong("icon"))?,
            info_url: row.try_get("info_url")?,
            minimum_version: version
                .map(ProductVersion::parse)
                .transpose()
                .map_err(|_| wrong("minimum_version"))?,
        };
        if let Some(branding) = brandings.0.get_mut(&branding) {
            branding.products.insert(code, said);
        }
    }
    Ok(brandings)
}

/// When each branding was added.
pub(crate) async fn created_at(
    connection: &mut Connection,
) -> Result<HashMap<BrandingName, Timestamp>, DatabaseError> {
    let rows = sqlx::query_as::<_, (String, i64)>("SELECT name, created_at FROM brandings");
    let rows = rows.fetch_all(connection).await?;
    rows.into_iter().map(|(name, at)| Ok((read_name(&name)?, time(TABLE, 0, "created_at", at)?))).collect()
}

/// Puts what a branding says of a product in the place of what it said before.
pub(crate) async fn set_product(
    connection: &mut Connection,
    branding: &BrandingName,
    code: UpgradeCode,
    said: &BrandedProduct,
) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM branded_products WHERE branding = $1 AND upgrade_code = $2")
        .bind(branding.as_str())
        .bind(code.to_string())
        .execute(&mut *connection)
        .await?;
    if *said == BrandedProduct::default() {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO branded_products (branding, upgrade_code, name, icon, info_url, minimum_version)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(branding.as_str())
    .bind(code.to_string())
    .bind(&said.name)
    .bind(said.icon.as_ref().map(Icon::as_bytes))
    .bind(&said.info_url)
    .bind(said.minimum_version.as_ref().map(ProductVersion::as_str))
    .execute(connection)
    .await?;
    Ok(())
}

/// Has the users of a group see a branding, or none.
pub(crate) async fn assign(
    connection: &mut Connection,
    group: i64,
    branding: Option<&BrandingName>,
) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM branded_groups WHERE group_id = $1")
        .bind(group)
        .execute(&mut *connection)
        .await?;
    if let Some(branding) = branding {
        sqlx::query("INSERT INTO branded_groups (group_id, branding) VALUES ($1, $2)")
            .bind(group)
            .bind(branding.as_str())
            .execute(connection)
            .await?;
    }
    Ok(())
}

/// The branding of a group.
pub(crate) async fn of_group(
    connection: &mut Connection,
    group: i64,
) -> Result<Option<BrandingName>, DatabaseError> {
    let found = sqlx::query_scalar::<_, String>("SELECT branding FROM branded_groups WHERE group_id = $1");
    let found = found.bind(group).fetch_optional(connection).await?;
    found.map(|name| read_name(&name)).transpose()
}

/// The groups whose users see a branding: numbers and names, by name.
pub(crate) async fn groups(
    connection: &mut Connection,
    branding: &BrandingName,
) -> Result<Vec<(i64, String)>, DatabaseError> {
    let rows = sqlx::query_as::<_, (i64, String)>(
        "SELECT holders.id, holders.name FROM branded_groups JOIN holders ON holders.id = branded_groups.group_id
         WHERE branding = $1 ORDER BY holders.name_key",
    );
    Ok(rows.bind(branding.as_str()).fetch_all(connection).await?)
}

/// All brandings of a user's groups, the one that the user sees first.
pub(crate) async fn of_user(
    connection: &mut Connection,
    user: UserId,
) -> Result<Vec<BrandingName>, DatabaseError> {
    let rows = sqlx::query_scalar::<_, String>(
        "SELECT DISTINCT branding FROM branded_groups JOIN members ON members.group_id = branded_groups.group_id
         WHERE members.user_id = $1 ORDER BY branding",
    );
    let rows = rows.bind(user.0).fetch_all(connection).await?;
    rows.iter().map(|name| read_name(name)).collect()
}

const SEEN: &str = "SELECT members.user_id, MIN(branding) AS branding FROM branded_groups
     JOIN members ON members.group_id = branded_groups.group_id";

/// Which branding each user sees who sees one.
pub(crate) async fn of_users(
    connection: &mut Connection,
) -> Result<HashMap<UserId, BrandingName>, DatabaseError> {
    let mut query = QueryBuilder::<Sqlite>::new(SEEN);
    query.push(" GROUP BY members.user_id");
    seen(connection, query).await
}

/// Which branding these users see, of those who see one.
pub(crate) async fn of_some_users(
    connection: &mut Connection,
    ids: &[UserId],
) -> Result<HashMap<UserId, BrandingName>, DatabaseError> {
    let mut all = HashMap::new();
    for ids in ids.chunks(IDS_AT_A_TIME) {
        let mut query = QueryBuilder::<Sqlite>::new(SEEN);
        push_ids(query.push(" WHERE members.user_id IN "), ids.iter().map(|id| id.0));
        query.push(" GROUP BY members.user_id");
        all.extend(seen(connection, query).await?);
    }
    Ok(all)
}

async fn seen(
    connection: &mut Connection,
    mut query: QueryBuilder<Sqlite>,
) -> Result<HashMap<UserId, BrandingName>, DatabaseError> {
    let rows: Vec<(i64, String)> = query.build_query_as().fetch_all(connection).await?;
    rows.into_iter().map(|(user, name)| Ok((UserId(user), read_name(&name)?))).collect()
}

fn read_name(written: &str) -> Result<BrandingName, DatabaseError> {
    written.parse().map_err(|_| DatabaseError::Row { table: TABLE, row: 0, column: "name" })
}

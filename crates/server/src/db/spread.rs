//! How many devices have which version: now, and on each day that was counted.

use catalog::report::OutcomeKind;
use catalog::{Family, Platform, UpgradeCode};
use jiff::civil::Date;

use super::search::{Statement, push_in};
use super::{Connection, DatabaseError};
use crate::model::spread::{Installed, InstalledCount, Spread, SpreadDay, VersionCount};

const TABLE: &str = "spread";
/// What stands for versions that are too rare to be told one by one.
const OTHER: &str = "*";
/// How many rows are written by one statement.
const ROWS_AT_A_TIME: usize = 1_000;

/// Counts the enrolled devices by what they last told to be installed: of each family, or of one.
pub(crate) async fn count(
    connection: &mut Connection,
    family: Option<Family>,
) -> Result<Vec<InstalledCount>, DatabaseError> {
    let mut counts = count_plain(connection, family).await?;
    counts.extend(count_several(connection, family).await?);
    Ok(counts)
}

/// Adds what enrolled devices told, of one family where one is given, device by device.
fn push_told(statement: &mut Statement, family: Option<Family>) {
    statement.push(
        " FROM checked_products JOIN devices ON devices.id = checked_products.device_id
          WHERE devices.revoked_at IS NULL",
    );
    if let Some(family) = family {
        statement.push(" AND checked_products.upgrade_code = ").push_bind(family.upgrade_code.to_string());
        statement.push(" AND COALESCE(checked_products.platform, '') = ").push_bind(platform(family));
    }
    statement.push(
        " GROUP BY checked_products.upgrade_code, checked_products.platform, checked_products.device_id",
    );
}

/// Those that have one version, or none: nearly all; the database adds them up.
async fn count_plain(
    connection: &mut Connection,
    family: Option<Family>,
) -> Result<Vec<InstalledCount>, DatabaseError> {
    let mut statement = Statement::new(
        "SELECT upgrade_code, platform, version, COUNT(*) FROM (
         SELECT checked_products.upgrade_code, checked_products.platform, MIN(checked_products.version) AS version",
    );
    push_told(&mut statement, family);
    statement.push(
        " HAVING COUNT(checked_products.version) < 2) AS told GROUP BY upgrade_code, platform, version",
    );
    let rows = statement.build_query_as::<(String, Option<String>, Option<String>, i64)>();
    let count = |(code, platform, version, devices): (String, Option<String>, Option<String>, i64)| {
        let family = read(&code, platform.as_deref())?;
        Ok(InstalledCount { family, versions: version.into_iter().collect(), devices: unsigned(devices) })
    };
    rows.fetch_all(connection).await?.into_iter().map(count).collect()
}

/// Those that have several versions, device by device: which is the highest is not for the database to say.
async fn count_several(
    connection: &mut Connection,
    family: Option<Family>,
) -> Result<Vec<InstalledCount>, DatabaseError> {
    let mut statement = Statement::new(
        "SELECT product.upgrade_code, product.platform, product.device_id, product.version
         FROM checked_products AS product JOIN (
         SELECT checked_products.upgrade_code, checked_products.platform, checked_products.device_id",
    );
    push_told(&mut statement, family);
    statement.push(
        " HAVING COUNT(checked_products.version) > 1) AS told
         ON told.device_id = product.device_id AND told.upgrade_code = product.upgrade_code
            AND COALESCE(told.platform, '') = COALESCE(product.platform, '')
         WHERE product.version IS NOT NULL
         ORDER BY product.upgrade_code, product.platform, product.device_id",
    );
    let rows = statement.build_query_as::<(String, Option<String>, i64, String)>();
    let mut counts: Vec<InstalledCount> = Vec::new();
    let mut last = None;
    for (code, platform, device, version) in rows.fetch_all(connection).await? {
        let key = Some((code, platform, device));
        if key == last
            && let Some(count) = counts.last_mut()
        {
            count.versions.push(version);
            continue;
        }
        if let Some((code, platform, _)) = &key {
            let family = read(code, platform.as_deref())?;
            counts.push(InstalledCount { family, versions: vec![version], devices: 1 });
        }
        last = key;
    }
    Ok(counts)
}

/// Counts the reports of a family's installs with certain outcomes, by version.
pub(crate) async fn failed(
    connection: &mut Connection,
    family: Family,
    outcomes: &[OutcomeKind],
) -> Result<Vec<(String, u32)>, DatabaseError> {
    let mut statement = Statement::new("SELECT to_version, COUNT(*) FROM reports WHERE upgrade_code = ");
    statement.push_bind(family.upgrade_code.to_string());
    if let Some(platform) = family.platform {
        statement.push(" AND platform = ").push_bind(platform.as_str());
    }
    statement.push(" AND ");
    push_in(&mut statement, "outcome", outcomes.iter().map(|outcome| outcome.as_str().to_owned()));
    statement.push(" GROUP BY to_version ORDER BY to_version");
    let rows: Vec<(String, i64)> = statement.build_query_as().fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(version, reports)| (version, unsigned(reports))).collect())
}

/// Keeps the counts of a day, in the place of what was kept of it before.
pub(crate) async fn replace(
    connection: &mut Connection,
    day: Date,
    spread: &[Spread],
) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM spread WHERE day = $1").bind(day.to_string()).execute(&mut *connection).await?;
    let rows: Vec<(&Spread, &VersionCount)> =
        spread.iter().flat_map(|one| one.versions.iter().map(move |count| (one, count))).collect();
    for rows in rows.chunks(ROWS_AT_A_TIME) {
        let mut insert =
            Statement::new("INSERT INTO spread (day, upgrade_code, platform, version, devices) ");
        insert.push_values(rows, |mut row, (spread, count)| {
            row.push_bind(day.to_string())
                .push_bind(&spread.upgrade_code)
                .push_bind(spread.platform.as_deref().unwrap_or_default())
                .push_bind(written(&count.version))
                .push_bind(i64::from(count.devices));
        });
        insert.build().execute(&mut *connection).await?;
    }
    Ok(())
}

/// Forgets the counts of all days before one.
pub(crate) async fn forget_before(connection: &mut Connection, day: Date) -> Result<(), DatabaseError> {
    sqlx::query("DELETE FROM spread WHERE day < $1").bind(day.to_string()).execute(connection).await?;
    Ok(())
}

/// Reads the counts of a family, the oldest day first.
pub(crate) async fn days(
    connection: &mut Connection,
    family: Family,
) -> Result<Vec<SpreadDay>, DatabaseError> {
    let rows = sqlx::query_as::<_, (String, String, i64)>(
        "SELECT day, version, devices FROM spread WHERE upgrade_code = $1 AND platform = $2 ORDER BY day",
    );
    let rows = rows.bind(family.upgrade_code.to_string()).bind(platform(family));
    let rows = rows.fetch_all(connection).await?;
    let mut days: Vec<SpreadDay> = Vec::new();
    for (day, version, devices) in rows {
        if days.last().is_none_or(|last| last.day != day) {
            days.push(SpreadDay { day, versions: Vec::new() });
        }
        let version = match version.as_str() {
            "" => Installed::Nothing,
            OTHER => Installed::Other,
            _ => Installed::Version(version),
        };
        if let Some(last) = days.last_mut() {
            last.versions.push(VersionCount { version, devices: unsigned(devices) });
        }
    }
    Ok(days)
}

fn written(version: &Installed) -> &str {
    match version {
        Installed::Version(version) => version,
        Installed::Other => OTHER,
        Installed::Nothing => "",
    }
}

fn platform(family: Family) -> &'static str {
    family.platform.map(Platform::as_str).unwrap_or_default()
}

fn read(code: &str, platform: Option<&str>) -> Result<Family, DatabaseError> {
    let wrong = |column| DatabaseError::Row { table: TABLE, row: 0, column };
    let platform = platform.map(Platform::parse).transpose().map_err(|_| wrong("platform"))?;
    Ok(Family { upgrade_code: UpgradeCode::parse(code).map_err(|_| wrong("upgrade_code"))?, platform })
}

fn unsigned(devices: i64) -> u32 {
    u32::try_from(devices).unwrap_or(u32::MAX)
}

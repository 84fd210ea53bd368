//! What the overview counts.

use catalog::report::OutcomeKind;
use jiff::Timestamp;

use super::search::{Statement, push_in};
use super::{Connection, DatabaseError};
use crate::model::overview::Failing;

/// Reads which versions were not installed as they should since a time, those with the most failures first.
pub(crate) async fn failing(
    connection: &mut Connection,
    outcomes: &[OutcomeKind],
    since: Timestamp,
    lines_max: u32,
) -> Result<Vec<Failing>, DatabaseError> {
    let mut statement = Statement::new(
        "SELECT upgrade_code, to_version, MAX(product), SUM(failed) AS failures, COUNT(*)
         FROM (SELECT upgrade_code, to_version, product, CASE WHEN ",
    );
    push_in(&mut statement, "outcome", outcomes.iter().map(|outcome| outcome.as_str().to_owned()));
    statement.push(" THEN 1 ELSE 0 END AS failed FROM reports WHERE received_at >= ");
    statement.push_bind(since.as_second());
    statement.push(
        ") AS recent GROUP BY upgrade_code, to_version HAVING SUM(failed) > 0
         ORDER BY failures DESC, upgrade_code, to_version LIMIT ",
    );
    statement.push_bind(i64::from(lines_max));
    let rows = statement.build_query_as::<(String, String, String, i64, i64)>();
    let line = |(upgrade_code, version, product, failed, reports)| Failing {
        product,
        upgrade_code,
        version,
        failed: unsigned(failed),
        reports: unsigned(reports),
        since: since.to_string(),
    };
    Ok(rows.fetch_all(connection).await?.into_iter().map(line).collect())
}

/// Counts the enrolled devices, and those of them that gave no sign of life after a time.
pub(crate) async fn devices(
    connection: &mut Connection,
    unseen_since: Timestamp,
) -> Result<(u32, u32), DatabaseError> {
    let (all, unseen): (i64, i64) = sqlx::query_as(
        "SELECT COUNT(*), COUNT(CASE WHEN COALESCE(last_seen_at, enrolled_at) <= $1 THEN 1 END)
         FROM devices WHERE revoked_at IS NULL",
    )
    .bind(unseen_since.as_second())
    .fetch_one(connection)
    .await?;
    Ok((unsigned(all), unsigned(unseen)))
}

fn unsigned(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

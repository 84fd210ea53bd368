//! What webhooks are still to be told, and what came of it: written with what happened, in one transaction.

use jiff::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Connection, DatabaseError, time};
use crate::model::webhook::{
    DeliveryId, DeliveryLine, DeliveryState, Due, Event, Secret, Settled, WebhookId,
};

const TABLE: &str = "deliveries";

/// Notes an event for all enabled webhooks that want to be told of it and have room; counts it for those that have none.
pub(crate) async fn note(
    connection: &mut Connection,
    event: &Event,
    waiting_max: u32,
    at: Timestamp,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "UPDATE webhooks SET dropped = dropped + 1 WHERE standing = 'enabled'
         AND id IN (SELECT webhook_id FROM webhook_events WHERE event = $1)
         AND (SELECT COUNT(*) FROM deliveries
              WHERE deliveries.webhook_id = webhooks.id AND state = 'waiting') >= $2",
    )
    .bind(event.kind.as_str())
    .bind(i64::from(waiting_max))
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "INSERT INTO deliveries (webhook_id, event_id, event, body, created_at, state, attempts, next_at)
         SELECT id, $1, $2, $3, $4, 'waiting', 0, $4 FROM webhooks WHERE standing = 'enabled'
         AND id IN (SELECT webhook_id FROM webhook_events WHERE event = $2)
         AND (SELECT COUNT(*) FROM deliveries
              WHERE deliveries.webhook_id = webhooks.id AND state = 'waiting') < $5",
    )
    .bind(event.id.to_string())
    .bind(event.kind.as_str())
    .bind(&event.body)
    .bind(at.as_second())
    .bind(i64::from(waiting_max))
    .execute(connection)
    .await?;
    Ok(())
}

/// Reads the deliveries that are due: of each webhook the one that is due longest.
pub(crate) async fn due(connection: &mut Connection, now: i64) -> Result<Vec<Due>, DatabaseError> {
    let rows = sqlx::query(
        "SELECT deliveries.id, webhook_id, url, secret, event_id, event, body, deliveries.created_at, attempts
         FROM deliveries JOIN webhooks ON webhooks.id = deliveries.webhook_id
         WHERE state = 'waiting' AND next_at <= $1 AND standing = 'enabled'
         AND NOT EXISTS (SELECT 1 FROM deliveries AS earlier
                         WHERE earlier.webhook_id = deliveries.webhook_id AND earlier.state = 'waiting'
                         AND (earlier.next_at < deliveries.next_at
                              OR (earlier.next_at = deliveries.next_at AND earlier.id < deliveries.id)))
         ORDER BY next_at, deliveries.id",
    )
    .bind(now)
    .fetch_all(connection)
    .await?;
    rows.iter().map(read_due).collect()
}

/// When the next delivery is due, if any waits.
pub(crate) async fn next_at(connection: &mut Connection) -> Result<Option<i64>, DatabaseError> {
    Ok(sqlx::query_scalar(
        "SELECT MIN(next_at) FROM deliveries JOIN webhooks ON webhooks.id = deliveries.webhook_id
         WHERE state = 'waiting' AND standing = 'enabled'",
    )
    .fetch_one(connection)
    .await?)
}

/// Writes down what an attempt led to. Answers whether the delivery is still there.
pub(crate) async fn settle(
    connection: &mut Connection,
    id: DeliveryId,
    settled: &Settled,
    at: i64,
) -> Result<bool, DatabaseError> {
    let done = sqlx::query(
        "UPDATE deliveries SET state = $2, attempts = attempts + 1, next_at = $3, tried_at = $4, status = $5,
                               problem = $6 WHERE id = $1",
    )
    .bind(id.0)
    .bind(settled.state.as_str())
    .bind(settled.next_at)
    .bind(at)
    .bind(settled.status.map(i64::from))
    .bind(settled.problem)
    .execute(connection)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Gives up all that waits for a webhook, for a reason.
pub(crate) async fn give_up(
    connection: &mut Connection,
    webhook: WebhookId,
    problem: &str,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "UPDATE deliveries SET state = 'given-up', problem = $2 WHERE webhook_id = $1 AND state = 'waiting'",
    )
    .bind(webhook.0)
    .bind(problem)
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes all but the newest deliveries to a webhook that are done with.
pub(crate) async fn thin(
    connection: &mut Connection,
    webhook: WebhookId,
    kept: u32,
) -> Result<(), DatabaseError> {
    sqlx::query(
        "DELETE FROM deliveries WHERE webhook_id = $1 AND state <> 'waiting' AND id <=
         (SELECT id FROM deliveries WHERE webhook_id = $1 AND state <> 'waiting'
          ORDER BY id DESC LIMIT 1 OFFSET $2)",
    )
    .bind(webhook.0)
    .bind(i64::from(kept))
    .execute(connection)
    .await?;
    Ok(())
}

/// Reads the newest deliveries to a webhook, the newest first.
pub(crate) async fn list(
    connection: &mut Connection,
    webhook: WebhookId,
    lines_max: u32,
) -> Result<Vec<DeliveryLine>, DatabaseError> {
    let rows = sqlx::query("SELECT * FROM deliveries WHERE webhook_id = $1 ORDER BY id DESC LIMIT $2")
        .bind(webhook.0)
        .bind(i64::from(lines_max))
        .fetch_all(connection)
        .await?;
    rows.iter().map(line).collect()
}

fn read_due(row: &SqliteRow) -> Result<Due, DatabaseError> {
    Ok(Due {
        id: DeliveryId(row.try_get("id")?),
        webhook: WebhookId(row.try_get("webhook_id")?),
        url: row.try_get("url")?,
        secret: Secret::new(row.try_get("secret")?),
        event_id: row.try_get("event_id")?,
        event: row.try_get("event")?,
        body: row.try_get("body")?,
        created_at: row.try_get("created_at")?,
        attempts: small(row, "attempts")?,
    })
}

fn line(row: &SqliteRow) -> Result<DeliveryLine, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let wrong = |column| DatabaseError::Row { table: TABLE, row: id, column };
    let state = DeliveryState::parse(row.try_get("state")?).ok_or_else(|| wrong("state"))?;
    let tried_at: Option<i64> = row.try_get("tried_at")?;
    let status: Option<i64> = row.try_get("status")?;
    let written = |column, at| time(TABLE, id, column, at).map(|at| at.to_string());
    let next_at: i64 = row.try_get("next_at")?;
    Ok(DeliveryLine {
        event_id: row.try_get("event_id")?,
        event: row.try_get("event")?,
        created_at: written("created_at", row.try_get("created_at")?)?,
        state,
        attempts: small(row, "attempts")?,
        tried_at: tried_at.map(|at| written("tried_at", at)).transpose()?,
        next_at: (state == DeliveryState::Waiting).then(|| written("next_at", next_at)).transpose()?,
        status: status.map(u16::try_from).transpose().map_err(|_| wrong("status"))?,
        problem: row.try_get("problem")?,
    })
}

fn small(row: &SqliteRow, column: &'static str) -> Result<u32, DatabaseError> {
    let row_id: i64 = row.try_get("id")?;
    u32::try_from(row.try_get::<i64, _>(column)?).map_err(|_| DatabaseError::Row {
        table: TABLE,
        row: row_id,
        column,
    })
}

//! Webhooks and what they are told of.

use jiff::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Connection, DatabaseError, time, unsigned};
use crate::model::webhook::{EventKind, NewWebhook, Secret, WebhookId, WebhookLine, WebhookStanding};

const TABLE: &str = "webhooks";

/// Adds a webhook.
pub(crate) async fn insert(
    connection: &mut Connection,
    webhook: &NewWebhook,
    at: Timestamp,
) -> Result<WebhookId, DatabaseError> {
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO webhooks (url, secret, standing, failures, dropped, created_at)
         VALUES ($1, $2, 'enabled', 0, 0, $3) RETURNING id",
    )
    .bind(&webhook.url)
    .bind(webhook.secret.as_str())
    .bind(at.as_second())
    .fetch_one(&mut *connection)
    .await?;
    for event in &webhook.events {
        sqlx::query("INSERT INTO webhook_events (webhook_id, event) VALUES ($1, $2)")
            .bind(id)
            .bind(event.as_str())
            .execute(&mut *connection)
            .await?;
    }
    Ok(WebhookId(id))
}

/// Removes a webhook with its deliveries. Answers whether there was one.
pub(crate) async fn remove(connection: &mut Connection, id: WebhookId) -> Result<bool, DatabaseError> {
    let done = sqlx::query("DELETE FROM webhooks WHERE id = $1").bind(id.0).execute(connection).await?;
    Ok(done.rows_affected() > 0)
}

/// Lets a webhook be called again, and forgets how often it failed.
pub(crate) async fn enable(connection: &mut Connection, id: WebhookId) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE webhooks SET standing = 'enabled', failures = 0, dropped = 0 WHERE id = $1")
        .bind(id.0)
        .execute(connection)
        .await?;
    Ok(())
}

/// How often deliveries to a webhook were given up, one after another; none if there is no such webhook.
pub(crate) async fn failures(
    connection: &mut Connection,
    id: WebhookId,
) -> Result<Option<u32>, DatabaseError> {
    let failures: Option<i64> = sqlx::query_scalar("SELECT failures FROM webhooks WHERE id = $1")
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    let wrong = |_| DatabaseError::Row { table: TABLE, row: id.0, column: "failures" };
    failures.map(u32::try_from).transpose().map_err(wrong)
}

/// Writes down how a webhook stands.
pub(crate) async fn set_standing(
    connection: &mut Connection,
    id: WebhookId,
    standing: WebhookStanding,
    failures: u32,
) -> Result<(), DatabaseError> {
    sqlx::query("UPDATE webhooks SET standing = $2, failures = $3 WHERE id = $1")
        .bind(id.0)
        .bind(standing.as_str())
        .bind(i64::from(failures))
        .execute(connection)
        .await?;
    Ok(())
}

/// What the deliveries to a webhook are signed with.
pub(crate) async fn secret(
    connection: &mut Connection,
    id: WebhookId,
) -> Result<Option<Secret>, DatabaseError> {
    let secret: Option<String> = sqlx::query_scalar("SELECT secret FROM webhooks WHERE id = $1")
        .bind(id.0)
        .fetch_optional(connection)
        .await?;
    Ok(secret.map(Secret::new))
}

/// Reads all webhooks, in the order in which they were added.
pub(crate) async fn list(connection: &mut Connection) -> Result<Vec<WebhookLine>, DatabaseError> {
    let rows = sqlx::query(
        "SELECT webhooks.id, url, standing, dropped, created_at,
                (SELECT COUNT(*) FROM deliveries
                 WHERE deliveries.webhook_id = webhooks.id AND state = 'waiting') AS waiting,
                (SELECT MAX(tried_at) FROM deliveries
                 WHERE deliveries.webhook_id = webhooks.id AND state = 'delivered') AS delivered_at
         FROM webhooks ORDER BY webhooks.id",
    );
    let mut lines =
        rows.fetch_all(&mut *connection).await?.iter().map(line).collect::<Result<Vec<_>, _>>()?;
    let events = sqlx::query_as::<_, (i64, String)>("SELECT webhook_id, event FROM webhook_events");
    let mut events = events.fetch_all(connection).await?;
    events.sort();
    for (id, event) in events {
        let known = EventKind::parse(&event).ok_or(DatabaseError::Row {
            table: "webhook_events",
            row: id,
            column: "event",
        })?;
        if let Some(line) = lines.iter_mut().find(|line| line.id == id) {
            line.events.push(known.as_str().to_owned());
        }
    }
    Ok(lines)
}

fn line(row: &SqliteRow) -> Result<WebhookLine, DatabaseError> {
    let id: i64 = row.try_get("id")?;
    let standing = WebhookStanding::parse(row.try_get("standing")?);
    let delivered_at: Option<i64> = row.try_get("delivered_at")?;
    let delivered_at = delivered_at.map(|at| time("deliveries", id, "tried_at", at)).transpose()?;
    Ok(WebhookLine {
        id,
        url: row.try_get("url")?,
        events: Vec::new(),
        standing: standing.ok_or(DatabaseError::Row { table: TABLE, row: id, column: "standing" })?,
        waiting: unsigned(TABLE, id, "id", row.try_get("waiting")?)?,
        dropped: unsigned(TABLE, id, "dropped", row.try_get("dropped")?)?,
        created_at: time(TABLE, id, "created_at", row.try_get("created_at")?)?.to_string(),
        delivered_at: delivered_at.map(|at| at.to_string()),
    })
}

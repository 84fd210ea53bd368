//! The outbox: tells webhooks what happened, one event at a time for each of them, until they have taken it.
//!
//! What is to be told is in the database, written with what happened. So a crash loses nothing; it may tell something twice.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::webhooks::{call, host};
use crate::App;
use crate::db;
use crate::error::Result;
use crate::model::webhook::{DeliveryState, Due, Settled, WebhookId, WebhookStanding};
use crate::rules::webhook::{Called, DONE_KEPT_MAX, is_too_old, settle, standing_after};

/// How many webhooks are called at the same time.
pub(crate) const CALLS_MAX: usize = 4;
/// How long nothing is looked at if nobody wakes the outbox; also how long it waits when the database refuses.
const REST_MAX: Duration = Duration::from_secs(60);
/// Why what waits is given up when a webhook is called no more.
const NO_LONGER_CALLED: &str = "no-longer-called";
/// Why a delivery is given up that waited while the server was not running.
const TOO_OLD: &str = "too-old";

/// Wakes the worker when there is something to tell.
#[derive(Debug, Default)]
pub(crate) struct Outbox(Notify);

impl Outbox {
    /// There is something to tell.
    pub(crate) fn wake(&self) {
        self.0.notify_one();
    }
}

/// Tells webhooks what happened, until `stop` ends. What is under way then is told again at the next start.
pub(crate) async fn keep(app: Arc<App>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    let mut calls = JoinSet::new();
    let mut busy = HashSet::new();
    loop {
        let rest = match start(&app, &mut calls, &mut busy, Timestamp::now().as_second()).await {
            Ok(rest) => rest,
            Err(error) => {
                error.log();
                REST_MAX
            }
        };
        tokio::select! {
            () = &mut stop => return,
            () = app.outbox.0.notified() => {}
            () = sleep(rest) => {}
            Some(ended) = calls.join_next(), if !calls.is_empty() => match ended {
                Ok(webhook) => {
                    busy.remove(&webhook);
                }
                // Which one it was is not told: look at all of them again.
                Err(_) => busy.clear(),
            },
        }
    }
}

/// Begins to tell what is due; answers how long there is nothing more to do.
async fn start(
    app: &Arc<App>,
    calls: &mut JoinSet<WebhookId>,
    busy: &mut HashSet<WebhookId>,
    now: i64,
) -> Result<Duration> {
    let mut reading = app.database.read().await?;
    let due = db::deliveries::due(&mut reading, now).await?;
    let next_at = db::deliveries::next_at(&mut reading).await?;
    drop(reading);
    for due in due {
        if calls.len() >= CALLS_MAX || !busy.insert(due.webhook) {
            continue;
        }
        let app = Arc::clone(app);
        calls.spawn(async move {
            let webhook = due.webhook;
            if let Err(error) = tell(&app, due, now).await {
                error.log();
                // Not at once again: the database has refused to write down that it was told.
                sleep(REST_MAX).await;
            }
            webhook
        });
    }
    // Who is busy is looked at again when the call has ended.
    let rest = next_at.and_then(|next_at| u64::try_from(next_at - now).ok()).filter(|rest| *rest > 0);
    Ok(rest.map_or(REST_MAX, Duration::from_secs).min(REST_MAX))
}

/// Tells one event to one webhook, and writes down what came of it. `begun_at` is now.
async fn tell(app: &App, due: Due, begun_at: i64) -> Result<()> {
    let (id, webhook, event, host) = (due.id, due.webhook, due.event.clone(), host(&due.url));
    let (called, settled) = if is_too_old(&due, begun_at) {
        let settled = Settled {
            state: DeliveryState::GivenUp,
            next_at: begun_at,
            status: None,
            problem: Some(TOO_OLD),
        };
        (None, settled)
    } else {
        let called = match call(app, due.clone()).await {
            Ok(status) => Called::Answered(status),
            Err(error) => Called::Failed(error.problem()),
        };
        (Some(called), settle(&due, called, begun_at, chance()))
    };
    tracing::info!(webhook = webhook.0, host, event, called = ?called, state = settled.state.as_str(), "webhook");
    let mut writing = app.database.write().await?;
    // It may have been removed meanwhile.
    if db::deliveries::settle(&mut writing, id, &settled, begun_at).await?
        && let Some(failures) = db::webhooks::failures(&mut writing, webhook).await?
    {
        if let Some(called) = called {
            let (standing, failures) = standing_after(called, settled.state, failures);
            db::webhooks::set_standing(&mut writing, webhook, standing, failures).await?;
            if standing != WebhookStanding::Enabled {
                tracing::warn!(webhook = webhook.0, host, standing = standing.as_str(), "called no more");
                db::deliveries::give_up(&mut writing, webhook, NO_LONGER_CALLED).await?;
            }
        }
        db::deliveries::thin(&mut writing, webhook, DONE_KEPT_MAX).await?;
    }
    writing.commit().await.map_err(db::DatabaseError::from)?;
    Ok(())
}

/// Any number; without one, those who failed together come again together.
fn chance() -> u32 {
    let mut bytes = [0; 4];
    let _ = getrandom::fill(&mut bytes);
    u32::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests;

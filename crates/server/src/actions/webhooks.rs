//! Webhooks: add, remove, enable, try out, list. What they are told is written with what happens: see [`note`].

use jiff::Timestamp;
use uuid::Uuid;

use super::{Change, Effect, Part};
use crate::App;
use crate::db::{self, Connection};
use crate::error::{Error, Result};
use crate::model::audit::Deed;
use crate::model::webhook::{
    DeliveryId, DeliveryLine, Due, Event, NewWebhook, Secret, WebhookId, WebhookLine, WebhookStanding,
};
use crate::outgoing::{OutgoingError, Patience};
use crate::rules::destination::Destination;
use crate::rules::role::{Ability, Actor};
use crate::rules::webhook::{
    self, Called, DONE_KEPT_MAX, SECRET_PREFIX, WAITING_MAX, WEBHOOKS_MAX, WebhookError,
};

/// How many bytes of chance a secret has.
const SECRET_SIZE: usize = 32;

/// A webhook that was added.
#[derive(Debug)]
pub(crate) struct Added {
    /// Its number.
    pub(crate) id: WebhookId,
    /// Its host, which may be shown to everyone.
    pub(crate) host: String,
    /// What deliveries are signed with. Nobody is shown it again.
    pub(crate) secret: Secret,
}

/// A webhook that is called no more, as the overview shows it: to people who may not know its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Troubled {
    /// The webhook's number.
    pub(crate) id: i64,
    /// Its host.
    pub(crate) host: String,
    /// Why it is called no more.
    pub(crate) standing: WebhookStanding,
}

/// Adds a webhook that is told of events from now on.
///
/// # Errors
/// [`WebhookError`] if the address may not be asked, or there is no such event.
pub(crate) async fn add(app: &App, actor: &Actor, url: &str, events: &[String]) -> Result<Added> {
    actor.require(Ability::Administer)?;
    let events = webhook::events(events)?;
    let destination = webhook::destination(url, app.outgoing.listed())?;
    let host = destination.host();
    let secret = secret()?;
    let mut change = Change::begin(app, actor).await?;
    let known = db::webhooks::list(change.rows()).await?;
    if known.iter().any(|known| known.url == destination.as_str()) {
        return Err(WebhookError::Known(host).into());
    }
    if known.len() >= WEBHOOKS_MAX {
        return Err(WebhookError::TooMany.into());
    }
    let new = NewWebhook { url: destination.as_str().to_owned(), secret, events };
    let at = change.at;
    let id = db::webhooks::insert(change.rows(), &new, at).await?;
    let names: Vec<&str> = new.events.iter().map(|event| event.as_str()).collect();
    change.commit(Part::None, deed("webhook.add", id, &host, &names.join(", "))).await?;
    Ok(Added { id, host, secret: new.secret })
}

/// Removes a webhook with all that is still to be told to it.
///
/// # Errors
/// [`WebhookError::Unknown`].
pub(crate) async fn remove(app: &App, actor: &Actor, named: &str) -> Result<String> {
    let mut change = Change::begin(app, actor).await?;
    let line = find(change.rows(), named).await?;
    let host = host(&line.url);
    db::webhooks::remove(change.rows(), WebhookId(line.id)).await?;
    change.commit(Part::None, deed("webhook.remove", WebhookId(line.id), &host, "")).await?;
    Ok(host)
}

/// Lets a webhook be called again that failed too often or was gone.
///
/// # Errors
/// [`WebhookError::Unknown`].
pub(crate) async fn enable(app: &App, actor: &Actor, named: &str) -> Result<(String, Effect)> {
    let mut change = Change::begin(app, actor).await?;
    let line = find(change.rows(), named).await?;
    let host = host(&line.url);
    if line.standing == WebhookStanding::Enabled {
        return Ok((host, Effect::None));
    }
    db::webhooks::enable(change.rows(), WebhookId(line.id)).await?;
    change.commit(Part::None, deed("webhook.enable", WebhookId(line.id), &host, "")).await?;
    app.outbox.wake();
    Ok((host, Effect::Changed))
}

/// Calls a webhook once with an event that means nothing, whether or not it is enabled.
///
/// # Errors
/// [`WebhookError::Unknown`], and [`OutgoingError`] if it does not answer with a success.
pub(crate) async fn test(app: &App, actor: &Actor, named: &str) -> Result<(String, u16)> {
    actor.require(Ability::Administer)?;
    let mut reading = app.database.read().await?;
    let line = find(&mut reading, named).await?;
    let id = WebhookId(line.id);
    let secret = db::webhooks::secret(&mut reading, id).await?;
    let secret = secret.ok_or_else(|| WebhookError::Unknown(named.to_owned()))?;
    drop(reading);
    let now = Timestamp::now();
    let Event { id: event_id, kind, body } = webhook::test(Uuid::new_v4(), now);
    let due = Due {
        id: DeliveryId(0),
        webhook: id,
        url: line.url,
        secret,
        event_id: event_id.to_string(),
        event: kind.as_str().to_owned(),
        body,
        created_at: now.as_second(),
        attempts: 0,
    };
    let host = host(&due.url);
    let called = call(app, due).await;
    let told = called.as_ref().map_or_else(|error| error.problem().to_owned(), ToString::to_string);
    let change = Change::begin(app, actor).await?;
    change.commit(Part::None, deed("webhook.test", id, &host, &told)).await?;
    match called? {
        status if Called::Answered(status).is_taken() => Ok((host, status)),
        status => Err(OutgoingError::Status { host, status }.into()),
    }
}

/// Lists all webhooks. Only for those who may change them: an address can be a secret.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor) -> Result<Vec<WebhookLine>> {
    actor.require(Ability::Administer)?;
    Ok(db::webhooks::list(&mut *app.database.read().await?).await?)
}

/// One webhook and its newest deliveries, the newest first.
///
/// # Errors
/// [`WebhookError::Unknown`].
pub(crate) async fn show(app: &App, actor: &Actor, named: &str) -> Result<(WebhookLine, Vec<DeliveryLine>)> {
    actor.require(Ability::Administer)?;
    let mut reading = app.database.read().await?;
    let line = find(&mut reading, named).await?;
    let deliveries = db::deliveries::list(&mut reading, WebhookId(line.id), DONE_KEPT_MAX).await?;
    Ok((line, deliveries))
}

/// The webhooks that are called no more: what the overview shows.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn troubled(app: &App, actor: &Actor) -> Result<Vec<Troubled>> {
    actor.require(Ability::View)?;
    let lines = db::webhooks::list(&mut *app.database.read().await?).await?;
    let troubled = lines.into_iter().filter(|line| line.standing != WebhookStanding::Enabled);
    Ok(troubled
        .map(|line| Troubled { id: line.id, host: host(&line.url), standing: line.standing })
        .collect())
}

/// Notes an event for the webhooks that want to be told of it, in the transaction of what happened. Whoever commits that wakes the outbox.
pub(super) async fn note(rows: &mut Connection, event: &Event, at: Timestamp) -> Result<()> {
    Ok(db::deliveries::note(rows, event, WAITING_MAX, at).await?)
}

/// Calls a webhook, and answers with the status of its answer.
pub(super) async fn call(app: &App, due: Due) -> std::result::Result<u16, OutgoingError> {
    app.outgoing
        .ask(Patience::WEBHOOK, move |asking| {
            let destination = Destination::parse(&due.url)?;
            let headers = webhook::headers(&due, Timestamp::now().as_second());
            asking.post(&destination, &headers, &due.body)
        })
        .await
}

async fn find(rows: &mut Connection, named: &str) -> Result<WebhookLine> {
    let lines = db::webhooks::list(rows).await?;
    let named = named.trim();
    let is_meant = |line: &WebhookLine| line.id.to_string() == named || line.url == named;
    lines.into_iter().find(is_meant).ok_or_else(|| WebhookError::Unknown(named.to_owned()).into())
}

fn secret() -> Result<Secret> {
    use base64::Engine;
    let mut bytes = [0; SECRET_SIZE];
    getrandom::fill(&mut bytes).map_err(|error| Error::internal(std::io::Error::other(error.to_string())))?;
    let text = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes);
    Ok(Secret::new(format!("{SECRET_PREFIX}{text}")))
}

/// The host of an address that was judged when it was added.
pub(crate) fn host(url: &str) -> String {
    Destination::parse(url).map(|destination| destination.host()).unwrap_or_default()
}

/// The path is left out: it can be a secret.
fn deed(action: &'static str, id: WebhookId, host: &str, detail: &str) -> Deed {
    Deed::new(action, format!("{} ({host})", id.0)).with(detail)
}

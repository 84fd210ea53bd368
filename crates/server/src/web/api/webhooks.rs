//! Webhooks: addresses that are told what happens.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asked::Asked;
use super::body;
use super::caller::Caller;
use super::paging::{Page, Paging};
use super::place::Place;
use crate::App;
use crate::actions::webhooks;
use crate::error::Result;
use crate::model::webhook::{DeliveryLine, EventKind, WebhookId, WebhookLine};
use crate::rules::role::Ability;

/// A webhook to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewWebhook {
    /// The address that is called.
    #[schema(max_length = 2048, example = "https://chat.example.com/hooks/7")]
    url: String,
    /// What it is told of.
    #[schema(min_items = 1, max_items = 16)]
    events: Vec<WantedEvent>,
}

/// An event that a webhook can be told of.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
pub(super) enum WantedEvent {
    /// A package is offered from now on.
    #[serde(rename = "package.published")]
    PackagePublished,
    /// A client says that an install came to nothing.
    #[serde(rename = "install.failed")]
    InstallFailed,
}

impl WantedEvent {
    fn name(self) -> String {
        let kind = match self {
            Self::PackagePublished => EventKind::PackagePublished,
            Self::InstallFailed => EventKind::InstallFailed,
        };
        kind.as_str().to_owned()
    }
}

/// A webhook that was added.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AddedWebhook {
    /// The webhook.
    webhook: WebhookLine,
    /// What its deliveries are signed with. It is told only now.
    #[schema(max_length = 64)]
    secret: String,
}

/// What a webhook answered.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TestedWebhook {
    /// The status of its answer.
    #[schema(minimum = 200, maximum = 299)]
    status: u16,
}

/// Lists the webhooks.
#[utoipa::path(
    get, path = "/api/v1/webhooks", operation_id = "listWebhooks", tag = "webhooks", extensions(("x-scope" = json!("administer"))), params(Paging),
    responses((status = 200, description = "webhooks, the oldest first", body = Page<WebhookLine>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    paging: Paging,
) -> Result<Response> {
    let webhooks = webhooks::list(&app, &actor).await?;
    asked.page(&paging.page_of(webhooks, |webhook| webhook.id)?)
}

/// Adds a webhook, and tells once what its deliveries are signed with.
#[utoipa::path(
    post, path = "/api/v1/webhooks", operation_id = "addWebhook", tag = "webhooks", extensions(("x-scope" = json!("administer"))), request_body = NewWebhook,
    responses((status = 201, description = "the webhook and its secret", body = AddedWebhook)),
)]
pub(super) async fn add(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    request: Request,
) -> Result<Response> {
    let NewWebhook { url, events } = body::read(&actor, Ability::Administer, request).await?;
    let events: Vec<String> = events.into_iter().map(WantedEvent::name).collect();
    let added = webhooks::add(&app, &actor, &url, &events).await?;
    let WebhookId(id) = added.id;
    let (webhook, _) = webhooks::show(&app, &actor, &id.to_string()).await?;
    let secret = added.secret.as_str().to_owned();
    asked.created(&format!("/api/v1/webhooks/{id}"), &AddedWebhook { webhook, secret })
}

/// Shows a webhook.
#[utoipa::path(
    get, path = "/api/v1/webhooks/{id}", operation_id = "showWebhook", tag = "webhooks", extensions(("x-scope" = json!("administer"))),
    params(("id" = i64, Path, description = "the webhook's number")),
    responses((status = 200, description = "the webhook", body = WebhookLine)),
)]
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    asked.one(&webhooks::show(&app, &actor, &id.to_string()).await?.0)
}

/// Removes a webhook; it is told nothing any more.
#[utoipa::path(
    delete, path = "/api/v1/webhooks/{id}", operation_id = "removeWebhook", tag = "webhooks", extensions(("x-scope" = json!("administer"))),
    params(("id" = i64, Path, description = "the webhook's number"), ("If-Match" = String, Header, description = "the entity tag of the webhook as it was seen, or `*`")),
    responses((status = 204, description = "it is removed")),
)]
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    let (app, id) = (&*app, &id.to_string());
    let read = |actor| async move { Ok(webhooks::show(app, &actor, id).await?.0) };
    let act = |actor| async move { webhooks::remove(app, &actor, id).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

/// Calls a webhook again that failed too often or was gone.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{id}/enable", operation_id = "enableWebhook", tag = "webhooks", extensions(("x-scope" = json!("administer"))),
    params(("id" = i64, Path, description = "the webhook's number"), ("If-Match" = String, Header, description = "the entity tag of the webhook as it was seen, or `*`")),
    responses((status = 204, description = "it is called again")),
)]
pub(super) async fn enable(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    let (app, id) = (&*app, &id.to_string());
    let read = |actor| async move { Ok(webhooks::show(app, &actor, id).await?.0) };
    let act = |actor| async move { webhooks::enable(app, &actor, id).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

/// Calls a webhook once with an event that means nothing.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{id}/test", operation_id = "testWebhook", tag = "webhooks", extensions(("x-scope" = json!("administer"))),
    params(("id" = i64, Path, description = "the webhook's number")),
    responses(
        (status = 200, description = "it has taken it", body = TestedWebhook),
        (status = 422, description = "it has not, or did not answer", body = super::problem::Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn test(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    let (_, status) = webhooks::test(&app, &actor, &id.to_string()).await?;
    asked.one(&TestedWebhook { status })
}

/// Lists what a webhook was told last and what still waits.
#[utoipa::path(
    get, path = "/api/v1/webhooks/{id}/deliveries", operation_id = "listDeliveries", tag = "webhooks", extensions(("x-scope" = json!("administer"))),
    params(("id" = i64, Path, description = "the webhook's number")),
    responses((status = 200, description = "deliveries, the newest first, 50 at most", body = Vec<DeliveryLine>)),
)]
pub(super) async fn deliveries(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    asked.one(&webhooks::show(&app, &actor, &id.to_string()).await?.1)
}

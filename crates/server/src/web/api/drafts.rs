//! Drafts: packages that were received and wait for somebody to publish them.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asked::Asked;
use super::body;
use super::caller::Caller;
use super::filter::Filter;
use super::packages::PublishedForm;
use super::paging::{Page, Paging};
use super::place::Place;
use super::problem::Problem;
use crate::App;
use crate::actions::drafts;
use crate::error::{Error, Kind, Result};
use crate::model::draft::{Draft, DraftId, DraftLine, Origin};
use crate::model::listing::{ListingChange, WrittenListing};
use crate::rules::draft::origin_name;
use crate::rules::publication::LowerVersion;
use crate::rules::role::{Ability, Actor};
use crate::web::feed::feed;

/// What a received file is announced as.
const MSI_TYPES: [&str; 2] = ["application/octet-stream", "application/x-msi"];

/// What a received file is called.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct FileFilter {
    /// The file's name, for people; it is never used as a path.
    #[param(max_length = 255)]
    file_name: Option<String>,
}

/// How a package is published.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PublishFilter {
    /// Whether a version that is lower than an offered one is meant.
    #[param(inline)]
    lower: Option<LowerForm>,
}

/// What to do if a higher version is offered.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum LowerForm {
    /// Refuse it.
    Refuse,
    /// Publish it.
    Publish,
}

/// Which package goes when a draft is published.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ReplacedFilter {
    /// The package in whose place it is published, by the first digits of its SHA-256: that one is withdrawn in the same change.
    #[param(max_length = 64)]
    in_place_of: Option<String>,
}

impl PublishFilter {
    /// What to do if a higher version is offered; nothing said is a no.
    pub(super) fn lower(&self) -> LowerVersion {
        match self.lower {
            Some(LowerForm::Publish) => LowerVersion::Publish,
            Some(LowerForm::Refuse) | None => LowerVersion::Refuse,
        }
    }
}

/// A package that stays elsewhere.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Elsewhere {
    /// Its URL. The server fetches it once to look at it.
    #[schema(max_length = 2048)]
    url: String,
}

/// A draft with all that is written about it so far.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DraftForm {
    /// What lists show.
    #[serde(flatten)]
    line: DraftLine,
    /// Rises with each change.
    revision: i64,
    /// What is written about it so far.
    listing: WrittenListing,
    /// The permissions that a user will need, all of them.
    requires_permissions: Vec<String>,
}

impl From<&Draft> for DraftForm {
    fn from(draft: &Draft) -> Self {
        Self {
            line: drafts::line(draft),
            revision: draft.revision,
            listing: draft.listing.clone(),
            requires_permissions: draft.required.iter().map(ToString::to_string).collect(),
        }
    }
}

async fn form(app: &App, actor: &Actor, id: DraftId) -> Result<DraftForm> {
    Ok(DraftForm::from(&drafts::find(app, actor, id).await?))
}

/// Lists drafts.
#[utoipa::path(
    get, path = "/api/v1/drafts", operation_id = "listDrafts", tag = "drafts",
    extensions(("x-scope" = json!("view"))), params(Paging),
    responses((status = 200, description = "drafts, the oldest first", body = Page<DraftLine>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    paging: Paging,
) -> Result<Response> {
    let drafts = drafts::list(&app, &actor).await?;
    asked.page(&paging.page_of(drafts, |draft| draft.id)?)
}

/// Receives an MSI file as a draft; a file that is a draft already is that draft.
#[utoipa::path(
    post, path = "/api/v1/drafts", operation_id = "sendDraft", tag = "drafts",
    extensions(("x-scope" = json!("publish"))), params(FileFilter),
    request_body(content = String, content_type = "application/octet-stream", description = "the file's bytes, at most `package_size_max`"),
    responses((status = 201, description = "the draft's number", body = DraftNumber)),
)]
pub(super) async fn send(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Filter(filter): Filter<FileFilter>,
    request: Request,
) -> Result<Response> {
    actor.require(Ability::Publish)?;
    let announced = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !announced.is_some_and(|announced| MSI_TYPES.contains(&announced.trim().to_lowercase().as_str())) {
        return Err(Kind::BodyNotMsi.into());
    }
    let name = origin_name(&filter.file_name.unwrap_or_else(|| "package.msi".to_owned()));
    let (feed, bytes) = feed();
    // In a task of its own: what was received whole is written down even if the sender hangs up.
    let receiving =
        tokio::spawn(async move { drafts::receive(&app, &actor, Origin::Upload(name), bytes, None).await });
    feed.fill(request.into_body().into_data_stream()).await;
    let DraftId(id) = receiving.await.map_err(Error::internal)??;
    asked.created(&format!("/api/v1/drafts/{id}"), &DraftNumber { id })
}

/// The number of a draft.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DraftNumber {
    /// The number.
    id: i64,
}

/// Makes a draft of a package that stays elsewhere.
#[utoipa::path(
    post, path = "/api/v1/drafts/elsewhere", operation_id = "fetchDraft", tag = "drafts",
    extensions(("x-scope" = json!("publish"))), request_body = Elsewhere,
    responses(
        (status = 201, description = "the draft's number", body = DraftNumber),
        (status = 422, description = "what is there did not come, or came otherwise than it should", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn fetch(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    request: Request,
) -> Result<Response> {
    let Elsewhere { url } = body::read(&actor, Ability::Publish, request).await?;
    let received = drafts::receive_from(&app, &actor, &url).await;
    let DraftId(id) = received.map_err(|error| error.at("/url"))?;
    asked.created(&format!("/api/v1/drafts/{id}"), &DraftNumber { id })
}

/// Shows a draft.
#[utoipa::path(
    get, path = "/api/v1/drafts/{id}", operation_id = "showDraft", tag = "drafts",
    extensions(("x-scope" = json!("view"))), params(("id" = i64, Path, description = "the draft's number")),
    responses((status = 200, description = "the draft", body = DraftForm)),
)]
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    asked.one(&form(&app, &actor, DraftId(id)).await?)
}

/// Says something else about a draft. What is not said stays; an empty text clears.
#[utoipa::path(
    patch, path = "/api/v1/drafts/{id}", operation_id = "changeDraft", tag = "drafts",
    extensions(("x-scope" = json!("publish"))), request_body = ListingChange,
    params(("id" = i64, Path, description = "the draft's number"), ("If-Match" = String, Header, description = "the entity tag of the draft as it was seen, or `*`")),
    responses((status = 204, description = "it is written down")),
)]
pub(super) async fn amend(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
    request: Request,
) -> Result<Response> {
    let change: ListingChange = body::read_listing(&actor, Ability::Publish, request).await?;
    let (app, id, change) = (&*app, DraftId(id), &change);
    let read = |actor| async move { form(app, &actor, id).await };
    let act = |actor| async move { drafts::amend(app, &actor, id, None, change).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

/// Publishes a draft as it was written down, in the place of another package if one is named.
#[utoipa::path(
    post, path = "/api/v1/drafts/{id}/publish", operation_id = "publishDraft", tag = "drafts",
    extensions(("x-scope" = json!("publish"))),
    params(PublishFilter, ReplacedFilter, ("id" = i64, Path, description = "the draft's number"), ("If-Match" = String, Header, description = "the entity tag of the draft as it was seen, or `*`")),
    responses((status = 200, description = "what that led to", body = PublishedForm)),
)]
pub(super) async fn publish(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
    Filter(filter): Filter<PublishFilter>,
    Filter(replaced): Filter<ReplacedFilter>,
) -> Result<Response> {
    actor.require(Ability::Publish)?;
    let (app, id, lower) = (&*app, DraftId(id), filter.lower());
    let in_place_of = replaced.in_place_of.as_deref();
    let read = |actor| async move { form(app, &actor, id).await };
    let act = |actor| async move { drafts::publish(app, &actor, id, None, lower, in_place_of).await };
    let published = asked.change(app, &actor, read, act).await?;
    asked.once(&PublishedForm::new(&published, &asked))
}

/// Throws a draft away.
#[utoipa::path(
    delete, path = "/api/v1/drafts/{id}", operation_id = "discardDraft", tag = "drafts",
    extensions(("x-scope" = json!("publish"))),
    params(("id" = i64, Path, description = "the draft's number"), ("If-Match" = String, Header, description = "the entity tag of the draft as it was seen, or `*`")),
    responses((status = 204, description = "it is gone")),
)]
pub(super) async fn discard(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    actor.require(Ability::Publish)?;
    let (app, id) = (&*app, DraftId(id));
    let read = |actor| async move { form(app, &actor, id).await };
    let act = |actor| async move { drafts::discard(app, &actor, id, None).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

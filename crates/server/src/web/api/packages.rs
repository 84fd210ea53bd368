//! Packages: what is published, withdrawn, offered again, deleted. New ones come in as drafts.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use serde::Serialize;
use text::Explain;
use utoipa::ToSchema;

use super::asked::Asked;
use super::body;
use super::caller::Caller;
use super::drafts::PublishFilter;
use super::filter::Filter;
use super::paging::{Page, Paging};
use super::place::Place;
use super::problem::Problem;
use crate::App;
use crate::actions::packages;
use crate::actions::publishing::Published;
use crate::error::Result;
use crate::model::listing::{ListingChange, WrittenListing};
use crate::model::package::{PackageDetails, PackageLine};
use crate::rules::publication::LowerVersion;
use crate::rules::role::{Ability, Actor};

/// A package with all that is said about it. How many have it is told by `/api/v1/overview`.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PackageForm {
    /// What lists show.
    #[serde(flatten)]
    line: PackageLine,
    /// When it was withdrawn, as RFC 3339 writes it.
    withdrawn_at: Option<String>,
    /// The manufacturer, as the MSI says.
    manufacturer: String,
    /// The product code.
    product_code: String,
    /// The language, as the MSI says.
    language: String,
    /// `machine`, `user` or `either`.
    scope: String,
    /// Whether the file bears a digital signature.
    signed: bool,
    /// What the publisher says.
    listing: WrittenListing,
}

/// What publishing led to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublishedForm {
    /// The first digits of the SHA-256.
    id: String,
    /// The package in words: name, version, platform.
    package: String,
    /// How many users who can sign in may have it now.
    users: usize,
    /// What the publisher ought to know, in sentences.
    warnings: Vec<String>,
}

/// What withdrawing led to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WithdrawnForm {
    /// The package in words: name, version, platform.
    package: String,
    /// Who is offered something else now.
    changes: Vec<OfferChangeForm>,
}

/// What users are offered after a package was withdrawn.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OfferChangeForm {
    /// How many they are.
    users: usize,
    /// What they are offered now that they were not offered before, in words.
    offered: Vec<String>,
    /// What of it they are offered as before, in words.
    still: Vec<String>,
}

impl PublishedForm {
    /// Says in the language of a request what publishing led to.
    pub(super) fn new(published: &Published, asked: &Asked) -> Self {
        let warnings = published.warnings.iter().map(|warning| warning.message().say(asked.language()));
        Self {
            id: published.id.clone(),
            package: published.package.clone(),
            users: published.users,
            warnings: warnings.collect(),
        }
    }
}

/// Reads a package by the first digits of its SHA-256, as programs get it.
async fn form(app: &App, actor: &Actor, id: &str) -> Result<PackageForm> {
    let shown = packages::show(app, actor, id, None).await?;
    let PackageDetails {
        line,
        withdrawn_at,
        manufacturer,
        product_code,
        language,
        scope,
        signed,
        listing,
        ..
    } = packages::details(&shown);
    Ok(PackageForm { line, withdrawn_at, manufacturer, product_code, language, scope, signed, listing })
}

/// Says what changes, and leaves all else as it is.
async fn amend(
    app: &App,
    actor: &Actor,
    id: &str,
    change: &ListingChange,
    lower: LowerVersion,
) -> Result<Published> {
    let shown = packages::show(app, actor, id, None).await?;
    let kept = || shown.package.required.iter().map(ToString::to_string).collect();
    let required: Vec<String> = change.requires_permissions.clone().unwrap_or_else(kept);
    let listing = packages::details(&shown).listing.changed(change);
    packages::set_listing(app, actor, id, Some(&shown.entity_tag), listing, &required, lower).await
}

/// Lists packages.
#[utoipa::path(
    get, path = "/api/v1/packages", operation_id = "listPackages", tag = "packages",
    extensions(("x-scope" = json!("view"))), params(Paging),
    responses((status = 200, description = "packages in the order of publication", body = Page<PackageLine>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    paging: Paging,
) -> Result<Response> {
    let packages = packages::list(&app, &actor)?;
    let key = |package: &PackageLine| (package.published_at.clone(), package.sha256.clone());
    asked.page(&paging.page_of(packages, key)?)
}

/// Shows a package.
#[utoipa::path(
    get, path = "/api/v1/packages/{id}", operation_id = "showPackage", tag = "packages",
    extensions(("x-scope" = json!("view"))),
    params(("id" = String, Path, description = "its SHA-256, or the first digits of it", max_length = 64)),
    responses(
        (status = 200, description = "the package", body = PackageForm),
        (status = 409, description = "several are meant; the detail lists them", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<String>,
) -> Result<Response> {
    asked.one(&form(&app, &actor, &id).await?)
}

/// Says something else about a package, and offers it with that. What is not said stays; an empty text clears.
#[utoipa::path(
    patch, path = "/api/v1/packages/{id}", operation_id = "changePackage", tag = "packages",
    extensions(("x-scope" = json!("publish"))), request_body = ListingChange,
    params(PublishFilter, ("id" = String, Path, description = "its SHA-256, or the first digits of it", max_length = 64), ("If-Match" = String, Header, description = "the entity tag of the package as it was seen, or `*`")),
    responses((status = 200, description = "what that led to", body = PublishedForm)),
)]
pub(super) async fn set(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<String>,
    Filter(filter): Filter<PublishFilter>,
    request: Request,
) -> Result<Response> {
    let change: ListingChange = body::read_listing(&actor, Ability::Publish, request).await?;
    let (app, id, change, lower) = (&*app, id.as_str(), &change, filter.lower());
    let read = |actor| async move { form(app, &actor, id).await };
    let act = |actor| async move { amend(app, &actor, id, change, lower).await };
    let published = asked.change(app, &actor, read, act).await?;
    asked.once(&PublishedForm::new(&published, &asked))
}

/// Withdraws a package: it is no longer offered, and whoever may is offered the next lower version.
#[utoipa::path(
    post, path = "/api/v1/packages/{id}/withdraw", operation_id = "withdrawPackage", tag = "packages",
    extensions(("x-scope" = json!("publish"))),
    params(("id" = String, Path, description = "its SHA-256, or the first digits of it", max_length = 64), ("If-Match" = String, Header, description = "the entity tag of the package as it was seen, or `*`")),
    responses((status = 200, description = "who is offered what now", body = WithdrawnForm)),
)]
pub(super) async fn withdraw(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<String>,
) -> Result<Response> {
    actor.require(Ability::Publish)?;
    let (app, id) = (&*app, id.as_str());
    let read = |actor| async move { form(app, &actor, id).await };
    let act = |actor| async move { packages::withdraw(app, &actor, id, None).await };
    let withdrawn = asked.change(app, &actor, read, act).await?;
    let changes = withdrawn.changes.into_iter().map(|change| OfferChangeForm {
        users: change.users,
        offered: change.offered,
        still: change.still,
    });
    asked.once(&WithdrawnForm { package: withdrawn.package, changes: changes.collect() })
}

/// Offers a withdrawn package again, as it was.
#[utoipa::path(
    post, path = "/api/v1/packages/{id}/restore", operation_id = "restorePackage", tag = "packages",
    extensions(("x-scope" = json!("publish"))),
    params(PublishFilter, ("id" = String, Path, description = "its SHA-256, or the first digits of it", max_length = 64), ("If-Match" = String, Header, description = "the entity tag of the package as it was seen, or `*`")),
    responses((status = 200, description = "what that led to", body = PublishedForm)),
)]
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<String>,
    Filter(filter): Filter<PublishFilter>,
) -> Result<Response> {
    actor.require(Ability::Publish)?;
    let (app, id, lower) = (&*app, id.as_str(), filter.lower());
    let read = |actor| async move { form(app, &actor, id).await };
    let act = |actor| async move { packages::restore(app, &actor, id, lower).await };
    let published = asked.change(app, &actor, read, act).await?;
    asked.once(&PublishedForm::new(&published, &asked))
}

/// Deletes a withdrawn package for good.
#[utoipa::path(
    delete, path = "/api/v1/packages/{id}", operation_id = "deletePackage", tag = "packages",
    extensions(("x-scope" = json!("publish"))),
    params(("id" = String, Path, description = "its SHA-256, or the first digits of it", max_length = 64), ("If-Match" = String, Header, description = "the entity tag of the package as it was seen, or `*`")),
    responses((status = 204, description = "it is deleted; what clients said about it stays")),
)]
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<String>,
) -> Result<Response> {
    actor.require(Ability::Publish)?;
    let (app, id) = (&*app, id.as_str());
    let read = |actor| async move { form(app, &actor, id).await };
    let act = |actor| async move { packages::delete(app, &actor, id, None).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

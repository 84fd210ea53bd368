//! A draft: all that was read from its file, what changed, what there is to know, its listing, and how people will see it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use catalog::Icon;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Explain, Message, message};

use super::address::with_query;
use super::files;
use super::frame::{Page, Section};
use super::listings::{ListingForm, as_seen, as_xml, refused};
use super::notice::Tone;
use super::package::users_with;
use super::parts::{self, Field, State as Ticked, Weight};
use super::posted::Posted;
use super::preconfiguration;
use super::upload::{Replacing, draft_path};
use super::visit::{Visit, see_other};
use crate::App;
use crate::actions::drafts::{self, Inspected};
use crate::actions::packages;
use crate::actions::publishing::Outlook;
use crate::error::{Error, Kind, Result};
use crate::model::draft::{Draft, DraftId};
use crate::model::package::PackageState;
use crate::rules::inspection::{Difference, Fact};
use crate::rules::publication::LowerVersion;
use crate::rules::role::Ability;
use crate::rules::warning::Warning;

/// Where package files are, for people who read the preview's XML.
const FILES_PATH: &str = "/ajax/updater/files/";

/// How a draft is to be published.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PublishForm {
    known: String,
    in_place_of: String,
    lower: Option<String>,
}

/// What somebody knows of a draft who throws it away.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DiscardForm {
    known: String,
}

fn path_of(id: i64) -> String {
    format!("/admin/packages/drafts/{id}")
}

/// The revision that a form was made of. One that names none knows no revision there is, and changes nothing.
fn known(written: &str) -> Option<i64> {
    Some(written.parse().unwrap_or(i64::MIN))
}

fn number(id: &str) -> Result<DraftId> {
    Ok(DraftId(id.parse().map_err(|_| Kind::NotFound)?))
}

/// Shows a draft.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    Query(Replacing { in_place_of }): Query<Replacing>,
) -> Result<Page> {
    let draft = drafts::find(&app, &visit.actor, number(&id)?).await?;
    let mut form = ListingForm::of(&draft.listing, &draft.required, draft.revision.to_string());
    form.in_place_of = in_place_of;
    page(&app, &visit, &draft, &form, None)
}

/// Saves a draft, or shows how it would look, as the button says.
pub(super) async fn save(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, form }: Posted<ListingForm>,
) -> Result<Response> {
    visit.actor.require(Ability::Publish)?;
    let (id, form) = (number(&id)?, form.settled());
    let draft = drafts::find(&app, &visit.actor, id).await?;
    if form.next == "preview" {
        return Ok(page(&app, &visit, &draft, &form, None)?.into_response());
    }
    match drafts::amend(&app, &visit.actor, id, known(&form.known), &form.change()).await {
        Ok(_) if form.next == "publish" => {
            let carried = [("in_place_of", form.in_place_of.as_str())];
            Ok(see_other(&with_query(&format!("{}/publish", path_of(id.0)), &carried)))
        }
        Ok(_) => {
            let replacing = Replacing { in_place_of: form.in_place_of };
            Ok(visit.lead_on(&draft_path(id.0, &replacing), &message!("draft-saved")))
        }
        Err(error) if error.status().is_client_error() => {
            let status = error.status();
            Ok(page(&app, &visit, &draft, &form, Some(&error))?.with_status(status).into_response())
        }
        Err(error) => Err(error),
    }
}

/// Answers with how a draft would look with what the form says; a script puts it in its place.
pub(super) async fn preview(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, form }: Posted<ListingForm>,
) -> Result<Markup> {
    let draft = drafts::find(&app, &visit.actor, number(&id)?).await?;
    let form = form.settled();
    Ok(previewed(&app, &visit, &form, &inspect(&app, &visit, &draft, &form)))
}

fn inspect(app: &App, visit: &Visit, draft: &Draft, form: &ListingForm) -> Result<Inspected> {
    let change = form.change();
    let required = change.requires_permissions.clone().unwrap_or_default();
    drafts::inspect(app, &visit.actor, draft, draft.listing.clone().changed(&change), &required)
}

/// What a person would see, or why nobody would.
fn previewed(app: &App, visit: &Visit, form: &ListingForm, inspected: &Result<Inspected>) -> Markup {
    match inspected {
        Ok(inspected) => html! {
            (as_seen(visit, &inspected.product))
            (preconfiguration::filled(app, visit, &inspected.product.install_params, form))
            p {
                a href=(users_with(&inspected.required)) { (visit.say(&message!("draft-users", users = inspected.users))) }
            }
            (as_xml(visit, &inspected.product, &format!("{}{FILES_PATH}", visit.visitor.server_url)))
        },
        Err(error) => parts::notice(Tone::Bad, &visit.say(&error.message())),
    }
}

fn page(app: &App, visit: &Visit, draft: &Draft, form: &ListingForm, error: Option<&Error>) -> Result<Page> {
    let inspected = inspect(app, visit, draft, form);
    // What was read from the file is shown whatever the form says.
    let kept = ListingForm::of(&draft.listing, &draft.required, String::new());
    let read = inspect(app, visit, draft, &kept)?;
    let told = inspected.as_ref().unwrap_or(&read);
    let mut saved = kept;
    saved.known = draft.revision.to_string();
    let form = &form.clone().after(error, &saved);
    let title = format!("{} {}", draft.metadata.product_name, draft.metadata.product_version);
    let path = path_of(draft.id.0);
    let say = |message: Message| visit.say(&message);
    let may = visit.may(Ability::Publish);
    let body = html! {
        (crumbs(visit))
        (parts::heading(&title, &parts::badge(Tone::Plain, &say(message!("draft-badge")))))
        @if let Some(error) = error { (refused(visit, error, form, &saved, &path)) }
        p class="hint" { (say(message!(
            "draft-origin", by = draft.received_by.as_str(), at = shown_at(&draft.received_at.to_string())
        ))) " " bdi { (draft.origin.as_str()) } }
        (warnings(visit, &told.warnings))
        div class="columns" {
            section aria-labelledby="listing" {
                h2 id="listing" { (say(message!("draft-listing"))) }
                @if may { (listing_form(visit, &path, form, draft, error)) }
            }
            section aria-labelledby="seen" {
                h2 id="seen" { (say(message!("draft-preview"))) }
                div id="preview" aria-live="polite" { (previewed(app, visit, form, &inspected)) }
                (differences(visit, told.previous.as_deref(), &told.differences))
                h2 { (say(message!("draft-facts"))) }
                (facts(visit, &told.facts))
            }
        }
        script src=(files::address("preview")) defer {}
    };
    Ok(visit.page_named(Section::Packages, &title, body))
}

fn listing_form(
    visit: &Visit,
    path: &str,
    form: &ListingForm,
    draft: &Draft,
    error: Option<&Error>,
) -> Markup {
    let say = |message: Message| visit.say(&message);
    let icon = draft.listing.icon.as_deref().and_then(|icon| Icon::from_base64(icon).ok());
    html! {
        form class="fields" method="post" action=(path) enctype="multipart/form-data" data-preview={ (path) "/preview" }
            data-page=(path) data-signed-out=(say(message!("page-signed-out"))) {
            (parts::csrf(visit))
            (form.fields(visit, &draft.metadata.product_name, icon.as_ref(), draft.metadata.upgrade_code.as_deref(), error))
            div class="actions" {
                button type="submit" class="button first" name="next" value="save" { (say(message!("draft-save"))) }
                button type="submit" class="button" name="next" value="publish" { (say(message!("draft-go-publish"))) }
                button type="submit" class="button" name="next" value="preview" { (say(message!("draft-show-preview"))) }
                (parts::button_link(Weight::Danger, &format!("{path}/discard"), &say(message!("draft-discard"))))
            }
        }
    }
}

/// Where one is, and the way back.
pub(super) fn crumbs(visit: &Visit) -> Markup {
    html! { p class="hint" { a href="/admin/packages" { (visit.say(&message!("page-packages"))) } } }
}

/// A time as people read it.
pub(super) fn shown_at(at: &str) -> String {
    at.get(..16).map_or_else(|| at.to_owned(), |minute| format!("{} UTC", minute.replace('T', " ")))
}

/// What there is to know, each with its mend.
pub(super) fn warnings(visit: &Visit, warnings: &[Warning]) -> Markup {
    html! { @for warning in warnings { (parts::notice(Tone::Warning, &visit.say(&warning.message()))) } }
}

/// All that was read from the file.
pub(super) fn facts(visit: &Visit, facts: &[Fact]) -> Markup {
    let line =
        |fact: &Fact| (visit.say(&fact.property.in_words()), html! { (visit.say(&fact.value.in_words())) });
    parts::facts(facts.iter().map(line).collect())
}

fn differences(visit: &Visit, previous: Option<&str>, differences: &[Difference]) -> Markup {
    let say = |message: Message| visit.say(&message);
    let Some(previous) = previous else {
        return html! { h2 { (say(message!("draft-differences"))) } p { (say(message!("draft-first"))) } };
    };
    let headings =
        [say(message!("draft-property")), say(message!("draft-before")), say(message!("draft-after"))];
    let row = |one: &Difference| {
        let cells = [one.property.in_words(), one.before.in_words(), one.after.in_words()];
        cells.map(|cell| html! { (visit.say(&cell)) }).to_vec()
    };
    html! {
        h2 { (say(message!("draft-differences"))) }
        p { (say(message!("draft-since", previous = previous))) }
        @if differences.is_empty() { p { (say(message!("draft-no-differences"))) } }
        @else { (parts::table(&say(message!("draft-differences")), &headings, differences.iter().map(row).collect())) }
    }
}

/// Says what publishing will do, before it is done.
pub(super) async fn confirm_publish(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    Query(replacing): Query<Replacing>,
) -> Result<Page> {
    visit.actor.require(Ability::Publish)?;
    let draft = drafts::find(&app, &visit.actor, number(&id)?).await?;
    publish_page(&app, &visit, &draft, &replacing.in_place_of, None)
}

fn publish_page(
    app: &App,
    visit: &Visit,
    draft: &Draft,
    replaced: &str,
    error: Option<&Error>,
) -> Result<Page> {
    let form = ListingForm::of(&draft.listing, &draft.required, String::new());
    let inspected = inspect(app, visit, draft, &form)?;
    let say = |message: Message| visit.say(&message);
    let title =
        message!("draft-publish-title", package = crate::model::package::in_words(&inspected.product));
    let path = path_of(draft.id.0);
    let mut choices = vec![(String::new(), say(message!("draft-in-place-of-none")))];
    let kin = packages::list(app, &visit.actor)?.into_iter().filter(|line| {
        line.state != PackageState::Withdrawn
            && line.upgrade_code == inspected.product.upgrade_code.to_string()
    });
    choices.extend(kin.map(|line| (line.id, format!("{} {}", line.name, line.version))));
    // Only one that can be chosen is replaced.
    let replaced = choices.iter().map(|(id, _)| id.as_str()).find(|id| *id == replaced).unwrap_or_default();
    let gone = Some(replaced).filter(|asked| !asked.is_empty());
    let outlook = drafts::would_publish(app, &visit.actor, draft, inspected.product.clone(), gone)?;
    let is_older = inspected.warnings.iter().any(|warning| matches!(warning, Warning::Older { .. }));
    let (in_place_of, lower) = (say(message!("draft-in-place-of")), say(message!("draft-lower")));
    let hint = say(message!("draft-in-place-of-hint"));
    let body = html! {
        (crumbs(visit))
        (parts::heading(&say(title.clone()), &html! {}))
        @if let Some(error) = error { (parts::notice(Tone::Bad, &say(error.message()))) }
        (warnings(visit, &inspected.warnings))
        p { (say(users_said(&outlook))) }
        @if let Some(sentence) = outlook_in_words(&outlook) { p { (say(sentence)) } }
        p { (say(message!("draft-publish-then"))) }
        (as_seen(visit, &inspected.product))
        (parts::form(visit, &format!("{path}/publish"), &html! {
            input type="hidden" name="known" value=(draft.revision);
            @if choices.len() > 1 { (Field::choice("in_place_of", &in_place_of, &choices).value(replaced).hint(&hint)) }
            @if is_older { (Field::tick("lower", &lower, Ticked::Off)) }
            div class="actions" {
                (parts::button_link(Weight::First, &path, &say(message!("draft-back"))))
                (parts::button(Weight::Plain, &say(message!("draft-publish"))))
            }
        }))
    };
    Ok(visit.page(Section::Packages, &title, body))
}

fn users_said(outlook: &Outlook) -> Message {
    if outlook.offered == outlook.users {
        return message!("draft-publish-users", users = outlook.users);
    }
    message!("draft-publish-users-some", users = outlook.users, offered = outlook.offered)
}

/// What else publishing changes, as far as there is anything.
pub(super) fn outlook_in_words(outlook: &Outlook) -> Option<Message> {
    let names = outlook.superseded.join(", ");
    (!names.is_empty()).then(|| message!("draft-publish-superseded", packages = names))
}

/// Publishes a draft.
pub(super) async fn publish(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, form }: Posted<PublishForm>,
) -> Result<Response> {
    visit.actor.require(Ability::Publish)?;
    let id = number(&id)?;
    let lower = if form.lower.is_some() { LowerVersion::Publish } else { LowerVersion::Refuse };
    let in_place_of = Some(form.in_place_of.as_str()).filter(|asked| !asked.is_empty());
    let known = known(&form.known);
    match drafts::publish(&app, &visit.actor, id, known, lower, in_place_of).await {
        Ok(published) => {
            Ok(visit.lead_on(&format!("/admin/packages/{}", published.id), &published.message()))
        }
        Err(error) if error.status().is_client_error() && !matches!(error.kind(), Kind::DraftUnknown(_)) => {
            let draft = drafts::find(&app, &visit.actor, id).await?;
            let status = error.status();
            Ok(publish_page(&app, &visit, &draft, &form.in_place_of, Some(&error))?
                .with_status(status)
                .into_response())
        }
        Err(error) => Err(error),
    }
}

/// Says what throwing a draft away will do, before it is done.
pub(super) async fn confirm_discard(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Page> {
    visit.actor.require(Ability::Publish)?;
    let draft = drafts::find(&app, &visit.actor, number(&id)?).await?;
    let say = |message: Message| visit.say(&message);
    let name = format!("{} {}", draft.metadata.product_name, draft.metadata.product_version);
    let title = message!("draft-discard-title", package = name.as_str());
    let path = path_of(draft.id.0);
    let body = html! {
        (crumbs(&visit))
        (parts::heading(&say(title.clone()), &html! {}))
        p { (say(message!("draft-discard-then"))) }
        (parts::form(&visit, &format!("{path}/discard"), &html! {
            input type="hidden" name="known" value=(draft.revision);
            div class="actions" {
                (parts::button_link(Weight::First, &path, &say(message!("draft-keep"))))
                (parts::button(Weight::Danger, &say(message!("draft-discard"))))
            }
        }))
    };
    Ok(visit.page(Section::Packages, &title, body))
}

/// Throws a draft away.
pub(super) async fn discard(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, form }: Posted<DiscardForm>,
) -> Result<Response> {
    let package = drafts::discard(&app, &visit.actor, number(&id)?, known(&form.known)).await?;
    Ok(visit.lead_on("/admin/packages", &message!("done-package-discard", package = package)))
}

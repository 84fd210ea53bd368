//! One package: what is in it, what became of it, and all that can be done with it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Explain, Message, message};
use url::form_urlencoded::Serializer;

use super::address::with_query;
use super::audit::detail_said;
use super::drafts::{crumbs, facts, outlook_in_words, shown_at, warnings};
use super::frame::{Page, Section};
use super::listings::{ListingForm, as_seen, as_xml, refused};
use super::notice::Tone;
use super::packages::{path_of, state_badge};
use super::parts::{self, Field, State as Ticked, Weight};
use super::people::user_path;
use super::posted::Posted;
use super::users;
use super::visit::{Visit, see_other};
use super::{spread, updater_package};
use crate::App;
use crate::actions::packages::{self, Shown, WouldSet};
use crate::actions::users as users_action;
use crate::actions::{spread as family_spread, updater_package as updater};
use crate::error::{Error, Kind, Result};
use crate::model::audit::AuditLine;
use crate::model::package::{Package, PackageState};
use crate::model::user::Standing;
use crate::rules::audit::actor_in_words;
use crate::rules::draft::listing_of;
use crate::rules::inspection;
use crate::rules::offers::gone_in_words;
use crate::rules::publication::LowerVersion;
use crate::rules::role::Ability;
use crate::rules::warning::Warning;

/// A form that may say that something is meant.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct MeantForm {
    lower: Option<String>,
}

/// Whose offers are to be seen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct UserForm {
    user: String,
}

/// Shows a package.
pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit, Path(id): Path<String>) -> Result<Page> {
    let shown = find(&app, &visit, &id).await?;
    let package = &shown.package;
    let history = packages::history(&app, &visit.actor, package).await?;
    let told = packages::warnings_of(&app, &visit.actor, &package.sha256.to_string())?;
    let say = |message: Message| visit.say(&message);
    let title = package.to_string();
    let digests = packages::digests_of(package);
    let spread = family_spread::show(&app, &visit.actor, package.product.family()).await?;
    let files_url = format!("{}/ajax/updater/files/", visit.visitor.server_url);
    let body = html! {
        (crumbs(&visit))
        (parts::heading(&title, &state_badge(&visit, shown.state)))
        (buttons(&visit, &shown, is_updater(&app, &visit, &shown)?))
        (warnings(&visit, &told))
        @if is_updater(&app, &visit, &shown)? {
            (parts::notice(Tone::Plain, &say(message!("package-is-updater"))))
        }
        (parts::facts(standing(&visit, &shown)))
        @if let Some(spread) = &spread {
            h2 { (say(message!("spread-title"))) }
            (spread::of_family(&visit, spread))
        }
        (preview_as(&visit, &package.short_id()))
        div class="columns" {
            section { h2 { (say(message!("draft-preview"))) } (as_seen(&visit, &package.product)) (as_xml(&visit, &package.product, &files_url)) }
            section { h2 { (say(message!("draft-facts"))) } (facts(&visit, &inspection::facts(&package.metadata, &digests))) }
        }
        h2 { (say(message!("package-history"))) }
        (history_table(&visit, package, &history))
    };
    Ok(visit.page_named(Section::Packages, &title, body))
}

async fn find(app: &App, visit: &Visit, id: &str) -> Result<Shown> {
    let found = packages::show(app, &visit.actor, id, None).await;
    found.map_err(
        |error| if matches!(error.kind(), Kind::Withdrawal(_)) { Kind::NotFound.into() } else { error },
    )
}

/// Whether people install the updater with a package.
fn is_updater(app: &App, visit: &Visit, shown: &Shown) -> Result<bool> {
    let updater = updater::show(app, &visit.actor)?;
    Ok(updater.is_some_and(|updater| updater.sha256 == shown.package.sha256.to_string()))
}

fn buttons(visit: &Visit, shown: &Shown, is_updater: bool) -> Markup {
    let say = |message: Message| visit.say(&message);
    let path = path_of(&shown.package.short_id());
    let replace = with_query("/admin/packages/new", &[("in_place_of", &shown.package.short_id())]);
    let link = |weight, what: &str, label: Message| {
        parts::button_link(weight, &format!("{path}/{what}"), &say(label))
    };
    let to_updater = format!("{}?package={}", updater_package::PATH, shown.package.short_id());
    html! {
        @if visit.may(Ability::Publish) {
            div class="actions" {
                @if visit.may(Ability::Administer) && shown.package.url.is_none() {
                    (parts::button_link(Weight::Plain, &to_updater, &say(if is_updater { message!("overview-show-updater") } else { message!("package-make-updater") })))
                }
                @if shown.state == PackageState::Withdrawn {
                    (link(Weight::Plain, "restore", message!("package-restore")))
                    (link(Weight::Danger, "delete", message!("package-delete")))
                } @else {
                    (link(Weight::Plain, "listing", message!("package-edit")))
                    (parts::button_link(Weight::Plain, &replace, &say(message!("package-replace"))))
                    (link(Weight::Danger, "withdraw", message!("package-withdraw")))
                }
            }
        }
    }
}

fn standing(visit: &Visit, shown: &Shown) -> Vec<(String, Markup)> {
    let say = |message: Message| visit.say(&message);
    let product = &shown.package.product;
    let of_version = {
        let mut query = Serializer::new(String::new());
        query.append_pair("product", &product.upgrade_code.to_string());
        query.append_pair("version", product.version.as_str()).finish()
    };
    let required: Vec<String> = shown.package.required.iter().map(ToString::to_string).collect();
    let offered_to = if required.is_empty() {
        message!("package-offered-to-all", users = shown.users)
    } else {
        message!("package-offered-to", users = shown.users, required = required.join(", "))
    };
    let published = message!(
        "package-published",
        at = shown_at(&shown.package.published_at.to_string()),
        by = shown.package.published_by.as_str()
    );
    let dependents = shown.dependents;
    vec![
        (say(message!("heading-published")), html! { (say(published)) }),
        (say(message!("package-users")), html! { a href=(users_with(&required)) { (say(offered_to)) } }),
        (
            say(message!("package-devices")),
            html! { a href={ "/admin/devices?" (of_version) } { (dependents.devices) } },
        ),
        (
            say(message!("package-reports")),
            html! { a href={ "/admin/reports?" (of_version) } { (dependents.reports) } },
        ),
        (say(message!("package-downloads")), html! { (dependents.downloads) }),
    ]
}

/// The list of the users who can sign in and have all of these permissions.
pub(super) fn users_with(required: &[String]) -> String {
    let mut query = Serializer::new(String::new());
    query.append_pair("standing", Standing::Enabled.as_str());
    if !required.is_empty() {
        query.append_pair("permission", &required.join(" "));
    }
    format!("{}?{}", users::PATH, query.finish())
}

/// Asks for a user whose offers are to be seen.
fn preview_as(visit: &Visit, id: &str) -> Markup {
    let user = visit.say(&message!("package-preview-as"));
    let show = visit.say(&message!("package-preview-as-show"));
    parts::filters(
        &format!("{}/as-user", path_of(id)),
        &html! {
            (Field::text("user", &user).required().autocomplete("off"))
            (parts::button(Weight::Plain, &show))
        },
    )
}

/// Leads to what a user is offered and why, or to the users of whose names this is a part.
pub(super) async fn as_user(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(asked): Query<UserForm>,
) -> Result<Response> {
    let name = asked.user.trim();
    let lead = match users_action::show(&app, &visit.actor, name).await {
        Ok(found) => user_path(&found.name),
        Err(error) if error.status().is_client_error() && visit.may(Ability::View) => {
            let query = Serializer::new(String::new()).append_pair("search", name).finish();
            format!("{}?{query}", users::PATH)
        }
        Err(error) => return Err(error),
    };
    Ok(see_other(&lead))
}

fn history_table(visit: &Visit, package: &Package, history: &[AuditLine]) -> Markup {
    // Each line is about these bytes, which are told of above.
    let itself = format!("sha256 {}", package.sha256);
    let rest = |detail: &str| {
        detail.strip_prefix(&itself).unwrap_or(detail).trim_start_matches([',', ' ']).to_owned()
    };
    let headings = [
        message!("heading-at"),
        message!("heading-actor"),
        message!("heading-action"),
        message!("heading-detail"),
    ]
    .map(|heading| visit.say(&heading));
    let row = |line: &AuditLine| {
        vec![
            parts::time(&line.at),
            html! { (visit.say(&actor_in_words(&line.actor_kind, &line.actor))) },
            html! { (visit.say(&done_in_words(&line.action))) },
            html! { (detail_said(visit, &rest(&line.detail))) },
        ]
    };
    parts::table(&visit.say(&message!("package-history")), &headings, history.iter().map(row).collect())
}

fn done_in_words(action: &str) -> Message {
    match action {
        "package.add" => message!("deed-package-add"),
        "package.receive" => message!("deed-package-receive"),
        "package.draft" => message!("deed-package-draft"),
        "package.discard" => message!("deed-package-discard"),
        "package.set" => message!("deed-package-set"),
        "package.replace" => message!("deed-package-replace"),
        "package.restore" => message!("deed-package-restore"),
        "package.withdraw" => message!("deed-package-withdraw"),
        "package.delete" => message!("deed-package-delete"),
        other => message!("value-text", text = other),
    }
}

/// Shows the form of a package's listing.
pub(super) async fn edit(State(app): State<Arc<App>>, visit: Visit, Path(id): Path<String>) -> Result<Page> {
    visit.actor.require(Ability::Publish)?;
    let shown = find(&app, &visit, &id).await?;
    let form =
        ListingForm::of(&listing_of(&shown.package), &shown.package.required, shown.entity_tag.clone());
    Ok(edit_page(&visit, &shown, &form, None))
}

fn edit_page(visit: &Visit, shown: &Shown, form: &ListingForm, error: Option<&Error>) -> Page {
    let known = shown.entity_tag.clone();
    let saved = ListingForm::of(&listing_of(&shown.package), &shown.package.required, known);
    let form = form.clone().after(error, &saved);
    let say = |message: Message| visit.say(&message);
    let title = message!("package-edit-title", package = shown.package.to_string());
    let path = path_of(&shown.package.short_id());
    let body = html! {
        (crumbs(visit))
        (parts::heading(&say(title.clone()), &html! {}))
        @if let Some(error) = error { (refused(visit, error, &form, &saved, &format!("{path}/listing"))) }
        p { (say(message!("package-edit-then"))) }
        (parts::form_with_files(visit, &format!("{path}/listing"), &html! {
            (form.fields(visit, &shown.package.metadata.product_name, shown.package.product.icon.as_ref(), shown.package.metadata.upgrade_code.as_deref(), error))
            div class="actions" {
                (parts::button_link(Weight::First, &path, &say(message!("package-keep"))))
                (parts::button(Weight::Plain, &say(message!("draft-go-publish"))))
            }
        }))
    };
    visit.page(Section::Packages, &title, body)
}

/// Says what publishing with this listing does, before it is done.
fn confirm_listing(visit: &Visit, shown: &Shown, form: &ListingForm, would: &WouldSet) -> Page {
    let say = |message: Message| visit.say(&message);
    let title = message!("package-edit-confirm", package = shown.package.to_string());
    let path = path_of(&shown.package.short_id());
    let is_older = would.warnings.iter().any(|warning| matches!(warning, Warning::Older { .. }));
    let lower = say(message!("draft-lower"));
    let button = |next: &str, class: &str, label: Message| {
        html! { button type="submit" class=(class) name="next" value=(next) { (say(label)) } }
    };
    let body = html! {
        (crumbs(visit))
        (parts::heading(&say(title.clone()), &html! {}))
        (warnings(visit, &would.warnings))
        p { (say(message!("package-edit-users", before = shown.users, after = would.outlook.users))) }
        @if let Some(sentence) = outlook_in_words(&would.outlook) { p { (say(sentence)) } }
        (as_seen(visit, &would.product))
        (parts::form(visit, &format!("{path}/listing"), &html! {
            (form.hidden())
            @if is_older { (Field::tick("lower", &lower, Ticked::Off)) }
            div class="actions" {
                (button("edit", "button first", message!("package-edit-back")))
                (button("confirmed", "button", message!("package-edit-publish")))
            }
        }))
    };
    visit.page(Section::Packages, &title, body)
}

/// Publishes a package with another listing.
pub(super) async fn set_listing(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, form }: Posted<ListingForm>,
) -> Result<Response> {
    visit.actor.require(Ability::Publish)?;
    let shown = find(&app, &visit, &id).await?;
    let form = form.settled();
    let change = form.change();
    let required = change.requires_permissions.clone().unwrap_or_default();
    let written = listing_of(&shown.package).changed(&change);
    let sha256 = shown.package.sha256.to_string();
    let known = Some(form.known.as_str());
    let is_confirmed = form.next == "confirmed";
    if form.next == "edit" {
        return Ok(edit_page(&visit, &shown, &form, None).into_response());
    }
    if !is_confirmed {
        return match packages::would_set(&app, &visit.actor, &sha256, known, written, &required) {
            Ok(would) => Ok(confirm_listing(&visit, &shown, &form, &would).into_response()),
            Err(error) if error.status().is_client_error() => {
                let status = error.status();
                Ok(edit_page(&visit, &shown, &form, Some(&error)).with_status(status).into_response())
            }
            Err(error) => Err(error),
        };
    }
    let lower = if form.lower.is_some() { LowerVersion::Publish } else { LowerVersion::Refuse };
    let set = packages::set_listing(&app, &visit.actor, &sha256, known, written, &required, lower);
    match set.await {
        Ok(published) => Ok(visit.lead_on(&path_of(&published.id), &published.message())),
        Err(error) if error.status().is_client_error() => {
            let status = error.status();
            Ok(edit_page(&visit, &shown, &form, Some(&error)).with_status(status).into_response())
        }
        Err(error) => Err(error),
    }
}

/// A page that says what will happen, with a button for it; the safe way leads back.
fn confirmation(
    visit: &Visit,
    shown: &Shown,
    what: &str,
    title: &Message,
    sentences: &[Message],
    more: &Markup,
    label: &Message,
) -> Page {
    let path = path_of(&shown.package.short_id());
    let body = html! {
        (crumbs(visit))
        (parts::heading(&visit.say(title), &html! {}))
        @for sentence in sentences { p { (visit.say(sentence)) } }
        (parts::form(visit, &format!("{path}/{what}"), &html! {
            (more)
            div class="actions" {
                (parts::button_link(Weight::First, &path, &visit.say(&message!("package-keep"))))
                (parts::button(Weight::Danger, &visit.say(label)))
            }
        }))
    };
    visit.page(Section::Packages, title, body)
}

/// Says what withdrawing will do.
pub(super) async fn confirm_withdraw(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Page> {
    let shown = find(&app, &visit, &id).await?;
    let withdrawn = packages::would_withdraw(&app, &visit.actor, &shown.package.sha256.to_string())?;
    let mut sentences = vec![message!("package-withdraw-then")];
    sentences.extend(gone_in_words(&withdrawn.changes));
    let title = message!("package-withdraw-title", package = withdrawn.package);
    let label = message!("package-withdraw");
    Ok(confirmation(&visit, &shown, "withdraw", &title, &sentences, &html! {}, &label))
}

/// Withdraws a package.
pub(super) async fn withdraw(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, .. }: Posted<MeantForm>,
) -> Result<Response> {
    let shown = find(&app, &visit, &id).await?;
    let sha256 = shown.package.sha256.to_string();
    let withdrawn = packages::withdraw(&app, &visit.actor, &sha256, None).await?;
    let done = message!("package-withdraw-done", package = withdrawn.package);
    Ok(visit.lead_on(&path_of(&shown.package.short_id()), &done))
}

/// Says what offering a package again will do.
pub(super) async fn confirm_restore(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Page> {
    visit.actor.require(Ability::Publish)?;
    let shown = find(&app, &visit, &id).await?;
    let title = message!("package-restore-title", package = shown.package.to_string());
    let lower = visit.say(&message!("draft-lower"));
    let more = html! { (Field::tick("lower", &lower, Ticked::Off)) };
    let (sentences, label) = ([message!("package-restore-then")], message!("package-restore"));
    Ok(confirmation(&visit, &shown, "restore", &title, &sentences, &more, &label))
}

/// Offers a withdrawn package again.
pub(super) async fn restore(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, form }: Posted<MeantForm>,
) -> Result<Response> {
    visit.actor.require(Ability::Publish)?;
    let shown = find(&app, &visit, &id).await?;
    let lower = if form.lower.is_some() { LowerVersion::Publish } else { LowerVersion::Refuse };
    let restored = packages::restore(&app, &visit.actor, &shown.package.sha256.to_string(), lower).await;
    let path = path_of(&shown.package.short_id());
    Ok(match restored {
        Ok(published) => visit.lead_on(&path, &published.message()),
        Err(error) if error.status().is_client_error() => {
            visit.lead_on_with(&path, Tone::Bad, &error.message())
        }
        Err(error) => return Err(error),
    })
}

/// Says what deleting will do, and what depends on the package.
pub(super) async fn confirm_delete(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Page> {
    visit.actor.require(Ability::Publish)?;
    let shown = find(&app, &visit, &id).await?;
    let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let sentences = [
        message!("package-delete-then"),
        message!("package-delete-devices", devices = count(shown.dependents.devices)),
        message!("package-delete-reports", reports = count(shown.dependents.reports)),
        message!("package-delete-downloads", downloads = shown.dependents.downloads),
    ];
    if is_updater(&app, &visit, &shown)? {
        return Ok(not_to_be_deleted(&visit, &shown, sentences.get(1..).unwrap_or_default()));
    }
    let title = message!("package-delete-title", package = shown.package.to_string());
    Ok(confirmation(&visit, &shown, "delete", &title, &sentences, &html! {}, &message!("package-delete")))
}

/// Says that people install the updater with a package, and where another one is chosen for that.
fn not_to_be_deleted(visit: &Visit, shown: &Shown, depending: &[Message]) -> Page {
    let package = shown.package.to_string();
    let title = message!("package-delete-title", package = package.as_str());
    let body = html! {
        (crumbs(visit))
        (parts::heading(&visit.say(&title), &html! {}))
        (parts::notice(Tone::Warning, &visit.say(&message!("error-package-is-updater", package = package))))
        @for sentence in depending { p { (visit.say(sentence)) } }
        div class="actions" {
            (parts::button_link(Weight::First, &path_of(&shown.package.short_id()), &visit.say(&message!("package-keep"))))
            (parts::button_link(Weight::Plain, updater_package::PATH, &visit.say(&message!("overview-show-updater"))))
        }
    };
    visit.page(Section::Packages, &title, body)
}

/// Deletes a package.
pub(super) async fn delete(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, .. }: Posted<MeantForm>,
) -> Result<Response> {
    visit.actor.require(Ability::Publish)?;
    let shown = find(&app, &visit, &id).await?;
    let deleted = packages::delete(&app, &visit.actor, &shown.package.sha256.to_string(), None).await;
    Ok(match deleted {
        Ok(package) => visit.lead_on("/admin/packages", &message!("done-package-delete", package = package)),
        Err(error) if error.status().is_client_error() => {
            visit.lead_on_with(&path_of(&shown.package.short_id()), Tone::Bad, &error.message())
        }
        Err(error) => return Err(error),
    })
}

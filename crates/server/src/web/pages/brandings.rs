//! Brandings: the list, and one of them with its groups, what it says of products, and its own packages.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;
use text::message;

use super::address::segment;
use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::people::{group_links, group_path, led_on};
use super::posted::Posted;
use super::user::{Nothing, One, one_field};
use super::visit::Visit;
use crate::App;
use crate::actions::brandings;
use crate::error::{Error, Kind, Result};
use crate::model::branding::{BrandedChange, BrandedLine, BrandingLine};
use crate::rules::branding::BrandingError;
use crate::rules::role::Ability;

/// Where the list is.
pub(super) const PATH: &str = "/admin/brandings";

/// The address of a branding's page.
fn branding_path(name: &str) -> String {
    format!("{PATH}/{}", segment(name))
}

/// What the form to add one says.
#[derive(Debug, Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(super) struct NewBranding {
    name: String,
    shown_name: String,
}

/// What the form about a product says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Dress {
    product: String,
    name: String,
    info_url: String,
    minimum_version: String,
}

/// Shows the list.
pub(super) async fn list(State(app): State<Arc<App>>, visit: Visit) -> Result<Page> {
    let lines = brandings::list(&app, &visit.actor).await?;
    let title = message!("page-brandings");
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        p { (visit.say(&message!("brandings-about"))) }
        @if lines.is_empty() { (parts::empty(&visit.say(&message!("no-brandings")), &html! {})) }
        @else { (table(&visit, &lines)) }
        @if visit.may(Ability::Administer) {
            h2 { (visit.say(&message!("branding-new"))) }
            (parts::form(&visit, PATH, &html! {
                (Field::text("name", &visit.say(&message!("heading-name"))).hint(&visit.say(&message!("branding-name-hint"))).required().autocomplete("off"))
                (Field::text("shown_name", &visit.say(&message!("branding-shown-name"))).hint(&visit.say(&message!("branding-shown-name-hint"))))
                div class="actions" { (parts::button(Weight::First, &visit.say(&message!("branding-new")))) }
            }))
        }
    };
    Ok(visit.page(Section::Groups, &title, body))
}

fn table(visit: &Visit, lines: &[BrandingLine]) -> Markup {
    let headings = [
        message!("heading-name"),
        message!("branding-shown-name"),
        message!("heading-groups"),
        message!("branding-products"),
        message!("branding-packages"),
    ];
    let headings = headings.map(|heading| visit.say(&heading));
    let rows = lines.iter().map(|line| {
        vec![
            html! { a href=(branding_path(&line.name)) { (line.name) } },
            html! { (line.shown_name) },
            group_links(&line.groups),
            html! { (line.products.len()) },
            html! { (line.packages.len()) },
        ]
    });
    parts::table(&visit.say(&message!("page-brandings")), &headings, rows.collect())
}

/// Adds a branding.
pub(super) async fn create(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<NewBranding>,
) -> Result<Response> {
    let shown = Some(form.shown_name.trim()).filter(|shown| !shown.is_empty());
    match brandings::add(&app, &visit.actor, &form.name, shown).await {
        Ok(name) => {
            let done = message!("done-branding-add", name = name.as_str());
            Ok(visit.lead_on(&branding_path(name.as_str()), &done))
        }
        Err(error) => led_on(&visit, PATH, Err(error)),
    }
}

/// Shows a branding.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Page> {
    let line = or_not_there(brandings::show(&app, &visit.actor, &name).await)?;
    let may = visit.may(Ability::Administer);
    let facts = vec![
        (visit.say(&message!("heading-name")), html! { code { (line.name) } }),
        (visit.say(&message!("heading-added")), parts::time(&line.created_at)),
    ];
    let body = html! {
        p { a href=(PATH) { (visit.say(&message!("page-brandings"))) } }
        (parts::heading(&line.shown_name, &html! {}))
        (parts::facts(facts))
        h2 { (visit.say(&message!("heading-groups"))) }
        (groups(&visit, &line))
        h2 { (visit.say(&message!("branding-products"))) }
        (products(&visit, &line))
        @if may { (dress_form(&visit, &line)) }
        h2 { (visit.say(&message!("branding-packages"))) }
        @if line.packages.is_empty() { p { (visit.say(&message!("branding-packages-none"))) } }
        @else { ul class="items" { @for package in &line.packages { li { (package) } } } }
        @if may {
            h2 { (visit.say(&message!("branding-remove"))) }
            p { (visit.say(&message!("branding-remove-about"))) }
            p { (parts::button_form(&visit, &format!("{}/remove", branding_path(&line.name)), Weight::Danger, &visit.say(&message!("branding-remove")))) }
        }
    };
    Ok(visit.page_named(Section::Groups, &line.shown_name, body))
}

fn groups(visit: &Visit, line: &BrandingLine) -> Markup {
    let path = branding_path(&line.name);
    let may = visit.may(Ability::Administer);
    html! {
        @if line.groups.is_empty() { p { (visit.say(&message!("branding-groups-none"))) } }
        @else {
            ul class="items" { @for group in &line.groups { li {
                a href=(group_path(group)) { (group) }
                @if may {
                    " " (one_field(visit, &format!("{path}/unassign"), "value", group, &visit.say(&message!("branding-unassign", group = group))))
                }
            } } }
        }
        @if may {
            (parts::form(visit, &format!("{path}/assign"), &html! {
                (Field::text("value", &visit.say(&message!("branding-assign-label"))).required())
                div class="actions" { (parts::button(Weight::Plain, &visit.say(&message!("branding-assign")))) }
            }))
        }
    }
}

fn products(visit: &Visit, line: &BrandingLine) -> Markup {
    if line.products.is_empty() {
        return html! { p { (visit.say(&message!("branding-products-none"))) } };
    }
    let headings = [
        message!("branding-product"),
        message!("branding-shown-name"),
        message!("listing-icon"),
        message!("listing-info-url"),
        message!("branding-minimum-version"),
    ];
    let headings = headings.map(|heading| visit.say(&heading));
    let row = |product: &BrandedLine| {
        let icon = product.icon.as_ref();
        vec![
            html! { (product.product.as_deref().unwrap_or("–")) br; code { (product.upgrade_code) } },
            html! { (product.name.as_deref().unwrap_or("–")) },
            html! {
                @match icon {
                    Some(icon) => { img src={ "data:image/x-icon;base64," (icon) } alt="" width="32" height="32"; }
                    None => { "–" }
                }
            },
            html! { (product.info_url.as_deref().unwrap_or("–")) },
            html! { (product.minimum_version.as_deref().unwrap_or("–")) },
        ]
    };
    let rows = line.products.iter().map(row).collect();
    html! {
        @for product in line.products.iter().filter(|product| !product.below_minimum.is_empty()) {
            (parts::notice(Tone::Warning, &visit.say(&message!(
                "branding-below-minimum",
                offered = product.below_minimum.join(", "),
                version = product.minimum_version.as_deref().unwrap_or_default()
            ))))
        }
        (parts::table(&visit.say(&message!("branding-products")), &headings, rows))
    }
}

fn dress_form(visit: &Visit, line: &BrandingLine) -> Markup {
    let labels = [
        message!("branding-product-label"),
        message!("branding-shown-name"),
        message!("listing-info-url"),
        message!("branding-minimum-version"),
        message!("branding-minimum-version-hint"),
        message!("branding-dress"),
        message!("branding-dress-hint"),
    ];
    let [product, name, url, minimum, minimum_hint, dress, hint] = labels.map(|label| visit.say(&label));
    parts::form(
        visit,
        &format!("{}/dress", branding_path(&line.name)),
        &html! {
            (Field::text("product", &product).hint(&hint).required())
            (Field::text("name", &name))
            (Field::of_type("url", "info_url", &url))
            (Field::text("minimum_version", &minimum).hint(&minimum_hint))
            div class="actions" { (parts::button(Weight::Plain, &dress)) }
        },
    )
}

/// Says something of a product; what is left empty stays as it is.
pub(super) async fn dress(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, form }: Posted<Dress>,
) -> Result<Response> {
    let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let change = BrandedChange {
        name: said(&form.name),
        info_url: said(&form.info_url),
        minimum_version: said(&form.minimum_version),
        icon: None,
    };
    let done = brandings::dress(&app, &visit.actor, &name, &form.product, &change).await;
    let done = done.map(|_| message!("done-branding-dress", name = &name, product = form.product.trim()));
    led_on(&visit, &branding_path(&name), done)
}

/// Shows the branding to a group.
pub(super) async fn assign(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, form }: Posted<One>,
) -> Result<Response> {
    let group = form.value.trim();
    let done = brandings::assign(&app, &visit.actor, &name, group).await;
    let done = done.map(|_| message!("done-branding-assign", name = &name, group = group));
    led_on(&visit, &branding_path(&name), done)
}

/// Shows the branding to a group no longer.
pub(super) async fn unassign(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, form }: Posted<One>,
) -> Result<Response> {
    let done = brandings::unassign(&app, &visit.actor, &form.value).await;
    let done = done.map(|_| message!("done-branding-unassign", group = &form.value));
    led_on(&visit, &branding_path(&name), done)
}

/// Removes the branding.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    match brandings::remove(&app, &visit.actor, &name).await {
        Ok(()) => Ok(visit.lead_on(PATH, &message!("done-branding-remove", name = &name))),
        Err(error) => led_on(&visit, &branding_path(&name), Err(error)),
    }
}

/// A branding that is not there is a page that is not there.
fn or_not_there<Value>(result: Result<Value>) -> Result<Value> {
    let absent = |error: &Error| {
        matches!(error.kind(), Kind::Branding(BrandingError::Unknown(_) | BrandingError::Name(_)))
    };
    result.map_err(|error| if absent(&error) { Kind::NotFound.into() } else { error })
}

//! A package from a web address: the server fetches it once to look at it, and it stays there.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Explain, message};

use super::frame::{Page, Section};
use super::parts::{self, Field, Weight};
use super::posted::Posted;
use super::upload::{Replacing, draft_path};
use super::visit::{Visit, see_other};
use crate::App;
use crate::actions::drafts;
use crate::error::{Error, Kind, Result};
use crate::rules::role::Ability;

/// Where the form is sent to.
pub(super) const PATH: &str = "/admin/packages/from-address";

/// What the form says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Address {
    #[serde(default)]
    url: String,
    /// The package that the one there is to replace.
    #[serde(default)]
    in_place_of: String,
}

/// Shows the form on a page of its own.
pub(super) async fn show(visit: Visit, Query(Replacing { in_place_of }): Query<Replacing>) -> Result<Page> {
    visit.actor.require(Ability::Publish)?;
    Ok(page(&visit, &Address { in_place_of, ..Address::default() }, None))
}

fn page(visit: &Visit, written: &Address, error: Option<&Error>) -> Page {
    let title = message!("package-address");
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        p { (visit.say(&message!("package-address-about"))) }
        (form(visit, written, error))
        p { (parts::button_link(Weight::Plain, "/admin/packages/new", &visit.say(&message!("package-address-upload")))) }
    };
    visit.page(Section::Packages, &title, body)
}

fn form(visit: &Visit, written: &Address, error: Option<&Error>) -> Markup {
    let said = error.map(|error| error.message().say(visit.language));
    let (label, hint) =
        (visit.say(&message!("heading-address")), visit.say(&message!("package-address-hint")));
    let url = Field::of_type("url", "url", &label).value(&written.url).hint(&hint).error(said.as_deref());
    let content = html! {
        (url.required())
        input type="hidden" name="in_place_of" value=(written.in_place_of);
        (parts::button(Weight::First, &visit.say(&message!("package-address-fetch"))))
    };
    parts::form(visit, PATH, &content)
}

/// Fetches the package and shows its draft; what is wrong is said at the field.
pub(super) async fn fetch(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<Address>,
) -> Result<Response> {
    match drafts::receive_from(&app, &visit.actor, &form.url).await {
        Ok(id) => Ok(see_other(&draft_path(id.0, &Replacing { in_place_of: form.in_place_of }))),
        Err(error) if matches!(error.kind(), Kind::NotAllowed) || error.status().is_server_error() => {
            Err(error)
        }
        Err(error) => Ok(page(&visit, &form, Some(&error)).with_status(error.status()).into_response()),
    }
}

//! The first administrator. Without a set-up there is no such page.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;
use serde::Deserialize;
use text::message;

use super::entering::refused;
use super::frame::Page;
use super::parts::{self, Field, Weight};
use super::posted::PostedByGuest;
use super::sign_in::entered;
use super::visit::Guest;
use crate::App;
use crate::actions::set_up;
use crate::error::{Error, Kind, Result};
use crate::identity::PASSWORD_LENGTH_MIN;

/// The code and the first administrator.
#[derive(Deserialize)]
pub(super) struct First {
    code: String,
    name: String,
    new: String,
    again: String,
}

/// Shows the page.
pub(super) async fn show(State(app): State<Arc<App>>, guest: Guest) -> Result<Page> {
    if !set_up::is_open(&app) {
        return Err(Kind::NotFound.into());
    }
    Ok(page(&guest, "", None))
}

/// Makes the first administrator, or says why not.
pub(super) async fn make(
    State(app): State<Arc<App>>,
    PostedByGuest { guest, form }: PostedByGuest<First>,
) -> Result<Response> {
    if !set_up::is_open(&app) {
        return Err(Kind::NotFound.into());
    }
    match made(&app, &guest, &form).await {
        Ok(response) => Ok(response),
        Err(error) if error.status().is_client_error() && !matches!(error.kind(), Kind::NotFound) => {
            Ok(page(&guest, &form.name, Some(&error)).with_status(error.status()).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn made(app: &App, guest: &Guest, form: &First) -> Result<Response> {
    if form.new != form.again {
        return Err(Kind::PasswordsDiffer.into());
    }
    let address = guest.visitor.address;
    let begun = set_up::first_administrator(app, &form.code, &form.name, &form.new, address).await?;
    Ok(entered(&begun, guest, None))
}

fn page(guest: &Guest, name: &str, error: Option<&Error>) -> Page {
    let say = |message: text::Message| message.say(guest.language);
    let (code, code_hint) = (say(message!("set-up-code")), say(message!("set-up-code-hint")));
    let name_label = say(message!("sign-in-name"));
    let (new, again) = (say(message!("account-password-new")), say(message!("account-password-again")));
    let hint = say(message!("account-password-hint", characters = PASSWORD_LENGTH_MIN));
    let body = html! {
        (refused(error, guest.language))
        p { (say(message!("set-up-about"))) }
        form class="fields" method="post" action="/setup" {
            (Field::text("code", &code).hint(&code_hint).autocomplete("off").required())
            (Field::text("name", &name_label).value(name).autocomplete("username").required())
            (Field::password("new", &new, "new-password").hint(&hint).required())
            (Field::password("again", &again, "new-password").required())
            div class="actions" { (parts::button(Weight::First, &say(message!("set-up-make")))) }
        }
    };
    Page::of_guest(guest, &message!("set-up-title"), &body)
}

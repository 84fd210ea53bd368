//! The own password: changed, or chosen in place of a one-time one.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Language, message};

use super::entering::{Entering, PostedEntering, refused};
use super::frame::{Page, Section};
use super::parts::{self, Field, Weight};
use super::posted::Posted;
use super::sign_in::Wanted;
use super::visit::{NEW_PASSWORD, NoVisit, Visit, Visited};
use crate::App;
use crate::actions::own_password;
use crate::error::{Error, Kind, Result};
use crate::identity::PASSWORD_LENGTH_MIN;
use crate::model::session::Step;
use crate::rules::role::Actor;

/// The old password, the new one twice, and where the person wanted to go.
#[derive(Deserialize)]
pub(super) struct Passwords {
    #[serde(default)]
    old: String,
    new: String,
    again: String,
    next: Option<String>,
}

/// Asks for another password in place of a one-time one.
pub(super) async fn need(entering: Entering, Query(wanted): Query<Wanted>) -> Visited<Page> {
    let entering = entering.at(Step::NewPassword)?;
    Ok(needed(&entering, wanted.next.as_deref(), None))
}

/// Takes the password that was chosen.
pub(super) async fn choose(
    State(app): State<Arc<App>>,
    PostedEntering { entering, form }: PostedEntering<Passwords>,
) -> Visited<Response> {
    let entering = entering.at(Step::NewPassword)?;
    let next = form.next.as_deref();
    match changed(&app, &entering.actor, &form).await {
        Ok(token) => Ok(entering.lead_on(&token, next)),
        Err(error) if error.status().is_client_error() => {
            Ok(needed(&entering, next, Some(&error)).with_status(error.status()).into_response())
        }
        Err(error) => Err(NoVisit::Error(error)),
    }
}

fn needed(entering: &Entering, next: Option<&str>, error: Option<&Error>) -> Page {
    let form = html! {
        (refused(error, entering.language))
        p { (entering.say(&message!("new-password-about"))) }
        (new_twice(entering.language))
        div class="actions" { (parts::button(Weight::First, &entering.say(&message!("new-password-choose")))) }
    };
    entering.page(&message!("new-password-title"), NEW_PASSWORD, next, &form)
}

/// Shows the form for another password.
pub(super) async fn show(visit: Visit) -> Result<Page> {
    visit.actor.own_account()?;
    Ok(page(&visit, None))
}

/// Changes the own password.
pub(super) async fn change(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<Passwords>,
) -> Result<Response> {
    match changed(&app, &visit.actor, &form).await {
        Ok(token) => {
            let visit = visit.renewed(token.as_str());
            let mut response = visit.lead_on("/account", &message!("own-password-changed"));
            response.headers_mut().extend(visit.keep_session().map(|value| (SET_COOKIE, value)));
            Ok(response)
        }
        Err(error) if error.status().is_client_error() => {
            Ok(page(&visit, Some(&error)).with_status(error.status()).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn changed(app: &App, actor: &Actor, form: &Passwords) -> Result<crate::model::secret::Secret> {
    if form.new != form.again {
        return Err(Kind::PasswordsDiffer.into());
    }
    own_password::change(app, actor, &form.old, &form.new).await
}

fn page(visit: &Visit, error: Option<&Error>) -> Page {
    let title = visit.say(&message!("own-password-title"));
    let label = visit.say(&message!("account-password-now"));
    let fields = html! {
        (Field::password("old", &label, "current-password").required())
        (new_twice(visit.language))
        p { (visit.say(&message!("own-password-about"))) }
        div class="actions" {
            (parts::button(Weight::First, &title))
            (parts::button_link(Weight::Plain, "/account", &visit.say(&message!("account-back"))))
        }
    };
    let body = html! {
        (parts::heading(&title, &html! {}))
        (refused(error, visit.language))
        (parts::form(visit, "/account/password", &fields))
    };
    visit.page(Section::Account, &message!("own-password-title"), body)
}

fn new_twice(language: Language) -> Markup {
    let new = message!("account-password-new").say(language);
    let hint = message!("account-password-hint", characters = PASSWORD_LENGTH_MIN).say(language);
    let again = message!("account-password-again").say(language);
    html! {
        (Field::password("new", &new, "new-password").hint(&hint).required())
        (Field::password("again", &again, "new-password").required())
    }
}

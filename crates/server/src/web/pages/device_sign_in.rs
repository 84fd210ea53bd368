//! Signing a PC in: the code that it shows, the question whether it may, and the end.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::html;
use serde::Deserialize;
use text::{Explain, message};

use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::posted::Posted;
use super::visit::Visit;
use crate::App;
use crate::actions::device_sign_in as action;
use crate::error::{Error, Result};
use crate::web::errors;

/// Where people type the code that a PC shows; the route table says the same.
pub(in crate::web) const PATH: &str = "/device";
/// Where they are when they have said yes or no.
const DONE: &str = "/device/done";
/// The most characters of what was typed that are shown again.
const SHOWN_MAX: usize = 64;

/// The code in the address that a PC opens. Source: RFC 8628, section 3.3.1.
#[derive(Deserialize, Default)]
pub(super) struct Asked {
    user_code: Option<String>,
}

/// The code that somebody has typed, or was asked about.
#[derive(Deserialize)]
pub(super) struct Typed {
    code: String,
}

/// Asks for the code; one in the address is filled in and not looked up, so that no foreign page can guess in somebody's name.
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Page {
    let code: String = asked.user_code.unwrap_or_default().chars().take(SHOWN_MAX).collect();
    field(&visit, &code, None)
}

/// Takes the code that was typed, and asks about the PC whose code it is.
pub(super) async fn look(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<Typed>,
) -> Result<Response> {
    question(&app, &visit, &form.code)
}

/// Says yes.
pub(super) async fn grant(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<Typed>,
) -> Result<Response> {
    match action::grant(&app, &visit.actor, &form.code) {
        Ok(asking) => {
            let computer = asking.enrolment.computer_name;
            let done = message!("device-sign-in-done", computer = computer, name = visit.actor.name());
            Ok(visit.lead_on(DONE, &done))
        }
        Err(error) => again(&visit, &form.code, error),
    }
}

/// Says no.
pub(super) async fn refuse(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<Typed>,
) -> Result<Response> {
    match action::refuse(&app, &visit.actor, &form.code) {
        Ok(asking) => {
            let computer = asking.enrolment.computer_name;
            let done = message!("device-sign-in-refused", computer = computer);
            Ok(visit.lead_on_with(DONE, Tone::Plain, &done))
        }
        Err(error) => again(&visit, &form.code, error),
    }
}

/// Says that nothing is left to do here.
pub(super) async fn done(visit: Visit) -> Page {
    let title = message!("device-sign-in-close-title");
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        p { (visit.say(&message!("device-sign-in-close"))) }
        p { a href="/" { (visit.say(&message!("device-sign-in-home"))) } }
    };
    visit.page(Section::Home, &title, body)
}

/// Asks whether a PC may be signed in.
fn question(app: &App, visit: &Visit, typed: &str) -> Result<Response> {
    let (code, asking) = match action::find(app, &visit.actor, typed) {
        Ok(found) => found,
        Err(error) => return again(visit, typed, error),
    };
    let code = code.to_string();
    let say = |message: text::Message| visit.say(&message);
    let facts = vec![
        (say(message!("device-sign-in-computer")), html! { (asking.enrolment.computer_name) }),
        (say(message!("device-sign-in-code")), html! { code { (code) } }),
        (say(message!("device-sign-in-address")), html! { (asking.address.to_canonical()) }),
        (say(message!("device-sign-in-time")), parts::time(&asking.at.to_string())),
    ];
    let answer = |action: &str, weight: Weight, label: text::Message| {
        html! {
            form class="inline" method="post" action=(action) {
                (parts::csrf(visit))
                input type="hidden" name="code" value=(code);
                (parts::button(weight, &say(label)))
            }
        }
    };
    let title = message!("device-sign-in-question");
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        p { (say(message!("device-sign-in-who", name = visit.actor.name()))) }
        (parts::facts(facts))
        (parts::notice(Tone::Warning, &say(message!("device-sign-in-warning"))))
        div class="actions" {
            (answer("/device/yes", Weight::First, message!("device-sign-in-yes")))
            (answer("/device/no", Weight::Plain, message!("device-sign-in-no")))
        }
    };
    Ok(visit.page(Section::Home, &title, body).into_response())
}

/// The field for the code once more, with what was wrong.
fn again(visit: &Visit, typed: &str, error: Error) -> Result<Response> {
    if !error.status().is_client_error() {
        return Err(error);
    }
    let typed: String = typed.chars().take(SHOWN_MAX).collect();
    let mut response = field(visit, &typed, Some(&error)).with_status(error.status()).into_response();
    response.headers_mut().extend(errors::retry_after(&error));
    Ok(response)
}

fn field(visit: &Visit, typed: &str, error: Option<&Error>) -> Page {
    let title = message!("device-sign-in-title");
    let (label, hint) =
        (visit.say(&message!("device-sign-in-code")), visit.say(&message!("device-sign-in-code-hint")));
    let said = error.map(|error| visit.say(&error.message()));
    let form = html! {
        (Field::text("code", &label).value(typed).hint(&hint).error(said.as_deref()).autocomplete("off").required())
        div class="actions" { (parts::button(Weight::First, &visit.say(&message!("device-sign-in-next")))) }
    };
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        (parts::form(visit, PATH, &form))
    };
    visit.page(Section::Home, &title, body)
}

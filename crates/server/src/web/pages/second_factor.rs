//! The second factor: asked for at sign-in, set up, turned off, and its recovery codes.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, PreEscaped, html};
use qrcode::QrCode;
use qrcode::render::svg;
use serde::Deserialize;
use text::{Language, message};

use super::entering::{Entering, PostedEntering, refused};
use super::frame::{Page, Section};
use super::parts::{self, Field, Weight};
use super::posted::Posted;
use super::sign_in::{Nothing, Wanted, local_path};
use super::visit::{NoVisit, SECOND_FACTOR, SET_UP_SECOND_FACTOR, SIGN_IN, Visit, Visited, see_other};
use crate::App;
use crate::actions::{second_factor, sessions};
use crate::error::{Error, Kind, Result};
use crate::identity::{Code, TotpSecret};
use crate::model::session::Step;
use crate::rules::role::Actor;

/// How wide the picture of a QR code is at least, in pixels.
const QR_SIZE_MIN: u32 = 240;

/// A code, and where the person wanted to go.
#[derive(Deserialize)]
pub(super) struct Given {
    code: String,
    next: Option<String>,
}

/// The own password.
#[derive(Deserialize)]
pub(super) struct OwnPassword {
    password: String,
}

/// Asks for the second factor.
pub(super) async fn ask(entering: Entering, Query(wanted): Query<Wanted>) -> Visited<Page> {
    let entering = entering.at(Step::SecondFactor)?;
    Ok(question(&entering, wanted.next.as_deref(), None))
}

/// Takes the second factor, or says why not.
pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    PostedEntering { entering, form }: PostedEntering<Given>,
) -> Visited<Response> {
    let entering = entering.at(Step::SecondFactor)?;
    let next = form.next.as_deref();
    match second_factor::confirm(&app, &entering.actor, &form.code).await {
        Ok(token) => Ok(entering.lead_on(&token, next)),
        Err(error) if error.status().is_client_error() => {
            let page = question(&entering, next, Some(&error));
            Ok(page.with_status(error.status()).into_response())
        }
        Err(error) => Err(NoVisit::Error(error)),
    }
}

fn question(entering: &Entering, next: Option<&str>, error: Option<&Error>) -> Page {
    let (label, hint) =
        (entering.say(&message!("second-factor-code")), entering.say(&message!("second-factor-code-hint")));
    let form = html! {
        (refused(error, entering.language))
        (Field::text("code", &label).hint(&hint).autocomplete("one-time-code").required())
        div class="actions" { (parts::button(Weight::First, &entering.say(&message!("sign-in")))) }
    };
    entering.page(&message!("second-factor-title"), SECOND_FACTOR, next, &form)
}

/// Breaks a sign-in off.
pub(super) async fn cancel(
    State(app): State<Arc<App>>,
    PostedEntering { entering, form: Nothing {} }: PostedEntering<Nothing>,
) -> Result<Response> {
    sessions::end(&app, &entering.actor).await?;
    Ok(see_other(SIGN_IN))
}

/// Shows the secret to someone who needs a second factor before anything else.
pub(super) async fn need(
    State(app): State<Arc<App>>,
    entering: Entering,
    Query(wanted): Query<Wanted>,
) -> Visited<Page> {
    let entering = entering.at(Step::SetUpSecondFactor)?;
    needed(&app, &entering, wanted.next.as_deref(), None).map_err(NoVisit::Error)
}

/// Turns it on for someone who needs it.
pub(super) async fn turn_on_needed(
    State(app): State<Arc<App>>,
    PostedEntering { entering, form }: PostedEntering<Given>,
) -> Visited<Response> {
    let entering = entering.at(Step::SetUpSecondFactor)?;
    let next = form.next.as_deref();
    match second_factor::turn_on(&app, &entering.actor, &form.code).await {
        Ok(turned_on) => {
            let onward = local_path(next).unwrap_or("/account/begin");
            let title = message!("recovery-codes-title");
            let body = codes(entering.language, &turned_on.recovery_codes, onward);
            let mut response = Page::alone(entering.language, &title, &body).into_response();
            let kept = entering.kept(&turned_on.token);
            response.headers_mut().extend(kept.map(|value| (SET_COOKIE, value)));
            Ok(response)
        }
        Err(error) if error.status().is_client_error() => {
            let page = needed(&app, &entering, next, Some(&error)).map_err(NoVisit::Error)?;
            Ok(page.with_status(error.status()).into_response())
        }
        Err(error) => Err(NoVisit::Error(error)),
    }
}

fn needed(app: &App, entering: &Entering, next: Option<&str>, error: Option<&Error>) -> Result<Page> {
    let secret = second_factor::begin(app, &entering.actor)?;
    let form = html! {
        p { (entering.say(&message!("second-factor-needed"))) }
        (steps(&secret, &entering.actor, &entering.visitor.host, entering.language, error)?)
    };
    Ok(entering.page(&message!("second-factor-set-up"), SET_UP_SECOND_FACTOR, next, &form))
}

/// Shows the second factor of the own account, or how to set one up.
pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Result<Page> {
    own(&app, &visit, None).await
}

async fn own(app: &App, visit: &Visit, error: Option<&Error>) -> Result<Page> {
    let state = second_factor::state(app, &visit.actor).await?;
    let title = visit.say(&message!("second-factor-title"));
    let body = match state.recovery_codes {
        Some(left) => html! {
            p { (visit.say(&message!("second-factor-on", codes = left))) }
            h2 { (visit.say(&message!("recovery-codes-renew"))) }
            p { (visit.say(&message!("recovery-codes-renew-about"))) }
            (by_password(visit, "/account/recovery-codes", Weight::Plain, "recovery", &visit.say(&message!("recovery-codes-renew"))))
            @if state.may_be_turned_off {
                h2 { (visit.say(&message!("second-factor-turn-off"))) }
                p { (visit.say(&message!("second-factor-turn-off-about"))) }
                (by_password(visit, "/account/second-factor/off", Weight::Danger, "off", &visit.say(&message!("second-factor-turn-off"))))
            } @else {
                p { (visit.say(&message!("error-second-factor-required"))) }
            }
        },
        None => {
            let secret = second_factor::begin(app, &visit.actor)?;
            let steps = steps(&secret, &visit.actor, &visit.visitor.host, visit.language, None)?;
            parts::form(visit, "/account/second-factor", &steps)
        }
    };
    let body = html! {
        (parts::heading(&title, &html! {}))
        (refused(error, visit.language))
        (body)
    };
    Ok(visit.page(Section::Account, &message!("second-factor-title"), body))
}

/// A change that takes the password: of two forms on a page each has a field with an id of its own.
fn by_password(visit: &Visit, action: &str, weight: Weight, id: &str, label: &str) -> Markup {
    let id = format!("{id}-password");
    html! {
        form class="fields" method="post" action=(action) {
            (parts::csrf(visit))
            div class="field" {
                label for=(id) { (visit.say(&message!("account-password-now"))) }
                input type="password" id=(id) name="password" autocomplete="current-password" required;
            }
            div class="actions" { (parts::button(weight, label)) }
        }
    }
}

/// Turns the second factor on.
pub(super) async fn turn_on(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<Given>,
) -> Result<Response> {
    match second_factor::turn_on(&app, &visit.actor, &form.code).await {
        Ok(turned_on) => Ok(shown_once(&visit.renewed(turned_on.token.as_str()), &turned_on.recovery_codes)),
        Err(error) => again(&app, &visit, error).await,
    }
}

/// Turns the second factor off.
pub(super) async fn turn_off(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<OwnPassword>,
) -> Result<Response> {
    match second_factor::turn_off(&app, &visit.actor, &form.password).await {
        Ok(()) => Ok(visit.lead_on("/account", &message!("second-factor-turned-off"))),
        Err(error) => again(&app, &visit, error).await,
    }
}

/// Makes other recovery codes.
pub(super) async fn renew_recovery_codes(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<OwnPassword>,
) -> Result<Response> {
    match second_factor::renew_recovery_codes(&app, &visit.actor, &form.password).await {
        Ok(codes) => Ok(shown_once(&visit, &codes)),
        Err(error) => again(&app, &visit, error).await,
    }
}

/// The page once more, with what went wrong.
async fn again(app: &App, visit: &Visit, error: Error) -> Result<Response> {
    if !error.status().is_client_error() || matches!(error.kind(), Kind::NotFound | Kind::NotAllowed) {
        return Err(error);
    }
    Ok(own(app, visit, Some(&error)).await?.with_status(error.status()).into_response())
}

/// The recovery codes, this once.
fn shown_once(visit: &Visit, shown: &[Code]) -> Response {
    let title = message!("recovery-codes-title");
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        (codes(visit.language, shown, "/account"))
    };
    let mut response = visit.page(Section::Account, &title, body).into_response();
    response.headers_mut().extend(visit.keep_session().map(|value| (SET_COOKIE, value)));
    response
}

fn codes(language: Language, codes: &[Code], onward: &str) -> Markup {
    html! {
        p { (message!("recovery-codes-about").say(language)) }
        ul class="codes" { @for code in codes { li { code { (code.as_str()) } } } }
        p { (parts::button_link(Weight::First, onward, &message!("recovery-codes-kept").say(language))) }
    }
}

/// How an app is made to know the secret, and the field for its first code.
fn steps(
    secret: &TotpSecret,
    actor: &Actor,
    host: &str,
    language: Language,
    error: Option<&Error>,
) -> Result<Markup> {
    let server = url::Url::parse(&format!("http://{host}")).ok();
    let server = server.as_ref().and_then(url::Url::host_str).unwrap_or_default();
    let url = secret.url(server, actor.name()).map_err(Error::internal)?;
    let label = message!("second-factor-first-code").say(language);
    Ok(html! {
        (refused(error, language))
        p { (message!("second-factor-scan").say(language)) }
        div class="qr" role="img" aria-label=(message!("second-factor-qr").say(language)) { (picture(&url)?) }
        p { (message!("second-factor-type").say(language)) }
        p { code class="secret" { (secret.written()) } }
        (Field::text("code", &label).autocomplete("one-time-code").required())
        div class="actions" { (parts::button(Weight::First, &message!("second-factor-turn-on").say(language))) }
    })
}

/// A QR code as SVG.
fn picture(text: &str) -> Result<Markup> {
    let code = QrCode::new(text.as_bytes()).map_err(Error::internal)?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(QR_SIZE_MIN, QR_SIZE_MIN).build();
    // Within a page it has no head of its own.
    let start = drawn.find("<svg").unwrap_or_default();
    Ok(PreEscaped(drawn.get(start..).unwrap_or_default().to_owned()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_qr_code_is_drawn_without_a_head_and_shows_no_text() {
        let drawn = super::picture("otpauth://totp/x?secret=GEZDGNBV<script>").unwrap().0;
        assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>"), "{drawn}");
        assert!(!drawn.contains("script") && !drawn.contains("style"), "{drawn}");
    }
}

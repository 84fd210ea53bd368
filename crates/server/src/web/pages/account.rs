//! The own account: what there is to change, the sessions, and the API tokens.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use text::message;

use super::api_tokens;
use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Weight};
use super::posted::Posted;
use super::sign_in::{Nothing, start_path};
use super::visit::Visit;
use crate::App;
use crate::actions::{second_factor, sessions};
use crate::error::Result;
use crate::model::session::SessionLine;
use crate::model::user::Role;

/// Shows the own account.
pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Result<Page> {
    let (user, session) = visit.actor.own_account()?;
    let state = second_factor::state(&app, &visit.actor).await?;
    let sessions = sessions::list(&app, &visit.actor).await?;
    let factor = match state.recovery_codes {
        Some(left) => html! {
            (parts::badge(Tone::Good, &visit.say(&message!("account-on")))) " "
            (visit.say(&message!("account-recovery-codes", codes = left)))
        },
        None => parts::badge(Tone::Plain, &visit.say(&message!("account-off"))),
    };
    let link = |href: &str, text: String| parts::button_link(Weight::Plain, href, &text);
    let facts = vec![
        (visit.say(&message!("sign-in-name")), html! { (user.name.as_str()) }),
        (visit.say(&message!("heading-role")), html! { (visit.say(&user.role.word())) }),
        (
            visit.say(&message!("sign-in-password")),
            match &user.source {
                None => link("/account/password", visit.say(&message!("own-password-title"))),
                Some(source) => {
                    let (user, source) = (user.name.as_str(), source.as_str());
                    html! { (visit.say(&message!("error-password-of-source", user = user, source = source))) }
                }
            },
        ),
        (
            visit.say(&message!("second-factor-title")),
            html! { p { (factor) } (link("/account/second-factor", visit.say(&message!("account-change")))) },
        ),
    ];
    let tokens =
        if user.role > Role::User { Some(api_tokens::part(&app, &visit, None).await?) } else { None };
    let body = html! {
        (parts::heading(&visit.say(&message!("page-account")), &html! {}))
        (parts::facts(facts))
        h2 { (visit.say(&message!("account-sessions"))) }
        p { (visit.say(&message!("account-sessions-about"))) }
        (sessions_table(&visit, &sessions, session.0))
        @if sessions.len() > 1 {
            (parts::button_form(&visit, "/account/sessions/end-others", Weight::Danger, &visit.say(&message!("account-sessions-end-others"))))
        }
        @if let Some(tokens) = tokens { (tokens) }
    };
    Ok(visit.page(Section::Account, &message!("page-account"), body))
}

fn sessions_table(visit: &Visit, sessions: &[SessionLine], this: i64) -> Markup {
    let headings = [
        message!("account-session-address"),
        message!("account-session-begun"),
        message!("account-session-used"),
        message!("account-session-end"),
    ]
    .map(|heading| visit.say(&heading));
    let rows = sessions.iter().map(|session| {
        let end = format!("/account/sessions/{}/end", session.id);
        let label = visit.say(&message!("account-session-end"));
        vec![
            html! { (session.address) },
            parts::time(&session.begun_at),
            parts::time(&session.used_at),
            html! {
                @if session.id == this { (parts::badge(Tone::Good, &visit.say(&message!("account-session-this")))) }
                @else { (parts::button_form(visit, &end, Weight::Plain, &label)) }
            },
        ]
    });
    parts::table(&visit.say(&message!("account-sessions")), &headings, rows.collect())
}

/// Leads someone who has just come in to where that person begins.
pub(super) async fn begin(visit: Visit) -> Response {
    Redirect::to(start_path(&visit.actor)).into_response()
}

/// Ends another session.
pub(super) async fn end_session(
    State(app): State<Arc<App>>,
    Path(session): Path<i64>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Result<Response> {
    sessions::end_one(&app, &visit.actor, session).await?;
    Ok(visit.lead_on("/account", &message!("account-session-ended")))
}

/// Ends all other sessions.
pub(super) async fn end_others(
    State(app): State<Arc<App>>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Result<Response> {
    let ended = sessions::end_others(&app, &visit.actor).await?;
    Ok(visit.lead_on("/account", &message!("account-sessions-ended", sessions = ended)))
}

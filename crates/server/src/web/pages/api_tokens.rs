//! API tokens of the own account: made, shown once, listed and revoked.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;
use text::message;

use super::entering::refused;
use super::frame::{Page, Section};
use super::parts::{self, Field, Weight};
use super::posted::Posted;
use super::sign_in::Nothing;
use super::visit::Visit;
use crate::App;
use crate::actions::api_tokens;
use crate::error::{Error, Kind, Result};
use crate::model::api_token::{ApiTokenId, ApiTokenLine, Scope};
use crate::rules::api_token::{NewApiToken, TOKEN_DAYS_MAX};
use crate::rules::role::role_opens;

/// How long a token lasts unless its owner says otherwise.
const DAYS: u32 = 90;

/// A token as somebody wants to have it.
#[derive(Deserialize)]
pub(super) struct Wanted {
    name: String,
    days: u32,
    #[serde(default)]
    scope: Vec<String>,
}

/// The part of the own account's page with the tokens.
pub(super) async fn part(app: &App, visit: &Visit, error: Option<&Error>) -> Result<Markup> {
    let tokens = api_tokens::list_own(app, &visit.actor).await?;
    Ok(html! {
        h2 id="tokens" { (visit.say(&message!("account-tokens"))) }
        p { (visit.say(&message!("account-tokens-about"))) }
        @if !tokens.is_empty() { (table(visit, &tokens)) }
        h3 { (visit.say(&message!("account-token-new"))) }
        (refused(error, visit.language))
        (form(visit)?)
    })
}

fn table(visit: &Visit, tokens: &[ApiTokenLine]) -> Markup {
    let headings = [
        message!("heading-name"),
        message!("heading-scopes"),
        message!("account-token-ends"),
        message!("account-session-used"),
        message!("account-token-revoke"),
    ]
    .map(|heading| visit.say(&heading));
    let rows = tokens.iter().map(|token| {
        let scopes: Vec<String> = token.scopes.iter().map(|scope| visit.say(&word(*scope))).collect();
        let revoke = format!("/account/tokens/{}/revoke", token.id);
        let used = match &token.used_at {
            Some(at) => parts::time(at),
            None => html! { (visit.say(&message!("account-token-unused"))) },
        };
        vec![
            html! { (token.name) },
            html! { (scopes.join(", ")) },
            parts::time(&token.expires_at),
            used,
            parts::button_form(visit, &revoke, Weight::Danger, &visit.say(&message!("account-token-revoke"))),
        ]
    });
    parts::table(&visit.say(&message!("account-tokens")), &headings, rows.collect())
}

fn form(visit: &Visit) -> Result<Markup> {
    let (user, _) = visit.actor.own_account()?;
    let name = visit.say(&message!("account-token-name"));
    let days = visit.say(&message!("account-token-days", days = TOKEN_DAYS_MAX));
    let fields = html! {
        (Field::text("name", &name).required())
        fieldset {
            legend { (visit.say(&message!("heading-scopes"))) }
            @for scope in Scope::ALL.into_iter().filter(|scope| role_opens(user.role, *scope)) {
                div class="field tick" {
                    input type="checkbox" id={ "scope-" (scope.as_str()) } name="scope" value=(scope.as_str());
                    label for={ "scope-" (scope.as_str()) } { (visit.say(&word(scope))) }
                }
            }
        }
        (Field::of_type("number", "days", &days).value(&DAYS.to_string()).required())
        div class="actions" { (parts::button(Weight::Plain, &visit.say(&message!("account-token-make")))) }
    };
    Ok(parts::form(visit, "/account/tokens", &fields))
}

/// Makes a token, and shows it this once.
pub(super) async fn create(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<Wanted>,
) -> Result<Response> {
    let scopes = form.scope.iter().filter_map(|scope| Scope::parse(scope)).collect();
    let new = NewApiToken { name: form.name.trim().to_owned(), scopes, days: form.days };
    match api_tokens::create_own(&app, &visit.actor, &new).await {
        Ok(token) => Ok(shown_once(&visit, &new.name, token.as_str()).into_response()),
        Err(error) if matches!(error.kind(), Kind::NewApiToken(_)) => {
            let body = html! {
                (parts::heading(&visit.say(&message!("page-account")), &html! {}))
                (part(&app, &visit, Some(&error)).await?)
            };
            let page = visit.page(Section::Account, &message!("page-account"), body);
            Ok(page.with_status(error.status()).into_response())
        }
        Err(error) => Err(error),
    }
}

fn shown_once(visit: &Visit, name: &str, token: &str) -> Page {
    let title = message!("account-token-made");
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        p { (visit.say(&message!("account-token-made-about", name = name))) }
        p { code class="secret" { (token) } }
        p { (parts::button_link(Weight::First, "/account", &visit.say(&message!("account-token-kept")))) }
    };
    visit.page(Section::Account, &title, body)
}

/// Revokes a token.
pub(super) async fn revoke(
    State(app): State<Arc<App>>,
    Path(token): Path<i64>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Result<Response> {
    api_tokens::revoke_of_own(&app, &visit.actor, ApiTokenId(token)).await?;
    Ok(visit.lead_on("/account", &message!("account-token-revoked")))
}

/// What a scope opens.
fn word(scope: Scope) -> text::Message {
    match scope {
        Scope::View => message!("scope-view"),
        Scope::Audit => message!("scope-audit"),
        Scope::Publish => message!("scope-publish"),
        Scope::Administer => message!("scope-administer"),
    }
}

//! The home page: what a user can get, one button for the updater, and the user's PCs. It speaks all languages, so all that it says
//! is in files that all of them have.

mod devices;
mod products;
mod words;

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use text::message;

use super::frame::{Page, Section};
use super::parts::{self, Weight};
use super::posted::Posted;
use super::sign_in::Nothing;
use super::updater_package;
use super::visit::Visit;
use crate::App;
use crate::actions;
use crate::error::{Kind, Result};
use crate::model::updater_package::UpdaterPackage;
use crate::rules::installer_name::installer_name;
use crate::rules::role::Ability;
use crate::web::installer::INSTALLER_PATH;
use crate::web::language::reading;

/// Shows the home page.
pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit, asked: HeaderMap) -> Result<Page> {
    let home = actions::home::show(&app, &visit.actor, reading(&asked).as_ref()).await?;
    let body = html! {
        (parts::heading(&visit.say(&message!("home-title")), &html! {}))
        p { (visit.say(&message!("home-signed-in", name = visit.actor.name()))) }
        (updater(&visit, home.updater.as_deref()))
        (products::section(&visit, &home.products, home.products_more))
        (devices::section(&visit, &home.devices, &home.other_reports))
    };
    Ok(visit.page(Section::Home, &message!("page-home"), body))
}

/// The one button, or the sentence that there is nothing to download yet.
fn updater(visit: &Visit, updater: Option<&UpdaterPackage>) -> Markup {
    let Some(updater) = updater else {
        let choose = visit.say(&message!("home-updater-choose"));
        let way = html! {
            @if visit.may(Ability::Administer) {
                (parts::button_link(Weight::Plain, updater_package::PATH, &choose))
            }
        };
        return parts::empty(&visit.say(&message!("home-updater-missing")), &way);
    };
    let href = format!("{INSTALLER_PATH}{}", installer_name(&visit.visitor.server_url));
    let size = words::size(updater.package.size).say(visit.language);
    let facts = message!("home-updater-facts", version = updater.package.version.as_str(), size = size);
    html! {
        section class="card updater" {
            p { (visit.say(&message!("home-updater-text"))) }
            p class="actions" {
                a class="button first large" href=(href) { (visit.say(&message!("home-updater-download"))) }
                span class="hint" { (visit.say(&facts)) }
            }
            ol {
                li { (visit.say(&message!("home-updater-step-open"))) }
                li { (visit.say(&message!("home-updater-step-sign-in"))) }
                li { (visit.say(&message!("home-updater-step-install"))) }
            }
        }
    }
}

/// Answers with a product's icon, for whoever may have the product.
pub(super) async fn icon(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(file_name): Path<String>,
) -> Result<Response> {
    let package = actions::catalog::dressed(&app, &visit.actor, &file_name)?;
    let icon = package.product.icon.as_ref().ok_or(Kind::NotFound)?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("image/x-icon")),
        (CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, icon.as_bytes().to_vec()).into_response())
}

/// Asks whether a PC is to be signed out.
pub(super) async fn ask_to_sign_device_out(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(device): Path<String>,
) -> Result<Page> {
    let own = actions::devices::own(&app, &visit.actor, &device).await?;
    let computer = own.computer_name.as_str();
    let title = message!("home-sign-device-out-title", computer = computer);
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        p { (visit.say(&message!("home-sign-device-out-text", computer = computer))) }
        div class="actions" {
            (parts::button_link(Weight::First, "/", &visit.say(&message!("home-sign-device-out-keep"))))
            (parts::button_form(
                &visit,
                &devices::sign_out_path(&own.device.to_string()),
                Weight::Danger,
                &visit.say(&message!("home-sign-device-out")),
            ))
        }
    };
    Ok(visit.page(Section::Home, &title, body))
}

/// Signs a PC out.
pub(super) async fn sign_device_out(
    State(app): State<Arc<App>>,
    Path(device): Path<String>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Result<Response> {
    let computer = actions::devices::revoke_own(&app, &visit.actor, &device).await?;
    Ok(visit.lead_on("/", &message!("home-sign-device-out-done", computer = computer)))
}

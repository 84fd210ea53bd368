//! The updater package: which it is, under which name people get it, and the forms to choose another one or none.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Explain, Message, message};

use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::posted::Posted;
use super::visit::Visit;
use crate::App;
use crate::actions::{Effect, packages, updater_package};
use crate::error::Result;
use crate::model::updater_package::{Signature, StoredPackage, UpdaterPackageLine};
use crate::rules::inspection::size_in_words;
use crate::rules::installer_name::installer_name;
use crate::rules::role::Ability;

/// Where the updater package is.
pub(super) const PATH: &str = "/admin/settings/updater";

/// Which package is proposed, or chosen: the first digits of its SHA-256, or all of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    package: String,
}

/// A form with nothing in it.
#[derive(Debug, Deserialize)]
pub(super) struct Nothing {}

/// Shows the updater package.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(proposed): Query<Chosen>,
) -> Result<Page> {
    let line = updater_package::show(&app, &visit.actor)?;
    let title = message!("settings-updater");
    let body = html! {
        @if visit.may(Ability::Administer) { p { a href="/admin/settings" { (visit.say(&message!("page-settings"))) } } }
        (parts::heading(&visit.say(&title), &html! {}))
        p { (visit.say(&message!("updater-page-about"))) }
        @match &line {
            Some(line) => (current(&app, &visit, line)?),
            None => (parts::empty(&visit.say(&message!("updater-page-none")), &html! {})),
        }
        @if visit.may(Ability::Administer) {
            h2 { (visit.say(&message!("updater-page-choose"))) }
            (choice(&visit, line.as_ref(), &updater_package::choices(&app, &visit.actor).await?, &proposed))
            @if line.is_some() {
                h2 { (visit.say(&message!("updater-page-unset"))) }
                p { (visit.say(&message!("updater-page-unset-about"))) }
                (parts::button_form(&visit, &format!("{PATH}/unset"), Weight::Danger, &visit.say(&message!("updater-page-unset"))))
            }
        }
    };
    Ok(visit.page(Section::Settings, &title, body))
}

/// The package that it is now.
fn current(app: &App, visit: &Visit, line: &UpdaterPackageLine) -> Result<Markup> {
    let say = |message: Message| visit.say(&message);
    let platform = line.platform.as_ref().map(|platform| format!(" ({platform})")).unwrap_or_default();
    let named = format!("{} {}{platform}", line.name, line.version);
    // A draft has no page of a package.
    let has_page = packages::list(app, &visit.actor)?.iter().any(|known| known.sha256 == line.sha256);
    let facts = vec![
        (
            say(message!("updater-page-package")),
            html! { @if has_page { a href={ "/admin/packages/" (line.id) } { (named) } } @else { (named) } },
        ),
        (
            say(message!("updater-page-file-name")),
            html! {
                code { (installer_name(&visit.visitor.server_url)) }
                p class="hint" { (say(message!("updater-page-file-name-hint"))) }
            },
        ),
        (say(message!("property-size")), html! { (say(size_in_words(line.size))) }),
        (say(message!("heading-signature")), html! { (say(signature(line.signature))) }),
        (say(message!("heading-set")), html! { (parts::time(&line.set_at)) }),
        (say(message!("heading-set-by")), html! { (line.set_by) }),
    ];
    Ok(html! {
        @if line.signature == Signature::Unsigned {
            (parts::notice(Tone::Warning, &say(message!("updater-package-unsigned", package = named.as_str()))))
        }
        (parts::facts(facts))
    })
}

fn signature(signature: Signature) -> Message {
    match signature {
        Signature::Signed => message!("word-signed"),
        Signature::Unsigned => message!("word-unsigned"),
    }
}

/// The form to choose one of the packages whose bytes are here; the newest, unless another one is proposed.
fn choice(
    visit: &Visit,
    now: Option<&UpdaterPackageLine>,
    packages: &[StoredPackage],
    proposed: &Chosen,
) -> Markup {
    let others =
        packages.iter().filter(|package| now.is_none_or(|now| now.sha256 != package.sha256.to_string()));
    let choices: Vec<(String, String)> = others
        .rev()
        .map(|package| {
            let (size, signed) =
                (visit.say(&size_in_words(package.size)), visit.say(&signature(package.signature)));
            (package.sha256.to_string(), format!("{package}, {size}, {signed}"))
        })
        .collect();
    if choices.is_empty() {
        let upload = visit.say(&message!("package-upload"));
        let action = parts::button_link(Weight::Plain, "/admin/packages/new", &upload);
        return parts::empty(&visit.say(&message!("updater-page-no-other")), &action);
    }
    let is_proposed = |choice: &&(String, String)| choice.0.starts_with(proposed.package.as_str());
    let value = choices.iter().find(is_proposed).or(choices.first()).map(|choice| choice.0.as_str());
    let label = visit.say(&message!("updater-page-package"));
    let hint = visit.say(&message!("updater-page-choose-hint"));
    let content = html! {
        (Field::choice("package", &label, &choices).value(value.unwrap_or_default()).hint(&hint))
        (parts::button(Weight::First, &visit.say(&message!("updater-page-set"))))
    };
    parts::form(visit, PATH, &content)
}

/// Makes a package the updater package.
pub(super) async fn set(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<Chosen>,
) -> Result<Response> {
    match updater_package::set(&app, &visit.actor, &form.package, None).await {
        Ok(set) => {
            let package = set.package.as_str();
            let done = match set.effect {
                Effect::Changed => message!("done-updater-set", package = package),
                Effect::None => message!("done-updater-set-before", package = package),
            };
            Ok(visit.lead_on(PATH, &done))
        }
        Err(error) if matches!(error.status().as_u16(), 400 | 409 | 422) => {
            Ok(visit.lead_on_with(PATH, Tone::Bad, &error.message()))
        }
        Err(error) => Err(error),
    }
}

/// Leaves no package the updater package.
pub(super) async fn unset(
    State(app): State<Arc<App>>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    let done = match updater_package::unset(&app, &visit.actor).await? {
        Effect::Changed => message!("done-updater-unset"),
        Effect::None => message!("done-updater-unset-before"),
    };
    Ok(visit.lead_on(PATH, &done))
}

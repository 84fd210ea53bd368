//! Uploads: a page to drag MSI files onto, and the form behind it, which works without a script too.

use std::sync::Arc;

use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, Request, State};
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Explain, Message, message};

use super::address::with_query;
use super::csrf;
use super::files;
use super::frame::{Page, Section};
use super::package_url;
use super::parts::{self, Weight};
use super::visit::{NoVisit, Visit, see_other};
use crate::App;
use crate::actions::drafts;
use crate::error::{Error, Kind, Result};
use crate::model::draft::{DraftId, Origin};
use crate::rules::draft::origin_name;
use crate::rules::role::Ability;
use crate::web::feed::feed;

/// The most files of one form.
const FILES_MAX: usize = 20;
/// The most bytes of a field that is no file.
const FIELD_SIZE_MAX: usize = 1_024;

/// What came of one file.
struct Fate {
    name: String,
    ended: Result<DraftId>,
}

/// Which package a new one is to replace; it is asked for once more before anything is published.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Replacing {
    pub(super) in_place_of: String,
}

/// Shows the page to upload packages.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(replacing): Query<Replacing>,
) -> Result<Page> {
    visit.actor.require(Ability::Publish)?;
    Ok(page(&app, &visit, &replacing, &[]))
}

fn page(app: &App, visit: &Visit, replacing: &Replacing, fates: &[Fate]) -> Page {
    let carried = [("in_place_of", replacing.in_place_of.as_str())];
    let title = message!("package-upload");
    let said = |message: Message| visit.say(&message);
    let size_max = app.settings.package_size_max;
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        @for fate in fates { (fate_shown(visit, replacing, fate)) }
        p { (said(message!("package-upload-lead", size = parts::size(size_max)))) }
        form class="fields drop" id="upload" method="post" action=(with_query("/admin/packages/new", &carried)) enctype="multipart/form-data"
            data-size-max=(size_max) data-too-large=(said(message!("error-package-too-large", bytes = size_max)))
            data-progress=(said(message!("package-upload-progress", name = "{name}", done = "{done}", total = "{total}", left = "{left}")))
            data-checking=(said(message!("package-upload-checking", name = "{name}")))
            data-ready=(said(message!("package-upload-ready", name = "{name}")))
            data-lost=(said(message!("package-upload-lost", name = "{name}")))
            data-signed-out=(said(message!("page-signed-out")))
            data-cancel=(said(message!("package-upload-cancel")))
            data-cancelled=(said(message!("package-upload-cancelled", name = "{name}"))) {
            (parts::csrf(visit))
            div class="field" {
                label for="file" { (said(message!("package-upload-files"))) }
                input type="file" id="file" name="file" accept=".msi" multiple required aria-describedby="file-hint";
                p class="hint" id="file-hint" { (said(message!("package-upload-hint"))) }
            }
            div class="actions" { (parts::button(Weight::First, &said(message!("package-upload-send")))) }
        }
        ul id="uploads" class="uploads" aria-live="polite" {}
        p { a href=(with_query(package_url::PATH, &carried)) { (said(message!("package-address-instead"))) } }
        p { (parts::button_link(Weight::Plain, "/admin/packages", &said(message!("package-upload-back")))) }
        script src=(files::address("upload")) defer {}
    };
    visit.page(Section::Packages, &title, body)
}

fn fate_shown(visit: &Visit, replacing: &Replacing, Fate { name, ended }: &Fate) -> Markup {
    match ended {
        Ok(DraftId(id)) => html! {
            div class="notice good" role="status" {
                p { bdi { (name) } ": " a href=(draft_path(*id, replacing)) { (visit.say(&message!("package-upload-draft"))) } }
            }
        },
        Err(error) => html! {
            div class="notice bad" role="alert" { p { bdi { (name) } ": " (visit.say(&error.message())) } }
        },
    }
}

/// The address of a draft that is to replace a package.
pub(super) fn draft_path(id: i64, replacing: &Replacing) -> String {
    with_query(&format!("/admin/packages/drafts/{id}"), &[("in_place_of", &replacing.in_place_of)])
}

/// Receives the files of the form. Nothing of a file is taken before the form has shown to be ours: its token comes first.
pub(super) async fn receive(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(replacing): Query<Replacing>,
    request: Request,
) -> std::result::Result<Response, NoVisit> {
    receive_all(&app, &visit, &replacing, request).await.map_err(NoVisit::Error)
}

async fn receive_all(
    app: &Arc<App>,
    visit: &Visit,
    replacing: &Replacing,
    request: Request,
) -> Result<Response> {
    visit.actor.require(Ability::Publish)?;
    csrf::judge_origin(request.headers(), &visit.visitor)?;
    let is_script = !accepts_pages(request.headers());
    let mut form = Multipart::from_request(request, app).await.map_err(|_| Kind::BodyNotForm)?;
    let token = form.next_field().await.map_err(|_| Kind::PackageCut)?.ok_or(Kind::FormForeign)?;
    if token.name() != Some(csrf::FIELD) {
        return Err(Kind::FormForeign.into());
    }
    visit.judge_csrf(&text(token).await?)?;
    let mut fates = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|_| Kind::PackageCut)? {
        // A form without a chosen file sends one without a name.
        let Some(name) = field.file_name().map(origin_name).filter(|name| !name.is_empty()) else { continue };
        if fates.len() == FILES_MAX {
            let told = visit.say(&message!("package-upload-files-too-many", files = FILES_MAX));
            fates.push(Fate { name, ended: Err(Kind::BodyWrong(told).into()) });
            break;
        }
        let ended = receive_file(app, visit, &name, field).await;
        let is_over = matches!(&ended, Err(error) if ends_the_form(error));
        fates.push(Fate { name, ended });
        if is_over {
            break;
        }
    }
    match fates.as_slice() {
        [] => Err(Kind::BodyWrong(visit.say(&message!("package-upload-none"))).into()),
        [Fate { ended: Ok(DraftId(id)), .. }] => {
            let address = draft_path(*id, replacing);
            Ok(if is_script { address.into_response() } else { see_other(&address) })
        }
        [_] if is_script => {
            let fate = fates.pop();
            fate.map_or(Err(Kind::Internal.into()), |fate| fate.ended.map(|_| StatusCode::OK.into_response()))
        }
        [Fate { ended: Err(error), .. }] => {
            Ok(page(app, visit, replacing, &fates).with_status(error.status()).into_response())
        }
        _ => Ok(page(app, visit, replacing, &fates).into_response()),
    }
}

/// Whether what comes behind a file cannot be read either, or would be refused for the same reason.
fn ends_the_form(error: &Error) -> bool {
    error.status().is_server_error()
        || matches!(
            error.kind(),
            Kind::PackageTooLarge(_) | Kind::PackageCut | Kind::BodyLate | Kind::DraftsTooMany(_)
        )
}

fn accepts_pages(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default().contains("text/html")
}

async fn text(mut field: Field<'_>) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|_| Kind::PackageCut)? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > FIELD_SIZE_MAX {
            return Err(Kind::BodyTooLarge(FIELD_SIZE_MAX).into());
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

async fn receive_file(app: &Arc<App>, visit: &Visit, name: &str, field: Field<'_>) -> Result<DraftId> {
    let (feed, bytes) = feed();
    let (app, actor, origin) = (Arc::clone(app), visit.actor.clone(), Origin::Upload(name.to_owned()));
    // In a task of its own, which nobody drops: what was received whole is written down even if the sender hangs up.
    let receiving = tokio::spawn(async move { drafts::receive(&app, &actor, origin, bytes, None).await });
    feed.fill(field).await;
    receiving.await.map_err(Error::internal)?
}

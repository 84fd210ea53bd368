//! The updater package, for who is signed in: by the session of the pages, or by HTTP Basic.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::response::{IntoResponse, Response};

use super::guard::Visitor;
use super::pages;
use super::signed_in::SignedIn;
use super::updates::ServedFile;
use crate::App;
use crate::actions::updater_package::to_fetch;
use crate::error::{Kind, Result};
use crate::model::updater_package::UpdaterPackage;
use crate::rules::installer_name::installer_name;
use crate::rules::role::Actor;

/// Where the installer is; the route table says the same.
pub(super) const INSTALLER_PATH: &str = "/ajax/updater/installer/";
/// What all addresses of the installer have in common.
pub(super) const INSTALLER_PART: &str = "/updater/installer/";
/// What links of App Suite and of groupware before it call the installer. What is answered bears its real name all the same.
const NAMES_OF_OLD: [&str; 2] = ["oxupdater-install.exe", "default"];

/// Who fetches: with a session, or with name and password on the request itself.
pub(super) struct Fetching(Actor);

impl FromRequestParts<Arc<App>> for Fetching {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> std::result::Result<Self, Response> {
        if !parts.headers.contains_key(AUTHORIZATION) {
            let actor = pages::actor_in_session(parts, app).await;
            if let Some(actor) = actor.map_err(IntoResponse::into_response)? {
                return Ok(Self(actor));
            }
            // A person, perhaps by a link in App Suite; a program is told what it has to send.
            if pages::wants_page(parts.uri.path(), &parts.headers) {
                let path = parts.uri.path_and_query().map_or(INSTALLER_PATH, |path| path.as_str());
                return Err(pages::to_sign_in(path));
            }
        }
        let signed_in = SignedIn::from_request_parts(parts, app).await;
        signed_in.map(|SignedIn(actor)| Self(actor)).map_err(IntoResponse::into_response)
    }
}

/// Answers with the installer, whatever its name.
pub(super) async fn unnamed(
    State(app): State<Arc<App>>,
    Extension(visitor): Extension<Visitor>,
    Fetching(actor): Fetching,
    method: Method,
    headers: HeaderMap,
) -> Result<Response> {
    Installer::find(&app, &actor, &visitor)?.answer(&app, &method, &headers).await
}

/// Answers with the installer by its name.
pub(super) async fn named(
    State(app): State<Arc<App>>,
    Extension(visitor): Extension<Visitor>,
    Path(name): Path<String>,
    Fetching(actor): Fetching,
    method: Method,
    headers: HeaderMap,
) -> Result<Response> {
    let installer = Installer::find(&app, &actor, &visitor)?;
    // The name is what the client learns the address from: under another one it would learn another, or none.
    let is_of_old = NAMES_OF_OLD.iter().any(|of_old| of_old.eq_ignore_ascii_case(&name));
    if installer.name != name && !is_of_old {
        return Err(Kind::NotFound.into());
    }
    installer.answer(&app, &method, &headers).await
}

/// The installer with the name that it has where this user reaches the server.
struct Installer {
    updater: Arc<UpdaterPackage>,
    name: String,
}

impl Installer {
    fn find(app: &App, actor: &Actor, visitor: &Visitor) -> Result<Self> {
        Ok(Self { updater: to_fetch(app, actor)?, name: installer_name(&visitor.server_url) })
    }

    async fn answer(&self, app: &App, method: &Method, headers: &HeaderMap) -> Result<Response> {
        let (sha256, size) = (&self.updater.package.sha256, self.updater.package.size);
        let file = ServedFile { sha256, size, name: &self.name, vary: "Authorization, Cookie" };
        file.answer(app, method, headers).await
    }
}

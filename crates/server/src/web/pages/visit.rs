//! Who visits a page: signed in, in which language, and what the page before wants to have said.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::Markup;
use text::{Language, Message};

use super::frame::{Page, Section};
use super::notice::{self, Notice, Tone};
use super::{cookie, csrf};
use crate::App;
use crate::actions::sessions;
use crate::error::{Error, Kind};
use crate::rules::entrance::Entrance;
use crate::rules::role::{Ability, Actor};
use crate::web::guard::Visitor;
use crate::web::language;

/// Where people sign in.
pub(super) const SIGN_IN: &str = "/sign-in";
/// Where people give the second factor.
pub(super) const SECOND_FACTOR: &str = "/sign-in/second-factor";
/// Where people choose another password in place of a one-time one.
pub(super) const NEW_PASSWORD: &str = "/sign-in/new-password";
/// Where people set a second factor up who need one.
pub(super) const SET_UP_SECOND_FACTOR: &str = "/sign-in/set-up-second-factor";

/// Someone who is signed in and looks at a page.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    /// Who it is.
    pub(super) actor: Actor,
    /// The language that the person reads.
    pub(super) language: Language,
    /// The token of this session's forms.
    pub(super) csrf: String,
    /// From where, and how we were reached.
    pub(super) visitor: Visitor,
    /// What the page before wants to have said.
    pub(super) notice: Option<Notice>,
    /// The session's own token, which only cookies and seals are made of.
    session: String,
}

/// Someone on a page that asks for no session, such as the one to sign in.
#[derive(Debug, Clone)]
pub(super) struct Guest {
    /// The language that the person reads.
    pub(super) language: Language,
    /// From where, and how we were reached.
    pub(super) visitor: Visitor,
    /// The token of a session that may have begun.
    pub(super) session: Option<String>,
}

/// Why there is no visit: an error, or a step of signing in that comes first.
#[derive(Debug)]
pub(super) enum NoVisit {
    /// Somewhere else first.
    First(String),
    /// An error.
    Error(Error),
}

/// What a page answers that someone meets who may have a step to take first.
pub(super) type Visited<Value> = Result<Value, NoVisit>;

impl Visit {
    /// Says a sentence in the visitor's language.
    pub(super) fn say(&self, message: &Message) -> String {
        message.say(self.language)
    }

    /// Whether the visitor may; for what a page shows or leaves out. Actions decide for themselves.
    pub(super) fn may(&self, ability: Ability) -> bool {
        self.actor.has(ability)
    }

    /// Makes a page of the administration.
    pub(super) fn page(&self, section: Section, title: &Message, body: Markup) -> Page {
        Page::of_visit(self, section, &self.say(title), body)
    }

    /// The same with a title that is a name.
    pub(super) fn page_named(&self, section: Section, title: &str, body: Markup) -> Page {
        Page::of_visit(self, section, title, body)
    }

    /// Leads on to a page after a change, and has that page say what was done.
    pub(super) fn lead_on(&self, path: &str, done: &Message) -> Response {
        self.lead_on_with(path, Tone::Good, done)
    }

    /// The same with another tone.
    pub(super) fn lead_on_with(&self, path: &str, tone: Tone, said: &Message) -> Response {
        let notice = Notice { tone, text: self.say(said) };
        let kept = cookie::keep_notice(&notice::sealed(&self.session, &notice), &self.visitor);
        let mut response = see_other(path);
        response.headers_mut().extend(kept.map(|value| (SET_COOKIE, value)));
        response
    }

    /// The same visit after its session has gone on under another token.
    pub(super) fn renewed(self, token: &str) -> Self {
        Self { csrf: csrf::token(token), session: token.to_owned(), ..self }
    }

    /// The header that makes the browser keep the session's token.
    pub(super) fn keep_session(&self) -> Option<HeaderValue> {
        cookie::keep_session(&self.session, &self.visitor)
    }

    /// Makes sure that a form's token is this session's.
    ///
    /// # Errors
    /// [`Kind::FormForeign`].
    pub(super) fn judge_csrf(&self, token: &str) -> Result<(), Error> {
        csrf::judge_token(&self.session, token)
    }
}

impl FromRequestParts<Arc<App>> for Visit {
    type Rejection = NoVisit;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, NoVisit> {
        let guest = guest(parts).map_err(NoVisit::Error)?;
        let Guest { language, visitor, session } = guest;
        let found = match &session {
            Some(token) => sessions::find(app, token, visitor.address).await.map_err(NoVisit::Error)?,
            None => None,
        };
        let (Some(entrance), Some(session)) = (found, session) else {
            return Err(first(SIGN_IN, parts));
        };
        let actor = match entrance {
            Entrance::Open(actor) => actor,
            Entrance::SecondFactor(_) => return Err(first(SECOND_FACTOR, parts)),
            Entrance::NewPassword(_) => return Err(first(NEW_PASSWORD, parts)),
            Entrance::SetUpSecondFactor(_) => return Err(first(SET_UP_SECOND_FACTOR, parts)),
        };
        tracing::Span::current().record("user", actor.name());
        let csrf = csrf::token(&session);
        let notice = notice::read(&parts.headers, &session);
        Ok(Self { actor, language, csrf, visitor, notice, session })
    }
}

impl FromRequestParts<Arc<App>> for Guest {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Result<Self, Error> {
        guest(parts)
    }
}

/// Who has a session in which all steps of signing in are taken; for what is fetched from pages, and no page itself.
pub(in crate::web) async fn actor_in_session(parts: &Parts, app: &App) -> Result<Option<Actor>, Error> {
    let Guest { visitor, session, .. } = guest(parts)?;
    let Some(token) = session else { return Ok(None) };
    Ok(match sessions::find(app, &token, visitor.address).await? {
        Some(Entrance::Open(actor)) => Some(actor),
        _ => None,
    })
}

fn guest(parts: &Parts) -> Result<Guest, Error> {
    let visitor = parts.extensions.get::<Visitor>().ok_or(Kind::Internal)?.clone();
    let session = cookie::session(&parts.headers, &visitor);
    let language = language::preferred(&parts.headers, language::spoken_at(parts.uri.path()));
    Ok(Guest { language, visitor, session })
}

/// The page of a step of signing in, which leads on to where the person wanted to go.
fn first(step: &str, parts: &Parts) -> NoVisit {
    let wanted = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    NoVisit::First(step_path(step, (parts.method == Method::GET && wanted != "/").then_some(wanted)))
}

/// Leads somebody to sign in who then goes on to a page.
pub(in crate::web) fn to_sign_in(next: &str) -> Response {
    let is_sign_in = next.split('?').next() == Some(SIGN_IN);
    see_other(&if is_sign_in { next.to_owned() } else { step_path(SIGN_IN, Some(next)) })
}

/// The address of a step of signing in, after which a person goes on to the page that was wanted.
pub(super) fn step_path(step: &str, next: Option<&str>) -> String {
    let Some(next) = next else { return step.to_owned() };
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    format!("{step}?{query}")
}

/// Leads to another page, which is fetched by `GET`.
pub(super) fn see_other(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, HeaderMap::from_iter([(LOCATION, location)])).into_response()
}

impl IntoResponse for NoVisit {
    fn into_response(self) -> Response {
        match self {
            Self::First(path) => see_other(&path),
            Self::Error(error) => error.into_response(),
        }
    }
}

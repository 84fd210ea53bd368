//! Someone on the way in: the password was right, and a step is still asked for.

use std::sync::Arc;

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::response::Response;
use maud::{Markup, html};
use serde::de::DeserializeOwned;
use text::{Language, Message, message};

use super::frame::Page;
use super::parts::{self, Weight};
use super::sign_in::local_path;
use super::visit::{self, Guest, NoVisit, see_other};
use super::{cookie, csrf, posted};
use crate::App;
use crate::actions::sessions;
use crate::error::Error;
use crate::model::secret::Secret;
use crate::model::session::Step;
use crate::rules::entrance::Entrance;
use crate::rules::role::Actor;
use crate::web::guard::Visitor;

/// Someone who has a step to take before the pages open.
pub(super) struct Entering {
    /// Who it is.
    pub(super) actor: Actor,
    /// The step that is asked for.
    pub(super) step: Step,
    /// The language that the person reads.
    pub(super) language: Language,
    /// From where, and how we were reached.
    pub(super) visitor: Visitor,
    session: String,
}

/// A form that someone on the way in has sent.
pub(super) struct PostedEntering<Form> {
    /// Who.
    pub(super) entering: Entering,
    /// What.
    pub(super) form: Form,
}

impl Entering {
    /// Says a sentence in the person's language.
    pub(super) fn say(&self, message: &Message) -> String {
        message.say(self.language)
    }

    /// Makes sure that this is the step that is asked for, or leads to the page of the one that is.
    ///
    /// # Errors
    /// [`NoVisit::First`].
    pub(super) fn at(self, step: Step) -> Result<Self, NoVisit> {
        let path = match self.step {
            asked if asked == step => return Ok(self),
            Step::SecondFactor => visit::SECOND_FACTOR,
            Step::NewPassword => visit::NEW_PASSWORD,
            Step::SetUpSecondFactor => visit::SET_UP_SECOND_FACTOR,
        };
        Err(NoVisit::First(path.to_owned()))
    }

    /// A page of one form, and the way out of it.
    pub(super) fn page(&self, title: &Message, action: &str, next: Option<&str>, form: &Markup) -> Page {
        let token = csrf::token(&self.session);
        let hidden = html! { input type="hidden" name=(csrf::FIELD) value=(token); };
        let body = html! {
            form class="fields" method="post" action=(action) {
                (hidden)
                @if let Some(next) = local_path(next) { input type="hidden" name="next" value=(next); }
                (form)
            }
            form method="post" action="/sign-in/cancel" {
                (hidden)
                (parts::button(Weight::Plain, &self.say(&message!("account-cancel-sign-in"))))
            }
        };
        Page::alone(self.language, title, &body)
    }

    /// Leads on after a step, with the session's new token.
    pub(super) fn lead_on(&self, token: &Secret, next: Option<&str>) -> Response {
        // Whether another step is asked for is seen there.
        let mut response = see_other(local_path(next).unwrap_or("/account/begin"));
        response.headers_mut().extend(self.kept(token).map(|value| (SET_COOKIE, value)));
        response
    }

    /// The header that makes the browser keep a token from now on.
    pub(super) fn kept(&self, token: &Secret) -> Option<HeaderValue> {
        cookie::keep_session(token.as_str(), &self.visitor)
    }
}

impl FromRequestParts<Arc<App>> for Entering {
    type Rejection = NoVisit;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, NoVisit> {
        let Guest { language, visitor, session } =
            Guest::from_request_parts(parts, app).await.map_err(NoVisit::Error)?;
        let sign_in = || NoVisit::First(visit::SIGN_IN.to_owned());
        let session = session.ok_or_else(sign_in)?;
        let found = sessions::find(app, &session, visitor.address).await.map_err(NoVisit::Error)?;
        let (actor, step) = match found.ok_or_else(sign_in)? {
            Entrance::Open(_) => return Err(NoVisit::First("/".to_owned())),
            Entrance::SecondFactor(actor) => (actor, Step::SecondFactor),
            Entrance::NewPassword(actor) => (actor, Step::NewPassword),
            Entrance::SetUpSecondFactor(actor) => (actor, Step::SetUpSecondFactor),
        };
        tracing::Span::current().record("user", actor.name());
        Ok(Self { actor, step, language, visitor, session })
    }
}

impl<Form: DeserializeOwned> FromRequest<Arc<App>> for PostedEntering<Form> {
    type Rejection = NoVisit;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, NoVisit> {
        let (mut parts, content) = request.into_parts();
        let entering = Entering::from_request_parts(&mut parts, app).await?;
        csrf::judge_origin(&parts.headers, &entering.visitor).map_err(NoVisit::Error)?;
        let read = posted::read_sealed(Request::from_parts(parts, content), &entering.session).await;
        Ok(Self { form: read.map_err(NoVisit::Error)?, entering })
    }
}

/// What went wrong with a form, above it.
pub(super) fn refused(error: Option<&Error>, language: Language) -> Markup {
    use text::Explain;
    html! {
        @if let Some(error) = error { (parts::notice(super::notice::Tone::Bad, &error.message().say(language))) }
    }
}

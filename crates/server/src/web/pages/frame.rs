//! What stands around each page: head, navigation, the notice, and the headers that hold the page to itself.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, SET_COOKIE,
    VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use text::{Language, Message, message};

use super::cookie;
use super::files;
use super::language_choice::chooser;
use super::notice::Notice;
use super::parts;
use super::visit::{Guest, Visit};
use crate::rules::role::Ability;

/// Nothing from elsewhere, no script and no style in the page itself, and nobody shows our pages in theirs.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// A part of the administration, as the navigation names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// What needs attention.
    Overview,
    /// Packages and drafts.
    Packages,
    /// Users.
    Users,
    /// Groups.
    Groups,
    /// Devices.
    Devices,
    /// Reports.
    Reports,
    /// The audit.
    Audit,
    /// Settings, webhooks, the updater package.
    Settings,
    /// The own account.
    Account,
    /// The page of users.
    Home,
}

impl Section {
    /// The parts in the navigation of administrators.
    const NAVIGATION: [Self; 8] = [
        Self::Overview,
        Self::Packages,
        Self::Users,
        Self::Groups,
        Self::Devices,
        Self::Reports,
        Self::Audit,
        Self::Settings,
    ];

    fn path(self) -> &'static str {
        match self {
            Self::Overview => "/admin",
            Self::Packages => "/admin/packages",
            Self::Users => "/admin/users",
            Self::Groups => "/admin/groups",
            Self::Devices => "/admin/devices",
            Self::Reports => "/admin/reports",
            Self::Audit => "/admin/audit",
            Self::Settings => "/admin/settings",
            Self::Account => "/account",
            Self::Home => "/",
        }
    }

    fn name(self) -> Message {
        match self {
            Self::Overview => message!("page-overview"),
            Self::Packages => message!("page-packages"),
            Self::Users => message!("page-users"),
            Self::Groups => message!("page-groups"),
            Self::Devices => message!("page-devices"),
            Self::Reports => message!("page-reports"),
            Self::Audit => message!("page-audit"),
            Self::Settings => message!("page-settings"),
            Self::Account => message!("page-account"),
            Self::Home => message!("page-home"),
        }
    }

    fn ability(self) -> Ability {
        match self {
            Self::Audit => Ability::Audit,
            Self::Settings => Ability::Administer,
            Self::Account | Self::Home => Ability::OwnAccount,
            _ => Ability::View,
        }
    }

    fn is_of_administration(self) -> bool {
        Self::NAVIGATION.contains(&self)
    }
}

/// A page, ready to be sent.
#[derive(Debug, Clone)]
pub(super) struct Page {
    status: StatusCode,
    language: Language,
    document: Markup,
    /// A notice was shown, and is not to be shown again.
    forget_notice: Option<HeaderValue>,
}

impl Page {
    /// A page for someone who is signed in.
    pub(super) fn of_visit(visit: &Visit, section: Section, title: &str, body: Markup) -> Self {
        let head = html! { (header(visit, section)) };
        let content = match &visit.notice {
            Some(Notice { tone, text }) => html! { (parts::notice(*tone, text)) (body) },
            None => body,
        };
        let forget_notice = visit.notice.as_ref().and_then(|_| cookie::forget_notice(&visit.visitor));
        let spoken = if section.is_of_administration() { &Language::COMPLETE[..] } else { &Language::ALL };
        let document = document(visit.language, spoken, title, &head, &content);
        Self { status: StatusCode::OK, language: visit.language, document, forget_notice }
    }

    /// A page for someone who is not signed in: narrow, in the middle.
    pub(super) fn of_guest(guest: &Guest, title: &Message, body: &Markup) -> Self {
        Self::alone(guest.language, title, body)
    }

    /// A page without navigation.
    pub(super) fn alone(language: Language, title: &Message, body: &Markup) -> Self {
        let title = title.say(language);
        let head = html! {
            header class="top" { a class="brand" href="/" { "OX Updater" } }
        };
        let content = html! { div class="narrow" { h1 { (title) } (body) } };
        let document = document(language, &Language::ALL, &title, &head, &content);
        Self { status: StatusCode::OK, language, document, forget_notice: None }
    }

    /// The same page with another status.
    pub(super) fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }
}

fn document(language: Language, spoken: &[Language], title: &str, head: &Markup, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · OX Updater" }
                link rel="stylesheet" href=(files::address("style"));
                link rel="icon" type="image/svg+xml" href=(files::address("icon"));
                script src=(files::address("time")) defer {}
            }
            body {
                a class="skip" href="#main" { (message!("page-skip").say(language)) }
                (head)
                main id="main" tabindex="-1" { (content) }
                (chooser(language, spoken))
            }
        }
    }
}

/// The top of a page: where one is, where one can go, who one is.
fn header(visit: &Visit, section: Section) -> Markup {
    let link = |to: Section| {
        html! {
            a href=(to.path()) aria-current=[(to == section).then_some("page")] { (visit.say(&to.name())) }
        }
    };
    let administers = section.is_of_administration();
    html! {
        header class="top" {
            a class="brand" href=(if administers { "/admin" } else { "/" }) { "OX Updater" }
            nav class="who" aria-label=(visit.say(&message!("page-navigation-account"))) {
                span class="name" { (visit.actor.name()) }
                @if visit.may(Ability::View) && !administers {
                    a href="/admin" { (visit.say(&message!("page-administration"))) }
                }
                @if administers { (link(Section::Home)) }
                (link(Section::Account))
                form method="post" action="/sign-out" {
                    (parts::csrf(visit))
                    button type="submit" class="link" { (visit.say(&message!("page-sign-out"))) }
                }
            }
        }
        @if administers {
            nav class="side" aria-label=(visit.say(&message!("page-navigation"))) {
                ul {
                    @for to in Section::NAVIGATION.into_iter().filter(|to| visit.may(to.ability())) {
                        li { (link(to)) }
                    }
                }
            }
        }
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.document).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(self.language.tag()));
        headers.extend(self.forget_notice.map(|value| (SET_COOKIE, value)));
        response
    }
}

/// Gives each answer that is a page the headers that hold it to itself.
pub(in crate::web) async fn guarded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let media_type = response.headers().get(CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    if !media_type.starts_with(b"text/html") {
        return response;
    }
    let headers: [(HeaderName, HeaderValue); 6] = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
        (VARY, HeaderValue::from_static("Cookie, Accept-Language")),
    ];
    response.headers_mut().extend(headers);
    response.headers_mut().entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    response
}

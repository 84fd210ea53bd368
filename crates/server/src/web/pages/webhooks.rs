//! Webhooks: which there are, what each was told last, and the form to add one. Its secret is shown once, right after.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;
use text::{Explain, Message, message};

use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::posted::Posted;
use super::visit::Visit;
use crate::App;
use crate::actions::Effect;
use crate::actions::webhooks::{self, Added};
use crate::error::{Error, Result};
use crate::model::webhook::{DeliveryLine, DeliveryState, EventKind, WebhookLine, WebhookStanding};
use crate::rules::webhook::told;

/// Where webhooks are.
const PATH: &str = "/admin/webhooks";

/// A form with nothing in it.
#[derive(Debug, Deserialize)]
pub(super) struct Nothing {}

/// What the form to add one says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct NewWebhook {
    #[serde(default)]
    url: String,
    #[serde(default, rename = "package.published")]
    package_published: Option<String>,
    #[serde(default, rename = "install.failed")]
    install_failed: Option<String>,
}

impl NewWebhook {
    fn has(&self, kind: EventKind) -> bool {
        match kind {
            EventKind::PackagePublished => self.package_published.is_some(),
            EventKind::InstallFailed => self.install_failed.is_some(),
            EventKind::Test => false,
        }
    }

    fn events(&self) -> Vec<String> {
        let wanted = EventKind::ALL.into_iter().filter(|kind| self.has(*kind));
        wanted.map(|kind| kind.as_str().to_owned()).collect()
    }
}

/// Shows all webhooks.
pub(super) async fn list(State(app): State<Arc<App>>, visit: Visit) -> Result<Page> {
    let written = NewWebhook { install_failed: Some("on".to_owned()), ..NewWebhook::default() };
    page(&app, &visit, &written, None).await
}

async fn page(app: &App, visit: &Visit, written: &NewWebhook, error: Option<&Error>) -> Result<Page> {
    let lines = webhooks::list(app, &visit.actor).await?;
    let body = html! {
        (parts::heading(&visit.say(&message!("webhooks")), &html! {}))
        p { (visit.say(&message!("webhooks-about"))) }
        @if lines.is_empty() {
            (parts::empty(&visit.say(&message!("webhooks-none")), &html! {}))
        } @else {
            (table(visit, &lines))
        }
        h2 { (visit.say(&message!("webhooks-add"))) }
        (form(visit, written, error))
    };
    Ok(visit.page(Section::Settings, &message!("webhooks"), body))
}

fn table(visit: &Visit, lines: &[WebhookLine]) -> Markup {
    let headings = [
        message!("heading-destination"),
        message!("heading-events"),
        message!("heading-state"),
        message!("heading-waiting"),
        message!("heading-delivered"),
    ]
    .map(|heading| visit.say(&heading));
    let rows = lines.iter().map(|line| {
        vec![
            html! { a href={ (PATH) "/" (line.id) } { (line.url) } },
            events(visit, line),
            standing(visit, line.standing),
            html! { (line.waiting) },
            html! { @if let Some(at) = &line.delivered_at { (parts::time(at)) } @else { "–" } },
        ]
    });
    parts::table(&visit.say(&message!("webhooks")), &headings, rows.collect())
}

fn form(visit: &Visit, written: &NewWebhook, error: Option<&Error>) -> Markup {
    let said = error.map(|error| error.message().say(visit.language));
    let (label, hint) =
        (visit.say(&message!("heading-destination")), visit.say(&message!("webhooks-address-hint")));
    let url = Field::of_type("url", "url", &label).value(&written.url).hint(&hint).error(said.as_deref());
    let ticks = EventKind::ALL.map(|kind| {
        let state = if written.has(kind) { parts::State::On } else { parts::State::Off };
        let label = visit.say(&in_words(kind));
        html! { (Field::tick(kind.as_str(), &label, state)) }
    });
    let content = html! {
        (url.required())
        fieldset {
            legend { (visit.say(&message!("webhooks-told-of"))) }
            @for tick in &ticks { (tick) }
        }
        (parts::button(Weight::First, &visit.say(&message!("webhooks-add"))))
    };
    parts::form(visit, PATH, &content)
}

/// Adds a webhook and shows its secret; what is wrong is said at the form.
pub(super) async fn add(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<NewWebhook>,
) -> Result<Response> {
    match webhooks::add(&app, &visit.actor, &form.url, &form.events()).await {
        Ok(added) => Ok(added_page(&visit, &added).into_response()),
        Err(error) if error.status().is_client_error() && error.status().as_u16() != 404 => {
            let status = error.status();
            Ok(page(&app, &visit, &form, Some(&error)).await?.with_status(status).into_response())
        }
        Err(error) => Err(error),
    }
}

fn added_page(visit: &Visit, added: &Added) -> Page {
    let body = html! {
        (parts::heading(&visit.say(&message!("webhooks-added")), &html! {}))
        (parts::notice(Tone::Good, &visit.say(&message!("webhooks-added-about", host = &added.host))))
        p { (visit.say(&message!("webhooks-secret"))) }
        p { code { (added.secret.as_str()) } }
        (parts::notice(Tone::Warning, &visit.say(&message!("webhooks-secret-once"))))
        p { (parts::button_link(Weight::First, &format!("{PATH}/{}", added.id.0), &visit.say(&message!("webhooks-go-on")))) }
    };
    visit.page(Section::Settings, &message!("webhooks-added"), body)
}

/// Shows one webhook and what it was told last.
pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit, Path(id): Path<String>) -> Result<Page> {
    let (line, deliveries) = webhooks::show(&app, &visit.actor, &id).await?;
    let at = |verb: &str| format!("{PATH}/{}/{verb}", line.id);
    let button = |verb: &str, weight, label: Message| {
        parts::button_form(&visit, &at(verb), weight, &visit.say(&label))
    };
    let actions = html! {
        @if line.standing != WebhookStanding::Enabled {
            (button("enable", Weight::First, message!("webhooks-enable")))
        }
        (button("test", Weight::Plain, message!("webhooks-test")))
    };
    let host = webhooks::host(&line.url);
    let facts = vec![
        (visit.say(&message!("heading-destination")), html! { code { (line.url) } }),
        (visit.say(&message!("webhooks-told-of")), events(&visit, &line)),
        (visit.say(&message!("heading-state")), standing(&visit, line.standing)),
        (visit.say(&message!("heading-added")), parts::time(&line.created_at)),
        (visit.say(&message!("heading-waiting")), html! { (line.waiting) }),
        (visit.say(&message!("heading-dropped")), html! { (line.dropped) }),
    ];
    let body = html! {
        p { a href=(PATH) { (visit.say(&message!("webhooks"))) } }
        (parts::heading(&host, &actions))
        @match line.standing {
            WebhookStanding::Enabled => {}
            WebhookStanding::Failing => (parts::notice(Tone::Bad, &visit.say(&message!("webhooks-failing")))),
            WebhookStanding::Gone => (parts::notice(Tone::Bad, &visit.say(&message!("webhooks-gone")))),
        }
        (parts::facts(facts))
        h2 { (visit.say(&message!("webhooks-last"))) }
        @if deliveries.is_empty() {
            (parts::empty(&visit.say(&message!("no-deliveries")), &html! {}))
        } @else {
            (deliveries_table(&visit, &deliveries))
        }
        h2 { (visit.say(&message!("webhooks-remove"))) }
        p { (visit.say(&message!("webhooks-remove-about"))) }
        (button("remove", Weight::Danger, message!("webhooks-remove")))
    };
    Ok(visit.page_named(Section::Settings, &host, body))
}

fn deliveries_table(visit: &Visit, deliveries: &[DeliveryLine]) -> Markup {
    let headings = [
        message!("heading-at"),
        message!("heading-event"),
        message!("heading-state"),
        message!("heading-attempts"),
        message!("heading-answer"),
        message!("heading-next"),
    ]
    .map(|heading| visit.say(&heading));
    let rows = deliveries.iter().map(|delivery| {
        let tone = match delivery.state {
            DeliveryState::Waiting if delivery.attempts == 0 => Tone::Plain,
            DeliveryState::Waiting => Tone::Warning,
            DeliveryState::Delivered => Tone::Good,
            DeliveryState::GivenUp => Tone::Bad,
        };
        vec![
            parts::time(&delivery.created_at),
            html! { (visit.say(&EventKind::parse(&delivery.event).map_or(message!("event-test"), in_words))) },
            parts::badge(tone, &visit.say(&delivery.state.message())),
            html! { (delivery.attempts) },
            html! { @if let Some(told) = told(delivery) { (visit.say(&told)) } @else { "–" } },
            html! { @if let Some(at) = &delivery.next_at { (parts::time(at)) } @else { "–" } },
        ]
    });
    parts::table(&visit.say(&message!("webhooks-last")), &headings, rows.collect())
}

/// Lets a webhook be called again.
pub(super) async fn enable(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    let done = match webhooks::enable(&app, &visit.actor, &id).await? {
        (host, Effect::Changed) => message!("done-webhook-enable", host = host),
        (host, Effect::None) => message!("done-webhook-enable-before", host = host),
    };
    Ok(visit.lead_on(&format!("{PATH}/{id}"), &done))
}

/// Calls a webhook once, and says what it answered.
pub(super) async fn test(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    let back = format!("{PATH}/{id}");
    match webhooks::test(&app, &visit.actor, &id).await {
        Ok((host, status)) => {
            let done = message!("done-webhook-test", host = host, status = status.to_string());
            Ok(visit.lead_on(&back, &done))
        }
        Err(error) if error.status().as_u16() == 422 => {
            Ok(visit.lead_on_with(&back, Tone::Bad, &error.message()))
        }
        Err(error) => Err(error),
    }
}

/// Removes a webhook.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    let host = webhooks::remove(&app, &visit.actor, &id).await?;
    Ok(visit.lead_on(PATH, &message!("done-webhook-remove", host = host)))
}

fn events(visit: &Visit, line: &WebhookLine) -> Markup {
    let kinds = line.events.iter().filter_map(|name| EventKind::parse(name));
    let words: Vec<String> = kinds.map(|kind| visit.say(&in_words(kind))).collect();
    html! { (words.join(", ")) }
}

fn standing(visit: &Visit, standing: WebhookStanding) -> Markup {
    let tone = if standing == WebhookStanding::Enabled { Tone::Good } else { Tone::Bad };
    parts::badge(tone, &visit.say(&standing.message()))
}

fn in_words(kind: EventKind) -> Message {
    match kind {
        EventKind::PackagePublished => message!("event-package-published"),
        EventKind::InstallFailed => message!("event-install-failed"),
        EventKind::Test => message!("event-test"),
    }
}

//! Preconditions of the connector and its plug-ins: of the whole server on a page of their own, and of a user on the user's page.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use text::{Message, message};

use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts;
use super::visit::Visit;
use crate::App;
use crate::actions::preconditions;
use crate::error::{Kind, Result};
use crate::model::precondition::{Judgement, PlugIn, Precondition, gravest};
use crate::rules::role::Ability;

/// The page's address.
pub(super) const PATH: &str = "/admin/preconditions";

/// Shows what is so of the whole server.
pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Result<Page> {
    let title = message!("page-preconditions");
    let content = match preconditions::show(&app, &visit.actor).await {
        Ok(Some(found)) => whole(&visit, &found),
        Ok(None) => parts::empty(&visit.say(&message!("preconditions-no-site")), &html! {}),
        Err(error) => match error.kind() {
            Kind::SiteUnread(unread) => parts::notice(Tone::Bad, &visit.say(&text::Explain::message(unread))),
            _ => return Err(error),
        },
    };
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        p { (visit.say(&message!("preconditions-about"))) }
        (content)
    };
    Ok(visit.page(Section::Settings, &title, body))
}

fn whole(visit: &Visit, found: &[Precondition]) -> Markup {
    let count = |judgement| found.iter().filter(|one| one.judgement == judgement).count();
    let counts = message!(
        "preconditions-counts",
        met = count(Judgement::Met),
        not_met = count(Judgement::NotMet),
        cannot_tell = count(Judgement::CannotTell)
    );
    html! {
        (parts::notice(tone(gravest(found)), &visit.say(&counts)))
        @for plug_in in PlugIn::ALL {
            h2 { (visit.say(&plug_in.word())) }
            (table(visit, plug_in, found.iter().filter(|one| one.plug_in == plug_in)))
        }
        p { (visit.say(&message!("preconditions-of-users"))) }
    }
}

fn table<'a>(visit: &Visit, plug_in: PlugIn, found: impl Iterator<Item = &'a Precondition>) -> Markup {
    let headings =
        [message!("heading-judgement"), message!("heading-found")].map(|heading| visit.say(&heading));
    let rows = found.map(|one| {
        vec![parts::badge(tone(one.judgement), &visit.say(&one.judgement.word())), details(visit, one)]
    });
    parts::table(&visit.say(&plug_in.word()), &headings, rows.collect())
}

/// What was found, and below it where, and what to do: paths are long, and a column of their own would leave no room for words.
fn details(visit: &Visit, one: &Precondition) -> Markup {
    let advice = one.advice.as_ref().map(|advice| match one.judgement {
        Judgement::Met => message!("preconditions-good-to-know", advice = advice.clone()),
        _ => message!("preconditions-advice", advice = advice.clone()),
    });
    html! {
        p { (visit.say(&one.found)) }
        @if let Some(advice) = advice { p { (visit.say(&advice)) } }
        @if let Some(place) = &one.place {
            p class="hint" { (visit.say(&message!("preconditions-place", place = place))) }
        }
    }
}

/// Which plug-ins will be active for a user, and why not; nothing where the settings name no server.
///
/// Who may not administer sees what is so of the user, and of the server only how it stands.
pub(super) async fn of_user(app: &App, visit: &Visit, name: &str) -> Result<Markup> {
    let found = match preconditions::of_user(app, &visit.actor, name).await {
        Ok(Some(found)) => found,
        Ok(None) => return Ok(html! {}),
        Err(error) => match error.kind() {
            Kind::SiteUnread(unread) => {
                return Ok(html! {
                    h2 { (visit.say(&message!("user-plug-ins"))) }
                    (parts::notice(Tone::Warning, &visit.say(&text::Explain::message(unread))))
                });
            }
            _ => return Err(error),
        },
    };
    let headings = [message!("heading-plug-in"), message!("heading-judgement"), message!("heading-why")]
        .map(|heading| visit.say(&heading));
    let rows = PlugIn::ALL.into_iter().map(|plug_in| {
        let own: Vec<&Precondition> = found.iter().filter(|one| one.plug_in == plug_in).collect();
        let judgement = gravest(own.iter().copied());
        vec![
            html! { (visit.say(&plug_in.word())) },
            parts::badge(tone(judgement), &visit.say(&judgement.word_of_plug_in())),
            why(visit, &own),
        ]
    });
    let title = visit.say(&message!("user-plug-ins"));
    Ok(html! {
        h2 { (title) }
        (parts::table(&title, &headings, rows.collect()))
        @if visit.may(Ability::Administer) {
            p { a href=(PATH) { (visit.say(&message!("preconditions-all"))) } }
        }
    })
}

/// What stands in the way, each with what to do.
fn why(visit: &Visit, own: &[&Precondition]) -> Markup {
    let may = visit.may(Ability::Administer);
    let reasons: Vec<&&Precondition> = own.iter().filter(|one| one.judgement != Judgement::Met).collect();
    let is_shown = |one: &Precondition| may || one.user.is_some();
    let hidden = reasons.iter().filter(|one| !is_shown(one)).count();
    html! {
        @if reasons.is_empty() { (visit.say(&message!("preconditions-all-met"))) }
        @else {
            ul class="items" {
                @for one in reasons.iter().filter(|one| is_shown(one)) {
                    li {
                        (visit.say(&one.found))
                        @if let Some(advice) = one.advice.as_ref().filter(|_| may) { " " (visit.say(advice)) }
                    }
                }
                @if hidden > 0 { li { (visit.say(&message!("preconditions-of-the-server", count = hidden))) } }
            }
        }
    }
}

fn tone(judgement: Judgement) -> Tone {
    match judgement {
        Judgement::Met => Tone::Good,
        Judgement::CannotTell => Tone::Warning,
        Judgement::NotMet => Tone::Bad,
    }
}

/// The sentence on the page of settings that leads here.
pub(super) fn place() -> (Message, Message, &'static str) {
    (message!("page-preconditions"), message!("preconditions-place-about"), PATH)
}

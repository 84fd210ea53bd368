//! The overview: what needs attention first, then how far each release has come.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use text::{Message, message};

use super::frame::{Page, Section};
use super::listing::address;
use super::notice::Tone;
use super::parts::{self, Weight};
use super::spread;
use super::visit::Visit;
use crate::App;
use crate::actions::overview;
use crate::error::Result;
use crate::model::device_filter::WrittenDeviceFilter;
use crate::model::overview::{Concern, Failing, Overview};
use crate::model::report_filter::WrittenReportFilter;
use crate::rules::filter::FAILING_WORD;
use crate::rules::number::grouped;
use crate::rules::overview::in_words;
use crate::rules::role::Ability;

/// Shows the overview.
pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Result<Page> {
    let overview = overview::show(&app, &visit.actor).await?;
    let title = message!("page-overview");
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        (concerns(&visit, &overview))
        (counts(&visit, &overview))
        (first_steps(&visit, &overview))
        @if overview.spread.iter().any(|one| one.devices > 0) {
            h2 { (visit.say(&message!("spread-title"))) }
            @for one in overview.spread.iter().filter(|one| one.devices > 0) { (spread::now(&visit, one)) }
        }
    };
    Ok(visit.page(Section::Overview, &title, body))
}

fn concerns(visit: &Visit, overview: &Overview) -> Markup {
    let has_begun = overview.packages > 0 && overview.devices > 0;
    html! {
        @if overview.concerns.is_empty() && has_begun {
            (parts::notice(Tone::Good, &visit.say(&message!("overview-all-well"))))
        }
        @if !overview.concerns.is_empty() {
            h2 { (visit.say(&message!("overview-concerns"))) }
            ul class="concerns" {
                @for concern in &overview.concerns {
                    li class={ "notice " (tone(concern).class()) } {
                        p { (visit.say(&in_words(concern))) }
                        @if let Some((to, label)) = way(concern) {
                            p { a href=(to) { (visit.say(&label)) } }
                        }
                    }
                }
            }
        }
    }
}

fn tone(concern: &Concern) -> Tone {
    match concern {
        Concern::Disk { .. } | Concern::Certificate { .. } | Concern::Failing(_) => Tone::Bad,
        Concern::Unseen { .. } => Tone::Warning,
    }
}

/// Where the list behind a concern is.
fn way(concern: &Concern) -> Option<(String, Message)> {
    match concern {
        Concern::Disk { .. } | Concern::Certificate { .. } => None,
        Concern::Failing(Failing { upgrade_code, version, since, failed, .. }) => {
            let filter = WrittenReportFilter {
                product: Some(upgrade_code.clone()),
                version: Some(version.clone()),
                outcome: Some(FAILING_WORD.to_owned()),
                since: Some(since.clone()),
                ..WrittenReportFilter::default()
            };
            let label = message!("overview-show-reports", reports = *failed);
            Some((address("/admin/reports", &filter, 1), label))
        }
        Concern::Unseen { devices, since, .. } => {
            let filter = WrittenDeviceFilter {
                standing: Some("enrolled".to_owned()),
                seen_until: Some(since.clone()),
                ..WrittenDeviceFilter::default()
            };
            let label = message!("overview-show-devices", devices = *devices);
            Some((address("/admin/devices", &filter, 1), label))
        }
    }
}

/// The sizes of the whole, each with the way to its list.
fn counts(visit: &Visit, overview: &Overview) -> Markup {
    let count = |number: u32, name: Message, to: &str| {
        html! {
            div class="card count" {
                a href=(to) { span class="large" { (grouped(number, visit.language)) } " " (visit.say(&name)) }
            }
        }
    };
    let enrolled =
        WrittenDeviceFilter { standing: Some("enrolled".to_owned()), ..WrittenDeviceFilter::default() };
    html! {
        div class="columns" {
            (count(overview.packages, message!("overview-packages"), "/admin/packages"))
            (count(overview.users, message!("overview-users"), "/admin/users"))
            (count(overview.devices, message!("overview-devices"), &address("/admin/devices", &enrolled, 1)))
        }
    }
}

/// What to do first, where nothing has been done yet.
fn first_steps(visit: &Visit, overview: &Overview) -> Markup {
    let mut steps = Vec::new();
    if overview.packages == 0 && visit.may(Ability::Publish) {
        steps.push((message!("first-step-package"), message!("first-step-package-do"), "/admin/packages"));
    }
    // One account is that of whoever looks at this.
    if overview.users <= 1 && visit.may(Ability::Administer) {
        steps.push((message!("first-step-users"), message!("first-step-users-do"), "/admin/users"));
    }
    if overview.devices == 0 {
        steps.push((message!("first-step-devices"), message!("first-step-devices-do"), "/"));
    }
    html! {
        @if !steps.is_empty() {
            h2 { (visit.say(&message!("first-steps"))) }
            @for (text, label, to) in steps {
                (parts::empty(&visit.say(&text), &parts::button_link(Weight::Plain, to, &visit.say(&label))))
            }
        }
    }
}

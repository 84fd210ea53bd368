//! The overview: what needs attention first, then how far each release has come.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use text::{Message, message};

use super::frame::{Page, Section};
use super::listing::address;
use super::notice::Tone;
use super::packages::WARNED;
use super::parts::{self, Weight};
use super::spread;
use super::updater_package;
use super::visit::Visit;
use crate::App;
use crate::actions::overview;
use crate::error::Result;
use crate::model::device_filter::WrittenDeviceFilter;
use crate::model::overview::{Concern, Failing, Overview};
use crate::model::report_filter::WrittenReportFilter;
use crate::model::user::{PasswordState, SecondFactorState, Standing};
use crate::model::user_filter::WrittenUserFilter;
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
                        @if let Some((to, label)) = way(visit, concern) {
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
        Concern::Webhook { .. }
        | Concern::SecondFactor { .. }
        | Concern::NoUpdaterPackage
        | Concern::Warnings { .. }
        | Concern::Unseen { .. } => Tone::Warning,
        Concern::NoPassword { .. } | Concern::Drafts { .. } => Tone::Plain,
    }
}

/// Where the list behind a concern is, if this person may see it.
fn way(visit: &Visit, concern: &Concern) -> Option<(String, Message)> {
    let enabled =
        WrittenUserFilter { standing: Some(Standing::Enabled.as_str().to_owned()), ..Default::default() };
    match concern {
        Concern::Webhook { id, .. } => {
            let label = message!("overview-show-webhook");
            visit.may(Ability::Administer).then(|| (format!("/admin/webhooks/{id}"), label))
        }
        Concern::SecondFactor { users } => {
            let missing = Some(SecondFactorState::Missing.as_str().to_owned());
            let filter = WrittenUserFilter { second_factor: missing, ..enabled };
            Some((address("/admin/users", &filter, 1), message!("overview-show-accounts", users = *users)))
        }
        Concern::NoPassword { users } => {
            let none = Some(PasswordState::None.as_str().to_owned());
            let filter = WrittenUserFilter { password: none, ..enabled };
            Some((address("/admin/users", &filter, 1), message!("overview-show-accounts", users = *users)))
        }
        Concern::NoUpdaterPackage => {
            Some((updater_package::PATH.to_owned(), message!("overview-show-updater")))
        }
        Concern::Warnings { packages } => {
            let label = message!("overview-show-packages", packages = *packages);
            Some((format!("/admin/packages?state={WARNED}"), label))
        }
        Concern::Drafts { drafts } => {
            let label = message!("overview-show-drafts", drafts = *drafts);
            Some(("/admin/packages?state=draft".to_owned(), label))
        }
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
    let may_sign_in =
        WrittenUserFilter { standing: Some(Standing::Enabled.as_str().to_owned()), ..Default::default() };
    let Overview { packages, users, devices, .. } = *overview;
    html! {
        div class="columns" {
            (count(packages, message!("overview-packages", packages = packages), "/admin/packages"))
            (count(users, message!("overview-users", users = users), &address("/admin/users", &may_sign_in, 1)))
            (count(devices, message!("overview-devices", devices = devices), &address("/admin/devices", &enrolled, 1)))
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

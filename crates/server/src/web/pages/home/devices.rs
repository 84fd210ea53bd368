//! A user's own PCs: how each stands, what it reported last, and signing it out.

use maud::{Markup, html};
use text::message;

use super::words;
use crate::model::home::{OwnDevice, OwnDeviceState};
use crate::model::report::ReportLine;
use crate::web::pages::device_sign_in;
use crate::web::pages::notice::Tone;
use crate::web::pages::parts;
use crate::web::pages::visit::Visit;

/// Where a PC is signed out.
pub(super) fn sign_out_path(device: &str) -> String {
    format!("/devices/{device}/sign-out")
}

/// All PCs, or the sentence that there is none; below them what other PCs reported.
pub(super) fn section(visit: &Visit, devices: &[OwnDevice], others: &[ReportLine]) -> Markup {
    html! {
        section aria-labelledby="devices" {
            h2 id="devices" { (visit.say(&message!("home-devices"))) }
            @if devices.is_empty() { (parts::empty(&visit.say(&message!("home-devices-none")), &html! {})) }
            div class="columns" { @for device in devices { (card(visit, device)) } }
            p { a href=(device_sign_in::PATH) { (visit.say(&message!("device-sign-in-enter"))) } }
            @if !others.is_empty() {
                h3 { (visit.say(&message!("home-other-reports"))) }
                (reports(visit, others))
            }
        }
    }
}

fn card(visit: &Visit, own: &OwnDevice) -> Markup {
    let device = &own.device;
    let heading = format!("device-{}", device.id);
    let label = visit.say(&message!("home-sign-device-out"));
    html! {
        article class="card" aria-labelledby=(heading) {
            h3 id=(heading) { (device.computer_name) }
            p { (state(visit, &own.state)) }
            @if let Some(seen_at) = &device.last_seen_at {
                p class="hint" {
                    (visit.say(&message!("home-device-seen", date = words::time(seen_at, visit.language))))
                }
            }
            @if !own.reports.is_empty() {
                h4 { (visit.say(&message!("home-device-reports"))) }
                (reports(visit, &own.reports))
            }
            p class="actions" {
                a class="button" href=(sign_out_path(&device.device)) aria-describedby=(heading) { (label) }
            }
        }
    }
}

fn state(visit: &Visit, state: &OwnDeviceState) -> Markup {
    let date = |at: &str| words::time(at, visit.language);
    let (tone, said) = match state {
        OwnDeviceState::Untold => (Tone::Plain, message!("home-device-untold")),
        OwnDeviceState::Current { told_at } => {
            (Tone::Good, message!("home-device-current", date = date(told_at)))
        }
        OwnDeviceState::Waiting { updates, told_at } => {
            (Tone::Warning, message!("home-device-waiting", count = *updates, date = date(told_at)))
        }
    };
    html! { span class={ "state " (tone.class()) } { (visit.say(&said)) } }
}

fn reports(visit: &Visit, reports: &[ReportLine]) -> Markup {
    html! {
        ul class="reports" {
            @for report in reports {
                li {
                    time datetime=(report.received_at) class="hint" {
                        (words::time(&report.received_at, visit.language))
                    }
                    " " (visit.say(&words::outcome(report)))
                }
            }
        }
    }
}

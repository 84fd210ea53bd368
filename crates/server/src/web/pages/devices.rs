//! Devices: the list, and one of them.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, html};
use text::{Message, message};

use super::frame::{Page, Section};
use super::listing::{self, PageNumber, address, choices, day, foot, or_wrong, text as text_field, wrong};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::posted::Posted;
use super::sign_in::Nothing;
use super::visit::Visit;
use super::{reports, spread};
use crate::App;
use crate::actions::{Effect, LINES_MAX, device_list, devices};
use crate::error::{Kind, Result};
use crate::model::device::{
    DeviceDetail, DeviceId, DeviceLine, DeviceProduct, DeviceProductState, DeviceStanding,
};
use crate::model::device_filter::WrittenDeviceFilter;
use crate::model::report_filter::WrittenReportFilter;
use crate::model::slice::{Listed, Slice};
use crate::model::user::owner_in_words;
use crate::rules::device::{in_words, standing_in_words};
use crate::rules::role::Ability;
use crate::web::csv;

const PATH: &str = "/admin/devices";
const FILE: &str = "/admin/devices.csv";

/// Shows the list.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<WrittenDeviceFilter>,
    Query(page): Query<PageNumber>,
) -> Result<Page> {
    let listed = device_list::list(&app, &visit.actor, &filter, page.slice()).await;
    let (listed, error) = or_wrong(listed)?;
    let names = device_list::product_names(&app, &visit.actor)?;
    let title = message!("page-devices");
    let to_spread = parts::button_link(Weight::Plain, "/admin/spread", &visit.say(&message!("spread-title")));
    let body = html! {
        (parts::heading(&visit.say(&title), &to_spread))
        (wrong(error.as_ref(), visit.language))
        (filters(&visit, &filter, &names))
        @if listed.lines.is_empty() {
            (listing::empty(&visit, &listed, &none(&filter)))
        } @else {
            (table(&visit, &listed))
        }
        (foot(&visit, &page, listed.total, |page| address(PATH, &filter, page), (&address(FILE, &filter, 1), &message!("list-as-csv"))))
    };
    let status = error.map(|error| error.status()).unwrap_or_default();
    Ok(visit.page(Section::Devices, &title, body).with_status(status))
}

/// Answers with the list as a file.
pub(super) async fn file(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<WrittenDeviceFilter>,
) -> Result<Response> {
    let listed = device_list::list(&app, &visit.actor, &filter, Slice::first(LINES_MAX)).await?;
    let heading = [
        message!("heading-user"),
        message!("heading-computer"),
        message!("heading-device"),
        message!("heading-state"),
        message!("heading-last-seen"),
        message!("heading-windows"),
        message!("heading-platform"),
        message!("heading-client"),
        message!("heading-enrolled"),
    ];
    let language = visit.language;
    let row = move |line: &DeviceLine| {
        let told = line.check_in.as_ref();
        let or_nothing = |text: Option<&String>| text.cloned().unwrap_or_default();
        vec![
            owner_in_words(&line.user, |word| word.say(language)),
            line.computer_name.clone(),
            line.device.clone(),
            standing_in_words(line.standing).say(language),
            or_nothing(line.last_seen_at.as_ref()),
            or_nothing(told.map(|told| &told.windows_version)),
            or_nothing(told.map(|told| &told.platform)),
            or_nothing(told.map(|told| &told.client_version)),
            line.enrolled_at.clone(),
        ]
    };
    Ok(csv::file("devices.csv", &heading.map(|heading| visit.say(&heading)), listed.lines, row))
}

/// Shows one device.
pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit, Path(id): Path<String>) -> Result<Page> {
    let shown = device_list::show(&app, &visit.actor, number(&id)?).await?;
    let device = &shown.device;
    let of_it = WrittenReportFilter {
        user: Some(device.user.clone()),
        device: Some(device.device.clone()),
        ..WrittenReportFilter::default()
    };
    let body = html! {
        (parts::heading(&device.computer_name, &html! {}))
        (parts::facts(facts(&visit, device)))
        h2 { (visit.say(&message!("device-products-title"))) }
        (products(&visit, &shown))
        h2 { (visit.say(&message!("page-reports"))) }
        @if shown.reports.is_empty() {
            (parts::empty(&visit.say(&message!("device-no-reports")), &html! {}))
        } @else {
            (reports::table_of_device(&visit, &shown.reports))
            p { a href=(address("/admin/reports", &of_it, 1)) { (visit.say(&message!("device-all-reports"))) } }
        }
        @if visit.may(Ability::Administer) { (endings(&visit, device)) }
    };
    Ok(visit.page_named(Section::Devices, &device.computer_name, body))
}

/// Revokes a device.
pub(super) async fn revoke(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Result<Response> {
    let DeviceLine { id, user, device, computer_name, .. } =
        device_list::find(&app, &visit.actor, number(&id)?).await?;
    let done = match devices::revoke(&app, &visit.actor, &user, &device).await? {
        Effect::Changed => message!("done-device-revoke", user = user, device = computer_name),
        Effect::None => message!("done-device-revoke-before", user = user, device = computer_name),
    };
    Ok(visit.lead_on(&format!("{PATH}/{id}"), &done))
}

/// Forgets a device that was revoked.
pub(super) async fn forget(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Result<Response> {
    let DeviceLine { user, device, computer_name, .. } =
        device_list::find(&app, &visit.actor, number(&id)?).await?;
    devices::forget(&app, &visit.actor, &user, &device).await?;
    let done = message!("done-device-forget", user = owner(&visit, &user), device = computer_name);
    Ok(visit.lead_on(PATH, &done).into_response())
}

fn number(id: &str) -> Result<DeviceId> {
    Ok(DeviceId(id.parse().map_err(|_| Kind::NotFound)?))
}

fn filters(visit: &Visit, filter: &WrittenDeviceFilter, names: &[String]) -> Markup {
    let say = |message: Message| visit.say(&message);
    let products = |wanted: &Option<String>| {
        // A filter that came by a link may name a product by its upgrade code.
        let other = wanted.iter().filter(|name| !names.contains(name)).cloned();
        let all = names.iter().cloned().chain(other).map(|name| (name.clone(), name));
        choices(visit, &message!("filter-any"), all.collect::<Vec<_>>())
    };
    let standings = [DeviceStanding::Enrolled, DeviceStanding::Revoked].map(|standing| {
        let value = if standing == DeviceStanding::Enrolled { "enrolled" } else { "revoked" };
        (value.to_owned(), visit.say(&standing_in_words(standing)))
    });
    let value = |written: &Option<String>| written.clone().unwrap_or_default();
    let (product, lacks) = (products(&filter.product), products(&filter.lacks));
    let standings = choices(visit, &message!("filter-any"), standings);
    let content = html! {
        (text_field("search", &say(message!("filter-search-devices")), filter.search.as_ref()))
        (text_field("user", &say(message!("heading-user")), filter.user.as_ref()))
        (Field::choice("standing", &say(message!("heading-state")), &standings).value(&value(&filter.standing)))
        (Field::choice("product", &say(message!("filter-has")), &product).value(&value(&filter.product)))
        (text_field("version", &say(message!("heading-version")), filter.version.as_ref()))
        (Field::choice("lacks", &say(message!("filter-lacks")), &lacks).value(&value(&filter.lacks)))
        (day("seen_since", &say(message!("filter-seen-since")), filter.seen_since.as_ref()))
        (day("seen_until", &say(message!("filter-seen-until")), filter.seen_until.as_ref()))
        (text_field("windows", &say(message!("filter-windows")), filter.windows.as_ref()))
        (text_field("client", &say(message!("filter-client")), filter.client.as_ref()))
        (parts::button(Weight::First, &say(message!("filter-apply"))))
        a href=(PATH) { (say(message!("filter-clear"))) }
    };
    parts::filters(PATH, &content)
}

/// Why there are none.
fn none(filter: &WrittenDeviceFilter) -> Message {
    if *filter == WrittenDeviceFilter::default() {
        message!("devices-none-yet")
    } else {
        message!("list-none-found")
    }
}

fn table(visit: &Visit, listed: &Listed<DeviceLine>) -> Markup {
    let headings = [
        message!("heading-computer"),
        message!("heading-user"),
        message!("heading-state"),
        message!("heading-last-seen"),
        message!("heading-windows"),
        message!("heading-client"),
    ];
    let row = |line: &DeviceLine| {
        let told = line.check_in.as_ref();
        let of_user = WrittenDeviceFilter { user: Some(line.user.clone()), ..Default::default() };
        vec![
            html! { a href={ (PATH) "/" (line.id) } { (line.computer_name) } },
            html! { a href=(address(PATH, &of_user, 1)) { (owner(visit, &line.user)) } },
            standing(visit, line.standing),
            seen(visit, line),
            html! { (told.map_or("–", |told| &told.windows_version)) },
            html! { (told.map_or("–", |told| &told.client_version)) },
        ]
    };
    let rows = listed.lines.iter().map(row).collect();
    parts::table(&visit.say(&message!("page-devices")), &headings.map(|heading| visit.say(&heading)), rows)
}

fn owner(visit: &Visit, name: &str) -> String {
    owner_in_words(name, |word| visit.say(word))
}

fn standing(visit: &Visit, standing: DeviceStanding) -> Markup {
    let tone = if standing == DeviceStanding::Enrolled { Tone::Good } else { Tone::Warning };
    parts::badge(tone, &visit.say(&standing_in_words(standing)))
}

fn seen(visit: &Visit, line: &DeviceLine) -> Markup {
    match &line.last_seen_at {
        Some(at) => parts::time(at),
        None => html! { (visit.say(&message!("device-never-seen"))) },
    }
}

fn facts(visit: &Visit, device: &DeviceLine) -> Vec<(String, Markup)> {
    let told = device.check_in.as_ref();
    let or_nothing = |text: Option<&String>| html! { (text.map_or("–", String::as_str)) };
    let of_user = WrittenDeviceFilter { user: Some(device.user.clone()), ..Default::default() };
    let facts = [
        (
            message!("heading-user"),
            html! { a href=(address(PATH, &of_user, 1)) { (owner(visit, &device.user)) } },
        ),
        (message!("heading-device"), html! { code { (device.device) } }),
        (message!("heading-state"), standing(visit, device.standing)),
        (message!("heading-last-seen"), seen(visit, device)),
        (
            message!("device-checked"),
            told.map_or_else(|| html! { "–" }, |told| parts::time(&told.received_at)),
        ),
        (message!("heading-windows"), or_nothing(told.map(|told| &told.windows_version))),
        (message!("heading-platform"), or_nothing(told.map(|told| &told.platform))),
        (message!("heading-client"), or_nothing(told.map(|told| &told.client_version))),
        (message!("heading-enrolled"), parts::time(&device.enrolled_at)),
    ];
    facts.into_iter().map(|(name, value)| (visit.say(&name), value)).collect()
}

fn products(visit: &Visit, shown: &DeviceDetail) -> Markup {
    if shown.products.is_empty() {
        return parts::empty(&visit.say(&message!("no-products-of-device")), &html! {});
    }
    let headings = [
        message!("heading-name"),
        message!("heading-installed"),
        message!("heading-offered"),
        message!("heading-state"),
    ];
    let row = |line: &DeviceProduct| {
        let installed: Vec<String> = line.installed.iter().map(|one| one.version.to_string()).collect();
        let installed = if installed.is_empty() { "–".to_owned() } else { installed.join(", ") };
        let tone = match line.state {
            DeviceProductState::Current => Tone::Good,
            DeviceProductState::Behind => Tone::Warning,
            _ => Tone::Plain,
        };
        let address = spread::address(&line.upgrade_code, line.platform.as_deref());
        vec![
            html! { a href=(address) { (line.product) } @if let Some(platform) = &line.platform { " (" (platform) ")" } },
            html! { (installed) },
            html! { (line.offered.as_deref().unwrap_or("–")) },
            parts::badge(tone, &visit.say(&in_words(line.state))),
        ]
    };
    let rows = shown.products.iter().map(row).collect();
    let caption = visit.say(&message!("device-products-title"));
    parts::table(&caption, &headings.map(|heading| visit.say(&heading)), rows)
}

/// What ends a device, with what that means said before.
fn endings(visit: &Visit, device: &DeviceLine) -> Markup {
    let (verb, title, meaning) = match device.standing {
        DeviceStanding::Enrolled => (
            "revoke",
            message!("device-revoke"),
            message!("device-revoke-means", user = owner(visit, &device.user)),
        ),
        DeviceStanding::Revoked => ("forget", message!("device-forget"), message!("device-forget-means")),
    };
    let title = visit.say(&title);
    html! {
        h2 { (title) }
        p { (visit.say(&meaning)) }
        (parts::button_form(visit, &format!("{PATH}/{}/{verb}", device.id), Weight::Danger, &title))
    }
}

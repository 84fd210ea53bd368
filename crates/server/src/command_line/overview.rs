//! What is shown as a whole and not as one list: the overview, and a device.

use text::message;
use text::terminal::columns;

use super::Exit;
use super::console::Console;
use super::lists::{NOTHING, reports, table};
use crate::model::device::{DeviceDetail, DeviceProduct};
use crate::model::overview::Overview;
use crate::model::spread::{Spread, VersionCount};
use crate::model::user::owner_in_words;
use crate::rules::device::in_words as product_state;
use crate::rules::overview::in_words;
use crate::rules::spread::{named, version_in_words};

/// Shows what needs attention, and how far each release has come.
pub(super) fn overview(shown: &Overview, console: &Console) -> Exit {
    if shown.concerns.is_empty() {
        console.say(&message!("overview-all-well"));
    }
    for concern in &shown.concerns {
        console.say(&in_words(concern));
    }
    for spread in shown.spread.iter().filter(|spread| spread.devices > 0) {
        console.print_line("");
        console.say(&named(spread));
        console.print(&columns(&rows(spread, console)));
    }
    Exit::Done
}

fn rows(spread: &Spread, console: &Console) -> Vec<Vec<String>> {
    let row = |count: &VersionCount| {
        let devices = message!("spread-devices", devices = count.devices, of = spread.devices);
        vec![console.word(&version_in_words(&count.version)), console.word(&devices)]
    };
    spread.versions.iter().map(row).collect()
}

/// Shows one device.
pub(super) fn device(shown: DeviceDetail, console: &Console) -> Exit {
    let DeviceDetail { device, products, reports: newest } = shown;
    let told = device.check_in.as_ref();
    let or_nothing = |text: Option<&String>| text.cloned().unwrap_or_else(|| NOTHING.to_owned());
    let standing = crate::rules::device::standing_in_words(device.standing);
    let facts = [
        (message!("heading-user"), owner_in_words(&device.user, |word| console.word(word))),
        (message!("heading-computer"), device.computer_name.clone()),
        (message!("heading-device"), device.device.clone()),
        (message!("heading-state"), console.word(&standing)),
        (message!("heading-last-seen"), or_nothing(device.last_seen_at.as_ref())),
        (message!("heading-windows"), or_nothing(told.map(|told| &told.windows_version))),
        (message!("heading-platform"), or_nothing(told.map(|told| &told.platform))),
        (message!("heading-client"), or_nothing(told.map(|told| &told.client_version))),
        (message!("heading-enrolled"), device.enrolled_at.clone()),
    ];
    let facts: Vec<Vec<String>> =
        facts.into_iter().map(|(name, value)| vec![console.word(&name), value]).collect();
    console.print(&columns(&facts));
    console.print_line("");
    let heading = [
        message!("heading-name"),
        message!("heading-platform"),
        message!("heading-installed"),
        message!("heading-offered"),
        message!("heading-state"),
    ];
    table(products, &heading, &message!("no-products-of-device"), |line| product(line, console), console);
    console.print_line("");
    reports(newest, console)
}

fn product(line: DeviceProduct, console: &Console) -> Vec<String> {
    let installed: Vec<&str> = line.installed.iter().map(|one| one.version.as_str()).collect();
    let installed = if installed.is_empty() { NOTHING.to_owned() } else { installed.join(", ") };
    let nothing = || NOTHING.to_owned();
    vec![
        line.product,
        line.platform.unwrap_or_else(nothing),
        installed,
        line.offered.unwrap_or_else(nothing),
        console.word(&product_state(line.state)),
    ]
}

//! The connector itself: the packages that `open-xchange-meta-outlook` stands for.
//!
//! Two of them handed out the original's updater, which this server does in their place.

use text::message;

use super::packages::PackageState;
use super::{Site, of_server, package};
use crate::model::precondition::{Judgement, PlugIn, Precondition};

/// The packages of the original's updater.
const UPDATERS: [(&str, &str); 2] = [
    ("connector-updater", "open-xchange-outlook-updater"),
    ("connector-updater-oxtender2", "open-xchange-outlook-updater-oxtender2"),
];

/// What is so of the connector.
pub(super) fn judge(site: &Site) -> Vec<Precondition> {
    let mut found = vec![
        package(site, PlugIn::Connector, "connector-usm", "open-xchange-usm"),
        package(site, PlugIn::Connector, "connector-folder-json", "open-xchange-folder-json"),
    ];
    found.extend(UPDATERS.map(|(id, name)| updater(site, id, name)));
    found
}

/// It may be there or not: nothing depends on it any more.
fn updater(site: &Site, id: &'static str, name: &str) -> Precondition {
    let packages = site.packages.as_ref().ok();
    let is_there = packages.is_some_and(|packages| matches!(packages.state(name), PackageState::There(_)));
    let found = if is_there {
        message!("precondition-updater-there", package = name)
    } else {
        message!("precondition-updater-replaced", package = name)
    };
    let met = of_server(PlugIn::Connector, id, Judgement::Met, found);
    match packages {
        Some(packages) if is_there => {
            met.at(&packages.place).advised(message!("precondition-updater-remove", package = name))
        }
        _ => met,
    }
}

//! What the person wants set, held against what can be set. Pure.

use text::{Message, message};

use crate::address::{Address, AddressError};
use crate::screen::SettingsField;
use crate::settings::{INTERVAL_HOURS_MAX, INTERVAL_HOURS_MIN, InForce, Settings};
use crate::web::ProxyChoice;

use super::names::{NAME_SHOWN_MAX, short};

/// The settings while their window is open.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    /// What the person wanted to save; `None` until then.
    pub(super) wanted: Option<Settings>,
    /// What is wrong with it, field by field.
    pub(super) problems: Vec<(SettingsField, Message)>,
    /// What is wrong apart from fields.
    pub(super) problem: Option<Message>,
    pub(super) saving: Saving,
}

/// Whether settings are being kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Saving {
    #[default]
    No,
    Yes,
}

impl Draft {
    /// What is wrong with a field.
    pub(super) fn problem_of(&self, field: SettingsField) -> Option<Message> {
        self.problems.iter().find(|(of, _)| *of == field).map(|(_, problem)| problem.clone())
    }
}

/// The settings as they may be kept: what is locked stays as it is, whatever a face hands over.
pub(super) fn allowed(wanted: Settings, in_force: &InForce) -> Settings {
    let now = in_force.settings.clone();
    Settings {
        server: if in_force.server_lock.is_some() { now.server } else { trimmed(wanted.server) },
        checking: if in_force.checking_lock.is_some() { now.checking } else { wanted.checking },
        interval_hours: if in_force.interval_lock.is_some() {
            now.interval_hours
        } else {
            wanted.interval_hours
        },
        proxy: if in_force.proxy_lock.is_some() { now.proxy } else { wanted.proxy },
        language: if in_force.language_lock.is_some() { now.language } else { wanted.language },
        start_with_windows: if in_force.start_lock.is_some() {
            now.start_with_windows
        } else {
            wanted.start_with_windows
        },
    }
}

fn trimmed(server: Option<String>) -> Option<String> {
    server.map(|server| server.trim().to_owned()).filter(|server| !server.is_empty())
}

/// What is wrong with settings, beside the field where it can be mended; what is locked is not the person's to mend.
pub(super) fn problems(settings: &Settings, in_force: &InForce) -> Vec<(SettingsField, Message)> {
    let mut problems = Vec::new();
    let server = settings.server.as_deref().filter(|_| in_force.server_lock.is_none());
    if let Some(problem) = server.and_then(server_problem) {
        problems.push((SettingsField::Server, problem));
    }
    let range = INTERVAL_HOURS_MIN..=INTERVAL_HOURS_MAX;
    if in_force.interval_lock.is_none() && !range.contains(&settings.interval_hours) {
        let problem =
            message!("settings-interval-wrong", least = INTERVAL_HOURS_MIN, most = INTERVAL_HOURS_MAX);
        problems.push((SettingsField::Interval, problem));
    }
    if in_force.proxy_lock.is_none()
        && let ProxyChoice::At(address) = &settings.proxy
        && settings.proxy.clone().checked().is_err()
    {
        let address = short(address, NAME_SHOWN_MAX);
        problems.push((SettingsField::Proxy, message!("settings-proxy-wrong", address = address)));
    }
    problems
}

fn server_problem(server: &str) -> Option<Message> {
    match Address::parse(server) {
        Ok(_) => None,
        Err(AddressError::SignInInside) => Some(message!("settings-server-sign-in-inside")),
        Err(AddressError::NotUnderstood { address }) => {
            Some(message!("settings-server-wrong", address = short(&address, NAME_SHOWN_MAX)))
        }
    }
}

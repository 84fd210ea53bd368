//! The settings, with what is locked and what is wrong.

use text::message;

use super::{copy_button, default, enabled, escape, pressing};
use crate::desk::settings_draft::Saving;
use crate::desk::{Command, Desk};
use crate::screen::{Button, Enabled, Field, Press, SettingsField, SettingsPage, WindowName};
use crate::settings::Lock;

impl Desk {
    pub(in crate::desk) fn settings_page(&self) -> Option<SettingsPage> {
        let (draft, situation) = (self.settings.as_ref()?, self.situation.as_ref()?);
        let in_force = &situation.settings;
        let settings = draft.wanted.as_ref().unwrap_or(&in_force.settings).clone();
        let problem = |field| draft.problem_of(field);
        let save = pressing(message!("button-save"), Press::SaveSettings);
        let when = if draft.saving == Saving::Yes { Enabled::No } else { Enabled::Yes };
        let cancel = Button::new(message!("button-cancel"), Command::Close(WindowName::Settings));
        let copy = draft.problem.as_ref().filter(|problem| self.has_details(problem)).map(|_| copy_button());
        Some(SettingsPage {
            server: Field {
                value: settings.server.unwrap_or_default(),
                lock: in_force.server_lock.map(Lock::message),
                problem: problem(SettingsField::Server),
            },
            checking: Field {
                value: settings.checking,
                lock: in_force.checking_lock.map(Lock::message),
                problem: problem(SettingsField::Checking),
            },
            interval_hours: Field {
                value: settings.interval_hours,
                lock: in_force.interval_lock.map(Lock::message),
                problem: problem(SettingsField::Interval),
            },
            proxy: Field {
                value: settings.proxy,
                lock: in_force.proxy_lock.map(Lock::message),
                problem: problem(SettingsField::Proxy),
            },
            language: Field {
                value: settings.language,
                lock: in_force.language_lock.map(Lock::message),
                problem: problem(SettingsField::Language),
            },
            start_with_windows: Field {
                value: settings.start_with_windows,
                lock: in_force.start_lock.map(Lock::message),
                problem: problem(SettingsField::StartWithWindows),
            },
            problem: draft.problem.as_ref().map(|problem| self.plain(problem)),
            buttons: copy.into_iter().chain([escape(cancel), default(enabled(save, when))]).collect(),
        })
    }
}

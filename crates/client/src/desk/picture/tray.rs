//! The icon beside the clock: which one, what it says, what it offers.

use catalog::Urgency;
use text::{Message, message};

use crate::desk::view::View;
use crate::desk::{Command, Desk, ItemKey, TroubleKind, picks};
use crate::outcome::Restart;
use crate::screen::{Button, Enabled, MenuEntry, Tray, TrayIcon, Weight};

/// How long a server may be away before the icon calls, in seconds: three days.
const AWAY_TIME_MAX: i64 = 3 * 24 * 60 * 60;

impl Desk {
    pub(in crate::desk) fn tray(&self) -> Tray {
        let (icon, tooltip) = self.icon();
        Tray { icon, tooltip, menu: self.menu() }
    }

    fn icon(&self) -> (TrayIcon, Message) {
        use TrayIcon::{Attention, Idle, Looking, Working};
        if let Some(running) = &self.running {
            return if running.asked.is_some() {
                (Attention, message!("tray-tooltip-question"))
            } else {
                let (number, count) = (running.number(), running.entries.len());
                (Working, message!("tray-tooltip-working", number = number, count = count))
            };
        }
        if self.looking().is_some() || self.is_signing_in() {
            return (Looking, message!("tray-tooltip-looking"));
        }
        if let Some(results) = self.results.as_ref().filter(|_| !self.sees_updates()) {
            let icon = if results.has_more_to_say() { Attention } else { Idle };
            return (icon, message!("tray-tooltip-ended"));
        }
        if self.needs_sign_in() {
            return (Attention, message!("tray-tooltip-sign-in"));
        }
        match self.standing() {
            View::Starting if self.trouble.is_none() => (Idle, message!("tray-tooltip-starting")),
            View::Proposal => (Attention, message!("tray-tooltip-proposal")),
            View::NoServer => (Attention, message!("tray-tooltip-no-server")),
            View::List => self.with_restart(self.icon_of_updates()),
            _ if self.trouble.is_some() => self.icon_of_trouble(),
            View::UpToDate => (Idle, self.up_to_date()),
            _ if self.restart == Restart::Needed => (Idle, self.up_to_date()),
            _ => (Idle, message!("tray-tooltip-unchecked")),
        }
    }

    /// How things stand, whatever page the window shows.
    fn standing(&self) -> View {
        match &self.found {
            _ if self.situation.is_none() => View::Starting,
            _ if self.proposal().is_some() => View::Proposal,
            _ if self.server().is_none() => View::NoServer,
            Some(found) if picks::listed(&found.plan).next().is_some() => View::List,
            Some(_) => View::UpToDate,
            None => View::Unchecked,
        }
    }

    /// What is said of updates, and of the restart that others before them need.
    fn with_restart(&self, (icon, tooltip): (TrayIcon, Message)) -> (TrayIcon, Message) {
        match self.restart {
            Restart::Needed => (icon, message!("tray-tooltip-also-restart", tooltip = tooltip)),
            Restart::NotNeeded => (icon, tooltip),
        }
    }

    /// Important updates call as long as they are ready, others until they have been seen.
    pub(in crate::desk) fn icon_of_updates(&self) -> (TrayIcon, Message) {
        let ready = || self.found.iter().flat_map(|found| found.plan.ready());
        let count = ready().count();
        if count == 0 {
            return (TrayIcon::Idle, message!("tray-tooltip-not-ready"));
        }
        let calls =
            ready().any(|item| item.urgency == Urgency::Important || !self.seen.contains(&ItemKey::of(item)));
        let icon = if calls { TrayIcon::Available } else { TrayIcon::Idle };
        (icon, message!("tray-tooltip-ready", count = count))
    }

    fn icon_of_trouble(&self) -> (TrayIcon, Message) {
        match self.trouble.as_ref().map(|trouble| trouble.kind) {
            Some(TroubleKind::Away { .. }) => {
                // It comes right by itself, most times.
                let since = self.checked_at().map(|checked_at| self.now.at.saturating_sub(checked_at));
                let is_calm = since.is_some_and(|since| since < AWAY_TIME_MAX);
                let icon = if is_calm { TrayIcon::Idle } else { TrayIcon::Attention };
                (icon, message!("tray-tooltip-away"))
            }
            Some(TroubleKind::Locked) => (TrayIcon::Idle, message!("tray-tooltip-locked")),
            _ => (TrayIcon::Attention, message!("tray-tooltip-trouble")),
        }
    }

    fn up_to_date(&self) -> Message {
        match self.restart {
            Restart::Needed => message!("tray-tooltip-restart"),
            Restart::NotNeeded => message!("tray-tooltip-idle"),
        }
    }

    fn menu(&self) -> Vec<MenuEntry> {
        let is_idle = self.running.is_none() && self.errands.is_empty() && self.server().is_some();
        let check_now = Button {
            enabled: if is_idle { Enabled::Yes } else { Enabled::No },
            ..Button::new(message!("tray-check-now"), Command::CheckNow)
        };
        let show = Button {
            weight: Weight::Default,
            ..Button::new(message!("tray-show-updates"), Command::ShowUpdates)
        };
        let settings = Button {
            enabled: self.when_situated(),
            ..Button::new(message!("tray-settings"), Command::ShowSettings)
        };
        let mut menu = vec![
            MenuEntry::Choice(show),
            MenuEntry::Choice(check_now),
            MenuEntry::Separator,
            choice(message!("tray-history"), Command::ShowHistory),
            MenuEntry::Choice(settings),
        ];
        if self.running.is_none() && !self.is_signing_in() {
            if self.needs_sign_in() {
                menu.push(choice(message!("tray-sign-in"), Command::ShowSignIn));
            } else if self.user().is_some() {
                menu.push(choice(message!("tray-sign-out"), Command::SignOut));
            }
        }
        menu.push(choice(message!("tray-about"), Command::ShowAbout));
        menu.push(MenuEntry::Separator);
        menu.push(choice(message!("tray-exit"), Command::Exit));
        menu
    }

    /// Who is signed in.
    pub(in crate::desk) fn user(&self) -> Option<&str> {
        self.situation.as_ref()?.user.as_deref()
    }
}

fn choice(label: Message, command: Command) -> MenuEntry {
    MenuEntry::Choice(Button::new(label, command))
}

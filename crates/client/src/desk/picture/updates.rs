//! The window with the updates: its heading, its page and its buttons.

use text::{Message, message};

use super::{at_start, close_updates, default, enabled, escape, restart_button, trouble_sentence};
use crate::desk::view::View;
use crate::desk::{Command, Desk, TroubleKind, picks};
use crate::outcome::Restart;
use crate::screen::{Button, Enabled, Page, UpdateWindow, WindowName};
use crate::words::ago;

impl Desk {
    pub(in crate::desk) fn update_window(&self) -> UpdateWindow {
        match self.view() {
            View::Starting => self.bare(message!("updates-starting"), vec![escape(close_updates())]),
            View::Proposal => self.proposal_window(),
            View::NoServer => {
                let settings = Button::new(message!("button-settings"), Command::ShowSettings);
                self.bare(message!("updates-no-server"), vec![escape(close_updates()), default(settings)])
            }
            View::Looking => self.bare(message!("updates-looking"), vec![escape(close_updates())]),
            View::SignIn => self.sign_in_window(),
            View::Browser => self.browser_window(),
            View::Trouble => self.trouble_window(),
            View::List => self.list_window(),
            View::UpToDate => self.idle_window(message!("updates-none")),
            View::Unchecked => self.idle_window(message!("updates-unchecked")),
            View::SignOut => self.sign_out_window(),
            View::Leaving => self.leaving_window(),
            View::CloseFirst => self.close_first_window(),
            View::Progress => self.progress_window(),
            View::Result => self.result_window(),
        }
    }

    fn idle_window(&self, heading: Message) -> UpdateWindow {
        let mut buttons = vec![self.settings_button(), self.check_now_button(), default(escape_closes())];
        let heading = match self.restart {
            Restart::NotNeeded => heading,
            Restart::Needed => {
                buttons.insert(1, restart_button());
                message!("result-restart")
            }
        };
        UpdateWindow { aside: self.aside(), ..self.bare(heading, buttons) }
    }

    /// A page that says no more than its heading.
    fn bare(&self, heading: Message, buttons: Vec<Button>) -> UpdateWindow {
        UpdateWindow { name: self.view(), heading, aside: None, page: Page::Plain, buttons }
    }

    fn trouble_window(&self) -> UpdateWindow {
        let sentence = self.trouble.as_ref().map_or_else(|| message!("updates-unchecked"), trouble_sentence);
        let mut buttons = vec![
            self.settings_button(),
            at_start(Button::new(message!("button-copy-details"), Command::CopyDetails)),
        ];
        let has_list = self.found.is_some();
        if has_list {
            buttons.push(Button::new(message!("button-back-to-list"), Command::Back));
        }
        buttons.push(escape(close_updates()));
        buttons.push(default(self.look_button(message!("button-try-again"))));
        UpdateWindow { aside: self.aside(), ..self.bare(self.plain(&sentence), buttons) }
    }

    fn list_window(&self) -> UpdateWindow {
        let Some(found) = &self.found else { return self.trouble_window() };
        let ready = found.plan.ready().count();
        let heading = match ready {
            0 => message!("updates-not-ready", count = picks::listed(&found.plan).count()),
            _ => message!("updates-ready", count = ready),
        };
        let can_go_on = !self.picks.chosen(&found.plan).is_empty();
        let next = Button::new(message!("button-next"), Command::Next);
        let not_now = Button::new(message!("button-not-now"), Command::Close(WindowName::Updates));
        let mut buttons = vec![
            self.settings_button(),
            at_start(self.check_now_button()),
            escape(not_now),
            default(enabled(next, if can_go_on { Enabled::Yes } else { Enabled::No })),
        ];
        if self.restart == Restart::Needed {
            buttons.insert(2, restart_button());
        }
        let page = Page::List(self.list_page(&found.plan));
        UpdateWindow { name: self.view(), heading, aside: self.aside(), page, buttons }
    }

    fn check_now_button(&self) -> Button {
        self.look_button(message!("button-check-now"))
    }

    /// A button that has looked for updates; it cannot be pressed while that is done.
    fn look_button(&self, label: Message) -> Button {
        let when = if self.errands.is_empty() { Enabled::Yes } else { Enabled::No };
        enabled(Button::new(label, Command::CheckNow), when)
    }

    /// Whether the last look failed for a reason that goes by.
    pub(in crate::desk) fn is_away(&self) -> bool {
        let kind = self.trouble.as_ref().map(|trouble| trouble.kind);
        matches!(kind, Some(TroubleKind::Away { .. } | TroubleKind::Locked))
    }

    /// When was checked, and what came of that besides updates.
    pub(in crate::desk) fn aside(&self) -> Option<Message> {
        if self.looking().is_some() {
            return Some(message!("updates-checking"));
        }
        if self.found.is_none() && self.trouble.is_some() {
            let kind = self.trouble.as_ref().map(|trouble| trouble.kind);
            let goes_by = self.is_away() || kind == Some(TroubleKind::Intercepted);
            let tries_again = self.schedule.next().is_some() && goes_by;
            return tries_again.then(|| message!("updates-tries-again"));
        }
        let when = ago(self.now.at.saturating_sub(self.checked_at()?));
        if self.trouble.is_some() {
            return Some(message!("updates-stale", when = when));
        }
        let checked = message!("updates-checked", when = when);
        let problems = self.found.as_ref().map_or(0, |found| found.problems.len());
        Some(match problems {
            0 => checked,
            count => message!("updates-problems", checked = checked, count = count),
        })
    }
}

/// A window that is closed by Escape and Enter.
fn escape_closes() -> Button {
    close_updates()
}

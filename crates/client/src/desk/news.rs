//! What the worker tells, and what comes of it. Pure.

use text::message;

use super::results::Results;
use super::running::{End, Stopping};
use super::settings_draft::Saving;
use super::{
    Asker, Batch, Desk, Errand, Found, News, SignInForm, Situation, Task, Trouble, TroubleKind, Work,
};
use crate::outcome::Restart;
use crate::schedule::Look;
use crate::screen::TrayIcon;
use crate::settings::Checking;

impl Desk {
    pub(super) fn news(&mut self, news: News) -> Vec<Task> {
        match news {
            News::Situation(situation) => return self.situated(*situation),
            News::Checked(result) => {
                let errand = self.errands.pop_front();
                if errand == Some(Errand::Browser) {
                    self.invitation = None;
                }
                match *result {
                    Ok(found) => self.found(found, errand),
                    Err(trouble) => self.not_found(trouble, errand),
                }
            }
            News::Invited(invitation) => {
                if self.waits_for_browser() {
                    self.invitation = Some(invitation);
                    return self.open_browser();
                }
            }
            News::NotSignedIn(trouble) => self.not_signed_in(trouble),
            News::SignedOut => self.signed_out(),
            News::Progress { key, progress } => {
                if let Some(running) = &mut self.running {
                    running.hear(&key, &progress);
                    // What waits for another installer, or for the person, would begin though Windows wants to end.
                    if running.stopping == Stopping::BehindThis && running.installing().is_none() {
                        return self.stop_running();
                    }
                }
            }
            News::Asked(ask) => {
                self.notices.is_asked();
                if let Some(running) = &mut self.running {
                    running.asked = Some(ask);
                }
            }
            News::Ended { key, outcome, past } => {
                if let Some(running) = &mut self.running {
                    running.end(&key, End { outcome: *outcome, past: *past });
                }
            }
            News::BatchEnded(batch) => return self.batch_ended(&batch),
            News::Settled(pasts) => {
                for past in &pasts {
                    self.notices.tell_settled(past);
                }
                return self.read_history_again();
            }
            News::History(pasts) => {
                if let Some(history) = &mut self.history {
                    *history = Some(Ok(pasts));
                }
            }
            News::NoHistory(reason) => {
                if let Some(history) = &mut self.history {
                    *history = Some(Err(reason));
                }
            }
            News::HandedOver => return vec![Task::Quit],
            News::NotSaved(reason) => self.not_saved(reason),
        }
        Vec::new()
    }

    fn situated(&mut self, situation: Situation) -> Vec<Task> {
        let settings = situation.settings.settings.clone();
        let is_first = self.situation.is_none();
        if is_first {
            // It stood for the situation.
            self.trouble = None;
        }
        let server_before = self.server().map(str::to_owned);
        if situation.restart == Restart::Needed {
            self.restart = Restart::Needed;
        }
        if is_first {
            self.notices.remember(&situation.announced);
            self.notices.tell_untold();
            if let Some(past) = &situation.self_update {
                self.notices.tell_self_update(past);
            }
        }
        let mut tasks = Vec::new();
        let has_outlived = situation.proposal.is_some() && settings.server.is_some();
        self.situation = Some(situation);
        self.schedule.set(settings.checking, settings.interval_hours, self.now.at);
        if self.settings.as_ref().is_some_and(|draft| draft.saving == Saving::Yes) {
            self.settings = None;
        }
        if self.server().is_some() {
            self.notices.announced.no_server = false;
        }
        if self.server() != server_before.as_deref() && !is_first {
            tasks.extend(self.leave_browser());
            self.change_server(settings.checking);
        } else if is_first && self.open.updates && settings.checking == Checking::Automatic {
            // The person has opened the window before anything was known.
            self.look_wanted = Some(Asker::Person);
        }
        if is_first && self.proposal().is_some() {
            self.open.updates_when_free = true;
        }
        if has_outlived {
            tasks.push(Task::Work(Work::ForgetProposal));
        }
        tasks
    }

    /// Forgets what another server said.
    fn change_server(&mut self, checking: Checking) {
        self.found = None;
        self.trouble = None;
        self.trouble_first = false;
        self.sign_in = SignInForm::default();
        self.lacks_browser = false;
        self.notices.announced.sign_in = false;
        self.look_wanted = match checking {
            _ if self.server().is_none() => None,
            // They have the window before them, and wait.
            _ if self.open.updates => Some(Asker::Person),
            Checking::Automatic => Some(Asker::Schedule),
            Checking::Manual => None,
        };
    }

    fn found(&mut self, found: Found, errand: Option<Errand>) {
        self.schedule.looked(Look::Answered, self.now.at);
        self.picks.keep_of(&found.plan);
        self.trouble = None;
        self.trouble_first = false;
        self.notices.announced.sign_in = false;
        if matches!(errand, Some(Errand::SignIn | Errand::Browser)) {
            self.sign_in = SignInForm::default();
        }
        self.sign_in.problem = None;
        if let Some(situation) = &mut self.situation {
            situation.user.clone_from(&found.user);
        }
        self.found = Some(found);
        if self.icon_of_updates().0 == TrayIcon::Available {
            self.put_results_away();
        }
    }

    fn not_found(&mut self, trouble: Trouble, errand: Option<Errand>) {
        let look = match trouble.kind {
            TroubleKind::Away { retry_after } => Look::Away { retry_after },
            // Who installs now has ended before long; who signs in to a network too.
            TroubleKind::Locked | TroubleKind::Intercepted => Look::Away { retry_after: None },
            _ => Look::Answered,
        };
        self.schedule.looked(look, self.now.at);
        match trouble.kind {
            TroubleKind::SignInRefused | TroubleKind::SignInEnded => {
                self.found = None;
                self.sign_in.problem = Some(trouble.message.clone());
            }
            TroubleKind::SignInNeeded => self.found = None,
            _ => {}
        }
        if matches!(errand, Some(Errand::SignIn | Errand::Browser)) {
            self.sign_in.is_wanted = false;
        }
        if self.running.as_ref().is_some_and(|running| running.stopping == Stopping::Asked) {
            // The person stopped the updates, and with them the look that was under way.
            return;
        }
        let is_by_itself = errand == Some(Errand::Look(Asker::Schedule));
        if is_by_itself && self.needs_sign_in() && self.is_typing() {
            // What made the person type still holds, for all that is known.
            return;
        }
        let is_for_person =
            matches!(errand, Some(Errand::SignIn | Errand::Browser | Errand::Look(Asker::Person)));
        self.trouble_first |= is_for_person;
        self.trouble = Some(trouble);
        if !self.is_away() {
            self.put_results_away();
        }
    }

    /// What came of updates that nobody looked at makes way for what came later; the history has it.
    pub(super) fn put_results_away(&mut self) {
        if !self.sees_updates() {
            self.results = None;
        }
    }

    /// Takes that signing in did not work, or else signing out.
    fn not_signed_in(&mut self, trouble: Trouble) {
        self.lacks_browser |= trouble.kind == TroubleKind::NoBrowserSignIn;
        match self.errands.iter().position(|errand| matches!(errand, Errand::SignIn | Errand::Browser)) {
            Some(place) => {
                self.errands.remove(place);
                self.invitation = None;
                self.sign_in.is_wanted = self.open.updates;
                self.sign_in.problem = Some(trouble.message);
            }
            None => {
                self.trouble = Some(trouble);
                self.trouble_first = true;
            }
        }
    }

    fn signed_out(&mut self) {
        self.found = None;
        self.sign_in = SignInForm::default();
        if let Some(situation) = &mut self.situation {
            situation.user = None;
        }
        self.trouble =
            Some(Trouble { message: message!("sign-in-page-heading"), kind: TroubleKind::SignInNeeded });
        // Who signs out knows it.
        self.notices.announced.sign_in = true;
    }

    fn batch_ended(&mut self, batch: &Batch) -> Vec<Task> {
        let leaves = self.leaves_when_done();
        let Some(running) = self.running.take() else { return Vec::new() };
        let stopping = running.stopping;
        let results = Results::new(running, batch);
        if results.restart() == Restart::Needed {
            self.restart = Restart::Needed;
        }
        // The program ends now, and the new one tells what came of it and of those before it.
        let is_handed_over = stopping == Stopping::No && results.is_handed_over();
        if is_handed_over {
            self.notices.announced.results = results.untold();
        } else if !self.sees_updates() {
            self.notices.tell_results(&results);
        }
        if let (Some(found), Some(plan)) = (&mut self.found, &batch.plan) {
            found.plan.clone_from(plan);
            self.picks.keep_of(plan);
        }
        self.results = Some(results);
        let mut tasks = self.read_history_again();
        if leaves {
            tasks.push(Task::Quit);
        }
        tasks
    }

    fn read_history_again(&self) -> Vec<Task> {
        if self.history.is_some() { vec![Task::Work(Work::History)] } else { Vec::new() }
    }
}

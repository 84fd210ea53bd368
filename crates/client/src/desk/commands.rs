//! What the person wants, and what is done about it. Pure.

use text::message;

use super::running::{Leaving, Running, Stopping};
use super::settings_draft::{self, Draft, Saving};
use super::view::View;
use super::{
    Asker, Command, Desk, Errand, PasswordUse, SignInFields, SignInForm, Task, Trouble, TroubleKind, Work,
};
use crate::close_first::Answer;
use crate::screen::WindowName;
use crate::settings::{Checking, Settings};

impl Desk {
    pub(super) fn command(&mut self, command: Command) -> Vec<Task> {
        match command {
            Command::CheckNow => return self.check_now(),
            Command::ShowUpdates => self.show_updates(),
            Command::ShowHistory => return self.show_history(),
            Command::ShowSettings => self.show_settings(),
            Command::ShowAbout => {
                self.open.about = true;
                self.show(WindowName::About);
            }
            Command::Close(window) => self.close(window),
            Command::Exit => return self.exit(),
            Command::ExitWhenDone => return self.exit_when_done(),
            Command::Tick { key, wanted } => {
                if let Some(found) = &self.found {
                    self.picks.set(&found.plan, key, wanted);
                }
            }
            Command::Select(key) => self.picks.select(key),
            Command::Next => return self.install(),
            Command::Back => self.back(),
            Command::SignIn(fields) => return self.sign_in(fields),
            Command::SignInWithBrowser => return self.sign_in_with_browser(),
            Command::OpenBrowserAgain => return self.open_browser(),
            Command::CopyCode => {
                let code = self.invitation.as_ref().map(|invitation| invitation.code.clone());
                return code.map(Task::Copy).into_iter().collect();
            }
            Command::LeaveBrowser => return self.leave_browser(),
            Command::ShowSignIn => {
                if self.running.is_none() {
                    self.results = None;
                    self.sign_in = SignInForm { is_wanted: true, ..SignInForm::default() };
                }
                self.show(WindowName::Updates);
            }
            Command::SignOut => self.ask_to_sign_out(),
            Command::SignOutNow => return self.sign_out(),
            Command::Answer(answer) => return self.answer(answer),
            Command::Cancel => return self.stop_running(),
            Command::CopyDetails => return vec![Task::Copy(self.details_text())],
            Command::CopyHistory => {
                return vec![Task::Copy(self.history_text())];
            }
            Command::RestartWindows if self.running.is_none() => return vec![Task::RestartWindows],
            Command::RestartWindows => {}
            Command::SaveSettings(settings) => return self.save(settings),
            Command::AcceptServer => return self.accept_server(),
            Command::DeclineServer => return self.decline_server(),
            Command::OpenLink(url) if is_web(&url) => return vec![Task::Open(url)],
            Command::OpenLink(_) => {}
        }
        Vec::new()
    }

    fn check_now(&mut self) -> Vec<Task> {
        self.show(WindowName::Updates);
        if self.situation.is_none() && self.trouble.take().is_some() {
            return vec![Task::Work(Work::Begin)];
        }
        if self.running.is_none() && self.server().is_some() {
            self.results = None;
            self.trouble_first = false;
            self.want_look();
        }
        Vec::new()
    }

    /// Has looked for updates for the person, or says that the look under way is for them.
    fn want_look(&mut self) {
        let look = self.errands.iter_mut().find(|errand| matches!(errand, Errand::Look(_)));
        match look {
            Some(look) => *look = Errand::Look(Asker::Person),
            None => self.look_wanted = Some(Asker::Person),
        }
    }

    fn show_updates(&mut self) {
        self.show(WindowName::Updates);
        let is_automatic = self
            .situation
            .as_ref()
            .is_some_and(|known| known.settings.settings.checking == Checking::Automatic);
        let knows_nothing = self.found.is_none() && self.trouble.is_none();
        if is_automatic && knows_nothing && self.running.is_none() {
            self.want_look();
        }
    }

    fn show_history(&mut self) -> Vec<Task> {
        self.show(WindowName::History);
        self.notices.past_is_seen();
        self.history.get_or_insert_default();
        vec![Task::Work(Work::History)]
    }

    fn show_settings(&mut self) {
        if self.situation.is_some() {
            self.settings.get_or_insert_default();
            self.show(WindowName::Settings);
        }
    }

    fn close(&mut self, window: WindowName) {
        match window {
            WindowName::Updates => {
                self.open.updates = false;
                self.open.updates_when_free = false;
                self.results = None;
                self.trouble_first = false;
                self.sign_in = SignInForm::default();
                self.stay();
            }
            WindowName::Settings => self.settings = None,
            WindowName::History => self.history = None,
            WindowName::About => self.open.about = false,
        }
    }

    /// Takes back that the person wants to leave, if they were asked about it.
    fn stay(&mut self) {
        if let Some(running) = self.running.as_mut().filter(|running| running.leaving == Leaving::Asked) {
            running.leaving = Leaving::No;
        }
    }

    fn exit(&mut self) -> Vec<Task> {
        let Some(running) = &mut self.running else { return vec![Task::Quit] };
        running.leaving = Leaving::Asked;
        self.show(WindowName::Updates);
        Vec::new()
    }

    fn exit_when_done(&mut self) -> Vec<Task> {
        let Some(running) = &mut self.running else { return vec![Task::Quit] };
        running.leaving = Leaving::WhenDone;
        Vec::new()
    }

    /// Installs what is ticked; only from the list that the person sees.
    fn install(&mut self) -> Vec<Task> {
        let items = match &self.found {
            Some(found) if self.open.updates && self.view() == View::List => self.picks.chosen(&found.plan),
            _ => Vec::new(),
        };
        if items.is_empty() {
            return Vec::new();
        }
        self.running = Some(Running::new(items.clone()));
        vec![Task::Work(Work::Install(items))]
    }

    fn back(&mut self) {
        match self.view() {
            View::Leaving => self.stay(),
            View::SignOut => self.sign_in.asks_to_leave = false,
            View::Result => self.results = None,
            View::SignIn if !self.is_signing_in() => self.sign_in = SignInForm::default(),
            View::Trouble => self.trouble_first = false,
            _ => {}
        }
    }

    fn sign_in(&mut self, fields: SignInFields) -> Vec<Task> {
        if self.view() != View::SignIn || self.is_signing_in() {
            return Vec::new();
        }
        let user = fields.user.trim().to_owned();
        self.sign_in.user = Some(user.clone());
        self.sign_in.is_wanted = true;
        self.sign_in.problem = if user.is_empty() {
            Some(message!("sign-in-page-name-missing"))
        } else if fields.password.0.is_empty() {
            Some(message!("sign-in-page-password-missing"))
        } else {
            None
        };
        if self.sign_in.problem.is_some() {
            return Vec::new();
        }
        let may_keep =
            self.situation.as_ref().is_some_and(|situation| situation.password == PasswordUse::EachTime);
        self.errands.push_back(Errand::SignIn);
        vec![Task::Work(Work::SignIn(SignInFields { user, keep: fields.keep && may_keep, ..fields }))]
    }

    fn sign_in_with_browser(&mut self) -> Vec<Task> {
        if self.view() != View::SignIn || self.is_signing_in() || self.lacks_browser {
            return Vec::new();
        }
        self.sign_in.is_wanted = true;
        self.sign_in.problem = None;
        self.invitation = None;
        self.errands.push_back(Errand::Browser);
        vec![Task::Work(Work::SignInWithBrowser)]
    }

    /// Opens the page on which the person consents.
    pub(super) fn open_browser(&self) -> Vec<Task> {
        let address = self.invitation.as_ref().map(|invitation| invitation.address_with_code.clone());
        address.filter(|address| is_web(address)).map(Task::Open).into_iter().collect()
    }

    /// Waits no longer for what the person does in the browser.
    pub(super) fn leave_browser(&mut self) -> Vec<Task> {
        if !self.waits_for_browser() {
            return Vec::new();
        }
        self.errands.retain(|errand| *errand != Errand::Browser);
        self.invitation = None;
        vec![Task::Work(Work::LeaveBrowser)]
    }

    fn ask_to_sign_out(&mut self) {
        if self.running.is_none() && self.situation.is_some() {
            self.sign_in = SignInForm { asks_to_leave: true, ..SignInForm::default() };
            self.show(WindowName::Updates);
        }
    }

    fn sign_out(&mut self) -> Vec<Task> {
        if self.view() != View::SignOut {
            return Vec::new();
        }
        self.sign_in.asks_to_leave = false;
        vec![Task::Work(Work::SignOut)]
    }

    fn answer(&mut self, answer: Answer) -> Vec<Task> {
        let Some(running) = self.running.as_mut().filter(|running| running.asked.is_some()) else {
            return Vec::new();
        };
        running.asked = None;
        if answer == Answer::Cancel {
            running.stopping = Stopping::Asked;
        }
        vec![Task::Work(Work::Answer(answer))]
    }

    /// Stops what is under way, once; a question is answered by that.
    pub(super) fn stop_running(&mut self) -> Vec<Task> {
        let Some(running) = self.running.as_mut().filter(|running| running.stopping != Stopping::Asked)
        else {
            return Vec::new();
        };
        running.stopping = Stopping::Asked;
        let mut tasks = vec![Task::Work(Work::Cancel)];
        if running.asked.take().is_some() {
            tasks.push(Task::Work(Work::Answer(Answer::Cancel)));
        }
        tasks
    }

    fn save(&mut self, wanted: Settings) -> Vec<Task> {
        let (Some(draft), Some(situation)) = (&mut self.settings, &self.situation) else { return Vec::new() };
        if draft.saving == Saving::Yes {
            return Vec::new();
        }
        let wanted = settings_draft::allowed(wanted, &situation.settings);
        let problems = settings_draft::problems(&wanted, &situation.settings);
        let is_sound = problems.is_empty();
        let saving = if is_sound { Saving::Yes } else { Saving::No };
        *draft = Draft { wanted: Some(wanted.clone()), problems, problem: None, saving };
        if is_sound { vec![Task::Work(Work::Save(wanted))] } else { Vec::new() }
    }

    fn accept_server(&mut self) -> Vec<Task> {
        let Some(address) = self.proposal().map(|proposal| proposal.address.clone()) else {
            return Vec::new();
        };
        let known = self.situation.as_ref().map(|situation| situation.settings.settings.clone());
        vec![Task::Work(Work::Save(Settings { server: Some(address), ..known.unwrap_or_default() }))]
    }

    fn decline_server(&mut self) -> Vec<Task> {
        if self.proposal().is_none() {
            return Vec::new();
        }
        if let Some(situation) = &mut self.situation {
            situation.proposal = None;
        }
        self.show_settings();
        vec![Task::Work(Work::ForgetProposal)]
    }

    /// Takes that something could not be kept, where no settings are open.
    pub(super) fn not_saved(&mut self, reason: text::Message) {
        match &mut self.settings {
            Some(draft) => {
                draft.saving = Saving::No;
                draft.problem = Some(reason);
            }
            None => {
                self.trouble = Some(Trouble { message: reason, kind: TroubleKind::Other });
                self.trouble_first = true;
            }
        }
    }
}

fn is_web(url: &str) -> bool {
    url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

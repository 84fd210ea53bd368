//! What goes on between the person at the PC and the engine: what is heard changes what is known, asks for tasks, and gives a picture. Pure.
//!
//! A face hands over each [`Event`], lets the tasks be done (`worker/` does those of the engine), and draws [`Desk::screen`].

mod announced;
mod command;
mod commands;
mod help_text;
mod names;
mod news;
mod notices;
mod picks;
mod picture;
mod plain_words;
mod results;
mod running;
mod settings_draft;
mod task;
#[cfg(test)]
mod tests;
mod view;

use std::collections::{BTreeSet, VecDeque};

use text::{Language, Message};

pub use self::announced::{Announced, AnnouncedItem, REPEAT_DAYS, UntoldResults};
pub use self::command::{Command, Password, SignInFields};
use self::notices::Notices;
use self::picks::Picks;
use self::plain_words::{in_a_window, without_details};
use self::results::Results;
use self::running::{Leaving, Running, Stopping};
use self::settings_draft::Draft;
pub use self::task::{
    Batch, Found, ItemKey, News, PasswordUse, Proposal, Situation, Task, Trouble, TroubleKind, Work,
};
use self::view::View;
use crate::browser_sign_in::Invitation;
use crate::outcome::Restart;
use crate::schedule::{PAUSE_MIN, Schedule};
use crate::screen::{MayEnd, Screen, WindowName};
use crate::state::Past;

/// When and in which surroundings something is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Seconds since 1970 (UTC), by the PC's clock.
    pub at: i64,
    /// Whether the person may be disturbed.
    pub presence: Presence,
}

/// Whether the person may be disturbed, as Windows says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Yes.
    Free,
    /// No: a full screen, a presentation, quiet hours, or nobody at the PC.
    Busy,
}

/// What is heard.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The program has started; heard once, before all else.
    Started,
    /// The person wants something.
    Command(Command),
    /// The worker tells something.
    News(News),
    /// The time that [`Desk::wake_at`] named has come.
    Time,
    /// The PC has slept and is awake again.
    Resumed,
    /// The network is back, or another one.
    NetworkChanged,
    /// Windows asks whether it may end.
    SessionEnding,
    /// Windows does not end after all.
    SessionStays,
    /// A window came before the person's eyes, or left them.
    Window {
        /// Which.
        name: WindowName,
        /// Whether it is before them now.
        sight: Sight,
    },
}

/// Whether the person sees a window that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sight {
    /// It is the one they work with; what was opened last is, until something else is heard.
    #[default]
    Seen,
    /// It is minimised, or they work with another one.
    Unseen,
}

/// What is known of the person's updates.
#[derive(Debug)]
pub struct Desk {
    system_language: Language,
    now: Now,
    situation: Option<Situation>,
    /// What the last look found that got an answer.
    found: Option<Found>,
    /// Why the last look got no answer.
    trouble: Option<Trouble>,
    /// Whether the person has yet to see that trouble in the window, though there is a list.
    trouble_first: bool,
    schedule: Schedule,
    /// A look that is to be taken as soon as nothing else is under way.
    look_wanted: Option<Asker>,
    /// What the worker is at besides installing, in its order.
    errands: VecDeque<Errand>,
    picks: Picks,
    /// What the person has seen in the list.
    seen: BTreeSet<ItemKey>,
    running: Option<Running>,
    results: Option<Results>,
    restart: Restart,
    sign_in: SignInForm,
    /// What the person was told to sign in with the browser, while that is waited for.
    invitation: Option<Invitation>,
    /// Whether the server is known not to offer that.
    lacks_browser: bool,
    settings: Option<Draft>,
    history: Option<PastInstalls>,
    open: Open,
    notices: Notices,
}

/// Who wants a look for updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asker {
    Schedule,
    Person,
}

/// What the worker is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Errand {
    Look(Asker),
    SignIn,
    /// A sign-in with the browser.
    Browser,
}

/// The page to sign in.
#[derive(Debug, Clone, Default)]
struct SignInForm {
    /// Whether the person wants it, though nothing needs it.
    is_wanted: bool,
    /// The name that was typed last.
    user: Option<String>,
    problem: Option<Message>,
    /// Whether the person is asked if they want to sign out.
    asks_to_leave: bool,
}

/// The list of what was installed before, or why there is none; `None` while it is read.
type PastInstalls = Option<Result<Vec<Past>, Message>>;

/// The windows that are open, besides those that have more to them.
#[derive(Debug, Clone, Default)]
struct Open {
    updates: bool,
    /// Whether the updates are seen, if they are open.
    sight: Sight,
    about: bool,
    /// Whether the window is to come up as soon as the person is free.
    updates_when_free: bool,
    front: Option<(WindowName, u64)>,
}

impl Desk {
    /// What is known at the start: nothing. `system_language` is that of Windows; `seed` spreads the times of many PCs.
    #[must_use]
    pub fn new(system_language: Language, seed: u64) -> Self {
        Self {
            system_language,
            now: Now { at: 0, presence: Presence::Free },
            situation: None,
            found: None,
            trouble: None,
            trouble_first: false,
            schedule: Schedule::new(seed),
            look_wanted: None,
            errands: VecDeque::new(),
            picks: Picks::default(),
            seen: BTreeSet::new(),
            running: None,
            results: None,
            restart: Restart::NotNeeded,
            sign_in: SignInForm::default(),
            invitation: None,
            lacks_browser: false,
            settings: None,
            history: None,
            open: Open::default(),
            notices: Notices::default(),
        }
    }

    /// Hears something, and answers what is to be done, in this order.
    pub fn hear(&mut self, event: Event, now: Now) -> Vec<Task> {
        self.now = now;
        self.schedule.see(now.at);
        let mut tasks = match event {
            Event::Started => vec![Task::Work(Work::Begin)],
            Event::Command(command) => self.command(command),
            Event::News(news) => self.news(news),
            Event::Time => Vec::new(),
            Event::Resumed | Event::NetworkChanged => {
                self.schedule.returned(now.at);
                Vec::new()
            }
            Event::SessionEnding => self.session_ends(),
            Event::SessionStays => self.session_stays(),
            Event::Window { name: WindowName::Updates, sight } => {
                self.open.sight = sight;
                if self.sees_updates() {
                    self.notices.shown = None;
                }
                Vec::new()
            }
            Event::Window { .. } => Vec::new(),
        };
        if self.open.updates_when_free && now.presence == Presence::Free {
            self.show(WindowName::Updates);
        }
        tasks.extend(self.look());
        if self.sees_updates() && self.view() == View::List {
            let ready = self.found.iter().flat_map(|found| found.plan.ready()).map(ItemKey::of);
            self.seen = ready.collect();
        }
        tasks.extend(self.notify());
        // What ends the program comes last, or the rest would not be done.
        tasks.sort_by_key(|task| *task == Task::Quit);
        tasks
    }

    /// When [`Event::Time`] is to be heard next, in seconds since 1970 (UTC); at least a minute ahead of what was heard last.
    #[must_use]
    pub fn wake_at(&self) -> Option<i64> {
        let soon = self.now.at.saturating_add(PAUSE_MIN);
        let look = self.schedule.next().filter(|_| self.may_look_by_itself());
        let window = self.open.updates_when_free.then_some(soon);
        // How long ago it was checked is said in minutes, then in hours.
        let aside = self.checked_at().filter(|_| self.open.updates).map(|checked_at| {
            let hour = 60 * PAUSE_MIN;
            let age = self.now.at.saturating_sub(checked_at);
            self.now.at.saturating_add(if age < hour { PAUSE_MIN } else { hour })
        });
        let times = [look, window, aside, self.next_notice_at()];
        times.into_iter().flatten().min().map(|at| at.max(soon))
    }

    /// What is to be seen.
    #[must_use]
    pub fn screen(&self) -> Screen {
        Screen {
            language: self.language(),
            tray: self.tray(),
            balloon: self.notices.shown.clone(),
            updates: self.open.updates.then(|| self.update_window()),
            settings: self.settings_page(),
            history: self.history_page(),
            about: self.open.about.then(|| self.about_page()),
            front: self.open.front,
            busy_reason: self.busy_reason(),
            may_end: self.may_end(),
        }
    }

    fn language(&self) -> Language {
        let chosen = self.situation.as_ref().and_then(|situation| situation.settings.settings.language);
        chosen.unwrap_or(self.system_language)
    }

    /// A sentence as a window says it: codes are left to what is copied.
    fn plain(&self, sentence: &Message) -> Message {
        without_details(&in_a_window(sentence), self.language())
    }

    /// Whether there is more to a sentence than a window says.
    fn has_details(&self, sentence: &Message) -> bool {
        self.plain(sentence) != *sentence
    }

    /// Where updates come from.
    fn server(&self) -> Option<&str> {
        let server = self.situation.as_ref()?.settings.settings.server.as_deref();
        server.filter(|server| !server.trim().is_empty())
    }

    /// A server that was proposed, while none is set.
    fn proposal(&self) -> Option<&Proposal> {
        let proposal = self.situation.as_ref()?.proposal.as_ref();
        proposal.filter(|_| self.server().is_none())
    }

    /// Whether nobody has said where updates come from.
    fn lacks_server(&self) -> bool {
        self.situation.is_some() && self.server().is_none() && self.proposal().is_none()
    }

    /// Whether nothing can be found before somebody signs in.
    fn needs_sign_in(&self) -> bool {
        let kind = self.trouble.as_ref().map(|trouble| trouble.kind);
        self.server().is_some()
            && matches!(
                kind,
                Some(TroubleKind::SignInNeeded | TroubleKind::SignInRefused | TroubleKind::SignInEnded)
            )
    }

    /// Who waits for the look that is under way, if one is.
    fn looking(&self) -> Option<Asker> {
        let askers = self.errands.iter().filter_map(|errand| match errand {
            Errand::Look(asker) => Some(*asker),
            Errand::SignIn | Errand::Browser => None,
        });
        askers.max_by_key(|asker| *asker == Asker::Person)
    }

    fn is_signing_in(&self) -> bool {
        self.errands.contains(&Errand::SignIn)
    }

    /// Whether it is waited for what the person does in the browser.
    fn waits_for_browser(&self) -> bool {
        self.errands.contains(&Errand::Browser)
    }

    /// Whether nothing stands in the way of a look that the person did not ask for.
    fn may_look_by_itself(&self) -> bool {
        if self.needs_sign_in() && self.is_typing() {
            return false;
        }
        // A password or a sign-in that was refused is not sent again by itself.
        let kind = self.trouble.as_ref().map(|trouble| trouble.kind);
        let is_refused = matches!(kind, Some(TroubleKind::SignInRefused | TroubleKind::SignInEnded));
        self.may_look() && !is_refused
    }

    fn may_look(&self) -> bool {
        self.server().is_some() && self.running.is_none() && self.errands.is_empty()
    }

    /// Looks for updates if that is wanted, or due.
    fn look(&mut self) -> Option<Task> {
        let is_due = self.schedule.is_due(self.now.at) && self.may_look_by_itself();
        let asker = self.look_wanted.or(is_due.then_some(Asker::Schedule))?;
        if !self.may_look() {
            return None;
        }
        self.look_wanted = None;
        self.errands.push_back(Errand::Look(asker));
        Some(Task::Work(Work::Check))
    }

    /// Whether the person has the updates before them.
    fn sees_updates(&self) -> bool {
        self.open.updates && self.open.sight == Sight::Seen
    }

    /// Whether a name and a password may stand in the window that nobody has sent yet.
    fn is_typing(&self) -> bool {
        self.open.updates && self.view() == View::SignIn
    }

    /// Whether nothing would be lost if the program ended.
    fn may_end(&self) -> MayEnd {
        let is_at_work = self.running.is_some() || !self.errands.is_empty() || self.look_wanted.is_some();
        let is_held = self.is_typing() || self.settings.is_some() || self.results.is_some();
        if is_at_work || is_held { MayEnd::NotNow } else { MayEnd::Yes }
    }

    /// When was checked last, in seconds since 1970 (UTC).
    fn checked_at(&self) -> Option<i64> {
        let before = || self.situation.as_ref()?.last_check.as_ref().map(|check| check.at);
        self.found.as_ref().map(|found| found.at).or_else(before)
    }

    /// Opens a window, or brings it to the front.
    fn show(&mut self, window: WindowName) {
        if window == WindowName::Updates {
            self.open.updates = true;
            self.open.updates_when_free = false;
            self.open.sight = Sight::Seen;
            // What was told is to be seen in the window now.
            self.notices.shown = None;
        }
        let number = self.open.front.map_or(1, |(_, number)| number.saturating_add(1));
        self.open.front = Some((window, number));
    }

    /// Windows may end before an install begins, and not in the middle of one; behind that one no other is begun.
    fn session_ends(&mut self) -> Vec<Task> {
        let Some(running) = &mut self.running else { return Vec::new() };
        if running.installing().is_none() {
            return self.stop_running();
        }
        if running.stopping != Stopping::No {
            return Vec::new();
        }
        running.stopping = Stopping::BehindThis;
        vec![Task::Work(Work::StopBehindThis)]
    }

    /// What was not to be begun any more may be begun again.
    fn session_stays(&mut self) -> Vec<Task> {
        match &mut self.running {
            Some(running) if running.stopping == Stopping::BehindThis => {
                running.stopping = Stopping::No;
                vec![Task::Work(Work::GoOn)]
            }
            _ => Vec::new(),
        }
    }

    /// Whether the program ends as soon as the updates have ended.
    fn leaves_when_done(&self) -> bool {
        self.running.as_ref().is_some_and(|running| running.leaving == Leaving::WhenDone)
    }
}

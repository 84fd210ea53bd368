//! What is told beside the clock: one thing at a time, each once, and nothing while the person is not to be disturbed. Pure.

use catalog::Urgency;
use text::{Message, message};

use super::names::{NAME_TOLD_MAX, short};
use super::results::Results;
use super::{Announced, Desk, Now, Presence, Task, TroubleKind, UntoldResults, Work};
use crate::close_first::Ask;
use crate::outcome::Restart;
use crate::plan::Plan;
use crate::schedule::PAUSE_MIN;
use crate::screen::{Balloon, Tone, WindowName};
use crate::state::Past;

/// The most notices that wait until the person is free; the oldest goes.
pub(super) const WAITING_MAX: usize = 5;
/// After how many seconds it is told again that an answer is waited for.
const QUESTION_REPEAT: i64 = 4 * 60 * 60;
/// The most updates that are named in a notice.
const NAMES_MAX: usize = 2;

/// What is told, and what was.
#[derive(Debug, Clone, Default)]
pub(super) struct Notices {
    pub(super) announced: Announced,
    /// What was handed over to be kept.
    kept: Announced,
    waiting: Vec<Words>,
    pub(super) shown: Option<Balloon>,
    /// What is shown speaks of this.
    shown_about: Option<About>,
    /// When the person was told, or saw, that an answer is waited for.
    asked_at: Option<i64>,
    shown_at: Option<i64>,
    /// How many were shown.
    count: u64,
}

/// What a notice speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// How things are, as the window with the updates shows it.
    Standing,
    /// A question there.
    Question,
    /// What came of updates, as it is shown there.
    Results,
    /// What happened before, as only the history shows it.
    Past,
}

/// What is to be told.
#[derive(Debug, Clone)]
struct Words {
    about: About,
    title: Message,
    text: Message,
    tone: Tone,
}

impl Notices {
    /// Takes what was kept of an earlier run.
    pub(super) fn remember(&mut self, announced: &Announced) {
        self.announced = announced.clone();
        self.kept = announced.clone();
    }

    /// What came of the updates, for who does not look on.
    pub(super) fn tell_results(&mut self, results: &Results) {
        let (done, count) = (results.done(), results.entries.len());
        let words = if results.has_more_to_say() {
            let text = message!("balloon-not-installed", done = done, count = count);
            Words {
                about: About::Results,
                title: message!("balloon-not-installed-title"),
                text,
                tone: Tone::Warning,
            }
        } else {
            let text = match results.restart() {
                Restart::Needed => message!("balloon-installed-restart", count = done),
                Restart::NotNeeded => message!("balloon-installed", count = done),
            };
            Words {
                about: About::Results,
                title: message!("balloon-installed-title", count = done),
                text,
                tone: Tone::News,
            }
        };
        self.tell(words);
    }

    /// Takes that another question is asked.
    pub(super) fn is_asked(&mut self) {
        self.asked_at = None;
    }

    /// What came of updates before the program was updated itself, and ended by that.
    fn untold_words(results: UntoldResults) -> Words {
        let UntoldResults { done, count } = results;
        let is_all = done == count;
        let (title, text, tone) = if is_all {
            (
                message!("balloon-installed-title", count = done),
                message!("balloon-installed", count = done),
                Tone::News,
            )
        } else {
            let text = message!("balloon-before-own-update", done = done, count = count);
            (message!("balloon-not-installed-title"), text, Tone::Warning)
        };
        Words { about: About::Past, title, text, tone }
    }

    /// Tells what an earlier run did not come to tell.
    pub(super) fn tell_untold(&mut self) {
        if let Some(results) = self.announced.results.take() {
            self.tell(Self::untold_words(results));
        }
    }

    /// That an install has ended that was begun in an earlier run.
    pub(super) fn tell_settled(&mut self, past: &Past) {
        let report = &past.report;
        let text = message!(
            "balloon-settled",
            product = short(&report.product, NAME_TOLD_MAX),
            version = report.to_version.as_str(),
            outcome = super::picture::outcome_of(report.outcome)
        );
        let tone = if report.outcome.is_success() { Tone::News } else { Tone::Warning };
        self.tell(Words { about: About::Past, title: message!("balloon-settled-title"), text, tone });
    }

    /// What came of the program's own update.
    pub(super) fn tell_self_update(&mut self, past: &Past) {
        let version = past.report.to_version.as_str();
        self.tell(if past.report.outcome.is_success() {
            Words {
                about: About::Past,
                title: message!("balloon-self-update-title"),
                text: message!("balloon-self-update", version = version),
                tone: Tone::News,
            }
        } else {
            Words {
                about: About::Past,
                title: message!("balloon-self-update-failed-title"),
                text: message!("balloon-self-update-failed", version = version),
                tone: Tone::Warning,
            }
        });
    }

    fn tell(&mut self, words: Words) {
        if self.waiting.len() >= WAITING_MAX {
            self.waiting.remove(0);
        }
        self.waiting.push(words);
    }

    /// Whether the person may be told something now.
    fn may_show(&self, now: Now) -> bool {
        let pause_is_over =
            self.shown_at.is_none_or(|at| now.at < at || now.at >= at.saturating_add(PAUSE_MIN));
        now.presence == Presence::Free && pause_is_over
    }

    fn show(&mut self, now: Now) {
        if self.waiting.is_empty() || !self.may_show(now) {
            return;
        }
        let Words { about, title, text, tone } = self.waiting.remove(0);
        self.shown_about = Some(about);
        self.count = self.count.saturating_add(1);
        let opens = match about {
            About::Standing | About::Question | About::Results => WindowName::Updates,
            About::Past => WindowName::History,
        };
        self.shown = Some(Balloon { number: self.count, title, text, tone, opens });
        self.shown_at = Some(now.at);
    }

    /// Takes that the person has the history before them.
    pub(super) fn past_is_seen(&mut self) {
        if self.shown_about == Some(About::Past) {
            self.shown = None;
        }
    }

    /// Takes away what no longer holds, or is seen elsewhere.
    fn keep_only(&mut self, holds: impl Fn(About) -> bool) {
        self.waiting.retain(|words| holds(words.about));
        if self.shown_about.is_some_and(|about| !holds(about)) {
            self.shown = None;
        }
    }
}

impl Desk {
    /// Tells what is to be told, and has kept what was.
    pub(super) fn notify(&mut self) -> Option<Task> {
        if let Some(found) = &self.found {
            self.notices.announced.keep_of(&found.plan, self.now.at);
        }
        let (sees, is_asked, has_results) =
            (self.sees_updates(), self.question().is_some(), self.results.is_some());
        self.notices.keep_only(|about| match about {
            About::Standing => !sees,
            About::Question => !sees && is_asked,
            About::Results => !sees && has_results,
            About::Past => true,
        });
        if self.sees_updates() {
            // Who has the window before them sees it there.
            self.mark_told();
        } else if self.notices.waiting.is_empty()
            && self.notices.may_show(self.now)
            && let Some(words) = self.due_notice()
        {
            self.notices.tell(words);
            self.mark_told();
            // A click on it leads to what it tells of.
            self.put_results_away();
        }
        self.notices.show(self.now);
        let is_news = self.notices.announced != self.notices.kept && self.situation.is_some();
        is_news.then(|| {
            self.notices.kept = self.notices.announced.clone();
            Task::Work(Work::KeepAnnounced(self.notices.announced.clone()))
        })
    }

    /// When there is to be told something next, in seconds since 1970 (UTC).
    pub(super) fn next_notice_at(&self) -> Option<i64> {
        let soon = self.now.at.saturating_add(PAUSE_MIN);
        if !self.notices.waiting.is_empty() || (!self.sees_updates() && self.due_notice().is_some()) {
            return Some(soon);
        }
        let plan = self.found.as_ref().filter(|_| self.running.is_none()).map(|found| &found.plan);
        let updates = plan.and_then(|plan| self.notices.announced.next_due(plan));
        updates.or_else(|| self.question_due_at()).map(|at| at.max(soon))
    }

    /// What the person is asked.
    fn question(&self) -> Option<&Ask> {
        self.running.as_ref()?.asked.as_ref()
    }

    /// When it is to be told that an answer is waited for; `None` if none is.
    fn question_due_at(&self) -> Option<i64> {
        self.question()?;
        Some(self.notices.asked_at.map_or(i64::MIN, |at| at.saturating_add(QUESTION_REPEAT)))
    }

    fn mark_told(&mut self) {
        self.notices.asked_at = self.question().map(|_| self.now.at);
        let (now, needs_sign_in, lacks_server) = (self.now.at, self.needs_sign_in(), self.lacks_server());
        let announced = &mut self.notices.announced;
        announced.sign_in |= needs_sign_in;
        announced.no_server |= lacks_server;
        let plan = self.found.as_ref().filter(|_| self.running.is_none()).map(|found| &found.plan);
        if let Some(plan) = plan.filter(|plan| announced.next_due(plan).is_some_and(|at| at <= now)) {
            announced.told(plan, now);
        }
    }

    /// What is to be told by how things are.
    fn due_notice(&self) -> Option<Words> {
        let announced = &self.notices.announced;
        if let Some(ask) = self.question() {
            return self.question_due_at().filter(|at| *at <= self.now.at).map(|_| question_words(ask));
        }
        if self.running.is_some() {
            return None;
        }
        if self.needs_sign_in() && !announced.sign_in {
            return Some(self.sign_in_words());
        }
        if self.lacks_server() && !announced.no_server {
            return Some(Words {
                about: About::Standing,
                title: message!("balloon-no-server-title"),
                text: message!("balloon-no-server"),
                tone: Tone::News,
            });
        }
        let plan = &self.found.as_ref()?.plan;
        let is_due = announced.next_due(plan).is_some_and(|at| at <= self.now.at);
        is_due.then(|| updates_words(plan))
    }

    fn sign_in_words(&self) -> Words {
        let (title, text) = match self.trouble.as_ref().map(|trouble| trouble.kind) {
            Some(TroubleKind::SignInEnded) => {
                (message!("balloon-sign-in-again-title"), message!("balloon-sign-in-ended"))
            }
            Some(TroubleKind::SignInRefused) => {
                (message!("balloon-sign-in-again-title"), message!("balloon-sign-in-refused"))
            }
            _ => (message!("balloon-sign-in-title"), message!("balloon-sign-in")),
        };
        Words { about: About::Standing, title, text, tone: Tone::News }
    }
}

fn question_words(ask: &Ask) -> Words {
    let Ask::CloseFirst { product, .. } = ask;
    let product = short(product, NAME_TOLD_MAX);
    Words {
        about: About::Question,
        title: message!("balloon-question-title"),
        text: message!("balloon-question", product = product),
        tone: Tone::Warning,
    }
}

fn updates_words(plan: &Plan) -> Words {
    let names: Vec<String> = plan.ready().map(|item| short(&item.product.name, NAME_TOLD_MAX)).collect();
    let count = names.len();
    let shown = names.iter().take(NAMES_MAX).cloned().collect::<Vec<_>>().join(", ");
    let names = match count.saturating_sub(NAMES_MAX) {
        0 => message!("text-as-it-is", text = shown),
        more => message!("balloon-names-more", names = shown, more = more),
    };
    let is_important = plan.ready().any(|item| item.urgency == Urgency::Important);
    let title = if is_important {
        message!("balloon-updates-important-title", count = count)
    } else {
        message!("balloon-updates-title", count = count)
    };
    Words {
        about: About::Standing,
        title,
        text: message!("balloon-updates", count = count, names = names),
        tone: Tone::News,
    }
}

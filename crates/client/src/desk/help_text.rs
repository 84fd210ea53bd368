//! What is copied for the help desk: versions, what came of each update, codes, where the log is, and a few lines of it. Pure.
//!
//! No password and no token is in it: none is known here.

use std::fmt::Write as _;

use text::{Language, Message, message};

use super::names::{NAME_SHOWN_MAX, short, versions};
use super::picture::{sentence_of, trouble_sentence};
use super::plain_words::in_a_window;
use super::running::End;
use super::{Desk, ItemKey};
use crate::failure::Failure;
use crate::plan::Item;
use crate::state::Past;
use crate::words::written_time;

/// Lines, each said in one language.
struct Lines {
    language: Language,
    text: String,
}

impl Lines {
    fn new(language: Language) -> Self {
        Self { language, text: String::new() }
    }

    fn say(&mut self, message: &Message) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.text, "{}", in_a_window(message).say(self.language));
    }

    fn gap(&mut self) {
        self.text.push('\n');
    }
}

impl Desk {
    /// The lines that all begins with: which program, on which Windows, when, and where it gets updates.
    fn lines(&self) -> Lines {
        let mut lines = Lines::new(self.language());
        if let Some(situation) = &self.situation {
            lines.say(&message!("copy-program", version = &situation.version));
            if !situation.windows.is_empty() {
                lines.say(&message!("copy-windows", version = &situation.windows));
            }
        }
        lines.say(&message!("copy-time", time = written_time(self.now.at)));
        if let Some(server) = self.server() {
            lines.say(&message!("copy-server", server = short(server, NAME_SHOWN_MAX)));
        }
        if let Some(user) = self.user() {
            lines.say(&message!("copy-user", user = short(user, NAME_SHOWN_MAX)));
        }
        lines
    }

    /// What the help desk wants to know of installs of the past.
    pub(super) fn history_text(&self) -> String {
        let mut lines = self.lines();
        for past in self.history.iter().flatten().flatten().flatten() {
            lines.gap();
            say_past(&mut lines, past);
        }
        lines.text
    }

    /// What the help desk wants to know of what the window shows.
    pub(super) fn details_text(&self) -> String {
        let mut lines = self.lines();
        let results = self.results.as_ref();
        let trouble = match results {
            Some(results) => results.trouble.as_ref(),
            None => self.trouble.as_ref(),
        };
        if let Some(trouble) = trouble {
            lines.say(&trouble_sentence(trouble));
        }
        // What stands on the page to sign in, and in the settings.
        let problems =
            [self.sign_in.problem.as_ref(), self.settings.as_ref().and_then(|draft| draft.problem.as_ref())];
        let is_said = |problem: &&Message| trouble.is_none_or(|trouble| trouble.message != **problem);
        problems.into_iter().flatten().filter(is_said).for_each(|problem| lines.say(problem));
        for entry in results.iter().flat_map(|results| &results.entries) {
            lines.gap();
            lines.say(&heading(&entry.item));
            match &entry.end {
                Some(end) => say_end(&mut lines, end),
                None => lines.say(&not_begun(&entry.item)),
            }
        }
        lines.text
    }
}

fn heading(item: &Item) -> Message {
    let installed = item.installed.first().map(|one| one.version.as_str());
    let product = short(&item.product.name, NAME_SHOWN_MAX);
    message!("copy-update", product = product, versions = versions(installed, &ItemKey::of(item).version))
}

fn not_begun(item: &Item) -> Message {
    let product = short(&item.product.name, NAME_SHOWN_MAX);
    message!("result-not-begun", product = product, version = item.product.version.as_str())
}

fn say_end(lines: &mut Lines, end: &End) {
    lines.say(&end.outcome.sentence);
    let failure = end.outcome.failure.as_ref();
    if let Some(failure) = failure {
        lines.say(&failure.way_out());
        lines.say(&failure.for_the_administrator());
    }
    if let Some(code) = end.outcome.exit_code {
        lines.say(&message!("copy-exit-code", code = code.0.to_string()));
    }
    say_log(lines, &end.past);
    for detail in failure.map(Failure::said_details).unwrap_or_default() {
        lines.say(&detail);
    }
}

fn say_log(lines: &mut Lines, past: &Past) {
    if let Some(log) = &past.log {
        lines.say(&message!("copy-log", log = log.display()));
    }
}

fn say_past(lines: &mut Lines, past: &Past) {
    let report = &past.report;
    let from = report.from_version.as_ref().map(catalog::ProductVersion::as_str);
    let versions = versions(from, report.to_version.as_str());
    let product = short(&report.product, NAME_SHOWN_MAX);
    lines.say(&message!("copy-update", product = product, versions = versions));
    lines.say(&message!("copy-ended", time = written_time(report.ended_at)));
    lines.say(&sentence_of(past));
    if let Some(cause) = past.cause.as_ref().filter(|_| !report.outcome.is_success()) {
        lines.say(&cause.what_you_can_do());
        lines.say(&message!("failure-administrator", words = cause.for_the_administrator()));
    }
    if let Some(code) = report.exit_code {
        lines.say(&message!("copy-exit-code", code = code.to_string()));
    }
    say_log(lines, past);
}

//! What the command line does about programs that have to be closed first: it asks at a terminal, waits if it was told to, else goes home.

use std::cell::Cell;
use std::io::{self, BufRead, IsTerminal, Read};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use text::{Message, message};

use super::console::{Console, Form};
use super::interruption::was_interrupted;
use crate::close_first::{Answer, Ask, WAIT_TIME_MAX, wait_after};

/// The most bytes of a person's answer that are read.
const ANSWER_SIZE_MAX: u64 = 1024;
/// Yes, as the sentence `cli-try-again` asks for it and as a person may write it out, in each language.
const YES: [&str; 9] = ["y", "yes", "j", "ja", "o", "oui", "s", "sí", "si"];
/// How long it may take until Ctrl-C is heard.
const BREATH: Duration = Duration::from_millis(200);

/// Who answers the engine's questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    /// A person at the terminal.
    Person,
    /// Nobody; it is waited.
    Patience(Waiting),
    /// Nobody, and nothing is waited for.
    Nobody,
}

/// How long was waited so far for one update.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Waiting {
    waited: Cell<Duration>,
}

/// Whether to wait for programs, as `--wait-for-programs` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wait {
    Yes,
    No,
}

impl Who {
    /// Who is there: somebody who waits, somebody at a terminal on both sides, or nobody.
    pub(super) fn is_there(wait: Wait, console: Console) -> Self {
        let watched = console.form() == Form::Text && io::stdin().is_terminal() && console.is_watched();
        match wait {
            Wait::Yes => Self::Patience(Waiting::default()),
            Wait::No if watched => Self::Person,
            Wait::No => Self::Nobody,
        }
    }

    /// The next update is about to be installed: what was waited for the ones before counts no more.
    pub(super) fn begin(&self) {
        if let Self::Patience(waiting) = self {
            waiting.waited.set(Duration::ZERO);
        }
    }

    /// Answers a question.
    pub(super) fn answer(&self, ask: &Ask, console: Console) -> Answer {
        match self {
            Self::Person => at_the_terminal(ask, console),
            Self::Patience(waiting) => {
                if waiting.waited.get().is_zero() {
                    console.aside(&waiting_for(ask));
                }
                waiting.wait(&mut |time| {
                    thread::sleep(time);
                    !was_interrupted()
                })
            }
            Self::Nobody => Answer::NotNow,
        }
    }
}

impl Waiting {
    /// Waits until the next look, or gives up. `pause` lets a little time go by and answers whether to go on.
    fn wait(&self, pause: &mut dyn FnMut(Duration) -> bool) -> Answer {
        let Some(wait) = wait_after(self.waited.get()) else { return Answer::NotNow };
        self.waited.set(self.waited.get() + wait);
        let mut left = wait;
        while !left.is_zero() {
            let breath = left.min(BREATH);
            if !pause(breath) {
                return Answer::Cancel;
            }
            left = left.saturating_sub(breath);
        }
        Answer::TryAgain
    }
}

/// What a person reads who is asked at the terminal.
fn prompt(ask: &Ask) -> Message {
    message!("cli-try-again", question = ask.message())
}

/// What a person reads while it is waited.
fn waiting_for(ask: &Ask) -> Message {
    let Ask::CloseFirst { product, programs } = ask;
    message!(
        "cli-waiting-for-programs",
        product = product,
        programs = ask.programs(),
        count = programs.len(),
        hours = WAIT_TIME_MAX.as_secs() / 3600
    )
}

fn at_the_terminal(ask: &Ask, console: Console) -> Answer {
    console.aside(&prompt(ask));
    let (tell, lines) = mpsc::channel();
    // A line cannot be waited for with a limit; after Ctrl-C this thread waits on until the program ends, which is then near.
    thread::spawn(move || {
        let mut line = String::new();
        if io::stdin().lock().take(ANSWER_SIZE_MAX).read_line(&mut line).is_ok() {
            // Nobody hears it if Ctrl-C came first.
            let _ = tell.send(line);
        }
    });
    await_line(&lines, &was_interrupted)
}

/// Waits for what a person types, or for Ctrl-C.
fn await_line(lines: &Receiver<String>, is_interrupted: &dyn Fn() -> bool) -> Answer {
    loop {
        let line = lines.recv_timeout(BREATH);
        if is_interrupted() {
            return Answer::Cancel;
        }
        match line {
            Ok(line) => return understand(&line),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Answer::NotNow,
        }
    }
}

/// What a person typed: yes in the languages there are, and everything else is no.
fn understand(line: &str) -> Answer {
    let is_yes = YES.contains(&line.trim().to_lowercase().as_str());
    if is_yes { Answer::TryAgain } else { Answer::NotNow }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use std::sync::mpsc;

    use text::Language;

    use super::{Waiting, Who, await_line, prompt, understand, waiting_for};
    use crate::close_first::{Answer, Ask, WAIT_TIME_MAX};
    use crate::examples::product;

    #[test]
    fn the_question_says_what_why_and_how_to_answer() {
        let ask = Ask::close_first(&product("Notes", "7.8.4"), &["OUTLOOK.EXE".to_owned()]);
        let question = "Notes 7.8.4 can be installed when Outlook is closed. Save your work there, close Outlook, then choose Try again.";
        let frage = "Notes 7.8.4 kann installiert werden, sobald Outlook geschlossen ist. Speichern Sie dort Ihre Arbeit, schließen \
            Sie Outlook und wählen Sie dann „Erneut versuchen“.";
        assert_eq!(
            prompt(&ask).say(Language::English),
            format!("{question} Type y for Try again, or n for Not now, then press Enter.")
        );
        assert_eq!(
            prompt(&ask).say(Language::German),
            format!(
                "{frage} Tippen Sie j für „Erneut versuchen“ oder n für „Jetzt nicht“ und drücken Sie dann die Eingabetaste."
            )
        );
    }

    #[test]
    fn who_waits_is_told_for_what_and_how_long() {
        let ask = Ask::close_first(&product("Notes", "7.8.4"), &["OUTLOOK.EXE".to_owned()]);
        assert_eq!(
            waiting_for(&ask).say(Language::English),
            "Notes 7.8.4 is installed as soon as Outlook is closed; until then this waits, for 4 hours at most. Save your work there \
             first. Ctrl-C cancels."
        );
        assert_eq!(
            waiting_for(&ask).say(Language::German),
            "Notes 7.8.4 wird installiert, sobald Outlook geschlossen ist; bis dahin wird gewartet, höchstens 4 Stunden. Speichern Sie \
             dort vorher Ihre Arbeit. Strg+C bricht ab."
        );
    }

    #[test]
    fn ctrl_c_is_heard_though_nothing_is_typed() {
        let (tell, lines) = mpsc::channel();
        assert_eq!(await_line(&lines, &|| true), Answer::Cancel);
        tell.send("y\n".to_owned()).unwrap();
        assert_eq!(await_line(&lines, &|| true), Answer::Cancel);
        tell.send("y\n".to_owned()).unwrap();
        assert_eq!(await_line(&lines, &|| false), Answer::TryAgain);
        drop(tell);
        assert_eq!(await_line(&lines, &|| false), Answer::NotNow);
    }

    #[test]
    fn yes_is_yes_in_each_language_and_everything_else_is_no() {
        let check = |line: &str, expected: Answer| assert_eq!(understand(line), expected, "{line:?}");
        for yes in ["y\n", "Y\r\n", "yes", " j", "Ja\n", "o\n", "Oui\n", "s\n", "SÍ\n"] {
            check(yes, Answer::TryAgain);
        }
        for no in ["", "\n", "n\n", "no", "nein", "non", "nee", "nej", "maybe", "stop", "1"] {
            check(no, Answer::NotNow);
        }
    }

    #[test]
    fn it_waits_as_long_as_it_may_and_ends_at_once_when_interrupted() {
        let waiting = Waiting::default();
        let mut slept = Duration::ZERO;
        let mut sleep = |time| {
            slept += time;
            true
        };
        while waiting.wait(&mut sleep) == Answer::TryAgain {}
        assert_eq!(slept, WAIT_TIME_MAX);
        assert_eq!(Waiting::default().wait(&mut |_| false), Answer::Cancel);
    }

    #[test]
    fn each_update_has_a_time_of_its_own() {
        let who = Who::Patience(Waiting::default());
        let Who::Patience(waiting) = &who else { panic!("{who:?}") };
        for _ in 0..3 {
            who.begin();
            assert!(waiting.waited.get().is_zero(), "so it is told anew what is waited for");
            let mut slept = Duration::ZERO;
            let mut sleep = |time| {
                slept += time;
                true
            };
            while waiting.wait(&mut sleep) == Answer::TryAgain {}
            assert_eq!(slept, WAIT_TIME_MAX);
        }
    }
}

//! What the command line does about programs that have to be closed first: it asks at a terminal, waits if it was told to, else goes home.

use std::cell::Cell;
use std::io::{self, BufRead, IsTerminal, Read};
use std::time::Duration;

use text::message;

use super::bar::was_interrupted;
use super::console::{Console, Form};
use crate::close_first::{Answer, Ask, wait_after};

/// The most bytes of a person's answer that are read.
const ANSWER_SIZE_MAX: u64 = 1024;
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

/// How long was waited so far.
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

    /// Answers a question.
    pub(super) fn answer(&self, ask: &Ask, console: Console) -> Answer {
        match self {
            Self::Person => at_the_terminal(ask, console),
            Self::Patience(waiting) => {
                if waiting.waited.get().is_zero() {
                    console.aside(&message!("cli-waiting-for-programs", question = ask.message()));
                }
                waiting.wait(&mut |time| {
                    std::thread::sleep(time);
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
                return Answer::NotNow;
            }
            left = left.saturating_sub(breath);
        }
        Answer::TryAgain
    }
}

fn at_the_terminal(ask: &Ask, console: Console) -> Answer {
    console.aside(&message!("cli-try-again", question = ask.message()));
    let mut line = String::new();
    let read = io::stdin().lock().take(ANSWER_SIZE_MAX).read_line(&mut line);
    if read.is_err() || was_interrupted() { Answer::NotNow } else { understand(&line) }
}

/// What a person typed: yes in the languages there are, and everything else is no.
fn understand(line: &str) -> Answer {
    let first = line.trim().chars().next().map(|letter| letter.to_ascii_lowercase());
    if matches!(first, Some('y' | 'j')) { Answer::TryAgain } else { Answer::NotNow }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Waiting, understand};
    use crate::close_first::{Answer, WAIT_TIME_MAX};

    #[test]
    fn yes_is_yes_in_each_language_and_everything_else_is_no() {
        let check = |line: &str, expected: Answer| assert_eq!(understand(line), expected, "{line:?}");
        for yes in ["y\n", "Y\r\n", "yes", " j", "Ja\n"] {
            check(yes, Answer::TryAgain);
        }
        for no in ["", "\n", "n\n", "no", "nein", "maybe", "1"] {
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
        assert_eq!(Waiting::default().wait(&mut |_| false), Answer::NotNow);
    }
}

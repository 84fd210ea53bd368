//! What is asked while updates are installed.

use text::message;

use super::{default, escape};
use crate::close_first::Answer;
use crate::desk::{Command, Desk};
use crate::screen::{Button, Page, QuestionPage, UpdateWindow};

impl Desk {
    /// Programs are open; the answers are Try again and Not now.
    pub(super) fn close_first_window(&self) -> UpdateWindow {
        let ask = self.running.as_ref().and_then(|running| running.asked.as_ref());
        let Some(ask) = ask else { return self.progress_window() };
        let answer = |label, answer| Button::new(label, Command::Answer(answer));
        UpdateWindow {
            name: self.view(),
            heading: ask.message(),
            aside: None,
            page: Page::Question(QuestionPage { paragraphs: vec![message!("question-close-first-not-now")] }),
            buttons: vec![
                answer(message!("button-cancel-updates"), Answer::Cancel),
                escape(answer(message!("button-not-now"), Answer::NotNow)),
                default(answer(message!("button-try-again"), Answer::TryAgain)),
            ],
        }
    }

    /// The person wants to sign out.
    pub(super) fn sign_out_window(&self) -> UpdateWindow {
        UpdateWindow {
            name: self.view(),
            heading: message!("question-sign-out"),
            aside: None,
            page: Page::Question(QuestionPage { paragraphs: vec![message!("question-sign-out-why")] }),
            buttons: vec![
                Button::new(message!("button-sign-out"), Command::SignOutNow),
                default(Button::new(message!("button-stay-signed-in"), Command::Back)),
            ],
        }
    }

    /// The person wants to end the program while updates are installed.
    pub(super) fn leaving_window(&self) -> UpdateWindow {
        UpdateWindow {
            name: self.view(),
            heading: message!("question-exit"),
            aside: None,
            page: Page::Question(QuestionPage { paragraphs: vec![message!("question-exit-why")] }),
            buttons: vec![
                Button::new(message!("button-exit-when-done"), Command::ExitWhenDone),
                default(Button::new(message!("button-stay"), Command::Back)),
            ],
        }
    }
}

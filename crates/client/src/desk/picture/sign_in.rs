//! The page to sign in, and the question whether a proposed server is the right one.

use text::{Message, message};

use super::{close_updates, copy_button, default, enabled, escape, pressing};
use crate::desk::names::{NAME_SHOWN_MAX, short};
use crate::desk::{Command, Desk, PasswordUse};
use crate::screen::{Button, Enabled, Page, Press, QuestionPage, SignInPage, UpdateWindow};

impl Desk {
    pub(super) fn sign_in_window(&self) -> UpdateWindow {
        let is_asking = self.is_signing_in();
        let when = if is_asking { Enabled::No } else { Enabled::Yes };
        let mut buttons = vec![self.settings_button()];
        if self.sign_in.problem.as_ref().is_some_and(|problem| self.has_details(problem)) {
            buttons.push(copy_button());
        }
        if self.sign_in.is_wanted && !self.needs_sign_in() {
            buttons.push(enabled(Button::new(message!("button-back"), Command::Back), when));
        }
        buttons.push(escape(close_updates()));
        buttons.push(default(enabled(pressing(message!("button-sign-in"), Press::SignIn), when)));
        UpdateWindow {
            name: self.view(),
            heading: message!("sign-in-page-heading"),
            aside: None,
            page: Page::SignIn(self.sign_in_page()),
            buttons,
        }
    }

    fn sign_in_page(&self) -> SignInPage {
        let server = short(self.server().unwrap_or_default(), NAME_SHOWN_MAX);
        let password = self.situation.as_ref().map(|situation| situation.password).unwrap_or_default();
        let (becomes, keep): (Message, Option<Message>) = match password {
            PasswordUse::Once => (message!("sign-in-page-once"), None),
            PasswordUse::EachTime => {
                (message!("sign-in-page-each-time"), Some(message!("sign-in-page-keep")))
            }
        };
        let typed = self.sign_in.user.as_deref().or_else(|| self.user());
        SignInPage {
            lines: vec![message!("sign-in-page-account", server = server), becomes],
            user: typed.unwrap_or_default().to_owned(),
            problem: self.sign_in.problem.as_ref().map(|problem| self.plain(problem)),
            keep,
            asking: self.is_signing_in(),
        }
    }

    pub(super) fn proposal_window(&self) -> UpdateWindow {
        let (host, address) = self
            .proposal()
            .map(|proposal| (short(&proposal.host, NAME_SHOWN_MAX), short(&proposal.address, NAME_SHOWN_MAX)))
            .unwrap_or_default();
        let mut paragraphs = vec![
            message!("updates-proposal-why"),
            message!("updates-proposal-yes", address = address),
            message!("updates-proposal-no", host = &host),
        ];
        // Such as that the answer could not be kept.
        paragraphs.extend(self.trouble.as_ref().map(|trouble| self.plain(&trouble.message)));
        UpdateWindow {
            name: self.view(),
            heading: message!("updates-proposal", host = host),
            aside: None,
            page: Page::Question(QuestionPage { paragraphs }),
            buttons: vec![
                Button::new(message!("button-server-yes"), Command::AcceptServer),
                default(Button::new(message!("button-server-no"), Command::DeclineServer)),
                escape(close_updates()),
            ],
        }
    }
}

//! The page to sign in, and the question whether a proposed server is the right one.

use text::{Message, message};

use super::{at_start, close_updates, copy_button, default, enabled, escape, pressing};
use crate::browser_sign_in::Invitation;
use crate::desk::names::{NAME_SHOWN_MAX, short};
use crate::desk::{Command, Desk, PasswordUse};
use crate::screen::{BrowserPage, Button, Enabled, Page, Press, QuestionPage, SignInPage, UpdateWindow};

impl Desk {
    pub(super) fn sign_in_window(&self) -> UpdateWindow {
        let is_asking = self.is_signing_in();
        let when = if is_asking { Enabled::No } else { Enabled::Yes };
        let mut buttons = vec![self.settings_button()];
        if self.sign_in.problem.as_ref().is_some_and(|problem| self.has_details(problem)) {
            buttons.push(copy_button());
        }
        if !self.lacks_browser {
            let browser = Button::new(message!("button-sign-in-with-browser"), Command::SignInWithBrowser);
            buttons.push(at_start(enabled(browser, when)));
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

    pub(super) fn browser_window(&self) -> UpdateWindow {
        let cancel = escape(Button::new(message!("button-cancel"), Command::LeaveBrowser));
        let (mut page, mut buttons) =
            (BrowserPage { lines: Vec::new(), code: None, further: Vec::new() }, Vec::new());
        match &self.invitation {
            None => page.lines.push(message!("browser-sign-in-asking")),
            Some(invitation) => {
                let Invitation { code, address, minutes, .. } = invitation;
                page.lines.push(message!("browser-sign-in-opened"));
                page.code = Some(code.clone());
                let address = short(address, NAME_SHOWN_MAX);
                page.further.push(message!("browser-sign-in-by-hand", address = address));
                page.further.push(message!("browser-sign-in-goes-on", minutes = *minutes));
                buttons.push(at_start(Button::new(message!("button-copy-code"), Command::CopyCode)));
                let again = Button::new(message!("button-open-browser-again"), Command::OpenBrowserAgain);
                buttons.push(at_start(again));
            }
        }
        buttons.push(cancel);
        UpdateWindow {
            name: self.view(),
            heading: message!("browser-sign-in-heading"),
            aside: None,
            page: Page::Browser(page),
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

//! Which page the window with the updates shows, by all that is known. Pure.

use super::running::Leaving;
use super::{Asker, Desk, picks};
pub(super) use crate::screen::PageName as View;

impl Desk {
    /// The page that is to be seen, or would be if the window were open.
    pub(super) fn view(&self) -> View {
        if let Some(running) = &self.running {
            return match (running.leaving, &running.asked) {
                (Leaving::Asked, _) => View::Leaving,
                (_, Some(_)) => View::CloseFirst,
                (_, None) => View::Progress,
            };
        }
        if self.sign_in.asks_to_leave && self.situation.is_some() {
            return View::SignOut;
        }
        if self.results.is_some() {
            return View::Result;
        }
        if self.situation.is_none() {
            // What is kept on this PC may be out of reach.
            return if self.trouble.is_some() { View::Trouble } else { View::Starting };
        }
        if self.proposal().is_some() {
            return View::Proposal;
        }
        if self.server().is_none() {
            return View::NoServer;
        }
        if self.waits_for_browser() {
            return View::Browser;
        }
        if self.is_signing_in() || self.sign_in.is_wanted {
            return View::SignIn;
        }
        let looks = self.looking().filter(|_| self.found.is_none());
        // A look that nobody asked for takes no page away on which a name and a password may stand.
        if self.needs_sign_in() && looks != Some(Asker::Person) {
            return View::SignIn;
        }
        if looks.is_some() {
            return View::Looking;
        }
        match (&self.found, &self.trouble) {
            (_, Some(_)) if self.trouble_first => View::Trouble,
            (Some(found), _) if picks::listed(&found.plan).next().is_some() => View::List,
            (Some(_), _) => View::UpToDate,
            (None, Some(_)) => View::Trouble,
            (None, None) => View::Unchecked,
        }
    }
}

//! Which page the window with the updates shows, by all that is known. Pure.

use super::running::Leaving;
use super::{Desk, picks};

/// The pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// Nothing is known yet.
    Starting,
    /// A server was proposed.
    Proposal,
    /// It is not known where updates come from.
    NoServer,
    /// It looks, and there is nothing to show meanwhile.
    Looking,
    /// Somebody has to sign in, or wants to.
    SignIn,
    /// The last look got no answer.
    Trouble,
    /// There are updates.
    List,
    /// There are none.
    UpToDate,
    /// Nobody has looked yet.
    Unchecked,
    /// The person wants to leave while updates are installed.
    Leaving,
    /// Programs have to be closed.
    CloseFirst,
    /// Updates are installed.
    Progress,
    /// They have ended.
    Result,
}

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
        if self.is_signing_in() || self.sign_in.is_wanted {
            return View::SignIn;
        }
        if self.looking().is_some() && self.found.is_none() {
            return View::Looking;
        }
        if self.needs_sign_in() {
            return View::SignIn;
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

//! A failure in words: what the person can do, what the administrator should do, and the details. Pure.

use text::{Message, message};

use super::{ActionOwner, Failure};

impl Failure {
    /// Behind the headline: what the person can do.
    #[must_use]
    pub fn way_out(&self) -> Message {
        message!("failure-you", words = self.cause.what_you_can_do())
    }

    /// Beside the result: what the administrator should do.
    #[must_use]
    pub fn for_the_administrator(&self) -> Message {
        message!("failure-administrator", words = self.cause.for_the_administrator())
    }

    /// Beside the result: what is for those who know Windows Installer, each a line.
    #[must_use]
    pub fn said_details(&self) -> Vec<Message> {
        let Self { cause, details } = self;
        let mut said = Vec::new();
        if let Some(about) = cause.about() {
            said.push(message!("failure-details-about", about = about));
        }
        if let Some(number) = details.number {
            said.push(message!("failure-details-number", number = number.to_string()));
        }
        if let Some(action) = &details.action {
            said.push(match action.owner {
                ActionOwner::WindowsInstaller => message!("failure-details-action", action = &action.name),
                ActionOwner::Package => message!("failure-details-action-own", action = &action.name),
            });
        }
        said.extend(details.excerpt.iter().map(|line| message!("failure-details-line", line = line)));
        said
    }
}

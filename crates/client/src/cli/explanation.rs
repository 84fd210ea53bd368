//! Why an install failed, for a person and as JSON.

use serde::Serialize;
use text::message;

use super::console::Console;
use super::exit::Failure as Unsaid;
use crate::failure::{ActionOwner, Failure};

/// The details of a failure.
#[derive(Debug, Serialize)]
pub(super) struct DetailsLine {
    cause: &'static str,
    about: Option<String>,
    message_number: Option<u16>,
    action: Option<String>,
    custom_action: Option<bool>,
    log_lines: Vec<String>,
}

impl DetailsLine {
    pub(super) fn new(failure: &Failure) -> Self {
        let Failure { cause, details } = failure;
        Self {
            cause: cause.as_str(),
            about: cause.about().map(str::to_owned),
            message_number: details.number,
            action: details.action.as_ref().map(|action| action.name.clone()),
            custom_action: details.action.as_ref().map(|action| action.owner == ActionOwner::Package),
            log_lines: details.excerpt.clone(),
        }
    }
}

impl Console {
    /// Says behind the headline what the person can do; what the administrator should do stands beside the result.
    pub(super) fn say_way_out(self, failure: &Failure) -> Result<(), Unsaid> {
        self.say(&message!("failure-you", words = failure.cause.what_you_can_do()))?;
        self.aside(&message!("failure-administrator", words = failure.cause.for_the_administrator()));
        Ok(())
    }

    /// Says beside the result what is for those who know Windows Installer.
    pub(super) fn say_details(self, failure: &Failure) {
        let Failure { cause, details } = failure;
        if let Some(about) = cause.about() {
            self.aside(&message!("failure-details-about", about = about));
        }
        if let Some(number) = details.number {
            self.aside(&message!("failure-details-number", number = number.to_string()));
        }
        if let Some(action) = &details.action {
            self.aside(&match action.owner {
                ActionOwner::WindowsInstaller => message!("failure-details-action", action = &action.name),
                ActionOwner::Package => message!("failure-details-action-own", action = &action.name),
            });
        }
        for line in &details.excerpt {
            self.aside(&message!("failure-details-line", line = line));
        }
    }
}

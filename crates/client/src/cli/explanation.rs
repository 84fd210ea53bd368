//! Why an install failed, as JSON.

use serde::Serialize;

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

#[cfg(test)]
mod tests {
    use super::DetailsLine;
    use crate::failure::explain;
    use crate::failure::log::Log;
    use crate::machine::ExitCode;

    const PAGE: &str = include_str!("../../../../docs/reference/oxupdate.md");

    #[test]
    fn the_details_say_what_the_page_tells() {
        let log = "Action start 9:14:03: Run.\nError 1722. A program failed. Action Run, command: secret\n\
            Action ended 9:14:03: Run. Return value 3.";
        let failure = explain(ExitCode(1603), &Log::read(log.as_bytes(), None)).unwrap();
        let line = serde_json::to_value(DetailsLine::new(&failure)).unwrap();
        insta::assert_snapshot!(serde_json::to_string_pretty(&line).unwrap(), @r#"
        {
          "about": null,
          "action": "Run",
          "cause": "program-failed",
          "custom_action": true,
          "log_lines": [
            "Action start 9:14:03: Run.",
            "Error 1722. A program failed.",
            "Action ended 9:14:03: Run. Return value 3."
          ],
          "message_number": 1722
        }
        "#);
        for key in line.as_object().unwrap().keys() {
            assert!(PAGE.contains(&format!("`{key}`")), "{key} is not on the page");
        }
    }
}

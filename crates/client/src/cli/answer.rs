//! What `--json` writes: one object for each run. docs/reference/oxupdate.md describes it, and a test compares the two.

use catalog::{Importance, Platform, ProductCode, ProductVersion, UpgradeCode, Urgency};
use serde::Serialize;

use super::console::Console;
use super::ended::by_its_name;
use super::exit::Exit;
use super::explanation::DetailsLine;
use crate::machine::{Context, Installed};
use crate::outcome::Restart;
use crate::plan::{Item, Kind, Step};
use crate::report::Sent;
use crate::state::{LastCheck, Owner, Past};
use crate::updater::Ended;

/// The version of the object's form; it changes when a key changes its meaning or goes, not when one comes.
pub const FORMAT: u32 = 1;

/// One run.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    pub(super) format: u32,
    pub(super) verb: &'static str,
    pub(super) exit_code: u8,
    pub(super) exit: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owner: Option<Owner>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) products: Option<Vec<ProductLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) problems: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) results: Option<Vec<ResultLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) restart_needed: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reports: Option<ReportCounts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_check: Option<Option<LastCheck>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) history: Option<Vec<Past>>,
}

/// An offered product, as it stands on the PC.
#[derive(Debug, Serialize)]
pub(super) struct ProductLine {
    name: String,
    upgrade_code: UpgradeCode,
    product_code: Option<ProductCode>,
    platform: Option<Platform>,
    offered: ProductVersion,
    installed: Option<ProductVersion>,
    installations: Vec<Installation>,
    state: &'static str,
    differs_only_in_fourth_field: bool,
    step: &'static str,
    kind: Option<&'static str>,
    target: Option<&'static str>,
    urgency: Urgency,
    importance: Importance,
    reason: String,
    size: Option<u64>,
    release_date: Option<String>,
    info_url: Option<String>,
}

/// An installed version.
#[derive(Debug, Serialize)]
struct Installation {
    name: String,
    version: ProductVersion,
    product_code: ProductCode,
    context: &'static str,
}

/// What came of one update.
#[derive(Debug, Serialize)]
pub(super) struct ResultLine {
    name: String,
    upgrade_code: UpgradeCode,
    from_version: Option<ProductVersion>,
    to_version: ProductVersion,
    outcome: &'static str,
    message: String,
    exit_code: Option<u32>,
    restart_needed: bool,
    log: Option<String>,
    duration: u64,
    what_you_can_do: Option<String>,
    next_step: Option<String>,
    for_the_administrator: Option<String>,
    details: Option<DetailsLine>,
}

/// What became of the reports.
#[derive(Debug, Serialize)]
pub(super) struct ReportCounts {
    delivered: usize,
    dropped: usize,
    waiting: usize,
}

impl Answer {
    /// A run of a verb that ended this way, and nothing else yet.
    pub(super) fn new(verb: &'static str, exit: Exit) -> Self {
        Self {
            format: FORMAT,
            verb,
            exit_code: exit as u8,
            exit: exit.as_str(),
            error: None,
            owner: None,
            products: None,
            problems: None,
            results: None,
            restart_needed: None,
            reports: None,
            last_check: None,
            history: None,
        }
    }
}

impl ProductLine {
    pub(super) fn new(item: &Item, console: Console) -> Self {
        let Item { product, installed, state, urgency, .. } = item;
        Self {
            name: product.name.clone(),
            upgrade_code: product.upgrade_code,
            product_code: product.product_code,
            platform: product.platform,
            offered: product.version.clone(),
            installed: installed.first().map(|highest| highest.version.clone()),
            installations: installed.iter().map(Installation::new).collect(),
            state: state.as_str(),
            differs_only_in_fourth_field: item.differs_only_in_fourth_field(),
            step: item.step().as_str(),
            kind: item.kind.filter(|_| item.step() != Step::Nothing).map(Kind::as_str),
            target: item.target.map(context),
            urgency: *urgency,
            importance: product.importance,
            reason: console.word(&item.reason()),
            size: product.size,
            release_date: product.release_date.as_ref().map(ToString::to_string),
            info_url: product.info_url.clone(),
        }
    }
}

impl Installation {
    fn new(installed: &Installed) -> Self {
        Self {
            name: installed.name.clone(),
            version: installed.version.clone(),
            product_code: installed.product_code,
            context: context(installed.context),
        }
    }
}

fn context(context: Context) -> &'static str {
    match context {
        Context::Machine => "machine",
        Context::User => "user",
    }
}

impl ResultLine {
    pub(super) fn new(ended: &Ended, console: Console) -> Self {
        let Past { report, log, .. } = &ended.past;
        let failure = ended.outcome.failure.as_ref();
        Self {
            name: report.product.clone(),
            upgrade_code: report.upgrade_code,
            from_version: report.from_version.clone(),
            to_version: report.to_version.clone(),
            outcome: report.outcome.as_str(),
            message: console.word(&ended.outcome.sentence),
            exit_code: report.exit_code,
            restart_needed: ended.outcome.restart == Restart::Needed,
            log: log.as_ref().map(|log| log.display().to_string()),
            duration: report.duration,
            what_you_can_do: failure.map(|failure| console.word(&failure.cause.what_you_can_do())),
            next_step: ended.held.map(|_| console.word(&by_its_name(&report.product))),
            for_the_administrator: failure
                .map(|failure| console.word(&failure.cause.for_the_administrator())),
            details: failure.map(DetailsLine::new),
        }
    }
}

impl From<&Sent> for ReportCounts {
    fn from(sent: &Sent) -> Self {
        Self { delivered: sent.delivered, dropped: sent.dropped, waiting: sent.waiting }
    }
}

impl ReportCounts {
    /// Reports of which none was sent now.
    pub(super) fn waiting(waiting: usize) -> Self {
        Self { delivered: 0, dropped: 0, waiting }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::Value;
    use text::Language;
    use uuid::Uuid;

    use super::ResultLine;
    use crate::cli::console::{Console, Form};
    use crate::examples::{installed, product};
    use crate::machine::ExitCode;
    use crate::outcome::judge;
    use crate::report::{Install, report};
    use crate::state::Past;
    use crate::updater::Ended;

    const PAGE: &str = include_str!("../../../../docs/reference/oxupdate.md");

    #[test]
    fn a_result_says_what_the_page_tells() {
        let (offer, before) = (product("Notes", "7.8.4"), installed("6.2"));
        let outcome = judge(ExitCode(3010), &offer, &[installed("7.8.4")]);
        let install = Install {
            product: &offer,
            before: Some(&before),
            outcome: &outcome,
            duration: Duration::from_secs(3),
            ended_at: 1_700_000_000,
        };
        let past = Past {
            report: report(Uuid::nil(), &install),
            log: Some("a.log".into()),
            offer: None,
            cause: None,
        };
        let ended = Ended { outcome, before: Some(before), past, unkept: None, held: None };
        let console = Console::new(Language::English, Form::Json);
        let line = serde_json::to_value(ResultLine::new(&ended, console)).unwrap();
        insta::assert_snapshot!(serde_json::to_string_pretty(&line).unwrap(), @r#"
        {
          "details": null,
          "duration": 3,
          "exit_code": 3010,
          "for_the_administrator": null,
          "from_version": "6.2",
          "log": "a.log",
          "message": "Notes 7.8.4 is installed and works fully after a restart of Windows.",
          "name": "Notes",
          "next_step": null,
          "outcome": "installed-needs-restart",
          "restart_needed": true,
          "to_version": "7.8.4",
          "upgrade_code": "{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}",
          "what_you_can_do": null
        }
        "#);
        let Value::Object(line) = line else { panic!("{line}") };
        for key in line.keys() {
            assert!(PAGE.contains(&format!("`{key}`")), "{key} is not on the page");
        }
    }
}

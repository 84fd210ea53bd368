//! `oxupdated doctor`: what is wrong, in plain words or as JSON.

use serde::Serialize;
use text::{Explain, message};

use super::arguments::Doctor;
use super::console::Console;
use super::{Exit, Place};
use crate::doctor::{Examined, Thoroughness, examine};
use crate::error::Result;
use crate::model::finding::Weight;
use crate::settings::{Settings, unknown_variables};

/// The findings for programs.
#[derive(Serialize)]
struct Told<'a> {
    server: Option<&'a str>,
    findings: Vec<ToldFinding>,
}

#[derive(Serialize)]
struct ToldFinding {
    weight: &'static str,
    id: &'static str,
    said: String,
}

/// Looks at everything and says what is wrong. It fails if there is a problem.
pub(super) async fn run(place: &Place, arguments: &Doctor, console: &Console) -> Result<Exit> {
    let variable = |name: &str| std::env::var(name).ok();
    let settings = Settings::load(&place.data, place.settings_file.as_deref(), variable, None);
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let thoroughness = if arguments.hash { Thoroughness::Hashes } else { Thoroughness::Sizes };
    let examined = examine(&place.data, settings, unknown_variables(names), thoroughness).await;
    let printed =
        if arguments.json { console.print_json(&told(&examined, console)) } else { say(&examined, console) };
    if printed != Exit::Done {
        return Ok(printed);
    }
    let is_well = examined.findings.iter().all(|finding| finding.weight() == Weight::Notice);
    Ok(if is_well { Exit::Done } else { Exit::Refused })
}

fn told<'a>(examined: &'a Examined, console: &Console) -> Told<'a> {
    let findings = examined.findings.iter().map(|finding| ToldFinding {
        weight: match finding.weight() {
            Weight::Problem => "problem",
            Weight::Notice => "notice",
        },
        id: finding.id(),
        said: finding.message().say(console.language()),
    });
    Told { server: examined.holder.as_deref(), findings: findings.collect() }
}

fn say(examined: &Examined, console: &Console) -> Exit {
    let mut lines = vec![match &examined.holder {
        Some(holder) if holder.is_empty() => message!("doctor-held"),
        Some(holder) => message!("doctor-held-by", holder = holder),
        None => message!("doctor-alone"),
    }];
    for finding in &examined.findings {
        lines.push(match finding.weight() {
            Weight::Problem => message!("doctor-problem", said = finding.message()),
            Weight::Notice => message!("doctor-notice", said = finding.message()),
        });
    }
    if examined.findings.is_empty() {
        lines.push(message!("doctor-well"));
    }
    let lines: Vec<String> = lines.iter().map(|line| console.word(line)).collect();
    console.print_line(&lines.join("\n"))
}

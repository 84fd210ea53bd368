//! A plan as text: a table at a terminal, a line for each product elsewhere.

use catalog::Urgency;
use console::Style;
use text::{Message, message};

use super::console::Console;
use super::exit::Failure;
use super::table::{Row, table};
use crate::plan::{Item, Step};

/// Shows items of a plan.
pub(super) fn items<'a>(items: impl IntoIterator<Item = &'a Item>, console: Console) -> Result<(), Failure> {
    let mut items = items.into_iter().peekable();
    match console.width() {
        _ if items.peek().is_none() => Ok(()),
        Some(width) => {
            let head = ["cli-head-name", "cli-head-versions", "cli-head-importance", "cli-head-reason"];
            let head = Row {
                cells: head.iter().map(|id| console.word(&Message::new(id))).collect(),
                style: Style::new().dim(),
            };
            let rows: Vec<Row> = std::iter::once(head).chain(items.map(|item| row(item, console))).collect();
            console.print(&table(&rows, width))
        }
        None => items.try_for_each(|item| console.say(&line(item))),
    }
}

fn row(item: &Item, console: Console) -> Row {
    let offered = item.product.version.as_str();
    let versions = match (item.installed.first(), item.step()) {
        (None, _) => message!("cli-versions-new", offered = offered),
        (Some(_), Step::Nothing) => message!("cli-versions-same", offered = offered),
        (Some(installed), _) => {
            message!("cli-versions-update", installed = installed.version.as_str(), offered = offered)
        }
    };
    let importance = match (item.step(), item.urgency) {
        (Step::Nothing, _) => String::new(),
        (_, Urgency::Important) => console.word(&message!("cli-important")),
        (_, Urgency::Optional) => console.word(&message!("cli-optional")),
    };
    let style = match (item.step(), item.urgency) {
        (Step::Install | Step::Update, Urgency::Important) => Style::new().bold(),
        (Step::Install | Step::Update, Urgency::Optional) => Style::new(),
        (Step::Blocked | Step::Held, _) => Style::new().yellow(),
        (Step::Nothing, _) => Style::new().dim(),
    };
    let name = text::terminal::one_line(&item.product.name);
    Row { cells: vec![name, console.word(&versions), importance, console.word(&item.reason())], style }
}

fn line(item: &Item) -> Message {
    let (name, offered) = (item.product.name.as_str(), item.product.version.as_str());
    match (item.installed.first(), item.step()) {
        (None, _) => message!("cli-line-new", name = name, offered = offered, reason = item.reason()),
        (Some(_), Step::Nothing) => {
            message!("cli-line-same", name = name, offered = offered, reason = item.reason())
        }
        (Some(installed), _) => message!(
            "cli-line-update",
            name = name,
            installed = installed.version.as_str(),
            offered = offered,
            reason = item.reason()
        ),
    }
}

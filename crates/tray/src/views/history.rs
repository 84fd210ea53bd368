//! The window with what was installed before.

use client::screen::{HistoryPage, HistoryRow};
use text::{Language, Message, message};
use window::view::{Align, Column, Kind, LabelStyle, List, ListStyle, Node, Row, View};

use super::{HEADING, TABLE, buttons};

/// How many rows of the table are to be seen at least.
const LIST_LINES: u16 = 5;
/// How many lines of the details are to be seen at least.
const DETAILS_LINES: u16 = 3;

/// What the window with the history shows; `when` writes a time, in seconds since 1970 (UTC), as the PC does.
pub(crate) fn history(
    page: &HistoryPage,
    selected: Option<&str>,
    language: Language,
    when: &dyn Fn(i64) -> String,
) -> View {
    let say = |message: Message| message.say(language);
    let mut nodes =
        vec![Node::label(page.heading.say(language), LabelStyle::Plain).with_id(HEADING).reached()];
    let chosen = page.rows.iter().find(|row| Some(row.key.as_str()) == selected);
    if let Some(chosen) = chosen.or(page.rows.first()) {
        nodes.push(table(page, &chosen.key, language, when));
        nodes.push(Node::label(say(message!("face-details")), LabelStyle::Caption));
        nodes.push(
            Kind::Text { text: details(chosen, language, when), lines: DETAILS_LINES }.named("details"),
        );
    } else {
        nodes.push(Node::Fill);
    }
    nodes.push(buttons(&page.buttons, language));
    View {
        title: say(message!("face-history-title")),
        page: "history".to_owned(),
        focus: Some(if page.rows.is_empty() { HEADING } else { TABLE }.to_owned()),
        body: Node::Column(nodes),
    }
}

fn details(row: &HistoryRow, language: Language, when: &dyn Fn(i64) -> String) -> String {
    [format!("{}, {}", row.name, row.versions.say(language)), when(row.at), row.sentence.say(language)]
        .join("\n")
}

fn table(page: &HistoryPage, selected: &str, language: Language, when: &dyn Fn(i64) -> String) -> Node {
    let column =
        |title: Message, grows: bool| Column { title: title.say(language), align: Align::Start, grows };
    let rows = page.rows.iter().map(|row| Row {
        key: row.key.clone(),
        cells: vec![when(row.at), row.name.clone(), row.versions.say(language), row.sentence.say(language)],
        tick: None,
        ico: None,
    });
    let list = List {
        columns: vec![
            column(message!("face-column-when"), false),
            column(message!("face-column-name"), false),
            column(message!("face-column-versions"), false),
            column(message!("face-column-result"), true),
        ],
        rows: rows.collect(),
        selected: Some(selected.to_string()),
        style: ListStyle::Plain,
        lines: LIST_LINES,
    };
    Kind::List(list).named(TABLE).called(message!("face-history-title").say(language))
}

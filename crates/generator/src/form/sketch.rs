//! A view as lines of text, for the tests to read and to keep.

use window::view::{Bar, EditStyle, Kind, LabelStyle, Node, View, Weight};

/// A view as lines of text.
pub(crate) fn sketch(view: &View) -> String {
    let mut lines = vec![format!("=== {} ===", view.title)];
    node(&view.body, &mut lines);
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n") + "\n"
}

fn node(one: &Node, lines: &mut Vec<String>) {
    match one {
        Node::Column(nodes) => nodes.iter().for_each(|one| node(one, lines)),
        Node::Row(nodes) => {
            let mut parts = Vec::new();
            nodes.iter().for_each(|one| node(one, &mut parts));
            if nodes.iter().all(|one| matches!(one, Node::Control(_) | Node::Fill)) {
                lines.push(parts.join("  "));
            } else {
                lines.extend(parts);
            }
        }
        Node::Form(rows) => {
            for row in rows {
                let mut field = Vec::new();
                node(&row.field, &mut field);
                lines.push(format!("{} {}", row.label, field.join("  ")));
                if let Some(note) = &row.note {
                    let mut notes = Vec::new();
                    node(note, &mut notes);
                    lines.push(format!("    ^ {}", notes.join("  ")));
                }
            }
        }
        Node::Group { label, body } => {
            lines.push(format!("--- {label} ---"));
            node(body, lines);
        }
        Node::Scroll { body, .. } => node(body, lines),
        Node::Fill => lines.push("…".to_owned()),
        Node::Control(control) => {
            let off = if control.enabled { "" } else { " (off)" };
            lines.push(format!("{}{off}", kind(&control.kind)));
        }
    }
}

fn kind(kind: &Kind) -> String {
    match kind {
        Kind::Label { text, style } => match style {
            LabelStyle::Heading => format!("# {text}"),
            LabelStyle::Warning => format!("! {text}"),
            LabelStyle::Quiet => format!("({text})"),
            _ => text.clone(),
        },
        Kind::Text { text, .. } => text.clone(),
        Kind::Edit { text, style: EditStyle::ReadOnly } => format!("“{text}”"),
        Kind::Edit { text, .. } => format!("[{}]", text.replace('\n', "⏎")),
        Kind::Check { label, on } => format!("{} {label}", if *on { "☑" } else { "☐" }),
        Kind::Combo { choices, chosen } => {
            format!("[{} ▾]", chosen.and_then(|chosen| choices.get(chosen)).cloned().unwrap_or_default())
        }
        Kind::Button { label, weight } => match weight {
            Weight::Default => format!("<<{label}>>"),
            Weight::Cancel | Weight::Plain => format!("<{label}>"),
        },
        Kind::Link { label } => label.clone(),
        Kind::List(list) => {
            let row = |row: &window::view::Row| {
                let mark = if list.selected.as_ref() == Some(&row.key) { "▸" } else { " " };
                format!("{mark} {}", row.cells.join(" | "))
            };
            let titles: Vec<&str> = list.columns.iter().map(|column| column.title.as_str()).collect();
            let rows: Vec<String> = list.rows.iter().map(row).collect();
            format!("  {}\n{}", titles.join(" | "), rows.join("\n"))
        }
        Kind::Progress(Bar::Thousandths(part)) => format!("▒ {part} ‰"),
        Kind::Progress(_) => "▒".to_owned(),
        Kind::Picture { .. } => "(picture)".to_owned(),
    }
}

//! A view as the row of things that Windows makes for it, in the order in which Tab goes through them. Pure.

use crate::view::{Control, Key, Kind, LabelStyle, Node};

/// A thing that Windows makes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    /// What it is called; where the view gives no name, where it stands.
    pub(crate) id: String,
    /// What it is.
    pub(crate) make: Make,
    /// What a screen reader calls it, where no label stands before it.
    pub(crate) name: Option<String>,
    /// Whether it can be used.
    pub(crate) enabled: bool,
    /// The key that presses it.
    pub(crate) key: Option<Key>,
    /// Which piece it is inside of; `None` for the window itself.
    pub(crate) panel: Option<usize>,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Make {
    /// A control.
    Kind(Kind),
    /// A frame with a heading around others.
    Frame(String),
    /// What scrolls others.
    Panel,
}

impl Make {
    /// Whether one can become the other without being made anew.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Frame(_), Self::Frame(_)) | (Self::Panel, Self::Panel) => true,
            (Self::Kind(one), Self::Kind(other)) => is_like(one, other),
            _ => false,
        }
    }
}

fn is_like(one: &Kind, other: &Kind) -> bool {
    match (one, other) {
        (Kind::Label { style: one, .. }, Kind::Label { style: other, .. }) => {
            (*one == LabelStyle::Caption) == (*other == LabelStyle::Caption)
        }
        (Kind::Edit { style: one, .. }, Kind::Edit { style: other, .. }) => one == other,
        (Kind::List(one), Kind::List(other)) => one.style == other.style && one.columns == other.columns,
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// The pieces of a view, in its order; [`place`](crate::layout::place) gives their places in the same order.
pub(crate) fn pieces(body: &Node) -> Vec<Piece> {
    let mut found = Vec::new();
    collect(body, "", None, &mut found);
    found
}

fn collect(node: &Node, path: &str, panel: Option<usize>, found: &mut Vec<Piece>) {
    let mut add = |id: String, make: Make| {
        found.push(Piece { id, make, name: None, enabled: true, key: None, panel });
        found.len() - 1
    };
    match node {
        Node::Column(nodes) | Node::Row(nodes) => {
            for (number, node) in nodes.iter().enumerate() {
                collect(node, &format!("{path}/{number}"), panel, found);
            }
        }
        Node::Form(lines) => {
            for (number, line) in lines.iter().enumerate() {
                let path = format!("{path}/{number}");
                let caption = Kind::Label { text: line.label.clone(), style: LabelStyle::Caption };
                let make = Make::Kind(caption);
                found.push(Piece {
                    id: format!("{path}/label"),
                    make,
                    name: None,
                    enabled: true,
                    key: None,
                    panel,
                });
                collect(&line.field, &format!("{path}/field"), panel, found);
                if let Some(note) = &line.note {
                    collect(note, &format!("{path}/note"), panel, found);
                }
            }
        }
        Node::Group { label, body } => {
            add(path.to_owned(), Make::Frame(label.clone()));
            collect(body, &format!("{path}/body"), panel, found);
        }
        Node::Scroll { id, body } => {
            let own = add(id.clone(), Make::Panel);
            collect(body, &format!("{path}/body"), Some(own), found);
        }
        Node::Fill => {}
        Node::Control(Control { id, kind, enabled, name, key, .. }) => {
            let id = if id.is_empty() { path.to_owned() } else { id.clone() };
            let make = Make::Kind(kind.clone());
            found.push(Piece { id, make, name: name.clone(), enabled: *enabled, key: *key, panel });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Make, pieces};
    use crate::view::{EditStyle, FormLine, Kind, LabelStyle, Node, Weight};

    #[test]
    fn pieces_come_in_the_order_of_the_keyboard() {
        let field = Node::edit("name", "", EditStyle::Line);
        let note = Some(Node::label("It is missing.", LabelStyle::Warning));
        let form = Node::Form(vec![FormLine { label: "&Name:".to_owned(), field, note }]);
        let scroll = Node::Scroll { id: "scroll".to_owned(), body: Box::new(form) };
        let button = Node::button("save", "&Save", Weight::Default);
        let found = pieces(&Node::Column(vec![scroll, Node::Fill, button]));
        let ids: Vec<(&str, Option<usize>)> =
            found.iter().map(|piece| (piece.id.as_str(), piece.panel)).collect();
        let expected = [
            ("scroll", None),
            ("/0/body/0/label", Some(0)),
            ("name", Some(0)),
            ("/0/body/0/note", Some(0)),
            ("save", None),
        ];
        assert_eq!(ids, expected);
    }

    #[test]
    fn what_differs_in_its_text_only_is_not_made_anew() {
        let check = |one: Kind, other: Kind, expected: bool| {
            assert_eq!(
                Make::Kind(one.clone()).is_like(&Make::Kind(other.clone())),
                expected,
                "{one:?} {other:?}"
            );
        };
        let label = |text: &str, style| Kind::Label { text: text.to_owned(), style };
        let edit = |style| Kind::Edit { text: String::new(), style };
        check(label("a", LabelStyle::Plain), label("b", LabelStyle::Strong), true);
        check(label("a", LabelStyle::Plain), label("a", LabelStyle::Caption), false);
        check(edit(EditStyle::Line), edit(EditStyle::Password), false);
        check(edit(EditStyle::Line), edit(EditStyle::Line), true);
        check(edit(EditStyle::Line), label("", LabelStyle::Plain), false);
        assert!(!Make::Panel.is_like(&Make::Frame(String::new())));
    }
}

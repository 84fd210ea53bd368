//! A view as the row of things that Windows makes for it, in the order in which Tab goes through them. Pure.

use crate::view::{Control, Key, Kind, LabelStyle, Node, Voice};

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
    /// How it reaches who does not see it.
    pub(crate) voice: Voice,
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

impl Piece {
    /// Whether Tab stops at it only to have it read.
    pub(crate) fn is_read(&self) -> bool {
        self.voice != Voice::Beside && matches!(self.make, Make::Kind(Kind::Label { .. }))
    }

    /// Whether it is to be read aloud now; `before` is what was there in its place.
    pub(crate) fn speaks(&self, before: Option<&Self>) -> bool {
        let said = |piece: &Self| match &piece.make {
            Make::Kind(Kind::Label { text, .. }) => (piece.voice, piece.name.clone(), text.clone()),
            _ => (Voice::Beside, None, String::new()),
        };
        let own = said(self);
        let is_text = !own.2.trim().is_empty();
        self.voice == Voice::Spoken && is_text && before.map(said) != Some(own)
    }
}

/// How a box is to be ticked; `None` if it stays as the person left it, since the program means the same as before.
pub(crate) fn new_tick(before: Option<&Kind>, now: bool) -> Option<bool> {
    (!matches!(before, Some(Kind::Check { on, .. }) if *on == now)).then_some(now)
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
        found.push(Piece { id, make, name: None, enabled: true, key: None, voice: Voice::Beside, panel });
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
                found.push(Piece {
                    id: format!("{path}/label"),
                    make: Make::Kind(caption),
                    name: None,
                    enabled: true,
                    key: None,
                    voice: Voice::Beside,
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
        Node::Control(Control { id, kind, enabled, name, key, voice, .. }) => {
            let id = if id.is_empty() { path.to_owned() } else { id.clone() };
            let make = Make::Kind(kind.clone());
            let (name, enabled, key, voice) = (name.clone(), *enabled, *key, *voice);
            found.push(Piece { id, make, name, enabled, key, voice, panel });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Make, Piece, new_tick, pieces};
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

    #[test]
    fn a_box_stays_as_the_person_left_it_until_the_program_means_something_else() {
        let check = |before: Option<bool>, now: bool, expected: Option<bool>| {
            let before = before.map(|on| Kind::Check { label: "&Keep".to_owned(), on });
            assert_eq!(new_tick(before.as_ref(), now), expected, "{before:?} {now}");
        };
        check(None, false, Some(false));
        check(None, true, Some(true));
        check(Some(false), false, None);
        check(Some(true), true, None);
        check(Some(false), true, Some(true));
        check(Some(true), false, Some(false));
    }

    #[test]
    fn what_is_spoken_is_so_when_it_comes_and_when_it_is_another_one() {
        let piece = |node: Node| -> Piece { pieces(&node).remove(0) };
        let label = |text: &str| Node::label(text, LabelStyle::Heading);
        let check = |before: Option<Node>, now: Node, expected: bool| {
            let (before, now) = (before.map(piece), piece(now));
            assert_eq!(now.speaks(before.as_ref()), expected, "{before:?} {now:?}");
        };
        check(None, label("Ready.").spoken(), true);
        check(Some(label("Ready.").spoken()), label("Ready.").spoken(), false);
        check(Some(label("Looking.").spoken()), label("Ready.").spoken(), true);
        check(Some(label("Ready.").reached()), label("Ready.").spoken(), true);
        check(Some(label("Ready.").spoken()), label("Ready.").called("Notes: Ready.").spoken(), true);
        check(None, label("Ready.").reached(), false);
        check(None, label(" ").spoken(), false);
        check(None, label("Ready."), false);
    }

    #[test]
    fn tab_stops_at_labels_only_where_they_are_to_be_read() {
        let check = |node: Node, expected: bool| {
            assert_eq!(pieces(&node)[0].is_read(), expected, "{node:?}");
        };
        check(Node::label("Ready.", LabelStyle::Plain), false);
        check(Node::label("Ready.", LabelStyle::Plain).reached(), true);
        check(Node::label("Ready.", LabelStyle::Plain).spoken(), true);
        check(Node::button("next", "Next", Weight::Plain), false);
    }
}

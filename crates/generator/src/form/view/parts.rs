//! Small pieces that the pictures are put together from.

use text::{Language, Message, message};
use window::view::{EditStyle, FormLine, Kind, LabelStyle, Node, Weight};

/// Sentences in a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words(pub(super) Language);

impl Words {
    pub(super) fn say(self, message: &Message) -> String {
        message.say(self.0)
    }

    pub(super) fn button(self, id: &str, label: &Message, weight: Weight) -> Node {
        Node::button(id, self.say(label), weight)
    }

    pub(super) fn label(self, text: &Message, style: LabelStyle) -> Node {
        Node::label(self.say(text), style)
    }

    /// A line of a form with a field.
    pub(super) fn line(self, label: &Message, field: Node, note: Option<Node>) -> FormLine {
        FormLine { label: self.say(label), field, note }
    }

    /// A line of a form with something that can be read and copied only.
    pub(super) fn fact(self, id: &str, label: &Message, text: impl Into<String>) -> FormLine {
        let label = message!("generator-window-fact", label = label.clone());
        self.line(&label, Node::edit(id, text, EditStyle::ReadOnly), None)
    }

    pub(super) fn check(self, id: &str, label: &Message, on: Option<bool>) -> Node {
        Kind::Check { label: self.say(label), on: on.unwrap_or_default() }.named(id).only_if(on.is_some())
    }
}

/// What can be used only while something holds.
pub(super) trait Usable {
    fn only_if(self, holds: bool) -> Self;
}

impl Usable for Node {
    fn only_if(self, holds: bool) -> Self {
        if holds { self } else { self.disabled() }
    }
}

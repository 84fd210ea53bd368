//! What the windows show, made of the screen: words in the reader's language, in the places where they stand. Pure.

mod about;
mod history;
mod settings;
mod updates;

use client::screen::{Button, Enabled, Side, Weight};
use text::{Language, Message};
use window::view::{LabelStyle, Node, View};

pub(crate) use self::about::about;
pub(crate) use self::history::history;
pub(crate) use self::settings::{
    AUTOMATIC, CHECKING, INTERVAL, LANGUAGE, PROXY, PROXY_ADDRESS, PROXY_AT, PROXY_NONE, PROXY_SYSTEM,
    SERVER, START, settings,
};
use self::updates::HEADING;
pub(crate) use self::updates::{KEEP, LINK, PASSWORD, USER, row_key, updates};

/// What the table of a window is called.
pub(crate) const TABLE: &str = "table";
/// What is said of what was just done.
const NOTE: &str = "note";

/// The buttons of a window, each on its side.
fn buttons(buttons: &[Button], language: Language) -> Node {
    let of = |side: Side| {
        buttons.iter().filter(move |button| button.side == side).map(move |own| button(own, language))
    };
    Node::Row(of(Side::Start).chain([Node::Fill]).chain(of(Side::End)).collect())
}

fn button(button: &Button, language: Language) -> Node {
    let weight = match button.weight {
        Weight::Default => window::view::Weight::Default,
        Weight::Cancel => window::view::Weight::Cancel,
        Weight::Plain => window::view::Weight::Plain,
    };
    let made = Node::button(button.id(), button.label.say(language), weight);
    if button.enabled == Enabled::Yes { made } else { made.disabled() }
}

/// The button that a name stands for.
pub(crate) fn pressed<'a>(id: &str, buttons: &'a [Button]) -> Option<&'a Button> {
    buttons.iter().find(|button| button.id() == id)
}

/// A view with a sentence above its buttons about what was just done.
pub(crate) fn with_note(mut view: View, note: &Message, language: Language) -> View {
    if let Node::Column(nodes) = &mut view.body {
        let label = Node::label(note.say(language), LabelStyle::Plain).with_id(NOTE).spoken();
        nodes.insert(nodes.len().saturating_sub(1), label);
    }
    view
}

fn say(messages: &[Message], language: Language) -> Vec<String> {
    messages.iter().map(|message| message.say(language)).collect()
}

#[cfg(test)]
mod tests;

//! The window that says what this program is.

use client::screen::AboutPage;
use text::{Language, message};
use window::view::{Kind, LabelStyle, Node, View};

use super::{HEADING, buttons};

/// The width of the program's icon, in 96ths of an inch.
const ICON_SIZE: i32 = 48;

/// What the window shows.
pub(crate) fn about(page: &AboutPage, language: Language) -> View {
    let mut lines =
        vec![Node::label(page.heading.say(language), LabelStyle::Heading).with_id(HEADING).reached()];
    lines.extend(page.lines.iter().map(|line| Node::label(line.say(language), LabelStyle::Plain).reached()));
    let picture = Kind::Picture { ico: None, size: ICON_SIZE }.unnamed();
    let row = Node::Row(vec![picture, Node::Column(lines)]);
    View {
        title: message!("face-about-title").say(language),
        page: "about".to_owned(),
        focus: Some(HEADING.to_owned()),
        body: Node::Column(vec![row, Node::Fill, buttons(&page.buttons, language)]),
    }
}

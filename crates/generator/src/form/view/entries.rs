//! The list of products, with what can be done to it.

use catalog::xml::{Direction, Placed};
use catalog::{Importance, Product};
use text::{Message, message};
use window::view::{Align, Column, Key, Kind, LabelStyle, List, ListStyle, Node, Row, Weight};

use super::id;
use super::parts::{Usable as _, Words};
use crate::form::Editor;

/// How wide the list is, in 96ths of an inch.
const WIDTH: i32 = 380;
/// How many rows of the list are seen at least.
const LINES_MIN: u16 = 8;

impl Editor {
    pub(super) fn entries(&self, words: Words) -> Node {
        let title = |title: Message, grows| Column { title: words.say(&title), align: Align::Start, grows };
        let columns = vec![
            title(message!("generator-window-column-name"), true),
            title(message!("generator-window-column-version"), false),
            title(message!("generator-window-column-platform"), false),
            title(message!("generator-window-column-importance"), false),
        ];
        let rows = self.catalog.places().iter().enumerate().map(|(place, placed)| row(place, placed, words));
        let list = List {
            columns,
            rows: rows.collect(),
            selected: self.selected.map(|place| place.to_string()),
            style: ListStyle::Plain,
            lines: LINES_MIN,
        };
        let is_free = self.busy.is_none();
        let can_shift =
            |direction| is_free && self.selected.is_some_and(|place| self.can_shift(place, direction));
        let button = |id, label: Message| words.button(id, &label, Weight::Plain);
        let buttons = vec![
            button(id::ADD, message!("generator-window-add")).only_if(is_free),
            button(id::REMOVE, message!("generator-window-remove-button"))
                .only_if(is_free && self.selected.is_some())
                .pressed_by(Key::Delete),
            button(id::UP, message!("generator-window-up"))
                .only_if(can_shift(Direction::Up))
                .pressed_by(Key::AltUp),
            button(id::DOWN, message!("generator-window-down"))
                .only_if(can_shift(Direction::Down))
                .pressed_by(Key::AltDown),
        ];
        Node::Column(vec![
            words.label(&message!("generator-window-products"), LabelStyle::Caption),
            Kind::List(list).named(id::ENTRIES).wide(WIDTH).only_if(is_free || !self.is_edited()),
            words.label(&self.summary(), LabelStyle::Quiet),
            Node::Row(buttons),
        ])
    }

    fn summary(&self) -> Message {
        let places = self.catalog.places();
        let with_problems = places.iter().filter(|placed| !placed.problems.is_empty()).count();
        if places.is_empty() {
            return message!("generator-window-empty");
        }
        message!("generator-window-summary", products = places.len(), problems = with_problems)
    }
}

fn row(place: usize, placed: &Placed, words: Words) -> Row {
    let name = &placed.entry.name;
    let name = match (&placed.product, placed.problems.is_empty()) {
        (None, _) => words.say(&message!("generator-window-row-damaged", product = name)),
        (Some(_), false) => words.say(&message!("generator-window-row-problem", product = name)),
        (Some(_), true) => name.clone(),
    };
    let known = |text: fn(&Product, Words) -> String| {
        placed.product.as_ref().map(|product| text(product, words)).unwrap_or_default()
    };
    let cells = vec![
        name,
        placed.entry.version.clone(),
        known(|product, _| product.platform.map(|platform| platform.to_string()).unwrap_or_default()),
        known(|product, words| words.say(&importance(product.importance))),
    ];
    Row { key: place.to_string(), cells, tick: None, ico: None }
}

/// An importance in a word.
pub(super) fn importance(importance: Importance) -> Message {
    match importance {
        Importance::Low => message!("generator-importance-low"),
        Importance::Medium => message!("generator-importance-medium"),
        Importance::High => message!("generator-importance-high"),
    }
}

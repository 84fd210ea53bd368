//! The picture of the window: what the editor knows, as controls in a language.

mod details;
mod entries;
mod parts;

use text::{Language, message};
use window::view::{Key, LabelStyle, Node, View, Weight};

use self::parts::{Usable as _, Words};
use super::Editor;
use super::command::Field;
use super::editor::Busy;
use super::question::Question;

pub(super) use self::details::{IMPORTANCES, field_id, switch_id};

/// What the controls are called that a person presses, beside those of `details` and `entries`.
pub(super) mod id {
    pub(in crate::form) const NEW: &str = "new";
    pub(in crate::form) const OPEN: &str = "open";
    pub(in crate::form) const SAVE: &str = "save";
    pub(in crate::form) const SAVE_AS: &str = "save-as";
    pub(in crate::form) const ADD: &str = "add";
    pub(in crate::form) const REMOVE: &str = "remove";
    pub(in crate::form) const UP: &str = "up";
    pub(in crate::form) const DOWN: &str = "down";
    pub(in crate::form) const ENTRIES: &str = "entries";
    pub(in crate::form) const PACKAGE: &str = "package";
    pub(in crate::form) const STOP: &str = "stop";
    pub(in crate::form) const STOP_WAITING: &str = "stop-waiting";
    pub(in crate::form) const READ_AGAIN: &str = "read-again";
    pub(in crate::form) const ICON: &str = "choose-icon";
    pub(in crate::form) const NO_ICON: &str = "remove-icon";
    pub(in crate::form) const IMPORTANCE: &str = "importance";
    pub(in crate::form) const PUT_IN: &str = "put-in";
    pub(in crate::form) const DISCARD: &str = "discard";
    pub(in crate::form) const PREVIEW: &str = "preview";
    /// What the ids of answers begin with; their number follows.
    pub(in crate::form) const ANSWER: &str = "answer-";
}

impl Editor {
    /// What the window shows, in a language.
    #[must_use]
    pub fn view(&self, language: Language) -> View {
        let words = Words(language);
        let title = words.say(&self.title());
        match &self.question {
            Some(question) => View {
                title,
                page: format!("question {question:?}"),
                focus: Some(format!("{}{}", id::ANSWER, safe_place(question))),
                body: self::question(question, words),
            },
            None => View { title, page: self.page(), focus: self.focus(), body: self.body(words) },
        }
    }

    fn title(&self) -> text::Message {
        let name = self.catalog.path().and_then(|path| path.file_name());
        let changed = if self.is_changed() { "*" } else { "" };
        match name {
            Some(name) => {
                message!(
                    "generator-window-title",
                    file = name.to_string_lossy().into_owned(),
                    changed = changed
                )
            }
            None => message!("generator-window-title-new", changed = changed),
        }
    }

    /// Another page for each package, so that the focus goes to what is to be typed; one for all entries, so that it stays in the list.
    fn page(&self) -> String {
        match (self.number(), self.selected) {
            (Some(number), _) => format!("package {number}"),
            (None, Some(_)) => "entries".to_owned(),
            (None, None) => "nothing".to_owned(),
        }
    }

    fn focus(&self) -> Option<String> {
        self.number().map(|_| field_id(Field::Url).to_owned())
    }

    fn body(&self, words: Words) -> Node {
        let enabled = self.busy.is_none();
        let button =
            |id: &str, label: text::Message| words.button(id, &label, Weight::Plain).only_if(enabled);
        let mut bottom = vec![
            button(id::NEW, message!("generator-window-new")).pressed_by(Key::Ctrl('N')),
            button(id::OPEN, message!("generator-window-open")).pressed_by(Key::Ctrl('O')),
            Node::Fill,
            button(id::SAVE, message!("generator-window-save")).pressed_by(Key::Ctrl('S')),
            button(id::SAVE_AS, message!("generator-window-save-as")),
        ];
        if self.busy.is_some() {
            let stop = message!("generator-window-stop-waiting");
            bottom.insert(3, words.button(id::STOP_WAITING, &stop, Weight::Plain));
        }
        let status = match (&self.status, &self.busy) {
            (Some(status), _) => words.say(status),
            (None, Some(Busy::Saving)) => words.say(&message!("generator-window-saving")),
            (None, Some(Busy::Opening { path, .. })) => {
                words.say(&message!("generator-hashing", file = path.display()))
            }
            (None, None) => String::new(),
        };
        Node::Column(vec![
            Node::Row(vec![self.entries(words), self.details(words)]),
            Node::label(status, LabelStyle::Plain),
            Node::Row(bottom),
        ])
    }
}

fn safe_place(question: &Question) -> usize {
    let safe = question.safe_answer();
    question.answers().iter().position(|(answer, _)| *answer == safe).unwrap_or_default()
}

fn question(question: &Question, words: Words) -> Node {
    let answers = question.answers();
    let last = answers.len() - 1;
    let safe = safe_place(question);
    let mut buttons = Vec::new();
    for (place, (_, label)) in answers.iter().enumerate() {
        let weight = match place {
            _ if place == safe => Weight::Default,
            _ if place == last => Weight::Cancel,
            _ => Weight::Plain,
        };
        buttons.push(words.button(&format!("{}{place}", id::ANSWER), label, weight));
    }
    Node::Column(vec![
        Node::label(words.say(&question.heading()), LabelStyle::Heading),
        Node::label(words.say(&question.sentence()), LabelStyle::Plain),
        Node::Row(buttons),
        Node::Fill,
    ])
}

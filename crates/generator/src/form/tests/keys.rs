//! No two things in one picture have the same access key.

use std::collections::BTreeMap;

use text::Language;
use window::view::{Kind, LabelStyle, Node};

use super::{Story, TODAY, drive, notes};
use crate::form::Editor;
use crate::form::command::Command;

/// The labels that have an access key, by the key.
fn keys(node: &Node, found: &mut BTreeMap<char, Vec<String>>) {
    let mut add = |label: &str| {
        let key = label.split_once('&').and_then(|(_, behind)| behind.chars().next());
        if let Some(key) = key.and_then(|key| key.to_lowercase().next()) {
            found.entry(key).or_default().push(label.to_owned());
        }
    };
    match node {
        Node::Column(nodes) | Node::Row(nodes) => nodes.iter().for_each(|node| keys(node, found)),
        Node::Form(lines) => {
            for line in lines {
                keys_of_line(&line.label, &line.field, found);
            }
        }
        Node::Group { body, .. } | Node::Scroll { body, .. } => keys(body, found),
        Node::Fill => {}
        Node::Control(control) => match &control.kind {
            Kind::Label { text, style: LabelStyle::Caption } => add(text),
            Kind::Check { label, .. } | Kind::Button { label, .. } => add(label),
            _ => {}
        },
    }
}

fn keys_of_line(label: &str, field: &Node, found: &mut BTreeMap<char, Vec<String>>) {
    keys(&Node::label(label, LabelStyle::Caption), found);
    keys(field, found);
}

#[test]
fn no_two_things_in_one_picture_have_the_same_access_key() {
    let check = |editor: &Editor, least: usize| {
        for language in [Language::English, Language::German] {
            let mut found = BTreeMap::new();
            keys(&editor.view(language).body, &mut found);
            let twice: Vec<_> = found.values().filter(|labels| labels.len() > 1).collect();
            assert!(twice.is_empty(), "{language:?} {twice:?}");
            assert!(found.len() >= least, "{language:?} {found:?}");
        }
    };
    check(&Editor::new(TODAY), 5);
    let mut story = Story::with(&[notes("1.0.0"), drive()]);
    check(&story.0, 20);
    story.ask(Command::Remove);
    check(&story.0, 1);
    let mut story = Story::with(&[notes("1.0.0"), drive()]);
    let _ = story.read("Mail", "1.0.0", 'C');
    check(&story.0, 20);
    story.ask(Command::StopReading);
    check(&story.0, 20);
    story.ask(Command::Close);
    check(&story.0, 2);
    let mut story = Story::new();
    story.ask(Command::OpenFile("slow.xml".into()));
    check(&story.0, 5);
}

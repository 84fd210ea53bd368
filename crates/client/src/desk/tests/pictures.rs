//! Every state as text, in every language; and whether it fits, and all of its sentences are there.

use std::collections::BTreeSet;
use std::path::Path;

use catalog::report::OutcomeKind;
use text::{Language, Message, message};

use super::rendering::render;
use super::scenes_counted::COUNTED;
use super::scenes_installing::{INSTALLING, result};
use super::scenes_looking::LOOKING;
use super::stage::{Stage, failed, stopped};
use crate::desk::{Command, Task};
use crate::screen::{MenuEntry, Page, Screen};

/// A state's name, and how it comes about.
pub(super) type Scene = (&'static str, fn(Language) -> Stage);

/// All states.
pub(super) fn scenes() -> impl Iterator<Item = &'static Scene> {
    LOOKING.iter().chain(INSTALLING).chain(COUNTED)
}

fn looked_at(test: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/desk/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(test);
}

#[test]
fn every_state_looks_as_it_was_looked_at() {
    looked_at(|| {
        for (name, scene) in scenes() {
            let text = |language: &Language| render(&scene(*language).desk.screen());
            let (complete, further): (Vec<_>, Vec<_>) =
                Language::ALL.iter().partition(|language| Language::COMPLETE.contains(language));
            let joined =
                |languages: Vec<&Language>| languages.into_iter().map(text).collect::<Vec<_>>().join("\n");
            insta::assert_snapshot!(*name, joined(complete));
            insta::assert_snapshot!(format!("{name}-in-the-other-languages"), joined(further));
        }
    });
}

#[test]
fn no_window_speaks_of_a_command_line_or_of_files_that_nobody_knows() {
    for language in Language::ALL {
        for (name, scene) in scenes() {
            let text = render(&scene(language).desk.screen());
            for word in [" --", "oxupdate", "update.xml"] {
                assert!(!text.contains(word), "{language} {name}: {text}");
            }
        }
    }
}

#[test]
fn what_is_copied_says_all_that_the_help_desk_asks_for() {
    let copied = |mut stage: Stage, command: Command| {
        let tasks = stage.command(command);
        let [Task::Copy(text)] = tasks.as_slice() else { panic!("{tasks:?}") };
        text.clone()
    };
    let results = |language| {
        let busy = stopped(1, OutcomeKind::Busy, message!("outcome-busy"));
        copied(result(language, [failed(), busy], None), Command::CopyDetails)
    };
    let scene = |wanted: &str, language| {
        let (_, scene) = scenes().find(|(name, _)| *name == wanted).unwrap();
        scene(language)
    };
    let refused = |language| copied(scene("trouble-though-there-is-a-list", language), Command::CopyDetails);
    let history = |language| copied(scene("history", language), Command::CopyHistory);
    looked_at(|| {
        insta::assert_snapshot!("copied-results", Language::COMPLETE.map(results).join("\n"));
        insta::assert_snapshot!("copied-trouble", Language::COMPLETE.map(refused).join("\n"));
        insta::assert_snapshot!("copied-history", Language::COMPLETE.map(history).join("\n"));
    });
}

/// The sentences that a screen says, each by what it is, with those inside of it: all ids that its text form would show.
fn ids(screen: &Screen) -> BTreeSet<String> {
    let shown = format!("{screen:?}");
    let of_messages = shown.split("Message { id: \"").skip(1);
    of_messages.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn each_language_has_all_that_is_said() {
    let mut missing = BTreeSet::new();
    for language in Language::ALL {
        for (_, scene) in scenes() {
            let ids = ids(&scene(language).desk.screen());
            assert!(ids.len() > 5, "a screen says something: {ids:?}");
            missing.extend(
                ids.into_iter().filter(|id| !text::knows(language, id)).map(|id| (language.tag(), id)),
            );
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn all_fits_where_windows_cuts_off_and_no_two_buttons_have_the_same_key() {
    for language in Language::ALL {
        for (name, scene) in scenes() {
            let screen = scene(language).desk.screen();
            let check = |message: &Message, length_max: usize| {
                let said = message.say(language);
                assert!(said.chars().count() <= length_max, "{language} {name}: {said}");
            };
            check(&screen.tray.tooltip, 127);
            if let Some(balloon) = &screen.balloon {
                check(&balloon.title, 63);
                check(&balloon.text, 255);
            }
            let menu = screen.tray.menu.iter().filter_map(|entry| match entry {
                MenuEntry::Choice(choice) => Some(&choice.label),
                MenuEntry::Separator => None,
            });
            let updates =
                screen.updates.iter().flat_map(|updates| &updates.buttons).map(|button| &button.label);
            let of_updates = screen.updates.iter().flat_map(|updates| &updates.buttons);
            let ids: Vec<_> = of_updates.map(crate::screen::Button::id).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: {ids:?}");
            let link = screen.updates.iter().filter_map(|updates| match &updates.page {
                Page::List(list) => Some(&list.details.as_ref()?.link.as_ref()?.label),
                Page::SignIn(page) => page.keep.as_ref(),
                _ => None,
            });
            different_keys(name, language, &menu.collect::<Vec<_>>());
            different_keys(name, language, &updates.chain(link).collect::<Vec<_>>());
        }
    }
}

fn different_keys(scene: &str, language: Language, labels: &[&Message]) {
    let mut keys = BTreeSet::new();
    for label in labels {
        let said = label.say(language);
        if let Some((_, behind)) = said.split_once('&') {
            let key = behind.chars().next().unwrap().to_lowercase().to_string();
            assert!(keys.insert(key), "{language} {scene}: the key of “{said}” is there twice");
        }
    }
}

//! Nothing is lost without a question.

use super::{Story, drive, notes};
use crate::form::command::{Answer, Command, Expected, Field, FileKind, News, NotSaved, Save, Task};
use crate::form::fixture::{digests, metadata};
use crate::form::question::Question;

#[test]
fn nothing_is_lost_without_a_question() {
    let check = |change: &dyn Fn(&mut Story), command: Command, asked: bool| {
        let mut story = Story::with(&[notes("1.0.0"), drive()]);
        change(&mut story);
        story.ask(command.clone());
        assert_eq!(story.0.question.is_some(), asked, "{command:?}");
        if asked {
            let (before, draft) = (story.document(), story.0.draft.clone().unwrap().fields);
            story.answer(Answer::Cancel);
            assert_eq!(
                (story.document(), story.0.draft.clone().unwrap().fields),
                (before, draft),
                "{command:?}"
            );
        }
    };
    let typed = |story: &mut Story| story.type_in(Field::Name, "Other");
    let listed = |story: &mut Story| {
        story.type_in(Field::Name, "Other");
        story.ask(Command::PutIn);
    };
    let package = |story: &mut Story| story.take("Mail", "1.0.0", 'C');
    let nothing = |_: &mut Story| ();
    let all = [
        Command::New,
        Command::Open,
        Command::OpenFile("b.xml".into()),
        Command::Close,
        Command::EndSession,
        Command::Drop(vec!["B.XML".into()]),
    ];
    for command in all {
        check(&nothing, command.clone(), false);
        check(&typed, command.clone(), true);
        check(&listed, command.clone(), true);
        check(&package, command, true);
    }
    check(&typed, Command::Select(1), true);
    check(&typed, Command::Select(0), false);
    check(&listed, Command::Select(1), false);
    check(&package, Command::Select(0), true);
    check(&typed, Command::TakePackage("c.msi".into()), true);
    check(&package, Command::TakePackage("c.msi".into()), true);
    check(&package, Command::Drop(vec!["c.msi".into()]), true);
    check(&package, Command::TakePackage("mail-1.0.0.msi".into()), false);
    check(&package, Command::ReadAgain, false);
    check(&package, Command::Remove, true);
    check(&listed, Command::Drop(vec!["c.msi".into()]), false);
}

#[test]
fn another_package_inherits_nothing_from_the_one_before() {
    let mut story = Story::new();
    story.take("Notes", "1.0.0", 'A');
    story.type_in(Field::Name, "My Notes");
    story.type_in(Field::Url, "https://a.example/notes-1.0.0.msi");
    assert_eq!(story.ask(Command::TakePackage("drive-1.0.0.msi".into())), []);
    assert!(matches!(story.answer(Answer::Discard)[..], [Task::ReadPackage { .. }]));
    let number = story.0.numbers;
    let read = Ok(Box::new((metadata("Drive", "1.0.0", 'B'), 1_000)));
    story.0.hear(News::PackageRead { number, read });
    let fields = &story.0.draft.as_ref().unwrap().fields;
    assert_eq!((fields.text(Field::Name), fields.text(Field::Url)), ("Drive", ""));
}

#[test]
fn removing_an_entry_leaves_the_package_in_the_fields_alone() {
    let mut story = Story::with(&[notes("1.0.0"), drive()]);
    story.ask(Command::Select(1));
    let number = story.read("Mail", "1.0.0", 'C');
    story.type_in(Field::Url, "mail.msi");
    for left in [1_usize, 0] {
        assert_eq!(story.ask(Command::Remove), []);
        assert_eq!(story.answer(Answer::Remove), []);
        assert_eq!((story.names().len(), story.0.selected), (left, left.checked_sub(1)));
    }
    story.0.hear(News::Digested { number, digests: Ok(digests("Mail", "1.0.0")) });
    story.ask(Command::PutIn);
    assert_eq!(story.names(), ["Mail"]);
    assert!(story.document().contains("<URL>mail.msi</URL>"));
}

#[test]
fn the_session_is_held_as_long_as_something_would_be_lost() {
    let mut story = Story::with(&[notes("1.0.0")]);
    assert_eq!((story.0.holds_session(), story.ask(Command::EndSession)), (None, vec![Task::End]));
    story.type_in(Field::Name, "Other");
    assert!(story.0.holds_session().is_some());
    assert_eq!(story.ask(Command::EndSession), []);
    assert!(story.sketch().contains("Save the changes?"), "{}", story.sketch());
    story.ask(Command::KeepSession);
    assert_eq!((&story.0.question, story.0.is_changed()), (&None, true), "the session goes on");
    story.ask(Command::Close);
    story.ask(Command::KeepSession);
    assert!(story.0.question.is_some(), "the person has asked for that");
    story.answer(Answer::Cancel);
    story.ask(Command::EndSession);
    let tasks = story.answer(Answer::Save);
    assert!(story.0.holds_session().is_some(), "as long as it is written");
    assert_eq!(story.saved(tasks), [Task::End]);
    assert_eq!(story.0.holds_session(), None);
}

#[test]
fn saving_first_goes_on_with_what_was_asked_for() {
    let mut story = Story::with(&[notes("1.0.0")]);
    story.type_in(Field::Name, "Other");
    story.ask(Command::Close);
    let tasks = story.answer(Answer::Save);
    assert!(story.document().contains("<Name>Other</Name>"), "what is in the fields is saved, too");
    assert_eq!(story.saved(tasks), [Task::End]);

    let mut story = Story::new();
    story.take("Notes", "1.0.0", 'A');
    story.type_in(Field::Url, "x.msi");
    story.ask(Command::Close);
    assert_eq!(story.answer(Answer::Save), [Task::Ask(FileKind::CatalogToSave)]);
    let tasks = story.ask(Command::SaveTo("new.xml".into()));
    assert!(matches!(&tasks[..], [Task::Save(Save { expected: Expected::Anything, .. })]), "{tasks:?}");
    assert_eq!(story.saved(tasks), [Task::End]);

    let mut story = Story::with(&[notes("1.0.0")]);
    story.type_in(Field::Url, "");
    story.ask(Command::Close);
    assert_eq!(story.answer(Answer::Save), [], "what is wrong is not saved");
    assert!(story.status().contains("URL: It is empty."), "{}", story.status());
    story.ask(Command::Close);
    assert_eq!(story.answer(Answer::DoNotSave), [Task::End]);
}

#[test]
fn a_choice_that_was_given_up_is_forgotten() {
    let mut story = Story::new();
    story.take("Notes", "1.0.0", 'A');
    story.type_in(Field::Url, "x.msi");
    story.ask(Command::Close);
    assert_eq!(story.answer(Answer::Save), [Task::Ask(FileKind::CatalogToSave)]);
    story.ask(Command::ChooseNothing);
    assert_eq!(story.ask(Command::Save), [Task::Ask(FileKind::CatalogToSave)]);
    let tasks = story.ask(Command::SaveTo("new.xml".into()));
    assert_eq!(story.saved(tasks), [], "it does not end");
}

#[test]
fn a_file_that_somebody_else_changed_is_not_overwritten_unasked() {
    let mut story = Story::with(&[notes("1.0.0")]);
    story.type_in(Field::Name, "Other");
    let ask = |story: &mut Story| {
        let tasks = story.ask(Command::Save);
        let Ok([Task::Save(save)]) = <[Task; 1]>::try_from(tasks) else { panic!() };
        assert_eq!(story.ask(Command::New), [], "nothing changes as long as it is written");
        story.0.hear(News::Saved(save, Err(NotSaved::ChangedMeanwhile)));
        assert!(matches!(story.0.question, Some(Question::ChangedMeanwhile { .. })));
    };
    ask(&mut story);
    story.answer(Answer::Cancel);
    assert!(story.0.is_changed());
    ask(&mut story);
    let tasks = story.answer(Answer::Overwrite);
    assert!(matches!(&tasks[..], [Task::Save(Save { expected: Expected::Anything, .. })]), "{tasks:?}");
    assert_eq!(story.saved(tasks), []);
    story.type_in(Field::Name, "Third");
    ask(&mut story);
    assert_eq!(story.answer(Answer::Reload), [Task::Open("update.xml".into())]);
}

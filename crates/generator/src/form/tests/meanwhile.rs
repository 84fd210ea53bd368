//! What happens while files are read and written.

use super::{Story, drive, notes};
use crate::form::command::{Answer, Command, Field, News, NotSaved, Save, Task};
use crate::form::editor::Busy;
use crate::form::fixture::{icon, metadata};
use crate::form::question::Question;
use catalog::xml;

/// A story in which a change is being saved.
fn saving() -> (Story, Save) {
    let mut story = Story::with(&[notes("1.0.0"), drive()]);
    story.type_in(Field::Name, "Other");
    let tasks = story.ask(Command::Save);
    let Ok([Task::Save(save)]) = <[Task; 1]>::try_from(tasks) else { panic!("nothing is saved") };
    (story, save)
}

#[test]
fn what_is_typed_while_the_file_is_written_is_a_change_that_is_not_saved() {
    let (mut story, save) = saving();
    story.type_in(Field::Name, "Third");
    assert_eq!(story.ask(Command::Select(1)), []);
    assert_eq!(story.0.selected, Some(0), "what is typed is not lost to another entry");
    assert_eq!(story.ask(Command::Close), []);
    assert_eq!(story.0.hear(News::Saved(save, Ok(()))), [], "it does not end without a question");
    assert!(matches!(story.0.question, Some(Question::SaveFirst(_))));
    assert!(story.0.is_changed());
    story.answer(Answer::Cancel);
    assert_eq!(story.0.draft.as_ref().unwrap().fields.text(Field::Name), "Third");
}

#[test]
fn closing_while_the_file_is_written_ends_afterwards() {
    let (mut story, save) = saving();
    assert_eq!(story.ask(Command::Select(1)), []);
    assert_eq!(story.0.selected, Some(1));
    assert_eq!(story.ask(Command::Close), []);
    assert_eq!(story.0.hear(News::Saved(save, Ok(()))), [Task::End]);
}

#[test]
fn the_end_of_the_session_while_the_file_is_written_ends_afterwards_unless_it_is_called_off() {
    let (mut story, save) = saving();
    assert_eq!(story.ask(Command::EndSession), []);
    assert_eq!(story.0.hear(News::Saved(save, Ok(()))), [Task::End]);
    let (mut story, save) = saving();
    assert_eq!(story.ask(Command::EndSession), []);
    assert_eq!(story.ask(Command::KeepSession), []);
    assert_eq!(story.0.hear(News::Saved(save, Ok(()))), [], "the session goes on");
    assert_eq!(story.0.question, None);
    let (mut story, save) = saving();
    assert_eq!(story.ask(Command::Close), []);
    assert_eq!(story.ask(Command::KeepSession), []);
    assert_eq!(story.0.hear(News::Saved(save, Ok(()))), [Task::End], "the person still wants to close");
}

#[test]
fn the_end_of_the_session_called_off_in_another_question_ends_nothing_afterwards() {
    let mut story = Story::with(&[notes("2.0.0")]);
    story.take("Notes", "1.0.0", 'A');
    story.type_in(Field::Url, "https://a.example/notes-1.0.0.msi");
    story.ask(Command::EndSession);
    assert_eq!(story.answer(Answer::Save), []);
    assert!(matches!(story.0.question, Some(Question::Newer { .. })), "{:?}", story.0.question);
    assert_eq!(story.ask(Command::KeepSession), []);
    let tasks = story.answer(Answer::Replace);
    assert_eq!(story.saved(tasks), []);
}

#[test]
fn the_end_of_the_session_does_not_wait_for_a_file_that_is_read() {
    let mut story = Story::with(&[notes("1.0.0")]);
    story.ask(Command::OpenFile("slow.xml".into()));
    assert_eq!(story.ask(Command::EndSession), [Task::End]);
    let mut story = Story::with(&[notes("1.0.0")]);
    story.ask(Command::OpenFile("slow.xml".into()));
    story.type_in(Field::Name, "Other");
    assert_eq!(story.ask(Command::EndSession), []);
    assert!(matches!(story.0.question, Some(Question::SaveFirst(_))));
    story.ask(Command::KeepSession);
    assert_eq!((&story.0.question, story.status().as_str()), (&None, ""));
    story.0.hear(News::Opened("slow.xml".into(), Ok(Some(xml::write(&[drive()]).into_bytes()))));
    assert_eq!(story.names(), ["Notes"], "it is read no longer");
}

#[test]
fn another_entry_does_not_change_what_is_waited_for() {
    let (mut story, _) = saving();
    assert_eq!(story.ask(Command::Select(1)), []);
    assert!(story.sketch().contains("Saving…"), "{}", story.sketch());
    let mut story = Story::with(&[notes("1.0.0"), drive()]);
    story.ask(Command::OpenFile("slow.xml".into()));
    assert_eq!(story.ask(Command::Select(1)), []);
    assert!(story.sketch().contains("Reading slow.xml"), "{}", story.sketch());
    assert!(!story.sketch().contains("Saving…"), "{}", story.sketch());
}

#[test]
fn waiting_for_a_file_can_be_stopped() {
    let (mut story, save) = saving();
    story.0.hear(News::Waiting(text::message!("generator-waiting", file = "update.xml")));
    assert!(story.sketch().contains("<Stop waiting>"), "{}", story.sketch());
    assert_eq!(story.ask(Command::Close), []);
    assert_eq!(story.ask(Command::StopWaiting), [Task::GiveUpSaving]);
    assert_eq!(story.0.hear(News::Saved(save, Err(NotSaved::GivenUp))), []);
    assert!(story.status().starts_with("Nothing was saved"), "{}", story.status());
    assert!(story.0.is_changed());

    let mut story = Story::with(&[notes("1.0.0")]);
    let path = || std::path::PathBuf::from("slow.xml");
    story.ask(Command::OpenFile(path()));
    assert_eq!(story.status(), "Reading slow.xml");
    assert_eq!(story.ask(Command::StopWaiting), []);
    story.0.hear(News::Opened(path(), Ok(Some(xml::write(&[drive()]).into_bytes()))));
    assert_eq!(story.names(), ["Notes"], "what comes too late is not taken");
    story.ask(Command::OpenFile(path()));
    assert_eq!(story.ask(Command::Close), [Task::End]);
}

#[test]
fn an_update_xml_that_comes_late_asks_before_it_takes_the_place_of_what_was_typed() {
    let mut story = Story::with(&[notes("1.0.0")]);
    let late = || News::Opened("slow.xml".into(), Ok(Some(xml::write(&[drive()]).into_bytes())));
    story.ask(Command::OpenFile("slow.xml".into()));
    story.type_in(Field::Name, "Other");
    assert_eq!(story.0.hear(late()), []);
    assert!(matches!(story.0.question, Some(Question::SaveFirst(_))));
    assert_eq!(story.answer(Answer::DoNotSave), [Task::Open("slow.xml".into())]);
    story.0.hear(late());
    assert_eq!((story.names(), &story.0.busy), (vec!["Drive".to_owned()], &None::<Busy>));
}

#[test]
fn a_package_that_comes_late_asks_before_it_takes_the_place_of_what_was_typed() {
    let mut story = Story::with(&[notes("1.0.0")]);
    let late = |number| News::PackageRead { number, read: Ok(Box::new((metadata("Mail", "1.0.0", 'C'), 1))) };
    story.ask(Command::TakePackage("slow.msi".into()));
    assert!(story.sketch().contains("Reading slow.msi"), "{}", story.sketch());
    let number = story.0.numbers;
    story.type_in(Field::Name, "Other");
    assert_eq!(story.0.hear(late(number)), [Task::StopReading { number }]);
    assert_eq!(story.0.draft.as_ref().unwrap().fields.text(Field::Name), "Other");
    assert!(matches!(story.0.question, Some(Question::PutInFirst(_))));
    story.answer(Answer::PutIn);
    story.0.hear(late(story.0.numbers));
    assert_eq!(story.0.draft.as_ref().unwrap().fields.text(Field::Name), "Mail");
    assert_eq!(story.names(), ["Other"]);
    story.ask(Command::TakePackage("other.msi".into()));
    story.answer(Answer::Discard);
    let number = story.0.numbers;
    story.type_in(Field::Name, "Third");
    story.ask(Command::Remove);
    story.0.hear(late(number));
    story.answer(Answer::Cancel);
    assert_eq!(story.0.draft.as_ref().unwrap().fields.text(Field::Name), "Third");
    assert!(story.sketch().contains("! other.msi was not taken, because"), "{}", story.sketch());
}

#[test]
fn an_icon_that_comes_late_goes_to_the_entry_that_it_was_chosen_for_or_nowhere() {
    let mut story = Story::with(&[notes("1.0.0"), drive()]);
    let tasks = story.ask(Command::TakeIcon("slow.ico".into()));
    let [Task::ReadIcon { number, .. }] = tasks[..] else { panic!("{tasks:?}") };
    story.ask(Command::Select(1));
    story.0.hear(News::IconRead { number, read: Ok(icon()) });
    assert_eq!(story.0.draft.as_ref().unwrap().fields.icon, None);
}

#[test]
fn what_is_dropped_and_not_taken_is_told() {
    let mut story = Story::new();
    assert_eq!(story.ask(Command::Drop(vec!["a.ico".into()])), []);
    assert!(story.sketch().contains("! a.ico is an icon, and there is no entry"), "{}", story.sketch());
    story.ask(Command::Drop(vec!["a.ico".into(), "b.ico".into()]));
    assert!(story.sketch().contains("! a.ico is an icon, and there is no entry"), "{}", story.sketch());
    story.ask(Command::Drop(vec!["a.msi".into(), "b.msi".into(), "c.msi".into()]));
    let read = Ok(Box::new((metadata("Mail", "1.0.0", 'C'), 1)));
    story.0.hear(News::PackageRead { number: story.0.numbers, read });
    assert!(story.sketch().contains("! Only a.msi is taken; 2 other files are not."), "{}", story.sketch());
    let mut story = Story::new();
    story.ask(Command::Drop(vec!["a.xml".into(), "b.xml".into()]));
    story.0.hear(News::Opened("a.xml".into(), Ok(Some(xml::write(&[drive()]).into_bytes()))));
    assert!(story.sketch().contains("! Only a.xml is taken; 1 other file is not."), "{}", story.sketch());
}

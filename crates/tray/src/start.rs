//! The start of the program, and its end.

use std::io;
use std::process::ExitCode;
use std::sync::mpsc;

use client::settings::Autostart;
use client::worker::{Environment, Worker};
use client::{self_update, settings_store};
use text::message;
use window::{Choice, Program, Question, Tone, ask, copy_text};

use crate::arguments::{StartedBy, started_by};
use crate::errand::{Errand, Then};
use crate::face::{Face, Hands};
use crate::windows::{Ear, Hidden, Instance, Network, OwnFile, language, restart_after_trouble};

/// Starts the program, or lets the one that is there already come forward.
pub(crate) fn start() -> ExitCode {
    let started_by = match Errand::of(std::env::args().skip(1)).map(Errand::run) {
        Some(Then::End) => return ExitCode::SUCCESS,
        Some(Then::Show) => StartedBy::Person,
        None => match started_by(std::env::args().skip(1)) {
            StartedBy::Person if self_update::has_just_ended() => StartedBy::Program,
            somebody => somebody,
        },
    };
    match run(started_by) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            explain(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(started_by: StartedBy) -> io::Result<()> {
    let Some(instance) = Instance::only()? else {
        if started_by == StartedBy::Person {
            Instance::call_other();
        }
        return Ok(());
    };
    if started_by == StartedBy::Windows && settings_store::start_with_windows() == Autostart::Off {
        // It is installed for everyone, and this person does not want it.
        return Ok(());
    }
    let program = Program::start()?;
    let waker = program.waker();
    let (ear, heard) = Ear::new(waker);
    let (teller, news) = mpsc::channel();
    let tell = move |told| {
        // Who listens goes only when the program ends.
        let _ = teller.send(told);
        waker.wake();
    };
    let hands = Hands {
        worker: Worker::start(Environment::of_this_pc(), Box::new(tell))?,
        hidden: Hidden::new(ear.clone())?,
        _network: Network::listen(ear.clone()),
        _own_file: OwnFile::listen(std::env::current_exe()?, ear)?,
        instance,
        heard,
        news,
    };
    restart_after_trouble();
    let mut face = Face::new(hands, language());
    face.begin(started_by);
    program.run(move |event| face.hear(event));
    Ok(())
}

/// Says that it did not start; what Windows told of it is only in what can be copied.
fn explain(error: &io::Error) {
    let language = language();
    let heading = message!("face-not-started").say(language);
    let copy = message!("button-copy-details").say(language);
    let question = Question {
        title: message!("face-updates-title").say(language),
        heading: heading.clone(),
        text: String::new(),
        tone: Tone::Error,
        buttons: vec![copy, message!("button-close").say(language)],
        default: 1,
    };
    // Where not even this can be shown, the exit code tells that it did not start.
    if let Ok(Choice::Button(0)) = ask(None, &question) {
        // The box is gone by then, and nobody could be told.
        let _ = copy_text(&format!("{heading}\n{error}"));
    }
}

//! A verb: handed to the running server, or done here under the folder's lock if none runs.

use std::fs::File;
use std::time::Duration;

use text::message;
use tokio::io::AsyncRead;
use tokio::time::{Instant, sleep};

use super::console::Console;
use super::input::{Form, Request};
use super::{Exit, Place, lists, start_log};
use crate::App;
use crate::data_folder::{Absent, DataFolder, DataFolderError, Lock};
use crate::error::{Kind, Result};
use crate::local::{self, Answer, Operator, Order};
use crate::model::user_filter::WrittenUserFilter;
use crate::rules::role;

/// How long a verb waits for a server that is starting or stopping, or for another verb.
const WAIT_MAX: Duration = Duration::from_secs(10);
/// How long it waits before it looks again.
const WAIT: Duration = Duration::from_millis(50);

/// Does a verb, and shows its answer.
pub(super) async fn run(place: &Place, request: Request, console: &Console) -> Result<Exit> {
    let Request { order, file, form } = request;
    let is_narrowed = matches!(&order, Order::UserList { filter } if *filter != WrittenUserFilter::default());
    match work(place, order, file, console).await? {
        Answer::Users(users) if users.is_empty() && is_narrowed && form == Form::Words => {
            Ok(console.say(&message!("no-users-fit")))
        }
        answer => Ok(show(answer, form, console)),
    }
}

/// Does a verb that is a part of another one, and gives its answer.
pub(super) async fn answer(place: &Place, order: Order, console: &Console) -> Result<Answer> {
    work(place, order, None, console).await
}

/// Shows an answer in words.
pub(super) fn show_in_words(answer: Answer, console: &Console) -> Exit {
    show(answer, Form::Words, console)
}

/// Has an order done, by the running server or here, with the file behind it.
pub(super) async fn work(
    place: &Place,
    order: Order,
    file: Option<File>,
    console: &Console,
) -> Result<Answer> {
    let absent = if order.may_come_first() { Absent::Make } else { Absent::Refuse };
    let folder = DataFolder::open(&place.data, absent)?;
    let operator = local::operator_here(std::env::var("SUDO_USER").ok());
    let bytes: Box<dyn AsyncRead + Send + Unpin> = match file {
        Some(file) => Box::new(tokio::fs::File::from_std(file)),
        None => Box::new(tokio::io::empty()),
    };
    match reach(&folder).await? {
        Reached::Nobody(lock) => here(place, &folder, lock, order, bytes, &operator, console).await,
        Reached::Server(line) => {
            let answer = local::hand_over(line, order, bytes, &operator, console.language()).await;
            answer.map_err(|error| Kind::HungUp(error.to_string()).into())
        }
    }
}

/// Who is to do the work.
pub(super) enum Reached {
    /// No server runs: we have the lock.
    Nobody(Lock),
    /// A server runs, and listens.
    Server(local::Line),
}

/// Finds out who is to do the work.
pub(super) async fn reach(folder: &DataFolder) -> Result<Reached> {
    let patience_ends_at = Instant::now() + WAIT_MAX;
    loop {
        let locked = match folder.lock(&format!("PID {}", std::process::id())) {
            Ok(lock) => return Ok(Reached::Nobody(lock)),
            Err(locked @ DataFolderError::Locked { .. }) => locked,
            Err(error) => return Err(error.into()),
        };
        let called = local::call(folder.path()).await;
        if let Some(line) = called.map_err(|error| Kind::HandOver(error.to_string()))? {
            return Ok(Reached::Server(line));
        }
        if Instant::now() >= patience_ends_at {
            return Err(locked.into());
        }
        sleep(WAIT).await;
    }
}

async fn here(
    place: &Place,
    folder: &DataFolder,
    lock: Lock,
    order: Order,
    bytes: impl AsyncRead + Send + Unpin + 'static,
    operator: &Operator,
    console: &Console,
) -> Result<Answer> {
    start_log("warn");
    let settings = place.settings(None)?;
    folder.work_as_owner()?;
    let app = App::open(folder, lock, settings).await?;
    let actor = role::operator(operator.name());
    let answer = local::perform(&app, &actor, order, bytes, console.language()).await;
    app.close().await;
    Ok(answer)
}

fn show(answer: Answer, form: Form, console: &Console) -> Exit {
    match answer {
        Answer::Done(sentence) => console.print_line(&sentence),
        Answer::DoneBut { done, warnings } => {
            for warning in &warnings {
                console.print_aside(warning);
            }
            console.print_line(&done)
        }
        Answer::Refused(sentence) => {
            console.print_aside(&sentence);
            Exit::Refused
        }
        Answer::Failed(sentence) => {
            console.print_aside(&sentence);
            Exit::Failed
        }
        list => lists::show(list, form, console),
    }
}

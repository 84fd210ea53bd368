//! Orders about users that answer with more than a sentence.

use text::{Language, message};
use tokio::io::{AsyncRead, AsyncReadExt};

use super::order::{Answer, ImportEffort, Order};
use crate::App;
use crate::actions::one_time_passwords::HandedOut;
use crate::actions::user_imports::Applied;
use crate::actions::users::NewUser;
use crate::actions::{LINES_MAX, one_time_passwords, preconditions, user_imports, users};
use crate::error::{Error, Kind, Result};
use crate::identity::Password;
use crate::model::slice::Slice;
use crate::rules::role::Actor;
use crate::rules::user_import::{FILE_SIZE_MAX, ImportError};

/// Does an order about users; `None` for an order about something else.
pub(super) async fn perform_users(
    app: &App,
    actor: &Actor,
    order: &Order,
    bytes: &mut (impl AsyncRead + Send + Unpin),
    language: Language,
) -> Option<Result<Answer>> {
    Some(match order {
        Order::UserList { filter } => {
            let listed = users::list(app, actor, filter, Slice::first(LINES_MAX)).await;
            listed.map(|listed| Answer::Users(listed.lines))
        }
        Order::UserShow { name } => {
            users::show(app, actor, name).await.map(|user| Answer::User(Box::new(user)))
        }
        Order::People { names } => preconditions::people(app, actor, names).await.map(Answer::People),
        Order::UserImport { size, effort } => import(app, actor, *size, *effort, bytes, language).await,
        Order::UserCreate { name, role, groups, permissions } => {
            let (groups, permissions) = (groups.clone(), permissions.clone());
            let new = NewUser { name: name.clone(), role: *role, groups, permissions };
            users::create(app, actor, &new).await.map(|password| {
                let done = message!("done-user-create", name = name).say(language);
                given(done, name, password)
            })
        }
        Order::UserHandOut { filter } => {
            let handed_out = one_time_passwords::hand_out(app, actor, filter).await;
            handed_out.map(|handed_out| said_of(handed_out, language))
        }
        _ => return None,
    })
}

fn given(done: String, name: &str, password: Password) -> Answer {
    Answer::Passwords { done, passwords: vec![(name.to_owned(), password.into())] }
}

fn said_of(handed_out: HandedOut, language: Language) -> Answer {
    let HandedOut { passwords, left } = handed_out;
    let done = message!("done-user-hand-out", users = passwords.len(), left = left).say(language);
    let passwords = passwords.into_iter().map(|(name, password)| (name, password.into())).collect();
    Answer::Passwords { done, passwords }
}

async fn import(
    app: &App,
    actor: &Actor,
    size: u64,
    effort: ImportEffort,
    bytes: &mut (impl AsyncRead + Send + Unpin),
    language: Language,
) -> Result<Answer> {
    if size > FILE_SIZE_MAX as u64 {
        return Err(ImportError::TooLarge.into());
    }
    let mut file = Vec::new();
    bytes.take(size).read_to_end(&mut file).await.map_err(Error::internal)?;
    if file.len() as u64 != size {
        return Err(Kind::Import(ImportError::Cut).into());
    }
    let plan = match effort {
        ImportEffort::DryRun => user_imports::dry_run(app, actor, file, language).await?,
        ImportEffort::Apply => {
            let applied = user_imports::apply(app, actor, file, None, language).await?;
            let (Applied::Done(plan) | Applied::Stale(plan)) = applied;
            plan
        }
    };
    Ok(Answer::Import { plan, effort })
}

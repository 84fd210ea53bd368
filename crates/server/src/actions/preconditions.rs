//! Preconditions: whether an Open-Xchange server has what the connector and its plug-ins need.
//!
//! The server is read off the async threads, by one reading at a time, and what was read counts for a while.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::model::name::Name;
use crate::model::precondition::{Person, Precondition, SourceWord};
use crate::model::source::{KeptAccount, SourceName, SourceStanding};
use crate::open_xchange_site::{Reading, SiteUnread};
use crate::outgoing::Together;
use crate::rules::preconditions::{Site, judge, judge_people};
use crate::rules::role::{Ability, Actor};
use crate::settings::SourceKind;

/// How long counts what was read.
pub(crate) const SITE_AGE_MAX: Duration = Duration::from_secs(60);
/// How long who asks waits for a reading; it goes on, and the next who asks may have it.
pub(crate) const READING_TIME_MAX: Duration = Duration::from_secs(20);

/// What was read last, and what is being read.
#[derive(Debug, Default)]
pub(crate) struct LastSite(Together<Outcome>);

type Outcome = std::result::Result<Arc<Site>, SiteUnread>;

impl LastSite {
    /// What was read a moment ago, or is read now: one reading at a time, whose result all who wait share.
    async fn read(&self, reading: &Reading) -> Result<Arc<Site>> {
        let question = || {
            let reading = reading.clone();
            let read = spawn_blocking(move || reading.read().map(Arc::new));
            // A reading that died came to nothing.
            async { read.await.ok() }
        };
        let read = self.0.ask(|at, _| at.elapsed() < SITE_AGE_MAX, question);
        let Ok(outcome) = timeout(READING_TIME_MAX, read).await else {
            return Err(SiteUnread::Late.into());
        };
        Ok(outcome.map_err(Error::internal)??)
    }
}

/// What is so of the whole server; nothing where the settings name none.
///
/// # Errors
/// [`Kind::SiteUnread`], or if the actor may not.
pub(crate) async fn show(app: &App, actor: &Actor) -> Result<Option<Vec<Precondition>>> {
    actor.require(Ability::Administer)?;
    of_server(app).await
}

async fn of_server(app: &App) -> Result<Option<Vec<Precondition>>> {
    let Some(reading) = &app.settings.open_xchange else { return Ok(None) };
    Ok(Some(judge(&*app.last_site.read(reading).await?)))
}

/// Who may see what is so of a user: whoever sees users, and a token that administers and sees none.
fn require_sight(actor: &Actor) -> Result<()> {
    Ok(actor.require(Ability::Administer).or_else(|_| actor.require(Ability::View))?)
}

/// What is so of the server and of a user; nothing where the settings name no server.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::SiteUnread`].
pub(crate) async fn of_user(app: &App, actor: &Actor, name: &str) -> Result<Option<Vec<Precondition>>> {
    require_sight(actor)?;
    let name = Name::parse(name)?;
    let user = app.snapshot.load().users.by_name(&name).map(|user| user.name.to_string());
    let user = user.ok_or_else(|| Kind::UserUnknown(name.to_string()))?;
    let Some(mut found) = of_server(app).await? else { return Ok(None) };
    for person in people(app, actor, &[user]).await? {
        found.extend(judge_people(&person));
    }
    Ok(Some(found))
}

/// What is known here of people's permissions at Open-Xchange; whoever is not known here is told so too.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn people(app: &App, actor: &Actor, names: &[String]) -> Result<Vec<Person>> {
    require_sight(actor)?;
    let mut people = Vec::new();
    for written in names {
        let user = Name::parse(written).ok().and_then(|name| {
            let snapshot = app.snapshot.load_full();
            snapshot.users.by_sign_in_name(&name).cloned()
        });
        let word = match &user {
            None => SourceWord::Never,
            Some(user) => match &user.source {
                None => SourceWord::Local,
                Some(source) if is_open_xchange(app, source) => {
                    let mut reading = app.database.read().await?;
                    word_of(db::sources::find(&mut reading, user.id).await?)
                }
                Some(source) => SourceWord::Other(source.to_string()),
            },
        };
        let name = user.map_or_else(|| written.clone(), |user| user.name.to_string());
        people.push(Person { name, word });
    }
    Ok(people)
}

/// What Open-Xchange has told of an account.
fn word_of(kept: Option<KeptAccount>) -> SourceWord {
    match kept {
        None => SourceWord::Never,
        Some(kept) if kept.standing == SourceStanding::Gone => SourceWord::Gone,
        Some(kept) => SourceWord::OpenXchange {
            permissions: kept.permissions.iter().map(ToString::to_string).collect(),
            confirmed_at: kept.confirmed_at.map(|at| at.to_string()),
        },
    }
}

fn is_open_xchange(app: &App, source: &SourceName) -> bool {
    let is = |kind: &SourceKind| matches!(kind, SourceKind::OpenXchange(_));
    app.settings.sources.iter().any(|known| known.name == *source && is(&known.kind))
}

//! Sources are asked from time to time about accounts that are used without their passwords: by device tokens, API tokens, sessions.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use jiff::{SignedDuration, Timestamp};
use tokio::time::{Instant, sleep_until};

use super::{Change, Part, source_accounts};
use crate::App;
use crate::db;
use crate::error::Result;
use crate::identity::{GuardedSource, KnownAccount, LookUp};
use crate::model::audit::Deed;
use crate::model::phrase::Phrase;
use crate::model::source::{GONE_TOGETHER_MIN, SourceName, SourceStanding, UsedAccount};
use crate::model::user::UserId;
use crate::rules::role::{self, Ability};
use crate::settings::SOURCE_CONFIRMATION;

/// How long it is from the beginning of one round to that of the next, if it is done by then.
const INTERVAL: Duration = Duration::from_secs(15 * 60);
/// How many accounts are asked about at a time: a few of the places that a source has, most of which are for who signs in.
const AT_A_TIME: usize = 4;
/// How many accounts are read at a time.
const PAGE: u32 = 200;

/// What came of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Round {
    /// Accounts that are there.
    pub(crate) present: u32,
    /// Accounts that have just ended.
    pub(crate) ended: u32,
    /// Accounts of which nothing is known without their passwords, and that were confirmed not too long ago.
    pub(crate) untold: u32,
    /// Accounts that seem gone, by a source that takes all for gone; nothing has ended.
    pub(crate) doubted: u32,
    /// Accounts whose source gave no answer.
    pub(crate) unanswered: u32,
}

/// Asks at once and then again and again, until `stop` ends.
pub(crate) async fn keep(app: Arc<App>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        let next = Instant::now() + INTERVAL;
        let due = async {
            match round(&app).await {
                Ok(Round { ended: 0, unanswered: 0, .. }) => {}
                Ok(Round { ended, unanswered, .. }) => {
                    tracing::info!(ended, unanswered, "sources were asked about accounts in use");
                }
                Err(error) => error.log(),
            }
            sleep_until(next).await;
        };
        tokio::select! {
            () = due => {}
            () = &mut stop => break,
        }
    }
}

/// Asks about all accounts of sources that are in use.
///
/// # Errors
/// If the database refuses.
pub(crate) async fn round(app: &Arc<App>) -> Result<Round> {
    let (mut done, mut behind) = (Round::default(), UserId::NOBODY);
    let mut words: BTreeMap<SourceName, Words> = BTreeMap::new();
    loop {
        let accounts =
            db::sources::in_use(&mut *app.database.read().await?, behind, PAGE, Timestamp::now()).await?;
        let Some(last) = accounts.last() else { break };
        behind = last.user;
        let looked = stream::iter(accounts).map(|account| look_up(app, account)).buffer_unordered(AT_A_TIME);
        let looked: Vec<Result<Found>> = looked.collect().await;
        for found in looked {
            match found? {
                Found::Present(source) => {
                    done.present += 1;
                    words.entry(source).or_default().present += 1;
                }
                Found::Gone(account) => {
                    words.entry(account.source.clone()).or_default().gone.push(account);
                }
                Found::Ended => done.ended += 1,
                Found::Untold => done.untold += 1,
                Found::Unanswered => done.unanswered += 1,
            }
        }
    }
    for (source, words) in words {
        take_leave(app, &source, words, &mut done).await?;
    }
    Ok(done)
}

/// What a source said in a round about accounts that counted until then.
#[derive(Debug, Default)]
struct Words {
    present: usize,
    gone: Vec<UsedAccount>,
}

impl Words {
    /// Whether they are about accounts, and not about the source itself.
    fn is_believed(&self) -> bool {
        self.present > 0 || self.gone.len() < GONE_TOGETHER_MIN
    }
}

/// Ends the accounts that are gone; if the source is not believed, only those that it has not confirmed for too long.
async fn take_leave(app: &Arc<App>, source: &SourceName, words: Words, done: &mut Round) -> Result<()> {
    let is_believed = words.is_believed();
    if !is_believed {
        let accounts = words.gone.len();
        tracing::warn!(
            source = source.as_str(),
            accounts,
            "a source takes all its accounts for gone; see whether who asks it may still read them"
        );
    }
    let confirmation = app.sources.find(source).map_or(SOURCE_CONFIRMATION, GuardedSource::confirmation);
    for account in words.gone {
        let found = if is_believed {
            end(app, account, "").await?
        } else {
            untold(app, account, confirmation).await?
        };
        match found {
            Found::Ended => done.ended += 1,
            _ => done.doubted += 1,
        }
    }
    Ok(())
}

#[derive(Debug)]
enum Found {
    Present(SourceName),
    /// It counted until now.
    Gone(UsedAccount),
    Ended,
    Untold,
    Unanswered,
}

async fn look_up(app: &Arc<App>, account: UsedAccount) -> Result<Found> {
    let Some(source) = app.sources.find(&account.source) else {
        tracing::warn!(source = account.source.as_str(), "the settings do not name the source of an account");
        return untold(app, account, SOURCE_CONFIRMATION).await;
    };
    let known = KnownAccount { key: account.key.clone(), name: account.name.clone() };
    match source.look_up(&known).await {
        Ok(LookUp::Present(told)) => {
            let (app, name) = (Arc::clone(app), source.name().clone());
            // To its end, though the server is asked to stop meanwhile.
            let writing = async move { source_accounts::told_again(&app, &account, &told).await };
            run(writing).await?;
            Ok(Found::Present(name))
        }
        Ok(LookUp::Gone) if account.standing == SourceStanding::Gone => Ok(Found::Untold),
        Ok(LookUp::Gone) => Ok(Found::Gone(account)),
        Ok(LookUp::CannotTell) => untold(app, account, source.confirmation()).await,
        // The source has told the log.
        Err(_) => Ok(Found::Unanswered),
    }
}

/// Judges an account of which its source tells nothing: it counts until the last confirmation is too long ago.
async fn untold(app: &Arc<App>, account: UsedAccount, confirmation: Duration) -> Result<Found> {
    let age = account.confirmed_at.map(|at| Timestamp::now().duration_since(at));
    let confirmation = SignedDuration::try_from(confirmation).unwrap_or(SignedDuration::MAX);
    if age.is_some_and(|age| age < confirmation) {
        return Ok(Found::Untold);
    }
    end(app, account, "not confirmed").await
}

async fn end(app: &Arc<App>, account: UsedAccount, detail: &'static str) -> Result<Found> {
    if account.standing == SourceStanding::Gone {
        return Ok(Found::Untold);
    }
    let app = Arc::clone(app);
    run(async move { write_end(&app, &account, detail).await }).await?;
    Ok(Found::Ended)
}

async fn run(writing: impl Future<Output = Result<()>> + Send + 'static) -> Result<()> {
    tokio::spawn(writing).await.map_err(crate::error::Error::internal)?
}

/// Ends what an account is used by. Tokens stay where they are and count again if the account comes back.
async fn write_end(app: &App, account: &UsedAccount, detail: &'static str) -> Result<()> {
    let actor = role::source(account.source.clone());
    let mut change = Change::begin_with(app, &actor, Ability::Confirm).await?;
    let kept = db::sources::find(change.rows(), account.user).await?;
    // Meanwhile it may have been removed, or have signed in.
    if kept
        .is_none_or(|kept| kept.standing == SourceStanding::Gone || kept.confirmed_at > account.confirmed_at)
    {
        return Ok(());
    }
    db::sources::set_standing(change.rows(), account.user, SourceStanding::Gone, None).await?;
    db::sessions::end_all(change.rows(), account.user, None).await?;
    let deed = Deed::new("user.gone", Phrase::user(account.user)).with(detail);
    change.commit(Part::User(account.user), deed).await?;
    app.verified.forget(account.user);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{GONE_TOGETHER_MIN, INTERVAL};
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        let minutes = INTERVAL.as_secs() / 60;
        assert_says("sources.md", &format!("every {minutes} minutes the sources are asked"));
        assert_says("sources.md", &format!("{GONE_TOGETHER_MIN} accounts or more"));
    }
}

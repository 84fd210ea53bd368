//! Verbs: what can be done with the server, by whichever way it is asked. Each takes an [`Actor`].

pub(crate) mod api_tokens;
pub(crate) mod audit;
pub(crate) mod backups;
pub(crate) mod branding_import;
pub(crate) mod brandings;
pub(crate) mod catalog;
pub(crate) mod check_ins;
pub(crate) mod deliveries;
pub(crate) mod device_list;
pub(crate) mod device_sign_in;
pub(crate) mod devices;
pub(crate) mod downloads;
pub(crate) mod drafts;
pub(crate) mod enrolments;
pub(crate) mod groups;
pub(crate) mod home;
pub(crate) mod last_seen;
pub(crate) mod look_ups;
pub(crate) mod measures;
pub(crate) mod one_time_passwords;
pub(crate) mod overview;
pub(crate) mod own_password;
pub(crate) mod packages;
pub(crate) mod permissions;
pub(crate) mod preconditions;
pub(crate) mod preconfiguration;
pub(crate) mod provider_sign_in;
pub(crate) mod publishing;
pub(crate) mod readiness;
mod receiving;
pub(crate) mod reports;
pub(crate) mod second_factor;
pub(crate) mod sessions;
pub(crate) mod set_up;
pub(crate) mod settings;
pub(crate) mod sign_in;
mod source_accounts;
pub(crate) mod spread;
pub(crate) mod updater_package;
pub(crate) mod upkeep;
pub(crate) mod user_imports;
pub(crate) mod users;
pub(crate) mod waiting_imports;
pub(crate) mod webhooks;

use std::sync::Arc;
use std::sync::atomic::Ordering;

use jiff::Timestamp;
use tokio::sync::OwnedMutexGuard;

use crate::App;
use crate::db::{self, Connection, Writing};
use crate::error::{Kind, Result};
use crate::model::audit::{Deed, Doer};
use crate::model::snapshot::{Packages, Snapshot};
use crate::model::user::UserId;
use crate::rules::role::{Ability, Actor};

/// The most lines that a list shows: reports and lines of the audit grow without end.
pub(crate) const LINES_MAX: u32 = 100_000;

/// Above this many changed users, all are read again: one pass over all is faster then than many over some.
const CHANGED_USERS_MAX: usize = 5_000;

/// What a change touches of the snapshot: only that is read again.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// Nothing that requests are answered from.
    None,
    /// One user with permissions and devices; added, changed or removed.
    User(UserId),
    /// Several users with permissions and devices.
    Users(Vec<UserId>),
    /// The packages, and how brandings dress them.
    Packages,
    /// Several users, the packages and the brandings.
    UsersAndPackages(Vec<UserId>),
    /// One user, and the packages.
    UserAndPackages(UserId),
}

/// A change on its way. Only [`commit`](Self::commit) makes it count, and that writes the audit and swaps the snapshot with it.
struct Change<'a> {
    app: &'a App,
    actor: &'a Actor,
    at: Timestamp,
    writing: Writing,
    /// What else is done with it, each with a line of its own.
    deeds: Vec<Deed>,
    _turn: OwnedMutexGuard<()>,
}

impl<'a> Change<'a> {
    /// Begins a change, if the actor may; waits for the change before it.
    async fn begin(app: &'a App, actor: &'a Actor) -> Result<Self> {
        Self::begin_with(app, actor, Ability::Administer).await
    }

    /// Begins a change that takes another ability than most.
    async fn begin_with(app: &'a App, actor: &'a Actor, ability: Ability) -> Result<Self> {
        actor.require(ability)?;
        let turn = Arc::clone(&app.changing).lock_owned().await;
        // While this waited for its turn, the actor's account may have changed; then it makes no change any more.
        let users = &app.snapshot.load().users;
        if !actor.is_still(actor.user().and_then(|user| users.by_id(user.id))) {
            let is_on_pages = actor.session().is_some();
            return Err(if is_on_pages { Kind::SessionOver.into() } else { Kind::NotSignedIn.into() });
        }
        if actor.seen().is_some_and(|seen| seen != app.revision()) {
            return Err(Kind::SeenBefore.into());
        }
        let writing = app.database.write().await?;
        Ok(Self { app, actor, at: Timestamp::now(), writing, deeds: Vec::new(), _turn: turn })
    }

    /// What rows are written through.
    fn rows(&mut self) -> &mut Connection {
        &mut self.writing
    }

    /// Makes a change count that is a record of its own, such as a session: the audit has no line of it, and no snapshot knows it.
    async fn commit_record(self) -> Result<()> {
        self.writing.commit().await.map_err(db::DatabaseError::from)?;
        Ok(())
    }

    /// Notes something else that is done with the change; its line stands before the change's own.
    fn also(&mut self, deed: Deed) {
        self.deeds.push(deed);
    }

    /// Makes the change count. When this returns, requests are answered by it.
    async fn commit(mut self, part: Part, deed: Deed) -> Result<()> {
        let (address, by) = (self.actor.address(), self.actor);
        let actor = Doer { kind: by.kind(), who: &by.phrase(), address: &address };
        let deeds: Vec<&Deed> = self.deeds.iter().chain([&deed]).collect();
        db::audit::insert(&mut self.writing, actor, &deeds, self.at).await?;
        // Read before the commit: a change that could not be put into effect is not made.
        let mut after = Snapshot::clone(&self.app.snapshot.load());
        match part {
            Part::None => {}
            Part::User(id) => self.read_users(&mut after, &[id]).await?,
            Part::Users(ids) => self.read_users(&mut after, &ids).await?,
            Part::Packages => self.read_packages(&mut after).await?,
            Part::UsersAndPackages(ids) => {
                self.read_users(&mut after, &ids).await?;
                self.read_packages(&mut after).await?;
            }
            Part::UserAndPackages(id) => {
                self.read_users(&mut after, &[id]).await?;
                self.read_packages(&mut after).await?;
            }
        }
        self.writing.commit().await.map_err(db::DatabaseError::from)?;
        self.app.snapshot.store(Arc::new(after));
        self.app.revisions.fetch_add(1, Ordering::SeqCst);
        let (actor, action) = (self.actor.name(), deed.action);
        let (subject, detail) = (deed.subject.as_kept(), deed.detail.as_kept());
        tracing::info!(actor, action, subject, detail, "changed");
        Ok(())
    }

    async fn read_packages(&mut self, after: &mut Snapshot) -> Result<()> {
        let packages = db::packages::load(&mut self.writing).await?;
        after.packages = Arc::new(Packages::new(packages, self.app.next_generation()));
        after.brandings = Arc::new(db::brandings::load(&mut self.writing).await?);
        // It may have been set, or deleted.
        after.updater_package = db::updater_package::load(&mut self.writing).await?.map(Arc::new);
        Ok(())
    }

    /// Reads users again, and leaves all others as they are.
    async fn read_users(&mut self, after: &mut Snapshot, ids: &[UserId]) -> Result<()> {
        if ids.len() > CHANGED_USERS_MAX {
            after.users = Arc::new(db::users::load(&mut self.writing).await?);
            after.devices = Arc::new(db::devices::load(&mut self.writing).await?);
            return Ok(());
        }
        let read = db::users::load_some(&mut self.writing, ids).await?;
        // Who is not read any more was removed.
        let gone = ids.iter().map(|id| (*id, None));
        after.users =
            Arc::new(after.users.with(gone.chain(read.into_iter().map(|user| (user.id, Some(user))))));
        let devices = db::devices::load_some(&mut self.writing, ids).await?;
        after.devices = Arc::new(after.devices.with(ids.iter().copied(), devices));
        Ok(())
    }
}

/// Whether an action changed anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// It did.
    Changed,
    /// All was as wanted before.
    None,
}

#[cfg(test)]
mod tests {
    use super::LINES_MAX;
    use crate::reference::{assert_says, grouped};

    #[test]
    fn the_limit_is_told() {
        assert_says("oxupdated.md", &format!("list the newest {} lines", grouped(LINES_MAX)));
    }
}

//! Imports of users: what a file would do, and doing just that.

use std::sync::Arc;

use text::Language;
use tokio::task::spawn_blocking;

use super::users::end_access;
use super::{Change, Part};
use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::model::audit::Deed;
use crate::model::phrase::Phrase;
use crate::model::user::Standing;
use crate::model::user_import::{Fate, ImportLine, ImportPlan, ImportedAccount, KnownAccounts};
use crate::rules::role::{Ability, Actor};
use crate::rules::user_import;

/// What came of applying a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Applied {
    /// It was done as it was shown.
    Done(ImportPlan),
    /// The accounts had changed since it was shown: nothing was done, and this is what the file would do now.
    Stale(ImportPlan),
}

/// Says what a file would do, and changes nothing.
///
/// # Errors
/// [`user_import::ImportError`] if the file cannot be used at all.
pub(crate) async fn dry_run(
    app: &App,
    actor: &Actor,
    bytes: Vec<u8>,
    language: Language,
) -> Result<ImportPlan> {
    actor.require(Ability::Administer)?;
    let known = db::user_imports::known(&mut *app.database.read().await?).await?;
    Ok(planned(bytes, known, language).await?.0)
}

/// Does what the dry run of the same file has shown, all of it or nothing. `token` is that of the dry run; without one, what the
/// file does now is done.
///
/// New users have no password before one is handed out to them.
///
/// # Errors
/// [`user_import::ImportError`] if the file cannot be used at all.
pub(crate) async fn apply(
    app: &App,
    actor: &Actor,
    bytes: Vec<u8>,
    token: Option<&str>,
    language: Language,
) -> Result<Applied> {
    let mut change = Change::begin(app, actor).await?;
    let known = db::user_imports::known(change.rows()).await?;
    let (plan, accounts) = planned(bytes, known, language).await?;
    if token.is_some_and(|token| token != plan.token) {
        return Ok(Applied::Stale(plan));
    }
    if accounts.is_empty() {
        return Ok(Applied::Done(plan));
    }
    let at = change.at;
    let ids = db::user_imports::write(change.rows(), &accounts, at).await?;
    for (id, account) in ids.iter().zip(&accounts) {
        if account.id.is_some() && (account.role.is_some() || account.standing == Some(Standing::Disabled)) {
            end_access(&mut change, *id, None).await?;
        }
        let action = if account.id.is_none() { "user.add" } else { "user.change" };
        change.also(Deed::new(action, Phrase::user(*id)).with(account.in_words.as_str()));
    }
    let detail = format!(
        "{} added, {} changed, {} unchanged, {} refused",
        plan.added, plan.changed, plan.unchanged, plan.refused
    );
    let changed = ids.clone();
    change.commit(Part::Users(ids), Deed::new("user.import", "").with(detail)).await?;
    changed.into_iter().for_each(|id| app.verified.forget(id));
    Ok(Applied::Done(plan))
}

/// Takes a file, says what it would do, and keeps it for a while for who has sent it.
///
/// # Errors
/// [`user_import::ImportError`]; nothing of such a file is kept.
pub(crate) async fn receive(
    app: &App,
    actor: &Actor,
    bytes: Vec<u8>,
    language: Language,
) -> Result<ImportPlan> {
    let user = actor.user().ok_or(Kind::NotAllowed)?.id;
    app.waiting_imports.forget(user);
    let file: Arc<[u8]> = bytes.as_slice().into();
    let plan = dry_run(app, actor, bytes, language).await?;
    app.waiting_imports.keep(user, file);
    Ok(plan)
}

/// What the file would do now that the actor has sent; `None` if it waits no longer.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn waiting(app: &App, actor: &Actor, language: Language) -> Result<Option<ImportPlan>> {
    actor.require(Ability::Administer)?;
    let user = actor.user().ok_or(Kind::NotAllowed)?.id;
    match app.waiting_imports.of(user) {
        Some(file) => dry_run(app, actor, file.to_vec(), language).await.map(Some),
        None => Ok(None),
    }
}

/// Does what the dry run of the file that waits has shown; `None` if it waits no longer.
///
/// # Errors
/// As [`apply`].
pub(crate) async fn apply_waiting(
    app: &App,
    actor: &Actor,
    token: &str,
    language: Language,
) -> Result<Option<Applied>> {
    actor.require(Ability::Administer)?;
    let user = actor.user().ok_or(Kind::NotAllowed)?.id;
    let Some(file) = app.waiting_imports.of(user) else { return Ok(None) };
    let applied = apply(app, actor, file.to_vec(), Some(token), language).await?;
    if matches!(applied, Applied::Done(_)) {
        app.waiting_imports.forget(user);
    }
    Ok(Some(applied))
}

/// Reads the file and compares it with the accounts; a large one takes a while, and others are answered meanwhile.
async fn planned(
    bytes: Vec<u8>,
    known: KnownAccounts,
    language: Language,
) -> Result<(ImportPlan, Vec<ImportedAccount>)> {
    let planning = spawn_blocking(move || {
        let rows = user_import::plan(&bytes, &known, language)?;
        let accounts = user_import::accounts(&rows, &known);
        Ok((counted(user_import::token(&bytes, &rows), rows), accounts))
    });
    planning.await.map_err(Error::internal)?
}

fn counted(token: String, rows: Vec<ImportLine>) -> ImportPlan {
    let count = |is_it: fn(&Fate) -> bool| rows.iter().filter(|row| is_it(&row.fate)).count();
    ImportPlan {
        token,
        added: count(|fate| matches!(fate, Fate::New { .. })),
        changed: count(|fate| matches!(fate, Fate::Changed { .. })),
        unchanged: count(|fate| matches!(fate, Fate::Unchanged)),
        refused: count(|fate| matches!(fate, Fate::Refused { .. })),
        rows,
    }
}

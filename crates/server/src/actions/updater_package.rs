//! The updater package: set, unset, show, and hand out.

use std::sync::Arc;

use catalog::{ProductVersion, UpgradeCode};

use super::{Change, Effect, Part};
use crate::App;
use crate::db;
use crate::error::{Kind, Result};
use crate::model::audit::Deed;
use crate::model::updater_package::{Signature, StoredPackage, UpdaterPackage, UpdaterPackageLine};
use crate::rules::role::{Ability, Actor};
use crate::rules::updater_package::{UpdaterPackageError, choose};
use crate::storage::PackageKey;

/// What setting the updater package led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Set {
    /// The package in words: name, version, platform.
    pub(crate) package: String,
    /// Whether it bears a signature; Windows warns of one that does not.
    pub(crate) signature: Signature,
    /// Whether it was another one before.
    pub(crate) effect: Effect,
}

/// Makes a package the one that people install the updater with. Whether it is on offer too does not matter.
///
/// # Errors
/// [`Kind::UpdaterPackage`] if not exactly one package is meant, or its bytes are not here.
pub(crate) async fn set(app: &App, actor: &Actor, asked: &str, version: Option<&str>) -> Result<Set> {
    let version = version.map(ProductVersion::parse).transpose()?;
    let mut change = Change::begin(app, actor).await?;
    let stored = db::updater_package::stored(change.rows()).await?;
    let package = match choose(stored.clone(), asked, version.as_ref()) {
        // The name that people see may be another one than the file's own.
        Err(UpdaterPackageError::Unknown(whole)) => match code_of_shown(app, asked) {
            Some(code) => choose(stored, &code.to_string(), version.as_ref())?,
            None => return Err(UpdaterPackageError::Unknown(whole).into()),
        },
        chosen => chosen?,
    };
    if !is_here(app, &package).await {
        return Err(UpdaterPackageError::Elsewhere(package.to_string()).into());
    }
    let before = app.snapshot.load().updater_package.clone();
    let words = package.to_string();
    if before.is_some_and(|before| before.package.id == package.id) {
        return Ok(Set { package: words, signature: package.signature, effect: Effect::None });
    }
    let at = change.at;
    db::updater_package::set(change.rows(), package.id, actor.name(), at).await?;
    let detail = format!("sha256 {}", package.sha256);
    change.commit(Part::Packages, Deed::new("updater.set", words.clone()).with(detail)).await?;
    Ok(Set { package: words, signature: package.signature, effect: Effect::Changed })
}

/// The upgrade code of the product that is shown under this name, if it is one product.
fn code_of_shown(app: &App, name: &str) -> Option<UpgradeCode> {
    let (snapshot, wanted) = (app.snapshot.load(), name.to_lowercase());
    let shown = snapshot.packages.iter().map(|package| &package.product);
    let mut codes =
        shown.filter(|product| product.name.to_lowercase() == wanted).map(|product| product.upgrade_code);
    let first = codes.next()?;
    codes.all(|code| code == first).then_some(first)
}

/// Leaves no package the updater package; the package itself stays as it is.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn unset(app: &App, actor: &Actor) -> Result<Effect> {
    let mut change = Change::begin(app, actor).await?;
    let Some(before) = app.snapshot.load().updater_package.clone() else { return Ok(Effect::None) };
    db::updater_package::unset(change.rows()).await?;
    let detail = format!("sha256 {}", before.package.sha256);
    let deed = Deed::new("updater.unset", before.package.to_string()).with(detail);
    change.commit(Part::Packages, deed).await?;
    Ok(Effect::Changed)
}

/// Shows the updater package, if there is one.
///
/// # Errors
/// If the actor may not.
pub(crate) fn show(app: &App, actor: &Actor) -> Result<Option<UpdaterPackageLine>> {
    actor.require(Ability::View)?;
    Ok(app.snapshot.load().updater_package.as_deref().map(UpdaterPackageLine::from))
}

/// The packages that can become the updater package: those whose bytes are here, the oldest first.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn choices(app: &App, actor: &Actor) -> Result<Vec<StoredPackage>> {
    actor.require(Ability::Administer)?;
    let mut choices = db::updater_package::stored(&mut *app.database.read().await?).await?;
    let mut are_here = Vec::with_capacity(choices.len());
    for package in &choices {
        are_here.push(is_here(app, package).await);
    }
    let mut are_here = are_here.into_iter();
    choices.retain(|_| are_here.next().unwrap_or_default());
    Ok(choices)
}

async fn is_here(app: &App, package: &StoredPackage) -> bool {
    app.storage.size(&PackageKey::of(&package.sha256)).await.is_ok_and(|size| size == package.size)
}

/// The updater package, for a user to fetch; whatever the permissions.
///
/// # Errors
/// [`Kind::NoUpdaterPackage`].
pub(crate) fn to_fetch(app: &App, actor: &Actor) -> Result<Arc<UpdaterPackage>> {
    actor.updating_user()?;
    app.snapshot.load().updater_package.clone().ok_or_else(|| Kind::NoUpdaterPackage.into())
}

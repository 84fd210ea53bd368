//! Packages: publish, set what is said about one, withdraw, restore, delete, list.
//!
//! Bytes first, then the row: a crash in between leaves a file that no row speaks of, which the next start removes.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use catalog::{Product, ProductVersion, Sha256, digest, xml};
use jiff::{Timestamp, Zoned};
use tokio::io::AsyncRead;

use super::publishing::{
    Outlook, Published, announce, detail, new_package, offer_changes, outlook, product, published, put_up,
    users_who_may,
};
use super::{Change, Part, preconfiguration, receiving};
use crate::error::{Kind, Result};
use crate::model::audit::{AuditLine, Deed};
use crate::model::listing::WrittenListing;
use crate::model::package::{Package, PackageDetails, PackageId, PackageLine, PackageState, in_words};
use crate::model::permission::Permission;
use crate::model::snapshot::{Packages, Snapshot};
use crate::rules::catalog::offered_to_some;
use crate::rules::draft::EditedMeanwhile;
use crate::rules::kin::Kin;
use crate::rules::offers::OfferChange;
use crate::rules::publication::LowerVersion;
use crate::rules::role::{Ability, Actor};
use crate::rules::warning::{Candidate, Warning, warnings};
use crate::rules::withdrawal::{choose, choose_any};
use crate::storage::PackageKey;
use crate::{App, db, rules};

/// The most lines of a package's history that are shown.
const HISTORY_LINES_MAX: u32 = 200;

/// What withdrawing led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Withdrawn {
    /// The package in words: name, version, platform.
    pub(crate) package: String,
    /// Who is offered something else now.
    pub(crate) changes: Vec<OfferChange>,
}

/// What another listing would lead to.
#[derive(Debug, Clone)]
pub(crate) struct WouldSet {
    /// The entry of update.xml.
    pub(crate) product: Product,
    /// What the publisher ought to know.
    pub(crate) warnings: Vec<Warning>,
    /// What it would change for users.
    pub(crate) outlook: Outlook,
}

/// What there is of a package beside itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Dependents {
    /// How many devices told last that this version is installed.
    pub(crate) devices: u64,
    /// How many reports there are about installs of this version.
    pub(crate) reports: u64,
    /// How many downloads are under way.
    pub(crate) downloads: usize,
}

/// A package with all that is known about where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The package.
    pub(crate) package: Arc<Package>,
    /// Where it stands.
    pub(crate) state: PackageState,
    /// How many users who can sign in may have it.
    pub(crate) users: usize,
    /// What depends on it.
    pub(crate) dependents: Dependents,
    /// What changes with each change of the package.
    pub(crate) entity_tag: String,
}

/// Publishes a package: takes `size` bytes of an MSI file, keeps them, and offers them from now on.
///
/// A package that was withdrawn is offered again, with the new listing.
///
/// # Errors
/// What the file, the listing or the limits say; nothing is kept then.
pub(crate) async fn publish(
    app: &App,
    actor: &Actor,
    written: WrittenListing,
    required: &[String],
    lower: LowerVersion,
    bytes: impl AsyncRead + Send + Unpin + 'static,
    size: u64,
) -> Result<Published> {
    actor.require(Ability::Publish)?;
    // Before the bytes: nobody has to wait for what is refused anyway.
    rules::listing::read(written.clone())?;
    let received = receiving::receive(app, bytes, Some(size)).await?;
    publish_received(app, actor, written, required, lower, received, None).await
}

/// Publishes a package that stays elsewhere: fetches it once to look at it, and offers it by its URL from now on.
///
/// # Errors
/// As for [`publish`], and if the URL may not be asked or does not answer with the file.
pub(crate) async fn publish_from(
    app: &App,
    actor: &Actor,
    written: WrittenListing,
    required: &[String],
    lower: LowerVersion,
    url: &str,
) -> Result<Published> {
    actor.require(Ability::Publish)?;
    rules::listing::read(written.clone())?;
    let (url, received) = receiving::fetch(app, url).await?;
    publish_received(app, actor, written, required, lower, received, Some(url)).await
}

async fn publish_received(
    app: &App,
    actor: &Actor,
    written: WrittenListing,
    required: &[String],
    lower: LowerVersion,
    received: receiving::Received,
    url: Option<String>,
) -> Result<Published> {
    let said = rules::listing::read(written)?;
    let required = Permission::parse_all(required)?;
    let receiving::Received { file, metadata, digests } = received;
    let mut package = new_package(actor, metadata, digests, said, required);
    package.url = url;
    product(&package)?;
    // The turn of the change begins before the bytes are kept, so that of two who publish the same bytes one comes first.
    let mut change = Change::begin_with(app, actor, Ability::Publish).await?;
    let before = app.snapshot.load_full();
    refuse_known(&before, &digests.sha256)?;
    let detail = detail(&digests.sha256, &package.required);
    let (product, told) = put_up(app, &mut change, &mut package, Some(file), None, lower).await?;
    announce(&mut change, &product, &package).await?;
    let deed = Deed::new("package.add", in_words(&product)).with(detail);
    change.commit(Part::Packages, deed).await?;
    published(app, &before, &digests.sha256, told)
}

/// Refuses bytes that are published already.
pub(super) fn refuse_known(snapshot: &Snapshot, sha256: &Sha256) -> Result<()> {
    let is_known = |known: &&Arc<Package>| known.sha256 == *sha256 && known.withdrawn_at.is_none();
    match snapshot.packages.iter().find(is_known) {
        Some(known) => Err(Kind::PackageKnown(known.to_string()).into()),
        None => Ok(()),
    }
}

/// Says something else about a package, and publishes it with that: a withdrawn one is offered again.
///
/// `known` is the entity tag of the package as the actor knows it.
///
/// # Errors
/// What the listing says, or that somebody else changed the package in the meantime.
pub(crate) async fn set_listing(
    app: &App,
    actor: &Actor,
    asked: &str,
    known: Option<&str>,
    written: WrittenListing,
    required: &[String],
    lower: LowerVersion,
) -> Result<Published> {
    actor.require(Ability::Publish)?;
    let said = rules::listing::read(written)?;
    let required = super::publishing::permissions(required)?;
    let mut change = Change::begin_with(app, actor, Ability::Publish).await?;
    let before = app.snapshot.load_full();
    let package = choose_any(before.packages.iter(), asked, None)?;
    if known.is_some_and(|known| known != entity_tag(package)) {
        let (by, at) = (package.published_by.clone(), package.withdrawn_at.unwrap_or(package.published_at));
        return Err(Kind::EditedMeanwhile(EditedMeanwhile { by, at }).into());
    }
    let (metadata, digests) = (package.metadata.clone(), digests_of(package));
    let mut new = new_package(actor, metadata, digests, said, required);
    new.url = package.url.clone();
    let detail = detail(&package.sha256, &new.required);
    let (product, told) = put_up(app, &mut change, &mut new, None, Some(package.id), lower).await?;
    let deed = Deed::new("package.set", in_words(&product)).with(detail);
    change.commit(Part::Packages, deed).await?;
    published(app, &before, &package.sha256, told)
}

/// Tells what [`set_listing`] would change. Changes nothing.
///
/// # Errors
/// As [`set_listing`], but for a lower version, of which the warnings tell.
pub(crate) fn would_set(
    app: &App,
    actor: &Actor,
    asked: &str,
    known: Option<&str>,
    written: WrittenListing,
    required: &[String],
) -> Result<WouldSet> {
    actor.require(Ability::Publish)?;
    let said = rules::listing::read(written)?;
    let required = super::publishing::permissions(required)?;
    let snapshot = app.snapshot.load_full();
    let package = choose_any(snapshot.packages.iter(), asked, None)?;
    if known.is_some_and(|known| known != entity_tag(package)) {
        let (by, at) = (package.published_by.clone(), package.withdrawn_at.unwrap_or(package.published_at));
        return Err(Kind::EditedMeanwhile(EditedMeanwhile { by, at }).into());
    }
    let mut new = new_package(actor, package.metadata.clone(), digests_of(package), said, required);
    new.url = package.url.clone();
    new.file_name = package.file_name.clone();
    let product = product(&new)?;
    let candidate = Candidate { product: &product, metadata: &new.metadata, audience: new.audience() };
    let others = snapshot.packages.iter().filter(|other| other.id != package.id);
    let mut warnings = warnings(candidate, others, Zoned::now().date());
    warnings.extend(preconfiguration::told(app, &snapshot, &product.install_params, &new.required));
    let changed = Package {
        product: product.clone(),
        required: new.required,
        locale: new.locale,
        branding: new.branding,
        withdrawn_at: None,
        ..Package::clone(package)
    };
    Ok(WouldSet { product, warnings, outlook: outlook(&snapshot, changed, None) })
}

/// What a package's bytes are known by.
pub(crate) fn digests_of(package: &Package) -> catalog::Digests {
    // Each product of ours has an MD5.
    let md5 = package.product.md5.unwrap_or_else(|| digest::Digester::default().finish().md5);
    catalog::Digests { size: package.size, md5, sha256: package.sha256 }
}

/// Offers a withdrawn package again, as it was.
///
/// # Errors
/// If it is not withdrawn, or lower than what its users are offered.
pub(crate) async fn restore(app: &App, actor: &Actor, asked: &str, lower: LowerVersion) -> Result<Published> {
    let mut change = Change::begin_with(app, actor, Ability::Publish).await?;
    let before = app.snapshot.load_full();
    let package = choose_any(before.packages.iter(), asked, None)?;
    if package.withdrawn_at.is_none() {
        return Err(Kind::PackageKnown(package.to_string()).into());
    }
    let said = rules::listing::read(rules::draft::listing_of(package))?;
    let (metadata, digests) = (package.metadata.clone(), digests_of(package));
    let mut new = new_package(actor, metadata, digests, said, package.required.clone());
    new.url = package.url.clone();
    let detail = detail(&package.sha256, &new.required);
    let (product, told) = put_up(app, &mut change, &mut new, None, None, lower).await?;
    announce(&mut change, &product, &new).await?;
    let deed = Deed::new("package.restore", in_words(&product)).with(detail);
    change.commit(Part::Packages, deed).await?;
    published(app, &before, &package.sha256, told)
}

/// Withdraws a package: it is no longer offered, and its file not handed out. Whoever may is offered the next lower version.
///
/// # Errors
/// [`Kind::Withdrawal`] if not exactly one published package is meant.
pub(crate) async fn withdraw(
    app: &App,
    actor: &Actor,
    asked: &str,
    version: Option<&str>,
) -> Result<Withdrawn> {
    let version = version.map(ProductVersion::parse).transpose()?;
    let mut change = Change::begin_with(app, actor, Ability::Publish).await?;
    let before = app.snapshot.load_full();
    let package = choose(before.packages.iter(), asked, version.as_ref())?;
    let at = change.at;
    db::packages::withdraw(change.rows(), package.id, at).await?;
    let deed = Deed::new("package.withdraw", package.to_string()).with(format!("sha256 {}", package.sha256));
    change.commit(Part::Packages, deed).await?;
    let changes = offer_changes(&before, &app.snapshot.load_full(), package);
    Ok(Withdrawn { package: package.to_string(), changes })
}

/// What withdrawing a package would change, before it is done.
///
/// # Errors
/// If not exactly one published package is meant.
pub(crate) fn would_withdraw(app: &App, actor: &Actor, asked: &str) -> Result<Withdrawn> {
    actor.require(Ability::Publish)?;
    let before = app.snapshot.load_full();
    let package = choose(before.packages.iter(), asked, None)?;
    let gone = |known: &Arc<Package>| Package {
        withdrawn_at: known.withdrawn_at.or_else(|| (known.id == package.id).then(Timestamp::now)),
        ..Package::clone(known)
    };
    let packages = before.packages.iter().map(gone).collect();
    let after = Snapshot { packages: Arc::new(Packages::new(packages, 0)), ..Snapshot::clone(&before) };
    let changes = offer_changes(&before, &after, package);
    Ok(Withdrawn { package: package.to_string(), changes })
}

/// Deletes a withdrawn package, and its bytes after its row. What clients said about it stays. Answers with its name.
///
/// # Errors
/// [`Kind::PackageOffered`] for one that is not withdrawn.
pub(crate) async fn delete(app: &App, actor: &Actor, asked: &str, version: Option<&str>) -> Result<String> {
    let version = version.map(ProductVersion::parse).transpose()?;
    let mut change = Change::begin_with(app, actor, Ability::Publish).await?;
    let before = app.snapshot.load_full();
    let package = choose_any(before.packages.iter(), asked, version.as_ref())?;
    if package.withdrawn_at.is_none() {
        return Err(Kind::PackageOffered(package.to_string()).into());
    }
    refuse_updater_package(&before, package.id)?;
    db::packages::delete(change.rows(), package.id).await?;
    let (subject, detail) = (package.to_string(), format!("sha256 {}", package.sha256));
    change.commit(Part::Packages, Deed::new("package.delete", subject).with(detail)).await?;
    forget_bytes(app, &package.sha256).await?;
    Ok(package.to_string())
}

/// Refuses to touch the package that people install the updater with.
pub(super) fn refuse_updater_package(snapshot: &Snapshot, id: PackageId) -> Result<()> {
    match &snapshot.updater_package {
        Some(updater) if updater.package.id == id => {
            Err(Kind::PackageIsUpdater(updater.package.to_string()).into())
        }
        _ => Ok(()),
    }
}

/// Removes bytes that no row speaks of any more. No change may come in between: somebody may be sending the same bytes.
pub(super) async fn forget_bytes(app: &App, sha256: &Sha256) -> Result<()> {
    let _turn = Arc::clone(&app.changing).lock_owned().await;
    let mut reading = app.database.read().await?;
    if db::packages::find(&mut reading, sha256).await?.is_none() {
        app.storage.remove(&PackageKey::of(sha256)).await?;
    }
    Ok(())
}

/// Lists all packages in the order of publication.
///
/// # Errors
/// If the actor may not.
pub(crate) fn list(app: &App, actor: &Actor) -> Result<Vec<PackageLine>> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load();
    let offered = offered_to_some(snapshot.packages.iter());
    let state = |package: &Package| state(package, offered.contains(&package.id));
    Ok(snapshot.packages.iter().map(|package| line(package, state(package))).collect())
}

fn state(package: &Package, is_offered: bool) -> PackageState {
    match package.withdrawn_at {
        Some(_) => PackageState::Withdrawn,
        None if is_offered => PackageState::Offered,
        None => PackageState::Superseded,
    }
}

/// Finds a package by the first digits of its SHA-256, its name or its upgrade code, and tells all about it.
///
/// # Errors
/// If it is none or not one.
pub(crate) async fn show(app: &App, actor: &Actor, asked: &str, version: Option<&str>) -> Result<Shown> {
    actor.require(Ability::View)?;
    let version = version.map(ProductVersion::parse).transpose()?;
    let snapshot = app.snapshot.load_full();
    let package = Arc::clone(choose_any(snapshot.packages.iter(), asked, version.as_ref())?);
    let is_offered = offered_to_some(snapshot.packages.iter()).contains(&package.id);
    let mut reading = app.database.read().await?;
    let (devices, reports) = db::packages::dependents(&mut reading, &package.product).await?;
    let dependents = Dependents { devices, reports, downloads: app.downloads.of(&package.sha256) };
    let (state, users) = (state(&package, is_offered), users_who_may(&snapshot, &package));
    let entity_tag = entity_tag(&package);
    Ok(Shown { package, state, users, dependents, entity_tag })
}

/// What there is to know about a published package now; nothing about one that is withdrawn.
///
/// # Errors
/// If the actor may not see packages, or no package is meant.
pub(crate) fn warnings_of(app: &App, actor: &Actor, asked: &str) -> Result<Vec<Warning>> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load_full();
    let package = choose_any(snapshot.packages.iter(), asked, None)?;
    let mut told = told(package, snapshot.packages.iter());
    told.extend(preconfiguration::told_of(app, &snapshot, package));
    Ok(told)
}

/// How many warnings there are about each of these packages, named by their SHA-256; the packages are gone through once for all.
///
/// # Errors
/// If the actor may not see packages.
pub(crate) fn warning_counts(app: &App, actor: &Actor, asked: &[&str]) -> Result<Vec<usize>> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load_full();
    let kin = Kin::of(snapshot.packages.iter());
    let by_digits: HashMap<String, &Arc<Package>> =
        snapshot.packages.iter().map(|package| (package.sha256.to_string(), package)).collect();
    let count = |asked: &&str| {
        by_digits.get(*asked).map_or(0, |package| told(package, kin.beside(package).into_iter()).len())
    };
    Ok(asked.iter().map(count).collect())
}

fn told<'a>(package: &Package, others: impl Iterator<Item = &'a Arc<Package>>) -> Vec<Warning> {
    if package.withdrawn_at.is_some() {
        return Vec::new();
    }
    let Package { product, metadata, .. } = package;
    // What came later is held against those before it, and not the other way round.
    let before = others.filter(|other| other.id <= package.id);
    warnings(Candidate { product, metadata, audience: package.audience() }, before, Zoned::now().date())
}

/// The packages on offer about which there is something to know, by the first digits of the SHA-256.
///
/// # Errors
/// If the actor may not see packages.
pub(crate) fn warned(app: &App, actor: &Actor) -> Result<HashSet<String>> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load_full();
    let offered = offered_to_some(snapshot.packages.iter());
    let kin = Kin::of(snapshot.packages.iter());
    let is_warned = |package: &&Arc<Package>| {
        offered.contains(&package.id) && !told(package, kin.beside(package).into_iter()).is_empty()
    };
    Ok(snapshot.packages.iter().filter(is_warned).map(|package| package.short_id()).collect())
}

/// What was done with a package, the newest first.
///
/// # Errors
/// If the actor may not see packages.
pub(crate) async fn history(app: &App, actor: &Actor, package: &Package) -> Result<Vec<AuditLine>> {
    actor.require(Ability::View)?;
    let mut reading = app.database.read().await?;
    let sha256 = package.sha256.to_string();
    Ok(db::audit::about_package(&mut reading, &sha256, HISTORY_LINES_MAX).await?)
}

/// Differs from another one's, and from the same package's before a change; with its quotation marks.
pub(crate) fn entity_tag(package: &Package) -> String {
    let mut digester = digest::Digester::default();
    digester.update(xml::write(std::slice::from_ref(&package.product)).as_bytes());
    let whom = (&package.required, &package.locale, &package.branding);
    let rest = (whom, package.published_at, package.withdrawn_at);
    digester.update(format!("{rest:?}").as_bytes());
    let digits = digester.finish().sha256.to_string();
    format!("\"{}\"", digits.get(..32).unwrap_or(&digits))
}

/// All about a package, as programs read it.
pub(crate) fn details(shown: &Shown) -> PackageDetails {
    let Shown { package, state, users, dependents, .. } = shown;
    let metadata = &package.metadata;
    PackageDetails {
        line: line(package, *state),
        withdrawn_at: package.withdrawn_at.map(|at| at.to_string()),
        manufacturer: metadata.manufacturer.clone(),
        product_code: metadata.product_code.clone(),
        language: metadata.language.clone(),
        scope: metadata.scope.to_string(),
        signed: metadata.signed,
        listing: rules::draft::listing_of(package),
        users: *users,
        devices: dependents.devices,
        reports: dependents.reports,
        downloads: dependents.downloads,
    }
}

fn line(package: &Package, state: PackageState) -> PackageLine {
    let product = &package.product;
    PackageLine {
        id: package.short_id(),
        name: product.name.clone(),
        version: product.version.to_string(),
        platform: product.platform.map(|platform| platform.to_string()),
        state,
        locale: package.locale.as_ref().map(ToString::to_string),
        branding: package.branding.as_ref().map(ToString::to_string),
        requires_permissions: package.required.iter().map(ToString::to_string).collect(),
        importance: product.importance.to_string(),
        upgrade_code: product.upgrade_code.to_string(),
        size: package.size,
        sha256: package.sha256.to_string(),
        file_name: package.file_name.clone(),
        url: package.url.clone(),
        published_at: package.published_at.to_string(),
        published_by: package.published_by.clone(),
    }
}

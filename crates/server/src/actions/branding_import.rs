//! Imports one of the original's branding folders: a branding, a package for it alone, and what it says of the product.
//!
//! It can be done again: what is there stays, and what is missing is added.

use std::cmp::Ordering;

use catalog::{ProductVersion, ReleaseDate, Sha256, UpgradeCode, listing};
use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};
use tokio::io::AsyncRead;

use super::{brandings, drafts, receiving};
use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::model::branding::{BrandedChange, Branding, BrandingName};
use crate::model::draft::{DraftId, Origin};
use crate::model::listing::ListingChange;
use crate::rules::branding::BrandingError;
use crate::rules::branding_folder::{branding_name, branding_shown_name};
use crate::rules::draft::origin_name;
use crate::rules::publication::LowerVersion;
use crate::rules::role::{Ability, Actor};

/// A branding folder, read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Folder {
    /// Its own name.
    pub(crate) folder: String,
    /// What the product is called.
    pub(crate) name: String,
    /// The version, as the file of properties says.
    pub(crate) version: String,
    /// When it was released, or how the release is called.
    pub(crate) release: String,
    /// The lowest version that is to be in use.
    pub(crate) minimum_version: Option<String>,
    /// The icon, in Base64.
    pub(crate) icon: Option<String>,
    /// The name of the package's file.
    pub(crate) msi: String,
    /// How many bytes it has.
    pub(crate) size: u64,
    /// The group whose users are to see the branding.
    pub(crate) group: Option<String>,
    /// What becomes of the package.
    pub(crate) effort: Effort,
}

/// What an import does with the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Effort {
    /// It only says what it would do.
    DryRun,
    /// It makes a draft.
    Draft,
    /// It publishes.
    Publish,
}

/// What an import led to, in sentences.
#[derive(Debug, Clone, Default)]
pub(crate) struct Imported {
    /// What was done, or would be.
    pub(crate) done: Vec<Message>,
    /// What the person ought to know.
    pub(crate) warnings: Vec<Message>,
}

/// Imports a folder; its package's bytes come along.
///
/// # Errors
/// If the actor may not both administer and publish, if the branding or the package is another organisation's, and what is wrong with the package, the group or the listing.
pub(crate) async fn import(
    app: &App,
    actor: &Actor,
    folder: &Folder,
    bytes: impl AsyncRead + Send + Unpin + 'static,
) -> Result<Imported> {
    actor.require(Ability::Administer)?;
    actor.require(Ability::Publish)?;
    let name = branding_name(&folder.folder)
        .map_err(|_| Kind::Branding(BrandingError::Unknown(folder.folder.clone())))?;
    let received = receiving::receive(app, bytes, Some(folder.size)).await?;
    let product =
        listing::product(&received.metadata, &received.digests, "package.msi", catalog::Listing::default())?;
    let mut told = Imported { done: Vec::new(), warnings: warnings(folder, &product.version) };
    let package = format!("{} {}", product.name, product.version);
    let snapshot = app.snapshot.load_full();
    let there = name.parse().ok().and_then(|name: BrandingName| snapshot.brandings.0.get(&name));
    if let Some(branding) = there {
        is_of_folder(folder, &name, branding)?;
    }
    is_free(app, folder, &name, &received.digests.sha256).await?;
    let published = snapshot
        .packages
        .iter()
        .find(|known| known.sha256 == received.digests.sha256 && known.withdrawn_at.is_none());
    if folder.effort == Effort::DryRun {
        if there.is_none() {
            told.done.push(message!("branding-import-would-add", name = &name));
        }
        told.done.push(match published {
            Some(known) => message!("branding-import-known", package = known.to_string()),
            None => message!("branding-import-would-receive", package = package, name = &name),
        });
        return Ok(told);
    }
    if there.is_none() {
        brandings::add(app, actor, &name, Some(&branding_shown_name(&folder.folder))).await?;
        told.done.push(message!("done-branding-add", name = &name));
    }
    if let Some(group) = &folder.group {
        brandings::assign(app, actor, &name, group).await?;
        told.done.push(message!("done-branding-assign", name = &name, group = group));
    }
    dress(app, actor, folder, &name, product.upgrade_code, &mut told).await?;
    match published {
        Some(known) => told.done.push(message!("branding-import-known", package = known.to_string())),
        None => {
            let origin = Origin::Upload(origin_name(&folder.msi));
            let id = drafts::take_in(app, actor, origin, received).await?;
            settle(app, actor, folder, &name, id, &package, &mut told).await?;
        }
    }
    Ok(told)
}

/// Refuses a folder whose name only becomes that of a branding by what is left out of it: two organisations are never one.
fn is_of_folder(folder: &Folder, name: &str, branding: &Branding) -> Result<()> {
    if branding.shown_name == branding_shown_name(&folder.folder) {
        return Ok(());
    }
    Err(Kind::Branding(BrandingError::FolderOfAnother {
        folder: folder.folder.clone(),
        name: name.to_owned(),
        shown_name: branding.shown_name.clone(),
    })
    .into())
}

/// Refuses a package that is for others already, published, withdrawn or as a draft: it would be taken away from them.
async fn is_free(app: &App, folder: &Folder, name: &str, sha256: &Sha256) -> Result<()> {
    let snapshot = app.snapshot.load_full();
    let known = snapshot.packages.iter().find(|known| known.sha256 == *sha256);
    if let Some(package) = known
        && let Some(branding) = package.branding.as_ref().filter(|branding| branding.as_str() != name)
    {
        return Err(Kind::Branding(BrandingError::PackageOfAnother {
            folder: folder.folder.clone(),
            package: package.to_string(),
            branding: branding.to_string(),
        })
        .into());
    }
    let mut reading = app.database.read().await?;
    let Some(package) = db::packages::find(&mut reading, sha256).await? else { return Ok(()) };
    let Some(draft) = db::drafts::of_package(&mut reading, package).await? else { return Ok(()) };
    if draft.listing.branding.as_deref() == Some(name) {
        return Ok(());
    }
    let draft = draft.id.0;
    Err(Kind::Branding(BrandingError::DraftOfAnother { folder: folder.folder.clone(), draft }).into())
}

/// Writes down what the folder says of the package, and publishes it if that is wanted.
async fn settle(
    app: &App,
    actor: &Actor,
    folder: &Folder,
    name: &str,
    id: DraftId,
    package: &str,
    told: &mut Imported,
) -> Result<()> {
    let is_day = matches!(ReleaseDate::parse(&folder.release), Some(ReleaseDate::Day(_)));
    let change = ListingChange {
        branding: Some(name.to_owned()),
        release_date: is_day.then(|| folder.release.clone()),
        release_notes: (!is_day).then(|| folder.release.clone()),
        ..ListingChange::default()
    };
    drafts::amend(app, actor, id, None, &change).await?;
    if folder.effort == Effort::Draft {
        told.done.push(message!("branding-import-draft", package = package, draft = id.0));
        return Ok(());
    }
    let published = drafts::publish(app, actor, id, None, LowerVersion::Refuse, None).await?;
    told.warnings.extend(
        published.warnings.iter().filter(|warning| !warning.is_about_the_file()).map(Explain::message),
    );
    told.done.push(published.message());
    Ok(())
}

/// Has the branding show the product as the folder says.
async fn dress(
    app: &App,
    actor: &Actor,
    folder: &Folder,
    name: &str,
    code: UpgradeCode,
    told: &mut Imported,
) -> Result<()> {
    let minimum_version =
        folder.minimum_version.clone().filter(|version| ProductVersion::parse(version).is_ok());
    let mut change = BrandedChange {
        name: Some(folder.name.clone()),
        icon: folder.icon.clone(),
        info_url: None,
        minimum_version,
    };
    let product = code.to_string();
    let dressed = brandings::dress(app, actor, name, &product, &change).await;
    let Err(error) = dressed else { return Ok(()) };
    if !matches!(error.kind(), Kind::Branding(BrandingError::Icon(_))) {
        return Err(error);
    }
    // An icon that is none costs no more than the icon.
    told.warnings.push(Error::message(&error));
    change.icon = None;
    brandings::dress(app, actor, name, &product, &change).await?;
    Ok(())
}

/// What is odd about a folder whose package has this version.
fn warnings(folder: &Folder, version: &ProductVersion) -> Vec<Message> {
    let mut warnings = Vec::new();
    let own = version.to_string();
    let is_same = ProductVersion::parse(&folder.version)
        .is_ok_and(|said| said.compare_fully(version) == Ordering::Equal);
    if !is_same {
        warnings.push(message!("branding-import-version", said = &folder.version, version = &own));
    }
    match folder.minimum_version.as_deref().map(|minimum| (minimum, ProductVersion::parse(minimum))) {
        Some((minimum, Ok(parsed))) if version.compare_fully(&parsed) == Ordering::Less => {
            warnings.push(message!("branding-below-minimum", offered = &own, version = minimum));
        }
        Some((minimum, Err(_))) => warnings.push(message!("branding-import-minimum", version = minimum)),
        _ => {}
    }
    warnings
}

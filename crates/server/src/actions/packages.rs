//! Packages: publish, withdraw, list.
//!
//! Bytes first, then the row: a crash in between leaves a file that no row speaks of, which the next start removes.

use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

use catalog::msi::{self, Metadata};
use catalog::{Digests, Product, ProductVersion, digest, listing};
use jiff::Zoned;
use tempfile::NamedTempFile;
use tokio::io::AsyncRead;
use tokio::task::spawn_blocking;
use tokio_util::io::SyncIoBridge;
use uuid::Uuid;

use super::{Change, Part, webhooks};
use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::model::audit::Deed;
use crate::model::listing::WrittenListing;
use crate::model::package::{NewPackage, Package, PackageLine, PackageState, in_words};
use crate::model::permission::{Permission, Permissions};
use crate::model::user::{Standing, User};
use crate::rules;
use crate::rules::catalog::{may_have, offered_to_some};
use crate::rules::file_name::{Distinction, file_name};
use crate::rules::offers::{OfferChange, changes};
use crate::rules::publication::{self, LowerVersion, Warning};
use crate::rules::role::{Ability, Actor};
use crate::rules::withdrawal::choose;
use crate::storage::PackageKey;

/// What publishing led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Published {
    /// The package in words: name, version, platform.
    pub(crate) package: String,
    /// How many users who can sign in may have it now.
    pub(crate) users: usize,
    /// What it requires.
    pub(crate) required: Permissions,
    /// What the administrator ought to know.
    pub(crate) warnings: Vec<Warning>,
}

/// What withdrawing led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Withdrawn {
    /// The package in words: name, version, platform.
    pub(crate) package: String,
    /// Who is offered something else now.
    pub(crate) changes: Vec<OfferChange>,
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
    let said = rules::listing::read(written)?;
    let required = Permission::parse_all(required)?;
    if size > app.settings.package_size_max {
        return Err(Kind::PackageTooLarge(app.settings.package_size_max).into());
    }
    let file = app.storage.receive()?;
    let bytes = SyncIoBridge::new(bytes);
    let received = spawn_blocking(move || receive(file, bytes, size)).await.map_err(Error::internal)?;
    let (file, metadata, digests) = received?;
    // Any URL does: what counts is whether there can be a product at all.
    let product = listing::product(&metadata, &digests, "package.msi", said.clone())?;
    let file_name = file_name(&product, &digests.sha256, Distinction::Short);
    let published_by = actor.name().to_owned();
    let package = NewPackage { metadata, digests, listing: said, required, file_name, published_by };
    publish_received(app, actor, file, package, &product, lower).await
}

/// Writes the bytes to a file while hashing them, and reads what the MSI says.
fn receive(
    mut file: NamedTempFile,
    bytes: impl Read,
    size: u64,
) -> Result<(NamedTempFile, Metadata, Digests)> {
    let mut copying = Copying { bytes: bytes.take(size), file: &mut file, failure: None };
    let digests = digest::of(&mut copying, |_| ());
    if let Some(failure) = copying.failure {
        return Err(Error::internal(failure));
    }
    // What cannot be read is the sender's end, which has gone.
    let digests = digests.map_err(|_| Error::from(Kind::PackageCut))?;
    if digests.size != size {
        return Err(Kind::PackageCut.into());
    }
    file.seek(SeekFrom::Start(0)).map_err(Error::internal)?;
    let metadata = msi::read(BufReader::new(file.as_file()))?;
    // Here, and not when the file is kept: that happens while other changes wait.
    file.as_file().sync_all().map_err(Error::internal)?;
    Ok((file, metadata, digests))
}

/// Reads bytes and writes them to a file on the way.
struct Copying<'a, Bytes> {
    bytes: Bytes,
    file: &'a mut NamedTempFile,
    failure: Option<io::Error>,
}

impl<Bytes: Read> Read for Copying<'_, Bytes> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        let read = buffer.get(..count).unwrap_or_default();
        if let Err(failure) = self.file.write_all(read) {
            self.failure = Some(failure);
            return Err(io::Error::other("the file cannot be written"));
        }
        Ok(count)
    }
}

async fn publish_received(
    app: &App,
    actor: &Actor,
    file: NamedTempFile,
    mut package: NewPackage,
    product: &Product,
    lower: LowerVersion,
) -> Result<Published> {
    let sha256 = package.digests.sha256;
    // The turn of the change begins before the bytes are kept, so that of two who publish the same bytes one comes first.
    let mut change = Change::begin_with(app, actor, Ability::Publish).await?;
    let snapshot = app.snapshot.load_full();
    let known = snapshot.packages.iter().find(|known| known.sha256 == sha256);
    let at = change.at;
    if let Some(known) = known.filter(|known| known.withdrawn_at.is_none()) {
        return Err(Kind::PackageKnown(known.to_string()).into());
    }
    publication::judge(product, &package.required, snapshot.packages.iter(), lower)?;
    let today = Zoned::now().date();
    let warnings = publication::warnings(product, &package.required, snapshot.packages.iter(), today);
    match known {
        Some(known) => db::packages::set_listing(change.rows(), known.id, &package, at).await?,
        None => {
            if snapshot.packages.by_file_name(&package.file_name).is_some() {
                package.file_name = file_name(product, &sha256, Distinction::Whole);
            }
            app.storage.keep(file, &PackageKey::of(&sha256)).await?;
            db::packages::insert(change.rows(), &package, at).await?;
        }
    }
    let mut detail = format!("sha256 {sha256}");
    for permission in &package.required {
        detail.push_str(&format!(", requires {permission}"));
    }
    let event =
        rules::webhook::package_published(Uuid::new_v4(), at, product, &package.digests, &package.required);
    webhooks::note(change.rows(), &event, at).await?;
    let deed = Deed { action: "package.add", subject: in_words(product), detail };
    change.commit(Part::Packages, deed).await?;
    app.outbox.wake();
    let snapshot = app.snapshot.load();
    let published = snapshot.packages.iter().find(|known| known.sha256 == sha256);
    let published = published.ok_or(Kind::Internal)?;
    let may =
        |user: &&Arc<User>| user.standing == Standing::Enabled && may_have(published, &user.permissions);
    Ok(Published {
        package: published.to_string(),
        users: snapshot.users.iter().filter(may).count(),
        required: published.required.clone(),
        warnings,
    })
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
    let deed = Deed {
        action: "package.withdraw",
        subject: package.to_string(),
        detail: format!("sha256 {}", package.sha256),
    };
    change.commit(Part::Packages, deed).await?;
    let after = app.snapshot.load_full();
    let is_enabled = |user: &&Arc<User>| user.standing == Standing::Enabled;
    let users = before.users.iter().filter(is_enabled).map(|user| user.permissions.as_ref());
    let code = package.product.upgrade_code;
    let changes = changes(code, before.packages.iter(), after.packages.iter(), users);
    Ok(Withdrawn { package: package.to_string(), changes })
}

/// Lists all packages in the order of publication.
///
/// # Errors
/// If the actor may not.
pub(crate) fn list(app: &App, actor: &Actor) -> Result<Vec<PackageLine>> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load();
    let offered = offered_to_some(snapshot.packages.iter());
    let state = |package: &Package| match package.withdrawn_at {
        Some(_) => PackageState::Withdrawn,
        None if offered.contains(&package.id) => PackageState::Offered,
        None => PackageState::Superseded,
    };
    Ok(snapshot.packages.iter().map(|package| line(package, state(package))).collect())
}

fn line(package: &Package, state: PackageState) -> PackageLine {
    let product = &package.product;
    PackageLine {
        id: package.short_id(),
        name: product.name.clone(),
        version: product.version.to_string(),
        platform: product.platform.map(|platform| platform.to_string()),
        state,
        requires_permissions: package.required.iter().map(ToString::to_string).collect(),
        importance: product.importance.to_string(),
        upgrade_code: product.upgrade_code.to_string(),
        size: package.size,
        sha256: package.sha256.to_string(),
        file_name: package.file_name.clone(),
        published_at: package.published_at.to_string(),
        published_by: package.published_by.clone(),
    }
}

//! What all ways to publish a package have in common: it is judged, written, and told of.

use std::sync::Arc;

use catalog::{Digests, Product, Sha256, listing};
use jiff::Zoned;
use tempfile::NamedTempFile;
use text::{Explain, Message, message};
use uuid::Uuid;

use super::{Change, preconfiguration, webhooks};
use crate::App;
use crate::db;
use crate::error::{Kind, Result};
use crate::model::audience::Audience;
use crate::model::branding::BrandingName;
use crate::model::package::{NewPackage, Package, PackageId};
use crate::model::permission::{Permission, Permissions};
use crate::model::snapshot::Snapshot;
use crate::model::user::{Standing, User};
use crate::rules::branding::BrandingError;
use crate::rules::catalog::{may_have, offered_to_some};
use crate::rules::file_name::{Distinction, file_name};
use crate::rules::listing::Said;
use crate::rules::offers::{OfferChange, changes, offered};
use crate::rules::publication::{self, LowerVersion};
use crate::rules::role::Actor;
use crate::rules::warning::{Candidate, Warning, warnings};
use crate::rules::webhook;
use crate::storage::PackageKey;

/// What publishing led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Published {
    /// The first digits of the SHA-256.
    pub(crate) id: String,
    /// The package in words: name, version, platform.
    pub(crate) package: String,
    /// How many users who can sign in may have it now.
    pub(crate) users: usize,
    /// What it requires.
    pub(crate) required: Permissions,
    /// What the administrator ought to know.
    pub(crate) warnings: Vec<Warning>,
    /// Who is offered something else now, where it took the place of another one.
    pub(crate) changes: Vec<OfferChange>,
}

impl Explain for Published {
    fn message(&self) -> Message {
        let (package, users) = (self.package.as_str(), self.users);
        if self.required.is_empty() {
            return message!("done-package-add", package = package, users = users);
        }
        let required: Vec<&str> = self.required.iter().map(Permission::as_str).collect();
        message!(
            "done-package-add-requiring",
            package = package,
            users = users,
            required = required.join(", ")
        )
    }
}

/// What it would change for users to publish a package, or to say something else about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outlook {
    /// How many users who can sign in would be allowed to have it.
    pub(crate) users: usize,
    /// How many of them would be offered it: the others are offered a higher version.
    pub(crate) offered: usize,
    /// What nobody could be offered any more, in words.
    pub(crate) superseded: Vec<String>,
}

/// Tells what would change if this package were published; `gone` leaves in the same change.
pub(super) fn outlook(before: &Snapshot, package: Package, gone: Option<PackageId>) -> Outlook {
    let (id, users) = (package.id, users_who_may(before, &package));
    let stays = |known: &&Arc<Package>| known.id != id && Some(known.id) != gone;
    let mut after: Vec<Arc<Package>> = before.packages.iter().filter(stays).cloned().collect();
    after.push(Arc::new(package));
    let (then, now) = (offered_to_some(before.packages.iter()), offered_to_some(after.iter()));
    let is_superseded = |known: &&Arc<Package>| then.contains(&known.id) && !now.contains(&known.id);
    let superseded = after.iter().filter(is_superseded).map(ToString::to_string).collect();
    let enabled = before.users.iter().filter(|user| is_enabled(user));
    let offered = offered(id, &after, enabled.map(|user| user.audience()));
    Outlook { users, offered, superseded }
}

/// Makes the entry of update.xml, with its file's name for a URL.
pub(super) fn product(package: &NewPackage) -> Result<Product> {
    let NewPackage { metadata, digests, listing, file_name, url, .. } = package;
    // Any name does where there is none yet: what counts is whether there can be a product at all.
    let here = if file_name.is_empty() { "package.msi" } else { file_name };
    let url = url.as_deref().unwrap_or(here);
    Ok(listing::product(metadata, digests, url, listing.clone())?)
}

/// Publishes a package within a change: judges it, writes its rows, and keeps its bytes where they come along and do not stay elsewhere.
///
/// `gone` is the package that leaves in the same change, if one does.
pub(super) async fn put_up(
    app: &App,
    change: &mut Change<'_>,
    package: &mut NewPackage,
    file: Option<NamedTempFile>,
    gone: Option<PackageId>,
    lower: LowerVersion,
) -> Result<(Product, Vec<Warning>)> {
    let product = product(package)?;
    let snapshot = app.snapshot.load_full();
    branding_is_known(&snapshot, package.branding.as_ref())?;
    let staying = || snapshot.packages.iter().filter(|known| Some(known.id) != gone);
    publication::judge(&product, package.audience(), staying(), lower)?;
    let today = Zoned::now().date();
    let candidate =
        Candidate { product: &product, metadata: &package.metadata, audience: package.audience() };
    let mut warnings = warnings(candidate, staying(), today);
    warnings.extend(preconfiguration::told(app, &snapshot, &product.install_params, &package.required));
    let (sha256, at) = (package.digests.sha256, change.at);
    match (db::packages::find(change.rows(), &sha256).await?, file) {
        (Some(id), file) => {
            if let Some(file) = file.filter(|_| package.url.is_none()) {
                app.storage.keep(file, &PackageKey::of(&sha256)).await?;
            }
            db::packages::set_url(change.rows(), id, package.url.as_deref()).await?;
            db::packages::set_listing(change.rows(), id, package, at).await?;
            db::drafts::delete(change.rows(), id).await?;
        }
        (None, Some(file)) => {
            package.file_name = free_file_name(change, &product, &package.digests).await?;
            if package.url.is_none() {
                app.storage.keep(file, &PackageKey::of(&sha256)).await?;
            }
            db::packages::insert(change.rows(), package, at).await?;
        }
        (None, None) => return Err(Kind::NotFound.into()),
    }
    Ok((product, warnings))
}

/// Refuses a branding that is none.
pub(super) fn branding_is_known(snapshot: &Snapshot, branding: Option<&BrandingName>) -> Result<()> {
    match branding {
        Some(name) if !snapshot.brandings.0.contains_key(name) => {
            Err(Kind::Branding(BrandingError::Missing(name.to_string())).into())
        }
        _ => Ok(()),
    }
}

/// Has webhooks told that a package was published, once the change counts.
pub(super) async fn announce(change: &mut Change<'_>, product: &Product, package: &NewPackage) -> Result<()> {
    let at = change.at;
    let NewPackage { digests, required, .. } = package;
    let event = webhook::package_published(Uuid::new_v4(), at, product, digests, required);
    webhooks::note(change.rows(), &event, at).await
}

/// A name on the wire that no other package's file has.
pub(super) async fn free_file_name(
    change: &mut Change<'_>,
    product: &Product,
    digests: &Digests,
) -> Result<String> {
    let short = file_name(product, &digests.sha256, Distinction::Short);
    let is_taken = db::packages::has_file_name(change.rows(), &short).await?;
    Ok(if is_taken { file_name(product, &digests.sha256, Distinction::Whole) } else { short })
}

/// What the audit says of a package that is published.
pub(super) fn detail(sha256: &Sha256, required: &Permissions) -> String {
    let mut detail = format!("sha256 {sha256}");
    for permission in required {
        detail.push_str(&format!(", requires {permission}"));
    }
    detail
}

/// What came of it, once it counts; `before` is how things were.
pub(super) fn published(
    app: &App,
    before: &Snapshot,
    sha256: &Sha256,
    warnings: Vec<Warning>,
) -> Result<Published> {
    app.outbox.wake();
    let after = app.snapshot.load_full();
    let published = after.packages.iter().find(|known| known.sha256 == *sha256).ok_or(Kind::Internal)?;
    let users = users_who_may(&after, published);
    let changes = offer_changes(before, &after, published);
    let (id, package, required) = (published.short_id(), published.to_string(), published.required.clone());
    Ok(Published { id, package, users, required, warnings, changes })
}

/// How many users who can sign in may have a package.
pub(super) fn users_who_may(snapshot: &Snapshot, package: &Package) -> usize {
    let may = |user: &&Arc<User>| is_enabled(user) && may_have(package, user.audience());
    snapshot.users.iter().filter(may).count()
}

/// How many users who can sign in belong to those whom something is for.
pub(super) fn users_in(snapshot: &Snapshot, whom: Audience<'_>) -> usize {
    let has = |user: &&Arc<User>| {
        let is_branded_alike = whom.branding.is_none() || whom.branding == user.branding.as_ref();
        is_enabled(user) && is_branded_alike && whom.permissions.is_subset(&user.permissions)
    };
    snapshot.users.iter().filter(has).count()
}

/// Whether a user can sign in.
pub(super) fn is_enabled(user: &User) -> bool {
    user.standing == Standing::Enabled
}

/// Who is offered something else of a package's upgrade code than before.
pub(super) fn offer_changes(before: &Snapshot, after: &Snapshot, package: &Package) -> Vec<OfferChange> {
    let enabled = before.users.iter().filter(|user| is_enabled(user));
    let users = enabled.map(|user| user.audience());
    changes(package.product.upgrade_code, before.packages.iter(), after.packages.iter(), users)
}

/// Reads permissions as they were written, with blanks, commas or semicolons between them in each text.
pub(super) fn permissions(written: &[String]) -> Result<Permissions> {
    let words = written.iter().flat_map(|text| text.split([' ', ',', ';', '\t', '\r', '\n']));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
    Ok(Permission::parse_all(&words)?)
}

/// The package about to be published by this actor; its file has no name on the wire yet, and its bytes are here.
pub(super) fn new_package(
    actor: &Actor,
    metadata: catalog::msi::Metadata,
    digests: Digests,
    said: Said,
    required: Permissions,
) -> NewPackage {
    let published_by = actor.name().to_owned();
    let file_name = String::new();
    let Said { listing, locale, branding } = said;
    NewPackage { metadata, digests, listing, required, locale, branding, file_name, url: None, published_by }
}

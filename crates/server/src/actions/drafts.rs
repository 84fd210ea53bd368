//! Drafts: receive, inspect, save, publish, throw away.

use std::sync::Arc;

use catalog::{Listing, Product, listing};
use jiff::{Timestamp, Zoned};
use tempfile::NamedTempFile;
use tokio::io::AsyncRead;

use super::packages::{forget_bytes, refuse_known, refuse_updater_package};
use super::publishing::{
    Outlook, Published, announce, branding_is_known, detail, free_file_name, new_package, outlook,
    permissions, published, put_up, users_in,
};
use super::{Change, Part, preconfiguration, receiving};
use crate::App;
use crate::db;
use crate::error::{Kind, Result};
use crate::model::audience::Audience;
use crate::model::audit::Deed;
use crate::model::draft::{Draft, DraftId, DraftLine, Origin};
use crate::model::listing::{ListingChange, WrittenListing};
use crate::model::package::{Package, in_words};
use crate::model::permission::Permissions;
use crate::rules;
use crate::rules::draft::{first_listing, is_too_old, listing_of, locale_of, may_change};
use crate::rules::inspection::{Difference, Fact, differences, facts, previous};
use crate::rules::publication::LowerVersion;
use crate::rules::role::{Ability, Actor, operator};
use crate::rules::warning::{Candidate, Warning, warnings};
use crate::rules::withdrawal::choose;
use crate::storage::PackageKey;

/// The most drafts at a time.
pub(crate) const DRAFTS_MAX: u64 = 100;
/// The most packages that are received for drafts at the same time.
pub(crate) const UPLOADS_MAX: usize = 8;
/// Who the audit says threw away what nobody published.
const HOUSEKEEPER: &str = "oxupdated";

/// A draft as it would be published now.
#[derive(Debug, Clone)]
pub(crate) struct Inspected {
    /// The entry of update.xml, with the file's name for a URL.
    pub(crate) product: Product,
    /// All that was read from the file.
    pub(crate) facts: Vec<Fact>,
    /// The version before, in words, if there is one.
    pub(crate) previous: Option<String>,
    /// What changed since.
    pub(crate) differences: Vec<Difference>,
    /// What the publisher ought to know.
    pub(crate) warnings: Vec<Warning>,
    /// The permissions that a user would need.
    pub(crate) required: Vec<String>,
    /// How many users who can sign in would be allowed to have it.
    pub(crate) users: usize,
}

/// Receives a package as a draft; a file that is a draft already is that draft.
///
/// # Errors
/// What the file or the limits say, or that the file is published already; nothing is kept then.
pub(crate) async fn receive(
    app: &App,
    actor: &Actor,
    origin: Origin,
    bytes: impl AsyncRead + Send + Unpin + 'static,
    size: Option<u64>,
) -> Result<DraftId> {
    actor.require(Ability::Publish)?;
    let _place = app.uploads.try_acquire().map_err(|_| Kind::UploadsTooMany)?;
    let received = receiving::receive(app, bytes, size).await?;
    take_in(app, actor, origin, received).await
}

/// Fetches a package that stays elsewhere to look at it, and makes a draft of it; published, it is offered by its URL.
///
/// # Errors
/// As for [`receive`], and if the URL may not be asked or does not answer with the file.
pub(crate) async fn receive_from(app: &App, actor: &Actor, url: &str) -> Result<DraftId> {
    actor.require(Ability::Publish)?;
    let (url, received) = receiving::fetch(app, url).await?;
    take_in(app, actor, Origin::Url(url), received).await
}

/// Makes a draft of what was received, or finds the one that it is.
///
/// # Errors
/// As for [`receive`].
pub(super) async fn take_in(
    app: &App,
    actor: &Actor,
    origin: Origin,
    received: receiving::Received,
) -> Result<DraftId> {
    let receiving::Received { file, metadata, digests } = received;
    // What could never be offered is refused now, with the mend.
    let url = origin.url().unwrap_or("package.msi");
    let product = listing::product(&metadata, &digests, url, Listing::default())?;
    let mut change = Change::begin_with(app, actor, Ability::Publish).await?;
    let snapshot = app.snapshot.load_full();
    refuse_known(&snapshot, &digests.sha256)?;
    let known = db::packages::find(change.rows(), &digests.sha256).await?;
    if let Some(package) = known
        && let Some(draft) = db::drafts::of_package(change.rows(), package).await?
    {
        move_in(app, change, &draft, &origin, file).await?;
        return Ok(draft.id);
    }
    if db::drafts::count(change.rows()).await? >= DRAFTS_MAX {
        return Err(Kind::DraftsTooMany(DRAFTS_MAX).into());
    }
    let package = match known {
        Some(package) => package,
        None => {
            let file_name = free_file_name(&mut change, &product, &digests).await?;
            let url = origin.url();
            db::packages::insert_unlisted(change.rows(), &metadata, &digests, &file_name, url).await?
        }
    };
    if origin.url().is_none() {
        app.storage.keep(file, &PackageKey::of(&digests.sha256)).await?;
    }
    let itself = snapshot.packages.iter().find(|known| known.sha256 == digests.sha256);
    let locale = locale_of(origin.file_name());
    let nobody = Permissions::new();
    let whom = Audience { permissions: &nobody, locale: locale.as_ref(), branding: None };
    let before = previous(&product, whom, snapshot.packages.iter());
    let written = match itself {
        Some(withdrawn) => listing_of(withdrawn),
        None => first_listing(before.map(Arc::as_ref), locale.as_ref(), Zoned::now().date()),
    };
    let required = itself.or(before).map(|package| package.required.clone()).unwrap_or_default();
    let (by, at) = (actor.name(), change.at);
    let id = db::drafts::insert(change.rows(), package, &origin, &written, &required, by, at).await?;
    let detail = format!("sha256 {}, from {}", digests.sha256, origin.as_str());
    let deed = Deed::new("package.receive", in_words(&product)).with(detail);
    change.commit(Part::None, deed).await?;
    Ok(id)
}

/// Has a draft's bytes come from where they came from this time, if that is another kind of place: here or elsewhere.
async fn move_in(
    app: &App,
    mut change: Change<'_>,
    draft: &Draft,
    origin: &Origin,
    file: NamedTempFile,
) -> Result<()> {
    if draft.origin.url() == origin.url() {
        return Ok(());
    }
    if origin.url().is_none() {
        app.storage.keep(file, &PackageKey::of(&draft.digests.sha256)).await?;
    }
    if !db::packages::has_listing(change.rows(), draft.package).await? {
        db::packages::set_url(change.rows(), draft.package, origin.url()).await?;
    }
    db::drafts::set_origin(change.rows(), draft.id, origin).await?;
    let detail = format!("sha256 {}, from {}", draft.digests.sha256, origin.as_str());
    let subject = format!("{} {}", draft.metadata.product_name, draft.metadata.product_version);
    change.commit(Part::None, Deed::new("package.receive", subject).with(detail)).await
}

/// Lists the drafts, the newest first.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor) -> Result<Vec<DraftLine>> {
    actor.require(Ability::View)?;
    let mut reading = app.database.read().await?;
    Ok(db::drafts::list(&mut reading).await?.iter().map(line).collect())
}

/// Finds a draft.
///
/// # Errors
/// [`Kind::DraftUnknown`].
pub(crate) async fn find(app: &App, actor: &Actor, id: DraftId) -> Result<Draft> {
    actor.require(Ability::View)?;
    let mut reading = app.database.read().await?;
    Ok(db::drafts::find(&mut reading, id).await?.ok_or(Kind::DraftUnknown(id.0))?)
}

/// Tells what a draft would be if it were published now with this listing. Changes nothing.
///
/// # Errors
/// What the listing says.
pub(crate) fn inspect(
    app: &App,
    actor: &Actor,
    draft: &Draft,
    written: WrittenListing,
    required: &[String],
) -> Result<Inspected> {
    actor.require(Ability::View)?;
    let said = rules::listing::read(written)?;
    let required = permissions(required)?;
    let rules::listing::Said { listing: said, locale, branding } = said;
    let product = listing::product(&draft.metadata, &draft.digests, url_of(draft), said)?;
    let snapshot = app.snapshot.load();
    let audience = Audience { permissions: &required, locale: locale.as_ref(), branding: branding.as_ref() };
    let before = previous(&product, audience, snapshot.packages.iter());
    let candidate = Candidate { product: &product, metadata: &draft.metadata, audience };
    let mut warnings = warnings(candidate, snapshot.packages.iter(), Zoned::now().date());
    warnings.extend(preconfiguration::told(app, &snapshot, &product.install_params, &required));
    let differences =
        before.map(|before| differences(before, &draft.metadata, draft.digests.size)).unwrap_or_default();
    Ok(Inspected {
        facts: facts(&draft.metadata, &draft.digests),
        previous: before.map(ToString::to_string),
        differences,
        warnings,
        users: users_in(&snapshot, audience),
        required: required.iter().map(ToString::to_string).collect(),
        product,
    })
}

/// Tells what publishing a draft would change for users, in the place of another package if one is named. Changes nothing.
///
/// # Errors
/// If no published package is named.
pub(crate) fn would_publish(
    app: &App,
    actor: &Actor,
    draft: &Draft,
    product: Product,
    in_place_of: Option<&str>,
) -> Result<Outlook> {
    actor.require(Ability::Publish)?;
    let snapshot = app.snapshot.load_full();
    let gone = in_place_of.map(|asked| choose(snapshot.packages.iter(), asked, None)).transpose()?;
    let said = rules::listing::read(draft.listing.clone())?;
    let package = Package {
        locale: said.locale,
        branding: said.branding,
        id: draft.package,
        product,
        metadata: draft.metadata.clone(),
        sha256: draft.digests.sha256,
        size: draft.digests.size,
        file_name: draft.file_name.clone(),
        url: draft.origin.url().map(str::to_owned),
        required: draft.required.clone(),
        published_at: Timestamp::now(),
        published_by: actor.name().to_owned(),
        withdrawn_at: None,
    };
    Ok(outlook(&snapshot, package, gone.map(|gone| gone.id)))
}

/// Writes down what is said about a draft so far; `known` is the revision that the actor knows.
///
/// # Errors
/// What the listing says, or that somebody else changed the draft in the meantime: nothing is saved then.
pub(crate) async fn save(
    app: &App,
    actor: &Actor,
    id: DraftId,
    known: Option<i64>,
    written: WrittenListing,
    required: &[String],
) -> Result<Draft> {
    let said = rules::listing::read(written.clone())?;
    let required = permissions(required)?;
    let (mut change, draft) = begin(app, actor, id, known).await?;
    let product = listing::product(&draft.metadata, &draft.digests, url_of(&draft), said.listing)?;
    branding_is_known(&app.snapshot.load(), said.branding.as_ref())?;
    let at = change.at;
    db::drafts::save(change.rows(), id, &written, &required, actor.name(), at).await?;
    let saved = db::drafts::find(change.rows(), id).await?.ok_or(Kind::DraftUnknown(id.0))?;
    let detail = detail(&draft.digests.sha256, &required);
    let deed = Deed::new("package.draft", in_words(&product)).with(detail);
    change.commit(Part::None, deed).await?;
    Ok(saved)
}

/// Writes down what changes in what is said about a draft; all else stays.
///
/// # Errors
/// As for [`save`].
pub(crate) async fn amend(
    app: &App,
    actor: &Actor,
    id: DraftId,
    known: Option<i64>,
    change: &ListingChange,
) -> Result<Draft> {
    let draft = find(app, actor, id).await?;
    may_change(&draft, known)?;
    let kept = draft.required.iter().map(ToString::to_string).collect();
    let required: Vec<String> = change.requires_permissions.clone().unwrap_or(kept);
    save(app, actor, id, Some(draft.revision), draft.listing.changed(change), &required).await
}

/// Publishes a draft as it was saved, in the place of another package if one is named: that one is withdrawn in the same change.
///
/// # Errors
/// As for publishing, or that somebody else changed the draft in the meantime.
pub(crate) async fn publish(
    app: &App,
    actor: &Actor,
    id: DraftId,
    known: Option<i64>,
    lower: LowerVersion,
    in_place_of: Option<&str>,
) -> Result<Published> {
    let (mut change, draft) = begin(app, actor, id, known).await?;
    let before = app.snapshot.load_full();
    let sha256 = draft.digests.sha256;
    refuse_known(&before, &sha256)?;
    let gone = in_place_of.map(|asked| choose(before.packages.iter(), asked, None)).transpose()?;
    let said = rules::listing::read(draft.listing)?;
    let mut new = new_package(actor, draft.metadata, draft.digests, said, draft.required);
    new.file_name = draft.file_name;
    new.url = draft.origin.url().map(str::to_owned);
    let mut detail = detail(&sha256, &new.required);
    let at = change.at;
    let id_gone = gone.map(|gone| gone.id);
    let (product, warnings) = put_up(app, &mut change, &mut new, None, id_gone, lower).await?;
    announce(&mut change, &product, &new).await?;
    let action = match gone {
        Some(gone) => {
            db::packages::withdraw(change.rows(), gone.id, at).await?;
            detail.push_str(&format!(", in place of {gone}, sha256 {}", gone.sha256));
            "package.replace"
        }
        None => "package.add",
    };
    let deed = Deed::new(action, in_words(&product)).with(detail);
    change.commit(Part::Packages, deed).await?;
    published(app, &before, &sha256, warnings)
}

/// Throws a draft away, and its bytes unless the package was published before. Answers with its name.
///
/// # Errors
/// If there is no such draft, or somebody else changed it in the meantime.
pub(crate) async fn discard(app: &App, actor: &Actor, id: DraftId, known: Option<i64>) -> Result<String> {
    let (mut change, draft) = begin(app, actor, id, known).await?;
    if db::packages::has_listing(change.rows(), draft.package).await? {
        db::drafts::delete(change.rows(), draft.package).await?;
    } else {
        refuse_updater_package(&app.snapshot.load(), draft.package)?;
        db::packages::delete(change.rows(), draft.package).await?;
    }
    let subject = format!("{} {}", draft.metadata.product_name, draft.metadata.product_version);
    let sha256 = draft.digests.sha256;
    let deed = Deed::new("package.discard", subject.clone()).with(format!("sha256 {sha256}"));
    change.commit(Part::None, deed).await?;
    forget_bytes(app, &sha256).await?;
    Ok(subject)
}

/// Throws away drafts that nobody has touched for as many days as the setting says. Answers how many.
///
/// # Errors
/// Of the database and the disk.
pub(crate) async fn expire(app: &App) -> Result<usize> {
    let mut reading = app.database.read().await?;
    let (days, now) = (app.settings.draft_age_max, Timestamp::now());
    let drafts = db::drafts::list(&mut reading).await?;
    drop(reading);
    let old: Vec<_> = drafts.into_iter().filter(|draft| is_too_old(draft, days, now)).collect();
    let housekeeper = operator(HOUSEKEEPER.to_owned());
    for draft in &old {
        // One that was changed in the meantime is not old any more.
        if let Err(error) = discard(app, &housekeeper, draft.id, Some(draft.revision)).await
            && !matches!(
                error.kind(),
                Kind::EditedMeanwhile(_) | Kind::DraftUnknown(_) | Kind::PackageIsUpdater(_)
            )
        {
            return Err(error);
        }
    }
    Ok(old.len())
}

/// Begins to change a draft that the actor knows as of a revision.
async fn begin<'a>(
    app: &'a App,
    actor: &'a Actor,
    id: DraftId,
    known: Option<i64>,
) -> Result<(Change<'a>, Draft)> {
    let mut change = Change::begin_with(app, actor, Ability::Publish).await?;
    let draft = db::drafts::find(change.rows(), id).await?.ok_or(Kind::DraftUnknown(id.0))?;
    may_change(&draft, known)?;
    Ok((change, draft))
}

/// The URL in update.xml: the file's name alone, unless the bytes stay elsewhere.
fn url_of(draft: &Draft) -> &str {
    draft.origin.url().unwrap_or(&draft.file_name)
}

/// A draft as lists show it.
pub(crate) fn line(draft: &Draft) -> DraftLine {
    let name = draft.listing.name.clone().filter(|name| !name.trim().is_empty());
    DraftLine {
        id: draft.id.0,
        name: name.unwrap_or_else(|| draft.metadata.product_name.clone()),
        version: draft.metadata.product_version.clone(),
        platform: draft.metadata.platform.map(|platform| platform.to_string()),
        origin: draft.origin.as_str().to_owned(),
        upgrade_code: draft.metadata.upgrade_code.clone().unwrap_or_default(),
        size: draft.digests.size,
        sha256: draft.digests.sha256.to_string(),
        received_at: draft.received_at.to_string(),
        received_by: draft.received_by.clone(),
        changed_at: draft.changed_at.to_string(),
        changed_by: draft.changed_by.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{DRAFTS_MAX, UPLOADS_MAX};
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        assert_says("oxupdated.md", &format!("| drafts | {DRAFTS_MAX} |"));
        assert_says("oxupdated.md", &format!("| uploads at the same time | {UPLOADS_MAX} |"));
    }
}

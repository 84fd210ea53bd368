//! What a user may have: the catalog as update.xml, and the files that it names. Answered from memory alone.

use std::convert::Infallible;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use catalog::xml::{self, Dialect};
use catalog::{Locale, Sha256, digest};
use futures_util::{Stream, StreamExt};
use jiff::Timestamp;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tokio::task::spawn_blocking;

use crate::App;
use crate::error::{Error, Kind, Result};
use crate::model::audience::Audience;
use crate::model::branding::BrandingName;
use crate::model::package::Package;
use crate::model::permission::Permissions;
use crate::model::snapshot::Snapshot;
use crate::model::source::Profile;
use crate::rules::catalog::{may_have, offer};
use crate::rules::fit::Heard;
use crate::rules::preconfiguration::Account;
use crate::rules::role::Actor;
use crate::storage::{PackageKey, StorageError};

/// The most bytes of update.xml that are kept ready.
const ANSWERS_SIZE_MAX: u64 = 64 * 1024 * 1024;
/// About how many different answers there are.
const ANSWERS_EXPECTED: usize = 256;

/// An update.xml that is ready to be sent.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The document.
    pub(crate) body: Bytes,
    /// Its entity tag, with its quotation marks.
    pub(crate) entity_tag: String,
    /// Whether what the person reads decided about it.
    pub(crate) depends_on_language: bool,
}

/// What an update.xml depends on: nothing else makes two of them differ.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Question {
    generation: u64,
    permissions: Arc<Permissions>,
    /// What packages make of what the person reads: it comes from outside, and there are millions of locales.
    heard: Heard,
    /// The branding that the person sees.
    branding: Option<BrandingName>,
    server_url: String,
    dialect: Dialect,
    files_url: String,
    /// The user, if one of the products names users; all others share their answer.
    user_name: Option<String>,
    /// What is known of the user, if one of the products tells of it.
    profile: Option<Arc<Profile>>,
}

/// The answers that are kept ready.
#[derive(Debug)]
pub(crate) struct Answers(Cache<Question, Arc<Answer>, Weight>);

#[derive(Debug, Clone)]
struct Weight;

impl Weighter<Question, Arc<Answer>> for Weight {
    fn weight(&self, question: &Question, answer: &Arc<Answer>) -> u64 {
        let name = question.user_name.as_ref().map_or(0, String::len);
        let profile = question.profile.as_deref().map_or(0, Profile::size);
        let heard = match &question.heard {
            Heard::Exact(locale) => locale.language().len(),
            Heard::Language(language) => language.len(),
            Heard::Nothing => 0,
        };
        let urls = question.server_url.len() + question.files_url.len();
        (profile + answer.body.len() + urls + name + heard) as u64
    }
}

impl Default for Answers {
    fn default() -> Self {
        Self(Cache::with_weighter(ANSWERS_EXPECTED, ANSWERS_SIZE_MAX, Weight))
    }
}

/// The update.xml of a user, who reads `reading` where the source of the account tells nothing else; the URL of each package is `server_url`, `files_path` and the file's name. A device that asks was
/// seen.
///
/// # Errors
/// If the actor is no user.
pub(crate) async fn update_xml(
    app: &Arc<App>,
    actor: &Actor,
    server_url: &str,
    files_path: &str,
    reading: Option<&Locale>,
    dialect: Dialect,
) -> Result<Arc<Answer>> {
    let user = actor.updating_user()?;
    if let Some(device) = actor.device() {
        app.last_seen.note(device.id, Timestamp::now());
    }
    let snapshot = app.snapshot.load_full();
    let packages = &snapshot.packages;
    let audience = user.audience().or_reading(reading);
    let may = |package: &Arc<Package>| may_have(package, audience);
    let (is_personal, tells_more) = (packages.personal().any(may), packages.profiled().any(may));
    let question = Question {
        generation: packages.generation(),
        permissions: Arc::clone(&user.permissions),
        heard: Heard::of(audience.locale, packages.spoken()),
        branding: audience.branding.cloned(),
        // What is installed speaks to Open-Xchange, where the account is there.
        server_url: app
            .settings
            .open_xchange_of(user.source.as_ref())
            .unwrap_or_else(|| server_url.to_owned()),
        dialect,
        files_url: format!("{server_url}{files_path}"),
        user_name: is_personal.then(|| user.name.to_string()),
        profile: tells_more.then(|| Arc::clone(&user.profile)),
    };
    if let Some(answer) = app.answers.0.get(&question) {
        return Ok(answer);
    }
    let locale = audience.locale.cloned();
    // Ten thousand products take a while, and many may ask the same right after a change: one of them does the work.
    let app = Arc::clone(app);
    let made = spawn_blocking(move || {
        app.answers.0.get_or_insert_with(&question, || {
            Ok::<_, Infallible>(answer(&snapshot, &question, locale.as_ref()))
        })
    });
    let Ok(answer) = made.await.map_err(Error::internal)?;
    Ok(answer)
}

/// Makes an answer; every locale that is [`Heard`] alike leads to the same one.
fn answer(snapshot: &Snapshot, question: &Question, locale: Option<&Locale>) -> Arc<Answer> {
    let Question { permissions, branding, .. } = question;
    let audience = Audience { permissions, locale, branding: branding.as_ref() };
    let offered = offer(snapshot.packages.iter(), audience);
    let products = offered.into_iter().filter_map(|package| product(package, question));
    let products: Vec<_> =
        products.map(|product| snapshot.brandings.dress(audience.branding, product)).collect();
    let body = Bytes::from(xml::write_in(question.dialect, &products));
    let mut digester = digest::Digester::default();
    digester.update(&body);
    Arc::new(Answer {
        body,
        entity_tag: format!("\"{}\"", digester.finish().sha256),
        depends_on_language: !snapshot.packages.spoken().is_empty(),
    })
}

/// The entry of a package as this user reads it.
fn product(package: &Package, question: &Question) -> Option<catalog::Product> {
    let nothing = Profile::default();
    let account = Account {
        server_url: &question.server_url,
        user_name: question.user_name.as_deref().unwrap_or_default(),
        profile: question.profile.as_deref().unwrap_or(&nothing),
    };
    let Some(filled) = account.fill(&package.product.install_params) else {
        // There was room for it when it was published; an entry that is wrong would be left out by the client.
        tracing::error!(%package, "a product is left out: its install params became too long");
        return None;
    };
    let install_params = filled.params;
    let here = || format!("{}{}", question.files_url, package.file_name);
    let url = package.url.clone().unwrap_or_else(here);
    Some(catalog::Product { url, install_params, ..package.product.clone() })
}

/// The package behind a file's name.
///
/// # Errors
/// [`Kind::NotFound`], whether there is no such file or the user may not have it.
pub(crate) fn package(app: &App, actor: &Actor, file_name: &str) -> Result<Arc<Package>> {
    let user = actor.updating_user()?;
    let snapshot = app.snapshot.load();
    let package = snapshot.packages.by_file_name(file_name);
    // One that stays elsewhere is not handed out here.
    let package = package.filter(|package| package.url.is_none() && may_have(package, user.audience()));
    package.cloned().ok_or_else(|| Kind::NotFound.into())
}

/// The package behind a file's name, as the user sees it.
///
/// # Errors
/// As for [`package`].
pub(crate) fn dressed(app: &App, actor: &Actor, file_name: &str) -> Result<Arc<Package>> {
    let package = package(app, actor, file_name)?;
    let branding = actor.updating_user()?.branding.as_ref();
    Ok(app.snapshot.load().brandings.dressed(branding, &package))
}

/// Reads a part of a package's bytes, `size` in all, piece by piece as they are taken.
///
/// # Errors
/// If the bytes are not there, or not as many as were published.
pub(crate) async fn read(
    app: &App,
    sha256: &Sha256,
    size: u64,
    part: Range<u64>,
) -> Result<impl Stream<Item = std::result::Result<Bytes, StorageError>> + Send + use<>> {
    let key = PackageKey::of(sha256);
    let stored = app.storage.size(&key).await?;
    if stored != size {
        tracing::error!(%sha256, stored, size, "a package's bytes are not those that were published");
        return Err(Kind::Internal.into());
    }
    // Counted until the stream is dropped, whether at its end or before.
    let download = app.downloads.begin(*sha256);
    Ok(app.storage.read(key, part).inspect(move |_| {
        let _ = &download;
    }))
}

#[cfg(test)]
mod tests {
    use super::ANSWERS_SIZE_MAX;
    use crate::reference::assert_says;

    #[test]
    fn the_limit_is_told() {
        let size = ANSWERS_SIZE_MAX / 1024 / 1024;
        assert_says("oxupdated.md", &format!("| update.xml answers that are kept ready | {size} MB |"));
    }
}

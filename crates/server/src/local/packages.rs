//! Verbs of packages and drafts: from an order to an action, and to an answer in the person's language.

use text::{Explain, Language, Message, message};
use tokio::io::AsyncRead;

use super::order::{Answer, PackageOrder, PackageVerb};
use crate::App;
use crate::actions::publishing::Published;
use crate::actions::{drafts, packages};
use crate::error::Result;
use crate::model::draft::{DraftId, Origin};
use crate::model::listing::ListingChange;
use crate::rules::draft::{listing_of, origin_name};
use crate::rules::offers::{gone_in_words, replaced_in_words};
use crate::rules::publication::LowerVersion;
use crate::rules::role::Actor;

/// `package add`
pub(super) async fn add(
    app: &App,
    actor: &Actor,
    order: PackageOrder,
    bytes: impl AsyncRead + Send + Unpin + 'static,
    language: Language,
) -> Result<Answer> {
    let PackageOrder { listing, required, lower, size, url } = order;
    let published = match url {
        Some(url) => packages::publish_from(app, actor, listing, &required, lower, &url).await?,
        None => packages::publish(app, actor, listing, &required, lower, bytes, size).await?,
    };
    Ok(said_of_published(&published, language))
}

/// `package withdraw`
pub(super) async fn withdraw(
    app: &App,
    actor: &Actor,
    package: &str,
    version: Option<&str>,
    language: Language,
) -> Result<Answer> {
    let withdrawn = packages::withdraw(app, actor, package, version).await?;
    let done = message!("done-package-withdraw", package = withdrawn.package);
    Ok(Answer::Done(lines(&done, &gone_in_words(&withdrawn.changes), language)))
}

/// The other verbs.
pub(super) async fn perform(
    app: &App,
    actor: &Actor,
    verb: PackageVerb,
    bytes: impl AsyncRead + Send + Unpin + 'static,
    language: Language,
) -> Result<Answer> {
    let done = match verb {
        PackageVerb::Draft { name, change, size } => {
            let origin = Origin::Upload(origin_name(&name));
            let id = drafts::receive(app, actor, origin, bytes, Some(size)).await?;
            amend(app, actor, id, &change).await?;
            message!("done-package-draft", draft = id.0)
        }
        PackageVerb::DraftFrom { url, change } => {
            let id = drafts::receive_from(app, actor, &url).await?;
            amend(app, actor, id, &change).await?;
            message!("done-package-draft", draft = id.0)
        }
        PackageVerb::Drafts => return Ok(Answer::Drafts(drafts::list(app, actor).await?)),
        PackageVerb::Publish { draft, template, in_place_of, lower } => {
            let id = DraftId(draft);
            if template.is_some() {
                let change = ListingChange { template, ..ListingChange::default() };
                drafts::amend(app, actor, id, None, &change).await?;
            }
            let published = drafts::publish(app, actor, id, None, lower, in_place_of.as_deref()).await?;
            return Ok(match in_place_of {
                Some(_) => said_of_replaced(&published, language),
                None => said_of_published(&published, language),
            });
        }
        PackageVerb::Discard { draft } => {
            let package = drafts::discard(app, actor, DraftId(draft), None).await?;
            message!("done-package-discard", package = package)
        }
        PackageVerb::Show { package, version } => {
            let shown = packages::show(app, actor, &package, version.as_deref()).await?;
            return Ok(Answer::Package(Box::new(packages::details(&shown))));
        }
        PackageVerb::Set { package, change, lower } => {
            let published = set(app, actor, &package, &change, lower).await?;
            return Ok(said_of_published(&published, language));
        }
        PackageVerb::Restore { package, lower } => {
            let published = packages::restore(app, actor, &package, lower).await?;
            return Ok(said_of_published(&published, language));
        }
        PackageVerb::Replace { package, name, lower, size } => {
            let published = replace(app, actor, &package, &name, lower, bytes, size).await?;
            return Ok(said_of_replaced(&published, language));
        }
        PackageVerb::Delete { package, version } => {
            let package = packages::delete(app, actor, &package, version.as_deref()).await?;
            message!("done-package-delete", package = package)
        }
    };
    Ok(Answer::Done(done.say(language)))
}

/// Writes down what was said with a new draft; if that is refused, there is no draft either.
async fn amend(app: &App, actor: &Actor, id: DraftId, change: &ListingChange) -> Result<()> {
    if *change != ListingChange::default()
        && let Err(error) = drafts::amend(app, actor, id, None, change).await
    {
        drafts::discard(app, actor, id, None).await?;
        return Err(error);
    }
    Ok(())
}

async fn set(
    app: &App,
    actor: &Actor,
    package: &str,
    change: &ListingChange,
    lower: LowerVersion,
) -> Result<Published> {
    let shown = packages::show(app, actor, package, None).await?;
    let required = shown.package.required.iter().map(ToString::to_string).collect();
    let required: Vec<String> = change.requires_permissions.clone().unwrap_or(required);
    let (written, id) = (listing_of(&shown.package).changed(change), shown.package.sha256.to_string());
    packages::set_listing(app, actor, &id, Some(&shown.entity_tag), written, &required, lower).await
}

async fn replace(
    app: &App,
    actor: &Actor,
    package: &str,
    name: &str,
    lower: LowerVersion,
    bytes: impl AsyncRead + Send + Unpin + 'static,
    size: u64,
) -> Result<Published> {
    let id = drafts::receive(app, actor, Origin::Upload(origin_name(name)), bytes, Some(size)).await?;
    let published = drafts::publish(app, actor, id, None, lower, Some(package)).await;
    if published.is_err() {
        drafts::discard(app, actor, id, None).await?;
    }
    published
}

fn said_of_published(published: &Published, language: Language) -> Answer {
    with_warnings(published.message().say(language), published, language)
}

fn said_of_replaced(published: &Published, language: Language) -> Answer {
    let done = message!("done-package-replace", package = published.package.as_str());
    with_warnings(lines(&done, &replaced_in_words(&published.changes), language), published, language)
}

fn with_warnings(done: String, published: &Published, language: Language) -> Answer {
    // What only the file's makers can mend does not stop anybody at the command line; "package drafts" and the pages tell it.
    let told = published.warnings.iter().filter(|warning| !warning.is_about_the_file());
    let warnings: Vec<String> = told.map(|warning| warning.message().say(language)).collect();
    if warnings.is_empty() { Answer::Done(done) } else { Answer::DoneBut { done, warnings } }
}

fn lines(done: &Message, more: &[Message], language: Language) -> String {
    let sentences = std::iter::once(done).chain(more);
    sentences.map(|sentence| sentence.say(language)).collect::<Vec<_>>().join("\n")
}

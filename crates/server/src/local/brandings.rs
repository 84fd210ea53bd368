//! Verbs of brandings: from an order to an action, and to what is said of it.

use text::{Language, Message, message};
use tokio::io::AsyncRead;

use super::order::{Answer, BrandingOrder};
use crate::App;
use crate::actions::{Effect, branding_import, brandings};
use crate::error::Result;
use crate::rules::role::Actor;

/// Does what an order says about brandings.
pub(super) async fn answer(
    app: &App,
    actor: &Actor,
    order: BrandingOrder,
    bytes: impl AsyncRead + Send + Unpin + 'static,
    language: Language,
) -> Result<Answer> {
    if let BrandingOrder::Import(folder) = &order {
        let imported = branding_import::import(app, actor, folder, bytes).await?;
        let say = |messages: &[Message]| -> Vec<String> {
            messages.iter().map(|message| format!("{}: {}", folder.folder, message.say(language))).collect()
        };
        let (done, warnings) = (say(&imported.done).join("\n"), say(&imported.warnings));
        return Ok(Answer::DoneBut { done, warnings });
    }
    if matches!(order, BrandingOrder::List) {
        return Ok(Answer::Brandings(brandings::list(app, actor).await?));
    }
    Ok(Answer::Done(change(app, actor, order).await?.say(language)))
}

async fn change(app: &App, actor: &Actor, order: BrandingOrder) -> Result<Message> {
    Ok(match order {
        BrandingOrder::Add { name, shown_name } => {
            let name = brandings::add(app, actor, &name, shown_name.as_deref()).await?;
            message!("done-branding-add", name = name.as_str())
        }
        BrandingOrder::Rename { name, shown_name } => {
            brandings::rename(app, actor, &name, &shown_name).await?;
            message!("done-branding-rename", name = name, shown = shown_name)
        }
        BrandingOrder::Remove { name } => {
            brandings::remove(app, actor, &name).await?;
            message!("done-branding-remove", name = name)
        }
        BrandingOrder::Assign { name, group } => match brandings::assign(app, actor, &name, &group).await? {
            Effect::Changed => message!("done-branding-assign", name = name, group = group),
            Effect::None => message!("done-branding-assign-before", name = name, group = group),
        },
        BrandingOrder::Unassign { group } => match brandings::unassign(app, actor, &group).await? {
            Effect::Changed => message!("done-branding-unassign", group = group),
            Effect::None => message!("done-branding-unassign-before", group = group),
        },
        BrandingOrder::Dress { name, product, change } => {
            match brandings::dress(app, actor, &name, &product, &change).await? {
                Effect::Changed => message!("done-branding-dress", name = name, product = product),
                Effect::None => message!("done-branding-dress-before", name = name, product = product),
            }
        }
        // These are answered before.
        BrandingOrder::Import(_) | BrandingOrder::List => message!("no-brandings"),
    })
}

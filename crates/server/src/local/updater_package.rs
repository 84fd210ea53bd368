//! The updater package at the command line.

use text::{Language, message};

use super::order::{Answer, UpdaterOrder};
use crate::App;
use crate::actions::{Effect, updater_package};
use crate::error::Result;
use crate::model::updater_package::Signature;
use crate::rules::role::Actor;

/// Does what an order about the updater package says.
pub(super) async fn answer(
    app: &App,
    actor: &Actor,
    order: UpdaterOrder,
    language: Language,
) -> Result<Answer> {
    match order {
        UpdaterOrder::Show => updater_package::show(app, actor).map(Answer::Updater),
        UpdaterOrder::Set { package, version } => {
            let set = updater_package::set(app, actor, &package, version.as_deref()).await?;
            Ok(said_of(set, language))
        }
        UpdaterOrder::Unset => {
            let done = match updater_package::unset(app, actor).await? {
                Effect::Changed => message!("done-updater-unset"),
                Effect::None => message!("done-updater-unset-before"),
            };
            Ok(Answer::Done(done.say(language)))
        }
    }
}

/// What the updater package is now, and what Windows will make of it.
fn said_of(set: updater_package::Set, language: Language) -> Answer {
    let package = set.package;
    let warnings = match set.signature {
        Signature::Signed => Vec::new(),
        Signature::Unsigned => vec![message!("updater-package-unsigned", package = &package).say(language)],
    };
    let done = match set.effect {
        Effect::Changed => message!("done-updater-set", package = package),
        Effect::None => message!("done-updater-set-before", package = package),
    };
    Answer::DoneBut { done: done.say(language), warnings }
}

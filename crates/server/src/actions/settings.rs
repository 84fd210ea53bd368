//! Settings: list. They are changed in their file, by whoever may write it.

use crate::App;
use crate::error::Result;
use crate::rules::role::{Ability, Actor};
use crate::settings::{SETTINGS, Written};

/// Lists what counts of each setting, in the order of the reference.
///
/// # Errors
/// If the actor may not.
pub(crate) fn list(app: &App, actor: &Actor) -> Result<Vec<Written>> {
    actor.require(Ability::Administer)?;
    let written =
        |name: &str| app.settings.written.iter().find(|written| written.setting.name == name).cloned();
    Ok(SETTINGS.iter().filter_map(|setting| written(setting.name)).collect())
}

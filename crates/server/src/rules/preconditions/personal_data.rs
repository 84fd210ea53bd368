//! The plug-in for personal data: people may edit their own contact.
//!
//! The property decides about contexts at the moment when they are made: older ones stay as they are.

use text::{Message, message};

use super::configuration::{FOLDER_CACHE, Looked, USER_EDIT, is_true};
use super::version::OpenXchangeVersion;
use super::{Site, file_of, of_server};
use crate::model::precondition::{Judgement, PlugIn, Precondition};

/// What is so of the plug-in.
pub(super) fn judge(site: &Site) -> Vec<Precondition> {
    vec![edit(site)]
}

fn edit(site: &Site) -> Precondition {
    let make = |judgement, found: Message| of_server(PlugIn::PersonalData, "personal-edit", judgement, found);
    let looked = match site.layout() {
        Ok(layout) => site.configuration.find(layout, FOLDER_CACHE, USER_EDIT),
        Err(why) => return make(Judgement::CannotTell, why),
    };
    let older = message!("precondition-edit-older-contexts", key = USER_EDIT);
    match looked {
        Looked::Unknown(why) => make(Judgement::CannotTell, why),
        Looked::Value { value, place } if is_true(&value) => {
            make(Judgement::Met, message!("precondition-edit-on", key = USER_EDIT)).at(place).advised(older)
        }
        Looked::Value { value, place } => {
            let found = message!("precondition-edit-off", key = USER_EDIT, value = value);
            let advice = message!("precondition-edit-set", key = USER_EDIT, place = file_of(&place));
            make(Judgement::NotMet, found).at(place).advised(advice)
        }
        Looked::Absent { file, is_there } => match super::absent(site, USER_EDIT, &file, is_there) {
            Some(why) => make(Judgement::CannotTell, why),
            None => unset(site, &file, make, older),
        },
    }
}

/// What counts if nothing is said depends on the version.
fn unset(
    site: &Site,
    file: &str,
    make: impl Fn(Judgement, Message) -> Precondition,
    older: Message,
) -> Precondition {
    let advice = message!("precondition-edit-set", key = USER_EDIT, place = file);
    if site.is_at_least(OpenXchangeVersion::EDIT_BY_DEFAULT) == Some(true) {
        let found = message!("precondition-edit-default-on", key = USER_EDIT);
        return make(Judgement::Met, found).advised(older);
    }
    if site.is_at_least(OpenXchangeVersion::ONE_CORE) == Some(false) {
        let found = message!("precondition-edit-default-off", key = USER_EDIT);
        return make(Judgement::NotMet, found).advised(advice);
    }
    let found = message!("precondition-edit-default-unknown", key = USER_EDIT);
    make(Judgement::CannotTell, found).advised(advice)
}

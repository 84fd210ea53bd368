//! Words and small parts that the pages of users, groups and imports have in common.

use axum::response::Response;
use maud::{Markup, html};
use text::{Language, Message, message};

use super::absent;
use super::address::segment;
use super::notice::Tone;
use super::visit::Visit;
use crate::error::{Error, Kind, Result};
use crate::model::user::{PasswordState, Role, SecondFactorState, Standing};

/// The address of a user's page.
pub(super) fn user_path(name: &str) -> String {
    format!("/admin/users/{}", segment(name))
}

/// The address of a group's page.
pub(super) fn group_path(name: &str) -> String {
    format!("/admin/groups/{}", segment(name))
}

/// The word for a standing.
pub(super) fn standing_word(standing: Standing) -> Message {
    match standing {
        Standing::Enabled => message!("user-standing-enabled"),
        Standing::Disabled => message!("user-standing-disabled"),
    }
}

/// The words for what password there is.
pub(super) fn password_word(password: PasswordState) -> Message {
    match password {
        PasswordState::Own => message!("word-password-own"),
        PasswordState::OneTime => message!("word-password-one-time"),
        PasswordState::None => message!("word-password-none"),
        PasswordState::Source => message!("word-password-source"),
    }
}

/// How it stands with a second factor, in words.
pub(super) fn second_factor_word(state: SecondFactorState) -> Message {
    match state {
        SecondFactorState::SetUp => message!("word-second-factor-set-up"),
        SecondFactorState::Missing => message!("word-second-factor-missing"),
    }
}

/// All roles as choices, with one in front that stands for any where there is a word for it.
pub(super) fn roles(language: Language, any: Option<Message>) -> Vec<(String, String)> {
    let any = any.map(|any| (String::new(), any.say(language)));
    let roles = Role::ALL.map(|role| (role.as_str().to_owned(), role.word().say(language)));
    any.into_iter().chain(roles).collect()
}

/// Links to the pages of groups, with commas between them.
pub(super) fn group_links(groups: &[String]) -> Markup {
    html! {
        @for (place, group) in groups.iter().enumerate() {
            @if place > 0 { ", " }
            a href=(group_path(group)) { (group) }
        }
    }
}

/// Leads on after a change; what was refused in a way that the person can mend is said on the same page.
pub(super) fn led_on(visit: &Visit, path: &str, done: Result<Message>) -> Result<Response> {
    match done {
        Ok(done) => Ok(visit.lead_on(path, &done)),
        Err(error) if is_mendable(&error) => Ok(visit.lead_on_with(path, Tone::Bad, &absent::said(&error))),
        Err(error) => Err(error),
    }
}

/// Whether the person can mend it in the form.
pub(super) fn is_mendable(error: &Error) -> bool {
    !matches!(error.kind(), Kind::NotFound | Kind::NotAllowed | Kind::SessionOver)
        && error.status().is_client_error()
}

/// A user or group that is not there is a page that is not there.
pub(super) fn or_not_there<Value>(result: Result<Value>) -> Result<Value> {
    result.map_err(|error| match error.kind() {
        Kind::UserUnknown(_) | Kind::GroupUnknown(_) | Kind::Name(_) => Kind::NotFound.into(),
        _ => error,
    })
}

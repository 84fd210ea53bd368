//! What is not there, as pages of the administration say it: the way out is a list, and no verb.

use text::{Explain, Message, message};

use crate::error::{Error, Kind};

/// What an error says on pages, where the way out is another page and no verb.
pub(super) fn said(error: &Error) -> Message {
    match error.kind() {
        Kind::DraftUnknown(id) => message!("page-draft-unknown", id = *id),
        Kind::GroupUnknown(name) => message!("page-group-unknown", name = name),
        Kind::UserUnknown(name) => message!("page-user-unknown", name = name),
        Kind::TokenUnknown(id) => message!("page-token-unknown", id = id.to_string()),
        _ => error.message(),
    }
}

/// The list where what is not there would be, if there is one.
pub(super) fn list(error: &Error) -> Option<(&'static str, Message)> {
    Some(match error.kind() {
        Kind::DraftUnknown(_) => ("/admin/packages", message!("page-packages")),
        Kind::GroupUnknown(_) => ("/admin/groups", message!("heading-groups")),
        Kind::UserUnknown(_) => ("/admin/users", message!("page-users")),
        Kind::TokenUnknown(_) => ("/account", message!("page-account")),
        _ => return None,
    })
}

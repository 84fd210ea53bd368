//! What each person needs: module permissions at Open-Xchange, by its own word.
//!
//! Permissions that were granted here say nothing about Open-Xchange, and neither do those of a directory.

use text::{Message, message};

use super::of_server;
use crate::model::precondition::{Judgement, Person, PlugIn, Precondition, SourceWord};

/// What each person needs for which plug-in: the precondition, the permission, and the option of `changeuser` that grants it.
///
/// Source: changeuser(1) of Open-Xchange, and its list of module permissions.
const NEEDED: [(PlugIn, &str, &str, &str); 3] = [
    (PlugIn::Connector, "connector-user-usm", "usm", "--access-usm"),
    (PlugIn::Connector, "connector-user-olox20", "olox20", "--access-olox20"),
    (PlugIn::PasswordChange, "password-user-edit", "edit_password", "--access-edit-password"),
];

/// What is so of a person.
pub(crate) fn judge(person: &Person) -> Vec<Precondition> {
    NEEDED.map(|(plug_in, id, permission, option)| needed(person, plug_in, id, permission, option)).into()
}

fn needed(
    person: &Person,
    plug_in: PlugIn,
    id: &'static str,
    permission: &str,
    option: &str,
) -> Precondition {
    let (judgement, found) = match &person.word {
        SourceWord::OpenXchange { permissions, confirmed_at } => {
            let at = confirmed_at.as_deref().unwrap_or("–");
            if permissions.iter().any(|held| held == permission) {
                (Judgement::Met, message!("precondition-user-has", permission = permission, at = at))
            } else {
                (Judgement::NotMet, message!("precondition-user-lacks", permission = permission, at = at))
            }
        }
        SourceWord::Never => {
            (Judgement::CannotTell, message!("precondition-user-never", permission = permission))
        }
        SourceWord::Gone => {
            (Judgement::CannotTell, message!("precondition-user-gone", permission = permission))
        }
        SourceWord::Local => {
            (Judgement::CannotTell, message!("precondition-user-local", permission = permission))
        }
        SourceWord::Other(source) => {
            let found = message!("precondition-user-other", permission = permission, source = source);
            (Judgement::CannotTell, found)
        }
    };
    let advice = match judgement {
        Judgement::Met => None,
        Judgement::NotMet => Some(message!("precondition-user-grant", call = call(&person.name, option))),
        Judgement::CannotTell => Some(message!("precondition-user-see", call = call(&person.name, option))),
    };
    let judged: Message = found;
    Precondition { user: Some(person.name.clone()), advice, ..of_server(plug_in, id, judgement, judged) }
}

/// The call that grants a permission, ready to be typed; whatever the name is, it is one word of the shell.
fn call(name: &str, option: &str) -> String {
    let (user, context) = match name.rsplit_once('@') {
        // The number of a context; other names of contexts do not fit behind `-c`.
        Some((user, context)) if !context.is_empty() && context.bytes().all(|byte| byte.is_ascii_digit()) => {
            (user, context)
        }
        _ => (name, "CONTEXT"),
    };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.@".contains(&byte);
    let word = if !user.starts_with('-') && user.bytes().all(is_plain) {
        user.to_owned()
    } else {
        format!("'{}'", user.replace('\'', "'\\''"))
    };
    format!("/opt/open-xchange/sbin/changeuser -c {context} -u {word} {option} on")
}

#[cfg(test)]
mod tests {
    use super::{call, judge};
    use crate::model::precondition::{Judgement, Person, SourceWord};

    #[test]
    fn only_the_word_of_open_xchange_counts() {
        let check = |word: SourceWord, expected: [Judgement; 3], ids: &str| {
            let judged = judge(&Person { name: "anna@1".to_owned(), word });
            let judgements: Vec<Judgement> = judged.iter().map(|one| one.judgement).collect();
            assert_eq!(judgements, expected, "{judged:?}");
            assert_eq!(judged[0].found.id(), ids);
            let advised = judged.iter().all(|one| one.advice.is_none() == (one.judgement == Judgement::Met));
            assert!(advised, "{judged:?}");
        };
        use Judgement::{CannotTell, Met, NotMet};
        let told = |permissions: &[&str]| SourceWord::OpenXchange {
            permissions: permissions.iter().map(ToString::to_string).collect(),
            confirmed_at: None,
        };
        check(told(&["usm", "olox20", "edit_password"]), [Met, Met, Met], "precondition-user-has");
        check(told(&["usm"]), [Met, NotMet, NotMet], "precondition-user-has");
        check(told(&[]), [NotMet, NotMet, NotMet], "precondition-user-lacks");
        check(SourceWord::Never, [CannotTell; 3], "precondition-user-never");
        check(SourceWord::Gone, [CannotTell; 3], "precondition-user-gone");
        check(SourceWord::Local, [CannotTell; 3], "precondition-user-local");
        check(SourceWord::Other("ad".to_owned()), [CannotTell; 3], "precondition-user-other");
    }

    #[test]
    fn a_call_can_be_typed_whatever_the_name_is() {
        let check = |name: &str, expected: &str| {
            let expected = format!("/opt/open-xchange/sbin/changeuser {expected} --access-usm on");
            assert_eq!(call(name, "--access-usm"), expected);
        };
        check("anna@1", "-c 1 -u anna");
        check("anna", "-c CONTEXT -u anna");
        check("anna@example.com", "-c CONTEXT -u anna@example.com");
        check("a b'; rm -rf /", "-c CONTEXT -u 'a b'\\''; rm -rf /'");
        check("-x", "-c CONTEXT -u '-x'");
        check("jörg@2", "-c 2 -u 'jörg'");
    }
}

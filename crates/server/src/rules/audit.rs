//! Actions of the audit in plain words.

use text::{Message, message};

use crate::model::user::Role;

/// All actions that can be looked for.
pub(crate) const ACTIONS: &[&str] = &[
    "backup.make",
    "branding.add",
    "branding.assign",
    "branding.dress",
    "branding.remove",
    "branding.rename",
    "branding.unassign",
    "device.enrol",
    "device.forget",
    "device.revoke",
    "group.add",
    "group.join",
    "group.leave",
    "group.remove",
    "package.add",
    "package.delete",
    "package.discard",
    "package.draft",
    "package.receive",
    "package.replace",
    "package.restore",
    "package.set",
    "package.withdraw",
    "permission.grant",
    "permission.revoke",
    "session.begin",
    "session.end",
    "session.end-others",
    "token.create",
    "token.revoke",
    "updater.set",
    "updater.unset",
    "user.add",
    "user.alias",
    "user.change",
    "user.confirm",
    "user.conflict",
    "user.disable",
    "user.enable",
    "user.gone",
    "user.hand-out",
    "user.import",
    "user.own-password",
    "user.remove",
    "user.reset",
    "user.reset-totp",
    "user.set-password",
    "user.set-role",
    "webhook.add",
    "webhook.enable",
    "webhook.remove",
    "webhook.test",
];

/// What was done, in a few words; `None` for an action of which nothing is known here.
pub(crate) fn in_words(action: &str) -> Option<Message> {
    let (noun, _) = action.split_once('.')?;
    match noun {
        "user" => user(action),
        "package" => package(action),
        "group" | "permission" => group(action),
        "branding" => branding(action),
        _ => other(action),
    }
}

/// The details of an action in words, part by part; what no word is known for stays as it is.
pub(crate) fn detail_in_words(detail: &str) -> Vec<Message> {
    detail.split(", ").filter(|part| !part.is_empty()).map(part_in_words).collect()
}

fn part_in_words(part: &str) -> Message {
    let whole = match part {
        "disabled" => Some(message!("user-standing-disabled")),
        "enabled" => Some(message!("user-standing-enabled")),
        "present" => Some(message!("source-standing-present")),
        "not confirmed" => Some(message!("audit-detail-not-confirmed")),
        "profile" => Some(message!("audit-detail-profile")),
        "without private keys" => Some(message!("audit-detail-keys-left")),
        "with private keys" => Some(message!("audit-detail-keys-included")),
        _ => Role::parse(part).map(Role::word),
    };
    if let Some(words) = whole {
        return words;
    }
    let behind = |begins: &str| part.strip_prefix(begins);
    if let Some(role) = behind("role ").and_then(Role::parse) {
        message!("audit-detail-role", role = role.word())
    } else if let Some(permission) = behind("requires ") {
        message!("audit-detail-requires", permission = permission)
    } else if let Some(permission) = behind("grant ") {
        message!("audit-detail-grant", permission = permission)
    } else if let Some(permission) = behind("revoke ") {
        message!("audit-detail-revoke", permission = permission)
    } else if let Some(group) = behind("join ") {
        message!("audit-detail-join", group = group)
    } else if let Some(package) = behind("in place of ") {
        message!("audit-detail-in-place-of", package = package)
    } else if let Some(origin) = behind("from ") {
        message!("audit-detail-from", origin = origin)
    } else if let Some(digits) = behind("sha256 ") {
        message!("audit-detail-sha256", digits = digits)
    } else {
        message!("value-text", text = part)
    }
}

/// What is shown of who did it; only the founder, who has no name, is a word.
pub(crate) fn actor_in_words(kind: &str, actor: &str) -> Message {
    if kind == "set-up" { message!("audit-actor-set-up") } else { message!("value-text", text = actor) }
}

fn user(action: &str) -> Option<Message> {
    Some(match action {
        "user.add" => message!("audit-user-add"),
        "user.alias" => message!("audit-user-alias"),
        "user.change" => message!("audit-user-change"),
        "user.confirm" => message!("audit-user-confirm"),
        "user.conflict" => message!("audit-user-conflict"),
        "user.disable" => message!("audit-user-disable"),
        "user.enable" => message!("audit-user-enable"),
        "user.gone" => message!("audit-user-gone"),
        "user.hand-out" => message!("audit-user-hand-out"),
        "user.import" => message!("audit-user-import"),
        "user.own-password" => message!("audit-user-own-password"),
        "user.remove" => message!("audit-user-remove"),
        "user.reset" => message!("audit-user-reset"),
        "user.reset-totp" => message!("audit-user-reset-totp"),
        "user.set-password" => message!("audit-user-set-password"),
        "user.set-role" => message!("audit-user-set-role"),
        _ => return None,
    })
}

fn package(action: &str) -> Option<Message> {
    Some(match action {
        "package.add" => message!("audit-package-add"),
        "package.delete" => message!("audit-package-delete"),
        "package.discard" => message!("audit-package-discard"),
        "package.draft" => message!("audit-package-draft"),
        "package.receive" => message!("audit-package-receive"),
        "package.replace" => message!("audit-package-replace"),
        "package.restore" => message!("audit-package-restore"),
        "package.set" => message!("audit-package-set"),
        "package.withdraw" => message!("audit-package-withdraw"),
        _ => return None,
    })
}

fn branding(action: &str) -> Option<Message> {
    Some(match action {
        "branding.add" => message!("audit-branding-add"),
        "branding.assign" => message!("audit-branding-assign"),
        "branding.dress" => message!("audit-branding-dress"),
        "branding.remove" => message!("audit-branding-remove"),
        "branding.rename" => message!("audit-branding-rename"),
        "branding.unassign" => message!("audit-branding-unassign"),
        _ => return None,
    })
}

fn group(action: &str) -> Option<Message> {
    Some(match action {
        "group.add" => message!("audit-group-add"),
        "group.join" => message!("audit-group-join"),
        "group.leave" => message!("audit-group-leave"),
        "group.remove" => message!("audit-group-remove"),
        "permission.grant" => message!("audit-permission-grant"),
        "permission.revoke" => message!("audit-permission-revoke"),
        _ => return None,
    })
}

fn other(action: &str) -> Option<Message> {
    Some(match action {
        "backup.make" => message!("audit-backup-make"),
        "device.enrol" => message!("audit-device-enrol"),
        "device.forget" => message!("audit-device-forget"),
        "device.revoke" => message!("audit-device-revoke"),
        "session.begin" => message!("audit-session-begin"),
        "session.end" => message!("audit-session-end"),
        "session.end-others" => message!("audit-session-end-others"),
        "token.create" => message!("audit-token-create"),
        "token.revoke" => message!("audit-token-revoke"),
        "updater.set" => message!("audit-updater-set"),
        "updater.unset" => message!("audit-updater-unset"),
        "webhook.add" => message!("audit-webhook-add"),
        "webhook.enable" => message!("audit-webhook-enable"),
        "webhook.remove" => message!("audit-webhook-remove"),
        "webhook.test" => message!("audit-webhook-test"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use text::Language;

    use super::{ACTIONS, actor_in_words, detail_in_words, in_words};

    #[test]
    fn details_are_words() {
        let check = |detail: &str, expected: &str| {
            let said: Vec<String> =
                detail_in_words(detail).iter().map(|part| part.say(Language::German)).collect();
            assert_eq!(said.join(", "), expected);
        };
        check("", "");
        check("sha256 0a1b, requires notes", "SHA-256 0a1b, verlangt notes");
        check("role viewer, join sales, disabled", "Rolle Betrachter, in die Gruppe sales, gesperrt");
        check("administrator", "Administrator");
        check(
            "present, grant usm, revoke olox20, profile",
            "vorhanden, mit der Berechtigung usm, ohne die Berechtigung olox20, Angaben zur Person",
        );
        check("whatever it is", "whatever it is");
        assert_eq!(actor_in_words("set-up", "set-up").say(Language::German), "Einrichtung");
        assert_eq!(actor_in_words("user", "set-up").say(Language::German), "set-up");
    }

    #[test]
    fn each_action_that_can_be_chosen_has_words() {
        assert!(ACTIONS.is_sorted());
        for action in ACTIONS {
            assert!(in_words(action).is_some(), "{action}");
        }
    }

    /// The actions that the code of `actions/` names, such as `user.add`.
    fn named(folder: &Path, found: &mut BTreeSet<String>) {
        const NOUNS: &[&str] = &[
            "user",
            "group",
            "permission",
            "package",
            "device",
            "token",
            "webhook",
            "session",
            "backup",
            "updater",
        ];
        // Names of events for webhooks, which look alike and are none.
        const OTHERS: &[&str] = &["package.published", "package.msi"];
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                named(&path, found);
                continue;
            }
            let code = fs::read_to_string(&path).unwrap();
            for text in code.split('"').skip(1).step_by(2) {
                let is_word = |word: &str| {
                    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                };
                let is_action =
                    text.split_once('.').is_some_and(|(noun, verb)| NOUNS.contains(&noun) && is_word(verb));
                if is_action && !OTHERS.contains(&text) {
                    found.insert(text.to_owned());
                }
            }
        }
    }

    #[test]
    fn every_action_has_its_words() {
        let mut found = BTreeSet::new();
        named(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/actions"), &mut found);
        assert!(found.len() > 10, "{found:?}");
        let wordless: Vec<_> = found.iter().filter(|action| in_words(action).is_none()).collect();
        assert!(wordless.is_empty(), "give these actions their words in rules/audit.rs: {wordless:?}");
        assert!(in_words("user.fly").is_none() && in_words("nonsense").is_none());
    }
}

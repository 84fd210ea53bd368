//! From rows and the accounts as they are to the fate of each row.

use std::collections::{BTreeSet, HashMap};

use sha2::{Digest, Sha256};
use text::{Explain, Language};

use super::table::{ImportError, Row, RowError, read};
use crate::model::name::Name;
use crate::model::permission::{Permission, Permissions};
use crate::model::user::{Role, Standing};
use crate::model::user_import::{
    Fate, ImportLine, ImportedAccount, KnownAccounts, KnownUser, RowChange, Wanted,
};

/// Says what becomes of each row of a file, in its order; reasons are in the person's language.
///
/// # Errors
/// [`ImportError`] if the file cannot be used at all.
pub(crate) fn plan(
    bytes: &[u8],
    known: &KnownAccounts,
    language: Language,
) -> Result<Vec<ImportLine>, ImportError> {
    let mut lines_of: HashMap<String, u64> = HashMap::new();
    let rows = read(bytes)?.into_iter().map(|Row { line, written, asked }| {
        let fate = asked.and_then(|(name, wanted)| {
            if let Some(earlier) = lines_of.get(name.key()) {
                return Err(RowError::Twice(*earlier));
            }
            lines_of.insert(name.key().to_owned(), line);
            fate(&name, wanted, known)
        });
        let refused = |error: RowError| Fate::Refused { reason: error.message().say(language) };
        ImportLine { line, name: written, fate: fate.unwrap_or_else(refused) }
    });
    Ok(rows.collect())
}

fn fate(name: &Name, wanted: Wanted, known: &KnownAccounts) -> Result<Fate, RowError> {
    if let Some(group) = known.groups.get(name.key()) {
        return Err(RowError::IsGroup(group.name.clone()));
    }
    if let Some(user) = known.aliases.get(name.key()) {
        return Err(RowError::IsAlias(user.clone()));
    }
    let before = known.users.get(name.key());
    let role = wanted.role.filter(|role| *role != before.map_or(Role::User, |user| user.role));
    let standing = wanted
        .standing
        .filter(|standing| *standing != before.map_or(Standing::Enabled, |user| user.standing));
    let is_administrator = before.is_some_and(|user| user.role == Role::Administrator);
    // A file must not lock the administrators out: that is done one by one, where the last of them is looked after.
    if is_administrator && (role.is_some() || standing == Some(Standing::Disabled)) {
        return Err(RowError::Administrator);
    }
    let mut changes: Vec<RowChange> = Vec::new();
    changes.extend(role.map(RowChange::Role));
    changes.extend(standing.map(RowChange::Standing));
    if let Some(groups) = wanted.groups {
        changes.extend(group_changes(&groups, before, known)?);
    }
    if let Some(permissions) = wanted.permissions {
        let none = Permissions::new();
        let held = before.map_or(&none, |user| &user.permissions);
        changes.extend(permissions.difference(held).map(|one| RowChange::Grant(one.to_string())));
        changes.extend(held.difference(&permissions).map(|one| RowChange::Revoke(one.to_string())));
    }
    Ok(match before {
        None => Fate::New { changes },
        Some(_) if changes.is_empty() => Fate::Unchanged,
        Some(_) => Fate::Changed { changes },
    })
}

fn group_changes(
    names: &[String],
    before: Option<&KnownUser>,
    known: &KnownAccounts,
) -> Result<Vec<RowChange>, RowError> {
    let none = BTreeSet::new();
    let held = before.map_or(&none, |user| &user.groups);
    let keys: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
    for (key, name) in names.iter().map(|name| (name.to_lowercase(), name)) {
        if !known.groups.contains_key(&key) {
            return Err(RowError::Group(name.clone()));
        }
    }
    let name = |key: &String| known.groups.get(key).map_or_else(|| key.clone(), |group| group.name.clone());
    let joined = keys.difference(held).map(|key| RowChange::Join(name(key)));
    let left = held.difference(&keys).map(|key| RowChange::Leave(name(key)));
    Ok(joined.chain(left).collect())
}

/// What is to be written for the rows that change something.
pub(crate) fn accounts(rows: &[ImportLine], known: &KnownAccounts) -> Vec<ImportedAccount> {
    let group = |name: &String| known.groups.get(&name.to_lowercase()).map(|group| group.id);
    let accounts = rows.iter().filter_map(|row| {
        let (Fate::New { changes } | Fate::Changed { changes }) = &row.fate else { return None };
        let name = Name::parse(&row.name).ok()?;
        let mut account = ImportedAccount {
            id: known.users.get(name.key()).map(|user| user.id),
            name,
            role: None,
            standing: None,
            join: Vec::new(),
            leave: Vec::new(),
            grant: Vec::new(),
            revoke: Vec::new(),
            in_words: in_words(changes),
        };
        for change in changes {
            match change {
                RowChange::Role(role) => account.role = Some(*role),
                RowChange::Standing(standing) => account.standing = Some(*standing),
                RowChange::Join(name) => account.join.extend(group(name)),
                RowChange::Leave(name) => account.leave.extend(group(name)),
                RowChange::Grant(permission) => account.grant.extend(Permission::parse(permission)),
                RowChange::Revoke(permission) => account.revoke.extend(Permission::parse(permission)),
            }
        }
        Some(account)
    });
    accounts.collect()
}

fn in_words(changes: &[RowChange]) -> String {
    let one = |change: &RowChange| match change {
        RowChange::Role(role) => format!("role {}", role.as_str()),
        RowChange::Standing(standing) => standing.as_str().to_owned(),
        RowChange::Join(group) => format!("join {group}"),
        RowChange::Leave(group) => format!("leave {group}"),
        RowChange::Grant(permission) => format!("grant {permission}"),
        RowChange::Revoke(permission) => format!("revoke {permission}"),
    };
    changes.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Tells a plan from all others: another file, or accounts that have changed, give another one. Not the reader's language.
pub(crate) fn token(bytes: &[u8], rows: &[ImportLine]) -> String {
    let mut digester = Sha256::new();
    digester.update((bytes.len() as u64).to_be_bytes());
    digester.update(bytes);
    for row in rows {
        let (kind, changes) = match &row.fate {
            Fate::New { changes } => ("new", in_words(changes)),
            Fate::Changed { changes } => ("changed", in_words(changes)),
            Fate::Unchanged => ("unchanged", String::new()),
            Fate::Refused { .. } => ("refused", String::new()),
        };
        digester.update(format!("{}\n{kind}\n{changes}\n", row.line));
    }
    digester.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use text::Language;

    use super::plan;
    use crate::model::permission::Permission;
    use crate::model::user::{Role, Standing, UserId};
    use crate::model::user_import::{Fate, KnownAccounts, KnownGroup, KnownUser, RowChange};

    fn known() -> KnownAccounts {
        let user = |id: i64, role, group: Option<&str>, permission: Option<&str>| KnownUser {
            id: UserId(id),
            role,
            standing: Standing::Enabled,
            groups: group.into_iter().map(str::to_owned).collect(),
            permissions: permission.into_iter().map(|one| Permission::parse(one).unwrap()).collect(),
        };
        let mut known = KnownAccounts::default();
        known.users.insert("anna".to_owned(), user(1, Role::User, Some("outlook"), Some("usm")));
        known.users.insert("root".to_owned(), user(2, Role::Administrator, None, None));
        for (id, name) in [(3, "Outlook"), (4, "Drive")] {
            known.groups.insert(name.to_lowercase(), KnownGroup { id, name: name.to_owned() });
        }
        known.aliases.insert("anna.example".to_owned(), "anna".to_owned());
        known
    }

    /// A fate in a few signs: `new`, `same`, `changed` with the changes, or `refused` with the reason.
    fn short(fate: &Fate) -> String {
        let changes = |changes: &[RowChange]| {
            let one = |change: &RowChange| match change {
                RowChange::Role(role) => format!(" role={}", role.as_str()),
                RowChange::Standing(standing) => format!(" {}", standing.as_str()),
                RowChange::Join(group) => format!(" +{group}"),
                RowChange::Leave(group) => format!(" -{group}"),
                RowChange::Grant(permission) => format!(" +{permission}"),
                RowChange::Revoke(permission) => format!(" -{permission}"),
            };
            changes.iter().map(one).collect::<String>()
        };
        match fate {
            Fate::New { changes: new } => format!("new{}", changes(new)),
            Fate::Changed { changes: changed } => format!("changed{}", changes(changed)),
            Fate::Unchanged => "same".to_owned(),
            Fate::Refused { reason } => format!("refused: {reason}"),
        }
    }

    #[test]
    fn each_row_has_a_fate() {
        let check = |row: &str, expected: &str| {
            let file = format!("name,role,groups,permissions,standing\n{row}");
            let planned = plan(file.as_bytes(), &known(), Language::English).unwrap();
            assert_eq!(short(&planned.last().unwrap().fate), expected, "{row}");
        };
        check("ben,,,,", "new");
        check("ben,user,-,-,enabled", "new");
        check(
            "ben,viewer,outlook|DRIVE,olox20|usm,disabled",
            "new role=viewer disabled +Drive +Outlook +olox20 +usm",
        );
        check("anna,,,,", "same");
        check("ANNA,user,Outlook,usm,enabled", "same");
        check(
            "anna,publisher,Drive,olox20,disabled",
            "changed role=publisher disabled +Drive -Outlook +olox20 -usm",
        );
        check("anna,,-,-,", "changed -Outlook -usm");
        check("=cmd|' /C calc'!A0,,,,", "new");
        check("root,administrator,,,enabled", "same");
        check("root,,Drive,,", "changed +Drive");
        let refused = |row: &str, part: &str| {
            let file = format!("name,role,groups,permissions,standing\n{row}");
            let planned = plan(file.as_bytes(), &known(), Language::English).unwrap();
            let fate = short(&planned.last().unwrap().fate);
            assert!(fate.starts_with("refused: ") && fate.contains(part), "{row}: {fate}");
        };
        refused("root,user,,,", "administrator");
        refused("root,,,,disabled", "administrator");
        refused("ben,boss,,,", "boss");
        refused("ben,,,,asleep", "asleep");
        refused("ben,,Nothing,,", "Nothing");
        refused("ben,,,a b,", "a b");
        refused("outlook,,,,", "Outlook");
        refused("a:b,,,,", "colon");
        refused(",viewer,,,", "character");
        refused("..,,,,", "dots");
        refused("ben,,,", "5");
        refused("ben,,,,,", "6");
        refused("ben,,,,\nBEN,,,,", "2");
    }

    #[test]
    fn names_that_would_be_sql_or_markup_are_names() {
        let file = "name\n\"'; DROP TABLE users; --\"\n<script>alert(1)</script>\n%_\\";
        let planned = plan(file.as_bytes(), &known(), Language::English).unwrap();
        assert!(planned.iter().all(|row| row.fate == Fate::New { changes: Vec::new() }), "{planned:?}");
    }
}

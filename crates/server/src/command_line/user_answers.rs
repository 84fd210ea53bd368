//! What verbs about users show: one user whole, an import row by row, one-time passwords.

use text::terminal::columns;
use text::{Message, message};

use super::Exit;
use super::console::Console;
use super::lists::{NOTHING, joined, table};
use crate::local::ImportEffort;
use crate::model::source::SourceStanding;
use crate::model::user::{PasswordState, SourceDetail, Standing, UserDetail};
use crate::model::user_import::{Fate, ImportLine, ImportPlan, RowChange};
use crate::model::why::{LeftOutProperty, Verdict, WhyPackage, WhyPermission};

fn standing(standing: Standing) -> Message {
    match standing {
        Standing::Enabled => message!("word-enabled"),
        Standing::Disabled => message!("word-disabled"),
    }
}

/// Shows names with their one-time passwords, below what was done.
pub(super) fn passwords(done: &str, passwords: Vec<(String, String)>, console: &Console) -> Exit {
    let shown = console.print(&format!("{done}\n"));
    if passwords.is_empty() {
        return shown;
    }
    let mut rows = vec![vec![
        console.word(&message!("heading-user")),
        console.word(&message!("heading-one-time-password")),
    ]];
    rows.extend(passwords.into_iter().map(|(name, password)| vec![name, password]));
    console.print(&columns(&rows))
}

/// Shows all that there is to see of a user.
pub(super) fn detail(user: &UserDetail, console: &Console) -> Exit {
    let password = match user.password {
        PasswordState::Own => message!("word-password-own"),
        PasswordState::OneTime => message!("word-password-one-time"),
        PasswordState::None => message!("word-password-none"),
        PasswordState::Source => message!("word-password-source"),
    };
    let mut rows = vec![
        (message!("heading-user"), user.name.clone()),
        (message!("heading-role"), console.word(&user.role.word())),
        (message!("heading-standing"), console.word(&standing(user.standing))),
        (message!("heading-password"), console.word(&password)),
        (message!("heading-groups"), joined(&user.groups)),
        (message!("heading-locale"), user.locale.clone().unwrap_or_else(|| NOTHING.to_owned())),
        (message!("heading-branding"), user.branding.clone().unwrap_or_else(|| NOTHING.to_owned())),
        (message!("heading-added"), user.created_at.clone()),
    ];
    rows.extend(user.source.iter().flat_map(|source| source_rows(source, console)));
    let rows: Vec<_> = rows.into_iter().map(|(word, value)| vec![console.word(&word), value]).collect();
    console.print(&columns(&rows));
    if user.products.is_empty() {
        return console.say(&message!("no-packages"));
    }
    let heading = [
        message!("heading-name"),
        message!("heading-version"),
        message!("heading-platform"),
        message!("heading-verdict"),
        message!("heading-why"),
    ];
    let lines = user
        .products
        .iter()
        .flat_map(|product| product.packages.iter().map(move |package| (product.name.clone(), package)));
    let row = |(name, package): (String, &WhyPackage)| {
        let platform = whom(package).unwrap_or_else(|| NOTHING.to_owned());
        let why: Vec<String> = reasons(package).iter().map(|reason| console.word(reason)).collect();
        vec![name, package.version.clone(), platform, console.word(&verdict(&package.verdict)), joined(&why)]
    };
    console.print("\n");
    table(lines.collect(), &heading, &message!("no-packages"), row, console)
}

fn source_rows(source: &SourceDetail, console: &Console) -> Vec<(Message, String)> {
    let word = match source.standing {
        SourceStanding::Present => message!("source-standing-present"),
        SourceStanding::Gone => message!("source-standing-gone"),
    };
    let told = source.profile.display_name.iter().chain(&source.profile.mail_address).cloned();
    let told: Vec<String> = told.chain(source.profile.locale.as_ref().map(ToString::to_string)).collect();
    vec![
        (message!("heading-source"), source.name.clone()),
        (message!("heading-source-standing"), console.word(&word)),
        (message!("heading-confirmed"), source.confirmed_at.clone().unwrap_or_else(|| NOTHING.to_owned())),
        (message!("heading-aliases"), joined(&source.aliases)),
        (message!("heading-profile"), joined(&told)),
    ]
}

/// For which PCs and people a package is: platform, locale, branding.
fn whom(package: &WhyPackage) -> Option<String> {
    let parts = [&package.platform, &package.locale, &package.branding];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    Some(parts.join(", ")).filter(|whom| !whom.is_empty())
}

/// Why the verdict is as it is, and what the person does not get of the install params.
fn reasons(package: &WhyPackage) -> Vec<Message> {
    let left_out = package.left_out.iter().map(LeftOutProperty::in_words);
    package.requires.iter().map(why).chain(left_out).collect()
}

fn verdict(verdict: &Verdict) -> Message {
    match verdict {
        Verdict::Offered => message!("word-offered"),
        Verdict::Superseded(by) => message!("word-superseded-by", package = by),
        Verdict::OtherLocale(by) => message!("word-other-locale", package = by),
        Verdict::OtherBranding(by) => message!("word-other-branding", package = by),
        Verdict::NotBranded => message!("word-not-branded"),
        Verdict::Lacking => message!("word-withheld"),
        Verdict::Withdrawn => message!("word-withdrawn"),
    }
}

fn why(permission: &WhyPermission) -> Message {
    if permission.source {
        let rest = WhyPermission { source: false, ..permission.clone() };
        let is_all = !rest.direct && rest.groups.is_empty();
        return if is_all {
            message!("why-source", permission = &rest.permission)
        } else {
            message!("why-and-source", why = why(&rest))
        };
    }
    let name = &permission.permission;
    match (permission.direct, permission.groups.is_empty()) {
        (false, true) => message!("why-lacking", permission = name),
        (true, true) => message!("why-direct", permission = name),
        (false, false) => {
            message!("why-groups", permission = name, groups = permission.groups.join(", "))
        }
        (true, false) => {
            message!("why-direct-and-groups", permission = name, groups = permission.groups.join(", "))
        }
    }
}

/// Shows what an import does, row by row.
pub(super) fn import(plan: ImportPlan, effort: ImportEffort, console: &Console) -> Exit {
    let counts = (plan.added, plan.changed, plan.unchanged, plan.refused);
    let heading = [message!("heading-line"), message!("heading-user"), message!("heading-fate")];
    let row = |line: ImportLine| vec![line.line.to_string(), line.name, fate(&line.fate, console)];
    table(plan.rows, &heading, &message!("import-no-rows"), row, console);
    let (added, changed, unchanged, refused) = counts;
    let summary = match effort {
        ImportEffort::DryRun => message!(
            "import-summary-dry-run",
            added = added,
            changed = changed,
            unchanged = unchanged,
            refused = refused
        ),
        ImportEffort::Apply => message!(
            "import-summary",
            added = added,
            changed = changed,
            unchanged = unchanged,
            refused = refused
        ),
    };
    console.say(&summary);
    if effort == ImportEffort::Apply && added > 0 {
        console.say(&message!("import-hand-out-verb"));
    }
    Exit::Done
}

fn fate(fate: &Fate, console: &Console) -> String {
    let with = |word: Message, changes: &[RowChange]| {
        let words: Vec<String> = changes.iter().map(|one| console.word(&change(one))).collect();
        if words.is_empty() {
            console.word(&word)
        } else {
            format!("{}: {}", console.word(&word), words.join(", "))
        }
    };
    match fate {
        Fate::New { changes } => with(message!("word-fate-new"), changes),
        Fate::Changed { changes } => with(message!("word-fate-changed"), changes),
        Fate::Unchanged => console.word(&message!("word-fate-unchanged")),
        Fate::Refused { reason } => format!("{}: {reason}", console.word(&message!("word-fate-refused"))),
    }
}

fn change(change: &RowChange) -> Message {
    match change {
        RowChange::Role(to) => message!("import-change-role", role = to.word()),
        RowChange::Standing(to) => message!("import-change-standing", standing = standing(*to)),
        RowChange::Join(group) => message!("import-change-join", group = group),
        RowChange::Leave(group) => message!("import-change-leave", group = group),
        RowChange::Grant(permission) => message!("import-change-grant", permission = permission),
        RowChange::Revoke(permission) => message!("import-change-revoke", permission = permission),
    }
}

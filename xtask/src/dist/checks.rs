//! Looks at an installer of ours after it was made, as Microsoft's own checks of packages (ICE) would where wixl has none.
//!
//! All is read by msiinfo, so by other code than what wrote it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::finish::SECURE_PROPERTIES;
use super::installer::Kind;
use crate::process;

/// One row of a table: its cells as text.
type Row = Vec<String>;

/// Fails if something is not as it should be.
pub(super) fn check(msi: &Path, kind: Kind, version: &str) -> Result<()> {
    let tables = Tables::read(msi)?;
    check_tables(&tables, kind, version).with_context(|| format!("{} is not in order", msi.display()))
}

/// The tables that are looked at.
struct Tables(BTreeMap<&'static str, Vec<Row>>);

const READ: &[&str] = &[
    "Property",
    "Component",
    "Registry",
    "RegLocator",
    "Upgrade",
    "Shortcut",
    "File",
    "LaunchCondition",
    "CustomAction",
    "InstallExecuteSequence",
];

impl Tables {
    fn read(msi: &Path) -> Result<Self> {
        let mut list = Command::new("msiinfo");
        let names = process::run_quietly(list.arg("tables").arg(msi), process::TOOL_TIME_MAX)?;
        let mut tables = BTreeMap::new();
        for &table in READ {
            if !names.lines().any(|name| name == table) {
                continue;
            }
            let mut export = Command::new("msiinfo");
            export.env("LC_ALL", "C.UTF-8").arg("export").arg(msi).arg(table);
            tables.insert(table, rows(&process::run_quietly(&mut export, process::TOOL_TIME_MAX)?));
        }
        Ok(Self(tables))
    }

    fn rows(&self, table: &str) -> &[Row] {
        self.0.get(table).map_or(&[], Vec::as_slice)
    }

    /// The cell behind the first one of the row that begins so.
    fn value(&self, table: &str, first: &str) -> Option<&str> {
        let row = self.rows(table).iter().find(|row| row.first().is_some_and(|cell| cell == first))?;
        row.get(1).map(String::as_str)
    }
}

/// The rows of what msiinfo exports, behind three lines about the columns.
fn rows(exported: &str) -> Vec<Row> {
    let lines = exported.lines().map(|line| line.trim_end_matches('\r')).skip(3);
    lines.filter(|line| !line.is_empty()).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn check_tables(tables: &Tables, kind: Kind, version: &str) -> Result<()> {
    let all_users = (kind == Kind::Machine).then_some("1");
    for (property, expected) in [
        ("ProductVersion", Some(version)),
        ("UpgradeCode", Some(kind.upgrade_code())),
        ("ALLUSERS", all_users),
        ("REINSTALLMODE", Some("amus")),
    ] {
        let found = tables.value("Property", property);
        ensure!(found == expected, "{property} is {found:?} instead of {expected:?}");
    }
    check_components(tables)?;
    check_upgrade(tables, kind)?;
    check_order(tables, &["InstallInitialize", "RemoveExistingProducts", "InstallFiles", "InstallFinalize"])?;
    let shortcuts = tables.rows("Shortcut");
    let in_menu = |row: &Row| row.get(1).is_some_and(|cell| cell == "ProgramMenuFolder");
    ensure!(shortcuts.len() == 1 && shortcuts.iter().all(in_menu), "the Start menu: {shortcuts:?}");
    if Kind::OF_UPDATER.contains(&kind) {
        let secure = tables.value("Property", "SecureCustomProperties");
        ensure!(secure == Some(SECURE_PROPERTIES.join(";").as_str()), "public properties: {secure:?}");
        check_registry(tables, kind)?;
        check_actions(tables)?;
    }
    Ok(())
}

/// Each component is of 64 bits and has a code of its own and a key that exists.
fn check_components(tables: &Tables) -> Result<()> {
    let mut codes = BTreeSet::new();
    let keys: BTreeSet<&String> = ["File", "Registry"]
        .iter()
        .flat_map(|table| tables.rows(table))
        .filter_map(|row| row.first())
        .collect();
    for row in tables.rows("Component") {
        let [name, code, _, attributes, _, key] = row.as_slice() else {
            anyhow::bail!("a component has {} cells", row.len());
        };
        ensure!(codes.insert(code), "the code of {name} is used twice");
        ensure!(keys.contains(key), "the key of {name} does not exist");
        // Of 64 bits (256), by a value of the registry (4), and asked anew by a repair where it has a condition (64).
        let expected = if ["server_url", "url_change"].contains(&name.as_str()) {
            ["324", "324"]
        } else {
            ["256", "260"]
        };
        ensure!(
            expected.contains(&attributes.as_str()),
            "{name} is not of 64 bits, or not transitive: {attributes}"
        );
    }
    ensure!(codes.len() > 3, "there are only {} components", codes.len());
    Ok(())
}

/// All stands where this kind may write, and the program starts with Windows.
fn check_registry(tables: &Tables, kind: Kind) -> Result<()> {
    let (root, key) = match kind {
        Kind::Machine => ("2", r"Software\OX Updater"),
        Kind::User | Kind::Generator => ("1", r"Software\OX Updater\Installer"),
    };
    let mut found = BTreeSet::new();
    for row in tables.rows("Registry") {
        ensure!(row.get(1).is_some_and(|cell| cell == root), "{row:?} is not written below root {root}");
        found.extend(row.get(2).zip(row.get(3)).map(|(key, name)| (key.as_str(), name.as_str())));
    }
    for name in ["Program", "InstallerName", "UpdateServerUrl", "AllowUrlChange"] {
        ensure!(found.contains(&(key, name)), "{name} is not written");
    }
    let run = r"Software\Microsoft\Windows\CurrentVersion\Run";
    ensure!(found.contains(&(run, "OX Updater")), "it does not start with Windows");
    let searches = tables.rows("RegLocator");
    let is_64_bit = |row: &Row| row.get(4).is_some_and(|cell| cell == "18");
    ensure!(
        searches.len() == 5 && searches.iter().all(is_64_bit),
        "a search is not of 64 bits: {searches:?}"
    );
    Ok(())
}

/// Older versions are replaced, newer ones refused, and the other kind too where none of this one is there.
fn check_upgrade(tables: &Tables, kind: Kind) -> Result<()> {
    let upgrades = tables.rows("Upgrade");
    let own = |row: &Row| row.first().is_some_and(|cell| cell == kind.upgrade_code());
    ensure!(upgrades.len() == 2 && upgrades.iter().all(own), "other products are upgraded: {upgrades:?}");
    let conditions: BTreeSet<&str> =
        tables.rows("LaunchCondition").iter().filter_map(|row| row.first()).map(String::as_str).collect();
    let mut expected = BTreeSet::from(["NOT WIX_DOWNGRADE_DETECTED"]);
    if Kind::OF_UPDATER.contains(&kind) {
        expected.insert("Installed OR WIX_UPGRADE_DETECTED OR NOT OTHERKIND");
    }
    if kind == Kind::User {
        expected.insert("Installed OR NOT ALLUSERS");
    }
    ensure!(conditions == expected, "the launch conditions are {conditions:?}");
    Ok(())
}

/// Some actions are done in this order.
fn check_order(tables: &Tables, order: &[&str]) -> Result<()> {
    let at = |action: &str| -> Result<u32> {
        let mut rows = tables.rows("InstallExecuteSequence").iter();
        let row = rows.find(|row| row.first().is_some_and(|cell| cell == action));
        let number = row.and_then(|row| row.get(2)).with_context(|| format!("{action} is not done"))?;
        number.parse().with_context(|| format!("{action} stands at {number}"))
    };
    for pair in order.windows(2) {
        ensure!(at(pair[0])? < at(pair[1])?, "{} does not come before {}", pair[0], pair[1]);
    }
    Ok(())
}

/// The program that runs is asked to end before its file is looked at, and nothing runs with other rights than the person's.
fn check_actions(tables: &Tables) -> Result<()> {
    check_order(
        tables,
        &[
            "AppSearch",
            "KeepServerUrl",
            "LaunchConditions",
            "CostFinalize",
            "QuitProgram",
            "QuitForGood",
            "InstallValidate",
        ],
    )?;
    check_order(tables, &["InstallFinalize", "StartProgram", "RemoveSettings"])?;
    for row in tables.rows("CustomAction") {
        let sets_or_runs_as_person =
            ["51", "66", "114", "210"].contains(&row.get(1).map_or("", String::as_str));
        ensure!(sets_or_runs_as_person, "{row:?} is no action that runs as the person");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use super::super::installer::{self, Kind};
    use super::{check, rows};
    use crate::process;

    const VERSION: &str = "1.2.3";

    /// An installer of a kind, made of programs that are none.
    fn package(folder: &Path, kind: Kind) -> PathBuf {
        for name in kind.programs() {
            fs::write(folder.join(name), name).unwrap();
        }
        installer::make(kind, VERSION, folder).unwrap()
    }

    /// What is found in a package after a change.
    fn found(made: &Path, kind: Kind, query: &str) -> String {
        let changed = made.with_extension("changed");
        fs::copy(made, &changed).unwrap();
        let mut change = Command::new("msibuild");
        process::run_quietly(change.arg(&changed).arg("-q").arg(query), process::TOOL_TIME_MAX).unwrap();
        format!("{:#}", check(&changed, kind, VERSION).expect_err(query))
    }

    #[test]
    fn rows_are_read_behind_the_columns() {
        let exported = "Property\tValue\r\ns72\tl0\r\nProperty\tProperty\r\nA\tb c\r\nD\t\r\n";
        assert_eq!(rows(exported), [["A", "b c"], ["D", ""]]);
    }

    #[test]
    fn what_is_wrong_in_a_package_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let made = Kind::ALL.map(|kind| (kind, package(folder.path(), kind)));
        let finds = |kind: Kind, change: &str, expected: &str| {
            let (_, made) = made.iter().find(|(of, _)| *of == kind).unwrap();
            let found = found(made, kind, change);
            assert!(found.contains(expected), "{kind:?}: {change}: {found}");
        };
        let both = |change: &str, expected: &str| {
            for kind in Kind::OF_UPDATER {
                finds(kind, change, expected);
            }
        };
        both("UPDATE `Property` SET `Value` = '1.2.4' WHERE `Property` = 'ProductVersion'", "ProductVersion");
        both("UPDATE `Property` SET `Value` = 'omus' WHERE `Property` = 'REINSTALLMODE'", "REINSTALLMODE");
        both(
            "UPDATE `Property` SET `Value` = '' WHERE `Property` = 'SecureCustomProperties'",
            "public properties",
        );
        both("UPDATE `Component` SET `Attributes` = 0 WHERE `Component` = 'program'", "not of 64 bits");
        both("UPDATE `Component` SET `Attributes` = 260 WHERE `Component` = 'server_url'", "not transitive");
        both("UPDATE `Component` SET `KeyPath` = 'nothing' WHERE `Component` = 'program'", "does not exist");
        both("UPDATE `RegLocator` SET `Type` = 2 WHERE `Name` = 'Program'", "a search is not of 64 bits");
        both("UPDATE `Registry` SET `Name` = 'Other' WHERE `Name` = 'AllowUrlChange'", "AllowUrlChange");
        both(
            "UPDATE `Registry` SET `Name` = 'Other' WHERE `Name` = 'OX Updater'",
            "does not start with Windows",
        );
        both("UPDATE `Registry` SET `Root` = 0 WHERE `Name` = 'Program'", "is not written below root");
        both(
            "DELETE FROM `LaunchCondition` WHERE `Condition` = 'NOT WIX_DOWNGRADE_DETECTED'",
            "launch conditions",
        );
        both("DELETE FROM `Shortcut` WHERE `Shortcut` = 'menu'", "Start menu");
        let sequence = |action: &str, number: u32| {
            format!("UPDATE `InstallExecuteSequence` SET `Sequence` = {number} WHERE `Action` = '{action}'")
        };
        both(&sequence("RemoveExistingProducts", 6650), "does not come before");
        both(&sequence("QuitProgram", 1450), "QuitForGood");
        both("UPDATE `CustomAction` SET `Type` = 3090 WHERE `Action` = 'StartProgram'", "runs as the person");
        let for_everybody = "INSERT INTO `Property` (`Property`, `Value`) VALUES ('ALLUSERS', '1')";
        finds(Kind::User, for_everybody, "ALLUSERS");
        finds(
            Kind::User,
            "DELETE FROM `LaunchCondition` WHERE `Condition` = 'Installed OR NOT ALLUSERS'",
            "launch",
        );
        finds(Kind::Generator, "DELETE FROM `Shortcut` WHERE `Shortcut` = 'menu'", "Start menu");
    }
}

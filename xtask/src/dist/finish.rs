//! What wixl cannot say in a `.wxs` source: written into the MSI file that it made.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use cfb::CompoundFile;

use super::installer::Kind;
use crate::process;

/// The properties that come from the command line of whoever starts the installer, or are found by its dialogless first part, and
/// have to reach the part of Windows Installer that runs as the system.
///
/// Source: Microsoft, "SecureCustomProperties property".
pub(super) const SECURE_PROPERTIES: &[&str] = &[
    "ALLOWURLCHANGE",
    "INSTALLEDPROGRAM",
    "KEPTINSTALLERNAME",
    "KEPTSERVERURL",
    "KEPTURLCHANGE",
    "OTHERKIND",
    "REBOOTPROMPT",
    "REMOVESETTINGS",
    "UPDATESERVERURL",
    "WIX_DOWNGRADE_DETECTED",
    "WIX_UPGRADE_DETECTED",
];

/// The code page of Western European Windows, in which wixl writes texts without saying so.
const CODE_PAGE: u16 = 1252;

/// Components of 64-bit programs, whose key is a file or a value of the registry.
///
/// Source: Microsoft, "Component Table".
const QUERIES: &[&str] = &[
    "UPDATE `Component` SET `Attributes` = 256 WHERE `Attributes` = 0",
    "UPDATE `Component` SET `Attributes` = 260 WHERE `Attributes` = 4",
];

/// Searches in the 64-bit registry, components that are there only when a property was said, which a repair asks anew (64), and a program of the package that is waited for
/// whatever comes of it (2 + 64).
///
/// Source: Microsoft, "RegLocator Table", "Component Table" and "Custom Action Type 2".
const QUERIES_OF_UPDATER: &[&str] = &[
    "UPDATE `RegLocator` SET `Type` = 18",
    "UPDATE `Component` SET `Condition` = 'UPDATESERVERURL', `Attributes` = 324 WHERE `Component` = 'server_url'",
    "UPDATE `Component` SET `Condition` = 'ALLOWURLCHANGE', `Attributes` = 324 WHERE `Component` = 'url_change'",
    "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('RemoveSettings', 66, 'remover', '--remove-settings')",
];

/// Finishes what wixl made.
pub(super) fn finish(msi: &Path, kind: Kind) -> Result<()> {
    let mut change = Command::new("msibuild");
    change.arg(msi).arg("-q").args(QUERIES);
    if Kind::OF_UPDATER.contains(&kind) {
        let secure = SECURE_PROPERTIES.join(";");
        change.args(QUERIES_OF_UPDATER).arg(format!(
            "UPDATE `Property` SET `Value` = '{secure}' WHERE `Property` = 'SecureCustomProperties'"
        ));
    }
    process::run_quietly(&mut change, process::TOOL_TIME_MAX)?;
    name_code_page(&mut cfb::open_rw(msi).with_context(|| format!("{} cannot be opened", msi.display()))?)
}

/// Names the code page of the texts, which stands at the start of the list of texts.
fn name_code_page(file: &mut CompoundFile<File>) -> Result<()> {
    // In its place: a stream that is written anew leaves a file that osslsigncode cannot read.
    let mut pool = file.open_stream(string_pool())?;
    pool.write_all(&CODE_PAGE.to_le_bytes())?;
    pool.flush()?;
    drop(pool);
    file.flush()?;
    Ok(())
}

/// The stream's name of `_StringPool` as MSI files store it: a mark, then two characters in one.
fn string_pool() -> String {
    let value = |character: u8| match character {
        b'A'..=b'Z' => u32::from(character - b'A') + 10,
        b'a'..=b'z' => u32::from(character - b'a') + 36,
        _ => 63,
    };
    let pairs = b"_StringPool".chunks(2).map(|pair| match *pair {
        [first, second] => 0x3800 + value(first) + (value(second) << 6),
        [first] => 0x4800 + value(first),
        _ => 0,
    });
    std::iter::once('\u{4840}').chain(pairs.filter_map(char::from_u32)).collect()
}

//! One of OX Updater's own installers: from the programs to an MSI file that was looked at.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::{checks, finish, notices, texts};
use crate::{fixtures, places, process};

/// What is installed, and whom for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// OX Updater for everybody on a PC; it takes an administrator.
    Machine,
    /// OX Updater for one person; it takes no administrator.
    User,
    /// The OX Update XML Generator, for one person.
    Generator,
}

/// Properties of an installer, each with the id of the sentence that it holds.
type Sentences = &'static [(&'static str, &'static str)];

impl Kind {
    /// All of them.
    pub(super) const ALL: [Self; 3] = [Self::Machine, Self::User, Self::Generator];
    /// The two that refuse to stand beside each other.
    pub(super) const OF_UPDATER: [Self; 2] = [Self::Machine, Self::User];

    /// What the `.wxs` source calls it.
    fn wixl_name(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::User => "user",
            Self::Generator => "generator",
        }
    }

    /// The source, in `packaging/windows`.
    fn source(self) -> &'static str {
        match self {
            Self::Machine | Self::User => "oxupdater.wxs",
            Self::Generator => "generator.wxs",
        }
    }

    /// The programs that it carries.
    pub(super) fn programs(self) -> [&'static str; 2] {
        match self {
            Self::Machine | Self::User => ["OXUpdater.exe", "oxupdate.exe"],
            Self::Generator => ["OXUpdateXMLGenerator.exe", "oxcatalog.exe"],
        }
    }

    /// The crates that its programs are made of, with all that these are made of.
    fn crates(self) -> &'static [&'static str] {
        match self {
            Self::Machine | Self::User => &["client", "tray"],
            Self::Generator => &["generator"],
        }
    }

    /// What it says.
    pub(super) fn sentences(self) -> Sentences {
        match self {
            Self::Machine => {
                &[("TEXTOTHERKIND", "installer-for-one-is-there"), ("TEXTNEWER", "installer-newer-is-there")]
            }
            Self::User => &[
                ("TEXTOTHERKIND", "installer-for-everybody-is-there"),
                ("TEXTFORONE", "installer-is-for-one"),
                ("TEXTNEWER", "installer-newer-is-there"),
            ],
            Self::Generator => &[("TEXTNEWER", "installer-newer-is-there")],
        }
    }

    /// The upgrade code, which never changes.
    pub(super) fn upgrade_code(self) -> &'static str {
        match self {
            Self::Machine => "{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A01}",
            Self::User => "{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A02}",
            Self::Generator => "{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A03}",
        }
    }

    /// The file's name.
    pub(super) fn file_name(self, version: &str) -> String {
        match self {
            Self::Machine => format!("OXUpdater-{version}.msi"),
            Self::User => format!("OXUpdater-{version}-user.msi"),
            Self::Generator => format!("OXUpdateXMLGenerator-{version}.msi"),
        }
    }
}

/// Makes an installer of a version into a folder that has its programs, and returns its path.
pub(super) fn make(kind: Kind, version: &str, folder: &Path) -> Result<PathBuf> {
    let work = tempfile::Builder::new().prefix(".making-").tempdir_in(folder)?;
    let source = places::workspace().join("packaging/windows").join(kind.source());
    copy(&source, &work.path().join(kind.source()))?;
    fs::write(work.path().join("LICENSE.txt"), notices::own()?)?;
    fs::write(work.path().join("NOTICES.txt"), notices::of_others(kind.crates())?)?;
    fs::write(work.path().join(texts::FILE), texts::source(&places::sentences(), kind.sentences())?)?;
    for name in kind.programs() {
        copy(&folder.join(name), &work.path().join(name))?;
    }
    let file_name = kind.file_name(version);
    let mut wixl = Command::new("wixl");
    // It reads words in other encodings than the environment's as nothing.
    wixl.env("LC_ALL", "C.UTF-8").args(["--arch", "x64", "--output", &file_name]);
    for (name, value) in
        [("Kind", kind.wixl_name()), ("Version", version), ("ProductCode", &product_code(kind, version))]
    {
        wixl.arg("--define").arg(format!("{name}={value}"));
    }
    process::run_quietly(wixl.arg(kind.source()).current_dir(work.path()), process::TOOL_TIME_MAX)?;
    let made = work.path().join(&file_name);
    finish::finish(&made, kind)?;
    checks::check(&made, kind, version)?;
    let target = folder.join(&file_name);
    fs::rename(&made, &target).with_context(|| format!("{} could not be written", target.display()))?;
    Ok(target)
}

/// The ProductCode: the same for the same version, so that two builds of one version are never both installed.
fn product_code(kind: Kind, version: &str) -> String {
    let hexadecimal = fixtures::digest(&["OX Updater", kind.wixl_name(), version]).to_uppercase();
    let [time, middle, version, variant, node] =
        [0..8, 8..12, 13..16, 17..20, 20..32].map(|range| &hexadecimal[range]);
    format!("{{{time}-{middle}-8{version}-8{variant}-{node}}}")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to)
        .map(drop)
        .with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))
}

#[cfg(test)]
mod tests {
    use super::{Kind, product_code};

    #[test]
    fn a_version_has_one_code_and_each_kind_its_own() {
        assert_eq!(product_code(Kind::Machine, "0.1.0"), product_code(Kind::Machine, "0.1.0"));
        assert_ne!(product_code(Kind::Machine, "0.1.0"), product_code(Kind::User, "0.1.0"));
        assert_ne!(product_code(Kind::Machine, "0.1.0"), product_code(Kind::Machine, "0.1.1"));
    }

    #[test]
    fn an_installer_is_named_by_version_and_kind() {
        assert_eq!(Kind::Machine.file_name("1.2.3"), "OXUpdater-1.2.3.msi");
        assert_eq!(Kind::Generator.file_name("1.2.3"), "OXUpdateXMLGenerator-1.2.3.msi");
        assert_eq!(Kind::User.file_name("1.2.3"), "OXUpdater-1.2.3-user.msi");
    }
}

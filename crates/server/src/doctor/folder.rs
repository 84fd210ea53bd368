//! The data folder: whose it is, and whether there is room.

#[cfg(unix)]
use std::fs;
use std::path::Path;
#[cfg(unix)]
use std::path::PathBuf;

use crate::disk;
use crate::model::finding::{Finding, Weight};

/// With less room than this, changes are about to fail.
const ROOM_MIN: u64 = 64 * 1024 * 1024;
/// With less room than this, the administrator ought to know.
const ROOM_LITTLE: u64 = 1024 * 1024 * 1024;

/// What there is to say about the data folder.
pub(super) fn examine(data: &Path) -> Vec<Finding> {
    let mut findings = rights(data);
    match disk::free(data) {
        Ok(Some(free)) if free < ROOM_MIN => {
            findings.push(Finding::DiskLow { free, weight: Weight::Problem });
        }
        Ok(Some(free)) if free < ROOM_LITTLE => {
            findings.push(Finding::DiskLow { free, weight: Weight::Notice });
        }
        _ => {}
    }
    findings
}

#[cfg(unix)]
fn rights(data: &Path) -> Vec<Finding> {
    use std::os::unix::fs::MetadataExt;
    let Ok(about) = fs::metadata(data) else { return Vec::new() };
    let mut findings = Vec::new();
    if about.mode() & 0o007 != 0 {
        findings.push(Finding::FolderOpen(data.display().to_string()));
    }
    for path in entries(data) {
        let Ok(inner) = fs::symlink_metadata(&path) else { continue };
        // What root made in its own name is of no use to the owner.
        if inner.uid() != about.uid() {
            findings.push(Finding::FileOfOthers(path.display().to_string()));
        } else if let Some(detail) = cannot_write(&path) {
            findings.push(Finding::NotWritable { path: path.display().to_string(), detail });
        }
    }
    if let Some(detail) = cannot_write(data) {
        findings.push(Finding::NotWritable { path: data.display().to_string(), detail });
    }
    findings
}

#[cfg(not(unix))]
fn rights(_: &Path) -> Vec<Finding> {
    Vec::new()
}

/// The folder's own entries, and the folders of packages; the settings may well be somebody else's.
#[cfg(unix)]
fn entries(data: &Path) -> Vec<PathBuf> {
    let below = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    };
    let mut paths: Vec<PathBuf> = below(data);
    paths.extend(below(&data.join("packages")));
    paths.retain(|path| !path.ends_with(crate::settings::SETTINGS_FILE) && !path.ends_with("lost+found"));
    paths
}

#[cfg(unix)]
fn cannot_write(path: &Path) -> Option<String> {
    nix::unistd::access(path, nix::unistd::AccessFlags::W_OK).err().map(|error| error.to_string())
}

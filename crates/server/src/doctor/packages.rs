//! Packages: whether each is there as it was published, and what is there besides.

use std::collections::HashSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::Thoroughness;
use crate::archive::measure;
use crate::db::copies::contents;
use crate::db::examination::Company;
use crate::model::finding::Finding;
use crate::storage::PackageKey;

/// What there is to say about the files of packages.
pub(super) async fn examine(
    data: &Path,
    database: &Path,
    company: Company,
    thoroughness: Thoroughness,
) -> Vec<Finding> {
    // What cannot be read is told elsewhere.
    let Ok((_, packages)) = contents(database).await else { return Vec::new() };
    let mut findings = Vec::new();
    let mut known = HashSet::new();
    for (sha256, size) in packages {
        let path = data.join(PackageKey::of(&sha256).as_str());
        findings.extend(judge(&path, size, &sha256.to_string(), thoroughness));
        known.insert(path);
    }
    // A server may just be receiving some.
    if company == Company::Nobody {
        findings.extend(strangers(data, &known));
    }
    findings
}

fn judge(path: &Path, expected: u64, sha256: &str, thoroughness: Thoroughness) -> Option<Finding> {
    let shown = path.display().to_string();
    let Ok(about) = fs::metadata(path) else { return Some(Finding::PackageMissing(shown)) };
    if about.len() != expected {
        return Some(Finding::PackageSize { path: shown, expected, found: about.len() });
    }
    if thoroughness == Thoroughness::Sizes {
        return None;
    }
    let measured = File::open(path).and_then(measure);
    let is_whole = measured.is_ok_and(|(_, found)| found == sha256);
    (!is_whole).then_some(Finding::PackageDamaged(shown))
}

/// Files that no row speaks of; the next start removes them.
fn strangers(data: &Path, known: &HashSet<PathBuf>) -> Option<Finding> {
    let folders = below(&data.join("packages")).into_iter().filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| below(&folder)).filter(|path| !known.contains(path));
    let mut files: Vec<PathBuf> = files.chain(below(&data.join("incoming"))).collect();
    files.sort();
    let path = files.first()?.display().to_string();
    Some(Finding::Strangers { path, files: files.len() as u64 })
}

fn below(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

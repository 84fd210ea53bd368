//! Other readers' opinions: `msiinfo`, which reads what there is to read, and the `msi` crate.

use std::io::Cursor;

use catalog::msi::{Metadata, read};
use catalog::{Platform, Scope};

use super::made::Made;
use crate::fixtures;

/// The fixtures that are damaged, or are no MSI files whatever their names say.
pub(super) const DAMAGED: &[&str] = &["empty.msi", "not-an-msi.msi", "truncated.msi"];

#[test]
fn msi_crate_reads_the_fixtures_alike() {
    for name in fixtures::msi_names() {
        // It refuses a file whose last sector is cut, and does not know what to make of the neutral code page.
        if DAMAGED.contains(&name.as_str())
            || ["odd-size.msi", "umlauts-neutral.msi"].contains(&name.as_str())
        {
            continue;
        }
        let bytes = fixtures::bytes(&name);
        compare_with_msi_crate(&name, &bytes);
    }
}

#[test]
fn msi_crate_reads_made_files_alike() {
    for long_references in [false, true] {
        let bytes = Made { long_references, ..Made::package() }.bytes();
        compare_with_msi_crate("made", &bytes);
    }
}

fn compare_with_msi_crate(name: &str, bytes: &[u8]) {
    let ours = read(Cursor::new(bytes)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut package = msi::Package::open(Cursor::new(bytes)).unwrap();
    let properties: Vec<(String, String)> = package
        .select_rows(msi::Select::table("Property"))
        .unwrap()
        .map(|row| (row[0].as_str().unwrap().to_owned(), row[1].as_str().unwrap_or_default().to_owned()))
        .collect();
    compare(name, &ours, &properties, package.summary_info().arch());
    assert_eq!(ours.code_page, package.database_codepage().id() as u32, "{name}: code page");
    assert_eq!(ours.signed, package.has_digital_signature(), "{name}: signed");
}

/// Compares what we read with the properties and the platform that another reader found.
fn compare(name: &str, ours: &Metadata, properties: &[(String, String)], processor: Option<&str>) {
    let value = |key: &str| {
        properties.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    assert_eq!(ours.product_name, value("ProductName"), "{name}");
    assert_eq!(ours.product_version, value("ProductVersion"), "{name}");
    assert_eq!(ours.upgrade_code.as_deref().unwrap_or_default(), value("UpgradeCode"), "{name}");
    assert_eq!(ours.product_code, value("ProductCode"), "{name}");
    assert_eq!(ours.manufacturer, value("Manufacturer"), "{name}");
    assert_eq!(ours.language, value("ProductLanguage"), "{name}");
    let scope = match value("ALLUSERS") {
        "" => Scope::User,
        "1" => Scope::Machine,
        _ => Scope::Either,
    };
    assert_eq!(ours.scope, scope, "{name}");
    let platform = processor.map(|processor| match processor {
        "Intel" => Platform::X86,
        "x64" => Platform::X64,
        "Arm64" => Platform::Arm64,
        other => panic!("{name}: the fixtures have no {other}"),
    });
    assert_eq!(ours.platform, platform, "{name}");
}

#[cfg(target_os = "linux")]
pub(super) use msiinfo::compare_with_msiinfo;

/// `msiinfo` runs on Linux only.
#[cfg(target_os = "linux")]
mod msiinfo {
    use std::fs;
    use std::io::Cursor;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use catalog::msi::read;

    use super::{DAMAGED, compare};
    use crate::fixtures;

    #[test]
    fn msiinfo_reads_the_fixtures_alike() {
        for name in fixtures::msi_names() {
            if !DAMAGED.contains(&name.as_str()) {
                compare_with_msiinfo(&name, &fixtures::bytes(&name));
            }
        }
    }

    /// Lets `msiinfo` read the same bytes and compares what both found.
    pub(in super::super) fn compare_with_msiinfo(name: &str, bytes: &[u8]) {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-for-msiinfo.msi"));
        fs::write(&path, bytes).unwrap();
        let ours = read(Cursor::new(bytes)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let table = run(&["export"], &path, &["Property"]);
        let properties: Vec<(String, String)> = (table.lines().skip(3))
            .filter_map(|line| line.split_once('\t'))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        let summary = run(&["suminfo"], &path, &[]);
        let template = summary.lines().find_map(|line| line.strip_prefix("Template: "));
        compare(name, &ours, &properties, template.and_then(|template| template.split(';').next()));
        fs::remove_file(path).unwrap();
    }

    fn run(verb: &[&str], path: &Path, rest: &[&str]) -> String {
        let output =
            Command::new("msiinfo").args(verb).arg(path).args(rest).env("LC_ALL", "C.UTF-8").output().expect(
                "msiinfo is missing. Run `cargo xtask fixtures`, which installs it (Debian's msitools).",
            );
        assert!(output.status.success(), "{}: {output:?}", path.display());
        // Only comments in the summary, which are not compared, may be in another encoding.
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

//! docs/reference/windows.md names tests that exist, and every test that shows something about Windows.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms whose tests stand on the page, each and every one.
const ROOMS: [&str; 4] = [
    "crates/client/tests/windows",
    "crates/client/src/windows",
    "crates/tray/src/windows",
    "crates/window/src/windows",
];
/// Other rooms whose tests the page may name; the stories among them are about the programs first.
const NEIGHBOURS: [&str; 8] = [
    "crates/client/src",
    "crates/client/src/elevation",
    "crates/client/src/failure",
    "crates/client/src/plan",
    "crates/client/src/self_update",
    "crates/catalog/src",
    "crates/tray/src",
    "e2e/tests/windows",
];

/// The test of this file, which says nothing about Windows.
const OWN: &str = "page::the_page_names_every_test_and_no_other";

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The names of the tests in the files of a folder, as cargo prints them.
fn tests_in(folder: &str) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(workspace().join(folder)).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let module = match folder.rsplit_once("/src") {
            Some((_, "")) => format!("{stem}::tests"),
            Some((_, below)) => {
                format!("{}::{stem}::tests", below.trim_start_matches('/').replace('/', "::"))
            }
            None => stem.to_owned(),
        };
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = text.lines().map(str::trim);
        while let Some(line) = lines.next() {
            if line == "#[test]" {
                let function = lines.find_map(|line| line.strip_prefix("fn ")?.split('(').next()).unwrap();
                names.push(format!("{module}::{function}"));
            }
        }
    }
    names
}

#[test]
fn the_page_names_every_test_and_no_other() {
    let page = fs::read_to_string(workspace().join("docs/reference/windows.md")).unwrap();
    let is_test = |name: &&str| name.contains("::") && !name.contains(['/', ' ']);
    let named: Vec<&str> = page.split('`').skip(1).step_by(2).filter(is_test).collect();
    let of_windows: Vec<String> = ROOMS.into_iter().flat_map(tests_in).filter(|name| name != OWN).collect();
    let of_neighbours: Vec<String> = NEIGHBOURS.into_iter().flat_map(tests_in).collect();
    assert!(of_windows.len() > 20 && named.len() > 20, "{of_windows:?} {named:?}");
    let unnamed: Vec<&String> = of_windows.iter().filter(|test| !named.contains(&test.as_str())).collect();
    assert_eq!(unnamed, Vec::<&String>::new(), "tests that docs/reference/windows.md does not name");
    let exists = |name: &&&str| of_windows.iter().chain(&of_neighbours).any(|test| test == **name);
    let unknown: Vec<&&str> = named.iter().filter(|name| !exists(name)).collect();
    assert_eq!(unknown, Vec::<&&str>::new(), "tests that docs/reference/windows.md names and nobody has");
}

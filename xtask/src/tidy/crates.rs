//! The arrows between our crates: who may know whom.

use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::Finding;
use crate::{places, process};

/// Each crate, and those of ours that it may know.
const KNOWS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("catalog", &["text"]),
    ("window", &[]),
    ("generator", &["catalog", "text", "window"]),
    // Open-Xchange itself is not there in tests; what stands in for it knows none of ours.
    ("server", &["catalog", "open-xchange", "text"]),
    ("client", &["catalog", "text"]),
    ("tray", &["client", "text", "window"]),
    ("open-xchange", &[]),
    ("stagehand", &[]),
    ("e2e", &["server", "client", "catalog", "open-xchange", "stagehand", "text"]),
    ("xtask", &[]),
];

/// One crate of ours that knows another, and the place that says so.
#[derive(Debug)]
pub(super) struct Arrow {
    from: String,
    to: String,
    path: String,
}

/// All arrows between our crates, those for tests and builds too, as cargo reads them.
pub(super) fn arrows() -> Result<Vec<Arrow>> {
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--no-deps", "--format-version", "1", "--quiet"]);
    // Standard error would be mixed into the JSON.
    cargo.env("CARGO_TERM_QUIET", "true");
    let output = process::run_quietly(cargo.current_dir(places::workspace()), process::TOOL_TIME_MAX)?;
    let metadata: Value = serde_json::from_str(&output).context("“cargo metadata” wrote no JSON")?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut arrows = Vec::new();
    for package in list(&metadata["packages"]) {
        for dependency in list(&package["dependencies"]) {
            if dependency["path"].is_string() {
                let path = text(&package["manifest_path"]);
                let path = path.rsplit(&['/', '\\']).take(3).collect::<Vec<_>>();
                arrows.push(Arrow {
                    from: text(&package["name"]),
                    to: text(&dependency["name"]),
                    path: path.into_iter().rev().collect::<Vec<_>>().join("/"),
                });
            }
        }
    }
    Ok(arrows)
}

/// The arrows that the table does not allow.
pub(super) fn check(arrows: &[Arrow]) -> Vec<Finding> {
    arrows.iter().filter_map(check_arrow).collect()
}

fn check_arrow(Arrow { from, to, path }: &Arrow) -> Option<Finding> {
    let Some((_, known)) = KNOWS.iter().find(|(name, _)| name == from) else {
        let what = format!("The crate {from} is new, and nothing says whom it may know.");
        return Some(Finding::new(
            path,
            1,
            what,
            "Add a row to xtask/src/tidy/crates.rs and to ARCHITECTURE.md.",
        ));
    };
    if known.contains(&to.as_str()) {
        return None;
    }
    let what = format!("The crate {from} must not know {to}.");
    let mend = match *known {
        [] => format!("{from} knows none of our crates: move the code to where it belongs."),
        _ => format!("{from} may know {}; move what both need into one of them.", known.join(", ")),
    };
    Some(Finding::new(path, 1, what, mend))
}

#[cfg(test)]
mod tests {
    use super::{Arrow, arrows, check};

    #[test]
    fn only_arrows_of_the_table_are_allowed() {
        let check = |from: &str, to: &str, expected: Option<&str>| {
            let arrow = Arrow { from: from.to_owned(), to: to.to_owned(), path: "Cargo.toml".to_owned() };
            let findings = check(&[arrow]);
            assert_eq!(findings.first().map(|finding| finding.what.as_str()), expected);
        };
        check("server", "catalog", None);
        check("e2e", "client", None);
        check("server", "client", Some("The crate server must not know client."));
        check("client", "server", Some("The crate client must not know server."));
        check("xtask", "text", Some("The crate xtask must not know text."));
        check("gadget", "text", Some("The crate gadget is new, and nothing says whom it may know."));
    }

    #[test]
    fn arrows_are_read_from_the_workspace() {
        let arrows = arrows().unwrap();
        assert!(arrows.iter().any(|arrow| (arrow.from.as_str(), arrow.to.as_str()) == ("catalog", "text")));
    }
}

//! Kinds of updates from the server to the list of what is installed: in place, in the fourth field, per user, by platform.

use std::process::{Child, Stdio};

use e2e::{Pc, Site, product};
use serde_json::Value;

use crate::{alone, site_and_pc};

const NOTES: &str = "Fixture Notes";
const FOURTH: &str = "Fixture Fourth Field";

/// Installs all that is ready, which must succeed.
fn install_all(pc: &Pc) -> Value {
    let (code, answer) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{answer}");
    answer
}

/// The highest installed version, how many are installed, the step and the kind of what is offered.
type Standing = (Option<String>, usize, Option<String>, Option<String>);

/// What is installed of a product, and what the plan makes of what is offered.
fn standing(pc: &Pc, name: &str) -> Standing {
    let (_, plan) = pc.json(&["list"]);
    let found = product(&plan, name);
    let text = |key: &str| found[key].as_str().map(str::to_owned);
    let installations = found["installations"].as_array().map_or(0, Vec::len);
    (text("installed"), installations, text("step"), text("kind"))
}

fn shown(version: &str, count: usize, step: &str, kind: Option<&str>) -> Standing {
    (Some(version.to_owned()), count, Some(step.to_owned()), kind.map(str::to_owned))
}

/// A site that offers the first fixture, which is installed then, and offers the second one afterwards.
fn site_after(first: &str, second: &str, name: &str) -> (Site, Pc) {
    let (site, pc) = site_and_pc();
    site.publish(first, &[]);
    pc.uninstall(name);
    install_all(&pc);
    site.publish(second, &[]);
    (site, pc)
}

#[test]
fn a_minor_update_replaces_the_version_in_place() {
    let _alone = alone();
    let (_site, pc) = site_after("notes-1.0.0.msi", "notes-1.0.1.msi", NOTES);
    assert_eq!(standing(&pc, NOTES), shown("1.0.0", 1, "update", Some("minor-update")));
    let answer = install_all(&pc);
    assert_eq!(answer["results"][0]["outcome"].as_str(), Some("installed"), "{answer}");
    assert_eq!(standing(&pc, NOTES), shown("1.0.1", 1, "nothing", None));
    pc.uninstall(NOTES);
}

#[test]
fn a_small_update_in_the_fourth_field_replaces_the_version_in_place() {
    let _alone = alone();
    let (_site, pc) = site_after("fourth-field-1.0.0.1.msi", "fourth-field-1.0.0.3.msi", FOURTH);
    assert_eq!(standing(&pc, FOURTH), shown("1.0.0.1", 1, "update", Some("small-update")));
    install_all(&pc);
    assert_eq!(standing(&pc, FOURTH), shown("1.0.0.3", 1, "nothing", None));
    pc.uninstall(FOURTH);
}

#[test]
fn another_product_that_is_newer_in_the_fourth_field_is_installed_beside_and_says_so() {
    let _alone = alone();
    let (_site, pc) = site_after("fourth-field-1.0.0.1.msi", "fourth-field-1.0.0.2.msi", FOURTH);
    assert_eq!(standing(&pc, FOURTH), shown("1.0.0.1", 1, "update", Some("unseen-upgrade")));
    let answer = install_all(&pc);
    let said = answer["results"][0]["message"].as_str().unwrap_or_default().to_owned();
    assert!(said.contains("1.0.0.1 is still installed as well"), "{answer}");
    assert_eq!(standing(&pc, FOURTH), shown("1.0.0.2", 2, "nothing", None));
    pc.uninstall(FOURTH);
}

#[test]
fn what_a_person_has_alone_is_updated_for_that_person() {
    let _alone = alone();
    let (_site, pc) = site_after("user-1.0.0.msi", "user-1.1.0.msi", "Fixture User");
    install_all(&pc);
    let (_, plan) = pc.json(&["list"]);
    let installations = &product(&plan, "Fixture User")["installations"];
    let found = (installations[0]["version"].as_str(), installations[0]["context"].as_str());
    assert_eq!(
        (found, installations.as_array().map(Vec::len)),
        ((Some("1.1.0"), Some("user")), Some(1)),
        "{plan}"
    );
    pc.uninstall("Fixture User");
}

#[test]
fn what_is_installed_for_x86_is_updated_for_x86() {
    let _alone = alone();
    let (site, pc) = site_after("notes-1.0.0-x86.msi", "notes-2.0.0-x86.msi", NOTES);
    site.publish("notes-2.0.0.msi", &[]);
    let (code, plan) = pc.json(&["check"]);
    let notes = product(&plan, NOTES);
    assert_eq!(
        (code, notes["platform"].as_str(), notes["step"].as_str()),
        (10, Some("x86"), Some("update")),
        "{plan}"
    );
    install_all(&pc);
    assert_eq!(standing(&pc, NOTES), shown("2.0.0", 1, "nothing", None));
    pc.uninstall(NOTES);
}

#[test]
fn a_package_for_another_processor_is_neither_downloaded_nor_installed() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    site.publish("notes-2.0.0-arm64.msi", &[]);
    pc.uninstall(NOTES);
    let (code, plan) = pc.json(&["check"]);
    assert_eq!((code, product(&plan, NOTES)["step"].as_str()), (0, Some("blocked")), "{plan}");
    let (code, answer) = pc.json(&["install", NOTES]);
    assert_eq!((code, answer["results"][0]["outcome"].as_str()), (45, Some("not-for-this-pc")), "{answer}");
    assert_eq!(answer["results"][0]["exit_code"], Value::Null, "{answer}");
    assert_eq!(pc.downloads(), 0);
}

#[test]
fn a_package_with_dialogs_is_installed_without_them() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    site.publish("dialogs-1.0.0.msi", &[]);
    pc.uninstall("Fixture Dialogs");
    install_all(&pc);
    assert_eq!(standing(&pc, "Fixture Dialogs"), shown("1.0.0", 1, "nothing", None));
    pc.uninstall("Fixture Dialogs");
}

/// Windows' own `find`, which reads what is typed until this is closed, and which nothing else here runs.
struct Open(Child);

impl Open {
    fn start() -> Self {
        let mut find = e2e::windows_program("find.exe");
        // Windows' own wants the quotes, which Wine's takes for part of the word.
        #[cfg(windows)]
        std::os::windows::process::CommandExt::raw_arg(&mut find, "\"nothing\"");
        #[cfg(not(windows))]
        find.arg("nothing");
        find.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        Self(find.spawn().unwrap())
    }

    /// Types nothing more, so that it ends by itself.
    fn close(mut self) {
        drop(self.0.stdin.take());
        self.0.wait().unwrap();
    }
}

#[test]
fn a_program_that_is_to_be_closed_first_is_waited_for_and_never_closed() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    site.publish("notes-1.0.0.msi", &["--close-first", "FIND.EXE"]);
    pc.uninstall(NOTES);
    let open = Open::start();
    let (code, answer) = pc.json(&["install", "--all"]);
    let result = &answer["results"][0];
    assert_eq!((code, result["outcome"].as_str()), (47, Some("programs-open")), "{answer}");
    assert_eq!(result["exit_code"], Value::Null, "{answer}");
    assert_eq!(standing(&pc, NOTES).1, 0);

    let other = Pc::of("anna", site.address());
    let mut waiting = pc.start(&["install", "--all", "--wait-for-programs"]);
    waiting.until_it_says("is installed as soon as Find is closed");
    // Whoever waits keeps nobody else on this PC from installing: this one gets as far as the open program.
    let (code, answer) = other.json(&["install", "--all"]);
    assert_eq!((code, answer["results"][0]["outcome"].as_str()), (47, Some("programs-open")), "{answer}");
    open.close();
    let said = waiting.end();
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(standing(&pc, NOTES), shown("1.0.0", 1, "nothing", None));
    pc.uninstall(NOTES);
}

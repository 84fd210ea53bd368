//! Installs that end in other ways, each told as it is, to the person and to the server.

use e2e::product;
use serde_json::Value;

use crate::{alone, site_and_pc};

/// What came of the only update.
fn result(answer: &Value) -> (Option<&str>, Option<u64>, Option<bool>) {
    let result = &answer["results"][0];
    (result["outcome"].as_str(), result["exit_code"].as_u64(), result["restart_needed"].as_bool())
}

#[test]
fn a_package_that_fails_is_not_installed_and_says_so() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    // At a desktop Windows Installer would show why in a box of its own, and wait for a person.
    site.publish("failing-1.0.0.msi", &["--install-params", "/qn"]);
    let (code, answer) = pc.json(&["install", "--all"]);
    assert_ne!(code, 0, "{answer}");
    assert_eq!(result(&answer), (Some("failed"), Some(1603), Some(false)), "{answer}");
    let (_, plan) = pc.json(&["list"]);
    assert_eq!(product(&plan, "Fixture Failing")["state"].as_str(), Some("not-installed"), "{plan}");
    let reports = site.reports();
    assert_eq!(reports[0]["outcome"].as_str(), Some("failed"), "{reports:?}");
    assert_eq!(reports[0]["exit_code"].as_u64(), Some(1603), "{reports:?}");

    // The log of a moment ago tells why, and nothing of it was sent.
    let failed = &answer["results"][0];
    assert!(failed["what_you_can_do"].is_string() && failed["for_the_administrator"].is_string(), "{failed}");
    assert_eq!(failed["details"]["cause"].as_str(), Some("condition-not-met"), "{failed}");
    assert_eq!(failed["details"]["action"].as_str(), Some("LaunchConditions"), "{failed}");
    assert!(!reports[0].to_string().contains("LaunchConditions"), "{reports:?}");
    let (_, status) = pc.json(&["status"]);
    assert_eq!(status["history"][0]["cause"]["kind"].as_str(), Some("condition-not-met"), "{status}");
    let said = pc.oxupdate(&["install", "Fixture Failing"]);
    assert!(said.output.contains("What you can do: "), "{said:?}");
    assert!(said.output.lines().all(|line| !line.contains("LaunchConditions")), "{said:?}");
}

#[test]
fn a_package_that_asks_for_a_restart_is_installed_and_says_so() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    site.publish("restart-1.0.0.msi", &[]);
    pc.uninstall("Fixture Restart");
    let (code, answer) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{answer}");
    assert_eq!(result(&answer), (Some("installed-needs-restart"), Some(3010), Some(true)), "{answer}");
    let (_, plan) = pc.json(&["list"]);
    assert_eq!(product(&plan, "Fixture Restart")["state"].as_str(), Some("same"), "{plan}");
    assert_eq!(site.reports()[0]["outcome"].as_str(), Some("installed-needs-restart"));
    pc.uninstall("Fixture Restart");
}

#[test]
fn a_package_for_one_person_is_found_where_it_was_installed() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    site.publish("user-1.0.0.msi", &[]);
    pc.uninstall("Fixture User");
    let (code, answer) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{answer}");
    let (_, plan) = pc.json(&["list"]);
    let installations = &product(&plan, "Fixture User")["installations"];
    assert_eq!(installations[0]["context"].as_str(), Some("user"), "{plan}");
    pc.uninstall("Fixture User");
}

#[test]
fn a_server_that_is_away_is_said_to_be_away() {
    let (mut site, pc) = site_and_pc();
    site.kill();
    let said = pc.oxupdate(&["check"]);
    assert!(said.code != 0 && said.code != 10, "{said:?}");
    assert!(said.complaint.contains("does not answer"), "{said:?}");
}

#[test]
fn a_wrong_password_is_said_at_once() {
    let (site, _) = site_and_pc();
    let stranger = e2e::Pc::of("bert", site.address());
    let said = stranger.oxupdate(&["check"]);
    assert!(said.code != 0 && said.code != 10, "{said:?}");
    assert!(said.complaint.contains("does not accept this name and password"), "{said:?}");
}

//! What an administrator decides for all people of a PC, in the registry.

use e2e::{Pc, PolicyValue, Site, Witness, product};
use serde_json::Value;

use crate::{alone, site_and_pc, site_witness_and_pc};

const NOTES: &str = "Fixture Notes";
const REPORT: &str = "POST /api/v1/reports";
const CHECK_IN: &str = "POST /api/v1/check-ins";

/// Who is asked through the witness: a host of the web that is nowhere, and never the PC itself.
const ELSEWHERE: &str = "http://updates.test";

/// What the server was told, since this was asked last.
fn told(witness: &Witness) -> Vec<String> {
    let lines = witness.take().into_iter().map(|request| request.line);
    lines.filter(|line| line == REPORT || line == CHECK_IN).collect()
}

fn waiting(pc: &Pc) -> Option<u64> {
    let (_, status) = pc.json(&["status"]);
    status["reports"]["waiting"].as_u64()
}

#[test]
fn without_reporting_the_server_is_told_nothing_and_what_waits_is_thrown_away() {
    let _alone = alone();
    let (site, witness, pc) = site_witness_and_pc();
    site.publish("notes-1.0.0.msi", &[]);
    pc.uninstall(NOTES);
    assert_eq!(told(&witness).first().map(String::as_str), Some(CHECK_IN));
    let checked_in = || {
        let device = &site.devices("anna")[0];
        device["check_in"]["products"][0]["installed"][0]["version"].as_str().map(str::to_owned)
    };

    // A report that does not reach the server waits.
    witness.close(Some("/api/v1/reports"));
    assert_eq!(pc.json(&["install", "--all"]).0, 0);
    assert_eq!(waiting(&pc), Some(1));
    witness.close(None);
    told(&witness);

    let off = PolicyValue::set("DisableReporting");
    assert_eq!(pc.oxupdate(&["check"]).code, 0);
    assert_eq!((told(&witness), waiting(&pc)), (Vec::new(), Some(0)));
    site.publish("notes-2.0.0.msi", &[]);
    assert_eq!(pc.json(&["install", "--all"]).0, 0);
    assert_eq!(pc.oxupdate(&["report"]).code, 0);
    assert_eq!((told(&witness), waiting(&pc)), (Vec::new(), Some(0)));
    assert_eq!((site.reports(), checked_in().as_deref()), (Vec::new(), Some("1.0.0")));

    drop(off);
    assert_eq!(pc.oxupdate(&["check"]).code, 0);
    assert_eq!(told(&witness), [CHECK_IN]);
    assert_eq!(checked_in().as_deref(), Some("2.0.0"));
    assert_eq!(site.reports(), Vec::<Value>::new());
    pc.uninstall(NOTES);
}

#[test]
fn http_to_another_pc_takes_an_administrators_permission() {
    let _alone = alone();
    let mut site = Site::new();
    site.user("anna", &[]);
    site.set("allowed_hosts = \"updates.test\"");
    site.start();
    site.publish("notes-1.0.0.msi", &[]);
    let witness = Witness::before(site.address());
    let pc = Pc::of("anna", ELSEWHERE);
    let check = ["check", "--proxy", witness.address()];

    let said = pc.oxupdate(&check);
    assert_eq!((said.code, witness.take()), (27, Vec::new()), "{said:?}");
    let allowed = PolicyValue::set("AllowInsecureHttp");
    let (code, plan) = pc.json(&check);
    assert!(code == 0 || code == 10, "{plan}");
    assert_eq!(product(&plan, NOTES)["offered"].as_str(), Some("1.0.0"), "{plan}");
    assert!(!witness.take().is_empty());
    drop(allowed);
    let said = pc.oxupdate(&check);
    assert_eq!((said.code, witness.take()), (27, Vec::new()), "{said:?}");
}

#[test]
fn a_server_that_a_policy_names_is_the_only_one() {
    let _alone = alone();
    let (_site, pc) = site_and_pc();
    let elsewhere = PolicyValue::text("ServerUrl", "https://updates.test");
    let said = pc.oxupdate(&["check"]);
    let sentence = "Updates come from https://updates.test on this PC, which cannot be changed here.";
    assert!(said.code == 2 && said.complaint.contains(sentence), "{said:?}");
    drop(elsewhere);
    // The same place, written otherwise.
    let here = PolicyValue::text("ServerUrl", &format!("{}/", pc.server()));
    let odd = PolicyValue::text("Checking", "often");
    assert_eq!(pc.oxupdate(&["check"]).code, 0);
    let status = pc.oxupdate(&["status"]);
    let sentence = "The policy “Checking” holds what cannot be used, so it counts as not set.";
    assert!(status.code == 0 && status.complaint.contains(sentence), "{status:?}");
    drop((here, odd));
}

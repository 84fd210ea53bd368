//! The server as it is built for Windows, where it runs for these stories: a verb reaches it while it serves.

use e2e::{Pc, Site, product};

use crate::alone;

const NOTES: &str = "Fixture Notes";

#[test]
fn a_verb_reaches_the_server_on_windows_while_it_serves() {
    let _alone = alone();
    let mut site = Site::of_windows();
    site.start();
    site.user("anna", &["notes"]);
    let pc = Pc::of("anna", site.address());
    assert_eq!(pc.json(&["list"]).1["products"].as_array().map(Vec::len), Some(0));
    site.publish("notes-1.0.0.msi", &["--require", "notes"]);
    let (_, plan) = pc.json(&["list"]);
    assert_eq!(product(&plan, NOTES)["offered"].as_str(), Some("1.0.0"), "{plan}");
    let password = site.password_file();
    let refused = site.try_verb(&["package", "add", &password.to_string_lossy()]);
    assert!(refused.code != 0 && refused.complaint.contains("not an MSI file"), "{refused:?}");
    assert!(site.reports().is_empty());
}

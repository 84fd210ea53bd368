//! The updater package on pages: chosen, told, kept from being deleted, and taken away.

use crate::browser::Browser;
use crate::place::Place;

const PATH: &str = "/admin/settings/updater";

#[test]
fn an_administrator_chooses_what_people_install_the_updater_with() {
    let place = Place::new();
    place.add_user("anna");
    place.add_user_as("vera", "viewer");
    place.add_user_as("root", "administrator");
    place.publish("notes-1.0.0.msi", &[]);
    place.publish("notes-2.0.0.msi", &[]);
    let server = place.serve();
    let mut root = Browser::signed_in(&server, "root");
    let settings = root.get("/admin/settings");
    for path in [PATH, "/admin/webhooks"] {
        assert!(settings.text().contains(&format!("href=\"{path}\"")), "{path}");
        assert_eq!(root.get(path).status, 200, "{path}");
    }
    let sha256 = place.list("package")[0]["sha256"].as_str().unwrap().to_owned();
    let package = format!("/admin/packages/{}", &sha256[..12]);
    let proposed = format!("{PATH}?package={}", &sha256[..12]);
    assert!(root.get(&package).text().contains(&proposed), "the package leads to where it is chosen");
    let page = root.get(&proposed);
    assert!(page.text().contains(&format!("<option value=\"{sha256}\" selected")), "{}", page.text());
    assert_eq!(root.post(PATH, &[("package", &sha256)]).status, 303);
    let page = root.get(PATH);
    let name = format!("OXUpdater-setup-http@{}.msi", server.address.replace(':', "_"));
    for part in ["Fixture Notes 1.0.0 (x64) is the updater package now", &name, &package] {
        assert!(page.text().contains(part), "{part}: {}", page.text());
    }
    assert!(Browser::signed_in(&server, "anna").get("/").text().contains(&name));

    place.done(&["package", "withdraw", "Fixture Notes", "1.0.0"]);
    let deletion = root.get(&format!("{package}/delete"));
    assert!(
        deletion.text().contains("is the package that people install the updater with"),
        "{}",
        deletion.text()
    );
    assert!(!deletion.text().contains("method=\"post\" action=\"/admin/packages"), "nothing to be pressed");
    assert_eq!(root.post(&format!("{package}/delete"), &[]).status, 303);
    assert_eq!(root.get(&package).status, 200, "it is still there");
    let said = place.run(&["package", "delete", "Fixture Notes", "1.0.0"]);
    assert!(said.code == 1 && said.error.contains("oxupdated updater unset"), "{said:?}");

    assert_eq!(root.post(PATH, &[("package", "0123456789ab")]).status, 303);
    assert!(root.get(PATH).text().contains("There is no package “0123456789ab” here."));
    let mut vera = Browser::signed_in(&server, "vera");
    assert!(vera.get(PATH).text().contains(&name) && !vera.get(PATH).text().contains("<select"));
    assert_eq!(vera.post(PATH, &[("package", &sha256)]).status, 404);
    assert_eq!(vera.post(&format!("{PATH}/unset"), &[]).status, 404);
    assert_eq!(Browser::signed_in(&server, "anna").get(PATH).status, 404);

    root.get(PATH);
    assert_eq!(root.post(&format!("{PATH}/unset"), &[]).status, 303);
    assert!(root.get(PATH).text().contains("There is no updater package any more."));
    assert!(root.get(&format!("{package}/delete")).text().contains("<button"));
    assert_eq!(root.post(&format!("{package}/delete"), &[]).status, 303);
    assert_eq!(root.get(&package).status, 404);
}

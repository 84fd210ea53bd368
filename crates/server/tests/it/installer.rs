//! The updater package: put in place by an administrator, fetched by users under a name that carries the server's address.

use catalog::installer_name::parse;

use crate::fixtures::fixture;
use crate::http::{Answer, Request, get, head};
use crate::place::{Place, Running};

const INSTALLER: &str = "/ajax/updater/installer/";

/// A server with a package that only people with olox20 are offered; anna lacks it.
fn place() -> Place {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &["--require", "olox20"]);
    place
}

fn ask(path: &str) -> Request {
    get(path).user("anna")
}

fn name_of(answer: &Answer) -> String {
    let disposition = answer.header("content-disposition");
    let name = disposition.strip_prefix("attachment; filename=\"").and_then(|rest| rest.strip_suffix('"'));
    name.unwrap_or_else(|| panic!("{disposition}")).to_owned()
}

#[test]
fn there_is_an_installer_once_an_administrator_has_put_it_in_place() {
    let place = place();
    let server = place.serve();
    let nothing = ask(INSTALLER).send(&server);
    assert_eq!(nothing.status, 404);
    assert!(nothing.text().starts_with("There is no installer for the OX Updater"), "{}", nothing.text());
    let said = place.done(&["updater", "show"]);
    assert!(said.contains("There is no updater package yet."), "{said}");

    let said = place.done(&["updater", "set", "fixture notes"]);
    assert!(said.contains("Fixture Notes 1.0.0 (x64) is the updater package now"), "{said}");
    let whole = ask(INSTALLER).send(&server);
    assert_eq!(whole.status, 200, "whatever permissions anna has");
    assert!(whole.body == std::fs::read(fixture("notes-1.0.0.msi")).unwrap(), "byte for byte");
    assert_eq!(whole.header("vary"), "Authorization, Cookie");
    let said = place.done(&["updater", "set", "Fixture Notes", "1.0.0"]);
    assert!(said.contains("is the updater package already"), "{said}");

    place.done(&["package", "withdraw", "Fixture Notes"]);
    assert_eq!(ask(INSTALLER).send(&server).status, 200, "it need not be on offer");
    assert_eq!(get(INSTALLER).send(&server).status, 401);
    assert_eq!(get(INSTALLER).basic(b"anna:wrong horse").send(&server).status, 401);

    place.done(&["updater", "unset"]);
    assert_eq!(ask(INSTALLER).send(&server).status, 404);
    let audit: Vec<String> =
        place.list("audit").iter().map(|line| line["action"].as_str().unwrap().to_owned()).collect();
    assert_eq!(audit[..3], ["updater.unset", "package.withdraw", "updater.set"]);
}

#[test]
fn the_name_carries_the_address_by_which_the_server_was_reached() {
    let place = place();
    place.done(&["updater", "set", "Fixture Notes"]);
    let server = place.serve();
    let name = name_of(&ask(INSTALLER).send(&server));
    assert_eq!(name, format!("OXUpdater-setup-http@{}.msi", server.address.replace(':', "_")));
    assert_eq!(parse(&name), Some(format!("http://{}", server.address)));
    assert_eq!(ask(&format!("{INSTALLER}{name}")).send(&server).status, 200);
    assert_eq!(ask(&format!("{INSTALLER}{}", name.replace('@', "%40"))).send(&server).status, 200);
    let foreign = ask(&format!("{INSTALLER}OXUpdater-setup@elsewhere.example.msi")).send(&server);
    assert_eq!(foreign.status, 404, "a name with another address would lead the client elsewhere");
    drop(server);

    let public = [("OXUPDATED_PUBLIC_URL", "https://updates.example.com:8443")];
    let server = place.serve_with(&public);
    let name = name_of(&ask(INSTALLER).send(&server));
    assert_eq!(name, "OXUpdater-setup@updates.example.com_8443.msi");
}

#[test]
fn an_installer_comes_in_parts() {
    let place = place();
    place.done(&["updater", "set", "Fixture Notes"]);
    let server: Running = place.serve();
    let bytes = std::fs::read(fixture("notes-1.0.0.msi")).unwrap();
    let whole = head(INSTALLER).user("anna").send(&server);
    let entity_tag = whole.header("etag").to_owned();
    assert_eq!((whole.status, whole.header("accept-ranges"), whole.body.len()), (200, "bytes", 0));
    assert_eq!(whole.header("content-length"), bytes.len().to_string());
    let part = ask(INSTALLER).header("Range", "bytes=1000-").header("If-Range", &entity_tag).send(&server);
    assert_eq!(part.status, 206);
    assert!(part.body == bytes[1000..]);
    assert_eq!(ask(INSTALLER).header("If-None-Match", &entity_tag).send(&server).status, 304);
    let outside = ask(INSTALLER).header("Range", &format!("bytes={}-", bytes.len())).send(&server);
    assert_eq!(outside.status, 416);
}

#[test]
fn one_package_has_to_be_meant() {
    let place = place();
    place.publish("notes-2.0.0.msi", &[]);
    let several = place.run(&["updater", "set", "Fixture Notes"]);
    assert_eq!(several.code, 1);
    assert!(several.error.contains("stands for more than one package"), "{several:?}");
    let none = place.run(&["updater", "set", "Nothing"]);
    assert!(none.error.contains("There is no package “Nothing” here."), "{none:?}");
    let said = place.run(&["updater", "set", "Fixture Notes", "2.0.0"]);
    assert_eq!(said.code, 0);
    assert!(said.error.contains("bears no signature"), "{said:?}");
    let shown: serde_json::Value = serde_json::from_str(&place.done(&["updater", "show", "--json"])).unwrap();
    assert_eq!((&shown["name"], &shown["version"]), (&"Fixture Notes".into(), &"2.0.0".into()));
}

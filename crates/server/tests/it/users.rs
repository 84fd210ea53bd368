//! Users: importing them, finding them, seeing why they are offered what, and removing them.

use serde_json::{Value, json};

use crate::http::{UPDATE_XML, get};
use crate::place::Place;

const HEADING: &str = "name,role,groups,permissions,standing\n";

fn import(place: &Place, rows: &str, arguments: &[&str]) -> Value {
    let file = place.write("users.csv", format!("{HEADING}{rows}"));
    let said = place.done(&[&["user", "import", &file, "--json"], arguments].concat());
    serde_json::from_str(&said).unwrap()
}

fn names(place: &Place, filter: &[&str]) -> Vec<String> {
    let said = place.done(&[&["user", "list", "--json"], filter].concat());
    let lines: Vec<Value> = serde_json::from_str(&said).unwrap();
    lines.iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_import_does_what_its_dry_run_shows() {
    let place = Place::new();
    place.add_user("anna");
    place.done(&["group", "add", "sales"]);
    let _server = place.serve();
    let rows = "anna,,sales,olox20,\nben,viewer,,,disabled\nANNA,,,,\ncarla,,nowhere,,\n=1+1,,,,\n";
    let shown = import(&place, rows, &[]);
    let counts = |plan: &Value| json!([plan["added"], plan["changed"], plan["unchanged"], plan["refused"]]);
    assert_eq!(counts(&shown), json!([2, 1, 0, 2]));
    assert_eq!(names(&place, &[]), ["anna"], "nothing was changed");
    let done = import(&place, rows, &["--apply"]);
    assert_eq!((counts(&done), &done["rows"]), (counts(&shown), &shown["rows"]));
    assert_eq!(names(&place, &[]), ["=1+1", "anna", "ben"]);
    assert_eq!(names(&place, &["--group", "SALES"]), ["anna"]);
    assert_eq!(names(&place, &["--role", "viewer", "--standing", "disabled"]), ["ben"]);
    let again = import(&place, rows, &["--apply"]);
    assert_eq!(counts(&again), json!([0, 0, 3, 2]));
    let actions: Vec<String> = place.list("audit")[..4]
        .iter()
        .map(|line| format!("{} {} {}", line["action"], line["subject"], line["detail"]).replace('"', ""))
        .collect();
    assert_eq!(actions[0], "user.import  2 added, 1 changed, 0 unchanged, 2 refused");
    assert!(actions.contains(&"user.change anna join sales, grant olox20".to_owned()), "{actions:?}");
    assert!(actions.contains(&"user.add ben role viewer, disabled".to_owned()), "{actions:?}");
}

#[test]
fn a_file_with_passwords_is_refused_and_nothing_of_it_is_kept() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve_with(&[("OXUPDATED_LOG", "trace")]);
    let file = place.write("users.csv", "name;password\nben;geheimes Wort\n");
    let said = place.run(&["user", "import", &file, "--apply"]);
    assert_eq!(said.code, 1);
    assert!(said.error.starts_with("The file has a column with passwords"), "{said:?}");
    assert!(!said.error.contains("geheim") && !server.log().contains("geheim"));
    assert_eq!(names(&place, &[]), ["anna"]);
}

#[test]
fn imported_users_sign_in_once_a_password_was_handed_out() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    import(&place, "ben,,,,\ncarla,,,,\n", &["--apply"]);
    let status = |credentials: &str| get(UPDATE_XML).basic(credentials.as_bytes()).send(&server).status;
    assert_eq!((status("ben:"), status("ben:x")), (401, 401));
    let said = place.done(&["user", "hand-out", "--search", "BEN"]);
    assert!(said.contains("1 user was given a one-time password"), "{said}");
    assert!(said.lines().any(|line| line.starts_with("ben ")) && !said.contains("carla"), "{said}");
    assert_eq!(names(&place, &["--password", "none"]), ["carla"]);
    assert_eq!(names(&place, &["--password", "one-time"]), ["ben"]);
}

#[test]
fn what_is_looked_for_is_a_text_and_no_pattern_and_no_sql() {
    let place = Place::new();
    place.add_user("anna");
    import(&place, "100%,,,,\na_b,,,,\nJörg,,,,\n\"' OR 1=1 --\",,,,\n", &["--apply"]);
    let check = |search: &str, expected: &[&str]| assert_eq!(names(&place, &["--search", search]), expected);
    check("%", &["100%"]);
    check("_", &["a_b"]);
    check("JÖRG", &["Jörg"]);
    check("' OR 1=1", &["' OR 1=1 --"]);
    check("'; DROP TABLE users; --", &[]);
    assert_eq!(names(&place, &[]).len(), 5);
}

#[test]
fn a_removed_users_name_leaves_the_audit() {
    for (setting, devices) in [("remove", 0), ("strip", 1)] {
        let place = Place::new();
        place.add_user("Anna Blume");
        let server = place.serve_with(&[("OXUPDATED_ON_USER_REMOVAL", setting)]);
        let body = json!({"device": uuid(7), "computer_name": "PC-OF-ANNA"}).to_string();
        let request = crate::http::post("/api/v1/devices", body).header("Content-Type", "application/json");
        assert_eq!(request.user("Anna Blume").send(&server).status, 201);
        assert!(json!(place.list("audit")).to_string().contains("Anna Blume"));
        place.done(&["user", "remove", "anna blume"]);
        let audit = json!(place.list("audit")).to_string();
        assert!(!audit.contains("Blume") && !audit.contains("PC-OF-ANNA"), "{audit}");
        assert!(audit.contains("user:") && audit.contains("user.remove"), "{audit}");
        let listed = place.list("device");
        assert_eq!(listed.len(), devices, "{setting}: {listed:?}");
        assert!(!json!(listed).to_string().contains("ANNA") && !json!(listed).to_string().contains(&uuid(7)));
        assert!(place.list("user").is_empty(), "nobody is no user");
        server.stop();
        // Started anew, all is read again.
        let _server = place.serve();
        assert!(place.list("user").is_empty());
    }
}

fn uuid(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

#[test]
fn it_is_shown_why_somebody_is_offered_something() {
    let place = Place::new();
    place.add_user("anna");
    place.done(&["group", "add", "sales"]);
    place.done(&["group", "join", "sales", "anna"]);
    place.done(&["permission", "grant", "sales", "olox20"]);
    place.publish("notes-1.0.0.msi", &["--require", "olox20"]);
    place.publish("notes-2.0.0.msi", &["--require", "usm"]);
    let shown: Value = serde_json::from_str(&place.done(&["user", "show", "ANNA", "--json"])).unwrap();
    let verdicts: Vec<Value> = shown["products"][0]["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| json!([package["version"], package["verdict"], package["requires"][0]["groups"]]))
        .collect();
    assert_eq!(verdicts, [json!(["2.0.0", "lacking", []]), json!(["1.0.0", "offered", ["sales"]])]);
    let words = place.done(&["user", "show", "anna"]);
    assert!(words.contains("has olox20 through sales") && words.contains("lacks usm"), "{words}");
}

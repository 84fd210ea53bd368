//! The JSON API at work: each noun used by a program as it would be, all nouns alike in how they are seen and changed, and writers
//! who meet.

use std::fs;
use std::sync::Barrier;

use serde_json::{Value, json};

use crate::api::{Bearing, token};
use crate::devices::{device, enrol};
use crate::fixtures::fixture;
use crate::http::{Answer, Request, get, offered, post};
use crate::place::{Place, Running};
use crate::stranger::Stranger;

const SCOPES: [&str; 4] = ["view", "publish", "administer", "audit"];

/// A program of an administrator, with all scopes.
struct Program<'a> {
    server: &'a Running,
    token: String,
}

impl<'a> Program<'a> {
    fn new(place: &Place, server: &'a Running) -> Self {
        place.add_user_as("ada", "administrator");
        Self { server, token: token(place, "ada", &SCOPES) }
    }

    fn send(&self, request: Request) -> Answer {
        request.token(&self.token).send(self.server)
    }

    /// Reads a thing.
    fn read(&self, path: &str) -> Value {
        let answer = self.send(get(path));
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        json_of(&answer)
    }

    /// Sends JSON, with the entity tag that the thing has now if there is one to be seen.
    fn change(&self, method: &'static str, path: &str, seen: Option<&str>, body: &Value) -> Answer {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut request = post(path, body).method(method).header("Content-Type", "application/json");
        if let Some(seen) = seen {
            let answer = self.send(get(seen));
            request = request.header("If-Match", answer.header("etag"));
        }
        self.send(request)
    }

    /// Sends a change that has to succeed, and answers with what it says.
    fn done(&self, method: &'static str, path: &str, seen: Option<&str>, body: &Value) -> Value {
        let answer = self.change(method, path, seen, body);
        assert!((200..300).contains(&answer.status), "{method} {path}: {} {}", answer.status, answer.text());
        if answer.body.is_empty() { Value::Null } else { json_of(&answer) }
    }

    /// Sends an MSI, and answers with the path of its draft.
    fn draft(&self, file: &str) -> String {
        let bytes = fs::read(fixture(file)).unwrap();
        let request = post(&format!("/api/v1/drafts?file_name={file}"), bytes);
        let answer = self.send(request.header("Content-Type", "application/octet-stream"));
        assert_eq!(answer.status, 201, "{}", answer.text());
        answer.header("location").to_owned()
    }
}

fn json_of(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|error| panic!("{error}: {}", answer.text()))
}

#[test]
fn a_program_keeps_the_users() {
    let place = Place::new();
    let server = place.serve();
    let program = Program::new(&place, &server);
    let new = json!({"name": "Jörg / B", "role": "viewer", "permissions": ["notes"]});
    let answer = program.change("POST", "/api/v1/users", None, &new);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let path = answer.header("location").to_owned();
    let first = json_of(&answer)["one_time_password"].as_str().unwrap().to_owned();
    assert_eq!(program.change("POST", "/api/v1/users", None, &new).status, 409, "the name is taken");
    let shown = program.read(&path);
    assert_eq!((&shown["role"], &shown["password"]), (&json!("viewer"), &json!("one-time")));
    assert_eq!(shown["own_permissions"], json!(["notes"]));
    assert_eq!(program.read("/api/v1/users?role=viewer")["total"], 1);
    program.done("PUT", &format!("{path}/role"), Some(&path), &json!({"role": "publisher"}));
    program.done("PUT", &format!("{path}/standing"), Some(&path), &json!({"standing": "disabled"}));
    assert_eq!(
        program.read("/api/v1/users?standing=disabled&search=j%C3%B6rg")["items"][0]["role"],
        "publisher"
    );
    let second = program.done("POST", &format!("{path}/reset"), None, &Value::Null);
    assert_ne!(second["one_time_password"], json!(first));
    program.done("DELETE", &path, Some(&path), &Value::Null);
    assert_eq!(program.send(get(&path)).status, 404);
    let last = program.change("DELETE", "/api/v1/users/ada", Some("/api/v1/users/ada"), &Value::Null);
    assert_eq!(last.status, 409, "the last administrator stays: {}", last.text());
}

#[test]
fn a_program_imports_users_as_the_dry_run_says() {
    let place = Place::new();
    let server = place.serve();
    let program = Program::new(&place, &server);
    let send = |path: &str| {
        program.send(post(path, "name,role\nben,viewer\n=1+1,\n,\n").header("Content-Type", "text/csv"))
    };
    let plan = json_of(&send("/api/v1/user-imports/dry-run"));
    assert_eq!((&plan["added"], &plan["rows"][0]["fate"]), (&json!(2), &json!("new")), "{plan}");
    assert_eq!(place.list("user").len(), 1, "nothing was changed");
    place.add_user("ben");
    let apply = format!("/api/v1/user-imports?plan={}", plan["token"].as_str().unwrap());
    assert_eq!(send(&apply).status, 412, "it would do something else now");
    let plan = json_of(&send("/api/v1/user-imports/dry-run"));
    let done = send(&format!("/api/v1/user-imports?plan={}", plan["token"].as_str().unwrap()));
    assert_eq!((done.status, &json_of(&done)["changed"]), (200, &json!(1)), "{}", done.text());
    assert_eq!(program.read("/api/v1/users/ben")["role"], "viewer");
    let other = post("/api/v1/user-imports", "{}").header("Content-Type", "application/json");
    assert_eq!(program.send(other).status, 415);
    let secret =
        post("/api/v1/user-imports/dry-run", "name,password\nben,x\n").header("Content-Type", "text/csv");
    assert_eq!(program.send(secret).status, 400);
}

#[test]
fn a_program_grants_by_groups() {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &["--require", "notes"]);
    let server = place.serve();
    let program = Program::new(&place, &server);
    program.done("POST", "/api/v1/groups", None, &json!({"name": "sales"}));
    for _ in 0..2 {
        program.done("PUT", "/api/v1/groups/sales/members/anna", None, &Value::Null);
        program.done("PUT", "/api/v1/permissions/sales/notes", None, &Value::Null);
    }
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    let group = program.read("/api/v1/groups/sales");
    assert_eq!((&group["members"], &group["permissions"]), (&json!(1), &json!(["notes"])));
    let grants = program.read("/api/v1/permissions");
    assert_eq!(grants["items"], json!([{"holder": "sales", "kind": "group", "permission": "notes"}]));
    assert_eq!(program.read("/api/v1/users?group=sales&permission=notes")["total"], 1);
    program.done("DELETE", "/api/v1/permissions/sales/notes", None, &Value::Null);
    assert!(offered(&server, "anna").is_empty());
    program.done("DELETE", "/api/v1/groups/sales/members/anna", None, &Value::Null);
    let path = "/api/v1/groups/sales";
    program.done("DELETE", path, Some(path), &Value::Null);
    assert_eq!(program.send(get(path)).status, 404);
    assert_eq!(program.change("PUT", "/api/v1/permissions/nobody/notes", None, &Value::Null).status, 404);
}

#[test]
fn a_program_publishes_replaces_and_withdraws() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let program = Program::new(&place, &server);
    let one = program.draft("notes-1.0.0.msi");
    assert_eq!(program.draft("notes-1.0.0.msi"), one, "the same file is the same draft");
    program.done("PATCH", &one, Some(&one), &json!({"description": "Takes notes.", "importance": "high"}));
    let inspected = program.read(&format!("{one}/inspection"));
    let fact = |name: &str| {
        let facts = inspected["facts"].as_array().unwrap();
        facts.iter().find(|fact| fact["property"] == name).unwrap()["value"].clone()
    };
    assert_eq!((fact("version"), fact("signed")), (json!("1.0.0"), json!("false")));
    assert!(inspected["warnings"].to_string().contains("signature"), "{inspected}");
    assert_eq!((&inspected["previous"], &inspected["users"]), (&Value::Null, &json!(2)));
    assert!(offered(&server, "anna").is_empty());
    let published = program.done("POST", &format!("{one}/publish"), Some(&one), &Value::Null);
    assert_eq!(
        (&published["package"], &published["users"]),
        (&json!("Fixture Notes 1.0.0 (x64)"), &json!(2))
    );
    let path = format!("/api/v1/packages/{}", published["id"].as_str().unwrap());
    assert_eq!(program.read(&path)["listing"]["description"], "Takes notes.");
    program.done("PATCH", &path, Some(&path), &json!({"name": "Notes"}));
    assert_eq!(offered(&server, "anna"), ["Notes 1.0.0"]);

    let two = program.draft("notes-2.0.0.msi");
    let inspected = program.read(&format!("{two}/inspection"));
    assert!(inspected["differences"].to_string().contains("2.0.0"), "{inspected}");
    let in_place = format!("{two}/publish?in_place_of={}", published["id"].as_str().unwrap());
    program.done("POST", &in_place, Some(&two), &Value::Null);
    assert_eq!(offered(&server, "anna"), ["Notes 2.0.0"]);
    assert_eq!(program.read(&path)["state"], "withdrawn");
    let lower = program.change("POST", &format!("{path}/restore"), Some(&path), &Value::Null);
    assert_eq!(lower.status, 409, "a higher one is offered: {}", lower.text());
    program.done("POST", &format!("{path}/restore?lower=publish"), Some(&path), &Value::Null);
    assert_eq!(program.read("/api/v1/packages")["total"], 2);
    assert_eq!(program.change("DELETE", &path, Some(&path), &Value::Null).status, 409, "it is published");
    program.done("POST", &format!("{path}/withdraw"), Some(&path), &Value::Null);
    program.done("DELETE", &path, Some(&path), &Value::Null);
    assert_eq!(program.send(get(&path)).status, 404);
}

#[test]
fn a_program_names_a_package_that_stays_elsewhere() {
    let place = Place::new();
    place.add_user("anna");
    let there = Stranger::with_file(fs::read(fixture("notes-1.0.0.msi")).unwrap());
    let server = place.serve_with(&[("OXUPDATED_PRIVATE_DESTINATIONS", "127.0.0.0/8")]);
    let program = Program::new(&place, &server);
    let url = there.url("/notes.msi");
    let answer = program.change("POST", "/api/v1/drafts/elsewhere", None, &json!({ "url": url }));
    assert_eq!(answer.status, 201, "{}", answer.text());
    let draft = answer.header("location").to_owned();
    assert_eq!(program.read(&draft)["origin"], json!(url));
    program.done("POST", &format!("{draft}/publish"), Some(&draft), &Value::Null);
    assert_eq!(program.read("/api/v1/packages")["items"][0]["url"], json!(url));
    // What is not public and not allowed is not asked.
    let wrong =
        program.change("POST", "/api/v1/drafts/elsewhere", None, &json!({"url": "http://10.0.0.1/x.msi"}));
    assert_eq!(
        (wrong.status, &json_of(&wrong)["errors"][0]["pointer"]),
        (400, &json!("#/url")),
        "{}",
        wrong.text()
    );
}

#[test]
fn a_program_chooses_the_updater_package() {
    let place = Place::new();
    place.publish("notes-1.0.0.msi", &[]);
    let server = place.serve();
    let program = Program::new(&place, &server);
    let path = "/api/v1/updater-package";
    assert_eq!(program.read(path), json!({"package": null}));
    let set = program.done("PUT", path, Some(path), &json!({"package": "Fixture Notes", "version": "1.0.0"}));
    assert_eq!((&set, &set["package"]["signature"]), (&program.read(path), &json!("unsigned")));
    let wrong = program.change("PUT", path, Some(path), &json!({"package": "nothing"}));
    assert_eq!((wrong.status, &json_of(&wrong)["errors"][0]["pointer"]), (400, &json!("#/package")));
    program.done("DELETE", path, Some(path), &Value::Null);
    assert_eq!(program.read(path), json!({"package": null}));
}

#[test]
fn a_program_sees_devices_and_reports() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let program = Program::new(&place, &server);
    enrol(&server, "anna", 1);
    enrol(&server, "anna", 2);
    let report = json!({
        "id": device(77), "device": device(1), "product": "Fixture Notes",
        "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "to_version": "2.0.0",
        "outcome": "failed", "exit_code": 1603, "duration": 42, "ended_at": 1_700_000_000,
    });
    let sent = post("/api/v1/reports", report.to_string()).header("Content-Type", "application/json");
    assert_eq!(sent.user("anna").send(&server).status, 201);
    assert_eq!(program.read("/api/v1/reports?outcome=failing&user=anna")["items"][0]["to_version"], "2.0.0");
    assert_eq!(program.read("/api/v1/reports?outcome=installed")["total"], 0);
    assert_eq!(program.send(get("/api/v1/reports?outcome=nonsense")).status, 400);
    let found = program.read("/api/v1/devices?search=PC-1");
    assert_eq!((&found["total"], &found["items"][0]["user"]), (&json!(1), &json!("anna")));
    let path = format!("/api/v1/devices/{}", found["items"][0]["id"]);
    assert_eq!(program.read(&path)["reports"][0]["outcome"], "failed");
    let early = program.change("DELETE", &path, Some(&path), &Value::Null);
    assert_eq!(early.status, 409, "it is not revoked: {}", early.text());
    program.done("POST", &format!("{path}/revoke"), Some(&path), &Value::Null);
    assert_eq!(program.read("/api/v1/devices?standing=revoked")["total"], 1);
    program.done("DELETE", &path, Some(&path), &Value::Null);
    assert_eq!(program.send(get(&path)).status, 404);
    assert_eq!(program.read("/api/v1/reports")["total"], 1, "what was reported stays");
    let audit = program.read("/api/v1/audit?action=device.");
    assert_eq!(audit["items"][0]["actor"], "ada", "{audit}");
}

#[test]
fn a_program_sees_the_settings_and_the_overview() {
    let place = Place::new();
    let server = place.serve_with(&[("OXUPDATED_REPORT_AGE_MAX", "9")]);
    let program = Program::new(&place, &server);
    let settings = program.read("/api/v1/settings?limit=200");
    let settings = settings["items"].as_array().unwrap();
    let age = settings.iter().find(|setting| setting["name"] == "report_age_max").unwrap();
    assert_eq!(
        (&age["value"], &age["origin"], &age["place"]),
        (&json!("9"), &json!("variable"), &json!("OXUPDATED_REPORT_AGE_MAX"))
    );
    assert!(program.read("/api/v1/overview").is_object());
}

/// Every noun of things that are seen and removed one by one, in the same way.
#[test]
fn all_nouns_are_seen_and_changed_alike() {
    let place = Place::new();
    place.add_user("ben");
    place.done(&["group", "add", "sales"]);
    place.publish("notes-1.0.0.msi", &[]);
    place.done(&["package", "withdraw", "Fixture Notes"]);
    let server = place.serve();
    let program = Program::new(&place, &server);
    enrol(&server, "ben", 1);
    place.done(&["device", "revoke", "ben", &device(1)]);
    let draft = program.draft("notes-2.0.0.msi");
    program.done(
        "POST",
        "/api/v1/webhooks",
        None,
        &json!({"url": "https://hooks.example.com/x", "events": ["package.published"]}),
    );
    token(&place, "ada", &["view"]);
    let id = |list: &str, of: usize| program.read(list)["items"][of]["id"].clone();
    let package = id("/api/v1/packages", 0).as_str().unwrap().to_owned();
    let nouns = [
        ("/api/v1/groups", "sales".to_owned()),
        ("/api/v1/packages", package),
        ("/api/v1/drafts", draft.rsplit('/').next().unwrap().to_owned()),
        ("/api/v1/devices", id("/api/v1/devices", 0).to_string()),
        ("/api/v1/webhooks", id("/api/v1/webhooks", 0).to_string()),
        ("/api/v1/tokens", id("/api/v1/tokens", 1).to_string()),
        // With the user goes what is the user's.
        ("/api/v1/users", "ben".to_owned()),
    ];
    for (list, name) in nouns {
        let path = format!("{list}/{name}");
        let all = program.read(&format!("{list}?limit=200"));
        assert_eq!(all["items"].as_array().unwrap().len() as u64, all["total"].as_u64().unwrap(), "{list}");
        assert_eq!(program.send(get(&format!("{list}/999999"))).status, 404, "{list}");
        assert_eq!(program.send(get(&format!("{list}?after=x"))).status, 400, "{list}");
        let seen = program.send(get(&path));
        let tag = seen.header("etag").to_owned();
        assert!(seen.status == 200 && tag.starts_with('"'), "{path}: {} {tag}", seen.text());
        let kept = program.send(get(&path).header("If-None-Match", &tag));
        assert_eq!((kept.status, kept.body.len()), (304, 0), "{path}");
        let delete = || get(&path).method("DELETE");
        assert_eq!(program.send(delete()).status, 428, "{path}");
        assert_eq!(program.send(delete().header("If-Match", "\"x\"")).status, 412, "{path}");
        assert_eq!(program.send(get(&path)).status, 200, "{path}: nothing was done");
        let done = program.send(delete().header("If-Match", &tag));
        assert_eq!((done.status, done.body.len()), (204, 0), "{path}: {}", done.text());
        assert_eq!(program.send(get(&path)).status, 404, "{path}");
        assert_eq!(program.send(delete().header("If-Match", "*")).status, 404, "{path}");
    }
}

#[test]
fn of_two_writers_who_saw_the_same_one_is_told() {
    let place = Place::new();
    let server = place.serve();
    let program = Program::new(&place, &server);
    let draft = program.draft("notes-1.0.0.msi");
    for round in 0..10 {
        let seen = program.send(get(&draft));
        let both_are_ready = Barrier::new(2);
        let write = |writer: &str| {
            let body = json!({"description": format!("{writer} {round}")}).to_string();
            let request = post(&draft, body).method("PATCH").header("Content-Type", "application/json");
            both_are_ready.wait();
            program.send(request.header("If-Match", seen.header("etag"))).status
        };
        let write = &write;
        let mut ended = std::thread::scope(|scope| {
            ["one", "two"]
                .map(|writer| scope.spawn(move || write(writer)))
                .map(|thread| thread.join().unwrap())
        });
        ended.sort_unstable();
        assert_eq!(ended, [204, 412], "round {round}");
    }
    assert_eq!(program.read(&draft)["revision"], 11, "ten changes were made, and no more");
}

#[test]
fn a_token_ends_at_its_date() {
    let place = Place::new();
    let server = place.serve();
    let program = Program::new(&place, &server);
    let path = "/api/v1/token";
    assert_eq!(program.send(get(path)).status, 200);
    let token = program.token.clone();
    server.stop();
    // As if the day had come.
    let database = place.data().join("oxupdated.sqlite");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        use sqlx::ConnectOptions as _;
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&database);
        let mut connection = options.connect().await.unwrap();
        let ended = sqlx::query("UPDATE api_tokens SET expires_at = created_at").execute(&mut connection);
        assert_eq!(ended.await.unwrap().rows_affected(), 1);
    });
    let server = place.serve();
    let answer = get(path).token(&token).send(&server);
    assert_eq!((answer.status, &json_of(&answer)["type"]), (401, &json!("/problems/token-refused")));
}

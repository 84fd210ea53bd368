//! The JSON API: who may what by a token, how errors are told, how changes meet.

use serde_json::{Value, json};

use crate::http::{Answer, Request, get, post};
use crate::place::{Place, Running};

const TOKEN: &str = "/api/v1/token";
const TOKENS: &str = "/api/v1/tokens";

/// Adds a user with a role.
fn add_user(place: &Place, name: &str, role: &str) {
    place.add_user(name);
    place.done(&["user", "set-role", name, role]);
}

/// Makes a token, and answers with it.
pub(crate) fn token(place: &Place, user: &str, scopes: &[&str]) -> String {
    let scopes = scopes.iter().flat_map(|scope| ["--scope", scope]);
    let words = ["token", "create", "--user", user, "--name", "story", "--expires", "30"];
    let said = place.done(&words.into_iter().chain(scopes).collect::<Vec<_>>());
    let token = said.trim_end().to_owned();
    assert!(token.starts_with("oxa1_") && token.len() == 48, "{said}");
    token
}

/// Sends a token with a request.
pub(crate) trait Bearing {
    fn token(self, token: &str) -> Self;
}

impl Bearing for Request {
    fn token(self, token: &str) -> Self {
        self.header("Authorization", &format!("Bearer {token}"))
    }
}

fn delete(path: &str) -> Request {
    get(path).method("DELETE")
}

/// The JSON of an answer.
fn json_of(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|error| panic!("{error}: {}", answer.text()))
}

/// The type of a problem, which has to be one.
fn problem(answer: &Answer) -> String {
    assert_eq!(answer.header("content-type"), "application/problem+json", "{}", answer.text());
    let problem = json_of(answer);
    assert_eq!(problem["status"], answer.status);
    assert!(problem["title"].is_string() && problem["detail"].is_string(), "{problem}");
    problem["type"].as_str().unwrap().strip_prefix("/problems/").unwrap().to_owned()
}

/// The document that the server answers with.
fn document(server: &Running) -> Value {
    let answer = get("/api/v1/openapi.json").send(server);
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
    json_of(&answer)
}

#[test]
fn a_program_is_who_its_token_says() {
    let place = Place::new();
    add_user(&place, "ada", "administrator");
    let server = place.serve();
    let own = token(&place, "ada", &["view", "audit"]);
    let answer = get(TOKEN).token(&own).send(&server);
    assert_eq!((answer.status, answer.header("cache-control")), (200, "private, no-cache"));
    let told = json_of(&answer);
    assert_eq!(
        (&told["user"], &told["name"], &told["scopes"]),
        (&json!("ada"), &json!("story"), &json!(["view", "audit"]))
    );
    assert!(told["used_at"].is_string(), "it is used right now");
    assert!(!answer.text().contains(&own[5..]), "a token is shown once");
    let again = get(TOKEN).token(&own).header("If-None-Match", answer.header("etag")).send(&server);
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(get(TOKEN).header("Authorization", &format!("bearer {own}")).send(&server).status, 200);
    assert!(!server.log().contains(&own), "a token is in the log");

    let audit = place.list("audit");
    assert_eq!((&audit[0]["action"], &audit[0]["subject"]), (&json!("token.create"), &json!("ada")));
    assert!(!audit[0].to_string().contains(&own[5..]));
}

#[test]
fn nothing_but_a_token_counts() {
    let place = Place::new();
    add_user(&place, "ada", "administrator");
    let server = place.serve();
    let own = token(&place, "ada", &["administer"]);
    let check = |request: Request, expected: &str| {
        let answer = request.send(&server);
        assert_eq!(answer.status, 401, "{}", answer.text());
        assert!(answer.header("www-authenticate").starts_with("Bearer realm="), "{answer:?}");
        assert_eq!(problem(&answer), expected);
    };
    check(get(TOKENS), "token-missing");
    check(get(TOKENS).user("ada"), "token-missing");
    check(get(TOKENS).header("Cookie", &format!("session={own}")), "token-missing");
    check(get(&format!("{TOKENS}?access_token={own}")), "token-missing");
    check(get(TOKENS).token(&own).token(&own), "token-missing");
    check(get(TOKENS).token(""), "token-missing");
    for wrong in
        ["x", "oxa1_", &own[..47], &format!("{own}A"), &own.replace("oxa1_", "oxd1_"), &"A".repeat(4_000)]
    {
        check(get(TOKENS).token(wrong), "token-refused");
    }
    let swapped: String = own[..5].chars().chain(own[5..].chars().rev()).collect();
    check(get(TOKENS).token(&swapped), "token-refused");
    assert_eq!(get(TOKENS).token(&own).send(&server).status, 200);
    let catalog = get(crate::http::UPDATE_XML);
    assert_eq!(catalog.token(&own).send(&server).status, 401, "a token opens no user's catalog");
    let catalog = get(crate::http::UPDATE_XML).basic(format!("ada:{own}").as_bytes());
    assert_eq!(catalog.send(&server).status, 401, "a token is no password");
}

#[test]
fn a_token_ends_at_the_next_request() {
    let place = Place::new();
    for name in ["ada", "eve", "fay", "gil", "hal"] {
        add_user(&place, name, "administrator");
    }
    let server = place.serve();
    let tokens = ["ada", "eve", "fay", "gil", "hal"].map(|user| token(&place, user, &["view"]));
    let file = place.write("password", "another horse");
    let check = |expected: [u16; 5]| {
        let now = [0, 1, 2, 3, 4].map(|number: usize| get(TOKEN).token(&tokens[number]).send(&server).status);
        assert_eq!(now, expected);
    };
    check([200; 5]);
    let id = place.list("token")[0]["id"].to_string();
    place.done(&["token", "revoke", &id]);
    check([401, 200, 200, 200, 200]);
    place.done(&["user", "disable", "eve"]);
    check([401, 401, 200, 200, 200]);
    place.done(&["user", "enable", "eve"]);
    check([401, 401, 200, 200, 200]);
    place.done(&["user", "set-role", "fay", "viewer"]);
    check([401, 401, 401, 200, 200]);
    place.done(&["user", "set-password", "gil", "--password-file", &file]);
    check([401, 401, 401, 401, 200]);
    place.done(&["user", "remove", "hal"]);
    check([401; 5]);
    assert!(place.list("token").is_empty());
}

/// Every operation with every scope and role: what a token does not open is not there.
#[test]
fn no_token_opens_more_than_it_names() {
    let place = Place::new();
    let roles = [("vic", "viewer"), ("pam", "publisher"), ("ada", "administrator")];
    for (name, role) in roles {
        add_user(&place, name, role);
    }
    let server = place.serve();
    let document = document(&server);
    let scopes = ["view", "publish", "administer", "audit"];
    for (name, role) in roles {
        for scope in scopes {
            let opens = |scope: &str| match role {
                "viewer" => scope == "view",
                "publisher" => ["view", "publish"].contains(&scope),
                _ => true,
            };
            if !opens(scope) {
                continue;
            }
            let token = token(&place, name, &[scope]);
            for (path, item) in document["paths"].as_object().unwrap() {
                for (method, operation) in item.as_object().unwrap() {
                    check_scope(&server, &token, scope, path, method, operation);
                }
            }
        }
    }
}

/// Holds an operation against the scope that its `x-scope` names: without it, 404.
fn check_scope(server: &Running, token: &str, scope: &str, path: &str, method: &str, operation: &Value) {
    let Some(needed) = operation["x-scope"].as_str() else { return };
    let method: &'static str = match method {
        "get" => "GET",
        "post" => "POST",
        "put" => "PUT",
        "patch" => "PATCH",
        _ => "DELETE",
    };
    let path: String = path
        .split('/')
        .map(|part| if part.starts_with('{') { "0" } else { part })
        .collect::<Vec<_>>()
        .join("/");
    let request = post(&path, "{}").method(method).header("Content-Type", "application/json");
    let answer = request.header("If-Match", "*").token(token).send(server);
    let place = format!("{method} {path} takes {needed}, has {scope}: {} {}", answer.status, answer.text());
    assert!(answer.status < 500 && answer.status != 401, "{place}");
    if scope != needed {
        assert_eq!(answer.status, 404, "{place}");
        assert_eq!(problem(&answer), "not-found", "{place}");
    }
}

#[test]
fn a_change_is_of_what_was_seen() {
    let place = Place::new();
    add_user(&place, "ada", "administrator");
    add_user(&place, "vic", "viewer");
    let server = place.serve();
    let admin = token(&place, "ada", &["administer"]);
    let other = token(&place, "vic", &["view"]);
    let id = place.list("token").iter().find(|line| line["user"] == "vic").unwrap()["id"].clone();
    let path = format!("{TOKENS}/{id}");
    let seen = get(&path).token(&admin).send(&server);
    let tag = seen.header("etag");
    assert_eq!(problem(&delete(&path).token(&admin).send(&server)), "precondition-missing");
    assert_eq!(delete(&path).token(&admin).send(&server).status, 428);
    // Its use changes how it is told.
    assert_eq!(get(TOKEN).token(&other).send(&server).status, 200);
    let late = delete(&path).token(&admin).header("If-Match", tag).send(&server);
    assert_eq!((late.status, problem(&late).as_str()), (412, "changed-meanwhile"));
    assert_eq!(get(TOKEN).token(&other).send(&server).status, 200, "nothing was done");
    let seen = get(&path).token(&admin).send(&server);
    let done = delete(&path).token(&admin).header("If-Match", seen.header("etag")).send(&server);
    assert_eq!((done.status, done.body.len()), (204, 0));
    assert_eq!(get(TOKEN).token(&other).send(&server).status, 401);
    assert_eq!(delete(&path).token(&admin).header("If-Match", "*").send(&server).status, 404);
    assert_eq!(delete(TOKEN).token(&admin).send(&server).status, 204, "its own needs no condition");
    assert_eq!(get(TOKEN).token(&admin).send(&server).status, 401);
    let audit = place.list("audit");
    let lines: Vec<_> = audit
        .iter()
        .take(2)
        .map(|line| (line["action"].as_str().unwrap(), line["actor_kind"].as_str().unwrap()))
        .collect();
    assert_eq!(lines, [("token.revoke", "program"), ("token.revoke", "program")]);
}

#[test]
fn errors_are_problems_in_the_language_asked_for() {
    let place = Place::new();
    add_user(&place, "ada", "administrator");
    let server = place.serve();
    let admin = token(&place, "ada", &["administer"]);
    let check = |request: Request, status: u16, kind: &str| {
        let answer = request.token(&admin).send(&server);
        assert_eq!((answer.status, problem(&answer).as_str()), (status, kind), "{}", answer.text());
        answer
    };
    check(get("/api/v1/nothing"), 404, "not-found");
    check(get("/api/v2"), 404, "not-found");
    check(get(&format!("{TOKENS}/x")), 404, "not-found");
    check(get(&format!("{TOKENS}/%ff")), 404, "not-found");
    check(get(&format!("{TOKENS}/99999999999999999999")), 404, "not-found");
    check(get(&format!("{TOKENS}?limit=0")), 400, "limit-wrong");
    check(get(&format!("{TOKENS}?limit=201")), 400, "limit-wrong");
    check(get(&format!("{TOKENS}?limit=x")), 400, "limit-wrong");
    check(get(&format!("{TOKENS}?limit=1&limit=2")), 400, "query-wrong");
    check(get(&format!("{TOKENS}?after=x")), 400, "cursor-wrong");
    check(get(&format!("{TOKENS}?user=nobody")), 404, "user-unknown");
    let unknown = check(post(TOKEN, "{}"), 405, "method-unknown");
    assert!(unknown.header("allow").contains("DELETE"), "{unknown:?}");
    let german = check(get("/api/v1/nothing").header("Accept-Language", "de-AT, en;q=0.5"), 404, "not-found");
    assert_eq!(json_of(&german)["title"], "Das gibt es nicht");
    assert_eq!(german.header("content-language"), "de");
    // What clients send is answered as they know it, unless they ask.
    let report = || post("/api/v1/reports", "{}").user("ada").header("Content-Type", "application/json");
    assert_eq!(report().send(&server).header("content-type"), "text/plain; charset=utf-8");
    let asked = report().header("Accept", "application/problem+json").send(&server);
    assert_eq!((asked.status, problem(&asked).as_str()), (400, "body-wrong"));
}

#[test]
fn all_pages_together_are_the_list() {
    let place = Place::new();
    for number in 0..10 {
        add_user(&place, &format!("ada-{number}"), "administrator");
    }
    let admin = token(&place, "ada-0", &["administer"]);
    let server = place.serve();
    for number in 1..10 {
        for _ in 0..11 {
            token(&place, &format!("ada-{number}"), &["view"]);
        }
    }
    let (mut seen, mut path) = (Vec::new(), format!("{TOKENS}?limit=7"));
    loop {
        let answer = get(&path).token(&admin).send(&server);
        let page = json_of(&answer);
        assert_eq!(page["total"], 100);
        seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()));
        let link = answer.header("link");
        assert_eq!(link.is_empty(), page["next"].is_null());
        if link.is_empty() {
            break;
        }
        let (next, relation) = link.strip_prefix('<').unwrap().split_once('>').unwrap();
        assert_eq!(relation, "; rel=\"next\"");
        path = next.to_owned();
    }
    assert_eq!(seen, (1..=100).collect::<Vec<_>>());
}

#[test]
fn the_document_is_the_one_in_the_reference() {
    let place = Place::new();
    let server = place.serve();
    let kept =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/openapi.json"));
    assert_eq!(document(&server), serde_json::from_str::<Value>(&kept.unwrap()).unwrap());
}

#[test]
fn an_unknown_package_is_not_there_whatever_is_asked_of_it() {
    let place = Place::new();
    add_user(&place, "petra", "publisher");
    let server = place.serve();
    let petra = token(&place, "petra", &["view", "publish"]);
    let path = format!("/api/v1/packages/{}", "0".repeat(64));
    let change = post(&path, "{}").method("PATCH").header("Content-Type", "application/json");
    let restore = post(&format!("{path}/restore"), "");
    let withdraw = post(&format!("{path}/withdraw"), "");
    for condition in ["*", "\"0\""] {
        let send = |request: Request| request.header("If-Match", condition).token(&petra).send(&server);
        for request in [delete(&path), change.clone(), restore.clone(), withdraw.clone()] {
            let answer = send(request);
            assert_eq!((answer.status, problem(&answer).as_str()), (404, "withdrawal-unknown"));
        }
    }
    let answer = get(&path).token(&petra).send(&server);
    assert_eq!(answer.status, 404);
    assert!(!answer.text().contains("oxupdated "), "a program has no command line: {}", answer.text());
}

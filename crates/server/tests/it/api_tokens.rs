//! API tokens: made by their owners on the pages, or at the server's machine.

use serde_json::Value;

use crate::browser::{Browser, between};
use crate::http::{Answer, get};
use crate::place::{Place, Running};

fn own(server: &Running, token: &str) -> Answer {
    get("/api/v1/token").header("Authorization", &format!("Bearer {token}")).send(server)
}

#[test]
fn a_token_is_made_on_the_own_account_and_shown_once() {
    let place = Place::new();
    place.add_user_as("anna", "viewer");
    place.add_user("ben");
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "anna");
    let (_, page) = browser.open("/account");
    assert!(
        page.text().contains(r#"value="view""#) && !page.text().contains(r#"value="publish""#),
        "{}",
        page.text()
    );
    let make = |browser: &mut Browser<'_>, name: &str, days: &str, scopes: &[&str]| {
        let mut fields = vec![("name", name), ("days", days)];
        fields.extend(scopes.iter().map(|scope| ("scope", *scope)));
        browser.post("/account/tokens", &fields)
    };
    for (name, days, scopes) in [
        ("CI", "366", &["view"][..]),
        ("CI", "0", &["view"]),
        ("CI", "1", &[]),
        ("", "1", &["view"]),
        ("CI", "1", &["view", "publish"]),
    ] {
        assert_eq!(make(&mut browser, name, days, scopes).status, 400, "{name} {days} {scopes:?}");
    }
    let made = make(&mut browser, "CI <b>", "365", &["view"]);
    assert_eq!(made.status, 200, "{}", made.text());
    assert!(!made.text().contains("<b>"));
    let token = between(made.text(), r#"<code class="secret">"#, "<").unwrap().to_owned();
    assert!(token.starts_with("oxa1_"), "{token}");
    let told: Value = serde_json::from_slice(&own(&server, &token).body).unwrap();
    assert_eq!((told["name"].as_str(), &told["scopes"]), (Some("CI <b>"), &serde_json::json!(["view"])));
    let (_, page) = browser.open("/account");
    assert!(page.text().contains("CI &lt;b&gt;") && !page.text().contains(&token));

    let id = told["id"].as_i64().unwrap();
    let mut ben = Browser::signed_in(&server, "ben");
    let (_, page) = ben.open("/account");
    assert!(!page.text().contains("/account/tokens"), "plain users have none");
    assert_eq!(make(&mut ben, "CI", "1", &["view"]).status, 400);
    assert_eq!(ben.post(&format!("/account/tokens/{id}/revoke"), &[]).status, 404);
    assert_eq!(own(&server, &token).status, 200);
    assert_eq!(browser.post(&format!("/account/tokens/{id}/revoke"), &[]).status, 303);
    assert_eq!(own(&server, &token).status, 401);
}

#[test]
fn tokens_are_made_and_revoked_at_the_servers_machine() {
    let place = Place::new();
    place.add_user_as("anna", "publisher");
    place.add_user("ben");
    let server = place.serve();
    let create = |user: &str, scope: &str, days: &str| {
        place.run(&[
            "token",
            "create",
            "--user",
            user,
            "--name",
            "nightly",
            "--scope",
            scope,
            "--scope",
            "view",
            "--expires",
            days,
        ])
    };
    let made = create("anna", "publish", "30");
    assert_eq!(made.code, 0, "{made:?}");
    assert_eq!(made.error, "This is the API token of anna for 30 days. It is shown only now.\n");
    let token = made.output.trim();
    assert_eq!(own(&server, token).status, 200);
    for (user, scope, days) in
        [("anna", "audit", "1"), ("anna", "publish", "400"), ("ben", "publish", "1"), ("nobody", "view", "1")]
    {
        assert_eq!(create(user, scope, days).code, 1, "{user} {scope} {days}");
    }
    let lines = place.list("token");
    assert_eq!(lines.len(), 1);
    assert!(!lines[0].to_string().contains(token), "{lines:?}");
    let id = lines[0]["id"].to_string();
    assert!(place.done(&["token", "list", "anna"]).contains("nightly"));
    place.done(&["token", "revoke", &id]);
    assert_eq!(place.run(&["token", "revoke", &id]).code, 1);
    assert_eq!(own(&server, token).status, 401);
    let audit: Vec<Value> = place.list("audit");
    let lines: Vec<&str> = audit[..2].iter().filter_map(|line| line["action"].as_str()).collect();
    assert_eq!(lines, ["token.revoke", "token.create"]);
}

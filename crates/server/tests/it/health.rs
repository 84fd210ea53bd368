//! What watches the server sees of it: health, readiness, metrics, and the ids of requests.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::json;

use crate::http::{UPDATE_XML, get, offered, package_path, post, products, send_from};
use crate::place::{Place, Running, until};

#[test]
fn a_server_says_that_it_lives_and_is_ready_whoever_asks() {
    let place = Place::new();
    let server = place.serve();
    for (path, word) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
        let answer = get(path).header("Host", "10.9.8.7:99").send(&server);
        assert_eq!((answer.status, answer.text()), (200, word));
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(post(path, "").send(&server).status, 405);
    }
}

#[test]
fn a_server_that_cannot_write_is_not_ready() {
    let place = Place::new();
    let server = place.serve();
    assert_eq!(get("/readyz").send(&server).status, 200);
    // Not by rights: whoever runs the tests may be root, whom they do not bind.
    let incoming = place.data().join("incoming");
    fs::remove_dir(&incoming).unwrap();
    until("the server is not ready", || get("/readyz").send(&server).status == 503);
    assert_eq!(get("/healthz").send(&server).status, 200, "it lives all the same");
    until("the log says why", || server.log().contains("incoming"));
    fs::create_dir(&incoming).unwrap();
    fs::set_permissions(&incoming, fs::Permissions::from_mode(0o700)).unwrap();
    until("the server is ready again", || get("/readyz").send(&server).status == 200);
}

/// A server that tells metrics, and where.
fn watched(place: &Place) -> (Running, String) {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let server = place.serve_with(&[("OXUPDATED_METRICS_LISTEN", &free)]);
    (server, free)
}

/// The value of a metric with its labels, as the server tells it.
fn metric(metrics: &str, name: &str) -> Option<f64> {
    let line = metrics.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))?;
    line.parse().ok()
}

#[test]
fn the_metrics_tell_what_the_server_does() {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &[]);
    let (server, address) = watched(&place);
    let metrics = || get("/metrics").send_to(&address).text().to_owned();
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    let product = &products(&server, "anna")[0];
    let package = get(&package_path(product)).user("anna").send(&server);
    get(UPDATE_XML).basic(b"anna:wrong").send(&server);
    for path in ["/no/such/page", "/another"] {
        get(path).send(&server);
    }
    let report = json!({
        "id": "0b8a7c51-7e4f-4a9e-9b0a-5f6f0c3d2e11", "device": "6f1d2c3b-4a59-4e68-9f70-8192a3b4c5d6",
        "product": "Fixture Notes", "upgrade_code": product.upgrade_code.to_string(), "platform": null,
        "from_version": null, "to_version": "1.0.0", "outcome": "failed", "exit_code": 1603, "duration": 1, "ended_at": 1,
    });
    let sent =
        post("/api/v1/reports", report.to_string()).user("anna").header("Content-Type", "application/json");
    let sent = sent.send(&server);
    assert!(sent.status < 300, "{} {}", sent.status, sent.text());
    let told = metrics();
    let check =
        |name: &str, expected: f64| assert_eq!(metric(&told, name), Some(expected), "{name} in {told}");
    let requests = |route: &str, method: &str, status: &str| {
        format!(r#"oxupdated_requests_total{{route="{route}",method="{method}",status="{status}"}}"#)
    };
    check(&requests(UPDATE_XML, "GET", "2xx"), 2.0);
    check(&requests(UPDATE_XML, "GET", "4xx"), 1.0);
    check(&requests("/ajax/updater/files/{name}", "GET", "2xx"), 1.0);
    check(&requests("none", "GET", "4xx"), 2.0);
    check("oxupdated_download_bytes_total", package.body.len() as f64);
    check(r#"oxupdated_sign_ins_total{outcome="refused"}"#, 1.0);
    check(r#"oxupdated_reports_total{outcome="failed"}"#, 1.0);
    check("oxupdated_ready", 1.0);
    check("oxupdated_users", 1.0);
    check("oxupdated_packages_published", 1.0);
    check(&format!(r#"oxupdated_request_seconds_count{{route="{UPDATE_XML}"}}"#), 3.0);
    assert!(metric(&told, "oxupdated_database_bytes") > Some(0.0), "{told}");
    assert!(metric(&told, "oxupdated_disk_free_bytes") > Some(0.0), "{told}");
    assert!(!told.contains("anna"), "metrics tell of no person");
    assert_eq!(get("/readyz").send_to(&address).status, 200);
    assert_eq!(get("/metrics").send(&server).status, 404, "they are told at their own address alone");
    assert_eq!(get(UPDATE_XML).user("anna").send_to(&address).status, 404, "and nothing else is told there");
}

#[test]
fn each_answer_bears_an_id_that_the_log_knows() {
    let place = Place::new();
    let server = place.serve_with(&[("OXUPDATED_TRUSTED_PROXIES", "127.0.0.2")]);
    let one = get("/healthz").send(&server);
    let other = get(UPDATE_XML).header("X-Request-Id", "from-anywhere").send(&server);
    assert_eq!(other.status, 401);
    let id = other.header("x-request-id");
    assert_eq!(id.len(), 16, "{id}");
    assert_ne!(id, one.header("x-request-id"));
    assert!(server.log().contains(&format!("id=\"{id}\"")), "{}", server.log());
    let by_proxy = |id: &str| {
        let request = get(UPDATE_XML).header("X-Forwarded-For", "192.0.2.1").header("X-Request-Id", id);
        send_from(&request, &server, "127.0.0.2").header("x-request-id").to_owned()
    };
    assert_eq!(by_proxy("edge-7f.1"), "edge-7f.1");
    assert_ne!(by_proxy("a b"), "a b");
    // Whoever reads the log is not to be led astray by a name that a stranger has made up.
    assert!(!server.log().contains("from-anywhere"), "{}", server.log());
}

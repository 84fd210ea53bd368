//! Pre-configuration: each user's update.xml tells the installers of that user's account, and of nobody else's.

use std::collections::BTreeMap;

use crate::browser::Browser;
use crate::fixtures::fixture_argument;
use crate::http::products;
use crate::place::{Place, Running};

/// Writes down what a source would have told about a user.
pub(crate) fn tell(place: &Place, user: &str, profile: &serde_json::Value) {
    let database = place.data().join("oxupdated.sqlite");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&database);
        let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
        let update =
            sqlx::query("UPDATE users SET profile = ? WHERE id = (SELECT id FROM holders WHERE name = ?)");
        let changed = update.bind(profile.to_string()).bind(user).execute(&pool).await.unwrap();
        assert_eq!(changed.rows_affected(), 1, "{user}");
        pool.close().await;
    });
}

pub(crate) fn profile(name: &str, mail: &str) -> serde_json::Value {
    serde_json::json!({
        "display_name": name, "mail_address": mail, "locale": "de_DE",
        "imap": {"host": "imap.example.com", "port": 993, "encryption": "tls", "login": mail},
        "smtp": {"host": "smtp.example.com", "port": 587, "encryption": "starttls", "login": mail},
    })
}

/// The properties that the only product of a user hands to its installer.
fn properties(server: &Running, user: &str) -> BTreeMap<String, String> {
    let [product] = products(server, user).try_into().unwrap();
    product.install_params.properties().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn each_user_gets_the_own_account_and_never_anybody_elses() {
    let place = Place::of(&["anna", "ben", "carla"]);
    tell(&place, "anna", &profile("Anna \"A & B\" <Example>", "anna@example.com"));
    tell(&place, "ben", &profile("Ben\nOXURL=https://evil.example", "ben@example.com"));
    let notes = fixture_argument("notes-1.0.0.msi");
    let said =
        place.run(&["package", "add", &notes, "--template", "oxtender-1", "--install-params", "/passive"]);
    assert_eq!(said.code, 0, "{said:?}");
    for part in
        ["${OX_IMAPSERVER} for 1 of 3", "from: local", "OXIMAPSERVER", "holds a control character for 1 of 3"]
    {
        assert!(said.error.contains(part), "{part}: {said:?}");
    }
    let server = place.serve_with(&[("OXUPDATED_PUBLIC_URL", "https://ox.example.com:8443/updates")]);
    let anna = properties(&server, "anna");
    let expected = [
        ("OXACCOUNTNAME", "anna@example.com"),
        ("OXCREATEIMAPACCOUNT", "true"),
        ("OXDISPLAYNAME", "Anna \"A & B\" <Example>"),
        ("OXEMAILADDRESS", "anna@example.com"),
        ("OXIMAPPORT", "993"),
        ("OXIMAPSERVER", "imap.example.com"),
        ("OXIMAPSSL", "1"),
        ("OXIMAPUSERNAME", "anna@example.com"),
        ("OXPROFILENAME", "OXtender"),
        ("OXSERVERTIMEOUT", "30000"),
        ("OXSMTPAUTH", "1"),
        ("OXSMTPAUTHMETHOD", "1"),
        ("OXSMTPPORT", "587"),
        ("OXSMTPSERVER", "smtp.example.com"),
        ("OXSMTPSSL", "0"),
        ("OXURL", "https://ox.example.com:8443"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(anna, BTreeMap::from(expected));
    let ben = properties(&server, "ben");
    assert_eq!((ben.get("OXDISPLAYNAME"), ben["OXURL"].as_str()), (None, "https://ox.example.com:8443"));
    assert_eq!(ben["OXIMAPUSERNAME"], "ben@example.com");
    // Of this server's own account nothing is known; the package is offered all the same.
    let carla: Vec<String> = properties(&server, "carla").into_keys().collect();
    let constant = ["OXCREATEIMAPACCOUNT", "OXPROFILENAME", "OXSERVERTIMEOUT", "OXSMTPAUTHMETHOD", "OXURL"];
    assert_eq!(carla, constant);
    let why = place.done(&["user", "show", "carla"]);
    assert!(why.contains("OXIMAPSERVER is left out"), "{why}");
    let why = place.done(&["user", "show", "ben"]);
    assert!(why.contains("OXDISPLAYNAME is left out") && !why.contains("OXIMAPSERVER"), "{why}");
}

#[test]
fn what_is_no_variable_is_refused_before_anything_is_published() {
    let place = Place::of(&["anna"]);
    let notes = fixture_argument("notes-1.0.0.msi");
    let check = |params: &str, expected: &str| {
        let said = place.run(&["package", "add", &notes, "--install-params", params]);
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.error.contains(expected), "{expected}: {said:?}");
    };
    check("A=${OTHER}", "“${OTHER}”");
    check("A=${OX_USER}", "${OX_IMAPSERVER}");
    check("A=${OX_PASSWORD}", "asks for something secret");
    let said = place.run(&["package", "add", &notes, "--template", "notes"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(place.list("package").is_empty());
    place.done(&["package", "add", &notes, "--install-params", "A=$x%TEMP%${"]);
    let server = place.serve();
    assert_eq!(properties(&server, "anna")["A"], "$x%TEMP%${");
}

#[test]
fn a_draft_is_published_with_a_template_and_a_package_is_given_one() {
    let place = Place::of(&["anna"]);
    let server = place.serve();
    let notes = fixture_argument("notes-1.0.0.msi");
    place.done(&["package", "add", &notes, "--draft", "--install-params", "/passive A=1"]);
    let said = place.run(&["package", "publish", "1", "--template", "drive"]);
    assert_eq!(said.code, 0, "{said:?}");
    let url = format!("http://{}", server.address);
    let expected = [("A", "1"), ("OX_SERVERURL", url.as_str()), ("OX_USERNAME", "anna")];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(properties(&server, "anna"), BTreeMap::from(expected));
    place.run(&["package", "set", "Fixture Notes", "--template", "oxtender-1"]);
    let properties = properties(&server, "anna");
    assert_eq!((properties["A"].as_str(), properties["OXURL"].as_str()), ("1", url.as_str()));
}

#[test]
fn the_form_offers_the_templates_and_shows_what_a_user_gets() {
    let place = Place::of(&["anna"]);
    place.add_user_as("paula", "publisher");
    tell(&place, "anna", &profile("Anna Example", "anna@example.com"));
    let server = place.serve();
    place.done(&["package", "add", &fixture_argument("notes-1.0.0.msi"), "--draft"]);
    let mut browser = Browser::signed_in(&server, "paula");
    let path = "/admin/packages/drafts/1";
    let page = browser.get(path).text().to_owned();
    assert!(page.contains("value=\"oxtender-1\"") && page.contains("name=\"preview_user\""), "{page}");
    let preview = |browser: &mut Browser<'_>, user: &str, next: &str, path: &str| {
        let fields = [
            ("known", "1"),
            ("importance", "low"),
            ("install_params", "/passive"),
            ("template", "oxtender-1"),
            ("preview_user", user),
            ("next", next),
        ];
        browser.post(path, &fields)
    };
    let shown = preview(&mut browser, "anna", "preview", path);
    assert_eq!(shown.status, 200, "{}", shown.text());
    for part in ["Install params as anna gets them", "OXDISPLAYNAME=&quot;Anna Example&quot;"] {
        assert!(shown.text().contains(part), "{part}: {}", shown.text());
    }
    // Without a script, the field says what the template said.
    assert!(
        shown.text().contains("value=\"/passive OXCREATEIMAPACCOUNT=&quot;true&quot;"),
        "{}",
        shown.text()
    );
    let live = preview(&mut browser, "paula", "", &format!("{path}/preview"));
    assert!(live.text().contains("OXDISPLAYNAME is left out"), "{}", live.text());
    let live = preview(&mut browser, "", "", &format!("{path}/preview"));
    assert!(live.text().contains("imap.example.com") && live.text().contains("data-install-params"));
    let live = preview(&mut browser, "nobody", "", &format!("{path}/preview"));
    assert!(live.text().contains("nobody"), "{}", live.text());
    let saved = preview(&mut browser, "", "save", path);
    assert_eq!(saved.status, 303, "{}", saved.text());
    let page = browser.get(path).text().to_owned();
    assert!(page.contains("${OX_IMAPSERVER}"), "{page}");
}

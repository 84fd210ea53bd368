//! Devices, reports, spread and the audit in a real database: filters, thinning, what is refused, and how long it takes.

use std::time::Instant;

use catalog::check_in::CheckIn;
use catalog::device::{DeviceToken, Enrolment};
use catalog::report::{OutcomeKind, Report};
use jiff::Timestamp;
use serde_json::json;
use tempfile::TempDir;
use uuid::Uuid;

use super::{Database, Writing, audit, check_ins, device_list, devices, overview, reports, spread, users};
use crate::model::audit::{Deed, Doer};
use crate::model::audit_filter::AuditFilter;
use crate::model::device::TokenHash;
use crate::model::device_filter::DeviceFilter;
use crate::model::name::Name;
use crate::model::report_filter::{NamedDevice, NamedProduct, ReportFilter};
use crate::model::slice::Slice;
use crate::model::user::{NewAccount, PasswordKind, Role, UserId};
use crate::rules::outcome::FAILING;

const NOTES: &str = "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}";
/// One of the products that devices tell of.
const CHECKED: &str = "{3BBB2D56-0B19-4C83-9266-000000000003}";
const ALL: Slice = Slice { skip: 0, take: 1_000 };
/// What people type who try whether a search is a part of the statement.
const HOSTILE: &[&str] =
    &["'", "' OR 1=1 --", "\"; DROP TABLE reports; --", "%", "_", "!", "$1", "?", "1); --"];

async fn database() -> (TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open(&folder.path().join("test.sqlite")).await.unwrap();
    (folder, database)
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

async fn user(writing: &mut Writing, name: &str) -> UserId {
    let new = NewAccount {
        name: &Name::parse(name).unwrap(),
        password_hash: "hash",
        password_kind: PasswordKind::Own,
        role: Role::User,
    };
    users::insert(writing, &new, at(0)).await.unwrap()
}

fn report(id: u128, device: u128, to: &str, outcome: OutcomeKind) -> Report {
    serde_json::from_value(json!({
        "id": Uuid::from_u128(id), "device": Uuid::from_u128(device), "product": "Notes", "upgrade_code": NOTES,
        "platform": "x64", "from_version": null, "to_version": to, "outcome": outcome, "exit_code": 1603,
        "duration": 1, "ended_at": 1,
    }))
    .unwrap()
}

async fn enrol(writing: &mut Writing, user: UserId, device: u128, name: &str) {
    let enrolment = json!({"device": Uuid::from_u128(device), "computer_name": name});
    let enrolment: Enrolment = serde_json::from_value(enrolment).unwrap();
    let mut bytes = [0; 32];
    bytes[..16].copy_from_slice(&device.to_be_bytes());
    let hash = TokenHash::of(&DeviceToken::of(bytes));
    devices::enrol(writing, user, &enrolment, &hash, at(10)).await.unwrap();
}

/// Has a device tell what is installed of `products` products, named by numbers.
async fn check_in(writing: &mut Writing, user: UserId, device: u128, products: &[&[&str]]) {
    let number = Uuid::from_u128(device);
    let product = |(place, versions): (usize, &&[&str])| {
        let installed: Vec<_> =
            versions.iter().map(|version| json!({"version": version, "context": "machine"})).collect();
        let code = format!("{{3BBB2D56-0B19-4C83-9266-{place:012}}}");
        json!({"upgrade_code": code, "platform": "x64", "installed": installed})
    };
    let products: Vec<_> = products.iter().enumerate().map(product).collect();
    let check_in: CheckIn = serde_json::from_value(json!({
        "device": number, "computer_name": "PC", "windows_version": "10.0.22631", "platform": "x64",
        "client_version": "0.1.0", "products": products,
    }))
    .unwrap();
    let known = devices::known(writing, user).await.unwrap();
    let id = known.iter().find(|known| known.device == number).unwrap().id;
    check_ins::replace(writing, id, &check_in, at(20)).await.unwrap();
}

#[tokio::test]
async fn what_is_looked_for_is_never_a_part_of_the_statement() {
    let (_folder, database) = database().await;
    let mut writing = database.write().await.unwrap();
    let anna = user(&mut writing, "anna").await;
    enrol(&mut writing, anna, 1, "PC_1").await;
    reports::insert(&mut writing, anna, &report(1, 1, "1.0.0", OutcomeKind::Failed), at(50)).await.unwrap();
    for text in HOSTILE {
        let text = || Some((*text).to_owned());
        let filter = DeviceFilter { search: text(), client: text(), windows: text(), ..Default::default() };
        assert_eq!(device_list::list(&mut writing, &filter, ALL, 10).await.unwrap().total, 0, "{filter:?}");
        for filter in [
            ReportFilter { product: text().map(NamedProduct::Name), ..Default::default() },
            ReportFilter { device: text().map(NamedDevice::Name), ..Default::default() },
        ] {
            let found = reports::list(&mut writing, &filter, ALL, 10).await.unwrap();
            // The underscore is in the computer's name, as a letter.
            let expected = u32::from(filter.device == Some(NamedDevice::Name("_".to_owned())));
            assert_eq!((found.total, found.lines.len() as u32), (expected, expected), "{filter:?}");
        }
        let filter = AuditFilter {
            actor: text(),
            action: text(),
            subject: text(),
            address: text(),
            ..Default::default()
        };
        assert_eq!(audit::list(&mut writing, &filter, ALL, 10).await.unwrap().total, 0);
    }
    let by_underscore = DeviceFilter { search: Some("c_1".to_owned()), ..Default::default() };
    assert_eq!(device_list::list(&mut writing, &by_underscore, ALL, 10).await.unwrap().total, 1);
    let all = reports::list(&mut writing, &ReportFilter::default(), ALL, 10).await.unwrap();
    assert_eq!((all.total, all.lines[0].computer_name.as_deref()), (1, Some("PC_1")));
}

#[tokio::test]
async fn reports_are_found_by_what_they_say() {
    let (_folder, database) = database().await;
    let mut writing = database.write().await.unwrap();
    let (anna, ben) = (user(&mut writing, "anna").await, user(&mut writing, "ben").await);
    let told = [
        (anna, 1, "1.0.0", OutcomeKind::Installed),
        (anna, 2, "2.0.0", OutcomeKind::Failed),
        (ben, 3, "2.0.0", OutcomeKind::Busy),
    ];
    for (id, (user, device, version, outcome)) in (1..).zip(told) {
        let report = report(id, device, version, outcome);
        reports::insert(&mut writing, user, &report, at(id as i64 * 100)).await.unwrap();
    }
    let mut found = Vec::new();
    for filter in [
        ReportFilter::default(),
        ReportFilter { user: Some(anna), ..Default::default() },
        ReportFilter { device: Some(NamedDevice::Number(Uuid::from_u128(3))), ..Default::default() },
        ReportFilter { product: Some(NamedProduct::Name("note".to_owned())), ..Default::default() },
        ReportFilter { version: catalog::ProductVersion::parse("2.0.0").ok(), ..Default::default() },
        ReportFilter { outcomes: Some(FAILING.to_vec()), ..Default::default() },
        ReportFilter { outcomes: Some(Vec::new()), ..Default::default() },
        ReportFilter { since: Some(at(200)), until: Some(at(300)), ..Default::default() },
    ] {
        let listed = reports::list(&mut writing, &filter, ALL, 10).await.unwrap();
        assert_eq!(listed.total as usize, listed.lines.len());
        found.push(listed.lines.iter().map(|line| line.id).collect::<Vec<_>>());
    }
    let expected: [&[i64]; 8] = [&[3, 2, 1], &[2, 1], &[3], &[3, 2, 1], &[3, 2], &[2], &[], &[3, 2]];
    assert_eq!(found, expected);
    let second = Slice::page(2, 2);
    let page = reports::list(&mut writing, &ReportFilter::default(), second, 2).await.unwrap();
    assert_eq!((page.total, page.lines.len(), page.lines[0].id), (2, 1, 1), "counted up to a limit");
}

#[tokio::test]
async fn old_reports_leave_the_last_one() {
    let (_folder, database) = database().await;
    let mut writing = database.write().await.unwrap();
    let (anna, ben) = (user(&mut writing, "anna").await, user(&mut writing, "ben").await);
    // Two old ones of one device, one of another, one of another user, and two that are not old.
    for (id, (user, device, second)) in
        (1..).zip([(anna, 1, 10), (anna, 1, 20), (anna, 2, 10), (ben, 1, 10), (ben, 1, 500), (ben, 1, 600)])
    {
        let report = report(id, device, "1.0.0", OutcomeKind::Installed);
        reports::insert(&mut writing, user, &report, at(second)).await.unwrap();
    }
    assert_eq!(reports::span_before(&mut writing, at(100)).await.unwrap(), Some((1, 4)));
    assert_eq!(
        reports::thin_old(&mut writing, at(100), 1, 3).await.unwrap(),
        0,
        "the piece without the first"
    );
    assert_eq!(reports::thin_old(&mut writing, at(100), 0, 4).await.unwrap(), 2);
    let left = reports::list(&mut writing, &ReportFilter::default(), ALL, 10).await.unwrap();
    assert_eq!(left.lines.iter().map(|line| line.id).collect::<Vec<_>>(), [6, 5, 3, 2]);
    assert_eq!(reports::span_before(&mut writing, at(0)).await.unwrap(), None);
}

#[tokio::test]
async fn devices_are_counted_by_what_they_have() {
    let (_folder, database) = database().await;
    let mut writing = database.write().await.unwrap();
    let anna = user(&mut writing, "anna").await;
    let told: [&[&str]; 5] = [&["1.0.0"], &["1.0.0"], &[], &["1.0.0", "2.0.0"], &["9.0.0"]];
    for (device, versions) in (1..).zip(told) {
        enrol(&mut writing, anna, device, "PC").await;
        check_in(&mut writing, anna, device, &[versions, &[]]).await;
    }
    let known = devices::known(&mut writing, anna).await.unwrap();
    devices::revoke(&mut writing, known[4].id, at(30)).await.unwrap();
    let counts = spread::count(&mut writing, None).await.unwrap();
    let mut shown: Vec<String> = counts
        .iter()
        .map(|count| format!("{} {:?} {}", count.family.upgrade_code, count.versions, count.devices))
        .collect();
    shown.sort();
    let code = |place: usize| format!("{{3BBB2D56-0B19-4C83-9266-{place:012}}}");
    let (first, second) = (code(0), code(1));
    let expected = [
        format!("{first} [\"1.0.0\", \"2.0.0\"] 1"),
        format!("{first} [\"1.0.0\"] 2"),
        format!("{first} [] 1"),
        format!("{second} [] 4"),
    ];
    assert_eq!(shown, expected);
    let one = spread::count(&mut writing, Some(counts[0].family)).await.unwrap();
    assert!(one.iter().all(|count| count.family == counts[0].family) && !one.is_empty());
}

#[tokio::test]
async fn lines_of_the_audit_are_added_and_nothing_else() {
    let (folder, database) = database().await;
    let mut writing = database.write().await.unwrap();
    let deed = Deed::new("user.add", "anna");
    let doer = Doer { kind: "operating-system", who: &"root".into(), address: "" };
    audit::insert(&mut writing, doer, &[&deed], at(1)).await.unwrap();
    writing.commit().await.unwrap();
    database.close().await;
    // As somebody would who has the file: the database itself refuses.
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(folder.path().join("test.sqlite"));
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    for (statement, sentence) in [
        ("UPDATE audit SET actor = 'ben'", "lines of the audit are never changed"),
        ("DELETE FROM audit", "lines of the audit are never removed"),
        ("DELETE FROM audit WHERE id = 1", "lines of the audit are never removed"),
        (
            "REPLACE INTO audit (id, at, actor_kind, actor, action, subject, detail) VALUES (1, 2, '', '', '', '', '')",
            "lines of the audit are never changed",
        ),
    ] {
        let refused = sqlx::query(statement).execute(&pool).await;
        assert!(refused.is_err_and(|error| error.to_string().contains(sentence)), "{statement}");
    }
    let kept: (i64, String) =
        sqlx::query_as("SELECT COUNT(*), MAX(actor) FROM audit").fetch_one(&pool).await.unwrap();
    assert_eq!(kept.0, 1);
    pool.close().await;
}

/// Prints how long the lists of a large site take; `cargo test --release -p server --lib a_large_site -- --ignored --nocapture`.
#[tokio::test]
#[ignore = "takes minutes"]
#[expect(clippy::too_many_lines, reason = "one list after the other, on one large site")]
async fn a_large_site_stays_usable() {
    const USERS: u128 = 10_000;
    const REPORTS: u128 = 1_000_000;
    const PRODUCTS: [&[&str]; 10] = [&["1.0.0"]; 10];
    let (_folder, database) = database().await;
    let mut writing = database.write().await.unwrap();
    let mut people = Vec::new();
    for number in 0..USERS {
        let one = user(&mut writing, &format!("user{number}")).await;
        enrol(&mut writing, one, number, &format!("PC-{number}")).await;
        check_in(&mut writing, one, number, &PRODUCTS).await;
        people.push(one);
    }
    for number in 0..REPORTS {
        let outcome = if number % 50 == 0 { OutcomeKind::Failed } else { OutcomeKind::Installed };
        let device = number % USERS;
        let report = report(number, device, &format!("1.{}.0", number % 7), outcome);
        let second = i64::try_from(number).unwrap() * 31;
        reports::insert(&mut writing, people[usize::try_from(device).unwrap()], &report, at(second))
            .await
            .unwrap();
    }
    writing.commit().await.unwrap();
    let newest = 31 * i64::try_from(REPORTS).unwrap();
    let mut reading = database.read().await.unwrap();
    let page = Slice::page(1, 50);
    let tell = |what: &str, begun_at: Instant| {
        let elapsed = begun_at.elapsed();
        println!("{what}: {} ms", elapsed.as_millis());
        assert!(elapsed.as_secs() < 5, "{what}: {elapsed:?}");
    };
    let failing = || Some(FAILING.to_vec());
    for (what, filter, slice) in [
        ("reports, newest page", ReportFilter::default(), page),
        ("reports, page 2,000", ReportFilter::default(), Slice::page(2_000, 50)),
        ("reports that failed", ReportFilter { outcomes: failing(), ..Default::default() }, page),
        ("reports of one user", ReportFilter { user: Some(people[17]), ..Default::default() }, page),
        (
            "reports by product name",
            ReportFilter { product: Some(NamedProduct::Name("note".to_owned())), ..Default::default() },
            page,
        ),
        (
            "reports by computer name",
            ReportFilter { device: Some(NamedDevice::Name("PC-77".to_owned())), ..Default::default() },
            page,
        ),
        (
            "reports of a product, failed, of a week",
            ReportFilter {
                product: catalog::UpgradeCode::parse(NOTES).ok().map(NamedProduct::Code),
                outcomes: failing(),
                since: Some(at(newest - 604_800)),
                ..Default::default()
            },
            page,
        ),
    ] {
        let begun_at = Instant::now();
        reports::list(&mut reading, &filter, slice, 100_000).await.unwrap();
        tell(what, begun_at);
    }
    for (what, filter) in [
        ("devices, first page", DeviceFilter::default()),
        ("devices by search", DeviceFilter { search: Some("77".to_owned()), ..Default::default() }),
        (
            "devices with a version of a product",
            DeviceFilter {
                product: catalog::UpgradeCode::parse(CHECKED).ok().map(|code| vec![code]),
                version: catalog::ProductVersion::parse("1.0.0").ok(),
                ..Default::default()
            },
        ),
        (
            "devices that lack a product",
            DeviceFilter {
                lacks: catalog::UpgradeCode::parse(CHECKED).ok().map(|code| vec![code]),
                ..Default::default()
            },
        ),
    ] {
        let begun_at = Instant::now();
        device_list::list(&mut reading, &filter, page, 100_000).await.unwrap();
        tell(what, begun_at);
    }
    let begun_at = Instant::now();
    assert_eq!(spread::count(&mut reading, None).await.unwrap().len(), 10);
    tell("spread of 10 products over 10,000 devices", begun_at);
    let begun_at = Instant::now();
    overview::failing(&mut reading, &FAILING, at(newest - 604_800), 10).await.unwrap();
    tell("failing installs of a week", begun_at);
    drop(reading);
    let begun_at = Instant::now();
    let mut writing = database.write().await.unwrap();
    reports::thin_old(&mut writing, at(newest), 0, 10_000).await.unwrap();
    writing.commit().await.unwrap();
    tell("thinning 10,000 reports", begun_at);
}

//! The doctor: each illness is made, and has to be named; a healthy server has none.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use serde_json::Value;

use crate::place::{Place, files_below};

fn furnished() -> Place {
    let place = Place::new();
    let password = place.write("password", "correct horse");
    place.done(&["user", "add", "root", "--password-file", &password, "--role", "administrator"]);
    place.publish("notes-1.0.0.msi", &[]);
    place
}

/// The findings as `WEIGHT ID`, and whether the exit code says that all is well.
fn findings(place: &Place, arguments: &[&str]) -> (Vec<String>, bool) {
    let said = place.run(&[&["doctor", "--json"], arguments].concat());
    assert!([0, 1].contains(&said.code), "{said:?}");
    let told: Value = serde_json::from_str(&said.output).unwrap();
    let word = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let lines = told["findings"].as_array().unwrap().iter().map(|finding| {
        assert!(
            word(finding, "said").ends_with(|end| ".)=…".contains(end)) || finding["id"] == "folder-open",
            "{finding}"
        );
        format!("{} {}", word(finding, "weight"), word(finding, "id"))
    });
    (lines.collect(), said.code == 0)
}

/// What is found that has to do with the story: how much room the machine has does not.
fn found(place: &Place, arguments: &[&str]) -> Vec<String> {
    let (findings, is_well) = findings(place, arguments);
    assert_eq!(is_well, !findings.iter().any(|line| line.starts_with("problem")), "{findings:?}");
    findings.into_iter().filter(|line| !line.ends_with("disk-low") && !line.ends_with("port-taken")).collect()
}

#[test]
fn a_healthy_server_is_well_whether_or_not_it_runs() {
    let place = furnished();
    assert!(found(&place, &["--hash"]).is_empty());
    let before = files_below(&place.data());
    assert!(found(&place, &[]).is_empty());
    assert_eq!(files_below(&place.data()), before, "nothing was changed");
    let server = place.serve();
    let said = place.run(&["doctor"]);
    assert!(said.output.contains(&server.address), "{said:?}");
    assert!(found(&place, &["--hash"]).is_empty());
    // It did not end well: the log of the database is still there.
    place.add_user("ben");
    server.crash();
    assert!(found(&place, &[]).is_empty());
}

#[test]
fn what_is_wrong_with_packages_is_named() {
    let place = furnished();
    let packages = place.data().join("packages");
    let file = packages.join(&files_below(&packages)[0]);
    let whole = fs::read(&file).unwrap();
    let mut damaged = whole.clone();
    damaged[100] ^= 1;
    fs::write(&file, &damaged).unwrap();
    assert!(found(&place, &[]).is_empty());
    assert_eq!(found(&place, &["--hash"]), ["problem package-damaged"]);
    fs::write(&file, &whole[..100]).unwrap();
    assert_eq!(found(&place, &[]), ["problem package-size"]);
    fs::rename(&file, file.with_file_name("stranger")).unwrap();
    assert_eq!(found(&place, &[]), ["problem package-missing", "notice strangers"]);
    let said = place.run(&["doctor"]);
    assert!(said.output.contains(file.to_str().unwrap()), "{said:?}");
}

#[test]
fn what_is_wrong_with_settings_and_folder_is_named() {
    let place = Place::new();
    assert_eq!(found(&place, &[]), ["problem data-folder"]);
    let place = furnished();
    let check = |settings: &str, expected: &[&str]| {
        fs::write(place.data().join("oxupdated.toml"), settings).unwrap();
        assert_eq!(found(&place, &[]), expected, "{settings}");
    };
    check("lissten = 'x'", &["problem settings"]);
    check("listen = '0.0.0.0:0'", &["problem listen", "problem no-hosts"]);
    check(
        "listen = '0.0.0.0:0'\nallow_plain_http = true\npublic_url = 'http://a.example'",
        &["notice plain-http"],
    );
    check("metrics_listen = '0.0.0.0:0'", &["notice metrics-open"]);
    check("tls_certificate = 'a'\ntls_key = 'b'", &["problem certificate"]);
    check("", &[]);
    let variables = [("OXUPDATED_PUBLICURL", "x")];
    let said = place.run_with(&["doctor"], &variables, "");
    assert!(said.output.contains("OXUPDATED_PUBLICURL") && said.code == 0, "{said:?}");
    fs::set_permissions(place.data(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(found(&place, &[]), ["problem folder-open"]);
}

#[test]
fn what_is_wrong_with_the_certificate_is_named() {
    let place = furnished();
    let check = |from: i32, to: i32, url: &str, expected: &[&str]| {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(["updates.example.com".to_owned()]).unwrap();
        (params.not_before, params.not_after) = (date_time_ymd(from, 1, 1), date_time_ymd(to, 1, 1));
        let certificate = place.write("certificate.pem", params.self_signed(&key).unwrap().pem());
        let key_file = place.write("key.pem", key.serialize_pem());
        fs::set_permissions(&key_file, fs::Permissions::from_mode(0o600)).unwrap();
        let settings =
            format!("tls_certificate = '{certificate}'\ntls_key = '{key_file}'\npublic_url = '{url}'");
        fs::write(place.data().join("oxupdated.toml"), settings).unwrap();
        assert_eq!(found(&place, &[]), expected, "{from} {to} {url}");
    };
    check(2000, 2999, "https://updates.example.com", &[]);
    check(2000, 2001, "https://updates.example.com", &["problem certificate-ended"]);
    check(2998, 2999, "https://updates.example.com", &["problem certificate-early"]);
    check(2000, 2999, "https://other.example.com:8443", &["problem certificate-name"]);
    check(2000, 2999, "http://updates.example.com", &["notice public-url-plain"]);
}

#[test]
fn what_is_wrong_with_the_database_is_named() {
    let place = Place::new();
    fs::create_dir(place.data()).unwrap();
    fs::set_permissions(place.data(), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(found(&place, &[]), ["notice database-absent"]);
    place.add_user("anna");
    assert_eq!(found(&place, &[]), ["problem no-administrator"]);
    let database = place.data().join("oxupdated.sqlite");
    let whole = fs::read(&database).unwrap();
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 4_096].fill(0xa5);
    fs::write(&database, &damaged).unwrap();
    let illness = found(&place, &[]);
    let names = ["problem database-damaged", "problem database-unreadable"];
    assert!(illness.iter().any(|line| names.contains(&line.as_str())), "{illness:?}");
    fs::write(&database, "no database").unwrap();
    assert_eq!(found(&place, &[]), ["problem database-unreadable"]);
}

//! The installers of OX Updater on a real server: as the updater package that people download, and as a product like any other.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use catalog::installer_name;
use e2e::{PASSWORD, Site, VERSION, VERSION_BEFORE, msiexec, product};

use crate::kind::USER;
use crate::{alone, site_and_pc};

const PRODUCT: &str = "OX Updater";

fn publish(site: &Site, version: &str) {
    site.verb(&["package", "add", &USER.package(version).to_string_lossy()]);
}

/// What anna gets when she follows the link on the home page: the name of the file, and the file.
fn download(site: &Site) -> (String, Vec<u8>) {
    let host = site.address().strip_prefix("http://").unwrap();
    let sign_in = STANDARD.encode(format!("anna:{PASSWORD}"));
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "GET /ajax/updater/installer/ HTTP/1.1\r\nHost: {host}\r\nAuthorization: Basic {sign_in}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let name = head.split("filename=\"").nth(1).and_then(|rest| rest.split('"').next());
    (name.unwrap_or_else(|| panic!("no name: {head}")).to_owned(), answer[end + 4..].to_vec())
}

#[test]
fn what_people_download_proposes_the_server_that_they_have_it_from() {
    let _alone = alone();
    let (site, _pc) = site_and_pc();
    USER.remove(&[]);
    publish(&site, VERSION);
    site.verb(&["updater", "set", PRODUCT, VERSION]);
    let (name, bytes) = download(&site);
    assert_eq!(bytes, fs::read(USER.package(VERSION)).unwrap());
    let folder = tempfile::tempdir().unwrap();
    let saved = folder.path().join(name);
    fs::write(&saved, bytes).unwrap();
    assert_eq!(msiexec("/i", &saved, &[]), 0);
    let recorded = USER.written("InstallerName").unwrap();
    assert_eq!(installer_name::parse(&recorded).as_deref(), Some(site.address()), "{recorded}");
    assert_eq!(USER.written("UpdateServerUrl"), None);
    USER.remove(&[]);
}

#[test]
fn it_is_a_product_like_any_other() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    USER.remove(&[]);
    publish(&site, VERSION_BEFORE);
    let (code, answer) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{answer}");
    publish(&site, VERSION);
    let (code, plan) = pc.json(&["check"]);
    let found = product(&plan, PRODUCT);
    let shown = |key: &str| found[key].as_str();
    assert_eq!(
        (code, shown("state"), shown("installed"), shown("offered")),
        (10, Some("older"), Some(VERSION_BEFORE), Some(VERSION)),
        "{plan}"
    );
    // Together with others it is left out: it replaces programs that run.
    let (code, answer) = pc.json(&["install", "--all"]);
    assert_eq!((code, answer["results"].as_array().map(Vec::len)), (0, Some(0)), "{answer}");
    let (code, answer) = pc.json(&["install", PRODUCT]);
    assert_eq!((code, answer["results"][0]["outcome"].as_str()), (0, Some("installed")), "{answer}");
    assert!(site.reports().iter().any(|report| report["to_version"].as_str() == Some(VERSION)));
    USER.remove(&[]);
}

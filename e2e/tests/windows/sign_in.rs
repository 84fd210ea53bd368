//! Signing in from Windows: the password is given once for a token, which only Windows keeps, until the server ends it.

use std::path::Path;

use e2e::{
    PASSWORD, Pc, Request, Site, Witness, product, registry, registry_files, windows_path, windows_says,
};
use serde_json::Value;

use crate::{alone, site_witness_and_pc};

const NOTES: &str = "Fixture Notes";
const OTHER_PASSWORD: &str = "another horse battery staple";
const ENROL: &str = "POST /api/v1/devices";
const CATALOG: &str = "GET /ajax/updater/update.xml";
const CHECK_IN: &str = "POST /api/v1/check-ins";
const REPORT: &str = "POST /api/v1/reports";

/// Whether a secret stands in bytes in some way: in UTF-8, UTF-16, or as the registry writes either.
fn is_in(bytes: &[u8], secret: &str) -> bool {
    let wide: String = secret.chars().flat_map(|letter| [letter, '\0']).collect();
    let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(",");
    let text = String::from_utf8_lossy(bytes);
    [hex(secret), hex(&wide), wide, secret.to_owned()].iter().any(|form| text.contains(form))
}

/// All files below a folder that a secret stands in.
fn files_with(folder: &Path, secret: &str) -> Vec<String> {
    let entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let within = entries.iter().flat_map(|path| match path.is_dir() {
        true => files_with(path, secret),
        false => {
            let found = is_in(&std::fs::read(path).unwrap(), secret);
            found.then(|| path.display().to_string()).into_iter().collect()
        }
    });
    within.collect()
}

/// Nothing that the client or Windows wrote has a secret in the clear.
fn assert_nowhere(pc: &Pc, secret: &str) {
    assert_eq!(files_with(pc.state(), secret), Vec::<String>::new());
    for text in registry_files().into_iter().chain([registry("HKCU")]) {
        assert!(!is_in(text.as_bytes(), secret), "it stands in the registry");
    }
}

/// How many tokens Windows keeps for a device.
fn tokens(device: &str) -> usize {
    let name = format!("OX Updater/{device}/");
    if cfg!(windows) {
        return windows_says("cmdkey", &["/list"]).matches(&name).count();
    }
    registry("HKCU").matches(&format!(r"\Generic: {name}")).count()
}

/// What was asked, and with which secret, by anna or by nobody.
fn asked(witness: &Witness) -> Vec<(String, Option<String>)> {
    let secret = |request: Request| {
        let secret = request.sign_in.map(|(user, secret)| {
            assert_eq!(user, "anna", "{}", request.line);
            secret
        });
        (request.line, secret)
    };
    witness.take().into_iter().map(secret).collect()
}

fn with(secret: &str, lines: &[&str]) -> Vec<(String, Option<String>)> {
    lines.iter().map(|line| ((*line).to_owned(), Some(secret.to_owned()))).collect()
}

/// Signs in with a password, and answers with the token that is used from then on.
fn first_sign_in(witness: &Witness, pc: &Pc, arguments: &[&str], password: &str) -> String {
    let (code, answer) = pc.json(&[&["check"], arguments].concat());
    assert!(code == 0 || code == 10, "{answer}");
    let asked = asked(witness);
    let token = asked[1].1.clone().unwrap();
    assert!(token.starts_with("oxd1_"), "{asked:?}");
    let lines: Vec<&str> = asked.iter().skip(1).map(|(line, _)| line.as_str()).collect();
    assert_eq!(asked, [with(password, &[ENROL]), with(&token, &lines)].concat());
    token
}

/// What the server knows of the only device: its number, and what was installed of the only product at its last check-in.
fn device(site: &Site) -> (Value, Vec<(String, String)>) {
    let devices = site.devices("anna");
    let [device] = devices.as_slice() else { panic!("{devices:?}") };
    let installed = device["check_in"]["products"][0]["installed"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let installed = installed.iter().map(|found| (text(&found["version"]), text(&found["context"])));
    (device.clone(), installed.collect())
}

#[test]
fn a_password_is_given_once_for_a_token_that_windows_keeps() {
    let _alone = alone();
    let (site, witness, mut pc) = site_witness_and_pc();
    site.publish("notes-1.0.0.msi", &[]);
    let token = first_sign_in(&witness, &pc, &[], PASSWORD);

    pc.give(None);
    pc.uninstall(NOTES);
    witness.take();
    assert_eq!(pc.oxupdate(&["check"]).code, 10);
    let lines: Vec<_> = asked(&witness).into_iter().filter(|(line, _)| line != CHECK_IN).collect();
    assert_eq!(lines, with(&token, &[CATALOG]));
    let (known, installed) = device(&site);
    let text = |key: &str| known[key].as_str().unwrap_or_default().to_owned();
    assert_eq!((text("standing").as_str(), text("user").as_str()), ("enrolled", "anna"), "{known}");
    assert_eq!(text("computer_name").to_lowercase(), windows_says("hostname", &[]).to_lowercase());
    let windows = known["check_in"]["windows_version"].as_str().unwrap_or_default();
    let build = windows.split('.').take(3).collect::<Vec<_>>().join(".");
    assert!(windows_says("cmd", &["/c", "ver"]).contains(&build) && !build.is_empty(), "{known}");
    assert_eq!(known["check_in"]["platform"].as_str(), Some("x64"), "{known}");
    assert_eq!(installed, []);

    let (code, answer) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{answer}");
    let mut told = asked(&witness);
    told.retain(|(line, _)| [REPORT, CHECK_IN].contains(&line.as_str()));
    told.sort();
    assert_eq!(told, with(&token, &[CHECK_IN, REPORT]));
    let reports = site.reports();
    assert_eq!((reports.len(), &reports[0]["device"]), (1, &known["device"]), "{reports:?}");
    assert_eq!(device(&site).1, [("1.0.0".to_owned(), "machine".to_owned())]);
    assert_eq!(pc.oxupdate(&["check"]).code, 0);
    assert_eq!(asked(&witness), with(&token, &[CATALOG]), "what is told already is not told again");

    assert_eq!(tokens(&text("device")), 1);
    assert!(!files_with(pc.state(), witness.address()).is_empty(), "what is there is found");
    for secret in [PASSWORD, &token] {
        assert_nowhere(&pc, secret);
    }
    pc.uninstall(NOTES);
    assert_eq!(pc.oxupdate(&["sign-out"]).code, 0);
    assert_eq!(tokens(&text("device")), 0);
}

#[test]
fn a_token_that_was_revoked_is_forgotten_and_a_password_gets_another() {
    let _alone = alone();
    let (site, witness, mut pc) = site_witness_and_pc();
    let token = first_sign_in(&witness, &pc, &[], PASSWORD);
    let number = device(&site).0["device"].as_str().unwrap().to_owned();
    assert_eq!(tokens(&number), 1);
    site.verb(&["device", "revoke", "anna", &number]);

    pc.give(None);
    let said = pc.oxupdate(&["check"]);
    assert_eq!(said.code, 22, "{said:?}");
    assert_eq!(asked(&witness), with(&token, &[CATALOG]));
    assert_eq!(tokens(&number), 0);
    let said = pc.oxupdate(&["check"]);
    assert_eq!((said.code, asked(&witness)), (22, Vec::new()), "{said:?}");

    pc.give(Some(PASSWORD));
    let other = first_sign_in(&witness, &pc, &[], PASSWORD);
    assert_ne!(other, token);
    let (known, _) = device(&site);
    let standing = (known["device"].as_str(), known["standing"].as_str());
    assert_eq!(standing, (Some(number.as_str()), Some("enrolled")), "{known}");
}

#[test]
fn a_password_that_changed_ends_the_token_and_the_old_one_is_sent_once() {
    let _alone = alone();
    let (site, witness, mut pc) = site_witness_and_pc();
    site.publish("notes-1.0.0.msi", &[]);
    pc.give(None);
    let old = windows_path(&site.password_file());
    let with_old = ["--password-file", old.as_str()];
    let token = first_sign_in(&witness, &pc, &with_old, PASSWORD);
    let new = windows_path(&site.set_password("anna", OTHER_PASSWORD));

    let said = pc.oxupdate(&["check"]);
    assert_eq!(said.code, 22, "{said:?}");
    assert_eq!(asked(&witness), with(&token, &[CATALOG]));
    for expected in [with(PASSWORD, &[ENROL]), Vec::new(), Vec::new()] {
        let said = pc.oxupdate(&[&["check"], &with_old[..]].concat());
        assert_eq!((said.code, asked(&witness)), (22, expected), "{said:?}");
    }
    assert_nowhere(&pc, PASSWORD);

    let other = first_sign_in(&witness, &pc, &["--password-file", &new], OTHER_PASSWORD);
    assert_ne!(other, token);
    let (code, plan) = pc.json(&["check"]);
    assert!(code == 0 || code == 10, "{plan}");
    assert_eq!(product(&plan, NOTES)["offered"].as_str(), Some("1.0.0"), "{plan}");
    assert_eq!(asked(&witness), with(&other, &[CATALOG]));
    assert_nowhere(&pc, OTHER_PASSWORD);
}

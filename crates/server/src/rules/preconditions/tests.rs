//! Whole sites as they come in, and what is so of each.

use super::configuration::tests::files;
use super::{
    Configuration, Greeting, Machine, Packages, PackagesUnknown, ScriptSeen, SieveTold, SieveTrouble, Site,
    judge, script_path, sieve_address,
};
use crate::model::precondition::{Judgement, PlugIn, Precondition, gravest, told};
use crate::model::sieve_address::SieveAddress;
use text::{Language, Message};

/// Packages of rpm in one version.
fn rpm(version: &str, names: &[&str]) -> Result<Packages, PackagesUnknown> {
    let list: String = names.iter().map(|name| format!("{name}-{version}-1.noarch\n")).collect();
    Packages::read("rpm -qa", &list)
}

fn address() -> SieveAddress {
    SieveAddress::parse("sieve.example.com:4190").unwrap()
}

fn greeted(extensions: &[&str]) -> SieveTold {
    let extensions = Some(extensions.iter().map(ToString::to_string).collect());
    SieveTold::Asked(address(), Ok(Greeting { implementation: None, extensions }))
}

/// A site of 7.10 where all is well.
fn well() -> Site {
    let all =
        ["core", "usm", "passwordchange-script", "mailfilter"].map(|name| format!("open-xchange-{name}"));
    let names: Vec<&str> = all.iter().map(String::as_str).collect();
    Site {
        configuration: Configuration {
            folder: "/opt/open-xchange/etc".to_owned(),
            flat: files(&[
                ("foldercache.properties", "ENABLE_INTERNAL_USER_EDIT=TRUE"),
                ("change_pwd_script.properties", "com.openexchange.passwordchange.script.shellscript=/bin/x"),
                ("mailfilter.properties", "com.openexchange.mail.filter.loginType=global"),
            ]),
            ..Configuration::default()
        },
        machine: Machine::This,
        packages: rpm("7.10.6", &names),
        script: Some(ScriptSeen::File {
            mode: Some(0o755),
            beginning: Ok(b"#!/bin/sh\n".to_vec()),
            missing: vec![],
        }),
        sieve: greeted(&["fileinto", "vacation"]),
    }
}

fn with_files(written: &[(&str, &str)]) -> Site {
    let site = well();
    Site { configuration: Configuration { flat: files(written), ..site.configuration }, ..site }
}

/// The judgement of one precondition, and the id of what is said; `None` where there is no such precondition.
fn of(site: &Site, id: &str) -> Option<(Judgement, &'static str)> {
    judge(site).iter().find(|one| one.id == id).map(|one| (one.judgement, one.found.id()))
}

/// What is advised about one precondition.
fn advice(site: &Site, id: &str) -> Option<String> {
    let judged = judge(site).into_iter().find(|one| one.id == id).unwrap();
    judged.advice.map(|advice| advice.say(Language::English))
}

use Judgement::{CannotTell, Met, NotMet};

#[test]
fn a_site_where_all_is_well_meets_everything() {
    let judged = judge(&well());
    let not_met: Vec<&Precondition> = judged.iter().filter(|one| one.judgement != Met).collect();
    assert!(not_met.is_empty(), "{not_met:?}");
    assert_eq!(gravest(&judged), Met);
    let told = told(&judged, Language::English);
    assert_eq!(told.iter().map(|plug_in| plug_in.plug_in).collect::<Vec<_>>(), PlugIn::ALL);
}

#[test]
fn each_sentence_names_what_it_speaks_of() {
    let sites = [
        well(),
        with_files(&[]),
        with_files(&[("a.properties", "")]),
        with_files(&[("mailfilter.properties", "A=\\u"), ("foldercache.properties", "A=\\u")]),
        Site { packages: rpm("7.8.4", &["open-xchange-core"]), ..with_files(&[("a.properties", "")]) },
        Site { packages: Err(PackagesUnknown::NoDatabase), ..well() },
        Site { sieve: SieveTold::Asked(address(), Err(SieveTrouble::Foreign)), ..well() },
    ];
    for language in Language::COMPLETE {
        for one in sites.iter().flat_map(judge) {
            for sentence in [Some(&one.found), one.advice.as_ref()].into_iter().flatten() {
                let said = sentence.say(language);
                assert!(!said.contains('{') && said != sentence.id() && said.len() > 20, "{said}");
            }
            assert!(one.judgement != NotMet || one.advice.is_some(), "no way out: {one:?}");
        }
    }
}

#[test]
fn packages_decide_or_are_unknown() {
    let with = |version: &str, names: &[&str]| Site { packages: rpm(version, names), ..well() };
    let check = |site: &Site, id: &str, expected: (Judgement, &str)| {
        assert_eq!(of(site, id), Some(expected), "{id} {:?}", site.packages);
    };
    let core = with("7.8.4", &["open-xchange-core"]);
    check(&core, "connector-usm", (NotMet, "precondition-package-absent"));
    check(&core, "connector-folder-json", (Met, "precondition-package-provided"));
    check(&core, "password-servlet", (Met, "precondition-package-provided"));
    check(&core, "connector-updater", (Met, "precondition-updater-replaced"));
    check(&core, "filter-package", (NotMet, "precondition-package-absent"));
    check(&core, "vacation-package", (NotMet, "precondition-package-absent"));
    let old = with("6.20.7.0", &["open-xchange-server", "open-xchange-outlook-updater"]);
    check(&old, "connector-folder-json", (NotMet, "precondition-package-absent"));
    check(&old, "password-servlet", (NotMet, "precondition-package-absent"));
    check(&old, "connector-updater", (Met, "precondition-updater-there"));
    let half = "Package: open-xchange-core\nStatus: install ok installed\nVersion: 7.8.4-1\n\n\
        Package: open-xchange-usm\nStatus: install reinstreq half-installed\nVersion: 7.8.4-1\n";
    let half = Site { packages: Packages::read("status", half), ..well() };
    check(&half, "connector-usm", (NotMet, "precondition-package-half"));
    let unknown = Site { packages: Err(PackagesUnknown::NotNamed), ..well() };
    for id in ["connector-usm", "connector-folder-json", "password-servlet", "filter-package"] {
        check(&unknown, id, (CannotTell, "precondition-package-unknown"));
    }
}

#[test]
fn exactly_one_package_changes_passwords_up_to_8_9() {
    let check = |names: &[&str], expected: (Judgement, &str), has_script: bool| {
        let names: Vec<String> =
            ["core"].iter().chain(names).map(|name| format!("open-xchange-{name}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let site = Site { packages: rpm("7.10.6", &names), ..well() };
        assert_eq!(of(&site, "password-backend"), Some(expected), "{names:?}");
        assert_eq!(of(&site, "password-script").is_some(), has_script, "{names:?}");
    };
    let (database, script) = ("passwordchange-database", "passwordchange-script");
    check(&[database], (Met, "precondition-backend-database"), false);
    check(&[script], (Met, "precondition-backend-script"), true);
    check(&[database, script], (NotMet, "precondition-backend-both"), true);
    check(&[], (NotMet, "precondition-backend-none"), false);
    check(&["passwordchange-servlet"], (NotMet, "precondition-backend-none"), false);
    check(&["passwordchange-example"], (CannotTell, "precondition-backend-other"), false);
}

#[test]
fn properties_turn_the_ways_on_from_8_10_on() {
    let site = |version: &str, written: &[(&str, &str)]| Site {
        packages: rpm(version, &["open-xchange-core"]),
        ..with_files(written)
    };
    let check = |written: &[(&str, &str)], expected: (Judgement, &str), has_script: bool| {
        let site = site("8.10.0", written);
        assert_eq!(of(&site, "password-backend"), Some(expected), "{written:?}");
        assert_eq!(of(&site, "password-script").is_some(), has_script, "{written:?}");
    };
    let database = "com.openexchange.passwordchange.db.enabled";
    let script = "com.openexchange.passwordchange.script.enabled";
    let on = |key: &str| format!("{key} = True");
    let own = "passwordchange.properties";
    check(&[(own, &on(database))], (Met, "precondition-backend-enabled"), false);
    check(&[("mine.properties", &on(database))], (Met, "precondition-backend-enabled"), false);
    check(&[("change_pwd_script.properties", &on(script))], (Met, "precondition-backend-enabled"), true);
    check(
        &[(own, &format!("{}\n{}", on(script), on(database)))],
        (Met, "precondition-backend-enabled"),
        true,
    );
    check(&[(own, &format!("{database}=yes"))], (NotMet, "precondition-backend-disabled"), false);
    check(&[(own, "")], (NotMet, "precondition-backend-disabled"), false);
    // The script may be what counts, for all that such a file says.
    check(&[(own, "A=\\u")], (CannotTell, "configuration-broken"), true);
    assert_eq!(of(&site("8.9.9", &[(own, &on(database))]), "password-backend").unwrap().0, NotMet);
    let mut for_some = site("8.10.0", &[(own, "")]);
    for_some.configuration.context_sets =
        vec![("/e/contextSets/a.yml".to_owned(), format!("  {database}: true"))];
    assert_eq!(of(&for_some, "password-backend"), Some((CannotTell, "configuration-context-set")));
}

#[test]
fn a_script_is_named_there_and_runs() {
    let file = "change_pwd_script.properties";
    let key = "com.openexchange.passwordchange.script.shellscript";
    let check = |text: &str, seen: Option<ScriptSeen>, expected: (Judgement, &str)| {
        let site = Site { script: seen, ..with_files(&[(file, text)]) };
        assert_eq!(of(&site, "password-script"), Some(expected), "{text:?}");
    };
    let runs = well().script;
    check(&format!("{key}=/bin/x"), runs.clone(), (Met, "precondition-script-runs"));
    check(&format!("{key}=/bin/x"), Some(ScriptSeen::Absent), (NotMet, "precondition-script-absent"));
    check(&format!("{key}=/bin/x"), None, (CannotTell, "precondition-script-elsewhere"));
    check(&format!("{key}="), runs.clone(), (NotMet, "precondition-script-unset"));
    check("", runs.clone(), (NotMet, "precondition-script-unset"));
    check(&format!("{key}=bin/x"), runs.clone(), (CannotTell, "precondition-script-path-unclear"));
    check(&format!("{key}=/bin/\\u00e9"), runs.clone(), (CannotTell, "precondition-script-path-unclear"));
    check("A=\\u", runs, (CannotTell, "configuration-broken"));
    let unknown = Site {
        packages: Err(PackagesUnknown::NoDatabase),
        script: Some(ScriptSeen::Absent),
        ..with_files(&[(file, &format!("{key}=/bin/x"))])
    };
    assert_eq!(of(&unknown, "password-script"), Some((CannotTell, "precondition-script-use-unknown")));
    let path = |text: &str| script_path(&with_files(&[(file, text)]).configuration, None);
    assert_eq!(path(&format!("{key} /bin/x\\ y ")), Some("/bin/x y".to_owned()));
    assert_eq!((path(""), path(&format!("{key}=x"))), (None, None));
}

#[test]
fn people_edit_their_data_if_it_says_so_or_the_version_does() {
    let check = |version: Option<&str>, text: &str, expected: (Judgement, &str)| {
        let packages = match version {
            Some(version) => rpm(version, &["open-xchange-core"]),
            None => Err(PackagesUnknown::NoDatabase),
        };
        let site = Site { packages, ..with_files(&[("foldercache.properties", text)]) };
        assert_eq!(of(&site, "personal-edit"), Some(expected), "{version:?} {text:?}");
    };
    let key = "ENABLE_INTERNAL_USER_EDIT";
    check(None, &format!("{key}: true "), (Met, "precondition-edit-on"));
    check(None, &format!("{key} FALSE"), (NotMet, "precondition-edit-off"));
    check(None, &format!("{key}=yes"), (NotMet, "precondition-edit-off"));
    check(None, &format!("{key}="), (NotMet, "precondition-edit-off"));
    check(Some("7.10.6"), "", (Met, "precondition-edit-default-on"));
    check(Some("8.20"), "", (Met, "precondition-edit-default-on"));
    check(Some("6.20.7"), "", (NotMet, "precondition-edit-default-off"));
    check(Some("7.8.4"), "", (CannotTell, "precondition-edit-default-unknown"));
    check(None, "", (CannotTell, "precondition-edit-default-unknown"));
    // Where the old layout is all there is, the version is an old one.
    let mut old = Site { packages: Err(PackagesUnknown::NoDatabase), ..with_files(&[]) };
    old.configuration.groupware = files(&[("foldercache.properties", "")]);
    assert_eq!(of(&old, "personal-edit"), Some((NotMet, "precondition-edit-default-off")));
    assert_eq!(of(&with_files(&[]), "personal-edit"), Some((CannotTell, "configuration-none")));
    let advice = |text: &str| {
        let site = with_files(&[("foldercache.properties", text)]);
        let judged = judge(&site).into_iter().find(|one| one.id == "personal-edit").unwrap();
        judged.advice.unwrap().to_string()
    };
    for text in [format!("{key}=TRUE"), format!("{key}=FALSE"), String::new()] {
        assert!(advice(&text).contains("only touches newly created contexts"), "{text}");
    }
}

#[test]
fn the_mail_filter_has_its_file() {
    let check = |version: &str, written: &[(&str, &str)], expected: (Judgement, &str)| {
        let site = Site { packages: rpm(version, &["open-xchange-core"]), ..with_files(written) };
        assert_eq!(of(&site, "filter-file"), Some(expected), "{version} {written:?}");
    };
    let file = "mailfilter.properties";
    check("7.8.4", &[(file, "")], (Met, "precondition-file-there"));
    check("7.8.4", &[("a.properties", "")], (NotMet, "precondition-file-absent"));
    check("8.10", &[("a.properties", "")], (Met, "precondition-file-not-needed"));
    check("7.8.4", &[(file, "A=\\u")], (NotMet, "configuration-broken"));
    check("7.8.4", &[], (CannotTell, "configuration-none"));
    let mut cut = Site {
        packages: rpm("7.8.4", &["open-xchange-core", "open-xchange-passwordchange-script"]),
        ..with_files(&[("a.properties", "")])
    };
    cut.configuration.flat_gap = Some(Message::new("configuration-too-many"));
    assert_eq!(of(&cut, "filter-file"), Some((CannotTell, "configuration-too-many")));
    assert_eq!(of(&cut, "password-script"), Some((CannotTell, "configuration-too-many")));
}

#[test]
fn the_sieve_server_offers_vacation() {
    let check = |sieve: SieveTold, expected: (Judgement, &str)| {
        let site = Site { sieve, ..well() };
        assert_eq!(of(&site, "vacation-offered"), Some(expected), "{:?}", site.sieve);
    };
    check(greeted(&["vacation"]), (Met, "precondition-sieve-offers"));
    check(greeted(&["fileinto", "vacation-seconds"]), (NotMet, "precondition-sieve-lacks"));
    check(greeted(&[]), (NotMet, "precondition-sieve-lacks"));
    let bare = SieveTold::Asked(address(), Ok(Greeting::default()));
    check(bare, (CannotTell, "precondition-sieve-tells-none"));
    for trouble in [
        SieveTrouble::Silent,
        SieveTrouble::TooLong,
        SieveTrouble::HungUp,
        SieveTrouble::Foreign,
        SieveTrouble::NotReached("refused".to_owned()),
        SieveTrouble::Refused("busy".to_owned()),
    ] {
        check(SieveTold::Asked(address(), Err(trouble)), (CannotTell, "precondition-sieve-trouble"));
    }
    check(SieveTold::NotAsked(Message::new("sieve-no-port")), (CannotTell, "sieve-no-port"));
    check(SieveTold::NotWanted, (CannotTell, "sieve-not-wanted"));
    assert_eq!(advice(&Site { sieve: SieveTold::NotWanted, ..well() }, "vacation-offered"), None);
}

#[test]
fn the_configuration_names_a_sieve_server_or_there_is_a_reason() {
    let check = |text: &str, machine: Machine, expected: Result<&str, &str>| {
        let configuration = with_files(&[("mailfilter.properties", text)]).configuration;
        let found = sieve_address(&configuration, None, machine);
        let found = found.map(|address| address.to_string());
        assert_eq!(found.as_deref().map_err(Message::id), expected, "{text:?}");
    };
    let global = "SIEVE_LOGIN_TYPE=global\nSIEVE_SERVER=";
    let at = |server: &str, port: &str| format!("{global}{server}\nSIEVE_PORT={port}");
    check(&at("sieve.example.com", "2000"), Machine::Unknown, Ok("sieve.example.com:2000"));
    check(&at("localhost", "4190"), Machine::This, Ok("localhost:4190"));
    check(&at("localhost", "4190"), Machine::Unknown, Err("sieve-of-another-machine"));
    check(&at("a b", "4190"), Machine::This, Err("sieve-address-wrong"));
    check(&at("a", "port"), Machine::This, Err("sieve-address-wrong"));
    check(&at("a", ""), Machine::This, Err("sieve-no-port"));
    check(&at("", "1"), Machine::This, Err("sieve-no-server"));
    check("SIEVE_LOGIN_TYPE=user\nSIEVE_SERVER=a", Machine::This, Err("sieve-each-user"));
    check("SIEVE_SERVER=a\nSIEVE_PORT=1", Machine::This, Err("sieve-each-user-unset"));
    check("SIEVE_LOGIN_TYPE=everybody", Machine::This, Err("sieve-login-type"));
    let renamed = "com.openexchange.mail.filter.loginType: global\ncom.openexchange.mail.filter.server: a\n\
        com.openexchange.mail.filter.port: 4190";
    check(renamed, Machine::Unknown, Ok("a:4190"));
}

#[test]
fn nothing_hides_vacation_and_domains_are_told() {
    let check = |text: &str, id: &str, expected: (Judgement, &str)| {
        assert_eq!(of(&with_files(&[("mailfilter.properties", text)]), id), Some(expected), "{text:?}");
    };
    let key = "com.openexchange.mail.filter.blacklist.actions";
    let clear = (Met, "precondition-blacklist-clear");
    let unset = (Met, "precondition-blacklist-unset");
    let hidden = (NotMet, "precondition-blacklist-has");
    check("", "vacation-blacklist", unset);
    check(&format!("{key} = keep, discard"), "vacation-blacklist", clear);
    check(&format!("{key} = keep, Vacation"), "vacation-blacklist", hidden);
    check(&format!("{key}=vacation"), "vacation-blacklist", hidden);
    check(&format!("{key}=vacation-seconds"), "vacation-blacklist", clear);
    check("A=\\u", "vacation-blacklist", (CannotTell, "configuration-broken"));
    check("", "vacation-domains", (Met, "precondition-domains-unset"));
    check("VACATION_DOMAINS=", "vacation-domains", (Met, "precondition-domains-all"));
    check("VACATION_DOMAINS=a.example,b.example", "vacation-domains", (Met, "precondition-domains-some"));
    let both = "VACATION_DOMAINS=a\ncom.openexchange.mail.filter.vacationDomains=b";
    check(both, "vacation-domains", (CannotTell, "configuration-contradicts"));
    let hides = with_files(&[("mailfilter.properties", &format!("\n{key}=vacation"))]);
    let told = advice(&hides, "vacation-blacklist").unwrap();
    assert!(told.contains("/opt/open-xchange/etc/mailfilter.properties,"), "{told}");
}

#[test]
fn what_is_set_in_a_file_that_is_not_there_cannot_be_told_before_8_0() {
    let check = |version: Option<&str>, expected: [(Judgement, &str); 4]| {
        let packages = match version {
            Some(version) => rpm(version, &["open-xchange-core"]),
            None => Err(PackagesUnknown::NoDatabase),
        };
        let site = Site { packages, ..with_files(&[("a.properties", "")]) };
        let ids = ["filter-file", "vacation-blacklist", "vacation-domains", "personal-edit"];
        assert_eq!(ids.map(|id| of(&site, id).unwrap()), expected, "{version:?}");
        for one in judge(&site).iter().filter(|one| ids[1..].contains(&one.id)) {
            assert_eq!(one.place, None, "nothing was found in a file that is not there: {one:?}");
        }
    };
    let unknown = (CannotTell, "configuration-file-absent");
    check(None, [(CannotTell, "precondition-file-unclear"), unknown, unknown, unknown]);
    check(Some("7.10.6"), [(NotMet, "precondition-file-absent"), unknown, unknown, unknown]);
    check(
        Some("8.20"),
        [
            (Met, "precondition-file-not-needed"),
            (Met, "precondition-blacklist-unset"),
            (Met, "precondition-domains-unset"),
            (Met, "precondition-edit-default-on"),
        ],
    );
}

#[test]
fn each_precondition_is_in_the_reference() {
    let sources = [
        include_str!("connector.rs"),
        include_str!("password_change.rs"),
        include_str!("personal_data.rs"),
        include_str!("mail_filter.rs"),
        include_str!("people.rs"),
    ];
    let begins = ["connector-", "password-", "personal-", "filter-", "vacation-"];
    let mut ids: Vec<&str> = sources
        .iter()
        .flat_map(|source| source.split("#[cfg(test)]").next().unwrap().split('"').skip(1).step_by(2))
        .filter(|text| begins.iter().any(|begin| text.starts_with(begin)))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert!(ids.len() == 17, "{ids:?}");
    for id in ids {
        crate::reference::assert_says("preconditions.md", &format!("| `{id}` |"));
    }
}

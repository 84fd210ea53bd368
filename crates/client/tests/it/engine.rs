//! Check, download, verify, install, look again, report: what happens when nothing goes wrong, and when the installer does.

use catalog::report::{OutcomeKind, Report};
use catalog::{InstallParams, Product};
use client::fake::{Course, Effect, FakeMachine};
use client::machine::{Display, InstallProgress, Machine, Proceed};
use client::outcome::Restart;
use client::updater::Progress;

use crate::pc::{Pc, fixture_bytes, installed, offer, update_xml};
use crate::web::{Answer, Asked, Web};

/// A server of ours with one offer: a catalog, its package, and an ear for reports.
pub(crate) fn site(product: &Product, package: &str) -> Web {
    site_with(product, fixture_bytes(package))
}

/// A server like [`site`] with a package's bytes.
pub(crate) fn site_with(product: &Product, package: Vec<u8>) -> Web {
    let xml = update_xml(std::slice::from_ref(product));
    Web::start(move |asked: &Asked| match asked.path.as_str() {
        "/ajax/updater/update.xml" => Answer::file(asked, &xml, "\"catalog\""),
        "/ajax/updater/files/package.msi" => Answer::file(asked, &package, "\"package\""),
        "/api/v1/reports" => Answer::status(204),
        _ => Answer::status(404),
    })
}

/// The offer of a fixture as [`site`] has it.
pub(crate) fn offer_of(fixture: &str) -> Product {
    offer(fixture, "files/package.msi")
}

fn reports(web: &Web) -> Vec<Report> {
    let asked = web.asked_for("/api/v1/reports");
    asked.iter().map(|asked| serde_json::from_slice(&asked.body).unwrap()).collect()
}

#[test]
fn a_first_install_an_update_and_nothing_to_do() {
    let pc = Pc::empty();
    let product = offer_of("notes-1.0.0.msi");
    let params = InstallParams::parse("/passive SERVER=\"a b\"").unwrap();
    let web = site(&Product { install_params: params, ..product.clone() }, "notes-1.0.0.msi");
    let ended = pc.install_one(&web.address());
    assert_eq!(ended.outcome.sentence.to_string(), "Fixture Notes 1.0.0 is installed.");
    let [request] = pc.machine.requests().try_into().unwrap();
    assert_eq!((request.display, request.property_line.as_str()), (Display::Passive, "SERVER=\"a b\""));
    assert!(request.log.starts_with(pc.state.folder()), "{}", request.log.display());

    let newer = offer_of("notes-2.0.0.msi");
    let web = site(&newer, "notes-2.0.0.msi");
    let ended = pc.install_one(&web.address());
    assert_eq!(ended.outcome.sentence.to_string(), "Fixture Notes 2.0.0 is installed.");
    assert_eq!(pc.machine.requests()[1].display, Display::None);
    assert_eq!(pc.machine.installed(newer.upgrade_code).unwrap().len(), 1);
    assert_eq!(pc.install(&web.address()).len(), 0);

    let server = crate::pc::server(&web.address());
    let sent = pc.updater(&server, &web.address()).send_reports();
    assert_eq!((sent.delivered, sent.waiting), (1, 0));
    let [report] = reports(&web).try_into().unwrap();
    assert_eq!(report.device, pc.state.device().unwrap());
    assert_eq!(report.from_version.as_ref().map(ToString::to_string).as_deref(), Some("1.0.0"));
    assert_eq!((report.to_version.as_str(), report.outcome), ("2.0.0", OutcomeKind::Installed));
    assert_eq!((report.exit_code, report.upgrade_code), (Some(0), newer.upgrade_code));
    let remembered: Vec<String> =
        pc.state.history().iter().map(|past| past.report.to_version.to_string()).collect();
    assert_eq!(remembered, ["2.0.0", "1.0.0"]);
}

#[test]
fn a_check_installs_and_downloads_nothing() {
    let product = offer_of("notes-2.0.0.msi");
    let web = site(&product, "notes-2.0.0.msi");
    let pc = Pc::with(&product, "1.0.0");
    let check = pc.check(&web.address()).unwrap();
    assert_eq!(check.plan.ready().count(), 1);
    assert_eq!(web.asked().len(), 1);
    assert_eq!(pc.machine.requests(), []);
}

#[test]
fn what_is_installed_afterwards_decides() {
    let product = offer_of("notes-2.0.0.msi");
    let web = site(&product, "notes-2.0.0.msi");
    let check = |exit_code: u32, effect: Effect, kind: OutcomeKind, restart: Restart| {
        let machine = FakeMachine::default()
            .with(product.upgrade_code, installed("1.0.0"))
            .with_course(product.upgrade_code, Course { exit_code, effect });
        let ended = Pc::new(machine).install_one(&web.address());
        assert_eq!((ended.outcome.kind, ended.outcome.restart), (kind, restart), "{exit_code} {effect:?}");
        assert_eq!(ended.past.report.exit_code, Some(exit_code));
        assert_eq!(ended.before.map(|before| before.version.to_string()).as_deref(), Some("1.0.0"));
    };
    let no = Restart::NotNeeded;
    check(0, Effect::Replaces, OutcomeKind::Installed, no);
    check(0, Effect::Adds, OutcomeKind::Installed, no);
    check(0, Effect::Nothing, OutcomeKind::NotReallyInstalled, no);
    check(3010, Effect::Replaces, OutcomeKind::InstalledNeedsRestart, Restart::Needed);
    check(3010, Effect::Nothing, OutcomeKind::NotReallyInstalled, Restart::Needed);
    check(1603, Effect::Nothing, OutcomeKind::Failed, no);
    check(1603, Effect::Replaces, OutcomeKind::Installed, no);
    check(1618, Effect::Nothing, OutcomeKind::Busy, no);
    check(1633, Effect::Nothing, OutcomeKind::NotForThisPc, no);
}

#[test]
fn a_failure_is_explained_from_the_log_and_remembered_and_not_sent() {
    let product = offer_of("notes-2.0.0.msi");
    let web = site(&product, "notes-2.0.0.msi");
    let failing = Course { exit_code: 1603, effect: Effect::Nothing };
    let log = "Action start 9:14:03: StopServices.\nError 1921. Service 'OX Sync' (oxsync) could not be stopped.\n\
        Action ended 9:14:03: StopServices. Return value 3.\nProperty(S): KEY = secret\n";
    let machine = FakeMachine::default().with_course(product.upgrade_code, failing).with_log(log);
    let pc = Pc::new(machine);
    let ended = pc.install_one(&web.address());
    let happened = "The service “OX Sync” could not be stopped or changed.";
    assert_eq!(
        ended.outcome.sentence.to_string(),
        format!("Fixture Notes 2.0.0 was not installed. {happened}")
    );
    let failure = ended.outcome.failure.unwrap();
    assert_eq!(failure.details.number, Some(1921));
    assert_eq!(failure.details.action.unwrap().name, "StopServices");
    assert_eq!(failure.details.excerpt.len(), 3);
    let [past] = pc.state.history().try_into().unwrap();
    assert_eq!(past.cause.unwrap().what_happened().to_string(), happened);

    let server = crate::pc::server(&web.address());
    assert_eq!(pc.updater(&server, &web.address()).send_reports().delivered, 1);
    let [asked] = web.asked_for("/api/v1/reports").try_into().unwrap();
    let sent = String::from_utf8(asked.body).unwrap();
    for word in ["StopServices", "OX Sync", "1921", "secret", "service"] {
        assert!(!sent.contains(word), "{sent}");
    }
}

#[test]
fn a_package_that_failed_is_not_downloaded_again() {
    let product = offer_of("notes-2.0.0.msi");
    let web = site(&product, "notes-2.0.0.msi");
    let busy = Course { exit_code: 1618, effect: Effect::Nothing };
    let pc = Pc::new(FakeMachine::default().with_course(product.upgrade_code, busy));
    for _ in 0..2 {
        assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Busy);
    }
    assert_eq!(web.asked_for("/package.msi").len(), 1);
}

#[test]
fn a_package_that_was_changed_on_disk_is_downloaded_again() {
    let product = offer_of("notes-2.0.0.msi");
    let web = site(&product, "notes-2.0.0.msi");
    let busy = Course { exit_code: 1618, effect: Effect::Nothing };
    let pc = Pc::new(FakeMachine::default().with_course(product.upgrade_code, busy));
    pc.install_one(&web.address());
    let [package] = pc.downloads().try_into().unwrap();
    assert_eq!(package.file_name().unwrap(), "package.msi");
    std::fs::write(&package, fixture_bytes("notes-3.0.0.msi")).unwrap();
    assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Busy);
    assert_eq!(web.asked_for("/package.msi").len(), 2);
    assert_eq!(std::fs::read(package).unwrap(), fixture_bytes("notes-2.0.0.msi"));
}

#[test]
fn an_install_is_cancelled_when_the_person_says_so() {
    let product = offer_of("notes-2.0.0.msi");
    let web = site(&product, "notes-2.0.0.msi");
    let pc = Pc::empty();
    let mut steps = Vec::new();
    let ended = pc.install_watching(&web.address(), &mut |progress| match progress {
        Progress::Installing(InstallProgress::Ticks { done: 2, .. }) => Proceed::Cancel,
        Progress::Installing(_) | Progress::TakesLong => {
            steps.push("installing");
            Proceed::GoOn
        }
        Progress::Waiting | Progress::ProgramsOpen => {
            steps.push("waiting");
            Proceed::GoOn
        }
        Progress::Downloading(_) => {
            steps.push("downloading");
            Proceed::GoOn
        }
        Progress::Verifying(_) => {
            steps.push("verifying");
            Proceed::GoOn
        }
    });
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Cancelled);
    assert_eq!(
        ended[0].outcome.sentence.to_string(),
        "Fixture Notes 2.0.0 was not installed. It was cancelled. What is installed stays as it was."
    );
    steps.dedup();
    assert_eq!(steps, ["downloading", "verifying", "installing"]);
    assert_eq!(pc.machine.installed(product.upgrade_code).unwrap(), []);
}

#[test]
fn only_one_installs_at_a_time() {
    let pc = Pc::empty();
    let lock = pc.lock();
    assert!(matches!(pc.state.lock(), Err(client::state::StateError::Locked)));
    drop(lock);
    pc.lock();
}

#[test]
fn a_pc_keeps_its_number() {
    let pc = Pc::empty();
    let device = pc.state.device().unwrap();
    assert_eq!(pc.state.device().unwrap(), device);
    assert_ne!(Pc::empty().state.device().unwrap(), device);
    std::fs::write(pc.state.folder().join("device"), "damaged").unwrap();
    let anew = pc.state.device().unwrap();
    assert_ne!(anew, device);
    assert_eq!(pc.state.device().unwrap(), anew);
}

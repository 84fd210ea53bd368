//! Installs that take long, that Windows has no time for, that are cut off, and that failed before.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use catalog::report::OutcomeKind;
use catalog::{InstallParams, Product};
use client::clock::FakeClock;
use client::fake::{Course, Effect, FakeMachine};
use client::machine::{Context, InstallProgress, Installed, Proceed};
use client::patience::BUSY_TIME_MAX;
use client::plan::{Selection, Step};
use client::state::HISTORY_MAX;
use client::updater::{Progress, Settled, settle};
use uuid::Uuid;

use crate::engine::{offer_of, site};
use crate::pc::{Pc, installed};
use crate::web::{Answer, Asked, Web};

const PACKAGE: &str = "notes-2.0.0.msi";
const NOW: i64 = 4_000_000_000;

/// An install at a site that is cut off as soon as Windows Installer is at work, as a power cut would.
fn cut_off(pc: &Pc, address: &str) {
    let cut = catch_unwind(AssertUnwindSafe(|| {
        pc.install_watching(address, &mut |progress| match progress {
            Progress::Installing(InstallProgress::Ticks { done: 2, .. }) => panic!("as the test wants it"),
            _ => Proceed::GoOn,
        })
    }));
    assert!(cut.is_err());
}

fn settled(pc: &Pc) -> Vec<Settled> {
    settle(&pc.machine, &pc.state, &pc.lock(), NOW).unwrap()
}

#[test]
fn a_long_install_is_told_once_and_goes_on() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let count = |minutes: u64| {
        let pc = Pc { clock: FakeClock::with_step(Duration::from_secs(60 * minutes)), ..Pc::empty() };
        let mut told = 0;
        let ended = pc.install_watching(&web.address(), &mut |progress| {
            told += usize::from(progress == Progress::TakesLong);
            Proceed::GoOn
        });
        assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed);
        told
    };
    assert_eq!((count(1), count(12)), (0, 1));
}

#[test]
fn a_busy_windows_installer_is_waited_for() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let pc = Pc::new(FakeMachine::default().with_installer_busy(3));
    let mut waited = false;
    let ended = pc.install_watching(&web.address(), &mut |progress| {
        waited |= progress == Progress::Waiting;
        Proceed::GoOn
    });
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed);
    assert!(waited);
    assert_eq!((pc.clock.paused(), pc.machine.requests().len()), (Duration::from_secs(2 + 4 + 8), 1));
}

#[test]
fn a_windows_installer_that_stays_busy_is_given_up_and_may_be_tried_again() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let busy = Course { exit_code: 1618, effect: Effect::Nothing };
    let answers = FakeMachine::default().with_course(product.upgrade_code, busy);
    let looks = FakeMachine::default().with_installer_busy(1000);
    for (machine, exit_code, asked) in [(answers, Some(1618), 15), (looks, None, 0)] {
        let pc = Pc::new(machine);
        let ended = pc.install_one(&web.address());
        assert_eq!((ended.outcome.kind, ended.past.report.exit_code), (OutcomeKind::Busy, exit_code));
        assert_eq!((pc.clock.paused(), pc.machine.requests().len()), (BUSY_TIME_MAX, asked));
        assert_eq!(pc.check(&web.address()).unwrap().plan.ready().count(), 1);
    }
}

#[test]
fn waiting_for_windows_installer_can_be_cancelled() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let pc = Pc::new(FakeMachine::default().with_installer_busy(1000));
    let ended = pc.install_watching(&web.address(), &mut |progress| match progress {
        Progress::Waiting => Proceed::Cancel,
        _ => Proceed::GoOn,
    });
    assert!(ended[0].outcome.was_cancelled_here());
    assert_eq!((pc.clock.paused(), pc.machine.requests().len()), (Duration::ZERO, 0));
}

#[test]
fn an_install_that_was_cut_off_becomes_an_outcome_at_the_next_start() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let check = |machine: FakeMachine, kind: OutcomeKind, exit_code: Option<u32>, sentence: &str| {
        let pc = Pc::new(machine);
        cut_off(&pc, &web.address());
        assert_eq!((pc.state.pending().len(), pc.state.history().len()), (1, 0));
        let [one] = settled(&pc).try_into().unwrap();
        assert!(one.outcome.sentence.to_string().contains(sentence), "{}", one.outcome.sentence);
        let report = &one.past.report;
        assert_eq!((report.outcome, report.exit_code, report.ended_at), (kind, exit_code, NOW));
        assert!(report.from_version.as_ref().is_some_and(|from| from.as_str() == "1.0.0"));
        assert!(one.past.log.as_ref().is_some_and(|log| log.is_file()));
        // Once, and no more.
        assert_eq!((settled(&pc).len(), pc.state.pending().len(), pc.state.history().len()), (0, 0, 1));
        let server = crate::pc::server(&web.address());
        assert_eq!(pc.updater(&server, &web.address()).send_reports().delivered, 1);
    };
    let machine = || FakeMachine::default().with(product.upgrade_code, installed("1.0.0"));
    check(machine().with_log("Executing op: FileCopy"), OutcomeKind::Failed, None, "It was interrupted");
    let ended = "MSI (s) (1): MainEngineThread is returning 1603\r\n";
    check(machine().with_log(ended), OutcomeKind::Failed, Some(1603), "ran into an error");
    let spaced: String = ended.chars().flat_map(|letter| [letter, '\0']).collect();
    check(machine().with_log(&spaced), OutcomeKind::Failed, Some(1603), "ran into an error");
}

#[test]
fn what_was_cut_off_is_judged_by_what_it_was_to_come_to() {
    // Each by what was installed before, and what is when the client looks again.
    let check = |fixture: &str, before: Installed, now: Installed, kind: OutcomeKind| {
        let offer = offer_of(fixture);
        let web = site(&offer, fixture);
        let log = "MSI (s) (1): MainEngineThread is returning 0\r\n";
        let machine = FakeMachine::default().with(offer.upgrade_code, before.clone()).with_log(log);
        let pc = Pc::new(machine);
        cut_off(&pc, &web.address());
        let [pending] = pc.state.pending().try_into().unwrap();
        assert_eq!((pending.before[0].context, pending.target), (before.context, Some(before.context)));
        let later = FakeMachine::default().with(offer.upgrade_code, now.clone());
        let settled = settle(&later, &pc.state, &pc.lock(), NOW).unwrap();
        assert_eq!(settled[0].outcome.kind, kind, "{fixture} {now:?}");
    };
    // In place, and newer in the fourth field only, from a version of three fields.
    let offer = offer_of("fourth-field-1.0.0.2.msi");
    let there = |version: &str, context| Installed { context, ..installed(version) };
    let same = |version: &str| Installed {
        product_code: offer.product_code.unwrap(),
        ..there(version, Context::Machine)
    };
    check("fourth-field-1.0.0.2.msi", same("1.0.0"), same("1.0.0"), OutcomeKind::NotReallyInstalled);
    check("fourth-field-1.0.0.2.msi", same("1.0.0"), same("1.0.0.2"), OutcomeKind::Installed);
    let new = |context| Installed {
        product_code: offer_of(PACKAGE).product_code.unwrap(),
        ..there("2.0.0", context)
    };
    // For everyone, and there for this person alone.
    let old = || there("1.0.0", Context::Machine);
    check(PACKAGE, old(), new(Context::User), OutcomeKind::NotReallyInstalled);
    check(PACKAGE, old(), new(Context::Machine), OutcomeKind::Installed);
}

#[test]
fn what_is_still_installed_stays_and_what_never_began_goes() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let pc = Pc::empty();
    cut_off(&pc, &web.address());
    // The fake wrote no log: Windows Installer never got so far.
    assert_eq!((settled(&pc).len(), pc.state.pending().len(), pc.state.history().len()), (0, 0, 0));

    let pc = Pc::new(FakeMachine::default().with_log("Executing op: FileCopy"));
    cut_off(&pc, &web.address());
    let pending = pc.state.pending();
    let busy = FakeMachine::default().with_installer_busy(1);
    let lock = pc.lock();
    assert_eq!(settle(&busy, &pc.state, &lock, NOW).unwrap().len(), 0);
    assert_eq!(pc.state.pending(), pending);
    assert_eq!(settle(&busy, &pc.state, &lock, NOW).unwrap().len(), 1);
}

#[test]
fn what_cannot_be_remembered_is_told_all_the_same_and_remembered_later() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let pc = Pc::new(FakeMachine::default().with_log("MainEngineThread is returning 0"));
    let history = pc.state.folder().join("history.json");
    // Nothing can be written in its place.
    std::fs::create_dir_all(history.join("in the way")).unwrap();
    let ended = pc.install_one(&web.address());
    assert_eq!(ended.outcome.kind, OutcomeKind::Installed);
    assert!(ended.unkept.unwrap().to_string().contains("history.json"));
    assert_eq!(pc.state.pending().len(), 1);
    std::fs::remove_dir_all(&history).unwrap();
    assert_eq!(settled(&pc)[0].outcome.kind, OutcomeKind::Installed);
    let [past] = pc.state.history().try_into().unwrap();
    assert_eq!(past.report.id, ended.past.report.id);
}

#[test]
fn a_record_that_cannot_be_read_stands_in_nobodys_way() {
    let pc = Pc::new(FakeMachine::default().with_log("a"));
    cut_off(&pc, &site(&offer_of(PACKAGE), PACKAGE).address());
    let folder = pc.state.folder().join("pending");
    let [record] = std::fs::read_dir(&folder).unwrap().collect::<Vec<_>>().try_into().unwrap();
    std::fs::write(record.unwrap().path(), "{ half").unwrap();
    assert_eq!(settled(&pc).len(), 0);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn what_failed_waits_for_another_offer_or_for_its_name() {
    let product = offer_of(PACKAGE);
    let fails = Course { exit_code: 1603, effect: Effect::Nothing };
    let pc = Pc::new(FakeMachine::default().with_course(product.upgrade_code, fails));
    let web = site(&product, PACKAGE);
    assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Failed);
    assert_eq!(pc.install(&web.address()).len(), 0, "not again by itself");
    let plan = pc.check(&web.address()).unwrap().plan;
    assert_eq!(plan.items[0].step(), Step::Held);
    let by_name = plan.select(&Selection::Named(product.name.clone())).unwrap();
    let server = crate::pc::server(&web.address());
    let lock = pc.lock();
    let updater = pc.updater(&server, &web.address());
    let ended = updater.install(&lock, &by_name[0], &mut |_| Proceed::GoOn).unwrap();
    assert_eq!(ended.outcome.exit_code.map(|code| code.0), Some(1603), "by its name it is tried again");
    drop(lock);
    let params = InstallParams::parse("/qn").unwrap();
    let changed = Product { install_params: params, ..product };
    let web = site(&changed, PACKAGE);
    assert_eq!(pc.install(&web.address()).len(), 1, "another offer is another chance");
}

#[test]
fn what_failed_or_came_to_nothing_is_not_tried_again_by_itself() {
    let product = offer_of(PACKAGE);
    let course = |exit_code| {
        let course = Course { exit_code, effect: Effect::Nothing };
        FakeMachine::default().with_course(product.upgrade_code, course)
    };
    // Each by the offer, the package that is sent, the machine, and whether it is held afterwards.
    let check = |offer: &Product, package: &str, machine: FakeMachine, kind: OutcomeKind, is_held: bool| {
        let xml = crate::pc::update_xml(std::slice::from_ref(offer));
        let package = crate::pc::fixture_bytes(package);
        let web = Web::start(move |asked: &Asked| match asked.path.as_str() {
            "/ajax/updater/update.xml" => Answer::ok(xml.as_slice()),
            _ => Answer::file(asked, &package, "\"package\""),
        });
        let pc = Pc::new(machine);
        let ended = pc.install_one(&web.address());
        assert_eq!((ended.outcome.kind, ended.held.is_some()), (kind, is_held));
        // However much of no weight happens afterwards, what is known of the failure stays.
        for _ in 0..=HISTORY_MAX {
            let mut later = ended.past.clone();
            later.report.id = Uuid::new_v4();
            later.report.outcome = OutcomeKind::ProgramsOpen;
            pc.state.remember(later).unwrap();
        }
        let plan = pc.check(&web.address()).unwrap().plan;
        let step = if is_held { Step::Held } else { Step::Install };
        assert_eq!(plan.items[0].step(), step, "{kind:?}");
        for selection in [Selection::All, Selection::Important] {
            assert!(!is_held || plan.select(&selection).unwrap().is_empty(), "{kind:?}");
        }
        let named = plan.select(&Selection::Named(offer.name.clone())).unwrap();
        assert_eq!((named.len(), named[0].obstacle), (1, None), "{kind:?}");
    };
    check(&product, PACKAGE, course(1603), OutcomeKind::Failed, true);
    check(&product, PACKAGE, course(0), OutcomeKind::NotReallyInstalled, true);
    check(&product, PACKAGE, course(1633), OutcomeKind::NotForThisPc, true);
    check(&product, PACKAGE, course(1638), OutcomeKind::NotForThisPc, true);
    check(&product, PACKAGE, course(1602), OutcomeKind::Cancelled, false);
    check(&product, PACKAGE, course(1618), OutcomeKind::Busy, false);
    let open = FakeMachine::default().with_running(&[&["outlook.exe"]]);
    let close_first = Product { close_first: vec!["OUTLOOK.EXE".to_owned()], ..product.clone() };
    check(&close_first, PACKAGE, open, OutcomeKind::ProgramsOpen, false);
    // Another package than the offered one, and one whose platform only the package itself tells.
    let machine = FakeMachine::default;
    let other = Product { size: None, ..product.clone() };
    check(&other, "notes-3.0.0.msi", machine(), OutcomeKind::VerificationFailed, true);
    let arm = offer_of("notes-2.0.0-arm64.msi");
    let reticent = Product { platform: None, product_code: None, scope: None, ..arm };
    check(&reticent, "notes-2.0.0-arm64.msi", machine(), OutcomeKind::NotForThisPc, true);
    let full = FakeMachine::default().with_free_space(0);
    check(&product, PACKAGE, full, OutcomeKind::DownloadFailed, false);
}

#[test]
fn what_the_plan_says_already_is_no_try() {
    let offer = offer_of("notes-2.0.0-arm64.msi");
    let web = site(&offer, "notes-2.0.0-arm64.msi");
    let pc = Pc::empty();
    let server = crate::pc::server(&web.address());
    let updater = pc.updater(&server, &web.address());
    let item = updater.check().unwrap().plan.items.remove(0);
    let ended = updater.install(&pc.lock(), &item, &mut |_| Proceed::GoOn).unwrap();
    assert_eq!((ended.outcome.kind, ended.past.offer), (OutcomeKind::NotForThisPc, None));
}

#[test]
fn a_package_is_installed_from_where_it_stays() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let pc = Pc::empty();
    assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
    let [package] = pc.downloads().try_into().unwrap();
    let folder = package.parent().unwrap();
    assert_eq!(folder.parent().unwrap(), pc.state.packages());
    assert!(folder.join(client::packages::NOTE).is_file());
    assert_eq!(std::fs::read(&package).unwrap(), crate::pc::fixture_bytes(PACKAGE));
}

#[cfg(unix)]
#[test]
fn a_folder_that_others_can_write_in_is_refused_and_left_as_it_is() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    use client::state::{State, StateError};
    let pc = Pc::empty();
    let packages = pc.state.packages();
    std::fs::create_dir(&packages).unwrap();
    std::fs::set_permissions(&packages, std::fs::Permissions::from_mode(0o777)).unwrap();
    let refused = |result: Result<(), StateError>, reason: &str| match result {
        Err(error @ StateError::Unsafe { .. }) => assert!(error.to_string().contains(reason), "{error}"),
        other => panic!("{other:?}"),
    };
    refused(pc.state.lock().map(drop), "Other accounts can write in it.");
    assert_eq!(std::fs::metadata(&packages).unwrap().mode() & 0o777, 0o777);
    // Another folder: of the first the lock may still be held by a program that another test starts at this moment.
    let pc = Pc::empty();
    let packages = pc.state.packages();
    std::os::unix::fs::symlink(pc.folder.path(), &packages).unwrap();
    refused(pc.state.lock().map(drop), "leads elsewhere");
    refused(State::open(Some(&packages)).map(drop), "leads elsewhere");
}

#[test]
fn the_client_starts_no_program_but_its_own() {
    // A deputy, and a caretaker with the program that it starts again: by their whole paths, never by a name. And what shows a page of the
    // web, and nothing else, in the person's browser.
    const STARTERS: [&str; 3] = ["windows/elevate.rs", "self_update/programs.rs", "windows/browser.rs"];
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if STARTERS.iter().any(|starter| path.ends_with(starter)) {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            // Windows Installer is called as a function; tests start what they need.
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            for start in ["Command::new", "CreateProcess", "WinExec", "ShellExecute"] {
                assert!(!code.contains(start), "{}: {start}", path.display());
            }
            read += 1;
        }
    }
    assert!(read > 40);
}

#[test]
fn no_word_of_a_log_leaves_the_pc() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let pc = Pc::new(FakeMachine::default().with_log("Property(S): SECRET = a word that stays here"));
    let ended = pc.install_one(&web.address());
    let log = ended.past.log.unwrap();
    assert!(std::fs::read_to_string(&log).unwrap().contains("SECRET"));
    let server = crate::pc::server(&web.address());
    assert_eq!(pc.updater(&server, &web.address()).send_reports().delivered, 1);
    let name = log.file_name().unwrap().to_str().unwrap().to_owned();
    for asked in web.asked() {
        let said = String::from_utf8_lossy(&asked.body).into_owned() + &asked.path;
        assert!(!said.contains("SECRET") && !said.contains(&name), "{said}");
    }
}

//! What the engine makes of platforms, kinds of updates, contexts, and programs that are open.

use std::cell::RefCell;
use std::time::Duration;

use catalog::report::OutcomeKind;
use catalog::{Platform, Product};
use client::close_first::{Answer, Ask};
use client::fake::FakeMachine;
use client::machine::{Context, Installed, Machine, Proceed};
use client::plan::{Item, Obstacle, Selection, Step};
use client::updater::{Ended, Progress, Updater};

use crate::engine::{offer_of, site, site_with};
use crate::pc::{Pc, fixture_bytes, installed, server};

/// What a fixture leaves installed under a package name.
fn installed_fixture(fixture: &str, package_name: Option<&str>) -> (Product, Installed) {
    let offer = offer_of(fixture);
    let there = Installed {
        product_code: offer.product_code.unwrap(),
        version: offer.version.clone(),
        package_name: package_name.map(str::to_owned),
        platform: offer.platform,
        ..installed("1.0.0")
    };
    (offer, there)
}

/// An offer that says nothing of its package but the digests.
fn reticent(offer: &Product) -> Product {
    Product { platform: None, product_code: None, scope: None, ..offer.clone() }
}

#[test]
fn an_update_in_place_is_installed_under_the_name_that_windows_knows() {
    let (old, there) = installed_fixture("notes-1.0.0.msi", Some("Größe 1.msi"));
    let offer = offer_of("notes-1.0.1.msi");
    assert_eq!(offer.product_code, Some(there.product_code));
    for offer in [offer.clone(), reticent(&offer)] {
        let web = site(&offer, "notes-1.0.1.msi");
        let pc = Pc::new(FakeMachine::default().with(old.upgrade_code, there.clone()));
        assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
        let [request] = pc.machine.requests().try_into().unwrap();
        assert_eq!(request.property_line, "REINSTALL=ALL REINSTALLMODE=vomus");
        let [now] = pc.machine.installed(old.upgrade_code).unwrap().try_into().unwrap();
        assert_eq!((now.version.as_str(), now.package_name.as_deref()), ("1.0.1", Some("Größe 1.msi")));
    }
}

#[test]
fn cancelling_while_the_renamed_package_is_verified_is_heard() {
    let (old, there) = installed_fixture("notes-1.0.0.msi", Some("Notes 1.msi"));
    let offer = offer_of("notes-1.0.1.msi");
    let web = site(&offer, "notes-1.0.1.msi");
    let pc = Pc::new(FakeMachine::default().with(old.upgrade_code, there));
    let (mut verified, mut times) = (u64::MAX, 0);
    let ended = pc.install_watching(&web.address(), &mut |progress| {
        let Progress::Verifying(done) = progress else { return Proceed::GoOn };
        times += usize::from(done <= verified);
        verified = done;
        // The second time it is the renamed one.
        if times == 2 { Proceed::Cancel } else { Proceed::GoOn }
    });
    assert!(ended[0].outcome.was_cancelled_here(), "{:?}", ended[0].outcome);
    assert_eq!((times, pc.machine.requests()), (2, Vec::new()));
}

#[test]
fn a_name_that_is_no_file_name_is_not_followed() {
    let (old, there) = installed_fixture("notes-1.0.0.msi", Some(r"..\..\evil.msi"));
    let offer = offer_of("notes-1.0.1.msi");
    let web = site(&offer, "notes-1.0.1.msi");
    let pc = Pc::new(FakeMachine::default().with(old.upgrade_code, there));
    let sentence = pc.refuses(&web.address(), OutcomeKind::NotForThisPc);
    assert!(sentence.contains("what Windows has noted about its package is damaged"), "{sentence}");
}

#[test]
fn a_package_for_another_processor_is_never_downloaded() {
    let offer = offer_of("notes-2.0.0-arm64.msi");
    let web = site(&offer, "notes-2.0.0-arm64.msi");
    let pc = Pc::empty();
    let check = pc.check(&web.address()).unwrap();
    let [item] = check.plan.items.as_slice() else { panic!("{:?}", check.plan) };
    assert_eq!((item.step(), item.obstacle), (Step::Blocked, Some(Obstacle::Platform(Platform::Arm64))));
    let ended = install(&pc, &web.address(), &item.chosen_by_name(), &|_| Answer::NotNow);
    assert_eq!((ended.outcome.kind, ended.past.report.exit_code), (OutcomeKind::NotForThisPc, None));
    assert_eq!(web.asked_for("/package.msi").len(), 0);
    assert_eq!(pc.downloads(), Vec::<std::path::PathBuf>::new());
}

#[test]
fn where_only_the_package_tells_its_platform_it_is_refused_before_windows_is_asked() {
    let offer = reticent(&offer_of("notes-2.0.0-arm64.msi"));
    let web = site(&offer, "notes-2.0.0-arm64.msi");
    let sentence = Pc::empty().refuses(&web.address(), OutcomeKind::NotForThisPc);
    assert!(sentence.contains("It is for PCs with another processor (arm64)."), "{sentence}");
    let arm = FakeMachine::default().with_platforms(&[Platform::Arm64, Platform::X64, Platform::X86]);
    assert_eq!(Pc::new(arm).install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
    // What is installed is for x86: an offer that does not say so is not let through either.
    let offer = reticent(&offer_of("notes-2.0.0.msi"));
    let web = site(&offer, "notes-2.0.0.msi");
    let x86 = Installed { platform: Some(Platform::X86), ..installed("1.0.0") };
    let pc = Pc::new(FakeMachine::default().with(offer.upgrade_code, x86));
    let sentence = pc.refuses(&web.address(), OutcomeKind::NotForThisPc);
    assert!(sentence.contains("It is for x64, and what is installed is for x86."), "{sentence}");
}

#[test]
fn what_would_leave_both_is_installed_by_its_name_alone() {
    let offer = offer_of("notes-2.0.0.msi");
    let web = site(&offer, "notes-2.0.0.msi");
    let mine = Installed { context: Context::User, platform: Some(Platform::X64), ..installed("1.0.0") };
    let machine = FakeMachine::default().with(offer.upgrade_code, mine);
    let course = client::fake::Course { exit_code: 0, effect: client::fake::Effect::Adds };
    let pc = Pc::new(machine.with_course(offer.upgrade_code, course));
    let check = pc.check(&web.address()).unwrap();
    assert_eq!(check.plan.ready().count(), 0);
    assert!(check.plan.items[0].reason().to_string().contains("both would remain"));
    let [item] =
        check.plan.select(&Selection::Named("fixture notes".to_owned())).unwrap().try_into().unwrap();
    let ended = install(&pc, &web.address(), &item, &|_| Answer::NotNow);
    let sentence = ended.outcome.sentence.to_string();
    assert!(
        sentence.starts_with("Fixture Notes 2.0.0 is installed. 1.0.0 is still installed as well."),
        "{sentence}"
    );
}

#[test]
fn programs_that_are_open_are_waited_for_as_long_as_the_face_says_so() {
    let offer = Product {
        close_first: vec!["OUTLOOK.EXE".to_owned(), "winword.exe".to_owned()],
        ..offer_of("notes-2.0.0.msi")
    };
    let web = site_with(&offer, fixture_bytes("notes-2.0.0.msi"));
    // Before Windows Installer is asked it is looked once more: then Word is open again.
    let looks: &[&[&str]] = &[&["outlook.exe", "WINWORD.EXE"], &["outlook.exe"], &[], &["winword.exe"], &[]];
    let pc = Pc::new(FakeMachine::default().with_running(looks));
    let asked = RefCell::new(Vec::new());
    let answer = |ask: &Ask| {
        asked.borrow_mut().push(ask.message().to_string());
        Answer::TryAgain
    };
    let item = pc.check(&web.address()).unwrap().plan.items.remove(0);
    let ended = install(&pc, &web.address(), &item, &answer);
    assert_eq!(ended.outcome.kind, OutcomeKind::Installed);
    let programs: Vec<String> = asked.into_inner();
    let open: Vec<bool> = ["close Outlook and Word,", "close Outlook,", "close Word,"]
        .iter()
        .zip(&programs)
        .map(|(words, asked)| asked.contains(words))
        .collect();
    assert_eq!((open, programs.len()), (vec![true; 3], 3), "{programs:?}");

    let pc = Pc::new(FakeMachine::default().with_running(&[&["outlook.exe"]]));
    let sentence = pc.refuses(&web.address(), OutcomeKind::ProgramsOpen);
    assert!(sentence.contains("Programs are open that have to be closed first: Outlook."), "{sentence}");
    assert_eq!(pc.downloads().len(), 1, "what is downloaded is kept");
    assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Installed, "nothing holds it back");
}

#[test]
fn while_programs_are_waited_for_others_may_install() {
    let offer = Product { close_first: vec!["OUTLOOK.EXE".to_owned()], ..offer_of("notes-2.0.0.msi") };
    let web = site_with(&offer, fixture_bytes("notes-2.0.0.msi"));
    // It is closed, somebody else installs meanwhile, and then it is open again.
    let looks: &[&[&str]] = &[&["outlook.exe"], &["outlook.exe"], &[], &["outlook.exe"], &[], &[]];
    let pc = Pc::new(FakeMachine::default().with_running(looks));
    let told = RefCell::new(Vec::new());
    let note = |what: &'static str| told.borrow_mut().push((what, pc.machine.is_turn_free()));
    let ask = |_: &Ask| {
        note("asked");
        Answer::TryAgain
    };
    let server = server(&web.address());
    let updater = Updater { ask: &ask, ..pc.updater(&server, &web.address()) };
    let item = updater.check().unwrap().plan.items.remove(0);
    let ended = updater.install(&pc.lock(), &item, &mut |progress| {
        match progress {
            Progress::Downloading(_) => note("downloading"),
            Progress::Installing(_) => note("installing"),
            _ => {}
        }
        Proceed::GoOn
    });
    assert_eq!(ended.unwrap().outcome.kind, OutcomeKind::Installed);
    let mut told = told.into_inner();
    told.dedup();
    // Each with whether the turn is free.
    assert_eq!(told, [("downloading", false), ("asked", true), ("installing", false)]);
    assert!(pc.machine.is_turn_free());
}

#[test]
fn the_turn_that_was_given_up_is_waited_for() {
    let offer = Product { close_first: vec!["OUTLOOK.EXE".to_owned()], ..offer_of("notes-2.0.0.msi") };
    let web = site_with(&offer, fixture_bytes("notes-2.0.0.msi"));
    let pc = Pc::new(FakeMachine::default().with_running(&[&["outlook.exe"]]));
    let server = server(&web.address());
    let ask = |_: &Ask| {
        // Somebody else begins to install.
        pc.machine.give_turn_away(2);
        Answer::TryAgain
    };
    let updater = Updater { ask: &ask, ..pc.updater(&server, &web.address()) };
    let item = updater.check().unwrap().plan.items.remove(0);
    let ended = updater.install(&pc.lock(), &item, &mut |_| Proceed::GoOn).unwrap();
    assert_eq!(ended.outcome.kind, OutcomeKind::Installed);
    assert_eq!(pc.clock.paused(), Duration::from_secs(2 + 4));
}

#[test]
fn waiting_for_programs_can_be_cancelled() {
    let offer = Product { close_first: vec!["OUTLOOK.EXE".to_owned()], ..offer_of("notes-2.0.0.msi") };
    let web = site_with(&offer, fixture_bytes("notes-2.0.0.msi"));
    let server = server(&web.address());
    let check = |answer: Answer, proceed: Proceed, asks: usize| {
        let pc = Pc::new(FakeMachine::default().with_running(&[&["outlook.exe"], &["outlook.exe"]]));
        let asked = RefCell::new(0);
        let ask = |_: &Ask| {
            *asked.borrow_mut() += 1;
            answer
        };
        let updater = Updater { ask: &ask, ..pc.updater(&server, &web.address()) };
        let item = updater.check().unwrap().plan.items.remove(0);
        let ended = updater.install(&pc.lock(), &item, &mut |progress| match progress {
            Progress::ProgramsOpen => proceed,
            _ => Proceed::GoOn,
        });
        let ended = ended.unwrap();
        assert!(ended.outcome.was_cancelled_here(), "{:?}", ended.outcome);
        assert_eq!((pc.machine.requests(), *asked.borrow()), (Vec::new(), asks));
        assert!(pc.machine.is_turn_free());
        let held = updater.check().unwrap().plan;
        assert_eq!(held.ready().count(), 1, "nothing holds it back");
    };
    check(Answer::Cancel, Proceed::GoOn, 1);
    check(Answer::TryAgain, Proceed::Cancel, 0);
}

fn install(pc: &Pc, address: &str, item: &Item, ask: &dyn Fn(&Ask) -> Answer) -> Ended {
    let server = server(address);
    let updater = Updater { ask, ..pc.updater(&server, address) };
    let lock = pc.lock();
    updater.install(&lock, item, &mut |_| Proceed::GoOn).unwrap()
}

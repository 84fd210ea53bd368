//! The worker: what it tells of what it does, whatever happens on the way.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use catalog::report::OutcomeKind;
use catalog::{InstallParams, Product};
use client::close_first::{Answer as Said, Ask};
use client::desk::{ItemKey, News, TroubleKind, Work};
use client::fake::{Course, Effect, FakeMachine};
use client::machine::InstallProgress;
use client::outcome::Restart;
use client::plan::Kind;
use client::settings::values::{CHECK_INTERVAL_HOURS, INSTALLER_NAME, Stored, Values};
use client::settings::{Autostart, InForce, Settings};
use client::state::Pending;
use client::updater::Progress;
use client::web::ProxyChoice;

use crate::engine::{offer_of, site, site_with};
use crate::pc::{fixture_bytes, large_bytes, offer_of_bytes, update_xml};
use crate::web::{Answer, Asked, Web};
use crate::workshop::{Workshop, batch, outcomes};

const PACKAGE: &str = "notes-2.0.0.msi";

/// A server with two offers: Fixture Notes, and another one.
pub(crate) fn two(other: &str) -> (Web, [Product; 2]) {
    let names = [PACKAGE.to_owned(), other.to_owned()];
    let offers = names.clone().map(|name| crate::pc::offer(&name, &format!("files/{name}")));
    let (xml, bytes) = (update_xml(&offers), names.clone().map(|name| fixture_bytes(&name)));
    let web = Web::start(move |asked: &Asked| {
        let file = names.iter().position(|name| asked.path.ends_with(name.as_str()));
        match (asked.path.as_str(), file) {
            ("/ajax/updater/update.xml", _) => Answer::file(asked, &xml, "\"catalog\""),
            (_, Some(at)) => Answer::file(asked, &bytes[at], &format!("\"{at}\"")),
            _ => Answer::status(204),
        }
    });
    (web, offers)
}

/// What was told, in a word each; progress only once for each step.
fn words(told: &[News]) -> Vec<&'static str> {
    let mut words: Vec<&'static str> = told
        .iter()
        .map(|news| match news {
            News::Progress { progress: Progress::Downloading(_), .. } => "downloading",
            News::Progress { progress: Progress::Verifying(_), .. } => "verifying",
            News::Progress { progress: Progress::ProgramsOpen, .. } => "programs open",
            News::Progress { progress: Progress::Waiting, .. } => "waiting",
            News::Progress { progress: Progress::Installing(_), .. } => "installing",
            News::Progress { progress: Progress::TakesLong, .. } => "takes long",
            News::Ended { .. } => "ended",
            News::BatchEnded(_) => "batch ended",
            News::Asked(_) => "asked",
            News::Settled(_) => "settled",
            other => panic!("{other:?}"),
        })
        .collect();
    words.dedup();
    words
}

#[test]
fn an_update_is_found_installed_told_and_reported() {
    let install_params = InstallParams::parse("/passive").unwrap();
    let web = site(&Product { install_params, ..offer_of(PACKAGE) }, PACKAGE);
    let workshop = Workshop::new(FakeMachine::default(), &web.address());
    let situation = workshop.begin();
    assert_eq!(situation.settings.settings.server, Some(web.address()));
    assert_eq!((situation.last_check, situation.user, situation.proposal), (None, None, None));
    let found = workshop.check().unwrap();
    assert_eq!((found.plan.ready().count(), found.user), (1, None));
    let told = workshop.install();
    assert_eq!(words(&told), ["downloading", "verifying", "installing", "ended", "batch ended"]);
    assert_eq!(outcomes(&told), ["Fixture Notes 2.0.0 is installed."]);
    let key = ItemKey::of(&found.plan.items[0]);
    let keys = told.iter().filter_map(|news| match news {
        News::Progress { key, .. } | News::Ended { key, .. } => Some(key),
        _ => None,
    });
    assert!(keys.into_iter().all(|one| *one == key));
    let last = told.iter().rev().find_map(|news| match news {
        News::Progress { progress, .. } => Some(progress),
        _ => None,
    });
    assert_eq!(last, Some(&Progress::Installing(InstallProgress::Ticks { done: 4, total: 4 })));
    let ended = batch(&told);
    assert_eq!(
        (ended.plan.as_ref().unwrap().ready().count(), &ended.trouble, ended.reports_waiting),
        (0, &None, 0)
    );
    assert_eq!(web.asked_for("/api/v1/reports").len(), 1);
    let situation = workshop.begin();
    assert_eq!(situation.last_check.map(|check| check.ready), Some(0));
    workshop.order(Work::History);
    let News::History(history) = workshop.next() else { panic!("no history") };
    assert_eq!(history[0].report.outcome, OutcomeKind::Installed);
}

#[test]
fn without_a_server_nothing_is_asked() {
    let workshop = Workshop::with(FakeMachine::default(), Stored::default());
    assert_eq!(workshop.begin().settings, InForce::from(Settings::default()));
    let trouble = workshop.check().unwrap_err();
    assert_eq!(trouble.kind, TroubleKind::NoServer);
    workshop.order(crate::workshop::right_fields());
    let News::NotSignedIn(trouble) = workshop.next() else { panic!("signed in") };
    assert_eq!(trouble.kind, TroubleKind::NoServer);
}

#[test]
fn a_server_that_is_away_or_busy_is_told_with_the_time_it_asks_for() {
    let kind = |web: &Web| Workshop::new(FakeMachine::default(), &web.address()).check().unwrap_err().kind;
    let busy = Web::start(|_| Answer::status(503).header("retry-after", "1800"));
    assert_eq!(kind(&busy), TroubleKind::Away { retry_after: Some(1800) });
    // A check that waits for nobody asks once: the desk knows when to come again.
    assert_eq!(busy.asked().len(), 1);
    assert_eq!(kind(&Web::start(|_| Answer::status(502))), TroubleKind::Away { retry_after: None });
    assert_eq!(kind(&Web::start(|_| Answer::status(404))), TroubleKind::Other);
    let address = Web::start(|_| Answer::status(200)).address();
    let gone = Workshop::new(FakeMachine::default(), &address).check().unwrap_err();
    assert!(matches!(gone.kind, TroubleKind::Away { .. }), "{}", gone.message);
}

#[test]
fn a_fault_of_the_workers_own_is_told_and_the_next_thing_is_done() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let mut workshop = Workshop::new(FakeMachine::default(), &web.address());
    let items = workshop.ready();
    let machine = workshop.machine;
    let faulty = Arc::new(AtomicBool::new(true));
    let is_faulty = Arc::clone(&faulty);
    workshop.start_on(move || {
        assert!(!is_faulty.load(Ordering::SeqCst), "as the test wants it");
        Box::new(machine)
    });
    let trouble = workshop.check().unwrap_err();
    assert_eq!(trouble.kind, TroubleKind::Other);
    let said = trouble.message.to_string();
    assert!(
        said.starts_with("OX Updater ran into an error of its own") && said.contains("as the test"),
        "{said}"
    );
    workshop.order(Work::Install(items));
    let News::BatchEnded(ended) = workshop.next() else { panic!("not ended") };
    assert_eq!(ended.trouble, Some(trouble.clone()));
    workshop.order(crate::workshop::right_fields());
    assert_eq!(workshop.next(), News::NotSignedIn(trouble));
    faulty.store(false, Ordering::SeqCst);
    workshop.check().unwrap();
}

#[test]
fn while_somebody_else_installs_nothing_is_begun() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let workshop = Workshop::new(FakeMachine::default(), &web.address());
    let items = workshop.ready();
    let refused = |sentence: &str| {
        workshop.order(Work::Install(items.clone()));
        let News::BatchEnded(ended) = workshop.next() else { panic!("not ended") };
        let trouble = ended.trouble.unwrap();
        assert_eq!((trouble.kind, ended.plan), (TroubleKind::Locked, None));
        assert!(trouble.message.to_string().starts_with(sentence), "{}", trouble.message);
    };
    let lock = workshop.state().lock().unwrap();
    refused("Another oxupdate is installing");
    // A check goes on, and a lock that nobody needs is not taken.
    assert_eq!(workshop.ready().len(), 1);
    drop(lock);
    workshop.machine.give_turn_away(1);
    refused("Another person on this PC is installing");
    assert_eq!(workshop.machine.requests(), []);
    assert_eq!(outcomes(&workshop.install()), ["Fixture Notes 2.0.0 is installed."]);
    drop(workshop.state().lock().unwrap());
}

#[test]
fn a_batch_can_be_cancelled_at_each_step() {
    let bytes = large_bytes(PACKAGE);
    let mut product = offer_of_bytes(&bytes, "files/package.msi");
    product.close_first = vec!["OUTLOOK.EXE".to_owned()];
    let web = site_with(&product, bytes);
    let check = |machine: FakeMachine, at: &str, sentence: &str| {
        let workshop = Workshop::new(machine, &web.address());
        workshop.order(Work::Install(workshop.ready()));
        workshop.until(|news| words(std::slice::from_ref(news)) == [at]);
        workshop.order(Work::Cancel);
        let told = workshop.until(|news| matches!(news, News::BatchEnded(_)));
        let said = outcomes(&told);
        assert!(said.len() == 1 && said[0].contains(sentence), "{at}: {said:?}");
        let ended = batch(&told);
        assert_eq!((ended.plan.as_ref().unwrap().ready().count(), &ended.trouble), (1, &None), "{at}");
        // What comes next is another thing.
        assert_eq!(workshop.ready().len(), 1, "{at}");
        assert!(workshop.machine.is_turn_free(), "{at}");
    };
    let plain = FakeMachine::default;
    let outlook: [&[&str]; 1] = [&["OUTLOOK.EXE"]];
    check(plain(), "downloading", "What is downloaded is kept");
    check(plain(), "verifying", "It was cancelled.");
    check(plain().with_running(&outlook), "asked", "It was cancelled.");
    check(plain().with_installer_busy(1_000_000), "waiting", "It was cancelled.");
    check(plain().with_hanging_installs(), "installing", "It was cancelled.");
}

#[test]
fn an_installer_that_hangs_is_told_of_and_left_alone_until_the_person_cancels() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let mut workshop = Workshop::new(FakeMachine::default().with_hanging_installs(), &web.address());
    workshop.step = Duration::from_secs(60);
    workshop.start();
    workshop.order(Work::Install(workshop.ready()));
    workshop.until(|news| matches!(news, News::Progress { progress: Progress::TakesLong, .. }));
    workshop.order(Work::Cancel);
    let told = workshop.until(|news| matches!(news, News::BatchEnded(_)));
    assert!(outcomes(&told)[0].contains("It was cancelled."), "{told:?}");
}

/// As if the program had been ended in the middle of its last install, and Windows Installer had gone on.
fn ended_in_the_middle(workshop: &Workshop, product: &Product) -> Pending {
    let state = workshop.state();
    let [past] = state.history().try_into().unwrap();
    let pending = Pending {
        report: uuid::Uuid::from_u128(7),
        owner: state.last_check().unwrap().owner,
        fingerprint: past.offer.unwrap(),
        offer: Pending::offer(product),
        before: Vec::new(),
        kind: Kind::First,
        target: None,
        log: state.log("Notes", 1).unwrap(),
        begun_at: 1,
    };
    state.begin(&pending).unwrap();
    pending
}

#[test]
fn behind_its_own_update_the_reports_are_sent_at_once() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let mut workshop = Workshop::new(FakeMachine::default(), &web.address());
    workshop.order(Work::Install(workshop.ready()));
    workshop.until(|news| matches!(news, News::BatchEnded(_)));
    let pending = ended_in_the_middle(&workshop, &product);
    workshop.start();
    assert!(workshop.begin().self_update.is_none());
    workshop.stop();
    assert_eq!(web.asked_for("/api/v1/reports").len(), 1, "other starts wait for the next check");
    let history = workshop.state().history();
    let past = history.iter().find(|past| past.report.id == pending.report).unwrap();
    // As a caretaker leaves it.
    let left = workshop.state().folder().join("self-update.json");
    std::fs::write(left, serde_json::to_vec(past).unwrap()).unwrap();
    workshop.start();
    assert!(workshop.begin().self_update.is_some());
    workshop.stop();
    assert_eq!(web.asked_for("/api/v1/reports").len(), 2);
}

#[test]
fn an_install_whose_end_nobody_saw_is_told_at_the_next_start() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let mut workshop = Workshop::new(FakeMachine::default(), &web.address());
    workshop.order(Work::Install(workshop.ready()));
    workshop.until(|news| matches!(news, News::BatchEnded(_)));
    let pending = ended_in_the_middle(&workshop, &product);
    workshop.start();
    workshop.begin();
    let News::Settled(settled) = workshop.next() else { panic!("nothing settled") };
    let told: Vec<_> = settled.iter().map(|past| (past.report.id, past.report.outcome)).collect();
    assert_eq!(told, [(pending.report, OutcomeKind::Installed)]);
    assert_eq!(workshop.state().pending(), []);
    workshop.begin();
    workshop.check().unwrap();
    assert_eq!(web.asked_for("/api/v1/reports").len(), 2, "both are reported, each once");
}

#[test]
fn what_is_cancelled_before_it_begins_installs_nothing() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let workshop = Workshop::new(FakeMachine::default(), &web.address());
    let items = workshop.ready();
    // Both are ordered while the check is under way.
    workshop.order(Work::Check);
    workshop.order(Work::Install(items));
    workshop.order(Work::Cancel);
    let told = workshop.until(|news| matches!(news, News::BatchEnded(_)));
    assert!(outcomes(&told).iter().all(|said| said.contains("cancelled")), "{told:?}");
    assert_eq!(workshop.machine.requests(), []);
}

#[test]
fn an_answer_reaches_what_asked() {
    let mut product = offer_of(PACKAGE);
    product.close_first = vec!["OUTLOOK.EXE".to_owned()];
    let web = site(&product, PACKAGE);
    let looks: [&[&str]; 3] = [&["OUTLOOK.EXE"], &["OUTLOOK.EXE"], &[]];
    let workshop = Workshop::new(FakeMachine::default().with_running(&looks), &web.address());
    // An answer to nothing is none.
    workshop.order(Work::Answer(Said::NotNow));
    workshop.order(Work::Install(workshop.ready()));
    for _ in 0..2 {
        let told = workshop.until(|news| matches!(news, News::Asked(_)));
        let Some(News::Asked(Ask::CloseFirst { programs, .. })) = told.last() else { panic!("{told:?}") };
        assert_eq!(programs[0].name(), "Outlook");
        workshop.order(Work::Answer(Said::TryAgain));
    }
    let told = workshop.until(|news| matches!(news, News::BatchEnded(_)));
    assert_eq!(outcomes(&told), ["Fixture Notes 2.0.0 is installed."]);

    let open = FakeMachine::default().with_running(&[&["OUTLOOK.EXE"]]);
    let workshop = Workshop::new(open, &web.address());
    workshop.order(Work::Install(workshop.ready()));
    workshop.until(|news| matches!(news, News::Asked(_)));
    workshop.order(Work::Answer(Said::NotNow));
    let told = workshop.until(|news| matches!(news, News::BatchEnded(_)));
    assert!(outcomes(&told)[0].contains("Outlook"), "{told:?}");
}

#[test]
fn refused_rights_end_one_update_and_not_the_batch() {
    let (web, offers) = two("restart-1.0.0.msi");
    let refused = Course { exit_code: 1223, effect: Effect::Nothing };
    let machine = FakeMachine::default().with_course(offers[0].upgrade_code, refused);
    let workshop = Workshop::new(machine, &web.address());
    let told = workshop.install();
    let mut said = outcomes(&told);
    said.sort();
    assert_eq!(
        said,
        [
            "Fixture Notes 2.0.0 was not installed. It needs the rights of an administrator, which were not given. \
             What is installed stays as it was. Try again, and agree when Windows asks.",
            "Fixture Restart 1.0.0 is installed.",
        ]
    );
    // It is no failure that would hold it back.
    assert_eq!(batch(&told).plan.as_ref().unwrap().ready().count(), 1);
}

#[test]
fn what_is_not_offered_any_more_is_not_installed() {
    let changed = Arc::new(AtomicBool::new(false));
    let is_changed = Arc::clone(&changed);
    let [old, new] = [offer_of("notes-1.0.0.msi"), offer_of(PACKAGE)];
    let web = Web::start(move |asked: &Asked| match asked.path.as_str() {
        "/ajax/updater/update.xml" => {
            let offer = if is_changed.load(Ordering::SeqCst) { &new } else { &old };
            Answer::ok(update_xml(std::slice::from_ref(offer)))
        }
        _ => Answer::status(404),
    });
    let workshop = Workshop::new(FakeMachine::default(), &web.address());
    let items = workshop.ready();
    changed.store(true, Ordering::SeqCst);
    workshop.order(Work::Install(items));
    let News::BatchEnded(ended) = workshop.next() else { panic!("not ended") };
    assert_eq!(
        ended.trouble.unwrap().message.to_string(),
        "What is offered has changed meanwhile. Look at the list again and choose anew."
    );
    let offered = ended.plan.unwrap().items[0].product.version.to_string();
    assert_eq!((offered.as_str(), workshop.machine.requests().len()), ("2.0.0", 0));
}

#[test]
fn what_somebody_else_installed_meanwhile_is_said_to_be_there() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let mut workshop = Workshop::new(FakeMachine::default(), &web.address());
    let items = workshop.ready();
    assert_eq!(outcomes(&workshop.install()), ["Fixture Notes 2.0.0 is installed."]);
    workshop.start();
    workshop.order(Work::Install(items));
    let told = workshop.until(|news| matches!(news, News::BatchEnded(_)));
    assert_eq!(outcomes(&told), ["Fixture Notes 2.0.0 is installed. It was installed meanwhile."]);
    assert_eq!(workshop.machine.requests().len(), 1);
    assert_eq!(web.asked_for("/api/v1/reports").len(), 1);
}

#[test]
fn settings_are_kept_told_and_refused_if_they_cannot_be_used() {
    let workshop = Workshop::with(FakeMachine::default(), Stored::default());
    let save = |change: &dyn Fn(&mut Settings)| {
        let mut wanted = workshop.begin().settings.settings;
        change(&mut wanted);
        workshop.order(Work::Save(wanted));
        workshop.next()
    };
    let saved = |news: News| match news {
        News::Situation(situation) => situation.settings.settings,
        other => panic!("{other:?}"),
    };
    let refused = |news: News, sentence: &str| match news {
        News::NotSaved(message) => assert!(message.to_string().contains(sentence), "{message}"),
        other => panic!("{other:?}"),
    };
    let settings = saved(save(&|wanted| wanted.server = Some("updates.example.com".to_owned())));
    assert_eq!(settings.server.as_deref(), Some("updates.example.com"));
    assert_eq!(workshop.settings.autostart(), None);
    let settings = saved(save(&|wanted| wanted.start_with_windows = false));
    assert_eq!((settings.start_with_windows, workshop.settings.autostart()), (false, Some(Autostart::Off)));
    saved(save(&|wanted| wanted.start_with_windows = true));
    assert_eq!(workshop.settings.autostart(), Some(Autostart::On));
    refused(save(&|wanted| wanted.server = Some("ftp://a.example".to_owned())), "is not an address");
    refused(save(&|wanted| wanted.server = Some("http://a.example".to_owned())), "is not encrypted");
    refused(save(&|wanted| wanted.proxy = ProxyChoice::At("://".to_owned())), "is not an address of a proxy");
    assert_eq!(workshop.begin().settings.settings.server.as_deref(), Some("updates.example.com"));
}

#[test]
fn a_proposed_server_is_asked_only_when_the_person_agreed() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let port = web.address().rsplit(':').next().unwrap().to_owned();
    let name = format!("OXUpdater-setup-http@127.0.0.1_{port}.msi");
    let stored =
        || Stored { installer: Values::default().with_text(INSTALLER_NAME, &name), ..Stored::default() };
    let workshop = Workshop::with(FakeMachine::default(), stored());
    let situation = workshop.begin();
    let proposal = situation.proposal.unwrap();
    assert_eq!((&proposal.address, proposal.host), (&web.address(), format!("127.0.0.1:{port}")));
    assert_eq!(workshop.check().unwrap_err().kind, TroubleKind::NoServer);
    assert_eq!(web.asked().len(), 0);
    workshop.order(Work::Save(Settings { server: Some(proposal.address), ..situation.settings.settings }));
    assert_eq!(workshop.situation().proposal, None);
    assert_eq!(workshop.ready().len(), 1);

    let workshop = Workshop::with(FakeMachine::default(), stored());
    workshop.order(Work::ForgetProposal);
    assert_eq!(workshop.situation().proposal, None);
    assert_eq!(workshop.begin().proposal, None);
    assert_eq!(workshop.check().unwrap_err().kind, TroubleKind::NoServer);
}

#[test]
fn a_policy_counts_before_what_the_person_saved() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let policy = Values::default()
        .with_text("ServerUrl", &web.address())
        .with_number("DisableReporting", 1)
        .with_number(CHECK_INTERVAL_HOURS, 24);
    let workshop = Workshop::with(FakeMachine::default(), Stored { policy, ..Stored::default() });
    let settings = workshop.begin().settings.settings;
    assert_eq!((settings.server.clone(), settings.interval_hours), (Some(web.address()), 24));
    workshop.order(Work::Save(Settings {
        server: Some("a.example".to_owned()),
        interval_hours: 1,
        ..settings
    }));
    let after = workshop.situation().settings.settings;
    assert_eq!((after.server, after.interval_hours), (Some(web.address()), 24));
    // Nothing is told to the server.
    assert_eq!(outcomes(&workshop.install()), ["Fixture Notes 2.0.0 is installed."]);
    assert_eq!(web.asked_for("/api/v1/reports").len(), 0);
}

#[test]
fn a_restart_is_needed_until_windows_was_started_again() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let family = offer_of(PACKAGE).upgrade_code;
    let wants_restart = Course { exit_code: 3010, effect: Effect::Replaces };
    let mut workshop =
        Workshop::new(FakeMachine::default().with_course(family, wants_restart), &web.address());
    assert_eq!(workshop.begin().restart, Restart::NotNeeded);
    workshop.install();
    workshop.start();
    assert_eq!(
        workshop.begin().restart,
        Restart::Needed,
        "the program has started anew, and Windows has not"
    );
    workshop.start_on(|| Box::new(FakeMachine::default().running_since(client::updater::now() + 60)));
    let situation = workshop.begin();
    assert_eq!((situation.restart, situation.windows.as_str()), (Restart::NotNeeded, "10.0.19045.3570"));
}

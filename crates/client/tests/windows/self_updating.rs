//! OX Updater's own update, by a caretaker in a process of its own, with Windows Installer itself. A script stands in for the program, so that it
//! can be seen how it was started.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use catalog::report::OutcomeKind;
use catalog::{InstallParams, Product, xml};
use client::clock::{Clock as _, SystemClock};
use client::close_first::Answer;
use client::install_display::Face;
use client::machine::{Display, Proceed};
use client::patience::Patience;
use client::plan::Step;
use client::self_update::{self, CARETAKER_VERB, HandOver, hand_over_to, is_under_way};
use client::share::Share;
use client::state::{Owner, Past, State};
use client::updater::Updater;
use client::web::{ProxyChoice, Trust, Web};
use client::windows::WindowsMachine;

use crate::elevating::{copies, forget_copies};
use crate::stage::{Stage, is_wine, offer, versions};

const OXUPDATE: &str = env!("CARGO_BIN_EXE_oxupdate");
const OWN: &str = "own-1.0.0";
/// How long a caretaker may take to get to work, on a machine that may be busy.
const WAIT_TIME_MAX: Duration = Duration::from_secs(120);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Hands an offer over, ends, and answers what the program finds at its next start: what came of it, and the words it was started with.
fn update_itself(stage: &Stage, folder: &Path, package: &str) -> (Option<Past>, String) {
    fs::create_dir_all(folder).unwrap();
    fs::copy(OXUPDATE, folder.join("oxupdate.exe")).unwrap();
    let (program, started) = (folder.join("OXUpdater.cmd"), stage.folder().join("started.txt"));
    fs::write(&program, format!("@echo %*> \"{}\"\r\n", started.display())).unwrap();
    let file = stage.package(package).file_name().unwrap().to_str().unwrap().to_owned();
    let install_params = InstallParams::parse("/qn").unwrap();
    let offer = Product { url: file, install_params, ..offer(package) };
    let catalog = stage.folder().join("update.xml");
    fs::write(&catalog, xml::write(&[offer])).unwrap();
    let state = State::open(Some(&stage.folder().join("state"))).unwrap();
    let mut caretaker = hand_over(&state, &catalog, &program);
    assert_eq!(versions(OWN), ["1.0.0"], "the program has not ended yet");
    // To the caretaker this is the program's end.
    drop(caretaker.stdin.take());
    assert!(caretaker.wait().unwrap().success());
    let past = self_update::outcome(&state);
    assert_eq!(state.history().first(), past.as_ref());
    until("the program is started", || fs::read_to_string(&started).is_ok_and(|words| words.ends_with('\n')));
    (past, fs::read_to_string(started).unwrap().trim().to_owned())
}

fn hand_over(state: &State, catalog: &Path, program: &Path) -> Child {
    let server = Share::new(Web::new(&ProxyChoice::None, &Trust::System).unwrap(), catalog);
    let updater = Updater {
        server: &server,
        machine: &WindowsMachine::new(),
        state,
        owner: Owner { address: catalog.display().to_string(), user: None },
        face: Face::Window,
        patience: Patience::by(&SystemClock),
        ask: &|_| Answer::NotNow,
    };
    let items = updater.check().unwrap().plan.items;
    let item = items.into_iter().find(|item| item.step() == Step::Update).unwrap();
    let lock = state.lock().unwrap();
    let caretaker = RefCell::new(None);
    let begin = |copy: &Path| {
        let mut command = Command::new(copy);
        command.args([CARETAKER_VERB, "--state"]).arg(state.folder()).stdin(Stdio::piped());
        *caretaker.borrow_mut() = Some(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?);
        until("the caretaker is at work", || is_under_way(state));
        Ok(())
    };
    let ended = hand_over_to(&begin, &updater, &lock, &item, program, &mut |_| Proceed::GoOn).unwrap();
    assert!(matches!(ended, HandOver::Done), "{ended:?}");
    caretaker.take().unwrap()
}

fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun_at = SystemClock.elapsed();
    while !is_so() {
        assert!(SystemClock.elapsed() - begun_at < WAIT_TIME_MAX, "it is not so that {what}");
        SystemClock.pause(LOOK_EVERY);
    }
}

#[test]
fn an_update_of_its_own_is_installed_behind_its_end_and_it_is_started_again() {
    let stage = Stage::set();
    assert_eq!(stage.install(OWN, Display::None).code, 0);
    forget_copies();
    let folder = PathBuf::from(r"C:\Program Files\OX Updater Own Test");
    let (past, words) = update_itself(&stage, &folder, "own-2.0.0");
    // Nothing of it runs there any more.
    fs::remove_dir_all(folder).unwrap();
    assert_eq!(versions(OWN), ["2.0.0"]);
    if is_wine() {
        // There it was a deputy that installed it, from its copy.
        assert!(copies().iter().any(|copy| copy.ends_with("own-2.0.0.msi")), "{:?}", copies());
    }
    assert_eq!((past.unwrap().report.outcome, words.as_str()), (OutcomeKind::Installed, "--after-update"));
}

#[test]
fn where_its_own_update_fails_the_old_one_is_started_again() {
    let stage = Stage::set();
    assert_eq!(stage.install(OWN, Display::None).code, 0);
    let folder = stage.folder().join("program");
    let (past, words) = update_itself(&stage, &folder, "own-failing-3.0.0");
    assert_eq!(versions(OWN), ["1.0.0"]);
    let report = past.unwrap().report;
    assert_eq!((report.outcome, report.exit_code), (OutcomeKind::Failed, Some(1603)));
    assert_eq!(words, "--after-update");
}

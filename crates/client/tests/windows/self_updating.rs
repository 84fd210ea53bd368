//! OX Updater's own update, by a caretaker in a process of its own, with Windows Installer itself. A script stands in for the program, so that it
//! can be seen how it was started.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use catalog::report::OutcomeKind;
use catalog::{InstallParams, Product, xml};
use client::clock::SystemClock;
use client::close_first::Answer;
use client::elevation::Rights;
use client::install_display::Face;
use client::machine::{Desktop, Display, Machine as _, Proceed};
use client::patience::Patience;
use client::plan::Step;
use client::self_update::{self, HandOver, hand_over, is_under_way};
use client::share::Share;
use client::state::{Owner, Past, State};
use client::updater::Updater;
use client::web::{ProxyChoice, Trust, Web};
use client::windows::WindowsMachine;

use crate::elevating::{copies, forget_copies};
use crate::stage::{Stage, is_wine, offer, remove_folder, until, versions};

const OXUPDATE: &str = env!("CARGO_BIN_EXE_oxupdate");
const OWN: &str = "own-1.0.0";

/// What the process that hands over is told.
const STATE: &str = "OXUPDATER_TEST_STATE";
const CATALOG: &str = "OXUPDATER_TEST_CATALOG";
const PROGRAM: &str = "OXUPDATER_TEST_PROGRAM";

/// The words that the program is started again with; `None` where nobody sits in front of it, and nothing is started.
fn expected_words() -> Option<String> {
    let machine = WindowsMachine::new();
    match (machine.desktop(), machine.rights()) {
        (Desktop::Absent, _) | (_, Rights::System) => None,
        (Desktop::Present, Rights::Plain) => Some("--after-update".to_owned()),
        // The shell starts it then, which takes no words along.
        (Desktop::Present, Rights::Always | Rights::Consented) => Some(String::new()),
    }
}

/// Lets a process hand an offer over and end, and answers what the program finds at its next start: what came of it, and the words it was
/// started with if it was.
fn update_itself(stage: &Stage, folder: &Path, package: &str) -> (Option<Past>, Option<String>) {
    fs::create_dir_all(folder).unwrap();
    fs::copy(OXUPDATE, folder.join("oxupdate.exe")).unwrap();
    let (program, started) = (folder.join("OXUpdater.cmd"), stage.folder().join("started.txt"));
    fs::write(&program, format!("@echo.%*> \"{}\"\r\n", started.display())).unwrap();
    let file = stage.package(package).file_name().unwrap().to_str().unwrap().to_owned();
    let install_params = InstallParams::parse("/qn").unwrap();
    let offer = Product { url: file, install_params, ..offer(package) };
    let catalog = stage.folder().join("update.xml");
    fs::write(&catalog, xml::write(&[offer])).unwrap();
    let state = State::open(Some(&stage.folder().join("state"))).unwrap();
    let mut process = Command::new(std::env::current_exe().unwrap());
    process.args(["--ignored", "--exact", "self_updating::a_process_hands_over_and_ends"]);
    process.env(STATE, state.folder()).env(CATALOG, &catalog).env(PROGRAM, &program);
    let handed_over = process.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(handed_over.success(), "{handed_over:?}");
    let words = || fs::read_to_string(&started).ok().filter(|words| words.ends_with('\n'));
    until("the caretaker is done", || match expected_words() {
        Some(_) => words().is_some(),
        None => !is_under_way(&state),
    });
    let past = self_update::outcome(&state);
    assert_eq!(state.history().first(), past.as_ref());
    (past, words().map(|words| words.trim().to_owned()))
}

#[test]
#[ignore = "it is a process of the tests below"]
fn a_process_hands_over_and_ends() {
    let [state, catalog, program] =
        [STATE, CATALOG, PROGRAM].map(|name| PathBuf::from(std::env::var_os(name).unwrap()));
    let state = State::open(Some(&state)).unwrap();
    let server = Share::new(Web::new(&ProxyChoice::None, &Trust::System).unwrap(), &catalog);
    let updater = Updater {
        server: &server,
        machine: &WindowsMachine::new(),
        state: &state,
        owner: Owner { address: catalog.display().to_string(), user: None },
        face: Face::Window,
        patience: Patience::by(&SystemClock),
        ask: &|_| Answer::NotNow,
    };
    let items = updater.check().unwrap().plan.items;
    let item = items.into_iter().find(|item| item.step() == Step::Update).unwrap();
    let lock = state.lock().unwrap();
    let ended = hand_over(&updater, &lock, &item, &program, &mut |_| Proceed::GoOn).unwrap();
    assert!(matches!(ended, HandOver::Done), "{ended:?}");
    assert!(is_under_way(&state));
    assert_eq!(versions(OWN), ["1.0.0"], "this process has not ended yet");
}

#[test]
fn an_update_of_its_own_is_installed_behind_its_end_and_it_is_started_again() {
    let stage = Stage::set();
    assert_eq!(stage.install(OWN, Display::None).code, 0);
    forget_copies();
    let folder = PathBuf::from(r"C:\Program Files\OX Updater Own Test");
    let (past, words) = update_itself(&stage, &folder, "own-2.0.0");
    // Nothing of it runs there any more, or not for long.
    remove_folder(&folder);
    assert_eq!(versions(OWN), ["2.0.0"]);
    if is_wine() {
        // There it was a deputy that installed it, from its copy.
        assert!(copies().iter().any(|copy| copy.ends_with("own-2.0.0.msi")), "{:?}", copies());
    }
    assert_eq!((past.unwrap().report.outcome, words), (OutcomeKind::Installed, expected_words()));
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
    assert_eq!(words, expected_words());
}

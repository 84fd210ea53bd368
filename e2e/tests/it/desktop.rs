//! The whole of the desktop but its drawing: a person, the desk, the worker and the engine against the real server, and against others that fail.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use client::desk::Command;
use client::fake::{Course, Effect, FakeMachine};
use client::screen::{TrayIcon, Verdict};
use e2e::{Answer, Asked, Misbehaving, PASSWORD, Site};

use crate::person::{Person, said};
use crate::shop::{PACKAGE, USER, fixture_bytes, offer_at, offer_of, selling};
use crate::small_disk::on_a_small_disk;

const NOTES: &str = "notes-2.0.0.msi";
/// Says to the test that it is the program that is killed: the address of its server, a blank, and its folder.
const ROLE: &str = "OXUPDATER_KILLED_DESKTOP";
/// What the program says when it is at work.
const AT_WORK: &str = "@ at work";

/// A site with Anna, to whom Fixture Notes is offered as important.
fn site() -> Site {
    let mut site = Site::new();
    site.user(USER, &[]);
    site.publish(NOTES, &["--importance", "high"]);
    site.start();
    site
}

/// A server that asks for nobody's name, with an offer and whatever is said of its package.
fn selling_notes(package: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Misbehaving {
    Misbehaving::plain(selling(&offer_of(NOTES), package))
}

fn honest() -> Misbehaving {
    let bytes = fixture_bytes(NOTES);
    selling_notes(move |asked| Answer::file(asked, &bytes, "\"a\""))
}

/// Looks, ticks everything and installs it; answers what came of it.
fn installs_all(person: &mut Person) -> Vec<String> {
    person.wants(Command::CheckNow);
    person.ticks_all();
    person.presses(&Command::Next);
    person.sees_result().rows.iter().map(|row| said(&row.sentence)).collect()
}

#[test]
fn a_person_signs_in_finds_an_update_and_has_it_installed() {
    let site = site();
    let mut person = Person::new(FakeMachine::default(), site.address());
    person.wants(Command::CheckNow);
    assert_eq!(person.sees_sign_in().problem, None);
    person.signs_in(USER, "wrong");
    let problem = person.sees_sign_in().problem.unwrap();
    assert_eq!(
        said(&problem),
        "The server does not accept this name and password. Check both and try again."
    );
    person.signs_in(USER, PASSWORD);
    let list = person.sees_list();
    assert_eq!(list.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Fixture Notes"]);
    assert_eq!(person.screen().tray.icon, TrayIcon::Available);
    person.presses(&Command::Next);
    let result = person.sees_result();
    assert_eq!(
        (said(&result.rows[0].sentence), result.rows[0].verdict),
        ("Fixture Notes 2.0.0 is installed.".to_owned(), Verdict::Good)
    );
    assert_eq!(person.screen().tray.icon, TrayIcon::Idle);
    assert_eq!(site.reports().len(), 1);
    let devices = site.devices(USER);
    assert_eq!(devices[0]["check_in"]["products"][0]["installed"][0]["version"].as_str(), Some("2.0.0"));

    // The next start needs no password.
    site.publish("notes-3.0.0.msi", &["--importance", "high"]);
    person.start();
    person.wants(Command::ShowUpdates);
    assert_eq!(person.installs_what_is_ticked(), ["Fixture Notes 3.0.0 is installed."]);
}

#[test]
fn a_password_that_was_changed_meanwhile_is_asked_for_once_more() {
    let site = site();
    let mut person = Person::new(FakeMachine::default(), site.address());
    person.wants(Command::CheckNow);
    person.sees_sign_in();
    person.signs_in(USER, PASSWORD);
    person.sees_list();
    site.set_password(USER, "another long password");
    let device = site.devices(USER)[0]["device"].as_str().unwrap().to_owned();
    site.verb(&["device", "revoke", USER, &device]);
    person.wants(Command::CheckNow);
    let problem = person.sees_sign_in().problem.unwrap();
    assert!(said(&problem).contains("does not accept this PC’s sign-in any more"), "{problem}");
    person.signs_in(USER, PASSWORD);
    let problem = person.sees_sign_in().problem.unwrap();
    assert!(said(&problem).contains("does not accept this name and password"), "{problem}");
    person.signs_in(USER, "another long password");
    assert_eq!(person.sees_list().rows.len(), 1);
}

#[test]
fn a_server_that_is_away_is_said_to_be_away_and_is_asked_again_later() {
    let mut site = site();
    let mut person = Person::new(FakeMachine::default(), site.address());
    person.lets_it_look_by_itself();
    site.kill();
    let mut pauses = Vec::new();
    for _ in 0..4 {
        person.wants(Command::CheckNow);
        person.sees_heading("does not answer");
        pauses.push(person.wake_at().unwrap() - person.at);
        person.at = person.wake_at().unwrap();
    }
    assert!(pauses[0] >= 60 && pauses[3] > 2 * pauses[0], "it is asked less and less often: {pauses:?}");
}

#[test]
fn a_server_is_not_asked_before_the_time_that_it_asks_for() {
    let busy = Misbehaving::plain(|_| Answer::status(503).header("retry-after", "86000"));
    let mut person = Person::new(FakeMachine::default(), busy.address());
    person.lets_it_look_by_itself();
    person.wants(Command::CheckNow);
    person.sees_heading("The server is busy.");
    let wake_at = person.wake_at().unwrap();
    assert!(wake_at >= person.at + 86_000, "{wake_at}");
    assert_eq!(busy.asked(crate::shop::CATALOG).len(), 1);
}

#[test]
fn a_network_that_is_cut_in_the_middle_is_said_and_gone_on_from() {
    let cut = Arc::new(AtomicBool::new(true));
    let is_cut = Arc::clone(&cut);
    let bytes = fixture_bytes(NOTES);
    let server = selling_notes(move |asked| {
        let answer = Answer::file(asked, &bytes, "\"a\"");
        if is_cut.load(Ordering::SeqCst) { answer.cut(1000) } else { answer }
    });
    let mut person = Person::new(FakeMachine::default(), server.address());
    let sentence = installs_all(&mut person).remove(0);
    assert!(
        sentence.starts_with("Fixture Notes 2.0.0 was not installed. The connection broke off."),
        "{sentence}"
    );
    let tried = server.asked(PACKAGE).len();
    cut.store(false, Ordering::SeqCst);
    assert_eq!(installs_all(&mut person), ["Fixture Notes 2.0.0 is installed."]);
    assert!(server.asked(PACKAGE)[tried].header("range").is_some(), "it goes on where it was");
}

#[test]
fn a_full_disk_is_said_and_with_room_it_goes_on() {
    on_a_small_disk("desktop::a_full_disk_is_said_and_with_room_it_goes_on", "2m", |disk| {
        let mut bytes = fixture_bytes(NOTES);
        bytes.resize(4 * 1024 * 1024, 0);
        let served = bytes.clone();
        let script =
            selling(&offer_at(&bytes, "package.msi"), move |asked| Answer::file(asked, &served, "\"a\""));
        let server = Misbehaving::plain(script);
        let mut person = Person::at(&disk.path().join("state"), FakeMachine::default(), server.address());
        let sentence = installs_all(&mut person).remove(0);
        assert!(sentence.contains("The disk is too full"), "{sentence}");
        assert_eq!(person.machine.requests(), []);
        disk.resize("16m");
        assert_eq!(installs_all(&mut person), ["Fixture Notes 2.0.0 is installed."]);
    });
}

#[test]
fn each_end_of_windows_installer_has_its_sentence_and_verdict() {
    let server = honest();
    let check = |exit_code: u32, sentence: &str, verdict: Verdict| {
        let course = Course { exit_code, effect: Effect::Nothing };
        let machine = FakeMachine::default().with_course(offer_of(NOTES).upgrade_code, course);
        let mut person = Person::new(machine, server.address());
        let found = installs_all(&mut person).remove(0);
        assert!(found.contains(sentence), "{exit_code}: {found}");
        assert_eq!(person.sees_result().rows[0].verdict, verdict, "{exit_code}");
    };
    check(1618, "Windows is busy with another install.", Verdict::Open);
    check(1223, "It needs the rights of an administrator, which were not given.", Verdict::Open);
    check(1602, "It was cancelled.", Verdict::Open);
    check(1603, "The installer ran into an error.", Verdict::Bad);
}

#[test]
fn an_installer_that_hangs_is_said_to_take_long_and_can_be_cancelled() {
    let server = honest();
    let folder = tempfile::tempdir().unwrap();
    let machine = FakeMachine::default().with_hanging_installs();
    let state = folder.path().join("state");
    let mut person = Person::with_step(&state, machine, server.address(), Duration::from_secs(60));
    person.wants(Command::CheckNow);
    person.ticks_all();
    person.presses(&Command::Next);
    let shows_long = |page: &client::screen::ProgressPage| {
        page.rows.iter().any(|row| {
            row.detail.iter().any(|detail| said(detail).contains("long")) || said(&row.step).contains("long")
        })
    };
    person.sees_progress(shows_long);
    assert!(person.screen().busy_reason.is_some(), "Windows is asked to wait");
    person.presses(&Command::Cancel);
    let result = person.sees_result();
    assert!(said(&result.rows[0].sentence).contains("It was cancelled."), "{result:?}");
    assert_eq!(person.screen().busy_reason, None);
}

#[test]
fn of_two_people_on_one_pc_the_second_sees_that_the_first_installs() {
    let server = honest();
    let mut person = Person::new(FakeMachine::default(), server.address());
    person.wants(Command::CheckNow);
    person.ticks_all();
    // As while another person's program has the turn.
    person.machine.give_turn_away(1);
    person.presses(&Command::Next);
    person.sees_heading("Somebody else on this PC is installing updates");
    assert_eq!(person.machine.requests(), []);
    assert_eq!(installs_all(&mut person), ["Fixture Notes 2.0.0 is installed."]);
}

/// What the program does that is killed: it installs, and says so when Windows Installer is at work.
fn be_the_program(role: &str) {
    let (address, folder) = role.split_once(' ').unwrap();
    let machine = FakeMachine::default().with_hanging_installs();
    // By a clock that goes on, or only the first word of it would be told.
    let mut person = Person::with_step(Path::new(folder), machine, address, Duration::from_secs(1));
    person.wants(Command::CheckNow);
    person.ticks_all();
    person.presses(&Command::Next);
    // What the machine that hangs says of itself.
    person.sees_progress(|page| page.rows[0].detail.iter().any(|detail| said(detail).contains("Hanging")));
    println!("\n{AT_WORK}");
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

#[test]
fn what_came_of_an_install_whose_program_was_killed_is_told_at_the_next_start() {
    if let Ok(role) = std::env::var(ROLE) {
        return be_the_program(&role);
    }
    let server = honest();
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    let mut program = Process::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "desktop::what_came_of_an_install_whose_program_was_killed_is_told_at_the_next_start",
        ])
        .arg("--nocapture")
        .env(ROLE, format!("{} {}", server.address(), state.display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(program.stdout.take().unwrap()).lines();
    let is_at_work = lines.map_while(Result::ok).any(|line| line == AT_WORK);
    program.kill().unwrap();
    program.wait().unwrap();
    assert!(is_at_work, "it ended by itself");
    // Windows Installer went on without it.
    let product = offer_of(NOTES);
    let installed = client::machine::Installed {
        product_code: product.product_code.unwrap(),
        name: product.name.clone(),
        version: product.version.clone(),
        context: client::machine::Context::Machine,
        package_name: None,
        platform: None,
    };
    let machine = FakeMachine::default().with(product.upgrade_code, installed);
    let mut person = Person::at(&state, machine, server.address());
    person.wants(Command::CheckNow);
    person.sees_heading("up to date");
    let told: Vec<String> = person.balloons.iter().map(|balloon| said(&balloon.text)).collect();
    assert!(told.iter().any(|text| text.contains("Fixture Notes")), "{told:?}");
    assert_eq!(server.asked("/api/v1/reports").len(), 1);
}

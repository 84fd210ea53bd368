//! OX Updater's own update: handed over to a caretaker that believes nothing of it, installed when the program has ended, told at its next start.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use catalog::report::OutcomeKind;
use catalog::{InstallParams, Product};
use client::elevation::{ElevatingMachine, Elevator, Line, NotElevated};
use client::fake::{Course, Effect, FakeMachine};
use client::machine::Machine;
use client::own_product::{FOR_EVERYONE, FOR_ONE_PERSON};
use client::plan::Step;
use client::self_update::{
    self, Begin, Caretaker, END_TIME_MAX, HandOver, Hands, LATE_END_TIME_MAX, LOCK_TIME_MAX,
    PROGRAMS_TIME_MAX, Record, Watched, hand_over_to, take_care,
};
use client::state::Past;
use client::updater::Updater;
use client::web::Trust;
use text::Message;

use crate::binary::Desk;
use crate::engine::{offer_of, site};
use crate::pc::{Pc, installed, server_trusting};
use crate::web::Web;

const PACKAGE: &str = "own-2.0.0.msi";

/// A PC with version 1.0.0 of OX Updater, and a server that offers 2.0.0.
struct Stage {
    pc: Pc,
    web: Web,
    program: PathBuf,
    /// Whether Windows is about to end.
    ending: bool,
}

/// The person's session: what was started in it, and whether the old program ends.
struct Session {
    watched: Watched,
    /// How long its end was waited for, each time.
    waits: RefCell<Vec<Duration>>,
    started: RefCell<Vec<PathBuf>>,
    /// Whether somebody seemed to be at work when the program was started.
    in_the_way: RefCell<Vec<bool>>,
    /// Why Windows was asked to wait with its end, each time.
    put_off: RefCell<Vec<String>>,
    /// Whether Windows is about to end.
    ending: bool,
    /// As often as it is asked at a time, and once more.
    holds: Rc<()>,
    state: client::state::State,
}

impl Hands for Session {
    fn await_end(&self, time_max: Duration) -> Watched {
        self.waits.borrow_mut().push(time_max);
        self.watched
    }

    fn is_windows_ending(&self) -> bool {
        self.ending
    }

    fn put_off_end(&self, reason: &Message) -> Option<Box<dyn Any>> {
        self.put_off.borrow_mut().push(reason.to_string());
        Some(Box::new(Rc::clone(&self.holds)))
    }

    fn start(&self, program: &Path) -> io::Result<()> {
        assert_eq!(Rc::strong_count(&self.holds), 1, "Windows may end again");
        self.started.borrow_mut().push(program.to_owned());
        self.in_the_way.borrow_mut().push(self_update::is_under_way(&self.state));
        Ok(())
    }
}

impl Stage {
    fn set(machine: FakeMachine) -> Self {
        let offer = own();
        let pc = Pc::new(machine.with(offer.upgrade_code, installed("1.0.0")));
        let web = site(&offer, PACKAGE);
        let folder = pc.folder.path().join("program");
        fs::create_dir(&folder).unwrap();
        let program = folder.join("OXUpdater.exe");
        let original = if cfg!(windows) { "oxupdate.exe" } else { "oxupdate" };
        fs::write(folder.join(original), "the program that waits").unwrap();
        Self { pc, web, program, ending: false }
    }

    /// Hands the update over, to somebody who is said to be at work.
    fn hand_over(&self, begin: &Begin<'_>) -> HandOver {
        self.hand_over_on(&self.pc.machine, begin)
    }

    fn hand_over_on(&self, machine: &dyn Machine, begin: &Begin<'_>) -> HandOver {
        let server = server_trusting(&self.web.address(), &Trust::System);
        let updater = Updater { machine, ..self.pc.updater(&server, &self.web.address()) };
        let plan = updater.check().unwrap().plan;
        let item = plan.items.into_iter().find(|item| item.step() == Step::Update).unwrap();
        let lock = self.pc.lock();
        let go_on = &mut |_| client::machine::Proceed::GoOn;
        hand_over_to(begin, &updater, &lock, &item, &self.program, go_on).unwrap()
    }

    fn handed_over(&self) {
        let ended = self.hand_over(&|copy, _| {
            assert_eq!(fs::read_to_string(copy).unwrap(), "the program that waits");
            Ok(())
        });
        assert!(matches!(ended, HandOver::Done), "{ended:?}");
        assert_eq!(self.pc.machine.requests(), [], "nothing is installed before the program has ended");
    }

    /// Lets the caretaker do its work, and answers what it started.
    fn take_care(&self, watched: Watched) -> Session {
        let state = self.pc.state.clone();
        let (waits, started, in_the_way, put_off, holds) = Default::default();
        let ending = self.ending;
        let session = Session { watched, waits, started, in_the_way, put_off, ending, holds, state };
        let (machine, clock) = (&self.pc.machine, &self.pc.clock);
        take_care(&Caretaker {
            machine,
            state: &self.pc.state,
            clock,
            hands: &session,
            line: Cell::default(),
        });
        session
    }

    /// What the program tells at its next start.
    fn told(&self) -> Option<Past> {
        self_update::outcome(&self.pc.state)
    }
}

fn own() -> Product {
    let install_params = InstallParams::parse("/qn").unwrap();
    Product { install_params, ..offer_of(PACKAGE) }
}

fn kind(past: Option<&Past>) -> Option<OutcomeKind> {
    past.map(|past| past.report.outcome)
}

#[test]
fn an_update_of_its_own_is_installed_behind_the_programs_end_and_told_at_its_next_start() {
    let stage = Stage::set(FakeMachine::default());
    stage.handed_over();
    let asked = stage.web.asked().len();
    let session = stage.take_care(Watched::Ended);
    assert_eq!(stage.web.asked().len(), asked, "the server is not asked");
    assert_eq!(session.started.take(), std::slice::from_ref(&stage.program));
    assert_eq!(session.in_the_way.take(), [false]);
    let [request] = stage.pc.machine.requests().try_into().unwrap();
    assert_eq!(request.property_line, "");
    let [reason] = session.put_off.take().try_into().unwrap();
    assert!(reason.starts_with("Windows Installer is at work on OX Updater."), "{reason}");
    let past = stage.told();
    assert_eq!(kind(past.as_ref()), Some(OutcomeKind::Installed));
    assert_eq!(past.as_ref(), stage.pc.state.history().first());
    assert_eq!(stage.told(), None, "it is told once");
    assert_eq!((Record::read(&stage.pc.state), stage.pc.state.pending()), (None, Vec::new()));
    assert!(!stage.pc.state.folder().join("caretaker").exists());
    // The report waits for the program, which is the new one.
    let server = server_trusting(&stage.web.address(), &Trust::System);
    let sent = stage.pc.updater(&server, &stage.web.address()).send_reports();
    assert_eq!((sent.delivered, sent.waiting), (1, 0));
}

#[test]
fn where_the_install_fails_the_old_program_is_started_and_says_so() {
    let failing = Course { exit_code: 1603, effect: Effect::Nothing };
    let stage = Stage::set(FakeMachine::default().with_course(own().upgrade_code, failing));
    stage.handed_over();
    let session = stage.take_care(Watched::Ended);
    assert_eq!(session.started.take(), std::slice::from_ref(&stage.program));
    let past = stage.told();
    assert_eq!(kind(past.as_ref()), Some(OutcomeKind::Failed));
    assert_eq!(past.unwrap().report.exit_code, Some(1603));
    // It is not tried again by itself.
    let check = stage.pc.check(&stage.web.address()).unwrap();
    assert_eq!(check.plan.ready().count(), 0);
}

#[test]
fn what_was_handed_over_is_judged_once_more() {
    let check = |change: &dyn Fn(&Stage), expected: Option<OutcomeKind>| {
        let stage = Stage::set(FakeMachine::default());
        stage.handed_over();
        change(&stage);
        let session = stage.take_care(Watched::Ended);
        assert_eq!(stage.pc.machine.requests(), []);
        assert_eq!(session.put_off.take(), [""; 0], "nothing is installed");
        assert_eq!(kind(stage.told().as_ref()), expected);
        assert_eq!(session.started.take(), std::slice::from_ref(&stage.program), "the old one goes on");
    };
    let with = |change: fn(&mut Record)| {
        move |stage: &Stage| {
            let mut record = Record::read(&stage.pc.state).unwrap();
            change(&mut record);
            record.write(&stage.pc.state).unwrap();
        }
    };
    let packages = |stage: &Stage| -> Vec<PathBuf> {
        stage
            .pc
            .downloads()
            .into_iter()
            .filter(|path| path.extension().is_some_and(|end| end == "msi"))
            .collect()
    };
    check(
        &|stage| packages(stage).iter().for_each(|path| fs::write(path, "other bytes").unwrap()),
        Some(OutcomeKind::DownloadFailed),
    );
    check(
        &|stage| packages(stage).iter().for_each(|path| fs::remove_file(path).unwrap()),
        Some(OutcomeKind::DownloadFailed),
    );
    check(&with(|record| record.offer = record.offer.replace("5A01", "5AFF")), None);
    check(&with(|record| record.offer.clear()), None);
    // What was handed over is not what is to be done now: that is told, too.
    check(&with(|record| record.target = Some(client::machine::Context::User)), Some(OutcomeKind::Busy));
}

#[test]
fn while_windows_ends_nothing_is_begun() {
    let stage = Stage { ending: true, ..Stage::set(FakeMachine::default()) };
    stage.handed_over();
    drop(stage.take_care(Watched::Ended));
    assert_eq!(
        (kind(stage.told().as_ref()), stage.pc.machine.requests()),
        (Some(OutcomeKind::Busy), Vec::new())
    );
    assert_eq!(stage.pc.check(&stage.web.address()).unwrap().plan.ready().count(), 1, "it is offered again");
}

#[test]
fn a_program_that_does_not_end_is_not_updated() {
    let stage = Stage::set(FakeMachine::default());
    stage.handed_over();
    let session = stage.take_care(Watched::Runs);
    let past = stage.told();
    assert_eq!(kind(past.as_ref()), Some(OutcomeKind::ProgramsOpen));
    assert_eq!(stage.pc.machine.requests(), []);
    // It was asked to end: whenever it does, it is started again.
    assert_eq!(session.waits.take(), [END_TIME_MAX, LATE_END_TIME_MAX]);
    assert_eq!(session.started.take(), std::slice::from_ref(&stage.program));
    assert_eq!(session.in_the_way.take(), [false]);
}

#[test]
fn whatever_keeps_a_caretaker_from_its_work_is_told_by_the_program() {
    let told = |stage: &Stage| {
        let session = stage.take_care(Watched::Ended);
        assert_eq!(session.started.take(), std::slice::from_ref(&stage.program));
        let past = stage.told();
        assert_eq!(past.as_ref().map(|past| past.report.to_version.to_string()).as_deref(), Some("2.0.0"));
        kind(past.as_ref())
    };
    // Somebody else installs for too long.
    let stage = Stage::set(FakeMachine::default());
    stage.handed_over();
    let lock = stage.pc.lock();
    assert_eq!((told(&stage), stage.pc.machine.requests()), (Some(OutcomeKind::Busy), Vec::new()));
    assert!(stage.pc.clock.paused() >= LOCK_TIME_MAX);
    drop(lock);
    assert_eq!(stage.pc.check(&stage.web.address()).unwrap().plan.ready().count(), 1, "it is offered again");
    // It is there already.
    let stage = Stage::set(FakeMachine::default());
    stage.handed_over();
    let record = Record::read(&stage.pc.state).unwrap();
    assert_eq!(told(&stage), Some(OutcomeKind::Installed));
    record.write(&stage.pc.state).unwrap();
    assert_eq!(told(&stage), Some(OutcomeKind::Installed));
    assert_eq!(stage.pc.machine.requests().len(), 1);
}

#[test]
fn the_command_line_leaves_its_own_update_out_unless_it_is_named() {
    let desk = Desk::new();
    let web = site(&own(), PACKAGE);
    let server = web.address();
    let dry = ["install", "--dry-run", "--server", &server, "--machine"];
    let run = |machine: &str, which: &str| desk.run(&[&dry[..], &[machine, which]].concat());
    let older = desk.machine(&own(), &["1.0.0"]);
    let said = run(&older, "--all");
    assert_eq!((said.code, said.output.lines().count()), (0, 1), "{said:?}");
    assert!(said.output.contains("2.0.0 is ready and was left out"), "{said:?}");
    let said = run(&older, &own().name);
    assert!(said.code == 0 && !said.output.contains("left out") && said.output.contains("2.0.0"), "{said:?}");
    // Where it is not there yet, it is in nobody's way.
    let said = run(&desk.machine(&own(), &[]), "--all");
    assert!(said.code == 0 && !said.output.contains("left out") && said.output.contains("2.0.0"), "{said:?}");
}

#[test]
fn a_second_one_in_the_session_is_waited_for() {
    let always = r#"{"running": ["OXUpdater.exe"]}"#;
    let stage = Stage::set(FakeMachine::from_json(always.as_bytes()).unwrap());
    stage.handed_over();
    drop(stage.take_care(Watched::Ended));
    assert_eq!(kind(stage.told().as_ref()), Some(OutcomeKind::ProgramsOpen));
    assert!(stage.pc.clock.paused() >= PROGRAMS_TIME_MAX);

    let for_a_moment = FakeMachine::default().with_running(&[&["OXUpdater.exe"], &["OXUpdater.exe"]]);
    let stage = Stage::set(for_a_moment);
    stage.handed_over();
    drop(stage.take_care(Watched::Ended));
    assert_eq!(kind(stage.told().as_ref()), Some(OutcomeKind::Installed));
}

#[test]
fn what_cannot_be_handed_over_is_an_outcome() {
    let stage = Stage::set(FakeMachine::default());
    let ended = stage.hand_over(&|_, _| Err(io::ErrorKind::PermissionDenied.into()));
    let HandOver::Ended(ended) = ended else { panic!("{ended:?}") };
    assert_eq!(ended.outcome.kind, OutcomeKind::Failed);
    let said = ended.outcome.sentence.to_string();
    assert!(said.contains("could not be made ready to update itself"), "{said}");
    assert_eq!(Record::read(&stage.pc.state), None);
    let stage = Stage::set(FakeMachine::default());
    fs::remove_dir_all(stage.program.parent().unwrap()).unwrap();
    assert!(matches!(stage.hand_over(&|_, _| Ok(())), HandOver::Ended(_)));
}

#[test]
fn a_caretaker_that_died_leaves_nothing_behind() {
    let stage = Stage::set(FakeMachine::default());
    stage.handed_over();
    assert!(Record::read(&stage.pc.state).is_some());
    assert_eq!(stage.told(), None);
    assert_eq!(Record::read(&stage.pc.state), None);
    assert_eq!(stage.take_care(Watched::Ended).started.take(), Vec::<PathBuf>::new());
    assert_eq!(stage.pc.check(&stage.web.address()).unwrap().plan.ready().count(), 1, "it is offered again");
}

#[test]
fn who_has_it_for_everyone_is_not_offered_it_for_one_person() {
    let check = |of: &str, installed_as: Option<&str>, offered: bool| {
        let code = |code: &str| code.parse::<catalog::UpgradeCode>().unwrap();
        let offer = Product { upgrade_code: code(of), ..own() };
        let machine = FakeMachine::default();
        let machine = match installed_as {
            Some(installed_as) => machine.with(code(installed_as), installed("1.0.0")),
            None => machine,
        };
        let found = Pc::new(machine).check(&site(&offer, PACKAGE).address()).unwrap();
        assert_eq!(!found.plan.items.is_empty(), offered, "{of} {installed_as:?}");
    };
    for (one, other) in [(FOR_EVERYONE, FOR_ONE_PERSON), (FOR_ONE_PERSON, FOR_EVERYONE)] {
        check(one, None, true);
        check(one, Some(one), true);
        check(one, Some(other), false);
    }
}

#[test]
fn an_administrators_rights_are_asked_for_before_the_program_ends() {
    /// A person who says no, or a Windows that starts nothing.
    struct Unwilling(AtomicUsize, fn() -> NotElevated);
    impl Elevator for &Unwilling {
        fn start(&self) -> Result<Line, NotElevated> {
            self.0.fetch_add(1, Ordering::SeqCst);
            Err((self.1)())
        }
    }
    let check = |says: fn() -> NotElevated, (kind, code): (OutcomeKind, Option<u32>), sentence: &str| {
        let stage = Stage::set(FakeMachine::default());
        let unwilling = Unwilling(AtomicUsize::new(0), says);
        let machine = ElevatingMachine::new(&stage.pc.machine, Box::new(&unwilling));
        let ended = stage.hand_over_on(&machine, &|_, _| panic!("nobody is to take over"));
        let HandOver::Ended(ended) = ended else { panic!("{ended:?}") };
        let found = (ended.outcome.kind, ended.outcome.exit_code.map(|code| code.0));
        assert_eq!(found, (kind, code));
        let said = ended.outcome.sentence.to_string();
        assert!(said.contains(sentence), "{said}");
        assert_eq!((Record::read(&stage.pc.state), unwilling.0.load(Ordering::SeqCst)), (None, 1));
        assert_eq!(kind_of_last(&stage), Some(kind), "it is in the history");
    };
    let refused = (OutcomeKind::Cancelled, Some(1223));
    check(|| NotElevated::Refused, refused, "the rights of an administrator, which were not given");
    let fails = || NotElevated::Failed(io::Error::other("no such program"));
    check(fails, (OutcomeKind::Failed, None), "no such program");
}

fn kind_of_last(stage: &Stage) -> Option<OutcomeKind> {
    kind(stage.pc.state.history().first())
}

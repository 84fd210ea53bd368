//! A deputy and who asks for it, over pipes, on machines that are fakes: one consent for a batch, and nothing installed that was only claimed.

use std::fs;
use std::io::{BufRead, BufReader, PipeReader, Write, pipe};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use catalog::{InstallParams, Product, Scope};
use client::clock::FakeClock;
use client::elevation::{
    Deputy, ElevatingMachine, Elevator, IDLE_TIME_MAX, InstallOrder, LINE_SIZE_MAX, LOST, Line, News,
    NotElevated, Order, REFUSED, Refusal, Rights,
};
use client::fake::{Course, Effect, FakeMachine};
use client::machine::{
    Context, Display, ExitCode, InstallProgress, InstallRequest, Machine, MachineError, Proceed,
};
use client::plan::Step;
use client::state::{Pending, State};
use client::verify::{Verified, verify};
use tempfile::TempDir;
use text::Explain as _;

use crate::engine::site;
use crate::pc::{Pc, fixture, fixture_bytes, offer, server};

/// Two folders, a person's and the administrators', and the machine as a deputy sees it.
pub(crate) struct Stage {
    folder: TempDir,
    pub(crate) machine: Arc<FakeMachine>,
    pub(crate) starts: Arc<AtomicUsize>,
}

/// Starts a deputy on a thread; or does not, as a person who says no.
pub(crate) struct Starter {
    folder: PathBuf,
    machine: Arc<FakeMachine>,
    starts: Arc<AtomicUsize>,
    consents: bool,
    /// Says when the person has thought about it; `None` where they do not.
    pub(crate) thought: Option<Mutex<Receiver<()>>>,
}

/// How long a person thinks at most.
const THOUGHT_TIME_MAX: Duration = Duration::from_secs(60);

impl Elevator for Starter {
    fn start(&self) -> Result<Line, NotElevated> {
        self.starts.fetch_add(1, Ordering::SeqCst);
        if let Some(thought) = &self.thought {
            thought.lock().unwrap().recv_timeout(THOUGHT_TIME_MAX).unwrap();
        }
        if !self.consents {
            return Err(NotElevated::Refused);
        }
        Ok(deputy(self.folder.clone(), Arc::clone(&self.machine)).0)
    }
}

/// A deputy on a thread, and the line to it.
fn deputy(folder: PathBuf, machine: Arc<FakeMachine>) -> (Line, JoinHandle<()>) {
    deputy_by(Duration::ZERO, folder, machine)
}

/// The same by a clock that goes forward by so much whenever the deputy looks at it.
fn deputy_by(step: Duration, folder: PathBuf, machine: Arc<FakeMachine>) -> (Line, JoinHandle<()>) {
    let ((ears, their_voice), (their_ears, voice)) = (pipe().unwrap(), pipe().unwrap());
    let serving = thread::spawn(move || {
        let state = State::open(Some(&folder)).unwrap();
        let line =
            Line { ears: Box::new(their_ears), voice: Box::new(their_voice), process: None, bequest: None };
        let clock = FakeClock::with_step(step);
        Deputy { machine: machine.as_ref(), state: &state, clock: &clock }.serve(line).unwrap();
    });
    (Line { ears: Box::new(ears), voice: Box::new(voice), process: None, bequest: None }, serving)
}

impl Stage {
    pub(crate) fn set(machine: FakeMachine) -> Self {
        Self { folder: TempDir::new().unwrap(), machine: Arc::new(machine), starts: Arc::default() }
    }

    fn administrators(&self) -> PathBuf {
        self.folder.path().join("everyone")
    }

    pub(crate) fn starter(&self, consents: bool) -> Box<Starter> {
        Box::new(Starter {
            folder: self.administrators(),
            machine: Arc::clone(&self.machine),
            starts: Arc::clone(&self.starts),
            consents,
            thought: None,
        })
    }

    /// A fixture among the person's files.
    fn package(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::copy(fixture(name), &path).unwrap();
        path
    }

    pub(crate) fn verified(&self, product: &Product, name: &str) -> Verified {
        verify(&self.package(name), product, |_| ()).unwrap()
    }

    /// What a deputy answers to bytes, none of which it has to like; who says them goes when so many orders have ended.
    fn answers(&self, bytes: &[u8], orders: usize) -> Vec<News> {
        self.answers_by(Duration::ZERO, bytes, orders)
    }

    /// The same by a clock that goes forward by so much at each look.
    fn answers_by(&self, step: Duration, bytes: &[u8], orders: usize) -> Vec<News> {
        let (mut line, serving) = deputy_by(step, self.administrators(), Arc::clone(&self.machine));
        // Who is not listened to any more cannot go on speaking.
        let _ = line.voice.write_all(bytes);
        let mut voice = Some(line.voice);
        let (mut answers, mut ended) = (Vec::new(), 0);
        let mut lines = BufReader::new(line.ears).lines();
        loop {
            if ended >= orders {
                voice = None;
            }
            let Some(line) = lines.next() else { break };
            let news: News = serde_json::from_str(&line.unwrap()).unwrap();
            ended += usize::from(matches!(news, News::Ended(_) | News::Refused(_)));
            answers.push(news);
        }
        drop(voice);
        serving.join().unwrap();
        answers
    }

    /// How a deputy ends one order.
    fn ends(&self, order: &Order) -> News {
        self.answers(&line(order), 1).pop().unwrap()
    }

    /// The packages that a deputy copied to where only administrators can write.
    fn copies(&self) -> Vec<PathBuf> {
        let folders = fs::read_dir(self.administrators().join("packages")).into_iter().flatten();
        let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
        let paths = files.map(|file| file.unwrap().path());
        paths.filter(|path| path.extension().is_some_and(|end| end == "msi")).collect()
    }
}

fn line(order: &Order) -> Vec<u8> {
    let mut line = serde_json::to_vec(order).unwrap();
    line.push(b'\n');
    line
}

fn order(package: &str, product: &Product) -> Order {
    let offer = Pending::offer(product);
    Order::Install(InstallOrder { package: package.to_owned(), offer, display: Display::None })
}

pub(crate) fn request(stage: &Stage, target: Option<Context>) -> InstallRequest {
    let log = stage.folder.path().join("install.log");
    InstallRequest { display: Display::None, property_line: "TRANSFORMS=\"evil\"".to_owned(), target, log }
}

pub(crate) fn quiet(name: &str) -> Product {
    let install_params = InstallParams::parse("/qn A=1").unwrap();
    Product { install_params, ..offer(name, "files/package.msi") }
}

pub(crate) fn go_on(_: InstallProgress) -> Proceed {
    Proceed::GoOn
}

#[test]
fn a_batch_asks_once_and_what_is_for_one_person_is_installed_without_asking() {
    let stage = Stage::set(FakeMachine::default().with_log("what Windows Installer wrote"));
    let plain = FakeMachine::default();
    let machine = ElevatingMachine::new(&plain, stage.starter(true));
    let request = request(&stage, None);
    for name in ["notes-1.0.0.msi", "either-1.0.0.msi", "user-1.0.0.msi", "restart-1.0.0.msi"] {
        let package = stage.verified(&quiet(name), name);
        let mut told = 0;
        let ended = machine.install(&package, &request, &mut |_| {
            told += 1;
            Proceed::GoOn
        });
        assert_eq!(ended.unwrap(), ExitCode(0), "{name}");
        assert!(told > 0, "{name}");
    }
    assert_eq!(stage.starts.load(Ordering::SeqCst), 1);
    let lines: Vec<String> =
        stage.machine.requests().into_iter().map(|request| request.property_line).collect();
    assert_eq!(lines, ["A=\"1\"", "A=\"1\" ALLUSERS=1", "A=\"1\""], "made anew from the offer");
    assert_eq!(plain.requests(), std::slice::from_ref(&request), "only that for one person");
    assert_eq!(fs::read_to_string(&request.log).unwrap(), "what Windows Installer wrote");
    for request in stage.machine.requests() {
        assert!(request.log.starts_with(stage.administrators()), "{}", request.log.display());
    }
    assert_eq!(stage.copies().len(), 3, "they stay as the source for repair");
}

#[test]
fn a_refused_consent_is_asked_for_once_and_the_rest_goes_on() {
    let stage = Stage::set(FakeMachine::default());
    let plain = FakeMachine::default();
    let machine = ElevatingMachine::new(&plain, stage.starter(false));
    let request = request(&stage, None);
    let check = |name: &str, expected: ExitCode| {
        let package = stage.verified(&quiet(name), name);
        assert_eq!(machine.install(&package, &request, &mut go_on).unwrap(), expected, "{name}");
    };
    check("notes-1.0.0.msi", REFUSED);
    check("user-1.0.0.msi", ExitCode(0));
    check("restart-1.0.0.msi", REFUSED);
    assert_eq!(stage.starts.load(Ordering::SeqCst), 1);
    assert_eq!((stage.machine.requests().len(), plain.requests().len()), (0, 1));
}

#[test]
fn who_cancels_stops_one_install_and_the_deputy_stays() {
    let stage = Stage::set(FakeMachine::default());
    let plain = FakeMachine::default();
    let machine = ElevatingMachine::new(&plain, stage.starter(true));
    let request = request(&stage, None);
    let product = quiet("notes-1.0.0.msi");
    let package = stage.verified(&product, "notes-1.0.0.msi");
    let ended = machine.install(&package, &request, &mut |_| Proceed::Cancel).unwrap();
    // It may be too late, as it may be at Windows Installer itself.
    assert!(matches!(ended, ExitCode(1602 | 0)), "{ended:?}");
    let other = stage.verified(&quiet("restart-1.0.0.msi"), "restart-1.0.0.msi");
    assert_eq!(machine.install(&other, &request, &mut go_on).unwrap(), ExitCode(0));
    assert_eq!(stage.starts.load(Ordering::SeqCst), 1);
}

#[test]
fn a_cancel_that_is_there_before_the_install_stops_it() {
    let stage = Stage::set(FakeMachine::default());
    let package = stage.package("notes-1.0.0.msi");
    let install = line(&order(package.to_str().unwrap(), &quiet("notes-1.0.0.msi")));
    let answers = stage.answers(&[install, line(&Order::Cancel)].concat(), 1);
    assert!(matches!(answers.last(), Some(News::Ended(1602 | 0))), "{answers:?}");
}

#[test]
fn how_windows_installer_ended_comes_back() {
    let product = quiet("notes-1.0.0.msi");
    let course = Course { exit_code: 1603, effect: Effect::Nothing };
    let stage = Stage::set(FakeMachine::default().with_course(product.upgrade_code, course));
    let plain = FakeMachine::default();
    let machine = ElevatingMachine::new(&plain, stage.starter(true));
    let package = stage.verified(&product, "notes-1.0.0.msi");
    for _ in 0..2 {
        let ended = machine.install(&package, &request(&stage, Some(Context::Machine)), &mut go_on);
        assert_eq!(ended.unwrap(), ExitCode(1603));
    }
    assert_eq!((stage.starts.load(Ordering::SeqCst), stage.copies().len()), (1, 1));
}

#[test]
fn what_is_handed_over_is_judged_anew() {
    let check = |package: &str, product: &Product, expected: Refusal| {
        let stage = Stage::set(FakeMachine::default());
        let path = stage.package(package);
        let ended = stage.ends(&order(path.to_str().unwrap(), product));
        assert_eq!(ended, News::Refused(expected), "{package}");
        assert_eq!((stage.machine.requests(), stage.copies()), (Vec::new(), Vec::new()), "{package}");
    };
    let notes = quiet("notes-1.0.0.msi");
    check("notes-2.0.0.msi", &notes, Refusal::Package);
    check("not-an-msi.msi", &notes, Refusal::Package);
    check("truncated.msi", &notes, Refusal::Package);
    let claims_nothing = Product { sha256: None, md5: None, ..notes.clone() };
    check("notes-1.0.0.msi", &claims_nothing, Refusal::Offer);
    // Its digests are right, and it says of itself what it is not.
    let other = Product { upgrade_code: quiet("restart-1.0.0.msi").upgrade_code, ..notes.clone() };
    check("notes-1.0.0.msi", &other, Refusal::Package);
    check("user-1.0.0.msi", &Product { scope: None, ..quiet("user-1.0.0.msi") }, Refusal::ForOnePerson);
    let shown = Product { install_params: InstallParams::parse("/passive").unwrap(), ..notes };
    check("notes-1.0.0.msi", &shown, Refusal::Display);
}

#[test]
fn a_package_that_is_no_file_on_this_pc_is_not_opened() {
    let stage = Stage::set(FakeMachine::default());
    let product = quiet("notes-1.0.0.msi");
    let check = |path: &str, expected: Refusal| {
        assert_eq!(stage.ends(&order(path, &product)), News::Refused(expected), "{path}");
    };
    check("", Refusal::Path);
    check("notes-1.0.0.msi", Refusal::Path);
    check("../notes-1.0.0.msi", Refusal::Path);
    let folder = stage.folder.path().to_str().unwrap().to_owned();
    check(&stage.folder.path().join("absent.msi").display().to_string(), Refusal::Unreadable);
    check(&folder, Refusal::Unreadable);
    if cfg!(windows) {
        for path in [r"\\localhost\c$\windows\notes.msi", r"\\.\pipe\notes", r"\\?\C:\windows\notes.msi"] {
            check(path, Refusal::Path);
        }
    }
}

#[test]
fn a_copy_that_lay_there_before_is_not_trusted_either() {
    let stage = Stage::set(FakeMachine::default());
    let path = stage.package("notes-1.0.0.msi");
    let order = order(path.to_str().unwrap(), &quiet("notes-1.0.0.msi"));
    assert_eq!(stage.ends(&order), News::Ended(0));
    let [copy] = stage.copies().try_into().unwrap();
    fs::write(&copy, "other bytes").unwrap();
    let stage = Stage { machine: Arc::default(), ..stage };
    assert_eq!(stage.ends(&order), News::Ended(0));
    assert_eq!(fs::read(copy).unwrap(), fixture_bytes("notes-1.0.0.msi"));
}

#[test]
fn what_is_installed_already_is_not_installed_again() {
    let stage = Stage::set(FakeMachine::default());
    let path = stage.package("notes-1.0.0.msi");
    let order = order(path.to_str().unwrap(), &quiet("notes-1.0.0.msi"));
    assert_eq!(stage.ends(&order), News::Ended(0));
    assert_eq!(stage.ends(&order), News::Refused(Refusal::NothingToDo));
}

#[cfg(unix)]
#[test]
fn a_folder_that_others_can_write_is_no_place_for_copies() {
    use std::os::unix::fs::PermissionsExt;
    let stage = Stage::set(FakeMachine::default());
    let path = stage.package("notes-1.0.0.msi");
    let packages = stage.administrators().join("packages");
    fs::create_dir_all(&packages).unwrap();
    fs::set_permissions(stage.administrators(), fs::Permissions::from_mode(0o700)).unwrap();
    fs::set_permissions(&packages, fs::Permissions::from_mode(0o777)).unwrap();
    let ended = stage.ends(&order(path.to_str().unwrap(), &quiet("notes-1.0.0.msi")));
    assert_eq!(ended, News::Refused(Refusal::Folder));
}

#[test]
fn nonsense_ends_the_talk() {
    let stage = Stage::set(FakeMachine::default());
    let check = |bytes: &[u8], expected: &[News]| {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        assert_eq!(stage.answers(bytes, 0), expected, "{shown}");
    };
    let not_understood = [News::Ready, News::Refused(Refusal::NotUnderstood)];
    check(b"", &[News::Ready]);
    check(b"\"end\"\n", &[News::Ready]);
    check(b"\"cancel\"\n\"cancel\"\n\"end\"\n", &[News::Ready]);
    check(b"hello\n", &not_understood);
    check(b"{\"uninstall\":\"all\"}\n", &not_understood);
    check(&vec![b' '; 3 * LINE_SIZE_MAX], &not_understood);
    check(&[vec![b'x'; 2 * LINE_SIZE_MAX], b"\n\"end\"\n".to_vec()].concat(), &not_understood);
    assert_eq!(stage.machine.requests(), []);
}

#[test]
fn an_order_in_the_middle_of_an_install_ends_the_talk() {
    // The install goes on until it is cancelled, so the second order comes in its middle, or before it.
    let stage = Stage::set(FakeMachine::default().with_hanging_installs());
    let path = stage.package("notes-1.0.0.msi");
    let one = line(&order(path.to_str().unwrap(), &quiet("notes-1.0.0.msi")));
    let answers = stage.answers(&[one.as_slice(), &one, &one].concat(), 2);
    let ends: Vec<&News> =
        answers.iter().filter(|news| matches!(news, News::Ended(_) | News::Refused(_))).collect();
    // Who is not listened to any more is told nothing either.
    assert_eq!(ends, Vec::<&News>::new(), "{answers:?}");
    assert!(stage.machine.requests().len() <= 1, "{answers:?}");
    assert_eq!(stage.machine.installed(quiet("notes-1.0.0.msi").upgrade_code).unwrap(), Vec::new());
}

#[test]
fn who_cancels_again_and_again_does_not_keep_a_deputy() {
    let stage = Stage::set(FakeMachine::default());
    let path = stage.package("notes-1.0.0.msi");
    let install = line(&order(path.to_str().unwrap(), &quiet("notes-1.0.0.msi")));
    let minute = Duration::from_secs(60);
    let after = |cancels: usize| {
        let words = [line(&Order::Cancel).repeat(cancels), install.clone()].concat();
        stage.answers_by(minute, &words, 1).last().cloned()
    };
    let hour = usize::try_from(IDLE_TIME_MAX.as_secs() / 60).unwrap();
    assert_eq!(after(hour + 10), Some(News::Ready));
    assert_eq!(stage.machine.requests(), []);
    assert_eq!(after(hour / 2), Some(News::Ended(0)));
}

#[test]
fn a_deputy_that_cannot_begin_is_asked_for_once_and_says_why() {
    struct Unfit(AtomicUsize);
    impl Elevator for &Unfit {
        fn start(&self) -> Result<Line, NotElevated> {
            self.0.fetch_add(1, Ordering::SeqCst);
            let ((ears, mut voice), (_, hears)) = (pipe().unwrap(), pipe().unwrap());
            voice.write_all(b"{\"refused\":\"place\"}\n").unwrap();
            Ok(Line { ears: Box::new(ears), voice: Box::new(hears), process: None, bequest: None })
        }
    }
    let (stage, plain) = (Stage::set(FakeMachine::default()), FakeMachine::default());
    let unfit = Unfit(AtomicUsize::new(0));
    let machine = ElevatingMachine::new(&plain, Box::new(&unfit));
    for name in ["notes-1.0.0.msi", "restart-1.0.0.msi"] {
        let package = stage.verified(&quiet(name), name);
        let error = machine.install(&package, &request(&stage, None), &mut go_on).unwrap_err();
        let said = error.message().to_string();
        assert!(said.contains("OX Updater”") && said.contains("Ask an administrator to remove it"), "{said}");
    }
    assert_eq!((unfit.0.load(Ordering::SeqCst), plain.requests()), (1, Vec::new()));
}

#[test]
fn what_is_for_one_person_is_not_installed_with_anothers_rights() {
    let check = |name: &str, scope: Option<Scope>, rights: Rights, expected: Option<Step>| {
        let offer = Product { scope, ..offer(name, "files/package.msi") };
        let web = site(&offer, name);
        let pc = Pc::new(FakeMachine::default().with_rights(rights));
        let server = server(&web.address());
        let updater = pc.updater(&server, &web.address());
        let [item] = updater.check().unwrap().plan.items.try_into().unwrap();
        let ended = updater.install(&pc.lock(), &item, &mut |_| Proceed::GoOn).unwrap();
        let requests = usize::from(expected.is_none());
        let shown = format!("{name} {scope:?} {rights:?}: {}", ended.outcome.sentence);
        assert_eq!(pc.machine.requests().len(), requests, "{shown}");
        assert_eq!(item.step(), expected.unwrap_or(Step::Install), "{shown}");
        let says = ended.outcome.sentence.to_string().contains("It is for one person");
        assert_eq!(says, expected.is_some(), "{shown}");
    };
    let (one, all) = ("user-1.0.0.msi", "notes-1.0.0.msi");
    for rights in [Rights::Plain, Rights::Always] {
        check(one, Some(Scope::User), rights, None);
        check(one, None, rights, None);
        check(all, None, rights, None);
    }
    for rights in [Rights::Consented, Rights::System] {
        check(one, Some(Scope::User), rights, Some(Step::Blocked));
        // The offer does not say for whom it is; the package does.
        check(one, None, rights, Some(Step::Install));
        check(all, None, rights, None);
        check(all, Some(Scope::Machine), rights, None);
    }
}

#[test]
fn a_deputy_that_is_lost_or_speaks_nonsense_leaves_the_database_to_tell() {
    struct Liar(&'static [u8]);
    impl Elevator for Liar {
        fn start(&self) -> Result<Line, NotElevated> {
            let ((ears, mut voice), (hears, _)) = (pipe().unwrap(), pipe().unwrap());
            voice.write_all(self.0).unwrap();
            Ok(Line { ears: Box::new(ears), voice: Box::new(Deaf(hears)), process: None, bequest: None })
        }
    }
    /// Hears nothing, and does not mind.
    struct Deaf(#[expect(dead_code, reason = "it is held open")] PipeReader);
    impl Write for Deaf {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let stage = Stage::set(FakeMachine::default());
    let plain = FakeMachine::default();
    let package = stage.verified(&quiet("notes-1.0.0.msi"), "notes-1.0.0.msi");
    let install = |said: &'static [u8]| {
        let machine = ElevatingMachine::new(&plain, Box::new(Liar(said)));
        machine.install(&package, &request(&stage, None), &mut go_on)
    };
    let check = |said: &'static [u8], expected: Option<ExitCode>| {
        let ended = install(said);
        let broken = matches!(ended, Err(MachineError::Elevation(_)));
        assert_eq!(ended.ok(), expected, "{}", String::from_utf8_lossy(said));
        assert_eq!(broken, expected.is_none());
    };
    check(b"", None);
    check(b"what\n", None);
    check(b"\"ready\"\n", Some(LOST));
    check(b"\"ready\"\n\"ready\"\n", Some(LOST));
    check(b"\"ready\"\n{\"progress\":\"goes-on\"}\nwhat\n", Some(LOST));
    check(b"\"ready\"\n{\"log\":\"no base64!\"}\n{\"ended\":3010}\n", Some(ExitCode(3010)));
    check(b"\"ready\"\n{\"refused\":\"package\"}\n", None);
    assert_eq!(plain.requests(), []);
}

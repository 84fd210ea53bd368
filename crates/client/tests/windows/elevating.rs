//! A deputy in a process of its own: what is for everyone is installed by it, from a copy that only administrators can write.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::windows::io::OwnedHandle;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use catalog::{InstallParams, Product, xml};
use client::elevation::{
    ElevatingMachine, Elevator, InstallOrder, Line, News, NotElevated, Order, Refusal, StepsAside,
};
use client::machine::{
    Display, ExitCode, InstallProgress, InstallRequest, Machine as _, MachineError, Proceed,
};
use client::verify::verify;
use client::windows::{WindowsMachine, await_deputy};

use crate::stage::{Stage, is_wine, offer, remove_folder, until, verified, versions};

const OXUPDATE: &str = env!("CARGO_BIN_EXE_oxupdate");

/// Starts a deputy as any other process, with the rights of this test.
struct Starter {
    program: PathBuf,
    aside: StepsAside,
}

impl Elevator for Starter {
    fn start(&self) -> Result<Line, NotElevated> {
        await_deputy(self.aside, |words| process(&self.program, words))
    }
}

fn process(program: &Path, words: &[String]) -> Result<OwnedHandle, NotElevated> {
    let mut command = Command::new(program);
    let command = command.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(OwnedHandle::from).map_err(NotElevated::Failed)
}

/// Where deputies keep what they install.
const FOLDER: &str = r"C:\ProgramData\OX Updater";

/// Where the packages lie that deputies copied.
pub(crate) fn copies() -> Vec<PathBuf> {
    let folders = fs::read_dir(Path::new(FOLDER).join("packages")).into_iter().flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "msi")).collect()
}

/// Forgets them.
pub(crate) fn forget_copies() {
    let _ = fs::remove_dir_all(Path::new(FOLDER).join("packages"));
}

fn request(stage: &Stage) -> InstallRequest {
    let log = stage.folder().join("install.log");
    InstallRequest { display: Display::Full, property_line: String::new(), target: None, log }
}

fn go_on(_: InstallProgress) -> Proceed {
    Proceed::GoOn
}

fn log(request: &InstallRequest) -> String {
    let mut log = fs::read(&request.log).unwrap();
    log.retain(|byte| *byte != 0);
    String::from_utf8_lossy(&log).into_owned()
}

#[test]
fn a_deputy_installs_for_everyone_and_tells_the_log() {
    let stage = Stage::set();
    forget_copies();
    let plain = WindowsMachine::new();
    let elevator = Box::new(Starter { program: OXUPDATE.into(), aside: StepsAside::No });
    let machine = ElevatingMachine::new(&plain, elevator);
    let request = request(&stage);
    let package = stage.package("notes-1.0.0");
    assert_eq!(machine.install(&verified(&package), &request, &mut go_on).unwrap(), ExitCode(0));
    assert_eq!(versions("notes-1.0.0"), ["1.0.0"]);
    assert!(log(&request).contains("InstallFinalize"), "{}", log(&request));
    let [copy] = copies().try_into().unwrap();
    assert_eq!(fs::read(copy).unwrap(), fs::read(package).unwrap());
    // The same deputy goes on, hears a cancel, and does what comes behind it.
    let newer = verified(&stage.package("notes-2.0.0"));
    let cancelled = machine.install(&newer, &request, &mut |_| Proceed::Cancel).unwrap();
    assert_eq!((cancelled, versions("notes-1.0.0")), (ExitCode(1602), vec!["1.0.0".to_owned()]));
    assert_eq!(machine.install(&newer, &request, &mut go_on).unwrap(), ExitCode(0));
    assert_eq!(versions("notes-1.0.0"), ["2.0.0"]);
}

#[test]
fn a_deputys_copy_cannot_be_changed_while_it_is_installed() {
    let stage = Stage::set();
    forget_copies();
    let plain = WindowsMachine::new();
    let elevator = Box::new(Starter { program: OXUPDATE.into(), aside: StepsAside::No });
    let machine = ElevatingMachine::new(&plain, elevator);
    let (package, go) = (stage.package("hanging-1.0.0"), stage.folder().join("go"));
    let install_params =
        InstallParams::parse("/qn").unwrap().with_property("GO", go.to_str().unwrap()).unwrap();
    let offer = Product { install_params, ..offer("hanging-1.0.0") };
    let request = InstallRequest { display: Display::None, ..request(&stage) };
    let (mut is_at_work, mut tries) = (false, Vec::new());
    let ended = machine.install(&verify(&package, &offer, |_| ()).unwrap(), &request, &mut |progress| {
        is_at_work |= matches!(progress, InstallProgress::Action(_));
        // It waits in the middle, until somebody lets it go on.
        if is_at_work && progress == InstallProgress::GoesOn && !go.exists() {
            tries.extend(copies().iter().map(|copy| fs::write(copy, "other bytes").is_err()));
            tries.extend(copies().iter().map(|copy| fs::remove_file(copy).is_err()));
            fs::write(&go, "").unwrap();
        }
        Proceed::GoOn
    });
    assert_eq!((ended.unwrap(), tries), (ExitCode(0), vec![true, true]));
    assert_eq!(versions("hanging-1.0.0"), ["1.0.0"]);
}

#[test]
fn a_deputy_installs_nothing_that_is_for_one_person_or_was_changed() {
    let stage = Stage::set();
    forget_copies();
    let plain = WindowsMachine::new();
    let elevator = Box::new(Starter { program: OXUPDATE.into(), aside: StepsAside::No });
    let machine = ElevatingMachine::new(&plain, elevator);
    let request = request(&stage);
    let target = Some(client::machine::Context::Machine);
    let for_one = verified(&stage.package("user-1.0.0"));
    let claimed = InstallRequest { target, ..request.clone() };
    let ended = machine.install(&for_one, &claimed, &mut go_on);
    assert!(matches!(ended, Err(MachineError::Elevation(_))), "{ended:?}");
    assert_eq!((copies(), versions("user-1.0.0")), (Vec::new(), Vec::new()));
    // What was verified, and is another by the time that the deputy reads it.
    let notes = stage.package("notes-1.0.0");
    let offered = offer("notes-1.0.0");
    let changed = fs::read(&notes).unwrap().into_iter().rev().collect::<Vec<u8>>();
    fs::write(&notes, changed).unwrap();
    assert_eq!(ends(&order(&notes, &offered)), News::Refused(Refusal::Package));
    assert_eq!((copies(), versions("notes-1.0.0")), (Vec::new(), Vec::new()));
    // By this program itself it goes to this person.
    assert_eq!(machine.install(&for_one, &request, &mut go_on).unwrap(), ExitCode(0));
    assert_eq!((copies(), versions("user-1.0.0")), (Vec::new(), vec!["1.0.0".to_owned()]));
}

/// An order to install a package for everyone.
fn order(package: &Path, offer: &Product) -> Order {
    let package = package.to_str().unwrap().to_owned();
    Order::Install(InstallOrder {
        package,
        offer: xml::write(std::slice::from_ref(offer)),
        display: Display::Full,
    })
}

/// How a deputy of the test's own ends an order.
fn ends(order: &Order) -> News {
    let elevator = Starter { program: OXUPDATE.into(), aside: StepsAside::No };
    let mut line = elevator.start().unwrap_or_else(|_| panic!("no deputy"));
    let mut said = serde_json::to_vec(order).unwrap();
    said.push(b'\n');
    line.voice.write_all(&said).unwrap();
    let news = BufReader::new(line.ears).lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap());
    news.into_iter().find(|news| matches!(news, News::Ended(_) | News::Refused(_))).unwrap()
}

#[test]
fn a_deputy_whose_folder_is_not_administrators_own_says_so() {
    let stage = Stage::set();
    forget_copies();
    // Somebody made it before, and something else at that: so it is on Windows, whoever runs this.
    let (folder, aside) = (Path::new(FOLDER), Path::new(r"C:\ProgramData\OX Updater before"));
    let was_there = folder.exists();
    if was_there {
        // A deputy of the test before may still be on its way out.
        until("nobody is in the folder", || fs::rename(folder, aside).is_ok());
    }
    fs::write(folder, "not a folder").unwrap();
    let plain = WindowsMachine::new();
    let ends = [StepsAside::No, StepsAside::Yes].map(|aside| {
        let machine = ElevatingMachine::new(&plain, Box::new(Starter { program: OXUPDATE.into(), aside }));
        machine.install(&verified(&stage.package("notes-1.0.0")), &request(&stage), &mut go_on)
    });
    fs::remove_file(folder).unwrap();
    if was_there {
        fs::rename(aside, folder).unwrap();
    }
    for ended in ends {
        let said = ended.unwrap_err().to_string();
        assert!(said.contains(FOLDER) && said.contains("Ask an administrator to remove it"), "{said}");
    }
    assert_eq!(versions("notes-1.0.0"), Vec::<String>::new());
}

#[test]
fn only_the_process_that_was_started_is_a_deputy() {
    let _stage = Stage::set();
    let mut held_open = None;
    let line = await_deputy(StepsAside::No, |words| {
        // One that nobody started comes, and the one that was started lives on without coming.
        drop(process(Path::new(OXUPDATE), words)?);
        let mut other = Command::new(r"C:\windows\system32\cmd.exe");
        let other = other.arg("/k").stdin(Stdio::piped()).stdout(Stdio::null()).spawn();
        let mut other = other.map_err(NotElevated::Failed)?;
        held_open = other.stdin.take();
        Ok(OwnedHandle::from(other))
    });
    drop(held_open);
    let Err(NotElevated::Failed(error)) = line else { panic!("a stranger was taken for the deputy") };
    assert_eq!(error.to_string(), "another process came");
}

#[test]
fn a_deputy_that_steps_aside_leaves_its_program_to_be_replaced() {
    let stage = Stage::set();
    forget_copies();
    let program = stage.folder().join("oxupdate.exe");
    fs::copy(OXUPDATE, &program).unwrap();
    let plain = WindowsMachine::new();
    let elevator = Box::new(Starter { program: program.clone(), aside: StepsAside::Yes });
    let machine = ElevatingMachine::new(&plain, elevator);
    let (mut request, mut replaced) = (request(&stage), None);
    request.display = Display::Full;
    let package = verified(&stage.package("notes-1.0.0"));
    let ended = machine.install(&package, &request, &mut |progress| {
        if progress != InstallProgress::AsksForConsent {
            // The deputy works by now, from elsewhere.
            replaced.get_or_insert_with(|| fs::write(&program, "another version"));
        }
        Proceed::GoOn
    });
    assert_eq!(ended.unwrap(), ExitCode(0));
    replaced.unwrap().unwrap();
    assert_eq!(versions("notes-1.0.0"), ["1.0.0"]);
}

#[test]
fn from_program_files_what_is_for_everyone_goes_by_a_deputy() {
    let stage = Stage::set();
    forget_copies();
    let folder = PathBuf::from(r"C:\Program Files\OX Updater Test");
    fs::create_dir_all(&folder).unwrap();
    let program = folder.join("oxupdate.exe");
    fs::copy(OXUPDATE, &program).unwrap();
    let catalog = stage.folder().join("update.xml");
    let offers = ["notes-1.0.0", "user-1.0.0", "restart-1.0.0"].map(|name| {
        let package = stage.package(name);
        Product { url: package.file_name().unwrap().to_str().unwrap().to_owned(), ..offer(name) }
    });
    fs::write(&catalog, xml::write(&offers)).unwrap();
    let ended = Command::new(&program)
        .args(["install", "--all", "--json", "--server"])
        .arg(&catalog)
        .arg("--state")
        .arg(stage.folder().join("state"))
        .output()
        .unwrap();
    remove_folder(&folder);
    for name in ["notes-1.0.0", "restart-1.0.0"] {
        assert_eq!(versions(name), ["1.0.0"], "{name} {ended:?}");
    }
    // Wine's token is a full one as if somebody had consented, and nobody was asked: there it counts as the person's own. On Windows this test
    // has an administrator's rights; whether somebody consented to them decides about what is for one person.
    let own = WindowsMachine::new().rights().are_the_persons_own();
    let (code, for_one): (i32, &[&str]) = if own { (0, &["1.0.0"]) } else { (45, &[]) };
    assert!(own || !is_wine());
    assert_eq!(
        (ended.status.code(), versions("user-1.0.0")),
        (Some(code), for_one.iter().map(ToString::to_string).collect())
    );
    // Who has an administrator's rights already asks nobody.
    assert_eq!(copies().len(), if is_wine() { 2 } else { 0 }, "{:?}", copies());
}

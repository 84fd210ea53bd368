//! The side without an administrator's rights: a machine that lets a deputy install what is for everyone, and does the rest itself.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::mem;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use catalog::{Platform, UpgradeCode};

use super::listening::Listening;
use super::way::is_for_everyone;
use super::wire::{Heard, InstallOrder, News, Order, log_bytes};
use super::{ElevationError, Elevator, ForChild, Line, NotElevated, Refusal, Rights};
use crate::machine::{
    Desktop, ExitCode, InstallProgress, InstallRequest, Installed, Machine, MachineError, NEWS_TIME_MAX,
    Proceed, Turn, WindowsInstaller, WindowsVersion,
};
use crate::state::Pending;
use crate::verify::Verified;

/// How an install ends for which nobody consented; Microsoft: ERROR_CANCELLED.
pub const REFUSED: ExitCode = ExitCode(1223);
/// How an install ends that the person stopped before it began; Microsoft: ERROR_INSTALL_USEREXIT.
const CANCELLED: ExitCode = ExitCode(1602);
/// How an install ends whose deputy was lost, so that nobody saw its end; Microsoft: ERROR_PROCESS_ABORTED.
pub const LOST: ExitCode = ExitCode(1067);
/// How long a deputy may say nothing while it installs, though it is to say something each second.
pub const SILENCE_TIME_MAX: Duration = Duration::from_secs(120);

/// A machine on which a deputy installs what is for everyone. When it goes, the deputy has ended, or had [`super::PARTING_TIME_MAX`] for it.
pub struct ElevatingMachine<'a> {
    plain: &'a dyn Machine,
    elevator: Box<dyn Elevator + 'a>,
    deputy: Mutex<Standing>,
}

/// How it stands with the deputy.
enum Standing {
    /// None was needed, or it ended.
    Absent,
    /// The person refused it; it is not asked for again.
    Refused,
    /// It could not begin; another one could not either.
    Unfit(Refusal),
    /// It listens.
    Present(Listening),
}

impl<'a> ElevatingMachine<'a> {
    /// The machine, for one batch.
    #[must_use]
    pub fn new(plain: &'a dyn Machine, elevator: Box<dyn Elevator + 'a>) -> Self {
        Self { plain, elevator, deputy: Mutex::new(Standing::Absent) }
    }

    /// The machine with a deputy that somebody else asked for; another one is asked for only if that one is lost.
    #[must_use]
    pub fn with_deputy(plain: &'a dyn Machine, elevator: Box<dyn Elevator + 'a>, line: Line) -> Self {
        let standing = Listening::begin(line).map_or(Standing::Absent, Standing::Present);
        Self { plain, elevator, deputy: Mutex::new(standing) }
    }

    fn install_by_deputy(
        &self,
        package: &Verified,
        request: &InstallRequest,
        watch: &mut dyn FnMut(InstallProgress) -> Proceed,
    ) -> Result<ExitCode, MachineError> {
        let mut standing = self.standing();
        let mut asked = Proceed::GoOn;
        let deputy = self.deputy(&mut standing, &mut |progress| {
            let proceed = watch(progress);
            if proceed == Proceed::Cancel {
                asked = Proceed::Cancel;
            }
            proceed
        });
        let deputy = deputy?;
        if asked == Proceed::Cancel {
            return Ok(CANCELLED);
        }
        let Some(deputy) = deputy else { return Ok(REFUSED) };
        let ended = install(deputy, package, request, watch);
        // One that refused something has nothing more to say.
        if !matches!(ended, Ok(code) if code != LOST) {
            *standing = Standing::Absent;
        }
        ended
    }

    fn standing(&self) -> MutexGuard<'_, Standing> {
        self.deputy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The deputy, which is asked for if there is none; `None` if the person refused it, or wants no question.
    fn deputy<'s>(
        &self,
        standing: &'s mut Standing,
        watch: &mut dyn FnMut(InstallProgress) -> Proceed,
    ) -> Result<Option<&'s mut Listening>, ElevationError> {
        // One that waited too long for an order has ended meanwhile.
        if matches!(standing, Standing::Present(deputy) if !deputy.is_there()) {
            *standing = Standing::Absent;
        }
        if matches!(standing, Standing::Absent) {
            // Who wants it stopped is not asked at all.
            if watch(InstallProgress::AsksForConsent) == Proceed::Cancel {
                return Ok(None);
            }
            *standing = match self.start(watch) {
                Ok(line) => greet(line)?,
                Err(NotElevated::Refused) => Standing::Refused,
                Err(NotElevated::Failed(source)) => return Err(ElevationError::NotStarted { source }),
            };
        }
        match standing {
            Standing::Present(deputy) => Ok(Some(deputy)),
            Standing::Unfit(refusal) => Err(ElevationError::Refused(*refusal)),
            Standing::Absent | Standing::Refused => Ok(None),
        }
    }

    /// Starts a deputy, which lasts as long as the person thinks about it.
    fn start(&self, watch: &mut dyn FnMut(InstallProgress) -> Proceed) -> Result<Line, NotElevated> {
        thread::scope(|scope| {
            let (tell, told) = channel();
            let elevator = self.elevator.as_ref();
            let starting = move || drop(tell.send(elevator.start()));
            thread::Builder::new().spawn_scoped(scope, starting).map_err(NotElevated::Failed)?;
            loop {
                match told.recv_timeout(NEWS_TIME_MAX) {
                    Ok(started) => return started,
                    // Windows' question cannot be taken back: what is wished meanwhile is heard behind it.
                    Err(RecvTimeoutError::Timeout) => drop(watch(InstallProgress::AsksForConsent)),
                    Err(RecvTimeoutError::Disconnected) => {
                        return Err(NotElevated::Failed(io::Error::other("the starting thread ended")));
                    }
                }
            }
        })
    }
}

/// Waits until the deputy says that it listens, or why it does not.
fn greet(line: Line) -> Result<Standing, ElevationError> {
    let deputy = Listening::begin(line)?;
    match deputy.hear(SILENCE_TIME_MAX) {
        Heard::Said(News::Ready) => Ok(Standing::Present(deputy)),
        Heard::Said(News::Refused(refusal)) => Ok(Standing::Unfit(refusal)),
        _ => Err(ElevationError::Broken),
    }
}

/// Lets a deputy install a package and passes on what it tells.
fn install(
    deputy: &mut Listening,
    package: &Verified,
    request: &InstallRequest,
    watch: &mut dyn FnMut(InstallProgress) -> Proceed,
) -> Result<ExitCode, MachineError> {
    let order = InstallOrder {
        package: package.path().to_str().ok_or(ElevationError::Broken)?.to_owned(),
        offer: Pending::offer(package.offer()),
        display: request.display,
    };
    deputy.say(&Order::Install(order)).map_err(|_| ElevationError::Broken)?;
    let mut log = Log::begin(&request.log);
    let (mut silence, mut asked) = (Duration::ZERO, Proceed::GoOn);
    loop {
        let progress = match deputy.hear(NEWS_TIME_MAX) {
            Heard::Said(News::Progress(progress)) => progress,
            Heard::Said(News::Log(written)) => {
                log.append(&written);
                continue;
            }
            Heard::Said(News::Ended(code)) => return Ok(ExitCode(code)),
            Heard::Said(News::Refused(refusal)) => return Err(ElevationError::Refused(refusal).into()),
            Heard::Silence if silence < SILENCE_TIME_MAX => {
                silence += NEWS_TIME_MAX;
                if asked == Proceed::GoOn && watch(InstallProgress::GoesOn) == Proceed::Cancel {
                    asked = Proceed::Cancel;
                    // One that is gone is found out at the next word.
                    let _ = deputy.say(&Order::Cancel);
                }
                continue;
            }
            // What is installed by then tells what came of it.
            Heard::Said(News::Ready) | Heard::Nonsense | Heard::Silence | Heard::Gone => return Ok(LOST),
        };
        silence = Duration::ZERO;
        if watch(progress) == Proceed::Cancel && asked == Proceed::GoOn {
            asked = Proceed::Cancel;
            let _ = deputy.say(&Order::Cancel);
        }
    }
}

/// The log of an install, written as far as the deputy tells it; one that cannot be written explains nothing.
struct Log(Option<File>);

impl Log {
    fn begin(path: &Path) -> Self {
        Self(OpenOptions::new().create(true).write(true).truncate(true).open(path).ok())
    }

    fn append(&mut self, written: &str) {
        if let (Some(file), Some(bytes)) = (&mut self.0, log_bytes(written)) {
            let _ = file.write_all(&bytes);
        }
    }
}

impl Machine for ElevatingMachine<'_> {
    fn installed(&self, upgrade_code: UpgradeCode) -> Result<Vec<Installed>, MachineError> {
        self.plain.installed(upgrade_code)
    }

    fn platforms(&self) -> Vec<Platform> {
        self.plain.platforms()
    }

    fn running(&self, programs: &[String]) -> Result<Vec<String>, MachineError> {
        self.plain.running(programs)
    }

    fn free_space(&self, folder: &Path) -> Result<u64, MachineError> {
        self.plain.free_space(folder)
    }

    fn desktop(&self) -> Desktop {
        self.plain.desktop()
    }

    fn rights(&self) -> Rights {
        self.plain.rights()
    }

    fn windows(&self) -> WindowsVersion {
        self.plain.windows()
    }

    fn started_at(&self) -> Option<i64> {
        self.plain.started_at()
    }

    fn computer_name(&self) -> String {
        self.plain.computer_name()
    }

    fn make_account_folder(&self) -> Result<(), MachineError> {
        self.plain.make_account_folder()
    }

    fn turn(&self) -> Result<Option<Turn>, MachineError> {
        self.plain.turn()
    }

    fn installer(&self) -> WindowsInstaller {
        self.plain.installer()
    }

    fn for_child(&self, watch: &mut dyn FnMut(InstallProgress) -> Proceed) -> Result<ForChild, MachineError> {
        let mut standing = self.standing();
        let Some(deputy) = self.deputy(&mut standing, watch)? else { return Ok(ForChild::Refused) };
        let line = deputy.for_child().map_err(|source| ElevationError::NotStarted { source })?;
        Ok(line.map_or(ForChild::Nothing, ForChild::Line))
    }

    fn child_has_begun(&self) {
        if let Standing::Present(deputy) = mem::replace(&mut *self.standing(), Standing::Absent) {
            deputy.leave_to_child();
        }
    }

    fn install(
        &self,
        package: &Verified,
        request: &InstallRequest,
        watch: &mut dyn FnMut(InstallProgress) -> Proceed,
    ) -> Result<ExitCode, MachineError> {
        if is_for_everyone(request.target, package.metadata().scope) {
            self.install_by_deputy(package, request, watch)
        } else {
            self.plain.install(package, request, watch)
        }
    }
}

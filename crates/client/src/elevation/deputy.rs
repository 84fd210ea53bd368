//! The side with an administrator's rights: installs for everyone what is left of an order after it was judged anew.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

use catalog::{Product, Scope};

use super::Line;
use super::judgement::{Refusal, display, is_plain_windows_path, offer, preparation};
use super::wire::{Heard, InstallOrder, News, Order, Talk};
use crate::clock::Clock;
use crate::download::{Folder, PACKAGE_SIZE_MAX};
use crate::machine::{InstallProgress, InstallRequest, Machine, Proceed, hold_in_place};
use crate::packages;
use crate::state::State;
use crate::updater::now;
use crate::verify::{self, Verified};

/// How long a deputy waits for the next order, such as while the next package is downloaded.
pub const IDLE_TIME_MAX: Duration = Duration::from_secs(60 * 60);
/// How long a deputy lives at most: behind that it begins no install any more, and consent is asked for anew.
pub const LIFE_TIME_MAX: Duration = Duration::from_secs(8 * 60 * 60);
/// The most bytes of a log that are told.
pub const LOG_SIZE_MAX: u64 = 32 * 1024 * 1024;

/// How an install ends that was cancelled; Microsoft: ERROR_INSTALL_USEREXIT.
const CANCELLED: u32 = 1602;
/// The most bytes of a log that one word tells.
const LOG_PIECE_SIZE_MAX: u64 = 64 * 1024;
/// The most words about the log between two about progress.
const LOG_PIECES_MAX: usize = 8;
/// How many bytes of a package are copied between two words.
const CHUNK_SIZE: u64 = 4 * 1024 * 1024;

/// What installs for everyone, by the orders of a person's client.
pub struct Deputy<'a> {
    /// What it installs on.
    pub machine: &'a dyn Machine,
    /// A folder that only administrators can write; packages stay in it as the source for repair.
    pub state: &'a State,
    /// How time goes by.
    pub clock: &'a dyn Clock,
}

impl Deputy<'_> {
    /// Does what it is told until it is told to end, has nothing to do for [`IDLE_TIME_MAX`], has lived for [`LIFE_TIME_MAX`], hears nonsense,
    /// or is alone.
    ///
    /// # Errors
    /// If it could not begin to listen.
    pub fn serve(&self, line: Line) -> io::Result<()> {
        let mut hearing =
            Hearing { talk: Talk::begin(line.ears, line.voice)?, wish: Proceed::GoOn, is_over: false };
        hearing.say(&News::Ready);
        let begun_at = self.clock.elapsed();
        let mut idle_since = begun_at;
        while !hearing.is_over {
            let Some(left) = time_left(begun_at, idle_since, self.clock.elapsed()) else { return Ok(()) };
            match hearing.talk.hear(left) {
                Heard::Said(Order::Install(order)) => {
                    hearing.wish = Proceed::GoOn;
                    let ended = self.install(&order, &mut hearing);
                    hearing.say(&ended.map_or_else(News::Refused, News::Ended));
                    // Who is refused once is not listened to any more.
                    hearing.is_over |= ended.is_err();
                    idle_since = self.clock.elapsed();
                }
                // It came when the install had just ended, and is nothing to do.
                Heard::Said(Order::Cancel) => {}
                Heard::Nonsense => {
                    hearing.say(&News::Refused(Refusal::NotUnderstood));
                    return Ok(());
                }
                Heard::Said(Order::End) | Heard::Silence | Heard::Gone => return Ok(()),
            }
        }
        Ok(())
    }

    fn install(&self, order: &InstallOrder, hearing: &mut Hearing) -> Result<u32, Refusal> {
        let product = offer(&order.offer)?;
        let display = display(&product, order.display, self.machine.desktop())?;
        if cfg!(windows) && !is_plain_windows_path(&order.package) {
            return Err(Refusal::Path);
        }
        let given = PathBuf::from(&order.package);
        if !given.is_absolute() {
            return Err(Refusal::Path);
        }
        let folder = Folder::open(&self.state.downloads(), &self.state.packages(), &product);
        let folder = folder.map_err(|_| Refusal::Folder)?;
        let verified = take_over(&given, &folder, &product, hearing);
        if hearing.wish == Proceed::Cancel {
            return Ok(CANCELLED);
        }
        let verified = verified?;
        let installed = self.machine.installed(product.upgrade_code).map_err(|_| Refusal::Obstacle)?;
        let prepared = preparation(&product, verified.metadata(), installed, &self.machine.platforms())?;
        let verified = match &prepared.file_name {
            Some(name) => named(verified, name, &folder, &product)?,
            None => verified,
        };
        let log = self.state.log(&format!("{}-{}", product.name, product.version), now());
        let log = log.map_err(|_| Refusal::Folder)?;
        let request = InstallRequest {
            display,
            property_line: prepared.property_line,
            target: prepared.target,
            log: log.clone(),
        };
        hearing.tell(InstallProgress::GoesOn);
        if hearing.is_over || hearing.wish == Proceed::Cancel {
            // Nobody is there who wants it.
            return Ok(CANCELLED);
        }
        let mut tail = Tail { path: log, told: 0 };
        let ended = self.machine.install(&verified, &request, &mut |progress| {
            hearing.tell(progress);
            tail.tell(hearing, LOG_PIECES_MAX);
            hearing.wish
        });
        drop(verified);
        tail.tell(hearing, usize::MAX);
        let code = ended.map_err(|_| Refusal::NotStarted)?.0;
        if matches!(code, 0 | 3010 | 1641) {
            packages::installed(&self.state.packages(), &product);
        }
        packages::make_room(&self.state.packages(), &product, self.machine);
        Ok(code)
    }
}

/// How long a deputy waits for an order that began then, did something last then, and looks at the clock now; `None` if it is over.
fn time_left(begun_at: Duration, idle_since: Duration, now: Duration) -> Option<Duration> {
    let ends_at = (begun_at + LIFE_TIME_MAX).min(idle_since + IDLE_TIME_MAX);
    ends_at.checked_sub(now).filter(|left| !left.is_zero())
}

/// The talk, and what was heard in it while something is done.
struct Hearing {
    talk: Talk<Order>,
    wish: Proceed,
    is_over: bool,
}

impl Hearing {
    /// Says a word; who cannot be heard any more has gone.
    fn say(&mut self, news: &News) {
        if !self.is_over && self.talk.say(news).is_err() {
            self.is_over = true;
        }
    }

    /// Tells how it goes and hears what is wished.
    fn tell(&mut self, progress: InstallProgress) {
        self.say(&News::Progress(progress));
        match self.talk.hear_now() {
            Heard::Silence => {}
            Heard::Said(Order::Cancel) => self.wish = Proceed::Cancel,
            // An install that was begun goes on without its person.
            Heard::Said(Order::End) | Heard::Gone => self.is_over = true,
            Heard::Said(Order::Install(_)) | Heard::Nonsense => {
                self.is_over = true;
                self.wish = Proceed::Cancel;
            }
        }
    }
}

/// Copies a package to where only administrators can write, unless the very same lies there, and verifies the copy.
fn take_over(
    given: &Path,
    folder: &Folder,
    product: &Product,
    hearing: &mut Hearing,
) -> Result<Verified, Refusal> {
    if folder.package().is_file() {
        if let Ok(verified) =
            verify::verify(&folder.package(), product, |_| hearing.tell(InstallProgress::GoesOn))
        {
            return Ok(verified);
        }
        folder.clear();
    }
    let original = hold_in_place(given).map_err(|_| Refusal::Unreadable)?;
    let size = original.metadata().ok().filter(fs::Metadata::is_file).ok_or(Refusal::Unreadable)?.len();
    if size > PACKAGE_SIZE_MAX || product.size.is_some_and(|offered| offered != size) {
        return Err(Refusal::Package);
    }
    copy(original, &folder.package(), size, hearing).map_err(|_| {
        folder.clear();
        Refusal::Copy
    })?;
    let verified = verify::verify(&folder.package(), product, |_| hearing.tell(InstallProgress::GoesOn));
    let refusal = match verified {
        Ok(verified) if verified.metadata().scope != Scope::User => return Ok(verified),
        Ok(for_one) => {
            // What is held open cannot be deleted.
            drop(for_one);
            Refusal::ForOnePerson
        }
        Err(_) => Refusal::Package,
    };
    folder.clear();
    Err(refusal)
}

fn copy(original: File, to: &Path, size: u64, hearing: &mut Hearing) -> io::Result<()> {
    let mut copy = OpenOptions::new().write(true).create_new(true).open(to)?;
    let mut rest = original.take(size);
    loop {
        if io::copy(&mut rest.by_ref().take(CHUNK_SIZE), &mut copy)? == 0 {
            return copy.sync_all();
        }
        hearing.tell(InstallProgress::GoesOn);
        if hearing.wish == Proceed::Cancel || hearing.is_over {
            return Err(io::ErrorKind::Interrupted.into());
        }
    }
}

/// The package under the name that an update in place has to have.
fn named(verified: Verified, name: &str, folder: &Folder, product: &Product) -> Result<Verified, Refusal> {
    if verified.path().file_name().is_some_and(|own| own.eq_ignore_ascii_case(name)) {
        return Ok(verified);
    }
    let named = folder.named(name).map_err(|_| Refusal::Copy)?;
    verify::verify(&named, product, |_| ()).map_err(|_| Refusal::Package)
}

/// What of a log was not told yet.
struct Tail {
    path: PathBuf,
    told: u64,
}

impl Tail {
    /// Tells what has come to the log, in so many pieces at most. A log that cannot be read explains nothing.
    fn tell(&mut self, hearing: &mut Hearing, pieces_max: usize) {
        for _ in 0..pieces_max {
            let left = LOG_SIZE_MAX.saturating_sub(self.told).min(LOG_PIECE_SIZE_MAX);
            match self.piece(left) {
                Ok(piece) if !piece.is_empty() && !hearing.is_over => {
                    self.told += piece.len() as u64;
                    hearing.say(&News::log(&piece));
                }
                _ => return,
            }
        }
    }

    fn piece(&self, size_max: u64) -> io::Result<Vec<u8>> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(self.told))?;
        let mut piece = Vec::new();
        file.take(size_max).read_to_end(&mut piece)?;
        Ok(piece)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{IDLE_TIME_MAX, LIFE_TIME_MAX, time_left};

    #[test]
    fn a_deputy_waits_an_hour_and_lives_a_working_day() {
        let check = |begun_at: u64, idle_since: u64, now: u64, left: Option<u64>| {
            let minutes = |count: u64| Duration::from_secs(count * 60);
            let found = time_left(minutes(begun_at), minutes(idle_since), minutes(now));
            assert_eq!(found, left.map(minutes), "{begun_at} {idle_since} {now}");
        };
        assert_eq!((IDLE_TIME_MAX.as_secs(), LIFE_TIME_MAX.as_secs()), (60 * 60, 480 * 60));
        check(0, 0, 0, Some(60));
        check(5, 5, 64, Some(1));
        check(5, 5, 65, None);
        check(0, 100, 130, Some(30));
        check(0, 470, 470, Some(10));
        check(0, 479, 480, None);
        check(0, 500, 500, None);
    }
}

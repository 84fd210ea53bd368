//! What the window's editor wants done outside: files are read and written on threads, and what came of it is told as news.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use text::message;

use crate::catalog_file::{self, CatalogFile};
use crate::form::{Expected, News, NotSaved, Save, Task};
use crate::package::{Package, read_icon};
use crate::{Exit, Failure};

/// Does tasks, each on a thread of its own.
#[derive(Clone)]
pub struct Hands {
    told: Arc<dyn Fn(News) + Send + Sync>,
    /// The packages that are being read, each with what stops it.
    reading: Arc<Mutex<HashMap<u64, Arc<AtomicBool>>>>,
    /// What is being saved.
    saving: Arc<Mutex<Option<Saving>>>,
}

/// A file that is being saved.
struct Saving {
    save: Save,
    /// Whether it was given up, or is being written already.
    decided: Arc<AtomicBool>,
}

impl Hands {
    /// Hands whose news goes to `told`, on any thread.
    #[must_use]
    pub fn new(told: impl Fn(News) + Send + Sync + 'static) -> Self {
        Self { told: Arc::new(told), reading: Arc::default(), saving: Arc::default() }
    }

    /// Does a task and comes back at once; asking the person and ending are the window's own and come back undone.
    ///
    /// # Errors
    /// The task, if it is the window's.
    pub fn take(&self, task: Task) -> Result<(), Task> {
        let hands = self.clone();
        match task {
            Task::Ask(_) | Task::End => return Err(task),
            Task::StopReading { number } => {
                if let Some(stop) = self.reading().remove(&number) {
                    stop.store(true, Ordering::Relaxed);
                }
            }
            Task::Open(path) => drop(thread::spawn(move || hands.open(path))),
            Task::Save(save) => {
                let decided = Arc::new(AtomicBool::new(false));
                *self.saving() = Some(Saving { save: save.clone(), decided: Arc::clone(&decided) });
                drop(thread::spawn(move || hands.save(save, &decided)));
            }
            Task::GiveUpSaving => {
                let saving = self.saving().take();
                if let Some(Saving { save, decided }) = saving
                    && !decided.swap(true, Ordering::Relaxed)
                {
                    self.tell(News::Saved(save, Err(NotSaved::GivenUp)));
                }
            }
            Task::ReadIcon { number, path } => drop(thread::spawn(move || {
                let read = read_icon(&path).map_err(|failure| failure.message);
                hands.tell(News::IconRead { number, read });
            })),
            Task::ReadPackage { number, path } => {
                let stop = Arc::new(AtomicBool::new(false));
                self.reading().insert(number, Arc::clone(&stop));
                drop(thread::spawn(move || {
                    hands.read(number, &path, &stop);
                    hands.reading().remove(&number);
                }));
            }
        }
        Ok(())
    }

    fn reading(&self) -> std::sync::MutexGuard<'_, HashMap<u64, Arc<AtomicBool>>> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn saving(&self) -> std::sync::MutexGuard<'_, Option<Saving>> {
        self.saving.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, news: News) {
        (self.told)(news);
    }

    fn open(&self, path: PathBuf) {
        let read = match catalog_file::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(_) if is_absent(&path) => Ok(None),
            Err(failure) => Err(failure.message),
        };
        self.tell(News::Opened(path, read));
    }

    fn save(&self, save: Save, decided: &AtomicBool) {
        let told = |message: &text::Message| self.tell(News::Waiting(message.clone()));
        let file = CatalogFile::open(&save.path, told);
        // Who comes first decides: the person who waits no longer, or this.
        if !decided.swap(true, Ordering::Relaxed) {
            let done = replace(&save, file);
            self.tell(News::Saved(save, done));
        }
    }

    fn read(&self, number: u64, path: &Path, stop: &AtomicBool) {
        let is_stopped = || stop.load(Ordering::Relaxed);
        let opened = Package::open(path);
        let mut package = match opened {
            Ok(package) => package,
            Err(failure) => return self.tell(News::PackageRead { number, read: Err(failure.message) }),
        };
        let read = Ok(Box::new((package.metadata.clone(), package.size)));
        self.tell(News::PackageRead { number, read });
        let digests = package.digests_told(|done| {
            if is_stopped() {
                return ControlFlow::Break(());
            }
            self.tell(News::Hashed { number, done });
            ControlFlow::Continue(())
        });
        if !is_stopped() {
            self.tell(News::Digested { number, digests: digests.map_err(|failure| failure.message) });
        }
    }
}

fn replace(save: &Save, file: Result<CatalogFile<'_>, Failure>) -> Result<(), NotSaved> {
    let because = |failure: Failure| NotSaved::Because(failure.message);
    let file = file.map_err(because)?;
    if let Expected::This(expected) = &save.expected
        && file.bytes() != expected.as_deref()
    {
        return Err(NotSaved::ChangedMeanwhile);
    }
    if file.bytes() == Some(&*save.bytes) {
        return Ok(());
    }
    file.replace(&save.bytes).map_err(because)
}

fn is_absent(path: &Path) -> bool {
    matches!(path.symlink_metadata(), Err(error) if error.kind() == ErrorKind::NotFound)
}

impl std::fmt::Debug for Hands {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Hands").finish_non_exhaustive()
    }
}

/// How the program ends where there are no windows, with the sentence that says why.
#[must_use]
pub fn only_for_windows() -> Failure {
    Failure { exit: Exit::Misuse, message: message!("generator-window-only-windows") }
}

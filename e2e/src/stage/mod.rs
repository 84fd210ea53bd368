//! The stage on which programs with windows are tested: a desktop of its own with tray and balloons, and a hand that does there what the
//! test says.
//!
//! ```no_run
//! # use e2e::Stage;
//! let stage = Stage::open();
//! let notepad = stage.start(std::path::Path::new("notepad"), &[], &[]);
//! let window = stage.window(notepad, "Notepad");          // waits for it, and fails with a sentence if it does not come
//! stage.press(&window, "Next >");                         // a button, by what stands on it, without “&”
//! stage.fill(&window, "Password", "secret");              // a field, by its label
//! stage.tick(&window, "Notes", true);                     // a row of the window's table, by one of its texts
//! let balloon = stage.balloon("New updates");             // a balloon, by heading or text
//! stage.click(balloon.place);                             // the mouse
//! stage.keys("Alt+N");                                    // the keyboard, for the window in front
//! stage.picture("tray-list");                             // target/screens/tray-list.png
//! ```
//!
//! Under Wine the desktop is a virtual one on an X server of its own, whatever graphics the prefix is set to; on Windows it is the one
//! that is there. `stagehand.exe`, whose place `OXUPDATER_STAGEHAND` tells, runs on it and is spoken to over loopback. All waiting is done
//! here, by asking again; each wait has a limit and ends with a sentence that says what was looked for and what was there instead.
//! What was started is ended with the stage. The file that its programs wrote to is shown when something fails.

mod desktop;
mod hands;
mod looking;

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

pub use stagehand::{Answer, Button, Choices, Control, Order, Place, Post, Progress, Row, Table, Window};
use tempfile::TempDir;

use desktop::Desktop;

/// How long the hand may take to come to the stage; a fresh Wine prefix starts a lot with its first program.
const OPEN_TIME_MAX: Duration = Duration::from_secs(90);
/// How long the hand may take for one order.
const ORDER_TIME_MAX: Duration = Duration::from_secs(60);
/// How long something may take to be there.
pub const WAIT_TIME_MAX: Duration = Duration::from_secs(30);
/// How often is looked.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// What a stage is like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// The width and the height of the desktop, in pixels; on Windows it is as it is.
    pub size: (u16, u16),
    /// Dots per inch: 96 is 100 %, 192 is 200 %. On Windows it is as it is.
    pub dpi: u32,
    /// What the environment of all programs has besides the test's own.
    pub environment: Vec<(String, String)>,
}

impl Default for Scene {
    fn default() -> Self {
        Self { size: (1280, 800), dpi: 96, environment: Vec::new() }
    }
}

/// A desktop and the hand that works on it. Everything ends when this is dropped.
pub struct Stage {
    connection: Mutex<Option<Connection>>,
    desktop: Desktop,
    folder: TempDir,
}

struct Connection {
    orders: TcpStream,
    answers: BufReader<TcpStream>,
}

impl Stage {
    /// A desktop of the usual size with nothing on it.
    ///
    /// # Panics
    /// If no desktop can be had; the sentence says what is missing.
    #[must_use]
    pub fn open() -> Self {
        Self::with(&Scene::default())
    }

    /// A desktop as the scene wants it.
    ///
    /// # Panics
    /// If no desktop can be had; the sentence says what is missing.
    #[must_use]
    pub fn with(scene: &Scene) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder for the stage: {error}"));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .unwrap_or_else(|error| panic!("no port for the stage: {error}"));
        let port = listener.local_addr().unwrap_or_else(|error| panic!("{error}")).port();
        let mut desktop = Desktop::open(scene, port, &words(&folder));
        let connection = accept(&listener, &mut desktop, &words(&folder));
        Self { connection: Mutex::new(Some(connection)), desktop, folder }
    }

    /// What programs on the stage wrote to standard output and standard error.
    #[must_use]
    pub fn words(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(words(&self.folder)).unwrap_or_default()).replace('\r', "")
    }

    /// Gives an order, and fails with a sentence if it cannot be done.
    #[track_caller]
    pub fn order(&self, order: &Order) -> Answer {
        match self.try_order(order) {
            Answer::Failed(why) => panic!("{why} ({order:?}){}", self.and_words()),
            answer => answer,
        }
    }

    /// Gives an order that may fail.
    ///
    /// # Panics
    /// If nobody answers.
    #[track_caller]
    pub fn try_order(&self, order: &Order) -> Answer {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = connection.as_mut().and_then(|connection| connection.ask(order));
        answer.unwrap_or_else(|| panic!("nobody on the stage answers {order:?}{}", self.and_words()))
    }

    /// Looks again and again until there is something, and fails with a sentence if there is not: `what` was looked for, and the text
    /// that the last look gave as an error is what was there.
    ///
    /// # Panics
    /// If it does not come within the time.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, time: Duration, mut look: impl FnMut() -> Result<T, String>) -> T {
        let deadline = Instant::now() + time;
        loop {
            match look() {
                Ok(found) => return found,
                Err(seen) if Instant::now() > deadline => {
                    let seconds = time.as_secs();
                    panic!("{what} did not come within {seconds} s. There is: {seen}{}", self.and_words());
                }
                Err(_) => std::thread::sleep(LOOK_EVERY),
            }
        }
    }

    fn and_words(&self) -> String {
        let words = self.words();
        if words.trim().is_empty() { String::new() } else { format!("\nThe programs wrote:\n{words}") }
    }

    /// A file of the stage's own, which goes with it.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // The hand ends what it has started, and itself, when nobody speaks to it any more.
        let connection = self.connection.get_mut().unwrap_or_else(PoisonError::into_inner);
        *connection = None;
        self.desktop.close();
    }
}

impl Connection {
    fn ask(&mut self, order: &Order) -> Option<Answer> {
        let mut line = serde_json::to_string(order).ok()?;
        line.push('\n');
        self.orders.write_all(line.as_bytes()).ok()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).ok()?;
        serde_json::from_str(&answer).ok()
    }
}

/// Where what the programs write goes to: a file, since what Wine leaves running would keep a pipe open.
fn words(folder: &TempDir) -> PathBuf {
    folder.path().join("words")
}

fn accept(listener: &TcpListener, desktop: &mut Desktop, words: &Path) -> Connection {
    let deadline = Instant::now() + OPEN_TIME_MAX;
    let fail = |error: std::io::Error| panic!("the hand cannot be spoken to: {error}");
    listener.set_nonblocking(true).unwrap_or_else(fail);
    let orders = loop {
        match listener.accept() {
            Ok((orders, _)) => break orders,
            Err(error) if error.kind() != std::io::ErrorKind::WouldBlock => fail(error),
            Err(_) => {}
        }
        let said = || String::from_utf8_lossy(&std::fs::read(words).unwrap_or_default()).into_owned();
        assert!(!desktop.has_ended(), "the stage closed before the hand came to it: {}", said());
        assert!(Instant::now() < deadline, "nobody came to the stage in {OPEN_TIME_MAX:?}: {}", said());
        std::thread::sleep(LOOK_EVERY);
    };
    orders.set_nonblocking(false).unwrap_or_else(fail);
    orders.set_nodelay(true).unwrap_or_else(fail);
    orders.set_read_timeout(Some(ORDER_TIME_MAX)).unwrap_or_else(fail);
    let answers = orders.try_clone().unwrap_or_else(|error| panic!("no answers: {error}"));
    Connection { orders, answers: BufReader::new(answers) }
}

//! Where the stage is: Wine's virtual desktop on an X server of its own, or the desktop of Windows.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::Scene;
use crate::pc::{run, windows_command, windows_path, windows_program};
use crate::programs::stagehand;

/// How long the desktop may take to close.
const CLOSE_TIME_MAX: Duration = Duration::from_secs(15);
/// How often is looked whether it has.
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// Where Wine keeps which desktops have a bar for tray icons.
const DESKTOPS_KEY: &str = r"HKCU\Software\Wine\Explorer\Desktops";
/// Where Windows keeps the dots per inch.
const DPI_KEY: &str = r"HKCU\Control Panel\Desktop";
/// The dots per inch that stand for 100 %.
const DPI_USUAL: u32 = 96;

/// A desktop with the hand on it.
pub(super) struct Desktop {
    hand: Child,
    /// Closes behind the hand.
    screen: Option<Screen>,
    dpi: u32,
}

impl Desktop {
    /// Opens it, and starts the hand on it, which is told the port of the test.
    pub(super) fn open(scene: &Scene, port: u16, words: &Path) -> Self {
        let program = stagehand();
        let screen = (!cfg!(windows)).then(|| Screen::open(scene.size));
        let mut command = match &screen {
            Some(screen) => virtual_desktop(scene, screen, &program),
            None => windows_command(&program),
        };
        command.arg(port.to_string()).envs(scene.environment.iter().map(|(name, value)| (name, value)));
        let file = || File::create(words).unwrap_or_else(|error| panic!("{}: {error}", words.display()));
        let said = file();
        let also = said.try_clone().unwrap_or_else(|error| panic!("{}: {error}", words.display()));
        command.stdin(Stdio::null()).stdout(said).stderr(also);
        let hand = command.spawn().unwrap_or_else(|error| panic!("{command:?} did not start: {error}"));
        Self { hand, screen, dpi: scene.dpi }
    }

    /// Whether it is there no more.
    pub(super) fn has_ended(&mut self) -> bool {
        !matches!(self.hand.try_wait(), Ok(None))
    }

    /// Waits for the hand to go, and ends what does not go by itself.
    pub(super) fn close(&mut self) {
        let deadline = Instant::now() + CLOSE_TIME_MAX;
        while !self.has_ended() && Instant::now() < deadline {
            std::thread::sleep(LOOK_EVERY);
        }
        let _ = self.hand.kill();
        let _ = self.hand.wait();
        self.screen = None;
        if !cfg!(windows) && self.dpi != DPI_USUAL {
            set_dpi(DPI_USUAL);
        }
    }
}

/// An X server with a screen that nobody sees.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    fn open((width, height): (u16, u16)) -> Self {
        let mut command = Command::new("Xvfb");
        // The server finds a free display, and says which.
        command.args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"]);
        command.arg(format!("{width}x{height}x24"));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().unwrap_or_else(|error| {
            panic!("Xvfb, which pictures of windows need, did not start ({error}). `cargo xtask prerequisites` installs it.")
        });
        let mut line = String::new();
        let read = server.stdout.take().map(|output| BufReader::new(output).read_line(&mut line));
        let screen = Self { server, display: format!(":{}", line.trim()) };
        assert!(screen.display != ":", "Xvfb does not say which display it is: {read:?}");
        screen
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// What starts the hand on a virtual desktop with a bar for tray icons.
fn virtual_desktop(scene: &Scene, screen: &Screen, program: &Path) -> Command {
    let (width, height) = scene.size;
    // No other stage in this prefix has the same screen at the same time.
    let name = format!("stage{}", screen.display.trim_start_matches(':'));
    reg(&["add", DESKTOPS_KEY, "/f"]);
    reg(&[
        "add",
        &format!(r"{DESKTOPS_KEY}\{name}"),
        "/v",
        "EnableShell",
        "/t",
        "REG_DWORD",
        "/d",
        "1",
        "/f",
    ]);
    if scene.dpi != DPI_USUAL {
        set_dpi(scene.dpi);
    }
    let mut command = windows_program("explorer");
    // Whatever graphics the prefix has, this desktop has those of X.
    command.arg(format!("/desktop={name},{width}x{height},x11"));
    command.arg(windows_path(program)).env("DISPLAY", &screen.display);
    command
}

fn set_dpi(dpi: u32) {
    reg(&["add", DPI_KEY, "/v", "LogPixels", "/t", "REG_DWORD", "/d", &dpi.to_string(), "/f"]);
}

fn reg(arguments: &[&str]) {
    let mut reg = windows_program("reg");
    reg.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let ended = run(reg);
    assert!(ended.success(), "reg {arguments:?}: {ended:?}");
}

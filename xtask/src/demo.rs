//! The main job, told step by step on real MSI files: a server here, a Windows PC in Wine, and all that passes between them.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::prerequisites::{self, Extent, WINDOWS_TARGET};
use crate::wine::Wine;
use crate::{fixtures, places, process};

/// How long one step may take; an install under Wine takes some seconds.
const STEP_TIME_MAX: Duration = Duration::from_secs(180);
/// How long building may take on a slow machine.
const BUILD_TIME_MAX: Duration = Duration::from_secs(3600);
/// How long the server may take to finish what it is doing when it is asked to stop.
const STOP_TIME_MAX: Duration = Duration::from_secs(30);

/// The person at the PC.
const USER: &str = "anna";
const PASSWORD: &str = "demo-password-of-anna";
/// Where Windows Installer records what is installed for everyone.
const UNINSTALL_KEY: &str = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall";

/// What happens when the story is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The server goes on until Ctrl-C.
    Stay,
    /// All ends by itself.
    Exit,
}

impl From<bool> for Ending {
    fn from(exit: bool) -> Self {
        if exit { Self::Exit } else { Self::Stay }
    }
}

/// Shows the main job.
pub(crate) fn demo(ending: Ending) -> Result<()> {
    let interrupted = interruption()?;
    prerequisites::install(Extent::Usual)?;
    println!("Getting ready: building the programs, making MSI files and a Windows to install them on.");
    fixtures::fixtures(None)?;
    build()?;
    let wine = Wine::start()?;
    let stage = Stage::set(&wine)?;
    let mut server = stage.tell()?;
    if ending == Ending::Stay {
        println!(
            "\nThe server goes on at {}. Sign in as {USER} with the password {PASSWORD}:\n  \
             curl --user {USER}:{PASSWORD} {}/ajax/updater/update.xml\nCtrl-C ends it.",
            server.address, server.address
        );
        // Either a Ctrl-C or the end of everything that could send one.
        let _ = interrupted.recv();
        println!();
    }
    server.stop()?;
    println!("The server has stopped.");
    Ok(())
}

/// Tells when the person presses Ctrl-C, so that what was started can be ended in order.
fn interruption() -> Result<mpsc::Receiver<()>> {
    let (interrupt, interrupted) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = interrupt.send(());
    })
    .context("Ctrl-C cannot be awaited")?;
    Ok(interrupted)
}

fn build() -> Result<()> {
    let cargo = |arguments: &[&str]| {
        process::run(Command::new("cargo").arg("build").arg("--quiet").args(arguments), BUILD_TIME_MAX)
    };
    cargo(&["--package", "server", "--package", places::GENERATOR])?;
    cargo(&["--package", "client", "--target", WINDOWS_TARGET])
}

/// Where the story is told: the programs, a folder of its own, and a PC.
struct Stage<'a> {
    wine: &'a Wine,
    folder: PathBuf,
}

impl<'a> Stage<'a> {
    fn set(wine: &'a Wine) -> Result<Self> {
        let folder = places::target().join("demo");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("password"), PASSWORD)?;
        Ok(Self { wine, folder })
    }

    fn tell(&self) -> Result<Server> {
        let notes = |version: &str| places::fixtures().join(format!("notes-{version}.msi"));
        let [old, new] = [notes("1.0.0"), notes("2.0.0")];
        let [old, new] = [&old, &new].map(|file| file.to_string_lossy().into_owned());

        heading(1, "An administrator looks at a package, and publishes it for those who may have it.");
        self.show("oxcatalog", &["show", &old])?;
        self.oxupdated(&["user", "add", USER, "--password-file", &self.path("password")])?;
        self.oxupdated(&["permission", "grant", USER, "notes"])?;
        self.oxupdated(&["package", "add", &old, "--require", "notes"])?;

        heading(2, "The server offers it.");
        let server = self.serve()?;

        heading(3, "On a Windows PC, the client installs it.");
        self.oxupdate(&server, &["install", "--all"])?;
        self.database()?;

        heading(4, "A new version comes out; the server is running.");
        self.oxupdated(&["package", "add", &new, "--require", "notes", "--importance", "medium"])?;

        heading(5, "The client sees the older version installed, downloads, verifies, installs.");
        self.oxupdate(&server, &["check"])?;
        self.oxupdate(&server, &["install", "--all"])?;

        heading(6, "The PC's MSI database shows the new version.");
        self.database()?;
        self.oxupdate(&server, &["check"])?;

        heading(7, "The server has the reports, and knows the PC.");
        self.oxupdated(&["report", "list"])?;
        self.oxupdated(&["device", "list"])?;
        Ok(server)
    }

    fn oxupdated(&self, arguments: &[&str]) -> Result<()> {
        let data = self.path("data");
        self.show("oxupdated", &[arguments, &["--data", &data]].concat())
    }

    /// Runs one of the host's programs before the reader's eyes.
    fn show(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let mut command = Command::new(host_program(program));
        command.args(arguments);
        self.show_command(program, arguments, command)
    }

    /// Runs the Windows client in Wine.
    fn oxupdate(&self, server: &Server, arguments: &[&str]) -> Result<()> {
        let client = places::target().join(WINDOWS_TARGET).join("debug/oxupdate.exe");
        let arguments = [arguments, &["--server", &server.address, "--user", USER]].concat();
        let mut command = self.wine.command(&client.to_string_lossy());
        command.args(&arguments).env("OXUPDATE_PASSWORD", PASSWORD);
        self.show_command("oxupdate", &arguments, command)
    }

    /// Shows Windows Installer's own record of the product, by a program that is not ours.
    fn database(&self) -> Result<()> {
        let mut command = self.wine.command("reg");
        let arguments = ["query", UNINSTALL_KEY, "/s", "/v", "DisplayVersion"];
        command.args(arguments);
        self.show_command("reg", &arguments, command)
    }

    fn show_command(&self, program: &str, arguments: &[&str], mut command: Command) -> Result<()> {
        let shown = |argument: &&str| {
            if argument.contains(' ') { format!("\"{argument}\"") } else { (*argument).to_owned() }
        };
        let arguments: Vec<String> = arguments.iter().map(shown).collect();
        let line = format!("{program} {}", arguments.join(" "));
        println!("\n   $ {}", self.shortened(&line));
        let ended = process::finish(&mut command, STEP_TIME_MAX)?;
        for line in ended.output.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
            println!("     {}", self.shortened(line));
        }
        // `check` ends with 10 where there are updates.
        let found_updates = program == "oxupdate" && ended.status.code() == Some(10);
        if !ended.status.success() && !found_updates {
            bail!("the story stopped here: {program} ended with {}", ended.status);
        }
        Ok(())
    }

    /// A line without the folders that mean nothing to the reader.
    fn shortened(&self, line: &str) -> String {
        let folders = [self.folder.clone(), places::fixtures()];
        folders
            .iter()
            .fold(line.to_owned(), |line, folder| line.replace(&format!("{}/", folder.display()), ""))
    }

    fn serve(&self) -> Result<Server> {
        println!("\n   $ oxupdated serve --data data --listen 127.0.0.1:0");
        let mut process = Command::new(host_program("oxupdated"))
            .args(["serve", "--data", &self.path("data"), "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(fs::File::create(self.folder.join("server.log"))?)
            .spawn()
            .context("oxupdated did not start")?;
        let output = process.stdout.take().context("oxupdated has no output")?;
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("     {}", self.shortened(&line));
            let address = line.split_whitespace().find(|word| word.starts_with("http://"));
            if let Some(address) = address {
                return Ok(Server { address: address.trim_end_matches('.').to_owned(), process });
            }
        }
        bail!("oxupdated ended; its log is {}", self.folder.join("server.log").display())
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_string_lossy().into_owned()
    }
}

/// The running server.
struct Server {
    address: String,
    process: Child,
}

impl Server {
    /// Asks the server to stop as a service manager would, and waits.
    fn stop(&mut self) -> Result<()> {
        let process = self.process.id().to_string();
        process::run_quietly(Command::new("kill").args(["-TERM", &process]), STOP_TIME_MAX).ok();
        let deadline = std::time::Instant::now() + STOP_TIME_MAX;
        while self.process.try_wait()?.is_none() {
            if std::time::Instant::now() > deadline {
                bail!("the server did not stop within {} s", STOP_TIME_MAX.as_secs());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn heading(number: u32, sentence: &str) {
    println!("\n{number}. {sentence}");
    let _ = std::io::stdout().flush();
}

fn host_program(name: &str) -> PathBuf {
    places::target().join("debug").join(name)
}

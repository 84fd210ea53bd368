//! The command line: `oxupdated serve`, and the verbs of people at this machine.

mod arguments;
mod backup;
mod branding_import;
mod console;
mod doctor;
mod input;
mod lists;
mod overview;
mod preconditions;
mod restore;
mod serve;
mod take_over;
mod user_answers;
mod verb;
mod webhooks;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use text::command_line::{self, Stop};
use text::{Explain, Language};

pub(crate) use self::arguments::Arguments;
use self::arguments::{Branding, Verb};
use self::console::Console;
use crate::data_folder::DataFolder;
use crate::error::{Error, Kind, Result};
use crate::settings::Settings;

/// The data folder of the Debian package.
const PACKAGED_DATA: &str = "/var/lib/oxupdated";
/// The settings of the Debian package.
const PACKAGED_SETTINGS: &str = "/etc/oxupdated/oxupdated.toml";

/// How a run ends. docs/reference/oxupdated.md lists the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// All was done.
    Done = 0,
    /// What was asked for was refused: nothing was changed.
    Refused = 1,
    /// The arguments were not understood.
    Misuse = 2,
    /// A file, the data folder, the settings or the running server did not do their part.
    Failed = 3,
    /// Nothing is wrong as far as is known, and something cannot be told.
    Unclear = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Does what the arguments of `oxupdated` say; the first one is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let console = Console::new(Language::of_this_person(&Language::COMPLETE));
    let arguments = match command_line::parse::<Arguments>(arguments, console.language()) {
        Ok(arguments) => arguments,
        Err(Stop::Asked(help)) => return console.print(&help),
        Err(Stop::Misuse(reason)) => {
            console.print_aside(&reason);
            return Exit::Misuse;
        }
    };
    work(arguments, &console).unwrap_or_else(|error| {
        error.log();
        console.complain(&error.message());
        exit_of(&error)
    })
}

fn work(arguments: Arguments, console: &Console) -> Result<Exit> {
    let data = data_path(arguments.data)?;
    let settings_file = arguments.config.or_else(|| packaged_settings(&data, Path::is_file));
    let place = Place { data, settings_file };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Error::internal)?;
    let exit = match arguments.verb {
        Verb::Serve(serve) => runtime.block_on(serve::run(&place, &serve, console)),
        Verb::Backup(backup) => runtime.block_on(backup::run(&place, &backup, console)),
        Verb::Doctor(doctor) => runtime.block_on(doctor::run(&place, &doctor, console)),
        Verb::Restore(restore) => runtime.block_on(restore::run(&place, &restore, console)),
        Verb::Preconditions(asked) => runtime.block_on(preconditions::run(&place, *asked, console)),
        Verb::Branding(Branding::Import(folders)) => {
            runtime.block_on(branding_import::run(&place, &folders, console))
        }
        Verb::Import(arguments) => runtime.block_on(take_over::run(&place, arguments, console)),
        verb => runtime.block_on(verb::run(&place, input::request(verb)?, console)),
    };
    // Without waiting for threads that wait for a client or for standard input.
    runtime.shutdown_background();
    exit
}

/// Where the server's files are.
#[derive(Debug)]
struct Place {
    data: PathBuf,
    settings_file: Option<PathBuf>,
}

impl Place {
    /// Reads the settings that hold in this place.
    fn settings(&self, listen: Option<&str>) -> Result<Settings> {
        let variable = |name: &str| std::env::var(name).ok();
        Ok(Settings::load(&self.data, self.settings_file.as_deref(), variable, listen)?)
    }
}

/// The settings that the Debian package puts in place: those of its data folder, for the service and for all verbs alike.
fn packaged_settings(data: &Path, is_there: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    let settings = Path::new(PACKAGED_SETTINGS);
    (data == Path::new(PACKAGED_DATA) && is_there(settings)).then(|| settings.to_owned())
}

fn data_path(named: Option<PathBuf>) -> Result<PathBuf> {
    match named {
        Some(path) => Ok(path),
        None => Ok(DataFolder::default_path(|name| std::env::var_os(name).map(PathBuf::from))?),
    }
}

/// What carries requests of this server's own. Below this level they tell of addresses and bodies, in which passwords and sessions are.
const DISCREET: [&str; 3] = ["ureq=info", "ureq_proto=info", "ldap3=info"];

/// Sends the log to standard error.
fn start_log(filter: &str) {
    use std::io::IsTerminal;
    let filter = tracing_subscriber::EnvFilter::try_new(filter).unwrap_or_default();
    let filter = DISCREET
        .iter()
        .filter_map(|directive| directive.parse().ok())
        .fold(filter, tracing_subscriber::EnvFilter::add_directive);
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // A second call, in a test, leaves the first log in place.
    let _ = subscriber.try_init();
}

fn exit_of(error: &Error) -> Exit {
    match error.kind() {
        Kind::FileUnreadable { .. }
        | Kind::NotAFile(_)
        | Kind::Listen { .. }
        | Kind::PlainHttp(_)
        | Kind::Socket { .. }
        | Kind::DataFolder(_)
        | Kind::DataNewer
        | Kind::Settings(_)
        | Kind::SiteUnread(_)
        | Kind::Tls(_)
        | Kind::NoRoom { .. }
        | Kind::Archive(_)
        | Kind::HandOver(_)
        | Kind::HungUp(_)
        | Kind::Busy
        | Kind::DiskFull
        | Kind::Internal => Exit::Failed,
        _ => Exit::Refused,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{PACKAGED_DATA, PACKAGED_SETTINGS, packaged_settings};

    #[test]
    fn the_package_has_its_settings_where_settings_are() {
        let check = |data: &str, is_there: bool, expected: Option<&str>| {
            let found = packaged_settings(Path::new(data), |_| is_there);
            assert_eq!(found.as_deref(), expected.map(Path::new), "{data} {is_there}");
        };
        check(PACKAGED_DATA, true, Some(PACKAGED_SETTINGS));
        check(PACKAGED_DATA, false, None);
        check("/srv/oxupdated", true, None);
        let unit = include_str!("../../../../packaging/linux/oxupdated.service");
        assert!(unit.contains(PACKAGED_DATA) && unit.contains(PACKAGED_SETTINGS));
    }
}

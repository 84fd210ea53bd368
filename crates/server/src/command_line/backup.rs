//! `oxupdated backup`: one file, whole or not at all.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::Command;

use text::message;

use super::arguments::Backup;
use super::console::Console;
use super::verb::{Reached, reach};
use super::{Exit, Place, start_log};
use crate::App;
use crate::archive::ArchiveError;
use crate::data_folder::{Absent, DataFolder};
use crate::error::{Error, Kind, Result};
use crate::local::{self, Answer, Loss, Order};
use crate::model::backup::PrivateKeys;
use crate::rules::role;

/// Writes a backup to a file, or to standard output where the file is `-`.
pub(super) async fn run(place: &Place, arguments: &Backup, console: &Console) -> Result<Exit> {
    let keys = if arguments.with_private_keys { PrivateKeys::Included } else { PrivateKeys::Left };
    if arguments.file == Path::new("-") {
        if io::stdout().is_terminal() {
            return Err(ArchiveError::Terminal.into());
        }
        to_standard_output(place, keys, console).await
    } else {
        to_file(place, &arguments.file, keys, console)
    }
}

/// Writes beside the file, and gives it its name when it is whole.
///
/// The writing is done by this program once more: it works as the owner of the data folder, who may have no right where the
/// file is to be.
fn to_file(place: &Place, file: &Path, keys: PrivateKeys, console: &Console) -> Result<Exit> {
    let shown = file.display().to_string();
    let unwritable = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => ArchiveError::FileThere(shown.clone()),
        _ => ArchiveError::Unwritable { file: shown.clone(), detail: error.to_string() },
    };
    if file.symlink_metadata().is_ok() {
        return Err(ArchiveError::FileThere(shown).into());
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Open to who makes it alone.
    let written = tempfile::NamedTempFile::new_in(folder).map_err(unwritable)?;
    let mut command = Command::new(std::env::current_exe().map_err(Error::internal)?);
    command.arg("--data").arg(&place.data);
    if let Some(settings) = &place.settings_file {
        command.arg("--config").arg(settings);
    }
    command.args(["backup", "-"]);
    if keys == PrivateKeys::Included {
        command.arg("--with-private-keys");
    }
    let ended = command.stdout(written.as_file().try_clone().map_err(Error::internal)?).status();
    match ended.map_err(Error::internal)?.code() {
        Some(0) => {}
        Some(1) => return Ok(Exit::Refused),
        _ => return Ok(Exit::Failed),
    }
    written.as_file().sync_all().map_err(unwritable)?;
    let kept: File = written.persist_noclobber(file).map_err(|error| unwritable(error.error))?;
    let bytes = kept.metadata().map_err(Error::internal)?.len();
    Ok(console.say(&message!("done-backup-file", file = shown, bytes = bytes)))
}

async fn to_standard_output(place: &Place, keys: PrivateKeys, console: &Console) -> Result<Exit> {
    let folder = DataFolder::open(&place.data, Absent::Refuse)?;
    let operator = local::operator_here(std::env::var("SUDO_USER").ok());
    let language = console.language();
    let answer = match reach(&folder).await? {
        Reached::Nobody(lock) => {
            start_log("warn");
            let settings = place.settings(None)?;
            folder.work_as_owner()?;
            let app = App::open(&folder, lock, settings).await?;
            let actor = role::operator(operator.name());
            let (answer, _) = local::back_up(&app, &actor, keys, io::stdout(), language).await;
            app.close().await;
            answer
        }
        Reached::Server(line) => {
            let order = Order::Backup { keys };
            let taken = local::take_over(line, order, &operator, language, io::stdout()).await;
            taken.map_err(|loss| match loss {
                Loss::HungUp(error) => Error::from(Kind::HungUp(error.to_string())),
                Loss::Unwritable(error) => {
                    ArchiveError::Unwritable { file: "-".to_owned(), detail: error.to_string() }.into()
                }
            })?
        }
    };
    // Nothing is said on standard output: it is the archive.
    Ok(match answer {
        Answer::Done(_) => Exit::Done,
        Answer::DoneBut { warnings, .. } => {
            warnings.iter().for_each(|warning| console.print_aside(warning));
            Exit::Done
        }
        Answer::Refused(sentence) => {
            console.print_aside(&sentence);
            Exit::Refused
        }
        Answer::Failed(sentence) => {
            console.print_aside(&sentence);
            Exit::Failed
        }
        _ => Exit::Failed,
    })
}

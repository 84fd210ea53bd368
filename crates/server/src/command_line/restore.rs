//! `oxupdated restore`: from a backup to a data folder, with no server running.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use text::message;

use super::arguments::Restore;
use super::console::Console;
use super::{Exit, Place, start_log};
use crate::archive::{self, ArchiveError};
use crate::data_folder::{Absent, DataFolder};
use crate::db::copies::{is_sound, newest_schema};
use crate::error::{Error, Kind, Result};
use crate::model::backup::Manifest;
use crate::rules::backup::{BackupError, CERTIFICATE_PATH, DATABASE_PATH, KEY_PATH};

/// Verifies a backup whole, and unless no more was asked for, puts it in place.
pub(super) async fn run(place: &Place, arguments: &Restore, console: &Console) -> Result<Exit> {
    start_log("warn");
    let shown = arguments.file.display().to_string();
    let unreadable =
        |error: std::io::Error| Kind::FileUnreadable { file: shown.clone(), detail: error.to_string() };
    // Opened as who started this, before root works as somebody else.
    let file = BufReader::new(File::open(&arguments.file).map_err(unreadable)?);
    if arguments.verify_only {
        let folder = tempfile::tempdir().map_err(Error::internal)?;
        let (manifest, database) = archive::verify(file, newest_schema(), folder.path())?;
        judge(&database, &manifest).await?;
        tell_missing(&manifest, console);
        let (made_at, version) = (manifest.made_at, manifest.version);
        let files = manifest.files.len();
        return Ok(console.say(&message!(
            "done-verify",
            file = shown,
            at = made_at,
            version = version,
            files = files
        )));
    }
    let folder = DataFolder::open(&place.data, Absent::Make)?;
    let _lock = folder.lock(&format!("PID {}", std::process::id()))?;
    if !folder.is_vacant()? {
        return Err(ArchiveError::Taken(folder.path().display().to_string()).into());
    }
    folder.work_as_owner()?;
    let restored = archive::restore(file, newest_schema(), folder.path())?;
    judge(&restored.database(), &restored.manifest).await?;
    let manifest = restored.put_in_place().map_err(ArchiveError::from)?;
    tell_missing(&manifest, console);
    let holds_key = manifest.files.iter().any(|file| file.path == KEY_PATH);
    let (made_at, version) = (manifest.made_at, manifest.version);
    let shown = folder.path().display().to_string();
    let done = console.say(&message!("done-restore", folder = shown, at = made_at, version = version));
    if holds_key {
        let at = |path: &str| folder.path().join(path).display().to_string();
        let (certificate, key) = (at(CERTIFICATE_PATH), at(KEY_PATH));
        console.say(&message!("restored-private-keys", certificate = certificate, key = key));
    }
    Ok(done)
}

async fn judge(database: &Path, manifest: &Manifest) -> Result<()> {
    // What is no database at all is no better than one that is damaged.
    if is_sound(database, manifest.schema).await.unwrap_or(false) {
        return Ok(());
    }
    Err(ArchiveError::from(BackupError::Damaged(DATABASE_PATH.to_owned())).into())
}

fn tell_missing(manifest: &Manifest, console: &Console) {
    for path in &manifest.missing {
        console.complain(&message!("backup-package-missing", path = path));
    }
}

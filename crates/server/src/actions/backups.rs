//! Backups: all that the server keeps, as it is at one moment, while it goes on working.

use std::io::Write;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use tempfile::TempDir;
use tokio::task::spawn_blocking;

use super::{Change, Part};
use crate::App;
use crate::archive::{self, Content};
use crate::error::{Error, Kind, Result};
use crate::model::audit::Deed;
use crate::model::backup::{Entry, FORMAT, Manifest, PrivateKeys};
use crate::rules::backup::{CERTIFICATE_PATH, DATABASE_PATH, KEY_PATH, SETTINGS_PATH};
use crate::rules::role::Actor;
use crate::storage::PackageKey;
use crate::{DATABASE_FILE, db};

/// A backup that is put together and waits to be written.
#[derive(Debug)]
pub(crate) struct Backup {
    manifest: Manifest,
    contents: Vec<Content>,
    made_at: Timestamp,
    /// Holds the copy of the database and the packages, until this is dropped.
    _folder: TempDir,
}

/// Puts a backup together: what belongs to it is held from here on, whatever is changed meanwhile.
///
/// # Errors
/// If the actor may not, or there is no room for a copy of the database.
pub(crate) async fn prepare(app: &App, actor: &Actor, keys: PrivateKeys) -> Result<Backup> {
    let change = Change::begin(app, actor).await?;
    let made_at = change.at;
    let detail = match keys {
        PrivateKeys::Left => "without private keys",
        PrivateKeys::Included => "with private keys",
    };
    let deed = Deed::new("backup.make", "").with(detail);
    // First, so that the backup itself tells of it.
    change.commit(Part::None, deed).await?;
    let folder = app.storage.assemble()?;
    let copy = folder.path().join(DATABASE_PATH);
    // Packages before rows: one that is deleted in between stays held; one that is added is there when its row is.
    let known = db::packages::known(&mut *app.database.read().await?).await?;
    for sha256 in &known {
        app.storage.hold(&PackageKey::of(sha256), folder.path())?;
    }
    db::copies::copy(&app.storage.folder().join(DATABASE_FILE), &copy).await?;
    let (schema, packages) = db::copies::contents(&copy).await?;
    let mut contents = vec![content(DATABASE_PATH, copy).await?];
    contents.extend(settings(app).await?);
    contents.extend(tls(app, keys).await?);
    let mut missing = Vec::new();
    for (sha256, size) in packages {
        let key = PackageKey::of(&sha256);
        let path = key.as_str().to_owned();
        match app.storage.hold(&key, folder.path())? {
            Some((file, found)) if found == size => {
                contents.push(Content { entry: Entry { path, size, sha256: sha256.to_string() }, file });
            }
            _ => missing.push(path),
        }
    }
    let manifest = Manifest {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        schema,
        made_at: made_at.to_string(),
        files: contents.iter().map(|content| content.entry.clone()).collect(),
        missing,
    };
    Ok(Backup { manifest, contents, made_at, _folder: folder })
}

impl Backup {
    /// What the backup says about itself.
    pub(crate) fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Writes the archive. It blocks.
    ///
    /// # Errors
    /// If it cannot be written, or a package's bytes are not those that were published.
    pub(crate) fn write(&self, out: impl Write) -> Result<()> {
        Ok(archive::write(&self.manifest, &self.contents, self.made_at, out)?)
    }
}

async fn content(path: &str, file: PathBuf) -> Result<Content> {
    let path = path.to_owned();
    let measured = spawn_blocking(move || {
        let (size, sha256) = archive::measure(std::fs::File::open(&file)?)?;
        std::io::Result::Ok(Content { entry: Entry { path, size, sha256 }, file })
    });
    measured.await.map_err(Error::internal)?.map_err(Error::internal)
}

async fn settings(app: &App) -> Result<Option<Content>> {
    match app.settings.file.as_deref() {
        Some(file) => Ok(Some(readable(SETTINGS_PATH, file).await?)),
        None => Ok(None),
    }
}

async fn tls(app: &App, keys: PrivateKeys) -> Result<Vec<Content>> {
    match (keys, &app.settings.tls) {
        (PrivateKeys::Included, Some(files)) => Ok(vec![
            readable(CERTIFICATE_PATH, &files.certificate).await?,
            readable(KEY_PATH, &files.key).await?,
        ]),
        _ => Ok(Vec::new()),
    }
}

/// A file that is not the server's own.
async fn readable(path: &str, file: &Path) -> Result<Content> {
    content(path, file.to_owned()).await.map_err(|error| {
        let detail = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        Kind::FileUnreadable { file: file.display().to_string(), detail }.into()
    })
}

//! `branding import`: reads the original's branding folders, and hands them over one by one.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use catalog::ICON_SIZE_MAX;
use text::{Explain, Message, message};

use super::arguments::BrandingFolders;
use super::console::Console;
use super::input::{Form, Request};
use super::{Exit, Place, verb};
use crate::error::{Kind, Result};
use crate::local::{BrandingOrder, Effort, Folder, Order};
use crate::rules::branding_folder::{
    FILES_MAX, FOLDERS_MAX, FolderError, PROPERTIES_SIZE_MAX, branding_name, files, said,
};

/// Imports the folder, or each folder in it. What is wrong with one of them is told, and the others are imported.
pub(super) async fn run(place: &Place, arguments: &BrandingFolders, console: &Console) -> Result<Exit> {
    let folders = folders(&arguments.folder)?;
    if folders.is_empty() {
        console.print_aside(&console.word(&message!("branding-folders-none")));
        return Ok(Exit::Refused);
    }
    let mut exit = Exit::Done;
    // All are read before root works as somebody else.
    let read: Vec<_> = folders.iter().map(|folder| (folder, request(folder, arguments, console))).collect();
    for (folder, request) in read {
        match request {
            Ok(request) => {
                if verb::run(place, request, console).await? != Exit::Done {
                    exit = Exit::Refused;
                }
            }
            Err(reason) => {
                exit = Exit::Refused;
                let folder = folder.display().to_string();
                console.print_aside(&console.word(&message!(
                    "branding-folder-skipped",
                    folder = folder,
                    reason = reason
                )));
            }
        }
    }
    Ok(exit)
}

/// The folder itself if it has a file of properties, else those in it, by name.
fn folders(path: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = |error: std::io::Error| Kind::FileUnreadable {
        file: path.display().to_string(),
        detail: error.to_string(),
    };
    let (mut files_in_it, mut folders) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(path).map_err(unreadable)?.take(FILES_MAX) {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() { folders.push(path) } else { files_in_it.push(name_of(&path)) }
    }
    if files_in_it.iter().any(|name| name.ends_with(".branding") || name.ends_with(".properties")) {
        return Ok(vec![path.to_owned()]);
    }
    folders.sort();
    folders.truncate(FOLDERS_MAX);
    Ok(folders)
}

/// Reads a folder; the reason why it is left out is for people.
fn request(
    folder: &Path,
    arguments: &BrandingFolders,
    console: &Console,
) -> std::result::Result<Request, Message> {
    let wrong = |error: FolderError| error.message();
    let unreadable = |error: std::io::Error| wrong(FolderError::Unreadable(error.to_string()));
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)?.take(FILES_MAX) {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() {
            names.push(name_of(&path));
        }
    }
    names.sort();
    let found = files(&names).map_err(wrong)?;
    let properties = bytes(&folder.join(&found.properties), PROPERTIES_SIZE_MAX).map_err(unreadable)?;
    let told = said(&properties).map_err(wrong)?;
    let name = folder.canonicalize().ok().as_deref().map(name_of).unwrap_or_default();
    branding_name(&name).map_err(wrong)?;
    let icon = found.icon.as_ref().map(|icon| bytes(&folder.join(icon), ICON_SIZE_MAX as u64 + 1));
    let icon = icon.transpose().map_err(unreadable)?.map(|bytes| base64(&bytes));
    let msi = File::open(folder.join(&found.msi)).map_err(unreadable)?;
    let size = msi.metadata().map_err(unreadable)?.len();
    if !found.ignored.is_empty() {
        let ignored = message!("branding-folder-ignored", folder = &name, files = found.ignored.join(", "));
        console.print_aside(&console.word(&ignored));
    }
    let effort = match (arguments.dry_run, arguments.publish) {
        (true, _) => Effort::DryRun,
        (false, true) => Effort::Publish,
        (false, false) => Effort::Draft,
    };
    let folder = Folder {
        folder: name,
        name: told.name,
        version: told.version,
        release: told.release,
        minimum_version: told.minimum_version,
        icon,
        msi: found.msi,
        size,
        group: arguments.group.clone(),
        effort,
    };
    let order = Order::Branding(Box::new(BrandingOrder::Import(folder)));
    Ok(Request { order, file: Some(msi), form: Form::Words })
}

fn bytes(path: &Path, size_max: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(size_max).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

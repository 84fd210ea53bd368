//! Reads an Open-Xchange server: its folder of configuration, its packages, its script, and what its Sieve server says of itself.
//!
//! Where to read comes from the command line or the settings, never from a visitor of the web. All of it blocks: off the async
//! threads, please. What it means is decided in `rules::preconditions`.

mod folder;
mod packages;
mod script;
mod sieve;

use std::path::{Path, PathBuf};

use text::{Explain, Message, message};

use crate::model::sieve_address::SieveChoice;
use crate::rules::preconditions::{Machine, SieveTold, Site, script_path, sieve_address};

use self::folder::FolderError;

/// Where a server keeps its configuration, below its root. Source: Open-Xchange's own packages.
const ETC: &str = "opt/open-xchange/etc";

/// What is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Reading {
    /// The folder of configuration.
    pub(crate) etc: PathBuf,
    /// The database of packages; `None`: that of the machine whose folder it is.
    pub(crate) packages: Option<PathBuf>,
    /// The Sieve server.
    pub(crate) sieve: SieveChoice,
}

/// Why nothing is known of a server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SiteUnread {
    /// Its folder cannot be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// There is nothing of Open-Xchange in its folder; the sentence.
    #[error("no configuration")]
    NoConfiguration(Message),
    /// It is still being read.
    #[error("still being read")]
    Late,
}

impl Explain for SiteUnread {
    fn message(&self) -> Message {
        match self {
            Self::Folder(error) => error.message(),
            Self::NoConfiguration(told) => told.clone(),
            Self::Late => message!("preconditions-late"),
        }
    }
}

impl Reading {
    /// Reads all of it. This takes as long as the slowest part may: a Sieve server that says nothing, above all.
    ///
    /// # Errors
    /// [`SiteUnread::Folder`] if the folder cannot be read, [`SiteUnread::NoConfiguration`] if it is another one. Whatever else cannot be read is told in the site.
    pub(crate) fn read(&self) -> Result<Site, SiteUnread> {
        let etc = without_groupware(&self.etc);
        // As it is told, it can be looked for from anywhere.
        let etc = std::path::absolute(&etc).unwrap_or(etc);
        let configuration = folder::read(&etc)?;
        if let Some(told) = configuration.layout(None).err().filter(|why| why.id() == "configuration-none") {
            return Err(SiteUnread::NoConfiguration(told));
        }
        let root = root_of(&etc);
        let machine = if root.as_deref() == Some(Path::new("/")) { Machine::This } else { Machine::Unknown };
        let packages = packages::read(self.packages.as_deref(), root.as_deref());
        let known = packages.as_ref().ok();
        let script = script_path(&configuration, known).map(|path| script::look(&path, root.as_deref()));
        let sieve = self.ask_sieve(|| sieve_address(&configuration, known, machine));
        Ok(Site { configuration, machine, packages, script, sieve })
    }

    fn ask_sieve(
        &self,
        configured: impl FnOnce() -> Result<crate::model::sieve_address::SieveAddress, Message>,
    ) -> SieveTold {
        let address = match &self.sieve {
            SieveChoice::None => return SieveTold::NotWanted,
            SieveChoice::This(address) => address.clone(),
            SieveChoice::Configured => match configured() {
                Ok(address) => address,
                Err(why) => return SieveTold::NotAsked(why),
            },
        };
        let greeting = sieve::ask(&address);
        SieveTold::Asked(address, greeting)
    }
}

/// The folder itself where `groupware` in it was named.
fn without_groupware(etc: &Path) -> PathBuf {
    match etc.parent() {
        Some(parent) if etc.ends_with("groupware") => parent.to_owned(),
        _ => etc.to_owned(),
    }
}

/// The root of the machine whose folder it is, if its place tells: `/`, or where another machine's files are put.
fn root_of(etc: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(etc).ok()?;
    if !whole.ends_with(ETC) {
        return None;
    }
    whole.ancestors().nth(Path::new(ETC).components().count()).map(Path::to_owned)
}

#[cfg(test)]
mod tests;

//! Where settings are written down: in the registry on Windows, elsewhere in a file; what they mean is for `settings.rs` to say.
//!
//! [`SettingsStore`] is the port.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use text::{Explain, Language, Message, message};

use crate::machine;
use crate::settings::values::{Stored, Values};
use crate::settings::{Autostart, InForce};
use crate::state::{self, State, StateError};

/// The most bytes of a file with settings.
pub const FILE_SIZE_MAX: u64 = 64 * 1024;
/// The name of the file with settings, where there is no registry.
pub const FILE_NAME: &str = "settings.json";

/// Where settings are written down.
pub trait SettingsStore: Send {
    /// All that is written down; what cannot be read is not there.
    fn read(&self) -> Stored;

    /// Writes down what the person set, in place of what was there before.
    ///
    /// # Errors
    /// [`SettingsError`] if it cannot be written.
    fn write(&self, person: &Values) -> Result<(), SettingsError>;

    /// Lets OX Updater start with Windows, or not.
    ///
    /// # Errors
    /// [`SettingsError`] if it cannot be written.
    fn set_autostart(&self, autostart: Autostart) -> Result<(), SettingsError>;
}

/// Settings could not be written down.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub struct SettingsError {
    /// Why.
    #[from]
    pub source: io::Error,
}

/// Whether an installer says that OX Updater is installed, for everyone or for this person; elsewhere none does.
#[must_use]
pub fn is_installed() -> bool {
    machine::is_installed()
}

/// The settings of this person on this PC; elsewhere than on Windows those in a folder for what is kept.
#[must_use]
pub fn of_this_person(folder: Option<&Path>) -> Box<dyn SettingsStore> {
    machine::settings().unwrap_or_else(|| {
        let folder = folder.map(Path::to_owned).or_else(State::usual_folder);
        folder.map_or_else(
            || Box::new(Memory::default()) as Box<dyn SettingsStore>,
            |folder| Box::new(SettingsFile::new(folder)),
        )
    })
}

/// The language of this person: what the program's environment says, else what is set, else what the system speaks.
#[must_use]
pub fn language() -> Language {
    let chosen = InForce::of(&of_this_person(None).read()).settings.language;
    Language::chosen_or_of_this_person(chosen, &Language::ALL)
}

/// Whether this person, or a policy, wants OX Updater to start with Windows.
#[must_use]
pub fn start_with_windows() -> Autostart {
    let wanted = InForce::of(&of_this_person(None).read()).settings.start_with_windows;
    if wanted { Autostart::On } else { Autostart::Off }
}

/// Settings in a file, for systems without a registry.
#[derive(Debug, Clone)]
pub struct SettingsFile {
    folder: PathBuf,
}

impl SettingsFile {
    /// The file in a folder, which is made when it is first written.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }
}

impl SettingsStore for SettingsFile {
    fn read(&self) -> Stored {
        let bytes = state::read(&self.folder.join(FILE_NAME), FILE_SIZE_MAX);
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    fn write(&self, person: &Values) -> Result<(), SettingsError> {
        let failed = |error: StateError| match error {
            StateError::Unusable { source, .. } => SettingsError::from(source),
            other => io::Error::other(other).into(),
        };
        let state = State::open(Some(&self.folder)).map_err(failed)?;
        let bytes = serde_json::to_vec(&Stored { person: person.clone(), ..self.read() });
        let bytes = bytes.map_err(io::Error::from)?;
        state::replace(state.folder(), FILE_NAME, &bytes).map_err(failed)
    }

    fn set_autostart(&self, _autostart: Autostart) -> Result<(), SettingsError> {
        // Nothing starts by itself here.
        Ok(())
    }
}

/// Settings that end with the program; each copy is the same.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<(Stored, Option<Autostart>)>>);

impl Memory {
    /// What is written down at the start.
    #[must_use]
    pub fn new(stored: Stored) -> Self {
        Self(Arc::new(Mutex::new((stored, None))))
    }

    /// What was said last about the start with Windows.
    #[must_use]
    pub fn autostart(&self) -> Option<Autostart> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1
    }
}

impl SettingsStore for Memory {
    fn read(&self) -> Stored {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0.clone()
    }

    fn write(&self, person: &Values) -> Result<(), SettingsError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0.person = person.clone();
        Ok(())
    }

    fn set_autostart(&self, autostart: Autostart) -> Result<(), SettingsError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1 = Some(autostart);
        Ok(())
    }
}

impl Explain for SettingsError {
    fn message(&self) -> Message {
        message!("settings-unwritable", detail = self.source.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{Memory, SettingsFile, SettingsStore};
    use crate::settings::values::{Stored, Values};

    #[test]
    fn what_is_written_is_read_and_the_rest_stays() {
        let check = |store: &dyn SettingsStore, policy: &Values| {
            let person = Values::default().with_text("Proxy", "none").with_number("CheckIntervalHours", 7);
            store.write(&person).unwrap();
            assert_eq!(store.read().person, person);
            let less = person.without("Proxy");
            store.write(&less).unwrap();
            assert_eq!(store.read(), Stored { person: less, policy: policy.clone(), ..Stored::default() });
        };
        let policy = Values::default().with_number("DisableReporting", 1);
        check(&Memory::new(Stored { policy: policy.clone(), ..Stored::default() }), &policy);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        assert_eq!(SettingsFile::new(path.clone()).read(), Stored::default());
        check(&SettingsFile::new(path.clone()), &Values::default());
        std::fs::write(path.join("settings.json"), r#"{"policy":{"DisableReporting":1}}"#).unwrap();
        check(&SettingsFile::new(path.clone()), &policy);
        std::fs::write(path.join("settings.json"), "no JSON").unwrap();
        assert_eq!(SettingsFile::new(path).read(), Stored::default());
    }
}

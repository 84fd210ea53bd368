//! What the person at the desktop was told of, so that the next start does not tell it again.

use super::{State, StateError, files};
use crate::desk::Announced;

/// The file's name.
const NAME: &str = "announced.json";
/// The most bytes of the file.
const SIZE_MAX: u64 = 1024 * 1024;

impl State {
    /// What the person was told of before.
    #[must_use]
    pub fn announced(&self) -> Announced {
        let bytes = files::read(&self.folder.join(NAME), SIZE_MAX);
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Keeps what the person was told of.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn keep_announced(&self, announced: &Announced) -> Result<(), StateError> {
        files::replace(&self.folder, NAME, &serde_json::to_vec(announced).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::State;
    use crate::desk::Announced;

    #[test]
    fn what_was_told_is_kept_and_what_cannot_be_read_is_told_again() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::open(Some(&folder.path().join("state"))).unwrap();
        assert_eq!(state.announced(), Announced::default());
        let announced = Announced { sign_in: true, ..Announced::default() };
        state.keep_announced(&announced).unwrap();
        assert_eq!(state.announced(), announced);
        std::fs::write(state.folder().join("announced.json"), "{").unwrap();
        assert_eq!(state.announced(), Announced::default());
    }
}

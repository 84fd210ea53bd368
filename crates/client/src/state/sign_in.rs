//! Who signed in last at a server, and which sign-in a server did not accept. No password is kept, and none can be read out of it quickly.

use argon2::Argon2;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{State, StateError, files};

/// The most servers, and the most refusals, that are remembered; the oldest one goes.
pub const SIGN_INS_MAX: usize = 20;

/// The most refused passwords of one user that are remembered; each costs a look of some tens of milliseconds.
const REFUSED_OF_ONE_MAX: usize = 8;

/// The file's name.
const NAME: &str = "sign-in.json";
/// The most bytes of the file.
const SIZE_MAX: u64 = 64 * 1024;
/// How many bytes of a password's fingerprint are kept.
const FINGERPRINT_SIZE: usize = 32;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct SignIns {
    users: Vec<LastUser>,
    refused: Vec<Refused>,
    /// Origins that gave no token for a password.
    #[serde(default)]
    tokenless: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct LastUser {
    origin: String,
    user: String,
}

/// A name and password that a server did not accept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Refused {
    origin: String,
    user: String,
    salt: Uuid,
    /// Argon2id of the password with the salt, for a fast hash would give it away to who reads the file.
    fingerprint: Vec<u8>,
}

impl Refused {
    /// Whether it is of a user at an origin; the case of a name's letters does not matter to the server either.
    fn is_of(&self, origin: &str, user: &str) -> bool {
        self.origin == origin && self.user.to_lowercase() == user.to_lowercase()
    }
}

impl State {
    /// Who signed in last at an origin.
    #[must_use]
    pub fn last_user(&self, origin: &str) -> Option<String> {
        self.sign_ins().users.into_iter().find(|last| last.origin == origin).map(|last| last.user)
    }

    /// Remembers who signed in at an origin.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn remember_user(&self, origin: &str, user: &str) -> Result<(), StateError> {
        self.change_sign_ins(|sign_ins| {
            sign_ins.users.retain(|last| last.origin != origin);
            sign_ins.users.insert(0, LastUser { origin: origin.to_owned(), user: user.to_owned() });
        })
    }

    /// Forgets who signed in at an origin.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn forget_user(&self, origin: &str) -> Result<(), StateError> {
        self.change_sign_ins(|sign_ins| sign_ins.users.retain(|last| last.origin != origin))
    }

    /// Whether an origin gave no token when one was asked for last.
    #[must_use]
    pub fn is_tokenless(&self, origin: &str) -> bool {
        self.sign_ins().tokenless.iter().any(|one| one == origin)
    }

    /// Remembers that an origin gives no tokens.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn remember_tokenless(&self, origin: &str) -> Result<(), StateError> {
        self.change_sign_ins(|sign_ins| {
            sign_ins.tokenless.retain(|one| one != origin);
            sign_ins.tokenless.insert(0, origin.to_owned());
        })
    }

    /// Whether this name and password were refused at an origin before.
    #[must_use]
    pub fn was_refused(&self, origin: &str, user: &str, password: &str) -> bool {
        let all = self.sign_ins().refused;
        let mut same = all.iter().filter(|refused| refused.is_of(origin, user));
        same.any(|refused| fingerprint(password, refused.salt).as_deref() == Some(&refused.fingerprint))
    }

    /// Remembers that a name and password were refused, beside what was refused of this user before; of one user the oldest go.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn remember_refusal(&self, origin: &str, user: &str, password: &str) -> Result<(), StateError> {
        let salt = Uuid::new_v4();
        let Some(fingerprint) = fingerprint(password, salt) else { return Ok(()) };
        if self.was_refused(origin, user, password) {
            return Ok(());
        }
        self.change_sign_ins(|sign_ins| {
            let mut others = 1;
            sign_ins.refused.retain(|refused| {
                others += usize::from(refused.is_of(origin, user));
                !refused.is_of(origin, user) || others <= REFUSED_OF_ONE_MAX
            });
            let (origin, user) = (origin.to_owned(), user.to_owned());
            sign_ins.refused.insert(0, Refused { origin, user, salt, fingerprint });
        })
    }

    /// Forgets what was refused of a user: the person signs in anew.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn forget_refusal(&self, origin: &str, user: &str) -> Result<(), StateError> {
        self.change_sign_ins(|sign_ins| sign_ins.refused.retain(|refused| !refused.is_of(origin, user)))
    }

    fn sign_ins(&self) -> SignIns {
        let bytes = files::read(&self.folder.join(NAME), SIZE_MAX);
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    fn change_sign_ins(&self, change: impl FnOnce(&mut SignIns)) -> Result<(), StateError> {
        let before = self.sign_ins();
        let mut after = before.clone();
        change(&mut after);
        after.users.truncate(SIGN_INS_MAX);
        after.refused.truncate(SIGN_INS_MAX);
        after.tokenless.truncate(SIGN_INS_MAX);
        let [before, after] = [before, after].map(|all| serde_json::to_vec(&all).unwrap_or_default());
        if before == after { Ok(()) } else { files::replace(&self.folder, NAME, &after) }
    }
}

/// A password's fingerprint; `None` for a password beyond what can be hashed, which no server has.
fn fingerprint(password: &str, salt: Uuid) -> Option<Vec<u8>> {
    let mut fingerprint = vec![0; FINGERPRINT_SIZE];
    Argon2::default().hash_password_into(password.as_bytes(), salt.as_bytes(), &mut fingerprint).ok()?;
    Some(fingerprint)
}

#[cfg(test)]
mod tests {
    use super::State;

    #[test]
    fn a_refusal_is_of_one_origin_user_and_password() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::open(Some(&folder.path().join("state"))).unwrap();
        state.remember_refusal("https://a.example", "anna", "stale secret").unwrap();
        let check = |origin: &str, user: &str, password: &str, expected: bool| {
            assert_eq!(state.was_refused(origin, user, password), expected, "{origin} {user} {password}");
        };
        check("https://a.example", "anna", "stale secret", true);
        check("https://a.example", "anna", "new secret", false);
        check("https://a.example", "bert", "stale secret", false);
        check("https://b.example", "anna", "stale secret", false);
        check("https://a.example", "Anna", "stale secret", true);
        // Two old ones that come in turns are both remembered.
        state.remember_refusal("https://a.example", "ANNA", "older secret").unwrap();
        check("https://a.example", "anna", "stale secret", true);
        check("https://a.example", "anna", "older secret", true);
        let written = std::fs::read_to_string(state.folder().join("sign-in.json")).unwrap();
        assert!(!written.contains("secret"), "{written}");
        state.forget_refusal("https://a.example", "anna").unwrap();
        check("https://a.example", "anna", "stale secret", false);
    }

    #[test]
    fn the_last_user_of_each_server_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::open(Some(&folder.path().join("state"))).unwrap();
        for at in 0..=super::SIGN_INS_MAX {
            state.remember_user(&format!("https://{at}.example"), "anna").unwrap();
        }
        state.remember_user("https://5.example", "bert").unwrap();
        assert_eq!(state.last_user("https://5.example").as_deref(), Some("bert"));
        assert_eq!(state.last_user("https://6.example").as_deref(), Some("anna"));
        assert_eq!(state.last_user("https://0.example"), None);
        state.forget_user("https://5.example").unwrap();
        assert_eq!(state.last_user("https://5.example"), None);
    }
}

//! Signing in: with this PC's token, or with a password from a file, from the environment, or asked for; never from an argument, which others could read.

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use text::{Message, message};

use super::Run;
use super::answer::Answer;
use super::console::Form;
use super::exit::{Exit, Failure};
use crate::address::{Address, Site};
use crate::credentials;
use crate::machine::Machine;
use crate::policy::{Keeping, Policy, Reporting};
use crate::provider::Provider;
use crate::sign_in::{Enrolling, Giver, Reception, SignedOut};
use crate::state::{Owner, State};
use crate::web::{SignIn, Web};

/// The environment variable with the password.
pub const PASSWORD_VARIABLE: &str = "OXUPDATE_PASSWORD";
/// The most bytes of a file with a password.
pub const PASSWORD_FILE_SIZE_MAX: u64 = 4 * 1024;

impl Run<'_> {
    /// Who signs in, and with what; `None` for nobody.
    pub(super) fn sign_in(
        &self,
        web: &Web,
        site: &Site,
        state: &State,
        machine: Option<&dyn Machine>,
    ) -> Result<Option<(String, SignIn)>, Failure> {
        let (options, reception) = (self.options, self.reception(web, site, state, machine));
        let Some(user) = options.user.clone().or_else(|| reception.last_user()) else { return Ok(None) };
        let given = self.given_password()?;
        if !options.sign_in_again {
            match reception.with_token(&user) {
                // Also where a password is at hand: it need not travel again, nor this PC enrol at each run.
                Ok(Some(sign_in)) => return Ok(Some((user, sign_in))),
                Err(error) if given.is_none() && !io::stdin().is_terminal() => return Err(error.into()),
                Ok(None) | Err(_) => {}
            }
        }
        if !options.sign_in_again && given.is_none() && Policy::of_this_pc().keeping == Keeping::Allowed {
            // What the person let the desktop program keep serves here too.
            if let Ok(Some(sign_in)) = reception.with_kept_password(&user) {
                return Ok(Some((user, sign_in)));
            }
        }
        let giver = if options.sign_in_again { Giver::Person } else { Giver::Unattended };
        let (password, giver) = match given {
            Some(password) => (password, giver),
            None => (self.ask_for_password(&user)?, Giver::Person),
        };
        let sign_in = reception.with_password(&user, &password, giver)?;
        Ok(Some((user, sign_in)))
    }

    /// Forgets this PC's token. Nobody is asked, so that it works without a network.
    pub(super) fn sign_out(&self) -> Result<Exit, Failure> {
        let state = State::open(self.options.state.as_deref())?;
        let Provider { address: Address::Web(site), web } = self.provider()? else {
            return Err(Failure::misuse(message!("cli-sign-out-file")));
        };
        let reception = self.reception(&web, &site, &state, None);
        let origin = site.catalog.origin().ascii_serialization();
        let user = self.options.user.clone().or_else(|| state.last_user(&origin));
        let signed_out = match &user {
            Some(user) if !self.options.dry_run => reception.sign_out(user)?,
            None if !self.options.dry_run => {
                reception.forget_offers(None)?;
                SignedOut::Before
            }
            _ => SignedOut::Before,
        };
        if self.console.form() == Form::Json {
            let owner = Some(Owner { address: site.catalog.to_string(), user });
            self.console.print_json(&Answer { owner, ..Answer::new("sign-out", Exit::Done) })?;
            return Ok(Exit::Done);
        }
        self.console.say(&match signed_out {
            SignedOut::Now => message!("cli-signed-out", origin = &origin),
            SignedOut::Before => message!("cli-not-signed-in", origin = &origin),
        })?;
        Ok(Exit::Done)
    }

    pub(super) fn reception<'a>(
        &self,
        web: &'a Web,
        site: &'a Site,
        state: &'a State,
        machine: Option<&dyn Machine>,
    ) -> Reception<'a> {
        let may_be_told = Policy::of_this_pc().reporting == Reporting::On;
        Reception {
            web,
            site,
            state,
            credentials: credentials::of_this_person(state),
            computer_name: machine.filter(|_| may_be_told).map(Machine::computer_name).unwrap_or_default(),
            enrolling: match machine {
                Some(_) if !self.options.dry_run => Enrolling::Wanted,
                // What is no PC to be updated is none to be known by a token.
                _ => Enrolling::Unwanted,
            },
        }
    }

    /// The password in the file that is named, else in the environment; `None` if there is neither.
    pub(super) fn given_password(&self) -> Result<Option<String>, Failure> {
        if let Some(file) = &self.options.password_file {
            return from_file(file).map(Some);
        }
        match env::var(PASSWORD_VARIABLE) {
            Ok(password) => Ok(Some(password)),
            Err(env::VarError::NotPresent) => Ok(None),
            Err(env::VarError::NotUnicode(_)) => {
                Err(Failure::misuse(message!("cli-password-variable", name = PASSWORD_VARIABLE)))
            }
        }
    }

    pub(super) fn ask_for_password(&self, user: &str) -> Result<String, Failure> {
        if !io::stdin().is_terminal() {
            let message = message!("cli-password-missing", name = PASSWORD_VARIABLE);
            return Err(Failure { exit: Exit::SignIn, message });
        }
        let prompt = self.console.word(&message!("cli-password-prompt", user = user));
        rpassword::prompt_password(format!("{prompt} "))
            .map_err(|error| Failure::misuse(message!("cli-password-not-read", detail = error.to_string())))
    }
}

/// Reads a file's first line.
fn from_file(path: &Path) -> Result<String, Failure> {
    let wrong = |detail: Message| {
        Failure::misuse(message!("cli-password-file", path = path.display(), reason = detail))
    };
    let mut text = String::new();
    let read =
        File::open(path).and_then(|file| file.take(PASSWORD_FILE_SIZE_MAX + 1).read_to_string(&mut text));
    match read {
        Err(error) => Err(wrong(message!("cli-password-file-not-read", detail = error.to_string()))),
        Ok(size) if size as u64 > PASSWORD_FILE_SIZE_MAX => {
            Err(wrong(message!("cli-password-file-too-large")))
        }
        // An editor may have put a byte order mark before it.
        Ok(_) => Ok(text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{PASSWORD_FILE_SIZE_MAX, from_file};

    #[test]
    fn a_password_is_a_files_first_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password");
        let check = |bytes: &[u8], expected: Option<&str>| {
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(from_file(&path).ok().as_deref(), expected, "{bytes:?}");
        };
        check(b"secret\n", Some("secret"));
        check(b"\xef\xbb\xbf  Gr\xc3\xbc\xc3\x9fe  \r\nmore", Some("  Grüße  "));
        check(b"", Some(""));
        check(b"\xff\xfe", None);
        check(&[b'a'; PASSWORD_FILE_SIZE_MAX as usize + 1], None);
        assert!(from_file(&folder.path().join("none")).is_err());
    }
}

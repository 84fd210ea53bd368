//! Signing in and out. A password is sent once, for a token; where the server gives none it serves as long as this program runs, and longer
//! only if the person wants it kept.

use super::Hands;
use super::ground::Ground;
use crate::address::Address;
use crate::desk::{News, PasswordUse, SignInFields, Trouble, TroubleKind};
use crate::machine::Machine;
use crate::policy::Keeping;
use crate::provider::Provider;
use crate::sign_in::{Giver, Reception};
use crate::web::SignIn;

/// A sign-in with a password that is in memory only.
pub(super) struct Session {
    address: Address,
    user: String,
    sign_in: SignIn,
}

impl Hands {
    /// Who signs in, and with what: the token of this PC, what was typed since the start, or a kept password; `None` for nobody.
    pub(super) fn sign_in_at_hand(
        &self,
        ground: &Ground,
        provider: &Provider,
        machine: &dyn Machine,
    ) -> Result<Option<(String, SignIn)>, Trouble> {
        let Some(reception) = ground.reception(provider, Some(machine)) else { return Ok(None) };
        if let Some(session) = self.session.as_ref().filter(|session| session.address == provider.address) {
            return Ok(Some((session.user.clone(), session.sign_in.clone())));
        }
        let Some(user) = reception.last_user() else { return Ok(None) };
        let mut sign_in = reception.with_token(&user)?;
        if sign_in.is_none() {
            sign_in = match ground.policy.keeping {
                Keeping::Allowed => reception.with_kept_password(&user)?,
                Keeping::Refused => {
                    reception.forget_kept_password(&user)?;
                    None
                }
            };
        }
        Ok(sign_in.map(|sign_in| (user, sign_in)))
    }

    /// Signs in, then looks for updates; a refusal is told at once.
    pub(super) fn sign_in(&mut self, number: u64, fields: &SignInFields) {
        let signed_in = self.ask_to_sign_in(fields);
        let kept_for = match signed_in {
            Ok(kept_for) => kept_for,
            Err(trouble) => return self.tell(News::NotSignedIn(trouble)),
        };
        match self.check(number) {
            Err(trouble) if trouble.kind == TroubleKind::SignInRefused => {
                self.tell(News::NotSignedIn(trouble));
            }
            found => {
                if let (Ok(_), Some(provider)) = (&found, kept_for) {
                    self.keep_password(&provider, fields);
                }
                self.tell_situation();
                self.tell(News::Checked(Box::new(found)));
            }
        }
    }

    /// Signs in; answers the provider if it gave no token and the password may be kept once it has proven good.
    fn ask_to_sign_in(&mut self, fields: &SignInFields) -> Result<Option<Provider>, Trouble> {
        let ground = self.ground()?;
        let machine = self.machine()?;
        let provider = self.provider(&ground)?;
        let user = fields.user.trim();
        let Some(reception) = ground.reception(&provider, Some(machine.as_ref())) else { return Ok(None) };
        let sign_in = reception.with_password(user, &fields.password.0, Giver::Person)?;
        if sign_in.is_of_device() {
            self.session = None;
            return Ok(None);
        }
        self.session = Some(Session { address: provider.address.clone(), user: user.to_owned(), sign_in });
        let is_wanted = fields.keep && may_keep(&ground, &reception) == PasswordUse::EachTime;
        Ok(is_wanted.then_some(provider))
    }

    /// Keeps a password that has proven good. One that cannot be kept serves as long as this program runs.
    fn keep_password(&self, provider: &Provider, fields: &SignInFields) {
        let Ok(ground) = self.ground() else { return };
        if let Some(reception) = ground.reception(provider, None) {
            let _ = reception.keep_password(fields.user.trim(), &fields.password.0);
        }
    }

    /// Forgets this PC's sign-in, without asking anybody.
    pub(super) fn sign_out(&mut self) {
        let session = self.session.take();
        match self.forget_sign_in(session) {
            Ok(()) => {
                self.tell(News::SignedOut);
                self.tell_situation();
            }
            Err(trouble) => self.tell(News::NotSignedIn(trouble)),
        }
    }

    fn forget_sign_in(&self, session: Option<Session>) -> Result<(), Trouble> {
        let ground = self.ground()?;
        let provider = self.provider(&ground)?;
        let Some(reception) = ground.reception(&provider, None) else { return Ok(()) };
        let user = session.map(|session| session.user).or_else(|| reception.last_user());
        match user {
            Some(user) => drop(reception.sign_out(&user)?),
            None => reception.forget_offers(None)?,
        }
        Ok(())
    }

    /// Who signs in there, as far as it is known without asking anybody, and what becomes of a password.
    pub(super) fn who_signs_in(&self, ground: &Ground) -> (Option<String>, PasswordUse) {
        let Ok(provider) = self.provider(ground) else { return (None, PasswordUse::default()) };
        let Some(reception) = ground.reception(&provider, None) else {
            return (None, PasswordUse::default());
        };
        let session = self.session.as_ref().filter(|session| session.address == provider.address);
        let user = session.map(|session| session.user.clone()).or_else(|| reception.last_user());
        (user, may_keep(ground, &reception))
    }
}

/// What becomes of a password that a person types.
fn may_keep(ground: &Ground, reception: &Reception<'_>) -> PasswordUse {
    if ground.policy.keeping == Keeping::Allowed && reception.could_keep_password() {
        PasswordUse::EachTime
    } else {
        PasswordUse::Once
    }
}

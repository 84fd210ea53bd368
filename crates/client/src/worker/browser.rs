//! Signing in with the browser: an invitation, then a question now and then whether the person has consented. What else is wanted is done meanwhile.

use std::time::Duration;

use super::Hands;
use super::ground::Ground;
use crate::browser_sign_in::{BrowserSignInError, Standing, Waiting};
use crate::desk::{News, Trouble};
use crate::provider::Provider;

/// How long something else that is wanted may have to wait, and with it a wish not to wait any longer.
const BREATH: Duration = Duration::from_millis(200);

/// A sign-in that waits for the person's consent.
pub(super) struct Consent {
    number: u64,
    ground: Ground,
    provider: Provider,
    waiting: Waiting,
}

impl Hands {
    /// Asks the server for a code, in place of one that was asked for before.
    pub(super) fn invite(&mut self, number: u64) {
        self.consent = None;
        match self.ask_for_invitation(number) {
            Ok(consent) => {
                self.tell(News::Invited(consent.waiting.invitation.clone()));
                self.consent = Some(consent);
            }
            Err(trouble) => self.tell(News::NotSignedIn(trouble)),
        }
    }

    fn ask_for_invitation(&self, number: u64) -> Result<Consent, Trouble> {
        let ground = self.ground()?;
        let machine = self.machine()?;
        let provider = self.provider(&ground)?;
        let waiting = match ground.reception(&provider, Some(machine.as_ref())) {
            Some(reception) => reception.invite(self.clock.as_ref())?,
            None => return Err(crate::sign_in::SignInError::from(BrowserSignInError::NotOffered).into()),
        };
        Ok(Consent { number, ground, provider, waiting })
    }

    /// Looks once whether the person has consented, if it is time to; else lets a moment go by.
    pub(super) fn look_for_consent(&mut self) {
        let Some(mut consent) = self.consent.take() else { return };
        let Consent { number, ground, provider, waiting } = &mut consent;
        let number = *number;
        let Some(reception) = ground.reception(provider, None) else { return };
        let looked = reception.look_for_consent(waiting, self.clock.as_ref());
        match looked {
            Ok(Standing::NotBefore(time)) => {
                drop(reception);
                self.clock.pause(time.min(BREATH));
                self.consent = Some(consent);
            }
            Ok(Standing::SignedIn(..)) => {
                self.session = None;
                let found = self.check(number);
                self.tell_situation();
                self.tell(News::Checked(Box::new(found)));
            }
            Err(error) => self.tell(News::NotSignedIn(error.into())),
        }
    }
}

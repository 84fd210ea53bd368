//! The code that opens the page for the first administrator: shown on the server's console, and kept in memory alone.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use subtle::ConstantTimeEq;

use super::code::{Code, hash_of_typed};
use crate::model::secret::SecretHash;

/// How many wrong codes may come from one place.
pub(crate) const WRONG_AT_PLACE_MAX: u32 = 5;
/// How many wrong codes may come altogether; after them only another start gives another code.
pub(crate) const WRONG_MAX: u32 = 50;

/// The set-up, as long as it is open.
#[derive(Debug, Default)]
pub(crate) struct SetUp(Mutex<Option<Open>>);

#[derive(Debug)]
struct Open {
    code: SecretHash,
    wrong: u32,
    /// At most [`WRONG_MAX`] entries.
    at_places: HashMap<IpAddr, u32>,
}

/// Why a code does not open the set-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeRefused {
    /// There is no set-up, or no more of one.
    Closed,
    /// It is another code.
    Wrong,
    /// There were too many wrong codes.
    TooMany,
}

impl SetUp {
    /// Opens the set-up, and answers with the code for the console.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub(crate) fn open(&self) -> Result<Code, getrandom::Error> {
        let code = Code::new()?;
        *self.state() = Some(Open { code: code.hash(), wrong: 0, at_places: HashMap::new() });
        Ok(code)
    }

    /// Whether there is a set-up at all.
    pub(crate) fn is_open(&self) -> bool {
        self.state().is_some()
    }

    /// Judges a code as it was typed, from a place as [`crate::rules::peer::place`] tells it.
    ///
    /// # Errors
    /// [`CodeRefused`].
    pub(crate) fn judge(&self, typed: &str, place: IpAddr) -> Result<(), CodeRefused> {
        let mut state = self.state();
        let open = state.as_mut().ok_or(CodeRefused::Closed)?;
        let at_place = open.at_places.get(&place).copied().unwrap_or_default();
        if open.wrong >= WRONG_MAX || at_place >= WRONG_AT_PLACE_MAX {
            return Err(CodeRefused::TooMany);
        }
        // In constant time.
        if bool::from(hash_of_typed(typed).as_bytes().ct_eq(open.code.as_bytes())) {
            return Ok(());
        }
        open.wrong += 1;
        open.at_places.insert(place, at_place + 1);
        Err(CodeRefused::Wrong)
    }

    /// Closes the set-up for good.
    pub(crate) fn close(&self) {
        *self.state() = None;
    }

    fn state(&self) -> MutexGuard<'_, Option<Open>> {
        // A thread that died while it held the lock left a whole value: each change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::{CodeRefused, SetUp, WRONG_AT_PLACE_MAX, WRONG_MAX};
    use crate::reference::assert_says;

    fn place(number: u32) -> IpAddr {
        Ipv4Addr::from(number).into()
    }

    #[test]
    fn only_the_code_opens_and_guessing_ends_soon() {
        let set_up = SetUp::default();
        assert_eq!(set_up.judge("anything", place(1)), Err(CodeRefused::Closed));
        let code = set_up.open().unwrap();
        for _ in 0..WRONG_AT_PLACE_MAX {
            assert_eq!(set_up.judge("wrong", place(1)), Err(CodeRefused::Wrong));
        }
        assert_eq!(
            set_up.judge(code.as_str(), place(1)),
            Err(CodeRefused::TooMany),
            "not even the right one"
        );
        assert_eq!(set_up.judge(code.as_str(), place(2)), Ok(()), "another place goes on");
        for number in WRONG_AT_PLACE_MAX..WRONG_MAX {
            assert_eq!(set_up.judge("", place(100 + number)), Err(CodeRefused::Wrong));
        }
        assert_eq!(set_up.judge(code.as_str(), place(2)), Err(CodeRefused::TooMany));
        assert!(set_up.is_open());
        set_up.close();
        assert_eq!(set_up.judge(code.as_str(), place(3)), Err(CodeRefused::Closed));
    }

    #[test]
    fn the_limits_are_told() {
        let line =
            format!("| wrong set-up codes | {WRONG_AT_PLACE_MAX} from one place, {WRONG_MAX} altogether;");
        assert_says("oxupdated.md", &line);
    }
}

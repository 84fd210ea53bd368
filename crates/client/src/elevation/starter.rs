//! Who starts a program for a person, so that it never has more rights than that person has every day. Pure.

use super::Rights;

/// Where this program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Session {
    /// Where a person may sit.
    OfPerson,
    /// Where nobody ever sits (session 0).
    OfServices,
}

/// Who starts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Starter {
    /// This program: what it starts has the same rights.
    Itself,
    /// Windows' shell, which has the rights of who sits at the desktop.
    Shell,
    /// Nobody: there is no person for whom it would run.
    Nobody,
}

/// Who starts a program for a person.
#[must_use]
pub fn starter(session: Session, rights: Rights) -> Starter {
    match (session, rights) {
        (Session::OfServices, _) | (_, Rights::System) => Starter::Nobody,
        (Session::OfPerson, Rights::Always | Rights::Consented) => Starter::Shell,
        (Session::OfPerson, Rights::Plain) => Starter::Itself,
    }
}

#[cfg(test)]
mod tests {
    use super::{Session, Starter, starter};
    use crate::elevation::Rights;

    #[test]
    fn a_program_never_runs_with_more_rights_than_a_person_has_every_day() {
        let check = |session: Session, rights: Rights, expected: Starter| {
            assert_eq!(starter(session, rights), expected, "{session:?} {rights:?}");
        };
        check(Session::OfPerson, Rights::Plain, Starter::Itself);
        check(Session::OfPerson, Rights::Consented, Starter::Shell);
        // The shell has the same rights then.
        check(Session::OfPerson, Rights::Always, Starter::Shell);
        check(Session::OfPerson, Rights::System, Starter::Nobody);
        for rights in [Rights::Plain, Rights::Consented, Rights::Always, Rights::System] {
            check(Session::OfServices, rights, Starter::Nobody);
        }
    }
}

//! Whether a deputy is asked for, and which program it is. Pure.

use crate::machine::{Context, Desktop};
use catalog::Scope;

/// The deputy's program.
const DEPUTY: &str = "oxupdate.exe";

/// With what rights this program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rights {
    /// Those of a person.
    Plain,
    /// Those of an administrator.
    Elevated,
}

/// Where this program lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// With a deputy beside it, where only administrators can write.
    BesideDeputy,
    /// Where a person can write, or without a deputy.
    Elsewhere,
}

/// How what is for everyone is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By this program itself; where it lacks the rights, Windows Installer asks for each package.
    Directly,
    /// By a deputy, for which Windows asks once.
    ByDeputy,
}

/// How what is for everyone is installed.
#[must_use]
pub fn way(rights: Rights, place: Place, desktop: Desktop) -> Way {
    match (rights, place, desktop) {
        // Where nobody sits, nobody can consent.
        (Rights::Plain, Place::BesideDeputy, Desktop::Present) => Way::ByDeputy,
        _ => Way::Directly,
    }
}

/// The deputy's program beside a program, by their paths as Windows writes them; `None` if the program lies in none of the folders in
/// which only administrators can write.
#[must_use]
pub fn deputy_beside(program: &str, guarded: &[String]) -> Option<String> {
    let (folder, _) = program.rsplit_once('\\')?;
    let steps: Vec<&str> = folder.split('\\').collect();
    let strays = |step: &&str| matches!(*step, "" | "." | "..") || step.contains(['/', ':']);
    if steps.iter().skip(1).any(strays) {
        return None;
    }
    let lies_in = |guarded: &String| {
        let outer: Vec<&str> = guarded.trim_end_matches('\\').split('\\').collect();
        let begins =
            outer.iter().zip(&steps).all(|(outer, step)| outer.to_lowercase() == step.to_lowercase());
        outer.len() > 1 && steps.len() > outer.len() && begins
    };
    guarded.iter().any(lies_in).then(|| format!("{folder}\\{DEPUTY}"))
}

/// Whether a package is installed for everyone, by its scope and for whom it is to be installed.
#[must_use]
pub(super) fn is_for_everyone(target: Option<Context>, scope: Scope) -> bool {
    match (target, scope) {
        (Some(Context::Machine), _) => true,
        (Some(Context::User), _) | (None, Scope::User) => false,
        // Windows Installer takes what is for either as for everyone, unless it is told otherwise.
        (None, Scope::Machine | Scope::Either) => true,
    }
}

#[cfg(test)]
mod tests {
    use catalog::Scope;

    use super::{Place, Rights, Way, deputy_beside, is_for_everyone, way};
    use crate::machine::{Context, Desktop};

    #[test]
    fn a_deputy_is_asked_for_where_it_is_needed_and_can_be_had() {
        let check = |rights, place, desktop, expected| {
            assert_eq!(way(rights, place, desktop), expected, "{rights:?} {place:?} {desktop:?}");
        };
        let (present, absent) = (Desktop::Present, Desktop::Absent);
        check(Rights::Plain, Place::BesideDeputy, present, Way::ByDeputy);
        check(Rights::Plain, Place::BesideDeputy, absent, Way::Directly);
        check(Rights::Plain, Place::Elsewhere, present, Way::Directly);
        check(Rights::Elevated, Place::BesideDeputy, present, Way::Directly);
        check(Rights::Elevated, Place::Elsewhere, absent, Way::Directly);
    }

    #[test]
    fn a_deputy_lies_where_only_administrators_can_write() {
        let check = |program: &str, expected: Option<&str>| {
            let guarded = [r"C:\Program Files", r"C:\Program Files (x86)\"].map(str::to_owned);
            assert_eq!(deputy_beside(program, &guarded).as_deref(), expected, "{program}");
        };
        let deputy = r"C:\Program Files\OX Updater\oxupdate.exe";
        check(r"C:\Program Files\OX Updater\OXUpdater.exe", Some(deputy));
        check(r"C:\Program Files\OX Updater\oxupdate.exe", Some(deputy));
        check(r"c:\PROGRAM FILES\a\b\c.exe", Some(r"c:\PROGRAM FILES\a\b\oxupdate.exe"));
        check(r"C:\Program Files (x86)\a\b.exe", Some(r"C:\Program Files (x86)\a\oxupdate.exe"));
        check(r"C:\Users\anna\AppData\Local\Programs\OX Updater\OXUpdater.exe", None);
        check(r"C:\Program Files\OXUpdater.exe", None);
        check(r"C:\Program Files Evil\a\b.exe", None);
        check(r"C:\Program Files\..\Users\anna\b.exe", None);
        check(r"C:\Program Files\a/../../Users\b.exe", None);
        check(r"C:\Program Files\\a\b.exe", None);
        check(r"D:\Program Files\a\b.exe", None);
        check(r"\\server\Program Files\a\b.exe", None);
        check("oxupdate.exe", None);
        check("", None);
        assert_eq!(deputy_beside(r"C:\a\b.exe", &[String::new()]), None);
        assert_eq!(deputy_beside(r"C:\a\b.exe", &[r"C:\".to_owned()]), None);
    }

    #[test]
    fn what_is_for_this_person_is_not_for_everyone() {
        let check = |target, scope, expected| {
            assert_eq!(is_for_everyone(target, scope), expected, "{target:?} {scope:?}");
        };
        let (machine, user) = (Some(Context::Machine), Some(Context::User));
        for scope in [Scope::Machine, Scope::Either, Scope::User] {
            check(machine, scope, true);
            check(user, scope, false);
        }
        check(None, Scope::Machine, true);
        check(None, Scope::Either, true);
        check(None, Scope::User, false);
    }
}

//! Whether a deputy is asked for, and which program it is. Pure.

use crate::machine::{Context, Desktop};
use catalog::Scope;

/// The deputy's program.
const DEPUTY: &str = "oxupdate.exe";

/// The accounts of Windows itself, and of its services, by their SIDs: SYSTEM, `LocalService`, `NetworkService`.
const SERVICES: [&str; 3] = ["S-1-5-18", "S-1-5-19", "S-1-5-20"];

/// With what rights this program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rights {
    /// Those of a person.
    #[default]
    Plain,
    /// Those of an administrator, who has them always: nobody was asked, so the account is that of the person at the PC.
    Always,
    /// Those of an administrator, to which somebody consented: the account may be another one than that of the person at the PC.
    Consented,
    /// Those of Windows itself or of a service: nobody's.
    System,
}

/// What Windows tells of the account that a program runs as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account<'a> {
    /// Its SID.
    pub sid: &'a str,
    /// What the token has of the account's rights.
    pub token: TokenKind,
}

/// What a token has of an account's rights; Microsoft: `TOKEN_ELEVATION_TYPE`, and `TokenIsElevated` where the account has one token only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// All, and they are no administrator's.
    Plain,
    /// All, and they are an administrator's, whom Windows asks nothing.
    Administrator,
    /// Those of an administrator, with another token beside it that lacks them.
    Full,
    /// Those of a person, with another token beside it that has an administrator's.
    Limited,
}

impl Rights {
    /// The rights of an account.
    #[must_use]
    pub fn of(account: Account<'_>) -> Self {
        match account.token {
            _ if SERVICES.contains(&account.sid) => Self::System,
            TokenKind::Plain | TokenKind::Limited => Self::Plain,
            TokenKind::Administrator => Self::Always,
            TokenKind::Full => Self::Consented,
        }
    }

    /// Whether what is for one person may be installed with them: it is for the person at the PC, and not for who consented.
    #[must_use]
    pub fn are_the_persons_own(self) -> bool {
        match self {
            Self::Plain | Self::Always => true,
            Self::Consented | Self::System => false,
        }
    }
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
pub(crate) fn is_for_everyone(target: Option<Context>, scope: Scope) -> bool {
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

    use super::{Account, Place, Rights, TokenKind, Way, deputy_beside, is_for_everyone, way};
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
        for rights in [Rights::Always, Rights::Consented, Rights::System] {
            check(rights, Place::BesideDeputy, present, Way::Directly);
            check(rights, Place::Elsewhere, absent, Way::Directly);
        }
    }

    #[test]
    fn what_is_for_one_person_is_installed_with_rights_of_the_persons_own() {
        let check = |sid: &str, token: TokenKind, rights: Rights, own: bool| {
            let found = Rights::of(Account { sid, token });
            assert_eq!((found, found.are_the_persons_own()), (rights, own), "{sid} {token:?}");
        };
        let anna = "S-1-5-21-1-2-3-1001";
        check(anna, TokenKind::Plain, Rights::Plain, true);
        check(anna, TokenKind::Limited, Rights::Plain, true);
        // Without Windows' questions (UAC), and the account that Windows calls Administrator.
        check(anna, TokenKind::Administrator, Rights::Always, true);
        check("S-1-5-21-1-2-3-500", TokenKind::Administrator, Rights::Always, true);
        check(anna, TokenKind::Full, Rights::Consented, false);
        check("S-1-5-18", TokenKind::Administrator, Rights::System, false);
        check("S-1-5-19", TokenKind::Plain, Rights::System, false);
        check("S-1-5-20", TokenKind::Plain, Rights::System, false);
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

//! Reading: from a command line's tail to params that are known to be harmless.

use std::iter::Peekable;
use std::str::Chars;

use super::{INSTALL_PARAMS_LENGTH_MAX, InstallParams, InstallParamsError, Param, UserInterface};

/// How much of a refused part an error shows, in characters.
const SHOWN_LENGTH_MAX: usize = 60;

/// Properties that OX Updater sets itself, or that would turn the install into another one; refused in any case of letters.
///
/// Source: Microsoft, "Property Reference".
const PROPERTIES_REFUSED: [&str; 31] = [
    "ACTION",
    "ADDSOURCE",
    "ADVERTISE",
    "ALLUSERS",
    "COMPADDSOURCE",
    "DISABLEROLLBACK",
    "EXECUTEACTION",
    "EXECUTEMODE",
    "FASTOEM",
    "FILEADDSOURCE",
    "MEDIAPACKAGEPATH",
    "MSIINSTALLPERUSER",
    "MSIINSTANCEGUID",
    "MSINEWINSTANCE",
    "MSIPATCHREMOVE",
    "PATCH",
    "PROMPTROLLBACKCOST",
    "REBOOT",
    "REBOOTPROMPT",
    "REINSTALL",
    "REINSTALLMODE",
    "REMOVE",
    "RESUME",
    "SECONDSEQUENCE",
    "SEQUENCE",
    "SOURCEDIR",
    "SOURCELIST",
    "TRANSFORMS",
    "TRANSFORMSATSOURCE",
    "TRANSFORMSSECURE",
    "UPGRADINGPRODUCTCODE",
];

/// The letters of switches that name what to do; options may follow (`/fomus`). Each would replace the install that was verified.
const ACTION_LETTERS: [char; 6] = ['i', 'x', 'f', 'a', 'j', 'p'];
/// Switches that do the same in a word, beside `/package`.
const ACTION_WORDS: [&str; 2] = ["update", "uninstall"];
/// Switches about restarts other than `/norestart`.
const RESTARTS: [&str; 2] = ["forcerestart", "promptrestart"];

impl InstallParams {
    /// Reads and judges install params.
    ///
    /// # Errors
    /// [`InstallParamsError`] for the first part that is not allowed.
    pub fn parse(written: &str) -> Result<Self, InstallParamsError> {
        let mut refused = None;
        let params = Self::parse_but(written, |name| refused = refused.take().or(Some(name)))?;
        refused.map_or(Ok(params), |name| Err(InstallParamsError::PropertyRefused(name)))
    }

    /// Reads and judges, and leaves out the properties that are refused.
    fn parse_but(written: &str, mut refused: impl FnMut(String)) -> Result<Self, InstallParamsError> {
        if written.chars().count() > INSTALL_PARAMS_LENGTH_MAX {
            return Err(InstallParamsError::TooLong);
        }
        // Each quote either opens or closes; a doubled one does both.
        if !written.matches('"').count().is_multiple_of(2) {
            return Err(InstallParamsError::QuoteOpen);
        }
        let mut params = Vec::new();
        let (mut letters, mut part) =
            (written.trim().chars().peekable(), String::with_capacity(written.len()));
        while next_part(&mut letters, &mut part) {
            match Param::parse(&part) {
                Err(InstallParamsError::PropertyRefused(name)) => refused(name),
                param => params.push(param?),
            }
        }
        Self(params).within_length()
    }
}

impl InstallParams {
    /// Reads install params that were judged when they were written down, perhaps by an older version that knew fewer properties to refuse: those
    /// are left out, and their names answered.
    ///
    /// # Errors
    /// [`InstallParamsError`] for anything else that is not allowed.
    pub fn parse_kept(written: &str) -> Result<(Self, Vec<String>), InstallParamsError> {
        let mut left_out = Vec::new();
        let kept = Self::parse_but(written, |name| left_out.push(name))?;
        Ok((kept, left_out))
    }
}

impl Param {
    fn parse(part: &str) -> Result<Self, InstallParamsError> {
        if let Some(switch) = part.strip_prefix(['/', '-']) {
            return parse_switch(part, switch);
        }
        let (name, value) =
            part.split_once('=').ok_or_else(|| InstallParamsError::NotUnderstood(shown(part)))?;
        property(name, value)
    }
}

fn parse_switch(part: &str, switch: &str) -> Result<Param, InstallParamsError> {
    let lower = switch.to_ascii_lowercase();
    if lower == "norestart" {
        return Ok(Param::NoRestart);
    }
    if user_interface(&lower).is_some() {
        return Ok(Param::UserInterface(lower));
    }
    Err(if RESTARTS.contains(&lower.as_str()) {
        InstallParamsError::Restart(shown(part))
    } else if lower.starts_with('l') {
        InstallParamsError::Log(shown(part))
    } else if lower.starts_with(ACTION_LETTERS) || ACTION_WORDS.contains(&lower.as_str()) {
        InstallParamsError::Action(shown(part))
    } else {
        InstallParamsError::SwitchUnknown(shown(part))
    })
}

/// What a switch in lower case, without its slash, says about the user interface.
pub(super) fn user_interface(switch: &str) -> Option<UserInterface> {
    match switch {
        "quiet" => return Some(UserInterface::None),
        "passive" => return Some(UserInterface::Passive),
        _ => {}
    }
    let level = switch.strip_prefix('q')?;
    let modifiers = level.trim_start_matches(['n', 'b', 'r', 'f']);
    if modifiers.len() > 2 || !modifiers.chars().all(|modifier| "+-!".contains(modifier)) {
        return None;
    }
    match level.strip_suffix(modifiers)? {
        "" | "n" => Some(UserInterface::None),
        "b" => Some(UserInterface::Basic),
        "r" => Some(UserInterface::Reduced),
        "f" => Some(UserInterface::Full),
        _ => None,
    }
}

pub(super) fn property(name: &str, value: &str) -> Result<Param, InstallParamsError> {
    if PROPERTIES_REFUSED.iter().any(|refused| refused.eq_ignore_ascii_case(name)) {
        return Err(InstallParamsError::PropertyRefused(shown(name)));
    }
    let starts_well = name.starts_with(|first: char| first.is_ascii_uppercase());
    let is_public =
        |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || "_.".contains(letter);
    if !(starts_well && name.chars().all(is_public)) {
        return Err(InstallParamsError::PropertyNotPublic(shown(name)));
    }
    if value.chars().any(char::is_control) {
        return Err(InstallParamsError::ControlCharacter);
    }
    Ok(Param::Property { name: name.to_owned(), value: value.to_owned() })
}

/// Reads the next part, which ends before a blank outside quotes, and takes its quotes off; inside quotes two quotes are one.
fn next_part(letters: &mut Peekable<Chars<'_>>, part: &mut String) -> bool {
    let is_blank = |letter: &char| matches!(letter, ' ' | '\t' | '\r' | '\n');
    part.clear();
    while letters.next_if(is_blank).is_some() {}
    let is_there = letters.peek().is_some();
    let mut quoted = false;
    while let Some(letter) = letters.next_if(|letter| quoted || !is_blank(letter)) {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => part.push('"'),
            '"' => quoted = !quoted,
            _ => part.push(letter),
        }
    }
    is_there
}

pub(super) fn shown(part: &str) -> String {
    part.chars().take(SHOWN_LENGTH_MAX).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    #[test]
    fn what_was_written_down_before_loses_only_what_is_refused() {
        let written = "/passive A=1 DISABLEROLLBACK=1 SourceList=x B=2";
        let (kept, left_out) = InstallParams::parse_kept(written).unwrap();
        assert_eq!(Ok(kept), InstallParams::parse("/passive A=1 B=2"));
        assert_eq!(left_out, ["DISABLEROLLBACK", "SourceList"]);
        assert!(InstallParams::parse_kept("/x").is_err());
    }

    use crate::install_params::{InstallParams, InstallParamsError as Error, UserInterface};

    #[test]
    fn what_is_allowed_is_read_and_written_in_one_form() {
        let check = |written: &str, shown: &str, user_interface: Option<UserInterface>| {
            let params = InstallParams::parse(written).unwrap_or_else(|error| panic!("{written}: {error}"));
            assert_eq!(params.to_string(), shown, "{written}");
            assert_eq!(params.user_interface(), user_interface, "{written}");
            assert_eq!(InstallParams::parse(shown), Ok(params), "{written}");
        };
        check("", "", None);
        check("  /passive ", "/passive", Some(UserInterface::Passive));
        check("-Passive -NoRestart", "/passive /norestart", Some(UserInterface::Passive));
        check("/quiet", "/quiet", Some(UserInterface::None));
        check("/q", "/q", Some(UserInterface::None));
        check("/QN", "/qn", Some(UserInterface::None));
        check("/qn+", "/qn+", Some(UserInterface::None));
        check("/qb!-", "/qb!-", Some(UserInterface::Basic));
        check("/qr", "/qr", Some(UserInterface::Reduced));
        check("/qb /qf", "/qb /qf", Some(UserInterface::Full));
        check("\"/qn\"", "/qn", Some(UserInterface::None));
        check("/q\"n\"", "/qn", Some(UserInterface::None));
        check("OXURL=https://a.example/", "OXURL=\"https://a.example/\"", None);
        check("A=\"b c\"\tD.1_E=f\r\n", "A=\"b c\" D.1_E=\"f\"", None);
        check("A=b\" c \"d", "A=\"b c d\"", None);
        check("A=\"say \"\"hi\"\" & go\"", "A=\"say \"\"hi\"\" & go\"", None);
        check("A=", "A=\"\"", None);
        check("A=\"\"", "A=\"\"", None);
        check("A=\"\"\"\"", "A=\"\"\"\"", None);
        check("A=b=c", "A=\"b=c\"", None);
        check("A=\"C:\\dir\\\" B=Müller", "A=\"C:\\dir\\\" B=\"Müller\"", None);
        check("A=/x", "A=\"/x\"", None);
    }

    fn check(written: &str, expected: fn(String) -> Error, part: &str) {
        assert_eq!(InstallParams::parse(written), Err(expected(part.to_owned())), "{written}");
    }

    #[test]
    fn switches_that_are_not_allowed_are_refused_with_the_reason() {
        for switch in [
            "/i",
            "/x",
            "/f",
            "/fa",
            "/FOMUS",
            "/a",
            "/j",
            "/jm",
            "/p",
            "/package",
            "/update",
            "/uninstall",
            "-i",
            "-X",
            "/I{0}",
            "/xfoo.msi",
        ] {
            check(switch, Error::Action, switch);
        }
        check("/pa\"ckage\"", Error::Action, "/package");
        check("\"/x\" {0}", Error::Action, "/x");
        for switch in ["/l", "/l*v", "/L*V", "/log", "-lv!"] {
            check(switch, Error::Log, switch);
        }
        check("/forcerestart", Error::Restart, "/forcerestart");
        check("-PromptRestart", Error::Restart, "-PromptRestart");
        for switch in
            ["/", "/z", "/qx", "/qnb", "/qn+++", "/t", "/n", "/g", "/?", "/help", "/y", "//qn", "/quietly"]
        {
            check(switch, Error::SwitchUnknown, switch);
        }
    }

    #[test]
    fn what_else_is_not_allowed_is_refused_with_the_reason() {
        for name in [
            "TRANSFORMS",
            "PATCH",
            "REINSTALL",
            "REINSTALLMODE",
            "REMOVE",
            "REBOOT",
            "ALLUSERS",
            "MSIINSTALLPERUSER",
            "MSIINSTANCEGUID",
            "ADDSOURCE",
            "COMPADDSOURCE",
            "FILEADDSOURCE",
            "SOURCELIST",
            "SOURCEDIR",
            "MEDIAPACKAGEPATH",
            "EXECUTEACTION",
            "EXECUTEMODE",
            "SECONDSEQUENCE",
            "FASTOEM",
            "DISABLEROLLBACK",
            "PROMPTROLLBACKCOST",
            "RESUME",
            "UPGRADINGPRODUCTCODE",
        ] {
            check(&format!("{name}=1"), Error::PropertyRefused, name);
            check(&format!("{}=\"1\"", name.to_lowercase()), Error::PropertyRefused, &name.to_lowercase());
        }
        check("A=1 AL\"LUSE\"RS=2", Error::PropertyRefused, "ALLUSERS");
        check("\"REMOVE=ALL\"", Error::PropertyRefused, "REMOVE");
        for name in ["installdir", "InstallDir", "1A", "_A", ".A", "A-B", "Ä", "A B", ""] {
            check(&format!("\"{name}=1\""), Error::PropertyNotPublic, name);
        }
        check("setup.msi", Error::NotUnderstood, "setup.msi");
        check("A=1 & calc.exe", Error::NotUnderstood, "&");
        check("\"\"", Error::NotUnderstood, "");
        assert_eq!(InstallParams::parse("A=\"b"), Err(Error::QuoteOpen));
        assert_eq!(InstallParams::parse("A=\"b\nc\""), Err(Error::ControlCharacter));
        assert_eq!(InstallParams::parse("A=b\u{0}"), Err(Error::ControlCharacter));
        assert_eq!(InstallParams::parse(&"/q ".repeat(3_000)), Err(Error::TooLong));
        assert_eq!(InstallParams::parse(&"A= ".repeat(2_000)), Err(Error::TooLong), "with its quotes");
    }

    proptest! {
        #[test]
        fn no_value_can_add_a_property_or_a_switch(value in "[^\\p{Cc}]{0,40}", next in "[^\\p{Cc}]{0,20}") {
            let params = InstallParams::default().with_property("A", &value).unwrap().with_property("B", &next).unwrap();
            let read = InstallParams::parse(&params.to_string()).unwrap();
            prop_assert_eq!(read.properties().collect::<Vec<_>>(), [("A", value.as_str()), ("B", next.as_str())]);
            prop_assert_eq!(read, params);
        }

        #[test]
        fn whatever_is_read_is_written_back(written in "[-/A-Zaqn =\"&ä]{0,30}") {
            if let Ok(params) = InstallParams::parse(&written) {
                prop_assert_eq!(InstallParams::parse(&params.to_string()), Ok(params));
            }
        }
    }
}

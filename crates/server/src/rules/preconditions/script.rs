//! The script that changes passwords: whether Open-Xchange can run it, by what was seen of the file.

use text::{Message, message};

use crate::model::precondition::Judgement;

/// How many bytes of the beginning of a script are looked at.
pub(crate) const BEGINNING_LENGTH: usize = 256;

/// What was seen of the file that is to be run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ScriptSeen {
    /// The configuration may be another machine's, so nothing here tells anything about the file.
    Elsewhere,
    /// There is nothing of the name.
    Absent,
    /// It cannot be looked at; what the system says.
    Unreadable(String),
    /// It is a folder or the like.
    NotAFile,
    /// It is a file.
    File {
        /// Who may run it, as the system keeps it; `None` where the system keeps no such thing.
        mode: Option<u32>,
        /// Its first bytes, or what the system says.
        beginning: Result<Vec<u8>, String>,
        /// Of the programs that its first line names, those that are not there.
        missing: Vec<String>,
    },
}

/// The programs that the first line names: the interpreter, and what `env` is to find.
///
/// `None` if the file does not begin with `#!`.
pub(crate) fn interpreter(beginning: &[u8]) -> Option<Vec<String>> {
    let line = beginning.strip_prefix(b"#!")?;
    // A carriage return stays: the system takes it for a part of the name too.
    let line = line.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let mut words = line.split([' ', '\t']).filter(|word| !word.is_empty());
    let program = words.next()?.to_owned();
    let is_env = program.rsplit('/').next() == Some("env");
    let found_by_env = if is_env { words.find(|word| !word.starts_with('-')) } else { None };
    Some([program].into_iter().chain(found_by_env.map(str::to_owned)).collect())
}

/// Whether the script can be run, with a sentence about what was found, and what to do.
pub(crate) fn judge(path: &str, seen: &ScriptSeen) -> (Judgement, Message, Option<Message>) {
    let not_met = |found: Message, advice: Message| (Judgement::NotMet, found, Some(advice));
    match seen {
        ScriptSeen::Elsewhere => {
            (Judgement::CannotTell, message!("precondition-script-elsewhere", path = path), None)
        }
        ScriptSeen::Unreadable(detail) => {
            let found = message!("precondition-script-unreadable", path = path, detail = detail);
            (Judgement::CannotTell, found, None)
        }
        ScriptSeen::Absent => not_met(
            message!("precondition-script-absent", path = path),
            message!("precondition-script-put", path = path),
        ),
        ScriptSeen::NotAFile => not_met(
            message!("precondition-script-no-file", path = path),
            message!("precondition-script-put", path = path),
        ),
        ScriptSeen::File { mode, beginning, missing } => {
            judge_file(path, *mode, beginning.as_deref(), missing)
        }
    }
}

fn judge_file(
    path: &str,
    mode: Option<u32>,
    beginning: Result<&[u8], &String>,
    missing: &[String],
) -> (Judgement, Message, Option<Message>) {
    let advice = message!("precondition-script-mode-set", path = path);
    if mode.is_some_and(|mode| mode & 0o111 == 0) {
        let found = message!("precondition-script-not-executable", path = path);
        return (Judgement::NotMet, found, Some(advice));
    }
    let beginning = match beginning {
        Ok(beginning) => beginning,
        Err(detail) => {
            let found = message!("precondition-script-unreadable", path = path, detail = detail);
            return (Judgement::CannotTell, found, None);
        }
    };
    let is_program = beginning.starts_with(b"\x7fELF");
    let programs = interpreter(beginning);
    if programs.is_none() && !is_program {
        let found = message!("precondition-script-no-interpreter", path = path);
        return (
            Judgement::NotMet,
            found,
            Some(message!("precondition-script-interpreter-set", path = path)),
        );
    }
    let first = programs.as_ref().and_then(|programs| programs.first());
    if let Some(program) = missing.first() {
        let shown: String = program.escape_debug().collect();
        let found = message!("precondition-script-interpreter-absent", path = path, program = shown);
        // What `env` finds depends on the surroundings of the service, which are not ours.
        let judgement = if Some(program) == first { Judgement::NotMet } else { Judgement::CannotTell };
        return (judgement, found, Some(message!("precondition-script-interpreter-set", path = path)));
    }
    match mode {
        Some(mode) if mode & 0o001 == 0 => {
            let found = message!("precondition-script-executable-by-some", path = path);
            (Judgement::CannotTell, found, Some(advice))
        }
        Some(_) => (Judgement::Met, message!("precondition-script-runs", path = path), None),
        None => (Judgement::CannotTell, message!("precondition-script-mode-unknown", path = path), None),
    }
}

#[cfg(test)]
mod tests {
    use super::{ScriptSeen, interpreter, judge};
    use crate::model::precondition::Judgement::{self, CannotTell, Met, NotMet};

    #[test]
    fn the_first_line_names_the_interpreter() {
        let check = |text: &str, expected: Option<&[&str]>| {
            let found = interpreter(text.as_bytes());
            let found: Option<Vec<&str>> =
                found.as_ref().map(|programs| programs.iter().map(String::as_str).collect());
            assert_eq!(found.as_deref(), expected, "{text:?}");
        };
        check("#!/bin/bash\nexit 0\n", Some(&["/bin/bash"]));
        check("#! /usr/bin/perl -w", Some(&["/usr/bin/perl"]));
        check("#!/usr/bin/env -S python3 -u\n", Some(&["/usr/bin/env", "python3"]));
        check("#!/bin/sh\r\nexit\r\n", Some(&["/bin/sh\r"]));
        check("#!\n", None);
        check("exit 0", None);
        check("", None);
    }

    #[test]
    fn a_script_runs_or_there_is_a_reason() {
        let file = |mode: u32, text: &str, missing: &[&str]| ScriptSeen::File {
            mode: Some(mode),
            beginning: Ok(text.as_bytes().to_vec()),
            missing: missing.iter().map(ToString::to_string).collect(),
        };
        let check = |seen: &ScriptSeen, expected: Judgement, id: &str| {
            let (judgement, found, _) = judge("/s.sh", seen);
            assert_eq!((judgement, found.id()), (expected, id), "{seen:?}");
        };
        let shell = "#!/bin/sh\n";
        check(&file(0o755, shell, &[]), Met, "precondition-script-runs");
        check(&file(0o755, "\x7fELF", &[]), Met, "precondition-script-runs");
        check(&file(0o644, shell, &[]), NotMet, "precondition-script-not-executable");
        check(&file(0o750, shell, &[]), CannotTell, "precondition-script-executable-by-some");
        check(&file(0o755, "exit 0", &[]), NotMet, "precondition-script-no-interpreter");
        check(&file(0o755, shell, &["/bin/sh"]), NotMet, "precondition-script-interpreter-absent");
        check(&file(0o755, "#!/usr/bin/env x", &["x"]), CannotTell, "precondition-script-interpreter-absent");
        check(&ScriptSeen::Absent, NotMet, "precondition-script-absent");
        check(&ScriptSeen::NotAFile, NotMet, "precondition-script-no-file");
        check(&ScriptSeen::Elsewhere, CannotTell, "precondition-script-elsewhere");
        check(&ScriptSeen::Unreadable("denied".to_owned()), CannotTell, "precondition-script-unreadable");
        let unread =
            ScriptSeen::File { mode: Some(0o711), beginning: Err("denied".to_owned()), missing: vec![] };
        check(&unread, CannotTell, "precondition-script-unreadable");
        let unknown = ScriptSeen::File { mode: None, beginning: Ok(shell.into()), missing: vec![] };
        check(&unknown, CannotTell, "precondition-script-mode-unknown");
    }
}

//! The command line in a person's own language: clap's definitions get their words from the `.ftl` files.
//!
//! A program derives its arguments with clap, without any words. The sentences are found by id:
//! `PROGRAM-help` and `PROGRAM-VERB-help` say what the program and a verb are for, `PROGRAM-arg-NAME` and
//! `PROGRAM-VERB-arg-NAME` what an argument is (underscores of clap's names become hyphens).

use std::ffi::OsString;

use clap::builder::Str;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error, Parser};

use crate::{Language, Message, knows, message};

/// Why a program's arguments do not lead to work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// The person asked for help or for the version: for standard output, and a good end.
    Asked(String),
    /// The arguments are not right: for standard error.
    Misuse(String),
}

/// Reads a program's arguments; the first one is the program's own name.
///
/// # Errors
/// [`Stop`], with what to show, in the person's language.
pub fn parse<Arguments: Parser>(
    arguments: impl IntoIterator<Item = OsString>,
    language: Language,
) -> Result<Arguments, Stop> {
    let command = Arguments::command();
    let program = command.get_name().to_owned();
    // The same name everywhere, also where the file is called oxupdate.exe.
    let mut command = with_words(command, &program, language).bin_name(&program);
    let stop = |error: &Error| stop(error, &program, language);
    let matches = command.try_get_matches_from_mut(arguments).map_err(|error| stop(&error))?;
    Arguments::from_arg_matches(&matches).map_err(|error| stop(&error))
}

/// The ids of sentences that a program's arguments need and a language that it speaks lacks; for a test in each program.
#[must_use]
pub fn sentences_missing<Arguments: Parser>(spoken: &[Language]) -> Vec<String> {
    let command = Arguments::command();
    let mut ids = Vec::new();
    collect_ids(&command, command.get_name(), &mut ids);
    let lacking = |language| {
        ids.iter().filter(move |id| !knows(language, id)).map(move |id| format!("{language}: {id}"))
    };
    spoken.iter().copied().flat_map(lacking).collect()
}

fn collect_ids(command: &Command, prefix: &str, ids: &mut Vec<String>) {
    ids.push(format!("{prefix}-help"));
    ids.extend(command.get_arguments().map(|argument| argument_id(prefix, argument)));
    for verb in command.get_subcommands() {
        collect_ids(verb, &format!("{prefix}-{}", verb.get_name()), ids);
    }
}

fn argument_id(prefix: &str, argument: &Arg) -> String {
    format!("{prefix}-arg-{}", argument.get_id().as_str().replace('_', "-"))
}

/// Gives a command, its arguments and its verbs their words.
fn with_words(command: Command, prefix: &str, language: Language) -> Command {
    let heading = |id| Message::new(id).say(language);
    let option_heading = Str::from(heading("command-line-options"));
    let argument_heading = Str::from(heading("command-line-arguments"));
    let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    let mut command = command
        .about(sentence(&format!("{prefix}-help"), language))
        .long_about(None::<&str>)
        .help_template(format!(
            "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}",
            heading("command-line-usage")
        ))
        .subcommand_help_heading(heading("command-line-verbs"))
        .subcommand_value_name(heading("command-line-verb-name"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_args(|argument| {
            let help = sentence(&argument_id(prefix, &argument), language);
            let heading = if argument.is_positional() { &argument_heading } else { &option_heading };
            // A flag has no values to hide, and clap minds if it is told to.
            let takes_values = argument.get_action().takes_values();
            let argument = argument.help(help).help_heading(heading.clone()).hide_env(true);
            argument.hide_possible_values(takes_values)
        })
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help)
                .help(heading("command-line-help"))
                .help_heading(option_heading.clone()),
        );
    if command.get_version().is_some() {
        command = command.arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(heading("command-line-version"))
                .help_heading(option_heading.clone()),
        );
    }
    for verb in verbs {
        let prefix = format!("{prefix}-{verb}");
        command = command.mut_subcommand(verb, |verb| with_words(verb, &prefix, language));
    }
    command
}

fn sentence(id: &str, language: Language) -> String {
    crate::sentences::say_by_name(id, language)
}

fn stop(error: &Error, program: &str, language: Language) -> Stop {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stop::Asked(rendered(error, language)),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Stop::Misuse(rendered(error, language)),
        _ => {
            let whole = message!("command-line-misuse", program = program, reason = reason(error));
            Stop::Misuse(whole.say(language))
        }
    }
}

/// Help as clap lays it out, without the one word in it that clap gives nobody a say in.
fn rendered(error: &Error, language: Language) -> String {
    let options = message!("command-line-options-name").say(language);
    error.render().to_string().replacen(" [OPTIONS]", &format!(" [{options}]"), 1)
}

fn reason(error: &Error) -> Message {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => message!("command-line-argument-unknown", argument = argument),
        ErrorKind::InvalidSubcommand => {
            message!("command-line-verb-unknown", verb = context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => message!("command-line-verb-missing"),
        ErrorKind::MissingRequiredArgument => message!("command-line-argument-missing", argument = argument),
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            other if other == argument => message!("command-line-argument-twice", argument = argument),
            other => message!("command-line-arguments-clash", argument = argument, other = other),
        },
        ErrorKind::TooManyValues => message!("command-line-value-not-taken", argument = argument),
        ErrorKind::InvalidValue if value.is_empty() => {
            message!("command-line-value-missing", argument = argument)
        }
        ErrorKind::InvalidValue => {
            let choices = context(ContextKind::ValidValue);
            message!("command-line-value-not-among", argument = argument, value = value, choices = choices)
        }
        ErrorKind::ValueValidation => {
            let detail = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            message!("command-line-value-wrong", argument = argument, value = value, detail = detail)
        }
        _ => message!("command-line-not-understood", detail = error.kind().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::{Stop, parse, sentences_missing};
    use crate::Language;

    #[derive(Debug, Parser)]
    #[command(name = "example", version = "1.2.3")]
    struct Example {
        #[command(subcommand)]
        verb: Verb,
    }

    #[derive(Debug, clap::Subcommand)]
    enum Verb {
        Show {
            file: String,
            #[arg(long, value_parser = ["low", "high"])]
            importance: Option<String>,
            #[arg(long)]
            json: bool,
        },
    }

    fn misuse(arguments: &[&str], language: Language) -> String {
        let arguments = std::iter::once("example").chain(arguments.iter().copied()).map(Into::into);
        match parse::<Example>(arguments, language) {
            Err(Stop::Misuse(text) | Stop::Asked(text)) => text,
            Ok(parsed) => panic!("parsed: {parsed:?}"),
        }
    }

    #[test]
    fn a_wrong_argument_is_told_in_the_persons_language() {
        let check = |arguments: &[&str], english: &str, german: &str| {
            let first = |text: String| text.lines().next().unwrap_or_default().to_owned();
            assert_eq!(first(misuse(arguments, Language::English)), english);
            assert_eq!(first(misuse(arguments, Language::German)), german);
        };
        check(&["show"], "The argument “<FILE>” is missing.", "Das Argument „<FILE>“ fehlt.");
        check(
            &["show", "a.msi", "--size"],
            "There is no argument “--size” here.",
            "Das Argument „--size“ gibt es hier nicht.",
        );
        check(&["sow"], "There is no verb “sow” here.", "Das Verb „sow“ gibt es hier nicht.");
        check(
            &["show", "a.msi", "--importance", "mid"],
            "“mid” does not fit “--importance <IMPORTANCE>”. It takes one of: low, high.",
            "„mid“ passt nicht zu „--importance <IMPORTANCE>“. Möglich sind: low, high.",
        );
        check(
            &["show", "a.msi", "--importance"],
            "“--importance <IMPORTANCE>” needs a value.",
            "„--importance <IMPORTANCE>“ braucht einen Wert.",
        );
        check(
            &["show", "a.msi", "--json", "--json"],
            "“--json” is given twice. Give it once.",
            "„--json“ ist zweimal angegeben. Geben Sie es nur einmal an.",
        );
        check(
            &["show", "a.msi", "--json=yes"],
            "“--json” takes no value.",
            "„--json“ steht ohne einen Wert.",
        );
    }

    #[test]
    fn help_is_in_the_persons_language_throughout() {
        let help = misuse(&["show", "--help"], Language::German);
        for part in
            ["Verwendung: example show [OPTIONEN] <FILE>", "Optionen:", "Argumente:", "Zeigt diese Hilfe"]
        {
            assert!(help.contains(part), "{part} is missing in:\n{help}");
        }
        let help = misuse(&["show", "--help"], Language::English);
        assert!(help.contains("Usage: example show [OPTIONS] <FILE>\n"), "{help}");
    }

    #[test]
    fn missing_sentences_are_named() {
        assert!(
            sentences_missing::<Example>(&[Language::German])
                .contains(&"de: example-show-arg-file".to_owned())
        );
    }
}

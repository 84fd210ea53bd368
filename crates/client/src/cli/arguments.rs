//! The arguments of `oxupdate`. Their words are in `client.ftl`.
#![expect(missing_docs, reason = "the sentences that a person reads are the documentation")]

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand};

use crate::plan::Selection;
use crate::web::ProxyChoice;

#[derive(Debug, Parser)]
#[command(name = "oxupdate", version)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,
    #[command(flatten)]
    pub options: Options,
}

#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Verb {
    Check,
    List,
    Install(InstallArguments),
    Report,
    Status,
    SignIn(SignInArguments),
    SignOut,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct InstallArguments {
    #[arg(value_name = "NAME", conflicts_with = "all")]
    pub name: Option<String>,
    #[arg(long)]
    pub all: bool,
    #[arg(long)]
    pub interactive: bool,
    #[arg(long)]
    pub wait_for_programs: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct SignInArguments {
    #[arg(long)]
    pub browser: bool,
}

#[derive(Debug, Args)]
pub struct Options {
    #[arg(long, global = true, value_name = "ADDRESS", env = "OXUPDATE_SERVER")]
    pub server: Option<String>,
    #[arg(long, global = true, value_name = "NAME", env = "OXUPDATE_USER")]
    pub user: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE.pem")]
    pub ca_file: Option<PathBuf>,
    #[arg(long, global = true)]
    pub sign_in_again: bool,
    #[arg(long, global = true, value_name = "system|none|URL")]
    pub proxy: Option<String>,
    #[arg(long, global = true)]
    pub allow_http: bool,
    #[arg(long, global = true, value_name = "FOLDER")]
    pub state: Option<PathBuf>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true)]
    pub dry_run: bool,
    #[arg(long, global = true, value_name = "FILE.json", requires = "dry_run", action = ArgAction::Set)]
    pub machine: Option<PathBuf>,
}

impl Verb {
    /// The verb as it is typed.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::List => "list",
            Self::Install(_) => "install",
            Self::Report => "report",
            Self::Status => "status",
            Self::SignIn(_) => "sign-in",
            Self::SignOut => "sign-out",
        }
    }
}

impl InstallArguments {
    /// What is to be installed.
    #[must_use]
    pub fn selection(&self) -> Selection {
        match &self.name {
            Some(name) => Selection::Named(name.clone()),
            None if self.all => Selection::All,
            None => Selection::Important,
        }
    }
}

impl Options {
    /// Through what requests go; `None` if it is not said.
    #[must_use]
    pub fn proxy(&self) -> Option<ProxyChoice> {
        self.proxy.as_deref().map(ProxyChoice::of)
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::{Arguments, Verb};
    use crate::plan::Selection;
    use crate::web::ProxyChoice;

    #[test]
    fn every_argument_has_its_words() {
        assert_eq!(
            text::command_line::sentences_missing::<Arguments>(&text::Language::ALL),
            Vec::<String>::new()
        );
    }

    #[test]
    fn options_stand_before_or_behind_the_verb() {
        let check = |line: &str, verb: &str, server: Option<&str>, proxy: Option<ProxyChoice>| {
            let arguments = Arguments::try_parse_from(line.split(' ')).unwrap();
            assert_eq!(arguments.verb.name(), verb, "{line}");
            assert_eq!(arguments.options.server.as_deref(), server, "{line}");
            assert_eq!(arguments.options.proxy(), proxy, "{line}");
        };
        check(
            "oxupdate --server a.example check --proxy none",
            "check",
            Some("a.example"),
            Some(ProxyChoice::None),
        );
        check("oxupdate status --server a.example", "status", Some("a.example"), None);
        let at = ProxyChoice::At("http://p.example".to_owned());
        check("oxupdate list --server a --proxy http://p.example", "list", Some("a"), Some(at));
    }

    #[test]
    fn what_is_installed_is_named_all_or_what_is_important() {
        let check = |line: &str, expected: Option<Selection>| {
            let arguments = Arguments::try_parse_from(line.split(' ')).ok();
            let selection = arguments.map(|arguments| match arguments.verb {
                Verb::Install(install) => install.selection(),
                other => panic!("{other:?}"),
            });
            assert_eq!(selection, expected, "{line}");
        };
        check("oxupdate install", Some(Selection::Important));
        check("oxupdate install --all", Some(Selection::All));
        check("oxupdate install Notes", Some(Selection::Named("Notes".to_owned())));
        check("oxupdate install Notes --all", None);
        check("oxupdate install --machine a.json", None);
        check("oxupdate install --machine a.json --dry-run", Some(Selection::Important));
    }
}

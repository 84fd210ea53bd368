//! The arguments of `oxcatalog`. Their words are in `generator.ftl`.
#![expect(missing_docs, reason = "the sentences that a person reads are the documentation")]

use std::ffi::OsString;
use std::path::PathBuf;

use catalog::Importance;
use clap::{Args, Parser, Subcommand, ValueEnum};

#[derive(Debug, Parser)]
#[command(name = "oxcatalog", bin_name = "oxcatalog", version)]
pub struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    Show(ShowArguments),
    Add(Box<AddArguments>),
    Remove(RemoveArguments),
    List(ListArguments),
    Check(CheckArguments),
}

#[derive(Debug, Args)]
pub struct ShowArguments {
    #[arg(required = true, value_name = "FILE.msi")]
    pub files: Vec<PathBuf>,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub no_hash: bool,
}

#[derive(Debug, Args)]
pub struct AddArguments {
    #[arg(value_name = "FILE.msi")]
    pub file: PathBuf,
    #[arg(long, value_name = "UPDATE.XML")]
    pub catalog: PathBuf,
    #[arg(long)]
    pub url: String,
    #[arg(long, allow_hyphen_values = true)]
    pub name: Option<String>,
    #[arg(long, value_name = "URL")]
    pub info_url: Option<String>,
    #[arg(long, value_name = "FILE.ico")]
    pub icon: Option<OsString>,
    #[arg(long, value_name = "PARAMS", allow_hyphen_values = true)]
    pub install_params: Option<String>,
    #[arg(long)]
    pub importance: Option<Weight>,
    #[arg(long, value_name = "DATE")]
    pub release_date: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub description: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub release_notes: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub requires: Option<String>,
    #[arg(long, value_name = "A.EXE;B.EXE")]
    pub close_first: Option<String>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct RemoveArguments {
    #[arg(value_name = "NAME-OR-CODE")]
    pub which: String,
    #[arg(long, value_name = "UPDATE.XML")]
    pub catalog: PathBuf,
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct ListArguments {
    #[arg(value_name = "UPDATE.XML")]
    pub catalog: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct CheckArguments {
    #[arg(value_name = "UPDATE.XML")]
    pub catalog: PathBuf,
}

/// An importance as a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Weight {
    Low,
    Medium,
    High,
}

impl From<Weight> for Importance {
    fn from(weight: Weight) -> Self {
        match weight {
            Weight::Low => Self::Low,
            Weight::Medium => Self::Medium,
            Weight::High => Self::High,
        }
    }
}

#[cfg(test)]
mod tests {
    use text::command_line::sentences_missing;

    use super::Arguments;

    #[test]
    fn every_argument_has_its_words_in_every_language() {
        assert_eq!(sentences_missing::<Arguments>(&text::Language::COMPLETE), [""; 0]);
    }
}

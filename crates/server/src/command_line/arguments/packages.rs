//! The arguments of verbs of packages, drafts and the updater package.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::List;
use crate::model::listing::TemplateName;

#[derive(Debug, Subcommand)]
pub(crate) enum Package {
    Add(Box<NewPackage>),
    Withdraw(Withdrawal),
    List(List),
    Show(ShownPackage),
    Set(Box<PackageSet>),
    Restore(Restored),
    Replace(Replacement),
    Delete(Withdrawal),
    Drafts(List),
    Publish(PublishedDraft),
    Discard(NamedDraft),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Updater {
    Set(NamedPackage),
    Unset,
    Show(List),
}

#[derive(Debug, Args)]
pub(crate) struct Withdrawal {
    #[arg(value_name = "NAME-OR-ID")]
    pub(crate) package: String,
    pub(crate) version: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct NamedPackage {
    #[arg(value_name = "NAME-OR-ID")]
    pub(crate) package: String,
    pub(crate) version: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct NewPackage {
    #[arg(value_name = "FILE.msi", required_unless_present = "url")]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "URL", conflicts_with = "file")]
    pub(crate) url: Option<String>,
    #[arg(long)]
    pub(crate) draft: bool,
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) listing: ListingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct PackageSet {
    #[arg(value_name = "NAME-OR-ID")]
    pub(crate) package: String,
    #[arg(long, conflicts_with = "require")]
    pub(crate) require_nothing: bool,
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) listing: ListingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ShownPackage {
    #[arg(value_name = "NAME-OR-ID")]
    pub(crate) package: String,
    pub(crate) version: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Restored {
    #[arg(value_name = "NAME-OR-ID")]
    pub(crate) package: String,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Replacement {
    #[arg(value_name = "NAME-OR-ID")]
    pub(crate) package: String,
    #[arg(value_name = "FILE.msi")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PublishedDraft {
    pub(crate) draft: i64,
    #[arg(long)]
    pub(crate) template: Option<Template>,
    #[arg(long, value_name = "NAME-OR-ID")]
    pub(crate) in_place_of: Option<String>,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NamedDraft {
    pub(crate) draft: i64,
}

#[derive(Debug, Args)]
pub(crate) struct ListingArguments {
    #[arg(long, value_name = "PERMISSION")]
    pub(crate) require: Vec<String>,
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(crate) info_url: Option<String>,
    #[arg(long, value_name = "FILE.ico")]
    pub(crate) icon: Option<PathBuf>,
    #[arg(long, value_name = "PARAMS", allow_hyphen_values = true)]
    pub(crate) install_params: Option<String>,
    #[arg(long)]
    pub(crate) template: Option<Template>,
    #[arg(long)]
    pub(crate) importance: Option<Importance>,
    #[arg(long, value_name = "DATE")]
    pub(crate) release_date: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) description: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) release_notes: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) requires: Option<String>,
    #[arg(long, value_name = "A.EXE;B.EXE")]
    pub(crate) close_first: Option<String>,
    #[arg(long, value_name = "LOCALE")]
    pub(crate) locale: Option<String>,
    #[arg(long, value_name = "BRANDING")]
    pub(crate) branding: Option<String>,
}

/// The name of a template of install params as a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Template {
    #[value(name = "oxtender-1")]
    Oxtender1,
    #[value(name = "oxtender-2")]
    Oxtender2,
    Drive,
}

impl From<Template> for TemplateName {
    fn from(template: Template) -> Self {
        match template {
            Template::Oxtender1 => Self::Oxtender1,
            Template::Oxtender2 => Self::Oxtender2,
            Template::Drive => Self::Drive,
        }
    }
}

/// An importance as a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Importance {
    Low,
    Medium,
    High,
}

impl From<Importance> for catalog::Importance {
    fn from(importance: Importance) -> Self {
        match importance {
            Importance::Low => Self::Low,
            Importance::Medium => Self::Medium,
            Importance::High => Self::High,
        }
    }
}

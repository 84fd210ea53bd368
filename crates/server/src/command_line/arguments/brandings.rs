//! The arguments of verbs of brandings.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{List, Named};

#[derive(Debug, Subcommand)]
pub(crate) enum Branding {
    Add(NewBranding),
    Rename(RenamedBranding),
    Remove(Named),
    Assign(BrandedGroup),
    Unassign(UnbrandedGroup),
    Dress(Box<DressedProduct>),
    Import(BrandingFolders),
    List(List),
}

#[derive(Debug, Args)]
pub(crate) struct NewBranding {
    pub(crate) name: String,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) shown_name: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct RenamedBranding {
    pub(crate) name: String,
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) shown_name: String,
}

#[derive(Debug, Args)]
pub(crate) struct BrandedGroup {
    pub(crate) branding: String,
    pub(crate) group: String,
}

#[derive(Debug, Args)]
pub(crate) struct UnbrandedGroup {
    pub(crate) group: String,
}

#[derive(Debug, Args)]
pub(crate) struct DressedProduct {
    pub(crate) branding: String,
    #[arg(value_name = "NAME-OR-UPGRADE-CODE")]
    pub(crate) product: String,
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "FILE.ico")]
    pub(crate) icon: Option<PathBuf>,
    #[arg(long, value_name = "URL")]
    pub(crate) info_url: Option<String>,
    #[arg(long, value_name = "VERSION")]
    pub(crate) minimum_version: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct BrandingFolders {
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    #[arg(long, value_name = "GROUP")]
    pub(crate) group: Option<String>,
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) publish: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

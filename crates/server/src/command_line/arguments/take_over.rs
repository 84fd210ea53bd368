//! The arguments of the verb that takes over an existing site's update.xml.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct TakeOver {
    #[arg(value_name = "FILE-OR-URL")]
    pub(crate) source: String,
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    #[arg(long, requires = "password_file")]
    pub(crate) user: Option<String>,
    #[arg(long, value_name = "FILE", requires = "user")]
    pub(crate) password_file: Option<PathBuf>,
    #[arg(long, value_name = "PERMISSION")]
    pub(crate) require: Vec<String>,
    #[arg(long)]
    pub(crate) publish: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) allow_plain_http: bool,
}

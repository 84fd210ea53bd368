//! The arguments of `oxupdated preconditions`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(in crate::command_line) struct Preconditions {
    #[arg(long, value_name = "DIR")]
    pub(in crate::command_line) etc: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(in crate::command_line) packages: Option<PathBuf>,
    #[arg(long, value_name = "HOST:PORT", conflicts_with = "no_sieve")]
    pub(in crate::command_line) sieve: Option<String>,
    #[arg(long)]
    pub(in crate::command_line) no_sieve: bool,
    #[arg(long, value_name = "NAME")]
    pub(in crate::command_line) user: Vec<String>,
    #[arg(long)]
    pub(in crate::command_line) json: bool,
}

//! The arguments of verbs of what is kept of what was done: reports and the audit.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum Report {
    List(ReportList),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    List(AuditList),
}

#[derive(Debug, Args)]
pub(crate) struct ReportList {
    #[arg(long)]
    pub(crate) user: Option<String>,
    #[arg(long, value_name = "PC")]
    pub(crate) device: Option<String>,
    #[arg(long, value_name = "NAME-OR-CODE")]
    pub(crate) product: Option<String>,
    #[arg(long)]
    pub(crate) platform: Option<String>,
    #[arg(long, value_name = "VERSION")]
    pub(crate) version: Option<String>,
    #[arg(long)]
    pub(crate) outcome: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(crate) since: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(crate) until: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AuditList {
    #[arg(long, value_name = "NAME")]
    pub(crate) actor: Option<String>,
    #[arg(long)]
    pub(crate) action: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) subject: Option<String>,
    #[arg(long)]
    pub(crate) address: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(crate) since: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(crate) until: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

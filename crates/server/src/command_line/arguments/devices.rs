//! The arguments of verbs of devices.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum Device {
    List(DeviceList),
    Show(ShownDevice),
    Revoke(NamedDevice),
    Forget(NamedDevice),
}

#[derive(Debug, Args)]
pub(crate) struct DeviceList {
    pub(crate) user: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) search: Option<String>,
    #[arg(long, value_name = "STATE")]
    pub(crate) state: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(crate) seen_since: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(crate) seen_until: Option<String>,
    #[arg(long, value_name = "VERSION")]
    pub(crate) client: Option<String>,
    #[arg(long, value_name = "VERSION")]
    pub(crate) windows: Option<String>,
    #[arg(long, value_name = "NAME-OR-CODE")]
    pub(crate) product: Option<String>,
    #[arg(long, value_name = "VERSION")]
    pub(crate) version: Option<String>,
    #[arg(long, value_name = "NAME-OR-CODE")]
    pub(crate) lacks: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ShownDevice {
    pub(crate) user: String,
    pub(crate) device: String,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NamedDevice {
    pub(crate) user: String,
    pub(crate) device: String,
}

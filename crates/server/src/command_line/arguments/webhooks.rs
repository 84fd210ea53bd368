//! The arguments of verbs of webhooks.

use clap::{Args, Subcommand};

use super::List;

#[derive(Debug, Subcommand)]
pub(crate) enum Webhook {
    Add(NewWebhook),
    Remove(NamedWebhook),
    Enable(NamedWebhook),
    Test(NamedWebhook),
    List(List),
    Deliveries(WebhookDeliveries),
}

#[derive(Debug, Args)]
pub(crate) struct NewWebhook {
    pub(crate) url: String,
    #[arg(long, value_name = "EVENT", required = true)]
    pub(crate) event: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct NamedWebhook {
    #[arg(value_name = "ID-OR-URL")]
    pub(crate) webhook: String,
}

#[derive(Debug, Args)]
pub(crate) struct WebhookDeliveries {
    #[arg(value_name = "ID-OR-URL")]
    pub(crate) webhook: String,
    #[arg(long)]
    pub(crate) json: bool,
}

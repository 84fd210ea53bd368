//! The arguments of `oxupdated`, with those of each noun in a file of its own. Their words are in `server.ftl`.

mod api_tokens;
mod brandings;
mod devices;
mod packages;
mod preconditions;
mod records;
mod take_over;
mod users;
mod webhooks;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub(super) use self::api_tokens::{NamedToken, NewToken, Token, TokenList};
pub(super) use self::brandings::{
    BrandedGroup, Branding, BrandingFolders, DressedProduct, NewBranding, RenamedBranding, UnbrandedGroup,
};
pub(super) use self::devices::{Device, DeviceList, NamedDevice, ShownDevice};
pub(super) use self::packages::{
    ListingArguments, NamedDraft, NamedPackage, NewPackage, Package, PackageSet, PublishedDraft, Replacement,
    Restored, ShownPackage, Updater, Withdrawal,
};
pub(super) use self::preconditions::Preconditions;
pub(super) use self::records::{Audit, AuditList, Report, ReportList};
pub(super) use self::take_over::TakeOver;
pub(super) use self::users::{
    Grant, Group, GroupList, HandOut, Import, Membership, NewPassword, NewRole, Permission, Shown, User,
    UserList,
};
pub(super) use self::webhooks::{NamedWebhook, NewWebhook, Webhook, WebhookDeliveries};

#[derive(Debug, Parser)]
#[command(name = "oxupdated", version)]
pub(crate) struct Arguments {
    #[arg(long, global = true, value_name = "DIR", env = "OXUPDATED_DATA")]
    pub(super) data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", env = "OXUPDATED_CONFIG")]
    pub(super) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    Serve(Serve),
    Backup(Backup),
    Restore(Restore),
    Doctor(Doctor),
    Preconditions(Box<Preconditions>),
    #[command(subcommand)]
    User(User),
    #[command(subcommand)]
    Group(Group),
    #[command(subcommand)]
    Permission(Permission),
    #[command(subcommand)]
    Package(Package),
    #[command(subcommand)]
    Updater(Updater),
    #[command(subcommand)]
    Branding(Branding),
    #[command(subcommand)]
    Device(Device),
    #[command(subcommand)]
    Token(Token),
    #[command(subcommand)]
    Report(Report),
    #[command(subcommand)]
    Audit(Audit),
    #[command(subcommand)]
    Webhook(Webhook),
    Overview(List),
    Import(TakeOver),
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[arg(long, value_name = "ADDR:PORT")]
    pub(super) listen: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Backup {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) with_private_keys: bool,
}

#[derive(Debug, Args)]
pub(super) struct Doctor {
    #[arg(long)]
    pub(super) hash: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) verify_only: bool,
}

#[derive(Debug, Args)]
pub(super) struct Named {
    pub(super) name: String,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long)]
    pub(super) json: bool,
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

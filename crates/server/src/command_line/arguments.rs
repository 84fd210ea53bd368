//! The arguments of `oxupdated`. Their words are in `server.ftl`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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

#[derive(Debug, Subcommand)]
pub(super) enum User {
    Add(Box<NewUser>),
    Show(Shown),
    Import(Import),
    HandOut(HandOut),
    SetPassword(NewPassword),
    SetRole(NewRole),
    Reset(Named),
    ResetTotp(Named),
    Remove(Named),
    Enable(Named),
    Disable(Named),
    List(UserList),
}

#[derive(Debug, Subcommand)]
pub(super) enum Group {
    Add(Named),
    Remove(Named),
    Join(Membership),
    Leave(Membership),
    List(List),
}

#[derive(Debug, Subcommand)]
pub(super) enum Permission {
    Grant(Grant),
    Revoke(Grant),
    List(List),
}

#[derive(Debug, Subcommand)]
pub(super) enum Package {
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
pub(super) enum Updater {
    Set(NamedPackage),
    Unset,
    Show(List),
}

#[derive(Debug, Subcommand)]
pub(super) enum Device {
    List(DeviceList),
    Show(ShownDevice),
    Revoke(NamedDevice),
    Forget(NamedDevice),
}

#[derive(Debug, Subcommand)]
pub(super) enum Token {
    Create(NewToken),
    List(TokenList),
    Revoke(NamedToken),
}

#[derive(Debug, Subcommand)]
pub(super) enum Report {
    List(ReportList),
}

#[derive(Debug, Subcommand)]
pub(super) enum Audit {
    List(AuditList),
}

#[derive(Debug, Subcommand)]
pub(super) enum Webhook {
    Add(NewWebhook),
    Remove(NamedWebhook),
    Enable(NamedWebhook),
    Test(NamedWebhook),
    List(List),
    Deliveries(WebhookDeliveries),
}

#[derive(Debug, Args)]
pub(super) struct NewWebhook {
    pub(super) url: String,
    #[arg(long, value_name = "EVENT", required = true)]
    pub(super) event: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct NamedWebhook {
    #[arg(value_name = "ID-OR-URL")]
    pub(super) webhook: String,
}

#[derive(Debug, Args)]
pub(super) struct WebhookDeliveries {
    #[arg(value_name = "ID-OR-URL")]
    pub(super) webhook: String,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct NewPassword {
    pub(super) name: String,
    #[arg(long, value_name = "FILE", allow_hyphen_values = true)]
    pub(super) password_file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct NewUser {
    pub(super) name: String,
    #[arg(long, value_name = "FILE", allow_hyphen_values = true)]
    pub(super) password_file: Option<PathBuf>,
    #[arg(long)]
    pub(super) role: Option<Role>,
    #[arg(long, value_name = "GROUP", conflicts_with = "password_file")]
    pub(super) group: Vec<String>,
    #[arg(long, value_name = "PERMISSION", conflicts_with = "password_file")]
    pub(super) permission: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct NewRole {
    pub(super) name: String,
    pub(super) role: Role,
}

#[derive(Debug, Args)]
pub(super) struct Shown {
    pub(super) name: String,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE.csv")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) apply: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct HandOut {
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) search: Option<String>,
    #[arg(long, value_name = "GROUP")]
    pub(super) group: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct UserList {
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) search: Option<String>,
    #[arg(long, value_name = "ROLE")]
    pub(super) role: Option<String>,
    #[arg(long, value_name = "STANDING")]
    pub(super) standing: Option<String>,
    #[arg(long, value_name = "GROUP")]
    pub(super) group: Option<String>,
    #[arg(long, value_name = "PERMISSION")]
    pub(super) permission: Option<String>,
    #[arg(long, value_name = "PASSWORD")]
    pub(super) password: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Named {
    pub(super) name: String,
}

#[derive(Debug, Args)]
pub(super) struct Membership {
    pub(super) group: String,
    pub(super) user: String,
}

#[derive(Debug, Args)]
pub(super) struct Grant {
    #[arg(value_name = "USER-OR-GROUP")]
    pub(super) holder: String,
    pub(super) permission: String,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct DeviceList {
    pub(super) user: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) search: Option<String>,
    #[arg(long, value_name = "STATE")]
    pub(super) state: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) seen_since: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) seen_until: Option<String>,
    #[arg(long, value_name = "VERSION")]
    pub(super) client: Option<String>,
    #[arg(long, value_name = "VERSION")]
    pub(super) windows: Option<String>,
    #[arg(long, value_name = "NAME-OR-CODE")]
    pub(super) product: Option<String>,
    #[arg(long, value_name = "VERSION")]
    pub(super) version: Option<String>,
    #[arg(long, value_name = "NAME-OR-CODE")]
    pub(super) lacks: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ReportList {
    #[arg(long)]
    pub(super) user: Option<String>,
    #[arg(long, value_name = "PC")]
    pub(super) device: Option<String>,
    #[arg(long, value_name = "NAME-OR-CODE")]
    pub(super) product: Option<String>,
    #[arg(long, value_name = "VERSION")]
    pub(super) version: Option<String>,
    #[arg(long)]
    pub(super) outcome: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) since: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) until: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct AuditList {
    #[arg(long, value_name = "NAME")]
    pub(super) actor: Option<String>,
    #[arg(long)]
    pub(super) action: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) subject: Option<String>,
    #[arg(long)]
    pub(super) address: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) since: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(super) until: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ShownDevice {
    pub(super) user: String,
    pub(super) device: String,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct NewToken {
    #[arg(long)]
    pub(super) user: String,
    #[arg(long, allow_hyphen_values = true)]
    pub(super) name: String,
    #[arg(long, required = true)]
    pub(super) scope: Vec<Scope>,
    #[arg(long, value_name = "DAYS")]
    pub(super) expires: u32,
}

#[derive(Debug, Args)]
pub(super) struct TokenList {
    pub(super) user: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct NamedToken {
    pub(super) id: i64,
}

#[derive(Debug, Args)]
pub(super) struct NamedDevice {
    pub(super) user: String,
    pub(super) device: String,
}

#[derive(Debug, Args)]
pub(super) struct Withdrawal {
    #[arg(value_name = "NAME-OR-ID")]
    pub(super) package: String,
    pub(super) version: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct NamedPackage {
    #[arg(value_name = "NAME-OR-ID")]
    pub(super) package: String,
    pub(super) version: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct NewPackage {
    #[arg(value_name = "FILE.msi", required_unless_present = "url")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "URL", conflicts_with = "file")]
    pub(super) url: Option<String>,
    #[arg(long)]
    pub(super) draft: bool,
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) listing: ListingArguments,
}

#[derive(Debug, Args)]
pub(super) struct PackageSet {
    #[arg(value_name = "NAME-OR-ID")]
    pub(super) package: String,
    #[arg(long, conflicts_with = "require")]
    pub(super) require_nothing: bool,
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) listing: ListingArguments,
}

#[derive(Debug, Args)]
pub(super) struct ShownPackage {
    #[arg(value_name = "NAME-OR-ID")]
    pub(super) package: String,
    pub(super) version: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Restored {
    #[arg(value_name = "NAME-OR-ID")]
    pub(super) package: String,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct Replacement {
    #[arg(value_name = "NAME-OR-ID")]
    pub(super) package: String,
    #[arg(value_name = "FILE.msi")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct PublishedDraft {
    pub(super) draft: i64,
    #[arg(long, value_name = "NAME-OR-ID")]
    pub(super) in_place_of: Option<String>,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct NamedDraft {
    pub(super) draft: i64,
}

#[derive(Debug, Args)]
pub(super) struct ListingArguments {
    #[arg(long, value_name = "PERMISSION")]
    pub(super) require: Vec<String>,
    #[arg(long, allow_hyphen_values = true)]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(super) info_url: Option<String>,
    #[arg(long, value_name = "FILE.ico")]
    pub(super) icon: Option<PathBuf>,
    #[arg(long, value_name = "PARAMS", allow_hyphen_values = true)]
    pub(super) install_params: Option<String>,
    #[arg(long)]
    pub(super) importance: Option<Importance>,
    #[arg(long, value_name = "DATE")]
    pub(super) release_date: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) description: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) release_notes: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(super) requires: Option<String>,
    #[arg(long, value_name = "A.EXE;B.EXE")]
    pub(super) close_first: Option<String>,
}

/// A role as a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Role {
    User,
    Viewer,
    Publisher,
    Administrator,
}

impl From<Role> for crate::model::user::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::User => Self::User,
            Role::Viewer => Self::Viewer,
            Role::Publisher => Self::Publisher,
            Role::Administrator => Self::Administrator,
        }
    }
}

/// A scope as a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Scope {
    View,
    Audit,
    Publish,
    Administer,
}

impl From<Scope> for crate::model::api_token::Scope {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::View => Self::View,
            Scope::Audit => Self::Audit,
            Scope::Publish => Self::Publish,
            Scope::Administer => Self::Administer,
        }
    }
}

/// An importance as a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Importance {
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

#[cfg(test)]
mod tests {
    use text::command_line::sentences_missing;

    use super::Arguments;

    #[test]
    fn every_argument_has_its_words_in_every_language() {
        assert_eq!(sentences_missing::<Arguments>(), [""; 0]);
    }
}

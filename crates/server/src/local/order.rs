//! What can be asked for at this machine, and the answers; also the form of both on the socket.

use serde::{Deserialize, Serialize};

use crate::actions::branding_import::Folder;
use crate::identity::Password;
use crate::model::api_token::{ApiTokenLine, Scope};
use crate::model::audit::AuditLine;
use crate::model::audit_filter::WrittenAuditFilter;
use crate::model::backup::PrivateKeys;
use crate::model::branding::{BrandedChange, BrandingLine};
use crate::model::device::{DeviceDetail, DeviceLine};
use crate::model::device_filter::WrittenDeviceFilter;
use crate::model::draft::DraftLine;
use crate::model::group::{GroupSummary, WrittenGroupFilter};
use crate::model::listing::{ListingChange, TemplateName, WrittenListing};
use crate::model::overview::Overview;
use crate::model::package::{PackageDetails, PackageLine};
use crate::model::permission::Grant;
use crate::model::precondition::Person;
use crate::model::report::ReportLine;
use crate::model::report_filter::WrittenReportFilter;
use crate::model::updater_package::UpdaterPackageLine;
use crate::model::user::{Role, UserDetail, UserLine};
use crate::model::user_filter::WrittenUserFilter;
use crate::model::user_import::ImportPlan;
use crate::model::webhook::{DeliveryLine, WebhookLine};
use crate::rules::publication::LowerVersion;

/// One verb with all it needs. The bytes of a package come behind it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Order {
    /// `user add`
    UserAdd {
        name: String,
        password: Password,
        #[serde(default)]
        role: Role,
    },
    /// `user set-role`
    UserSetRole { name: String, role: Role },
    /// `user reset`
    UserReset { name: String },
    /// `user reset-totp`
    UserResetTotp { name: String },
    /// `user remove`
    UserRemove { name: String },
    /// `user enable`
    UserEnable { name: String },
    /// `user disable`
    UserDisable { name: String },
    /// `user set-password`
    UserSetPassword { name: String, password: Password },
    /// `user add` without a password
    UserCreate { name: String, role: Role, groups: Vec<String>, permissions: Vec<String> },
    /// `user hand-out`
    UserHandOut { filter: WrittenUserFilter },
    /// `user show`
    UserShow { name: String },
    /// `preconditions --user`
    People { names: Vec<String> },
    /// `user import`; the file comes behind it
    UserImport { size: u64, effort: ImportEffort },
    /// `user list`
    UserList {
        #[serde(default)]
        filter: WrittenUserFilter,
    },
    /// `group add`
    GroupAdd { name: String },
    /// `group remove`
    GroupRemove { name: String },
    /// `group join`
    GroupJoin { group: String, user: String },
    /// `group leave`
    GroupLeave { group: String, user: String },
    /// `group list`
    GroupList { filter: WrittenGroupFilter },
    /// `permission grant`
    PermissionGrant { holder: String, permission: String },
    /// `permission revoke`
    PermissionRevoke { holder: String, permission: String },
    /// `permission list`
    PermissionList,
    /// `package add`
    PackageAdd(Box<PackageOrder>),
    /// `package withdraw`
    PackageWithdraw { package: String, version: Option<String> },
    /// `package list`
    PackageList,
    /// `branding`
    Branding(Box<BrandingOrder>),
    /// `updater`
    Updater(UpdaterOrder),
    /// The other verbs of packages and drafts.
    Package(Box<PackageVerb>),
    /// `device list`
    DeviceList(WrittenDeviceFilter),
    /// `device show`
    DeviceShow { user: String, device: String },
    /// `device revoke`
    DeviceRevoke { user: String, device: String },
    /// `token create`
    TokenCreate { user: String, name: String, scopes: Vec<Scope>, days: u32 },
    /// `token list`
    TokenList { user: Option<String> },
    /// `token revoke`
    TokenRevoke { id: i64 },
    /// `device forget`
    DeviceForget { user: String, device: String },
    /// `report list`
    ReportList(WrittenReportFilter),
    /// `audit list`
    AuditList(WrittenAuditFilter),
    /// `webhook add`
    WebhookAdd { url: String, events: Vec<String> },
    /// `webhook remove`
    WebhookRemove { webhook: String },
    /// `webhook enable`
    WebhookEnable { webhook: String },
    /// `webhook test`
    WebhookTest { webhook: String },
    /// `webhook list`
    WebhookList,
    /// `webhook deliveries`
    WebhookDeliveries { webhook: String },
    /// `overview`
    Overview,
    /// `backup`; the answer comes behind the archive.
    Backup { keys: PrivateKeys },
}

/// What `branding` does.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum BrandingOrder {
    /// `branding add`
    Add { name: String, shown_name: Option<String> },
    /// `branding rename`
    Rename { name: String, shown_name: String },
    /// `branding remove`
    Remove { name: String },
    /// `branding assign`
    Assign { name: String, group: String },
    /// `branding unassign`
    Unassign { group: String },
    /// `branding dress`
    Dress { name: String, product: String, change: BrandedChange },
    /// `branding import`, one folder; the package comes behind it.
    Import(Folder),
    /// `branding list`
    List,
}

/// What `updater` does.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum UpdaterOrder {
    /// `updater set`
    Set { package: String, version: Option<String> },
    /// `updater unset`
    Unset,
    /// `updater show`
    Show,
}

/// Whether an import changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ImportEffort {
    /// It only says what it would do.
    DryRun,
    /// It does it.
    Apply,
}

/// What `package add` says about the file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PackageOrder {
    /// The listing.
    pub(crate) listing: WrittenListing,
    /// The permissions that a user needs.
    pub(crate) required: Vec<String>,
    /// What to do if a higher version is offered.
    #[serde(default)]
    pub(crate) lower: LowerVersion,
    /// How many bytes come behind the order.
    pub(crate) size: u64,
    /// Where the bytes stay, if none come.
    #[serde(default)]
    pub(crate) url: Option<String>,
}

/// A verb of packages and drafts.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PackageVerb {
    /// `package add --draft`
    Draft { name: String, change: ListingChange, size: u64 },
    /// `package add --draft --url`
    DraftFrom { url: String, change: ListingChange },
    /// `package drafts`
    Drafts,
    /// `package publish`
    Publish {
        draft: i64,
        #[serde(default)]
        template: Option<TemplateName>,
        in_place_of: Option<String>,
        lower: LowerVersion,
    },
    /// `package discard`
    Discard { draft: i64 },
    /// `package show`
    Show { package: String, version: Option<String> },
    /// `package set`
    Set { package: String, change: ListingChange, lower: LowerVersion },
    /// `package restore`
    Restore { package: String, lower: LowerVersion },
    /// `package replace`
    Replace { package: String, name: String, lower: LowerVersion, size: u64 },
    /// `package delete`
    Delete { package: String, version: Option<String> },
}

/// What came of an order.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Answer {
    /// It was done; a sentence in the language of the order.
    Done(String),
    /// It was done, and there is more to know; sentences in the language of the order.
    DoneBut {
        /// What was done.
        done: String,
        /// What the person ought to know.
        warnings: Vec<String>,
    },
    /// It was not done, and the person can mend that; a sentence in the language of the order.
    Refused(String),
    /// It could not be done, and that is not the person's fault; a sentence in the language of the order.
    Failed(String),
    /// `user list`
    Users(Vec<UserLine>),
    /// `user show`
    User(Box<UserDetail>),
    /// `preconditions --user`
    People(Vec<Person>),
    /// `user import`
    Import {
        /// What it does, row by row.
        plan: ImportPlan,
        /// Whether it was done.
        effort: ImportEffort,
    },
    /// `user add`, `user reset` and `user hand-out`
    Passwords {
        /// What was done.
        done: String,
        /// Names and one-time passwords.
        passwords: Vec<(String, String)>,
    },
    /// `group list`
    Groups(Vec<GroupSummary>),
    /// `branding list`
    Brandings(Vec<BrandingLine>),
    /// `permission list`
    Grants(Vec<Grant>),
    /// `package list`
    Packages(Vec<PackageLine>),
    /// `updater show`
    Updater(Option<UpdaterPackageLine>),
    /// `package show`
    Package(Box<PackageDetails>),
    /// `package drafts`
    Drafts(Vec<DraftLine>),
    /// `device list`
    Devices(Vec<DeviceLine>),
    /// `token list`
    Tokens(Vec<ApiTokenLine>),
    /// `device show`
    Device(Box<DeviceDetail>),
    /// `report list`
    Reports(Vec<ReportLine>),
    /// `audit list`
    Audit(Vec<AuditLine>),
    /// `webhook list`
    Webhooks(Vec<WebhookLine>),
    /// `webhook deliveries`
    Deliveries(Vec<DeliveryLine>),
    /// `overview`
    Overview(Box<Overview>),
}

impl Order {
    /// Whether the order makes sense in a data folder that does not exist yet.
    pub(crate) fn may_come_first(&self) -> bool {
        match self {
            Self::UserAdd { .. } | Self::UserCreate { .. } | Self::GroupAdd { .. } | Self::PackageAdd(_) => {
                true
            }
            Self::Package(verb) => {
                matches!(**verb, PackageVerb::Draft { .. } | PackageVerb::DraftFrom { .. })
            }
            _ => false,
        }
    }
}

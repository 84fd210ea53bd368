//! From the arguments of a verb, and the files that they name, to an order.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use catalog::{ICON_SIZE_MAX, IconError};
use jiff::Zoned;

use super::arguments::{
    Audit, AuditList, BrandedGroup, Branding, Device, DeviceList, DressedProduct, Grant, Group, GroupList,
    HandOut, Import, ListingArguments, Membership, Named, NamedDevice, NamedDraft, NamedPackage, NamedToken,
    NamedWebhook, NewBranding, NewPackage, NewPassword, NewRole, NewToken, NewWebhook, Package, PackageSet,
    Permission, PublishedDraft, RenamedBranding, Replacement, Report, ReportList, Restored, Shown,
    ShownDevice, ShownPackage, Token, TokenList, UnbrandedGroup, Updater, User, UserList, Verb, Webhook,
    WebhookDeliveries, Withdrawal,
};
use crate::error::{Error, Kind, Result};
use crate::identity::Password;
use crate::local::{BrandingOrder, ImportEffort, Order, PackageOrder, PackageVerb, UpdaterOrder};
use crate::model::audit_filter::WrittenAuditFilter;
use crate::model::branding::BrandedChange;
use crate::model::device_filter::WrittenDeviceFilter;
use crate::model::group::WrittenGroupFilter;
use crate::model::listing::{ListingChange, WrittenListing};
use crate::model::report_filter::WrittenReportFilter;
use crate::model::user_filter::WrittenUserFilter;
use crate::rules::draft::locale_of;
use crate::rules::listing::WrittenListingError;
use crate::rules::publication::LowerVersion;
use crate::rules::user_import::{FILE_SIZE_MAX, ImportError};

/// The most bytes that are read of a password file, whose first line is the password.
const PASSWORD_FILE_SIZE_MAX: u64 = 64 * 1024;

/// What a person asks for.
#[derive(Debug)]
pub(super) struct Request {
    /// The order.
    pub(super) order: Order,
    /// The package behind it.
    pub(super) file: Option<File>,
    /// How the answer is to look.
    pub(super) form: Form,
}

/// How an answer looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Words and tables.
    Words,
    /// JSON.
    Json,
}

/// Reads what a verb asks for; all files are opened here, before root works as somebody else.
pub(super) fn request(verb: Verb) -> Result<Request> {
    let order = match verb {
        Verb::User(User::List(arguments)) => {
            let json = arguments.json;
            return Ok(list(Order::UserList { filter: filter(arguments) }, json));
        }
        Verb::User(User::Show(Shown { name, json })) => return Ok(list(Order::UserShow { name }, json)),
        Verb::User(User::Import(arguments)) => return import(&arguments),
        Verb::Group(Group::List(GroupList { search, json })) => {
            return Ok(list(Order::GroupList { filter: WrittenGroupFilter { search } }, json));
        }
        Verb::Permission(Permission::List(arguments)) => {
            return Ok(list(Order::PermissionList, arguments.json));
        }
        Verb::Package(Package::List(arguments)) => return Ok(list(Order::PackageList, arguments.json)),
        Verb::Updater(Updater::Show(arguments)) => {
            return Ok(list(Order::Updater(UpdaterOrder::Show), arguments.json));
        }
        Verb::Updater(Updater::Set(NamedPackage { package, version })) => {
            Order::Updater(UpdaterOrder::Set { package, version })
        }
        Verb::Updater(Updater::Unset) => Order::Updater(UpdaterOrder::Unset),
        Verb::Branding(verb) => return branding(verb),
        Verb::Device(verb) => return Ok(device(verb)),
        Verb::Token(Token::List(TokenList { user, json })) => {
            return Ok(list(Order::TokenList { user }, json));
        }
        Verb::Token(Token::Revoke(NamedToken { id })) => Order::TokenRevoke { id },
        Verb::Token(Token::Create(NewToken { user, name, scope, expires })) => {
            let scopes = scope.into_iter().map(Into::into).collect();
            Order::TokenCreate { user, name, scopes, days: expires }
        }
        Verb::Report(Report::List(arguments)) => {
            let json = arguments.json;
            return Ok(list(Order::ReportList(reports(arguments)), json));
        }
        Verb::Audit(Audit::List(arguments)) => {
            let json = arguments.json;
            return Ok(list(Order::AuditList(audit(arguments)), json));
        }
        Verb::Overview(arguments) => return Ok(list(Order::Overview, arguments.json)),
        Verb::Package(Package::Add(arguments)) => return add_package(*arguments),
        Verb::Package(Package::Withdraw(Withdrawal { package, version })) => {
            Order::PackageWithdraw { package, version }
        }
        Verb::Webhook(verb) => return Ok(webhook(verb)),
        Verb::Package(verb) => return package(verb),
        Verb::User(verb) => user(verb)?,
        Verb::Group(verb) => group(verb),
        Verb::Permission(Permission::Grant(Grant { holder, permission })) => {
            Order::PermissionGrant { holder, permission }
        }
        Verb::Permission(Permission::Revoke(Grant { holder, permission })) => {
            Order::PermissionRevoke { holder, permission }
        }
        Verb::Serve(_)
        | Verb::Import(_)
        | Verb::Backup(_)
        | Verb::Restore(_)
        | Verb::Doctor(_)
        | Verb::Preconditions(_) => {
            return Err(Error::internal(io::Error::other("“serve” is no order")));
        }
    };
    Ok(told(order))
}

/// What is said of a change.
fn told(order: Order) -> Request {
    Request { order, file: None, form: Form::Words }
}

fn list(order: Order, json: bool) -> Request {
    Request { order, file: None, form: if json { Form::Json } else { Form::Words } }
}

fn device(verb: Device) -> Request {
    match verb {
        Device::List(arguments) => {
            let json = arguments.json;
            list(Order::DeviceList(devices(arguments)), json)
        }
        Device::Show(ShownDevice { user, device, json }) => list(Order::DeviceShow { user, device }, json),
        Device::Revoke(NamedDevice { user, device }) => told(Order::DeviceRevoke { user, device }),
        Device::Forget(NamedDevice { user, device }) => told(Order::DeviceForget { user, device }),
    }
}

fn webhook(verb: Webhook) -> Request {
    match verb {
        Webhook::List(arguments) => list(Order::WebhookList, arguments.json),
        Webhook::Deliveries(WebhookDeliveries { webhook, json }) => {
            list(Order::WebhookDeliveries { webhook }, json)
        }
        Webhook::Add(NewWebhook { url, event }) => told(Order::WebhookAdd { url, events: event }),
        Webhook::Remove(NamedWebhook { webhook }) => told(Order::WebhookRemove { webhook }),
        Webhook::Enable(NamedWebhook { webhook }) => told(Order::WebhookEnable { webhook }),
        Webhook::Test(NamedWebhook { webhook }) => told(Order::WebhookTest { webhook }),
    }
}

fn devices(arguments: DeviceList) -> WrittenDeviceFilter {
    let DeviceList {
        user,
        search,
        state,
        seen_since,
        seen_until,
        client,
        windows,
        product,
        version,
        lacks,
        ..
    } = arguments;
    let standing = state;
    WrittenDeviceFilter {
        search,
        user,
        standing,
        seen_since,
        seen_until,
        client,
        windows,
        product,
        version,
        lacks,
        behind: None,
    }
}

fn reports(arguments: ReportList) -> WrittenReportFilter {
    let ReportList { user, device, product, platform, version, outcome, since, until, .. } = arguments;
    WrittenReportFilter { user, device, product, platform, version, outcome, since, until, before: None }
}

fn audit(arguments: AuditList) -> WrittenAuditFilter {
    let AuditList { actor, action, subject, address, since, until, .. } = arguments;
    WrittenAuditFilter { actor, action, subject, address, since, until, before: None }
}

fn user(verb: User) -> Result<Order> {
    Ok(match verb {
        User::Add(new) => match new.password_file {
            Some(file) => Order::UserAdd {
                name: new.name,
                password: password(&file)?,
                role: new.role.map(Into::into).unwrap_or_default(),
            },
            None => Order::UserCreate {
                name: new.name,
                role: new.role.map(Into::into).unwrap_or_default(),
                groups: new.group,
                permissions: new.permission,
            },
        },
        User::HandOut(HandOut { search, group }) => {
            Order::UserHandOut { filter: WrittenUserFilter { search, group, ..Default::default() } }
        }
        User::SetRole(NewRole { name, role }) => Order::UserSetRole { name, role: role.into() },
        User::Reset(Named { name }) => Order::UserReset { name },
        User::ResetTotp(Named { name }) => Order::UserResetTotp { name },
        User::SetPassword(NewPassword { name, password_file }) => {
            Order::UserSetPassword { name, password: password(&password_file)? }
        }
        User::Remove(Named { name }) => Order::UserRemove { name },
        User::Enable(Named { name }) => Order::UserEnable { name },
        User::Disable(Named { name }) => Order::UserDisable { name },
        User::List(arguments) => Order::UserList { filter: filter(arguments) },
        User::Show(Shown { name, .. }) => Order::UserShow { name },
        User::Import(_) => return Err(Error::internal(io::Error::other("an import has a file"))),
    })
}

fn filter(arguments: UserList) -> WrittenUserFilter {
    let UserList { search, role, standing, group, permission, password, second_factor, source, .. } =
        arguments;
    WrittenUserFilter {
        search,
        role,
        standing,
        group,
        permission,
        password,
        second_factor,
        source,
        behind: None,
    }
}

fn import(arguments: &Import) -> Result<Request> {
    let (file, size) = whole_file(&arguments.file)?;
    if size > FILE_SIZE_MAX as u64 {
        return Err(ImportError::TooLarge.into());
    }
    let effort = if arguments.apply { ImportEffort::Apply } else { ImportEffort::DryRun };
    let form = if arguments.json { Form::Json } else { Form::Words };
    Ok(Request { order: Order::UserImport { size, effort }, file: Some(file), form })
}

fn group(verb: Group) -> Order {
    match verb {
        Group::Add(Named { name }) => Order::GroupAdd { name },
        Group::Remove(Named { name }) => Order::GroupRemove { name },
        Group::Join(Membership { group, user }) => Order::GroupJoin { group, user },
        Group::Leave(Membership { group, user }) => Order::GroupLeave { group, user },
        Group::List(GroupList { search, .. }) => Order::GroupList { filter: WrittenGroupFilter { search } },
    }
}

fn branding(verb: Branding) -> Result<Request> {
    let order = match verb {
        Branding::List(arguments) => {
            return Ok(list(Order::Branding(Box::new(BrandingOrder::List)), arguments.json));
        }
        Branding::Import(_) => {
            return Err(Error::internal(io::Error::other("an import is several orders")));
        }
        Branding::Add(NewBranding { name, shown_name }) => BrandingOrder::Add { name, shown_name },
        Branding::Rename(RenamedBranding { name, shown_name }) => BrandingOrder::Rename { name, shown_name },
        Branding::Remove(Named { name }) => BrandingOrder::Remove { name },
        Branding::Assign(BrandedGroup { branding, group }) => BrandingOrder::Assign { name: branding, group },
        Branding::Unassign(UnbrandedGroup { group }) => BrandingOrder::Unassign { group },
        Branding::Dress(arguments) => {
            let DressedProduct { branding, product, name, icon: file, info_url, minimum_version } =
                *arguments;
            let icon = file.as_deref().map(icon).transpose()?;
            let change = BrandedChange { name, icon, info_url, minimum_version };
            BrandingOrder::Dress { name: branding, product, change }
        }
    };
    Ok(told(Order::Branding(Box::new(order))))
}

fn add_package(arguments: NewPackage) -> Result<Request> {
    let NewPackage { file: path, url, draft, force, listing } = arguments;
    let (file, size) = match &path {
        Some(path) => whole_file(path).map(|(file, size)| (Some(file), size))?,
        None => (None, 0),
    };
    let mut change = listing_change(listing)?;
    let order = match (draft, url) {
        (true, Some(url)) => Order::Package(Box::new(PackageVerb::DraftFrom { url, change })),
        (true, None) => {
            let name = path.as_deref().map(name_of).unwrap_or_default();
            Order::Package(Box::new(PackageVerb::Draft { name, change, size }))
        }
        (false, url) => {
            let name =
                path.as_deref().map(name_of).or_else(|| url.as_deref().map(last_segment)).unwrap_or_default();
            change.locale = change.locale.or_else(|| locale_of(&name).map(|locale| locale.to_string()));
            let today = || Some(Zoned::now().date().to_string());
            let required = change.requires_permissions.clone().unwrap_or_default();
            let listing =
                WrittenListing { release_date: today(), ..WrittenListing::default() }.changed(&change);
            let lower = lower(force);
            Order::PackageAdd(Box::new(PackageOrder { listing, required, lower, size, url }))
        }
    };
    Ok(Request { order, file, form: Form::Words })
}

fn package(verb: Package) -> Result<Request> {
    let mut form = Form::Words;
    let mut opened = None;
    let verb = match verb {
        Package::Show(ShownPackage { package, version, json }) => {
            form = if json { Form::Json } else { Form::Words };
            PackageVerb::Show { package, version }
        }
        Package::Drafts(arguments) => {
            form = if arguments.json { Form::Json } else { Form::Words };
            PackageVerb::Drafts
        }
        Package::Set(arguments) => {
            let PackageSet { package, require_nothing, force, listing } = *arguments;
            let mut change = listing_change(listing)?;
            if require_nothing {
                change.requires_permissions = Some(Vec::new());
            }
            PackageVerb::Set { package, change, lower: lower(force) }
        }
        Package::Restore(Restored { package, force }) => {
            PackageVerb::Restore { package, lower: lower(force) }
        }
        Package::Replace(Replacement { package, file, force }) => {
            let (bytes, size) = whole_file(&file)?;
            opened = Some(bytes);
            PackageVerb::Replace { package, name: name_of(&file), lower: lower(force), size }
        }
        Package::Delete(Withdrawal { package, version }) => PackageVerb::Delete { package, version },
        Package::Publish(PublishedDraft { draft, template, in_place_of, force }) => {
            let template = template.map(Into::into);
            PackageVerb::Publish { draft, template, in_place_of, lower: lower(force) }
        }
        Package::Discard(NamedDraft { draft }) => PackageVerb::Discard { draft },
        Package::Add(_) | Package::Withdraw(_) | Package::List(_) => {
            return Err(Error::internal(io::Error::other("these are orders of their own")));
        }
    };
    Ok(Request { order: Order::Package(Box::new(verb)), file: opened, form })
}

fn whole_file(path: &Path) -> Result<(File, u64)> {
    // Before it is opened: a pipe that nobody writes to would never open.
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !about.is_file() {
        return Err(Kind::NotAFile(path.display().to_string()).into());
    }
    Ok((open(path)?, about.len()))
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What stands for a file's name in a URL.
fn last_segment(url: &str) -> String {
    url.rsplit('/').next().unwrap_or_default().to_owned()
}

fn lower(force: bool) -> LowerVersion {
    if force { LowerVersion::Publish } else { LowerVersion::Refuse }
}

fn listing_change(arguments: ListingArguments) -> Result<ListingChange> {
    Ok(ListingChange {
        name: arguments.name,
        info_url: arguments.info_url,
        icon: arguments.icon.as_deref().map(icon).transpose()?,
        install_params: arguments.install_params,
        template: arguments.template.map(Into::into),
        importance: arguments.importance.map(Into::into),
        release_date: arguments.release_date,
        description: arguments.description,
        release_notes: arguments.release_notes,
        requires: arguments.requires,
        close_first: arguments.close_first,
        locale: arguments.locale,
        branding: arguments.branding,
        requires_permissions: Some(arguments.require).filter(|required| !required.is_empty()),
    })
}

/// An icon's bytes in Base64; whether they are an icon is judged with the listing.
fn icon(path: &Path) -> Result<String> {
    use base64::Engine;
    let mut bytes = Vec::new();
    let read = open(path)?.take(ICON_SIZE_MAX as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(path, &error))?;
    if bytes.len() > ICON_SIZE_MAX {
        return Err(WrittenListingError::Icon(IconError::TooLarge).into());
    }
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes))
}

/// The first line of a file, or of standard input where the file is `-`.
fn password(path: &Path) -> Result<Password> {
    Ok(Password::parse(&first_line(path)?)?)
}

/// The first line of a file, or of standard input where the file is `-`, as it is.
pub(super) fn first_line(path: &Path) -> Result<String> {
    let input: Box<dyn Read> =
        if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(open(path)?) };
    let mut line = String::new();
    let read = BufReader::new(input.take(PASSWORD_FILE_SIZE_MAX)).read_line(&mut line);
    read.map_err(|error| unreadable(path, &error))?;
    let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
    Ok(line.to_owned())
}

fn open(path: &Path) -> Result<File> {
    File::open(path).map_err(|error| unreadable(path, &error))
}

/// Says why a file cannot be read.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Error {
    Kind::FileUnreadable { file: path.display().to_string(), detail: error.to_string() }.into()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::password;
    use crate::error::Kind;
    use crate::identity::PasswordError;

    #[test]
    fn a_password_is_the_first_line_of_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        let check = |content: &[u8], expected: &str| {
            fs::write(&file, content).unwrap();
            assert_eq!(String::from(password(&file).unwrap()), expected);
        };
        check(b"correct horse", "correct horse");
        check(b" correct horse \nsecond line\n", " correct horse ");
        check(b"correct horse\r\n", "correct horse");
        check(b"\xef\xbb\xbfcorrect horse\n", "correct horse");
        fs::write(&file, b"\ncorrect horse").unwrap();
        let error = password(&file).unwrap_err();
        assert!(matches!(error.kind(), Kind::Password(PasswordError::TooShort)), "{error}");
        fs::write(&file, b"\xff\xff\xff\xff\xff\xff\xff\xff\xff").unwrap();
        assert!(matches!(password(&file).unwrap_err().kind(), Kind::FileUnreadable { .. }));
    }
}

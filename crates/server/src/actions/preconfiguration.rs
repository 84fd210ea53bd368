//! Pre-configuration: what there is to know about a package's install params, and what they look like for one user.

use std::sync::Arc;

use catalog::install_params::Template;
use catalog::{InstallParams, Locale};
use serde::Serialize;
use utoipa::ToSchema;

use super::publishing::is_enabled;
use crate::App;
use crate::error::{Kind, Result};
use crate::model::name::Name;
use crate::model::package::Package;
use crate::model::permission::Permissions;
use crate::model::snapshot::Snapshot;
use crate::model::source::{MailEncryption, MailServer, Profile, SourceName};
use crate::model::user::User;
use crate::model::why::LeftOutProperty;
use crate::rules::preconfiguration::{Account, warnings};
use crate::rules::role::{Ability, Actor};
use crate::rules::warning::Warning;

/// Install params as one user gets them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FilledFor {
    /// The user's name; `None` for a person of whom all is known, as an example.
    pub(crate) user: Option<String>,
    /// The install params.
    pub(crate) install_params: InstallParams,
    /// What the user does not get.
    pub(crate) left_out: Vec<LeftOutProperty>,
}

/// A template of install params, as programs read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct TemplateLine {
    /// What it is chosen by.
    pub(crate) name: &'static str,
    /// The product that it is for.
    pub(crate) title: &'static str,
    /// The upgrade code of that product, where it is known.
    pub(crate) upgrade_code: Option<&'static str>,
    /// The install params.
    pub(crate) install_params: &'static str,
    /// The variables in it.
    pub(crate) variables: Vec<&'static str>,
}

/// What there is to know about install params for those who may have a package that requires this.
pub(super) fn told(
    app: &App,
    snapshot: &Snapshot,
    params: &InstallParams,
    required: &Permissions,
) -> Vec<Warning> {
    let may = |user: &&Arc<User>| is_enabled(user) && required.is_subset(&user.permissions);
    let sources: Vec<SourceName> = app.settings.sources.iter().map(|source| source.name.clone()).collect();
    warnings(params, snapshot.users.iter().filter(may).map(AsRef::as_ref), &sources)
}

/// The same of a package; nothing of one that is withdrawn.
pub(super) fn told_of(app: &App, snapshot: &Snapshot, package: &Package) -> Vec<Warning> {
    match package.withdrawn_at {
        Some(_) => Vec::new(),
        None => told(app, snapshot, &package.product.install_params, &package.required),
    }
}

/// Fills install params for a user, or, without a name, for an example of one.
///
/// # Errors
/// [`Kind::UserUnknown`], or what the name says.
pub(crate) fn fill(
    app: &App,
    actor: &Actor,
    params: &InstallParams,
    server_url: &str,
    user: Option<&str>,
) -> Result<FilledFor> {
    actor.require(Ability::View)?;
    let snapshot = app.snapshot.load();
    let user = match user {
        Some(name) => {
            let name = Name::parse(name)?;
            let user = snapshot.users.by_name(&name).ok_or_else(|| Kind::UserUnknown(name.to_string()))?;
            Some(user)
        }
        None => None,
    };
    let example = example();
    let open_xchange = app.settings.open_xchange_of(user.and_then(|user| user.source.as_ref()));
    let account = Account {
        server_url: open_xchange.as_deref().unwrap_or(server_url),
        user_name: user.map_or("anna", |user| user.name.as_str()),
        profile: user.map_or(&example, |user| &user.profile),
    };
    let filled = account.fill(params).ok_or(catalog::InstallParamsError::TooLong);
    let filled = filled.map_err(crate::rules::listing::WrittenListingError::InstallParams)?;
    Ok(FilledFor {
        user: user.map(|user| user.name.to_string()),
        install_params: filled.params,
        left_out: filled.left_out.into_iter().map(LeftOutProperty::of).collect(),
    })
}

/// Lists the templates that come with the product.
///
/// # Errors
/// If the actor may not see packages.
pub(crate) fn templates(actor: &Actor) -> Result<Vec<TemplateLine>> {
    actor.require(Ability::View)?;
    Template::ALL.iter().map(line).collect()
}

fn line(template: &Template) -> Result<TemplateLine> {
    let Template { name, title, upgrade_code, install_params } = *template;
    let params = InstallParams::parse(install_params);
    let params = params.map_err(crate::rules::listing::WrittenListingError::InstallParams)?;
    let variables = params.placeholders().map(catalog::install_params::Placeholder::as_str).collect();
    Ok(TemplateLine { name, title, upgrade_code, install_params, variables })
}

/// A person of whom all is known.
fn example() -> Profile {
    let server = |host: &str, port, encryption| {
        let (host, login) = (host.to_owned(), Some("anna".to_owned()));
        Some(MailServer { host, port, encryption, login })
    };
    Profile {
        display_name: Some("Anna Example".to_owned()),
        mail_address: Some("anna@example.com".to_owned()),
        locale: Some(Locale::fallback()),
        imap: server("imap.example.com", 993, MailEncryption::Tls),
        smtp: server("smtp.example.com", 587, MailEncryption::StartTls),
    }
}

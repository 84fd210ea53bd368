//! Taking over an existing site's update.xml: where its packages are, whether they are what it says, and what it says about them.

use std::path::{Path, PathBuf};

use catalog::install_params::{Placeholder, Template};
use catalog::msi::Metadata;
use catalog::{Digests, InstallParams, Product, ProductCode, ProductVersion, ReleaseDate, UpgradeCode};
use text::{Message, message};
use url::Url;

use super::host::is_this_machine;
use crate::model::listing::ListingChange;

/// Where something of the existing site is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Location {
    /// On this machine, or on a share that it has.
    File(PathBuf),
    /// On the web.
    Web(Url),
}

/// What goes over a network without encryption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plain {
    /// Is refused, but to this machine itself.
    Refused,
    /// Was asked for.
    Accepted,
}

impl Location {
    /// Reads what a person wrote: a URL, or else a file.
    pub(crate) fn parse(written: &str) -> Self {
        match Url::parse(written) {
            Ok(url) if matches!(url.scheme(), "http" | "https") => Self::Web(url),
            _ => Self::File(PathBuf::from(written)),
        }
    }

    /// Reads what a person named: by `file:` a file, by `http:` and `https:` a URL, and else a file.
    ///
    /// # Errors
    /// If it is a URL of another scheme.
    pub(crate) fn named(written: &str) -> Result<Self, Message> {
        let Ok(url) = Url::parse(written) else { return Ok(Self::parse(written)) };
        let strange = || message!("takeover-scheme", scheme = url.scheme());
        match url.scheme() {
            "file" => url.to_file_path().map(Self::File).map_err(|()| strange()),
            "http" | "https" => Ok(Self::Web(url)),
            // Else it is the letter of a drive, or a name with a colon in it.
            _ if written.contains("://") => Err(strange()),
            _ => Ok(Self::parse(written)),
        }
    }

    /// Finds what an update.xml names: its URL by itself, or relative to where update.xml is.
    ///
    /// # Errors
    /// If it leads nowhere from here.
    pub(crate) fn beside(&self, written: &str) -> Result<Self, Message> {
        let nowhere = || message!("takeover-nowhere", url = written);
        match Url::parse(written) {
            Ok(url) if matches!(url.scheme(), "http" | "https") => return Ok(Self::Web(url)),
            // A file of this machine is meant by who wrote it on this machine, and by nobody else.
            Ok(url) if url.scheme() == "file" && matches!(self, Self::File(_)) => {
                return url.to_file_path().map(Self::File).map_err(|()| nowhere());
            }
            // A letter of a drive, or a scheme that nothing is fetched by.
            Ok(_) => return Err(nowhere()),
            Err(_) => {}
        }
        if written.starts_with("\\\\") || written.starts_with("//") {
            return Err(nowhere());
        }
        match self {
            Self::Web(base) => base.join(written).map(Self::Web).map_err(|_| nowhere()),
            // A share of Windows writes its folders with the other slash.
            Self::File(file) => {
                let written = written.replace('\\', "/");
                Ok(Self::File(file.parent().unwrap_or(Path::new("")).join(written.trim_start_matches('/'))))
            }
        }
    }

    /// Refuses what would go over a network for everybody to read, and an address that names who signs in.
    ///
    /// # Errors
    /// If it would, and was not asked for; if it names somebody.
    pub(crate) fn allowed(&self, plain: Plain) -> Result<(), Message> {
        match self {
            // It would stand in lists of processes and in what is said.
            Self::Web(url) if !url.username().is_empty() || url.password().is_some() => {
                Err(message!("takeover-named", host = url.host_str().unwrap_or_default()))
            }
            Self::Web(url) if url.scheme() == "http" && plain == Plain::Refused && !is_this_machine(url) => {
                Err(message!("takeover-plain-http", url = url.as_str()))
            }
            _ => Ok(()),
        }
    }
}

/// How a package differs from what update.xml says of it. Such a package is not taken over.
pub(crate) fn differences(product: &Product, metadata: &Metadata, digests: &Digests) -> Vec<Message> {
    let upgrade_code = metadata.upgrade_code.as_deref().and_then(|code| UpgradeCode::parse(code).ok());
    let version = ProductVersion::parse(&metadata.product_version).ok();
    let product_code = ProductCode::parse(&metadata.product_code).ok();
    let is_version = version.as_ref().is_some_and(|version| version.compare_fully(&product.version).is_eq());
    let shown = |value: Option<&dyn ToString>| value.map(ToString::to_string).unwrap_or_default();
    let mut differences = Vec::new();
    let mut check = |element: &'static str, is_same: bool, written: String, found: String| {
        if !is_same {
            differences.push(message!(
                "takeover-differs",
                element = element,
                written = written,
                found = found
            ));
        }
    };
    if let Some(md5) = product.md5 {
        check("MD5", md5 == digests.md5, md5.to_string(), digests.md5.to_string());
    }
    if let Some(sha256) = product.sha256 {
        check("SHA256", sha256 == digests.sha256, sha256.to_string(), digests.sha256.to_string());
    }
    if let Some(size) = product.size {
        check("Size", size == digests.size, size.to_string(), digests.size.to_string());
    }
    let written = product.upgrade_code.to_string();
    check(
        "UpgradeCode",
        upgrade_code == Some(product.upgrade_code),
        written,
        shown(upgrade_code.as_ref().map(|code| code as _)),
    );
    check("Version", is_version, product.version.to_string(), metadata.product_version.clone());
    if let Some(code) = product.product_code {
        check("ProductCode", product_code == Some(code), code.to_string(), metadata.product_code.clone());
    }
    differences
}

/// What update.xml says about a package as a listing, and what there is to know about that.
pub(crate) fn listing(product: &Product, required: &[String]) -> (ListingChange, Vec<Message>) {
    let mut notes = Vec::new();
    if product.md5.is_none() {
        notes.push(message!("takeover-md5-missing"));
    }
    let text = |text: &Option<String>| Some(text.clone().unwrap_or_default());
    let release_date = match &product.release_date {
        Some(ReleaseDate::Text(text)) => {
            notes.push(message!("takeover-release-date", text = text.as_str()));
            None
        }
        day => day.as_ref().map(ToString::to_string),
    };
    let (install_params, replaced) = without_personal_values(&product.install_params);
    if !replaced.is_empty() {
        notes.push(message!("takeover-personal", properties = replaced.join(", ")));
    }
    let change = ListingChange {
        name: Some(product.name.clone()),
        info_url: text(&product.info_url),
        icon: Some(product.icon.as_ref().map(catalog::Icon::to_base64).unwrap_or_default()),
        install_params: Some(install_params.to_string()),
        template: None,
        locale: None,
        branding: None,
        importance: Some(product.importance),
        // Without a day it has none: it was not released today.
        release_date: Some(release_date.unwrap_or_default()),
        description: text(&product.description),
        release_notes: text(&product.release_notes),
        requires: text(&product.requires),
        close_first: Some(product.close_first.join(";")),
        requires_permissions: Some(required.to_vec()).filter(|required| !required.is_empty()),
    };
    (change, notes)
}

/// Install params with variables where the existing site had put in the account that fetched update.xml, and the names of those properties.
///
/// Addresses of the server stay: they are the same for everybody.
fn without_personal_values(params: &InstallParams) -> (InstallParams, Vec<String>) {
    let templates =
        Template::ALL.iter().filter_map(|template| InstallParams::parse(template.install_params).ok());
    let known: Vec<(String, String)> = templates
        .flat_map(|template| {
            let known = template.properties().map(|(name, value)| (name.to_owned(), value.to_owned()));
            known.collect::<Vec<_>>()
        })
        .filter(|(_, value)| {
            Placeholder::ALL.into_iter().any(|one| one.is_personal() && value.contains(one.as_str()))
        })
        .collect();
    let mut replaced = Vec::new();
    let mut changed = params.clone().without_properties();
    for (name, value) in params.properties() {
        let variable = known.iter().find(|(known, _)| known == name).map(|(_, variable)| variable.as_str());
        if variable.is_some_and(|variable| variable != value) {
            replaced.push(name.to_owned());
        }
        match changed.clone().with_property(name, variable.unwrap_or(value)) {
            Ok(more) => changed = more,
            Err(_) => return (params.clone(), Vec::new()),
        }
    }
    (changed, replaced)
}

#[cfg(test)]
#[path = "takeover_tests.rs"]
mod tests;

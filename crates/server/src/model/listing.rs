//! What the administrator says about a package, as it was written.

use catalog::install_params::Template;
use catalog::{Importance, InstallParams};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A listing before it is judged; a field that says nothing is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub(crate) struct WrittenListing {
    /// The name to show in place of the MSI's own.
    pub(crate) name: Option<String>,
    /// Where a person finds more to read.
    pub(crate) info_url: Option<String>,
    /// The bytes of an `.ico` file, in Base64.
    pub(crate) icon: Option<String>,
    /// Switches and properties for the installer.
    pub(crate) install_params: Option<String>,
    /// How important the update is.
    #[schema(value_type = String)]
    pub(crate) importance: Importance,
    /// When it was released.
    pub(crate) release_date: Option<String>,
    /// What the product is.
    pub(crate) description: Option<String>,
    /// What is new in this version.
    pub(crate) release_notes: Option<String>,
    /// Which versions of Windows and Outlook it needs.
    pub(crate) requires: Option<String>,
    /// Programs to close before the install, with semicolons between them.
    pub(crate) close_first: Option<String>,
    /// What the package speaks, such as `de_DE`, if it is made for one language.
    #[serde(default)]
    pub(crate) locale: Option<String>,
    /// The branding that alone is offered it, if it is for one.
    #[serde(default)]
    pub(crate) branding: Option<String>,
}

/// What changes in a listing; a field that says nothing stays, an empty one is cleared.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListingChange {
    /// The name to show in place of the MSI's own.
    #[schema(max_length = 256)]
    pub(crate) name: Option<String>,
    /// Where a person finds more to read.
    #[schema(max_length = 2048)]
    pub(crate) info_url: Option<String>,
    /// The bytes of an `.ico` file, in Base64.
    #[schema(max_length = 700000)]
    pub(crate) icon: Option<String>,
    /// Switches and properties for the installer.
    #[schema(max_length = 4096)]
    pub(crate) install_params: Option<String>,
    /// How important the update is.
    #[schema(value_type = Option<ImportanceForm>)]
    pub(crate) importance: Option<Importance>,
    /// When it was released.
    #[schema(max_length = 64)]
    pub(crate) release_date: Option<String>,
    /// What the product is.
    #[schema(max_length = 65536)]
    pub(crate) description: Option<String>,
    /// What is new in this version.
    #[schema(max_length = 65536)]
    pub(crate) release_notes: Option<String>,
    /// Which versions of Windows and Outlook it needs.
    #[schema(max_length = 65536)]
    pub(crate) requires: Option<String>,
    /// Programs to close before the install, with semicolons between them.
    #[schema(max_length = 4096)]
    pub(crate) close_first: Option<String>,
    /// What the package speaks, such as `de_DE`, if it is made for one language.
    #[schema(max_length = 35)]
    pub(crate) locale: Option<String>,
    /// The branding that alone is offered it, if it is for one.
    #[schema(max_length = 64)]
    pub(crate) branding: Option<String>,
    /// A template of install params; its properties take the place of those of the same names.
    pub(crate) template: Option<TemplateName>,
    /// The permissions that a user needs, all of them.
    #[schema(max_items = 1000, value_type = Option<Vec<PermissionForm>>)]
    pub(crate) requires_permissions: Option<Vec<String>>,
}

/// The name of a template of install params.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) enum TemplateName {
    /// For the OXtender 1.
    #[serde(rename = "oxtender-1")]
    Oxtender1,
    /// For the OXtender 2.
    #[serde(rename = "oxtender-2")]
    Oxtender2,
    /// For Drive.
    #[serde(rename = "drive")]
    Drive,
}

impl TemplateName {
    /// All names.
    pub(crate) const ALL: [Self; 3] = [Self::Oxtender1, Self::Oxtender2, Self::Drive];

    /// As it is written.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Oxtender1 => "oxtender-1",
            Self::Oxtender2 => "oxtender-2",
            Self::Drive => "drive",
        }
    }

    /// Install params with what the template says; those that are no install params stay before it, to be refused when they are read.
    pub(crate) fn written_into(self, install_params: Option<&str>) -> String {
        let before = install_params.unwrap_or_default();
        let Some(template) = Template::named(self.as_str()) else { return before.to_owned() };
        match InstallParams::parse(before).and_then(|params| params.with_template(&template)) {
            Ok(params) => params.to_string(),
            Err(_) => format!("{before} {}", template.install_params),
        }
    }
}

/// An importance, as it is described.
#[derive(ToSchema)]
#[schema(rename_all = "lowercase")]
#[allow(dead_code, reason = "it is only described")]
enum ImportanceForm {
    Low,
    Medium,
    High,
}

/// A permission, as it is described.
#[derive(ToSchema)]
#[schema(max_length = 64)]
#[allow(dead_code, reason = "it is only described")]
struct PermissionForm(String);

impl WrittenListing {
    /// The listing with what changes.
    pub(crate) fn changed(self, change: &ListingChange) -> Self {
        let text = |new: &Option<String>, old: Option<String>| match new {
            Some(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
            None => old,
        };
        let mut install_params = text(&change.install_params, self.install_params);
        if let Some(template) = change.template {
            install_params = Some(template.written_into(install_params.as_deref()));
        }
        Self {
            name: text(&change.name, self.name),
            info_url: text(&change.info_url, self.info_url),
            icon: text(&change.icon, self.icon),
            install_params,
            importance: change.importance.unwrap_or(self.importance),
            release_date: text(&change.release_date, self.release_date),
            description: text(&change.description, self.description),
            release_notes: text(&change.release_notes, self.release_notes),
            requires: text(&change.requires, self.requires),
            close_first: text(&change.close_first, self.close_first),
            locale: text(&change.locale, self.locale),
            branding: text(&change.branding, self.branding),
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::install_params::Template;

    use super::{ListingChange, TemplateName, WrittenListing};

    #[test]
    fn every_template_has_its_name_and_is_written_into_what_is_there() {
        assert_eq!(TemplateName::ALL.map(TemplateName::as_str), Template::ALL.map(|template| template.name));
        for name in TemplateName::ALL {
            assert_eq!(serde_json::to_value(name).unwrap(), name.as_str());
        }
        let check = |before: Option<&str>, change: Option<&str>, expected: &str| {
            let before =
                WrittenListing { install_params: before.map(str::to_owned), ..WrittenListing::default() };
            let change = ListingChange {
                install_params: change.map(str::to_owned),
                template: Some(TemplateName::Drive),
                ..ListingChange::default()
            };
            let after = before.changed(&change).install_params;
            assert_eq!(after.as_deref(), Some(expected));
        };
        let drive = Template::named("drive").unwrap().install_params;
        check(None, None, drive);
        check(Some("/passive"), None, &format!("/passive {drive}"));
        check(Some("/passive"), Some("/quiet"), &format!("/quiet {drive}"));
        check(Some("/passive"), Some(""), drive);
        check(Some("/x"), None, &format!("/x {drive}"));
    }

    #[test]
    fn what_is_not_said_stays_and_what_is_empty_goes() {
        let before = WrittenListing {
            name: Some("Notes".to_owned()),
            description: Some("Takes notes.".to_owned()),
            ..WrittenListing::default()
        };
        let change = ListingChange {
            description: Some(String::new()),
            requires: Some("Windows 10".to_owned()),
            ..ListingChange::default()
        };
        let after = before.changed(&change);
        assert_eq!((after.name.as_deref(), after.description.as_deref()), (Some("Notes"), None));
        assert_eq!(after.requires.as_deref(), Some("Windows 10"));
    }
}

//! For whom something is looked up: what decides about the offers to one person, and nothing else.

use catalog::Locale;

use super::branding::BrandingName;
use super::permission::Permissions;

/// All that makes the offers to two people differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Audience<'a> {
    /// What the person has.
    pub(crate) permissions: &'a Permissions,
    /// What the person reads, where that is known.
    pub(crate) locale: Option<&'a Locale>,
    /// The branding that the person sees, if it is one.
    pub(crate) branding: Option<&'a BrandingName>,
}

impl<'a> Audience<'a> {
    /// Somebody who has these permissions, and of whom nothing else is known.
    pub(crate) fn with(permissions: &'a Permissions) -> Self {
        Self { permissions, locale: None, branding: None }
    }

    /// The same person, who reads this where nothing else is known.
    pub(crate) fn or_reading(self, locale: Option<&'a Locale>) -> Self {
        Self { locale: self.locale.or(locale), ..self }
    }
}

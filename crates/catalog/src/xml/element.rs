//! One `Product` element, whoever found it: the tree or the one pass over a plain document.
//!
//! Elements are found by name, never by position, and the case of names does not matter; the originals differ in both.

use std::borrow::Cow;

/// A `Product` element with the values in it that a reader knows.
pub(super) struct ProductElement<'a> {
    /// Where it begins in the text that was read.
    pub(super) position: usize,
    values: [Option<Value<'a>>; Field::ALL.len()],
}

/// The text of an element that is not empty.
pub(super) struct Value<'a> {
    /// Where the element begins in the text that was read.
    pub(super) position: usize,
    /// The text as XML means it, without blanks around it.
    pub(super) text: Cow<'a, str>,
}

/// What an element of a product is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Name,
    Version,
    UpgradeCode,
    Md5,
    ReleaseDate,
    Url,
    InfoUrl,
    Icon,
    InstallParams,
    Importance,
    Sha256,
    Size,
    ProductCode,
    Platform,
    Scope,
    Description,
    ReleaseNotes,
    Requires,
    CloseFirst,
    MsiUrl,
    MsiMd5,
}

impl Field {
    /// Each field with the name of its element.
    const ALL: [(Self, &'static str); 21] = [
        (Self::Name, "Name"),
        (Self::Version, "Version"),
        (Self::UpgradeCode, "UpgradeCode"),
        (Self::Md5, "MD5"),
        (Self::ReleaseDate, "ReleaseDate"),
        (Self::Url, "URL"),
        (Self::InfoUrl, "InfoUrl"),
        (Self::Icon, "Icon"),
        (Self::InstallParams, "InstallParams"),
        (Self::Importance, "Importance"),
        (Self::Sha256, "SHA256"),
        (Self::Size, "Size"),
        (Self::ProductCode, "ProductCode"),
        (Self::Platform, "Platform"),
        (Self::Scope, "Scope"),
        (Self::Description, "Description"),
        (Self::ReleaseNotes, "ReleaseNotes"),
        (Self::Requires, "Requires"),
        (Self::CloseFirst, "CloseFirst"),
        (Self::MsiUrl, "MSIURL"),
        (Self::MsiMd5, "MSIMD5"),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(field, _)| *field)
    }

    /// The name of its element, as we write it.
    pub(super) fn name(self) -> &'static str {
        Self::ALL.get(self as usize).map(|(_, name)| *name).unwrap_or_default()
    }
}

impl<'a> ProductElement<'a> {
    pub(super) fn new(position: usize) -> Self {
        Self { position, values: [const { None }; Field::ALL.len()] }
    }

    /// Takes in the next element. Of several with one name, the first that is not empty counts.
    pub(super) fn take(&mut self, name: &str, position: usize, text: Cow<'a, str>) {
        if let Some(field) = Field::named(name)
            && let Some(value) = self.values.get_mut(field as usize)
            && value.is_none()
            && !text.is_empty()
        {
            *value = Some(Value { position, text });
        }
    }

    /// The value of a field.
    pub(super) fn value(&self, field: Field) -> Option<&Value<'a>> {
        self.values.get(field as usize)?.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn each_field_stands_in_its_place() {
        for (place, (field, name)) in Field::ALL.into_iter().enumerate() {
            assert_eq!((field as usize, field.name(), Field::named(name)), (place, name, Some(field)));
        }
    }
}

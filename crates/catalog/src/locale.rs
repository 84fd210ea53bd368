//! A language of people, such as `de_DE`: for whom a package speaks, and what a person reads.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The most characters of a locale as it may be written.
pub const LOCALE_LENGTH_MAX: usize = 35;

/// A language, and where it is spoken if that is said: `de`, `de_DE`.
///
/// Source: ISO 639 and ISO 3166, as the original wrote them into file names (`….de_DE.msi`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locale {
    language: String,
    region: Option<String>,
}

/// A text that is no locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a locale is written as de_DE, or de")]
pub struct LocaleError;

impl Locale {
    /// The locale of who has none, and for whom no package speaks.
    #[must_use]
    pub fn fallback() -> Self {
        Self { language: "en".to_owned(), region: Some("US".to_owned()) }
    }

    /// Reads `de_DE`, `de-DE`, `DE_de` or `de`; of `zh-Hant-TW` and `de_DE.UTF-8` language and region count.
    ///
    /// # Errors
    /// [`LocaleError`] for everything else.
    pub fn parse(written: &str) -> Result<Self, LocaleError> {
        if written.len() > LOCALE_LENGTH_MAX {
            return Err(LocaleError);
        }
        let plain = written.split(['.', '@']).next().unwrap_or_default();
        let mut parts = plain.split(['_', '-']);
        let is_letters = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let language = parts.next().filter(|part| (2..=3).contains(&part.len()) && is_letters(part));
        let language = language.ok_or(LocaleError)?.to_ascii_lowercase();
        let mut region = None;
        for part in parts {
            let is_script = part.len() == 4 && is_letters(part);
            let is_region = part.len() == 2 && is_letters(part)
                || part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
            match region {
                None if is_script => {}
                None if is_region => region = Some(part.to_ascii_uppercase()),
                _ => return Err(LocaleError),
            }
        }
        Ok(Self { language, region })
    }

    /// The language alone, such as `de`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.region {
            Some(region) => formatter.pad(&format!("{}_{region}", self.language)),
            None => formatter.pad(&self.language),
        }
    }
}

impl TryFrom<String> for Locale {
    type Error = LocaleError;

    fn try_from(written: String) -> Result<Self, LocaleError> {
        Self::parse(&written)
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn locales_are_read_as_systems_write_them() {
        let check = |written: &str, expected: Option<&str>| {
            let locale = Locale::parse(written).ok().map(|locale| locale.to_string());
            assert_eq!(locale.as_deref(), expected, "{written:?}");
        };
        check("de_DE", Some("de_DE"));
        check("DE-de", Some("de_DE"));
        check("de", Some("de"));
        check("de_DE.UTF-8", Some("de_DE"));
        check("de_DE@euro", Some("de_DE"));
        check("zh-Hant-TW", Some("zh_TW"));
        check("es-419", Some("es_419"));
        for wrong in
            ["", "d", "deutsch", "de_", "_DE", "de_DE_DE", "de DE", "d1", "äö", "7.8", "de_Latn_DE_x"]
        {
            check(wrong, None);
        }
        check(&"de-".repeat(20), None);
        assert_eq!(Locale::fallback().to_string(), "en_US");
    }
}

//! From the elements of one product to the product. What is wrong becomes a problem.

use text::Explain;

use super::element::{Field, ProductElement};
use super::lines::Lines;
use super::problem::{Consequence, Problem, ProblemKind};
use crate::address::{self, AddressError};
use crate::product::{
    self, DESCRIPTION_LENGTH_MAX, NAME_LENGTH_MAX, Product, RELEASE_NOTES_LENGTH_MAX, URL_LENGTH_MAX,
};
use crate::{
    Icon, Importance, InstallParams, Md5, Platform, ProductCode, ProductVersion, ReleaseDate, Scope, Sha256,
    UpgradeCode,
};

/// A problem that costs the product, and its position in the document.
pub(super) type Refusal = (usize, ProblemKind);

/// The values of one product, and what was found wrong with them.
pub(super) struct Fields<'a> {
    element: &'a ProductElement<'a>,
    findings: Vec<(usize, ProblemKind, Consequence)>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(element: &'a ProductElement<'a>) -> Self {
        Self { element, findings: Vec::new() }
    }

    /// Reads the product.
    pub(super) fn product(&mut self) -> Result<Product, Refusal> {
        let name = self.required(Field::Name, NAME_LENGTH_MAX)?;
        let (url, md5) = self.package()?;
        let sha256 = self.parsed(Field::Sha256, Sha256::parse)?;
        let product = Product {
            name,
            version: self.required_parsed(Field::Version, ProductVersion::parse)?,
            upgrade_code: self.required_parsed(Field::UpgradeCode, UpgradeCode::parse)?,
            md5,
            release_date: self
                .text(Field::ReleaseDate, NAME_LENGTH_MAX)
                .as_deref()
                .and_then(ReleaseDate::parse),
            url,
            info_url: self.info_url(),
            icon: self.icon(),
            install_params: self.parsed(Field::InstallParams, InstallParams::parse)?.unwrap_or_default(),
            importance: self.importance()?,
            sha256,
            size: self.size()?,
            product_code: self.parsed(Field::ProductCode, ProductCode::parse)?,
            platform: self.parsed(Field::Platform, Platform::parse)?,
            scope: self.parsed(Field::Scope, Scope::parse)?,
            description: self.text(Field::Description, DESCRIPTION_LENGTH_MAX),
            release_notes: self.text(Field::ReleaseNotes, RELEASE_NOTES_LENGTH_MAX),
            requires: self.text(Field::Requires, DESCRIPTION_LENGTH_MAX),
            close_first: self.close_first()?,
        };
        if product.md5.is_none() && product.sha256.is_none() {
            self.report(self.element.position, ProblemKind::DigestMissing, Consequence::Kept);
        }
        Ok(product)
    }

    pub(super) fn report(&mut self, position: usize, kind: ProblemKind, consequence: Consequence) {
        self.findings.push((position, kind, consequence));
    }

    /// What was found, in the order of lines; the place among the products names one that has no name.
    pub(super) fn problems(mut self, place: usize, lines: &Lines<'_>) -> impl Iterator<Item = Problem> {
        self.findings.sort_by_key(|(position, ..)| *position);
        let name = self.element.value(Field::Name);
        self.findings.into_iter().map(move |(position, kind, consequence)| Problem {
            line: lines.line_at(position),
            product: name.map_or_else(
                || format!("#{}", place + 1),
                |name| name.text.chars().take(NAME_LENGTH_MAX).collect(),
            ),
            kind,
            consequence,
        })
    }

    fn required(&mut self, field: Field, length_max: usize) -> Result<String, Refusal> {
        let value = self.element.value(field).ok_or_else(|| self.missing(field))?;
        if is_longer(&value.text, length_max) {
            return Err((value.position, ProblemKind::TooLong { element: field.name(), length_max }));
        }
        Ok(value.text.to_string())
    }

    fn parsed<T, Error: Explain>(
        &mut self,
        field: Field,
        parse: impl Fn(&str) -> Result<T, Error>,
    ) -> Result<Option<T>, Refusal> {
        let Some(value) = self.element.value(field) else { return Ok(None) };
        let wrong = |error: Error| ProblemKind::Wrong { element: field.name(), reason: error.message() };
        parse(&value.text).map(Some).map_err(|error| (value.position, wrong(error)))
    }

    fn required_parsed<T, Error: Explain>(
        &mut self,
        field: Field,
        parse: impl Fn(&str) -> Result<T, Error>,
    ) -> Result<T, Refusal> {
        self.parsed(field, parse)?.ok_or_else(|| self.missing(field))
    }

    fn missing(&self, field: Field) -> Refusal {
        (self.element.position, ProblemKind::Missing { element: field.name() })
    }

    /// Text that only informs.
    fn text(&mut self, field: Field, length_max: usize) -> Option<String> {
        self.short(field, length_max).map(str::to_owned)
    }

    /// Text that only informs: over its limit it is left out, and the product stays.
    fn short(&mut self, field: Field, length_max: usize) -> Option<&'a str> {
        let value = self.element.value(field)?;
        if is_longer(&value.text, length_max) {
            let kind = ProblemKind::TooLong { element: field.name(), length_max };
            self.report(value.position, kind, Consequence::Kept);
            return None;
        }
        Some(&value.text)
    }

    /// Where the package is and its MD5. `MSIURL` wins over `URL`, whose MD5 is then that of another file.
    fn package(&mut self) -> Result<(String, Option<Md5>), Refusal> {
        if self.element.value(Field::MsiUrl).is_some() {
            return Ok((
                self.required(Field::MsiUrl, URL_LENGTH_MAX)?,
                self.parsed(Field::MsiMd5, Md5::parse)?,
            ));
        }
        Ok((self.required(Field::Url, URL_LENGTH_MAX)?, self.parsed(Field::Md5, Md5::parse)?))
    }

    fn info_url(&mut self) -> Option<String> {
        let url = self.short(Field::InfoUrl, URL_LENGTH_MAX)?;
        let kind = match address::info_url(url) {
            Ok(url) => return Some(url),
            Err(AddressError::NotWeb) => ProblemKind::InfoUrlNotWeb,
            Err(error) => ProblemKind::Wrong { element: Field::InfoUrl.name(), reason: error.message() },
        };
        let position = self.element.value(Field::InfoUrl)?.position;
        self.report(position, kind, Consequence::Kept);
        None
    }

    fn icon(&mut self) -> Option<Icon> {
        let value = self.element.value(Field::Icon)?;
        let icon = Icon::from_base64(&value.text);
        icon.map_err(|error| {
            let kind = ProblemKind::Wrong { element: Field::Icon.name(), reason: error.message() };
            self.report(value.position, kind, Consequence::Kept);
        })
        .ok()
    }

    fn importance(&mut self) -> Result<Importance, Refusal> {
        let importance = self.parsed(Field::Importance, Importance::from_wire)?;
        if importance.is_none() {
            self.report(self.element.position, ProblemKind::ImportanceMissing, Consequence::Kept);
        }
        Ok(importance.unwrap_or_default())
    }

    fn size(&mut self) -> Result<Option<u64>, Refusal> {
        let wrong = || text::message!("size-not-a-number");
        self.parsed(Field::Size, |text| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|_| digits).ok_or_else(wrong)
        })
    }

    fn close_first(&mut self) -> Result<Vec<String>, Refusal> {
        Ok(self.parsed(Field::CloseFirst, product::close_first)?.unwrap_or_default())
    }
}

/// Whether a text has more characters than that.
fn is_longer(text: &str, length_max: usize) -> bool {
    text.len() > length_max && text.chars().count() > length_max
}

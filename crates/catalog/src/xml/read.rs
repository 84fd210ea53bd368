//! From update.xml to products. A bad product becomes a problem, the others stay.
//!
//! Elements are found by name, never by position, and the case of names does not matter; the originals differ in both.

use std::borrow::Cow;
use std::collections::HashMap;

use roxmltree::Node;
use text::Explain;

use super::abridge::{Abridged, Cut, Cuts};
use super::document::{self, Lines, Unreadable};
use super::problem::{Consequence, Problem, ProblemKind};
use crate::address::is_web;
use crate::product::{
    self, DESCRIPTION_LENGTH_MAX, NAME_LENGTH_MAX, Product, RELEASE_NOTES_LENGTH_MAX, URL_LENGTH_MAX,
};
use crate::{
    Family, Icon, Importance, InstallParams, Md5, Platform, ProductCode, ProductVersion, ReleaseDate, Scope,
    Sha256, UpgradeCode,
};

/// What an update.xml says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The products, in their order.
    pub products: Vec<Product>,
    /// What is wrong, in the order of lines.
    pub problems: Vec<Problem>,
}

/// Reads an update.xml: UTF-8 or UTF-16, with or without byte order mark and declaration.
///
/// # Errors
/// [`Unreadable`] if no product at all can be told: no well-formed XML, a document type declaration, or over a limit.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let whole = document::decode(bytes)?.text;
    let abridged = Abridged::new(&whole);
    let (text, cuts) = abridged.parts();
    // The line and column of a fault are those of the whole document.
    let document = document::parse(text).or_else(|error| document::parse(&whole).and(Err(error)))?;
    let lines = Lines::new(&whole);
    let mut reading = Reading::default();
    let mut seen = Seen::default();
    for (place, node) in document::products(&document).enumerate() {
        let mut fields = Fields::new(node, place, cuts);
        match product(&mut fields) {
            Ok(product) => {
                if let Some(first) = seen.before(&product, fields.position) {
                    let first_line = lines.line_at(first);
                    fields.report(
                        fields.position,
                        ProblemKind::FamilyTwice { first_line },
                        Consequence::Kept,
                    );
                }
                reading.products.push(product);
            }
            Err((position, kind)) => fields.report(position, kind, Consequence::LeftOut),
        }
        reading.problems.extend(fields.problems(&lines));
    }
    Ok(reading)
}

/// The families of the products so far, each with the position where it first stood.
#[derive(Default)]
struct Seen(HashMap<UpgradeCode, Vec<(Family, usize)>>);

impl Seen {
    /// The position of an earlier product that meets this one on some PC; remembers this one if there is none.
    fn before(&mut self, product: &Product, position: usize) -> Option<usize> {
        let family = product.family();
        let alike = self.0.entry(family.upgrade_code).or_default();
        let first = alike.iter().find(|(earlier, _)| earlier.meets(&family)).map(|(_, position)| *position);
        if first.is_none() {
            alike.push((family, position));
        }
        first
    }
}

/// Reads one `Product` element; for those who change a document product by product.
pub(crate) fn read_product(node: Node<'_, '_>) -> Option<Product> {
    product(&mut Fields::new(node, 0, &Cuts::default())).ok()
}

/// A problem that costs the product, and its position in the document.
type Refusal = (usize, ProblemKind);

fn product(fields: &mut Fields<'_, '_>) -> Result<Product, Refusal> {
    let name = fields.required("Name", NAME_LENGTH_MAX)?;
    let (url, md5) = fields.package()?;
    let sha256 = fields.parsed("SHA256", Sha256::parse)?;
    let product = Product {
        name,
        version: fields.required_parsed("Version", ProductVersion::parse)?,
        upgrade_code: fields.required_parsed("UpgradeCode", UpgradeCode::parse)?,
        md5,
        release_date: fields.text("ReleaseDate", NAME_LENGTH_MAX).as_deref().and_then(ReleaseDate::parse),
        url,
        info_url: fields.info_url(),
        icon: fields.icon(),
        install_params: fields.parsed("InstallParams", InstallParams::parse)?.unwrap_or_default(),
        importance: fields.importance()?,
        sha256,
        size: fields.size()?,
        product_code: fields.parsed("ProductCode", ProductCode::parse)?,
        platform: fields.parsed("Platform", Platform::parse)?,
        scope: fields.parsed("Scope", Scope::parse)?,
        description: fields.text("Description", DESCRIPTION_LENGTH_MAX),
        release_notes: fields.text("ReleaseNotes", RELEASE_NOTES_LENGTH_MAX),
        requires: fields.text("Requires", DESCRIPTION_LENGTH_MAX),
        close_first: fields.close_first()?,
    };
    if product.md5.is_none() && product.sha256.is_none() {
        fields.report(fields.position, ProblemKind::DigestMissing, Consequence::Kept);
    }
    Ok(product)
}

/// The elements of one product, and what was found wrong with them.
struct Fields<'document, 'input> {
    /// The elements in their order, with their names.
    elements: Vec<(&'input str, Node<'document, 'input>)>,
    cuts: &'document Cuts<'document>,
    name: String,
    /// Where the product begins.
    position: usize,
    findings: Vec<(usize, ProblemKind, Consequence)>,
}

impl<'document, 'input> Fields<'document, 'input> {
    fn new(product: Node<'document, 'input>, place: usize, cuts: &'document Cuts<'document>) -> Self {
        let elements = product.children().filter(Node::is_element);
        let elements = elements.map(|node| (node.tag_name().name(), node)).collect();
        let position = cuts.in_whole(product.range().start);
        let mut fields = Self { elements, cuts, name: String::new(), position, findings: Vec::new() };
        let name = fields.value("Name").map(|(_, text)| text.chars().take(NAME_LENGTH_MAX).collect());
        fields.name = name.unwrap_or_else(|| format!("#{}", place + 1));
        fields
    }

    /// The first element of this name that is not empty, with its text.
    fn value(&self, element: &str) -> Option<(Node<'document, 'input>, Cow<'document, str>)> {
        let named = self.elements.iter().filter(|(name, _)| name.eq_ignore_ascii_case(element));
        named.map(|(_, node)| (*node, self.text_of(*node))).find(|(_, text)| !text.is_empty())
    }

    /// The text of an element as the whole document has it.
    fn text_of(&self, node: Node<'document, 'input>) -> Cow<'document, str> {
        self.cut_in(node).map_or_else(|| text_of(node), |cut| Cow::Borrowed(cut.written.trim()))
    }

    /// The run of Base64 that is all of an element's text, where it was cut out.
    fn cut_in(&self, node: Node<'document, 'input>) -> Option<&'document Cut<'document>> {
        self.cuts.at(node.first_child().filter(Node::is_text)?.range().start)
    }

    fn position_of(&self, node: Node<'_, '_>) -> usize {
        self.cuts.in_whole(node.range().start)
    }

    fn report(&mut self, position: usize, kind: ProblemKind, consequence: Consequence) {
        self.findings.push((position, kind, consequence));
    }

    /// What was found, in the order of lines.
    fn problems(mut self, lines: &Lines<'_>) -> Vec<Problem> {
        self.findings.sort_by_key(|(position, ..)| *position);
        let problem = |(position, kind, consequence)| Problem {
            line: lines.line_at(position),
            product: self.name.clone(),
            kind,
            consequence,
        };
        self.findings.into_iter().map(problem).collect()
    }

    fn required(&mut self, element: &'static str, length_max: usize) -> Result<String, Refusal> {
        let (node, text) = self.value(element).ok_or((self.position, ProblemKind::Missing { element }))?;
        if text.chars().count() > length_max {
            return Err((self.position_of(node), ProblemKind::TooLong { element, length_max }));
        }
        Ok(text.into_owned())
    }

    fn parsed<Value, Error: Explain>(
        &mut self,
        element: &'static str,
        parse: impl Fn(&str) -> Result<Value, Error>,
    ) -> Result<Option<Value>, Refusal> {
        let Some((node, text)) = self.value(element) else { return Ok(None) };
        parse(&text).map(Some).map_err(|error| {
            (self.position_of(node), ProblemKind::Wrong { element, reason: error.message() })
        })
    }

    fn required_parsed<Value, Error: Explain>(
        &mut self,
        element: &'static str,
        parse: impl Fn(&str) -> Result<Value, Error>,
    ) -> Result<Value, Refusal> {
        self.parsed(element, parse)?.ok_or((self.position, ProblemKind::Missing { element }))
    }

    /// Text that only informs: over its limit it is left out, and the product stays.
    fn text(&mut self, element: &'static str, length_max: usize) -> Option<String> {
        let (node, text) = self.value(element)?;
        if text.chars().count() <= length_max {
            return Some(text.into_owned());
        }
        let position = self.position_of(node);
        self.report(position, ProblemKind::TooLong { element, length_max }, Consequence::Kept);
        None
    }

    /// Where the package is and its MD5. `MSIURL` wins over `URL`, whose MD5 is then that of another file.
    fn package(&mut self) -> Result<(String, Option<Md5>), Refusal> {
        if self.value("MSIURL").is_some() {
            return Ok((self.required("MSIURL", URL_LENGTH_MAX)?, self.parsed("MSIMD5", Md5::parse)?));
        }
        Ok((self.required("URL", URL_LENGTH_MAX)?, self.parsed("MD5", Md5::parse)?))
    }

    fn info_url(&mut self) -> Option<String> {
        let (node, _) = self.value("InfoUrl")?;
        let url = self.text("InfoUrl", URL_LENGTH_MAX)?;
        if is_web(&url) {
            return Some(url);
        }
        let position = self.position_of(node);
        self.report(position, ProblemKind::InfoUrlNotWeb, Consequence::Kept);
        None
    }

    fn icon(&mut self) -> Option<Icon> {
        let (node, text) = self.value("Icon")?;
        self.cut_in(node)
            .map_or_else(|| Icon::from_base64(&text), |cut| Icon::new(cut.bytes.take()))
            .map_err(|error| {
                let kind = ProblemKind::Wrong { element: "Icon", reason: error.message() };
                self.report(self.position_of(node), kind, Consequence::Kept);
            })
            .ok()
    }

    fn importance(&mut self) -> Result<Importance, Refusal> {
        let importance = self.parsed("Importance", Importance::from_wire)?;
        if importance.is_none() {
            self.report(self.position, ProblemKind::ImportanceMissing, Consequence::Kept);
        }
        Ok(importance.unwrap_or_default())
    }

    fn size(&mut self) -> Result<Option<u64>, Refusal> {
        let wrong = text::message!("size-not-a-number");
        self.parsed("Size", |text| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|_| digits).ok_or(wrong.clone())
        })
    }

    fn close_first(&mut self) -> Result<Vec<String>, Refusal> {
        Ok(self.parsed("CloseFirst", product::close_first)?.unwrap_or_default())
    }
}

/// The first element of this name within a product that is not empty, with its text.
pub(crate) fn value<'a, 'input>(
    product: Node<'a, 'input>,
    element: &str,
) -> Option<(Node<'a, 'input>, Cow<'a, str>)> {
    let named =
        |node: &Node<'_, '_>| node.is_element() && node.tag_name().name().eq_ignore_ascii_case(element);
    product.children().filter(named).map(|node| (node, text_of(node))).find(|(_, text)| !text.is_empty())
}

/// The text of an element: outside comments, without blanks around it.
fn text_of<'a>(node: Node<'a, '_>) -> Cow<'a, str> {
    let mut texts = node.children().filter(Node::is_text).filter_map(|text| text.text());
    match (texts.next(), texts.next()) {
        (None, _) => Cow::Borrowed(""),
        (Some(only), None) => Cow::Borrowed(only.trim()),
        // A comment has divided the text.
        (Some(first), Some(second)) => {
            let whole: String = [first, second].into_iter().chain(texts).collect();
            Cow::Owned(whole.trim().to_owned())
        }
    }
}

//! From update.xml to products. A bad product becomes a problem, the others stay.

use std::collections::HashMap;
use std::convert::Infallible;

use super::abridge::{Abridged, Cuts};
use super::document::{self, Unreadable};
use super::element::ProductElement;
use super::fields::Fields;
use super::lines::Lines;
use super::plain::{self, NotPlain};
use super::problem::{Consequence, Problem, ProblemKind};
use super::tree;
use crate::product::Product;
use crate::{Family, UpgradeCode};

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
    in_one_pass(&whole).or_else(|NotPlain| by_tree(&whole))
}

/// [`read`] without its short way, for tests and fuzzing to hold it to: both say the same of all bytes.
///
/// # Errors
/// As of [`read`].
#[doc(hidden)]
pub fn read_by_tree(bytes: &[u8]) -> Result<Reading, Unreadable> {
    by_tree(&document::decode(bytes)?.text)
}

fn in_one_pass(whole: &str) -> Result<Reading, NotPlain> {
    reading(plain::Products::new(whole)?, &Lines::new(whole, Cuts::NONE))
}

fn by_tree(whole: &str) -> Result<Reading, Unreadable> {
    let Abridged { text, cuts } = Abridged::new(whole);
    // The line and column of a fault are those of the whole document.
    let document = document::parse(&text).or_else(|error| document::parse(whole).and(Err(error)))?;
    let elements = tree::product_elements(&document, &cuts).map(Ok::<_, Infallible>);
    let Ok(reading) = reading(elements, &Lines::new(whole, &cuts));
    Ok(reading)
}

/// What these elements say, unless one of them cannot be told.
fn reading<'a, Error>(
    elements: impl Iterator<Item = Result<ProductElement<'a>, Error>>,
    lines: &Lines<'_>,
) -> Result<Reading, Error> {
    let mut reading = Reading::default();
    let mut seen = Seen::default();
    for (place, element) in elements.enumerate() {
        let (product, problems) = judge(&element?, place, &mut seen, lines);
        reading.products.extend(product);
        reading.problems.extend(problems);
    }
    Ok(reading)
}

/// What one element says, and what is wrong with it; none if it is left out.
pub(super) fn judge(
    element: &ProductElement<'_>,
    place: usize,
    seen: &mut Seen,
    lines: &Lines<'_>,
) -> (Option<Product>, Vec<Problem>) {
    let mut fields = Fields::new(element);
    let product = match fields.product() {
        Ok(product) => {
            if let Some(first) = seen.before(&product, element.position) {
                let first_line = lines.line_at(first);
                fields.report(element.position, ProblemKind::FamilyTwice { first_line }, Consequence::Kept);
            }
            Some(product)
        }
        Err((position, kind)) => {
            fields.report(position, kind, Consequence::LeftOut);
            None
        }
    };
    (product, fields.problems(place, lines).collect())
}

/// The families of the products so far, each with the position where it first stood.
#[derive(Default)]
pub(super) struct Seen(HashMap<UpgradeCode, Vec<(Family, usize)>>);

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

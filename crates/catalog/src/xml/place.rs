//! The products of an update.xml by their places: all of them, good and bad, and changes to one place that leave all other bytes
//! as they are.
//!
//! As in `edit`, what was changed is read again before it is handed out.

use roxmltree::Node;

use super::abridge::Cuts;
use super::document::{self, Unreadable};
use super::edit::{EditError, Entry, Expected, prove, source_of};
use super::layout::{Layout, lines_of};
use super::lines::Lines;
use super::problem::Problem;
use super::read::{self, Seen};
use super::splice::{Change, Source};
use super::{amend, tree, write};
use crate::Product;

/// One product of an update.xml in its place, be it good or bad.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// What its text tells.
    pub entry: Entry,
    /// The product; none if it cannot be read.
    pub product: Option<Product>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// Where a product is shifted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Before the product that stands before it.
    Up,
    /// Behind the product that stands behind it.
    Down,
}

/// Reads an update.xml as [`super::read`] does, with each product in its place, from 0.
///
/// # Errors
/// [`Unreadable`] if no product at all can be told.
pub fn list(document: &[u8]) -> Result<Vec<Placed>, Unreadable> {
    let decoded = document::decode(document)?;
    let tree = document::parse(&decoded.text)?;
    let lines = Lines::new(&decoded.text, Cuts::NONE);
    let mut seen = Seen::default();
    let placed = tree::product_elements(&tree, Cuts::NONE).enumerate().map(|(place, element)| {
        let entry = Entry::of(&element, place, &lines);
        let (product, problems) = read::judge(&element, place, &mut seen, &lines);
        Placed { entry, product, problems }
    });
    Ok(placed.collect())
}

/// The text of the product in a place; none if there is none.
#[must_use]
pub fn source_at(document: &[u8], place: usize) -> Option<String> {
    let decoded = document::decode(document).ok()?;
    let tree = document::parse(&decoded.text).ok()?;
    document::products(&tree).nth(place).map(|node| source_of(&decoded.text, node).to_owned())
}

/// Puts a product in the place of another one, whatever that is. Where that can be read, only what differs is changed: comments in it,
/// unknown elements and what is wrong with others stay.
///
/// # Errors
/// [`EditError`] if there is no such place, or the document cannot be changed in this way.
pub fn replace_at(document: &[u8], place: usize, product: &Product) -> Result<Vec<u8>, EditError> {
    change(document, place, |text, nodes| {
        let node = nodes.get(place)?;
        let mut after = formers(nodes);
        *after.get_mut(place)? = After::New(product);
        let changes = match tree::product(*node) {
            Some(old) => amend::changes(text, *node, &old, product),
            None => {
                let text = write::element(product, &Layout::of(text, Some(*node)));
                vec![Change { range: node.range(), text }]
            }
        };
        Some((changes, after))
    })
}

/// Takes the product in a place out.
///
/// # Errors
/// As of [`replace_at`].
pub fn remove_at(document: &[u8], place: usize) -> Result<Vec<u8>, EditError> {
    change(document, place, |text, nodes| {
        let range = lines_of(text, nodes.get(place)?.range());
        let mut after = formers(nodes);
        after.remove(place);
        Some((vec![Change { range, text: String::new() }], after))
    })
}

/// Exchanges the product in a place with the one before or behind it; what stands between them stays there.
///
/// # Errors
/// As of [`replace_at`]; also if it is the first or the last already.
pub fn shift(document: &[u8], place: usize, direction: Direction) -> Result<Vec<u8>, EditError> {
    change(document, place, |text, nodes| {
        let first = match direction {
            Direction::Up => place.checked_sub(1)?,
            Direction::Down => place,
        };
        let (before, behind) = (*nodes.get(first)?, *nodes.get(first + 1)?);
        let mut after = formers(nodes);
        after.swap(first, first + 1);
        let moved =
            |to: Node<'_, '_>, from| Change { range: to.range(), text: source_of(text, from).to_owned() };
        Some((vec![moved(before, behind), moved(behind, before)], after))
    })
}

/// What stands in a place afterwards.
enum After<'a> {
    /// What stood in this place before.
    Former(usize),
    /// This product.
    New(&'a Product),
}

fn formers<'a>(nodes: &[Node<'_, '_>]) -> Vec<After<'a>> {
    (0..nodes.len()).map(After::Former).collect()
}

/// Changes a document, and proves what came of it.
fn change<'product>(
    document: &[u8],
    place: usize,
    plan: impl FnOnce(&str, &[Node<'_, '_>]) -> Option<(Vec<Change>, Vec<After<'product>>)>,
) -> Result<Vec<u8>, EditError> {
    let source = Source::new(document).map_err(EditError::Unreadable)?;
    let text = source.text();
    let tree = document::parse(text).map_err(EditError::Unreadable)?;
    let nodes: Vec<_> = document::products(&tree).collect();
    let not_found = || EditError::NotFound { which: format!("#{}", place + 1) };
    let (changes, after) = plan(text, &nodes).ok_or_else(not_found)?;
    let expected: Option<Vec<Expected<'_>>> = after
        .into_iter()
        .map(|after| match after {
            After::Former(place) => nodes.get(place).map(|node| Expected::Same(source_of(text, *node))),
            After::New(product) => Some(Expected::New(product)),
        })
        .collect();
    let bytes = source.with(&changes);
    prove(&bytes, &expected.ok_or_else(not_found)?)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::Direction::{Down, Up};
    use super::{EditError, list, remove_at, replace_at, shift, source_at};
    use crate::xml::{read, write};

    fn product(name: &str, digit: char) -> String {
        let code: String = std::iter::repeat_n(digit, 12).collect();
        format!(
            "<Product><Name>{name}</Name><Version>1</Version><UpgradeCode>{{00000000-0000-0000-0000-{code}}}</UpgradeCode>\
             <MD5>11111111111111111111111111111111</MD5><URL>a.msi</URL><Importance>0</Importance></Product>"
        )
    }

    /// Two good products around a bad one, with comments between them.
    fn document() -> String {
        let (first, last) = (product("Größe", '1'), product("Last", '2'));
        format!(
            "<Products>\r\n\t{first}<!-- a -->\r\n  <PRODUCT><Name>Bad</Name></PRODUCT>\r\n<!-- b -->{last}</Products>"
        )
    }

    #[test]
    fn good_and_bad_products_are_told_in_their_places_as_reading_tells_them() {
        let document = document();
        let placed = list(document.as_bytes()).unwrap();
        let names: Vec<_> = placed
            .iter()
            .map(|one| (one.entry.name.as_str(), one.product.is_some(), one.problems.len()))
            .collect();
        assert_eq!(names, [("Größe", true, 0), ("Bad", false, 1), ("Last", true, 0)]);
        let reading = read(document.as_bytes()).unwrap();
        assert_eq!(reading.products, placed.iter().filter_map(|one| one.product.clone()).collect::<Vec<_>>());
        assert_eq!(reading.problems, placed.iter().flat_map(|one| one.problems.clone()).collect::<Vec<_>>());
        assert_eq!(source_at(document.as_bytes(), 1).as_deref(), Some("<PRODUCT><Name>Bad</Name></PRODUCT>"));
        assert_eq!(source_at(document.as_bytes(), 3), None);
    }

    #[test]
    fn a_product_is_shifted_and_every_other_byte_stays() {
        let (document, bad) = (document(), "<PRODUCT><Name>Bad</Name></PRODUCT>");
        let (first, last) = (product("Größe", '1'), product("Last", '2'));
        let up = format!("<Products>\r\n\t{bad}<!-- a -->\r\n  {first}\r\n<!-- b -->{last}</Products>");
        let down = format!("<Products>\r\n\t{first}<!-- a -->\r\n  {last}\r\n<!-- b -->{bad}</Products>");
        for (place, direction, expected) in [(1, Up, &up), (0, Down, &up), (1, Down, &down), (2, Up, &down)] {
            let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
            let shifted = shift(document.as_bytes(), place, direction).unwrap();
            assert_eq!(String::from_utf8(shifted).unwrap(), *expected, "{place} {direction:?}");
            assert_eq!(shift(&utf16(&document), place, direction), Ok(utf16(expected)));
        }
        for (place, direction) in [(0, Up), (2, Down), (3, Up), (9, Down)] {
            let refused = shift(document.as_bytes(), place, direction);
            // The one behind the last can be shifted no more than the last behind it.
            assert!(matches!(refused, Err(EditError::NotFound { .. })), "{place} {direction:?} {refused:?}");
        }
    }

    #[test]
    fn one_place_is_replaced_or_removed_and_every_other_byte_stays() {
        let document = document();
        let last = product("Last", '2');
        let other = read(document.as_bytes()).unwrap().products.remove(0);
        let replaced = String::from_utf8(replace_at(document.as_bytes(), 1, &other).unwrap()).unwrap();
        let (before, behind) = document.split_once("<PRODUCT>").unwrap();
        let behind = behind.split_once("</PRODUCT>").unwrap().1;
        let new = replaced.strip_prefix(before).unwrap().strip_suffix(behind).unwrap();
        assert!(new.starts_with("<Product><Name>Größe</Name>"), "{new}");
        let written = write(std::slice::from_ref(&other));
        assert_eq!(read(format!("<Products>{new}</Products>").as_bytes()), read(written.as_bytes()));
        let removed = String::from_utf8(remove_at(document.as_bytes(), 1).unwrap()).unwrap();
        assert_eq!(removed, document.replace("  <PRODUCT><Name>Bad</Name></PRODUCT>\r\n", ""));
        assert!(remove_at(document.as_bytes(), 2).unwrap().ends_with(b"<!-- b --></Products>"), "{last}");
        assert!(matches!(remove_at(document.as_bytes(), 3), Err(EditError::NotFound { .. })));
        assert!(matches!(replace_at(b"", 0, &other), Err(EditError::Unreadable(_))));
    }
}

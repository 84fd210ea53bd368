//! Reads a plain document in one pass, without building a tree.
//!
//! Plain is what the originals wrote and what we write: `Products`, in it `Product` after `Product`, in these elements of text, and
//! nothing else: no attributes, namespaces, comments, CDATA or processing instructions, and names of ASCII letters and digits.
//! Where anything else stands, or anything may be wrong, this gives up, and what builds the tree decides. So nothing is judged
//! here: what this answers, the tree answers too.
//!
//! Events of a general XML reader alone would take longer than this does, and would have to be checked as closely.

use std::borrow::Cow;

use memchr::memchr;

use super::character_data::meaning;
use super::document::{self, NODES_MAX, PRODUCTS_MAX};
use super::element::ProductElement;

/// The most bytes that may stand before the outermost element.
const PROLOG_LENGTH_MAX: usize = 4096;
/// The most bytes of a name; far from making a tag too long.
const NAME_LENGTH_MAX: usize = 64;
/// The most nodes of a tree that come with one element: itself, a text in it and a text behind it.
const NODES_OF_ELEMENT_MAX: usize = 3;
/// The most elements that are never too many nodes, whatever the prolog.
const ELEMENTS_MAX: usize = (NODES_MAX as usize - PROLOG_LENGTH_MAX) / NODES_OF_ELEMENT_MAX;

/// A document that is not plain, or not well-formed, or over a limit.
#[derive(Debug)]
pub(super) struct NotPlain;

/// The products of a plain document, in their order.
pub(super) struct Products<'a> {
    text: &'a str,
    position: usize,
    /// What the outermost element is called; `None` behind its end.
    root: Option<&'a str>,
    products_left: usize,
    elements_left: usize,
}

struct StartTag<'a> {
    name: &'a str,
    /// Whether it is its element's end tag too.
    is_empty: bool,
}

impl<'a> Products<'a> {
    pub(super) fn new(text: &'a str) -> Result<Self, NotPlain> {
        Self::begin(text).ok_or(NotPlain)
    }

    fn begin(text: &'a str) -> Option<Self> {
        let position = prolog_length(text)?;
        let mut products =
            Self { text, position, root: None, products_left: PRODUCTS_MAX, elements_left: ELEMENTS_MAX };
        let StartTag { name, is_empty } = products.start_tag("Products")?;
        if is_empty {
            products.end_of_text()?;
        } else {
            products.root = Some(name);
        }
        Some(products)
    }

    /// The next product; `Some(None)` where there is no other.
    fn product(&mut self) -> Option<Option<ProductElement<'a>>> {
        let Some(root) = self.root else { return Some(None) };
        self.skip_blanks();
        if self.end_tag(root).is_some() {
            self.root = None;
            return self.end_of_text().map(|()| None);
        }
        self.products_left = self.products_left.checked_sub(1)?;
        let mut product = ProductElement::new(self.position);
        let StartTag { name, is_empty } = self.start_tag("Product")?;
        if !is_empty {
            self.values(name, &mut product)?;
        }
        Some(Some(product))
    }

    /// The elements of a product, to the end tag of this name.
    fn values(&mut self, product_name: &str, product: &mut ProductElement<'a>) -> Option<()> {
        loop {
            self.skip_blanks();
            if self.end_tag(product_name).is_some() {
                return Some(());
            }
            let position = self.position;
            let StartTag { name, is_empty } = self.any_start_tag()?;
            if !is_empty {
                let text = self.character_data()?;
                self.end_tag(name)?;
                product.take(name, position, text);
            }
        }
    }

    /// Reads a start tag of this name in any case.
    fn start_tag(&mut self, name: &str) -> Option<StartTag<'a>> {
        self.any_start_tag().filter(|tag| tag.name.eq_ignore_ascii_case(name))
    }

    fn any_start_tag(&mut self) -> Option<StartTag<'a>> {
        self.elements_left = self.elements_left.checked_sub(1)?;
        let inside = self.rest().strip_prefix('<')?;
        let letters = inside.bytes().take(NAME_LENGTH_MAX).take_while(u8::is_ascii_alphanumeric);
        let (name, rest) = inside.split_at_checked(letters.count())?;
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return None;
        }
        // Many writers put a blank into `<Icon />`.
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        let (is_empty, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        self.position = self.text.len() - rest.strip_prefix('>')?.len();
        Some(StartTag { name, is_empty })
    }

    fn end_tag(&mut self, name: &str) -> Option<()> {
        let rest = self.rest().strip_prefix("</")?.strip_prefix(name)?.strip_prefix('>')?;
        self.position = self.text.len() - rest.len();
        Some(())
    }

    /// Reads the text before the next tag.
    fn character_data(&mut self) -> Option<Cow<'a, str>> {
        let rest = self.rest();
        let length = memchr(b'<', rest.as_bytes())?;
        self.position += length;
        meaning(rest.get(..length)?)
    }

    fn skip_blanks(&mut self) {
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        self.position += self.rest().bytes().take_while(is_blank).count();
    }

    /// Sees to it that nothing but blanks is left.
    fn end_of_text(&mut self) -> Option<()> {
        self.skip_blanks();
        self.rest().is_empty().then_some(())
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or_default()
    }
}

impl<'a> Iterator for Products<'a> {
    type Item = Result<ProductElement<'a>, NotPlain>;

    fn next(&mut self) -> Option<Self::Item> {
        self.product().ok_or(NotPlain).transpose()
    }
}

/// How long all is that stands before the outermost element, be it a declaration, blanks or comments.
fn prolog_length(text: &str) -> Option<usize> {
    let begins_element = |pair: &[u8]| matches!(pair, [b'<', letter] if letter.is_ascii_alphabetic());
    let bytes = text.as_bytes();
    let looked_at = bytes.get(..PROLOG_LENGTH_MAX).unwrap_or(bytes);
    let length = looked_at.windows(2).position(begins_element)?;
    // The tree tells whether it is a prolog, with an element behind it that is surely well-formed.
    let prolog = text.get(..length)?;
    document::parse(&format!("{prolog}<Products/>")).is_ok().then_some(length)
}

#[cfg(test)]
mod tests {
    use super::{ELEMENTS_MAX, NAME_LENGTH_MAX, PROLOG_LENGTH_MAX, Products};
    use crate::xml::document::{self, PRODUCTS_MAX};

    /// How many products are read in one pass; `None` if it is given up.
    fn count(text: &str) -> Option<usize> {
        Products::new(text).ok()?.collect::<Result<Vec<_>, _>>().ok().map(|products| products.len())
    }

    #[test]
    fn what_is_plain_is_read() {
        let check = |text: &str, products: usize| assert_eq!(count(text), Some(products), "{text}");
        check("<Products/>", 0);
        check("<products >\r\n</products>\n", 0);
        check("<?xml version='1.0' encoding='utf-8'?>\n<!-- none -->\n<Products />", 0);
        check("<Products><Product/>\t<PRODUCT><Name>A &amp; B > C</Name><Icon /></PRODUCT></Products>", 2);
        check(&format!("{:PROLOG_LENGTH_MAX$}", "<Products/>"), 0);
        check(&"<Products>|</Products>".replace('|', &"<Product/>".repeat(PRODUCTS_MAX)), PRODUCTS_MAX);
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_tree() {
        let check = |text: &str| assert_eq!(count(text), None, "{}", text.get(..200).unwrap_or(text));
        let product = |inside: &str| format!("<Products><Product>{inside}</Product></Products>");
        let inside = "<a b='c'/>|<a b='c'>x</a>|<a:b/>|<a-b/>|<1/>|<ä/>|< a/>|<a  />|<a / >|<>|</>|<a>|</a>|text|\u{b}|\
            <a></b>|<a></A>|<a></a >|<a><b/></a>|<!---->|<a>x<!-- y --></a>|<a><![CDATA[x]]></a>|<?x?>|<a>&nbsp;</a>|\
            <a>&</a>|<a>&#0;</a>|<a>&#xffff;</a>|<a>\u{1}</a>|<a>\u{ffff}</a>|<a>]]></a>|<a>x\r&#10;x</a>";
        inside.split('|').for_each(|inside| check(&product(inside)));
        let whole = "| |Products|<Products>|<Products|<Product/>|<Products/>.|<Products/><Products/>|<Products></products>|\
            <Products><Product></Products>|<Products>.</Products>|<Products><a/></Products>|<!DOCTYPE Products><Products/>|\
            <![CDATA[]]><Products/>|\u{b}<Products/>| <?xml version='1.0'?><Products/>|<!-- <Products/> --><Products/>";
        whole.split('|').for_each(check);
        let name = "a".repeat(NAME_LENGTH_MAX);
        assert_eq!(count(&product(&format!("<{name}/>"))), Some(1));
        check(&product(&format!("<{name}a/>")));
        check(&format!("{}<Products/>", " ".repeat(PROLOG_LENGTH_MAX)));
        check(&"<Products>|</Products>".replace('|', &"<Product/>".repeat(PRODUCTS_MAX + 1)));
    }

    /// Each element here is as many nodes as an element can be.
    #[test]
    fn as_many_elements_as_are_read_are_not_too_many_for_the_tree() {
        let elements = |count: usize| {
            format!("<Products> <Product> {}</Product> </Products>", "<a>b</a> ".repeat(count - 2))
        };
        assert_eq!(count(&elements(ELEMENTS_MAX)), Some(1));
        assert_eq!(count(&elements(ELEMENTS_MAX + 1)), None);
        assert!(document::parse(&elements(ELEMENTS_MAX)).is_ok());
    }
}

//! The products of a document by way of its tree, which takes all that XML allows.

use std::borrow::Cow;

use roxmltree::{Document, Node};

use super::abridge::Cuts;
use super::document;
use super::element::ProductElement;
use super::fields::Fields;
use crate::Product;

/// The `Product` elements of a document that may be abridged, in their order.
pub(super) fn product_elements<'a>(
    document: &'a Document<'_>,
    cuts: &'a Cuts<'_>,
) -> impl Iterator<Item = ProductElement<'a>> {
    document::products(document).map(|product| product_element(product, cuts))
}

/// One `Product` element of a document that may be abridged.
pub(super) fn product_element<'a>(product: Node<'a, '_>, cuts: &'a Cuts<'_>) -> ProductElement<'a> {
    let mut element = ProductElement::new(product.range().start);
    for node in product.children().filter(Node::is_element) {
        element.take(node.tag_name().name(), node.range().start, text_of(node, cuts));
    }
    element
}

/// One product of a document that is whole, unless it is bad.
pub(super) fn product(product: Node<'_, '_>) -> Option<Product> {
    Fields::new(&product_element(product, Cuts::NONE)).product().ok()
}

/// The text of an element: outside comments and other elements, without blanks around it.
pub(super) fn text_of<'a>(node: Node<'a, '_>, cuts: &'a Cuts<'_>) -> Cow<'a, str> {
    let mut texts = node.children().filter(Node::is_text);
    let text = |text: Node<'a, '_>| text.text().unwrap_or_default();
    match (texts.next(), texts.next()) {
        (None, _) => Cow::Borrowed(""),
        (Some(only), None) => Cow::Borrowed(cuts.at(only.range().start).unwrap_or_else(|| text(only).trim())),
        // A comment has divided the text.
        (Some(first), Some(second)) => {
            let whole: String = [first, second].into_iter().chain(texts).map(text).collect();
            Cow::Owned(whole.trim().to_owned())
        }
    }
}

//! From bytes to a tree of elements: encodings, limits, and what no update.xml may hold.

use std::borrow::Cow;

use roxmltree::{Document, Error, Node, ParsingOptions};
use text::{Explain, Message, message};

use super::scan::{self, DEPTH_MAX, NAMESPACES_MAX, TAG_LENGTH_MAX};

/// The most bytes of an update.xml.
pub const DOCUMENT_SIZE_MAX: usize = 128 * 1024 * 1024;
/// The most products in one update.xml.
pub const PRODUCTS_MAX: usize = 20_000;
/// The most nodes (elements, texts, comments) in one update.xml.
pub const NODES_MAX: u32 = 2_000_000;

/// Why no product at all can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum Unreadable {
    /// Nothing there.
    Empty,
    /// More than [`DOCUMENT_SIZE_MAX`] bytes.
    TooLarge,
    /// Neither UTF-8 nor UTF-16.
    Encoding,
    /// Not well-formed XML.
    NotWellFormed {
        /// The line of the fault, from 1.
        line: u32,
        /// The column of the fault, in characters from 1.
        column: u32,
        /// What the XML reader says, in English.
        detail: String,
    },
    /// A document type declaration: entities could be hidden in it.
    DocumentType,
    /// Well-formed, but its root is not `Products`.
    NotProducts {
        /// What the root is called.
        root: String,
    },
    /// More of something than any honest update.xml has.
    OverLimit(Limit),
}

/// A limit of a document as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Elements stand deeper than [`DEPTH_MAX`].
    Depth,
    /// A tag is longer than [`TAG_LENGTH_MAX`].
    TagLength,
    /// More than [`NAMESPACES_MAX`] namespace declarations.
    Namespaces,
    /// More than [`NODES_MAX`] elements, texts and comments.
    Nodes,
    /// More than [`PRODUCTS_MAX`] products.
    Products,
}

impl Explain for Unreadable {
    fn message(&self) -> Message {
        match self {
            Self::Empty => message!("xml-empty"),
            Self::TooLarge => message!("xml-too-large", megabytes = DOCUMENT_SIZE_MAX / 1024 / 1024),
            Self::Encoding => message!("xml-encoding"),
            Self::NotWellFormed { line, column, detail } => {
                message!("xml-not-well-formed", line = *line, column = *column, detail = detail)
            }
            Self::DocumentType => message!("xml-document-type"),
            Self::NotProducts { root } => message!("xml-not-products", root = root),
            Self::OverLimit(limit) => limit.message(),
        }
    }
}

impl Explain for Limit {
    fn message(&self) -> Message {
        match self {
            Self::Depth => message!("xml-over-depth", limit = DEPTH_MAX),
            Self::TagLength => message!("xml-over-tag-length", limit = TAG_LENGTH_MAX),
            Self::Namespaces => message!("xml-over-namespaces", limit = NAMESPACES_MAX),
            Self::Nodes => message!("xml-over-nodes", limit = NODES_MAX),
            Self::Products => message!("xml-over-products", limit = PRODUCTS_MAX),
        }
    }
}

/// How the bytes of a document are characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
}

/// A document's characters, and how its bytes were they.
pub(crate) struct Decoded<'a> {
    /// The characters, without a byte order mark.
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: Encoding,
    /// How many bytes the byte order mark has: 0 if there is none.
    pub(crate) mark_length: usize,
}

/// Finds the characters of a document's bytes.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Unreadable> {
    if bytes.len() > DOCUMENT_SIZE_MAX {
        return Err(Unreadable::TooLarge);
    }
    let (encoding, mark_length) = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => (Encoding::Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16BigEndian, 2),
        [b'<', 0, ..] => (Encoding::Utf16LittleEndian, 0),
        [0, b'<', ..] => (Encoding::Utf16BigEndian, 0),
        _ => (Encoding::Utf8, 0),
    };
    let decoder = match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16LittleEndian => encoding_rs::UTF_16LE,
        Encoding::Utf16BigEndian => encoding_rs::UTF_16BE,
    };
    let bytes = bytes.get(mark_length..).unwrap_or_default();
    let text =
        decoder.decode_without_bom_handling_and_without_replacement(bytes).ok_or(Unreadable::Encoding)?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(Decoded { text, encoding, mark_length })
}

/// Parses a document and holds it against the limits.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, Unreadable> {
    scan::check(text)?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES_MAX, entity_resolver: None };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected => Unreadable::DocumentType,
        Error::NodesLimitReached => Unreadable::OverLimit(Limit::Nodes),
        error => {
            let at = error.pos();
            let detail = error.to_string();
            // The place is told once, by the sentence.
            let detail = detail.strip_suffix(&format!(" at {at}")).unwrap_or(&detail).to_owned();
            Unreadable::NotWellFormed { line: at.row, column: at.col, detail }
        }
    })?;
    let root = document.root_element();
    if !root.tag_name().name().eq_ignore_ascii_case("Products") {
        return Err(Unreadable::NotProducts { root: root.tag_name().name().chars().take(60).collect() });
    }
    if products(&document).nth(PRODUCTS_MAX).is_some() {
        return Err(Unreadable::OverLimit(Limit::Products));
    }
    Ok(document)
}

/// The `Product` elements of a document, in their order.
pub(crate) fn products<'a, 'input>(document: &'a Document<'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    let is_product =
        |node: &Node<'_, '_>| node.is_element() && node.tag_name().name().eq_ignore_ascii_case("Product");
    document.root_element().children().filter(is_product)
}

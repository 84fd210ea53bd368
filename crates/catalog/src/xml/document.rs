//! From bytes to a tree of elements: encodings, limits, and what no update.xml may hold.

use std::borrow::Cow;

use roxmltree::{Document, Error, Node, ParsingOptions};
use text::{Explain, Message, message};

/// The most bytes of an update.xml.
pub const DOCUMENT_SIZE_MAX: usize = 128 * 1024 * 1024;
/// The most products in one update.xml.
pub const PRODUCTS_MAX: usize = 20_000;
/// How deep elements may stand within elements.
pub const DEPTH_MAX: usize = 16;
/// The most nodes (elements, texts, comments) in one update.xml.
const NODES_MAX: u32 = 2_000_000;

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
    /// More nodes than any honest update.xml has, more than [`PRODUCTS_MAX`] products, or deeper than [`DEPTH_MAX`].
    OverLimit {
        /// Which limit.
        limit: &'static str,
    },
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
            Self::OverLimit { limit } => message!("xml-over-limit", limit = *limit),
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

/// The characters of a document, without a byte order mark, and how they were written.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), Unreadable> {
    if bytes.len() > DOCUMENT_SIZE_MAX {
        return Err(Unreadable::TooLarge);
    }
    let (encoding, bytes) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (Encoding::Utf8, rest),
        [0xFF, 0xFE, rest @ ..] => (Encoding::Utf16LittleEndian, rest),
        [0xFE, 0xFF, rest @ ..] => (Encoding::Utf16BigEndian, rest),
        [b'<', 0, ..] => (Encoding::Utf16LittleEndian, bytes),
        [0, b'<', ..] => (Encoding::Utf16BigEndian, bytes),
        _ => (Encoding::Utf8, bytes),
    };
    let decoder = match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16LittleEndian => encoding_rs::UTF_16LE,
        Encoding::Utf16BigEndian => encoding_rs::UTF_16BE,
    };
    let text =
        decoder.decode_without_bom_handling_and_without_replacement(bytes).ok_or(Unreadable::Encoding)?;
    if text.trim().is_empty() { Err(Unreadable::Empty) } else { Ok((text, encoding)) }
}

/// Parses a document and holds it against the limits.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, Unreadable> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES_MAX, entity_resolver: None };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected => Unreadable::DocumentType,
        Error::NodesLimitReached => Unreadable::OverLimit { limit: "nodes" },
        error => {
            let at = error.pos();
            Unreadable::NotWellFormed { line: at.row, column: at.col, detail: error.to_string() }
        }
    })?;
    let root = document.root_element();
    if !root.tag_name().name().eq_ignore_ascii_case("Products") {
        return Err(Unreadable::NotProducts { root: root.tag_name().name().chars().take(60).collect() });
    }
    if is_too_deep(root) {
        return Err(Unreadable::OverLimit { limit: "depth" });
    }
    if products(&document).nth(PRODUCTS_MAX).is_some() {
        return Err(Unreadable::OverLimit { limit: "products" });
    }
    Ok(document)
}

/// The `Product` elements of a document, in their order.
pub(crate) fn products<'a, 'input>(document: &'a Document<'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    let is_product =
        |node: &Node<'_, '_>| node.is_element() && node.tag_name().name().eq_ignore_ascii_case("Product");
    document.root_element().children().filter(is_product)
}

fn is_too_deep(root: Node<'_, '_>) -> bool {
    let mut depth = 0;
    let mut node = root;
    loop {
        if let Some(child) = node.first_element_child() {
            depth += 1;
            node = child;
        } else {
            // Up to the first ancestor with something beside it; the root has nothing beside it and ends the walk.
            loop {
                if node == root {
                    return false;
                }
                if let Some(beside) = node.next_sibling_element() {
                    node = beside;
                    break;
                }
                let Some(parent) = node.parent_element() else { return false };
                depth -= 1;
                node = parent;
            }
        }
        if depth > DEPTH_MAX {
            return true;
        }
    }
}

/// Finds line numbers of rising positions in one pass over the text.
pub(crate) struct Lines<'a> {
    text: &'a [u8],
    position: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), position: 0, line: 1 }
    }

    /// The line of a position, from 1; a position before the last one asked for starts over.
    pub(crate) fn line_at(&mut self, position: usize) -> u32 {
        if position < self.position {
            (self.position, self.line) = (0, 1);
        }
        let between = self.text.get(self.position..position).unwrap_or_default();
        let breaks = between.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        self.position = position;
        self.line
    }
}

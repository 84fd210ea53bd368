//! Changes one product in an update.xml and nothing else: all other bytes stay as they are, bad products, comments and
//! unknown elements among them.
//!
//! A new text is spliced into the old bytes, and before it is handed out it is read again: every other product must stand
//! there as before, and the new one must read as what it is.

use roxmltree::{Document, Node};
use text::{Explain, Message, message};

use super::abridge::Cuts;
use super::document::{self, Unreadable};
use super::element::{Field, ProductElement};
use super::layout::{Layout, lines_of};
use super::lines::Lines;
use super::splice::{Change, Source};
use super::{tree, write};
use crate::{Product, UpgradeCode};

/// Why an update.xml was left as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum EditError {
    /// It cannot be read as it is.
    Unreadable(Unreadable),
    /// It could not be read with the change: a limit would be passed.
    Outgrown(Unreadable),
    /// With the change, another product or the new one would not read as it should.
    NotFaithful,
    /// No product bears this name or code.
    NotFound {
        /// The name or code.
        which: String,
    },
    /// Several products bear this name or code, and all of them was not said.
    Several {
        /// The name or code.
        which: String,
        /// The products.
        entries: Vec<Entry>,
    },
}

/// What came of putting a product in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Put {
    /// The products of the same family that it replaces; none if it was added.
    pub replaced: Vec<Product>,
    /// Entries with the same UpgradeCode that cannot be read and so stay, with their lines as they were.
    pub unreadable: Vec<Entry>,
}

/// One product of an update.xml as its text tells, be it good or bad.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line where it begins, from 1.
    pub line: u32,
    /// Name; its place, such as `#3`, if it has none.
    pub name: String,
    /// Version; empty if it has none.
    pub version: String,
    /// UpgradeCode; empty if it has none.
    pub upgrade_code: String,
    /// ProductCode; empty if it has none.
    pub product_code: String,
}

/// What to do if several products bear the name or code that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Several {
    /// Change nothing.
    Refuse,
    /// Take all of them.
    All,
}

/// Puts a product into an update.xml: in the place of those of its family, else behind all others.
///
/// Nothing, or nothing but blanks, becomes a new update.xml. Line breaks, indents, encoding and byte order mark are those of
/// the document. Entries that cannot be read stay, also one with the same upgrade code.
///
/// # Errors
/// [`EditError`] if the document cannot be read, or not be changed in this way.
pub fn put(document: &[u8], product: &Product) -> Result<(Vec<u8>, Put), EditError> {
    let source = match Source::new(document) {
        Ok(source) => source,
        Err(Unreadable::Empty) => {
            let bytes = write::write(std::slice::from_ref(product)).into_bytes();
            prove(&bytes, &[Expected::New(product)])?;
            return Ok((bytes, Put::default()));
        }
        Err(error) => return Err(EditError::Unreadable(error)),
    };
    let text = source.text();
    let tree = document::parse(text).map_err(EditError::Unreadable)?;
    let lines = Lines::new(text, Cuts::NONE);
    let (mut changes, mut expected, mut put) = (Vec::new(), Vec::new(), Put::default());
    for (place, node) in document::products(&tree).enumerate() {
        let old = tree::product(node);
        if old.is_none() {
            let entry = Entry::new(node, place, &lines);
            let is_alike =
                UpgradeCode::parse(&entry.upgrade_code).is_ok_and(|code| code == product.upgrade_code);
            put.unreadable.extend(is_alike.then_some(entry));
        }
        let Some(old) = old.filter(|old| old.family().meets(&product.family())) else {
            expected.push(Expected::Same(source_of(text, node)));
            continue;
        };
        if put.replaced.is_empty() {
            let new = write::element(product, &Layout::of(text, Some(node)));
            changes.push(Change { range: node.range(), text: new });
            expected.push(Expected::New(product));
        } else {
            changes.push(Change { range: lines_of(text, node.range()), text: String::new() });
        }
        put.replaced.push(old);
    }
    if put.replaced.is_empty() {
        changes.push(addition(text, &tree, product).ok_or(EditError::NotFaithful)?);
        expected.push(Expected::New(product));
    }
    let bytes = source.with(&changes);
    prove(&bytes, &expected)?;
    Ok((bytes, put))
}

/// Takes a product out of an update.xml by its name (in any case), its UpgradeCode or its ProductCode.
///
/// A bad product is found by the same texts.
///
/// # Errors
/// [`EditError`] if the document cannot be read, or if not exactly one product is meant and `several` does not say all.
pub fn remove(document: &[u8], which: &str, several: Several) -> Result<(Vec<u8>, Vec<Entry>), EditError> {
    let source = Source::new(document).map_err(EditError::Unreadable)?;
    let text = source.text();
    let tree = document::parse(text).map_err(EditError::Unreadable)?;
    let lines = Lines::new(text, Cuts::NONE);
    let (mut changes, mut expected, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for (place, node) in document::products(&tree).enumerate() {
        let entry = Entry::new(node, place, &lines);
        if entry.is(which) {
            changes.push(Change { range: lines_of(text, node.range()), text: String::new() });
            entries.push(entry);
        } else {
            expected.push(Expected::Same(source_of(text, node)));
        }
    }
    match (entries.len(), several) {
        (0, _) => return Err(EditError::NotFound { which: which.to_owned() }),
        (1, _) | (_, Several::All) => {}
        (_, Several::Refuse) => return Err(EditError::Several { which: which.to_owned(), entries }),
    }
    let bytes = source.with(&changes);
    prove(&bytes, &expected)?;
    Ok((bytes, entries))
}

/// A product behind all others.
fn addition(text: &str, tree: &Document<'_>, product: &Product) -> Option<Change> {
    let layout = Layout::of(text, document::products(tree).last());
    let mut new = write::element(product, &layout);
    if let Some(indent) = &layout.product_indent {
        new = format!("{}{indent}{new}", layout.line_break);
    }
    let root = tree.root_element().range();
    let root_text = text.get(root.clone())?;
    if let Some(open) = root_text.strip_suffix("/>") {
        let name = open.strip_prefix('<')?.split(|letter: char| letter.is_whitespace()).next()?;
        let end = format!("{}</{name}>", layout.line_break);
        return Some(Change { range: root.start + open.len()..root.end, text: format!(">{new}{end}") });
    }
    // The end tag is the last thing in the root that begins with these two characters.
    let content = root_text.get(..root_text.rfind("</")?)?;
    let end = content.trim_end_matches([' ', '\t', '\r', '\n']).len();
    if layout.product_indent.is_some() && !content.get(end..)?.contains(['\r', '\n']) {
        new.push_str(layout.line_break);
    }
    Some(Change { range: root.start + end..root.start + end, text: new })
}

/// What has to stand in a place of the changed document.
pub(super) enum Expected<'a> {
    /// The text that stood there before.
    Same(&'a str),
    /// This product.
    New(&'a Product),
}

/// Reads a changed document again and compares it with what it has to be.
pub(super) fn prove(bytes: &[u8], expected: &[Expected<'_>]) -> Result<(), EditError> {
    let source = Source::new(bytes).map_err(EditError::Outgrown)?;
    let tree = document::parse(source.text()).map_err(EditError::Outgrown)?;
    let found: Vec<Node<'_, '_>> = document::products(&tree).collect();
    let is_so = |(node, expected): (&Node<'_, '_>, &Expected<'_>)| match expected {
        Expected::Same(before) => source_of(source.text(), *node) == *before,
        Expected::New(product) => tree::product(*node).as_ref() == Some(product),
    };
    let is_faithful = found.len() == expected.len() && found.iter().zip(expected).all(is_so);
    if is_faithful { Ok(()) } else { Err(EditError::NotFaithful) }
}

pub(super) fn source_of<'text>(text: &'text str, node: Node<'_, '_>) -> &'text str {
    text.get(node.range()).unwrap_or_default()
}

impl Entry {
    fn new(node: Node<'_, '_>, place: usize, lines: &Lines<'_>) -> Self {
        Self::of(&tree::product_element(node, Cuts::NONE), place, lines)
    }

    pub(super) fn of(element: &ProductElement<'_>, place: usize, lines: &Lines<'_>) -> Self {
        let text = |field| element.value(field).map(|value| value.text.to_string());
        Self {
            line: lines.line_at(element.position),
            name: text(Field::Name).unwrap_or_else(|| format!("#{}", place + 1)),
            version: text(Field::Version).unwrap_or_default(),
            upgrade_code: text(Field::UpgradeCode).unwrap_or_default(),
            product_code: text(Field::ProductCode).unwrap_or_default(),
        }
    }

    /// Whether a name or a code means this entry.
    fn is(&self, which: &str) -> bool {
        let which = which.trim();
        if which.is_empty() {
            return false;
        }
        // Both kinds of code have the same form; an unreadable one is still found by its letters.
        let code = UpgradeCode::parse(which).ok();
        let codes = [&self.upgrade_code, &self.product_code];
        let is_code = |own: &&String| {
            own.eq_ignore_ascii_case(which) || (code.is_some() && UpgradeCode::parse(own).ok() == code)
        };
        self.name.to_lowercase() == which.to_lowercase() || codes.iter().any(is_code)
    }
}

impl std::fmt::Display for Entry {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts = [&self.name, &self.version, &self.product_code];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        formatter.write_str(&parts.join(" "))
    }
}

impl Explain for EditError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable(reason) => reason.message(),
            Self::Outgrown(reason) => message!("edit-outgrown", reason = reason.message()),
            Self::NotFaithful => message!("edit-not-faithful"),
            Self::NotFound { which } => message!("edit-not-found", which = which),
            Self::Several { which, entries } => {
                let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
                message!("edit-several", which = which, entries = entries.join(", "))
            }
        }
    }
}

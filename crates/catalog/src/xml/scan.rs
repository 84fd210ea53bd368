//! A first look over a document's tags, before a tree is built from them.
//!
//! Where tags hold thousands of attributes or namespace declarations, or stand thousands deep, a tree costs time and memory
//! that grow faster than the document. No honest update.xml has any of that, so it is refused here, in one pass that keeps
//! nothing. Whether the document is well-formed is not judged: what builds the tree does that, and stops where this pass loses
//! its way.

use std::ops::Range;

use memchr::memchr;
use memchr::memmem::{find, find_iter};

use super::document::{Limit, Unreadable};

/// How deep elements may stand within elements.
pub const DEPTH_MAX: usize = 16;
/// The most bytes of one tag; update.xml knows no attributes, and a few do no harm.
pub const TAG_LENGTH_MAX: usize = 1024;
/// The most namespace declarations in one document.
pub const NAMESPACES_MAX: usize = 16;

/// One piece of markup: a tag, a comment, or the like.
#[derive(Debug)]
pub(super) struct Markup {
    pub(super) kind: MarkupKind,
    /// Where it is, with its brackets.
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkupKind {
    StartTag,
    /// Start tag and end tag in one.
    EmptyTag,
    EndTag,
    /// A comment, a CDATA section or a processing instruction.
    Other,
}

/// Holds a document's tags against the limits.
pub(super) fn check(text: &str) -> Result<(), Unreadable> {
    let (mut depth, mut namespaces) = (0_usize, 0_usize);
    for markup in markups(text) {
        let Markup { kind, range } = markup?;
        match kind {
            MarkupKind::Other => {}
            MarkupKind::EndTag => depth = depth.saturating_sub(1),
            MarkupKind::StartTag | MarkupKind::EmptyTag => {
                if depth > DEPTH_MAX {
                    return Err(Unreadable::OverLimit(Limit::Depth));
                }
                depth += usize::from(kind == MarkupKind::StartTag);
                namespaces += declarations(text.as_bytes().get(range).unwrap_or_default());
                if namespaces > NAMESPACES_MAX {
                    return Err(Unreadable::OverLimit(Limit::Namespaces));
                }
            }
        }
    }
    Ok(())
}

/// The markup of a document in its order, to its end or to where no reader goes on.
///
/// The only error is a tag over [`TAG_LENGTH_MAX`].
pub(super) fn markups(text: &str) -> impl Iterator<Item = Result<Markup, Unreadable>> {
    let mut position = 0;
    std::iter::from_fn(move || {
        let start = position + memchr(b'<', text.as_bytes().get(position..)?)?;
        let (kind, length) = match measured(text.as_bytes().get(start..)?) {
            Ok(found) => found?,
            Err(error) => return Some(Err(error)),
        };
        position = start + length;
        Some(Ok(Markup { kind, range: start..position }))
    })
}

/// What begins here and how long it is; `None` if it does not end.
fn measured(rest: &[u8]) -> Result<Option<(MarkupKind, usize)>, Unreadable> {
    let other = |end: Option<usize>, around: usize| Ok(end.map(|end| (MarkupKind::Other, end + around)));
    match rest {
        [b'<', b'!', b'-', b'-', inside @ ..] => other(find(inside, b"-->"), 7),
        [b'<', b'!', b'[', inside @ ..] => other(find(inside, b"]]>"), 6),
        // A document type declaration, or nothing known: the reader goes no further than here.
        [b'<', b'!', ..] => Ok(None),
        [b'<', b'?', inside @ ..] => other(find(inside, b"?>"), 4),
        [b'<', b'/', inside @ ..] => Ok(memchr(b'>', inside).map(|end| (MarkupKind::EndTag, end + 3))),
        _ => {
            let Some(tag) = tag(rest)? else { return Ok(None) };
            let kind = if tag.ends_with(b"/>") { MarkupKind::EmptyTag } else { MarkupKind::StartTag };
            Ok(Some((kind, tag.len())))
        }
    }
}

/// How many namespaces a tag declares at most.
fn declarations(tag: &[u8]) -> usize {
    // Without attributes it declares none, whatever its name.
    if memchr(b'=', tag).is_some() { find_iter(tag, b"xmlns").count() } else { 0 }
}

/// The tag that begins here, with its brackets; `None` if it does not end.
fn tag(rest: &[u8]) -> Result<Option<&[u8]>, Unreadable> {
    let mut quote = None;
    for (at, &byte) in rest.iter().enumerate().take(TAG_LENGTH_MAX) {
        match (quote, byte) {
            (None, b'>') => return Ok(rest.get(..=at)),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    if rest.len() > TAG_LENGTH_MAX { Err(Unreadable::OverLimit(Limit::TagLength)) } else { Ok(None) }
}

//! A first look over a document's tags, before a tree is built from them.
//!
//! Where tags hold thousands of attributes or namespace declarations, or stand thousands deep, a tree costs time and memory
//! that grow faster than the document. No honest update.xml has any of that, so it is refused here, in one pass that keeps
//! nothing. Whether the document is well-formed is not judged: what builds the tree does that, and stops where this pass loses
//! its way.

use memchr::memchr;
use memchr::memmem::{find, find_iter};

use super::document::{Limit, Unreadable};

/// How deep elements may stand within elements.
pub const DEPTH_MAX: usize = 16;
/// The most bytes of one tag; update.xml knows no attributes, and a few do no harm.
pub const TAG_LENGTH_MAX: usize = 1024;
/// The most namespace declarations in one document.
pub const NAMESPACES_MAX: usize = 16;

/// Holds a document's tags against the limits.
pub(super) fn check(text: &str) -> Result<(), Unreadable> {
    let mut rest = text.as_bytes();
    let (mut depth, mut namespaces) = (0_usize, 0_usize);
    while let Some(start) = memchr(b'<', rest) {
        rest = rest.get(start..).unwrap_or_default();
        let length = match rest {
            [b'<', b'!', b'-', b'-', inside @ ..] => find(inside, b"-->").map(|end| end + 4),
            [b'<', b'!', b'[', inside @ ..] => find(inside, b"]]>").map(|end| end + 3),
            // A document type declaration, or nothing known: the reader goes no further than here.
            [b'<', b'!', ..] => None,
            [b'<', b'?', inside @ ..] => find(inside, b"?>").map(|end| end + 2),
            [b'<', b'/', ..] => {
                depth = depth.saturating_sub(1);
                Some(2)
            }
            _ => {
                let Some(tag) = tag(rest)? else { break };
                if depth > DEPTH_MAX {
                    return Err(Unreadable::OverLimit(Limit::Depth));
                }
                namespaces += find_iter(tag, b"xmlns").count();
                if namespaces > NAMESPACES_MAX {
                    return Err(Unreadable::OverLimit(Limit::Namespaces));
                }
                depth += usize::from(!tag.ends_with(b"/>"));
                Some(tag.len())
            }
        };
        // Without an end there is nothing behind it for the reader either.
        let Some(length) = length else { break };
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(())
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

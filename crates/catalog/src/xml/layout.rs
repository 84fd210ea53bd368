//! How a document is laid out: its line breaks, its indents, and the lines that a product fills.

use std::ops::Range;

use roxmltree::Node;

/// How a document breaks and indents its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Layout {
    /// What ends a line.
    pub(crate) line_break: &'static str,
    /// What stands before a product that has a line of its own; `None` where products follow each other on a line.
    pub(crate) product_indent: Option<String>,
    /// What stands before a product's elements that have lines of their own; `None` where they follow each other.
    pub(crate) element_indent: Option<String>,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            line_break: "\n",
            product_indent: Some("  ".to_owned()),
            element_indent: Some("    ".to_owned()),
        }
    }
}

impl Layout {
    /// The layout of a document, as one of its products shows it.
    pub(super) fn of(text: &str, product: Option<Node<'_, '_>>) -> Self {
        let line_break = line_break(text);
        let Some(product) = product else { return Self { line_break, ..Self::default() } };
        let indent = |position| blanks_before(text, position).map(str::to_owned);
        let product_indent = indent(product.range().start);
        let element_indent = match product.first_element_child() {
            Some(element) => indent(element.range().start),
            None => product_indent
                .as_ref()
                .map(|outer| if outer.is_empty() { "  ".into() } else { outer.repeat(2) }),
        };
        Self { line_break, product_indent, element_indent }
    }
}

fn line_break(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text.get(..at).is_some_and(|before| before.ends_with('\r')) => "\r\n",
        _ => "\n",
    }
}

/// The blanks between the beginning of a line and a position; `None` if anything else stands there.
fn blanks_before(text: &str, position: usize) -> Option<&str> {
    let before = text.get(..position)?;
    let blanks = before.get(before.trim_end_matches([' ', '\t']).len()..)?;
    let line = before.strip_suffix(blanks)?;
    (line.is_empty() || line.ends_with(['\n', '\r'])).then_some(blanks)
}

/// What to take out with an element: its whole lines where nothing else stands on them, else itself alone.
pub(super) fn lines_of(text: &str, element: Range<usize>) -> Range<usize> {
    let whole = || {
        let start = element.start - blanks_before(text, element.start)?.len();
        let after = text.get(element.end..)?;
        let rest = after.trim_start_matches([' ', '\t']);
        let line_break = ["\r\n", "\n", "\r"].into_iter().find(|&ending| rest.starts_with(ending))?;
        Some(start..element.end + (after.len() - rest.len()) + line_break.len())
    };
    whole().unwrap_or(element.clone())
}

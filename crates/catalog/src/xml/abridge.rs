//! A document without its long texts.
//!
//! Nine tenths of a real update.xml are icons in Base64, in which there is nothing for an XML reader to find, and which it would
//! look at letter by letter. So a long text that is all of an element's content stands in the abridged document as one letter.
//! What is cut is plain character data, so the abridged document is well-formed exactly if the whole one is.

use std::borrow::Cow;

use super::character_data::meaning;
use super::scan::{Markup, MarkupKind, markups};

/// The shortest text that is worth a cut, in bytes.
const TEXT_LENGTH_MIN: usize = 512;
/// What stands for a text.
const STAND_IN: &str = "A";

/// A document whose long texts are cut out.
pub(super) struct Abridged<'a> {
    /// The document, each long text being one letter.
    pub(super) text: Cow<'a, str>,
    /// What was cut out.
    pub(super) cuts: Cuts<'a>,
}

/// What was cut out of a document, in its order.
pub(super) struct Cuts<'a>(Vec<Cut<'a>>);

/// One text that was cut out.
struct Cut<'a> {
    /// Where its letter stands in the abridged document.
    place: usize,
    /// Where the whole document goes on behind it.
    end: usize,
    /// What it means.
    text: Cow<'a, str>,
}

impl<'a> Abridged<'a> {
    /// Cuts the long texts out of a document.
    pub(super) fn new(whole: &'a str) -> Self {
        let mut text = String::new();
        let mut cuts = Vec::new();
        let (mut kept, mut before) = (0, None::<Markup>);
        for markup in markups(whole).map_while(Result::ok) {
            if let Some(content) = content(whole, before.as_ref(), &markup)
                && let Some(meaning) = meaning(content)
            {
                text.push_str(whole.get(kept..markup.range.start - content.len()).unwrap_or_default());
                cuts.push(Cut { place: text.len(), end: markup.range.start, text: meaning });
                text.push_str(STAND_IN);
                kept = markup.range.start;
            }
            before = Some(markup);
        }
        if cuts.is_empty() {
            return Self { text: Cow::Borrowed(whole), cuts: Cuts(cuts) };
        }
        text.push_str(whole.get(kept..).unwrap_or_default());
        Self { text: Cow::Owned(text), cuts: Cuts(cuts) }
    }
}

impl Cuts<'static> {
    /// Of a document that is whole.
    pub(super) const NONE: &'static Self = &Cuts(Vec::new());
}

impl Cuts<'_> {
    /// The meaning of the text that stood at a place of the abridged document.
    pub(super) fn at(&self, place: usize) -> Option<&str> {
        let found = self.0.binary_search_by_key(&place, |cut| cut.place).ok()?;
        self.0.get(found).map(|cut| &*cut.text)
    }

    /// Where a place of the abridged document is in the whole one.
    pub(super) fn in_whole(&self, place: usize) -> usize {
        let before = self.0.partition_point(|cut| cut.place < place);
        let last = before.checked_sub(1).and_then(|last| self.0.get(last));
        last.map_or(place, |cut| cut.end + (place - cut.place - STAND_IN.len()))
    }
}

/// The long text between a start tag and an end tag.
fn content<'a>(whole: &'a str, before: Option<&Markup>, markup: &Markup) -> Option<&'a str> {
    let before = before.filter(|before| before.kind == MarkupKind::StartTag)?;
    let content = whole.get(before.range.end..markup.range.start)?;
    (markup.kind == MarkupKind::EndTag && content.len() >= TEXT_LENGTH_MIN).then_some(content)
}

#[cfg(test)]
mod tests {
    use super::{Abridged, TEXT_LENGTH_MIN};
    use crate::xml::element::Field;
    use crate::xml::{document, tree};

    fn long() -> String {
        "QUJD".repeat(TEXT_LENGTH_MIN / 4)
    }

    #[test]
    fn only_long_texts_that_are_all_of_an_element_are_cut() {
        let long = long();
        let check = |whole: &str, abridged: &str| assert_eq!(Abridged::new(whole).text, abridged, "{whole}");
        check(&format!("<a>{long}</a>"), "<a>A</a>");
        check(&format!("<a>\r\n {long}\r\n</a><b>{long}&amp;</b> "), "<a>A</a><b>A</b> ");
        check(&format!("<!-- > --><a b='>'>{long}</a><?x>?>"), "<!-- > --><a b='>'>A</a><?x>?>");
        check("<a>QUJD</a>", "<a>QUJD</a>");
        for whole in [
            format!("<a>{long}&nbsp;</a>"),
            format!("<a>{long}\u{1}</a>"),
            format!("<a>{long}]]></a>"),
            format!("<a>{long}<b/></a>"),
            format!("<a><b/>{long}</a>"),
            format!("<a>{long}<!-- --></a>"),
            format!("<a><!-- -->{long}</a>"),
            format!("<a><![CDATA[{long}]]></a>"),
            format!("<a><![CDATA[<b>{long}</b>]]></a>"),
            format!("<!-- <b>{long}</b> --><a/>"),
            format!("<a b='<b>{long}</b>'/>"),
            format!("<a {long}"),
            format!("{long}<a/>"),
            format!("<a/>{long}"),
        ] {
            check(&whole, &whole);
        }
    }

    /// What a document says of a product: where each value stands in the whole, and what it is.
    fn told(whole: &str, abridged: &Abridged<'_>) -> Option<Vec<(usize, String)>> {
        let tree = document::parse(&abridged.text).ok()?;
        assert!(whole.contains("Name"), "there is something to tell");
        let fields = [Field::Name, Field::Description, Field::Url];
        let told = tree::product_elements(&tree, &abridged.cuts).flat_map(|product| {
            let values = fields.into_iter().filter_map(|field| {
                let value = product.value(field)?;
                Some((abridged.cuts.in_whole(value.position), value.text.to_string()))
            });
            values.collect::<Vec<_>>()
        });
        Some(told.collect())
    }

    #[test]
    fn an_abridged_document_says_what_the_whole_one_says() {
        let (long, crlf) = (long(), format!("{}\r\n\r{}", long(), long()));
        let product =
            format!("<Product><Name>N</Name><Description>|{crlf}|</Description><URL>u</URL>|</Product>");
        let whole = format!("|<Products>{product}<Product><Name>{long}</Name></Product></Products>");
        let mut well_formed = 0;
        for part in [
            "",
            "x",
            "&amp;",
            "&#13;",
            "&",
            "\r",
            "<",
            ">",
            "\"",
            "'",
            "/",
            "]]>",
            "<!-- -->",
            "<!-- > <a> -->",
            "<!--",
            "-->",
            "<![CDATA[<b>]]>",
            "<![CDATA[",
            "<?x?>",
            "<?x",
            "<b/>",
            "<b>x</b>",
            "<b c='>'/>",
            "<b c=\"",
            "</b>",
            "<b>",
            "</Description>",
            "</Name>",
            "\u{1}",
            "ä",
            "<!DOCTYPE a>",
            "</",
        ] {
            for place in 0..whole.matches('|').count() {
                let pieces = whole.split('|').enumerate();
                let whole: String = pieces
                    .map(|(at, piece)| if at == place { format!("{piece}{part}") } else { piece.into() })
                    .collect();
                let abridged = Abridged::new(&whole);
                let uncut = Abridged { text: whole.as_str().into(), cuts: super::Cuts(Vec::new()) };
                let expected = told(&whole, &uncut);
                well_formed += usize::from(expected.is_some());
                assert_eq!(told(&whole, &abridged), expected, "{part} in place {place}");
            }
        }
        assert!(well_formed > 30, "{well_formed} were well-formed");
    }
}

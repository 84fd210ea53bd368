//! A document without the letters of its icons.
//!
//! Nine tenths of a real update.xml are Base64, in which there is nothing for an XML reader to find, and which it would look at letter
//! by letter. So long runs of Base64 between two tags are decoded at once and stand in the abridged document as one letter.
//! What is cut holds neither markup nor anything that XML forbids, so the abridged document is well-formed exactly if the whole one is.

use std::borrow::Cow;
use std::cell::Cell;

use memchr::{memchr, memrchr};

/// The shortest run that is worth a cut, in bytes.
const RUN_LENGTH_MIN: usize = 512;
/// What stands for a run.
const STAND_IN: &str = "A";

/// A document whose long runs of Base64 are cut out.
pub(super) struct Abridged<'a> {
    /// The document, each run being one letter.
    pub(super) text: Cow<'a, str>,
    cuts: Cuts<'a>,
}

/// What was cut out of a document; none where it is whole.
#[derive(Default)]
pub(super) struct Cuts<'a>(Vec<Cut<'a>>);

/// One run of Base64 that was cut out.
pub(super) struct Cut<'a> {
    /// Where its letter stands in the abridged document.
    place: usize,
    /// Where it began in the whole document.
    begin: usize,
    /// The run as it was written.
    pub(super) written: &'a str,
    /// What it means; for one to take.
    pub(super) bytes: Cell<Vec<u8>>,
}

impl<'a> Abridged<'a> {
    /// Cuts the long runs of Base64 out of a document.
    pub(super) fn new(whole: &'a str) -> Self {
        let bytes = whole.as_bytes();
        let mut text = String::new();
        let mut cuts = Vec::new();
        let (mut kept, mut position) = (0, 0);
        while let Some(length) = memchr(b'<', bytes.get(position..).unwrap_or_default()) {
            let tag = position + length;
            if length >= RUN_LENGTH_MIN
                && let Some((begin, written, bytes)) = run(whole, position, tag)
            {
                text.push_str(whole.get(kept..begin).unwrap_or_default());
                cuts.push(Cut { place: text.len(), begin, written, bytes: Cell::new(bytes) });
                text.push_str(STAND_IN);
                kept = tag;
            }
            position = tag + 1;
        }
        if cuts.is_empty() {
            return Self { text: Cow::Borrowed(whole), cuts: Cuts::default() };
        }
        text.push_str(whole.get(kept..).unwrap_or_default());
        Self { text: Cow::Owned(text), cuts: Cuts(cuts) }
    }

    /// The document and what was cut out of it.
    pub(super) fn parts(&self) -> (&str, &Cuts<'a>) {
        (&self.text, &self.cuts)
    }
}

impl<'a> Cuts<'a> {
    /// The run that stands at a place of the abridged document.
    pub(super) fn at(&self, place: usize) -> Option<&Cut<'a>> {
        let found = self.0.binary_search_by_key(&place, |cut| cut.place).ok()?;
        self.0.get(found)
    }

    /// Where a place of the abridged document is in the whole one.
    pub(super) fn in_whole(&self, place: usize) -> usize {
        let before = self.0.partition_point(|cut| cut.place < place);
        let last = before.checked_sub(1).and_then(|last| self.0.get(last));
        last.map_or(place, |cut| cut.begin + cut.written.len() + (place - cut.place - STAND_IN.len()))
    }
}

/// The run of Base64 that ends at the tag: all that stands between the tag before and this one.
fn run(whole: &str, from: usize, tag: usize) -> Option<(usize, &str, Vec<u8>)> {
    let begin = from + memrchr(b'>', whole.as_bytes().get(from..tag)?)? + 1;
    let written = whole.get(begin..tag).filter(|written| written.len() >= RUN_LENGTH_MIN)?;
    // A form feed is a blank to the decoder and forbidden in XML.
    if memchr(b'\x0c', written.as_bytes()).is_some() {
        return None;
    }
    let bytes = base64_simd::forgiving_decode_to_vec(written.as_bytes()).ok()?;
    Some((begin, written, bytes))
}

#[cfg(test)]
mod tests {
    use super::{Abridged, RUN_LENGTH_MIN};

    #[test]
    fn only_long_runs_of_base64_between_two_tags_are_cut() {
        let long = "QUJD".repeat(RUN_LENGTH_MIN / 4);
        let check = |whole: &str, abridged: &str| {
            assert_eq!(Abridged::new(whole).text, abridged, "{whole}");
        };
        check(&format!("<a>{long}</a>"), "<a>A</a>");
        check(&format!("<a>\r\n {long}\r\n</a><b>{long}</b> "), "<a>A</a><b>A</b> ");
        check("<a>QUJD</a>", "<a>QUJD</a>");
        for whole in [
            format!("<a>{long}&amp;</a>"),
            format!("<a>{long}ä</a>"),
            format!("<a>{long}\u{c}</a>"),
            format!("<a>{long}\u{1}</a>"),
            format!("<a>{long}]]></a>"),
            format!("<a><![CDATA[{long}]]></a>"),
            format!("<a {long}"),
            format!("{long}<a/>"),
            format!("<a/>{long}"),
        ] {
            check(&whole, &whole);
        }
    }

    #[test]
    fn places_are_found_again_in_the_whole() {
        let long = "QUJD".repeat(RUN_LENGTH_MIN / 4);
        let whole = format!("<a>{long}</a><b/><c>{long}</c><d/>");
        let abridged = Abridged::new(&whole);
        let (text, cuts) = abridged.parts();
        for tag in ["<a>", "</a>", "<b/>", "<c>", "</c>", "<d/>"] {
            assert_eq!(cuts.in_whole(text.find(tag).unwrap()), whole.find(tag).unwrap(), "{tag}");
        }
        let first = cuts.at(text.find('A').unwrap()).unwrap();
        assert_eq!((first.written, first.bytes.take().len()), (long.as_str(), RUN_LENGTH_MIN / 4 * 3));
        assert!(cuts.at(0).is_none());
    }
}

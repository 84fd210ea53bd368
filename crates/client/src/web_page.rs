//! Whether a document is a web page, which people often find where an update.xml should be. Pure.

/// How many bytes are looked at.
const BEGINNING_SIZE: usize = 4 * 1024;

/// Whether a document begins as a web page does: with `<!DOCTYPE html` or `<html`, comments and XML's own line aside.
#[must_use]
pub fn is_web_page(document: &[u8]) -> bool {
    let beginning = document.get(..BEGINNING_SIZE).unwrap_or(document);
    let text = String::from_utf8_lossy(beginning).to_ascii_lowercase();
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while let Some(behind) = behind(rest, "<!--", "-->").or_else(|| behind(rest, "<?", "?>")) {
        rest = behind;
    }
    let is_word = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_alphanumeric());
    rest.strip_prefix("<html").is_some_and(is_word)
        || rest
            .strip_prefix("<!doctype")
            .is_some_and(|name| name.trim_start().strip_prefix("html").is_some_and(is_word))
}

/// What stands behind a comment or the like that a text begins with.
fn behind<'a>(text: &'a str, begin: &str, end: &str) -> Option<&'a str> {
    let (_, behind) = text.strip_prefix(begin)?.split_once(end)?;
    Some(behind.trim_start())
}

#[cfg(test)]
mod tests {
    use super::is_web_page;

    #[test]
    fn a_web_page_is_known_by_its_beginning() {
        let check = |document: &[u8], expected| {
            assert_eq!(is_web_page(document), expected, "{}", String::from_utf8_lossy(document));
        };
        check(b"<!DOCTYPE html><html>", true);
        check(b"\xef\xbb\xbf \r\n<!doctype  HTML PUBLIC \"x\">", true);
        check(b"<HTML lang=\"de\">", true);
        check(b"<!-- saved --><!-- twice -->\n<html>", true);
        check(b"<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\">", true);
        check(b"<html", true);
        check(b"<htmlx>", false);
        check(b"<?xml version=\"1.0\"?><Products/>", false);
        check(b"<!DOCTYPE Products [<!ENTITY html \"x\">]><Products/>", false);
        check(b"<!-- <html> --><Products/>", false);
        check(b"<!-- <html>", false);
        check(b"Not found", false);
        check(b"", false);
    }
}

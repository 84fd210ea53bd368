//! Addresses of pages that hold what people have written.

use url::form_urlencoded;

/// Parts of paths that stand for something else than a name; a name like that is written with a percent sign, and so told apart.
const TAKEN: [&str; 3] = ["new", "import", "hand-out"];

/// A text as one part of a path: every byte but those that never mean anything else is written with a percent sign.
pub(super) fn segment(text: &str) -> String {
    let is_taken = TAKEN.contains(&text);
    let plain = |place: usize, byte: u8| {
        (byte.is_ascii_alphanumeric() || b"-_~".contains(&byte)) && !(is_taken && place == 0)
    };
    let write = |(place, byte): (usize, u8)| {
        if plain(place, byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().enumerate().map(write).collect()
}

/// A path with a query of these names and values; what is empty is left out.
pub(super) fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()));
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::{segment, with_query};

    #[test]
    fn whatever_a_name_is_it_stays_one_part_of_a_path() {
        let check = |text: &str, expected: &str| assert_eq!(segment(text), expected);
        check("anna", "anna");
        check("Jörg Müller", "J%C3%B6rg%20M%C3%BCller");
        check("a/../b?c#d&e%", "a%2F%2E%2E%2Fb%3Fc%23d%26e%25");
        check("new", "%6Eew");
        check("import", "%69mport");
        check("\"><script>", "%22%3E%3Cscript%3E");
    }

    #[test]
    fn a_query_holds_what_is_asked_for() {
        assert_eq!(with_query("/a", &[("b", ""), ("c", "d e&f")]), "/a?c=d+e%26f");
        assert_eq!(with_query("/a", &[("b", "")]), "/a");
    }
}

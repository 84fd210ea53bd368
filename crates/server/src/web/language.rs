//! Which language a request asks for.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use text::Language;

/// How many languages of a request are looked at.
const LANGUAGES_MAX: usize = 16;

/// The language that a request prefers among those that are spoken where it goes; English if none of them.
///
/// Pages for everybody speak [`Language::ALL`]; pages for administrators, the API, and errors in plain text speak
/// [`Language::COMPLETE`].
pub(super) fn preferred(headers: &HeaderMap, spoken: &[Language]) -> Language {
    let value = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut tags: Vec<(&str, f32)> =
        value.unwrap_or_default().split(',').take(LANGUAGES_MAX).map(weighed).collect();
    // Stable: of two with the same weight the first stands first.
    tags.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    Language::preferred(tags.into_iter().filter(|(_, weight)| *weight > 0.0).map(|(tag, _)| tag), spoken)
}

fn weighed(part: &str) -> (&str, f32) {
    let (tag, parameters) = part.split_once(';').unwrap_or((part, ""));
    let weight = parameters.trim().strip_prefix("q=").map_or(Some(1.0), |weight| weight.trim().parse().ok());
    (tag.trim(), weight.unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;
    use text::Language::{self, English, French, German};

    fn preferred(header: &str, spoken: &[Language]) -> Language {
        let headers = HeaderMap::from_iter([("accept-language".parse().unwrap(), header.parse().unwrap())]);
        super::preferred(&headers, spoken)
    }

    #[test]
    fn the_heaviest_spoken_language_wins() {
        let check = |header: &str, expected: Language| {
            assert_eq!(preferred(header, &Language::COMPLETE), expected, "{header}");
        };
        check("de", German);
        check("de-AT,de;q=0.9,en;q=0.8", German);
        check("en;q=0.8, de;q=0.9", German);
        check("fr, de;q=0.5, en;q=0.4", German);
        check("de;q=0, fr", English);
        check("en, de", English);
        check("*", English);
        check("", English);
        check("de;q=x", English);
        assert_eq!(super::preferred(&HeaderMap::new(), &Language::COMPLETE), English);
    }

    #[test]
    fn everybodys_pages_speak_more_languages() {
        assert_eq!(preferred("fr, de;q=0.5", &Language::ALL), French);
        assert_eq!(preferred("it, fr-CH;q=0.5", &Language::ALL), French);
    }
}

//! Which language a request asks for.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use catalog::Locale;
use text::Language;

use super::pages::chosen_language;

/// How many languages of a request are looked at.
const LANGUAGES_MAX: usize = 16;

/// The languages that are spoken at an address: on pages for everybody all of them, elsewhere those that are complete.
pub(super) fn spoken_at(path: &str) -> &'static [Language] {
    let is_below =
        |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if ["/admin", "/ajax", "/api"].into_iter().any(is_below) { &Language::COMPLETE } else { &Language::ALL }
}

/// The language that a request prefers among those that are spoken where it goes: the one that was chosen on a page, else by
/// `Accept-Language`; English if none of them.
pub(super) fn preferred(headers: &HeaderMap, spoken: &[Language]) -> Language {
    let chosen = chosen_language(headers).and_then(|tag| Language::from_tag(&tag));
    if let Some(chosen) = chosen.filter(|language| spoken.contains(language)) {
        return chosen;
    }
    let value = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut tags: Vec<(&str, f32)> =
        value.unwrap_or_default().split(',').take(LANGUAGES_MAX).map(weighed).collect();
    // Stable: of two with the same weight the first stands first.
    tags.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    Language::preferred(tags.into_iter().filter(|(_, weight)| *weight > 0.0).map(|(tag, _)| tag), spoken)
}

/// What the person of a request reads, by `Accept-Language`: the locale of most weight.
pub(super) fn reading(headers: &HeaderMap) -> Option<Locale> {
    let value = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let tags = value.split(',').take(LANGUAGES_MAX).map(weighed).filter(|(_, weight)| *weight > 0.0);
    let locales = tags.filter_map(|(tag, weight)| Some((Locale::parse(tag).ok()?, weight)));
    // Of two with the same weight the first.
    let heaviest = locales.reduce(|best, next| if next.1 > best.1 { next } else { best });
    heaviest.map(|(locale, _)| locale)
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
    fn what_a_person_reads_is_the_heaviest_locale() {
        let check = |header: &str, expected: Option<&str>| {
            let headers =
                HeaderMap::from_iter([("accept-language".parse().unwrap(), header.parse().unwrap())]);
            let locale = super::reading(&headers).map(|locale| locale.to_string());
            assert_eq!(locale.as_deref(), expected, "{header}");
        };
        check("de-DE,de;q=0.9,en;q=0.8", Some("de_DE"));
        check("en;q=0.8, de-AT;q=0.9", Some("de_AT"));
        check("sv", Some("sv"));
        check("*, fr-FR;q=0.5", Some("fr_FR"));
        check("de;q=0", None);
        check("*", None);
        check("", None);
    }

    #[test]
    fn a_chosen_language_comes_first_where_it_is_spoken() {
        let check = |cookie: &str, spoken: &[Language], expected: Language| {
            let headers = [("accept-language", "de"), ("cookie", cookie)];
            let headers = headers.map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
            let headers = HeaderMap::from_iter(headers);
            assert_eq!(super::preferred(&headers, spoken), expected, "{cookie} {spoken:?}");
        };
        check("oxupdated-language=fr", &Language::ALL, French);
        check("oxupdated-language=fr", &Language::COMPLETE, German);
        check("oxupdated-language=en", &Language::COMPLETE, English);
        check("oxupdated-language=xx", &Language::ALL, German);
        check("a=fr", &Language::ALL, German);
    }

    #[test]
    fn administrators_and_programs_are_spoken_to_in_complete_languages() {
        let check =
            |path: &str, expected: &[Language]| assert_eq!(super::spoken_at(path), expected, "{path}");
        check("/", &Language::ALL);
        check("/sign-in", &Language::ALL);
        check("/administer", &Language::ALL);
        check("/admin", &Language::COMPLETE);
        check("/admin/users", &Language::COMPLETE);
        check("/ajax/updater/update.xml", &Language::COMPLETE);
        check("/api/v1/me", &Language::COMPLETE);
    }

    #[test]
    fn everybodys_pages_speak_more_languages() {
        assert_eq!(preferred("fr, de;q=0.5", &Language::ALL), French);
        assert_eq!(preferred("it, fr-CH;q=0.5", &Language::ALL), French);
    }
}

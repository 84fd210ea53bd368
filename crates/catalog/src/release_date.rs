//! When a product was released, as update.xml tells it.

use std::fmt;

use jiff::civil::Date;

/// A release date: a day where the text is one, else the text as it is, for the original allowed any.
///
/// It informs a person and never decides anything. Source: the original's server wrote `21.09.2009`; its successor free text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReleaseDate {
    /// A day, written `dd.MM.yyyy`.
    Day(Date),
    /// Any other text, kept as it is.
    Text(String),
}

impl ReleaseDate {
    /// Reads `21.09.2009`, `2009-09-21` or any other text; `None` for an empty one.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let written = written.trim();
        if written.is_empty() {
            return None;
        }
        Some(day(written).map_or_else(|| Self::Text(written.to_owned()), Self::Day))
    }
}

fn day(written: &str) -> Option<Date> {
    let (mut parts, year_first) = match (written.contains('.'), written.contains('-')) {
        (true, false) => (written.split('.'), false),
        (false, true) => (written.split('-'), true),
        _ => return None,
    };
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, day) = if year_first { (first, last) } else { (last, first) };
    let digits = |text: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !(digits(year, 4..=4) && digits(month, 1..=2) && digits(day, 1..=2)) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

impl fmt::Display for ReleaseDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(formatter, "{:02}.{:02}.{:04}", day.day(), day.month(), day.year()),
            Self::Text(text) => formatter.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ReleaseDate;

    #[test]
    fn days_are_read_in_two_forms_and_other_text_is_kept() {
        let check = |written: &str, shown: &str, is_day: bool| {
            let date = ReleaseDate::parse(written).unwrap();
            assert_eq!(date.to_string(), shown, "{written}");
            assert_eq!(matches!(date, ReleaseDate::Day(_)), is_day, "{written}");
            assert_eq!(ReleaseDate::parse(&date.to_string()), Some(date));
        };
        check("21.09.2009", "21.09.2009", true);
        check(" 2009-09-21 ", "21.09.2009", true);
        check("1.2.2020", "01.02.2020", true);
        check("31.02.2020", "31.02.2020", false);
        check("09/21/2009", "09/21/2009", false);
        check("21.09.09", "21.09.09", false);
        check("autumn 2009", "autumn 2009", false);
        check("2009-09.21", "2009-09.21", false);
        check("+1.+2.2020", "+1.+2.2020", false);
    }

    #[test]
    fn an_empty_date_is_none() {
        assert_eq!(ReleaseDate::parse("  "), None);
    }
}

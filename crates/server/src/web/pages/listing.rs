//! What the pages of long lists share: their addresses, what is wrong with a filter, and choices.

use axum::http::StatusCode;
use maud::{Markup, Render, html};
use serde::{Deserialize, Serialize};
use text::{Explain, Language, Message};

use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::visit::Visit;
use crate::error::{Error, Result};
use crate::model::slice::{Listed, Slice};

/// How many lines of a list stand on a page.
pub(super) const PAGE_SIZE: u32 = 100;

/// Which page of a list is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct PageNumber {
    page: Option<String>,
}

impl PageNumber {
    /// The number; what is none is the first page.
    pub(super) fn number(&self) -> u32 {
        let number = self.page.as_deref().and_then(|page| page.parse().ok());
        number.unwrap_or(1).max(1)
    }

    /// The lines of the page.
    pub(super) fn slice(&self) -> Slice {
        Slice::page(self.number(), PAGE_SIZE)
    }
}

/// The address of a list with its filter.
pub(super) fn address(path: &str, filter: &impl Serialize, page: u32) -> String {
    let mut query = serde_html_form::to_string(filter).unwrap_or_default();
    if page > 1 {
        let mark = if query.is_empty() { "" } else { "&" };
        query.push_str(&format!("{mark}page={page}"));
    }
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// A list, and what is wrong with its filter, if that is why it is empty.
pub(super) fn or_wrong<Line>(listed: Result<Listed<Line>>) -> Result<(Listed<Line>, Option<Error>)> {
    match listed {
        Ok(listed) => Ok((listed, None)),
        Err(error) if error.status() == StatusCode::BAD_REQUEST => {
            Ok((Listed { lines: Vec::new(), total: 0 }, Some(error)))
        }
        Err(error) => Err(error),
    }
}

/// What stands in place of a page without lines: nothing on a page beyond the end, of which the pager tells.
pub(super) fn empty<Line>(visit: &Visit, listed: &Listed<Line>, none: &Message) -> Markup {
    html! { @if listed.total == 0 { (parts::empty(&visit.say(none), &html! {})) } }
}

/// What is wrong with a filter, in a sentence above the list.
pub(super) fn wrong(error: Option<&Error>, language: Language) -> Markup {
    html! { @if let Some(error) = error { (parts::notice(Tone::Bad, &error.message().say(language))) } }
}

/// What people choose from: nothing first, which filters nothing.
pub(super) fn choices(
    visit: &Visit,
    nothing: &Message,
    choices: impl IntoIterator<Item = (String, String)>,
) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), visit.say(nothing))];
    all.extend(choices);
    all
}

/// A field for a day; one for text where it holds a time, which browsers would not show in a field for days.
pub(super) fn day(name: &str, label: &str, value: Option<&String>) -> Markup {
    let value = value.map(String::as_str).unwrap_or_default();
    let kind = if value.len() > "2026-11-20".len() { "text" } else { "date" };
    Field::of_type(kind, name, label).value(value).render()
}

/// A field for text of a filter.
pub(super) fn text(name: &str, label: &str, value: Option<&String>) -> Markup {
    Field::of_type("search", name, label).value(value.map(String::as_str).unwrap_or_default()).render()
}

/// The pager and the way to the whole list as a file.
pub(super) fn foot(
    visit: &Visit,
    page: &PageNumber,
    total: u32,
    at: impl Fn(u32) -> String,
    file: (&str, &Message),
) -> Markup {
    let number = u64::from(page.number());
    let at = |page: u64| at(u32::try_from(page).unwrap_or(u32::MAX));
    html! {
        (parts::pager(visit.language, number, PAGE_SIZE.into(), total.into(), at))
        @if total > 0 { p { (parts::button_link(Weight::Plain, file.0, &visit.say(file.1))) } }
    }
}

#[cfg(test)]
mod tests {
    use super::{PageNumber, address};
    use crate::model::report_filter::WrittenReportFilter;

    #[test]
    fn a_list_has_an_address() {
        let filter = WrittenReportFilter {
            user: Some("jörg &co".to_owned()),
            outcome: Some("failing".to_owned()),
            ..Default::default()
        };
        let empty = WrittenReportFilter::default();
        assert_eq!(address("/admin/reports", &empty, 1), "/admin/reports");
        assert_eq!(address("/admin/reports", &empty, 2), "/admin/reports?page=2");
        let expected = "/admin/reports?user=j%C3%B6rg+%26co&outcome=failing&page=3";
        assert_eq!(address("/admin/reports", &filter, 3), expected);
    }

    #[test]
    fn a_page_that_is_none_is_the_first() {
        let check = |page: Option<&str>, expected: u32| {
            assert_eq!(PageNumber { page: page.map(str::to_owned) }.number(), expected, "{page:?}");
        };
        check(None, 1);
        check(Some("2"), 2);
        check(Some("0"), 1);
        check(Some("-1"), 1);
        check(Some("' OR 1=1"), 1);
    }
}

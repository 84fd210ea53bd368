//! Lists by pages: so many items, and a cursor to go on from.
//!
//! A cursor names the last item of a page by what the list is ordered by, so that nothing is shown twice or left out for
//! what is added or removed meanwhile.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::filter::Filter;
use crate::App;
use crate::error::{Error, Kind, Result};
use crate::model::slice::Slice;

/// How many items a page has, where nothing is said.
const LIMIT_DEFAULT: usize = 50;
/// The most items of a page.
const LIMIT_MAX: usize = 200;
/// The most characters of a cursor.
const CURSOR_LENGTH_MAX: usize = 1_024;

/// Which page is asked for.
#[derive(Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Paging {
    /// How many items the page may have.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<usize>,
    /// The `next` of the page before.
    #[param(max_length = 1024)]
    after: Option<String>,
}

/// The same, as it is written.
#[derive(Deserialize)]
struct Written {
    #[serde(default, deserialize_with = "some")]
    limit: Option<String>,
    #[serde(default, deserialize_with = "some")]
    after: Option<String>,
}

/// Reads a text, also an empty one, which else would count as none.
fn some<'de, Reader: Deserializer<'de>>(
    reader: Reader,
) -> std::result::Result<Option<String>, Reader::Error> {
    String::deserialize(reader).map(Some)
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Page<Item> {
    /// The items.
    #[schema(max_items = 200)]
    pub(super) items: Vec<Item>,
    /// What to send as `after` for the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1024)]
    pub(super) next: Option<String>,
    /// How many items all pages have.
    pub(super) total: u64,
}

impl FromRequestParts<Arc<App>> for Paging {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self> {
        let Filter(Written { limit, after }) = Filter::from_request_parts(parts, app).await?;
        let limit = limit.map(|limit| limit.parse().ok().filter(|limit| (1..=LIMIT_MAX).contains(limit)));
        if limit == Some(None) {
            return Err(Kind::LimitWrong { limit_max: LIMIT_MAX }.into());
        }
        Ok(Self { limit: limit.flatten(), after })
    }
}

impl Paging {
    /// How many items the page may have.
    pub(super) fn limit(&self) -> usize {
        self.limit.unwrap_or(LIMIT_DEFAULT)
    }

    /// The last item of the page before, by what the list is ordered by; `None` for the first page.
    ///
    /// # Errors
    /// For a cursor that no page of such a list had.
    pub(super) fn after<Key: DeserializeOwned>(&self) -> Result<Option<Key>> {
        let Some(cursor) = self.after.as_deref() else { return Ok(None) };
        let short = Some(cursor).filter(|cursor| cursor.len() <= CURSOR_LENGTH_MAX);
        let key = short.and_then(|cursor| URL_SAFE_NO_PAD.decode(cursor).ok());
        let key = key.and_then(|key| serde_json::from_slice(&key).ok());
        Ok(Some(key.ok_or(Kind::CursorWrong)?))
    }

    /// The items to read for this page behind [`after`](Self::after): one more than it may have, which tells whether there is another.
    pub(super) fn slice(&self) -> Slice {
        Slice::first(u32::try_from(self.limit() + 1).unwrap_or(u32::MAX))
    }

    /// The page of what was read by [`slice`](Self::slice), in the order of a key.
    ///
    /// # Errors
    /// If the key cannot be written.
    pub(super) fn page_of_more<Item, Key: Serialize>(
        &self,
        mut items: Vec<Item>,
        key: impl Fn(&Item) -> Key,
        total: u32,
    ) -> Result<Page<Item>> {
        let has_more = items.len() > self.limit();
        items.truncate(self.limit());
        let last = items.last().filter(|_| has_more).map(key);
        Self::page(items, last.as_ref(), total.into())
    }

    /// The page of a list that is in memory, ordered by a key that no two items share. `std::cmp::Reverse` turns an order round.
    ///
    /// # Errors
    /// As [`after`](Self::after).
    pub(super) fn page_of<Item, Key: Ord + Serialize + DeserializeOwned>(
        &self,
        mut items: Vec<Item>,
        key: impl Fn(&Item) -> Key,
    ) -> Result<Page<Item>> {
        let after: Option<Key> = self.after()?;
        let total = items.len() as u64;
        items.sort_by_cached_key(&key);
        if let Some(after) = after {
            let begin = items.partition_point(|item| key(item) <= after);
            items.drain(..begin);
        }
        let has_more = items.len() > self.limit();
        items.truncate(self.limit());
        let last = items.last().filter(|_| has_more).map(key);
        Self::page(items, last.as_ref(), total)
    }

    /// A page of items that were read as such: those behind [`after`](Self::after), [`limit`](Self::limit) at most. `last` is the
    /// key of the last of them, if there are more behind it.
    ///
    /// # Errors
    /// If the key cannot be written.
    pub(super) fn page<Item, Key: Serialize>(
        items: Vec<Item>,
        last: Option<&Key>,
        total: u64,
    ) -> Result<Page<Item>> {
        let cursor = |key| serde_json::to_vec(key).map(|key| URL_SAFE_NO_PAD.encode(key));
        let next = last.map(cursor).transpose().map_err(Error::internal)?;
        Ok(Page { items, next, total })
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::{CURSOR_LENGTH_MAX, LIMIT_DEFAULT, LIMIT_MAX, Paging};
    use crate::model::name::NAME_LENGTH_MAX;

    fn paging(limit: usize, after: Option<String>) -> Paging {
        Paging { limit: Some(limit), after }
    }

    #[test]
    fn all_pages_together_are_the_list() {
        let check = |count: i64, limit: usize| {
            let (mut seen, mut after, mut pages) = (Vec::new(), None, 0);
            loop {
                let page = paging(limit, after).page_of((0..count).collect(), |item| Reverse(*item)).unwrap();
                assert_eq!(page.total, u64::try_from(count).unwrap());
                seen.extend(page.items);
                pages += 1;
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(seen, (0..count).rev().collect::<Vec<_>>(), "{count} by {limit}");
            assert_eq!(pages, usize::try_from(count).unwrap().div_ceil(limit).max(1), "{count} by {limit}");
        };
        check(0, 50);
        check(1, 1);
        check(50, 50);
        check(51, 50);
        check(1_000, 7);
    }

    #[test]
    fn what_comes_and_goes_meanwhile_moves_nothing() {
        let of = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let first = paging(2, None).page_of(of(&["a", "c", "e", "g"]), Clone::clone).unwrap();
        assert_eq!(first.items, ["a", "c"]);
        let second = paging(2, first.next).page_of(of(&["b", "d", "e", "g"]), Clone::clone).unwrap();
        assert_eq!(second.items, ["d", "e"]);
    }

    #[test]
    fn a_cursor_is_none_that_no_page_had() {
        for cursor in ["", "x", "AAAA", "bnVsbA", &"A".repeat(CURSOR_LENGTH_MAX + 4)] {
            assert!(paging(1, Some(cursor.to_owned())).after::<(String, i64)>().is_err(), "{cursor}");
        }
        assert!(paging(1, None).after::<String>().unwrap().is_none());
    }

    #[test]
    fn the_longest_name_is_a_cursor() {
        let name = "\u{10ffff}".repeat(NAME_LENGTH_MAX);
        let page = Paging::page(vec![0], Some(&name), 2).unwrap();
        let next = page.next.unwrap();
        assert!(next.len() <= CURSOR_LENGTH_MAX, "{}", next.len());
        assert_eq!(paging(1, Some(next)).after::<String>().unwrap(), Some(name));
    }

    #[test]
    fn the_limits_are_told() {
        let line = format!("`limit`: 1 to {LIMIT_MAX} items, {LIMIT_DEFAULT} if it is absent");
        crate::reference::assert_says("api.md", &line);
    }
}

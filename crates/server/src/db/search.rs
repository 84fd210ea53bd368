//! Conditions of lists: what a person looks for becomes a value of a statement and never a part of it.

use jiff::Timestamp;
use sqlx::{QueryBuilder, Sqlite};

use super::{Connection, DatabaseError};

/// A statement that is put together: fixed words of ours, and values.
pub(super) type Statement = QueryBuilder<Sqlite>;

/// What stands before a letter that `LIKE` would take for a joker.
const ESCAPE: char = '!';

/// Where in a column a text is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// Anywhere.
    Anywhere,
    /// At the beginning.
    Beginning,
}

/// Adds `COLUMN LIKE …`. Capital letters of ASCII count as small ones.
pub(super) fn push_like(statement: &mut Statement, column: &'static str, text: &str, place: Where) {
    statement.push(column).push(" LIKE ").push_bind(pattern(text, place)).push(" ESCAPE '!'");
}

/// Adds that a column of times lies between two times, the ends included.
pub(super) fn push_between(
    statement: &mut Statement,
    column: &'static str,
    since: Option<Timestamp>,
    until: Option<Timestamp>,
) {
    for (end, at) in [(" >= ", since), (" <= ", until)] {
        if let Some(at) = at {
            statement.push(" AND ").push(column).push(end).push_bind(at.as_second());
        }
    }
}

/// Adds `COLUMN IN (…)`; with no values nothing is found.
pub(super) fn push_in(statement: &mut Statement, column: &'static str, values: impl Iterator<Item = String>) {
    statement.push(column).push(" IN (");
    let mut list = statement.separated(", ");
    for value in values {
        list.push_bind(value);
    }
    statement.push(")");
}

/// Counts the rows that a statement finds, up to so many.
pub(super) async fn count(
    connection: &mut Connection,
    rows: &'static str,
    conditions: impl FnOnce(&mut Statement),
    count_max: u32,
) -> Result<u32, DatabaseError> {
    let mut statement = Statement::new("SELECT COUNT(*) FROM (SELECT 1 AS one FROM ");
    statement.push(rows);
    conditions(&mut statement);
    statement.push(" LIMIT ").push_bind(i64::from(count_max)).push(") AS found");
    let count: i64 = statement.build_query_scalar().fetch_one(connection).await?;
    Ok(u32::try_from(count).unwrap_or(count_max))
}

fn pattern(text: &str, place: Where) -> String {
    let mut pattern = String::new();
    if place == Where::Anywhere {
        pattern.push('%');
    }
    for letter in text.chars() {
        if ['%', '_', ESCAPE].contains(&letter) {
            pattern.push(ESCAPE);
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::{Where, pattern};

    #[test]
    fn jokers_are_letters() {
        let check = |text: &str, expected: &str| assert_eq!(pattern(text, Where::Anywhere), expected);
        check("PC", "%PC%");
        check("100%", "%100!%%");
        check("a_b!", "%a!_b!!%");
        check("' OR 1=1 --", "%' OR 1=1 --%");
        assert_eq!(pattern("10.0", Where::Beginning), "10.0%");
    }
}

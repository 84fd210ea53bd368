//! The names of the streams that hold tables.
//!
//! A stream's name has 31 UTF-16 units at most, so Windows Installer writes two of 64 common characters into one unit from
//! U+3800 on, a single one into a unit from U+4800 on, and puts U+4840 before the name of a table.

/// What stands before the name of a table.
const TABLE: char = '\u{4840}';
/// The first unit of two characters, and of one.
const PAIRS: u32 = 0x3800;
const SINGLES: u32 = 0x4800;

/// The name of the stream that holds a table.
pub(in super::super) fn table_stream_name(table: &str) -> String {
    let mut name = String::from(TABLE);
    let mut characters = table.chars().peekable();
    while let Some(character) = characters.next() {
        let unit = digit(character).and_then(|first| {
            let second = characters.peek().copied().and_then(digit);
            if second.is_some() {
                characters.next();
            }
            char::from_u32(match second {
                Some(second) => PAIRS.saturating_add(second << 6 | first),
                None => SINGLES.saturating_add(first),
            })
        });
        name.push(unit.unwrap_or(character));
    }
    name
}

/// A character's place among the 64.
fn digit(character: char) -> Option<u32> {
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._"
        .chars()
        .zip(0..)
        .find_map(|(known, digit)| (known == character).then_some(digit))
}

#[cfg(test)]
mod tests {
    use super::table_stream_name;

    #[test]
    fn names_are_packed() {
        let check = |table, expected: &str| assert_eq!(table_stream_name(table), expected, "{table}");
        check("_Tables", "\u{4840}\u{3f7f}\u{4164}\u{422f}\u{4836}");
        check("_Columns", "\u{4840}\u{3b3f}\u{43f2}\u{4438}\u{45b1}");
        check("_StringPool", "\u{4840}\u{3f3f}\u{4577}\u{446c}\u{3e6a}\u{44b2}\u{482f}");
        check("Größe", "\u{4840}\u{4550}öß\u{4828}");
        check("", "\u{4840}");
    }
}

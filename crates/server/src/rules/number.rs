//! Numbers as people read them.

use text::Language;

/// A number with its digits in groups of three, as a language writes it: `1,204`, `1.204`.
pub(crate) fn grouped(number: impl Into<u64>, language: Language) -> String {
    let mark = match language {
        Language::German => '.',
        _ => ',',
    };
    let digits = number.into().to_string();
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(mark);
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use text::Language::{English, German};

    use super::grouped;

    #[test]
    fn digits_stand_in_groups() {
        let check = |number: u32, expected: &str| assert_eq!(grouped(number, English), expected);
        check(0, "0");
        check(999, "999");
        check(1_204, "1,204");
        check(1_234_567, "1,234,567");
        assert_eq!(grouped(1_204_u32, German), "1.204");
    }
}

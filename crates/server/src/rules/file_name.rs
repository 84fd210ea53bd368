//! The name of a package's file on the wire: readable, safe everywhere, and never used for other bytes.

use catalog::{Platform, Product, Sha256};

use crate::model::package::ID_LENGTH;

/// The most characters of the product's name within a file name.
pub(crate) const NAME_PART_LENGTH_MAX: usize = 60;

/// How much of the SHA-256 a file name bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Distinction {
    /// The first [`ID_LENGTH`] digits: enough to tell files apart.
    Short,
    /// All digits: for the case that two files agree in the first ones.
    Whole,
}

/// Makes the name, such as `Connector-for-Microsoft-Outlook-7.8.4-x64-3f2a90c1d4e5.msi`.
pub(crate) fn file_name(product: &Product, sha256: &Sha256, distinction: Distinction) -> String {
    let mut parts = vec![plain(&product.name), product.version.to_string()];
    parts.extend(product.platform.map(Platform::as_str).map(str::to_owned));
    let digits = sha256.to_string();
    parts.push(match distinction {
        Distinction::Short => digits.chars().take(ID_LENGTH).collect(),
        Distinction::Whole => digits,
    });
    parts.join("-") + ".msi"
}

/// Letters and digits of ASCII with single hyphens between them; `package` where nothing is left.
fn plain(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined = words.collect::<Vec<_>>().join("-");
    let cut = joined.get(..NAME_PART_LENGTH_MAX).unwrap_or(&joined).trim_end_matches('-');
    if cut.is_empty() { "package".to_owned() } else { cut.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Distinction, file_name, plain};
    use crate::rules::fixtures::package;

    #[test]
    fn a_file_name_tells_name_version_platform_and_bytes() {
        let notes = package("OX Notes", "7.8.4", "x64", "");
        let name = file_name(&notes.product, &notes.sha256, Distinction::Short);
        assert_eq!(name, format!("OX-Notes-7.8.4-x64-{}.msi", notes.short_id()));
        let whole = file_name(&notes.product, &notes.sha256, Distinction::Whole);
        assert_eq!(whole, format!("OX-Notes-7.8.4-x64-{}.msi", notes.sha256));
        let silent = package("OX Notes", "7.8.4", "", "");
        let name = file_name(&silent.product, &silent.sha256, Distinction::Short);
        assert_eq!(name, format!("OX-Notes-7.8.4-{}.msi", silent.short_id()));
    }

    #[test]
    fn only_plain_characters_remain_of_a_name() {
        let check = |name: &str, expected: &str| assert_eq!(plain(name), expected, "{name}");
        check("OXtender", "OXtender");
        check("Connector for Microsoft Outlook", "Connector-for-Microsoft-Outlook");
        check("../../etc/passwd", "etc-passwd");
        check("a\"; b\r\nc", "a-b-c");
        check("Übersicht", "bersicht");
        check("日本語", "package");
        check("", "package");
        check(&"n".repeat(100), &"n".repeat(60));
        check(&format!("{} b", "n".repeat(59)), &"n".repeat(59));
    }
}

//! What an installer says, in six languages: `installer.ftl` as a part of the source that wixl reads.
//!
//! An MSI file has one language, so each sentence is a property: English at first, and set anew by an action where the person's
//! Windows speaks another of ours. Windows Installer asks for the language of the person (`UserLanguageID`).

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use fluent_syntax::ast::{Entry, PatternElement};
use fluent_syntax::parser;

/// The name of the file that the `.wxs` source includes.
pub(super) const FILE: &str = "texts.wxi";

/// The most characters of a sentence, which is what its column takes.
const LENGTH_MAX: usize = 255;

/// The languages besides English, and Windows' numbers of them: the lower ten bits of a `LANGID`, whatever the country.
///
/// Source: Microsoft, "Language Identifier Constants and Strings".
const LANGUAGES: &[(&str, u16)] = &[("de", 0x07), ("es", 0x0A), ("fr", 0x0C), ("nl", 0x13), ("sv", 0x1D)];

/// The bits of a `LANGID` that tell the language.
const LANGUAGE_BITS: u16 = 0x3FF;

/// Writes the part of the source that has the sentences of an installer: each a property, and the sentence's id.
pub(super) fn source(ftl: &Path, sentences: &[(&str, &str)]) -> Result<String> {
    let mut declared = String::new();
    let mut scheduled = String::new();
    for (property, id) in sentences {
        writeln!(declared, r#"<Property Id="{property}" Value="{}"/>"#, sentence(ftl, "en", id)?)?;
        for (language, number) in LANGUAGES {
            let action = format!("{property}_{language}");
            let value = sentence(ftl, language, id)?;
            writeln!(
                declared,
                r#"<CustomAction Id="{action}" Property="{property}" Value="{value}" Impersonate="yes"/>"#
            )?;
            writeln!(
                scheduled,
                r#"<Custom Action="{action}" Sequence="{}">{}</Custom>"#,
                10 + scheduled.lines().count(),
                condition(*number)
            )?;
        }
    }
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Include xmlns=\"http://schemas.microsoft.com/wix/2006/wi\">\n{declared}\
         <InstallUISequence>\n{scheduled}</InstallUISequence>\n\
         <InstallExecuteSequence>\n{scheduled}</InstallExecuteSequence>\n</Include>\n"
    ))
}

/// Whether Windows speaks a language, as a condition of Windows Installer: `><` asks whether two numbers have a bit in common.
fn condition(number: u16) -> String {
    let bits = (0..10).map(|bit| 1 << bit).filter(|bit| number & bit != 0);
    let has = bits.map(|bit| format!("(UserLanguageID &gt;&lt; {bit})")).collect::<Vec<_>>().join(" AND ");
    format!("{has} AND NOT (UserLanguageID &gt;&lt; {})", LANGUAGE_BITS & !number)
}

/// A sentence as it stands in an attribute of the source.
fn sentence(ftl: &Path, language: &str, id: &str) -> Result<String> {
    let path = ftl.join(language).join("installer.ftl");
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let sentence =
        value(&text, id).with_context(|| format!("{} has no plain sentence “{id}”", path.display()))?;
    ensure!(
        sentence.chars().count() <= LENGTH_MAX && !sentence.contains(['[', ']', '{', '}']),
        "{}: “{id}” has more than {LENGTH_MAX} characters or a bracket, which mean something to Windows Installer",
        path.display()
    );
    Ok(sentence.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;"))
}

fn value(text: &str, id: &str) -> Option<String> {
    let resource = parser::parse(text).ok()?;
    resource.body.iter().find_map(|entry| match entry {
        Entry::Message(message) if message.id.name == id => {
            let elements = &message.value.as_ref()?.elements;
            elements
                .iter()
                .map(|element| match element {
                    PatternElement::TextElement { value } => Some(*value),
                    PatternElement::Placeable { .. } => None,
                })
                .collect()
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::installer::Kind;
    use super::{LANGUAGES, condition, source, value};
    use crate::places;

    #[test]
    fn a_language_is_told_by_its_bits_alone() {
        assert_eq!(
            condition(0x0A),
            "(UserLanguageID &gt;&lt; 2) AND (UserLanguageID &gt;&lt; 8) AND NOT (UserLanguageID &gt;&lt; 1013)"
        );
    }

    #[test]
    fn a_sentence_is_found_by_its_id() {
        let check = |id, expected: Option<&str>| {
            let text = "# Note.\none = First { $name }.\ntwo = Second.\n";
            assert_eq!(value(text, id).as_deref(), expected, "{id}");
        };
        check("two", Some("Second."));
        check("one", None);
        check("three", None);
    }

    #[test]
    fn each_installer_says_everything_in_each_language() {
        for kind in Kind::ALL {
            let source = source(&places::sentences(), kind.sentences()).unwrap();
            for (property, _) in kind.sentences() {
                assert!(source.contains(&format!("<Property Id=\"{property}\"")), "{source}");
                for (language, _) in LANGUAGES {
                    let scheduled = format!("<Custom Action=\"{property}_{language}\"");
                    assert_eq!(source.matches(&scheduled).count(), 2, "{scheduled}");
                }
            }
        }
    }
}

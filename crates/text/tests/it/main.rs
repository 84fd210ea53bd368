//! The sentences of each language against the English ones: what they speak of, how they end, how they quote.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use text::Language;

/// The quotation marks of a language, those that open first; whatever else opens or closes is a slip of the hand.
fn marks(language: Language) -> &'static str {
    match language {
        Language::English | Language::Dutch => "“”",
        Language::German => "„“",
        Language::French | Language::Spanish => "«»",
        Language::Swedish => "”",
    }
}

/// A sentence: what it speaks of, and its words in each of its forms, with `{}` for what it speaks of.
#[derive(Debug, Default)]
struct Sentence {
    arguments: BTreeSet<String>,
    forms: Vec<String>,
}

/// The sentences of a file by their ids.
type Sentences = BTreeMap<String, Sentence>;

fn folder(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ftl").join(language.tag())
}

/// The files of a language.
fn files(language: Language) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder(language)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{language} has no sentences");
    paths
}

fn read(path: &Path) -> Sentences {
    let text = std::fs::read_to_string(path).unwrap();
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{path:?}: {errors:?}"));
    let mut sentences = Sentences::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = &message.value else { continue };
        let mut arguments = BTreeSet::new();
        let forms = forms(pattern, &mut arguments);
        sentences.insert(message.id.name.to_owned(), Sentence { arguments, forms });
    }
    sentences
}

/// All that a pattern can say; `arguments` gets what it speaks of.
fn forms(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) -> Vec<String> {
    let mut forms = vec![String::new()];
    for element in &pattern.elements {
        let next = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                arguments.extend(name(inline));
                vec!["{}".to_owned()]
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                arguments.extend(name(selector));
                variants.iter().flat_map(|variant| self::forms(&variant.value, arguments)).collect()
            }
        };
        forms = forms.iter().flat_map(|begun| next.iter().map(move |end| format!("{begun}{end}"))).collect();
    }
    forms
}

fn name(inline: &InlineExpression<&str>) -> Option<String> {
    match inline {
        InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
        _ => None,
    }
}

/// Looks at each sentence of each language.
fn each(look: impl Fn(Language, &str, &Sentence)) {
    for language in Language::ALL {
        for path in files(language) {
            read(&path).iter().for_each(|(id, sentence)| look(language, id, sentence));
        }
    }
}

/// The sentences that the icon beside the clock and its windows say.
fn desk(language: Language) -> Sentences {
    read(&folder(language).join("desk.ftl"))
}

/// What stands on the windows: the same, what the face says by itself, and what is said of the browser.
fn labels(language: Language) -> Sentences {
    let mut labels = desk(language);
    for file in ["face.ftl", "browser-sign-in.ftl"] {
        labels.extend(read(&folder(language).join(file)));
    }
    labels
}

/// The letter behind `&`, which is pressed with Alt; `None` without one.
fn access_key(label: &str) -> Option<char> {
    let (_, after) = label.split_once('&')?;
    Some(after.chars().next().unwrap_or_else(|| panic!("nothing follows & in {label}")))
}

#[test]
fn each_sentence_speaks_of_the_same_things_and_ends_alike_in_each_language() {
    let ends = |sentence: &Sentence| -> BTreeSet<bool> {
        sentence.forms.iter().map(|form| form.trim_end().ends_with('.')).collect()
    };
    for language in Language::ALL {
        for path in files(language) {
            let english = read(&folder(Language::English).join(path.file_name().unwrap()));
            for (id, sentence) in read(&path) {
                let original = &english[&id];
                assert_eq!(sentence.arguments, original.arguments, "{language}: {id}");
                assert_eq!(ends(&sentence), ends(original), "{language}: {id} = {:?}", sentence.forms);
            }
        }
    }
}

#[test]
fn each_language_quotes_with_its_own_marks() {
    each(|language, id, sentence| {
        let foreign = |mark: &char| !marks(language).contains(*mark);
        for mark in "“”„«»‘‚‹›".chars().filter(foreign) {
            let slip = sentence.forms.iter().find(|form| form.contains(mark));
            assert_eq!(slip, None, "{language}: {id} has {mark}");
        }
    });
}

#[test]
fn french_marks_do_not_part_from_their_words() {
    each(|language, id, sentence| {
        for parted in [" :", " ;", " !", " ?", " »", "« "] {
            let slip = sentence.forms.iter().find(|form| form.contains(parted));
            assert!(language != Language::French || slip.is_none(), "{id} wants a no-break space: {slip:?}");
        }
    });
}

#[test]
fn a_label_has_an_access_key_in_all_languages_or_in_none() {
    let english = labels(Language::English);
    for language in Language::ALL {
        for (id, sentence) in labels(language) {
            for form in &sentence.forms {
                let key = access_key(form);
                assert_eq!(
                    key.is_some(),
                    english[&id].forms.iter().any(|form| form.contains('&')),
                    "{language}: {id}"
                );
                assert!(key.is_none_or(char::is_alphanumeric), "{language}: {id} = {form}");
                assert!(form.matches('&').count() < 2, "{language}: {id} = {form}");
            }
        }
    }
}

/// What stands beside each other and can be reached with Alt, as far as the face adds labels of its own to those of the desk; what the
/// desk shows by itself is tried there, in each of its states.
const PAGES: [&[&str]; 5] = [
    &[
        "tray-show-updates",
        "tray-check-now",
        "tray-history",
        "tray-settings",
        "tray-sign-in",
        "tray-sign-out",
        "tray-about",
        "tray-exit",
    ],
    &["face-details", "details-link", "button-settings", "button-check-now", "button-not-now", "button-next"],
    &["face-user", "face-password", "sign-in-page-keep", "button-settings", "button-close", "button-sign-in"],
    &[
        "face-server",
        "face-checking",
        "face-interval",
        "face-proxy",
        "face-proxy-address",
        "face-language",
        "face-start",
        "button-save",
    ],
    &["face-details", "button-copy-details", "button-close"],
];

#[test]
fn the_labels_of_a_page_have_different_access_keys() {
    for language in Language::ALL {
        let labels = labels(language);
        for page in PAGES {
            let mut taken = BTreeMap::new();
            for id in page {
                let label = &labels[*id].forms[0];
                let key = access_key(label).unwrap_or_else(|| panic!("{language}: {id} has no access key"));
                let other = taken.insert(key.to_lowercase().to_string(), id);
                assert_eq!(other, None, "{language}: {id} = {label} has the same access key");
            }
        }
    }
}

#[test]
fn what_windows_cuts_off_is_short_enough() {
    // How much Windows shows of a tooltip, of a heading beside the clock, and of the sentence below it; and how long what stands in
    // the sentence is reckoned to be. What is put in is shortened elsewhere where it can be longer.
    let limit = |id: &str| match id {
        _ if id.starts_with("tray-tooltip-") => Some((127, 3)),
        _ if id.starts_with("balloon-") && id.ends_with("-title") => Some((63, 3)),
        _ if id.starts_with("balloon-") => Some((255, 40)),
        _ => None,
    };
    for language in Language::ALL {
        for (id, sentence) in desk(language) {
            let Some((limit, reckoned)) = limit(&id) else { continue };
            for form in &sentence.forms {
                let filled = form.replace("{}", &"x".repeat(reckoned));
                let length = filled.encode_utf16().count();
                assert!(length <= limit, "{language}: {id} has {length} units: {form}");
            }
        }
    }
}

#[test]
fn the_guide_for_people_says_what_stands_on_the_screen() {
    let guide = include_str!("../../../../docs/guide/user.md");
    let forms = labels(Language::English).into_values().flat_map(|sentence| sentence.forms);
    let labels: BTreeSet<String> = forms.map(|form| form.replace('&', "")).collect();
    let bold: Vec<&str> = guide.split("**").skip(1).step_by(2).collect();
    assert!(bold.len() > 20, "{bold:?}");
    for words in bold {
        assert!(labels.contains(words), "docs/guide/user.md has **{words}**, which no window says");
    }
}

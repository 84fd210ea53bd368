//! The `.ftl` files, built into the program, and the making of words from them.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::{Argument, Language, Message};

/// How deep sentences may stand within sentences; what lies deeper is shown by its id.
const NESTING_MAX: usize = 8;

macro_rules! sentence_files {
    ($($name:literal)*) => {
        /// The names of the sentence files, without `.ftl`; each language's folder holds all of them.
        pub const SENTENCE_FILES: &[&str] = &[$($name),*];

        fn sources(language: Language) -> [&'static str; SENTENCE_FILES.len()] {
            match language {
                Language::English => [$(include_str!(concat!("../ftl/en/", $name, ".ftl"))),*],
                Language::German => [$(include_str!(concat!("../ftl/de/", $name, ".ftl"))),*],
            }
        }
    };
}
sentence_files!(
    "command-line" "catalog" "generator" "server" "client" "failure" "pages" "account" "package-pages" "user-pages"
    "device-pages" "api" "operations" "outgoing" "home"
);

/// Whether a language has a sentence with this id.
#[must_use]
pub fn knows(language: Language, id: &str) -> bool {
    bundle(language).has_message(id)
}

/// A sentence without arguments, by an id that was put together; empty where there is none.
#[cfg(feature = "command-line")]
pub(crate) fn say_by_name(id: &str, language: Language) -> String {
    [language, Language::English]
        .into_iter()
        .find_map(|language| format(bundle(language), id, &FluentArgs::new()))
        .unwrap_or_default()
}

pub(crate) fn say(message: &Message, language: Language) -> String {
    say_nested(message, language, 0)
}

fn say_nested(message: &Message, language: Language, depth: usize) -> String {
    if depth > NESTING_MAX {
        return message.id().to_owned();
    }
    let mut arguments = FluentArgs::with_capacity(message.arguments().len());
    for (name, argument) in message.arguments() {
        let value = match argument {
            Argument::Text(text) => FluentValue::from(text.as_str()),
            Argument::Number(number) => FluentValue::from(*number),
            Argument::Message(inner) => FluentValue::from(say_nested(inner, language, depth + 1)),
        };
        arguments.set(*name, value);
    }
    [language, Language::English]
        .into_iter()
        .find_map(|language| format(bundle(language), message.id(), &arguments))
        .unwrap_or_else(|| message.id().to_owned())
}

fn format(bundle: &FluentBundle<FluentResource>, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    // A name that a sentence uses and the code does not give is shown as {$name}; a test of the house finds it.
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned())
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    static ENGLISH: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    static GERMAN: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    match language {
        Language::English => ENGLISH.get_or_init(|| load(language)),
        Language::German => GERMAN.get_or_init(|| load(language)),
    }
}

fn load(language: Language) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The marks that isolate a right-to-left name would show as boxes in a Windows console.
    bundle.set_use_isolating(false);
    for source in sources(language) {
        // What a damaged file still holds is better than nothing; a test keeps the files undamaged.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use fluent_bundle::{FluentBundle, FluentResource};

    use super::{SENTENCE_FILES, sources};
    use crate::Language;

    #[test]
    fn every_file_is_sound_and_no_id_stands_twice() {
        for language in Language::ALL {
            let mut bundle = FluentBundle::new(vec![]);
            for (source, name) in sources(language).into_iter().zip(SENTENCE_FILES) {
                let resource = FluentResource::try_new(source.to_owned())
                    .unwrap_or_else(|(_, errors)| panic!("ftl/{language}/{name}.ftl: {errors:?}"));
                bundle
                    .add_resource(resource)
                    .unwrap_or_else(|errors| panic!("ftl/{language}/{name}.ftl: {errors:?}"));
            }
        }
    }
}

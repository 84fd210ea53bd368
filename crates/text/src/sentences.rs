//! The `.ftl` files, built into the program, and the making of words from them.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::{Argument, Language, Message};

/// How deep sentences may stand within sentences; what lies deeper is shown by its id.
const NESTING_MAX: usize = 8;

/// One file: its name without `.ftl`, and what it holds.
type Source = (&'static str, &'static str);

macro_rules! sentence_files {
    (everybody: $($everybody:literal)*; complete: $($complete:literal)*;) => {
        fn sources(language: Language) -> &'static [Source] {
            match language {
                Language::English => sentence_files!(@ "en" $($everybody)* $($complete)*),
                Language::German => sentence_files!(@ "de" $($everybody)* $($complete)*),
                Language::French => sentence_files!(@ "fr" $($everybody)*),
                Language::Spanish => sentence_files!(@ "es" $($everybody)*),
                Language::Dutch => sentence_files!(@ "nl" $($everybody)*),
                Language::Swedish => sentence_files!(@ "sv" $($everybody)*),
            }
        }
    };
    (@ $tag:literal $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../ftl/", $tag, "/", $name, ".ftl")))),*]
    };
}
sentence_files!(
    everybody: "home" "pages" "account" "command-line" "catalog" "client" "worker" "elevation" "failure" "desk"
        "face" "self-update" "browser-sign-in" "device-sign-in";
    complete: "generator" "generator-window" "server" "package-pages" "user-pages" "device-pages" "api"
        "operations" "outgoing" "sources" "preconditions" "preconfiguration" "branding" "takeover";
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
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    let [english, german, french, spanish, dutch, swedish] = &BUNDLES;
    let place = match language {
        Language::English => english,
        Language::German => german,
        Language::French => french,
        Language::Spanish => spanish,
        Language::Dutch => dutch,
        Language::Swedish => swedish,
    };
    place.get_or_init(|| load(language))
}

fn load(language: Language) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The marks that isolate a right-to-left name would show as boxes in a Windows console.
    bundle.set_use_isolating(false);
    for (_, source) in sources(language) {
        // What a damaged file still holds is better than nothing; a test keeps the files undamaged.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use fluent_bundle::{FluentBundle, FluentResource};

    use super::{knows, sources};
    use crate::{Language, Message};

    #[test]
    fn every_file_is_sound_and_no_id_stands_twice() {
        for language in Language::ALL {
            let mut bundle = FluentBundle::new(vec![]);
            for (name, source) in sources(language) {
                let resource = FluentResource::try_new((*source).to_owned())
                    .unwrap_or_else(|(_, errors)| panic!("ftl/{language}/{name}.ftl: {errors:?}"));
                bundle
                    .add_resource(resource)
                    .unwrap_or_else(|errors| panic!("ftl/{language}/{name}.ftl: {errors:?}"));
            }
        }
    }

    #[test]
    fn a_language_without_a_sentence_says_it_in_english() {
        let id = "oxupdated-help";
        assert!(knows(Language::English, id) && !knows(Language::French, id));
        let message = Message::new(id);
        assert_eq!(message.say(Language::French), message.say(Language::English));
    }
}

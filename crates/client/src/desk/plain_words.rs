//! A sentence as a window says it: without the parentheses that hold a code or what a system said. Pure.
//!
//! Those are for the help desk, and among what is copied.

use text::{Argument, Language, Message, message};

/// What sentences call that which stands in such parentheses.
const DETAILS: [&str; 3] = ["detail", "code", "status"];

/// What is said in windows in place of sentences that speak of a command line, or of files that nobody at a PC knows; they name the same things.
const IN_WINDOWS: [(&str, &str); 10] = [
    ("check-web-page", "window-web-page"),
    ("permitted-plain", "window-address-not-encrypted"),
    ("server-address", "settings-server-wrong"),
    ("server-address-sign-in-inside", "settings-server-sign-in-inside"),
    ("server-not-encrypted", "window-server-not-encrypted"),
    ("sign-in-refused-before", "window-sign-in-refused-before"),
    ("state-locked", "window-locked"),
    ("state-locked-by-other", "window-locked-by-other"),
    ("state-no-place", "window-no-place"),
    ("state-unsafe", "window-unsafe-place"),
];

/// A sentence, and those inside of it, as they are said to a person who has a window and no command line.
pub(super) fn in_a_window(sentence: &Message) -> Message {
    let own = IN_WINDOWS.iter().find(|(of_command_line, _)| *of_command_line == sentence.id());
    let id = own.map_or(sentence.id(), |(_, own)| own);
    sentence.arguments().iter().fold(Message::new(id), |said, (name, argument)| match argument {
        Argument::Message(inner) => said.with(name, in_a_window(inner)),
        argument => said.with(name, argument.clone()),
    })
}

/// A sentence without its details, in a language; one that has none stays as it is.
pub(super) fn without_details(sentence: &Message, language: Language) -> Message {
    let mut details = Vec::new();
    collect(sentence, language, &mut details);
    let said = sentence.say(language);
    let plain = details.iter().fold(said.clone(), |text, detail| without(&text, detail));
    if plain == said { sentence.clone() } else { message!("text-as-it-is", text = plain) }
}

fn collect(sentence: &Message, language: Language, details: &mut Vec<String>) {
    for (name, argument) in sentence.arguments() {
        match argument {
            Argument::Text(text) if DETAILS.contains(name) => details.push(text.clone()),
            Argument::Number(number) if DETAILS.contains(name) => details.push(number.to_string()),
            Argument::Message(inner) if DETAILS.contains(name) => details.push(inner.say(language)),
            Argument::Message(inner) => collect(inner, language, details),
            Argument::Text(_) | Argument::Number(_) => {}
        }
    }
}

/// The text without the parentheses around a detail, and the blank in front of them.
fn without(text: &str, detail: &str) -> String {
    let parts = text.split_once(detail).filter(|_| !detail.is_empty());
    let around = parts.and_then(|(before, behind)| {
        let (before, _) = before.rsplit_once('(')?;
        let (_, behind) = behind.split_once(')')?;
        Some(format!("{}{behind}", before.trim_end()))
    });
    around.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use text::Language::{self, English, German};
    use text::{Message, message};

    use super::without_details;

    #[test]
    fn codes_and_what_systems_say_are_left_out() {
        let check = |sentence: Message, language, expected: &str| {
            assert_eq!(without_details(&sentence, language).say(language), expected);
        };
        let unreachable =
            || message!("server-unreachable", host = "a.example", detail = "Refused. (os error 10061)");
        let plain = "a.example does not answer. Check the network and the address, then try again.";
        check(unreachable(), English, plain);
        check(
            unreachable(),
            German,
            "a.example antwortet nicht. Prüfen Sie das Netzwerk und die Adresse und versuchen Sie es noch einmal.",
        );
        check(
            message!("server-status", status = 418),
            English,
            "The server could not answer. Try again later, or ask your administrator.",
        );
        check(
            message!("machine-database", code = "1601"),
            English,
            "The list of installed programs on this PC could not be read. Restart Windows and try again.",
        );
        let reason = message!("machine-start", detail = "denied");
        check(
            message!("outcome-not-installed", product = "Notes", version = "2.0", reason = reason),
            English,
            "Notes 2.0 was not installed. The installer could not be started.",
        );
        check(
            message!("server-forbidden"),
            English,
            "The server does not give this to you. Ask your administrator.",
        );
        check(message!("machine-start", detail = ""), English, "The installer could not be started. ()");
    }

    fn of_files_and_command_lines(said: &str) -> bool {
        ["--", "oxupdate", "update.xml"].iter().any(|word| said.contains(word))
    }

    #[test]
    fn who_has_a_window_is_told_of_no_command_line() {
        for (of_command_line, own) in super::IN_WINDOWS {
            for language in Language::ALL {
                let sentence = Message::new(of_command_line)
                    .with("address", "http://a.example")
                    .with("host", "a.example")
                    .with("path", "here")
                    .with("reason", message!("server-forbidden"));
                let speaks = of_files_and_command_lines(&sentence.say(language));
                assert!(
                    speaks || of_command_line == "state-locked-by-other",
                    "{of_command_line} needs no other"
                );
                let outer =
                    message!("outcome-not-installed", product = "Notes", version = "2", reason = sentence);
                let said = super::in_a_window(&outer).say(language);
                assert!(
                    !of_files_and_command_lines(&said) && !said.contains(own) && !said.contains('{'),
                    "{language} {said}"
                );
            }
        }
    }

    #[test]
    fn in_every_language() {
        for language in Language::ALL {
            let sentence = message!("server-unreachable", host = "a.example", detail = "(os error 1)");
            let said = without_details(&sentence, language).say(language);
            assert!(!said.contains(['(', ')']) && said.ends_with('.'), "{said}");
        }
    }
}

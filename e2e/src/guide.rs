//! The boxes of a guide, as a person goes through them: commands for the server, commands for a PC, settings.

/// What one box says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Box {
    /// Commands for the server's machine (`sh`), each in words.
    Shell(Vec<Vec<String>>),
    /// Commands for a PC (`cmd`), each in words.
    Windows(Vec<Vec<String>>),
    /// Settings (`toml`).
    Settings(String),
}

/// The boxes of a page, in its order.
///
/// # Panics
/// If a box does not say what it is: nobody could make sure that what stands in it works.
#[must_use]
pub fn boxes(page: &str) -> Vec<Box> {
    let mut boxes = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(kind) = line.trim().strip_prefix("```") else { continue };
        let text: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != "```").collect();
        let commands = || text.iter().map(|line| words(line)).filter(|words| !words.is_empty()).collect();
        boxes.push(match kind {
            "sh" => Box::Shell(commands()),
            "cmd" => Box::Windows(commands()),
            "toml" => Box::Settings(text.join("\n")),
            other => panic!("a box of the kind “{other}” stands in the guide: take sh, cmd or toml"),
        });
    }
    boxes
}

/// What stands in the text as `oxupdated …`, in words.
#[must_use]
pub fn mentioned(page: &str, program: &str) -> Vec<Vec<String>> {
    let text: String = page.split("```").step_by(2).collect();
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.map(words).filter(|words| words.len() > 1 && words[0] == program).collect()
}

/// A command in words: blanks separate, double quotes group, and what is behind ` #` is for people.
fn words(line: &str) -> Vec<String> {
    let line = line.split(" #").next().unwrap_or_default();
    let (mut words, mut word, mut quoted) = (Vec::new(), None::<String>, false);
    for letter in line.chars() {
        match letter {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => words.extend(word.take()),
            letter => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::{Box, boxes, mentioned};

    fn line(words: &[&str]) -> Vec<String> {
        words.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn boxes_are_read_in_their_order() {
        let page = "Text `a`\n```sh\noxupdated serve  # for people\n\noxupdated a \"b c\"\n```\n```toml\na = 1\nb = 2\n```\n\
                    ```cmd\n\"C:\\A B\\c.exe\" check\n```\n";
        let expected = [
            Box::Shell(vec![line(&["oxupdated", "serve"]), line(&["oxupdated", "a", "b c"])]),
            Box::Settings("a = 1\nb = 2".to_owned()),
            Box::Windows(vec![line(&[r"C:\A B\c.exe", "check"])]),
        ];
        assert_eq!(boxes(page), expected);
    }

    #[test]
    #[should_panic(expected = "take sh, cmd or toml")]
    fn a_box_says_what_it_is() {
        let _ = boxes("```\nrm -rf /\n```\n");
    }

    #[test]
    fn what_the_text_mentions_is_found() {
        let page =
            "Type `oxupdated doctor`, not `doctor`.\n```sh\noxupdated `x`\n```\nOr `oxupdated user list`.";
        assert_eq!(
            mentioned(page, "oxupdated"),
            [line(&["oxupdated", "doctor"]), line(&["oxupdated", "user", "list"])]
        );
    }
}

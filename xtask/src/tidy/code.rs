//! What the rules need to know of a Rust file: the paths it names, its texts, the sentences it says, its `unsafe`.
//!
//! It reads tokens, not meaning: enough for who names whom, and quick. Code for tests is left out, since a test may reach further.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};

use super::Source;

/// A Rust file as the rules see it.
#[derive(Debug, Default)]
pub(super) struct Code {
    /// The file.
    pub(super) path: String,
    /// Each path that it names (`crate::db::users`), from the crate's root where it lies in this crate.
    pub(super) names: Vec<Named>,
    /// Each text in quotes.
    pub(super) texts: Vec<Named>,
    /// Each sentence that it says.
    pub(super) sentences: Vec<Said>,
    /// The arguments that are added to a sentence somewhere, as in `sentence.with("name", …)`.
    pub(super) added: BTreeSet<String>,
    /// The lines with the word `unsafe`.
    pub(super) unsafe_lines: Vec<usize>,
}

/// Something with a name, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) line: usize,
}

/// A sentence that is said: `message!("id", argument = …)` or `Message::new("id").with("argument", …)`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) id: String,
    pub(super) arguments: Vec<String>,
    pub(super) line: usize,
}

impl Code {
    /// Reads a file.
    ///
    /// # Errors
    /// A sentence for a file that is no Rust.
    pub(super) fn read(source: &Source) -> Result<Self, String> {
        let tokens: TokenStream = source.text.parse().map_err(|error| format!("It is no Rust: {error}."))?;
        let mut code = Self { path: source.path.clone(), ..Self::default() };
        if !is_for_tests(&source.path) {
            code.walk(tokens);
        }
        Ok(code)
    }

    fn walk(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if is_test_attribute(&tokens[at..]) {
                at = behind_item(&tokens, at + 2);
                continue;
            }
            match token {
                TokenTree::Ident(word) => {
                    if word == "unsafe" {
                        self.unsafe_lines.push(line(token));
                    }
                    at = self.name(String::new(), &tokens, at);
                    continue;
                }
                TokenTree::Group(group) => self.walk(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Some(name) = text_of(&literal.to_string()) {
                        self.texts.push(Named { name, line: line(token) });
                    }
                }
                TokenTree::Punct(_) => self.added.extend(added(&tokens[at..])),
            }
            at += 1;
        }
    }

    /// Takes in a path that starts at a word, with all that a `use` lists in braces; answers where it ends.
    fn name(&mut self, mut name: String, tokens: &[TokenTree], mut at: usize) -> usize {
        let start = at;
        loop {
            match tokens.get(at) {
                Some(TokenTree::Ident(word)) => {
                    self.say(word, &tokens[at..]);
                    push(&mut name, &word.to_string());
                }
                Some(TokenTree::Punct(star)) if star.as_char() == '*' && at > start => push(&mut name, "*"),
                Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Brace && at > start => {
                    self.names_in(&name, list);
                    return at + 1;
                }
                _ => break,
            }
            at += 1;
            if !is_path_separator(&tokens[at..]) {
                break;
            }
            at += 2;
        }
        let line = tokens.get(start).map_or(1, line);
        // A word alone is a variable or a keyword, except right behind `use`.
        let used = start > 0 && matches!(&tokens[start - 1], TokenTree::Ident(word) if word == "use");
        if name.contains("::") || used {
            self.names.push(Named { name: self.absolute(&name), line });
        }
        at.max(start + 1)
    }

    /// Takes in the paths of `{db, rules::{role, catalog}}` behind `crate::`.
    fn names_in(&mut self, prefix: &str, list: &Group) {
        let tokens: Vec<TokenTree> = list.stream().into_iter().collect();
        let mut at = 0;
        let mut starts = true;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Ident(_) if starts => {
                    at = self.name(prefix.to_owned(), &tokens, at);
                    starts = false;
                    continue;
                }
                TokenTree::Punct(comma) => starts = comma.as_char() == ',',
                _ => {}
            }
            at += 1;
        }
    }

    /// `super::db` and `self::db` as `crate::…::db`.
    fn absolute(&self, name: &str) -> String {
        let mut words = name.trim_end_matches("::self").split("::").peekable();
        if !matches!(words.peek(), Some(&"self" | &"super")) {
            return words.collect::<Vec<_>>().join("::");
        }
        let mut path = vec!["crate"];
        path.extend(module_of(&self.path));
        for word in words {
            match word {
                "self" => {}
                "super" => path.truncate(path.len() - 1),
                _ => path.push(word),
            }
        }
        path.join("::")
    }

    /// Takes in a sentence, if one is said here.
    fn say(&mut self, word: &Ident, tokens: &[TokenTree]) {
        let (call, behind) = match tokens {
            [_, TokenTree::Punct(mark), TokenTree::Group(call), behind @ ..]
                if word == "message" && mark.as_char() == '!' =>
            {
                (call, behind)
            }
            [_, _, _, TokenTree::Ident(new), TokenTree::Group(call), behind @ ..]
                if word == "Message" && is_path_separator(&tokens[1..]) && new == "new" =>
            {
                (call, behind)
            }
            _ => return,
        };
        let inside: Vec<TokenTree> = call.stream().into_iter().collect();
        let Some(id) = inside.first().and_then(|first| text_of(&first.to_string())) else { return };
        let given = inside.windows(3).filter_map(|three| match three {
            [TokenTree::Punct(comma), TokenTree::Ident(name), TokenTree::Punct(equals)]
                if comma.as_char() == ','
                    && equals.as_char() == '='
                    && equals.spacing() == Spacing::Alone =>
            {
                Some(name.to_string())
            }
            _ => None,
        });
        let mut arguments: Vec<String> = given.collect();
        arguments.extend(added(behind));
        arguments.sort();
        self.sentences.push(Said { id, arguments, line: line(&tokens[0]) });
    }
}

/// The names in `.with("name", …).with("other", …)`.
fn added(mut tokens: &[TokenTree]) -> Vec<String> {
    let mut names = Vec::new();
    while let [TokenTree::Punct(dot), TokenTree::Ident(with), TokenTree::Group(call), behind @ ..] = tokens {
        if dot.as_char() != '.' || with != "with" {
            break;
        }
        names.extend(call.stream().into_iter().next().and_then(|first| text_of(&first.to_string())));
        tokens = behind;
    }
    names
}

fn push(name: &mut String, word: &str) {
    if !name.is_empty() {
        name.push_str("::");
    }
    name.push_str(word);
}

fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

fn is_path_separator(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Punct(one), TokenTree::Punct(two), ..] if one.as_char() == ':' && two.as_char() == ':')
}

/// The text of a literal in plain quotes.
fn text_of(literal: &str) -> Option<String> {
    Some(literal.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// Whether `#[cfg(test)]` stands here.
fn is_test_attribute(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Punct(mark), TokenTree::Group(attribute), ..]
        if mark.as_char() == '#' && attribute.stream().to_string().replace(' ', "") == "cfg(test)")
}

/// Where the item ends that starts here: behind its braces or its semicolon.
fn behind_item(tokens: &[TokenTree], start: usize) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        _ => false,
    };
    tokens[start..].iter().position(ends).map_or(tokens.len(), |position| start + position + 1)
}

/// Whether a file is for tests only.
fn is_for_tests(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs")
}

/// The modules that lead to a file from its crate's root.
fn module_of(path: &str) -> Vec<&str> {
    let Some((_, inside)) = path.split_once("/src/") else { return Vec::new() };
    let mut modules: Vec<&str> = inside.trim_end_matches(".rs").split('/').collect();
    if matches!(modules.last(), Some(&"mod" | &"lib" | &"main")) {
        modules.pop();
    }
    modules
}

#[cfg(test)]
mod tests {
    use super::{Code, Said, Source};

    fn read(text: &str) -> Code {
        Code::read(&Source::example("crates/server/src/web/api/packages.rs", text)).unwrap()
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        let check = |text: &str, expected: &[&str]| {
            let code = read(text);
            let names: Vec<&str> = code.names.iter().map(|named| named.name.as_str()).collect();
            assert_eq!(names, expected, "{text}");
        };
        check("use crate::db;", &["crate::db"]);
        check(
            "use crate::{db::{self, users}, rules::*};",
            &["crate::db", "crate::db::users", "crate::rules::*"],
        );
        check("use super::super::super::db as rows;", &["crate::db"]);
        check("use super::{files, self};", &["crate::web::api::files", "crate::web::api"]);
        check("fn a() { let b = crate::db::users::all(c.d); }", &["crate::db::users::all"]);
        check("#[derive(sqlx::FromRow)] struct A;", &["sqlx::FromRow"]);
        check("fn a() { println!(\"{}\", crate::db::count()); }", &["crate::db::count"]);
        check("use sqlx;", &["sqlx"]);
        check("fn a(tokio: u8) -> u8 { tokio }", &[]);
        check("#[cfg(test)] mod tests { use crate::db; } use crate::model;", &["crate::model"]);
        check("#[cfg(test)] use crate::db;", &[]);
        check("// crate::db\n/// crate::db\nfn a() {}", &[]);
    }

    #[test]
    fn sentences_are_found_with_their_arguments() {
        let check = |text: &str, id: &str, arguments: &[&str]| {
            let arguments = arguments.iter().map(ToString::to_string).collect();
            assert_eq!(read(text).sentences, [Said { id: id.to_owned(), arguments, line: 1 }], "{text}");
        };
        check("fn a() { message!(\"done\") }", "done", &[]);
        check("fn a() { message!(\"done\", name = b(c, d = e), size = 3,) }", "done", &["name", "size"]);
        check(
            "fn a() { text::Message::new(\"done\").with(\"name\", 1).with(\"at\", 2).say() }",
            "done",
            &["at", "name"],
        );
        check("fn a() { message!(\"done\", name = 1).with(\"at\", 2) }", "done", &["at", "name"]);
        assert_eq!(read("fn a() { message!(\"a\", b = message!(\"c\")) }").sentences.len(), 2);
    }

    #[test]
    fn arguments_that_are_added_later_are_found() {
        let code = read("fn a(message: Message) { message.with(\"name\", 1).with(\"at\", 2); }");
        assert!(code.added.contains("name") && code.added.contains("at"));
    }

    #[test]
    fn lines_are_counted_from_one() {
        let code = read("\n\nfn a() {\n  unsafe { crate::db::b(\"text\") }\n}");
        assert_eq!(code.unsafe_lines, [4]);
        assert_eq!((code.names[0].line, code.texts[0].line), (4, 4));
        assert_eq!(code.texts[0].name, "text");
    }

    #[test]
    fn what_is_no_rust_is_an_error() {
        assert!(Code::read(&Source::example("a.rs", "fn a( {")).is_err());
    }
}

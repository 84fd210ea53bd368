//! The sentences: each one that code says is there in each language with the same arguments, and none is left over.
//!
//! A file is there in the complete languages, or in all of them; wherever it is, it has the same sentences. What code for
//! everybody says is there in all.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::code::Code;
use super::{Finding, Source};

/// Programs whose sentences for help are found by ids put together from the definitions of their command lines
/// (`PROGRAM-VERB-help`, `PROGRAM-VERB-arg-NAME`); a test of each program finds what is missing there.
const PROGRAMS: &[&str] = &["oxcatalog", "oxupdate", "oxupdated"];

/// The languages that have every file. The others have those whose sentences everybody meets.
const COMPLETE: [&str; 2] = ["de", "en"];

/// What the paths of code begin with that speaks to everybody, so in all languages.
const FOR_EVERYBODY: &[&str] = &[
    "crates/catalog/src/",
    "crates/client/src/",
    "crates/server/src/web/pages/account",
    "crates/server/src/web/pages/api_tokens",
    "crates/server/src/web/pages/entering",
    "crates/server/src/web/pages/frame",
    "crates/server/src/web/pages/home",
    "crates/server/src/web/pages/language_choice",
    "crates/server/src/web/pages/own_password",
    "crates/server/src/web/pages/parts",
    "crates/server/src/web/pages/refusal",
    "crates/server/src/web/pages/second_factor",
    "crates/server/src/web/pages/set_up",
    "crates/server/src/web/pages/sign_in",
    "crates/text/src/",
    "crates/tray/src/",
    "crates/window/src/",
];

/// One sentence of one language.
#[derive(Debug)]
struct Sentence {
    path: String,
    line: usize,
    arguments: BTreeSet<String>,
    /// The sentences that it quotes.
    quotes: BTreeSet<String>,
}

/// The sentences of one language by id.
type Language = BTreeMap<String, Sentence>;

/// All that is wrong with the sentences.
pub(super) fn check(sources: &[Source], codes: &[Code]) -> Vec<Finding> {
    let files: Vec<&Source> = sources.iter().filter(|source| source.path.ends_with(".ftl")).collect();
    let mut languages: BTreeMap<String, Language> = BTreeMap::new();
    let mut findings = Vec::new();
    for file in &files {
        let (_, language, _) = parts(&file.path);
        match read(file) {
            Ok(sentences) => languages.entry(language.to_owned()).or_default().extend(sentences),
            Err(finding) => findings.push(finding),
        }
    }
    findings.extend(missing_files(&files));
    findings.extend(said_but_missing(codes, &languages));
    findings.extend(not_for_everybody(codes, &languages));
    findings.extend(not_in_each_language(&files, &languages));
    findings.extend(left_over(codes, &languages));
    findings
}

/// `crates/text/ftl/de/server.ftl` as the folder, the language, and the file.
fn parts(path: &str) -> (&str, &str, &str) {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (folder, language) = folder.rsplit_once('/').unwrap_or(("", folder));
    (folder, language, name)
}

fn missing_files(files: &[&Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let languages: BTreeSet<(&str, &str)> =
        files.iter().map(|file| parts(&file.path)).map(|(folder, language, _)| (folder, language)).collect();
    let is_there = |path: &str| files.iter().any(|file| file.path == path);
    for file in files {
        let (folder, _, name) = parts(&file.path);
        let beside = languages.iter().filter(|(other, _)| *other == folder).map(|(_, language)| *language);
        let is_complete = |language: &&str| COMPLETE.contains(language);
        let path = |language: &str| format!("{folder}/{language}/{name}");
        // One language more than the complete ones, and it is a file for everybody.
        let is_for_everybody = beside
            .clone()
            .filter(|language| !is_complete(language))
            .any(|language| is_there(&path(language)));
        for language in beside.filter(|language| is_for_everybody || is_complete(language)) {
            let path = path(language);
            if !is_there(&path) {
                let what = format!("The language {language} has no such file: {path}.");
                let mend = "Translate it; a file is there in the complete languages, or in all of them.";
                findings.push(Finding::new(&file.path, 1, what, mend));
            }
        }
    }
    findings
}

fn read(file: &Source) -> Result<Language, Finding> {
    let resource = parser::parse(file.text.as_str()).map_err(|(_, errors)| {
        let start = errors.first().map_or(0, |error| error.pos.start);
        let line = file.text.get(..start).map_or(1, |before| before.lines().count().max(1));
        let what = format!(
            "It is no Fluent: {}.",
            errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        );
        Finding::new(&file.path, line, what, "Write it as https://projectfluent.org/fluent/guide describes.")
    })?;
    let mut language = Language::new();
    for entry in resource.body {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
            _ => continue,
        };
        let mut found = Found::default();
        value
            .iter()
            .chain(attributes.iter().map(|attribute| &attribute.value))
            .for_each(|pattern| found.pattern(pattern));
        let begins =
            |line: &str| line.strip_prefix(&id).is_some_and(|rest| rest.trim_start().starts_with('='));
        let line = file.text.lines().position(begins).map_or(1, |index| index + 1);
        let Found { arguments, quotes } = found;
        language.insert(id, Sentence { path: file.path.clone(), line, arguments, quotes });
    }
    Ok(language)
}

/// What stands in braces.
#[derive(Debug, Default)]
struct Found {
    arguments: BTreeSet<String>,
    quotes: BTreeSet<String>,
}

impl Found {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.quotes.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.quotes.insert(format!("-{}", id.name));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
                arguments.named.iter().for_each(|argument| self.inline(&argument.value));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

fn said_but_missing(codes: &[Code], languages: &BTreeMap<String, Language>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for code in codes {
        for said in &code.sentences {
            let lacking: Vec<&str> = languages
                .iter()
                .filter(|(language, sentences)| {
                    COMPLETE.contains(&language.as_str()) && !sentences.contains_key(&said.id)
                })
                .map(|(language, _)| language.as_str())
                .collect();
            if !lacking.is_empty() {
                let what = format!("The sentence “{}” is not there in {}.", said.id, lacking.join(", "));
                let mend = "Add it to the .ftl file of this part in each language.";
                findings.push(Finding::new(&code.path, said.line, what, mend));
            }
            let given: BTreeSet<String> = said.arguments.iter().cloned().collect();
            // What is added elsewhere in the file may be meant for this sentence.
            let at_most: BTreeSet<String> = given.union(&code.added).cloned().collect();
            for (language, sentences) in languages {
                let Some(sentence) = sentences.get(&said.id) else { continue };
                if given.is_subset(&sentence.arguments) && sentence.arguments.is_subset(&at_most) {
                    continue;
                }
                let taken = listed(&sentence.arguments);
                let given = listed(&given);
                let what =
                    format!("The sentence “{}” is given {given} and takes {taken} in {language}.", said.id);
                let mend = format!("Make the two alike, here or in {}:{}.", sentence.path, sentence.line);
                findings.push(Finding::new(&code.path, said.line, what, mend));
            }
        }
    }
    findings
}

fn not_for_everybody(codes: &[Code], languages: &BTreeMap<String, Language>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_for_everybody = |code: &&Code| FOR_EVERYBODY.iter().any(|begin| code.path.starts_with(begin));
    for code in codes.iter().filter(is_for_everybody) {
        let texts = code.texts.iter().map(|named| (named.name.as_str(), named.line));
        let said = texts.chain(code.sentences.iter().map(|said| (said.id.as_str(), said.line)));
        for (id, line) in said.collect::<BTreeSet<_>>() {
            let (having, lacking): (Vec<_>, Vec<_>) =
                languages.iter().partition(|(_, sentences)| sentences.contains_key(id));
            let is_somewhere =
                COMPLETE.iter().all(|complete| having.iter().any(|(name, _)| name == complete));
            if is_somewhere && !lacking.is_empty() {
                let lacking: Vec<&str> = lacking.iter().map(|(language, _)| language.as_str()).collect();
                let what = format!(
                    "Everybody meets the sentence “{id}”, and it is not there in {}.",
                    lacking.join(", ")
                );
                findings.push(Finding::new(
                    &code.path,
                    line,
                    what,
                    "Put it into a file that is there in all languages.",
                ));
            }
        }
    }
    findings
}

fn not_in_each_language(files: &[&Source], languages: &BTreeMap<String, Language>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sentences in languages.values() {
        for (id, sentence) in sentences {
            let (folder, _, name) = parts(&sentence.path);
            for (other, others) in languages {
                // Where the whole file is missing, that is said once.
                let path = format!("{folder}/{other}/{name}");
                if others.contains_key(id) || !files.iter().any(|file| file.path == path) {
                    continue;
                }
                let what = format!("The sentence “{id}” is not there in {other}.");
                let mend = "Translate it, or remove it here.";
                findings.push(Finding::new(&sentence.path, sentence.line, what, mend));
            }
        }
    }
    findings
}

fn left_over(codes: &[Code], languages: &BTreeMap<String, Language>) -> Vec<Finding> {
    let texts = codes.iter().flat_map(|code| &code.texts).map(|named| named.name.as_str());
    let said = texts.chain(codes.iter().flat_map(|code| &code.sentences).map(|said| said.id.as_str()));
    let said: BTreeSet<&str> = said.collect();
    let mut findings = Vec::new();
    for sentences in languages.values() {
        let quoted: BTreeSet<&str> =
            sentences.values().flat_map(|sentence| &sentence.quotes).map(String::as_str).collect();
        for (id, sentence) in sentences {
            if !said.contains(id.as_str()) && !quoted.contains(id.as_str()) && !is_of_a_command_line(id) {
                let what = format!("Nothing says the sentence “{id}”.");
                findings.push(Finding::new(&sentence.path, sentence.line, what, "Say it or remove it."));
            }
        }
    }
    findings
}

fn is_of_a_command_line(id: &str) -> bool {
    let of = |program: &&str| id.strip_prefix(*program).is_some_and(|rest| rest.starts_with('-'));
    PROGRAMS.iter().any(of) && (id.ends_with("-help") || id.contains("-arg-"))
}

fn listed(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        "nothing".to_owned()
    } else {
        names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Source};
    use super::check;

    /// What is found where code says something and two languages have these sentences.
    fn findings(code: &str, english: &str, german: &str) -> Vec<String> {
        let code = Code::read(&Source::example("crates/client/src/plan.rs", code)).unwrap();
        let sources = [
            Source::example("crates/text/ftl/de/client.ftl", german),
            Source::example("crates/text/ftl/en/client.ftl", english),
        ];
        check(&sources, &[code])
            .iter()
            .map(|finding| format!("{}:{} {}", finding.path, finding.line, finding.what))
            .collect()
    }

    #[test]
    fn sentences_are_whole() {
        let check = |code: &str, english: &str, german: &str, expected: &[&str]| {
            assert_eq!(findings(code, english, german), expected);
        };
        let says = "fn a() { message!(\"done\", name = 1) }";
        check(says, "done = { $name } is done.\n", "done = { $name } ist fertig.\n", &[]);
        check(
            says,
            "# First.\ndone = { $name } is done.\n",
            "",
            &[
                "crates/client/src/plan.rs:1 The sentence “done” is not there in de.",
                "crates/text/ftl/en/client.ftl:2 The sentence “done” is not there in de.",
            ],
        );
        check(
            says,
            "done = { $name } is done.\n",
            "done = { $title } ist fertig.\n",
            &["crates/client/src/plan.rs:1 The sentence “done” is given $name and takes $title in de."],
        );
        let adds = "fn a() { let b = |c: Message| c.with(\"name\", 1); b(message!(\"done\")) }";
        check(adds, "done = { $name } is done.\n", "done = { $name } ist fertig.\n", &[]);
        check(
            adds,
            "done = { $name } is done.\n",
            "done = { $name } ist { $how }.\n",
            &[
                "crates/client/src/plan.rs:1 The sentence “done” is given nothing and takes $how, $name in de.",
            ],
        );
        check(
            says,
            "done = Done.\n",
            "done = { $name } ist fertig.\n",
            &["crates/client/src/plan.rs:1 The sentence “done” is given $name and takes nothing in en."],
        );
        check(
            "",
            "left = Left.\n",
            "left = Über.\n",
            &[
                "crates/text/ftl/de/client.ftl:1 Nothing says the sentence “left”.",
                "crates/text/ftl/en/client.ftl:1 Nothing says the sentence “left”.",
            ],
        );
        check("fn a() -> &'static str { \"left\" }", "left = Left.\n", "left = Über.\n", &[]);
        check("", "oxupdate-check-help = Checks.\n", "oxupdate-check-help = Prüft.\n", &[]);
    }

    #[test]
    fn arguments_are_found_in_choices_and_quotes_count_as_said() {
        let says = "fn a() { message!(\"found\", count = 1) }";
        let english = "-us = OX Updater\nfound = { $count ->\n    [one] One by { -us }.\n   *[other] { $count } by { -us }.\n}\n";
        assert_eq!(findings(says, english, english), [""; 0]);
    }

    #[test]
    fn each_language_has_each_file() {
        let sources = [
            Source::example("crates/text/ftl/de/client.ftl", ""),
            Source::example("crates/text/ftl/en/client.ftl", ""),
            Source::example("crates/text/ftl/en/server.ftl", ""),
        ];
        let findings = check(&sources, &[]);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].what, "The language de has no such file: crates/text/ftl/de/server.ftl.");
    }

    #[test]
    fn a_file_for_everybody_is_there_in_all_languages() {
        let found = |sources: &[Source], codes: &[Code]| -> Vec<String> {
            check(sources, codes).into_iter().map(|finding| finding.what).collect()
        };
        let file = |path: &str, text: &str| Source::example(&format!("crates/text/ftl/{path}.ftl"), text);
        let says = Source::example("crates/server/src/web/pages/home.rs", "fn a() { message!(\"hello\") }");
        let codes = [Code::read(&says).unwrap()];
        let (english, german) = (file("en/home", "hello = Hello.\n"), file("de/home", "hello = Hallo.\n"));
        let both = [english.clone(), german.clone()];
        assert_eq!(found(&both, &codes), [""; 0], "two languages, as long as there are no more");
        let other = file("fr/pages", "");
        let others = [file("de/pages", ""), file("en/pages", ""), other];
        assert_eq!(
            found(&[&both[..], &others].concat(), &codes),
            ["Everybody meets the sentence “hello”, and it is not there in fr."]
        );
        let french = [file("fr/home", "hello = Bonjour.\n"), file("sv/other", "")];
        let expected = [
            "The language sv has no such file: crates/text/ftl/sv/home.ftl.",
            "The language de has no such file: crates/text/ftl/de/other.ftl.",
        ];
        let all = found(&[&both[..], &french].concat(), &codes);
        assert!(expected.iter().all(|what| all.iter().any(|found| found == what)), "{all:?}");
        let french = [file("fr/home", "salut = Salut.\n")];
        assert!(
            found(&[&both[..], &french].concat(), &codes)
                .contains(&"The sentence “hello” is not there in fr.".to_owned())
        );
    }

    #[test]
    fn a_damaged_file_is_named_with_its_line() {
        let found = findings("", "fine = Fine.\nbad = { $name\n", "");
        assert!(found[0].starts_with("crates/text/ftl/en/client.ftl:2 It is no Fluent"), "{found:?}");
    }
}

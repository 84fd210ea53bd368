//! docs/reference/faults.md: every fault of the client with its sentence, its exit code, its next step and its proof.
//!
//! What a fault is comes from the code: each sentence by which an error explains itself, each with which the command line itself fails, and each
//! that begins as one of an outcome does.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Source};

/// The page.
pub(super) const PAGE: &str = "docs/reference/faults.md";
/// Where errors explain themselves to the person at a PC.
const CLIENT: &str = "crates/client/src/";
/// Where the exit codes are.
const EXITS: &str = "crates/client/src/cli/exit.rs";
/// Where the sentences are, in the page's language.
const SENTENCES: &str = "crates/text/ftl/en/";
/// How the sentences of what came of an install begin, which no error explains.
const PREFIXES: &[&str] = &["outcome-", "failure-"];
/// How a sentence of the command line is said, and how a failure is made of one.
const COMMAND_LINE: &str = "message!(\"cli-";
const FAILURES: &[&str] = &["Failure::", "Failure {", "Err("];
/// How those end among them that say what happened; the others stand with them.
const HAPPENED: &str = "-happened";
/// Exit codes of runs that met no fault.
const NO_FAULTS: &[u8] = &[0, 10];
/// How the cell of a fault on the desktop begins, which has the icon that is seen in place of an exit code.
const ICON: &str = "icon `";
/// Where the icons are that there can be.
const ICONS: &str = "crates/client/src/screen.rs";
/// The section of the faults that a person meets at the icon and its windows.
const DESKTOP: &str = "## On the desktop";
/// What has to stand there, each by its sentence: the faults that the face was made to bear.
const ON_THE_DESKTOP: &[(&str, &str)] = &[
    ("the server is away", "server-unreachable"),
    ("a wrong password", "server-sign-in-refused"),
    ("a password that was changed meanwhile", "server-sign-in-ended"),
    ("a full disk", "download-disk-full"),
    ("Windows Installer is busy", "progress-windows-busy"),
    ("an installer that hangs", "progress-takes-long"),
    ("the shell starts anew", "tray-tooltip-idle"),
    ("Windows ends in the middle of an install", "progress-safe"),
    ("what came of an install is read at the next start", "balloon-settled"),
    ("another person installs", "window-locked-by-other"),
    ("the network is cut in the middle", "server-broken"),
    ("refused rights", "outcome-elevation-refused"),
];
/// How the cell of a fault begins that Windows Installer shows and ends with.
const BY_INSTALLER: &str = "Windows Installer";
/// How a proof begins that is still to come; the reason follows.
const NOT_PROVEN: &str = "not yet proven: ";

/// A row of the page.
struct Row<'a> {
    line: usize,
    id: &'a str,
    sentence: &'a str,
    exits: Vec<(u8, &'a str)>,
    /// The icon that is seen on the desktop.
    icon: Option<&'a str>,
    /// Whether Windows Installer shows it.
    is_by_installer: bool,
    next_step: &'a str,
    proof: &'a str,
}

/// All that is wrong between the page and the code.
pub(super) fn check(page: &str, sources: &[Source]) -> Vec<Finding> {
    let sentences = sentences(sources);
    let exits = exits(sources);
    let (tests, icons) = (tests(sources), icons(sources));
    let rows: Vec<Row<'_>> = page.lines().enumerate().filter_map(|(at, line)| row(at + 1, line)).collect();
    let mut findings = Vec::new();
    for (id, path) in wanted(sources, &sentences) {
        if !rows.iter().any(|row| row.id == id) {
            let sentence = sentences.get(&id).map(String::as_str).unwrap_or_default();
            let mend = format!(
                "Add a row there: | what happens | `{id}`: {sentence} | exit code and name | next step | how and by which test it is proven |"
            );
            findings.push(Finding::new(&path, 1, format!("{PAGE} has no row for the fault “{id}”."), mend));
        }
    }
    for row in &rows {
        findings.extend(judge(row, &sentences, (&exits, &icons), &tests));
    }
    findings.extend(missing_on_the_desktop(page, &rows));
    for (at, line) in page.lines().enumerate().filter(|(at, line)| row(at + 1, line).is_none()) {
        if line.starts_with('|') && !is_heading_or_rule(line) {
            let mend = "Write it as: | what happens | `id`: sentence | exit code, icon or Windows Installer | next step | proof |";
            findings.push(Finding::new(PAGE, at + 1, "This row cannot be read, so nothing holds it.", mend));
        }
        let named = in_ticks(line).filter(|name| name.contains("::") && !tests.contains(*name));
        findings.extend(named.map(|name| no_test(at + 1, name)));
    }
    for (code, name) in exits.iter().filter(|(code, _)| !NO_FAULTS.contains(code)) {
        if !rows.iter().any(|row| row.exits.contains(&(*code, name.as_str()))) {
            let what = format!("{PAGE} has no fault that ends with {code} `{name}`.");
            findings.push(Finding::new(EXITS, 1, what, "Add the row of the fault that ends so."));
        }
    }
    findings
}

/// The faults that the section of the desktop has to have, and lacks.
fn missing_on_the_desktop(page: &str, rows: &[Row<'_>]) -> Vec<Finding> {
    let lines: Vec<&str> = page.lines().collect();
    let begin = lines.iter().position(|line| *line == DESKTOP).map_or(lines.len(), |at| at + 1);
    let end = lines.iter().skip(begin).position(|line| line.starts_with("## "));
    let section = begin..end.map_or(lines.len(), |at| begin + at) + 1;
    let stands =
        |id: &str| rows.iter().any(|row| row.id == id && row.icon.is_some() && section.contains(&row.line));
    let missing = ON_THE_DESKTOP.iter().filter(|(_, id)| !stands(id));
    let finding = |(fault, id): &(&str, &str)| {
        let what = format!("“{DESKTOP}” has no row for this fault: {fault} (“{id}”).");
        Finding::new(PAGE, begin, what, "Add the row there, with the icon that is seen.")
    };
    missing.map(finding).collect()
}

/// Whether a line is the heading of a table, or the rule below it.
fn is_heading_or_rule(line: &str) -> bool {
    line.starts_with("| what happens |") || line.bytes().all(|byte| b"|-: ".contains(&byte))
}

/// What is wrong with a row.
fn judge(
    row: &Row<'_>,
    sentences: &BTreeMap<String, String>,
    (exits, icons): (&BTreeMap<u8, String>, &BTreeSet<String>),
    tests: &BTreeSet<String>,
) -> Vec<Finding> {
    let finding = |what: String, mend: &str| Finding::new(PAGE, row.line, what, mend);
    let mut findings = Vec::new();
    match sentences.get(row.id) {
        None => findings.push(finding(format!("There is no sentence “{}”.", row.id), "Take the row out.")),
        Some(sentence) if sentence != row.sentence => {
            findings.push(finding(format!("“{}” says: {sentence}", row.id), "Write it so in the row."));
        }
        Some(_) => {}
    }
    for (code, name) in &row.exits {
        if exits.get(code).map(String::as_str) != Some(*name) {
            let what = format!("No run ends with {code} `{name}`.");
            findings.push(finding(what, &format!("Take code and name from {EXITS}.")));
        }
    }
    if let Some(icon) = row.icon.filter(|icon| !icons.contains(*icon)) {
        findings.push(finding(format!("There is no icon `{icon}`."), &format!("Take one from {ICONS}.")));
    }
    if row.exits.is_empty() && row.icon.is_none() && !row.is_by_installer {
        let mend = "Write it as: 20 `server-unreachable`.";
        findings.push(finding(format!("“{}” has no exit code.", row.id), mend));
    }
    if row.next_step.is_empty() {
        findings.push(finding(format!("“{}” has no next step.", row.id), "Say what the person does then."));
    }
    let named: Vec<&str> = in_ticks(row.proof).filter(|name| name.contains("::")).collect();
    if named.is_empty() && !row.proof.starts_with(NOT_PROVEN) {
        let mend = format!("Name the test as `file::test_name`, or write “{NOT_PROVEN}” and why.");
        findings.push(finding(format!("“{}” has no proof.", row.id), &mend));
    }
    findings
        .extend(named.into_iter().filter(|name| !tests.contains(*name)).map(|name| no_test(row.line, name)));
    findings
}

fn no_test(line: usize, name: &str) -> Finding {
    let mend = "Name a test that is there, as `file::test_name`.";
    Finding::new(PAGE, line, format!("There is no test `{name}`."), mend)
}

/// Reads a row: what happens, `id`: sentence, exit codes, next step, proof.
fn row(line: usize, text: &str) -> Option<Row<'_>> {
    let cells: Vec<&str> = text.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    let [_, said, exits, next_step, proof] = cells.as_slice() else { return None };
    let (id, sentence) = said.strip_prefix('`')?.split_once("`: ")?;
    let names = in_ticks(exits);
    let codes = exits.split(['`', ' ', ';', ',']).filter_map(|word| word.parse().ok());
    let icon = exits.strip_prefix(ICON).and_then(|rest| rest.split('`').next());
    let is_by_installer = exits.starts_with(BY_INSTALLER);
    // Numbers beside an icon are none of exit codes.
    let exits = if icon.is_some() || is_by_installer { Vec::new() } else { codes.zip(names).collect() };
    Some(Row { line, id, sentence, exits, icon, is_by_installer, next_step, proof })
}

/// What stands between backticks.
fn in_ticks(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Each sentence that the page has to have, and the file that says it.
fn wanted(sources: &[Source], sentences: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut wanted = BTreeMap::new();
    for source in sources.iter().filter(|source| source.path.starts_with(CLIENT)) {
        for (_, block) in
            source.text.match_indices("impl Explain for ").map(|(at, _)| source.text.split_at(at))
        {
            let block = block.split("\n}").next().unwrap_or_default();
            for said in block.split("message!(").skip(1) {
                let id = said.trim_start().strip_prefix('"').and_then(|said| said.split('"').next());
                wanted.extend(id.map(|id| (id.to_owned(), source.path.clone())));
            }
        }
    }
    for source in sources.iter().filter(|source| source.path.starts_with(CLIENT)) {
        wanted.extend(of_the_command_line(&source.text).map(|id| (id, source.path.clone())));
    }
    let begins = |id: &str| PREFIXES.iter().any(|prefix| id.starts_with(prefix));
    let stands_alone = |id: &str| !id.starts_with("failure-") || id.contains(HAPPENED);
    let outcomes = sentences.keys().filter(|id| begins(id) && stands_alone(id));
    wanted.extend(outcomes.map(|id| (id.clone(), SENTENCES.to_owned())));
    wanted
}

/// The sentences with which the command line itself fails: those that a failure is made of where they stand.
fn of_the_command_line(text: &str) -> impl Iterator<Item = String> {
    text.match_indices(COMMAND_LINE).filter_map(|(at, _)| {
        let (before, said) = text.split_at(at);
        let begin = [";", "=>", "}"].iter().filter_map(|end| before.rfind(end)).max().unwrap_or_default();
        let is_failure = FAILURES.iter().any(|failure| before[begin..].contains(failure));
        let id = said.split('"').nth(1)?;
        is_failure.then(|| id.to_owned())
    })
}

/// Every sentence by its id; of one with choices, the usual one.
fn sentences(sources: &[Source]) -> BTreeMap<String, String> {
    let mut sentences = BTreeMap::new();
    for source in sources.iter().filter(|source| source.path.starts_with(SENTENCES)) {
        let mut last = None;
        for line in source.text.lines() {
            if let Some(usual) = line.trim_start().strip_prefix("*[") {
                let usual = usual.split_once(']').map(|(_, text)| text.trim().to_owned());
                sentences.extend(last.clone().zip(usual));
            } else if let Some((id, text)) = line.split_once(" =").filter(|(id, _)| is_id(id)) {
                last = Some(id.to_owned());
                sentences.insert(id.to_owned(), text.trim().to_owned());
            }
        }
    }
    sentences
}

fn is_id(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The exit codes and their names, from lines such as `Done = 0 "done",`.
fn exits(sources: &[Source]) -> BTreeMap<u8, String> {
    let source = sources.iter().find(|source| source.path == EXITS);
    let lines = source.into_iter().flat_map(|source| source.text.lines());
    let exit = |line: &str| {
        let (code, name) = line.trim().split_once(" = ")?.1.split_once(' ')?;
        let name = name.strip_prefix('"')?.strip_suffix("\",")?;
        Some((code.parse().ok()?, name.to_owned()))
    };
    lines.filter_map(exit).collect()
}

/// The icons beside the clock: the variants of `TrayIcon`, in lower case.
fn icons(sources: &[Source]) -> BTreeSet<String> {
    let source = sources.iter().find(|source| source.path == ICONS);
    let variants =
        source.and_then(|source| source.text.split("pub enum TrayIcon {").nth(1)?.split('}').next());
    let lines = variants.into_iter().flat_map(str::lines).map(str::trim);
    lines.filter_map(|line| line.strip_suffix(',')).map(str::to_lowercase).collect()
}

/// Every test that runs with the others, as `file::test_name`; a `mod.rs` counts as its folder.
fn tests(sources: &[Source]) -> BTreeSet<String> {
    let mut tests = BTreeSet::new();
    for source in sources {
        let path = source.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let file = path.rsplit('/').next().unwrap_or_default();
        let (mut is_test, mut is_ignored) = (false, false);
        for line in source.text.lines().map(str::trim) {
            let function = line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn ");
            if let Some(name) = function.and_then(|rest| rest.split('(').next()) {
                if is_test && !is_ignored {
                    tests.insert(format!("{file}::{name}"));
                }
                (is_test, is_ignored) = (false, false);
            } else if line.starts_with("#[ignore") {
                is_ignored = true;
            } else if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
                is_test = true;
            }
        }
    }
    tests
}

#[cfg(test)]
mod tests {
    use super::super::Source;
    use super::check;

    const CODE: &str = "impl Explain for A {\n    match self { B => message!(\"server-gone\", a = 1) }\n}\nfn c() { message!(\"d\") }";
    const FTL: &str = "server-gone = { $a } is gone.\nd = D.\noutcome-held = { $days ->\n    [one] One day.\n   *[other] { $days } days.\n}\n";
    const EXITS: &str = "exits! {\n    Done = 0 \"done\",\n    Gone = 20 \"gone\",\n}";
    const TEST: &str = "#[test]\nfn it_is_gone() {}\n";

    fn findings(page: &str) -> Vec<String> {
        let sources = [
            Source::example("crates/client/src/server.rs", CODE),
            Source::example("crates/client/src/cli/exit.rs", EXITS),
            Source::example("crates/client/tests/it/server.rs", TEST),
            Source::example(
                "crates/client/tests/it/part.rs",
                "#[test]\n#[ignore = \"by hand\"]\nfn it_is() {}",
            ),
            Source::example("crates/text/ftl/en/client.ftl", FTL),
            Source::example(
                "crates/client/src/screen.rs",
                "pub enum TrayIcon {\n    /// A.\n    Attention,\n}",
            ),
        ];
        let found = check(page, &sources).into_iter().map(|finding| finding.what);
        // What the desktop's section has to have is a test of its own.
        found.filter(|what| !what.contains(super::DESKTOP)).collect()
    }

    #[test]
    fn each_fault_that_a_person_meets_at_the_desktop_stands_in_its_section() {
        let missing = |page: &str| {
            let rows: Vec<_> =
                page.lines().enumerate().filter_map(|(at, line)| super::row(at + 1, line)).collect();
            super::missing_on_the_desktop(page, &rows).len()
        };
        let all = super::ON_THE_DESKTOP.len();
        let row =
            |id: &str| format!("| it | `{id}`: It. | icon `idle` | wait | not yet proven: an example |\n");
        let rows: String = super::ON_THE_DESKTOP.iter().map(|(_, id)| row(id)).collect();
        assert_eq!(missing(&format!("## On the desktop\n{rows}## More\n")), 0);
        assert_eq!(missing(&format!("## On the desktop\n{rows}")), 0);
        assert_eq!(missing(""), all);
        assert_eq!(missing(&format!("{rows}## On the desktop\n## More\n{rows}")), all, "elsewhere");
        assert_eq!(missing(&format!("## On the desktop\n{}", rows.replace("icon `idle`", "20 `gone`"))), all);
        let without_one = rows.replace(&row("server-broken"), "");
        assert_eq!(missing(&format!("## On the desktop\n{without_one}")), 1);
    }

    #[test]
    fn the_page_has_each_fault_as_it_is() {
        let held =
            "| held | `outcome-held`: { $days } days. | 20 `gone` | wait | engine: `server::it_is_gone` |";
        let check = |row: &str, expected: &[&str]| {
            assert_eq!(findings(&format!("{held}\n{row}\n")), expected, "{row}");
        };
        let whole =
            "| gone | `server-gone`: { $a } is gone. | 20 `gone` | wait | engine: `server::it_is_gone` |";
        check(whole, &[]);
        check(&whole.replace("engine: `server::it_is_gone`", "not yet proven: needs Windows"), &[]);
        check("", &["docs/reference/faults.md has no row for the fault “server-gone”."]);
        check(&whole.replace("is gone.", "went."), &["“server-gone” says: { $a } is gone."]);
        check(&whole.replace("20 `gone`", "20 `went`"), &["No run ends with 20 `went`."]);
        check(&whole.replace("20 `gone`", "as ever"), &["“server-gone” has no exit code."]);
        let on_the_desktop = |icon: &str| format!("{whole}\n{}", whole.replace("20 `gone`", icon));
        check(&on_the_desktop("icon `attention`; the list"), &[]);
        check(&on_the_desktop("icon `sleeping`"), &["There is no icon `sleeping`."]);
        check(&on_the_desktop("the list"), &["“server-gone” has no exit code."]);
        check(&whole.replace("wait", ""), &["“server-gone” has no next step."]);
        check(&whole.replace("engine: `server::it_is_gone`", "surely"), &["“server-gone” has no proof."]);
        check(&whole.replace("server::it_is_gone", "part::it_is"), &["There is no test `part::it_is`."]);
        check(&whole.replace("it_is_gone", "it_went"), &["There is no test `server::it_went`."]);
        check(&format!("{whole}\nAlso `server::it_went`."), &["There is no test `server::it_went`."]);
        check(&whole.replace("20 `gone`", "Windows Installer shows it"), &[]);
        let unread = ["This row cannot be read, so nothing holds it."];
        check(
            &format!(
                "| what happens | more |\n|---|:-:|\n{whole}\n{}",
                whole.replace("`server-gone`", "server-gone")
            ),
            &unread,
        );
        check(&format!("{whole}\n| gone | `server-gone`: {{ $a }} is gone. | wait |"), &unread);
    }

    #[test]
    fn a_failure_of_the_command_line_is_a_fault_and_what_it_says_else_is_none() {
        let check = |code: &str, expected: &[&str]| {
            let found: Vec<String> = super::of_the_command_line(code).collect();
            assert_eq!(found, expected, "{code}");
        };
        check(r#"return Err(Failure::misuse(message!("cli-a", b = 1)));"#, &["cli-a"]);
        check(r#"x => Err(Failure {\n exit: Exit::SignIn,\n message: message!("cli-a"),\n })"#, &["cli-a"]);
        check(r#"Err(error) => Err(wrong(message!("cli-a", detail = 1))),"#, &["cli-a"]);
        check(r#"fn a() -> Result<(), Failure> { say(&message!("cli-a")) }"#, &[]);
        check(r#"fn a() -> Failure { Failure { message: message!("x") } } say(message!("cli-a"))"#, &[]);
        check(r#"Err(a) => message!("cli-a")"#, &[]);
    }

    #[test]
    fn a_row_of_what_is_gone_and_an_exit_code_without_a_row_are_found() {
        let row = "| held | `outcome-holding`: Long. | 0 `done` | wait | not yet proven: it is an example |";
        assert_eq!(
            findings(row),
            [
                "docs/reference/faults.md has no row for the fault “outcome-held”.",
                "docs/reference/faults.md has no row for the fault “server-gone”.",
                "There is no sentence “outcome-holding”.",
                "docs/reference/faults.md has no fault that ends with 20 `gone`.",
            ]
        );
    }
}

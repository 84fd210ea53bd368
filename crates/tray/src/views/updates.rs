//! The window with the updates, page by page.

use client::desk::ItemKey;
use client::screen::{
    Bar, BrowserPage, Details, ListPage, Page, ProgressPage, ProgressRow, QuestionPage, ResultPage,
    ResultRow, SignInPage, Tick, UpdateWindow, Verdict,
};
use text::{Language, Message, message};
use window::view::{Align, Column, EditStyle, FormLine, Kind, LabelStyle, List, ListStyle, Node, Row, View};

use super::{TABLE, buttons, say};

/// What the page says first.
pub(crate) const HEADING: &str = "heading";
/// The link below the details.
pub(crate) const LINK: &str = "link";
/// The field for the name.
pub(crate) const USER: &str = "user";
/// The field for the password.
pub(crate) const PASSWORD: &str = "password";
/// The box that keeps the password.
pub(crate) const KEEP: &str = "keep";

/// The code that is to be seen in the browser.
const CODE: &str = "code";

/// How many rows of the table are to be seen at least.
const LIST_LINES: u16 = 4;
/// How many lines of the details are to be seen at least.
const DETAILS_LINES: u16 = 5;

/// What the window with the updates shows.
pub(crate) fn updates(window: &UpdateWindow, language: Language) -> View {
    let say = |message: &Message| message.say(language);
    let mut nodes = vec![heading(window, language)];
    match &window.page {
        Page::Plain => nodes.push(Node::Fill),
        Page::List(page) => nodes.extend(list(page, language)),
        Page::SignIn(page) => nodes.extend(sign_in(page, language)),
        Page::Browser(page) => nodes.push(scroll(browser(page, language))),
        Page::Question(QuestionPage { paragraphs }) => {
            let label = |text| Node::label(say(text), LabelStyle::Plain).reached();
            nodes.push(scroll(paragraphs.iter().map(label).collect()));
        }
        Page::Progress(ProgressPage { rows }) => {
            nodes.push(scroll(rows.iter().map(|row| progress(row, language)).collect()));
        }
        Page::Result(page) => nodes.push(scroll(result(page, language))),
    }
    nodes.push(buttons(&window.buttons, language));
    let title = say(&message!("face-updates-title"));
    let page = page_name(window);
    View { title, page, focus: Some(focus(&window.page).to_owned()), body: Node::Column(nodes) }
}

/// What the page is called: one with another name takes the focus to where a person goes on, as to a password that was refused.
fn page_name(window: &UpdateWindow) -> String {
    let is_refused = matches!(&window.page, Page::SignIn(page) if page.problem.is_some() && !page.asking);
    let again = if is_refused { " again" } else { "" };
    format!("{:?}{again}", window.name)
}

fn heading(window: &UpdateWindow, language: Language) -> Node {
    let heading = Node::label(window.heading.say(language), LabelStyle::Heading);
    let mut row = vec![heading.with_id(HEADING).spoken(), Node::Fill];
    let aside = |aside: &Message| Node::label(aside.say(language), LabelStyle::Quiet).reached();
    row.extend(window.aside.as_ref().map(aside));
    Node::Row(row)
}

fn scroll(nodes: Vec<Node>) -> Node {
    Node::Scroll { id: "scroll".to_owned(), body: Box::new(Node::Column(nodes)) }
}

/// Where a person goes on: the field, which is the password where the name is known, else the sentence that says what there is. No button,
/// so that no key that was meant for the page before presses one.
fn focus(page: &Page) -> &'static str {
    match page {
        Page::SignIn(page) if page.asking => HEADING,
        Page::SignIn(page) if !page.user.is_empty() => PASSWORD,
        Page::SignIn(_) => USER,
        Page::List(_) => TABLE,
        Page::Plain | Page::Browser(_) | Page::Question(_) | Page::Progress(_) | Page::Result(_) => HEADING,
    }
}

/// What an update is called in the table.
pub(crate) fn row_key(key: &ItemKey) -> String {
    format!("{key:?}")
}

fn list(page: &ListPage, language: Language) -> Vec<Node> {
    let say = |message: &Message| message.say(language);
    let say_if = |message: &Option<Message>| message.as_ref().map(say).unwrap_or_default();
    let column = |title: Message, align: Align, grows: bool| Column { title: say(&title), align, grows };
    let rows = page.rows.iter().map(|row| Row {
        key: row_key(&row.key),
        cells: vec![
            row.name.clone(),
            say(&row.versions),
            say(&row.importance),
            say_if(&row.size),
            say_if(&row.released),
        ],
        tick: match row.tick {
            Tick::On => Some(true),
            Tick::Off => Some(false),
            Tick::Never => None,
        },
        ico: row.icon.as_ref().map(|icon| icon.as_bytes().to_vec()),
    });
    let table = List {
        columns: vec![
            column(message!("face-column-name"), Align::Start, true),
            column(message!("face-column-versions"), Align::Start, false),
            column(message!("face-column-importance"), Align::Start, false),
            column(message!("face-column-size"), Align::End, false),
            column(message!("face-column-released"), Align::Start, false),
        ],
        rows: rows.collect(),
        selected: page.rows.iter().find(|row| row.selected).map(|row| row_key(&row.key)),
        style: ListStyle::TicksAndIcons,
        lines: LIST_LINES,
    };
    let mut nodes: Vec<Node> = page.restart.iter().map(|text| restart(text, language)).collect();
    nodes.push(Kind::List(table).named(TABLE).called(say(&message!("face-list-name"))));
    nodes.extend(page.details.as_ref().map(|about| details(about, language)).into_iter().flatten());
    nodes
}

fn details(about: &Details, language: Language) -> Vec<Node> {
    let mut lines = vec![about.heading.say(language)];
    lines.extend(say(&about.paragraphs, language));
    let text = Kind::Text { text: lines.join("\n"), lines: DETAILS_LINES };
    let mut nodes =
        vec![Node::label(message!("face-details").say(language), LabelStyle::Caption), text.named("details")];
    nodes.extend(about.link.as_ref().map(|link| {
        let label = link.label.say(language);
        let heard = label.replace('&', "");
        Node::Row(vec![Kind::Link { label }.named(LINK).called(heard), Node::Fill])
    }));
    nodes
}

fn sign_in(page: &SignInPage, language: Language) -> Vec<Node> {
    let usable = |node: Node| if page.asking { node.disabled() } else { node };
    let problem =
        page.problem.as_ref().map(|problem| Node::label(problem.say(language), LabelStyle::Warning).spoken());
    let line = |label: Message, field: Node, note: Option<Node>| FormLine {
        label: label.say(language),
        field: usable(field),
        note,
    };
    let mut nodes: Vec<Node> =
        page.lines.iter().map(|text| Node::label(text.say(language), LabelStyle::Plain).reached()).collect();
    nodes.push(Node::Form(vec![
        line(message!("face-user"), Node::edit(USER, page.user.clone(), EditStyle::Line), None),
        line(message!("face-password"), Node::edit(PASSWORD, "", EditStyle::Password), problem),
    ]));
    nodes.extend(
        page.keep
            .as_ref()
            .map(|label| usable(Kind::Check { label: label.say(language), on: false }.named(KEEP))),
    );
    if page.asking {
        let name = message!("sign-in-page-asking").say(language);
        nodes.push(Node::label(name.clone(), LabelStyle::Quiet).spoken());
        nodes.push(Kind::Progress(window::view::Bar::Unknown).unnamed().called(name));
    }
    nodes.push(Node::Fill);
    nodes
}

fn browser(page: &BrowserPage, language: Language) -> Vec<Node> {
    let label = |text: &Message| Node::label(text.say(language), LabelStyle::Plain).spoken();
    let mut nodes: Vec<Node> = page.lines.iter().map(label).collect();
    nodes
        .extend(page.code.as_ref().map(|code| Node::label(code, LabelStyle::Heading).with_id(CODE).spoken()));
    nodes.push(
        Kind::Progress(window::view::Bar::Unknown)
            .unnamed()
            .called(page.lines.first().map(|line| line.say(language)).unwrap_or_default()),
    );
    nodes
        .extend(page.further.iter().map(|text| Node::label(text.say(language), LabelStyle::Plain).reached()));
    nodes
}

fn progress(row: &ProgressRow, language: Language) -> Node {
    let say = |message: &Message| message.say(language);
    let bar = match row.bar {
        Bar::Empty => window::view::Bar::Thousandths(0),
        Bar::Thousandths(part) => window::view::Bar::Thousandths(part),
        Bar::Unknown => window::view::Bar::Unknown,
        Bar::Full => window::view::Bar::Thousandths(1000),
        Bar::Stopped => window::view::Bar::Stopped,
    };
    let name = say(&row.name);
    let of_it = |text: &str| format!("{name}: {text}");
    let text = say(&row.step);
    let step = Node::label(text.clone(), LabelStyle::Plain).called(of_it(&text));
    let step = match row.bar {
        Bar::Full | Bar::Stopped => step.spoken(),
        Bar::Empty | Bar::Thousandths(_) | Bar::Unknown => step.reached(),
    };
    let detail = match row.detail.as_ref().map(say) {
        Some(text) => Node::label(text.clone(), LabelStyle::Quiet).called(of_it(&text)).reached(),
        None => Node::label("", LabelStyle::Quiet),
    };
    Node::Column(vec![
        Node::Row(vec![Node::label(name.clone(), LabelStyle::Strong), Node::Fill, step]),
        Kind::Progress(bar).unnamed().called(name),
        detail,
    ])
}

fn result(page: &ResultPage, language: Language) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    nodes.extend(page.restart.iter().map(|text| restart(text, language)));
    nodes.extend(page.rows.iter().map(|row| result_row(row, language)));
    nodes
}

fn restart(text: &Message, language: Language) -> Node {
    Node::label(text.say(language), LabelStyle::Strong).spoken()
}

fn result_row(row: &ResultRow, language: Language) -> Node {
    let style = match row.verdict {
        Verdict::Good | Verdict::Open => LabelStyle::Plain,
        Verdict::Bad => LabelStyle::Warning,
    };
    let (name, sentence) = (row.name.say(language), row.sentence.say(language));
    let heard = format!("{name}: {sentence}");
    let mut lines =
        vec![Node::label(name, LabelStyle::Strong), Node::label(sentence, style).called(heard).reached()];
    lines.extend(row.steps.iter().map(|step| {
        let mark = Node::label("•", LabelStyle::Plain);
        Node::Row(vec![mark, Node::label(step.say(language), LabelStyle::Plain).reached()])
    }));
    Node::Column(lines)
}

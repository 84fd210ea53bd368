//! What every window has to be: usable by keyboard, named for screen readers, with nothing called like another, in each language.

use std::collections::BTreeSet;

use client::desk::{Command, ItemKey};
use client::screen::{
    AboutPage, Bar, BrowserPage, Button, Details, Enabled, Field, HistoryPage, HistoryRow, Link, ListPage,
    Page, PageName, ProgressPage, ProgressRow, QuestionPage, ResultPage, ResultRow, Row, SettingsPage, Side,
    SignInPage, Tick, UpdateWindow, Verdict,
};
use client::settings::Checking;
use client::web::ProxyChoice;
use text::{Language, Message, message};
use window::view::{Control, Kind, LabelStyle, Node, View, Voice};

use super::{about, buttons, history, pressed, settings, updates, with_note};

fn words() -> Message {
    message!("updates-none")
}

fn button(command: Command) -> Button {
    let label = if command == Command::Next { message!("button-next") } else { message!("button-back") };
    Button::new(label, command)
}

fn row(version: &str, tick: Tick) -> Row {
    let upgrade_code = "{8E0F7A12-BFB3-4FE8-B9A5-48FD50A15A9A}".parse().unwrap();
    Row {
        key: ItemKey { upgrade_code, target: None, version: version.to_owned() },
        tick,
        icon: None,
        name: "Notes".to_owned(),
        versions: words(),
        importance: words(),
        size: None,
        released: None,
        selected: tick == Tick::On,
    }
}

fn pages() -> Vec<Page> {
    let link = Some(Link { label: message!("details-link"), url: "https://example.com".to_owned() });
    let details = Some(Details { heading: words(), paragraphs: vec![words()], link });
    let rows = vec![row("1", Tick::On), row("2", Tick::Off), row("3", Tick::Never)];
    let sign_in = |asking: bool| SignInPage {
        lines: vec![words()],
        user: String::new(),
        problem: Some(words()),
        keep: Some(message!("sign-in-page-keep")),
        asking,
    };
    let bars = [Bar::Empty, Bar::Thousandths(5), Bar::Unknown, Bar::Full, Bar::Stopped];
    let progress = bars.map(|bar| ProgressRow { name: words(), step: words(), bar, detail: Some(words()) });
    let verdicts = [Verdict::Good, Verdict::Open, Verdict::Bad];
    let results =
        verdicts.map(|verdict| ResultRow { name: words(), sentence: words(), steps: vec![words()], verdict });
    vec![
        Page::Plain,
        Page::List(ListPage { rows, details, restart: Some(words()) }),
        Page::SignIn(sign_in(true)),
        Page::SignIn(sign_in(false)),
        Page::Browser(BrowserPage {
            lines: vec![words()],
            code: Some("BCDF-GHJK".to_owned()),
            further: vec![words()],
        }),
        Page::Question(QuestionPage { paragraphs: vec![words(), words()] }),
        Page::Progress(ProgressPage { rows: progress.into() }),
        Page::Result(ResultPage { rows: results.into(), restart: Some(words()) }),
    ]
}

fn settings_page() -> SettingsPage {
    fn field<T>(value: T, lock: bool) -> Field<T> {
        Field { value, lock: lock.then(words), problem: (!lock).then(words) }
    }
    SettingsPage {
        server: field("https://example.com".to_owned(), true),
        checking: field(Checking::Manual, false),
        interval_hours: field(4, true),
        proxy: field(ProxyChoice::At("http://proxy.example".to_owned()), false),
        language: field(Some(Language::Swedish), true),
        start_with_windows: field(true, false),
        problem: Some(words()),
        buttons: vec![button(Command::Back)],
    }
}

fn views(language: Language) -> Vec<View> {
    let window = |page| UpdateWindow {
        name: PageName::List,
        heading: words(),
        aside: Some(words()),
        page,
        buttons: vec![Button::new(message!("button-next"), Command::Next), button(Command::Back)],
    };
    let row = |at: i64| HistoryRow {
        key: at.to_string(),
        at,
        name: "Notes".to_owned(),
        versions: words(),
        sentence: words(),
        verdict: Verdict::Good,
    };
    let past =
        HistoryPage { heading: words(), rows: vec![row(1), row(2)], buttons: vec![button(Command::Back)] };
    let program = AboutPage { heading: words(), lines: vec![words()], buttons: vec![button(Command::Back)] };
    let mut views: Vec<View> = pages().into_iter().map(|page| updates(&window(page), language)).collect();
    views.push(settings(&settings_page(), language));
    views.push(history(&past, Some("2"), language, &|at| at.to_string()));
    views.push(about(&program, language));
    views
}

/// All controls in the order of the keyboard, each with whether a label stands directly before it.
fn controls(node: &Node) -> Vec<(&Control, bool)> {
    fn collect<'a>(node: &'a Node, labelled: &mut bool, found: &mut Vec<(&'a Control, bool)>) {
        match node {
            Node::Column(nodes) | Node::Row(nodes) => {
                nodes.iter().for_each(|node| collect(node, labelled, found));
            }
            Node::Form(lines) => {
                for line in lines {
                    *labelled = !line.label.is_empty();
                    collect(&line.field, labelled, found);
                    line.note.iter().for_each(|note| collect(note, labelled, found));
                }
            }
            Node::Group { body, .. } | Node::Scroll { body, .. } => collect(body, labelled, found),
            Node::Fill => {}
            Node::Control(control) => {
                found.push((control, std::mem::replace(labelled, false)));
                *labelled = matches!(&control.kind, Kind::Label { style: LabelStyle::Caption, .. });
            }
        }
    }
    let (mut found, mut labelled) = (Vec::new(), false);
    collect(node, &mut labelled, &mut found);
    found
}

#[test]
fn a_password_that_was_refused_has_the_focus_again() {
    let view = |problem: Option<Message>, asking: bool| {
        let page = SignInPage { lines: Vec::new(), user: "anna".to_owned(), problem, keep: None, asking };
        let page = Page::SignIn(page);
        let window =
            UpdateWindow { name: PageName::SignIn, heading: words(), aside: None, page, buttons: Vec::new() };
        updates(&window, Language::English)
    };
    let (first, asking, refused) = (view(None, false), view(None, true), view(Some(words()), false));
    assert_eq!(first.page, asking.page, "nothing goes elsewhere while it is asked");
    assert_ne!(asking.page, refused.page);
    assert_eq!(refused.focus.as_deref(), Some("password"));
}

#[test]
fn the_selected_install_of_the_past_stays_selected_when_another_comes_above_it() {
    let row = |key: &str| HistoryRow {
        key: key.to_owned(),
        at: 0,
        name: key.to_owned(),
        versions: words(),
        sentence: words(),
        verdict: Verdict::Good,
    };
    let check = |keys: &[&str], selected: Option<&str>, expected: &str| {
        let page = HistoryPage {
            heading: words(),
            rows: keys.iter().map(|key| row(key)).collect(),
            buttons: Vec::new(),
        };
        let shown = format!("{:?}", history(&page, selected, Language::English, &|at| at.to_string()));
        assert!(shown.contains(&format!("selected: Some(\"{expected}\")")), "{shown}");
    };
    check(&["b", "a"], None, "b");
    check(&["b", "a"], Some("a"), "a");
    check(&["c", "b", "a"], Some("a"), "a");
    check(&["c"], Some("a"), "c");
}

#[test]
fn every_control_has_a_name_and_no_two_are_called_the_same() {
    for (language, view) in
        Language::ALL.into_iter().flat_map(|one| views(one).into_iter().map(move |view| (one, view)))
    {
        let mut ids = BTreeSet::new();
        for (control, labelled) in controls(&view.body) {
            let needs_name = matches!(
                control.kind,
                Kind::Edit { .. }
                    | Kind::Combo { .. }
                    | Kind::List(_)
                    | Kind::Text { .. }
                    | Kind::Progress(_)
            );
            let named = labelled || control.name.as_ref().is_some_and(|name| !name.is_empty());
            assert!(named || !needs_name, "{language:?} {}: {control:?}", view.page);
            assert!(control.id.is_empty() || ids.insert(control.id.clone()), "{}: {}", view.page, control.id);
        }
        assert!(!view.title.is_empty());
        assert!(view.focus.is_none_or(|id| ids.contains(&id)), "{}", view.page);
    }
}

/// Alt and a letter go to one place only among the labels and buttons that are the face's own.
#[test]
fn no_two_labels_of_the_settings_share_an_access_key() {
    let check = |ids: &[&'static str]| {
        for language in Language::ALL {
            let labels: Vec<String> = ids.iter().map(|id| Message::new(id).say(language)).collect();
            let key = |label: &String| label.split_once('&').and_then(|(_, rest)| rest.chars().next());
            let keys: BTreeSet<_> =
                labels.iter().map(|label| key(label).map(|key| key.to_lowercase().to_string())).collect();
            assert!(keys.len() == labels.len() && !keys.contains(&None), "{language:?}: {labels:?}");
        }
    };
    let settings = ["face-server", "face-checking", "face-interval", "face-proxy", "face-proxy-address"];
    check(&[&settings[..], &["face-language", "face-start"]].concat());
    check(&["face-user", "face-password"]);
}

#[test]
fn what_is_locked_cannot_be_changed_and_says_why() {
    let view = settings(&settings_page(), Language::English);
    let enabled =
        |id: &str| controls(&view.body).iter().find(|(control, _)| control.id == id).unwrap().0.enabled;
    for (id, expected) in [
        (super::SERVER, false),
        (super::CHECKING, true),
        (super::INTERVAL, false),
        (super::PROXY, true),
        (super::PROXY_ADDRESS, true),
        (super::LANGUAGE, false),
        (super::START, true),
    ] {
        assert_eq!(enabled(id), expected, "{id}");
    }
}

#[test]
fn buttons_stand_at_their_sides_and_are_found_by_their_names() {
    let close = Button { side: Side::Start, ..button(Command::Back) };
    let next = Button { enabled: Enabled::No, ..Button::new(message!("button-next"), Command::Next) };
    let all = [next.clone(), close.clone()];
    let Node::Row(nodes) = buttons(&all, Language::English) else { panic!("no row") };
    let [Node::Control(first), Node::Fill, Node::Control(last)] = nodes.as_slice() else {
        panic!("{nodes:?}")
    };
    assert_eq!((pressed(&first.id, &all), pressed(&last.id, &all)), (Some(&close), Some(&next)));
    assert_eq!((first.enabled, last.enabled), (true, false));
    assert_eq!((first.id.as_str(), last.id.as_str()), ("button-back", "button-next"));
    for other in ["button-close", "button-", "2", "table"] {
        assert_eq!(pressed(other, &all), None, "{other}");
    }
}

/// All sentences of a window can be gone to by keyboard, so that they are heard; what stands only beside a bar or a mark is part of a name.
#[test]
fn each_sentence_is_reached_or_belongs_to_what_is() {
    for view in views(Language::English) {
        let all = controls(&view.body);
        let is_heard = |text: &str| {
            let names = all.iter().filter_map(|(control, _)| control.name.as_ref());
            text.trim().is_empty() || text == "•" || names.clone().any(|name| name.starts_with(text))
        };
        for (control, _) in &all {
            let Kind::Label { text, style } = &control.kind else { continue };
            let reached = control.voice != Voice::Beside || *style == LabelStyle::Caption;
            let is_unit =
                view.page == "settings" && *text == message!("face-interval-hours").say(Language::English);
            assert!(reached || is_heard(text) || is_unit, "{}: {control:?}", view.page);
        }
    }
}

#[test]
fn what_comes_while_nobody_looks_is_spoken() {
    let voices = |page: Page| {
        let window = UpdateWindow {
            name: PageName::List,
            heading: words(),
            aside: None,
            page,
            buttons: vec![button(Command::Next)],
        };
        let view = updates(&window, Language::English);
        let all = controls(&view.body);
        let labels = all.iter().filter(|(control, _)| matches!(control.kind, Kind::Label { .. }));
        let spoken = labels.filter(|(control, _)| control.voice == Voice::Spoken);
        spoken.map(|(control, _)| control.name.clone().unwrap_or_default()).collect::<Vec<_>>()
    };
    let pages = pages();
    let row = |bar| ProgressRow { name: words(), step: message!("updates-looking"), bar, detail: None };
    let progress = |bar| Page::Progress(ProgressPage { rows: vec![row(bar)] });
    assert_eq!(voices(Page::Plain), [""], "the heading");
    assert_eq!(voices(pages[3].clone()), ["", ""], "the heading, and what was wrong");
    assert_eq!(voices(progress(Bar::Thousandths(5))), [""]);
    let step =
        format!("{}: {}", words().say(Language::English), message!("updates-looking").say(Language::English));
    assert_eq!(voices(progress(Bar::Full)), ["", step.as_str()]);
    assert_eq!(voices(progress(Bar::Stopped)), ["", step.as_str()]);
}

#[test]
fn a_page_begins_where_the_person_goes_on_and_never_at_a_button() {
    let check = |page: Page, expected: &str| {
        let window =
            UpdateWindow { name: PageName::Result, heading: words(), aside: None, page, buttons: vec![] };
        let view = updates(&window, Language::English);
        assert!(view.page.starts_with("Result"), "{}", view.page);
        assert_eq!(view.focus.as_deref(), Some(expected));
    };
    let expected = ["heading", "table", "heading", "user", "heading", "heading", "heading", "heading"];
    for (page, expected) in pages().into_iter().zip(expected) {
        check(page, expected);
    }
}

#[test]
fn what_was_just_done_is_said_above_the_buttons() {
    let window = UpdateWindow {
        name: PageName::Trouble,
        heading: words(),
        aside: None,
        page: Page::Plain,
        buttons: vec![button(Command::Back)],
    };
    let view = with_note(updates(&window, Language::English), &message!("face-copied"), Language::English);
    let Node::Column(nodes) = &view.body else { panic!("{view:?}") };
    let [.., Node::Control(note), Node::Row(_)] = nodes.as_slice() else { panic!("{nodes:?}") };
    assert_eq!((note.id.as_str(), note.voice), ("note", Voice::Spoken));
}

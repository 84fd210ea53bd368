//! The window with the settings.

use client::screen::{Field, SettingsPage};
use client::settings::Checking;
use client::web::ProxyChoice;
use text::{Language, Message, message};
use window::view::{EditStyle, FormLine, Kind, LabelStyle, Node, View};

use super::buttons;

/// The field for the server's address.
pub(crate) const SERVER: &str = "server";
/// Whether it looks by itself.
pub(crate) const CHECKING: &str = "checking";
/// Which choice of [`CHECKING`] lets it look by itself.
pub(crate) const AUTOMATIC: usize = 0;
/// The field for the hours between two looks.
pub(crate) const INTERVAL: &str = "interval";
/// What requests go through.
pub(crate) const PROXY: &str = "proxy";
/// Which choice of [`PROXY`] is that of Windows.
pub(crate) const PROXY_SYSTEM: usize = 0;
/// Which choice of [`PROXY`] is none.
pub(crate) const PROXY_NONE: usize = 1;
/// Which choice of [`PROXY`] is the address in [`PROXY_ADDRESS`].
pub(crate) const PROXY_AT: usize = 2;
/// The field for a proxy's address.
pub(crate) const PROXY_ADDRESS: &str = "proxy-address";
/// The language: that of Windows, then all of [`Language::ALL`].
pub(crate) const LANGUAGE: &str = "language";
/// Whether it starts with Windows.
pub(crate) const START: &str = "start";

/// The width of the field for hours, in 96ths of an inch.
const HOURS_WIDTH: i32 = 56;

/// What the window with the settings shows.
pub(crate) fn settings(page: &SettingsPage, language: Language) -> View {
    let say = |message: Message| message.say(language);
    let combo = |id: &str, choices: Vec<Message>, chosen: usize| {
        let choices = choices.into_iter().map(say).collect();
        Kind::Combo { choices, chosen: Some(chosen) }.named(id)
    };
    let checking = combo(
        CHECKING,
        vec![message!("face-checking-automatic"), message!("face-checking-manual")],
        usize::from(page.checking.value != Checking::Automatic),
    );
    let lines = vec![
        line(&message!("face-server"), &page.server, language, |node| node, {
            Node::edit(SERVER, page.server.value.clone(), EditStyle::Line)
        }),
        line(&message!("face-checking"), &page.checking, language, |node| node, checking),
        interval(page, language),
        line(&message!("face-proxy"), &page.proxy, language, |node| node, proxy(page, language)),
        proxy_address(page, language),
        line(&message!("face-language"), &page.language, language, |node| node, languages(page, language)),
    ];
    let start = Kind::Check { label: say(message!("face-start")), on: page.start_with_windows.value };
    let mut nodes = vec![Node::Form(lines), usable(&page.start_with_windows, start.named(START))];
    nodes.extend(note(&page.start_with_windows, language));
    let problem = |problem: &Message| Node::label(problem.say(language), LabelStyle::Warning).spoken();
    nodes.extend(page.problem.as_ref().map(problem));
    let scroll = Node::Scroll { id: "scroll".to_owned(), body: Box::new(Node::Column(nodes)) };
    View {
        title: say(message!("face-settings-title")),
        page: "settings".to_owned(),
        focus: None,
        body: Node::Column(vec![scroll, buttons(&page.buttons, language)]),
    }
}

fn usable<T>(field: &Field<T>, node: Node) -> Node {
    if field.lock.is_some() { node.disabled() } else { node }
}

/// What is wrong with a field, else why it cannot be changed.
fn note<T>(field: &Field<T>, language: Language) -> Option<Node> {
    let label = |message: &Message, style| Node::label(message.say(language), style);
    let problem = field.problem.as_ref().map(|problem| label(problem, LabelStyle::Warning).spoken());
    problem.or_else(|| field.lock.as_ref().map(|lock| label(lock, LabelStyle::Quiet).reached()))
}

fn line<T>(
    label: &Message,
    field: &Field<T>,
    language: Language,
    around: impl FnOnce(Node) -> Node,
    node: Node,
) -> FormLine {
    let field_node = around(usable(field, node));
    FormLine { label: label.say(language), field: field_node, note: note(field, language) }
}

fn interval(page: &SettingsPage, language: Language) -> FormLine {
    let hours = page.interval_hours.value.to_string();
    let unit = Node::label(message!("face-interval-hours").say(language), LabelStyle::Plain);
    let edit = Node::edit(INTERVAL, hours, EditStyle::Number).wide(HOURS_WIDTH);
    let around = |edit| Node::Row(vec![edit, unit]);
    line(&message!("face-interval"), &page.interval_hours, language, around, edit)
}

fn proxy(page: &SettingsPage, language: Language) -> Node {
    let choices = [message!("face-proxy-system"), message!("face-proxy-none"), message!("face-proxy-at")];
    let chosen = match page.proxy.value {
        ProxyChoice::System => PROXY_SYSTEM,
        ProxyChoice::None => PROXY_NONE,
        ProxyChoice::At(_) => PROXY_AT,
    };
    let choices = choices.iter().map(|choice| choice.say(language)).collect();
    Kind::Combo { choices, chosen: Some(chosen) }.named(PROXY)
}

fn proxy_address(page: &SettingsPage, language: Language) -> FormLine {
    let address =
        if let ProxyChoice::At(address) = &page.proxy.value { address.clone() } else { String::new() };
    FormLine {
        label: message!("face-proxy-address").say(language),
        field: usable(&page.proxy, Node::edit(PROXY_ADDRESS, address, EditStyle::Line)),
        note: None,
    }
}

fn languages(page: &SettingsPage, language: Language) -> Node {
    let own = Language::ALL.map(|language| language.own_name().to_owned());
    let choices = [message!("face-language-system").say(language)].into_iter().chain(own).collect();
    let chosen = page.language.value.and_then(|wanted| Language::ALL.iter().position(|own| *own == wanted));
    Kind::Combo { choices, chosen: Some(chosen.map_or(0, |index| index + 1)) }.named(LANGUAGE)
}

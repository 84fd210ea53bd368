//! What the person did in a window, as what they want. Pure but for the fields, which are read through [`Fields`].

use client::desk::{Command, Password, SignInFields};
use client::screen::{Button, MenuEntry, Page, Press, Screen, SettingsPage, Weight, WindowName};
use client::settings::{Checking, Settings};
use client::web::ProxyChoice;
use text::Language;
use window::view::Happened;

use crate::views;

/// The fields of a window.
pub(crate) trait Fields {
    /// What stands in a field.
    fn text(&self, id: &str) -> String;
    /// Whether a box is ticked.
    fn is_checked(&self, id: &str) -> bool;
    /// Which of several is chosen.
    fn chosen(&self, id: &str) -> Option<usize>;
}

/// What the person wants who did something in a window; `None` if it means nothing.
pub(crate) fn command(
    name: WindowName,
    what: &Happened,
    screen: &Screen,
    fields: &dyn Fields,
) -> Option<Command> {
    match what {
        Happened::Closed => Some(Command::Close(name)),
        Happened::Pressed { id } if id == views::LINK => link(screen),
        Happened::Pressed { id } => {
            let button = views::pressed(id, buttons(name, screen))?;
            Some(match &button.press {
                Press::Send(command) => command.clone(),
                Press::SignIn => Command::SignIn(sign_in(fields)),
                Press::SaveSettings => Command::SaveSettings(settings(screen.settings.as_ref()?, fields)),
            })
        }
        Happened::Ticked { key, on, .. } => {
            let row = list(screen)?.rows.iter().find(|row| views::row_key(&row.key) == *key)?;
            Some(Command::Tick { key: row.key.clone(), wanted: *on })
        }
        Happened::Selected { key, .. } if name == WindowName::Updates => {
            let row = list(screen)?.rows.iter().find(|row| views::row_key(&row.key) == *key)?;
            Some(Command::Select(row.key.clone()))
        }
        _ => None,
    }
}

/// What an entry of the menu wants that was chosen as it was shown; `None` if there is no such entry any more.
pub(crate) fn of_menu(screen: &Screen, id: &str) -> Option<Command> {
    entry(screen, |button| button.id() == id)
}

/// What the person wants who presses the icon.
pub(crate) fn of_icon(screen: &Screen) -> Option<Command> {
    entry(screen, |button| button.weight == Weight::Default)
}

/// What the person wants who presses the balloon: to see what it tells of.
pub(crate) fn of_balloon(screen: &Screen) -> Command {
    match screen.balloon.as_ref().map(|balloon| balloon.opens) {
        Some(WindowName::History) => Command::ShowHistory,
        _ => Command::ShowUpdates,
    }
}

fn entry(screen: &Screen, is_meant: impl Fn(&Button) -> bool) -> Option<Command> {
    screen.tray.menu.iter().find_map(|entry| match entry {
        MenuEntry::Choice(button) if is_meant(button) => match &button.press {
            Press::Send(command) => Some(command.clone()),
            Press::SignIn | Press::SaveSettings => None,
        },
        _ => None,
    })
}

fn buttons(name: WindowName, screen: &Screen) -> &[Button] {
    let of = match name {
        WindowName::Updates => screen.updates.as_ref().map(|window| &window.buttons),
        WindowName::Settings => screen.settings.as_ref().map(|page| &page.buttons),
        WindowName::History => screen.history.as_ref().map(|page| &page.buttons),
        WindowName::About => screen.about.as_ref().map(|page| &page.buttons),
    };
    of.map(Vec::as_slice).unwrap_or_default()
}

fn list(screen: &Screen) -> Option<&client::screen::ListPage> {
    match &screen.updates.as_ref()?.page {
        Page::List(page) => Some(page),
        _ => None,
    }
}

fn link(screen: &Screen) -> Option<Command> {
    let link = list(screen)?.details.as_ref()?.link.as_ref()?;
    Some(Command::OpenLink(link.url.clone()))
}

fn sign_in(fields: &dyn Fields) -> SignInFields {
    SignInFields {
        user: fields.text(views::USER),
        password: Password(fields.text(views::PASSWORD)),
        keep: fields.is_checked(views::KEEP),
    }
}

/// What the fields hold; hours that are none stay as what no setting allows, and the desk says so.
fn settings(page: &SettingsPage, fields: &dyn Fields) -> Settings {
    let chosen = |id: &str| fields.chosen(id).unwrap_or_default();
    let server = fields.text(views::SERVER);
    let proxy = match chosen(views::PROXY) {
        views::PROXY_SYSTEM => ProxyChoice::System,
        views::PROXY_NONE => ProxyChoice::None,
        views::PROXY_AT => ProxyChoice::At(fields.text(views::PROXY_ADDRESS)),
        _ => page.proxy.value.clone(),
    };
    let language = chosen(views::LANGUAGE).checked_sub(1).and_then(|index| Language::ALL.get(index));
    Settings {
        server: Some(server).filter(|server| !server.trim().is_empty()),
        checking: if chosen(views::CHECKING) == views::AUTOMATIC {
            Checking::Automatic
        } else {
            Checking::Manual
        },
        interval_hours: fields.text(views::INTERVAL).trim().parse().unwrap_or_default(),
        proxy,
        language: language.copied(),
        start_with_windows: fields.is_checked(views::START),
    }
}

#[cfg(test)]
mod tests {
    use client::desk::{Command, Desk};
    use client::screen::{Balloon, Screen, Tone, WindowName};
    use text::{Language, message};

    use super::{of_balloon, of_icon, of_menu};

    fn screen() -> Screen {
        Desk::new(Language::English, 1).screen()
    }

    #[test]
    fn what_is_chosen_in_the_menu_is_done_though_entries_came_before_it_meanwhile() {
        let mut screen = screen();
        let check = |screen: &Screen, id, expected| assert_eq!(of_menu(screen, id), expected, "{id}");
        check(&screen, "tray-about", Some(Command::ShowAbout));
        let first = screen.tray.menu[0].clone();
        screen.tray.menu.insert(0, first);
        check(&screen, "tray-about", Some(Command::ShowAbout));
        check(&screen, "tray-exit", Some(Command::Exit));
        check(&screen, "tray-sign-out", None);
        assert_eq!(of_icon(&screen), Some(Command::ShowUpdates));
    }

    #[test]
    fn a_balloon_leads_to_what_it_tells_of() {
        let check = |opens: Option<WindowName>, expected| {
            let balloon = opens.map(|opens| Balloon {
                number: 1,
                title: message!("balloon-settled-title"),
                text: message!("history-failed"),
                tone: Tone::Warning,
                opens,
            });
            assert_eq!(of_balloon(&Screen { balloon, ..screen() }), expected);
        };
        check(Some(WindowName::History), Command::ShowHistory);
        check(Some(WindowName::Updates), Command::ShowUpdates);
        check(None, Command::ShowUpdates);
    }
}

//! A screen as text.

use std::fmt::Write as _;

use text::{Language, Message};

use crate::screen::{
    Bar, Button, Details, Enabled, Field, MenuEntry, Page, Press, Row, Screen, SettingsPage, Side, Tick,
    UpdateWindow, Weight,
};

/// A screen as a person would read it from top to bottom. Marks: `[[ ]]` Enter, `(Esc)` Escape, `~ ~` cannot be pressed, `=` what it sends.
pub(super) fn render(screen: &Screen) -> String {
    let say = |message: &Message| message.say(screen.language);
    let mut text = format!("tray {:?}: {}\n", screen.tray.icon, say(&screen.tray.tooltip));
    let menu: Vec<String> =
        screen.tray.menu.iter().map(|entry| self::entry(entry, screen.language)).collect();
    line(&mut text, &format!("  menu: {}", menu.join(" ")));
    if let Some(balloon) = &screen.balloon {
        line(&mut text, &format!("balloon {} {:?}: {}", balloon.number, balloon.tone, say(&balloon.title)));
        line(&mut text, &format!("  {} ({:?})", say(&balloon.text), balloon.opens));
    }
    if let Some(reason) = &screen.busy_reason {
        line(&mut text, &format!("busy: {}", say(reason)));
    }
    line(&mut text, &format!("may end: {:?}", screen.may_end));
    if let Some((window, number)) = screen.front {
        line(&mut text, &format!("front {number}: {window:?}"));
    }
    if let Some(updates) = &screen.updates {
        line(&mut text, &format!("== updates: {:?}", updates.name));
        window(&mut text, updates, screen.language);
    }
    if let Some(settings) = &screen.settings {
        line(&mut text, "== settings");
        settings_page(&mut text, settings, screen.language);
    }
    if let Some(history) = &screen.history {
        line(&mut text, "== history");
        line(&mut text, &say(&history.heading));
        for row in &history.rows {
            let (versions, sentence) = (say(&row.versions), say(&row.sentence));
            line(&mut text, &format!("  {} {:?} {} {versions}: {sentence}", row.at, row.verdict, row.name));
        }
        buttons(&mut text, &history.buttons, screen.language);
    }
    if let Some(about) = &screen.about {
        line(&mut text, "== about");
        line(&mut text, &say(&about.heading));
        about.lines.iter().for_each(|of_about| line(&mut text, &say(of_about)));
        buttons(&mut text, &about.buttons, screen.language);
    }
    text
}

fn line(text: &mut String, of: &str) {
    writeln!(text, "{}", of.trim_end()).unwrap();
}

fn window(text: &mut String, window: &UpdateWindow, language: Language) {
    line(text, &window.heading.say(language));
    if let Some(aside) = &window.aside {
        line(text, &format!("  ({})", aside.say(language)));
    }
    page(text, &window.page, language);
    buttons(text, &window.buttons, language);
}

fn page(text: &mut String, page: &Page, language: Language) {
    match page {
        Page::Plain => {}
        Page::List(list) => {
            if let Some(restart) = &list.restart {
                line(text, &format!("  restart: {}", restart.say(language)));
            }
            list.rows.iter().for_each(|row| list_row(text, row, language));
            if let Some(of) = &list.details {
                details(text, of, language);
            }
        }
        Page::SignIn(page) => {
            page.lines.iter().for_each(|of_page| line(text, &of_page.say(language)));
            line(text, &format!("  name: {}{}", page.user, if page.asking { " (asking)" } else { "" }));
            if let Some(problem) = &page.problem {
                line(text, &format!("  ! {}", problem.say(language)));
            }
            if let Some(keep) = &page.keep {
                line(text, &format!("  [ ] {}", keep.say(language)));
            }
        }
        Page::Browser(page) => {
            page.lines.iter().for_each(|of_page| line(text, &of_page.say(language)));
            page.code.iter().for_each(|code| line(text, &format!("  code: {code}")));
            page.further.iter().for_each(|of_page| line(text, &of_page.say(language)));
        }
        Page::Question(page) => page.paragraphs.iter().for_each(|of_page| line(text, &of_page.say(language))),
        Page::Progress(page) => {
            for row in &page.rows {
                let bar = match row.bar {
                    Bar::Empty => "empty".to_owned(),
                    Bar::Thousandths(part) => format!("{part}/1000"),
                    Bar::Unknown => "under way".to_owned(),
                    Bar::Full => "full".to_owned(),
                    Bar::Stopped => "stopped".to_owned(),
                };
                let detail = row.detail.as_ref().map(|detail| detail.say(language)).unwrap_or_default();
                let (name, step) = (row.name.say(language), row.step.say(language));
                line(text, &format!("  {name}: {step} [{bar}] {detail}"));
            }
        }
        Page::Result(page) => {
            for row in &page.rows {
                let (name, sentence) = (row.name.say(language), row.sentence.say(language));
                line(text, &format!("  {:?} {name}: {sentence}", row.verdict));
                row.steps.iter().for_each(|step| line(text, &format!("    - {}", step.say(language))));
            }
            if let Some(restart) = &page.restart {
                line(text, &format!("  restart: {}", restart.say(language)));
            }
        }
    }
}

fn list_row(text: &mut String, row: &Row, language: Language) {
    let tick = match row.tick {
        Tick::On => "[x]",
        Tick::Off => "[ ]",
        Tick::Never => " - ",
    };
    let say =
        |message: &Option<Message>| message.as_ref().map(|message| message.say(language)).unwrap_or_default();
    let (versions, importance) = (row.versions.say(language), row.importance.say(language));
    let (size, released) = (say(&row.size), say(&row.released));
    let mark = if row.selected { ">" } else { " " };
    let icon = if row.icon.is_some() { "(icon) " } else { "" };
    line(
        text,
        &format!(" {mark}{tick} {icon}{} | {versions} | {importance} | {size} | {released}", row.name),
    );
}

fn details(text: &mut String, details: &Details, language: Language) {
    line(text, &format!("  {}", details.heading.say(language)));
    details.paragraphs.iter().for_each(|paragraph| line(text, &format!("  {}", paragraph.say(language))));
    if let Some(link) = &details.link {
        line(text, &format!("  <{}> {}", link.label.say(language), link.url));
    }
}

fn settings_page(text: &mut String, page: &SettingsPage, language: Language) {
    fn field<T: std::fmt::Debug>(text: &mut String, name: &str, field: &Field<T>, language: Language) {
        let mark = if field.lock.is_some() { "*" } else { "" };
        line(text, &format!("  {name}{mark}: {:?}", field.value));
        let of_field = [("*", &field.lock), ("!", &field.problem)];
        for (mark, message) in of_field {
            if let Some(message) = message {
                line(text, &format!("    {mark} {}", message.say(language)));
            }
        }
    }
    field(text, "server", &page.server, language);
    field(text, "checking", &page.checking, language);
    field(text, "interval", &page.interval_hours, language);
    field(text, "proxy", &page.proxy, language);
    field(text, "language", &page.language, language);
    field(text, "start", &page.start_with_windows, language);
    if let Some(problem) = &page.problem {
        line(text, &format!("  ! {}", problem.say(language)));
    }
    buttons(text, &page.buttons, language);
}

fn buttons(text: &mut String, buttons: &[Button], language: Language) {
    let of_side = |side: Side| {
        let of_side = buttons.iter().filter(|button| button.side == side);
        of_side.map(|of_side| button(of_side, language)).collect::<Vec<_>>().join(" ")
    };
    line(text, &format!("{} ... {}", of_side(Side::Start), of_side(Side::End)));
}

fn button(button: &Button, language: Language) -> String {
    let label = button.label.say(language);
    let label = match button.weight {
        Weight::Default => format!("[[ {label} ]]"),
        Weight::Cancel => format!("[ {label} ](Esc)"),
        Weight::Plain => format!("[ {label} ]"),
    };
    let label = match &button.press {
        Press::Send(command) => format!("{label}={command:?}"),
        Press::SignIn | Press::SaveSettings => format!("{label}(fields)"),
    };
    if button.enabled == Enabled::Yes { label } else { format!("~{label}~") }
}

fn entry(entry: &MenuEntry, language: Language) -> String {
    match entry {
        MenuEntry::Separator => "|".to_owned(),
        MenuEntry::Choice(choice) => button(choice, language),
    }
}

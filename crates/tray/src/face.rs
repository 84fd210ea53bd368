//! The face: hands what is heard to the desk, does what the desk wants done, and draws what is to be seen.

use std::sync::mpsc::Receiver;
use std::time::Instant;

use client::desk::{Command, Desk, Event, News, Now, Sight, Task};
use client::screen::{Enabled, MayEnd, MenuEntry, Screen, Weight, WindowName};
use client::self_update::come_back;
use client::worker::Worker;
use text::{Language, Message, message};
use window::view::{Happened, View};
use window::{Drops, Window, WindowKind, copy_text, open_link, quit};

use crate::arguments::StartedBy;
use crate::commands::{self, Fields};
use crate::windows::{
    Entry, Heard, Hidden, Instance, Network, NotifyIcon, OwnFile, Tone, motion, now, presence,
    restart_windows, start_again, when,
};
use crate::{icon, views};

/// A window: what it is, its size and the least of it, in 96ths of an inch.
struct Shape {
    name: WindowName,
    kind: WindowKind,
    size: (i32, i32),
    least: (i32, i32),
}

/// The windows; their keys are their places here.
const WINDOWS: &[Shape] = &[
    Shape { name: WindowName::Updates, kind: WindowKind::Main, size: (720, 540), least: (480, 360) },
    Shape { name: WindowName::Settings, kind: WindowKind::Tool, size: (600, 400), least: (400, 300) },
    Shape { name: WindowName::History, kind: WindowKind::Tool, size: (760, 480), least: (480, 320) },
    Shape { name: WindowName::About, kind: WindowKind::Tool, size: (460, 260), least: (360, 220) },
];

/// What the face works with.
pub(crate) struct Hands {
    /// Does what has to do with the engine.
    pub(crate) worker: Worker,
    /// Hears what Windows tells all programs.
    pub(crate) hidden: Hidden,
    /// Hears of the network.
    pub(crate) _network: Network,
    /// Hears of the program's own file.
    pub(crate) _own_file: OwnFile,
    /// The right to be the only one.
    pub(crate) instance: Instance,
    /// What they hear.
    pub(crate) heard: Receiver<Heard>,
    /// What the worker tells.
    pub(crate) news: Receiver<News>,
}

/// The face.
pub(crate) struct Face {
    desk: Desk,
    screen: Screen,
    windows: Vec<Option<Window>>,
    icon: NotifyIcon,
    picture: u16,
    icon_since: Instant,
    hands: Hands,
    balloon: Option<u64>,
    front: Option<u64>,
    /// Which install of the past is selected.
    history_row: Option<String>,
    /// The window that something was last wanted in.
    asker: WindowName,
    /// What is said there of what was just done.
    note: Option<Message>,
    /// Whether the program's file is another one, and it ends as soon as nothing would be lost.
    replaced: Option<Heard>,
}

impl Fields for Window {
    fn text(&self, id: &str) -> String {
        Window::text(self, id)
    }

    fn is_checked(&self, id: &str) -> bool {
        Window::is_checked(self, id)
    }

    fn chosen(&self, id: &str) -> Option<usize> {
        Window::chosen(self, id)
    }
}

impl Face {
    /// A face that shows what is to be seen before anything is known.
    pub(crate) fn new(hands: Hands, language: Language) -> Self {
        let desk = Desk::new(language, fastrand::u64(..));
        let screen = desk.screen();
        let (picture, _) = icon::picture(screen.tray.icon, 0, motion());
        let icon = NotifyIcon::new(&hands.hidden, picture, &screen.tray.tooltip.say(screen.language));
        Self {
            desk,
            screen,
            windows: WINDOWS.iter().map(|_| None).collect(),
            icon,
            picture,
            icon_since: Instant::now(),
            hands,
            balloon: None,
            front: None,
            history_row: None,
            asker: WindowName::Updates,
            note: None,
            replaced: None,
        }
    }

    /// Tells the desk that it begins, and who wants it.
    pub(crate) fn begin(&mut self, started_by: StartedBy) {
        self.desk_hears(Event::Started);
        if started_by == StartedBy::Person {
            self.desk_hears(Event::Command(Command::ShowUpdates));
        }
        self.draw();
    }

    /// Hears what happened in a window, or elsewhere.
    pub(crate) fn hear(&mut self, event: window::Event) {
        match event {
            window::Event::Window { key, what } => self.window_tells(key, &what),
            window::Event::Woken => {
                while let Ok(news) = self.hands.news.try_recv() {
                    self.desk_hears(Event::News(news));
                }
                while let Ok(heard) = self.hands.heard.try_recv() {
                    self.heard(heard);
                }
            }
        }
        self.draw();
    }

    fn desk_hears(&mut self, event: Event) {
        let tasks = self.desk.hear(event, Now { at: now(), presence: presence() });
        for task in tasks {
            self.perform(task);
        }
    }

    fn perform(&mut self, task: Task) {
        match task {
            Task::Work(work) => self.hands.worker.order(work),
            Task::Open(url) => {
                let failed = || message!("face-open-failed", address = &url);
                self.note = open_link(&url).err().map(|_| failed());
            }
            Task::Copy(text) => {
                let done = copy_text(&text).is_ok();
                let note = if done { message!("face-copied") } else { message!("face-copy-failed") };
                self.note = Some(note);
            }
            Task::RestartWindows => {
                self.note = restart_windows().err().map(|_| message!("face-restart-failed"));
            }
            Task::Quit => quit(),
        }
    }

    fn heard(&mut self, heard: Heard) {
        match heard {
            Heard::Chosen(id) => self.wanted(commands::of_menu(&self.screen, id)),
            Heard::IconPressed => self.wanted(commands::of_icon(&self.screen)),
            Heard::BalloonPressed => self.wanted(Some(commands::of_balloon(&self.screen))),
            Heard::StartedAgain => self.wanted(Some(Command::ShowUpdates)),
            Heard::PersonBack => self.icon_since = Instant::now(),
            Heard::BarAnew => self.icon.add_again(self.picture),
            Heard::Time => self.desk_hears(Event::Time),
            Heard::Picture => {}
            Heard::Resumed => {
                self.icon_since = Instant::now();
                self.desk_hears(Event::Resumed);
            }
            Heard::NetworkChanged => self.desk_hears(Event::NetworkChanged),
            Heard::SessionEnding => self.desk_hears(Event::SessionEnding),
            Heard::SessionStays => self.desk_hears(Event::SessionStays),
            Heard::ComesBack => {
                // If nobody can wait for the installer, the next start of Windows does it.
                let _ = std::env::current_exe().and_then(|program| come_back(&program));
            }
            Heard::End => quit(),
            Heard::Replaced | Heard::Removed => self.replaced = Some(heard),
        }
    }

    fn wanted(&mut self, command: Option<Command>) {
        if let Some(command) = command {
            self.desk_hears(Event::Command(command));
        }
    }

    fn window_tells(&mut self, key: u32, what: &Happened) {
        let index = key as usize;
        let Some(name) = WINDOWS.get(index).map(|shape| shape.name) else { return };
        if let (WindowName::History, Happened::Selected { key, .. }) = (&name, what) {
            self.history_row = Some(key.clone());
        }
        if let Happened::Sighted(sight) = what {
            let sight = match sight {
                window::view::Sight::Seen => Sight::Seen,
                window::view::Sight::Unseen => Sight::Unseen,
            };
            self.desk_hears(Event::Window { name, sight });
            return;
        }
        let Some(Some(window)) = self.windows.get(index) else { return };
        if let Some(command) = commands::command(name, what, &self.screen, window) {
            (self.asker, self.note) = (name, None);
            self.desk_hears(Event::Command(command));
        }
    }

    fn page(&self, name: WindowName) -> Option<View> {
        let (screen, language) = (&self.screen, self.screen.language);
        match name {
            WindowName::Updates => screen.updates.as_ref().map(|page| views::updates(page, language)),
            WindowName::Settings => screen.settings.as_ref().map(|page| views::settings(page, language)),
            WindowName::History => {
                let page = screen.history.as_ref()?;
                Some(views::history(page, self.history_row.as_deref(), language, &when))
            }
            WindowName::About => screen.about.as_ref().map(|page| views::about(page, language)),
        }
    }

    /// What a window shows, with what was just done in it.
    fn view(&self, name: WindowName) -> Option<View> {
        let view = self.page(name)?;
        let note = self.note.as_ref().filter(|_| self.asker == name);
        Some(match note {
            Some(note) => views::with_note(view, note, self.screen.language),
            None => view,
        })
    }

    /// Draws what is to be seen.
    fn draw(&mut self) {
        let before = std::mem::replace(&mut self.screen, self.desk.screen());
        let page = |screen: &Screen| screen.updates.as_ref().map(|window| window.name);
        if page(&before) != page(&self.screen) && self.asker == WindowName::Updates {
            self.note = None;
        }
        for (index, Shape { name, kind, size, least }) in WINDOWS.iter().enumerate() {
            let view = self.view(*name);
            let Some(place) = self.windows.get_mut(index) else { continue };
            match (view, &place) {
                (None, _) => *place = None,
                (Some(view), Some(window)) => window.show(&view),
                (Some(view), None) => {
                    // Where Windows has no room for a window, the icon and its menu are still there.
                    *place = Window::open(index as u32, *kind, *size, *least, Drops::Nothing).ok();
                    if let Some(window) = place {
                        window.show(&view);
                        window.bring_forward();
                    }
                }
            }
        }
        self.bring_forward();
        self.tell();
        self.draw_tray(&before);
        self.set_timers();
        self.end_if_replaced();
    }

    fn bring_forward(&mut self) {
        let Some((name, number)) = self.screen.front else { return };
        if self.front.replace(number) != Some(number) {
            let index = WINDOWS.iter().position(|shape| shape.name == name);
            if let Some(Some(window)) = index.and_then(|index| self.windows.get(index)) {
                window.bring_forward();
            }
        }
    }

    fn draw_tray(&mut self, before: &Screen) {
        let (tray, language) = (&self.screen.tray, self.screen.language);
        let new_language = before.language != language;
        self.icon.set_tip(&tray.tooltip.say(language));
        let entries = tray.menu.iter().map(|entry| match entry {
            MenuEntry::Separator => Entry::Separator,
            MenuEntry::Choice(button) => Entry::Choice {
                id: button.id(),
                label: button.label.say(language),
                enabled: button.enabled == Enabled::Yes,
                default: button.weight == Weight::Default,
            },
        });
        self.hands.hidden.set_menu(entries.collect());
        if before.busy_reason != self.screen.busy_reason || new_language {
            let reason = self.screen.busy_reason.as_ref().map(|reason| reason.say(language));
            self.hands.hidden.set_busy(reason.as_deref());
        }
        if before.tray.icon != tray.icon {
            self.icon_since = Instant::now();
        }
        let since = u64::try_from(self.icon_since.elapsed().as_millis()).unwrap_or(u64::MAX);
        let (picture, next) = icon::picture(tray.icon, since, motion());
        if picture != self.picture {
            self.picture = picture;
            self.icon.set_picture(picture);
        }
        self.hands.hidden.picture_in(next);
        self.icon.try_again();
    }

    fn tell(&mut self) {
        let Some(balloon) = &self.screen.balloon else {
            if self.balloon.take().is_some() {
                self.icon.hush();
            }
            return;
        };
        if self.balloon.replace(balloon.number) != Some(balloon.number) {
            self.icon_since = Instant::now();
            let tone = match balloon.tone {
                client::screen::Tone::News => Tone::News,
                client::screen::Tone::Warning => Tone::Warning,
            };
            let language = self.screen.language;
            self.icon.tell(&balloon.title.say(language), &balloon.text.say(language), tone);
        }
    }

    fn set_timers(&self) {
        let wait = self.desk.wake_at().map(|at| (at - now()).max(1).unsigned_abs().saturating_mul(1000));
        let icon = self.icon.again_in().map(|wait| wait.max(1));
        self.hands.hidden.wake_in(wait.into_iter().chain(icon).min());
    }

    /// Ends for the file that has come in place of this one, and starts that, as soon as nothing would be lost.
    fn end_if_replaced(&mut self) {
        if self.screen.may_end == MayEnd::NotNow {
            return;
        }
        let Some(why) = self.replaced.take() else { return };
        self.hands.instance.give_back();
        if why == Heard::Replaced
            && let Ok(path) = std::env::current_exe()
        {
            // If the new one does not start, the next start of Windows does it.
            let _ = start_again(&path);
        }
        quit();
    }
}

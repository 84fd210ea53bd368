//! Finding windows, controls and balloons, and saying what is there when they are not.

use std::time::Duration;

use stagehand::{Answer, Control, Order, Place, Window};

use super::{Stage, WAIT_TIME_MAX};

/// The class of balloons and tips in Wine.
const TIP_CLASS: &str = "tooltips_class32";
/// The class of the bar with icons and clock.
const BAR_CLASS: &str = "Shell_TrayWnd";

impl Stage {
    /// All windows on the desktop, from front to back, hidden ones too.
    #[must_use]
    #[track_caller]
    pub fn windows(&self) -> Vec<Window> {
        match self.order(&Order::Windows) {
            Answer::Windows(windows) => windows,
            answer => panic!("no windows: {answer:?}"),
        }
    }

    /// The visible window of a process whose title contains this; waits for it.
    #[must_use]
    #[track_caller]
    pub fn window(&self, process: u32, title: &str) -> Window {
        self.any_window(
            &format!("A window of the process {process} with “{title}” in its title"),
            |window| window.process == process && window.title.contains(title),
        )
    }

    /// The first visible window that fits; waits for it.
    #[must_use]
    #[track_caller]
    pub fn any_window(&self, what: &str, fits: impl Fn(&Window) -> bool) -> Window {
        self.wait(what, WAIT_TIME_MAX, || {
            let windows: Vec<Window> = self.windows().into_iter().filter(|window| window.visible).collect();
            windows.iter().find(|window| fits(window)).cloned().ok_or_else(|| list(&windows, describe))
        })
    }

    /// Waits until a window is there or seen no more.
    #[track_caller]
    pub fn until_gone(&self, window: &Window) {
        self.wait(&format!("The end of {}", describe(window)), WAIT_TIME_MAX, || {
            let windows = self.windows();
            let still = windows.iter().find(|other| other.handle == window.handle && other.visible);
            still.map_or(Ok(()), |still| Err(describe(still)))
        });
    }

    /// The balloon whose heading or text contains this; waits for it. Wine shows balloons as windows of its own; Windows hands them to a
    /// program that shows them to nobody else.
    #[must_use]
    #[track_caller]
    pub fn balloon(&self, says: &str) -> Window {
        self.any_window(&format!("A balloon that says “{says}”"), |window| {
            window.class == TIP_CLASS && (window.title.contains(says) || window.text.contains(says))
        })
    }

    /// The balloons and tips that are to be seen now.
    #[must_use]
    #[track_caller]
    pub fn balloons(&self) -> Vec<Window> {
        self.windows().into_iter().filter(|window| window.visible && window.class == TIP_CLASS).collect()
    }

    /// The icon beside the clock that came first, as Wine paints it at the end of its bar; it is pressed by the mouse there.
    #[must_use]
    #[track_caller]
    pub fn tray_icon(&self) -> Place {
        let bar = self.any_window("The bar with the clock", |window| window.class == BAR_CLASS).place;
        Place { left: bar.left + bar.width - bar.height, width: bar.height, ..bar }
    }

    /// All controls of a window, in the order of the keyboard, hidden ones too.
    #[must_use]
    #[track_caller]
    pub fn controls(&self, window: &Window) -> Vec<Control> {
        match self.order(&Order::Controls { window: window.handle }) {
            Answer::Controls(controls) => controls,
            answer => panic!("no controls: {answer:?}"),
        }
    }

    /// The first visible control that fits; waits for it.
    #[must_use]
    #[track_caller]
    pub fn control(&self, window: &Window, what: &str, fits: impl Fn(&Control) -> bool) -> Control {
        self.control_within(WAIT_TIME_MAX, window, what, fits)
    }

    /// The same, with a time limit of its own.
    #[must_use]
    #[track_caller]
    pub fn control_within(
        &self,
        time: Duration,
        window: &Window,
        what: &str,
        fits: impl Fn(&Control) -> bool,
    ) -> Control {
        self.wait(&format!("{what} in {}", describe(window)), time, || {
            let controls = match self.try_order(&Order::Controls { window: window.handle }) {
                Answer::Controls(controls) => controls,
                answer => return Err(format!("{answer:?}")),
            };
            let visible: Vec<Control> = controls.into_iter().filter(|control| control.visible).collect();
            visible
                .iter()
                .find(|control| fits(control))
                .cloned()
                .ok_or_else(|| list(&visible, describe_control))
        })
    }

    /// The button, box to tick or link on which this stands, without `&`; waits until it can be used.
    #[must_use]
    #[track_caller]
    pub fn button(&self, window: &Window, label: &str) -> Control {
        self.control(window, &format!("A button “{label}” that can be used"), |control| {
            let is_button = is(control, "Button") || is(control, "SysLink");
            is_button && control.enabled && plain(&control.text) == plain(label)
        })
    }

    /// The field that a screen reader calls so, without `&` and colon; waits for it.
    #[must_use]
    #[track_caller]
    pub fn field(&self, window: &Window, label: &str) -> Control {
        self.control(window, &format!("A field “{label}”"), |control| {
            let is_field =
                is(control, "Edit") || is(control, "ComboBox") || control.class.contains("RichEdit");
            is_field && plain(&control.name) == plain(label)
        })
    }

    /// The table of a window; waits for it.
    #[must_use]
    #[track_caller]
    pub fn table(&self, window: &Window) -> Control {
        self.control(window, "A table", |control| control.table.is_some())
    }

    /// Waits until something in a window says this.
    #[track_caller]
    pub fn until_it_says(&self, window: &Window, says: &str) -> Control {
        self.control(window, &format!("“{says}”"), |control| control.text.contains(says))
    }
}

/// Whether a control is of a class.
fn is(control: &Control, class: &str) -> bool {
    control.class.eq_ignore_ascii_case(class)
}

/// A label without the mark of its access key and what ends it.
pub(super) fn plain(label: &str) -> String {
    label
        .replace("<a>", "")
        .replace("</a>", "")
        .replace('&', "")
        .trim_end_matches([':', '…', '.'])
        .trim()
        .to_owned()
}

/// A window in a sentence.
pub(super) fn describe(window: &Window) -> String {
    let Window { class, title, text, process, .. } = window;
    let text = if text.is_empty() { String::new() } else { format!(" saying “{text}”") };
    format!("the window “{title}”{text} ({class}, process {process})")
}

fn describe_control(control: &Control) -> String {
    let Control { class, text, name, enabled, table, .. } = control;
    let mut said = format!("{class} “{text}”");
    if name != text {
        said += &format!(" called “{name}”");
    }
    if !enabled {
        said += ", not to be used";
    }
    if let Some(table) = table {
        said += &format!(" with the rows {:?}", table.rows.iter().map(|row| &row.cells).collect::<Vec<_>>());
    }
    said
}

fn list<T>(things: &[T], describe: impl Fn(&T) -> String) -> String {
    if things.is_empty() {
        return "nothing".to_owned();
    }
    things.iter().map(describe).collect::<Vec<_>>().join("; ")
}

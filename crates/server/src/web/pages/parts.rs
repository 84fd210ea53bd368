//! The parts that pages are put together from; they look and work alike everywhere. All text is escaped by maud.

use maud::{Markup, Render, html};
use text::{Language, Message, message};

use super::csrf::FIELD;
use super::notice::Tone;
use super::visit::Visit;

/// The hidden field that tells our forms from foreign ones; each form of a session has one.
pub(super) fn csrf(visit: &Visit) -> Markup {
    html! { input type="hidden" name=(FIELD) value=(visit.csrf); }
}

/// The first heading of a page, with links or buttons for what can be done here.
pub(super) fn heading(title: &str, actions: &Markup) -> Markup {
    html! {
        div class="heading" {
            h1 { (title) }
            div class="actions" { (actions) }
        }
    }
}

/// A sentence that stands out. It is told by a word for screen readers too, not by colour alone.
pub(super) fn notice(tone: Tone, text: &str) -> Markup {
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    html! { div class={ "notice " (tone.class()) } role=(role) { p { (text) } } }
}

/// A short word in a frame, such as a state.
pub(super) fn badge(tone: Tone, text: &str) -> Markup {
    html! { span class={ "badge " (tone.class()) } { (text) } }
}

/// A form that changes something, sent to `action`.
pub(super) fn form(visit: &Visit, action: &str, content: &Markup) -> Markup {
    html! { form class="fields" method="post" action=(action) { (csrf(visit)) (content) } }
}

/// A form that changes something and may bring files along.
pub(super) fn form_with_files(visit: &Visit, action: &str, content: &Markup) -> Markup {
    html! {
        form class="fields" method="post" action=(action) enctype="multipart/form-data" { (csrf(visit)) (content) }
    }
}

/// Fields that belong together.
pub(super) fn group(legend: &str, content: &Markup) -> Markup {
    html! { fieldset class="group" { legend { (legend) } (content) } }
}

/// The filters above a list; what they say stands in the address.
pub(super) fn filters(action: &str, content: &Markup) -> Markup {
    html! { form class="filters" method="get" action=(action) role="search" { (content) } }
}

/// What a button does, as it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// The safe one, which Enter presses; one on a page.
    First,
    /// One of several.
    Plain,
    /// It takes something away.
    Danger,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::First => "button first",
            Self::Plain => "button",
            Self::Danger => "button danger",
        }
    }
}

/// A button that sends the form it stands in.
pub(super) fn button(weight: Weight, label: &str) -> Markup {
    html! { button type="submit" class=(weight.class()) { (label) } }
}

/// A link that looks like a button, since it leads to something to do.
pub(super) fn button_link(weight: Weight, href: &str, label: &str) -> Markup {
    html! { a class=(weight.class()) href=(href) { (label) } }
}

/// A button that is a form of its own, for a change that needs nothing else said.
pub(super) fn button_form(visit: &Visit, action: &str, weight: Weight, label: &str) -> Markup {
    html! { form class="inline" method="post" action=(action) { (csrf(visit)) (button(weight, label)) } }
}

/// A field of a form with its label, what helps to fill it in, and what is wrong with it.
#[derive(Debug, Clone)]
pub(super) struct Field<'a> {
    name: &'a str,
    label: &'a str,
    kind: Kind<'a>,
    value: &'a str,
    hint: Option<&'a str>,
    error: Option<&'a str>,
    autocomplete: Option<&'a str>,
    required: Presence,
}

#[derive(Debug, Clone)]
enum Kind<'a> {
    Input(&'a str),
    Area,
    /// Value and label of each choice.
    Choice(&'a [(String, String)]),
    Tick(State),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Optional,
    Required,
}

/// Whether something is ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It is.
    On,
    /// It is not.
    Off,
}

impl<'a> Field<'a> {
    fn new(name: &'a str, label: &'a str, kind: Kind<'a>) -> Self {
        Self {
            name,
            label,
            kind,
            value: "",
            hint: None,
            error: None,
            autocomplete: None,
            required: Presence::Optional,
        }
    }

    /// A line of text.
    pub(super) fn text(name: &'a str, label: &'a str) -> Self {
        Self::new(name, label, Kind::Input("text"))
    }

    /// A line of another kind: `url`, `date`, `number`, `search`.
    pub(super) fn of_type(kind: &'a str, name: &'a str, label: &'a str) -> Self {
        Self::new(name, label, Kind::Input(kind))
    }

    /// A password; `autocomplete` is `current-password` or `new-password`.
    pub(super) fn password(name: &'a str, label: &'a str, autocomplete: &'a str) -> Self {
        Self { autocomplete: Some(autocomplete), ..Self::new(name, label, Kind::Input("password")) }
    }

    /// Several lines of text.
    pub(super) fn area(name: &'a str, label: &'a str) -> Self {
        Self::new(name, label, Kind::Area)
    }

    /// One of several choices, each with its value and its label.
    pub(super) fn choice(name: &'a str, label: &'a str, choices: &'a [(String, String)]) -> Self {
        Self::new(name, label, Kind::Choice(choices))
    }

    /// Something to tick, which sends `on` or the given value.
    pub(super) fn tick(name: &'a str, label: &'a str, state: State) -> Self {
        Self { value: "on", ..Self::new(name, label, Kind::Tick(state)) }
    }

    /// With this value.
    pub(super) fn value(self, value: &'a str) -> Self {
        Self { value, ..self }
    }

    /// With a sentence that helps to fill it in.
    pub(super) fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// With what is wrong with the value.
    pub(super) fn error(self, error: Option<&'a str>) -> Self {
        Self { error, ..self }
    }

    /// With what browsers may fill in by themselves.
    pub(super) fn autocomplete(self, autocomplete: &'a str) -> Self {
        Self { autocomplete: Some(autocomplete), ..self }
    }

    /// It has to be filled in.
    pub(super) fn required(self) -> Self {
        Self { required: Presence::Required, ..self }
    }

    fn described_by(&self) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.name));
        let error = self.error.map(|_| format!("{}-error", self.name));
        let both: Vec<String> = hint.into_iter().chain(error).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }

    fn control(&self) -> Markup {
        let described_by = self.described_by();
        let invalid = self.error.map(|_| "true");
        let required = self.required == Presence::Required;
        let (name, value) = (self.name, self.value);
        match &self.kind {
            Kind::Input(kind) => html! {
                input type=(kind) id=(name) name=(name) value=(value) required[required] aria-invalid=[invalid]
                    aria-describedby=[described_by] autocomplete=[self.autocomplete];
            },
            Kind::Area => html! {
                textarea id=(name) name=(name) rows="5" required[required] aria-invalid=[invalid]
                    aria-describedby=[described_by] { (value) }
            },
            Kind::Choice(choices) => html! {
                select id=(name) name=(name) aria-invalid=[invalid] aria-describedby=[described_by] {
                    @for (choice, label) in *choices {
                        option value=(choice) selected[choice == value] { (label) }
                    }
                }
            },
            Kind::Tick(state) => html! {
                input type="checkbox" id=(name) name=(name) value=(value) checked[*state == State::On]
                    aria-describedby=[described_by];
            },
        }
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let class = if matches!(self.kind, Kind::Tick(_)) { "field tick" } else { "field" };
        html! {
            div class=(class) {
                @if matches!(self.kind, Kind::Tick(_)) { (self.control()) }
                label for=(self.name) { (self.label) }
                @if !matches!(self.kind, Kind::Tick(_)) { (self.control()) }
                @if let Some(hint) = self.hint { p class="hint" id={ (self.name) "-hint" } { (hint) } }
                @if let Some(error) = self.error { p class="error" id={ (self.name) "-error" } { (error) } }
            }
        }
    }
}

/// A table that stays readable on a phone, where each row becomes a card. `caption` says what it lists, for screen readers.
pub(super) fn table(caption: &str, headings: &[String], rows: Vec<Vec<Markup>>) -> Markup {
    html! {
        table {
            caption class="hidden" { (caption) }
            thead { tr { @for heading in headings { th scope="col" { (heading) } } } }
            tbody {
                @for row in rows {
                    tr {
                        @for (cell, heading) in row.into_iter().zip(headings) {
                            td data-label=(heading) { div { (cell) } }
                        }
                    }
                }
            }
        }
    }
}

/// What is known about one thing: names and values.
pub(super) fn facts(facts: Vec<(String, Markup)>) -> Markup {
    html! { dl class="facts" { @for (name, value) in facts { div { dt { (name) } dd { (value) } } } } }
}

/// What stands where a list is empty: why, and what to do first.
pub(super) fn empty(text: &str, actions: &Markup) -> Markup {
    html! { div class="empty" { p { (text) } (actions) } }
}

/// Which part of a list is shown, and the way to the others. `address` gives the address of a page, which counts from 1.
pub(super) fn pager(
    language: Language,
    page: u64,
    size: u64,
    total: u64,
    address: impl Fn(u64) -> String,
) -> Markup {
    let pages = total.div_ceil(size.max(1)).max(1);
    let first = page.saturating_sub(1).saturating_mul(size).saturating_add(1).min(total);
    let last = page.saturating_mul(size).min(total);
    let link =
        |to: u64, label: Message| html! { a class="button" href=(address(to)) { (label.say(language)) } };
    if total == 0 {
        return html! {};
    }
    html! {
        nav class="pager" aria-label=(message!("page-pager").say(language)) {
            // From beyond the end, back to the last page.
            @if page > pages && pages > 1 { (link(1, message!("page-pager-first"))) }
            @if page > 1 { (link((page - 1).min(pages), message!("page-pager-previous"))) }
            span {
                @if page > pages { (message!("page-pager-beyond", page = page, pages = pages).say(language)) }
                @else { (message!("page-pager-shown", first = first, last = last, total = total).say(language)) }
            }
            @if page < pages { (link(page + 1, message!("page-pager-next"))) }
        }
    }
}

/// A time of a list, to the minute, UTC; machines read it whole. What is no time is shown as it is.
pub(super) fn time(at: &str) -> Markup {
    let shown = at.get(..16).map(|minute| format!("{} UTC", minute.replace('T', " ")));
    html! { time datetime=(at) { (shown.unwrap_or_else(|| at.to_owned())) } }
}

/// A size as people read it.
pub(super) fn size(bytes: u64) -> String {
    let steps = ["KB", "MB", "GB", "TB"];
    let mut value = bytes as f64 / 1_000.0;
    let mut unit = 0;
    while value >= 1_000.0 && unit + 1 < steps.len() {
        value /= 1_000.0;
        unit += 1;
    }
    let digits = usize::from(value < 10.0);
    format!("{value:.digits$} {}", steps.get(unit).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use maud::{Render, html};
    use text::Language;

    use super::{Field, pager, size, table, time};

    #[test]
    fn whatever_people_write_is_text() {
        let hostile = "<script>alert(1)</script>\"' onload=x";
        let field = Field::text("name", hostile).value(hostile).hint(hostile).error(Some(hostile));
        let rows = vec![vec![html! { (hostile) }]];
        let all = [field.render().0, table(hostile, &[hostile.to_owned()], rows).0, time(hostile).0];
        for written in all {
            assert!(!written.contains("<script>") && !written.contains("\"' onload"), "{written}");
        }
    }

    #[test]
    fn a_pager_leads_where_there_is_more() {
        let check = |page, total, expected: &[&str]| {
            let written = pager(Language::English, page, 50, total, |page| format!("?page={page}")).0;
            let found: Vec<&str> =
                ["?page=1", "?page=2", "?page=3"].into_iter().filter(|part| written.contains(part)).collect();
            assert_eq!(found, expected, "{page} of {total}: {written}");
        };
        check(1, 0, &[]);
        check(1, 50, &[]);
        check(1, 51, &["?page=2"]);
        check(2, 101, &["?page=1", "?page=3"]);
        check(3, 101, &["?page=2"]);
        check(u64::MAX, 1, &["?page=1"]);
    }

    #[test]
    fn sizes_are_round() {
        let check = |bytes, expected| assert_eq!(size(bytes), expected);
        check(0, "0.0 KB");
        check(1_500, "1.5 KB");
        check(123_456, "123 KB");
        check(12_345_678, "12 MB");
        check(4_294_967_296, "4.3 GB");
    }
}

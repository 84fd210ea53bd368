//! The fields of the product that is being edited, each with what is wrong with it.

use catalog::{Importance, Product, Scope, xml};
use text::{Message, message};
use window::view::{Bar, EditStyle, FormLine, Kind, LabelStyle, Node, Weight};

use super::entries::importance;
use super::id;
use super::parts::{Usable as _, Words};
use crate::form::Editor;
use crate::form::command::{Field, Switch};
use crate::form::draft::{Chosen, Draft, Hashing, Origin};

/// How many lines of a long text are seen.
const TEXT_LINES: u16 = 3;
/// How many lines of the preview are seen.
const PREVIEW_LINES: u16 = 12;
/// The width and height of the icon.
const ICON_SIZE: i32 = 32;

/// The importances in the order in which they can be chosen.
pub(in crate::form) const IMPORTANCES: [Importance; 3] =
    [Importance::Low, Importance::Medium, Importance::High];

/// What a field is called.
pub(in crate::form) fn field_id(field: Field) -> &'static str {
    match field {
        Field::Name => "name",
        Field::ReleaseDate => "release-date",
        Field::Url => "url",
        Field::InfoUrl => "info-url",
        Field::InstallParams => "install-params",
        Field::Properties => "properties",
        Field::Description => "description",
        Field::ReleaseNotes => "release-notes",
        Field::Requires => "requires",
        Field::CloseFirst => "close-first",
    }
}

/// What a switch is called.
pub(in crate::form) fn switch_id(switch: Switch) -> &'static str {
    match switch {
        Switch::Passive => "passive",
        Switch::Quiet => "quiet",
        Switch::NoRestart => "no-restart",
    }
}

impl Editor {
    pub(super) fn details(&self, words: Words) -> Node {
        let body = match (&self.draft, self.selected) {
            (Some(draft), _) => self.draft(draft, words),
            (None, Some(place)) => self.damaged(place, words),
            (None, None) => self.nothing(words),
        };
        let draft = self.draft.as_ref();
        let is_of_package = draft.is_some_and(|draft| matches!(draft.origin, Origin::Package(_)));
        let label = if is_of_package {
            message!("generator-window-put-in-button")
        } else {
            message!("generator-window-change-button")
        };
        let weight = if draft.is_some() { Weight::Default } else { Weight::Plain };
        let can_change = self.busy.is_none() && draft.is_some_and(Draft::is_changed);
        let buttons = vec![
            Node::Fill,
            words.button(id::PUT_IN, &label, weight).only_if(can_change),
            words
                .button(id::DISCARD, &message!("generator-window-discard"), Weight::Plain)
                .only_if(can_change),
        ];
        Node::Column(vec![
            Node::Scroll { id: "details".to_owned(), body: Box::new(body) },
            Node::Row(buttons),
        ])
    }

    /// What to do first.
    fn nothing(&self, words: Words) -> Node {
        let mut parts = vec![
            words.label(&message!("generator-window-first"), LabelStyle::Heading),
            words.label(&message!("generator-window-first-how"), LabelStyle::Plain),
        ];
        parts.extend(self.about_files(words));
        let choose = words.button(id::PACKAGE, &message!("generator-window-first-button"), Weight::Default);
        parts.push(Node::Row(vec![choose]));
        Node::Column(parts)
    }

    /// Which file is read now, or why the last one could not be taken.
    fn about_files(&self, words: Words) -> Vec<Node> {
        let mut parts = Vec::new();
        if let Some((_, path)) = &self.reading {
            let reading = message!("generator-hashing", file = path.display());
            let stop = words.button(id::STOP, &message!("generator-window-stop"), Weight::Plain);
            parts.extend([words.label(&reading, LabelStyle::Plain), Node::Row(vec![stop])]);
        }
        parts.extend(self.refusal.as_ref().map(|reason| words.label(reason, LabelStyle::Warning)));
        parts
    }

    /// An entry that cannot be read: it stays as it is.
    fn damaged(&self, place: usize, words: Words) -> Node {
        let name = self.catalog.places().get(place).map(|placed| placed.entry.name.as_str());
        let heading = message!("generator-window-damaged", product = name.unwrap_or_default());
        let mut parts = vec![
            words.label(&heading, LabelStyle::Heading),
            words.label(&message!("generator-window-damaged-how"), LabelStyle::Plain),
        ];
        parts.extend(self.problems(place, words));
        parts.extend(self.about_files(words));
        parts.push(preview(self.catalog.source(place).unwrap_or_default(), words));
        Node::Column(parts)
    }

    /// What is wrong with an entry as it stands in the file.
    fn problems(&self, place: usize, words: Words) -> Vec<Node> {
        use text::Explain as _;
        let problems = self.catalog.places().get(place).map(|placed| placed.problems.as_slice());
        let told = problems.unwrap_or_default().iter();
        told.map(|problem| words.label(&problem.message(), LabelStyle::Warning)).collect()
    }

    fn draft(&self, draft: &Draft, words: Words) -> Node {
        let facts = draft.facts();
        let heading = match draft.origin {
            Origin::Package(_) => message!("generator-window-new-entry"),
            Origin::Entry { .. } => message!("generator-window-entry"),
        };
        let heading = heading.with("product", &facts.name).with("version", facts.version.as_str());
        let mut parts = vec![words.label(&heading, LabelStyle::Heading)];
        parts.extend(self.about_files(words));
        if let Origin::Entry { place, .. } = draft.origin {
            parts.extend(self.problems(place, words));
        }
        let advice = draft.advice(&self.catalog, self.today);
        parts.extend(advice.iter().map(|advice| words.label(advice, LabelStyle::Warning)));
        if let Origin::Package(chosen) = &draft.origin {
            parts.push(package(chosen, self.busy.is_none(), words));
        }
        let mut lines = Vec::new();
        about_product(draft, words, &mut lines);
        about_install(draft, words, &mut lines);
        about_texts(draft, words, &mut lines);
        facts_of(facts, words, &mut lines);
        parts.push(Node::Form(lines));
        parts.push(preview(self.preview(draft, words), words));
        Node::Column(parts)
    }

    /// The entry as it will stand in update.xml, or stands there now; else why there is none yet.
    fn preview(&self, draft: &Draft, words: Words) -> String {
        let Some(product) = draft.product() else { return words.say(&draft.not_ready()) };
        let written = || xml::source_at(xml::write(std::slice::from_ref(&product)).as_bytes(), 0);
        let text = match &draft.origin {
            Origin::Entry { place, .. } => {
                let now = self.catalog.source(*place).unwrap_or_default();
                if draft.is_changed() { changed(&now, &product).or_else(written) } else { Some(now) }
            }
            Origin::Package(_) => written(),
        };
        abridged(&text.unwrap_or_default())
    }
}

/// The text of an entry with what was changed in it; none if it cannot be read alone.
fn changed(now: &str, product: &Product) -> Option<String> {
    let alone = format!("<Products>{now}</Products>");
    xml::source_at(&xml::replace_at(alone.as_bytes(), 0, product).ok()?, 0)
}

/// The text without the letters of an icon, which nobody reads.
fn abridged(text: &str) -> String {
    let cut = || {
        let start = text.find("<Icon>")? + "<Icon>".len();
        let end = start + text.get(start..)?.find("</Icon>")?;
        (start < end).then(|| format!("{}…{}", &text[..start], &text[end..]))
    };
    cut().unwrap_or_else(|| text.to_owned())
}

fn preview(text: String, words: Words) -> Node {
    let text = Kind::Text { text, lines: PREVIEW_LINES }.named(id::PREVIEW);
    let label = words.say(&message!("generator-window-preview"));
    Node::Group { label: label.clone(), body: Box::new(text.called(label)) }
}

/// The package that was chosen, and how far its digests are.
fn package(chosen: &Chosen, is_free: bool, words: Words) -> Node {
    let file = chosen.path.display().to_string();
    let mut parts = vec![Node::label(file, LabelStyle::Quiet)];
    if !chosen.taken_over.is_empty() {
        let taken = message!("generator-taken-over", elements = chosen.taken_over.join(", "));
        parts.push(words.label(&taken, LabelStyle::Quiet));
    }
    let button = |id, label: Message| words.button(id, &label, Weight::Plain);
    match &chosen.hashing {
        Hashing::Done => {}
        Hashing::Running(done) => {
            let size = chosen.facts.size.unwrap_or_default().max(1);
            let part = (done.saturating_mul(1000) / size).min(1000);
            let percent = part / 10;
            let bar = Kind::Progress(Bar::Thousandths(u16::try_from(part).unwrap_or(1000))).named("progress");
            let label = words.say(&message!("generator-window-hashing", percent = percent));
            parts.push(Node::label(label.clone(), LabelStyle::Plain));
            let stop = button(id::STOP, message!("generator-window-stop"));
            parts.push(Node::Row(vec![bar.called(label), stop]));
        }
        Hashing::Stopped => {
            let label = words.label(&message!("generator-window-stopped"), LabelStyle::Warning);
            let again = button(id::READ_AGAIN, message!("generator-window-read-again")).only_if(is_free);
            parts.extend([label, Node::Row(vec![again])]);
        }
        Hashing::Failed(reason) => {
            let again = button(id::READ_AGAIN, message!("generator-window-read-again")).only_if(is_free);
            parts.extend([words.label(reason, LabelStyle::Warning), Node::Row(vec![again])]);
        }
    }
    Node::Column(parts)
}

/// A line to type in, with what is wrong with it.
fn line(draft: &Draft, field: Field, label: &Message, style: EditStyle, words: Words) -> FormLine {
    let edit = Node::edit(field_id(field), draft.fields.text(field), style);
    words.line(label, edit, note(draft, field, words))
}

/// What is wrong with a field; quietly as long as nothing was to be expected there yet.
fn note(draft: &Draft, field: Field, words: Words) -> Option<Node> {
    let problem = draft.problem(field)?;
    let is_open = draft.fields.text(field).is_empty() && !draft.is_tried;
    Some(words.label(&problem, if is_open { LabelStyle::Quiet } else { LabelStyle::Warning }))
}

fn about_product(draft: &Draft, words: Words, lines: &mut Vec<FormLine>) {
    let style = EditStyle::Line;
    lines.push(line(draft, Field::Name, &message!("generator-window-name"), style, words));
    let facts = draft.facts();
    lines.push(words.fact("version", &message!("generator-label-version"), facts.version.to_string()));
    let code = facts.upgrade_code.to_string();
    lines.push(words.fact("upgrade-code", &message!("generator-label-upgrade-code"), code));
    lines.push(line(draft, Field::Url, &message!("generator-window-url"), style, words));
    lines.push(line(draft, Field::InfoUrl, &message!("generator-window-info-url"), style, words));
    lines.push(line(draft, Field::ReleaseDate, &message!("generator-window-release-date"), style, words));
    let importance_label = message!("generator-window-importance");
    let combo = Kind::Combo {
        choices: IMPORTANCES.map(|one| words.say(&weight(one))).to_vec(),
        chosen: IMPORTANCES.iter().position(|one| *one == draft.fields.importance),
    };
    let meaning = words.label(&meaning(draft.fields.importance), LabelStyle::Quiet);
    let combo = combo.named(id::IMPORTANCE).called(words.say(&message!("generator-label-importance")));
    lines.push(words.line(&importance_label, combo, Some(meaning)));
    let mut icon = Vec::new();
    if let Some(own) = &draft.fields.icon {
        let picture = Kind::Picture { ico: Some(own.as_bytes().to_vec()), size: ICON_SIZE }.named("icon");
        icon.push(picture.called(words.say(&message!("generator-window-icon-shown"))));
    }
    icon.push(words.button(id::ICON, &message!("generator-window-icon-button"), Weight::Plain));
    let has_icon = draft.fields.icon.is_some();
    let none = words.button(id::NO_ICON, &message!("generator-window-no-icon"), Weight::Plain);
    icon.push(none.only_if(has_icon));
    lines.push(words.line(&message!("generator-window-icon"), Node::Row(icon), None));
}

fn about_install(draft: &Draft, words: Words, lines: &mut Vec<FormLine>) {
    let label = |switch| match switch {
        Switch::Passive => message!("generator-window-passive"),
        Switch::Quiet => message!("generator-window-quiet"),
        Switch::NoRestart => message!("generator-window-no-restart"),
    };
    let switches =
        Switch::ALL.map(|switch| words.check(switch_id(switch), &label(switch), draft.fields.ticked(switch)));
    lines.push(words.line(&message!("generator-window-switches"), Node::Column(switches.to_vec()), None));
    let properties = message!("generator-window-properties");
    let style = EditStyle::Lines(TEXT_LINES);
    lines.push(line(draft, Field::Properties, &properties, style, words));
    let params = message!("generator-window-install-params");
    lines.push(line(draft, Field::InstallParams, &params, EditStyle::Line, words));
}

fn about_texts(draft: &Draft, words: Words, lines: &mut Vec<FormLine>) {
    let long = EditStyle::Lines(TEXT_LINES);
    lines.push(line(draft, Field::Description, &message!("generator-window-description"), long, words));
    lines.push(line(draft, Field::ReleaseNotes, &message!("generator-window-release-notes"), long, words));
    let requires = message!("generator-window-requires");
    lines.push(line(draft, Field::Requires, &requires, EditStyle::Line, words));
    let close_first = message!("generator-window-close-first");
    lines.push(line(draft, Field::CloseFirst, &close_first, EditStyle::Line, words));
}

/// What the package says itself, beside its version and its UpgradeCode: it can be read and copied.
fn facts_of(facts: &Product, words: Words, lines: &mut Vec<FormLine>) {
    let scope = facts.scope.map(|scope| match scope {
        Scope::Machine => message!("generator-scope-machine"),
        Scope::User => message!("generator-scope-user"),
        Scope::Either => message!("generator-scope-either"),
    });
    let size = facts.size.map(|size| message!("generator-size", bytes = size));
    let mut fact = |id, label: Message, text: Option<String>| {
        lines.push(words.fact(id, &label, text.unwrap_or_default()));
    };
    fact("md5", message!("generator-label-md5"), facts.md5.map(|md5| md5.to_string()));
    fact("sha256", message!("generator-label-sha256"), facts.sha256.map(|sha256| sha256.to_string()));
    fact("size", message!("generator-label-size"), size.map(|size| words.say(&size)));
    fact(
        "product-code",
        message!("generator-label-product-code"),
        facts.product_code.map(|code| code.to_string()),
    );
    fact(
        "platform",
        message!("generator-label-platform"),
        facts.platform.map(|platform| platform.to_string()),
    );
    fact("scope", message!("generator-label-scope"), scope.map(|scope| words.say(&scope)));
}

/// An importance as it can be chosen: the word and the number that stands in update.xml.
fn weight(one: Importance) -> Message {
    message!("generator-window-weight", word = importance(one), number = one.to_wire())
}

fn meaning(importance: Importance) -> Message {
    match importance {
        Importance::Low => message!("generator-window-meaning-low"),
        Importance::Medium => message!("generator-window-meaning-medium"),
        Importance::High => message!("generator-window-meaning-high"),
    }
}

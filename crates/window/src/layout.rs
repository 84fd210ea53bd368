//! Where the controls of a view go. Pure: texts are measured by a [`Ruler`], which on Windows asks for the real font.
//!
//! Lengths in a view are in 96ths of an inch; what comes out is in pixels of the screen.

mod line;

use crate::view::{Control, EditStyle, FormLine, Kind, LabelStyle, Node, Weight};

/// Between two things.
const GAP: i32 = 8;
/// Between what belongs together closely.
const GAP_SMALL: i32 = 3;
/// Within a frame, beside and below.
const FRAME: i32 = 10;
/// What a label may be narrowed to, before it goes to a line of its own.
const LABEL_WIDTH_MIN: i32 = 160;
/// How wide a field is at least.
const FIELD_WIDTH_MIN: i32 = 140;
/// How wide a table, a long text or a bar is at least.
const AREA_WIDTH_MIN: i32 = 120;
/// How wide a button is at least.
const BUTTON_WIDTH_MIN: i32 = 88;
/// The part of a form's width that its labels take at most, in hundredths.
const FORM_LABELS_MAX: i32 = 40;

/// Width and height, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Size {
    pub(crate) width: i32,
    pub(crate) height: i32,
}

/// A place, in pixels; that of what is inside of a panel begins at the panel's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Place {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

/// What texts and lengths are on a screen.
pub(crate) trait Ruler {
    /// A length in pixels.
    fn scale(&self, length: i32) -> i32;
    /// How large a text is when it wraps at a width.
    fn text(&self, text: &str, style: LabelStyle, width: i32) -> Size;
    /// How wide the bar of what scrolls is.
    fn scroll_bar(&self) -> i32;
}

/// How wide something is: what it can be narrowed to, what it needs, and whether it takes more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Width {
    least: i32,
    natural: i32,
    grows: bool,
}

/// How high something is at least, and whether it takes more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Height {
    pub(crate) least: i32,
    pub(crate) grows: bool,
}

/// Where all pieces go, in the order of [`pieces`](crate::pieces::pieces), and what is in each panel.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Places {
    /// The place of each piece.
    pub(crate) places: Vec<Place>,
    /// Which pieces are panels, and how high that is which they scroll.
    pub(crate) panels: Vec<(usize, i32)>,
}

/// Places all pieces of a view in a window's inside.
pub(crate) fn place(body: &Node, inside: Place, ruler: &dyn Ruler) -> Places {
    let mut layout = Layout { ruler, found: Places::default() };
    layout.place(body, inside);
    layout.found
}

/// How high a view has to be at a width.
pub(crate) fn height(body: &Node, width: i32, ruler: &dyn Ruler) -> Height {
    Layout { ruler, found: Places::default() }.height(body, width)
}

struct Layout<'a> {
    ruler: &'a dyn Ruler,
    found: Places,
}

impl Layout<'_> {
    fn scale(&self, length: i32) -> i32 {
        self.ruler.scale(length)
    }

    fn line_height(&self) -> i32 {
        self.ruler.text("X", LabelStyle::Plain, i32::MAX).height
    }

    fn text_width(&self, text: &str, style: LabelStyle) -> i32 {
        self.ruler.text(text, style, i32::MAX).width
    }

    fn width(&self, node: &Node) -> Width {
        match node {
            Node::Column(nodes) => nodes.iter().map(|node| self.width(node)).fold(Width::default(), widest),
            Node::Row(nodes) => {
                let widths = nodes.iter().map(|node| self.width(node));
                let sum = widths.clone().fold(Width::default(), |sum, width| Width {
                    least: sum.least.max(width.least),
                    natural: sum.natural + width.natural,
                    grows: sum.grows || width.grows,
                });
                Width { natural: sum.natural + self.scale(GAP) * (nodes.len() as i32 - 1).max(0), ..sum }
            }
            Node::Form(_) | Node::Scroll { .. } => {
                let least = self.scale(2 * FIELD_WIDTH_MIN);
                Width { least, natural: least, grows: true }
            }
            Node::Group { body, .. } => {
                let Width { least, natural, .. } = self.width(body);
                let frame = self.scale(2 * FRAME);
                Width { least: least + frame, natural: natural + frame, grows: true }
            }
            Node::Fill => Width { grows: true, ..Width::default() },
            Node::Control(control) => self.control_width(control),
        }
    }

    fn control_width(&self, control: &Control) -> Width {
        let fixed = |natural: i32| Width { least: natural, natural, grows: false };
        if let Some(width) = control.width {
            return fixed(self.scale(width));
        }
        let growing = |least: i32| Width { least, natural: least, grows: true };
        match &control.kind {
            Kind::Label { text, style } => {
                let natural = self.text_width(text, *style) + self.scale(1);
                Width { least: natural.min(self.scale(LABEL_WIDTH_MIN)), natural, grows: false }
            }
            Kind::Edit { .. } => growing(self.scale(FIELD_WIDTH_MIN)),
            Kind::Text { .. } | Kind::List(_) | Kind::Progress(_) => growing(self.scale(AREA_WIDTH_MIN)),
            Kind::Check { label, .. } => {
                let natural = self.text_width(label, LabelStyle::Caption) + self.scale(24);
                Width { least: natural.min(self.scale(LABEL_WIDTH_MIN)), natural, grows: false }
            }
            Kind::Combo { choices, .. } => {
                let widest = choices.iter().map(|choice| self.text_width(choice, LabelStyle::Plain)).max();
                fixed((widest.unwrap_or_default() + self.scale(34)).max(self.scale(FIELD_WIDTH_MIN)))
            }
            Kind::Button { label, .. } => {
                let natural = self.text_width(label, LabelStyle::Caption) + self.scale(26);
                fixed(natural.max(self.scale(BUTTON_WIDTH_MIN)))
            }
            Kind::Link { label } => fixed(self.text_width(label, LabelStyle::Plain) + self.scale(4)),
            Kind::Picture { size, .. } => fixed(self.scale(*size)),
        }
    }

    fn height(&self, node: &Node, width: i32) -> Height {
        match node {
            Node::Column(nodes) => {
                let gaps = self.scale(GAP) * (nodes.len() as i32 - 1).max(0);
                let heights = nodes.iter().map(|node| self.height(node, width));
                let sum = heights.fold(Height::default(), |sum, height| Height {
                    least: sum.least + height.least,
                    grows: sum.grows || height.grows,
                });
                Height { least: sum.least + gaps, ..sum }
            }
            Node::Row(nodes) => self.row_height(nodes, width),
            Node::Form(lines) => self.form_height(lines, width),
            Node::Group { body, .. } => {
                let inner = self.height(body, width - self.scale(2 * FRAME));
                let least = inner.least + self.line_height() + self.scale(GAP_SMALL + FRAME);
                Height { least, ..inner }
            }
            Node::Scroll { .. } => Height { least: 4 * self.line_height(), grows: true },
            Node::Fill => Height { least: 0, grows: true },
            Node::Control(control) => self.control_height(&control.kind, width),
        }
    }

    fn control_height(&self, kind: &Kind, width: i32) -> Height {
        let line = self.line_height();
        let fixed = |least: i32| Height { least, grows: false };
        match kind {
            Kind::Label { text, style } => fixed(self.ruler.text(text, *style, width).height.max(line)),
            Kind::Text { lines, .. } => {
                Height { least: line * i32::from(*lines) + self.scale(8), grows: true }
            }
            Kind::Edit { style: EditStyle::Lines(lines), .. } => {
                fixed(line * i32::from(*lines) + self.scale(8))
            }
            Kind::Edit { .. } | Kind::Combo { .. } => fixed(line + self.scale(8)),
            Kind::Check { label, .. } => {
                let text = self.ruler.text(label, LabelStyle::Caption, width - self.scale(22)).height;
                fixed(text.max(line) + self.scale(2))
            }
            Kind::Button { weight: Weight::Default | Weight::Cancel | Weight::Plain, .. } => {
                fixed(line + self.scale(11))
            }
            Kind::Link { .. } => fixed(line + self.scale(2)),
            Kind::List(list) => {
                let row = line + self.scale(4);
                Height { least: row * (i32::from(list.lines) + 1) + self.scale(12), grows: true }
            }
            Kind::Progress(_) => fixed(self.scale(15)),
            Kind::Picture { size, .. } => fixed(self.scale(*size)),
        }
    }

    fn place(&mut self, node: &Node, at: Place) {
        match node {
            Node::Column(nodes) => self.place_column(nodes, at),
            Node::Row(nodes) => self.place_row(nodes, at),
            Node::Form(lines) => self.place_form(lines, at),
            Node::Group { body, .. } => {
                self.found.places.push(at);
                let (side, top) = (self.scale(FRAME), self.line_height() + self.scale(GAP_SMALL));
                let inner = Place {
                    x: at.x + side,
                    y: at.y + top,
                    width: at.width - 2 * side,
                    height: at.height - top - side,
                };
                self.place(body, inner);
            }
            Node::Scroll { body, .. } => self.place_scroll(body, at),
            Node::Fill => {}
            Node::Control(_) => self.found.places.push(at),
        }
    }

    fn place_column(&mut self, nodes: &[Node], at: Place) {
        let gap = self.scale(GAP);
        let heights: Vec<Height> = nodes.iter().map(|node| self.height(node, at.width)).collect();
        let used =
            heights.iter().map(|height| height.least).sum::<i32>() + gap * (nodes.len() as i32 - 1).max(0);
        let mut growing = heights.iter().filter(|height| height.grows).count() as i32;
        let mut left = (at.height - used).max(0);
        let mut y = at.y;
        for (node, height) in nodes.iter().zip(heights) {
            let mut own = height.least;
            if height.grows {
                let more = left / growing.max(1);
                (left, growing) = (left - more, growing - 1);
                own += more;
            }
            self.place(node, Place { y, height: own, ..at });
            y += own + gap;
        }
    }

    fn form_label_width(&self, lines: &[FormLine], width: i32) -> i32 {
        let widest = lines.iter().map(|line| self.text_width(&line.label, LabelStyle::Caption)).max();
        (widest.unwrap_or_default() + self.scale(1)).min(width * FORM_LABELS_MAX / 100)
    }

    fn form_line(&self, line: &FormLine, labels: i32, width: i32) -> (i32, i32) {
        let fields = width - labels - self.scale(GAP);
        let label = self.ruler.text(&line.label, LabelStyle::Caption, labels).height + self.scale(4);
        let field = self.height(&line.field, fields).least.max(label);
        let note =
            line.note.as_ref().map_or(0, |note| self.height(note, fields).least + self.scale(GAP_SMALL));
        (field, note)
    }

    fn form_height(&self, lines: &[FormLine], width: i32) -> Height {
        let labels = self.form_label_width(lines, width);
        let gaps = self.scale(GAP) * (lines.len() as i32 - 1).max(0);
        let heights = lines.iter().map(|line| self.form_line(line, labels, width));
        Height { least: heights.map(|(field, note)| field + note).sum::<i32>() + gaps, grows: false }
    }

    fn place_form(&mut self, lines: &[FormLine], at: Place) {
        let labels = self.form_label_width(lines, at.width);
        let x = at.x + labels + self.scale(GAP);
        let width = at.width - labels - self.scale(GAP);
        let mut y = at.y;
        for line in lines {
            let (field, note) = self.form_line(line, labels, at.width);
            let top = self.scale(4);
            self.found.places.push(Place { x: at.x, y: y + top, width: labels, height: field - top });
            let natural = self.width(&line.field);
            let own = if natural.grows { width } else { natural.natural.min(width) };
            self.place(&line.field, Place { x, y, width: own, height: field });
            if let Some(node) = &line.note {
                let small = self.scale(GAP_SMALL);
                self.place(node, Place { x, y: y + field + small, width, height: note - small });
            }
            y += field + note + self.scale(GAP);
        }
    }

    fn place_scroll(&mut self, body: &Node, at: Place) {
        let panel = self.found.places.len();
        self.found.places.push(at);
        let whole = self.height(body, at.width).least;
        let (width, inner) = if whole > at.height {
            let width = at.width - self.ruler.scroll_bar() - self.scale(GAP_SMALL);
            (width, self.height(body, width).least)
        } else {
            (at.width, at.height)
        };
        self.found.panels.push((panel, inner));
        self.place(body, Place { x: 0, y: 0, width, height: inner });
    }
}

fn widest(one: Width, other: Width) -> Width {
    Width {
        least: one.least.max(other.least),
        natural: one.natural.max(other.natural),
        grows: one.grows || other.grows,
    }
}

#[cfg(test)]
mod tests;

//! What a window shows, as data: a tree of controls, in sentences that are already in a language. Pure; `windows/` draws it, and changes
//! only what differs from what was shown before, so that focus, scroll position and what is typed stay.
//!
//! All lengths are in 96ths of an inch, whatever the screen; `layout.rs` places the controls.

/// What a window shows.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// What stands in its title bar.
    pub title: String,
    /// Which page it is: when another one comes, the focus goes to [`View::focus`].
    pub page: String,
    /// The control that gets the focus when the page comes; `None` for the first that can have it.
    pub focus: Option<String>,
    /// What is in it.
    pub body: Node,
}

/// A part of a window.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// One below the other; what can grow shares the height that is left.
    Column(Vec<Node>),
    /// One beside the other; what can grow shares the width that is left. What does not fit goes to a further line.
    Row(Vec<Node>),
    /// Labels in a column of their own, each directly before its field.
    Form(Vec<FormLine>),
    /// Parts that belong together, within a frame with a heading.
    Group {
        /// The heading.
        label: String,
        /// What is in it.
        body: Box<Node>,
    },
    /// What may be higher than its place, and is scrolled.
    Scroll {
        /// What it is called; nothing else in the window has that name.
        id: String,
        /// What is in it.
        body: Box<Node>,
    },
    /// Room that takes what is left.
    Fill,
    /// A control.
    Control(Control),
}

/// A line of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormLine {
    /// What the field is; `&` marks its access key.
    pub label: String,
    /// The field.
    pub field: Node,
    /// What stands below the field, such as what is wrong with it.
    pub note: Option<Node>,
}

/// A control.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// What it is called; nothing else in the window has that name. Empty for what nobody asks about.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it can be used.
    pub enabled: bool,
    /// What a screen reader calls it, where no label stands directly before it.
    pub name: Option<String>,
    /// Its width, if it is not what it needs or what there is.
    pub width: Option<i32>,
    /// The key that presses it, wherever the focus is.
    pub key: Option<Key>,
    /// How it reaches who does not see it.
    pub voice: Voice,
}

/// How a label reaches who does not see it; what can be used is reached anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// It is read with what stands beside it.
    Beside,
    /// Tab stops at it, so that it is read by itself.
    Reached,
    /// Tab stops at it, and it is read aloud as soon as it comes or is another one.
    Spoken,
}

/// A key that presses a button, beside its access key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Ctrl with this letter, which is an upper-case one of ASCII.
    Ctrl(char),
    /// Alt with the arrow up.
    AltUp,
    /// Alt with the arrow down.
    AltDown,
    /// Delete, while the focus is in a table.
    Delete,
}

/// What a control is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A text that nobody changes; it wraps.
    Label {
        /// The text.
        text: String,
        /// How it looks.
        style: LabelStyle,
    },
    /// A longer text to be read, selected and scrolled; takes the height that is left.
    Text {
        /// The text; lines end with `\n`.
        text: String,
        /// How many lines are to be seen at least.
        lines: u16,
    },
    /// A field to type in.
    Edit {
        /// What stands there, unless the person has typed something else since this value came.
        text: String,
        /// What can be typed.
        style: EditStyle,
    },
    /// A box to tick.
    Check {
        /// What it means; `&` marks its access key.
        label: String,
        /// Whether it is ticked.
        on: bool,
    },
    /// One of several.
    Combo {
        /// What can be chosen.
        choices: Vec<String>,
        /// Which is.
        chosen: Option<usize>,
    },
    /// A button.
    Button {
        /// What it does; `&` marks its access key.
        label: String,
        /// Its weight.
        weight: Weight,
    },
    /// A link; pressing it is an event, as with a button.
    Link {
        /// What stands there.
        label: String,
    },
    /// A table; takes the height that is left.
    List(List),
    /// How far something is.
    Progress(Bar),
    /// A picture.
    Picture {
        /// The bytes of an .ico file; `None` for the program's own icon.
        ico: Option<Vec<u8>>,
        /// Its width and height.
        size: i32,
    },
}

/// How a label looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelStyle {
    /// As usual.
    Plain,
    /// As usual, and `&` marks the access key of what comes next.
    Caption,
    /// Larger: what the page says first.
    Heading,
    /// Bold.
    Strong,
    /// Less important.
    Quiet,
    /// Something is wrong.
    Warning,
}

/// What can be typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditStyle {
    /// A line.
    Line,
    /// A line that is not to be seen; its text never comes with an event.
    Password,
    /// Digits.
    Number,
    /// A line that can be read and copied, but not changed.
    ReadOnly,
    /// So many lines at a time, of as many as there are; they end with `\n`, and Enter begins one.
    Lines(u16),
}

/// What a button is in its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Enter presses it.
    Default,
    /// Escape presses it.
    Cancel,
    /// Neither.
    Plain,
}

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// A part of a whole, in thousandths.
    Thousandths(u16),
    /// Under way, and nobody knows how far.
    Unknown,
    /// Ended before it was done; it stays where it was.
    Stopped,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The key of the row that is selected.
    pub selected: Option<String>,
    /// What it has beside its texts.
    pub style: ListStyle,
    /// How many rows are to be seen at least.
    pub lines: u16,
}

/// What a table has beside its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListStyle {
    /// Nothing.
    Plain,
    /// An icon in each row.
    Icons,
    /// A box to tick and an icon in each row.
    TicksAndIcons,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// How its texts stand.
    pub align: Align,
    /// Whether it takes the width that is left; one column should.
    pub grows: bool,
}

/// How texts stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Where reading begins.
    Start,
    /// Where it ends, as numbers do.
    End,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which it is; nothing else in the table has that key.
    pub key: String,
    /// Its texts, one for each column.
    pub cells: Vec<String>,
    /// Its box; `None` where there is none.
    pub tick: Option<bool>,
    /// The bytes of an .ico file; `None` for the program's own icon.
    pub ico: Option<Vec<u8>>,
}

/// Something that the person did in a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// A button or a link was pressed.
    Pressed {
        /// Which.
        id: String,
    },
    /// Something was typed.
    Edited {
        /// Where.
        id: String,
        /// What stands there now; empty for a password, which the window gives.
        text: String,
    },
    /// A box was ticked or not.
    Checked {
        /// Which.
        id: String,
        /// Whether it is.
        on: bool,
    },
    /// One of several was chosen.
    Chosen {
        /// Where.
        id: String,
        /// Which, from 0.
        index: usize,
    },
    /// A row was selected.
    Selected {
        /// In which table.
        id: String,
        /// Which row.
        key: String,
    },
    /// The box of a row was ticked or not.
    Ticked {
        /// In which table.
        id: String,
        /// Which row.
        key: String,
        /// Whether it is.
        on: bool,
    },
    /// A row was pressed twice, or Enter in it.
    Activated {
        /// In which table.
        id: String,
        /// Which row.
        key: String,
    },
    /// Windows asks whether the session may end, and was answered that it has to wait.
    SessionEnding,
    /// The session goes on after all.
    SessionStays,
    /// Files were dropped on the window.
    Dropped(Vec<std::path::PathBuf>),
    /// The window came before the person's eyes, or left them.
    Sighted(Sight),
    /// The window is to be closed; it stays until it is.
    Closed,
}

/// Whether the person sees a window that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// It is the one they work with.
    Seen,
    /// It is minimised, or they work with another one.
    Unseen,
}

impl Node {
    /// A label.
    #[must_use]
    pub fn label(text: impl Into<String>, style: LabelStyle) -> Self {
        Kind::Label { text: text.into(), style }.unnamed()
    }

    /// A button that can be pressed.
    #[must_use]
    pub fn button(id: impl Into<String>, label: impl Into<String>, weight: Weight) -> Self {
        Kind::Button { label: label.into(), weight }.named(id)
    }

    /// A field to type in.
    #[must_use]
    pub fn edit(id: impl Into<String>, text: impl Into<String>, style: EditStyle) -> Self {
        Kind::Edit { text: text.into(), style }.named(id)
    }

    /// The same, as something that cannot be used now.
    #[must_use]
    pub fn disabled(mut self) -> Self {
        if let Self::Control(control) = &mut self {
            control.enabled = false;
        }
        self
    }

    /// The same, with a name for screen readers.
    #[must_use]
    pub fn called(mut self, name: impl Into<String>) -> Self {
        if let Self::Control(control) = &mut self {
            control.name = Some(name.into());
        }
        self
    }

    /// The same, pressed by a key.
    #[must_use]
    pub fn pressed_by(mut self, key: Key) -> Self {
        if let Self::Control(control) = &mut self {
            control.key = Some(key);
        }
        self
    }

    /// The same, where Tab stops.
    #[must_use]
    pub fn reached(self) -> Self {
        self.with_voice(Voice::Reached)
    }

    /// The same, where Tab stops, read aloud as soon as it comes or is another one.
    #[must_use]
    pub fn spoken(self) -> Self {
        self.with_voice(Voice::Spoken)
    }

    fn with_voice(mut self, voice: Voice) -> Self {
        if let Self::Control(control) = &mut self {
            control.voice = voice;
        }
        self
    }

    /// The same, with a name by which it can be asked about.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        if let Self::Control(control) = &mut self {
            control.id = id.into();
        }
        self
    }

    /// The same, with a width of its own.
    #[must_use]
    pub fn wide(mut self, width: i32) -> Self {
        if let Self::Control(control) = &mut self {
            control.width = Some(width);
        }
        self
    }
}

impl Kind {
    /// A control of this kind that can be asked about.
    #[must_use]
    pub fn named(self, id: impl Into<String>) -> Node {
        Node::Control(Control {
            id: id.into(),
            kind: self,
            enabled: true,
            name: None,
            width: None,
            key: None,
            voice: Voice::Beside,
        })
    }

    /// A control of this kind that nobody asks about.
    #[must_use]
    pub fn unnamed(self) -> Node {
        self.named("")
    }
}

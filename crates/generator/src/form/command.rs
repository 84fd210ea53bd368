//! What the person asks for, what is to be done for it, and what came of that.

use std::path::PathBuf;
use std::sync::Arc;

use catalog::msi::Metadata;
use catalog::{Digests, Icon, Importance};
use text::Message;

/// Something that the person asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A new, empty catalog.
    New,
    /// Another catalog, to be chosen.
    Open,
    /// This catalog.
    OpenFile(PathBuf),
    /// To write the catalog where it came from.
    Save,
    /// To write the catalog to a file to be chosen.
    SaveAs,
    /// To write the catalog to this file.
    SaveTo(PathBuf),
    /// To end.
    Close,
    /// To end, because Windows ends the session.
    EndSession,
    /// Not to end, because the session goes on.
    KeepSession,
    /// A package, to be chosen.
    ChoosePackage,
    /// This package.
    TakePackage(PathBuf),
    /// To read the package no further.
    StopReading,
    /// To wait no longer until a file is written or read.
    StopWaiting,
    /// To read the package again, after it was stopped.
    ReadAgain,
    /// An icon, to be chosen.
    ChooseIcon,
    /// This icon.
    TakeIcon(PathBuf),
    /// No icon.
    RemoveIcon,
    /// Files of any kind, dropped on the window.
    Drop(Vec<PathBuf>),
    /// No file, after one was to be chosen.
    ChooseNothing,
    /// Another text in a field.
    Type(Field, String),
    /// Another importance.
    Weigh(Importance),
    /// A switch of the installer, or not.
    Tick(Switch, Ticked),
    /// To put what is in the fields into the list.
    PutIn,
    /// To forget what is in the fields.
    Discard,
    /// The product in this place of the list, from 0.
    Select(usize),
    /// To take the selected product out.
    Remove,
    /// To shift the selected product.
    Shift(catalog::xml::Direction),
    /// An answer to the question that stands.
    Answer(Answer),
}

/// A field to type in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The name that a person sees.
    Name,
    /// When it was released.
    ReleaseDate,
    /// Where clients download the package.
    Url,
    /// Where a person finds more to read.
    InfoUrl,
    /// What is handed to the installer, as one line.
    InstallParams,
    /// The properties among it, one on each line.
    Properties,
    /// What the product is.
    Description,
    /// What is new in this version.
    ReleaseNotes,
    /// What it needs.
    Requires,
    /// Programs to close before the install.
    CloseFirst,
}

impl Field {
    /// All fields.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::ReleaseDate,
        Self::Url,
        Self::InfoUrl,
        Self::InstallParams,
        Self::Properties,
        Self::Description,
        Self::ReleaseNotes,
        Self::Requires,
        Self::CloseFirst,
    ];

    /// The element of update.xml that it becomes.
    #[must_use]
    pub fn element(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::ReleaseDate => "ReleaseDate",
            Self::Url => "URL",
            Self::InfoUrl => "InfoUrl",
            Self::InstallParams | Self::Properties => "InstallParams",
            Self::Description => "Description",
            Self::ReleaseNotes => "ReleaseNotes",
            Self::Requires => "Requires",
            Self::CloseFirst => "CloseFirst",
        }
    }
}

/// A switch of the installer that can be ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Switch {
    /// `/passive`
    Passive,
    /// `/quiet`
    Quiet,
    /// `/norestart`
    NoRestart,
}

impl Switch {
    /// All switches.
    pub const ALL: [Self; 3] = [Self::Passive, Self::Quiet, Self::NoRestart];
}

/// Whether something is ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ticked {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Save the changes first.
    Save,
    /// Lose the changes.
    DoNotSave,
    /// Put what is in the fields into the list first.
    PutIn,
    /// Forget what is in the fields.
    Discard,
    /// Replace the newer version.
    Replace,
    /// Take the product out.
    Remove,
    /// Replace the file though it was changed meanwhile.
    Overwrite,
    /// Open the file as it is now, and lose the changes.
    Reload,
    /// Leave all as it is.
    Cancel,
}

/// Which file the person is to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// An update.xml to open.
    CatalogToOpen,
    /// An update.xml to write.
    CatalogToSave,
    /// A package.
    Package,
    /// An icon.
    Icon,
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Let the person choose a file, and say it as a command.
    Ask(FileKind),
    /// Read an update.xml.
    Open(PathBuf),
    /// Replace an update.xml.
    Save(Save),
    /// Do not replace it any more, unless it is being written already.
    GiveUpSaving,
    /// Read a package, and compute its digests.
    ReadPackage {
        /// What it is known by.
        number: u64,
        /// Where it is.
        path: PathBuf,
    },
    /// Read a package no further.
    StopReading {
        /// What it is known by.
        number: u64,
    },
    /// Read an icon.
    ReadIcon {
        /// What it is known by.
        number: u64,
        /// Where it is.
        path: PathBuf,
    },
    /// End the program.
    End,
}

/// An update.xml to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Save {
    /// Where it goes.
    pub path: PathBuf,
    /// What is to be there.
    pub bytes: Arc<[u8]>,
    /// What has to be there before.
    pub expected: Expected,
}

/// What has to be in a file's place before it is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// Whatever is there; the person has agreed to replace it.
    Anything,
    /// These bytes; `None` if there must be no file.
    This(Option<Arc<[u8]>>),
}

/// What came of something that was done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// An update.xml was read; none is there where nothing was found.
    Opened(PathBuf, Result<Option<Vec<u8>>, Message>),
    /// Somebody else is changing the update.xml; it is waited for.
    Waiting(Message),
    /// An update.xml was written, or not.
    Saved(Save, Result<(), NotSaved>),
    /// What a package says about itself, and its size in bytes.
    PackageRead {
        /// What it is known by.
        number: u64,
        /// What was read.
        read: Result<Box<(Metadata, u64)>, Message>,
    },
    /// How many bytes of a package's digests are done.
    Hashed {
        /// What it is known by.
        number: u64,
        /// So many bytes.
        done: u64,
    },
    /// A package's digests.
    Digested {
        /// What it is known by.
        number: u64,
        /// Its digests.
        digests: Result<Digests, Message>,
    },
    /// An icon was read, or not.
    IconRead {
        /// What it is known by.
        number: u64,
        /// The icon.
        read: Result<Icon, Message>,
    },
}

/// Why an update.xml was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// It is not what was opened: somebody else has changed it.
    ChangedMeanwhile,
    /// It was given up while it was waited for.
    GivenUp,
    /// Something else, in a sentence.
    Because(Message),
}

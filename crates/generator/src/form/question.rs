//! A question that the person has to answer before anything goes on.

use text::{Message, message};

use super::command::Answer;
use super::editor::Step;

/// A question that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Question {
    /// Changes would be lost by this step.
    SaveFirst(Step),
    /// What is in the fields would be lost by this step.
    PutInFirst(Step),
    /// The product in this place is to be taken out.
    Remove {
        /// Its place.
        place: usize,
        /// What it is called.
        name: String,
    },
    /// The list has a newer version.
    Newer {
        /// What it is called.
        name: String,
        /// The version in the list.
        listed: String,
        /// The version that would replace it.
        new: String,
    },
    /// Somebody else has changed the file.
    ChangedMeanwhile {
        /// The file.
        file: String,
    },
    /// Nothing to decide: something could not be done.
    Told(Message),
}

impl Question {
    /// What is asked, in one line.
    pub(crate) fn heading(&self) -> Message {
        match self {
            Self::SaveFirst(_) => message!("generator-window-save-first-heading"),
            Self::PutInFirst(_) => message!("generator-window-put-in-first-heading"),
            Self::Remove { name, .. } => message!("generator-window-remove-heading", product = name),
            Self::Newer { name, .. } => message!("generator-window-newer-heading", product = name),
            Self::ChangedMeanwhile { .. } => message!("generator-window-changed-heading"),
            Self::Told(_) => message!("generator-window-told-heading"),
        }
    }

    /// What it is about, and what comes of the answers.
    pub(crate) fn sentence(&self) -> Message {
        match self {
            Self::SaveFirst(_) => message!("generator-window-save-first"),
            Self::PutInFirst(_) => message!("generator-window-put-in-first"),
            Self::Remove { .. } => message!("generator-window-remove"),
            Self::Newer { listed, new, .. } => message!("generator-window-newer", listed = listed, new = new),
            Self::ChangedMeanwhile { file } => message!("generator-window-changed", file = file),
            Self::Told(message) => message.clone(),
        }
    }

    /// The answers from left to right: the safe one is the first, the last one leaves all as it is.
    pub(crate) fn answers(&self) -> Vec<(Answer, Message)> {
        let cancel = (Answer::Cancel, message!("generator-window-answer-cancel"));
        match self {
            Self::SaveFirst(_) => vec![
                (Answer::Save, message!("generator-window-answer-save")),
                (Answer::DoNotSave, message!("generator-window-answer-do-not-save")),
                cancel,
            ],
            Self::PutInFirst(_) => vec![
                (Answer::PutIn, message!("generator-window-answer-put-in")),
                (Answer::Discard, message!("generator-window-answer-discard")),
                cancel,
            ],
            Self::Remove { .. } => {
                vec![(Answer::Remove, message!("generator-window-answer-remove")), cancel]
            }
            Self::Newer { .. } => {
                vec![(Answer::Replace, message!("generator-window-answer-replace")), cancel]
            }
            Self::ChangedMeanwhile { .. } => vec![
                (Answer::Overwrite, message!("generator-window-answer-overwrite")),
                (Answer::Reload, message!("generator-window-answer-reload")),
                cancel,
            ],
            Self::Told(_) => vec![(Answer::Cancel, message!("generator-window-answer-ok"))],
        }
    }

    /// The answer that loses nothing: Enter gives it.
    pub(crate) fn safe_answer(&self) -> Answer {
        match self {
            Self::SaveFirst(_) => Answer::Save,
            Self::PutInFirst(_) => Answer::PutIn,
            _ => Answer::Cancel,
        }
    }
}

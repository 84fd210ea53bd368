//! Every sentence a person reads, in every language: the `.ftl` files under `ftl/` and the way to say one of them.
//!
//! Code names a sentence by its id and hands over what it speaks of; the words are in the files, one file per part of the
//! project. A file is there in English and German, or in all languages where everybody meets its sentences (pages, client); wherever it is, it
//! has the same ids:
//!
//! ```
//! use text::{Language, message};
//!
//! let found = message!("command-line-argument-unknown", argument = "--colour");
//! assert_eq!(found.say(Language::English), "There is no argument “--colour” here.");
//! ```
//!
//! Not here: tracing logs and the project's own chores, which are English in the code, for developers and operators.

#[cfg(feature = "command-line")]
pub mod command_line;
mod language;
mod message;
mod sentences;
#[cfg(feature = "command-line")]
pub mod terminal;

#[cfg(feature = "command-line")]
pub use language::LANGUAGE_VARIABLE;
pub use language::Language;
pub use message::{Argument, Explain, Message};
pub use sentences::knows;

/// Makes a [`Message`] from the id of a sentence and what it speaks of.
#[macro_export]
macro_rules! message {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Message::new($id)$(.with(stringify!($name), $value))*
    };
}

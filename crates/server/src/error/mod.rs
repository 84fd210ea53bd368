//! The server's one error: what went wrong, for a person, and the detail behind it, for the log.

mod kind;
mod sentences;
mod sources;
mod status;

use std::error::Error as StdError;
use std::{fmt, io};

use text::Explain;

pub(crate) use self::kind::Kind;
use crate::db::DatabaseError;

/// What a fallible piece of the server answers.
pub(crate) type Result<Value> = std::result::Result<Value, Error>;

/// What went wrong.
#[derive(Debug)]
pub(crate) struct Error {
    // Behind a pointer, so that results stay small.
    kind: Box<Kind>,
    pointer: Option<String>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// What went wrong.
    pub(crate) fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The same error, about a part of the request's JSON: a pointer such as `/name`. Source: RFC 6901.
    pub(crate) fn at(self, pointer: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), ..self }
    }

    /// Which part of the request's JSON the error is about, if that is known.
    pub(crate) fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }

    /// An error of the server itself; the detail is for the log alone.
    pub(crate) fn internal(source: impl StdError + Send + Sync + 'static) -> Self {
        let kind = if is_full_disk(&source) { Kind::DiskFull } else { Kind::Internal };
        Self { kind: Box::new(kind), pointer: None, source: Some(Box::new(source)) }
    }

    /// Writes the detail to the log, if the server is at fault; whoever answers calls this once.
    pub(crate) fn log(&self) {
        if let (Kind::Internal | Kind::DiskFull, Some(source)) = (self.kind(), &self.source) {
            tracing::error!(error = %Chain(source.as_ref()), "the server could not do what it should");
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.message())
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Whether it came from a disk without room.
fn is_full_disk(error: &(dyn StdError + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        let of_system = error.downcast_ref::<io::Error>();
        if of_system.is_some_and(|error| error.kind() == io::ErrorKind::StorageFull)
            || error.downcast_ref::<DatabaseError>().is_some_and(DatabaseError::is_full_disk)
        {
            return true;
        }
        next = error.source();
    }
    false
}

/// An error with all that it came from, on one line.
struct Chain<'a>(&'a (dyn StdError + Send + Sync));

impl fmt::Display for Chain<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)?;
        let mut source = self.0.source();
        while let Some(error) = source {
            write!(formatter, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}

//! update.xml, the wire form of a catalog. docs/reference/update-xml.md describes it for people.

mod document;
mod problem;
mod read;
mod write;

pub use document::{DEPTH_MAX, DOCUMENT_SIZE_MAX, PRODUCTS_MAX, Unreadable};
pub use problem::{Consequence, Problem, ProblemKind};
pub use read::{Reading, read};
pub use write::write;

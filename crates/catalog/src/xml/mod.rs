//! update.xml, the wire form of a catalog. docs/reference/update-xml.md describes it for people.

mod abridge;
mod document;
mod edit;
mod layout;
mod problem;
mod read;
mod scan;
mod splice;
mod write;

pub use document::{DOCUMENT_SIZE_MAX, Limit, NODES_MAX, PRODUCTS_MAX, Unreadable};
pub use edit::{EditError, Entry, Put, Several, put, remove};
pub use problem::{Consequence, Problem, ProblemKind};
pub use read::{Reading, read};
pub use scan::{DEPTH_MAX, NAMESPACES_MAX, TAG_LENGTH_MAX};
pub use write::write;

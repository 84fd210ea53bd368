//! update.xml, the wire form of a catalog. docs/reference/update-xml.md describes it for people.

mod abridge;
mod amend;
mod character_data;
mod document;
mod edit;
mod element;
mod fields;
mod layout;
mod lines;
mod place;
mod plain;
mod problem;
mod read;
mod scan;
mod splice;
mod tree;
mod write;

pub use document::{DOCUMENT_SIZE_MAX, Limit, NODES_MAX, PRODUCTS_MAX, Unreadable};
pub use edit::{EditError, Entry, Put, Several, put, remove};
pub use place::{Direction, Placed, list, remove_at, replace_at, shift, source_at};
pub use problem::{Consequence, Problem, ProblemKind};
pub use read::{Reading, read, read_by_tree};
pub use scan::{DEPTH_MAX, NAMESPACES_MAX, TAG_LENGTH_MAX};
pub use write::{Dialect, write, write_in};

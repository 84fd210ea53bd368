//! What a file of accounts would make of each account. Nothing here changes anything.

mod plan;
mod table;

pub(crate) use plan::{accounts, plan, token};
pub(crate) use table::{FILE_SIZE_MAX, ImportError};

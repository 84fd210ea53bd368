//! The tests of the catalog that need real files or other programs' opinions.
#![cfg(test)]
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the catalog asks nothing of the outside, its tests do"
)]

mod fixtures;
mod msi;
mod xml;

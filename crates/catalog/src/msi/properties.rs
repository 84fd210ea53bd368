//! The table `Property`: names and their values.

use std::io::{Read, Seek};

use super::tables::{Column, Database, Table};
use super::{MsiError, Part};

/// The table of properties; without one, a file has no properties.
pub(super) struct Properties(Option<(Table, Column, Column)>);

impl Properties {
    /// Reads the table.
    ///
    /// # Errors
    /// [`MsiError`] if the table is damaged or too large; [`MsiError::MergeModule`] if the file is one, for those have no
    /// properties of a product.
    pub(super) fn read<F: Read + Seek>(database: &mut Database<F>) -> Result<Self, MsiError> {
        let Some(table) = database.table("Property", Part::Properties)? else {
            return Self(None).unless_merge_module(database);
        };
        let key = table.column("Property", &database.strings)?;
        let value = table.column("Value", &database.strings)?;
        Self(Some((table, key, value))).unless_merge_module(database)
    }

    /// A property's value; `None` if it is absent or empty, which mean the same to Windows Installer.
    ///
    /// # Errors
    /// [`MsiError`] if the value cannot be read.
    pub(super) fn optional<F>(&self, name: &str, database: &Database<F>) -> Result<Option<String>, MsiError> {
        let Some((table, key, value)) = &self.0 else {
            return Ok(None);
        };
        for row in table.rows() {
            if database.strings.bytes(table.reference(row, *key)?)? == name.as_bytes() {
                let text = database.strings.text(table.reference(row, *value)?, Part::Properties)?;
                return Ok(Some(text).filter(|text| !text.is_empty()));
            }
        }
        Ok(None)
    }

    /// The value of a property that every package has.
    ///
    /// # Errors
    /// [`MsiError::PropertyMissing`] if it is absent or empty; else as [`Properties::optional`].
    pub(super) fn required<F>(&self, name: &'static str, database: &Database<F>) -> Result<String, MsiError> {
        self.optional(name, database)?.ok_or(MsiError::PropertyMissing { name })
    }

    fn unless_merge_module<F: Read + Seek>(self, database: &mut Database<F>) -> Result<Self, MsiError> {
        let has_product = self.optional("ProductCode", database)?.is_some();
        if !has_product && database.table("ModuleSignature", Part::Properties)?.is_some() {
            return Err(MsiError::MergeModule);
        }
        Ok(self)
    }
}

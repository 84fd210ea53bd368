//! The records of installs that Windows Installer was asked for and that have not ended yet.

use std::path::PathBuf;

use catalog::{Product, xml};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Owner, State, StateError, files};
use crate::machine::Context;
use crate::outcome::{Before, Goal};
use crate::plan::Kind;

/// The most records that are kept; more than one is there only if the client was ended in the middle of an install.
pub const PENDING_MAX: usize = 20;

/// The most bytes of a record.
const SIZE_MAX: u64 = 256 * 1024;

/// An install that Windows Installer is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The number of the report that it will become.
    pub report: Uuid,
    /// Whose offer it is.
    pub owner: Owner,
    /// The fingerprint of the offer, see `guard.rs`.
    pub fingerprint: String,
    /// The offer, as an update.xml of its own.
    pub offer: String,
    /// What was installed of the product's family, the highest version first.
    pub before: Vec<Before>,
    /// What kind of update it is.
    pub kind: Kind,
    /// For whom it is to be installed; `None` if that is all the same.
    pub target: Option<Context>,
    /// Where the verbose log is written.
    pub log: PathBuf,
    /// When it began, in seconds since 1970 (UTC).
    pub begun_at: i64,
}

impl Pending {
    /// The offer; `None` if it cannot be read.
    #[must_use]
    pub fn product(&self) -> Option<Product> {
        let products = xml::read(self.offer.as_bytes()).ok()?.products;
        products.into_iter().next()
    }

    /// What the install of the offer is to come to.
    #[must_use]
    pub fn goal<'a>(&'a self, product: &'a Product) -> Goal<'a> {
        Goal { product, kind: self.kind, target: self.target, before: &self.before }
    }

    /// The offer as it is written in a record: what only a person reads is left out.
    #[must_use]
    pub fn offer(product: &Product) -> String {
        let plain = Product { icon: None, description: None, release_notes: None, ..product.clone() };
        xml::write(&[plain])
    }
}

impl State {
    /// Writes down an install before it begins; the record is on disk when this returns.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written: then the install must not begin.
    pub fn begin(&self, pending: &Pending) -> Result<(), StateError> {
        let folder = self.pending_folder();
        files::make_private(&folder)?;
        files::keep_newest(&folder, PENDING_MAX - 1);
        files::replace(&folder, &file_name(pending.report), &serde_json::to_vec(pending).unwrap_or_default())
    }

    /// The installs that have not ended as far as is known, in no order. A record that cannot be read is thrown away.
    #[must_use]
    pub fn pending(&self) -> Vec<Pending> {
        let mut found = Vec::new();
        for path in files::newest_first(&self.pending_folder()) {
            if path.extension().is_none_or(|end| end != "json") {
                continue;
            }
            let bytes = files::read(&path, SIZE_MAX);
            let pending: Option<Pending> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
            match pending.filter(|pending| pending.product().is_some()) {
                Some(pending) => found.push(pending),
                None => drop(std::fs::remove_file(path)),
            }
        }
        found
    }

    /// Takes a record away, when what came of the install is remembered.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be deleted.
    pub fn end(&self, report: Uuid) -> Result<(), StateError> {
        files::remove(&self.pending_folder().join(file_name(report)))
    }

    fn pending_folder(&self) -> PathBuf {
        self.folder.join("pending")
    }
}

fn file_name(report: Uuid) -> String {
    format!("{report}.json")
}

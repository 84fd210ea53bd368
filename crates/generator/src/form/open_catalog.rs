//! The update.xml that is open: its bytes as they are now and as they were, and its products in their places.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use catalog::Product;
use catalog::xml::{self, Direction, EditError, Placed, Put, Unreadable};

/// An update.xml, open.
#[derive(Debug, Clone, Default)]
pub(crate) struct OpenCatalog {
    path: Option<PathBuf>,
    bytes: Vec<u8>,
    /// The file's bytes as they were read or written last; none if there was no file.
    on_disk: Option<Arc<[u8]>>,
    places: Vec<Placed>,
}

impl OpenCatalog {
    /// Opens what was read from a file; where there was none, it is a new one.
    pub(crate) fn open(path: PathBuf, read: Option<Vec<u8>>) -> Result<Self, Unreadable> {
        let bytes = read.clone().unwrap_or_default();
        let places = match xml::list(&bytes) {
            Err(Unreadable::Empty) => Vec::new(),
            places => places?,
        };
        Ok(Self { path: Some(path), bytes, on_disk: read.map(Arc::from), places })
    }

    /// Where it is; none as long as it was never written.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What is to be written.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What was in the file when it was read or written last.
    pub(crate) fn on_disk(&self) -> Option<Arc<[u8]>> {
        self.on_disk.clone()
    }

    /// Whether it is other than the file.
    pub(crate) fn is_changed(&self) -> bool {
        self.on_disk.as_deref().unwrap_or_default() != self.bytes.as_slice()
    }

    /// All products in their places.
    pub(crate) fn places(&self) -> &[Placed] {
        &self.places
    }

    /// The products that can be read.
    pub(crate) fn products(&self) -> impl Iterator<Item = &Product> {
        self.places.iter().filter_map(|placed| placed.product.as_ref())
    }

    /// The text of the product in a place.
    pub(crate) fn source(&self, place: usize) -> Option<String> {
        xml::source_at(&self.bytes, place)
    }

    /// Remembers where it was written, and what.
    pub(crate) fn saved(&mut self, path: PathBuf, bytes: Arc<[u8]>) {
        (self.path, self.on_disk) = (Some(path), Some(bytes));
    }

    /// Puts a product in as `oxcatalog add` does; answers its place, too.
    pub(crate) fn put(&mut self, product: &Product) -> Result<(usize, Put), EditError> {
        let (bytes, put) = xml::put(&self.bytes, product)?;
        self.take(bytes)?;
        let is_it = |placed: &Placed| placed.product.as_ref() == Some(product);
        Ok((self.places.iter().position(is_it).unwrap_or_default(), put))
    }

    /// Puts a product in the place of another.
    pub(crate) fn replace(&mut self, place: usize, product: &Product) -> Result<(), EditError> {
        self.take(xml::replace_at(&self.bytes, place, product)?)
    }

    /// Takes the product in a place out.
    pub(crate) fn remove(&mut self, place: usize) -> Result<(), EditError> {
        self.take(xml::remove_at(&self.bytes, place)?)
    }

    /// Shifts the product in a place.
    pub(crate) fn shift(&mut self, place: usize, direction: Direction) -> Result<(), EditError> {
        self.take(xml::shift(&self.bytes, place, direction)?)
    }

    fn take(&mut self, bytes: Vec<u8>) -> Result<(), EditError> {
        self.places = xml::list(&bytes).map_err(EditError::Unreadable)?;
        self.bytes = bytes;
        Ok(())
    }
}

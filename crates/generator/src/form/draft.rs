//! The product that is being edited: where it comes from, what stands in its fields, and what is to be said of it.

use std::path::{Path, PathBuf};

use catalog::digest::Digester;
use catalog::msi::Metadata;
use catalog::{Digests, Listing, ListingError, Product, ReleaseDate, UpgradeCode, listing};
use jiff::civil::Date;
use text::{Message, message};

use super::command::Field;
use super::fields::Fields;
use super::open_catalog::OpenCatalog;
use super::proposal;
use crate::advice::{names_of, oddities, warnings};
use crate::take_over::{Given, newest_of, take_over};

/// A product that is being edited.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) origin: Origin,
    pub(crate) fields: Fields,
    /// What the icon that is being read for it is known by.
    pub(crate) icon: Option<u64>,
    /// The fields as they were before the person changed anything.
    untouched: Fields,
    /// Whether the person has tried to put it in, so that nothing is to be spared any more.
    pub(crate) is_tried: bool,
}

/// Where a product that is being edited comes from.
#[derive(Debug, Clone)]
pub(crate) enum Origin {
    /// A package that was chosen.
    Package(Box<Chosen>),
    /// The list.
    Entry {
        /// Its place there.
        place: usize,
        /// The product as it stands there.
        product: Box<Product>,
    },
}

/// A package that was chosen.
#[derive(Debug, Clone)]
pub(crate) struct Chosen {
    /// What its reading is known by.
    pub(crate) number: u64,
    pub(crate) path: PathBuf,
    /// What the package says; without digests until they are known.
    pub(crate) facts: Product,
    pub(crate) hashing: Hashing,
    /// The elements that came from the entry that it replaces.
    pub(crate) taken_over: Vec<&'static str>,
}

/// How far the digests of a package are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Hashing {
    /// So many bytes are done.
    Running(u64),
    /// They are known.
    Done,
    /// The person has stopped it.
    Stopped,
    /// It failed.
    Failed(Message),
}

impl Chosen {
    /// A package whose digests are still to come.
    ///
    /// # Errors
    /// [`ListingError`] if it could not be offered.
    pub(crate) fn new(
        number: u64,
        path: PathBuf,
        metadata: &Metadata,
        size: u64,
    ) -> Result<Self, ListingError> {
        // Nobody sees these digests.
        let none_yet = Digester::default().finish();
        let facts = listing::product(metadata, &none_yet, "x.msi", Listing::default())?;
        let facts = Product { md5: None, sha256: None, size: Some(size), ..facts };
        Ok(Self { number, path, facts, hashing: Hashing::Running(0), taken_over: Vec::new() })
    }

    /// Takes what came of reading the whole package.
    pub(crate) fn digested(&mut self, digests: Result<Digests, Message>) {
        self.hashing = match digests {
            Ok(digests) => {
                (self.facts.md5, self.facts.sha256) = (Some(digests.md5), Some(digests.sha256));
                self.facts.size = Some(digests.size);
                Hashing::Done
            }
            Err(reason) => Hashing::Failed(reason),
        };
    }

    fn file_name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

impl Draft {
    /// The product in a place of the list; none if it cannot be read.
    pub(crate) fn of_entry(catalog: &OpenCatalog, place: usize) -> Option<Self> {
        let product = catalog.places().get(place)?.product.clone()?;
        let fields = Fields::of(&product);
        Some(Self::new(Origin::Entry { place, product: Box::new(product) }, fields))
    }

    /// A package that was chosen. What is known of the product before, and what was changed before the same file was read again, is
    /// filled in.
    pub(crate) fn of_package(
        mut chosen: Chosen,
        catalog: &OpenCatalog,
        today: Date,
        former: Option<&Self>,
    ) -> Self {
        let products: Vec<&Product> = catalog.products().collect();
        let previous = newest_of(products.iter().copied().cloned(), &chosen.facts);
        let mut product = chosen.facts.clone();
        product.release_date = Some(ReleaseDate::Day(today));
        if let Some(previous) = &previous {
            chosen.taken_over = take_over(&mut product, &Given::default(), previous);
        }
        let version = chosen.facts.version.as_str();
        let proposed = proposal::url(&chosen.file_name(), version, previous.as_ref(), &products);
        product.url = proposed.unwrap_or_default();
        let path = chosen.path.clone();
        let mut draft = Self::new(Origin::Package(Box::new(chosen)), Fields::of(&product));
        if let Some(former) = former.filter(|former| former.is_of(&path)) {
            draft.fields.take_changes(&former.fields, &former.untouched);
            (draft.icon, draft.is_tried) = (former.icon, former.is_tried);
        }
        draft
    }

    /// Whether it comes from this package.
    pub(crate) fn is_of(&self, path: &Path) -> bool {
        matches!(&self.origin, Origin::Package(chosen) if chosen.path == path)
    }

    fn new(origin: Origin, fields: Fields) -> Self {
        Self { origin, untouched: fields.clone(), fields, icon: None, is_tried: false }
    }

    /// Whether something would be lost if it were forgotten.
    pub(crate) fn is_changed(&self) -> bool {
        matches!(self.origin, Origin::Package(_)) || self.fields != self.untouched
    }

    /// The package's own name, version and codes.
    pub(crate) fn facts(&self) -> &Product {
        match &self.origin {
            Origin::Package(chosen) => &chosen.facts,
            Origin::Entry { product, .. } => product,
        }
    }

    /// The product as it would be put in; none as long as something is missing or wrong.
    pub(crate) fn product(&self) -> Option<Product> {
        if let Origin::Package(chosen) = &self.origin
            && !matches!(chosen.hashing, Hashing::Done)
        {
            return None;
        }
        self.fields.product(self.facts())
    }

    /// What is wrong with a field.
    pub(crate) fn problem(&self, field: Field) -> Option<Message> {
        self.fields.problem(field, self.facts())
    }

    /// The first field with something wrong.
    pub(crate) fn first_problem(&self) -> Option<(Field, Message)> {
        Field::ALL.into_iter().find_map(|field| Some((field, self.problem(field)?)))
    }

    /// Why it cannot be put in yet.
    pub(crate) fn not_ready(&self) -> Message {
        if let Some((field, reason)) = self.first_problem() {
            return message!("generator-window-not-put-in", element = field.element(), reason = reason);
        }
        match &self.origin {
            Origin::Package(chosen) if matches!(chosen.hashing, Hashing::Running(_)) => {
                message!("generator-window-still-reading")
            }
            _ => message!("generator-window-not-digested"),
        }
    }

    /// What the administrator ought to know of it, though nothing speaks against it.
    pub(crate) fn advice(&self, catalog: &OpenCatalog, today: Date) -> Vec<Message> {
        let facts = self.facts();
        let mut advice = Vec::new();
        if let Origin::Package(_) = self.origin {
            let family = facts.family();
            let replaced: Vec<Product> =
                catalog.products().filter(|other| other.family().meets(&family)).cloned().collect();
            if replaced.len() > 1 {
                advice.push(message!("generator-window-replaces-several", replaced = names_of(&replaced)));
            }
            advice.extend(warnings(facts, &replaced));
            advice.extend(unreadable_beside(catalog, facts));
        }
        let said = self.fields.product(facts);
        advice.extend(said.iter().flat_map(|product| oddities(product, today)));
        advice
    }
}

/// Entries with the product's UpgradeCode that cannot be read, and so would stay beside it.
fn unreadable_beside(catalog: &OpenCatalog, product: &Product) -> Vec<Message> {
    let is_alike = |code: &str| UpgradeCode::parse(code).is_ok_and(|code| code == product.upgrade_code);
    let entries =
        catalog.places().iter().filter(|placed| placed.product.is_none()).map(|placed| &placed.entry);
    let told = |entry: &catalog::xml::Entry| {
        message!("generator-window-unreadable-beside", line = entry.line, product = &entry.name)
    };
    entries.filter(|entry| is_alike(&entry.upgrade_code)).map(told).collect()
}

//! What an administrator ought to know of a product that is put into an update.xml, though nothing speaks against it.

use std::cmp::Ordering;
use std::path::Path;

use catalog::install_params::Placeholder;
use catalog::xml::Entry;
use catalog::{Product, ReleaseDate};
use jiff::civil::Date;
use text::{Message, message};

/// Whether an entry is newer than the product that would replace it.
pub(crate) fn is_newer(entry: &Product, product: &Product) -> bool {
    entry.version.compare(&product.version) == Ordering::Greater
}

/// An entry of the same product that cannot be read and so stays beside it.
pub(crate) fn unreadable_beside(entry: &Entry, catalog: &Path) -> Message {
    let catalog = catalog.display();
    message!("generator-unreadable-beside", catalog = catalog, line = entry.line, product = &entry.name)
}

/// Entries by their names and versions, in a line.
pub(crate) fn names_of(entries: &[Product]) -> String {
    let names: Vec<String> =
        entries.iter().map(|entry| format!("{} {}", entry.name, entry.version)).collect();
    names.join(", ")
}

/// What its version tells beside the entries that it replaces.
pub(crate) fn warnings(product: &Product, replaced: &[Product]) -> Vec<Message> {
    let version = &product.version;
    let mut warnings = Vec::new();
    if !version.fits_windows_installer() {
        warnings.push(message!("generator-version-beyond-limits", version = version.as_str()));
    }
    for old in replaced {
        let about =
            |message: Message| message.with("old", old.version.as_str()).with("version", version.as_str());
        match old.version.compare(version) {
            Ordering::Greater => warnings.push(about(message!("generator-older-than-before"))),
            Ordering::Equal if old.version.differs_only_in_fourth_field(version) => {
                warnings.push(about(message!("generator-fourth-field-only")));
            }
            Ordering::Equal if is_other_content(old, product) => {
                warnings.push(about(message!("generator-same-version-other-content")));
            }
            _ => {}
        }
    }
    warnings
}

/// What would do nothing, or not what one might think, in a file that is the same for everybody from now on.
pub(crate) fn oddities(product: &Product, today: Date) -> Vec<Message> {
    let mut oddities = Vec::new();
    if let Some(ReleaseDate::Day(day)) = product.release_date
        && day > today
    {
        let day = ReleaseDate::Day(day).to_string();
        oddities.push(message!("generator-released-later", day = day));
    }
    for placeholder in Placeholder::ALL.into_iter().filter(|one| product.install_params.uses(*one)) {
        oddities.push(message!("generator-placeholder", placeholder = placeholder.as_str()));
    }
    oddities
}

/// Whether two entries stand for different bytes, as far as their digests tell.
fn is_other_content(old: &Product, new: &Product) -> bool {
    match (old.sha256, new.sha256, old.md5, new.md5) {
        (Some(old), Some(new), ..) => old != new,
        (_, _, Some(old), Some(new)) => old != new,
        _ => false,
    }
}

//! `oxcatalog add`: puts a package into an update.xml, in the place of what it replaces.

use std::cmp::Ordering;
use std::path::Path;

use catalog::install_params::Placeholder;
use catalog::xml::{self, Reading, put};
use catalog::{ICON_SIZE_MAX, Icon, InstallParams, Listing, Product, ReleaseDate, address, listing, product};
use jiff::Zoned;
use jiff::civil::Date;
use text::{Explain, Message, message};

use crate::arguments::AddArguments;
use crate::catalog_file::CatalogFile;
use crate::package::{Package, read_bounded};
use crate::take_over::take_over;
use crate::{Console, Exit, Failure};

/// Adds a package, or replaces the entries of its family.
pub(crate) fn run(arguments: &AddArguments, console: &Console) -> Result<Exit, Failure> {
    // What was typed is judged before a large file is hashed, and that is done before others have to wait for the catalog.
    let listing = listing_of(arguments)?;
    address::package_url(&arguments.url).map_err(|error| argument_wrong("--url", &error))?;
    let mut package = Package::open(&arguments.file)?;
    let digests = package.digests(console)?;
    let mut product = listing::product(&package.metadata, &digests, &arguments.url, listing)
        .map_err(|error| Failure::about(&arguments.file, error.message()))?;

    let file = CatalogFile::open(&arguments.catalog, console)?;
    let document = file.bytes().unwrap_or_default();
    let previous = newest_of_family(document, &product, &arguments.catalog)?;
    let mut taken = Vec::new();
    if let Some(previous) = &previous {
        if previous.version.compare(&product.version) == Ordering::Greater && !arguments.force {
            return Err(Failure::refused(message!(
                "generator-newer-there",
                catalog = arguments.catalog.display(),
                product = &previous.name,
                version = previous.version.as_str(),
                new = product.version.as_str()
            )));
        }
        taken = take_over(&mut product, arguments, previous);
    }
    let (bytes, put) =
        put(document, &product).map_err(|error| Failure::about(&arguments.catalog, error.message()))?;
    let is_changed = bytes != document;
    if is_changed {
        file.replace(&bytes)?;
    }
    drop(file);

    let mut warnings = warnings(&product, &put.replaced);
    warnings.extend(oddities(&product, Zoned::now().date()));
    warnings.extend(put.unreadable.iter().map(|entry| {
        let catalog = arguments.catalog.display();
        message!("generator-unreadable-beside", catalog = catalog, line = entry.line, product = &entry.name)
    }));
    for warning in &warnings {
        console.complain(warning);
    }
    console.say(&outcome(&product, &put.replaced, &arguments.catalog, is_changed))?;
    if is_changed && !taken.is_empty() {
        console.say(&message!("generator-taken-over", elements = taken.join(", ")))?;
    }
    Ok(Exit::Done)
}

/// What the arguments say about the package.
fn listing_of(arguments: &AddArguments) -> Result<Listing, Failure> {
    let params = arguments.install_params.as_deref().unwrap_or_default();
    let info_url = arguments.info_url.as_deref().filter(|url| !url.trim().is_empty());
    let programs = arguments.close_first.as_deref().unwrap_or_default();
    Ok(Listing {
        name: arguments.name.clone(),
        info_url: info_url
            .map(address::info_url)
            .transpose()
            .map_err(|error| argument_wrong("--info-url", &error))?,
        icon: arguments.icon.as_ref().map(Path::new).map(icon).transpose()?.flatten(),
        install_params: InstallParams::parse(params)
            .and_then(|params| params.known_placeholders().map(|()| params))
            .map_err(|error| argument_wrong("--install-params", &error))?,
        importance: arguments.importance.map(Into::into).unwrap_or_default(),
        release_date: release_date(arguments.release_date.as_deref())?,
        description: arguments.description.clone(),
        release_notes: arguments.release_notes.clone(),
        requires: arguments.requires.clone(),
        close_first: product::close_first(programs)
            .map_err(|error| argument_wrong("--close-first", &error))?,
    })
}

/// The day that was given, today if none was; none at all if the argument is empty.
fn release_date(given: Option<&str>) -> Result<Option<ReleaseDate>, Failure> {
    let Some(given) = given else { return Ok(Some(ReleaseDate::Day(Zoned::now().date()))) };
    match ReleaseDate::parse(given) {
        Some(ReleaseDate::Text(text)) => {
            Err(argument_wrong("--release-date", &message!("generator-not-a-day", text = text)))
        }
        day => Ok(day),
    }
}

/// The icon in a file; none if the file's name is empty.
fn icon(path: &Path) -> Result<Option<Icon>, Failure> {
    if path.as_os_str().is_empty() {
        return Ok(None);
    }
    let bytes = read_bounded(path, ICON_SIZE_MAX).map_err(|error| Failure::not_read(path, &error))?;
    Icon::new(bytes).map(Some).map_err(|error| Failure::about(path, error.message()))
}

fn argument_wrong(argument: &str, error: &impl Explain) -> Failure {
    let message = message!("generator-argument-wrong", argument = argument, reason = error.message());
    Failure { exit: Exit::Misuse, message }
}

/// The newest entry among those that the product replaces.
fn newest_of_family(document: &[u8], product: &Product, path: &Path) -> Result<Option<Product>, Failure> {
    let products = match xml::read(document) {
        Ok(Reading { products, .. }) => products,
        Err(xml::Unreadable::Empty) => Vec::new(),
        Err(error) => return Err(Failure::about(path, error.message())),
    };
    let of_family = products.into_iter().filter(|other| other.family().meets(&product.family()));
    Ok(of_family.max_by(|left, right| left.version.compare_fully(&right.version)))
}

/// What was done, in a sentence.
fn outcome(product: &Product, replaced: &[Product], path: &Path, is_changed: bool) -> Message {
    let about = |message: Message| {
        let message = message.with("product", &product.name).with("version", product.version.as_str());
        message.with("catalog", path.display())
    };
    if !is_changed {
        return about(message!("generator-unchanged"));
    }
    if replaced.is_empty() {
        return about(message!("generator-added"));
    }
    let versions: Vec<&str> = replaced.iter().map(|old| old.version.as_str()).collect();
    about(message!("generator-replaced", old = versions.join(", "), count = replaced.len()))
}

/// What the administrator ought to know, though nothing speaks against the package.
fn warnings(product: &Product, replaced: &[Product]) -> Vec<Message> {
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
fn oddities(product: &Product, today: Date) -> Vec<Message> {
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

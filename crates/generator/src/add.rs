//! `oxcatalog add`: puts a package into an update.xml, in the place of what it replaces.

use std::path::Path;

use catalog::xml::{self, Reading, put};
use catalog::{Icon, InstallParams, Listing, Product, ReleaseDate, address, listing, product};
use jiff::Zoned;
use text::{Explain, Message, message};

use crate::advice::{is_newer, oddities, unreadable_beside, warnings};
use crate::arguments::AddArguments;
use crate::catalog_file::CatalogFile;
use crate::package::{Package, read_icon};
use crate::take_over::{Given, newest_of, take_over};
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

    let file = CatalogFile::open(&arguments.catalog, |message| console.complain(message))?;
    let document = file.bytes().unwrap_or_default();
    let previous = newest_of_family(document, &product, &arguments.catalog)?;
    let mut taken = Vec::new();
    if let Some(previous) = &previous {
        if is_newer(previous, &product) && !arguments.force {
            return Err(Failure::refused(message!(
                "generator-newer-there",
                catalog = arguments.catalog.display(),
                product = &previous.name,
                version = previous.version.as_str(),
                new = product.version.as_str()
            )));
        }
        taken = take_over(&mut product, &given(arguments), previous);
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
    warnings.extend(put.unreadable.iter().map(|entry| unreadable_beside(entry, &arguments.catalog)));
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

/// What the arguments say themselves, if only that there is none.
fn given(arguments: &AddArguments) -> Given {
    Given {
        info_url: arguments.info_url.is_some(),
        icon: arguments.icon.is_some(),
        install_params: arguments.install_params.is_some(),
        importance: arguments.importance.is_some(),
        description: arguments.description.is_some(),
        release_notes: arguments.release_notes.is_some(),
        requires: arguments.requires.is_some(),
        close_first: arguments.close_first.is_some(),
    }
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
    read_icon(path).map(Some)
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
    Ok(newest_of(products, product))
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

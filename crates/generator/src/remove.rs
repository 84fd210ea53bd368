//! `oxcatalog remove`: takes a product out of an update.xml.

use catalog::xml::{Several, remove};
use text::{Explain as _, message};

use crate::arguments::RemoveArguments;
use crate::catalog_file::CatalogFile;
use crate::{Console, Exit, Failure};

/// Removes the product with this name or code.
pub(crate) fn run(arguments: &RemoveArguments, console: &Console) -> Result<Exit, Failure> {
    let path = &arguments.catalog;
    let file = CatalogFile::open(path, |message| console.complain(message))?;
    let document =
        file.bytes().ok_or_else(|| Failure::not_read(path, &std::io::ErrorKind::NotFound.into()))?;
    let several = if arguments.all { Several::All } else { Several::Refuse };
    let (bytes, removed) =
        remove(document, &arguments.which, several).map_err(|error| Failure::about(path, error.message()))?;
    file.replace(&bytes)?;
    drop(file);
    for entry in removed {
        console.say(&message!("generator-removed", product = entry.to_string(), catalog = path.display()))?;
    }
    Ok(Exit::Done)
}

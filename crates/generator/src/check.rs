//! `oxcatalog check`: what is wrong with an update.xml.

use catalog::xml;
use text::{Explain as _, message};

use crate::arguments::CheckArguments;
use crate::{Console, Exit, Failure, catalog_file};

/// Tells every problem with its line.
pub(crate) fn run(arguments: &CheckArguments, console: &Console) -> Result<Exit, Failure> {
    let path = &arguments.catalog;
    let reading = match xml::read(&catalog_file::read(path)?) {
        Ok(reading) => reading,
        Err(error) => {
            console.say(&Failure::about(path, error.message()).message)?;
            return Ok(Exit::Refused);
        }
    };
    let lines: String =
        reading.problems.iter().map(|problem| console.word(&problem.message()) + "\n").collect();
    console.print(&lines)?;
    let (products, problems) = (reading.products.len(), reading.problems.len());
    console.say(&message!(
        "generator-checked",
        catalog = path.display(),
        products = products,
        problems = problems
    ))?;
    Ok(if problems == 0 { Exit::Done } else { Exit::Refused })
}

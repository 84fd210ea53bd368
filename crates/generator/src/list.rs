//! `oxcatalog list`: the products of an update.xml.

use catalog::{
    Importance, InstallParams, Md5, Platform, Product, ProductCode, ProductVersion, Scope, Sha256,
    UpgradeCode, xml,
};
use serde::Serialize;
use text::{Explain as _, message};

use crate::arguments::ListArguments;
use crate::{Console, Exit, Failure, catalog_file};
use text::terminal::{columns, one_line};

/// Lists the products that can be read; problems are told beside them.
pub(crate) fn run(arguments: &ListArguments, console: &Console) -> Result<Exit, Failure> {
    let path = &arguments.catalog;
    let reading =
        xml::read(&catalog_file::read(path)?).map_err(|error| Failure::about(path, error.message()))?;
    if arguments.json {
        console.print_json(&reading.products.iter().map(Listed::from).collect::<Vec<_>>())?;
    } else if reading.products.is_empty() {
        console.say(&message!("generator-no-products", catalog = path.display()))?;
    } else {
        console.print(&table(&reading.products, console))?;
    }
    if !reading.problems.is_empty() {
        let (count, catalog) = (reading.problems.len(), path.display());
        console.complain(&message!("generator-list-problems", count = count, catalog = catalog));
    }
    Ok(Exit::Done)
}

fn table(products: &[Product], console: &Console) -> String {
    let labels = [
        message!("generator-label-name"),
        message!("generator-label-version"),
        message!("generator-label-platform"),
        message!("generator-label-importance"),
        message!("generator-label-released"),
        message!("generator-label-upgrade-code"),
    ];
    let mut rows = vec![labels.iter().map(|label| console.word(label)).collect()];
    rows.extend(products.iter().map(|product| {
        let importance = match product.importance {
            Importance::Low => message!("generator-importance-low"),
            Importance::Medium => message!("generator-importance-medium"),
            Importance::High => message!("generator-importance-high"),
        };
        let dash = || "-".to_owned();
        vec![
            one_line(&product.name),
            product.version.to_string(),
            product.platform.map_or_else(dash, |platform| platform.to_string()),
            console.word(&importance),
            product.release_date.as_ref().map_or_else(dash, |date| one_line(&date.to_string())),
            product.upgrade_code.to_string(),
        ]
    }));
    columns(&rows)
}

/// A product as JSON; its names and their order are the wire's here.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    name: &'a str,
    version: &'a ProductVersion,
    upgrade_code: UpgradeCode,
    platform: Option<Platform>,
    product_code: Option<ProductCode>,
    scope: Option<Scope>,
    importance: Importance,
    release_date: Option<String>,
    url: &'a str,
    info_url: Option<&'a str>,
    install_params: &'a InstallParams,
    size: Option<u64>,
    md5: Option<Md5>,
    sha256: Option<Sha256>,
    has_icon: bool,
    description: Option<&'a str>,
    release_notes: Option<&'a str>,
    requires: Option<&'a str>,
    close_first: &'a [String],
}

impl<'a> From<&'a Product> for Listed<'a> {
    fn from(product: &'a Product) -> Self {
        Self {
            name: &product.name,
            version: &product.version,
            upgrade_code: product.upgrade_code,
            platform: product.platform,
            product_code: product.product_code,
            scope: product.scope,
            importance: product.importance,
            release_date: product.release_date.as_ref().map(ToString::to_string),
            url: &product.url,
            info_url: product.info_url.as_deref(),
            install_params: &product.install_params,
            size: product.size,
            md5: product.md5,
            sha256: product.sha256,
            has_icon: product.icon.is_some(),
            description: product.description.as_deref(),
            release_notes: product.release_notes.as_deref(),
            requires: product.requires.as_deref(),
            close_first: &product.close_first,
        }
    }
}

//! `oxcatalog show`: what MSI files say about themselves, and their digests.

use std::path::Path;

use catalog::digest::Digests;
use catalog::msi::Payload;
use catalog::{Md5, Platform, Scope, Sha256};
use serde::Serialize;
use text::{Message, message};

use crate::arguments::ShowArguments;
use crate::package::Package;
use crate::{Console, Exit, Failure};
use text::terminal::{columns, one_line};

/// Shows each file; one that cannot be read does not stop the others.
pub(crate) fn run(arguments: &ShowArguments, console: &Console) -> Result<Exit, Failure> {
    let mut exit = Exit::Done;
    let mut shown = Vec::new();
    for path in &arguments.files {
        match Shown::read(path, arguments, console) {
            Ok(file) if arguments.json => shown.push(file),
            Ok(file) => console.print(&file.to_text(console))?,
            Err(failure) => {
                console.complain(&failure.message);
                exit = exit.max(failure.exit);
            }
        }
    }
    if arguments.json {
        console.print_json(&shown)?;
    }
    Ok(exit)
}

/// What is shown of a file; its names and their order are those of the JSON.
#[derive(Debug, Serialize)]
struct Shown {
    file: String,
    product_name: String,
    product_version: String,
    upgrade_code: Option<String>,
    product_code: String,
    manufacturer: String,
    language: String,
    platform: Option<Platform>,
    scope: Scope,
    signed: bool,
    size: u64,
    md5: Option<Md5>,
    sha256: Option<Sha256>,
    #[serde(skip)]
    payload: Payload,
}

impl Shown {
    fn read(path: &Path, arguments: &ShowArguments, console: &Console) -> Result<Self, Failure> {
        let mut package = Package::open(path)?;
        let digests = if arguments.no_hash { None } else { Some(package.digests(console)?) };
        let Package { metadata, size, .. } = package;
        Ok(Self {
            file: path.display().to_string(),
            product_name: metadata.product_name,
            product_version: metadata.product_version,
            upgrade_code: metadata.upgrade_code,
            product_code: metadata.product_code,
            manufacturer: metadata.manufacturer,
            language: metadata.language,
            platform: metadata.platform,
            scope: metadata.scope,
            signed: metadata.signed,
            size: digests.map_or(size, |digests: Digests| digests.size),
            md5: digests.map(|digests| digests.md5),
            sha256: digests.map(|digests| digests.sha256),
            payload: metadata.payload,
        })
    }

    /// The file's name, and below it one line for each thing known, as a person reads it.
    fn to_text(&self, console: &Console) -> String {
        let scope = match self.scope {
            Scope::Machine => message!("generator-scope-machine"),
            Scope::User => message!("generator-scope-user"),
            Scope::Either => message!("generator-scope-either"),
        };
        let payload = match &self.payload {
            Payload::Embedded => message!("generator-payload-embedded"),
            Payload::Beside(cabinets) => {
                message!("generator-payload-cabinets", cabinets = cabinets.join(", "))
            }
            Payload::Loose => message!("generator-payload-loose"),
            Payload::Truncated => message!("generator-payload-truncated"),
        };
        let signed =
            if self.signed { message!("generator-signed") } else { message!("generator-not-signed") };
        let no_code = || console.word(&message!("generator-no-upgrade-code"));
        let size = console.word(&message!("generator-size", bytes = self.size));
        let rows: [(Message, Option<String>); 13] = [
            (message!("generator-label-name"), Some(self.product_name.clone())),
            (message!("generator-label-version"), Some(self.product_version.clone())),
            (message!("generator-label-upgrade-code"), self.upgrade_code.clone().or_else(|| Some(no_code()))),
            (message!("generator-label-product-code"), Some(self.product_code.clone())),
            (message!("generator-label-manufacturer"), Some(self.manufacturer.clone())),
            (message!("generator-label-language"), Some(self.language.clone())),
            (message!("generator-label-platform"), self.platform.map(|platform| platform.to_string())),
            (message!("generator-label-scope"), Some(console.word(&scope))),
            (message!("generator-label-signature"), Some(console.word(&signed))),
            (message!("generator-label-files"), Some(console.word(&payload))),
            (message!("generator-label-size"), Some(size)),
            (message!("generator-label-md5"), self.md5.map(|md5| md5.to_string())),
            (message!("generator-label-sha256"), self.sha256.map(|sha256| sha256.to_string())),
        ];
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .filter_map(|(label, value)| Some((label, value.filter(|value| !value.is_empty())?)))
            .map(|(label, value)| vec![format!("  {}", console.word(&label)), one_line(&value)])
            .collect();
        format!("{}\n{}", one_line(&self.file), columns(&rows))
    }
}

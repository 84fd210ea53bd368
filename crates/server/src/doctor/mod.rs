//! `oxupdated doctor`: looks at everything, changes nothing, and says what is wrong.

mod database;
mod folder;
mod packages;
mod settings;
mod sources;

use std::path::Path;

use jiff::Timestamp;

use crate::DATABASE_FILE;
use crate::data_folder::{DataFolder, DataFolderError, Lock};
use crate::db::examination::Company;
use crate::model::finding::Finding;
use crate::settings::{Settings, SettingsError};
use text::Explain;

/// How thoroughly packages are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Thoroughness {
    /// By their sizes.
    Sizes,
    /// By all their bytes.
    Hashes,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Examined {
    /// Who works in the data folder, as it wrote about itself.
    pub(crate) holder: Option<String>,
    /// The findings, problems first.
    pub(crate) findings: Vec<Finding>,
}

/// Looks at settings, sources of accounts, data folder, database, packages and certificate.
pub(crate) async fn examine(
    data: &Path,
    settings: Result<Settings, SettingsError>,
    variables: Vec<String>,
    thoroughness: Thoroughness,
) -> Examined {
    let mut examined = Examined::default();
    let findings = &mut examined.findings;
    findings.extend(variables.into_iter().map(Finding::UnknownVariable));
    let settings = settings.map_err(|error| findings.push(unusable("settings", &error))).ok();
    let (company, _lock) = match enter(data) {
        Ok((company, lock, holder)) => {
            examined.holder = holder;
            (Some(company), lock)
        }
        Err(error) => {
            examined.findings.push(unusable("data-folder", &error));
            (None, None)
        }
    };
    let findings = &mut examined.findings;
    if let Some(settings) = &settings {
        findings.extend(self::settings::examine(settings, Timestamp::now()));
        if company != Some(Company::Server) {
            findings.extend(self::settings::port(settings));
        }
    }
    if let Some(settings) = &settings {
        findings.extend(self::sources::examine(settings, &data.join(DATABASE_FILE), company).await);
    }
    if let Some(company) = company {
        findings.extend(folder::examine(data));
        let file = data.join(DATABASE_FILE);
        findings.extend(database::examine(&file, company, Timestamp::now()).await);
        findings.extend(packages::examine(data, &file, company, thoroughness).await);
    }
    findings.sort_by_key(Finding::weight);
    examined
}

/// Finds out who is there, and keeps others out as long as nobody is.
fn enter(data: &Path) -> Result<(Company, Option<Lock>, Option<String>), DataFolderError> {
    let folder = DataFolder::open(data, crate::data_folder::Absent::Refuse)?;
    // As the owner, whose rights are the ones that count.
    let locked = folder.lock(&format!("PID {}", std::process::id()));
    folder.work_as_owner()?;
    match locked {
        Ok(lock) => Ok((Company::Nobody, Some(lock), None)),
        Err(DataFolderError::Locked { holder, .. }) => Ok((Company::Server, None, Some(holder))),
        Err(error) => Err(error),
    }
}

fn unusable(id: &'static str, error: &impl Explain) -> Finding {
    Finding::Unusable { id, said: error.message() }
}

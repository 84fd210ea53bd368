//! A file as a [`Server`]: an update.xml on this PC or on a file share, without login and without reports.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use catalog::Product;
use catalog::check_in::CheckIn;
use catalog::report::Report;
use catalog::xml::DOCUMENT_SIZE_MAX;

use crate::http;
use crate::permitted::{self, NotPermitted, Place, Source};
use crate::server::{CatalogAnswer, Delivery, PackageAnswer, Resume, Server, ServerError, Validator};
use crate::web::Web;

/// An update.xml that is a file. Its packages are files beside it, or on the web.
pub struct Share {
    catalog: PathBuf,
    web: Web,
}

impl Share {
    /// The update.xml at a path; a relative one counts from the current folder.
    #[must_use]
    pub fn new(web: Web, catalog: &Path) -> Self {
        let catalog = std::path::absolute(catalog).unwrap_or_else(|_| catalog.to_owned());
        Self { catalog, web }
    }

    /// Where the update.xml is.
    #[must_use]
    pub fn catalog_path(&self) -> &Path {
        &self.catalog
    }

    fn place(&self, product: &Product) -> Result<Place, NotPermitted> {
        permitted::package(product, Source::File(&self.catalog), self.web.plain())
    }
}

impl Server for Share {
    fn catalog(&self, known: Option<&Validator>) -> Result<CatalogAnswer, ServerError> {
        let (file, size, validator) = open(&self.catalog)?;
        if known.is_some() && known == validator.as_ref() {
            return Ok(CatalogAnswer::Unchanged);
        }
        let too_large = ServerError::TooLarge { size_max: DOCUMENT_SIZE_MAX as u64 };
        if size > DOCUMENT_SIZE_MAX as u64 {
            return Err(too_large);
        }
        let mut bytes = Vec::new();
        let mut file = file.take(DOCUMENT_SIZE_MAX as u64 + 1);
        file.read_to_end(&mut bytes).map_err(|error| http::broken(&error))?;
        if bytes.len() > DOCUMENT_SIZE_MAX {
            Err(too_large)
        } else {
            Ok(CatalogAnswer::Catalog { bytes, validator })
        }
    }

    fn permits(&self, product: &Product) -> Result<(), ServerError> {
        Ok(self.place(product).map(|_| ())?)
    }

    fn package(&self, product: &Product, resume: Option<&Resume>) -> Result<PackageAnswer, ServerError> {
        let path = match self.place(product)? {
            Place::Web(url) => return http::package(&self.web, &url, None, resume),
            Place::File(path) => path,
        };
        let (mut file, size, validator) = open(&path)?;
        let goes_on =
            resume.filter(|resume| Some(&resume.validator) == validator.as_ref() && resume.offset < size);
        let offset = goes_on.map_or(0, |resume| resume.offset);
        file.seek(SeekFrom::Start(offset)).map_err(|error| http::broken(&error))?;
        Ok(PackageAnswer { offset, size: Some(size), validator, body: Box::new(file) })
    }

    fn report(&self, _report: &Report) -> Result<Delivery, ServerError> {
        Ok(Delivery::NotWanted)
    }

    fn check_in(&self, _check_in: &CheckIn) -> Result<Delivery, ServerError> {
        Ok(Delivery::NotWanted)
    }
}

/// Opens a file and tells its size and, as its validator, its size and when it was written.
fn open(path: &Path) -> Result<(File, u64, Option<Validator>), ServerError> {
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => not_found(path),
        io::ErrorKind::PermissionDenied => ServerError::Forbidden,
        _ => ServerError::Unreachable { host: path.display().to_string(), detail: error.to_string() },
    };
    // Asked before it is opened, for opening a pipe or a device would wait.
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(not_found(path));
    }
    let file = File::open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    let written_at = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    let validator = written_at.map(|at| Validator(format!("{}-{}", metadata.len(), at.as_nanos())));
    Ok((file, metadata.len(), validator))
}

fn not_found(path: &Path) -> ServerError {
    ServerError::NotFound { address: path.display().to_string() }
}

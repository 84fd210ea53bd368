//! A file as a [`Server`]: an update.xml on this PC or on a file share, without login and without reports.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use catalog::product::URL_LENGTH_MAX;
use catalog::report::Report;
use catalog::xml::DOCUMENT_SIZE_MAX;
use url::Url;

use crate::http;
use crate::server::{CatalogAnswer, Delivery, PackageAnswer, Resume, Server, ServerError, Validator};
use crate::web::{Web, is_fetchable};

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

    /// Where a package is that the catalog names.
    fn find(&self, written: &str) -> Result<Place, ServerError> {
        let wrong =
            || ServerError::PackageAddress { address: written.chars().take(URL_LENGTH_MAX).collect() };
        let is_windows_path =
            written.starts_with(r"\\") || written.get(1..3).is_some_and(|drive| drive == r":\");
        if is_windows_path {
            return Ok(Place::File(PathBuf::from(written)));
        }
        let base = Url::from_file_path(&self.catalog).map_err(|()| wrong())?;
        let url = base.join(written).map_err(|_| wrong())?;
        if is_fetchable(&url) {
            return Ok(Place::Web(url));
        }
        // Anything but `file:` is none, too.
        if url.scheme() != "file" {
            return Err(wrong());
        }
        url.to_file_path().map(Place::File).map_err(|()| wrong())
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Place {
    File(PathBuf),
    Web(Url),
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

    fn package(&self, url: &str, resume: Option<&Resume>) -> Result<PackageAnswer, ServerError> {
        let path = match self.find(url)? {
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use url::Url;

    use super::{Place, Share};
    use crate::server::ServerError;
    use crate::web::{ProxyChoice, Trust, Web};

    #[test]
    fn a_package_is_a_file_beside_the_catalog_or_on_the_web() {
        let (catalog, root) =
            if cfg!(windows) { (r"C:\updates\update.xml", r"C:\") } else { ("/updates/update.xml", "/") };
        let web = Web::new(&ProxyChoice::None, &Trust::System).unwrap();
        let share = Share::new(web, Path::new(catalog));
        let check = |written: &str, expected: &str| {
            let path = Path::new(root).join(expected);
            assert_eq!(share.find(written).ok(), Some(Place::File(path)), "{written}");
        };
        check("notes.msi", "updates/notes.msi");
        check("files/Notes%202.msi", "updates/files/Notes 2.msi");
        check("../notes.msi", "notes.msi");
        check("Größe.msi", "updates/Größe.msi");
        let unc = r"\\server\share\notes.msi";
        assert_eq!(share.find(unc).ok(), Some(Place::File(unc.into())));
        let found = share.find("https://web.example/notes.msi").ok();
        assert_eq!(found, Url::parse("https://web.example/notes.msi").ok().map(Place::Web));
        for written in ["ftp://a.example/notes.msi", "https://anna:secret@a.example/", "data:x", "mailto:a@b"]
        {
            assert!(matches!(share.find(written), Err(ServerError::PackageAddress { .. })), "{written}");
        }
    }
}

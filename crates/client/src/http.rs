//! A web server as a [`Server`]: ours, or any that hands out an update.xml.

pub(crate) mod headers;

use std::io::{self, Read};
use std::time::Duration;

use catalog::product::URL_LENGTH_MAX;
use catalog::report::Report;
use catalog::xml::DOCUMENT_SIZE_MAX;
use ureq::http::header::{IF_NONE_MATCH, IF_RANGE, RANGE};
use ureq::http::{Response, StatusCode};
use ureq::{Body, Error};
use url::Url;

use crate::address::Site;
use crate::server::{CatalogAnswer, Delivery, PackageAnswer, Resume, Server, ServerError, Validator};
use crate::web::{Request, SignIn, Web, is_fetchable};

/// How long fetching a catalog may take in all.
pub const CATALOG_TIME_MAX: Duration = Duration::from_secs(5 * 60);
/// How long sending a report may take in all.
pub const REPORT_TIME_MAX: Duration = Duration::from_secs(60);

/// A server on the web.
pub struct HttpServer {
    web: Web,
    site: Site,
    sign_in: Option<SignIn>,
}

impl HttpServer {
    /// The server at an address; without a sign-in, whatever it gives to everyone.
    #[must_use]
    pub fn new(web: Web, site: Site, sign_in: Option<SignIn>) -> Self {
        Self { web, site, sign_in }
    }
}

impl Server for HttpServer {
    fn catalog(&self, known: Option<&Validator>) -> Result<CatalogAnswer, ServerError> {
        let request = Request {
            url: &self.site.catalog,
            headers: known.map(|known| (IF_NONE_MATCH, known.0.clone())).into_iter().collect(),
            sign_in: self.sign_in.as_ref(),
            time_max: Some(CATALOG_TIME_MAX),
        };
        let answer = self.web.get(&request)?;
        match answer.status() {
            StatusCode::OK => {
                let validator = headers::validator(answer.headers());
                Ok(CatalogAnswer::Catalog { bytes: read_catalog(answer)?, validator })
            }
            StatusCode::NOT_MODIFIED if known.is_some() => Ok(CatalogAnswer::Unchanged),
            status => Err(ServerError::Status { status: status.as_u16() }),
        }
    }

    fn package(&self, url: &str, resume: Option<&Resume>) -> Result<PackageAnswer, ServerError> {
        let wrong = || ServerError::PackageAddress { address: url.chars().take(URL_LENGTH_MAX).collect() };
        let url = self.site.catalog.join(url).map_err(|_| wrong())?;
        if !is_fetchable(&url) {
            return Err(wrong());
        }
        package(&self.web, &url, self.sign_in.as_ref(), resume)
    }

    fn report(&self, report: &Report) -> Result<Delivery, ServerError> {
        let Some(url) = &self.site.reports else { return Ok(Delivery::NotWanted) };
        let json =
            serde_json::to_vec(report).map_err(|error| ServerError::Broken { detail: error.to_string() })?;
        let status = self.web.post(url, &json, self.sign_in.as_ref(), REPORT_TIME_MAX)?;
        Ok(if status.is_success() { Delivery::Delivered } else { Delivery::NotWanted })
    }
}

/// Opens a package on the web, going on where a download stopped if the server vouches that it is the same file.
pub(crate) fn package(
    web: &Web,
    url: &Url,
    sign_in: Option<&SignIn>,
    resume: Option<&Resume>,
) -> Result<PackageAnswer, ServerError> {
    let ask = |resume: Option<&Resume>| {
        let headers = resume.map_or_else(Vec::new, |resume| {
            vec![(RANGE, format!("bytes={}-", resume.offset)), (IF_RANGE, resume.validator.0.clone())]
        });
        web.get(&Request { url, headers, sign_in, time_max: None })
    };
    if let Some(resume) = resume.filter(|resume| resume.offset > 0) {
        let answer = ask(Some(resume))?;
        match answer.status() {
            StatusCode::OK => return Ok(whole(answer)),
            StatusCode::PARTIAL_CONTENT => {
                if let Some(rest) = rest(answer, resume) {
                    return Ok(rest);
                }
            }
            _ => {}
        }
        // Another file, other bytes, or nothing behind the part: what is at hand is of no use.
    }
    let answer = ask(None)?;
    match answer.status() {
        StatusCode::OK => Ok(whole(answer)),
        status => Err(ServerError::Status { status: status.as_u16() }),
    }
}

fn whole(answer: Response<Body>) -> PackageAnswer {
    let size = answer.body().content_length();
    let validator = headers::strong_validator(answer.headers());
    PackageAnswer { offset: 0, size, validator, body: Box::new(answer.into_body().into_reader()) }
}

/// What a server sends to go on with; `None` if it is not just that.
fn rest(answer: Response<Body>, resume: &Resume) -> Option<PackageAnswer> {
    let range = headers::content_range(answer.headers())?;
    let validator = headers::strong_validator(answer.headers());
    let same_file = validator.as_ref().is_none_or(|validator| *validator == resume.validator);
    let to_the_end = range.first == resume.offset && range.last == range.size - 1;
    let length = answer.body().content_length();
    let same_length = length.is_none_or(|length| length == range.size - range.first);
    (same_file && to_the_end && same_length).then(|| PackageAnswer {
        offset: range.first,
        size: Some(range.size),
        validator: Some(resume.validator.clone()),
        body: Box::new(answer.into_body().into_reader()),
    })
}

fn read_catalog(answer: Response<Body>) -> Result<Vec<u8>, ServerError> {
    let too_large = ServerError::TooLarge { size_max: DOCUMENT_SIZE_MAX as u64 };
    if answer.body().content_length().is_some_and(|length| length > DOCUMENT_SIZE_MAX as u64) {
        return Err(too_large);
    }
    let mut bytes = Vec::new();
    let mut body = answer.into_body().into_reader().take(DOCUMENT_SIZE_MAX as u64 + 1);
    body.read_to_end(&mut bytes).map_err(|error| broken(&error))?;
    if bytes.len() > DOCUMENT_SIZE_MAX { Err(too_large) } else { Ok(bytes) }
}

/// Why a body ended before its end, without the words that the library puts before the reason.
pub(crate) fn broken(error: &io::Error) -> ServerError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
    let detail = match inner {
        Some(Error::Io(inner)) => inner.to_string(),
        Some(inner) => inner.to_string(),
        None => error.to_string(),
    };
    ServerError::Broken { detail }
}

//! A web server as a [`Server`]: ours, or any that hands out an update.xml.

pub(crate) mod headers;

use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use catalog::Product;
use catalog::check_in::CheckIn;
use catalog::report::Report;
use catalog::xml::DOCUMENT_SIZE_MAX;
use serde::Serialize;
use text::Language;
use ureq::http::header::{ACCEPT_LANGUAGE, IF_NONE_MATCH, IF_RANGE, RANGE};
use ureq::http::{Response, StatusCode};
use ureq::{Body, Error};
use url::Url;

use crate::address::Site;
use crate::permitted::{self, NotPermitted, Place, PlainHttp, Source, Way, way};
use crate::server::{CatalogAnswer, Delivery, PackageAnswer, Resume, Server, ServerError, Validator};
use crate::web::{Found, Paced, Request, SignIn, TooSlow, Web};

/// How long fetching a catalog may take in all.
pub const CATALOG_TIME_MAX: Duration = Duration::from_secs(5 * 60);
/// How long fetching a package may take in one go, whatever it says; the next try goes on from there.
pub const PACKAGE_TIME_MAX: Duration = Duration::from_secs(24 * 60 * 60);
/// How long sending a report or a check-in may take in all.
pub const REPORT_TIME_MAX: Duration = Duration::from_secs(60);

/// A server on the web.
pub struct HttpServer {
    web: Web,
    site: Site,
    sign_in: Option<SignIn>,
    /// What the person reads, where that is known: there may be a package for it.
    language: Option<Language>,
    /// Where the catalog was found last, and how well the way there is protected.
    found: Mutex<(Url, Way)>,
}

impl HttpServer {
    /// The server at an address; without a sign-in, whatever it gives to everyone.
    #[must_use]
    pub fn new(web: Web, site: Site, sign_in: Option<SignIn>) -> Self {
        let found = Mutex::new((site.catalog.clone(), way(&site.catalog)));
        Self { web, site, sign_in, language: None, found }
    }

    /// The same for a person who reads a language.
    #[must_use]
    pub fn reading(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }

    /// Sends JSON to our server.
    fn tell(&self, url: &Url, what: &impl Serialize) -> Result<Delivery, ServerError> {
        let json =
            serde_json::to_vec(what).map_err(|error| ServerError::Broken { detail: error.to_string() })?;
        let answer = self.web.post(url, &json, self.sign_in.as_ref(), REPORT_TIME_MAX)?;
        Ok(if answer.status().is_success() { Delivery::Delivered } else { Delivery::NotWanted })
    }

    fn place(&self, product: &Product) -> Result<Place, NotPermitted> {
        let (base, way) = &*self.found.lock().unwrap_or_else(PoisonError::into_inner);
        permitted::package(product, Source::Web(base, *way), self.web.plain())
    }
}

impl Server for HttpServer {
    fn catalog(&self, known: Option<&Validator>) -> Result<CatalogAnswer, ServerError> {
        let language = self.language.map(|language| (ACCEPT_LANGUAGE, language.tag().to_owned()));
        let is_known = known.is_some();
        let known = known.map(|known| (IF_NONE_MATCH, known.0.clone()));
        let request = Request {
            url: &self.site.catalog,
            headers: known.into_iter().chain(language).collect(),
            sign_in: self.sign_in.as_ref(),
            plain: self.web.plain(),
            time_max: Some(CATALOG_TIME_MAX),
        };
        let Found { answer, url, way } = self.web.get(&request)?;
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = (url, way);
        match answer.status() {
            StatusCode::OK => {
                let validator = headers::validator(answer.headers());
                Ok(CatalogAnswer::Catalog { bytes: read_catalog(&self.web, answer)?, validator })
            }
            StatusCode::NOT_MODIFIED if is_known => Ok(CatalogAnswer::Unchanged),
            status => Err(ServerError::Status { status: status.as_u16() }),
        }
    }

    fn permits(&self, product: &Product) -> Result<(), ServerError> {
        Ok(self.place(product).map(|_| ())?)
    }

    fn package(&self, product: &Product, resume: Option<&Resume>) -> Result<PackageAnswer, ServerError> {
        match self.place(product)? {
            Place::Web(url) => package(&self.web, &url, self.sign_in.as_ref(), resume),
            // A catalog from the web names none.
            Place::File(_) => Err(NotPermitted::Place { address: product.url.clone() }.into()),
        }
    }

    fn report(&self, report: &Report) -> Result<Delivery, ServerError> {
        let Some(api) = &self.site.api else { return Ok(Delivery::NotWanted) };
        self.tell(&api.reports, report)
    }

    fn check_in(&self, check_in: &CheckIn) -> Result<Delivery, ServerError> {
        let is_known = self.sign_in.as_ref().is_some_and(SignIn::is_of_device);
        let Some(api) = self.site.api.as_ref().filter(|_| is_known) else { return Ok(Delivery::NotWanted) };
        self.tell(&api.check_ins, check_in)
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
        // Its place is judged already.
        let time_max = Some(PACKAGE_TIME_MAX);
        let request = Request { url, headers, sign_in, plain: PlainHttp::Everywhere, time_max };
        web.get(&request).map(|found| found.answer)
    };
    if let Some(resume) = resume.filter(|resume| resume.offset > 0) {
        let answer = ask(Some(resume))?;
        match answer.status() {
            StatusCode::OK => return Ok(whole(web, answer)),
            StatusCode::PARTIAL_CONTENT => {
                if let Some(rest) = rest(web, answer, resume) {
                    return Ok(rest);
                }
            }
            _ => {}
        }
        // Another file, other bytes, or nothing behind the part: what is at hand is of no use.
    }
    let answer = ask(None)?;
    match answer.status() {
        StatusCode::OK => Ok(whole(web, answer)),
        status => Err(ServerError::Status { status: status.as_u16() }),
    }
}

fn whole(web: &Web, answer: Response<Body>) -> PackageAnswer {
    let size = answer.body().content_length();
    let validator = headers::strong_validator(answer.headers());
    PackageAnswer { offset: 0, size, validator, body: body(web, answer) }
}

/// What a server sends to go on with; `None` if it is not just that.
fn rest(web: &Web, answer: Response<Body>, resume: &Resume) -> Option<PackageAnswer> {
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
        body: body(web, answer),
    })
}

fn body(web: &Web, answer: Response<Body>) -> Box<dyn Read + Send> {
    Box::new(Paced::new(answer.into_body().into_reader(), web.rate()))
}

fn read_catalog(web: &Web, answer: Response<Body>) -> Result<Vec<u8>, ServerError> {
    let too_large = ServerError::TooLarge { size_max: DOCUMENT_SIZE_MAX as u64 };
    if answer.body().content_length().is_some_and(|length| length > DOCUMENT_SIZE_MAX as u64) {
        return Err(too_large);
    }
    let mut bytes = Vec::new();
    let mut body = body(web, answer).take(DOCUMENT_SIZE_MAX as u64 + 1);
    body.read_to_end(&mut bytes).map_err(|error| broken(&error))?;
    if bytes.len() > DOCUMENT_SIZE_MAX { Err(too_large) } else { Ok(bytes) }
}

/// Why a body ended before its end, without the words that the library puts before the reason.
pub(crate) fn broken(error: &io::Error) -> ServerError {
    if let Some(slow) = error.get_ref().and_then(|inner| inner.downcast_ref::<TooSlow>()) {
        return ServerError::TooSlow { bytes_min: slow.bytes_min };
    }
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
    let detail = match inner {
        Some(Error::Io(inner)) => inner.to_string(),
        Some(inner) => inner.to_string(),
        None => error.to_string(),
    };
    ServerError::Broken { detail }
}

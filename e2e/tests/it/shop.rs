//! What misbehaving servers offer, and the client that meets them.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use catalog::{Listing, Product, digest, listing, msi, xml};
use client::address::Address;
use client::http::HttpServer;
use client::machine::Proceed;
use client::persistent::Persistent;
use client::web::{ProxyChoice, Rate, SignIn, Trust, Web};
use e2e::{Answer, Asked, Misbehaving, PASSWORD, fixture};

/// Where a client looks for the catalog.
pub(crate) const CATALOG: &str = "/ajax/updater/update.xml";
/// Where the package is that the catalog names.
pub(crate) const PACKAGE: &str = "/ajax/updater/package.msi";
/// Who signs in.
pub(crate) const USER: &str = "anna";

pub(crate) fn fixture_bytes(name: &str) -> Vec<u8> {
    std::fs::read(fixture(name)).unwrap()
}

/// The offer of a package's bytes, at a URL.
pub(crate) fn offer_at(bytes: &[u8], url: &str) -> Product {
    let metadata = msi::read(std::io::Cursor::new(bytes)).unwrap();
    let digests = digest::of(bytes, |_| ()).unwrap();
    listing::product(&metadata, &digests, url, Listing::default()).unwrap()
}

/// The offer of a fixture, at [`PACKAGE`].
pub(crate) fn offer_of(name: &str) -> Product {
    offer_at(&fixture_bytes(name), "package.msi")
}

/// A script: an honest catalog with one offer, and whatever is said of its package and of everything else.
pub(crate) fn selling(
    product: &Product,
    package: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
) -> impl Fn(&Asked) -> Answer + Send + Sync + 'static {
    let catalog = xml::write(std::slice::from_ref(product)).into_bytes();
    move |asked| if asked.path == CATALOG { Answer::ok(catalog.as_slice()) } else { package(asked) }
}

/// How a client waited for a busy server.
pub(crate) type Waits = Rc<RefCell<Vec<Duration>>>;

/// The real client of a server, which waits in no time and writes down how long it would have.
pub(crate) fn client_of(server: &Misbehaving, trust: &Trust) -> (Persistent, Waits) {
    client_with(server, Web::new(&ProxyChoice::None, trust).unwrap())
}

/// The same with limits that a test does not have to wait for.
pub(crate) fn impatient_client_of(server: &Misbehaving) -> Persistent {
    let web = Web::new(&ProxyChoice::None, &Trust::System).unwrap();
    let rate = Rate { bytes_min: 10_000, time: Duration::from_millis(300) };
    client_with(server, web.at_rate(rate).bearing_silence(Duration::from_secs(1))).0
}

fn client_with(server: &Misbehaving, web: Web) -> (Persistent, Waits) {
    let Ok(Address::Web(site)) = Address::parse(server.address()) else { panic!("no site") };
    let sign_in = SignIn::new(&site.catalog, USER, PASSWORD).unwrap();
    let waits = Waits::default();
    let told = Rc::clone(&waits);
    let pause = move |wait| {
        told.borrow_mut().push(wait);
        Proceed::GoOn
    };
    let server = HttpServer::new(web, site, Some(sign_in));
    (Persistent::new(Box::new(server), Box::new(pause)), waits)
}

//! `import`: takes over an existing site's update.xml, package by package. What is here already is left alone, so it can be run again.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use catalog::msi::{self, Metadata};
use catalog::xml::{self, Consequence, DOCUMENT_SIZE_MAX, Problem};
use catalog::{Digests, Product, digest};
use text::{Explain, Message, message};
use tokio::task::spawn_blocking;
use url::Url;

use super::arguments::TakeOver;
use super::console::Console;
use super::input::{first_line, unreadable};
use super::{Exit, Place, verb};
use crate::error::{Error, Kind, Result};
use crate::local::{Answer, Order, PackageOrder, PackageVerb};
use crate::model::listing::{ListingChange, WrittenListing};
use crate::outgoing::OutgoingError;
use crate::outgoing::old_server::OldServer;
use crate::rules::publication::LowerVersion;
use crate::rules::takeover::{Location, Plain, differences, listing};

/// What becomes of the packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// They are looked at.
    DryRun,
    /// They become drafts.
    Drafts,
    /// They are published.
    Published,
}

/// A package that came.
struct Came {
    file: File,
    metadata: Metadata,
    digests: Digests,
}

/// How it went.
#[derive(Debug, Default)]
struct Count {
    taken: usize,
    known: usize,
    left: usize,
}

/// All that taking over one package needs.
struct Site<'a> {
    place: &'a Place,
    console: &'a Console,
    server: OldServer,
    base: Location,
    plain: Plain,
    purpose: Purpose,
    required: Vec<String>,
    size_max: u64,
}

/// Takes over an update.xml with its packages.
pub(super) async fn run(place: &Place, arguments: TakeOver, console: &Console) -> Result<Exit> {
    let TakeOver { source, base_url, user, password_file, require, publish, dry_run, allow_plain_http } =
        arguments;
    let (source, base) = match places(&source, base_url.as_deref()) {
        Ok(places) => places,
        Err(told) => {
            console.complain(&told);
            return Ok(Exit::Misuse);
        }
    };
    if let Some(folder) = folder_in_place_of(&source)? {
        console.complain(&message!("takeover-folder", folder = folder.display()));
        return Ok(Exit::Failed);
    }
    let plain = if allow_plain_http { Plain::Accepted } else { Plain::Refused };
    let password = password_file.as_deref().map(first_line).transpose()?;
    let sign_in = user.as_deref().zip(password.as_deref());
    let whose = [&source, &base].into_iter().find_map(|place| match place {
        Location::Web(url) => Some(url),
        Location::File(_) => None,
    });
    let purpose = match (dry_run, publish) {
        (true, _) => Purpose::DryRun,
        (false, true) => Purpose::Published,
        (false, false) => Purpose::Drafts,
    };
    let server = OldServer::new(whose, sign_in);
    let size_max = place.settings(None)?.package_size_max;
    let site = Site { place, console, server, base, plain, purpose, required: require, size_max };
    let document = match site.document(&source).await {
        Ok(document) => document,
        Err(told) => return Ok(refused(console, &told)),
    };
    let reading = match xml::read(&document) {
        Ok(reading) => reading,
        Err(error) => return Ok(refused(console, &error.message())),
    };
    for problem in &reading.problems {
        console.complain(&problem.message());
    }
    let is_left = |problem: &&Problem| problem.consequence == Consequence::LeftOut;
    let left = reading.problems.iter().filter(is_left).count();
    let mut count = Count { left, ..Count::default() };
    let mut known = site.known().await?;
    for product in &reading.products {
        site.take(product, &mut known, &mut count).await?;
    }
    let Count { taken, known, left } = count;
    let summary = match purpose {
        Purpose::DryRun => message!("takeover-would-summary", taken = taken, known = known, left = left),
        _ => message!("takeover-summary", taken = taken, known = known, left = left),
    };
    console.say(&summary);
    Ok(if left == 0 { Exit::Done } else { Exit::Refused })
}

/// Where the update.xml is, and where relative URLs begin.
fn places(source: &str, base_url: Option<&str>) -> std::result::Result<(Location, Location), Message> {
    let source = Location::named(source)?;
    let base = base_url.map(Location::named).transpose()?;
    Ok((source.clone(), base.unwrap_or(source)))
}

/// The folder that was named instead of a file. A file that cannot be opened ends the run, as with every verb.
fn folder_in_place_of(source: &Location) -> Result<Option<&Path>> {
    let Location::File(path) = source else { return Ok(None) };
    let about = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if about.is_dir() {
        return Ok(Some(path));
    }
    open_file(path).map(|_| None)
}

fn refused(console: &Console, told: &Message) -> Exit {
    console.complain(told);
    Exit::Refused
}

impl Site<'_> {
    /// The bytes of update.xml.
    async fn document(&self, source: &Location) -> std::result::Result<Vec<u8>, Message> {
        source.allowed(self.plain)?;
        let (server, source) = (self.server.clone(), source.clone());
        let size_max = DOCUMENT_SIZE_MAX as u64;
        let reading = spawn_blocking(move || {
            let mut bytes = Vec::new();
            open(&server, &source, size_max)?.read_to_end(&mut bytes).map_err(|error| broken(&error))?;
            Ok(bytes)
        });
        reading.await.unwrap_or_else(|error| Err(broken(&io::Error::other(error))))
    }

    /// The digests of all packages and drafts that are here.
    async fn known(&self) -> Result<HashSet<String>> {
        let mut known = HashSet::new();
        if let Answer::Packages(lines) = self.order(Order::PackageList, None).await? {
            known.extend(lines.into_iter().map(|line| line.sha256));
        }
        let drafts = Order::Package(Box::new(PackageVerb::Drafts));
        if let Answer::Drafts(lines) = self.order(drafts, None).await? {
            known.extend(lines.into_iter().map(|line| line.sha256));
        }
        Ok(known)
    }

    async fn order(&self, order: Order, file: Option<File>) -> Result<Answer> {
        verb::work(self.place, order, file, self.console).await
    }

    /// Takes one package over, or says why not.
    async fn take(&self, product: &Product, known: &mut HashSet<String>, count: &mut Count) -> Result<()> {
        let is_known = |sha256: &str| known.contains(sha256);
        if product.sha256.is_some_and(|sha256| is_known(&sha256.to_string())) {
            count.known += 1;
            self.tell(product, &[message!("takeover-known")]);
            return Ok(());
        }
        let came = match self.fetch(product).await {
            Ok(came) => came,
            Err(told) => {
                count.left += 1;
                self.tell(product, &[told]);
                return Ok(());
            }
        };
        let differences = differences(product, &came.metadata, &came.digests);
        if !differences.is_empty() {
            count.left += 1;
            self.tell(product, &differences);
            return Ok(());
        }
        let sha256 = came.digests.sha256.to_string();
        if is_known(&sha256) {
            count.known += 1;
            self.tell(product, &[message!("takeover-known")]);
            return Ok(());
        }
        let (change, notes) = listing(product, &self.required);
        self.tell(product, &notes);
        if self.purpose == Purpose::DryRun {
            count.taken += 1;
            self.tell(product, &[message!("takeover-would")]);
            return Ok(());
        }
        match self.order(self.order_for(product, change, came.digests.size), Some(came.file)).await? {
            Answer::Refused(told) | Answer::Failed(told) => {
                count.left += 1;
                self.tell(product, &[message!("value-text", text = told)]);
            }
            Answer::DoneBut { done, warnings } => {
                count.taken += 1;
                let told: Vec<_> =
                    warnings.into_iter().map(|told| message!("value-text", text = told)).collect();
                self.tell(product, &told);
                self.console.print_line(&done);
            }
            Answer::Done(done) => {
                count.taken += 1;
                self.console.print_line(&done);
            }
            _ => count.taken += 1,
        }
        known.insert(sha256);
        Ok(())
    }

    fn order_for(&self, product: &Product, change: ListingChange, size: u64) -> Order {
        if self.purpose == Purpose::Published {
            let required = change.requires_permissions.clone().unwrap_or_default();
            let listing = WrittenListing::default().changed(&change);
            let lower = LowerVersion::Refuse;
            return Order::PackageAdd(Box::new(PackageOrder { listing, required, lower, size, url: None }));
        }
        let name = product.url.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        Order::Package(Box::new(PackageVerb::Draft { name, change, size }))
    }

    fn tell(&self, product: &Product, told: &[Message]) {
        for told in told {
            let (name, version) = (product.name.as_str(), product.version.as_str());
            let line = message!("takeover-of", product = name, version = version, told = told.clone());
            self.console.complain(&line);
        }
    }

    /// Brings a package here, with what is in it.
    async fn fetch(&self, product: &Product) -> std::result::Result<Came, Message> {
        let location = self.base.beside(&product.url)?;
        location.allowed(self.plain)?;
        let (server, size_max) = (self.server.clone(), self.size_max);
        let coming = spawn_blocking(move || bring(open(&server, &location, size_max)?, size_max));
        coming.await.unwrap_or_else(|error| Err(broken(&io::Error::other(error))))
    }
}

/// Opens what is at a place.
fn open(
    server: &OldServer,
    location: &Location,
    size_max: u64,
) -> std::result::Result<Box<dyn Read>, Message> {
    match location {
        Location::Web(url) => {
            let body = server.get(url, size_max).map_err(|error| not_fetched(url, &error))?;
            Ok(Box::new(body))
        }
        Location::File(path) => {
            let file = open_file(path).map_err(|error| error.message())?;
            Ok(Box::new(file.take(size_max.saturating_add(1))))
        }
    }
}

fn open_file(path: &Path) -> Result<File> {
    let about = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    // A pipe that nobody writes to would never open.
    if !about.is_file() {
        return Err(Error::from(Kind::NotAFile(path.display().to_string())));
    }
    File::open(path).map_err(|error| unreadable(path, &error))
}

fn not_fetched(url: &Url, error: &OutgoingError) -> Message {
    match error {
        OutgoingError::Status { status: 401 | 403, .. } => {
            message!("takeover-not-signed-in", url = url.as_str())
        }
        other => message!("takeover-not-fetched", url = url.as_str(), reason = other.message()),
    }
}

/// Writes a package to a file of nobody's name, and reads what is in it.
fn bring(mut bytes: impl Read, size_max: u64) -> std::result::Result<Came, Message> {
    let mut file = tempfile::tempfile().map_err(|error| broken(&error))?;
    let mut buffer = vec![0; 64 * 1024];
    let mut size = 0_u64;
    loop {
        let count = bytes.read(&mut buffer).map_err(|error| broken(&error))?;
        if count == 0 {
            break;
        }
        size += count as u64;
        if size > size_max {
            return Err(Error::from(Kind::PackageTooLarge(size_max)).message());
        }
        file.write_all(buffer.get(..count).unwrap_or_default()).map_err(|error| broken(&error))?;
    }
    let mut rewound = || file.seek(SeekFrom::Start(0)).map_err(|error| broken(&error));
    rewound()?;
    let digests = digest::of(BufReader::new(&file), |_| ()).map_err(|error| broken(&error))?;
    let metadata = msi::read(BufReader::new(&file)).map_err(|error| error.message())?;
    file.seek(SeekFrom::Start(0)).map_err(|error| broken(&error))?;
    Ok(Came { file, metadata, digests })
}

fn broken(error: &io::Error) -> Message {
    let outgoing = error.get_ref().and_then(|inner| inner.downcast_ref::<OutgoingError>());
    outgoing.map_or_else(|| message!("takeover-broken", detail = error.to_string()), Explain::message)
}

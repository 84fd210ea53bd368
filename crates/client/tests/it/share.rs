//! An update.xml that is a file, as `oxcatalog` makes it and any file share hands it out.

use std::path::{Path, PathBuf};

use catalog::Product;
use catalog::report::OutcomeKind;
use client::machine::Proceed;
use client::plan::Item;
use client::server::{CatalogAnswer, Server, ServerError};
use client::share::Share;
use client::state::Owner;
use client::updater::{Ended, Progress, Updater};
use client::web::{ProxyChoice, Trust, Web};
use tempfile::TempDir;
use url::Url;

use crate::pc::{Pc, fixture, fixture_bytes, large_bytes, offer, offer_of_bytes, update_xml};
use crate::web::{self, Answer};

const PACKAGE: &str = "notes-2.0.0.msi";

/// A folder with an update.xml and a package.
struct Folder {
    folder: TempDir,
}

impl Folder {
    fn new(products: &[Product]) -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::create_dir(folder.path().join("files here")).unwrap();
        std::fs::write(folder.path().join("update.xml"), update_xml(products)).unwrap();
        std::fs::copy(fixture(PACKAGE), folder.path().join("files here/notes.msi")).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn share(&self) -> Share {
        share(&self.path("update.xml"))
    }
}

fn share(path: &Path) -> Share {
    Share::new(Web::new(&ProxyChoice::None, &Trust::System).unwrap(), path)
}

fn install(pc: &Pc, share: &Share, watch: &mut dyn FnMut(Progress) -> Proceed) -> Vec<Ended> {
    let owner = Owner { address: share.catalog_path().display().to_string(), user: None };
    let updater = Updater { owner, ..pc.updater(share, "") };
    let check = updater.check().unwrap();
    let lock = pc.lock();
    let ready: Vec<&Item> = check.plan.ready().collect();
    ready.into_iter().map(|item| updater.install(&lock, item, watch).unwrap()).collect()
}

#[test]
fn a_file_and_what_lies_beside_it_are_enough() {
    let at = |url: &str| Folder::new(&[offer(PACKAGE, url)]);
    let elsewhere = Url::from_file_path(fixture(PACKAGE).canonicalize().unwrap()).unwrap();
    for url in ["files%20here/notes.msi", elsewhere.as_str()] {
        let (folder, pc) = (at(url), Pc::empty());
        let ended = install(&pc, &folder.share(), &mut |_| Proceed::GoOn);
        assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed, "{url}: {}", ended[0].outcome.sentence);
        let sent = pc.updater(&folder.share(), "").send_reports();
        assert_eq!((sent.delivered, sent.error.is_some()), (0, false));
    }
}

#[test]
fn packages_of_a_file_may_be_on_the_web_and_are_fetched_without_a_sign_in() {
    let web = web::Web::start(|_| Answer::ok(fixture_bytes(PACKAGE)));
    let folder = Folder::new(&[offer(PACKAGE, &format!("{}/notes.msi", web.address()))]);
    let ended = install(&Pc::empty(), &folder.share(), &mut |_| Proceed::GoOn);
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed, "{}", ended[0].outcome.sentence);
    assert_eq!(web.asked()[0].header("authorization"), None);
}

#[test]
fn a_file_that_did_not_change_is_not_read_again() {
    let folder = Folder::new(&[]);
    let share = folder.share();
    let Ok(CatalogAnswer::Catalog { validator, .. }) = share.catalog(None) else { panic!("no catalog") };
    assert!(validator.is_some());
    assert!(matches!(share.catalog(validator.as_ref()), Ok(CatalogAnswer::Unchanged)));
    std::fs::write(folder.path("update.xml"), update_xml(&[offer(PACKAGE, "notes.msi")])).unwrap();
    assert!(matches!(share.catalog(validator.as_ref()), Ok(CatalogAnswer::Catalog { .. })));
}

#[test]
fn a_copy_that_was_stopped_goes_on() {
    let bytes = large_bytes(PACKAGE);
    let folder = Folder::new(&[offer_of_bytes(&bytes, "large.msi")]);
    std::fs::write(folder.path("large.msi"), bytes).unwrap();
    let pc = Pc::empty();
    let ended = install(&pc, &folder.share(), &mut |_| Proceed::Cancel);
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Cancelled);
    let mut first = None;
    let ended = install(&pc, &folder.share(), &mut |progress| {
        if let Progress::Downloading(transfer) = progress {
            first.get_or_insert(transfer.done);
        }
        Proceed::GoOn
    });
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed);
    let chunk = 64 * 1024;
    assert!(first.unwrap() > chunk, "{first:?}");
}

#[test]
fn what_is_not_there_is_said() {
    let folder = Folder::new(&[]);
    for nothing in [folder.path("none.xml"), folder.path("files here")] {
        let error = share(&nothing).catalog(None).unwrap_err();
        let ServerError::NotFound { address } = &error else { panic!("{error:?}") };
        assert_eq!(*address, nothing.display().to_string());
    }
    let package = folder.share().package(&offer(PACKAGE, "none.msi"), None);
    assert!(matches!(package.err(), Some(ServerError::NotFound { .. })));
}

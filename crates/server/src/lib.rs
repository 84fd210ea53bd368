//! The server: who may have what.
//!
//! The program is `oxupdated`; [`command_line::run`] is all of it. Requests come in by `web`, verbs by `command_line` and
//! `local`; each leads to an action, and only actions change anything.

mod actions;
mod archive;
pub mod command_line;
mod data_folder;
mod db;
mod disk;
mod doctor;
mod error;
mod identity;
mod local;
mod measures;
mod model;
mod open_xchange_site;
mod outgoing;
#[cfg(test)]
mod reference;
mod rules;
mod settings;
mod storage;
mod tls;
mod web;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arc_swap::ArcSwap;
use tokio::sync::{Mutex, Semaphore};

use crate::actions::catalog::Answers;
use crate::actions::deliveries::Outbox;
use crate::actions::downloads::Downloads;
use crate::actions::drafts::UPLOADS_MAX;
use crate::actions::enrolments::Enrolments;
use crate::actions::last_seen::LastSeen;
use crate::actions::preconditions::LastSite;
use crate::actions::readiness::Readiness;
use crate::actions::waiting_imports::WaitingImports;
use crate::data_folder::{DataFolder, Lock};
use crate::db::Database;
use crate::error::{Error, Result};
use crate::identity::{
    DeviceAuthorizations, Failures, Providers, SecondFactors, SetUp, SignInsUnderWay, Sources, VerifiedCache,
    Verifier,
};
use crate::model::certificate::CertificateState;
use crate::model::snapshot::{Packages, Snapshot};
use crate::outgoing::Outgoing;
use crate::settings::Settings;
use crate::storage::Storage;
use crate::tls::Tls;

/// The name of the database's file in the data folder.
const DATABASE_FILE: &str = "oxupdated.sqlite";

/// Everything that actions work on.
#[derive(Debug)]
struct App {
    settings: Settings,
    database: Database,
    storage: Storage,
    /// What requests are answered from. Only a change that was committed puts another one in its place.
    snapshot: ArcSwap<Snapshot>,
    /// Held from the beginning of a change until its snapshot is in place, so that snapshots follow each other as changes do.
    changing: Arc<Mutex<()>>,
    generations: AtomicU64,
    revisions: AtomicU64,
    verifier: Verifier,
    verified: VerifiedCache,
    failures: Failures,
    /// Who else knows accounts.
    sources: Sources,
    second_factors: SecondFactors,
    device_authorizations: DeviceAuthorizations,
    /// Where people can sign in on pages of somebody else.
    providers: Providers,
    sign_ins_under_way: SignInsUnderWay,
    set_up: SetUp,
    answers: Answers,
    last_seen: LastSeen,
    enrolments: Enrolments,
    waiting_imports: WaitingImports,
    outgoing: Outgoing,
    outbox: Outbox,
    /// A place for each package that is being received for a draft.
    uploads: Semaphore,
    downloads: Downloads,
    /// The Open-Xchange server that the settings name, as it was read last.
    last_site: LastSite,
    readiness: Readiness,
    /// What connections are encrypted with; `None`: nothing, or a proxy does it.
    tls: Option<Tls>,
    /// Nobody else works in the data folder while this lives.
    _lock: Lock,
}

impl App {
    /// Opens the data folder: brings the database up to date, removes what a crash has left, and reads the snapshot.
    async fn open(folder: &DataFolder, lock: Lock, settings: Settings) -> Result<Self> {
        let storage = Storage::open(folder.path())?;
        let database = Database::open(&folder.path().join(DATABASE_FILE)).await?;
        let mut reading = database.read().await?;
        let users = Arc::new(db::users::load(&mut reading).await?);
        let devices = Arc::new(db::devices::load(&mut reading).await?);
        let packages = Arc::new(Packages::new(db::packages::load(&mut reading).await?, 0));
        let brandings = Arc::new(db::brandings::load(&mut reading).await?);
        let updater_package = db::updater_package::load(&mut reading).await?.map(Arc::new);
        let known = db::packages::known(&mut reading).await?;
        drop(reading);
        let removed = storage.sweep(&known)?;
        if removed > 0 {
            tracing::warn!(files = removed, "removed what an interrupted action had left");
        }
        let sources = Sources::new(&settings.sources).map_err(Error::internal)?;
        Ok(Self {
            outgoing: Outgoing::new(&settings.private_destinations),
            outbox: Outbox::default(),
            providers: Providers::of(&sources),
            sources,
            settings,
            database,
            storage,
            snapshot: ArcSwap::from_pointee(Snapshot {
                users,
                devices,
                packages,
                brandings,
                updater_package,
            }),
            changing: Arc::default(),
            generations: AtomicU64::new(1),
            revisions: AtomicU64::new(1),
            verifier: Verifier::new(),
            verified: VerifiedCache::new().map_err(Error::internal)?,
            failures: Failures::new().map_err(Error::internal)?,
            second_factors: SecondFactors::default(),
            device_authorizations: DeviceAuthorizations::default(),
            sign_ins_under_way: SignInsUnderWay::default(),
            set_up: SetUp::default(),
            answers: Answers::default(),
            last_seen: LastSeen::default(),
            enrolments: Enrolments::default(),
            waiting_imports: WaitingImports::default(),
            uploads: Semaphore::new(UPLOADS_MAX),
            downloads: Downloads::default(),
            last_site: LastSite::default(),
            readiness: Readiness::default(),
            tls: None,
            _lock: lock,
        })
    }

    /// A number that no set of packages has had before.
    fn next_generation(&self) -> u64 {
        self.generations.fetch_add(1, Ordering::Relaxed)
    }

    /// A number that is another one after each change.
    ///
    /// Who reads it before what may change, and gives it to an actor (`Actor::having_seen`), changes nothing that was changed since.
    fn revision(&self) -> u64 {
        self.revisions.load(Ordering::SeqCst)
    }

    /// What the certificate that connections are encrypted with says about itself.
    fn certificate(&self) -> Option<CertificateState> {
        self.tls.as_ref().map(Tls::certificate)
    }

    /// Ends well: nothing is written after this.
    async fn close(&self) {
        self.database.close().await;
    }
}

//! The engine: check, plan, download, verify, install, look again, report. Whoever draws is told by callbacks; nothing is printed here.

mod installing;
mod preparing;
mod settle;
mod telling;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use catalog::report::OutcomeKind;
use catalog::xml::{self, Problem, Reading, Unreadable};
use catalog::{Product, Scope, UpgradeCode};
use text::{Explain, Message, message};
use uuid::Uuid;

use crate::close_first::{Answer, Ask};
use crate::download::{Download, DownloadError, Folder, Transfer};
use crate::elevation::is_for_everyone;
use crate::failure;
use crate::guard::{Held, fingerprint, held};
use crate::install_display::{Face, install_display};
use crate::machine::{Context, InstallProgress, InstallRequest, Installed, Machine, MachineError, Proceed};
use crate::outcome::{Before, Outcome};
use crate::own_product::counterpart;
use crate::oxtender;
use crate::packages;
use crate::patience::Patience;
use crate::permitted::NotPermitted;
use crate::plan::{Inventory, Item, Kind, Obstacle, Plan, prepare};
use crate::report::{Queue, Sent};
use crate::server::{CatalogAnswer, Server, ServerError, Validator};
use crate::state::{LastCheck, Lock, Owner, Past, Pending, State, StateError};
use crate::verify::{self, Verified};
use crate::web_page::is_web_page;

pub use self::settle::{Settled, settle, settle_unless_busy};
pub use self::telling::drop_reports_if_off;

/// A server, a machine, and what is kept between two runs.
pub struct Updater<'a> {
    /// Where updates come from.
    pub server: &'a dyn Server,
    /// Where they go.
    pub machine: &'a dyn Machine,
    /// What is kept.
    pub state: &'a State,
    /// Whose catalog it is.
    pub owner: Owner,
    /// What draws for the person.
    pub face: Face,
    /// How long things may take.
    pub patience: Patience<'a>,
    /// Asks the person.
    pub ask: &'a dyn Fn(&Ask) -> Answer,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What is to be done.
    pub plan: Plan,
    /// What is wrong with single products of the catalog.
    pub problems: Vec<Problem>,
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum CheckError {
    /// The server did not give its catalog.
    Server(#[from] ServerError),
    /// The catalog cannot be read.
    Catalog(#[from] Unreadable),
    /// In its place is a web page.
    WebPage {
        /// Where.
        address: String,
    },
    /// The machine did not say what is installed.
    Machine(#[from] MachineError),
    /// What is kept between two runs cannot be written.
    State(#[from] StateError),
}

/// How an update goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// The package is downloaded.
    Downloading(Transfer),
    /// So many bytes of the package are verified.
    Verifying(u64),
    /// Programs are open that have to be closed first, and the person is asked about them next.
    ProgramsOpen,
    /// Windows Installer is busy with another install, and it is waited for.
    Waiting,
    /// The package is installed.
    Installing(InstallProgress),
    /// It is still installed after a long time, and goes on; told once.
    TakesLong,
}

/// What came of an update.
#[derive(Debug, Clone)]
pub struct Ended {
    /// What came of it.
    pub outcome: Outcome,
    /// What was installed before.
    pub before: Option<Installed>,
    /// What was remembered and reported, and where the verbose log is.
    pub past: Past,
    /// Why it could not be remembered, if so.
    pub unkept: Option<Message>,
    /// Why the same offer is not tried again unattended, if so.
    pub held: Option<Held>,
}

/// How far an update got, and why not further.
struct Stopped {
    kind: OutcomeKind,
    reason: Message,
}

impl From<Obstacle> for Stopped {
    fn from(obstacle: Obstacle) -> Self {
        Self { kind: obstacle.outcome(), reason: obstacle.message() }
    }
}

impl Updater<'_> {
    /// Fetches the catalog, unless it is the last one, and compares it with what is installed.
    ///
    /// # Errors
    /// [`CheckError`] says which of the two worlds did not answer.
    pub fn check(&self) -> Result<Check, CheckError> {
        let Reading { products, problems } = self.catalog()?;
        Ok(Check { plan: self.plan_of(products)?, problems })
    }

    /// Compares what a plan offers with what is installed by now; the server is not asked.
    ///
    /// # Errors
    /// [`MachineError`] if the machine does not say what is installed.
    pub fn look_again(&self, plan: &Plan) -> Result<Plan, MachineError> {
        self.plan_of(plan.items.iter().map(|item| item.product.clone()).collect())
    }

    /// Compares offers with what is installed.
    pub(crate) fn plan_of(&self, products: Vec<Product>) -> Result<Plan, MachineError> {
        let products = self.without_counterparts(products)?;
        let inventory = self.inventory(&products)?;
        let mut plan = Plan::new(products, &inventory, &self.machine.platforms());
        plan.block(|item| self.not_permitted(&item.product));
        plan.block(|item| self.not_the_persons_own(item.target, item.product.scope.unwrap_or(Scope::Either)));
        self.hold_back(&mut plan);
        Ok(plan)
    }

    /// What is in the way of fetching a product's package.
    fn not_permitted(&self, product: &Product) -> Option<Obstacle> {
        match self.server.permits(product) {
            Err(ServerError::NotPermitted(NotPermitted::Place { .. })) => Some(Obstacle::PackagePlace),
            Err(ServerError::NotPermitted(_)) => Some(Obstacle::PackageUnproven),
            _ => None,
        }
    }

    /// What is in the way of installing for one person, of whom it is not known here who it is.
    fn not_the_persons_own(&self, target: Option<Context>, scope: Scope) -> Option<Obstacle> {
        let is_for_one = !is_for_everyone(target, scope);
        (is_for_one && !self.machine.rights().are_the_persons_own()).then_some(Obstacle::ForOnePerson)
    }

    /// Remembers that this was checked now, and how many updates are ready, for who asks about it later.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn remember(&self, ready: usize) -> Result<(), StateError> {
        self.state.checked(&LastCheck { owner: self.owner.clone(), at: now(), ready })
    }

    /// Downloads, verifies and installs what an item offers, remembers what came of it, and leaves a report to send.
    ///
    /// The lock says that nobody else of this person does so. The machine's turn is taken as far as it is free, and given up while a
    /// person or another install is waited for.
    ///
    /// # Errors
    /// [`StateError`] if it could not be begun; how an update ends is an outcome.
    pub fn install(
        &self,
        _lock: &Lock,
        item: &Item,
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Result<Ended, StateError> {
        let begun_at = Instant::now();
        let product = &item.product;
        let device = self.state.device()?;
        let mut pending = self.pending(item)?;
        let outcome = self
            .update(item, &mut pending, watch)
            .unwrap_or_else(|stopped| Outcome::without_install(stopped.kind, product, stopped.reason));
        if outcome.kind.is_success() {
            packages::installed(&self.state.packages(), product);
        }
        packages::make_room(&self.state.packages(), product, self.machine);
        let past = settle::past(device, &pending, product, &outcome, begun_at.elapsed(), now());
        Ok(self.ended(item, &pending, outcome, past))
    }

    /// Remembers what came of an item, and leaves a report to send.
    fn ended(&self, item: &Item, pending: &Pending, outcome: Outcome, past: Past) -> Ended {
        // What the plan said before says nothing about another try.
        let offer = past.offer.filter(|_| item.obstacle.is_none());
        let past = Past { offer, ..past };
        let kept = settle::keep(self.state, pending, &past);
        let unkept = kept.err().map(|error| error.message());
        let held = held(&fingerprint(&item.product), &self.state.attempts(), now());
        Ended { outcome, before: item.installed.first().cloned(), past, unkept, held }
    }

    /// What is written down before an install begins.
    fn pending(&self, item: &Item) -> Result<Pending, StateError> {
        let product = &item.product;
        let begun_at = now();
        Ok(Pending {
            report: Uuid::new_v4(),
            owner: self.owner.clone(),
            fingerprint: fingerprint(product),
            offer: Pending::offer(product),
            before: item.installed.iter().map(Before::from).collect(),
            // As the offer tells; the package itself has the last word.
            kind: item.kind.unwrap_or(Kind::Major),
            target: item.target,
            log: self.state.log(&format!("{}-{}", product.name, product.version), begun_at)?,
            begun_at,
        })
    }

    /// What failed is not tried again unattended, until it is offered otherwise.
    fn hold_back(&self, plan: &mut Plan) {
        let (attempts, now) = (self.state.attempts(), now());
        plan.hold_back(|product| held(&fingerprint(product), &attempts, now));
    }

    /// Sends the reports that wait for this server.
    pub fn send_reports(&self) -> Sent {
        self.queue().send(self.server, &self.owner, now())
    }

    /// The reports that wait.
    #[must_use]
    pub fn queue(&self) -> Queue {
        Queue::new(self.state.reports())
    }

    fn catalog(&self) -> Result<Reading, CheckError> {
        let known = self.state.catalog(&self.owner);
        if let Some(known) = &known
            && let CatalogAnswer::Catalog { bytes, validator } =
                self.server.catalog(Some(&known.validator))?
        {
            return self.read(&bytes, validator.as_ref());
        }
        let kept = known.and_then(|known| xml::read(&known.bytes).ok());
        if let Some(reading) = kept {
            return Ok(reading);
        }
        // Nothing is kept, or nothing that can be read.
        match self.server.catalog(None)? {
            CatalogAnswer::Catalog { bytes, validator } => self.read(&bytes, validator.as_ref()),
            CatalogAnswer::Unchanged => Err(ServerError::Status { status: 304 }.into()),
        }
    }

    fn read(&self, bytes: &[u8], validator: Option<&Validator>) -> Result<Reading, CheckError> {
        let reading = xml::read(bytes).map_err(|error| {
            if is_web_page(bytes) {
                CheckError::WebPage { address: self.owner.address.clone() }
            } else {
                error.into()
            }
        })?;
        self.state.keep_catalog(&self.owner, bytes, validator)?;
        Ok(reading)
    }

    /// Leaves out OX Updater for one person where it is installed for everyone, and the other way round.
    fn without_counterparts(&self, products: Vec<Product>) -> Result<Vec<Product>, MachineError> {
        let mut kept = Vec::with_capacity(products.len());
        for product in products {
            let code = product.upgrade_code;
            let is_superfluous = match counterpart(code) {
                Some(other) => {
                    self.machine.installed(code)?.is_empty() && !self.machine.installed(other)?.is_empty()
                }
                None => false,
            };
            if !is_superfluous {
                kept.push(product);
            }
        }
        Ok(kept)
    }

    fn inventory(&self, products: &[Product]) -> Result<Inventory, MachineError> {
        let codes: BTreeSet<UpgradeCode> = products.iter().map(|product| product.upgrade_code).collect();
        codes.into_iter().map(|code| Ok((code, self.machine.installed(code)?))).collect()
    }

    /// Updates to what an item offers, as far as it goes.
    fn update(
        &self,
        item: &Item,
        pending: &mut Pending,
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Result<Outcome, Stopped> {
        let product = &item.product;
        if let Some(obstacle) = item.obstacle {
            return Err(obstacle.into());
        }
        let failed = |error: &MachineError| Stopped { kind: OutcomeKind::Failed, reason: error.message() };
        let turn = self.machine.turn().map_err(|error| failed(&error))?;
        let verified = self.fetch(product, watch)?;
        let prepared = prepare(item, verified.metadata(), &self.machine.platforms())?;
        // Where the offer did not say for whom it is, the package does.
        let obstacle = self.not_the_persons_own(prepared.target, verified.metadata().scope);
        obstacle.map_or(Ok(()), |obstacle| Err(Stopped::from(obstacle)))?;
        let verified = match &prepared.file_name {
            Some(name) => self.rename(verified, name, product, watch)?,
            None => verified,
        };
        (pending.kind, pending.target) = (prepared.kind, prepared.target);
        let publisher = product.install_params.user_interface();
        let request = InstallRequest {
            display: install_display(publisher, self.face, self.machine.desktop()),
            property_line: prepared.property_line.clone(),
            target: prepared.target,
            log: pending.log.clone(),
        };
        if oxtender::needs_folder(&product.install_params) {
            // By the person's own program: an installer may run as somebody else.
            self.machine.make_account_folder().map_err(|error| failed(&error))?;
        }
        let exit_code = self.run_installer(turn, &verified, &request, (pending, product), watch)?;
        // Not before: it is the file that Windows Installer read.
        drop(verified);
        let installed = self.machine.installed(product.upgrade_code).map_err(|error| failed(&error))?;
        let outcome = pending.goal(product).judge(exit_code, &installed);
        // A log that cannot be read explains nothing.
        Ok(outcome.explained(product, || failure::file::read(&pending.log).unwrap_or_default()))
    }

    /// Downloads and verifies.
    fn fetch(
        &self,
        product: &Product,
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Result<Verified, Stopped> {
        let downloading = |error: &DownloadError| {
            let kind = match error {
                DownloadError::Different(_) => OutcomeKind::VerificationFailed,
                DownloadError::Cancelled => OutcomeKind::Cancelled,
                _ => OutcomeKind::DownloadFailed,
            };
            Stopped { kind, reason: error.message() }
        };
        let folder = Folder::open(&self.state.downloads(), &self.state.packages(), product);
        let folder = folder.map_err(|error| downloading(&error.into()))?;
        let verified = |path: &Path, watch: &mut dyn FnMut(Progress) -> Proceed| {
            let mut cancelled = false;
            let verified = verify::verify(path, product, |done| {
                cancelled |= watch(Progress::Verifying(done)) == Proceed::Cancel;
            });
            if cancelled { Err(downloading(&DownloadError::Cancelled)) } else { Ok(verified) }
        };
        // What is there from an earlier run is taken, unless something has happened to it.
        if folder.package().is_file() {
            if let Ok(found) = verified(&folder.package(), watch)? {
                return Ok(found);
            }
            folder.clear();
        }
        let download = Download { server: self.server, machine: self.machine, product, folder: &folder };
        let path = download
            .run(&mut |transfer| watch(Progress::Downloading(transfer)))
            .map_err(|error| downloading(&error))?;
        verified(&path, watch)?.map_err(|error| {
            folder.clear();
            preparing::unverified(&error)
        })
    }
}

/// Seconds since 1970 (UTC), by the PC's clock.
#[must_use]
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

impl Explain for CheckError {
    fn message(&self) -> Message {
        match self {
            Self::Server(error) => error.message(),
            Self::Catalog(error) => message!("check-catalog-unreadable", reason = error.message()),
            Self::WebPage { address } => message!("check-web-page", address = address),
            Self::Machine(error) => error.message(),
            Self::State(error) => error.message(),
        }
    }
}

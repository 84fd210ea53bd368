//! A machine that is none: for tests and for dry runs.
//!
//! It installs as Windows Installer would at best: it reads the package, and what the package says is installed afterwards,
//! in place of other versions of its family. A script says where it shall go another way.

use std::collections::{BTreeMap, VecDeque};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use catalog::{Platform, ProductCode, ProductVersion, UpgradeCode, msi};
use serde::Deserialize;

use crate::elevation::Rights;
use crate::machine::{
    Context, Desktop, Display, ExitCode, InstallProgress, InstallRequest, Installed, Machine, MachineError,
    Proceed, Turn, WindowsInstaller, WindowsVersion,
};
use crate::oxtender;
use crate::plan::Inventory;
use crate::verify::Verified;

/// The exit code of an install that the person cancelled.
const CANCELLED: u32 = 1602;
/// The exit code of a package that cannot be read.
const UNREADABLE: u32 = 1620;
/// The exit code of an install that failed without saying why.
const FAILED: u32 = 1603;
/// How often an install that hangs asks at most whether to go on.
const HANGING_LOOKS_MAX: u64 = 100_000_000;
/// Into how many steps the fake's progress is cut.
const TICKS: u64 = 4;

/// What a fake machine is called.
const COMPUTER_NAME: &str = "FAKE-PC";
/// The platforms of a fake machine that does not say others.
const PLATFORMS: [Platform; 2] = [Platform::X64, Platform::X86];

/// A machine without Windows.
#[derive(Debug, Default)]
pub struct FakeMachine {
    inventory: Mutex<Inventory>,
    script: BTreeMap<UpgradeCode, Course>,
    free_space: Option<u64>,
    desktop: bool,
    rights: Rights,
    platforms: Option<Vec<Platform>>,
    running: Vec<String>,
    looks: Mutex<VecDeque<Vec<String>>>,
    requests: Mutex<Vec<InstallRequest>>,
    /// How often Windows Installer is found busy.
    busy: AtomicUsize,
    /// How often somebody else is found to have the turn.
    taken: AtomicUsize,
    /// How many turns are out.
    turns: Arc<AtomicUsize>,
    log: Option<String>,
    /// Whether installs go on until they are cancelled.
    hangs: bool,
    /// Where a person's roaming data would be; nothing is made without.
    roaming_data: Option<PathBuf>,
    started_at: i64,
}

/// A turn that is counted as long as it lives.
#[derive(Debug)]
struct CountedTurn(Arc<AtomicUsize>);

impl Drop for CountedTurn {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// How an install goes on a fake machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// What Windows Installer answers.
    pub exit_code: u32,
    /// What is installed afterwards.
    pub effect: Effect,
}

/// What is installed after an install on a fake machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// What the package says, in place of other versions of its family.
    Replaces,
    /// What the package says, beside other versions of its family.
    Adds,
    /// What was there before.
    Nothing,
}

/// A machine described in JSON.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    #[serde(default)]
    installed: Vec<DescribedProduct>,
    free_space: Option<u64>,
    #[serde(default)]
    desktop: bool,
    platforms: Option<Vec<Platform>>,
    #[serde(default)]
    running: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DescribedProduct {
    upgrade_code: UpgradeCode,
    product_code: ProductCode,
    name: String,
    version: ProductVersion,
    #[serde(default)]
    context: DescribedContext,
    package_name: Option<String>,
    platform: Option<Platform>,
}

#[derive(Debug, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum DescribedContext {
    #[default]
    Machine,
    User,
}

impl FakeMachine {
    /// A machine described in JSON: `{"installed": [{"upgrade_code", "product_code", "name", "version", "context", "package_name",
    /// "platform"}], "free_space", "desktop", "platforms", "running"}`.
    ///
    /// # Errors
    /// What is wrong with the JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, serde_json::Error> {
        let Description { installed, free_space, desktop, platforms, running } =
            serde_json::from_slice(json)?;
        let mut machine = Self { free_space, desktop, platforms, running, ..Self::default() };
        for product in installed {
            let context = match product.context {
                DescribedContext::Machine => Context::Machine,
                DescribedContext::User => Context::User,
            };
            let DescribedProduct {
                upgrade_code, product_code, name, version, package_name, platform, ..
            } = product;
            let installed = Installed { product_code, name, version, context, package_name, platform };
            machine = machine.with(upgrade_code, installed);
        }
        Ok(machine)
    }

    /// The machine with a product installed.
    #[must_use]
    pub fn with(self, upgrade_code: UpgradeCode, installed: Installed) -> Self {
        self.inventory().entry(upgrade_code).or_default().push(installed);
        self
    }

    /// The machine on which an install of a family goes another way.
    #[must_use]
    pub fn with_course(mut self, upgrade_code: UpgradeCode, course: Course) -> Self {
        self.script.insert(upgrade_code, course);
        self
    }

    /// The machine with so many bytes free.
    #[must_use]
    pub fn with_free_space(mut self, bytes: u64) -> Self {
        self.free_space = Some(bytes);
        self
    }

    /// The machine on which programs run with these rights.
    #[must_use]
    pub fn with_rights(mut self, rights: Rights) -> Self {
        self.rights = rights;
        self
    }

    /// The machine whose Windows runs these platforms, its own first.
    #[must_use]
    pub fn with_platforms(mut self, platforms: &[Platform]) -> Self {
        self.platforms = Some(platforms.to_vec());
        self
    }

    /// The machine on which these programs run at each of the next looks, one list for each; then those that always run.
    #[must_use]
    pub fn with_running(mut self, looks: &[&[&str]]) -> Self {
        let looks = looks.iter().map(|programs| programs.iter().map(ToString::to_string).collect());
        self.looks = Mutex::new(looks.collect());
        self
    }

    /// The machine whose Windows Installer is busy the next so many times that somebody looks.
    #[must_use]
    pub fn with_installer_busy(self, times: usize) -> Self {
        self.busy.store(times, Ordering::SeqCst);
        self
    }

    /// Lets another program have the turn the next so many times that somebody wants it.
    pub fn give_turn_away(&self, times: usize) {
        self.taken.store(times, Ordering::SeqCst);
    }

    /// Whether nobody has the turn whom this machine gave it.
    #[must_use]
    pub fn is_turn_free(&self) -> bool {
        self.turns.load(Ordering::SeqCst) == 0
    }

    /// The machine whose Windows Installer writes this log.
    #[must_use]
    pub fn with_log(mut self, text: &str) -> Self {
        self.log = Some(text.to_owned());
        self
    }

    /// The machine whose installs go on until they are cancelled.
    #[must_use]
    pub fn with_hanging_installs(mut self) -> Self {
        self.hangs = true;
        self
    }

    /// The machine on which this person's roaming data lie in a folder.
    #[must_use]
    pub fn with_roaming_data(mut self, folder: &Path) -> Self {
        self.roaming_data = Some(folder.to_owned());
        self
    }

    /// The same machine, started at this time, in seconds since 1970 (UTC); else it runs since 1970.
    #[must_use]
    pub fn running_since(mut self, at: i64) -> Self {
        self.started_at = at;
        self
    }

    /// What was asked of Windows Installer so far.
    #[must_use]
    pub fn requests(&self) -> Vec<InstallRequest> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn inventory(&self) -> std::sync::MutexGuard<'_, Inventory> {
        self.inventory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_in(&self, upgrade_code: UpgradeCode, installed: Installed, effect: Effect) {
        let mut inventory = self.inventory();
        let family = inventory.entry(upgrade_code).or_default();
        match effect {
            Effect::Replaces => *family = vec![installed],
            Effect::Adds => family.push(installed),
            Effect::Nothing => {}
        }
    }
}

impl Machine for FakeMachine {
    fn installed(&self, upgrade_code: UpgradeCode) -> Result<Vec<Installed>, MachineError> {
        Ok(self.inventory().get(&upgrade_code).cloned().unwrap_or_default())
    }

    fn platforms(&self) -> Vec<Platform> {
        self.platforms.clone().unwrap_or_else(|| PLATFORMS.to_vec())
    }

    fn running(&self, programs: &[String]) -> Result<Vec<String>, MachineError> {
        let look = self.looks.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let running = look.unwrap_or_else(|| self.running.clone());
        let runs = |program: &&String| running.iter().any(|one| one.eq_ignore_ascii_case(program));
        Ok(programs.iter().filter(runs).cloned().collect())
    }

    fn free_space(&self, _folder: &Path) -> Result<u64, MachineError> {
        Ok(self.free_space.unwrap_or(u64::MAX))
    }

    fn desktop(&self) -> Desktop {
        if self.desktop { Desktop::Present } else { Desktop::Absent }
    }

    fn rights(&self) -> Rights {
        self.rights
    }

    fn windows(&self) -> WindowsVersion {
        WindowsVersion { major: 10, minor: 0, build: 19045, revision: Some(3570) }
    }

    fn started_at(&self) -> Option<i64> {
        Some(self.started_at)
    }

    fn computer_name(&self) -> String {
        COMPUTER_NAME.to_owned()
    }

    fn turn(&self) -> Result<Option<Turn>, MachineError> {
        if take_one(&self.taken) {
            return Ok(None);
        }
        self.turns.fetch_add(1, Ordering::SeqCst);
        Ok(Some(Box::new(CountedTurn(Arc::clone(&self.turns)))))
    }

    fn installer(&self) -> WindowsInstaller {
        if take_one(&self.busy) { WindowsInstaller::Busy } else { WindowsInstaller::Free }
    }

    fn make_account_folder(&self) -> Result<(), MachineError> {
        self.roaming_data.as_deref().map_or(Ok(()), oxtender::make_folder)
    }

    fn install(
        &self,
        package: &Verified,
        request: &InstallRequest,
        watch: &mut dyn FnMut(InstallProgress) -> Proceed,
    ) -> Result<ExitCode, MachineError> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
        let file = File::open(package.path()).map_err(|source| MachineError::Start { source })?;
        if let Some(log) = &self.log {
            fs::write(&request.log, log).map_err(|source| MachineError::Start { source })?;
        }
        let read = || {
            let metadata = msi::read(file).ok()?;
            let upgrade_code = UpgradeCode::parse(metadata.upgrade_code.as_deref()?).ok()?;
            let installed = Installed {
                product_code: ProductCode::parse(&metadata.product_code).ok()?,
                version: ProductVersion::parse(&metadata.product_version).ok()?,
                name: metadata.product_name,
                context: Context::Machine,
                package_name: package.path().file_name().map(|name| name.to_string_lossy().into_owned()),
                platform: metadata.platform,
            };
            Some((upgrade_code, installed))
        };
        let Some((upgrade_code, installed)) = read() else { return Ok(ExitCode(UNREADABLE)) };
        if matches!(request.display, Display::None | Display::Passive | Display::Basic) {
            for done in 0..=TICKS {
                if watch(InstallProgress::Ticks { done, total: TICKS }) == Proceed::Cancel {
                    return Ok(ExitCode(CANCELLED));
                }
            }
        }
        if self.hangs {
            let goes_on = |_: &u64| watch(InstallProgress::Action("Hanging".to_owned())) == Proceed::GoOn;
            let looks = (0..HANGING_LOOKS_MAX).take_while(goes_on).count();
            return Ok(ExitCode(if looks as u64 == HANGING_LOOKS_MAX { FAILED } else { CANCELLED }));
        }
        let smooth = Course { exit_code: 0, effect: Effect::Replaces };
        let course = self.script.get(&upgrade_code).copied().unwrap_or(smooth);
        self.take_in(upgrade_code, installed, course.effect);
        Ok(ExitCode(course.exit_code))
    }
}

/// Counts one down; answers whether there was one left.
fn take_one(times: &AtomicUsize) -> bool {
    times.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |times| times.checked_sub(1)).is_ok()
}

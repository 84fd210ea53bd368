//! Where the tests play: the fixtures, a folder of the test's own, and a machine without any of the fixtures installed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use catalog::msi::{self, Metadata};
use catalog::{Listing, Product, ProductCode, UpgradeCode, digest, listing};
use client::clock::{Clock as _, SystemClock};
use client::machine::{Display, ExitCode, InstallProgress, InstallRequest, Installed, Machine as _, Proceed};
use client::verify::{Verified, verify};
use client::windows::WindowsMachine;
use tempfile::TempDir;

/// The packages that tests install, one of each family.
pub(crate) const PACKAGES: [&str; 12] = [
    "notes-1.0.0",
    "failing-1.0.0",
    "hanging-1.0.0",
    "program-fails-1.0.0",
    "external-cabinet",
    "restart-1.0.0",
    "user-1.0.0",
    "either-1.0.0",
    "dialogs-1.0.0",
    "umlauts-1.0.0",
    "fourth-field-1.0.0.1",
    "own-1.0.0",
];

/// There is one Windows Installer, and the tests share it one after the other.
static ALONE: Mutex<()> = Mutex::new(());

/// A machine without any of the fixtures, for one test at a time; it is left so.
pub(crate) struct Stage {
    folder: TempDir,
    _alone: MutexGuard<'static, ()>,
}

/// How long a program may take to come or to go, on a machine that may be busy.
pub(crate) const WAIT_TIME_MAX: Duration = Duration::from_secs(120);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// How an install went.
pub(crate) struct Course {
    pub(crate) code: u32,
    pub(crate) told: Vec<InstallProgress>,
    /// The log, as text whatever its encoding.
    pub(crate) log: String,
}

impl Stage {
    pub(crate) fn set() -> Self {
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        remove_fixtures();
        Self { folder: TempDir::new().unwrap(), _alone: alone }
    }

    /// A folder of the test's own.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A copy of a fixture in the test's own folder.
    pub(crate) fn package(&self, name: &str) -> PathBuf {
        self.package_as(name, &format!("{name}.msi"))
    }

    /// A copy of a fixture under a name that may have folders.
    pub(crate) fn package_as(&self, name: &str, path: &str) -> PathBuf {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::copy(fixture(name), &path).unwrap();
        path
    }

    /// Removes what a test has installed so far.
    #[expect(clippy::unused_self, reason = "only who has the stage may clear it")]
    pub(crate) fn remove_fixtures(&self) {
        remove_fixtures();
    }

    /// Installs a fixture and lets it go on to its end.
    pub(crate) fn install(&self, name: &str, display: Display) -> Course {
        self.install_file(&self.package(name), display, "", |_| Proceed::GoOn)
    }

    /// Installs a package and answers what Windows Installer tells.
    pub(crate) fn install_file(
        &self,
        package: &Path,
        display: Display,
        property_line: &str,
        mut answer: impl FnMut(&InstallProgress) -> Proceed,
    ) -> Course {
        let log = self.folder().join("install.log");
        let request = InstallRequest {
            display,
            property_line: property_line.to_owned(),
            target: None,
            log: log.clone(),
        };
        let mut told = Vec::new();
        let mut watch = |progress: InstallProgress| {
            let answer = answer(&progress);
            // How often it only goes on is a matter of how busy this machine is.
            if progress != InstallProgress::GoesOn {
                told.push(progress);
            }
            answer
        };
        let ExitCode(code) = WindowsMachine::new().install(&verified(package), &request, &mut watch).unwrap();
        let mut log = fs::read(&log).unwrap();
        // Windows writes 16-bit units, Wine bytes.
        log.retain(|byte| *byte != 0);
        Course { code, told, log: String::from_utf8_lossy(&log).into_owned() }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        remove_fixtures();
    }
}

/// Lets time go by until something is so, and fails if that takes too long.
pub(crate) fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun_at = SystemClock.elapsed();
    while !is_so() {
        assert!(SystemClock.elapsed() - begun_at < WAIT_TIME_MAX, "it is not so that {what}");
        SystemClock.pause(LOOK_EVERY);
    }
}

/// Removes a folder of programs, as soon as none of them runs any more.
pub(crate) fn remove_folder(folder: &Path) {
    until(&format!("{} is gone", folder.display()), || {
        // What is asked for again may have gone meanwhile.
        fs::remove_dir_all(folder).is_ok() || !folder.exists()
    });
}

/// The package as one that is what was offered.
pub(crate) fn verified(package: &Path) -> Verified {
    verify(package, &offer_of(package), |_| ()).unwrap()
}

/// The offer of a fixture.
pub(crate) fn offer(name: &str) -> Product {
    offer_of(&fixture(name))
}

/// The offer of a package.
pub(crate) fn offer_of(package: &Path) -> Product {
    let metadata = msi::read(File::open(package).unwrap()).unwrap();
    let digests = digest::of(File::open(package).unwrap(), |_| ()).unwrap();
    let url = "https://updates.example/package.msi";
    listing::product(&metadata, &digests, url, Listing::default()).unwrap()
}

/// What the fixture says about itself.
pub(crate) fn metadata(name: &str) -> Metadata {
    msi::read(File::open(fixture(name)).unwrap()).unwrap()
}

/// The fixture's upgrade code.
pub(crate) fn upgrade_code(name: &str) -> UpgradeCode {
    UpgradeCode::parse(&metadata(name).upgrade_code.unwrap()).unwrap()
}

/// The fixture's product code.
pub(crate) fn product_code(name: &str) -> ProductCode {
    ProductCode::parse(&metadata(name).product_code).unwrap()
}

/// What of the fixture's family is installed.
pub(crate) fn installed(name: &str) -> Vec<Installed> {
    WindowsMachine::new().installed(upgrade_code(name)).unwrap()
}

/// The versions of the fixture's family that are installed.
pub(crate) fn versions(name: &str) -> Vec<String> {
    installed(name).into_iter().map(|product| product.version.to_string()).collect()
}

/// Whether this Windows is Wine: only Wine has its own settings program among the programs of Windows.
pub(crate) fn is_wine() -> bool {
    Path::new(r"C:\windows\system32\winecfg.exe").exists()
}

/// The file of a fixture.
fn fixture(name: &str) -> PathBuf {
    let named = std::env::var_os("OXUPDATER_FIXTURES").map(PathBuf::from);
    let mut built = Path::new(env!("CARGO_TARGET_TMPDIR")).ancestors().map(|folder| folder.join("fixtures"));
    let folder = named.or_else(|| built.find(|folder| folder.is_dir()));
    let path = folder.unwrap_or_default().join(format!("{name}.msi"));
    assert!(path.is_file(), "{} is missing: make the fixtures by “cargo xtask fixtures”", path.display());
    path
}

fn remove_fixtures() {
    for product in PACKAGES.into_iter().flat_map(installed) {
        let code = product.product_code.to_string();
        let ended = Command::new("msiexec").args(["/x", &code, "/qn", "/norestart"]).status().unwrap();
        assert!(matches!(ended.code(), Some(0 | 3010)), "{} was not removed: {ended}", product.name);
    }
}

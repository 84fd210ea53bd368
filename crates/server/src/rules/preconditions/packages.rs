//! Which packages an Open-Xchange server has: from the status file of `dpkg`, or from what `rpm -qa` prints.
//!
//! A status file has paragraphs of fields; a package is there if the last word of `Status` is `installed`, however it is
//! to go on with it, and it provides what `Provides` lists. Source: deb-status(5), dpkg-query(1), the Debian policy, chapter 7.5.
//! `rpm -qa` prints `name-version-release.architecture`, a package a line, and nothing of what a package provides. Source: rpm(8).

use std::collections::BTreeMap;

use text::{Explain, Message, message};

use super::version::OpenXchangeVersion;

/// The most packages that are counted; a machine has some thousands.
pub(crate) const PACKAGES_MAX: usize = 100_000;
/// What the names of all of Open-Xchange's packages begin with.
const PREFIX: &str = "open-xchange";
/// The packages whose version is that of the server, the most telling first.
const TELL_THE_VERSION: [&str; 4] =
    ["open-xchange-core", "open-xchange-server", "open-xchange-common", "open-xchange"];
/// What `open-xchange-core` provides from 6.22 on, for databases that do not tell. Source: its spec.
const IN_CORE: [&str; 2] = ["open-xchange-passwordchange-servlet", "open-xchange-folder-json"];

/// Open-Xchange's packages on a server.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Packages {
    /// Where they were read.
    pub(crate) place: String,
    there: BTreeMap<String, String>,
    provided: BTreeMap<String, String>,
    half: BTreeMap<String, String>,
}

/// How it stands with one package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PackageState<'a> {
    /// It is installed, in this version.
    There(&'a str),
    /// Another package that is installed stands for it.
    ProvidedBy(&'a str),
    /// Its installation is not whole; the state is in the system's words.
    Half(&'a str),
    /// It is not there.
    Absent,
}

/// Why it is not known which packages are there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum PackagesUnknown {
    /// The folder may be another machine's, and nobody said which database goes with it.
    NotNamed,
    /// There is neither a database of dpkg nor rpm.
    NoDatabase,
    /// A database or a program did not do its part.
    Unreadable {
        /// Which.
        place: String,
        /// What the system says.
        detail: String,
    },
    /// A text is neither of the two forms.
    NotUnderstood(String),
    /// A database knows nothing of Open-Xchange, so it is another machine's.
    NoneOfThem(String),
}

impl Packages {
    /// Reads either form.
    ///
    /// # Errors
    /// [`PackagesUnknown::NotUnderstood`], [`PackagesUnknown::NoneOfThem`].
    pub(crate) fn read(place: &str, text: &str) -> Result<Self, PackagesUnknown> {
        let is_dpkg = text.lines().any(|line| line.starts_with("Package:"));
        let mut packages = Self { place: place.to_owned(), ..Self::default() };
        if is_dpkg {
            packages.read_dpkg(text);
        } else {
            packages.read_rpm(text).ok_or_else(|| PackagesUnknown::NotUnderstood(place.to_owned()))?;
        }
        if packages.there.is_empty() && packages.half.is_empty() {
            return Err(PackagesUnknown::NoneOfThem(place.to_owned()));
        }
        Ok(packages)
    }

    fn read_dpkg(&mut self, text: &str) {
        let mut fields: BTreeMap<&str, String> = BTreeMap::new();
        let mut last = "";
        for line in text.lines().chain([""]).take(PACKAGES_MAX * 64) {
            if line.trim().is_empty() {
                self.take_paragraph(&std::mem::take(&mut fields));
                last = "";
            } else if line.starts_with([' ', '\t']) {
                if let Some(value) = fields.get_mut(last) {
                    value.push_str(line);
                }
            } else if let Some((name, value)) = line.split_once(':') {
                last = name;
                // Descriptions and the like are long, and nobody asks for them.
                if ["Package", "Status", "Version", "Provides"].contains(&name) {
                    fields.insert(name, value.trim().to_owned());
                }
            }
        }
    }

    fn take_paragraph(&mut self, fields: &BTreeMap<&str, String>) {
        let Some(name) = fields.get("Package").filter(|name| name.starts_with(PREFIX)) else { return };
        let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
        let status: Vec<&str> = field("Status").split_whitespace().collect();
        match status[..] {
            [_, "ok", "installed"] => {}
            [_, _, "not-installed" | "config-files"] => return,
            _ => {
                self.half.insert(name.clone(), status.join(" "));
                return;
            }
        }
        self.there.insert(name.clone(), field("Version").to_owned());
        for provided in field("Provides").split(',') {
            // A version may follow: `name (= 7.8.4-1)`.
            if let Some(word) = provided.split_whitespace().next() {
                self.provided.insert(word.to_owned(), name.clone());
            }
        }
    }

    fn read_rpm(&mut self, text: &str) -> Option<()> {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()).take(PACKAGES_MAX) {
            let mut parts = line.rsplitn(3, '-');
            let (_release, version, name) = (parts.next()?, parts.next()?, parts.next()?);
            let is_word = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
            if !is_word(name) || !is_word(version) || !is_word(line) {
                return None;
            }
            if name.starts_with(PREFIX) {
                self.there.insert(name.to_owned(), version.to_owned());
            }
        }
        Some(())
    }

    /// How it stands with a package.
    pub(crate) fn state(&self, name: &str) -> PackageState<'_> {
        if let Some(version) = self.there.get(name) {
            return PackageState::There(version);
        }
        if let Some(by) = self.provided.get(name) {
            return PackageState::ProvidedBy(by);
        }
        if let Some(status) = self.half.get(name) {
            return PackageState::Half(status);
        }
        let core = TELL_THE_VERSION[0];
        let has_core = self.there.get(core).and_then(|version| OpenXchangeVersion::parse(version));
        if IN_CORE.contains(&name) && has_core.is_some_and(|core| core >= OpenXchangeVersion::ONE_CORE) {
            return PackageState::ProvidedBy(core);
        }
        PackageState::Absent
    }

    /// The server's version.
    pub(crate) fn version(&self) -> Option<OpenXchangeVersion> {
        TELL_THE_VERSION.iter().find_map(|name| OpenXchangeVersion::parse(self.there.get(*name)?))
    }

    /// The packages that are installed and whose names begin so.
    pub(crate) fn beginning_with(&self, prefix: &str) -> impl Iterator<Item = &str> {
        self.there.keys().map(String::as_str).filter(move |name| name.starts_with(prefix))
    }
}

impl Explain for PackagesUnknown {
    fn message(&self) -> Message {
        match self {
            Self::NotNamed => message!("packages-not-named"),
            Self::NoDatabase => message!("packages-no-database"),
            Self::Unreadable { place, detail } => {
                message!("packages-unreadable", place = place, detail = detail)
            }
            Self::NotUnderstood(place) => message!("packages-not-understood", place = place),
            Self::NoneOfThem(place) => message!("packages-none-of-them", place = place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PackageState, Packages, PackagesUnknown};

    const DPKG: &str = "Package: open-xchange-core\nStatus: install ok installed\nVersion: 7.8.4-12\n\
        Provides: open-xchange-passwordchange-servlet (= 7.8.4-12),\n open-xchange-folder-json\nDescription: x\n Package: y\n\n\
        Package: open-xchange-usm\nStatus: install ok half-configured\nVersion: 7.8.4-3\n\n\
        Package: open-xchange-mailfilter\nStatus: deinstall ok config-files\nVersion: 7.8.4-3\n\n\
        Package: open-xchange-eas\nStatus: hold ok installed\nVersion: 7.8.4-3\n\n\
        Package: bash\nStatus: install ok installed\nVersion: 5\nProvides: open-xchange-drive\n";

    fn state(text: &str, name: &str) -> String {
        format!("{:?}", Packages::read("p", text).unwrap().state(name))
    }

    #[test]
    fn a_status_file_tells_what_is_there() {
        let check = |name: &str, expected: &str| assert_eq!(state(DPKG, name), expected, "{name}");
        check("open-xchange-core", "There(\"7.8.4-12\")");
        check("open-xchange-passwordchange-servlet", "ProvidedBy(\"open-xchange-core\")");
        check("open-xchange-folder-json", "ProvidedBy(\"open-xchange-core\")");
        check("open-xchange-usm", "Half(\"install ok half-configured\")");
        check("open-xchange-mailfilter", "Absent");
        check("open-xchange-eas", "There(\"7.8.4-3\")");
        check("open-xchange-drive", "Absent");
        assert_eq!(Packages::read("p", DPKG).unwrap().version().unwrap().to_string(), "7.8");
    }

    #[test]
    fn a_list_of_rpm_tells_what_is_there() {
        let list =
            "bash-5.1-1.x86_64\nopen-xchange-core-7.10.6-5.1.noarch\n\nopen-xchange-usm-7.10.6-1.noarch\n";
        let check = |name: &str, expected: &str| assert_eq!(state(list, name), expected, "{name}");
        check("open-xchange-usm", "There(\"7.10.6\")");
        check("open-xchange-folder-json", "ProvidedBy(\"open-xchange-core\")");
        check("open-xchange-mailfilter", "Absent");
        // Before there was one core, nothing stands for the small packages.
        let old = "open-xchange-server-6.20.7.0-14.noarch\nopen-xchange-core-6.20.7-1.noarch";
        assert_eq!(Packages::read("p", old).unwrap().state("open-xchange-folder-json"), PackageState::Absent);
        assert_eq!(Packages::read("p", old).unwrap().version().unwrap().to_string(), "6.20");
    }

    #[test]
    fn what_is_no_database_is_told() {
        let check = |text: &str, expected: PackagesUnknown| {
            assert_eq!(Packages::read("p", text), Err(expected), "{text:?}");
        };
        check("", PackagesUnknown::NoneOfThem("p".to_owned()));
        check("bash-5.1-1.x86_64\n", PackagesUnknown::NoneOfThem("p".to_owned()));
        check("Package: bash\nStatus: install ok installed\n", PackagesUnknown::NoneOfThem("p".to_owned()));
        check("hello\n", PackagesUnknown::NotUnderstood("p".to_owned()));
        check(
            "ii  open-xchange-core  7.8.4-12  all  text-with-hyphens\n",
            PackagesUnknown::NotUnderstood("p".to_owned()),
        );
    }
}

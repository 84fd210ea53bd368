//! The two kinds of installers of OX Updater: what each is called, where it writes, and how it is taken away again.

use std::path::PathBuf;

use e2e::{
    VERSION, VERSION_BEFORE, VERSIONS_THAT_FAIL, folder_of_windows, installer, msiexec, registry_text,
};

/// The program that is installed.
pub(crate) const PROGRAM: &str = "OXUpdater.exe";

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";

/// One of the two: how its packages end, where it lies, and where it writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kind {
    ending: &'static str,
    folder: (&'static str, &'static str),
    pub(crate) key: &'static str,
    pub(crate) run_root: &'static str,
}

/// For everybody on a PC.
pub(crate) const MACHINE: Kind = Kind {
    ending: ".msi",
    folder: ("ProgramFiles", "OX Updater"),
    key: r"HKLM\Software\OX Updater",
    run_root: "HKLM",
};

/// For one person.
pub(crate) const USER: Kind = Kind {
    ending: "-user.msi",
    folder: ("LocalAppData", "Programs/OX Updater"),
    key: r"HKCU\Software\OX Updater\Installer",
    run_root: "HKCU",
};

impl Kind {
    pub(crate) fn package(self, version: &str) -> PathBuf {
        installer(&format!("OXUpdater-{version}{}", self.ending))
    }

    /// What it wrote into the registry under a name.
    pub(crate) fn written(self, name: &str) -> Option<String> {
        registry_text(self.key, name)
    }

    pub(crate) fn folder(self) -> PathBuf {
        folder_of_windows(self.folder.0).join(self.folder.1)
    }

    pub(crate) fn program(self) -> PathBuf {
        self.folder().join(PROGRAM)
    }

    /// How Windows starts it.
    pub(crate) fn autostart(self) -> Option<String> {
        registry_text(&format!(r"{}\{RUN}", self.run_root), "OX Updater")
    }

    /// Removes it if it is there, whichever version, and looks that it is gone.
    pub(crate) fn remove(self, properties: &[&str]) {
        for version in [VERSION, VERSION_BEFORE].into_iter().chain(VERSIONS_THAT_FAIL) {
            if self.written("Program").is_some() {
                let _ = msiexec("/x", &self.package(version), properties);
            }
        }
        assert_eq!(self.written("Program"), None);
    }
}

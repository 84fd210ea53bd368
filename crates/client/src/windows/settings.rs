//! The settings in the registry: policies, what the person set, what the installer wrote, and the start with Windows.

use std::io;
use std::path::PathBuf;

use windows_sys::Win32::System::Registry::{HKEY, HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE};

use super::registry;
use crate::policy::POLICY_KEY;
use crate::settings::values::{Stored, Value, Values, Writer, names_of};
use crate::settings::{AUTOSTART_ARGUMENT, Autostart};
use crate::settings_store::{SettingsError, SettingsStore};

/// Where a person's settings are, in `HKEY_CURRENT_USER`.
const PERSON_KEY: &str = r"Software\OX Updater";
/// Where the installer for everyone writes, in `HKEY_LOCAL_MACHINE`.
const INSTALLER_KEY_FOR_EVERYONE: &str = r"Software\OX Updater";
/// Where the installer for one person writes, in `HKEY_CURRENT_USER`.
const INSTALLER_KEY_FOR_ONE_PERSON: &str = r"Software\OX Updater\Installer";
/// What both write there: where the program is.
const PROGRAM: &str = "Program";
/// What starts with Windows, of everyone or of one person. Source: Microsoft, "Run and RunOnce Registry Keys".
const RUN_KEY: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
/// The name of OX Updater among what starts with Windows.
const RUN_NAME: &str = "OX Updater";

/// The settings in the registry.
#[derive(Debug)]
pub struct RegistrySettings {
    policy: (Root, String),
    person: (Root, String),
    installer_for_everyone: (Root, String),
    installer_for_one_person: (Root, String),
    run_of_everyone: (Root, String),
    run_of_one_person: (Root, String),
    program: PathBuf,
}

/// A root of the registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Root {
    Machine,
    Person,
}

impl Root {
    fn key(self) -> HKEY {
        match self {
            Self::Machine => HKEY_LOCAL_MACHINE,
            Self::Person => HKEY_CURRENT_USER,
        }
    }
}

impl RegistrySettings {
    /// Those of this person on this PC.
    #[must_use]
    pub fn of_this_person() -> Self {
        let at = |root, key: &str| (root, key.to_owned());
        Self {
            policy: at(Root::Machine, POLICY_KEY),
            person: at(Root::Person, PERSON_KEY),
            installer_for_everyone: at(Root::Machine, INSTALLER_KEY_FOR_EVERYONE),
            installer_for_one_person: at(Root::Person, INSTALLER_KEY_FOR_ONE_PERSON),
            run_of_everyone: at(Root::Machine, RUN_KEY),
            run_of_one_person: at(Root::Person, RUN_KEY),
            program: std::env::current_exe().unwrap_or_default(),
        }
    }
}

/// Whether an installer has written where the program is.
pub(crate) fn is_installed() -> bool {
    [(HKEY_LOCAL_MACHINE, INSTALLER_KEY_FOR_EVERYONE), (HKEY_CURRENT_USER, INSTALLER_KEY_FOR_ONE_PERSON)]
        .into_iter()
        .any(|(root, key)| registry::value(root, key, PROGRAM).is_some())
}

/// Forgets all that a person set.
///
/// # Errors
/// If Windows does not let it be deleted.
pub(crate) fn forget_settings() -> io::Result<()> {
    names_of(Writer::Person).try_for_each(|name| registry::delete(HKEY_CURRENT_USER, PERSON_KEY, name))
}

fn values((root, key): &(Root, String), writer: Writer) -> Values {
    names_of(writer).fold(Values::default(), |values, name| match registry::value(root.key(), key, name) {
        Some(value) => values.with(name, value),
        None => values,
    })
}

impl SettingsStore for RegistrySettings {
    fn read(&self) -> Stored {
        let for_everyone = values(&self.installer_for_everyone, Writer::Installer);
        let installer = if for_everyone == Values::default() {
            values(&self.installer_for_one_person, Writer::Installer)
        } else {
            for_everyone
        };
        let (policy, person) = (values(&self.policy, Writer::Policy), values(&self.person, Writer::Person));
        Stored { policy, person, installer }
    }

    fn write(&self, person: &Values) -> Result<(), SettingsError> {
        let (root, key) = &self.person;
        for name in names_of(Writer::Person) {
            match person.value(name) {
                Some(value) => registry::set(root.key(), key, name, value)?,
                None => registry::delete(root.key(), key, name)?,
            }
        }
        Ok(())
    }

    fn set_autostart(&self, autostart: Autostart) -> Result<(), SettingsError> {
        let (of_everyone, key) = &self.run_of_everyone;
        let starts_for_everyone = registry::value(of_everyone.key(), key, RUN_NAME).is_some();
        let (of_one, key) = &self.run_of_one_person;
        match autostart {
            Autostart::On if !starts_for_everyone => {
                let command = format!("\"{}\" {AUTOSTART_ARGUMENT}", self.program.display());
                registry::set(of_one.key(), key, RUN_NAME, &Value::Text(command))?;
            }
            // Where it starts for everyone, who does not want it ends it at the start.
            _ => registry::delete(of_one.key(), key, RUN_NAME)?,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use windows_sys::Win32::System::Registry::{HKEY_CURRENT_USER, RegDeleteTreeW};

    use super::{RUN_NAME, RegistrySettings, Root, registry};
    use crate::settings::values::{
        CHECK_INTERVAL_HOURS, CHECKING, DECLINED_SERVER, INSTALLER_NAME, PROXY, SERVER_URL,
        UPDATE_SERVER_URL, Value, Values,
    };
    use crate::settings::{Autostart, InForce, Lock};
    use crate::settings_store::SettingsStore;
    use crate::windows::wide::wide;

    /// Keys of the test's own, all of them this person's; they go when this goes.
    struct Keys(String);

    impl Keys {
        fn new(name: &str) -> Self {
            let keys = Self(format!(r"Software\OX Updater Settings Test {name}"));
            keys.clear();
            keys
        }

        fn clear(&self) {
            let key = wide(&self.0).unwrap();
            // SAFETY: the name ends with a zero.
            unsafe { RegDeleteTreeW(HKEY_CURRENT_USER, key.as_ptr()) };
        }

        fn at(&self, name: &str) -> (Root, String) {
            (Root::Person, format!(r"{}\{name}", self.0))
        }

        fn settings(&self) -> RegistrySettings {
            RegistrySettings {
                policy: self.at("Policy"),
                person: self.at("Person"),
                installer_for_everyone: self.at("Everyone"),
                installer_for_one_person: self.at(r"Person\Installer"),
                run_of_everyone: self.at("Run of everyone"),
                run_of_one_person: self.at("Run"),
                program: r"C:\Größe\OXUpdater.exe".into(),
            }
        }

        fn set(&self, key: &str, name: &str, value: &Value) {
            registry::set(HKEY_CURRENT_USER, &self.at(key).1, name, value).unwrap();
        }

        fn value(&self, key: &str, name: &str) -> Option<Value> {
            registry::value(HKEY_CURRENT_USER, &self.at(key).1, name)
        }
    }

    impl Drop for Keys {
        fn drop(&mut self) {
            self.clear();
        }
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn what_a_person_sets_is_written_read_and_taken_back() {
        let keys = Keys::new("person");
        let settings = keys.settings();
        assert_eq!(settings.read().person, Values::default());
        let all = Values::default()
            .with_text(SERVER_URL, "https://größe.example")
            .with_number(CHECK_INTERVAL_HOURS, 24)
            .with_text(PROXY, "none")
            .with_text(DECLINED_SERVER, "https://other.example");
        settings.write(&all).unwrap();
        assert_eq!(settings.read().person, all);
        let less = all.without(PROXY).without(DECLINED_SERVER);
        settings.write(&less).unwrap();
        assert_eq!(settings.read().person, less);
        assert_eq!(keys.value("Person", PROXY), None);
    }

    #[test]
    fn policies_and_what_an_installer_wrote_are_read_and_what_is_odd_is_known_as_odd() {
        let keys = Keys::new("others");
        keys.set("Policy", CHECKING, &text("manual"));
        keys.set(r"Person\Installer", UPDATE_SERVER_URL, &text("https://one.example"));
        keys.set(r"Person\Installer", INSTALLER_NAME, &text("OXUpdater-setup@a.example.msi"));
        let read = keys.settings().read();
        let in_force = InForce::of(&read);
        assert_eq!(in_force.settings.server.as_deref(), Some("https://one.example"));
        assert_eq!((in_force.checking_lock, read.person), (Some(Lock::Policy), Values::default()));
        assert_eq!(read.installer.value(INSTALLER_NAME), Some(&text("OXUpdater-setup@a.example.msi")));
        // What is installed for everyone counts alone.
        keys.set("Everyone", UPDATE_SERVER_URL, &text("https://all.example"));
        let read = keys.settings().read();
        assert_eq!(InForce::of(&read).settings.server.as_deref(), Some("https://all.example"));
        assert_eq!(read.installer.value(INSTALLER_NAME), None);
        keys.set("Policy", CHECKING, &text(&"x".repeat(10_000)));
        assert_eq!(keys.value("Policy", CHECKING), Some(Value::Other));
    }

    #[test]
    fn it_starts_with_windows_for_one_person_unless_it_does_for_everyone() {
        let keys = Keys::new("start");
        let settings = keys.settings();
        settings.set_autostart(Autostart::On).unwrap();
        let command = "\"C:\\Größe\\OXUpdater.exe\" --autostart";
        assert_eq!(keys.value("Run", RUN_NAME), Some(text(command)));
        settings.set_autostart(Autostart::Off).unwrap();
        settings.set_autostart(Autostart::Off).unwrap();
        assert_eq!(keys.value("Run", RUN_NAME), None);
        keys.set("Run of everyone", RUN_NAME, &text(command));
        settings.set_autostart(Autostart::On).unwrap();
        assert_eq!(keys.value("Run", RUN_NAME), None);
    }
}

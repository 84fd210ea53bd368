//! Settings: from `oxupdated.toml`, the environment and the command line; the later counts.
//!
//! docs/reference/oxupdated.md lists them; a test compares it with the table here.

mod error;
mod sources;
mod values;

use std::fs;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ipnet::IpNet;
use tracing_subscriber::EnvFilter;

pub(crate) use self::error::{Origin, SettingsError};
#[cfg(test)]
pub(crate) use self::sources::GRACE as SOURCE_GRACE;
#[cfg(test)]
pub(crate) use self::sources::TIME_LIMIT as SOURCE_TIME_LIMIT;
pub(crate) use self::sources::{
    CONFIRMATION as SOURCE_CONFIRMATION, DN_PLACE, KEY_IS_DN, LdapBind, LdapEncryption, LdapFlavour,
    LdapGroups, LdapMailServer, LdapSettings, NAME_PLACE, OpenIdConnectSettings, OpenXchangeSettings,
    SourceKind, SourceSettings, naming,
};
#[cfg(test)]
pub(crate) use self::values::PUBLIC_URL_LENGTH_MAX;
use crate::model::host::HostName;
use crate::model::sieve_address::SieveChoice;
use crate::model::source::SourceName;
use crate::open_xchange_site::Reading;
use crate::tls::TlsFiles;

/// The name of the file in the data folder that settings are read from.
pub(crate) const SETTINGS_FILE: &str = "oxupdated.toml";
/// What the names of environment variables begin with.
pub(crate) const VARIABLE_PREFIX: &str = "OXUPDATED_";
/// The most bytes of a settings file.
const SETTINGS_FILE_SIZE_MAX: u64 = 1024 * 1024;

/// One setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Setting {
    /// Its name in the file; the environment variable has the same in capital letters, behind [`VARIABLE_PREFIX`].
    pub(crate) name: &'static str,
    /// What counts if nothing is said.
    pub(crate) default: &'static str,
    /// The id of the sentence that says what it is.
    pub(crate) sentence: &'static str,
}

/// All settings.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting { name: "listen", default: "127.0.0.1:8080", sentence: "setting-listen" },
    Setting { name: "public_url", default: "", sentence: "setting-public-url" },
    Setting { name: "allowed_hosts", default: "", sentence: "setting-allowed-hosts" },
    Setting { name: "trusted_proxies", default: "", sentence: "setting-trusted-proxies" },
    Setting { name: "allow_plain_http", default: "false", sentence: "setting-allow-plain-http" },
    Setting { name: "tls_certificate", default: "", sentence: "setting-tls-certificate" },
    Setting { name: "tls_key", default: "", sentence: "setting-tls-key" },
    Setting { name: "metrics_listen", default: "", sentence: "setting-metrics-listen" },
    Setting { name: "package_size_max", default: "4294967296", sentence: "setting-package-size-max" },
    Setting { name: "session_idle_max", default: "30", sentence: "setting-session-idle-max" },
    Setting { name: "require_second_factor", default: "false", sentence: "setting-require-second-factor" },
    Setting { name: "private_destinations", default: "", sentence: "setting-private-destinations" },
    Setting { name: "report_age_max", default: "365", sentence: "setting-report-age-max" },
    Setting { name: "device_unseen_days", default: "30", sentence: "setting-device-unseen-days" },
    Setting { name: "draft_age_max", default: "30", sentence: "setting-draft-age-max" },
    Setting { name: "on_user_removal", default: "remove", sentence: "setting-on-user-removal" },
    Setting { name: "open_xchange_etc", default: "", sentence: "setting-open-xchange-etc" },
    Setting { name: "open_xchange_packages", default: "", sentence: "setting-open-xchange-packages" },
    Setting { name: "open_xchange_sieve", default: "", sentence: "setting-open-xchange-sieve" },
    Setting { name: "successor_paths", default: "false", sentence: "setting-successor-paths" },
    Setting { name: "log", default: "info", sentence: "setting-log" },
];

/// The settings that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    /// Where to listen.
    pub(crate) listen: SocketAddr,
    /// What package URLs begin with, without a slash at the end; `None`: as the client reached us.
    pub(crate) public_url: Option<String>,
    /// Under which other names clients reach us.
    pub(crate) allowed_hosts: Vec<HostName>,
    /// The proxies whose word counts about who asks and how; not empty: nobody else may ask, except on this machine.
    pub(crate) trusted_proxies: Vec<IpNet>,
    /// Whether what goes over a network may go unencrypted.
    pub(crate) allow_plain_http: bool,
    /// The certificate's file and its key's, if this server encrypts by itself.
    pub(crate) tls: Option<TlsFiles>,
    /// Where metrics are to be had; `None`: nowhere.
    pub(crate) metrics_listen: Option<SocketAddr>,
    /// The file that settings were read from, if there is one.
    pub(crate) file: Option<PathBuf>,
    /// The most bytes of a package.
    pub(crate) package_size_max: u64,
    /// How long a session of a role above user may lie idle.
    pub(crate) session_idle_max: Duration,
    /// Whether roles above user need a second factor.
    pub(crate) require_second_factor: bool,
    /// What the server itself may ask although it is not public.
    pub(crate) private_destinations: Vec<IpNet>,
    /// After how many days reports are thinned; 0: never.
    pub(crate) report_age_max: u32,
    /// After how many days without a sign of life a device is told of; 0: never.
    pub(crate) device_unseen_days: u32,
    /// How many days a draft may wait that nobody touches.
    pub(crate) draft_age_max: u32,
    /// What becomes of the devices and reports of a user who is removed.
    pub(crate) on_user_removal: UserRemoval,
    /// Whether the addresses of the original's successor lead here too.
    pub(crate) successor_paths: bool,
    /// Where accounts come from, in the order in which they are asked.
    pub(crate) sources: Vec<SourceSettings>,
    /// The Open-Xchange server whose preconditions are told; `None`: none.
    pub(crate) open_xchange: Option<Reading>,
    /// What is logged, as `tracing` filters it.
    pub(crate) log: String,
    /// What was written of each setting, in no order.
    pub(crate) written: Vec<Written>,
}

/// What was written of a setting, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// The setting.
    pub(crate) setting: Setting,
    /// The value, as it was written.
    pub(crate) value: String,
    /// Where it was written.
    pub(crate) origin: Origin,
}

/// What becomes of the devices and reports of a user who is removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UserRemoval {
    /// They go with the user.
    Remove,
    /// They stay as nobody's, without what tells whose they were.
    Strip,
}

impl UserRemoval {
    fn parse(written: &str) -> Option<Self> {
        match written {
            "remove" => Some(Self::Remove),
            "strip" => Some(Self::Strip),
            _ => None,
        }
    }
}

impl Settings {
    /// Reads the settings: defaults, then the file, then the environment, then the command line.
    ///
    /// A file that was named has to be there; the data folder's own may be absent.
    ///
    /// # Errors
    /// [`SettingsError`] names the setting, the value and where it was written.
    pub(crate) fn load(
        data: &Path,
        named_file: Option<&Path>,
        variable: impl Fn(&str) -> Option<String>,
        listen: Option<&str>,
    ) -> Result<Self, SettingsError> {
        let mut settings = Self::defaults()?;
        let own_file = data.join(SETTINGS_FILE);
        let file = named_file.unwrap_or(&own_file);
        for (key, value) in read_file(file, named_file.is_some())? {
            if key == sources::SOURCES_KEY {
                settings.sources = sources::read(value, file, data)?;
                continue;
            }
            let setting = SETTINGS.iter().find(|setting| setting.name == key);
            let setting = setting.ok_or_else(|| SettingsError::Unknown { file: file.to_owned(), key })?;
            settings.set(setting, &written(value), || Origin::File(file.to_owned()))?;
        }
        for setting in SETTINGS {
            let name = variable_name(setting);
            if let Some(written) = variable(&name) {
                settings.set(setting, &written, || Origin::Variable(name.clone()))?;
            }
        }
        if let (Some(written), Some(setting)) =
            (listen, SETTINGS.iter().find(|setting| setting.name == "listen"))
        {
            settings.set(setting, written, || Origin::CommandLine)?;
        }
        settings.file = file.is_file().then(|| file.to_owned());
        settings.settle_tls(data)?;
        settings.settle_site(data)?;
        Ok(settings)
    }

    /// Where programs on people's PCs reach Open-Xchange, if that is where an account of this source is.
    pub(crate) fn open_xchange_of(&self, source: Option<&SourceName>) -> Option<String> {
        let of_it = self.sources.iter().find(|known| Some(&known.name) == source)?;
        match &of_it.kind {
            SourceKind::OpenXchange(settings) => Some(settings.public_url()),
            _ => None,
        }
    }

    /// Notes one of the two files; whether the other one is named too is seen when all is read.
    fn tls_file(&mut self, written: &str, which: impl Fn(&mut TlsFiles) -> &mut PathBuf) -> Option<()> {
        let files = self.tls.get_or_insert(TlsFiles { certificate: PathBuf::new(), key: PathBuf::new() });
        *which(files) = written.into();
        Some(())
    }

    /// Notes a part of what is read of an Open-Xchange server; whether the folder is named is seen when all is read.
    fn site(&mut self, written: &str, set: impl FnOnce(&mut Reading, &str)) -> Option<()> {
        if !written.is_empty() || self.open_xchange.is_some() {
            set(self.open_xchange.get_or_insert_default(), written);
        }
        Some(())
    }

    /// Without the folder there is nothing to read; names that are not whole are of what is in the data folder.
    fn settle_site(&mut self, data: &Path) -> Result<(), SettingsError> {
        let Some(mut site) = self.open_xchange.take() else { return Ok(()) };
        if !site.etc.as_os_str().is_empty() {
            site.etc = data.join(site.etc);
            site.packages = site.packages.map(|file| data.join(file));
            self.open_xchange = Some(site);
            return Ok(());
        }
        let given = match (site.packages, site.sieve) {
            (Some(_), _) => "open_xchange_packages",
            (None, SieveChoice::Configured) => return Ok(()),
            (None, _) => "open_xchange_sieve",
        };
        Err(SettingsError::Alone { given, missing: "open_xchange_etc" })
    }

    /// Takes both files or none; names without a folder are of files in the data folder.
    fn settle_tls(&mut self, data: &Path) -> Result<(), SettingsError> {
        let Some(TlsFiles { certificate, key }) = self.tls.take() else { return Ok(()) };
        let is_named = [&certificate, &key].map(|file| !file.as_os_str().is_empty());
        self.tls = match is_named {
            [true, true] => Some(TlsFiles { certificate: data.join(certificate), key: data.join(key) }),
            [false, false] => None,
            [true, false] => {
                return Err(SettingsError::Alone { given: "tls_certificate", missing: "tls_key" });
            }
            [false, true] => {
                return Err(SettingsError::Alone { given: "tls_key", missing: "tls_certificate" });
            }
        };
        Ok(())
    }

    fn defaults() -> Result<Self, SettingsError> {
        let mut settings = Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: None,
            allowed_hosts: Vec::new(),
            trusted_proxies: Vec::new(),
            allow_plain_http: false,
            tls: None,
            metrics_listen: None,
            file: None,
            package_size_max: 0,
            private_destinations: Vec::new(),
            session_idle_max: Duration::ZERO,
            require_second_factor: false,
            successor_paths: false,
            report_age_max: 0,
            device_unseen_days: 0,
            draft_age_max: 0,
            on_user_removal: UserRemoval::Remove,
            open_xchange: None,
            sources: sources::only_local(),
            log: String::new(),
            written: Vec::new(),
        };
        for setting in SETTINGS {
            settings.set(setting, setting.default, || Origin::Default)?;
        }
        Ok(settings)
    }

    fn set(
        &mut self,
        setting: &Setting,
        written: &str,
        origin: impl Fn() -> Origin,
    ) -> Result<(), SettingsError> {
        let written = written.trim();
        let set = match setting.name {
            "listen" => written.parse().map(|listen| self.listen = listen).ok(),
            "public_url" => values::public_url(written).map(|url| self.public_url = url),
            "allowed_hosts" => values::hosts(written).map(|hosts| self.allowed_hosts = hosts),
            "trusted_proxies" => values::networks(written).map(|networks| self.trusted_proxies = networks),
            "allow_plain_http" => written.parse().map(|allow| self.allow_plain_http = allow).ok(),
            "private_destinations" => {
                values::networks(written).map(|networks| self.private_destinations = networks)
            }
            "tls_certificate" => self.tls_file(written, |files| &mut files.certificate),
            "tls_key" => self.tls_file(written, |files| &mut files.key),
            "metrics_listen" => values::address(written).map(|address| self.metrics_listen = address),
            "package_size_max" => written.parse().map(|size| self.package_size_max = size).ok(),
            "session_idle_max" => values::minutes(written, 5..=720).map(|idle| self.session_idle_max = idle),
            "successor_paths" => written.parse().map(|answers| self.successor_paths = answers).ok(),
            "require_second_factor" => written.parse().map(|needs| self.require_second_factor = needs).ok(),
            "report_age_max" => written.parse().map(|days| self.report_age_max = days).ok(),
            "device_unseen_days" => written.parse().map(|days| self.device_unseen_days = days).ok(),
            "draft_age_max" => values::days(written).map(|days| self.draft_age_max = days),
            "on_user_removal" => UserRemoval::parse(written).map(|removal| self.on_user_removal = removal),
            "open_xchange_etc" => self.site(written, |site, etc| site.etc = etc.into()),
            "open_xchange_packages" => self
                .site(written, |site, file| site.packages = Some(file.into()).filter(|_| !file.is_empty())),
            "open_xchange_sieve" => SieveChoice::parse(written)
                .and_then(|choice| self.site(written, |site, _| site.sieve = choice.clone())),
            "log" => EnvFilter::try_new(written).map(|_| self.log = written.to_owned()).ok(),
            _ => None,
        };
        let value = written.to_owned();
        if set.is_none() {
            return Err(SettingsError::Wrong { origin: origin(), setting: *setting, value });
        }
        self.written.retain(|known| known.setting != *setting);
        self.written.push(Written { setting: *setting, value, origin: origin() });
        Ok(())
    }
}

/// A value of TOML as it would be written in a variable.
fn written(value: toml::Value) -> String {
    match value {
        toml::Value::String(text) => text,
        toml::Value::Array(values) => values.into_iter().map(written).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// The environment variable of a setting, such as `OXUPDATED_PUBLIC_URL`.
pub(crate) fn variable_name(setting: &Setting) -> String {
    format!("{VARIABLE_PREFIX}{}", setting.name.to_ascii_uppercase())
}

/// The variables among `names` that look like settings and are none.
pub(crate) fn unknown_variables(names: impl Iterator<Item = String>) -> Vec<String> {
    // The arguments of the command line that are no settings.
    let arguments = ["DATA", "CONFIG"].map(|name| format!("{VARIABLE_PREFIX}{name}"));
    let is_known = |name: &String| {
        arguments.contains(name) || SETTINGS.iter().any(|setting| variable_name(setting) == *name)
    };
    names.filter(|name| name.starts_with(VARIABLE_PREFIX) && !is_known(name)).collect()
}

fn read_file(file: &Path, is_named: bool) -> Result<toml::Table, SettingsError> {
    let unreadable = |detail: String| SettingsError::Unreadable { file: file.to_owned(), detail };
    match fs::metadata(file) {
        Ok(about) if about.len() > SETTINGS_FILE_SIZE_MAX => {
            return Err(unreadable(format!("{} bytes", about.len())));
        }
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound && !is_named => return Ok(toml::Table::new()),
        Err(error) => return Err(unreadable(error.to_string())),
    }
    let written = fs::read_to_string(file).map_err(|error| unreadable(error.to_string()))?;
    written.parse().map_err(|error: toml::de::Error| SettingsError::NotToml {
        file: file.to_owned(),
        detail: error.to_string().trim_end().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::fs;
    use std::path::Path;

    use text::{Language, Message};

    use super::{SETTINGS, Settings, SettingsError, variable_name};

    fn load(file: &str, variables: &[(&str, &str)], listen: Option<&str>) -> Result<Settings, SettingsError> {
        let data = tempfile::tempdir().unwrap();
        fs::write(data.path().join(super::SETTINGS_FILE), file).unwrap();
        let find = |name: &str| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Settings::load(data.path(), None, find, listen)
    }

    #[test]
    fn the_later_counts() {
        let listen =
            |file, variables: &[_], listen| load(file, variables, listen).unwrap().listen.to_string();
        let variable = [("OXUPDATED_LISTEN", "127.0.0.3:3")];
        assert_eq!(listen("", &[], None), "127.0.0.1:8080");
        assert_eq!(listen("listen = '127.0.0.2:2'", &[], None), "127.0.0.2:2");
        assert_eq!(listen("listen = '127.0.0.2:2'", &variable, None), "127.0.0.3:3");
        assert_eq!(listen("listen = '127.0.0.2:2'", &variable, Some("[::1]:4")), "[::1]:4");
    }

    #[test]
    fn values_are_settled() {
        let file = "package_size_max = 5\npublic_url = 'https://updates.example.com:8443/ox/'\nlog = 'debug'";
        let settings = load(file, &[], None).unwrap();
        assert_eq!(settings.package_size_max, 5);
        assert_eq!(settings.public_url.as_deref(), Some("https://updates.example.com:8443/ox"));
        let tls = load("tls_certificate = '/etc/a.pem'\ntls_key = 'a.key'", &[], None).unwrap().tls.unwrap();
        assert_eq!(tls.certificate, Path::new("/etc/a.pem"));
        assert!(tls.key.is_absolute() && tls.key.ends_with("a.key"), "{tls:?}");
        assert_eq!(load("", &[("OXUPDATED_TLS_KEY", "")], None).unwrap().tls, None);
        assert_eq!(load("public_url = ''", &[], None).unwrap().public_url, None);
        assert!(!settings.allow_plain_http && !settings.require_second_factor);
        assert_eq!(settings.session_idle_max.as_secs(), 1_800);
        let file = "allow_plain_http = true\nallowed_hosts = ['a.example', 'b.example:81']\ntrusted_proxies = ['10.0.0.0/8']";
        let settings = load(file, &[], None).unwrap();
        assert!(settings.allow_plain_http);
        assert_eq!((settings.allowed_hosts.len(), settings.trusted_proxies.len()), (2, 1));
        let variables = [("OXUPDATED_ALLOWED_HOSTS", "c.example, d.example, e.example")];
        assert_eq!(load(file, &variables, None).unwrap().allowed_hosts.len(), 3);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        let check = |file: &str, variables: &[(&str, &str)], parts: &[&str]| {
            let error = load(file, variables, None).expect_err(file).to_string();
            for part in parts {
                assert!(error.contains(part), "{part} is missing in: {error}");
            }
        };
        check("lissten = '127.0.0.1:1'", &[], &["oxupdated.toml", "lissten", "public_url"]);
        check("listen = 'here'", &[], &["oxupdated.toml", "listen", "here"]);
        check("listen = ", &[], &["oxupdated.toml", "TOML"]);
        check("package_size_max = '1 GB'", &[], &["package_size_max", "1 GB"]);
        check("package_size_max = -1", &[], &["package_size_max", "-1"]);
        check("draft_age_max = 0", &[], &["draft_age_max", "0"]);
        for url in ["updates.example.com", "ftp://a/", "https://", "https://u:p@a/", "https://a/?q"] {
            check(&format!("public_url = '{url}'"), &[], &["public_url", url]);
        }
        check("allow_plain_http = 'yes'", &[], &["allow_plain_http", "yes"]);
        check("allowed_hosts = ['https://a']", &[], &["allowed_hosts", "https://a"]);
        check("session_idle_max = 4", &[], &["session_idle_max", "4"]);
        check("session_idle_max = '1 h'", &[], &["session_idle_max", "1 h"]);
        check("require_second_factor = 1", &[], &["require_second_factor", "1"]);
        check("on_user_removal = 'forget'", &[], &["on_user_removal", "forget"]);
        check("trusted_proxies = ['proxy']", &[], &["trusted_proxies", "proxy"]);
        check("tls_certificate = 'a.pem'", &[], &["tls_certificate", "tls_key"]);
        check("tls_key = 'a.pem'", &[], &["tls_certificate", "tls_key"]);
        check("metrics_listen = '9090'", &[], &["metrics_listen", "9090"]);
        check("", &[("OXUPDATED_LOG", "a=b=c")], &["OXUPDATED_LOG", "a=b=c"]);
    }

    #[test]
    fn variables_that_are_no_settings_are_found() {
        let names =
            ["OXUPDATED_LISTEN", "OXUPDATED_DATA", "OXUPDATED_PUBLICURL", "PATH", "OXUPDATER_LANGUAGE"];
        let unknown = super::unknown_variables(names.into_iter().map(str::to_owned));
        assert_eq!(unknown, ["OXUPDATED_PUBLICURL"]);
    }

    #[test]
    fn a_file_that_is_named_has_to_be_there() {
        let error = Settings::load(Path::new("/"), Some(Path::new("/no/such.toml")), |_| None, None);
        assert!(matches!(error, Err(SettingsError::Unreadable { .. })), "{error:?}");
    }

    #[test]
    fn the_reference_lists_the_settings_as_they_are() {
        let mut table = String::from("| setting | environment | default | |\n|---|---|---|---|\n");
        for setting in SETTINGS {
            let sentence = Message::new(setting.sentence).say(Language::English);
            let default = if setting.default.is_empty() { "" } else { &format!("`{}`", setting.default) };
            let variable = variable_name(setting);
            writeln!(table, "| `{}` | `{variable}` | {default} | {sentence} |", setting.name).unwrap();
        }
        let reference = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/oxupdated.md");
        let reference = fs::read_to_string(reference).unwrap().replace("\r\n", "\n");
        assert!(reference.contains(&table), "docs/reference/oxupdated.md should have this table:\n{table}");
    }
}

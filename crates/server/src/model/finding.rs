//! What `oxupdated doctor` finds: what is so, why that matters, and what to do, in one sentence or a few.

use text::{Explain, Message, message};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// Something does not work, or soon will not.
    Problem,
    /// Something ought to be known.
    Notice,
}

/// Why a source of accounts gives no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceTrouble {
    /// It does not answer in time.
    Late,
    /// It cannot be reached, or encryption fails.
    NotReached,
    /// It cannot serve.
    Failing,
    /// What it answers makes no sense.
    NotUnderstood,
    /// It does not let this server ask.
    Refused,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "who may do what in a folder is looked at on Unix only"))]
pub(crate) enum Finding {
    /// Something cannot be used at all, and its own sentence says why.
    Unusable {
        /// What it is about.
        id: &'static str,
        /// The sentence.
        said: Message,
    },
    /// A variable looks like a setting and is none.
    UnknownVariable(String),
    /// What goes over a network is not encrypted, and that is allowed.
    PlainHttp(String),
    /// Clients on other machines know no name for the server.
    NoHosts(String),
    /// The public URL promises no encryption.
    PublicUrlPlain(String),
    /// Everybody can read the metrics who reaches the machine.
    MetricsOpen(String),
    /// Somebody else listens where the server should.
    PortTaken {
        /// Where.
        address: String,
        /// What the system says.
        detail: String,
    },
    /// Others than its owner get into the data folder.
    FolderOpen(String),
    /// A file in the data folder is somebody else's than the folder.
    FileOfOthers(String),
    /// The data folder or something in it cannot be written.
    NotWritable {
        /// What.
        path: String,
        /// What the system says.
        detail: String,
    },
    /// There is little room on the disk.
    DiskLow {
        /// How many bytes there are.
        free: u64,
        /// What can be expected of that.
        weight: Weight,
    },
    /// There is no database yet.
    DatabaseAbsent,
    /// The database cannot be read.
    DatabaseUnreadable(String),
    /// SQLite finds the database damaged.
    DatabaseDamaged(String),
    /// Rows speak of rows that are not there.
    RowsAstray {
        /// The table that they are in.
        table: String,
        /// How many.
        rows: u64,
    },
    /// The database will be changed by the next start.
    DatabaseOlder,
    /// A package's file is not there.
    PackageMissing(String),
    /// A package's file has another size.
    PackageSize {
        /// The file.
        path: String,
        /// The package's bytes.
        expected: u64,
        /// The file's bytes.
        found: u64,
    },
    /// A package's file holds other bytes.
    PackageDamaged(String),
    /// Files are there that no row speaks of.
    Strangers {
        /// One of them.
        path: String,
        /// How many there are.
        files: u64,
    },
    /// The certificate does not count yet.
    CertificateEarly(String),
    /// The certificate counts no longer.
    CertificateEnded(String),
    /// The certificate ends soon.
    CertificateEndsSoon {
        /// When.
        at: String,
        /// In how many days.
        days: i64,
    },
    /// The certificate is for other names than clients use.
    CertificateName {
        /// The name that clients use.
        host: String,
        /// Those that it is for.
        names: String,
    },
    /// The clock is behind what was written before.
    ClockBehind(String),
    /// Nobody can sign in yet.
    NoUsers,
    /// No administrator can sign in.
    NoAdministrator,
    /// A one-time password has not been used for long.
    OneTimePassword {
        /// One of the users who have one.
        user: String,
        /// How many users that is.
        users: u64,
        /// For at least how many days.
        days: i64,
    },
    /// What happens is not told to an address that asked for it.
    WebhookFailing(String),
    /// A source of accounts can be asked.
    SourceWell(String),
    /// A source of accounts gives no answer.
    SourceAway {
        /// The source.
        source: String,
        /// Why.
        trouble: SourceTrouble,
        /// What it or the system says.
        detail: String,
    },
    /// A source of accounts takes accounts in use for gone, all that it was asked about.
    SourceEmpty {
        /// The source.
        source: String,
        /// How many accounts.
        accounts: usize,
    },
    /// Names and passwords go to a source unencrypted.
    SourcePlain {
        /// The source.
        source: String,
        /// The machine that it is on.
        host: String,
    },
    /// There are accounts of a source that the settings do not name.
    SourceUnknown {
        /// The source.
        source: String,
        /// How many accounts.
        accounts: u64,
    },
}

impl Finding {
    /// What programs know the finding by.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::Unusable { id, .. } => id,
            Self::UnknownVariable(_) => "unknown-variable",
            Self::PlainHttp(_) => "plain-http",
            Self::NoHosts(_) => "no-hosts",
            Self::PublicUrlPlain(_) => "public-url-plain",
            Self::MetricsOpen(_) => "metrics-open",
            Self::PortTaken { .. } => "port-taken",
            Self::FolderOpen(_) => "folder-open",
            Self::FileOfOthers(_) => "file-of-others",
            Self::NotWritable { .. } => "not-writable",
            Self::DiskLow { .. } => "disk-low",
            Self::DatabaseAbsent => "database-absent",
            Self::DatabaseUnreadable(_) => "database-unreadable",
            Self::DatabaseDamaged(_) => "database-damaged",
            Self::RowsAstray { .. } => "rows-astray",
            Self::DatabaseOlder => "database-older",
            Self::PackageMissing(_) => "package-missing",
            Self::PackageSize { .. } => "package-size",
            Self::PackageDamaged(_) => "package-damaged",
            Self::Strangers { .. } => "strangers",
            Self::CertificateEarly(_) => "certificate-early",
            Self::CertificateEnded(_) => "certificate-ended",
            Self::CertificateEndsSoon { .. } => "certificate-ends-soon",
            Self::CertificateName { .. } => "certificate-name",
            Self::ClockBehind(_) => "clock-behind",
            Self::NoUsers => "no-users",
            Self::NoAdministrator => "no-administrator",
            Self::OneTimePassword { .. } => "one-time-password",
            Self::WebhookFailing(_) => "webhook-failing",
            Self::SourceWell(_) => "source-well",
            Self::SourceAway { trouble: SourceTrouble::Late, .. } => "source-late",
            Self::SourceAway { trouble: SourceTrouble::NotReached, .. } => "source-not-reached",
            Self::SourceAway { trouble: SourceTrouble::NotUnderstood, .. } => "source-not-understood",
            Self::SourceAway { trouble: SourceTrouble::Refused, .. } => "source-refused",
            Self::SourceAway { trouble: SourceTrouble::Failing, .. } => "source-failing",
            Self::SourceEmpty { .. } => "source-empty",
            Self::SourcePlain { .. } => "source-plain",
            Self::SourceUnknown { .. } => "source-unknown",
        }
    }

    /// How much it matters.
    pub(crate) fn weight(&self) -> Weight {
        match self {
            Self::DiskLow { weight, .. } => *weight,
            Self::UnknownVariable(_)
            | Self::PlainHttp(_)
            | Self::PublicUrlPlain(_)
            | Self::MetricsOpen(_)
            | Self::DatabaseAbsent
            | Self::DatabaseOlder
            | Self::Strangers { .. }
            | Self::CertificateEndsSoon { .. }
            | Self::NoUsers
            | Self::OneTimePassword { .. }
            | Self::WebhookFailing(_)
            | Self::SourceWell(_)
            | Self::SourcePlain { .. } => Weight::Notice,
            _ => Weight::Problem,
        }
    }
}

impl Explain for Finding {
    fn message(&self) -> Message {
        match self {
            Self::Unusable { said, .. } => said.clone(),
            Self::UnknownVariable(name) => message!("doctor-unknown-variable", name = name),
            Self::PlainHttp(address) => message!("doctor-plain-http", address = address),
            Self::NoHosts(address) => message!("doctor-no-hosts", address = address),
            Self::PublicUrlPlain(url) => message!("doctor-public-url-plain", url = url),
            Self::MetricsOpen(address) => message!("doctor-metrics-open", address = address),
            Self::PortTaken { address, detail } => {
                message!("doctor-port-taken", address = address, detail = detail)
            }
            Self::FolderOpen(folder) => message!("doctor-folder-open", folder = folder),
            Self::FileOfOthers(path) => message!("doctor-file-of-others", path = path),
            Self::NotWritable { path, detail } => {
                message!("doctor-not-writable", path = path, detail = detail)
            }
            Self::DiskLow { free, .. } => message!("doctor-disk-low", free = *free),
            Self::DatabaseAbsent => message!("doctor-database-absent"),
            Self::DatabaseUnreadable(detail) => message!("doctor-database-unreadable", detail = detail),
            Self::DatabaseDamaged(detail) => message!("doctor-database-damaged", detail = detail),
            Self::RowsAstray { table, rows } => message!("doctor-rows-astray", table = table, rows = *rows),
            Self::DatabaseOlder => message!("doctor-database-older"),
            Self::PackageMissing(path) => message!("doctor-package-missing", path = path),
            Self::PackageSize { path, expected, found } => {
                message!("doctor-package-size", path = path, expected = *expected, found = *found)
            }
            Self::PackageDamaged(path) => message!("doctor-package-damaged", path = path),
            Self::Strangers { path, files } => message!("doctor-strangers", path = path, files = *files),
            Self::CertificateEarly(at) => message!("doctor-certificate-early", at = at),
            Self::CertificateEnded(at) => message!("doctor-certificate-ended", at = at),
            Self::CertificateEndsSoon { at, days } => {
                message!("doctor-certificate-ends-soon", at = at, days = *days)
            }
            Self::CertificateName { host, names } => {
                message!("doctor-certificate-name", host = host, names = names)
            }
            Self::ClockBehind(at) => message!("doctor-clock-behind", at = at),
            Self::NoUsers => message!("doctor-no-users"),
            Self::NoAdministrator => message!("doctor-no-administrator"),
            Self::OneTimePassword { user, users, days } => {
                message!("doctor-one-time-password", user = user, users = *users, days = *days)
            }
            Self::WebhookFailing(url) => message!("doctor-webhook-failing", url = url),
            Self::SourceWell(source) => message!("doctor-source-well", source = source),
            Self::SourceAway { source, trouble, detail } => away(source, *trouble, detail),
            Self::SourceEmpty { source, accounts } => {
                message!("doctor-source-empty", source = source, accounts = *accounts)
            }
            Self::SourcePlain { source, host } => {
                message!("doctor-source-plain", source = source, host = host)
            }
            Self::SourceUnknown { source, accounts } => {
                message!("doctor-source-unknown", source = source, accounts = *accounts)
            }
        }
    }
}

fn away(source: &str, trouble: SourceTrouble, detail: &str) -> Message {
    match trouble {
        SourceTrouble::Late => message!("doctor-source-late", source = source),
        SourceTrouble::NotReached => message!("doctor-source-not-reached", source = source, detail = detail),
        SourceTrouble::Failing => message!("doctor-source-failing", source = source, detail = detail),
        SourceTrouble::NotUnderstood => {
            message!("doctor-source-not-understood", source = source, detail = detail)
        }
        SourceTrouble::Refused => message!("doctor-source-refused", source = source, detail = detail),
    }
}

#[cfg(test)]
mod tests {
    use super::Finding;

    #[test]
    fn each_finding_is_in_the_reference() {
        let source = include_str!("finding.rs");
        let (_, table) = source.split_once("fn id(&self)").unwrap();
        let (table, _) = table.split_once("fn weight(&self)").unwrap();
        let ids: Vec<&str> = table.lines().filter_map(|line| line.split('"').nth(1)).collect();
        assert!(ids.len() > 25 && ids.contains(&Finding::NoUsers.id()), "{ids:?}");
        for id in ids {
            crate::reference::assert_says("operations.md", &format!("`{id}`"));
        }
    }
}

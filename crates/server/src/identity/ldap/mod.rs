//! A directory as a source of accounts: OpenLDAP, Active Directory and others that speak LDAP.
//!
//! The account that asks finds the entry of a name; then the entry's own password is tried on a connection of its own. Each question has its own
//! connections, which end with it. The crate `ldap3` writes filters and questions; [`answer`] says why answers are read here.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use ldap3::Scope;
use rustls::ClientConfig;
use tokio::task::spawn_blocking;

use self::account::GROUPS_MAX;
use self::answer::Entry;
use self::connection::Connection;
use self::outcome::Refusal;
use self::request::Search;
use super::secret_file;
use super::source::{Answering, KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::model::source::{Keys, PermissionMapping, SourceAccount, SourceName};
use crate::settings::{KEY_IS_DN, LdapBind, LdapEncryption, LdapGroups, LdapSettings};

mod account;
mod answer;
mod connection;
mod filter;
mod outcome;
mod request;
mod spelling;
#[cfg(test)]
mod tests;
mod tls;
mod words;

/// No attributes: RFC 4511, section 4.5.1.8.
const NO_ATTRIBUTES: &str = "1.1";
const ANYTHING: &str = "(objectClass=*)";

/// A directory.
#[derive(Debug)]
pub(super) struct Ldap {
    name: SourceName,
    settings: LdapSettings,
    mapping: PermissionMapping,
    tls: Option<Arc<ClientConfig>>,
}

impl Ldap {
    /// Prepares for questions; nothing is asked yet.
    ///
    /// # Errors
    /// If the settings name a file that cannot be used.
    pub(super) fn new(
        name: SourceName,
        settings: &LdapSettings,
        mapping: &PermissionMapping,
    ) -> Result<Self, SourceError> {
        let tls = match settings.encryption {
            LdapEncryption::None => None,
            LdapEncryption::Tls | LdapEncryption::StartTls => {
                let authorities = settings.certificate_authorities.as_deref();
                Some(tls::configuration(authorities).map_err(SourceError::NotReached)?)
            }
        };
        Ok(Self { name, settings: settings.clone(), mapping: mapping.clone(), tls })
    }

    async fn verified(&self, name: &Name, password: &str) -> Result<Verdict, SourceError> {
        if password.is_empty() {
            return Ok(self.wrong(Refusal::Credentials, None));
        }
        let mut asking = self.connect().await?;
        match &self.settings.bind {
            LdapBind::Service { dn, password_file } => {
                self.bind_service(&mut asking, dn, password_file).await?;
            }
            LdapBind::Direct(template) => {
                let login = filter::login(template, name.as_str());
                if let Err(refusal) = outcome::of_person(&asking.bind(&login, password).await?)? {
                    asking.close().await;
                    return Ok(self.wrong(refusal, None));
                }
            }
        }
        let filter = filter::of_name(&self.settings, name.as_str());
        let Some(entry) = self.one(&mut asking, self.below_base(filter)).await? else {
            asking.close().await;
            return match self.settings.bind {
                LdapBind::Service { .. } => Ok(self.wrong(Refusal::NoAccount, None)),
                LdapBind::Direct(_) => Err(SourceError::NotUnderstood(
                    "who has signed in does not find the own entry by filter".to_owned(),
                )),
            };
        };
        let spelled = if spelling::is_own(&entry, &self.settings, name) {
            Ok(())
        } else {
            // An entry whose name cannot be read has no other spelling of it.
            self.own_name(&entry, name)?;
            Err(Refusal::OtherSpelling)
        };
        let judged = match account::refusal(&entry, self.settings.flavour, Timestamp::now().as_second()) {
            Some(refusal) => Err(refusal),
            // Before the password is tried: what is written otherwise is no way to try more of them.
            None if spelled.is_err() && matches!(self.settings.bind, LdapBind::Service { .. }) => spelled,
            None => self.password_fits(&entry, password).await?.and(spelled),
        };
        let verdict = match judged {
            Ok(()) => Verdict::Accepted(Box::new(self.read(&mut asking, &entry, name).await?)),
            Err(refusal) => self.wrong(refusal, Some(&entry)),
        };
        asking.close().await;
        Ok(verdict)
    }

    /// Tries the password with the entry that was found, on a connection that nothing else is asked on.
    async fn password_fits(&self, entry: &Entry, password: &str) -> Result<Result<(), Refusal>, SourceError> {
        let mut trying = self.connect().await?;
        let outcome = trying.bind(&entry.dn, password).await?;
        trying.close().await;
        let judged = outcome::of_person(&outcome)?;
        match (&judged, &self.settings.bind) {
            (Err(_), LdapBind::Direct(_)) => Err(SourceError::NotUnderstood(
                "filter finds another entry than the one that direct_bind signs in".to_owned(),
            )),
            _ => Ok(judged),
        }
    }

    async fn looked_up(&self, known: &KnownAccount) -> Result<LookUp, SourceError> {
        let LdapBind::Service { dn, password_file } = &self.settings.bind else {
            return Ok(LookUp::CannotTell);
        };
        let mut asking = self.connect().await?;
        self.bind_service(&mut asking, dn, password_file).await?;
        let entry = if self.settings.attributes.key == KEY_IS_DN {
            self.at(&mut asking, &known.key).await?
        } else {
            let filter = filter::of_key(&self.settings, &known.key);
            self.one(&mut asking, self.below_base(filter)).await?
        };
        let now = Timestamp::now().as_second();
        let entry = entry.filter(|entry| {
            let refusal = account::refusal(entry, self.settings.flavour, now);
            if let Some(refusal) = refusal {
                tracing::info!(source = %self.name, account = %known.name, reason = refusal.word(), "an account may not sign in any more");
            }
            refusal.is_none()
        });
        let look_up = match entry {
            Some(entry) => LookUp::Present(Box::new(self.read(&mut asking, &entry, &known.name).await?)),
            None => LookUp::Gone,
        };
        asking.close().await;
        Ok(look_up)
    }

    async fn probed(&self) -> Result<(), SourceError> {
        let mut asking = self.connect().await?;
        if let LdapBind::Service { dn, password_file } = &self.settings.bind {
            self.bind_service(&mut asking, dn, password_file).await?;
            let mut bases = vec![&self.settings.base];
            if let LdapGroups::Searched { base, .. } = &self.settings.groups {
                bases.push(base);
            }
            for base in bases {
                self.check_seen(&mut asking, base).await?;
            }
        }
        asking.close().await;
        Ok(())
    }

    async fn connect(&self) -> Result<Connection, SourceError> {
        Connection::open(&self.settings, self.tls.as_ref()).await
    }

    async fn bind_service(&self, asking: &mut Connection, dn: &str, file: &Path) -> Result<(), SourceError> {
        let refused = |detail: &dyn fmt::Display| {
            SourceError::Refused(format!("bind_password_file, {}: {detail}", file.display()))
        };
        // Each time: it may be changed while the server runs.
        let named: PathBuf = file.to_owned();
        let read = spawn_blocking(move || secret_file::read(&named)).await;
        let password = read.map_err(|error| refused(&error))?.map_err(|detail| refused(&detail))?;
        outcome::of_service(&asking.bind(dn, &password).await?)
    }

    fn below_base(&self, filter: String) -> Search {
        Search {
            base: self.settings.base.clone(),
            scope: Scope::Subtree,
            filter,
            attributes: account::attributes(&self.settings),
            entries_max: 2,
        }
    }

    /// The entry that a search finds, which is one or none.
    async fn one(&self, asking: &mut Connection, search: Search) -> Result<Option<Entry>, SourceError> {
        let mut found = asking.search(&search).await?;
        outcome::of_search(&found.outcome)?;
        match found.entries.len() {
            0 => {
                self.check_sight(asking).await?;
                Ok(None)
            }
            1 => Ok(found.entries.pop()),
            _ => Err(SourceError::NotUnderstood("more than one entry fits one account".to_owned())),
        }
    }

    /// The entry with a distinguished name, if it is there and may sign in.
    async fn at(&self, asking: &mut Connection, dn: &str) -> Result<Option<Entry>, SourceError> {
        let search = Search {
            base: dn.to_owned(),
            scope: Scope::Base,
            ..self.below_base(filter::of_dn(&self.settings))
        };
        let mut found = asking.search(&search).await?;
        if !outcome::is_missing(&found.outcome) {
            outcome::of_search(&found.outcome)?;
        }
        if found.entries.is_empty() {
            self.check_sight(asking).await?;
        }
        Ok(found.entries.pop())
    }

    /// Where nothing was found, it may be that nothing can be seen at all; then nothing is said about the account.
    async fn check_sight(&self, asking: &mut Connection) -> Result<(), SourceError> {
        match self.settings.bind {
            LdapBind::Service { .. } => self.check_seen(asking, &self.settings.base).await,
            // A person may see the own entry alone.
            LdapBind::Direct(_) => Ok(()),
        }
    }

    async fn check_seen(&self, asking: &mut Connection, base: &str) -> Result<(), SourceError> {
        let search = Search {
            base: base.to_owned(),
            scope: Scope::Base,
            filter: ANYTHING.to_owned(),
            attributes: vec![NO_ATTRIBUTES.to_owned()],
            entries_max: 1,
        };
        let found = asking.search(&search).await?;
        outcome::of_search(&found.outcome)?;
        if found.entries.is_empty() {
            return Err(SourceError::NotUnderstood(format!("{base} is not there for bind_dn")));
        }
        Ok(())
    }

    fn own_name(&self, entry: &Entry, asked: &Name) -> Result<Name, SourceError> {
        account::name(entry, asked, &self.settings.attributes.name).map_err(SourceError::NotUnderstood)
    }

    /// Reads what an entry says, and asks for its groups.
    async fn read(
        &self,
        asking: &mut Connection,
        entry: &Entry,
        name: &Name,
    ) -> Result<SourceAccount, SourceError> {
        let mut groups = account::groups(entry, &self.settings);
        if let LdapGroups::Searched { base, filter } = &self.settings.groups {
            // Groups name the account as it is written there, and often tell capital letters from small ones.
            let own = self.own_name(entry, name)?;
            let search = Search {
                base: base.clone(),
                scope: Scope::Subtree,
                filter: filter::of_groups(filter, &entry.dn, own.as_str()),
                attributes: vec![NO_ATTRIBUTES.to_owned()],
                entries_max: GROUPS_MAX + 1,
            };
            let found = asking.search(&search).await?;
            outcome::of_search(&found.outcome)?;
            groups.extend(found.entries.into_iter().map(|group| group.dn));
        }
        account::account(entry, &groups, name, &self.settings, &self.mapping)
            .map_err(SourceError::NotUnderstood)
    }

    /// One word for the person; which it is, is for the log. A name that nobody has is not written down: it may be a password in the wrong field.
    fn wrong(&self, refusal: Refusal, entry: Option<&Entry>) -> Verdict {
        let (source, reason) = (self.name.as_str(), refusal.word());
        let account = entry.map(|entry| entry.dn.as_str());
        tracing::info!(source, account, reason, "a directory signs somebody not in");
        Verdict::Wrong
    }
}

impl Source for Ldap {
    fn name(&self) -> &SourceName {
        &self.name
    }

    fn keys(&self) -> Keys {
        if self.settings.attributes.key == KEY_IS_DN { Keys::Reused } else { Keys::Lasting }
    }

    fn verify<'a>(&'a self, name: &'a Name, password: &'a str) -> Answering<'a, Verdict> {
        Box::pin(self.verified(name, password))
    }

    fn look_up<'a>(&'a self, account: &'a KnownAccount) -> Answering<'a, LookUp> {
        Box::pin(self.looked_up(account))
    }

    fn probe(&self) -> Answering<'_, ()> {
        Box::pin(self.probed())
    }
}

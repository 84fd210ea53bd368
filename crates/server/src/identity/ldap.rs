//! A directory as a source of accounts.

use super::source::{Answering, KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::model::source::{PermissionMapping, SourceName};
use crate::settings::LdapSettings;

/// A directory.
#[derive(Debug)]
pub(super) struct Ldap {
    name: SourceName,
}

impl Ldap {
    /// Prepares for questions; nothing is asked yet.
    ///
    /// # Errors
    /// If the settings name a file that cannot be used.
    pub(super) fn new(
        name: SourceName,
        _settings: &LdapSettings,
        _mapping: &PermissionMapping,
    ) -> Result<Self, SourceError> {
        Ok(Self { name })
    }
}

impl Source for Ldap {
    fn name(&self) -> &SourceName {
        &self.name
    }

    fn verify<'a>(&'a self, _name: &'a Name, _password: &'a str) -> Answering<'a, Verdict> {
        Box::pin(async { Err(SourceError::NotReached(String::new())) })
    }

    fn look_up<'a>(&'a self, _account: &'a KnownAccount) -> Answering<'a, LookUp> {
        Box::pin(async { Ok(LookUp::CannotTell) })
    }

    fn probe(&self) -> Answering<'_, ()> {
        Box::pin(async { Ok(()) })
    }
}

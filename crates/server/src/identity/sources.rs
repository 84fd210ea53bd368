//! All sources of accounts in their order, each with a time limit, a circuit breaker and a limit of its own.

use std::sync::Arc;

use super::ldap::Ldap;
use super::open_id_connect::OpenIdConnect;
use super::open_xchange::OpenXchange;
use super::source::{Source, SourceError};
use crate::settings::{SourceKind, SourceSettings};

/// The sources beside this server's own accounts, in the order of the settings.
#[derive(Debug, Default)]
pub(crate) struct Sources(Vec<Arc<dyn Source>>);

impl Sources {
    /// Prepares the sources that the settings name; nobody is asked yet.
    ///
    /// # Errors
    /// If one of them cannot be used as it is written.
    pub(crate) fn new(settings: &[SourceSettings]) -> Result<Self, SourceError> {
        let mut sources: Vec<Arc<dyn Source>> = Vec::new();
        for source in settings {
            let (name, mapping) = (source.name.clone(), &source.mapping);
            match &source.kind {
                SourceKind::Local => {}
                SourceKind::OpenXchange(own) => sources.push(Arc::new(OpenXchange::new(name, own, mapping)?)),
                SourceKind::Ldap(own) => sources.push(Arc::new(Ldap::new(name, own, mapping)?)),
                SourceKind::OpenIdConnect(own) => {
                    sources.push(Arc::new(OpenIdConnect::new(name, own, mapping)?))
                }
            }
        }
        Ok(Self(sources))
    }
}

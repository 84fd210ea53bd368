//! Between a name and a connection: every address is judged, and no other one is connected to.

use std::net::SocketAddr;
use std::sync::Arc;

use ipnet::IpNet;
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{ConnectionDetails, Connector, NextTimeout};

use crate::rules::destination::{DestinationError, judge};

/// Looks names up and judges where they lead. If one of several addresses may not be asked, none of them is.
#[derive(Debug)]
pub(super) struct JudgedNames<Names> {
    names: Names,
    listed: Arc<[IpNet]>,
}

/// Stands in front of what connects, and judges once more what it is given: no way of the library's own leads past it.
#[derive(Debug)]
pub(super) struct JudgedConnections(Arc<[IpNet]>);

impl<Names> JudgedNames<Names> {
    pub(super) fn new(names: Names, listed: Arc<[IpNet]>) -> Self {
        Self { names, listed }
    }
}

impl JudgedConnections {
    pub(super) fn new(listed: Arc<[IpNet]>) -> Self {
        Self(listed)
    }
}

impl<Names: Resolver> Resolver for JudgedNames<Names> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        judge_all(uri, &found, &self.listed)?;
        Ok(found)
    }
}

impl Connector for JudgedConnections {
    type Out = ();

    fn connect(&self, details: &ConnectionDetails<'_>, _: Option<()>) -> Result<Option<()>, Error> {
        judge_all(details.uri, &details.addrs, &self.0)?;
        Ok(None)
    }
}

fn judge_all(uri: &Uri, found: &[SocketAddr], listed: &[IpNet]) -> Result<(), Error> {
    let is_encrypted = uri.scheme_str() == Some("https");
    let host = uri.host().unwrap_or_default();
    found.iter().try_for_each(|found| {
        judge(host, is_encrypted, found.ip(), listed).map_err(|error| Error::Other(Box::new(error)))
    })
}

/// What was judged wrong, if that is why there is no connection.
pub(super) fn judgement(error: &Error) -> Option<&DestinationError> {
    match error {
        Error::Other(inner) => inner.downcast_ref(),
        _ => None,
    }
}

//! Sessions. Stands in until they are kept: nobody is in.

use core::net::IpAddr;

use crate::App;
use crate::error::{Kind, Result};
use crate::rules::entrance::Entrance;
use crate::rules::role::Actor;

/// A session that has begun.
pub(crate) struct Begun {
    /// What the cookie holds.
    pub(crate) token: String,
}

/// Signs a user in.
pub(crate) async fn begin(_: &App, _: &str, _: &str, _: IpAddr) -> Result<Begun> {
    Err(Kind::NotSignedIn.into())
}

/// Finds who a token belongs to.
pub(crate) async fn find(_: &App, _: &str, _: IpAddr) -> Result<Option<Entrance>> {
    Ok(None)
}

/// Ends the session of an actor.
pub(crate) async fn end(_: &App, _: &Actor) -> Result<()> {
    Err(Kind::NotFound.into())
}

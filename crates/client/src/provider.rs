//! Where updates come from, ready to be asked: an address with what makes requests, judged before anybody is asked for a password.

use text::{Explain, Message};

use crate::address::{Address, AddressError};
use crate::http::HttpServer;
use crate::permitted::{self, NotPermitted, PlainHttp};
use crate::server::Server;
use crate::settings_store;
use crate::share::Share;
use crate::state::Owner;
use crate::web::{ProxyChoice, SignIn, Trust, Web, WebError};

/// Where updates come from.
#[derive(Debug)]
pub struct Provider {
    /// Its address.
    pub address: Address,
    /// What makes requests.
    pub web: Web,
}

/// Why nothing can be asked for there.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum ProviderError {
    /// It is no address.
    Address(#[from] AddressError),
    /// No requests can be made at all.
    Web(#[from] WebError),
    /// Nothing is asked for at this address.
    NotPermitted(#[from] NotPermitted),
}

impl Provider {
    /// The provider at an address as it is written; nothing is asked yet.
    ///
    /// # Errors
    /// [`ProviderError`]
    pub fn of(
        written: &str,
        proxy: &ProxyChoice,
        trust: &Trust,
        plain: PlainHttp,
    ) -> Result<Self, ProviderError> {
        let address = Address::parse(written)?;
        let web = Web::new(proxy, trust)?.speaking(plain);
        if let Address::Web(site) = &address {
            // Before anyone is asked for a password that could not be sent.
            permitted::ask(&site.catalog, plain)?;
        }
        Ok(Self { address, web })
    }

    /// The server with a sign-in, and to whom it belongs what it gives.
    #[must_use]
    pub fn server(self, sign_in: Option<(String, SignIn)>) -> (Box<dyn Server>, Owner) {
        match self.address {
            Address::File(path) => {
                let share = Share::new(self.web, &path);
                let owner = Owner { address: share.catalog_path().display().to_string(), user: None };
                (Box::new(share), owner)
            }
            Address::Web(site) => {
                let (user, sign_in) = sign_in.unzip();
                let owner = Owner { address: site.catalog.to_string(), user };
                let server = HttpServer::new(self.web, site, sign_in).reading(settings_store::language());
                (Box::new(server), owner)
            }
        }
    }
}

impl Explain for ProviderError {
    fn message(&self) -> Message {
        match self {
            Self::Address(error) => error.message(),
            Self::Web(error) => error.message(),
            Self::NotPermitted(reason) => reason.message(),
        }
    }
}

//! The way of a request: through a proxy, or straight to the server.

use ureq::Proxy;
use url::{Host, Url};

use super::WebError;
use crate::machine;
use crate::proxy::ProxySetting;

/// Through what requests go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ProxyChoice {
    /// What this person's system is set to: environment variables, or Windows' own setting. Never for the PC itself.
    #[default]
    System,
    /// Nothing.
    None,
    /// The proxy at this address, such as `http://proxy.example:8080`.
    At(String),
}

/// A choice as it is on this PC.
#[derive(Debug)]
pub(super) enum Route {
    Direct,
    Always(Proxy),
    /// Never for the PC itself.
    Environment(Proxy),
    Windows(ProxySetting),
}

impl Route {
    pub(super) fn new(choice: &ProxyChoice) -> Result<Self, WebError> {
        match choice {
            ProxyChoice::None => Ok(Self::Direct),
            ProxyChoice::At(address) => Proxy::new(address)
                .map(Self::Always)
                .map_err(|_| WebError::Proxy { address: address.clone() }),
            ProxyChoice::System => {
                let of_windows = machine::system_proxy().map(Self::Windows);
                let of_environment = || Proxy::try_from_env().map(Self::Environment);
                Ok(of_windows.or_else(of_environment).unwrap_or(Self::Direct))
            }
        }
    }

    /// The proxy for a request; `None` if it goes straight there.
    pub(super) fn for_url(&self, url: &Url) -> Option<Proxy> {
        match self {
            Self::Direct => None,
            Self::Always(proxy) => Some(proxy.clone()),
            Self::Environment(_) if is_this_pc(url) => None,
            Self::Environment(proxy) => Some(proxy.clone()),
            Self::Windows(setting) => {
                let address = setting.address_for(url.scheme(), url.host_str().unwrap_or_default())?;
                Proxy::new(address).ok()
            }
        }
    }
}

fn is_this_pc(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

//! The way of a request: through a proxy, or straight to the server.

use ureq::Proxy;
use url::Url;

use super::WebError;
use crate::machine;
use crate::permitted::is_this_pc;
use crate::proxy::ProxySetting;

/// Through what requests go; those to the PC itself never go through a proxy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ProxyChoice {
    /// What this person's system is set to: environment variables, or Windows' own setting.
    #[default]
    System,
    /// Nothing.
    None,
    /// The proxy at this address, such as `http://proxy.example:8080`.
    At(String),
}

impl ProxyChoice {
    /// What is written: `system`, `none` or an address.
    #[must_use]
    pub fn of(written: &str) -> Self {
        match written.trim() {
            "system" => Self::System,
            "none" => Self::None,
            address => Self::At(address.to_owned()),
        }
    }

    /// The same, if it can be used.
    ///
    /// # Errors
    /// [`WebError::Proxy`] if it is no address of a proxy.
    pub fn checked(self) -> Result<Self, WebError> {
        match &self {
            Self::At(address) if address.is_empty() || Proxy::new(address).is_err() => {
                Err(WebError::Proxy { address: address.clone() })
            }
            _ => Ok(self),
        }
    }
}

/// A choice as it is on this PC.
#[derive(Debug)]
pub(super) enum Route {
    Direct,
    Always(Proxy),
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
            // To a proxy elsewhere, this PC's own addresses would be the proxy's.
            _ if is_this_pc(url) => None,
            Self::Direct => None,
            Self::Always(proxy) | Self::Environment(proxy) => Some(proxy.clone()),
            Self::Windows(setting) => {
                let address = setting.address_for(url.scheme(), url.host_str().unwrap_or_default())?;
                Proxy::new(address).ok()
            }
        }
    }
}

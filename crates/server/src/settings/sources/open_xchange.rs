//! `kind = "open-xchange"`.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use url::{Host, Url};

/// Where Open-Xchange's HTTP API is, and whom to trust there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenXchangeSettings {
    /// The API's root, such as `https://ox.example.com/appsuite/api` or `https://ox.example.com/ajax`.
    pub(crate) url: Url,
    /// A PEM file of the certificates that are trusted in the place of the system's.
    pub(crate) certificate_authorities: Option<PathBuf>,
    /// Whether passwords may go over plain HTTP to another machine.
    #[serde(default)]
    pub(crate) allow_plain_http: bool,
}

impl OpenXchangeSettings {
    /// Judges what was written: encrypted, unless it stays on this machine or the administrator insists; nothing but an address.
    pub(super) fn settled(self, data: &Path) -> Result<Self, String> {
        let url = &self.url;
        let wrong = |detail: &str| Err(format!("url: “{}” {detail}", shown(url)));
        match url.scheme() {
            "https" => {}
            "http" if self.allow_plain_http || is_this_machine(url) => {}
            "http" => {
                return wrong(
                    "would send passwords in clear over the network; take https, or write allow_plain_http = true",
                );
            }
            _ => return wrong("is no address of Open-Xchange's HTTP API; it begins with https://"),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return wrong("has a name or a password in it; no password of Open-Xchange is needed here");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return wrong("has a “?” or “#” in it; take the address up to /appsuite/api or /ajax");
        }
        let certificate_authorities = super::in_data(data, self.certificate_authorities.clone());
        Ok(Self { certificate_authorities, ..self })
    }
}

/// The address without what may be secret in it.
fn shown(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    format!("{}://{host}{}", url.scheme(), url.path())
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::OpenXchangeSettings;

    fn settled(written: &str) -> Result<OpenXchangeSettings, String> {
        let settings: OpenXchangeSettings = toml::from_str(written).map_err(|error| error.to_string())?;
        settings.settled(Path::new("/data"))
    }

    #[test]
    fn only_a_safe_address_is_taken() {
        let check = |written: &str, expected: Option<&str>| {
            let said = settled(written).err();
            match expected {
                None => assert_eq!(said, None, "{written}"),
                Some(part) => {
                    assert!(said.as_ref().is_some_and(|said| said.contains(part)), "{written}: {said:?}");
                }
            }
        };
        check("url = 'https://ox.example.com/appsuite/api'", None);
        check("url = 'https://ox.example.com/ajax/'", None);
        check("url = 'https://10.0.0.7:8443'", None);
        for here in ["localhost", "127.0.0.1:8009", "127.9.9.9", "[::1]:8009"] {
            check(&format!("url = 'http://{here}/ajax'"), None);
        }
        check("url = 'http://ox.example.com/ajax'", Some("in clear"));
        check("url = 'http://10.0.0.7/ajax'", Some("allow_plain_http"));
        check("url = 'http://localhost.example.com/ajax'", Some("in clear"));
        check("url = 'http://ox.example.com/ajax'\nallow_plain_http = true", None);
        check("url = 'http://ox.example.com/ajax'\nallow_plain_http = false", Some("in clear"));
        check("url = 'ftp://ox.example.com/ajax'", Some("https://"));
        check("url = 'ftp://ox.example.com/ajax'\nallow_plain_http = true", Some("https://"));
        check("url = 'https://ox.example.com/ajax?session=1'", Some("?"));
        check("url = 'https://ox.example.com/ajax#x'", Some("#"));
        check("url = 'https://anna:secret@ox.example.com/ajax'", Some("password"));
        check("url = 'https://anna@ox.example.com/ajax'", Some("name"));
        check("url = 'ox.example.com'", Some("url"));
        check("url = 1", Some("url"));
        check("allow_plain_http = true", Some("url"));
        check("url = 'https://a'\npassword = 'x'", Some("password"));
    }

    #[test]
    fn a_password_in_the_address_is_not_repeated() {
        let said = settled("url = 'https://anna:tiger@ox.example.com/ajax'").unwrap_err();
        assert!(!said.contains("tiger"), "{said}");
    }

    #[test]
    fn a_file_without_a_folder_is_in_the_data_folder() {
        let settings = settled("url = 'https://a'\ncertificate_authorities = 'ca.pem'").unwrap();
        assert_eq!(settings.certificate_authorities.as_deref(), Some(Path::new("/data/ca.pem")));
    }
}

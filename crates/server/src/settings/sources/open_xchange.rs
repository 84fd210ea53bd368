//! `kind = "open-xchange"`.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use url::Url;

use crate::rules::host::is_this_machine;
use crate::settings::values::PUBLIC_URL_LENGTH_MAX;

/// Where Open-Xchange's HTTP API is, and whom to trust there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenXchangeSettings {
    /// The API's root, such as `https://ox.example.com/appsuite/api` or `https://ox.example.com/ajax`.
    pub(crate) url: Url,
    /// Where programs on people's PCs reach Open-Xchange, such as `https://ox.example.com`; where `url` is, unless it is said.
    pub(crate) public_url: Option<Url>,
    /// A PEM file of the certificates that are trusted in the place of the system's.
    pub(crate) certificate_authorities: Option<PathBuf>,
    /// Whether passwords may go over plain HTTP to another machine.
    #[serde(default)]
    pub(crate) allow_plain_http: bool,
}

impl OpenXchangeSettings {
    /// Where programs on people's PCs reach Open-Xchange, without a slash at the end.
    pub(crate) fn public_url(&self) -> String {
        match &self.public_url {
            Some(url) => url.as_str().trim_end_matches('/').to_owned(),
            None => self.url.origin().ascii_serialization(),
        }
    }

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
        let is_address = |url: &&Url| {
            matches!(url.scheme(), "http" | "https")
                && url.as_str().len() <= PUBLIC_URL_LENGTH_MAX
                && url.username().is_empty()
                && url.query().is_none()
                && url.fragment().is_none()
        };
        if let Some(url) = self.public_url.as_ref().filter(|url| !is_address(url)) {
            return Err(format!("public_url: “{}” is no address such as https://ox.example.com", shown(url)));
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::OpenXchangeSettings;

    fn settled(written: &str) -> Result<OpenXchangeSettings, String> {
        let settings: OpenXchangeSettings = toml::from_str(written).map_err(|error| error.to_string())?;
        settings.settled(Path::new("/data"))
    }

    #[test]
    fn programs_reach_open_xchange_where_its_api_is_unless_it_is_said() {
        let check = |written: &str, expected: &str| {
            assert_eq!(settled(written).unwrap().public_url(), expected, "{written}");
        };
        check("url = 'https://ox.example.com/appsuite/api'", "https://ox.example.com");
        check("url = 'http://127.0.0.1:8009/ajax'", "http://127.0.0.1:8009");
        check(
            "url = 'http://127.0.0.1:8009/ajax'\npublic_url = 'https://ox.example.com:444/ox/'",
            "https://ox.example.com:444/ox",
        );
        for wrong in ["ftp://ox.example.com", "https://anna@ox.example.com", "https://ox.example.com/?a"] {
            assert!(
                settled(&format!("url = 'https://a.example'\npublic_url = '{wrong}'")).is_err(),
                "{wrong}"
            );
        }
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

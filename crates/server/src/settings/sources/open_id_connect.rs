//! `kind = "open-id-connect"`.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use url::Url;

use crate::rules::host::is_this_machine;

/// The most characters of what people know a provider by.
const TITLE_LENGTH_MAX: usize = 64;
/// The most scopes that are asked for.
const SCOPES_MAX: usize = 32;

/// Which provider signs people in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenIdConnectSettings {
    /// The provider's issuer identifier, to the letter.
    pub(crate) issuer: String,
    /// What the provider knows this server by.
    pub(crate) client_id: String,
    /// The file that holds the secret that goes with it.
    pub(crate) client_secret_file: Option<PathBuf>,
    /// What people know the provider by; if nothing is said, the source's name.
    pub(crate) title: Option<String>,
    /// What is asked for beside `openid`.
    #[serde(default = "scopes")]
    pub(crate) scopes: Vec<String>,
    /// The claim that is the name of the account here.
    #[serde(default = "name_claim")]
    pub(crate) name_claim: String,
    /// Whether a mail address is the person's, for the profile, where the provider does not say whether it is verified.
    #[serde(default)]
    pub(crate) trust_email: bool,
    /// The claim whose words `permissions` gives a meaning.
    pub(crate) groups_claim: Option<String>,
    /// A PEM file of certificates that are trusted in the place of the system's.
    pub(crate) authorities: Option<PathBuf>,
}

fn scopes() -> Vec<String> {
    ["profile", "email"].map(str::to_owned).to_vec()
}

fn name_claim() -> String {
    "preferred_username".to_owned()
}

impl OpenIdConnectSettings {
    /// Judges what was written.
    pub(super) fn settled(self, data: &Path) -> Result<Self, String> {
        let issuer = Url::parse(&self.issuer).map_err(|error| format!("issuer: {error}"))?;
        // Source: OpenID Connect Discovery 1.0, section 3. On this machine nobody listens.
        if issuer.scheme() != "https" && !(issuer.scheme() == "http" && is_this_machine(&issuer)) {
            return Err("issuer begins with https://".to_owned());
        }
        if issuer.query().is_some() || issuer.fragment().is_some() {
            return Err("issuer has neither “?” nor “#”".to_owned());
        }
        if self.client_id.is_empty() {
            return Err("client_id is empty".to_owned());
        }
        let is_title = |title: &String| {
            (1..=TITLE_LENGTH_MAX).contains(&title.chars().count()) && !title.contains(char::is_control)
        };
        if !self.title.as_ref().is_none_or(is_title) {
            return Err(format!("title has 1 to {TITLE_LENGTH_MAX} characters"));
        }
        // Source: RFC 6749, section 3.3.
        let is_scope = |scope: &String| {
            !scope.is_empty()
                && scope.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\')
        };
        if self.scopes.len() > SCOPES_MAX || !self.scopes.iter().all(is_scope) {
            return Err(format!("scopes are at most {SCOPES_MAX} words"));
        }
        Ok(Self {
            client_secret_file: super::in_data(data, self.client_secret_file),
            authorities: super::in_data(data, self.authorities),
            ..self
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::OpenIdConnectSettings;

    fn read(written: &str) -> Result<OpenIdConnectSettings, String> {
        let settings: OpenIdConnectSettings = toml::from_str(written).map_err(|error| error.to_string())?;
        settings.settled(Path::new("/data"))
    }

    #[test]
    fn what_is_not_said_is_usual() {
        let least = read("issuer = 'https://id.example.com/realms/a'\nclient_id = 'oxupdated'").unwrap();
        assert_eq!((least.name_claim.as_str(), least.scopes.len()), ("preferred_username", 2));
        assert!(!least.trust_email);
        assert_eq!((least.client_secret_file, least.title, least.groups_claim), (None, None, None));
        let file =
            read("issuer = 'https://a.example'\nclient_id = 'a'\nclient_secret_file = 'secret'").unwrap();
        assert_eq!(file.client_secret_file.as_deref(), Some(Path::new("/data/secret")));
    }

    #[test]
    fn what_cannot_be_is_named() {
        let check = |issuer: &str, more: &str, part: &str| {
            let said = read(&format!("issuer = '{issuer}'\n{more}")).expect_err(issuer);
            assert!(said.contains(part), "{issuer} {more}: {said}");
        };
        let id = "client_id = 'a'\n";
        check("http://id.example.com", id, "https://");
        check("https://id.example.com?a=b", id, "issuer");
        check("https://id.example.com#a", id, "issuer");
        check("https://id.example.com", "client_id = ''", "client_id");
        check("https://id.example.com", "", "client_id");
        check("https://id.example.com", &format!("{id}title = ''"), "title");
        check("https://id.example.com", &format!("{id}title = '{}'", "a".repeat(65)), "title");
        check("https://id.example.com", &format!("{id}scopes = ['a b']"), "scopes");
        check("https://id.example.com", &format!("{id}secret = 'a'"), "secret");
        assert!(read("issuer = 'http://127.0.0.1:8443'\nclient_id = 'a'").is_ok());
        assert!(read("issuer = 'http://localhost'\nclient_id = 'a'").is_ok());
    }
}

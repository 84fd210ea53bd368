//! Sources of accounts: whether they can be asked, and whether accounts have lost theirs.

use std::net::IpAddr;
use std::path::Path;

use futures_util::future::join_all;
use text::message;

use crate::db::examination::{Company, accounts_of_sources};
use crate::identity::{SourceError, Sources};
use crate::model::finding::{Finding, SourceTrouble};
use crate::settings::{LdapEncryption, Settings, SourceKind, SourceSettings};

/// What there is to say about sources. Each is asked once, as long as its time limit allows; nobody's password is used.
pub(super) async fn examine(settings: &Settings, file: &Path, company: Option<Company>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = settings.sources.iter().filter_map(plain).collect();
    match Sources::new(&settings.sources) {
        Ok(sources) => {
            let asked = sources.iter().map(|source| async {
                let name = source.name().to_string();
                match source.probe().await {
                    Ok(()) => Finding::SourceWell(name),
                    Err(error) => away(name, error),
                }
            });
            findings.extend(join_all(asked).await);
        }
        Err(error) => {
            let said = message!("doctor-sources", detail = error.to_string());
            findings.push(Finding::Unusable { id: "sources", said });
        }
    }
    // Whether the database can be read at all is another finding.
    let known = match company.filter(|_| file.exists()) {
        Some(company) => accounts_of_sources(file, company).await.unwrap_or_default(),
        None => Vec::new(),
    };
    let lost =
        known.into_iter().filter(|(name, _)| settings.sources.iter().all(|source| source.name != *name));
    findings.extend(lost.map(|(name, accounts)| Finding::SourceUnknown { source: name.into(), accounts }));
    findings
}

fn away(source: String, error: SourceError) -> Finding {
    let (trouble, detail) = match error {
        SourceError::Late => (SourceTrouble::Late, String::new()),
        SourceError::NotReached(detail) => (SourceTrouble::NotReached, detail),
        SourceError::Failing(detail) => (SourceTrouble::Failing, detail),
        SourceError::NotUnderstood(detail) => (SourceTrouble::NotUnderstood, detail),
        SourceError::Refused(detail) => (SourceTrouble::Refused, detail),
        error @ (SourceError::LeftAlone | SourceError::Busy) => (SourceTrouble::Failing, error.to_string()),
    };
    Finding::SourceAway { source, trouble, detail }
}

/// A source that passwords reach in clear over a network.
fn plain(source: &SourceSettings) -> Option<Finding> {
    let host = match &source.kind {
        SourceKind::OpenXchange(own) if own.url.scheme() == "http" => own.url.host_str().unwrap_or_default(),
        SourceKind::Ldap(own) if own.encryption == LdapEncryption::None => own.host(),
        SourceKind::Local
        | SourceKind::OpenXchange(_)
        | SourceKind::Ldap(_)
        | SourceKind::OpenIdConnect(_) => return None,
    };
    let is_this_machine =
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    (!is_this_machine)
        .then(|| Finding::SourcePlain { source: source.name.to_string(), host: host.to_owned() })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::plain;
    use crate::settings::Settings;

    #[test]
    fn passwords_in_clear_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let check = |url: &str, expected: bool| {
            let table = format!("[[source]]\nkind = 'open-xchange'\nurl = '{url}'\nallow_plain_http = true");
            fs::write(folder.path().join("oxupdated.toml"), table).unwrap();
            let settings = Settings::load(folder.path(), None, |_| None, None).unwrap();
            assert_eq!(settings.sources.iter().any(|source| plain(source).is_some()), expected, "{url}");
        };
        check("https://ox.example.com/ajax", false);
        check("http://ox.example.com/ajax", true);
        check("http://192.0.2.1/ajax", true);
        check("http://127.0.0.1:8009/ajax", false);
        check("http://localhost/ajax", false);
    }
}

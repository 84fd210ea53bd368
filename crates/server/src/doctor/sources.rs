//! Sources of accounts: whether they can be asked, and whether accounts have lost theirs.

use std::net::IpAddr;
use std::path::Path;

use futures_util::future::join_all;
use text::message;

use crate::db::examination::{Company, accounts_of_sources, used_accounts};
use crate::identity::{GuardedSource, KnownAccount, LookUp, SourceError, Sources};
use crate::model::finding::{Finding, SourceTrouble};
use crate::model::source::{GONE_TOGETHER_MIN, SourceStanding, UsedAccount};
use crate::settings::{LdapEncryption, Settings, SourceKind, SourceSettings};

/// How many accounts in use are looked through for those to ask about.
const ACCOUNTS_MAX: u32 = 1000;

/// What there is to say about sources. Each is asked once, as long as its time limit allows, and about a few accounts; nobody's password is used.
pub(super) async fn examine(settings: &Settings, file: &Path, company: Option<Company>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = settings.sources.iter().filter_map(plain).collect();
    // Whether the database can be read at all is another finding.
    let company = company.filter(|_| file.exists());
    let used = match company {
        Some(company) => used_accounts(file, company, ACCOUNTS_MAX).await.unwrap_or_default(),
        None => Vec::new(),
    };
    match Sources::new(&settings.sources) {
        Ok(sources) => {
            let asked = sources.iter().map(|source| async {
                let name = source.name().to_string();
                match source.probe().await {
                    Ok(()) if takes_all_for_gone(source, &used).await => {
                        Finding::SourceEmpty { source: name, accounts: GONE_TOGETHER_MIN }
                    }
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
    let known = match company {
        Some(company) => accounts_of_sources(file, company).await.unwrap_or_default(),
        None => Vec::new(),
    };
    let lost =
        known.into_iter().filter(|(name, _)| settings.sources.iter().all(|source| source.name != *name));
    findings.extend(lost.map(|(name, accounts)| Finding::SourceUnknown { source: name.into(), accounts }));
    findings
}

/// Asks about a few accounts that counted until now, if there are as many.
async fn takes_all_for_gone(source: &GuardedSource, used: &[UsedAccount]) -> bool {
    let counts =
        |account: &&UsedAccount| account.source == *source.name() && account.standing != SourceStanding::Gone;
    let asked: Vec<&UsedAccount> = used.iter().filter(counts).take(GONE_TOGETHER_MIN).collect();
    for account in &asked {
        let known = KnownAccount { key: account.key.clone(), name: account.name.clone() };
        if source.look_up(&known).await != Ok(LookUp::Gone) {
            return false;
        }
    }
    asked.len() == GONE_TOGETHER_MIN
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
    use std::sync::Arc;

    use super::{plain, takes_all_for_gone};
    use crate::identity::fake_source::{FakeSource, told};
    use crate::identity::{Source, Sources};
    use crate::model::name::Name;
    use crate::model::source::{SourceStanding, UsedAccount};
    use crate::model::user::UserId;
    use crate::settings::Settings;

    #[tokio::test]
    async fn a_source_that_takes_all_for_gone_is_told() {
        let check = async |name: &str, standing, accounts: i64, there: &[i64], expected: bool| {
            let fake = Arc::new(FakeSource::new("ox"));
            fake.tell_without_password();
            for number in there {
                fake.add(
                    &format!("{number}"),
                    "secret",
                    told(&format!("{number}"), &format!("{number}"), ""),
                );
            }
            let sources = Sources::of([fake as Arc<dyn Source>]);
            let account = |number: i64| UsedAccount {
                user: UserId(number),
                name: Name::parse(&number.to_string()).unwrap(),
                source: name.parse().unwrap(),
                key: number.to_string(),
                standing,
                confirmed_at: None,
            };
            let used: Vec<UsedAccount> = (0..accounts).map(account).collect();
            let found = takes_all_for_gone(sources.iter().next().unwrap(), &used).await;
            assert_eq!(found, expected, "{name} {standing:?} {accounts} {there:?}");
        };
        check("ox", SourceStanding::Present, 5, &[], true).await;
        check("ox", SourceStanding::Present, 9, &[], true).await;
        check("ox", SourceStanding::Present, 4, &[], false).await;
        check("ox", SourceStanding::Present, 5, &[4], false).await;
        check("ox", SourceStanding::Gone, 5, &[], false).await;
        check("another", SourceStanding::Present, 5, &[], false).await;
    }

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

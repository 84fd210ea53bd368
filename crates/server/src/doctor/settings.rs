//! Settings and the certificate that they name.

use std::net::TcpListener;

use jiff::Timestamp;
use url::Url;

use super::unusable;
use crate::error::Kind;
use crate::model::certificate::CertificateState;
use crate::model::finding::Finding;
use crate::rules::certificate::{Term, is_for, term};
use crate::rules::host::is_known_to_others;
use crate::rules::peer::may_listen;
use crate::settings::Settings;
use text::Explain;

/// What there is to say about settings.
pub(super) fn examine(settings: &Settings, now: Timestamp) -> Vec<Finding> {
    let mut findings: Vec<Finding> = encryption(settings).into_iter().collect();
    let at = settings.listen.ip();
    if !at.is_loopback() && !is_known_to_others(settings.public_url.as_deref(), &settings.allowed_hosts, at) {
        findings.push(Finding::NoHosts(settings.listen.to_string()));
    }
    if let Some(at) = settings.metrics_listen.filter(|at| !at.ip().to_canonical().is_loopback()) {
        findings.push(Finding::MetricsOpen(at.to_string()));
    }
    if let Some(files) = &settings.tls {
        match files.read() {
            Ok((_, certificate)) => findings.extend(judge(&certificate, settings, now)),
            Err(error) => findings.push(unusable("certificate", &error)),
        }
    }
    findings
}

fn encryption(settings: &Settings) -> Option<Finding> {
    if settings.tls.is_some() {
        let plain = settings.public_url.clone().filter(|url| url.starts_with("http://"));
        return plain.map(Finding::PublicUrlPlain);
    }
    let address = settings.listen.to_string();
    if !may_listen(settings.listen.ip(), &settings.trusted_proxies, settings.allow_plain_http) {
        let said = crate::error::Error::from(Kind::PlainHttp(address)).message();
        return Some(Finding::Unusable { id: "listen", said });
    }
    let is_plain = !may_listen(settings.listen.ip(), &settings.trusted_proxies, false);
    is_plain.then_some(Finding::PlainHttp(address))
}

/// What there is to say about a certificate.
fn judge(certificate: &CertificateState, settings: &Settings, now: Timestamp) -> Vec<Finding> {
    let ends_at = certificate.ends_at.to_string();
    let in_time = match term(certificate, now) {
        Term::Good => None,
        Term::NotYet => Some(Finding::CertificateEarly(certificate.begins_at.to_string())),
        Term::Ended => Some(Finding::CertificateEnded(ends_at)),
        Term::EndsSoon => {
            let days = certificate.ends_at.duration_since(now).as_hours() / 24;
            Some(Finding::CertificateEndsSoon { at: ends_at, days })
        }
    };
    let host = settings.public_url.as_deref().and_then(|url| Url::parse(url).ok());
    let host = host.and_then(|url| url.host_str().map(str::to_owned));
    let names = certificate.names.join(", ");
    let other = host.filter(|host| !is_for(certificate, host));
    let other = other.map(|host| Finding::CertificateName { host, names });
    in_time.into_iter().chain(other).collect()
}

/// Whether the server could listen where it should; only while it does not.
pub(super) fn port(settings: &Settings) -> Option<Finding> {
    let error = TcpListener::bind(settings.listen).err()?;
    Some(Finding::PortTaken { address: settings.listen.to_string(), detail: error.to_string() })
}

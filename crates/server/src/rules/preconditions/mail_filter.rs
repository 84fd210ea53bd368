//! The plug-ins for mail filters and vacation notices: a package, its configuration, and what the Sieve server offers.
//!
//! No property names the actions of the mail filter: they come from the Sieve server, so that is asked.

use text::{Explain, Message, message};

use super::configuration::{
    BLACKLIST, Configuration, FileRead, LOGIN_TYPE, Layout, Looked, MAIL_FILTER, PORT, SERVER,
    VACATION_DOMAINS,
};
use super::packages::Packages;
use super::version::OpenXchangeVersion;
use super::{Machine, SieveTold, Site, absent, file_of, of_server, package};
use crate::model::precondition::{Judgement, PlugIn, Precondition};
use crate::model::sieve_address::SieveAddress;

const PACKAGE: &str = "open-xchange-mailfilter";
/// The extension of Sieve that answers mail. Source: RFC 5230.
const VACATION: &str = "vacation";

/// What is so of both plug-ins.
pub(super) fn judge(site: &Site) -> Vec<Precondition> {
    vec![
        package(site, PlugIn::MailFilter, "filter-package", PACKAGE),
        file(site),
        package(site, PlugIn::VacationNotice, "vacation-package", PACKAGE),
        offered(site),
        blacklist(site),
        domains(site),
    ]
}

/// The Sieve server that the configuration names for everybody.
///
/// # Errors
/// The reason why it cannot be told which one that is.
pub(crate) fn sieve_address(
    configuration: &Configuration,
    packages: Option<&Packages>,
    machine: Machine,
) -> Result<SieveAddress, Message> {
    let layout = configuration.layout(packages.and_then(Packages::version))?;
    let look = |spellings| match configuration.find_either(layout, spellings) {
        Looked::Value { value, .. } => Ok(Some(value).filter(|value| !value.is_empty())),
        Looked::Absent { .. } => Ok(None),
        Looked::Unknown(why) => Err(why),
    };
    match look(LOGIN_TYPE)?.as_deref() {
        Some("global") => {}
        Some("user") => return Err(message!("sieve-each-user")),
        None => return Err(message!("sieve-each-user-unset")),
        Some(other) => return Err(message!("sieve-login-type", value = other)),
    }
    let server = look(SERVER)?.ok_or_else(|| message!("sieve-no-server"))?;
    let port = look(PORT)?.ok_or_else(|| message!("sieve-no-port"))?;
    let address = port.parse().ok().and_then(|port| SieveAddress::new(&server, port));
    let address = address.ok_or_else(|| message!("sieve-address-wrong", server = server, port = port))?;
    if address.is_loopback() && machine == Machine::Unknown {
        return Err(message!("sieve-of-another-machine", address = address.to_string()));
    }
    Ok(address)
}

/// Whether the mail filter is configured at all.
fn file(site: &Site) -> Precondition {
    let make = |judgement, found| of_server(PlugIn::MailFilter, "filter-file", judgement, found);
    let layout = match site.layout() {
        Ok(layout) => layout,
        Err(why) => return make(Judgement::CannotTell, why),
    };
    let (name, read) = site.configuration.file(layout, MAIL_FILTER);
    match read {
        Some(FileRead::Read(_)) => {
            make(Judgement::Met, message!("precondition-file-there", file = &name)).at(name)
        }
        Some(FileRead::Broken(error)) => {
            let found = message!("configuration-broken", file = &name, line = error.line);
            make(Judgement::NotMet, found)
                .advised(message!("precondition-file-mend", file = &name))
                .at(format!("{name}:{}", error.line))
        }
        Some(FileRead::Unreadable(detail)) => {
            let found = message!("configuration-unreadable", file = &name, detail = detail);
            make(Judgement::CannotTell, found).at(name)
        }
        None if site.is_at_least(OpenXchangeVersion::LEAN) == Some(true) => {
            make(Judgement::Met, message!("precondition-file-not-needed", file = &name)).at(name)
        }
        None => match (site.configuration.gap(layout), site.is_at_least(OpenXchangeVersion::LEAN)) {
            (Some(gap), _) => make(Judgement::CannotTell, gap.clone()).at(name),
            // Up to 7.10 it has to be there, and whether this is an older one is not known.
            (None, None) => make(Judgement::CannotTell, message!("precondition-file-unclear", file = &name))
                .advised(message!("precondition-packages-name"))
                .at(name),
            (None, Some(_)) => make(Judgement::NotMet, message!("precondition-file-absent", file = &name))
                .advised(message!("precondition-package-install", package = PACKAGE))
                .at(name),
        },
    }
}

/// Whether the Sieve server can answer mail.
fn offered(site: &Site) -> Precondition {
    let make = |judgement, found| of_server(PlugIn::VacationNotice, "vacation-offered", judgement, found);
    let (address, greeting) = match &site.sieve {
        SieveTold::NotWanted => return make(Judgement::CannotTell, message!("sieve-not-wanted")),
        SieveTold::NotAsked(why) => {
            return make(Judgement::CannotTell, why.clone()).advised(message!("sieve-name"));
        }
        SieveTold::Asked(address, greeting) => (address.to_string(), greeting),
    };
    let offers = match greeting {
        Ok(greeting) => greeting.offers(VACATION),
        Err(trouble) => {
            let found =
                message!("precondition-sieve-trouble", address = &address, reason = trouble.message());
            return make(Judgement::CannotTell, found).at(address).advised(message!("sieve-name"));
        }
    };
    match offers {
        Some(true) => {
            make(Judgement::Met, message!("precondition-sieve-offers", address = &address)).at(address)
        }
        Some(false) => make(Judgement::NotMet, message!("precondition-sieve-lacks", address = &address))
            .at(address)
            .advised(message!("precondition-sieve-turn-on")),
        None => make(Judgement::CannotTell, message!("precondition-sieve-tells-none", address = &address))
            .at(address),
    }
}

/// Whether the mail filter hides the action.
fn blacklist(site: &Site) -> Precondition {
    let make = |judgement, found| of_server(PlugIn::VacationNotice, "vacation-blacklist", judgement, found);
    match look(site, |layout| site.configuration.find(layout, MAIL_FILTER, BLACKLIST)) {
        Looked::Unknown(why) => make(Judgement::CannotTell, why),
        Looked::Value { value, place } => {
            let is_on = value.split(',').any(|action| action.trim().eq_ignore_ascii_case(VACATION));
            if is_on {
                make(
                    Judgement::NotMet,
                    message!("precondition-blacklist-has", key = BLACKLIST, value = value),
                )
                .advised(message!("precondition-blacklist-take", key = BLACKLIST, place = file_of(&place)))
                .at(place)
            } else {
                make(Judgement::Met, message!("precondition-blacklist-clear", key = BLACKLIST)).at(place)
            }
        }
        Looked::Absent { file, is_there } => match site.configuration.context_set(BLACKLIST) {
            Some((why, place)) => make(Judgement::CannotTell, why).at(place.unwrap_or(&file)),
            None => match absent(site, BLACKLIST, &file, is_there) {
                Some(why) => make(Judgement::CannotTell, why),
                None => make(Judgement::Met, message!("precondition-blacklist-unset", key = BLACKLIST)),
            },
        },
    }
}

/// Whom vacation notices go to; a restriction is told, and hinders nobody.
fn domains(site: &Site) -> Precondition {
    let make = |judgement, found| of_server(PlugIn::VacationNotice, "vacation-domains", judgement, found);
    match look(site, |layout| site.configuration.find_either(layout, VACATION_DOMAINS)) {
        Looked::Unknown(why) => make(Judgement::CannotTell, why),
        Looked::Value { value, place } if !value.is_empty() => {
            let found = message!("precondition-domains-some", domains = value);
            make(Judgement::Met, found).at(place).advised(message!("precondition-domains-widen"))
        }
        Looked::Value { place, .. } => make(Judgement::Met, message!("precondition-domains-all")).at(place),
        Looked::Absent { file, is_there } => match absent(site, VACATION_DOMAINS.1, &file, is_there) {
            Some(why) => make(Judgement::CannotTell, why),
            None => make(Judgement::Met, message!("precondition-domains-unset", key = VACATION_DOMAINS.1)),
        },
    }
}

fn look(site: &Site, find: impl Fn(Layout) -> Looked) -> Looked {
    site.layout().map_or_else(Looked::Unknown, find)
}

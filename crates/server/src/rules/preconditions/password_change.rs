//! The plug-in that changes passwords: a part that takes the request, and one way in which the password is changed.
//!
//! Up to 8.9 each way is a package, and the two conflict. From 8.10 on both are in `open-xchange-core`, and properties turn them on.

use text::message;

use super::configuration::{
    Configuration, DATABASE_ENABLED, Layout, Looked, PASSWORD_CHANGE, PASSWORD_SCRIPT, SCRIPT,
    SCRIPT_ENABLED, is_true,
};
use super::packages::{PackageState, Packages};
use super::script::ScriptSeen;
use super::version::OpenXchangeVersion;
use super::{Site, of_server, package, package_unknown, script};
use crate::model::precondition::{Judgement, PlugIn, Precondition};

const SERVLET: &str = "open-xchange-passwordchange-servlet";
const DATABASE: &str = "open-xchange-passwordchange-database";
const BY_SCRIPT: &str = "open-xchange-passwordchange-script";
/// What the names of all ways to change passwords begin with.
const PREFIX: &str = "open-xchange-passwordchange-";

/// Whether the script is what changes passwords.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScriptUse {
    /// It is.
    Used,
    /// It is not.
    Unused,
    /// Who knows.
    Unknown,
}

/// What is so of the plug-in.
pub(super) fn judge(site: &Site) -> Vec<Precondition> {
    let (backend, used) = match site.is_at_least(OpenXchangeVersion::PASSWORDS_IN_CORE) {
        Some(true) => enabled(site),
        Some(false) => installed(site),
        // Without a version, packages cannot be known either.
        None => installed(site),
    };
    let mut found = vec![servlet(site), backend];
    match used {
        ScriptUse::Unused => {}
        used => found.push(by_script(site, used)),
    }
    found
}

/// The path of the script, where the configuration names one.
pub(crate) fn script_path(configuration: &Configuration, packages: Option<&Packages>) -> Option<String> {
    let layout = configuration.layout(packages.and_then(Packages::version)).ok()?;
    match configuration.find(layout, PASSWORD_SCRIPT, SCRIPT) {
        Looked::Value { value, .. } => Some(value).filter(|path| is_plain(path)),
        _ => None,
    }
}

/// Whether a path is one that means the same here and there: whole, and of characters that every encoding has.
fn is_plain(path: &str) -> bool {
    path.starts_with('/') && path.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
}

fn servlet(site: &Site) -> Precondition {
    let id = "password-servlet";
    let core = message!("precondition-package-in-core", package = SERVLET);
    match (&site.packages, site.is_at_least(OpenXchangeVersion::ONE_CORE)) {
        (Ok(packages), Some(true)) if packages.state(SERVLET) == PackageState::Absent => {
            // The server is there and of such a version, so its core is there too, under whatever name.
            of_server(PlugIn::PasswordChange, id, Judgement::Met, core).at(&packages.place)
        }
        _ => package(site, PlugIn::PasswordChange, id, SERVLET),
    }
}

/// Up to 8.9: exactly one of the packages.
fn installed(site: &Site) -> (Precondition, ScriptUse) {
    let (plug_in, id) = (PlugIn::PasswordChange, "password-backend");
    let packages = match &site.packages {
        Ok(packages) => packages,
        Err(unknown) => {
            let names = format!("{DATABASE}, {BY_SCRIPT}");
            return (package_unknown(plug_in, id, &names, unknown), ScriptUse::Unknown);
        }
    };
    let is_there = |name: &str| matches!(packages.state(name), PackageState::There(_));
    let other = packages.beginning_with(PREFIX).find(|name| ![SERVLET, DATABASE, BY_SCRIPT].contains(name));
    let (judgement, found, advice, used) = match (is_there(DATABASE), is_there(BY_SCRIPT), other) {
        (true, true, _) => (
            Judgement::NotMet,
            message!("precondition-backend-both", database = DATABASE, script = BY_SCRIPT),
            Some(message!("precondition-backend-choose", database = DATABASE, script = BY_SCRIPT)),
            ScriptUse::Used,
        ),
        (true, false, _) => (
            Judgement::Met,
            message!("precondition-backend-database", package = DATABASE),
            None,
            ScriptUse::Unused,
        ),
        (false, true, _) => (
            Judgement::Met,
            message!("precondition-backend-script", package = BY_SCRIPT),
            None,
            ScriptUse::Used,
        ),
        (false, false, Some(other)) => (
            Judgement::CannotTell,
            message!("precondition-backend-other", package = other),
            None,
            ScriptUse::Unused,
        ),
        (false, false, None) => (
            Judgement::NotMet,
            message!("precondition-backend-none", database = DATABASE, script = BY_SCRIPT),
            Some(message!("precondition-backend-install", database = DATABASE, script = BY_SCRIPT)),
            ScriptUse::Unused,
        ),
    };
    let mut found = of_server(plug_in, id, judgement, found).at(&packages.place);
    found.advice = advice;
    (found, used)
}

/// From 8.10 on: at least one of the properties.
fn enabled(site: &Site) -> (Precondition, ScriptUse) {
    let (plug_in, id) = (PlugIn::PasswordChange, "password-backend");
    let unknown = |found| (of_server(plug_in, id, Judgement::CannotTell, found), ScriptUse::Unknown);
    let layout = match site.layout() {
        Ok(layout) => layout,
        Err(why) => return unknown(why),
    };
    let look = |file: &str, key: &'static str| site.configuration.find(layout, file, key);
    let by_script = look(PASSWORD_SCRIPT, SCRIPT_ENABLED);
    let by_database = look(PASSWORD_CHANGE, DATABASE_ENABLED);
    let is_on = |looked: &Looked| matches!(looked, Looked::Value { value, .. } if is_true(value));
    let used = match &by_script {
        Looked::Unknown(_) => ScriptUse::Unknown,
        looked if is_on(looked) => ScriptUse::Used,
        _ => ScriptUse::Unused,
    };
    for (looked, key) in [(&by_database, DATABASE_ENABLED), (&by_script, SCRIPT_ENABLED)] {
        if let (true, Looked::Value { place, .. }) = (is_on(looked), looked) {
            let found = message!("precondition-backend-enabled", key = key);
            return (of_server(plug_in, id, Judgement::Met, found).at(place), used);
        }
    }
    for (looked, key) in [(by_database, DATABASE_ENABLED), (by_script, SCRIPT_ENABLED)] {
        if let Looked::Unknown(why) = looked {
            return unknown(why);
        }
        if let Some((why, _)) = site.configuration.context_set(key) {
            return unknown(why);
        }
    }
    let (file, _) = site.configuration.file(layout, PASSWORD_CHANGE);
    let found =
        message!("precondition-backend-disabled", database = DATABASE_ENABLED, script = SCRIPT_ENABLED);
    let advice = message!(
        "precondition-backend-enable",
        file = &file,
        database = DATABASE_ENABLED,
        script = SCRIPT_ENABLED
    );
    (of_server(plug_in, id, Judgement::NotMet, found).at(file).advised(advice), used)
}

/// The script, where it is what changes passwords.
fn by_script(site: &Site, used: ScriptUse) -> Precondition {
    let (plug_in, id) = (PlugIn::PasswordChange, "password-script");
    let layout = match site.layout() {
        Ok(layout) => layout,
        Err(why) => return of_server(plug_in, id, Judgement::CannotTell, why),
    };
    let judged = script_in(site, layout);
    if used == ScriptUse::Unknown && judged.judgement != Judgement::Met {
        let found = message!("precondition-script-use-unknown", found = judged.found);
        return Precondition { judgement: Judgement::CannotTell, found, ..judged };
    }
    judged
}

fn script_in(site: &Site, layout: Layout) -> Precondition {
    let (plug_in, id) = (PlugIn::PasswordChange, "password-script");
    let set = |file: &str| message!("precondition-script-set", file = file, key = SCRIPT);
    let (value, place) = match site.configuration.find(layout, PASSWORD_SCRIPT, SCRIPT) {
        Looked::Unknown(why) => return of_server(plug_in, id, Judgement::CannotTell, why),
        Looked::Absent { file, .. } => {
            let found = message!("precondition-script-unset", key = SCRIPT);
            let advice = set(&file);
            return of_server(plug_in, id, Judgement::NotMet, found).at(file).advised(advice);
        }
        Looked::Value { value, place } => (value, place),
    };
    if value.is_empty() {
        let found = message!("precondition-script-unset", key = SCRIPT);
        let advice = set(&site.configuration.file(layout, PASSWORD_SCRIPT).0);
        return of_server(plug_in, id, Judgement::NotMet, found).at(place).advised(advice);
    }
    if !is_plain(&value) {
        let found = message!("precondition-script-path-unclear", path = value);
        return of_server(plug_in, id, Judgement::CannotTell, found).at(place);
    }
    let seen = site.script.as_ref().unwrap_or(&ScriptSeen::Elsewhere);
    let (judgement, found, advice) = script::judge(&value, seen);
    Precondition { advice, ..of_server(plug_in, id, judgement, found).at(place) }
}

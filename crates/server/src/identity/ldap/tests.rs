//! What the tests of this folder share, and directories that misbehave.

use super::Ldap;
use crate::model::permission::Permission;
use crate::model::source::PermissionMapping;
use crate::settings::LdapSettings;

mod asked;
mod encrypted;
mod hostile;
#[path = "../../../tests/it/slapd.rs"]
#[allow(dead_code, reason = "stories of the whole server use the rest")]
mod slapd;

/// Settings with an account that asks, and whatever else is said.
pub(super) fn settings(rest: &str) -> LdapSettings {
    let common = "url = 'ldap://127.0.0.1'\nbase = 'dc=b'\n";
    let bind =
        if rest.contains("direct_bind") { "" } else { "bind_dn = 'cn=a'\nbind_password_file = 'password'\n" };
    toml::from_str(&format!("{common}{bind}{rest}")).unwrap()
}

/// A source with settings as a file has them. The groups `outlook` and the word `staff` mean something.
fn source(written: &str) -> Ldap {
    let permissions = |names: &[&str]| names.iter().map(|name| Permission::parse(name).unwrap()).collect();
    let mapping = PermissionMapping::new([
        ("outlook".to_owned(), permissions(&["olox20", "usm"])),
        ("staff".to_owned(), permissions(&["notifier"])),
    ]);
    Ldap::new("ldap".parse().unwrap(), &toml::from_str(written).unwrap(), &mapping).unwrap()
}

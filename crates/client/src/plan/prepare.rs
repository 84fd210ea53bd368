//! What Windows Installer is told about a verified package: decided by what the package itself says. Pure.
//!
//! Sources: Microsoft, "REINSTALLMODE property", "Applying Small Updates by Reinstalling the Product" and error 1316: a package that
//! replaces the one of an installed product has to bear its file name.

use catalog::msi::Metadata;
use catalog::{Platform, ProductCode};

use super::context::{Fit, fit, properties};
use super::item::{Choice, Item};
use super::kind::{Kind, is_plain_file_name, same_product};
use super::obstacle::Obstacle;
use crate::machine::Context;

/// Reinstalls what is installed from the new package: all files, registry, shortcuts, and the package that Windows keeps.
const IN_PLACE: &str = "REINSTALL=ALL REINSTALLMODE=vomus";

/// What Windows Installer is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preparation {
    /// What kind of update it is.
    pub kind: Kind,
    /// For whom it is installed; `None` if that is all the same.
    pub target: Option<Context>,
    /// Properties, as Windows Installer reads them from a command line: the publisher's, and behind them those of the update.
    pub property_line: String,
    /// The file name that the package has to have; `None` if any will do.
    pub file_name: Option<String>,
}

/// Decides how a verified package is installed on a PC that runs these platforms.
///
/// # Errors
/// The [`Obstacle`] that only the package itself could tell.
pub fn prepare(item: &Item, metadata: &Metadata, platforms: &[Platform]) -> Result<Preparation, Obstacle> {
    if let Some(platform) = metadata.platform {
        if !platforms.contains(&platform) {
            return Err(Obstacle::Platform(platform));
        }
        let installed = item.installed.iter().find_map(|one| one.platform);
        if let Some(installed) = installed.filter(|installed| *installed != platform) {
            return Err(Obstacle::OtherPlatform { offered: platform, installed });
        }
    }
    // What is verified has a code, and one that differs from each other one where it cannot be read.
    let product_code = ProductCode::parse(&metadata.product_code).ok();
    let kind =
        product_code.map_or(Kind::Major, |code| Kind::of(code, &item.product.version, &item.installed));
    let publisher = item.product.install_params.property_line();
    if kind.is_in_place() {
        let there = product_code.and_then(|code| same_product(code, &item.installed));
        let file_name = there.and_then(|there| there.package_name.clone());
        if file_name.as_deref().is_some_and(|name| !is_plain_file_name(name)) {
            return Err(Obstacle::PackageName);
        }
        let property_line = joined(&publisher, IN_PLACE);
        return Ok(Preparation { kind, target: item.target, property_line, file_name });
    }
    let elsewhere = item.target.filter(|target| fit(Some(metadata.scope), Some(*target)) == Fit::Elsewhere);
    let target = match (elsewhere, item.choice) {
        (None, _) => item.target,
        (Some(_), Choice::ByName) => None,
        (Some(target), Choice::ByRule) => return Err(Obstacle::BothRemain(target)),
    };
    let property_line = joined(&publisher, properties(metadata.scope, target));
    Ok(Preparation { kind, target, property_line, file_name: None })
}

fn joined(publisher: &str, own: &str) -> String {
    [publisher, own].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use catalog::msi::{Metadata, Payload};
    use catalog::{InstallParams, Platform, Product, Scope};

    use super::{Preparation, prepare};
    use crate::examples::{installed, product};
    use crate::machine::{Context, Installed};
    use crate::plan::{Inventory, Item, Kind, Obstacle, Plan};

    const OTHER: &str = "{00000000-0000-0000-0000-0000000000FF}";

    fn metadata() -> Metadata {
        Metadata {
            product_name: "Notes".to_owned(),
            product_version: "2.0".to_owned(),
            upgrade_code: None,
            product_code: OTHER.to_owned(),
            manufacturer: String::new(),
            language: String::new(),
            platform: Some(Platform::X64),
            scope: Scope::Machine,
            code_page: 1252,
            signed: false,
            payload: Payload::Embedded,
        }
    }

    /// The item of an offer that says nothing of its package's code, platform and scope.
    fn item(installed: Vec<Installed>) -> Item {
        let install_params = InstallParams::parse("/qn A=1").unwrap();
        let product = Product { product_code: None, install_params, ..product("Notes", "2.0") };
        let inventory = Inventory::from([(product.upgrade_code, installed)]);
        Plan::new(vec![product], &inventory, &[Platform::X64, Platform::X86]).items.remove(0)
    }

    fn check(item: &Item, metadata: &Metadata, expected: Result<(Kind, &str, Option<&str>), Obstacle>) {
        let prepared = prepare(item, metadata, &[Platform::X64, Platform::X86]);
        let told = prepared.as_ref().map_err(|obstacle| *obstacle).map(|prepared| {
            let Preparation { kind, property_line, file_name, .. } = prepared;
            (*kind, property_line.as_str(), file_name.as_deref())
        });
        assert_eq!(told, expected);
    }

    #[test]
    fn the_package_itself_tells_the_platform() {
        let of = |platform| Metadata { platform, ..metadata() };
        let fresh = item(Vec::new());
        let first = (Kind::First, "A=\"1\"", None);
        check(&fresh, &of(Some(Platform::X64)), Ok(first));
        check(&fresh, &of(Some(Platform::X86)), Ok(first));
        check(&fresh, &of(None), Ok(first));
        check(&fresh, &of(Some(Platform::Arm64)), Err(Obstacle::Platform(Platform::Arm64)));
        check(&fresh, &of(Some(Platform::Itanium)), Err(Obstacle::Platform(Platform::Itanium)));
        let x86 = item(vec![Installed { platform: Some(Platform::X86), ..installed("1.0") }]);
        let other = Obstacle::OtherPlatform { offered: Platform::X64, installed: Platform::X86 };
        check(&x86, &of(Some(Platform::X64)), Err(other));
        check(&x86, &of(Some(Platform::X86)), Ok((Kind::Major, "A=\"1\"", None)));
    }

    #[test]
    fn an_update_in_place_reinstalls_under_the_name_that_is_known() {
        let named = |name: Option<&str>, version: &str| {
            item(vec![Installed { package_name: name.map(str::to_owned), ..installed(version) }])
        };
        let same = Metadata { product_code: installed("1.0").product_code.to_string(), ..metadata() };
        let line = "A=\"1\" REINSTALL=ALL REINSTALLMODE=vomus";
        check(&named(Some("notes.msi"), "1.0"), &same, Ok((Kind::Minor, line, Some("notes.msi"))));
        check(&named(None, "1.0"), &same, Ok((Kind::Minor, line, None)));
        check(&named(Some("notes.msi"), "1.0"), &metadata(), Ok((Kind::Major, "A=\"1\"", None)));
        check(&named(Some(r"..\notes.msi"), "1.0"), &same, Err(Obstacle::PackageName));
        check(&named(Some(r"..\notes.msi"), "1.0"), &metadata(), Ok((Kind::Major, "A=\"1\"", None)));
        check(&named(None, "2.0.0"), &same, Ok((Kind::Small, line, None)));
    }

    #[test]
    fn the_package_itself_tells_for_whom_it_can_be_installed() {
        let of = |scope| Metadata { scope, ..metadata() };
        let there = |context| item(vec![Installed { context, ..installed("1.0") }]);
        let (machine, user) = (there(Context::Machine), there(Context::User));
        let major = |line| Ok((Kind::Major, line, None));
        check(&machine, &of(Scope::Machine), major("A=\"1\""));
        check(&machine, &of(Scope::Either), major("A=\"1\" ALLUSERS=1"));
        check(&user, &of(Scope::Either), major("A=\"1\" ALLUSERS=2 MSIINSTALLPERUSER=1"));
        check(&user, &of(Scope::User), major("A=\"1\""));
        check(&user, &of(Scope::Machine), Err(Obstacle::BothRemain(Context::User)));
        check(&machine, &of(Scope::User), Err(Obstacle::BothRemain(Context::Machine)));
        check(&user.chosen_by_name(), &of(Scope::Machine), major("A=\"1\""));
    }
}

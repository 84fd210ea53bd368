//! What a deputy makes of what it is handed: an offer that is one, a package at a plain place, and what Windows Installer is told, made anew
//! from them. Pure.

use catalog::msi::Metadata;
use catalog::{Platform, Product, Scope, xml};
use serde::{Deserialize, Serialize};

use crate::install_display::{Face, install_display};
use crate::machine::{Context, Desktop, Display, Installed};
use crate::plan::{Inventory, Plan, Preparation, Step, prepare};

/// Who may have asked: how much is shown follows from that, unless the publisher says it.
const FACES: [Face; 3] = [Face::Window, Face::CommandLine, Face::CommandLineInteractive];

/// What a deputy does not accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// What came is no order, or came at the wrong time.
    NotUnderstood,
    /// The offer is none, or one that no client would install.
    Offer,
    /// The deputy has no administrator's rights: Windows asked nobody.
    Rights,
    /// The package's path is not a plain one on a disk of this PC.
    Path,
    /// The package cannot be read.
    Unreadable,
    /// The folder in which deputies keep what they install is not administrators' own.
    Place,
    /// The folder for packages cannot be used.
    Folder,
    /// The package cannot be copied there.
    Copy,
    /// The package is not what was offered, or not any more.
    Package,
    /// The package is for one person only.
    ForOnePerson,
    /// The package cannot be installed here, or not so.
    Obstacle,
    /// The offered version or a newer one is installed.
    NothingToDo,
    /// Nobody would have it shown so.
    Display,
    /// Windows Installer could not be started.
    NotStarted,
}

impl Refusal {
    /// The refusal's name, for the details.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotUnderstood => "not-understood",
            Self::Offer => "offer",
            Self::Rights => "rights",
            Self::Path => "path",
            Self::Unreadable => "unreadable",
            Self::Place => "place",
            Self::Folder => "folder",
            Self::Copy => "copy",
            Self::Package => "package",
            Self::ForOnePerson => "for-one-person",
            Self::Obstacle => "obstacle",
            Self::NothingToDo => "nothing-to-do",
            Self::Display => "display",
            Self::NotStarted => "not-started",
        }
    }
}

/// The one product of an update.xml.
pub(super) fn offer(written: &str) -> Result<Product, Refusal> {
    let reading = xml::read(written.as_bytes()).map_err(|_| Refusal::Offer)?;
    let [product] = <[Product; 1]>::try_from(reading.products).map_err(|_| Refusal::Offer)?;
    let is_whole = reading.problems.is_empty() && (product.sha256.is_some() || product.md5.is_some());
    if !is_whole {
        return Err(Refusal::Offer);
    }
    if product.scope == Some(Scope::User) {
        return Err(Refusal::ForOnePerson);
    }
    Ok(product)
}

/// Whether a path of Windows names a file on a disk of this PC, and no share, device, pipe, stream or way around.
pub(super) fn is_plain_windows_path(path: &str) -> bool {
    let Some((drive, rest)) = path.split_once(":\\") else { return false };
    let is_drive = drive.len() == 1 && drive.chars().all(|letter| letter.is_ascii_alphabetic());
    let is_plain = |step: &str| {
        let strays = |letter: char| letter.is_control() || "/:*?\"<>|".contains(letter);
        // Windows drops dots and blanks at the end of a name.
        !step.is_empty() && !step.contains(strays) && !step.ends_with(['.', ' '])
    };
    is_drive && rest.split('\\').all(is_plain)
}

/// What Windows Installer is to do with a package, by the package itself, by what is installed for everyone, and by how much is to be shown.
pub(super) fn preparation(
    product: &Product,
    metadata: &Metadata,
    installed: Vec<Installed>,
    platforms: &[Platform],
) -> Result<Preparation, Refusal> {
    if metadata.scope == Scope::User {
        return Err(Refusal::ForOnePerson);
    }
    // What one person has is nothing to a deputy, whose person may be another one.
    let for_everyone = installed.into_iter().filter(|one| one.context == Context::Machine).collect();
    let inventory = Inventory::from([(product.upgrade_code, for_everyone)]);
    let plan = Plan::new(vec![product.clone()], &inventory, platforms);
    let mut item = plan.items.into_iter().find(|item| item.rest.is_none()).ok_or(Refusal::Obstacle)?;
    if item.obstacle.is_some() {
        return Err(Refusal::Obstacle);
    }
    if item.step() == Step::Nothing {
        return Err(Refusal::NothingToDo);
    }
    item.target = Some(Context::Machine);
    prepare(&item, metadata, platforms).map_err(|_| Refusal::Obstacle)
}

/// How much is shown: what was asked for, if some client of ours would ask for it.
pub(super) fn display(product: &Product, asked: Display, desktop: Desktop) -> Result<Display, Refusal> {
    let publisher = product.install_params.user_interface();
    let would = |face: &Face| install_display(publisher, *face, desktop) == asked;
    if FACES.iter().any(would) { Ok(asked) } else { Err(Refusal::Display) }
}

#[cfg(test)]
mod tests {
    use catalog::msi::{Metadata, Payload};
    use catalog::{InstallParams, Platform, Product, Scope, xml};

    use super::{Refusal, display, is_plain_windows_path, offer, preparation};
    use crate::examples::{installed, product};
    use crate::machine::{Context, Desktop, Display, Installed};
    use crate::state::Pending;

    const PLATFORMS: [Platform; 2] = [Platform::X64, Platform::X86];

    #[test]
    fn an_offer_is_one_product_that_a_client_would_install() {
        let plain = product("Notes", "2.0");
        let written = Pending::offer(&plain);
        assert_eq!(offer(&written).map(|offer| offer.version), Ok(plain.version.clone()));
        let check = |written: &str, expected: Refusal| {
            assert_eq!(offer(written), Err(expected), "{written}");
        };
        check("", Refusal::Offer);
        check("<html/>", Refusal::Offer);
        check(&xml::write(&[]), Refusal::Offer);
        check(&xml::write(&[plain.clone(), plain.clone()]), Refusal::Offer);
        check(&xml::write(&[Product { md5: None, ..plain.clone() }]), Refusal::Offer);
        let for_one = Product { scope: Some(Scope::User), ..plain.clone() };
        check(&xml::write(&[for_one]), Refusal::ForOnePerson);
        // What a publisher may not ask for, put in by hand.
        let params = Product { install_params: InstallParams::parse("A=\"HERE\"").unwrap(), ..plain };
        let written = xml::write(&[params]);
        assert!(offer(&written).is_ok());
        let smuggled = [
            "TRANSFORMS=\\\\evil\\x.mst",
            "ALLUSERS=&quot;&quot;",
            "REINSTALLMODE=amus",
            "PATCH=C:\\x.msp",
            "/i C:\\evil.msi",
            "/l*v C:\\windows\\x",
            "/forcerestart",
            "MSIINSTALLPERUSER=1",
            "lower=1",
            "SOURCELIST=\\\\evil\\share",
            "EXECUTEACTION=ADMIN TARGETDIR=C:\\x",
            "EXECUTEMODE=None",
            "ADDSOURCE=ALL",
            "COMPADDSOURCE={0}",
            "DISABLEROLLBACK=1",
            "SECONDSEQUENCE=1",
        ];
        for smuggled in smuggled {
            let changed = written.replace("A=&quot;HERE&quot;", smuggled).replace("A=\"HERE\"", smuggled);
            assert_ne!(changed, written, "{smuggled}");
            check(&changed, Refusal::Offer);
        }
    }

    #[test]
    fn a_package_lies_on_a_disk_of_this_pc() {
        let check = |path: &str, expected: bool| assert_eq!(is_plain_windows_path(path), expected, "{path}");
        check(r"C:\Users\anna\AppData\Local\OX Updater\packages\ab\notes.msi", true);
        check(r"d:\Größe & Maß\notes 2.0.msi", true);
        check(r"\\server\share\notes.msi", false);
        check(r"\\?\C:\notes.msi", false);
        check(r"\\.\pipe\notes", false);
        check(r"\\?\GLOBALROOT\Device\Mup\server\share\notes.msi", false);
        check(r"C:\a\..\notes.msi", false);
        check(r"C:\a\.\notes.msi", false);
        check(r"C:\a\\notes.msi", false);
        check(r"C:\a/notes.msi", false);
        check(r"C:\a\notes.msi:stream", false);
        check(r"C:\a\notes.msi.", false);
        check(r"C:\a\notes.msi ", false);
        check("C:\\a\\notes\0.msi", false);
        check(r"C:notes.msi", false);
        check(r"CC:\notes.msi", false);
        check(r"\notes.msi", false);
        check("notes.msi", false);
        check(r"C:\", false);
        check("", false);
    }

    fn metadata(scope: Scope) -> Metadata {
        Metadata {
            product_name: "Notes".to_owned(),
            product_version: "2.0".to_owned(),
            upgrade_code: None,
            product_code: "{00000000-0000-0000-0000-0000000000FF}".to_owned(),
            manufacturer: String::new(),
            language: String::new(),
            platform: Some(Platform::X64),
            scope,
            code_page: 1252,
            signed: false,
            payload: Payload::Embedded,
        }
    }

    #[test]
    fn what_windows_installer_is_told_is_made_anew() {
        let offered = Product {
            product_code: None,
            install_params: InstallParams::parse("/qn A=1 /norestart").unwrap(),
            ..product("Notes", "2.0")
        };
        let there = |version: &str, context| Installed { context, ..installed(version) };
        let check = |offered: &Product,
                     metadata: &Metadata,
                     there: Vec<Installed>,
                     expected: Result<&str, Refusal>| {
            let made = preparation(offered, metadata, there.clone(), &PLATFORMS);
            let made = made.as_ref().map(|made| made.property_line.as_str()).map_err(|refusal| *refusal);
            assert_eq!(made, expected, "{there:?}");
        };
        let (machine, either) = (metadata(Scope::Machine), metadata(Scope::Either));
        check(&offered, &machine, Vec::new(), Ok("A=\"1\""));
        check(&offered, &either, Vec::new(), Ok("A=\"1\" ALLUSERS=1"));
        check(&offered, &machine, vec![there("1.0", Context::Machine)], Ok("A=\"1\""));
        check(&offered, &metadata(Scope::User), Vec::new(), Err(Refusal::ForOnePerson));
        // What somebody has alone does not count here.
        check(&offered, &either, vec![there("1.0", Context::User)], Ok("A=\"1\" ALLUSERS=1"));
        check(&offered, &either, vec![there("3.0", Context::User)], Ok("A=\"1\" ALLUSERS=1"));
        check(&offered, &machine, vec![there("2.0", Context::Machine)], Err(Refusal::NothingToDo));
        check(&offered, &machine, vec![there("3.0", Context::Machine)], Err(Refusal::NothingToDo));
        let arm = Metadata { platform: Some(Platform::Arm64), ..machine.clone() };
        check(&offered, &arm, Vec::new(), Err(Refusal::Obstacle));
        let offered_for_arm = Product { platform: Some(Platform::Arm64), ..offered.clone() };
        check(&offered_for_arm, &machine, Vec::new(), Err(Refusal::Obstacle));
        let same = Metadata { product_code: installed("1.0").product_code.to_string(), ..machine };
        let in_place = "A=\"1\" REINSTALL=ALL REINSTALLMODE=vomus";
        check(&offered, &same, vec![there("1.0", Context::Machine)], Ok(in_place));
        let evil = Installed { package_name: Some(r"..\evil.msi".to_owned()), ..installed("1.0") };
        check(&offered, &same, vec![evil], Err(Refusal::Obstacle));
    }

    #[test]
    fn it_is_shown_as_a_client_would_have_it() {
        let check = |params: &str, desktop, allowed: &[Display]| {
            let offered =
                Product { install_params: InstallParams::parse(params).unwrap(), ..product("Notes", "2.0") };
            let all = [Display::None, Display::Passive, Display::Basic, Display::Reduced, Display::Full];
            let found: Vec<Display> =
                all.into_iter().filter(|asked| display(&offered, *asked, desktop).is_ok()).collect();
            assert_eq!(found, allowed, "{params} {desktop:?}");
        };
        check("/qn", Desktop::Present, &[Display::None]);
        check("/passive", Desktop::Absent, &[Display::Passive]);
        check("", Desktop::Present, &[Display::Basic, Display::Full]);
        check("", Desktop::Absent, &[Display::None, Display::Full]);
    }

    #[test]
    fn a_refusal_has_the_name_that_goes_over_the_line() {
        for refusal in [
            Refusal::NotUnderstood,
            Refusal::Rights,
            Refusal::ForOnePerson,
            Refusal::Package,
            Refusal::Display,
        ] {
            assert_eq!(serde_json::to_string(&refusal).unwrap(), format!("\"{}\"", refusal.as_str()));
        }
    }
}

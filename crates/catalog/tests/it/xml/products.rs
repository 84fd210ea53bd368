//! Products for tests: one with everything, and arbitrary ones.

use catalog::{
    Icon, Importance, InstallParams, Md5, Platform, Product, ProductCode, ProductVersion, ReleaseDate, Scope,
    Sha256, UpgradeCode,
};
use proptest::option;
use proptest::prelude::*;

/// A product of which every element is given.
pub(super) fn full() -> Product {
    Product {
        name: "Connector & Friends <7.8.4>".to_owned(),
        version: ProductVersion::parse("7.8.4").unwrap(),
        upgrade_code: UpgradeCode::parse("{3bbb2d56-0b19-4c83-9266-307f49df9dd6}").unwrap(),
        md5: Some(Md5::parse("900150983CD24FB0D6963F7D28E17F72").unwrap()),
        release_date: ReleaseDate::parse("2017-05-23"),
        url: "https://updates.example/files/connector.msi?a=1&b=2".to_owned(),
        info_url: Some("https://updates.example/connector".to_owned()),
        icon: Some(icon(3)),
        install_params: InstallParams::parse("/passive OXURL=\"https://a.example\"").unwrap(),
        importance: Importance::Medium,
        sha256: Some(
            Sha256::parse("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad").unwrap(),
        ),
        size: Some(12_345_678),
        product_code: Some(ProductCode::parse("{12345678-0000-0000-0000-00000000000a}").unwrap()),
        platform: Some(Platform::X64),
        scope: Some(Scope::Machine),
        description: Some("Brings mail, tasks and appointments to Outlook – für alle.".to_owned()),
        release_notes: Some("Faster.\nNo more “]]>” in titles.".to_owned()),
        requires: Some("Windows 10, Outlook 2016".to_owned()),
        close_first: vec!["OUTLOOK.EXE".to_owned(), "lync.exe".to_owned()],
    }
}

/// An icon of one image of this many bytes.
pub(super) fn icon(size: u8) -> Icon {
    let mut bytes = vec![0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, size, 0, 0, 0, 22, 0, 0, 0];
    bytes.extend((0..size).map(|byte| byte.wrapping_mul(41)));
    Icon::new(bytes).unwrap()
}

/// Text as a listing lets it in: no blanks around it, no control characters but tabs and line feeds.
fn text(length_max: usize) -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        4 => "[a-zA-Z0-9äöüß.,:;–“”😀]",
        2 => "[ <>&'\"]",
        1 => Just("\n".to_owned()),
        1 => Just("\t".to_owned()),
        1 => Just("]]>".to_owned()),
        1 => Just("&amp;".to_owned()),
        1 => Just("<!-- -->".to_owned()),
        1 => Just("\r".to_owned()),
        1 => "[\u{7f}-\u{9f}\u{fffd}\u{e000}\u{10ffff}]",
    ];
    prop::collection::vec(letters, 1..length_max)
        .prop_map(|letters| letters.concat().trim().to_owned())
        .prop_filter("blanks alone are no text", |text| !text.is_empty())
}

fn guid() -> impl Strategy<Value = String> {
    "\\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\\}"
}

fn install_params() -> impl Strategy<Value = InstallParams> {
    let property = ("[A-Z][A-Z0-9_.]{0,8}", "[^\\p{Cc}\u{fffe}\u{ffff}]{0,12}");
    let start = prop::sample::select(vec!["", "/passive", "/qn /norestart", "/qb!"]);
    (start, prop::collection::vec(property, 0..4)).prop_map(|(start, properties)| {
        properties.into_iter().fold(InstallParams::parse(start).unwrap(), |params, (name, value)| {
            params.clone().with_property(&name, &value).unwrap_or(params)
        })
    })
}

/// Any product that a listing could have made.
pub(super) fn arbitrary() -> impl Strategy<Value = Product> {
    let original = (
        text(40),
        "[0-9]{1,5}(\\.[0-9]{1,5}){0,3}",
        guid(),
        option::of("[0-9a-f]{32}"),
        option::of(prop_oneof!["[0-3][0-9]\\.[01][0-9]\\.20[0-9]{2}", text(20)]),
        "[a-z0-9/.&?=%äöü<>'\"]{1,40}",
        option::of("https://[a-z0-9äöü][a-z0-9/.&?=%äöü]{1,40}"),
        option::of(1..40_u8),
        install_params(),
        prop::sample::select(vec![Importance::Low, Importance::Medium, Importance::High]),
    );
    let own = (
        option::of("[0-9a-f]{64}"),
        option::of(any::<u64>()),
        option::of(guid()),
        option::of(prop::sample::select(vec!["x86", "x64", "arm64", "arm", "itanium"])),
        option::of(prop::sample::select(vec!["machine", "user", "either"])),
        option::of(text(60)),
        option::of(text(200)),
        option::of(text(60)),
        prop::collection::vec("[A-Za-z0-9&ä]{1,8}\\.EXE", 0..4),
    );
    (original, own).prop_map(|(original, own)| {
        let (name, version, upgrade_code, md5, date, url, info_url, icon_size, install_params, importance) =
            original;
        let (sha256, size, product_code, platform, scope, description, release_notes, requires, close_first) =
            own;
        Product {
            name,
            version: ProductVersion::parse(&version).unwrap(),
            upgrade_code: UpgradeCode::parse(&upgrade_code).unwrap(),
            md5: md5.map(|md5| Md5::parse(&md5).unwrap()),
            release_date: date.as_deref().and_then(ReleaseDate::parse),
            url,
            info_url,
            icon: icon_size.map(icon),
            install_params,
            importance,
            sha256: sha256.map(|sha256| Sha256::parse(&sha256).unwrap()),
            size,
            product_code: product_code.map(|code| ProductCode::parse(&code).unwrap()),
            platform: platform.map(|platform| Platform::parse(platform).unwrap()),
            scope: scope.map(|scope| Scope::parse(scope).unwrap()),
            description,
            release_notes,
            requires,
            close_first,
        }
    })
}

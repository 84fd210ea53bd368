//! Tests of taking over.

use std::path::PathBuf;

use catalog::{Importance, InstallParams, Md5, ReleaseDate};
use text::Language;

use super::{Location, Plain, differences, listing};
use crate::model::package::Package;
use crate::rules::fixtures::package;

#[test]
fn a_package_is_where_its_url_says_beside_update_xml() {
    let check = |base: &str, written: &str, expected: Option<&str>| {
        let found = Location::parse(base).beside(written).ok().map(|location| match location {
            Location::File(path) => path.display().to_string(),
            Location::Web(url) => url.to_string(),
        });
        assert_eq!(found.as_deref(), expected, "{base} {written}");
    };
    let web = "https://ox.example.com:444/ajax/updater/update.xml";
    check(web, "https://other.example/a.msi", Some("https://other.example/a.msi"));
    check(web, "files/a.msi", Some("https://ox.example.com:444/ajax/updater/files/a.msi"));
    check(web, "/a.msi", Some("https://ox.example.com:444/a.msi"));
    check(web, "file:///srv/a.msi", None);
    check("/srv/old/update.xml", "file:///srv/a.msi", Some("/srv/a.msi"));
    check("/srv/old/update.xml", "a.msi", Some("/srv/old/a.msi"));
    check("/srv/old/update.xml", "sub\\a b.msi", Some("/srv/old/sub/a b.msi"));
    check("update.xml", "a.msi", Some("a.msi"));
    check("update.xml", "https://other.example/a.msi", Some("https://other.example/a.msi"));
    for nowhere in ["\\\\server\\share\\a.msi", "C:\\a.msi", "ftp://a.example/a.msi"] {
        check(web, nowhere, None);
        check("update.xml", nowhere, None);
    }
    assert_eq!(Location::parse("C:\\old\\update.xml"), Location::File(PathBuf::from("C:\\old\\update.xml")));
}

#[test]
fn nothing_goes_over_a_network_in_the_clear_unless_it_is_asked_for() {
    let check = |written: &str, expected: bool| {
        assert_eq!(Location::parse(written).allowed(Plain::Refused).is_ok(), expected, "{written}");
        assert!(Location::parse(written).allowed(Plain::Accepted).is_ok());
    };
    check("https://ox.example.com/update.xml", true);
    check("http://ox.example.com/update.xml", false);
    check("http://localhost.example.com/update.xml", false);
    check("http://localhost:8080/update.xml", true);
    check("http://127.0.0.1/update.xml", true);
    check("http://[::1]/update.xml", true);
    check("update.xml", true);
    for named in ["https://anna@ox.example.com/update.xml", "https://anna:secret@ox.example.com/update.xml"] {
        for plain in [Plain::Refused, Plain::Accepted] {
            let told = Location::parse(named).allowed(plain).unwrap_err().say(Language::English);
            assert!(told.contains("--user") && !told.contains("anna") && !told.contains("secret"), "{told}");
        }
    }
}

#[test]
fn a_package_that_is_another_one_is_told_by_each_difference() {
    let notes = package("Notes", "1.0.0", "x64", "");
    let digests =
        catalog::Digests { size: notes.size, md5: notes.product.md5.unwrap(), sha256: notes.sha256 };
    let check = |change: fn(&mut Package), expected: &[&str]| {
        let mut changed = notes.clone();
        change(&mut changed);
        let told = differences(&changed.product, &notes.metadata, &digests);
        let told: Vec<_> = told.iter().map(|one| one.say(Language::English)).collect();
        assert_eq!(told.len(), expected.len(), "{told:?}");
        for (told, expected) in told.iter().zip(expected) {
            assert!(told.starts_with(expected), "{told}");
        }
    };
    check(|_| {}, &[]);
    check(|package| package.product.md5 = None, &[]);
    check(|package| package.product.md5 = Some(Md5::parse(&"0".repeat(32)).unwrap()), &["MD5"]);
    check(|package| package.product.sha256 = None, &[]);
    check(|package| package.product.size = Some(1), &["Size"]);
    check(
        |package| package.product.version = catalog::ProductVersion::parse("1.0.0.1").unwrap(),
        &["Version"],
    );
    check(
        |package| {
            package.product = crate::rules::fixtures::package("Other", "2.0.0", "x64", "").product;
        },
        &["MD5", "SHA256", "UpgradeCode", "Version", "ProductCode"],
    );
}

#[test]
fn what_is_said_about_a_package_is_taken_over_and_nobodys_account_with_it() {
    let mut product = package("Notes", "1.0.0", "x64", "").product;
    product.importance = Importance::High;
    product.release_date = ReleaseDate::parse("21.09.2009");
    product.info_url = Some("https://example.com/".to_owned());
    product.install_params = InstallParams::parse(
        "/passive OXURL=\"https://ox.example.com\" OXEMAILADDRESS=\"anna@example.com\" OX_USERNAME=\"anna\" A=\"1\" /norestart",
    )
    .unwrap();
    let (change, notes) = listing(&product, &["webdavxml".to_owned()]);
    assert_eq!(change.name.as_deref(), Some("Notes"));
    assert_eq!(
        (change.importance, change.release_date.as_deref()),
        (Some(Importance::High), Some("21.09.2009"))
    );
    assert_eq!(change.requires_permissions, Some(vec!["webdavxml".to_owned()]));
    let params = change.install_params.unwrap();
    for part in [
        "/passive",
        "/norestart",
        "OXURL=\"https://ox.example.com\"",
        "OXEMAILADDRESS=\"${OX_EMAILADDRESS}\"",
        "OX_USERNAME=\"${OX_USERNAME}\"",
        "A=\"1\"",
    ] {
        assert!(params.contains(part), "{params}");
    }
    let said: Vec<_> = notes.iter().map(|note| note.say(Language::English)).collect();
    assert!(said.len() == 1 && said[0].contains("OXEMAILADDRESS, OX_USERNAME"), "{said:?}");

    product.install_params = InstallParams::default();
    product.md5 = None;
    product.release_date = ReleaseDate::parse("Summer 2015");
    let (change, notes) = listing(&product, &[]);
    assert_eq!((change.release_date.as_deref(), change.requires_permissions), (Some(""), None));
    assert_eq!(notes.len(), 2);
}

#[test]
fn what_a_person_names_is_a_file_or_on_the_web() {
    let check = |written: &str, expected: Option<Location>| {
        assert_eq!(Location::named(written).ok(), expected, "{written}");
    };
    let file = |path: &str| Some(Location::File(PathBuf::from(path)));
    check("update.xml", file("update.xml"));
    check("C:\\old\\update.xml", file("C:\\old\\update.xml"));
    check("file:///srv/update.xml", file("/srv/update.xml"));
    check("https://a.example/x.xml", Some(Location::parse("https://a.example/x.xml")));
    check("ftp://anna:secret@a.example/x.xml", None);
    let told = Location::named("ftp://anna:secret@a.example/x.xml").unwrap_err().say(Language::English);
    assert!(told.contains("“ftp”") && !told.contains("secret"), "{told}");
}

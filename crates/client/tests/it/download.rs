//! Downloads that break off, and servers that do not send what was offered.

use std::sync::atomic::{AtomicUsize, Ordering};

use catalog::report::OutcomeKind;
use catalog::{Product, ProductVersion, UpgradeCode, digest};
use client::fake::FakeMachine;
use client::machine::Proceed;
use client::updater::Progress;
use client::verify::{VerifyError, verify};

use crate::engine::{offer_of, site, site_with};
use crate::pc::{Pc, fixture_bytes, large_bytes, offer_of_bytes, update_xml};
use crate::web::{Answer, Asked, Web};

const PACKAGE: &str = "notes-2.0.0.msi";

/// A server whose catalog has one offer, and which answers the first, second … request for its package by a function.
fn shop(product: &Product, package: impl Fn(&Asked, usize) -> Answer + Send + Sync + 'static) -> Web {
    let xml = update_xml(std::slice::from_ref(product));
    let count = AtomicUsize::new(0);
    Web::start(move |asked: &Asked| match asked.path.as_str() {
        "/ajax/updater/update.xml" => Answer::ok(xml.as_slice()),
        "/ajax/updater/files/package.msi" => package(asked, count.fetch_add(1, Ordering::SeqCst)),
        _ => Answer::status(404),
    })
}

/// With which Range each request for the package came.
fn ranges(web: &Web) -> Vec<Option<String>> {
    let asked = web.asked_for("/package.msi");
    asked.iter().map(|asked| asked.header("range").map(str::to_owned)).collect()
}

fn range(first: usize) -> Option<String> {
    Some(format!("bytes={first}-"))
}

#[test]
fn a_cut_download_goes_on_where_it_stopped() {
    let bytes = fixture_bytes(PACKAGE);
    for cut in [1, 1000, bytes.len() / 2, bytes.len() - 1] {
        let served = bytes.clone();
        let web = shop(&offer_of(PACKAGE), move |asked, count| match count {
            0 => Answer::file(asked, &served, "\"a\"").cut(cut),
            _ => Answer::file(asked, &served, "\"a\""),
        });
        let ended = Pc::empty().install_one(&web.address());
        assert_eq!(ended.outcome.kind, OutcomeKind::Installed, "{cut}: {}", ended.outcome.sentence);
        assert_eq!(ranges(&web), [None, range(cut)]);
        assert_eq!(web.asked_for("/package.msi")[1].header("if-range"), Some("\"a\""));
    }
}

#[test]
fn a_download_goes_on_in_the_next_run_too() {
    let bytes = fixture_bytes(PACKAGE);
    let served = bytes.clone();
    let web = shop(&offer_of(PACKAGE), move |asked, count| match count {
        // The second brings nothing new, and so the run gives up.
        0 => Answer::file(asked, &served, "\"a\"").cut(1000),
        1 => Answer::file(asked, &served, "\"a\"").cut(0),
        _ => Answer::file(asked, &served, "\"a\""),
    });
    let pc = Pc::empty();
    let sentence = pc.refuses(&web.address(), OutcomeKind::DownloadFailed);
    assert!(
        sentence.starts_with("Fixture Notes 2.0.0 was not installed. The connection broke off."),
        "{sentence}"
    );
    assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
    assert_eq!(ranges(&web), [None, range(1000), range(1000)]);
    let [package] = pc.downloads().try_into().unwrap();
    assert_eq!(std::fs::read(package).unwrap(), bytes);
}

#[test]
fn a_download_that_breaks_off_again_and_again_ends() {
    let bytes = fixture_bytes(PACKAGE);
    let web = shop(&offer_of(PACKAGE), move |asked, _| Answer::file(asked, &bytes, "\"a\"").cut(100));
    Pc::empty().refuses(&web.address(), OutcomeKind::DownloadFailed);
    assert_eq!(web.asked_for("/package.msi").len(), 1 + client::download::RESUMES_MAX);
}

#[test]
fn a_download_is_cancelled_and_gone_on_with_later() {
    let bytes = large_bytes(PACKAGE);
    let web = site_with(&offer_of_bytes(&bytes, "files/package.msi"), bytes.clone());
    let pc = Pc::empty();
    let mut done = 0;
    let ended = pc.install_watching(&web.address(), &mut |progress| {
        if let Progress::Downloading(transfer) = progress {
            done = transfer.done;
        }
        Proceed::Cancel
    });
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Cancelled);
    assert!(done > 0 && done < bytes.len() as u64, "{done}");
    assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
    assert_eq!(ranges(&web), [None, range(usize::try_from(done).unwrap())]);
}

#[test]
fn nothing_is_ever_appended_to_a_part_of_something_else() {
    let bytes = fixture_bytes(PACKAGE);
    let other = fixture_bytes("notes-3.0.0.msi");
    type Next = fn(&Asked, &[u8]) -> Answer;
    let check = |what: &str, first: &[u8], next: Next, count: usize| {
        let (first, served) = (first.to_vec(), bytes.clone());
        let web = shop(&offer_of(PACKAGE), move |asked, count| match (count, asked.header("range")) {
            (0, _) => Answer::ok(first.as_slice()).header("etag", "\"a\"").cut(1000),
            (_, None) => Answer::ok(served.as_slice()).header("etag", "\"b\""),
            (_, Some(_)) => next(asked, &served),
        });
        let pc = Pc::empty();
        let ended = pc.install_one(&web.address());
        assert_eq!(ended.outcome.kind, OutcomeKind::Installed, "{what}: {}", ended.outcome.sentence);
        let [package] = pc.downloads().try_into().unwrap();
        assert_eq!(std::fs::read(package).unwrap(), bytes, "{what}");
        assert_eq!(web.asked_for("/package.msi").len(), count, "{what}");
    };
    check("Range is not understood", &bytes, |_, bytes| Answer::ok(bytes), 2);
    check(
        "the file changed",
        &same_size(&other, bytes.len()),
        |asked, bytes| Answer::file(asked, bytes, "\"b\""),
        2,
    );
    check(
        "another file's rest",
        &bytes,
        |asked, bytes| Answer::file(&asked.without("if-range"), bytes, "\"b\""),
        3,
    );
    check(
        "another range",
        &bytes,
        |_, bytes| Answer::partial(&bytes[500..], &format!("bytes 500-{}/{}", bytes.len() - 1, bytes.len())),
        3,
    );
    check(
        "a range without an end",
        &bytes,
        |_, bytes| Answer::partial(&bytes[1000..2000], &format!("bytes 1000-1999/{}", bytes.len())),
        3,
    );
    check(
        "fewer bytes than its range",
        &bytes,
        |_, bytes| {
            let range = format!("bytes 1000-{}/{}", bytes.len() - 1, bytes.len());
            Answer::partial(&bytes[1000..2000], &range)
        },
        3,
    );
    check("no range", &bytes, |_, bytes| Answer::partial(&bytes[1000..], ""), 3);
    check("beyond its end", &bytes, |_, _| Answer::status(416), 3);
}

fn same_size(bytes: &[u8], size: usize) -> Vec<u8> {
    bytes.iter().copied().cycle().take(size).collect()
}

#[test]
fn a_server_without_an_etag_or_with_a_weak_one_begins_anew() {
    let bytes = fixture_bytes(PACKAGE);
    for etag in [None, Some("W/\"a\"")] {
        let served = bytes.clone();
        let web = shop(&offer_of(PACKAGE), move |_, count| {
            let answer = Answer::ok(served.as_slice());
            let answer = etag.into_iter().fold(answer, |answer, etag| answer.header("etag", etag));
            if count == 0 { answer.cut(1000) } else { answer }
        });
        assert_eq!(Pc::empty().install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
        assert_eq!(ranges(&web), [None, None]);
    }
}

#[test]
fn what_is_not_what_was_offered_is_not_installed_and_not_kept() {
    let bytes = fixture_bytes(PACKAGE);
    let mut flipped = bytes.clone();
    flipped[bytes.len() / 2] ^= 1;
    let longer = [bytes.as_slice(), b"more"].concat();
    let offered = offer_of(PACKAGE);
    let unsized_offer = Product { size: None, ..offered.clone() };
    let check = |what: &str, offer: &Product, answer: Answer, sentence: &str| {
        let web = shop(offer, move |_, _| answer.clone());
        let pc = Pc::empty();
        let said = pc.refuses(&web.address(), OutcomeKind::VerificationFailed);
        assert!(said.contains(sentence), "{what}: {said}");
        assert_eq!(pc.downloads(), [] as [std::path::PathBuf; 0], "{what}");
    };
    let other = "its SHA-256 is another";
    let size = "bytes instead of";
    check("one bit", &offered, Answer::ok(flipped.as_slice()), other);
    check("one bit, without a size", &unsized_offer, Answer::ok(flipped), other);
    check("longer, and says so", &offered, Answer::ok(longer.as_slice()), size);
    check("longer, and does not say so", &offered, Answer::ok(longer.as_slice()).endless(), size);
    check("longer, without a size", &unsized_offer, Answer::ok(longer), other);
    check("shorter, and says so", &offered, Answer::ok(&bytes[..1000]), size);
    check("shorter, without a size", &unsized_offer, Answer::ok(&bytes[..1000]).endless(), other);
    check("nothing", &unsized_offer, Answer::ok(""), other);
}

#[test]
fn a_longer_part_leaves_nothing_behind() {
    let bytes = fixture_bytes(PACKAGE);
    let offer = Product { size: None, ..offer_of(PACKAGE) };
    let served = bytes.clone();
    let web = shop(&offer, move |_, count| match count {
        0 => Answer::ok(vec![7; 30_000]).header("etag", "\"a\"").cut(20_000),
        _ => Answer::ok(served.as_slice()).header("etag", "\"b\""),
    });
    let pc = Pc::empty();
    assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
    let [package] = pc.downloads().try_into().unwrap();
    assert_eq!(std::fs::read(package).unwrap(), bytes);
}

#[test]
fn wrong_bytes_are_found_as_they_come_and_found_again_on_disk() {
    let (offered, mut wrong) = (large_bytes(PACKAGE), large_bytes(PACKAGE));
    // Behind what the MSI itself says, which stays that of the offer.
    *wrong.last_mut().unwrap() = 1;
    let offer = offer_of_bytes(&offered, "files/package.msi");
    let pc = Pc::empty();
    let ended = pc.install_watching(&site_with(&offer, wrong.clone()).address(), &mut |progress| {
        assert!(matches!(progress, Progress::Downloading(_)), "{progress:?}");
        Proceed::GoOn
    });
    assert_eq!(ended[0].outcome.kind, OutcomeKind::VerificationFailed);

    let path = pc.folder.path().join("package.msi");
    std::fs::write(&path, &wrong).unwrap();
    let error = verify(&path, &offer, |_| ()).unwrap_err();
    assert!(matches!(error, VerifyError::Bytes { digest: "SHA-256" }), "{error:?}");
    std::fs::write(&path, &offered).unwrap();
    assert_eq!(verify(&path, &offer, |_| ()).unwrap().path(), path);
}

// Elsewhere a file that is held open can be replaced; what Windows does is what counts, and Wine does the same.
#[cfg(windows)]
#[test]
fn nobody_can_change_a_file_while_it_is_verified() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("package.msi");
    std::fs::write(&path, fixture_bytes(PACKAGE)).unwrap();
    let verified = verify(&path, &offer_of(PACKAGE), |_| ()).unwrap();
    assert!(std::fs::write(&path, "other").is_err());
    assert!(std::fs::remove_file(&path).is_err());
    assert!(std::fs::rename(&path, folder.path().join("other.msi")).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), fixture_bytes(PACKAGE));
    drop(verified);
    std::fs::write(&path, "other").unwrap();
}

#[test]
fn what_ends_early_is_a_connection_that_broke() {
    let bytes = fixture_bytes(PACKAGE);
    let web = shop(&offer_of(PACKAGE), move |_, _| Answer::ok(&bytes[..1000]).endless());
    Pc::empty().refuses(&web.address(), OutcomeKind::DownloadFailed);
}

#[test]
fn the_msi_inside_has_to_be_the_offered_one() {
    let offered = offer_of(PACKAGE);
    let check = |offer: Product, package: &str, property: &str| {
        let digests = digest::of(fixture_bytes(package).as_slice(), |_| ()).unwrap();
        let offer = Product {
            size: Some(digests.size),
            md5: Some(digests.md5),
            sha256: Some(digests.sha256),
            ..offer
        };
        let pc = Pc::empty();
        let said = pc.refuses(&site(&offer, package).address(), OutcomeKind::VerificationFailed);
        assert!(said.contains(property), "{package}: {said}");
        assert_eq!(pc.downloads(), [] as [std::path::PathBuf; 0]);
    };
    check(offered.clone(), "notes-3.0.0.msi", "its ProductVersion is “3.0.0” instead of “2.0.0”");
    check(offered.clone(), "failing-1.0.0.msi", "its UpgradeCode is");
    check(offered.clone(), "notes-2.0.0-x86.msi", "its ProductCode is");
    let without_code = Product { product_code: None, ..offered.clone() };
    check(without_code, "notes-2.0.0-x86.msi", "its Platform is “x86” instead of “x64”");
    let newer = ProductVersion::parse("2.0.1").unwrap();
    check(Product { version: newer, ..offered.clone() }, PACKAGE, "its ProductVersion is “2.0.0”");
    let stranger = UpgradeCode::parse("{0F5C2A10-6E0B-4D5A-8B3E-0000000000FE}").unwrap();
    check(Product { upgrade_code: stranger, ..offered.clone() }, PACKAGE, "its UpgradeCode is");
    check(offered.clone(), "not-an-msi.msi", "The package is not what was offered.");
    check(offered, "patch.msp", "The package is not what was offered.");
}

#[test]
fn an_offer_without_a_digest_is_not_even_fetched() {
    let offer = Product { md5: None, sha256: None, ..offer_of(PACKAGE) };
    let web = site(&offer, PACKAGE);
    let pc = Pc::empty();
    let check = pc.check(&web.address()).unwrap();
    assert_eq!(check.plan.ready().count(), 0);
    let server = crate::pc::server(&web.address());
    let updater = pc.updater(&server, &web.address());
    let lock = pc.lock();
    let ended = updater.install(&lock, &check.plan.items[0], &mut |_| Proceed::GoOn).unwrap();
    assert_eq!(ended.outcome.kind, OutcomeKind::VerificationFailed);
    assert_eq!(web.asked_for("/package.msi").len(), 0);
    assert_eq!(pc.machine.requests(), []);
}

#[test]
fn one_digest_is_enough_and_any_wrong_one_too_many() {
    let offered = offer_of(PACKAGE);
    let wrong = digest::of(&b"abc"[..], |_| ()).unwrap();
    let check = |offer: Product, kind: OutcomeKind| {
        let ended = Pc::empty().install_one(&site(&offer, PACKAGE).address());
        assert_eq!(ended.outcome.kind, kind, "{offer:?}");
    };
    check(Product { sha256: None, size: None, ..offered.clone() }, OutcomeKind::Installed);
    check(Product { md5: None, ..offered.clone() }, OutcomeKind::Installed);
    check(Product { md5: Some(wrong.md5), ..offered.clone() }, OutcomeKind::VerificationFailed);
    check(Product { sha256: Some(wrong.sha256), ..offered }, OutcomeKind::VerificationFailed);
}

#[test]
fn a_full_disk_is_found_before_anything_is_fetched() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let pc = Pc::new(FakeMachine::default().with_free_space(client::download::FREE_SPACE_MIN));
    let said = pc.refuses(&web.address(), OutcomeKind::DownloadFailed);
    assert!(said.contains("The disk is too full: 65 MB are needed and 64 MB are free."), "{said}");
    assert_eq!(web.asked_for("/package.msi").len(), 0);
    // Without an offered size the server says it, and nothing is written.
    let web = site(&Product { size: None, ..offer_of(PACKAGE) }, PACKAGE);
    pc.refuses(&web.address(), OutcomeKind::DownloadFailed);
    assert_eq!(web.asked_for("/package.msi").len(), 1);
}

#[test]
fn a_package_beyond_the_limit_is_not_fetched() {
    let size = client::download::PACKAGE_SIZE_MAX + 1;
    let web = site(&Product { size: Some(size), ..offer_of(PACKAGE) }, PACKAGE);
    let said = Pc::empty().refuses(&web.address(), OutcomeKind::DownloadFailed);
    assert!(said.contains("larger than 8192 MB"), "{said}");
    assert_eq!(web.asked_for("/package.msi").len(), 0);
}

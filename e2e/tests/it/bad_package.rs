//! What comes of an update whose package is not to be had as it was offered: one row for each fault. Nothing is ever installed.

use catalog::{Product, digest};
use client::cli::Exit;
use client::fake::FakeMachine;
use client::server::Server;
use client::web::Trust;
use e2e::{Answer, Asked, Authority, Misbehaving, Then};

use crate::shop::{PACKAGE, client_of, fixture_bytes, impatient_client_of, offer_of, selling};
use crate::station::Station;

const NOTES: &str = "notes-2.0.0.msi";

/// What is left of a download.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// No file at all.
    Nothing,
    /// A part, and what it is a part of.
    Part,
}

/// An update that meets such a package ends in a way, with a sentence, leaves this behind, and installs nothing.
fn check(
    what: &str,
    package: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
    exit: Exit,
    sentence: &str,
    left: Left,
) {
    let server = Misbehaving::plain(selling(&offer_of(NOTES), package));
    check_at(what, &server, &Trust::System, exit, sentence, left);
}

fn check_at(what: &str, server: &Misbehaving, trust: &Trust, exit: Exit, sentence: &str, left: Left) {
    let (client, waits) = client_of(server, trust);
    check_with(what, &client, exit, sentence, left);
    assert_eq!(waits.borrow().len(), 0, "{what}");
}

fn check_with(what: &str, client: &dyn Server, exit: Exit, sentence: &str, left: Left) {
    let station = Station::new("anna", FakeMachine::default());
    let ended = station.install_from(client);
    let said = ended[0].outcome.sentence.to_string();
    assert_eq!(Exit::from(ended[0].outcome.kind), exit, "{what}: {said}");
    assert!(said.starts_with("Fixture Notes 2.0.0 was not installed. "), "{what}: {said}");
    assert!(said.contains(sentence), "{what}: {said}");
    assert_eq!(station.installs(), 0, "{what}");
    let files = station.downloads();
    let names: Vec<_> = files.iter().filter_map(|file| file.file_name()?.to_str()).collect();
    let expected = match left {
        Left::Nothing => [].as_slice(),
        Left::Part => &["package.json", "package.part"],
    };
    assert_eq!(names, expected, "{what}");
}

#[test]
fn each_refusal_of_a_package_has_its_sentence() {
    let refused = |status| move |_: &Asked| Answer::status(status);
    let exit = Exit::DownloadFailed;
    let check = |status, sentence| check("status", refused(status), exit, sentence, Left::Nothing);
    check(401, "The server does not accept this name and password.");
    check(403, "The server does not give this to you.");
    check(404, "There is nothing at http://127.0.0.1:");
    check(500, "(HTTP status 500)");
    check(503, "The server is busy. Try again later.");
}

#[test]
fn a_package_that_breaks_off_leaves_only_what_can_be_gone_on_with() {
    let bytes = fixture_bytes(NOTES);
    let served = bytes.clone();
    let exit = Exit::DownloadFailed;
    let sentence = "The connection broke off.";
    let with_etag = move |asked: &Asked| match asked.before {
        0 => Answer::file(asked, &served, "\"a\"").cut(1000),
        _ => Answer::file(asked, &served, "\"a\"").cut(0),
    };
    check("cut, with a validator", with_etag, exit, sentence, Left::Part);
    let served = bytes.clone();
    let without = move |_: &Asked| Answer::ok(served.as_slice()).cut(1000);
    check("cut, without a validator", without, exit, sentence, Left::Nothing);
    let served = bytes.clone();
    let unannounced = move |_: &Asked| Answer::ok(&served[..1000]).unannounced();
    check("shorter than offered, without saying so", unannounced, exit, sentence, Left::Nothing);
}

#[test]
fn a_package_that_is_not_the_offered_one_is_not_kept() {
    let bytes = fixture_bytes(NOTES);
    let exit = Exit::VerificationFailed;
    let mut flipped = bytes.clone();
    flipped[bytes.len() / 2] ^= 1;
    let longer = [bytes.as_slice(), b"more"].concat();
    let is = |bytes: &[u8]| {
        let bytes = bytes.to_vec();
        move |_: &Asked| Answer::ok(bytes.as_slice()).header("etag", "\"a\"")
    };
    check("wrong bytes, right length", is(&flipped), exit, "its SHA-256 is another", Left::Nothing);
    check("longer than offered", is(&longer), exit, "bytes instead of", Left::Nothing);
    check("shorter than offered", is(&bytes[..1000]), exit, "bytes instead of", Left::Nothing);
    let endless = move |_: &Asked| {
        Answer::ok(bytes.as_slice()).unannounced().then(Then::Flood(vec![0; 65_536])).header("etag", "\"a\"")
    };
    check("without end", endless, exit, "bytes instead of", Left::Nothing);
}

#[test]
fn a_package_with_another_digest_or_another_msi_is_not_kept() {
    let check = |what: &str, offer: &Product, package: &str, sentence: &str| {
        let bytes = fixture_bytes(package);
        let server = Misbehaving::plain(selling(offer, move |_| Answer::ok(bytes.as_slice())));
        check_at(what, &server, &Trust::System, Exit::VerificationFailed, sentence, Left::Nothing);
    };
    let offer = offer_of(NOTES);
    let wrong = digest::of(&b"abc"[..], |_| ()).unwrap();
    let wrongly = Product { sha256: Some(wrong.sha256), ..offer.clone() };
    check("the offer's SHA-256 is wrong", &wrongly, NOTES, "its SHA-256 is another");
    let wrongly = Product { md5: Some(wrong.md5), ..offer.clone() };
    check("the offer's MD5 is wrong", &wrongly, NOTES, "its MD5 is another");
    // The digests are those of what is sent; what it says of itself is something else.
    let other = "notes-3.0.0.msi";
    let digests = digest::of(fixture_bytes(other).as_slice(), |_| ()).unwrap();
    let (size, md5, sha256) = (Some(digests.size), Some(digests.md5), Some(digests.sha256));
    let offer = Product { size, md5, sha256, ..offer };
    check("another MSI", &offer, other, "its ProductVersion is “3.0.0” instead of “2.0.0”");
}

#[test]
fn a_package_that_is_sent_on_without_end_or_sense_is_not_kept() {
    let exit = Exit::DownloadFailed;
    let around = |asked: &Asked| Answer::redirect(&asked.path);
    check("sent on without end", around, exit, "The server sends on to “http://127.0.0.1:", Left::Nothing);
    let line = b"x-more: and more\r\n".repeat(1000);
    let endless = move |_: &Asked| Answer::status(200).then(Then::Flood(line.clone()));
    let sentence = "gives an answer that cannot be understood.";
    check("headers without end", endless, exit, sentence, Left::Nothing);
}

#[test]
fn a_package_is_not_fetched_down_from_https_to_http() {
    let authority = Authority::new();
    let bytes = fixture_bytes(NOTES);
    let open = Misbehaving::plain(move |_| Answer::ok(bytes.as_slice()));
    let target = format!("{}{PACKAGE}", open.address());
    let script = selling(&offer_of(NOTES), move |_| Answer::redirect(&target));
    let secure = Misbehaving::secure(&authority, "localhost", script);
    let trust = Trust::CaFile(authority.file());
    let sentence = "The server sends on from https to “http://127.0.0.1:";
    check_at("down to http", &secure, &trust, Exit::DownloadFailed, sentence, Left::Nothing);
    assert_eq!(open.asked(PACKAGE).len(), 0);
}

#[test]
fn a_package_that_comes_too_slowly_leaves_what_can_be_gone_on_with() {
    let bytes = fixture_bytes(NOTES);
    let check = |what: &str, then: Then, sentence: &str| {
        let served = bytes.clone();
        let script = selling(&offer_of(NOTES), move |asked| {
            let sent = if asked.before == 0 { 1000 } else { 0 };
            Answer::file(asked, &served, "\"a\"").cut(sent).then(then.clone())
        });
        let server = Misbehaving::plain(script);
        let client = impatient_client_of(&server);
        check_with(what, &client, Exit::DownloadFailed, sentence, Left::Part);
    };
    check("drips", Then::Drip, "The server sends less than 10000 bytes a second, which is too slow.");
    check("falls silent", Then::Silence, "The connection broke off.");
}

#[test]
fn a_head_that_comes_too_slowly_is_given_up() {
    let server = Misbehaving::plain(selling(&offer_of(NOTES), |_| Answer::status(200).then(Then::DripHead)));
    let client = impatient_client_of(&server);
    let sentence = "127.0.0.1:";
    check_with("drips its head", &client, Exit::DownloadFailed, sentence, Left::Nothing);
}

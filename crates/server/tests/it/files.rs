//! Package files: whole, in parts, and only for those who may have them.

use crate::fixtures::fixture;
use crate::http::{Answer, Request, get, head, package_path, products};
use crate::place::{Place, Running};

struct Story {
    place: Place,
    server: Running,
    bytes: Vec<u8>,
    path: String,
    entity_tag: String,
}

/// One package that requires a permission which anna has and ben lacks.
fn story() -> Story {
    let place = Place::new();
    for user in ["anna", "ben"] {
        place.add_user(user);
    }
    place.done(&["permission", "grant", "anna", "olox20"]);
    place.publish("notes-1.0.0.msi", &["--require", "olox20"]);
    let server = place.serve();
    let product = products(&server, "anna").remove(0);
    let entity_tag = format!("\"{}\"", product.sha256.unwrap());
    let bytes = std::fs::read(fixture("notes-1.0.0.msi")).unwrap();
    Story { place, server, bytes, path: package_path(&product), entity_tag }
}

impl Story {
    fn get(&self) -> Request {
        get(&self.path).user("anna")
    }
}

#[test]
fn a_package_comes_whole() {
    let story = story();
    let whole = story.get().send(&story.server);
    assert_eq!(whole.status, 200);
    assert!(whole.body == story.bytes);
    assert_eq!(whole.header("etag"), story.entity_tag);
    assert_eq!(whole.header("accept-ranges"), "bytes");
    assert_eq!(whole.header("content-length"), story.bytes.len().to_string());
    assert_eq!(whole.header("content-type"), "application/octet-stream");
    assert_eq!(whole.header("cache-control"), "private");
    assert_eq!(whole.header("vary"), "Authorization");
    let file_name = story.path.rsplit('/').next().unwrap();
    assert!(file_name.starts_with("Fixture-Notes-1.0.0-x64-") && file_name.ends_with(".msi"), "{file_name}");
    assert_eq!(whole.header("content-disposition"), format!("attachment; filename=\"{file_name}\""));

    let only_head = head(&story.path).user("anna").header("Range", "bytes=0-9").send(&story.server);
    assert_eq!((only_head.status, only_head.body.len()), (200, 0));
    for name in ["etag", "accept-ranges", "content-length", "content-type", "content-disposition"] {
        assert_eq!(only_head.header(name), whole.header(name), "{name}");
    }
    assert_eq!(story.get().header("If-None-Match", &story.entity_tag).send(&story.server).status, 304);
    let another = story.get().header("If-Match", "\"another\"").send(&story.server);
    assert_eq!(another.status, 412, "{}", another.text());
}

#[test]
fn a_package_comes_in_parts() {
    let story = story();
    let size = story.bytes.len();
    let check = |headers: &[(&str, &str)], expected: std::ops::Range<usize>| {
        let request = headers.iter().fold(story.get(), |request, (name, value)| request.header(name, value));
        let answer = request.send(&story.server);
        let status = if expected.len() == size { 200 } else { 206 };
        assert_eq!(answer.status, status, "{headers:?}");
        assert!(answer.body == story.bytes[expected.clone()], "{headers:?}");
        let range = format!("bytes {}-{}/{size}", expected.start, expected.end - 1);
        assert_eq!(answer.header("content-range"), if status == 206 { &range } else { "" }, "{headers:?}");
        assert_eq!(answer.header("etag"), story.entity_tag);
    };
    check(&[("Range", "bytes=0-0")], 0..1);
    check(&[("Range", "bytes=100-")], 100..size);
    check(&[("Range", "bytes=-7")], size - 7..size);
    check(&[("Range", "bytes=5-9"), ("If-Range", &story.entity_tag)], 5..10);
    check(&[("Range", "bytes=5-9"), ("If-Range", "\"another\"")], 0..size);
    check(&[("Range", "bytes=0-1,4-5")], 0..size);
    check(&[("Range", "nonsense")], 0..size);

    let outside = story.get().header("Range", &format!("bytes={size}-")).send(&story.server);
    assert_eq!(outside.status, 416);
    assert_eq!(outside.header("content-range"), format!("bytes */{size}"));
    assert!(outside.text().contains(&size.to_string()), "{}", outside.text());
}

#[test]
fn who_may_not_have_a_file_is_told_that_it_does_not_exist() {
    let story = story();
    let send = |path: &str, user: &str| get(path).user(user).send(&story.server).dateless();
    let missing = send("/ajax/updater/files/Fixture-Notes-1.0.0-x64-000000000000.msi", "ben");
    assert_eq!((missing.status, missing.text()), (404, "There is nothing here.\n"));
    let same = |answer: Answer, why: &str| assert_eq!(answer, missing, "{why}");
    same(send(&story.path, "ben"), "without the permission");
    let ranged = get(&story.path).user("ben").header("Range", "bytes=0-9").send(&story.server);
    same(ranged.dateless(), "a part, without the permission");
    let known = get(&story.path).user("ben").header("If-None-Match", &story.entity_tag).send(&story.server);
    same(known.dateless(), "with the tag, without the permission");
    for odd in ["..", "%2e%2e", "a%2fb", "%", "x.msi%00", "Fixture%2DNotes.msi"] {
        same(send(&format!("/ajax/updater/files/{odd}"), "anna"), odd);
    }
    same(send(&format!("{}x", story.path), "anna"), "a longer name");

    story.place.done(&["permission", "revoke", "anna", "olox20"]);
    same(send(&story.path, "anna"), "after the permission was revoked");
    story.place.done(&["permission", "grant", "anna", "olox20"]);
    assert_eq!(send(&story.path, "anna").status, 200);
    story.place.done(&["package", "withdraw", "Fixture Notes"]);
    same(send(&story.path, "anna"), "after the package was withdrawn");
}

#[test]
fn a_download_can_be_finished_though_a_higher_version_is_offered_by_now() {
    let story = story();
    story.place.publish("notes-2.0.0.msi", &[]);
    let rest = story.get().header("Range", "bytes=1000-").header("If-Range", &story.entity_tag);
    let rest = rest.send(&story.server);
    assert_eq!(rest.status, 206);
    assert!(rest.body == story.bytes[1000..]);
}

#[test]
fn the_same_name_always_means_the_same_bytes() {
    let story = story();
    story.place.done(&["package", "withdraw", "Fixture Notes"]);
    story.place.publish("notes-1.0.0.msi", &["--name", "Other Notes"]);
    let product = products(&story.server, "ben").remove(0);
    assert_eq!(product.name, "Other Notes");
    assert_eq!(package_path(&product), story.path, "the bytes are the same, so is their name");
    assert!(get(&story.path).user("ben").send(&story.server).body == story.bytes);
}

//! The addresses of the original's successor: there where the setting has them, by the same rules.

use catalog::xml;

use crate::fixtures::fixture;
use crate::http::{UPDATE_XML, get};
use crate::place::Place;

const BEGINNINGS: [&str; 4] = [
    "/ajax/drive/client/windows/v1/",
    "/ajax/drive/client/windows/",
    "/appsuite/api/drive/client/windows/v1/",
    "/appsuite/api/drive/client/windows/",
];

fn place() -> Place {
    let place = Place::of(&["anna", "ben"]);
    place.done(&["permission", "grant", "anna", "drive"]);
    let more = ["--require", "drive", "--info-url", "https://example.com/", "--importance", "high"];
    place.publish("notes-1.0.0.msi", &more);
    place
}

#[test]
fn they_are_not_there_unless_the_setting_says_so() {
    let place = place();
    let server = place.serve();
    for beginning in BEGINNINGS {
        for end in ["update.xml", "download/a.msi", "install"] {
            assert_eq!(
                get(&format!("{beginning}{end}")).user("anna").send(&server).status,
                404,
                "{beginning}"
            );
        }
    }
}

#[test]
fn they_lead_to_the_same_products_in_the_successors_dialect() {
    let place = place();
    let server = place.serve_with(&[("OXUPDATED_SUCCESSOR_PATHS", "true")]);
    let [original] = get(UPDATE_XML).user("anna").send(&server).products().try_into().unwrap();
    let bytes = std::fs::read(fixture("notes-1.0.0.msi")).unwrap();
    for beginning in BEGINNINGS {
        let address = format!("{beginning}update.xml");
        let stranger = get(&address).send(&server);
        assert_eq!(stranger.status, 401);
        assert_eq!(stranger.header("www-authenticate"), r#"Basic realm="OX WebDAV", encoding="UTF-8""#);
        assert_eq!(get(&format!("{address}?session=abc")).send(&server).status, 401);
        assert!(get(&address).user("ben").send(&server).products().is_empty());

        let answer = get(&address).user("anna").send(&server);
        assert_eq!(answer.status, 200);
        let names: Vec<&str> =
            answer.text().split("\n    <").skip(1).map(|line| line.split('>').next().unwrap()).collect();
        assert_eq!(
            names[..11],
            [
                "Name",
                "Version",
                "UpgradeCode",
                "ReleaseDate",
                "URL",
                "MD5",
                "MSIURL",
                "MSIMD5",
                "Icon",
                "InstallParams",
                "Importance"
            ]
        );
        let [product] = xml::read(&answer.body).unwrap().products.try_into().unwrap();
        let url = format!("http://{}{beginning}download/", server.address);
        assert!(product.url.starts_with(&url), "{}", product.url);
        assert_eq!(
            catalog::Product {
                url: original.url.clone(),
                info_url: original.info_url.clone(),
                ..product.clone()
            },
            original
        );
        let path = product.url.strip_prefix(&format!("http://{}", server.address)).unwrap();
        let whole = get(path).user("anna").send(&server);
        assert!(whole.status == 200 && whole.body == bytes);
        assert_eq!(whole.header("content-type"), "application/octet-stream");
        assert_eq!(get(path).user("ben").send(&server).status, 404);
        assert_eq!(get(&format!("{beginning}download/other.msi")).user("anna").send(&server).status, 404);
        for nothing in ["download", "download/"] {
            assert_eq!(
                get(&format!("{beginning}{nothing}")).user("anna").send(&server).status,
                400,
                "{nothing}"
            );
        }
        assert_eq!(get(&format!("{beginning}install")).user("anna").send(&server).status, 404, "none yet");
    }
    place.done(&["updater", "set", "Fixture Notes"]);
    let installer = get("/ajax/drive/client/windows/install").user("ben").send(&server);
    assert!(installer.status == 200 && installer.body == bytes);
    assert_eq!(get("/ajax/drive/client/windows/install?session=abc").send(&server).status, 401);
}

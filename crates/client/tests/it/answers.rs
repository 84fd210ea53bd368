//! What the server may answer instead of what was asked for, and the sentence for each.

use catalog::report::OutcomeKind;
use catalog::xml::DOCUMENT_SIZE_MAX;
use client::address::Address;
use client::http::HttpServer;
use client::machine::Proceed;
use client::permitted::NotPermitted;
use client::plan::{Obstacle, Step};
use client::server::{Server, ServerError};
use client::updater::CheckError;
use client::web::{HEADERS_MAX, HEADERS_SIZE_MAX, REDIRECTS_MAX, Rate, SignIn};
use text::Explain;

use crate::engine::offer_of;
use crate::pc::{Pc, large_bytes, offer_of_bytes, server, update_xml};
use crate::web::{Answer, Web};

const PACKAGE: &str = "notes-2.0.0.msi";

/// Why a check fails if the server answers this to everything.
fn failure(answer: Answer) -> CheckError {
    let web = Web::start(move |_| answer.clone());
    Pc::empty().check(&web.address()).unwrap_err()
}

#[test]
fn each_answer_has_its_sentence() {
    let check = |answer: Answer, sentence: &str| {
        let said = failure(answer.clone()).message().to_string();
        assert!(said.starts_with(sentence), "{answer:?}: {said}");
    };
    check(Answer::status(401), "The server does not accept this name and password.");
    check(Answer::status(403), "The server does not give this to you.");
    check(Answer::status(404), "There is nothing at http://127.0.0.1:");
    check(Answer::status(410), "There is nothing at http://127.0.0.1:");
    check(Answer::status(500), "The server could not answer.");
    check(Answer::status(204), "The server could not answer.");
    check(Answer::status(206), "The server could not answer.");
    check(Answer::status(304), "The server could not answer.");
    check(Answer::status(503), "The server is busy. Try again later.");
    let later = Answer::status(503).header("retry-after", "120");
    check(later, "The server is busy. Try again in 120 seconds.");
    check(Answer::status(429), "The server is busy. Try again later.");
    check(Answer::ok(""), "The list of updates could not be read.");
    check(Answer::ok("<Products><Product>"), "The list of updates could not be read.");
    check(Answer::ok("<!DOCTYPE a><Products/>"), "The list of updates could not be read.");
    check(Answer::ok("<Products/>").cut(3), "The connection broke off.");
}

#[test]
fn a_server_that_wants_a_sign_in_is_told_from_one_that_refuses_it() {
    let web = Web::start(|_| Answer::status(401));
    let client::address::Address::Web(site) = client::address::Address::parse(&web.address()).unwrap() else {
        panic!("no site")
    };
    let direct = client::web::ProxyChoice::None;
    let fetcher = client::web::Web::new(&direct, &client::web::Trust::System).unwrap();
    let nobody = client::http::HttpServer::new(fetcher, site, None);
    assert!(matches!(nobody.catalog(None), Err(ServerError::SignInNeeded)));
    assert!(matches!(server(&web.address()).catalog(None), Err(ServerError::SignInRefused)));
}

#[test]
fn a_name_that_cannot_be_sent_is_refused() {
    let url = url::Url::parse("https://ox.example").unwrap();
    for (name, password) in [("a:b", "c"), ("a\n", "c"), ("a", "c\r\nX: y")] {
        assert!(SignIn::new(&url, name, password).is_err(), "{name:?} {password:?}");
    }
}

#[test]
fn nobody_there_is_said_with_the_address() {
    let address = Web::start(|_| Answer::status(500)).address();
    // The server is gone, and with it whoever listened.
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while std::net::TcpStream::connect(address.trim_start_matches("http://")).is_ok() {
        assert!(std::time::Instant::now() < deadline, "the server does not end");
    }
    let error = Pc::empty().check(&address).unwrap_err();
    let CheckError::Server(ServerError::Unreachable { host, .. }) = &error else { panic!("{error:?}") };
    assert_eq!(format!("http://{host}"), address);
}

#[test]
fn redirects_are_followed_but_not_without_end() {
    let product = offer_of(PACKAGE);
    let xml = update_xml(&[product]);
    let web = Web::start(move |asked| match asked.path.as_str() {
        "/ajax/updater/update.xml" => Answer::redirect("/elsewhere"),
        _ => Answer::ok(xml.as_slice()),
    });
    assert_eq!(Pc::empty().check(&web.address()).unwrap().plan.items.len(), 1);

    let web = Web::start(|asked| Answer::redirect(format!("{}0", asked.path)));
    let error = Pc::empty().check(&web.address()).unwrap_err();
    assert!(matches!(error, CheckError::Server(ServerError::Redirect { .. })), "{error:?}");
    assert_eq!(web.asked().len(), 1 + REDIRECTS_MAX);

    for nowhere in ["", "file:///etc/passwd", "ftp://a.example/", "http://anna:secret@127.0.0.1/", "http://"]
    {
        let error = failure(Answer::redirect(nowhere));
        assert!(matches!(error, CheckError::Server(ServerError::Redirect { .. })), "{nowhere}: {error:?}");
    }
}

#[test]
fn a_catalog_and_its_headers_have_limits() {
    let size = (DOCUMENT_SIZE_MAX + 1).to_string();
    let announced = Answer::ok("").endless().header("content-length", size);
    let error = failure(announced);
    assert!(matches!(error, CheckError::Server(ServerError::TooLarge { .. })), "{error:?}");

    let large = Answer::ok("<Products/>").header("x", "a".repeat(HEADERS_SIZE_MAX));
    let many = (0..=HEADERS_MAX).fold(Answer::ok("<Products/>"), |answer, _| answer.header("x", "a"));
    for headers in [large, many] {
        let error = failure(headers);
        assert!(matches!(error, CheckError::Server(ServerError::NotUnderstood { .. })), "{error:?}");
    }
}

#[test]
fn a_package_that_is_refused_is_not_installed() {
    let xml = update_xml(&[offer_of(PACKAGE)]);
    let check = |answer: Answer, sentence: &str| {
        let (xml, package) = (xml.clone(), answer);
        let web = Web::start(move |asked| match asked.path.as_str() {
            "/ajax/updater/update.xml" => Answer::ok(xml.as_slice()),
            _ => package.clone(),
        });
        let said = Pc::empty().refuses(&web.address(), OutcomeKind::DownloadFailed);
        assert!(said.starts_with(&format!("Fixture Notes 2.0.0 was not installed. {sentence}")), "{said}");
    };
    check(Answer::status(401), "The server does not accept this name and password.");
    check(Answer::status(403), "The server does not give this to you.");
    check(Answer::status(404), "There is nothing at http://127.0.0.1:");
    check(Answer::status(500), "The server could not answer.");
    check(Answer::status(503), "The server is busy.");
    check(Answer::redirect("ftp://a.example/"), "The server sends on to “ftp://a.example/”");
}

#[test]
fn a_catalog_cannot_name_files_of_this_pc_or_of_others() {
    let check = |url: &str| {
        let product = catalog::Product { url: url.to_owned(), ..offer_of(PACKAGE) };
        let xml = update_xml(&[product]);
        let web = Web::start(move |_| Answer::ok(xml.as_slice()));
        let pc = Pc::empty();
        let server = server(&web.address());
        let updater = pc.updater(&server, &web.address());
        let check = updater.check().unwrap();
        let [item] = check.plan.items.as_slice() else { panic!("{check:?}") };
        assert_eq!((item.step(), item.obstacle), (Step::Blocked, Some(Obstacle::PackagePlace)), "{url}");
        // Who asks for it nevertheless gets nothing either.
        let ended = updater.install(&pc.lock(), item, &mut |_| Proceed::GoOn).unwrap();
        let said = ended.outcome.sentence.to_string();
        assert_eq!(ended.outcome.kind, OutcomeKind::DownloadFailed, "{url}");
        assert!(said.contains("its package is at a place that this server may not send to"), "{url}: {said}");
        let refused = server.package(&item.product, None).err();
        assert!(
            matches!(refused, Some(ServerError::NotPermitted(NotPermitted::Place { .. }))),
            "{url}: {refused:?}"
        );
        assert_eq!((pc.machine.requests().len(), web.asked().len()), (0, 1), "{url}");
    };
    check("file:///srv/updates/notes.msi");
    check("file://server/share/notes.msi");
    check(r"\\server\share\notes.msi");
    check("http://anna:secret@127.0.0.1/notes.msi");
}

#[test]
fn a_server_that_only_drips_is_given_up() {
    let bytes = large_bytes(PACKAGE);
    let xml = update_xml(&[offer_of_bytes(&bytes, "files/package.msi")]);
    let web = Web::start(move |asked| match asked.path.as_str() {
        "/ajax/updater/update.xml" => Answer::ok(xml.as_slice()),
        _ => Answer::file(asked, &bytes, "\"a\""),
    });
    // No server is that fast, so that this one is slow without a test that waits.
    let rate = Rate { bytes_min: u64::MAX, time: std::time::Duration::ZERO };
    let Address::Web(site) = Address::parse(&web.address()).unwrap() else { panic!("no site") };
    let drips = |site| HttpServer::new(fetcher().at_rate(rate), site, None);
    let error = Pc::empty().updater(&drips(site.clone()), "").check().unwrap_err();
    assert!(matches!(error, CheckError::Server(ServerError::TooSlow { .. })), "{error:?}");

    let pc = Pc::empty();
    let plan = pc.check(&web.address()).unwrap().plan;
    let server = drips(site);
    let updater = pc.updater(&server, "");
    let lock = pc.lock();
    let ended = updater.install(&lock, &plan.items[0], &mut |_| Proceed::GoOn).unwrap();
    let said = ended.outcome.sentence.to_string();
    assert_eq!(ended.outcome.kind, OutcomeKind::DownloadFailed, "{said}");
    assert!(said.contains("which is too slow"), "{said}");
    assert_eq!(web.asked_for("/package.msi").len(), 1);
}

#[test]
fn a_web_page_in_place_of_a_catalog_is_called_so() {
    let check = |page: &str| {
        let web = Web::start({
            let page = page.to_owned();
            move |_| Answer::ok(page.as_str())
        });
        let error = Pc::empty().check(&web.address()).unwrap_err();
        let said = error.message().to_string();
        let expected = format!("There is a web page at {}", web.address());
        assert!(said.starts_with(&expected) && said.contains("no update.xml"), "{page}: {said}");
    };
    check("<!DOCTYPE html><html><head><meta charset=utf-8></head><p>Sign in here</html>");
    check("<html></html>");
}

/// A Web without a proxy.
fn fetcher() -> client::web::Web {
    client::web::Web::new(&client::web::ProxyChoice::None, &client::web::Trust::System).unwrap()
}

//! Name and password go to the server they were given for, and nowhere else.

use std::io::{BufReader, Write};
use std::net::TcpListener;
use std::thread;

use catalog::Product;
use catalog::report::OutcomeKind;
use client::address::Address;
use client::http::HttpServer;
use client::permitted::{NotPermitted, PlainHttp};
use client::server::{Server, ServerError};
use client::web::{ProxyChoice, Trust};

use crate::engine::offer_of;
use crate::pc::{BASIC, PASSWORD, Pc, USER, fixture_bytes, update_xml};
use crate::web::{Answer, Asked, Web};

const PACKAGE: &str = "notes-2.0.0.msi";

/// The sign-ins that came with the requests for paths that end like this.
fn sign_ins(web: &Web, end: &str) -> Vec<Option<String>> {
    let asked = web.asked_for(end);
    asked.iter().map(|asked| asked.header("authorization").map(str::to_owned)).collect()
}

fn signed_in() -> Option<String> {
    Some(BASIC.to_owned())
}

/// A server with a catalog whose only package is at a URL; what else it is asked for, it answers by a function.
fn server_naming(url: &str, other: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Web {
    let xml = update_xml(&[Product { url: url.to_owned(), ..offer_of(PACKAGE) }]);
    Web::start(move |asked| match asked.path.as_str() {
        "/ajax/updater/update.xml" => Answer::ok(xml.as_slice()),
        _ => other(asked),
    })
}

fn other_host() -> Web {
    Web::start(|_| Answer::ok(fixture_bytes(PACKAGE)))
}

#[test]
fn the_sign_in_goes_with_everything_that_is_on_the_server_itself() {
    let web = server_naming("/direct.msi", |asked| match asked.path.as_str() {
        "/direct.msi" => Answer::redirect("/moved/package.msi"),
        "/api/v1/reports" => Answer::status(204),
        _ => Answer::ok(fixture_bytes(PACKAGE)),
    });
    let pc = Pc::empty();
    assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
    let server = crate::pc::server(&web.address());
    assert_eq!(pc.updater(&server, &web.address()).send_reports().delivered, 1);
    let all: Vec<_> =
        web.asked().iter().map(|asked| asked.header("authorization").map(str::to_owned)).collect();
    assert_eq!(all, [signed_in(), signed_in(), signed_in(), signed_in()]);
    let agent = web.asked()[0].header("user-agent").unwrap().to_owned();
    assert_eq!(agent, format!("oxupdate/{}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_package_on_another_host_is_fetched_without_it() {
    let other = other_host();
    let web = server_naming(&format!("{}/a.msi", other.address()), |_| Answer::status(404));
    assert_eq!(Pc::empty().install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
    assert_eq!(sign_ins(&other, "/a.msi"), [None]);
}

#[test]
fn a_redirect_to_another_host_goes_without_it() {
    let other = other_host();
    let target = format!("{}/b.msi", other.address());
    let web = server_naming("a.msi", move |_| Answer::redirect(target.as_str()));
    assert_eq!(Pc::empty().install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
    assert_eq!(sign_ins(&web, "/a.msi"), [signed_in()]);
    assert_eq!(sign_ins(&other, "/b.msi"), [None]);
}

#[test]
fn a_redirect_out_and_back_does_not_bring_it_back() {
    let catalog = update_xml(&[]);
    let home = std::sync::Arc::new(std::sync::OnceLock::<String>::new());
    let back = std::sync::Arc::clone(&home);
    let other = Web::start(move |_| Answer::redirect(format!("{}/chosen", back.get().unwrap())));
    let out = format!("{}/out", other.address());
    let web = Web::start(move |asked| match asked.path.as_str() {
        "/chosen" => Answer::ok(catalog.as_slice()),
        _ => Answer::redirect(out.as_str()),
    });
    home.set(web.address()).unwrap();
    Pc::empty().check(&web.address()).unwrap();
    assert_eq!(sign_ins(&web, "/update.xml"), [signed_in()]);
    assert_eq!(sign_ins(&other, "/out"), [None]);
    assert_eq!(sign_ins(&web, "/chosen"), [None]);
}

#[test]
fn another_host_that_wants_a_sign_in_does_not_get_it() {
    let other = Web::start(|_| Answer::status(401).header("www-authenticate", "Basic realm=\"x\""));
    let web = server_naming(&format!("{}/a.msi", other.address()), |_| Answer::status(404));
    let said = Pc::empty().refuses(&web.address(), OutcomeKind::DownloadFailed);
    assert!(said.contains("The server does not give this to you."), "{said}");
    assert_eq!(sign_ins(&other, "/a.msi"), [None]);
}

#[test]
fn reports_are_not_sent_along_a_redirect() {
    let other = Web::start(|_| Answer::status(204));
    let target = format!("{}/elsewhere", other.address());
    let web = server_naming("a.msi", move |asked| match asked.path.as_str() {
        "/api/v1/reports" => Answer::redirect(target.as_str()),
        _ => Answer::ok(fixture_bytes(PACKAGE)),
    });
    let pc = Pc::empty();
    pc.install_one(&web.address());
    let server = crate::pc::server(&web.address());
    let sent = pc.updater(&server, &web.address()).send_reports();
    assert_eq!((sent.delivered, sent.waiting), (0, 1));
    assert_eq!(other.asked().len(), 0);
}

#[test]
fn a_proxy_is_asked_for_the_host_and_not_told_the_sign_in() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = format!("http://{}", listener.local_addr().unwrap());
    let xml = Answer::ok(update_xml(&[])).bytes();
    let served = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let connect = Asked::read(&mut reader).unwrap();
        stream.write_all(b"HTTP/1.1 200 Connected\r\n\r\n").unwrap();
        let get = Asked::read(&mut reader).unwrap();
        stream.write_all(&xml).unwrap();
        (connect, get)
    });
    let Address::Web(site) = Address::parse("http://updates.example").unwrap() else { panic!("no site") };
    let sign_in = client::web::SignIn::new(&site.catalog, USER, PASSWORD).unwrap();
    let web = client::web::Web::new(&ProxyChoice::At(proxy), &Trust::System).unwrap();
    let web = web.speaking(PlainHttp::Everywhere);
    let german = HttpServer::new(web, site, Some(sign_in)).reading(text::Language::German);
    german.catalog(None).unwrap();
    let (connect, get) = served.join().unwrap();
    assert_eq!((connect.method.as_str(), connect.path.as_str()), ("CONNECT", "updates.example:80"));
    assert_eq!(connect.header("authorization"), None);
    assert_eq!((get.method.as_str(), get.path.as_str()), ("GET", "/ajax/updater/update.xml"));
    assert_eq!(get.header("authorization"), Some(BASIC));
    assert_eq!((connect.header("accept-language"), get.header("accept-language")), (None, Some("de")));
}

#[test]
fn a_relative_address_counts_from_where_the_catalog_was_found() {
    let cdn = Web::start({
        let xml = update_xml(&[offer_of(PACKAGE)]);
        move |asked| match asked.path.as_str() {
            "/lists/update.xml" => Answer::file(asked, &xml, "\"a\""),
            _ => Answer::ok(fixture_bytes(PACKAGE)),
        }
    });
    let target = format!("{}/lists/update.xml", cdn.address());
    let web = Web::start(move |_| Answer::redirect(target.as_str()));
    let pc = Pc::empty();
    // The second check is told that nothing changed, and the place is the same.
    pc.check(&web.address()).unwrap();
    assert_eq!(pc.install_one(&web.address()).outcome.kind, OutcomeKind::Installed);
    let paths: Vec<String> = cdn.asked().into_iter().map(|asked| asked.path).collect();
    assert_eq!(paths, ["/lists/update.xml", "/lists/update.xml", "/lists/files/package.msi"]);
    assert_eq!(cdn.asked().iter().filter(|asked| asked.header("authorization").is_some()).count(), 0);
}

#[test]
fn without_encryption_other_pcs_are_not_even_asked() {
    let Address::Web(site) = Address::parse("http://updates.example").unwrap() else { panic!("no site") };
    let sign_in = client::web::SignIn::new(&site.catalog, USER, PASSWORD).unwrap();
    let web = client::web::Web::new(&ProxyChoice::None, &Trust::System).unwrap();
    let refused = HttpServer::new(web, site, Some(sign_in)).catalog(None).unwrap_err();
    assert!(matches!(refused, ServerError::NotPermitted(NotPermitted::Plain { .. })), "{refused:?}");

    // A server on this PC may not send there either.
    let web = Web::start(|_| Answer::redirect("http://updates.example/update.xml"));
    let refused = crate::pc::server(&web.address()).catalog(None).unwrap_err();
    assert!(matches!(refused, ServerError::NotPermitted(NotPermitted::Plain { .. })), "{refused:?}");
}

#[test]
fn what_was_refused_once_is_not_sent_again() {
    let web = Web::start(|_| Answer::status(401));
    let Address::Web(site) = Address::parse(&web.address()).unwrap() else { panic!("no site") };
    let told = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = std::sync::Arc::clone(&told);
    let sign_in = client::web::SignIn::new(&site.catalog, USER, PASSWORD).unwrap().on_refusal(move || {
        count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    });
    let direct = client::web::Web::new(&ProxyChoice::None, &Trust::System).unwrap();
    let server = HttpServer::new(direct, site, Some(sign_in));
    for _ in 0..3 {
        assert!(matches!(server.catalog(None), Err(ServerError::SignInRefused)));
        let package = server.package(&offer_of(PACKAGE), None).err();
        assert!(matches!(package, Some(ServerError::SignInRefused)), "{package:?}");
    }
    assert_eq!((web.asked().len(), told.load(std::sync::atomic::Ordering::SeqCst)), (1, 1));
}

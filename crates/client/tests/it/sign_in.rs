//! A password is given for a token once, what is refused is not sent again, and only a PC with a token checks in.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use catalog::check_in::CheckIn;
use catalog::device::{DeviceToken, Enrolment};
use client::address::{Address, Site};
use client::check_in::{self, CHECK_IN_INTERVAL_MAX};
use client::credentials::{self, Account, Credentials, CredentialsError, Memory};
use client::http::HttpServer;
use client::machine::Proceed;
use client::plan::Plan;
use client::policy::Reporting;
use client::server::{Delivery, Server, ServerError};
use client::sign_in::{Enrolling, Giver, Reception, SignInError, SignedOut};
use client::state::{LastCheck, Owner, State, Told};
use client::web::SignIn;

use crate::binary::Desk;
use crate::engine::offer_of;
use crate::pc::{BASIC, PASSWORD, Pc, USER, fixture_bytes, update_xml};
use crate::web::{Answer, Asked, Web};

/// When the tests take place, in seconds since 1970.
const NOW: i64 = 1_700_000_000;

fn token() -> DeviceToken {
    DeviceToken::of([7; 32])
}

/// The token as HTTP's Basic sign-in carries it.
fn basic_of_token() -> String {
    use base64::Engine;
    let encoded = base64::engine::general_purpose::STANDARD.encode(format!("{USER}:{}", token().as_str()));
    format!("Basic {encoded}")
}

/// A server of ours: the password gets a token, and both a catalog; until it is told that they are worth nothing any more.
fn server() -> (Web, Arc<AtomicBool>) {
    let accepts = Arc::new(AtomicBool::new(true));
    let accepted = Arc::clone(&accepts);
    let xml = update_xml(&[offer_of("notes-2.0.0.msi")]);
    let web = Web::start(move |asked: &Asked| {
        let by = asked.header("authorization").unwrap_or_default();
        let is_token = by == basic_of_token();
        match asked.path.as_str() {
            _ if !accepted.load(Ordering::SeqCst) || (by != BASIC && !is_token) => Answer::status(401),
            "/api/v1/devices" if is_token => Answer::status(403),
            "/api/v1/devices" => Answer::ok(serde_json::json!({ "token": token() }).to_string()),
            "/api/v1/check-ins" if is_token => Answer::status(204),
            "/ajax/updater/update.xml" => Answer::ok(xml.as_slice()),
            "/api/v1/reports" => Answer::status(201),
            _ => Answer::status(404),
        }
    });
    (web, accepts)
}

fn site(web: &Web) -> Site {
    let Ok(Address::Web(site)) = Address::parse(&web.address()) else { panic!("no site") };
    site
}

fn fetcher() -> client::web::Web {
    client::web::Web::new(&client::web::ProxyChoice::None, &client::web::Trust::System).unwrap()
}

/// Does something at the reception of a server, with a store that ends with the test.
fn at<T>(pc: &Pc, web: &Web, store: &Arc<Memory>, act: impl FnOnce(&Reception<'_>) -> T) -> T {
    act(&Reception {
        web: &fetcher(),
        site: &site(web),
        state: &pc.state,
        credentials: Arc::<Memory>::clone(store),
        computer_name: "PC-7".to_owned(),
        enrolling: Enrolling::Wanted,
    })
}

/// A store that a session has not, as one from the network has no Credential Manager.
struct NoStore;

impl NoStore {
    fn error() -> CredentialsError {
        std::io::Error::other("no such logon session").into()
    }
}

impl Credentials for NoStore {
    fn keep(&self, _: &Account, _: &DeviceToken) -> Result<(), CredentialsError> {
        Err(Self::error())
    }

    fn find(&self, _: &Account) -> Result<Option<DeviceToken>, CredentialsError> {
        Err(Self::error())
    }

    fn forget(&self, _: &Account) -> Result<(), CredentialsError> {
        Err(Self::error())
    }
}

/// Who signed in last, if that serves to sign in again.
fn last_user(pc: &Pc, web: &Web, store: &Arc<Memory>) -> Option<String> {
    at(pc, web, store, |desk| desk.last_user().filter(|user| desk.with_token(user).unwrap().is_some()))
}

/// What was asked, in order: the path's end, and what it came with.
fn told(web: &Web) -> Vec<(String, &'static str)> {
    let by = |asked: &Asked| match asked.header("authorization") {
        None => "nobody",
        Some(BASIC) => "password",
        Some(other) if other == basic_of_token() => "token",
        Some(_) => "other",
    };
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    web.asked().iter().map(|asked| (name(&asked.path), by(asked))).collect()
}

fn expected(all: &[(&str, &'static str)]) -> Vec<(String, &'static str)> {
    all.iter().map(|(path, by)| ((*path).to_owned(), *by)).collect()
}

fn signed_in(web: &Web, sign_in: SignIn) -> HttpServer {
    HttpServer::new(fetcher(), site(web), Some(sign_in))
}

#[test]
fn a_password_is_sent_once_and_the_token_from_then_on() {
    let (web, _) = server();
    let (pc, store) = (Pc::empty(), Arc::new(Memory::default()));
    let sign_in =
        at(&pc, &web, &store, |desk| desk.with_password(USER, PASSWORD, Giver::Unattended)).unwrap();
    signed_in(&web, sign_in).catalog(None).unwrap();
    let enrolment: Enrolment = serde_json::from_slice(&web.asked()[0].body).unwrap();
    assert_eq!(enrolment, Enrolment { device: pc.state.device().unwrap(), computer_name: "PC-7".to_owned() });

    // Another run knows who signed in, and needs no password.
    let user = last_user(&pc, &web, &store).unwrap();
    let sign_in = at(&pc, &web, &store, |desk| desk.with_token(&user)).unwrap().unwrap();
    signed_in(&web, sign_in).catalog(None).unwrap();
    assert_eq!(
        told(&web),
        expected(&[("devices", "password"), ("update.xml", "token"), ("update.xml", "token")])
    );

    let other = Web::start(|_| Answer::status(404));
    assert!(at(&pc, &other, &store, |desk| desk.with_token(USER)).unwrap().is_none());
    assert!(at(&pc, &web, &store, |desk| desk.with_token("bert")).unwrap().is_none());

    assert_eq!(at(&pc, &web, &store, |desk| desk.sign_out(USER)).unwrap(), SignedOut::Now);
    assert_eq!(at(&pc, &web, &store, |desk| desk.sign_out(USER)).unwrap(), SignedOut::Before);
    assert!(at(&pc, &web, &store, |desk| desk.with_token(USER)).unwrap().is_none());
    assert_eq!(web.asked().len(), 3);
}

#[test]
fn where_no_token_can_be_kept_the_password_serves() {
    let (web, _) = server();
    let pc = Pc::empty();
    let reception = Reception {
        web: &fetcher(),
        site: &site(&web),
        state: &pc.state,
        credentials: Arc::new(NoStore),
        computer_name: "PC-7".to_owned(),
        enrolling: Enrolling::Wanted,
    };
    let sign_in = reception.with_password(USER, PASSWORD, Giver::Unattended).unwrap();
    signed_in(&web, sign_in).catalog(None).unwrap();
    assert_eq!(told(&web), expected(&[("update.xml", "password")]));
    let unusable = reception.with_token(USER).err().unwrap();
    assert!(matches!(unusable, SignInError::Credentials(_)), "{unusable:?}");
}

#[test]
fn a_refused_token_is_forgotten_at_once() {
    let (web, accepts) = server();
    let (pc, store) = (Pc::empty(), Arc::new(Memory::default()));
    let sign_in =
        at(&pc, &web, &store, |desk| desk.with_password(USER, PASSWORD, Giver::Unattended)).unwrap();
    accepts.store(false, Ordering::SeqCst);
    let server = signed_in(&web, sign_in);
    for _ in 0..3 {
        let error = server.catalog(None).unwrap_err();
        assert!(matches!(error, ServerError::SignInEnded), "{error:?}");
    }
    assert_eq!(told(&web), expected(&[("devices", "password"), ("update.xml", "token")]));
    assert!(at(&pc, &web, &store, |desk| desk.with_token(USER)).unwrap().is_none());
    assert_eq!(last_user(&pc, &web, &store), None);
}

#[test]
fn a_refused_password_waits_for_a_person() {
    let (web, accepts) = server();
    accepts.store(false, Ordering::SeqCst);
    let (pc, store) = (Pc::empty(), Arc::new(Memory::default()));
    let with =
        |password: &str, giver| at(&pc, &web, &store, |desk| desk.with_password(USER, password, giver));
    let first = with(PASSWORD, Giver::Unattended).unwrap_err();
    assert!(matches!(first, SignInError::Server(ServerError::SignInRefused)), "{first:?}");
    for _ in 0..3 {
        let again = with(PASSWORD, Giver::Unattended).unwrap_err();
        assert!(matches!(again, SignInError::RefusedBefore), "{again:?}");
    }
    assert_eq!(web.asked().len(), 1);
    // Another password, and the same one typed by a person, are tried; then the same holds for them.
    assert!(matches!(with("other", Giver::Unattended), Err(SignInError::Server(ServerError::SignInRefused))));
    assert!(matches!(with("other", Giver::Unattended), Err(SignInError::RefusedBefore)));
    assert!(matches!(with(PASSWORD, Giver::Person), Err(SignInError::Server(ServerError::SignInRefused))));
    assert!(matches!(with(PASSWORD, Giver::Unattended), Err(SignInError::RefusedBefore)));
    assert_eq!(web.asked().len(), 3);
    // Two that come in turns, as from two forgotten tasks, are both held.
    assert!(matches!(with("older", Giver::Unattended), Err(SignInError::Server(ServerError::SignInRefused))));
    for password in [PASSWORD, "older", PASSWORD, "older"] {
        assert!(matches!(with(password, Giver::Unattended), Err(SignInError::RefusedBefore)), "{password}");
    }
    assert_eq!(web.asked().len(), 4);
    // A person succeeds, and from then on nothing is in the way.
    accepts.store(true, Ordering::SeqCst);
    with(PASSWORD, Giver::Person).unwrap();
    with(PASSWORD, Giver::Unattended).unwrap();
}

#[test]
fn where_there_are_no_tokens_nothing_is_kept() {
    for answer in [Answer::status(404), Answer::status(405), Answer::ok("<Products/>"), Answer::status(403)] {
        let said = answer.clone();
        let web = Web::start(move |asked| match asked.path.as_str() {
            "/api/v1/devices" => answer.clone(),
            _ => Answer::ok("<Products/>"),
        });
        let (pc, store) = (Pc::empty(), Arc::new(Memory::default()));
        let with = || at(&pc, &web, &store, |desk| desk.with_password(USER, PASSWORD, Giver::Unattended));
        let server = signed_in(&web, with().unwrap());
        server.catalog(None).unwrap();
        assert_eq!(told(&web), expected(&[("devices", "password"), ("update.xml", "password")]), "{said:?}");
        assert_eq!(last_user(&pc, &web, &store), None);
        // Without a token the server does not know the PC, and is told nothing of it.
        let updater = pc.updater(&server, &web.address());
        let plan = updater.check().unwrap().plan;
        assert!(matches!(check_in::tell(&updater, &plan, Reporting::On, NOW), Ok(Delivery::NotWanted)));
        assert_eq!(web.asked_for("/check-ins").len(), 0);
    }
}

#[test]
fn a_check_in_is_sent_when_something_changed_and_once_a_day() {
    let (web, accepts) = server();
    let offer = offer_of("notes-2.0.0.msi");
    let (pc, store) = (Pc::with(&offer, "1.0.0"), Arc::new(Memory::default()));
    let sign_in =
        at(&pc, &web, &store, |desk| desk.with_password(USER, PASSWORD, Giver::Unattended)).unwrap();
    let server = signed_in(&web, sign_in);
    let updater = pc.updater(&server, &web.address());
    let tell = |reporting, now: i64| {
        let plan = updater.check().unwrap().plan;
        check_in::tell(&updater, &plan, reporting, now).unwrap();
        web.asked_for("/check-ins").len()
    };
    assert_eq!(tell(Reporting::Off, NOW), 0);
    assert_eq!(tell(Reporting::On, NOW), 1);
    assert_eq!(tell(Reporting::On, NOW + CHECK_IN_INTERVAL_MAX - 1), 1);
    assert_eq!(tell(Reporting::On, NOW + CHECK_IN_INTERVAL_MAX), 2);
    let said: CheckIn = serde_json::from_slice(&web.asked_for("/check-ins")[0].body).unwrap();
    assert_eq!(said.judge(), Ok(()));
    assert_eq!(said.device, pc.state.device().unwrap());
    assert_eq!(said.products[0].upgrade_code, offer.upgrade_code);
    assert_eq!(said.products[0].installed[0].version.as_str(), "1.0.0");
    assert!(told(&web).iter().all(|(path, by)| path == "devices" || *by == "token"));

    // A server that is at fault costs no check, and is told the next time.
    accepts.store(false, Ordering::SeqCst);
    let plan = client::plan::Plan::default();
    assert!(check_in::tell(&updater, &plan, Reporting::On, NOW + CHECK_IN_INTERVAL_MAX).is_err());
    assert!(!pc.state.told().unwrap().check_in.products.is_empty());
}

/// Gives the password for a token, which lies where the program looks for it.
fn enrol(desk: &Desk, web: &Web) {
    let state = State::open(Some(&desk.state())).unwrap();
    let reception = Reception {
        web: &fetcher(),
        site: &site(web),
        state: &state,
        credentials: credentials::of_this_person(&state),
        computer_name: "PC-7".to_owned(),
        enrolling: Enrolling::Wanted,
    };
    reception.with_password(USER, PASSWORD, Giver::Person).unwrap();
}

// On Windows it would make the real PC known.
#[cfg(not(windows))]
#[test]
fn what_is_no_windows_pc_is_not_made_known() {
    let (web, _) = server();
    let desk = Desk::new();
    let password = desk.file("password", PASSWORD);
    let server = web.address();
    let said = desk.run(&["report", "--server", &server, "--user", USER, "--password-file", &password]);
    assert_eq!((said.code, said.output.as_str()), (0, "No reports wait.\n"), "{said:?}");
    assert_eq!(told(&web), expected(&[]));
}

#[test]
fn who_signs_out_leaves_nothing_of_what_was_offered() {
    let (web, _) = server();
    let (pc, store) = (Pc::empty(), Arc::new(Memory::default()));
    let here = site(&web).catalog.to_string();
    let owner = |address: &str, user: Option<&str>| Owner {
        address: address.to_owned(),
        user: user.map(str::to_owned),
    };
    // Whose it is, who signs out, and whether something stays.
    let check = |whose: Owner, signs_out: Option<&str>, stays: bool| {
        let validator = client::server::Validator("\"a\"".to_owned());
        pc.state.keep_catalog(&whose, b"<Products/>", Some(&validator)).unwrap();
        pc.state.checked(&LastCheck { owner: whose.clone(), at: NOW, ready: 1 }).unwrap();
        let check_in = check_in::check_in(pc.state.device().unwrap(), &pc.machine, &Plan::default());
        pc.state.remember_told(&Told { owner: whose.clone(), at: NOW, check_in }).unwrap();
        at(&pc, &web, &store, |desk| match signs_out {
            Some(user) => desk.sign_out(user).map(drop).unwrap(),
            None => desk.forget_offers(None).unwrap(),
        });
        let kept = (pc.state.catalog(&whose), pc.state.last_check(), pc.state.told());
        let kept = (kept.0.is_some(), kept.1.is_some(), kept.2.is_some());
        assert_eq!(kept, (stays, stays, stays), "{whose:?} {signs_out:?}");
        let files = ["catalog", "last-check.json", "check-in.json"].map(|name| pc.state.folder().join(name));
        assert!(files.iter().all(|file| file.exists() == stays), "{whose:?} {signs_out:?}");
    };
    check(owner(&here, Some(USER)), Some(USER), false);
    check(owner(&here, Some(USER)), None, false);
    check(owner(&here, Some("bert")), Some(USER), true);
    check(owner("https://other.example/update.xml", Some(USER)), Some(USER), true);
    check(owner(r"\\server\share\update.xml", None), None, true);
}

#[test]
fn what_was_installed_is_told_after_the_install() {
    let offer = offer_of("notes-2.0.0.msi");
    let xml = update_xml(std::slice::from_ref(&offer));
    let package = fixture_bytes("notes-2.0.0.msi");
    let web = Web::start(move |asked: &Asked| match asked.path.as_str() {
        "/api/v1/devices" => Answer::ok(serde_json::json!({ "token": token() }).to_string()),
        "/api/v1/check-ins" => Answer::status(204),
        "/ajax/updater/update.xml" => Answer::ok(xml.as_slice()),
        _ => Answer::file(asked, &package, "\"package\""),
    });
    let (pc, store) = (Pc::with(&offer, "1.0.0"), Arc::new(Memory::default()));
    let sign_in = at(&pc, &web, &store, |desk| desk.with_password(USER, PASSWORD, Giver::Person)).unwrap();
    let server = signed_in(&web, sign_in);
    let updater = pc.updater(&server, &web.address());
    let told = |plan: &Plan| {
        check_in::tell(&updater, plan, Reporting::On, NOW).unwrap();
        let all = web.asked_for("/check-ins");
        let last: CheckIn = serde_json::from_slice(&all.last().unwrap().body).unwrap();
        (all.len(), last.products[0].installed[0].version.to_string())
    };
    let plan = updater.check().unwrap().plan;
    assert_eq!(told(&plan), (1, "1.0.0".to_owned()));
    let asked_before = web.asked_for("/update.xml").len();
    assert_eq!(told(&updater.look_again(&plan).unwrap()), (1, "1.0.0".to_owned()), "nothing has changed");
    let items: Vec<_> = plan.ready().cloned().collect();
    updater.install(&pc.lock(), &items[0], &mut |_| Proceed::GoOn).unwrap();
    let after = updater.look_again(&plan).unwrap();
    assert_eq!(told(&after), (2, "2.0.0".to_owned()));
    assert_eq!(after.ready().count(), 0);
    assert_eq!(web.asked_for("/update.xml").len(), asked_before, "the server is not asked once more");
}

#[test]
fn the_program_keeps_a_token_and_stops_at_what_was_refused() {
    let (web, accepts) = server();
    let desk = Desk::new();
    let password = desk.file("password", format!("{PASSWORD}\n"));
    let address = web.address();
    let run = |arguments: &[&str], code: i32| {
        let said = desk.run(&[arguments, &["--server", &address]].concat());
        assert_eq!(said.code, code, "{arguments:?}: {said:?}");
        said
    };
    let machine = desk.file("machine.json", "{}");
    let check = ["check", "--dry-run", "--machine", &machine];
    let with_file = [check.as_slice(), &["--user", USER, "--password-file", &password]].concat();
    enrol(&desk, &web);
    assert_eq!(told(&web), expected(&[("devices", "password")]));
    // Neither name nor password is needed any more, and a dry run enrols nobody.
    run(&check, 10);
    assert_eq!(told(&web)[1..], expected(&[("update.xml", "token")]));
    let in_state = |word: &str| {
        let files = std::fs::read_dir(desk.state()).unwrap().flatten();
        let texts = files.filter_map(|file| std::fs::read(file.path()).ok());
        texts.filter(|text| String::from_utf8_lossy(text).contains(word)).count()
    };
    assert_eq!((in_state(PASSWORD), in_state("geheim")), (0, 0));

    let said = run(&["sign-out"], 0);
    assert_eq!(said.output, format!("Signed out from {address}.\n"));
    assert_eq!(run(&["sign-out"], 0).output, format!("Nobody was signed in at {address}.\n"));
    assert_eq!(web.asked().len(), 2);

    accepts.store(false, Ordering::SeqCst);
    let said = run(&with_file, 22);
    assert!(said.aside.starts_with("The server does not accept this name and password."), "{}", said.aside);
    for _ in 0..2 {
        let said = run(&with_file, 22);
        assert!(
            said.aside.starts_with("The server did not accept this name and password before"),
            "{}",
            said.aside
        );
        assert!(said.aside.contains("--sign-in-again"), "{}", said.aside);
    }
    assert_eq!(web.asked().len(), 3);
    accepts.store(true, Ordering::SeqCst);
    run(&[with_file.as_slice(), &["--sign-in-again"]].concat(), 10);
    run(&with_file, 10);

    // A token that was ended at the server is said to be so, once; then nobody is signed in.
    enrol(&desk, &web);
    accepts.store(false, Ordering::SeqCst);
    let said = run(&check, 22);
    assert!(
        said.aside.starts_with("The server does not accept this PC’s sign-in any more"),
        "{}",
        said.aside
    );
    let before = web.asked().len();
    run(&[check.as_slice(), &["--user", USER]].concat(), 22);
    assert_eq!(web.asked().len(), before);
}

#[test]
fn without_encryption_the_program_asks_nobody() {
    let desk = Desk::new();
    let password = desk.file("password", PASSWORD);
    let check = ["check", "--dry-run", "--server", "http://updates.example", "--user", USER];
    let said = desk.run(&[check.as_slice(), &["--password-file", &password]].concat());
    assert_eq!(said.code, 27, "{said:?}");
    assert!(
        said.aside.starts_with("“http://updates.example/ajax/updater/update.xml” is not encrypted"),
        "{}",
        said.aside
    );
}

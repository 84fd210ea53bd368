//! Signing in by the worker: a password is sent once where there are tokens, kept only if the person wants it where there are none.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use catalog::device::DeviceToken;
use client::desk::{News, PasswordUse, TroubleKind, Work};
use client::fake::FakeMachine;
use client::settings::values::{Stored, Values};

use crate::engine::offer_of;
use crate::pc::{BASIC, PASSWORD, USER, update_xml};
use crate::web::{Answer, Asked, Web};
use crate::workshop::{Workshop, fields, right_fields};

/// Whether a server gives tokens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tokens {
    Given,
    Unknown,
}

/// A server that wants to know who it is, until its switch says that it accepts nobody any more.
pub(crate) fn server(tokens: Tokens) -> (Web, Arc<AtomicBool>) {
    let accepts = Arc::new(AtomicBool::new(true));
    let is_accepted = Arc::clone(&accepts);
    let xml = update_xml(&[offer_of("notes-2.0.0.msi")]);
    let token = DeviceToken::of([7; 32]);
    let web = Web::start(move |asked: &Asked| {
        let known = [basic(PASSWORD), basic(token.as_str())];
        let by = asked.header("authorization").unwrap_or_default();
        match asked.path.as_str() {
            _ if !is_accepted.load(Ordering::SeqCst) || !known.iter().any(|one| one == by) => {
                Answer::status(401)
            }
            "/api/v1/devices" if tokens == Tokens::Given => {
                Answer::ok(serde_json::json!({ "token": token }).to_string())
            }
            "/ajax/updater/update.xml" => Answer::ok(xml.as_slice()),
            _ => Answer::status(404),
        }
    });
    (web, accepts)
}

fn basic(password: &str) -> String {
    use base64::Engine;
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(format!("{USER}:{password}")))
}

/// How often the password was sent.
fn sent(web: &Web) -> usize {
    web.asked().iter().filter(|asked| asked.header("authorization") == Some(BASIC)).count()
}

/// Signs in; answers how things are then.
fn sign_in(workshop: &Workshop, work: Work) -> client::desk::Situation {
    workshop.order(work);
    let situation = workshop.situation();
    assert_eq!(workshop.checked().unwrap().user.as_deref(), Some(USER));
    situation
}

fn needs_sign_in(workshop: &Workshop) {
    assert_eq!(workshop.check().unwrap_err().kind, TroubleKind::SignInNeeded);
}

#[test]
fn a_wrong_password_is_told_at_once_and_is_asked_about_once() {
    for tokens in [Tokens::Given, Tokens::Unknown] {
        let (web, _) = server(tokens);
        let workshop = Workshop::new(FakeMachine::default(), &web.address());
        needs_sign_in(&workshop);
        let before = web.asked().len();
        workshop.order(fields("wrong", true));
        let News::NotSignedIn(trouble) = workshop.next() else { panic!("signed in") };
        assert_eq!(trouble.kind, TroubleKind::SignInRefused);
        assert_eq!(web.asked().len(), before + 1);
        // Nothing of it is left.
        needs_sign_in(&workshop);
        assert_eq!(workshop.begin().user, None);
    }
}

#[test]
fn with_tokens_the_password_is_sent_once_and_never_kept() {
    let (web, accepts) = server(Tokens::Given);
    let mut workshop = Workshop::new(FakeMachine::default(), &web.address());
    let situation = sign_in(&workshop, fields(PASSWORD, true));
    assert_eq!((situation.user.as_deref(), situation.password), (Some(USER), PasswordUse::Once));
    workshop.start();
    assert_eq!(workshop.ready().len(), 1);
    assert_eq!(sent(&web), 1);
    // The server ends it: that is told, and forgotten.
    accepts.store(false, Ordering::SeqCst);
    assert_eq!(workshop.check().unwrap_err().kind, TroubleKind::SignInEnded);
    let before = web.asked().len();
    needs_sign_in(&workshop);
    assert_eq!((web.asked().len(), sent(&web)), (before + 1, 1));
}

#[test]
fn without_tokens_the_password_serves_until_the_program_ends() {
    let (web, _) = server(Tokens::Unknown);
    let mut workshop = Workshop::new(FakeMachine::default(), &web.address());
    assert_eq!(workshop.begin().password, PasswordUse::Once);
    let situation = sign_in(&workshop, right_fields());
    assert_eq!((situation.user.as_deref(), situation.password), (Some(USER), PasswordUse::EachTime));
    assert_eq!(workshop.ready().len(), 1);
    workshop.start();
    let situation = workshop.begin();
    assert_eq!((situation.user, situation.password), (None, PasswordUse::EachTime));
    let before = sent(&web);
    needs_sign_in(&workshop);
    assert_eq!(sent(&web), before);
}

#[test]
fn a_password_is_kept_if_the_person_wants_it_and_forgotten_when_it_is_refused_or_signed_out() {
    let (web, accepts) = server(Tokens::Unknown);
    let mut workshop = Workshop::new(FakeMachine::default(), &web.address());
    sign_in(&workshop, fields(PASSWORD, true));
    workshop.start();
    assert_eq!(workshop.begin().user.as_deref(), Some(USER));
    assert_eq!(workshop.ready().len(), 1);
    workshop.order(Work::SignOut);
    assert_eq!(workshop.next(), News::SignedOut);
    assert_eq!(workshop.situation().user, None);
    workshop.start();
    needs_sign_in(&workshop);

    sign_in(&workshop, fields(PASSWORD, true));
    workshop.start();
    accepts.store(false, Ordering::SeqCst);
    assert_eq!(workshop.check().unwrap_err().kind, TroubleKind::SignInRefused);
    let before = sent(&web);
    workshop.start();
    needs_sign_in(&workshop);
    assert_eq!(sent(&web), before, "it is gone");
}

#[test]
fn a_policy_lets_no_password_be_kept_and_has_a_kept_one_forgotten() {
    let (web, _) = server(Tokens::Unknown);
    let mut workshop = Workshop::new(FakeMachine::default(), &web.address());
    sign_in(&workshop, fields(PASSWORD, true));
    let stored = Stored {
        person: Values::default().with_text("ServerUrl", &web.address()),
        policy: Values::default().with_number("DisableKeptPassword", 1),
        ..Stored::default()
    };
    let unbound = std::mem::replace(&mut workshop.settings, client::settings_store::Memory::new(stored));
    workshop.start();
    let before = sent(&web);
    needs_sign_in(&workshop);
    assert_eq!(sent(&web), before);
    let situation = sign_in(&workshop, fields(PASSWORD, true));
    assert_eq!(situation.password, PasswordUse::Once);
    workshop.settings = unbound;
    workshop.start();
    needs_sign_in(&workshop);
}

#[test]
fn another_server_gets_nothing_of_a_sign_in() {
    let (web, _) = server(Tokens::Unknown);
    let (other, _) = server(Tokens::Unknown);
    let workshop = Workshop::new(FakeMachine::default(), &web.address());
    sign_in(&workshop, fields(PASSWORD, true));
    let mut settings = workshop.begin().settings.settings;
    settings.server = Some(other.address());
    workshop.order(Work::Save(settings));
    assert_eq!(workshop.situation().user, None);
    needs_sign_in(&workshop);
    assert_eq!(sent(&other), 0);
}

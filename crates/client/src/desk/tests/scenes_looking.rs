//! The states before an install: setting up, looking, the list, signing in.

use text::{Explain as _, Language, message};

use super::pictures::Scene;
use super::stage::{
    Stage, checked_before, connector, drive, fields, found, invitation, key, notes, of, offers, proposed,
    situation, trouble, with, without,
};
use crate::browser_sign_in::BrowserSignInError;
use crate::desk::{Command, Event, News, PasswordUse, Situation, Trouble, TroubleKind};
use crate::machine::Context;
use crate::outcome::Restart;
use crate::plan::{Obstacle, Plan};
use crate::screen::WindowName;
use crate::settings::Settings;

pub(super) const LOOKING: &[Scene] = &[
    ("starting", |language| {
        let mut stage = Stage::new(language);
        stage.hear(Event::Started);
        stage.command(Command::ShowUpdates);
        stage
    }),
    ("not-starting", |language| {
        let mut stage = Stage::new(language);
        stage.hear(Event::Started);
        stage.command(Command::ShowUpdates);
        let message = message!("state-unusable", path = "OX Updater", detail = "denied");
        stage.news(News::Checked(Box::new(Err(Trouble { message, kind: TroubleKind::Other }))));
        stage
    }),
    ("trouble-locked-in-the-background", |language| {
        let mut stage = Stage::with_server(language);
        stage.wait(360);
        stage.checked(Err(trouble(TroubleKind::Locked)));
        stage
    }),
    ("settings-not-saved-without-encryption", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowSettings);
        let server = Some("http://updates.example.com".to_owned());
        stage.command(Command::SaveSettings(Settings { server, ..Settings::default() }));
        let refused = message!("permitted-plain", address = "http://updates.example.com");
        stage.news(News::NotSaved(refused));
        stage
    }),
    ("server-not-encrypted", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::CheckNow);
        let message = message!("server-not-encrypted", host = "updates.example.com");
        stage.checked(Err(Trouble { message, kind: TroubleKind::Other }));
        stage
    }),
    ("proposal", |language| with(language, proposed())),
    ("proposal-declined", |language| {
        let mut stage = with(language, proposed());
        stage.command(Command::DeclineServer);
        stage
    }),
    ("proposal-not-saved", |language| {
        let mut stage = with(language, proposed());
        stage.command(Command::AcceptServer);
        stage.news(News::NotSaved(message!("state-unusable", path = "settings", detail = "denied")));
        stage
    }),
    ("no-server", |language| {
        let mut stage = with(language, without_server());
        stage.command(Command::ShowUpdates);
        stage
    }),
    ("no-server-in-the-background", |language| with(language, without_server())),
    ("unchecked", |language| {
        let mut stage = with(language, manual());
        stage.command(Command::ShowUpdates);
        stage
    }),
    ("looking", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowUpdates);
        stage
    }),
    ("looking-in-the-background", |language| {
        let mut stage = Stage::with_server(language);
        stage.wait(360);
        stage
    }),
    ("looking-again", |language| {
        let mut stage = Stage::with_list(language, offers());
        stage.command(Command::CheckNow);
        stage
    }),
    ("up-to-date", |language| {
        let mut stage = Stage::with_list(language, Plan::default());
        stage.wait(3 * 60);
        stage
    }),
    ("up-to-date-but-for-a-restart", |language| {
        let mut stage = with(language, Situation { restart: Restart::Needed, ..situation() });
        stage.wait(360);
        stage.checked(Ok(Plan::default()));
        stage.command(Command::ShowUpdates);
        stage
    }),
    ("list", |language| Stage::with_list(language, offers())),
    ("list-in-the-background", |language| Stage::with_found(language, offers())),
    ("list-of-one", |language| Stage::with_found(language, of(vec![connector()]))),
    ("list-of-three", |language| {
        Stage::with_found(language, of(vec![connector(), drive(), notes("Planner", 3), notes("Viewer", 4)]))
    }),
    ("list-optional-seen", |language| {
        let mut stage = Stage::with_list(language, of(vec![drive()]));
        stage.command(Command::Close(WindowName::Updates));
        stage
    }),
    ("list-held-selected", |language| {
        let mut stage = Stage::with_list(language, offers());
        stage.command(Command::Select(key(2)));
        stage.command(Command::Tick { key: key(0), wanted: false });
        stage
    }),
    ("list-both-remain-ticked", |language| {
        let mut stage = Stage::with_list(language, offers());
        stage.command(Command::Select(key(3)));
        stage.command(Command::Tick { key: key(3), wanted: true });
        stage
    }),
    ("list-both-remain-for-one", |language| {
        let mut plan = of(vec![notes("Planner", 4)]);
        plan.block(|_| Some(Obstacle::BothRemain(Context::User)));
        Stage::with_list(language, plan)
    }),
    ("list-nothing-ready", |language| {
        let mut stage = Stage::with_list(language, without(&["Connector for Outlook", "Drive"]));
        stage.command(Command::Select(key(4)));
        stage
    }),
    ("list-with-mistakes", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowUpdates);
        let problems =
            catalog::xml::read(b"<Products><Product><Name>A</Name></Product></Products>").unwrap().problems;
        let found = crate::desk::Found { problems, ..found(offers(), stage.at) };
        stage.news(News::Checked(Box::new(Ok(found))));
        stage
    }),
    ("list-old", |language| {
        let mut stage = Stage::with_list(language, offers());
        stage.wait(5 * 3_600);
        stage.checked(Err(trouble(TroubleKind::Away { retry_after: None })));
        stage
    }),
    ("trouble-away", |language| {
        let mut stage = with(language, checked_before());
        stage.command(Command::CheckNow);
        stage.checked(Err(trouble(TroubleKind::Away { retry_after: None })));
        stage
    }),
    ("trouble-away-in-the-background", |language| {
        let mut stage = Stage::with_server(language);
        stage.wait(360);
        stage.checked(Err(trouble(TroubleKind::Away { retry_after: Some(600) })));
        stage
    }),
    ("trouble-though-there-is-a-list", |language| {
        let mut stage = Stage::with_list(language, offers());
        stage.command(Command::CheckNow);
        stage.checked(Err(trouble(TroubleKind::Other)));
        stage
    }),
    ("trouble-locked", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::CheckNow);
        stage.checked(Err(trouble(TroubleKind::Locked)));
        stage
    }),
    ("sign-in", |language| {
        let mut stage = needing_sign_in(language, PasswordUse::Once, TroubleKind::SignInNeeded);
        stage.command(Command::ShowUpdates);
        stage
    }),
    ("sign-in-in-the-background", |language| {
        needing_sign_in(language, PasswordUse::Once, TroubleKind::SignInNeeded)
    }),
    ("sign-in-ended", |language| needing_sign_in(language, PasswordUse::Once, TroubleKind::SignInEnded)),
    ("sign-in-refused-in-the-background", |language| {
        needing_sign_in(language, PasswordUse::EachTime, TroubleKind::SignInRefused)
    }),
    ("sign-in-without-tokens", |language| {
        let mut stage = needing_sign_in(language, PasswordUse::EachTime, TroubleKind::SignInRefused);
        stage.command(Command::ShowUpdates);
        stage
    }),
    ("sign-in-incomplete", |language| {
        let mut stage = needing_sign_in(language, PasswordUse::Once, TroubleKind::SignInNeeded);
        stage.command(Command::ShowUpdates);
        stage.command(Command::SignIn(fields("anna", "")));
        stage
    }),
    ("sign-in-nameless", |language| {
        let mut stage = needing_sign_in(language, PasswordUse::Once, TroubleKind::SignInNeeded);
        stage.command(Command::ShowUpdates);
        stage.command(Command::SignIn(fields("  ", "secret")));
        stage
    }),
    ("signing-in", |language| {
        let mut stage = needing_sign_in(language, PasswordUse::Once, TroubleKind::SignInNeeded);
        stage.command(Command::ShowUpdates);
        stage.command(Command::SignIn(fields("anna", "secret")));
        stage
    }),
    ("sign-in-wrong", |language| {
        let mut stage = needing_sign_in(language, PasswordUse::Once, TroubleKind::SignInNeeded);
        stage.command(Command::ShowUpdates);
        stage.command(Command::SignIn(fields("anna", "secret")));
        stage.news(News::NotSignedIn(trouble(TroubleKind::SignInRefused)));
        stage
    }),
    ("browser-asking", asking_browser),
    ("browser", |language| {
        let mut stage = asking_browser(language);
        stage.news(News::Invited(invitation()));
        stage
    }),
    ("browser-in-the-background", |language| {
        let mut stage = asking_browser(language);
        stage.news(News::Invited(invitation()));
        stage.command(Command::Close(WindowName::Updates));
        stage
    }),
    ("browser-denied", |language| browser_ended(language, &BrowserSignInError::Denied)),
    ("browser-expired", |language| browser_ended(language, &BrowserSignInError::Expired)),
    ("browser-not-understood", |language| browser_ended(language, &BrowserSignInError::NotUnderstood)),
    ("browser-not-offered", |language| browser_ended(language, &BrowserSignInError::NotOffered)),
    ("browser-of-another-place", |language| {
        let address = "https://evil.example.com/device".to_owned();
        let server = "https://updates.example.com".to_owned();
        browser_ended(language, &BrowserSignInError::OtherPlace { address, server })
    }),
    ("sign-in-by-choice", |language| {
        let mut stage = Stage::with_list(language, offers());
        stage.command(Command::ShowSignIn);
        stage
    }),
    ("signing-out", |language| {
        let mut stage = Stage::with_list(language, offers());
        stage.command(Command::SignOut);
        stage
    }),
    ("signed-out", |language| {
        let mut stage = Stage::with_list(language, offers());
        stage.command(Command::SignOut);
        stage.command(Command::SignOutNow);
        stage.news(News::SignedOut);
        stage
    }),
];

fn asking_browser(language: Language) -> Stage {
    let mut stage = needing_sign_in(language, PasswordUse::Once, TroubleKind::SignInNeeded);
    stage.command(Command::ShowUpdates);
    stage.command(Command::SignInWithBrowser);
    stage
}

fn browser_ended(language: Language, reason: &BrowserSignInError) -> Stage {
    let mut stage = asking_browser(language);
    let kind = match reason {
        BrowserSignInError::NotOffered => TroubleKind::NoBrowserSignIn,
        _ => TroubleKind::Other,
    };
    stage.news(News::NotSignedIn(Trouble { message: reason.message(), kind }));
    stage
}

fn without_server() -> Situation {
    Situation { proposal: None, ..proposed() }
}

fn manual() -> Situation {
    let mut situation = situation();
    situation.settings.settings.checking = crate::settings::Checking::Manual;
    situation
}

fn needing_sign_in(language: Language, password: PasswordUse, kind: TroubleKind) -> Stage {
    let mut stage = with(language, Situation { password, ..situation() });
    stage.wait(360);
    stage.checked(Err(trouble(kind)));
    stage
}

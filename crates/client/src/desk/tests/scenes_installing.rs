//! The states from an install on, and the other windows.

use catalog::report::OutcomeKind;
use text::{Language, message};

use super::pictures::Scene;
use super::stage::{
    MEGABYTE, Stage, ask, batch, done, failed, key, offers, past, situation, stopped, with, without,
};
use crate::close_first::Answer;
use crate::desk::{Command, Event, News, Situation, TroubleKind};
use crate::download::Transfer;
use crate::machine::{ExitCode, InstallProgress};
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::screen::WindowName;
use crate::settings::{InForce, Lock, Settings};
use crate::updater::Progress;
use crate::web::ProxyChoice;

pub(super) const INSTALLING: &[Scene] = &[
    ("progress-begun", Stage::installing),
    ("progress-downloading-of-unknown-size", |language| {
        let mut stage = Stage::installing(language);
        progress(
            &mut stage,
            0,
            Progress::Downloading(Transfer { done: 3 * MEGABYTE, total: None, speed: 9 }),
        );
        progress(
            &mut stage,
            1,
            Progress::Downloading(Transfer { done: MEGABYTE, total: Some(4 * MEGABYTE), speed: 0 }),
        );
        stage
    }),
    ("progress-downloading", |language| {
        let mut stage = Stage::installing(language);
        let transfer = Transfer { done: 3 * MEGABYTE, total: Some(12 * MEGABYTE), speed: MEGABYTE };
        progress(&mut stage, 0, Progress::Downloading(transfer));
        stage
    }),
    ("progress-verifying", |language| {
        let mut stage = Stage::installing(language);
        progress(&mut stage, 0, Progress::Verifying(6 * MEGABYTE));
        stage
    }),
    ("progress-windows-busy", |language| {
        let mut stage = Stage::installing(language);
        progress(&mut stage, 0, Progress::Waiting);
        stage
    }),
    ("progress-installing", |language| {
        let mut stage = Stage::installing(language);
        stage.ended(0, done(0, 0));
        progress(&mut stage, 1, Progress::Installing(InstallProgress::Ticks { done: 500, total: 10_000 }));
        progress(
            &mut stage,
            1,
            Progress::Installing(InstallProgress::Action("Copying new files".to_owned())),
        );
        stage
    }),
    ("progress-takes-long", |language| {
        let mut stage = Stage::installing(language);
        progress(&mut stage, 0, Progress::Installing(InstallProgress::GoesOn));
        progress(&mut stage, 0, Progress::TakesLong);
        stage
    }),
    ("progress-stopping", |language| {
        let mut stage = Stage::installing(language);
        progress(&mut stage, 0, Progress::Verifying(0));
        stage.command(Command::Cancel);
        stage
    }),
    ("progress-consent", |language| {
        let mut stage = Stage::installing(language);
        progress(&mut stage, 0, Progress::Installing(InstallProgress::GoesOn));
        progress(&mut stage, 0, Progress::Installing(InstallProgress::AsksForConsent));
        progress(&mut stage, 0, Progress::TakesLong);
        stage
    }),
    ("progress-windows-ends", |language| {
        let mut stage = Stage::installing(language);
        progress(&mut stage, 0, Progress::Installing(InstallProgress::GoesOn));
        stage.hear(Event::SessionEnding);
        stage
    }),
    ("progress-leaving", |language| {
        let mut stage = Stage::installing(language);
        stage.command(Command::Exit);
        stage
    }),
    ("progress-leaving-when-done", |language| {
        let mut stage = Stage::installing(language);
        stage.command(Command::Exit);
        stage.command(Command::ExitWhenDone);
        stage
    }),
    ("progress-in-the-background", |language| {
        let mut stage = Stage::installing(language);
        stage.ended(0, done(0, 0));
        stage.command(Command::Close(WindowName::Updates));
        stage
    }),
    ("close-first", |language| {
        let mut stage = Stage::installing(language);
        progress(&mut stage, 0, Progress::ProgramsOpen);
        stage.news(News::Asked(ask()));
        stage
    }),
    ("close-first-in-the-background", |language| {
        let mut stage = Stage::installing(language);
        stage.command(Command::Close(WindowName::Updates));
        stage.wait(60);
        progress(&mut stage, 0, Progress::ProgramsOpen);
        stage.news(News::Asked(ask()));
        stage
    }),
    ("close-first-answered", |language| {
        let mut stage = Stage::installing(language);
        progress(&mut stage, 0, Progress::ProgramsOpen);
        stage.news(News::Asked(ask()));
        stage.command(Command::Answer(Answer::TryAgain));
        stage
    }),
    ("result-good", |language| result(language, [done(0, 0), done(1, 0)], None)),
    ("result-restart", |language| result(language, [done(0, 3010), done(1, 3010)], None)),
    ("result-failed", |language| result(language, [failed(), done(1, 0)], None)),
    ("result-refused", |language| {
        let refused = Outcome {
            exit_code: Some(ExitCode(1223)),
            ..stopped(0, OutcomeKind::Cancelled, message!("outcome-cancelled"))
        };
        let open =
            stopped(1, OutcomeKind::ProgramsOpen, message!("outcome-programs-open", programs = "Outlook"));
        result(language, [refused, open], None)
    }),
    ("result-locked", |language| {
        let mut stage = Stage::installing(language);
        stage.news(batch(Some(TroubleKind::Locked), offers()));
        stage
    }),
    ("result-signed-out-in-between", |language| {
        let mut stage = Stage::installing(language);
        stage.ended(0, done(0, 0));
        stage.news(batch(Some(TroubleKind::SignInEnded), without(&["Connector for Outlook"])));
        stage
    }),
    ("result-nothing-left", |language| {
        let mut stage = Stage::installing(language);
        stage.ended(0, done(0, 0));
        stage.ended(1, done(1, 0));
        stage.news(batch(None, Plan::default()));
        stage
    }),
    ("result-in-the-background", |language| {
        let mut stage = Stage::installing(language);
        stage.command(Command::Close(WindowName::Updates));
        stage.wait(60);
        stage.ended(0, done(0, 3010));
        stage.ended(1, done(1, 0));
        stage.news(batch(None, Plan::default()));
        stage
    }),
    ("result-bad-in-the-background", |language| {
        let mut stage = Stage::installing(language);
        stage.command(Command::Close(WindowName::Updates));
        stage.wait(60);
        stage.ended(0, failed());
        stage.ended(1, done(1, 0));
        stage.news(batch(None, offers()));
        stage
    }),
    ("after-a-restart-was-needed", |language| {
        let mut stage = result(language, [done(0, 3010), done(1, 0)], None);
        stage.command(Command::Close(WindowName::Updates));
        stage.wait(5 * 3_600);
        stage.checked(Ok(Plan::default()));
        stage
    }),
    ("settled", |language| {
        let mut stage = Stage::with_server(language);
        let past = past(&offers().items[0], &done(0, 0), stage.at);
        stage.news(News::Settled(vec![past]));
        stage
    }),
    ("updated-itself", |language| with(language, self_updated(&done(0, 0)))),
    ("not-updated-itself", |language| with(language, self_updated(&failed()))),
    ("settings", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowSettings);
        stage
    }),
    ("settings-locked", |language| {
        let mut stage = with(language, locked());
        stage.command(Command::ShowSettings);
        stage
    }),
    ("settings-wrong", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowSettings);
        stage.command(Command::SaveSettings(Settings {
            server: Some("ftp://updates.example.com".to_owned()),
            interval_hours: 0,
            proxy: ProxyChoice::At("not a proxy".to_owned()),
            ..Settings::default()
        }));
        stage
    }),
    ("settings-with-a-sign-in-inside", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowSettings);
        let server = Some("https://anna:secret@updates.example.com".to_owned());
        stage.command(Command::SaveSettings(Settings { server, ..Settings::default() }));
        stage
    }),
    ("settings-saving", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowSettings);
        stage.command(Command::SaveSettings(Settings::default()));
        stage
    }),
    ("settings-not-saved", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowSettings);
        stage.command(Command::SaveSettings(Settings::default()));
        stage.news(News::NotSaved(message!("state-unusable", path = "settings", detail = "denied")));
        stage
    }),
    ("history-reading", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowHistory);
        stage
    }),
    ("history-none", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowHistory);
        stage.news(News::History(Vec::new()));
        stage
    }),
    ("history-unreadable", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowHistory);
        stage.news(News::NoHistory(message!("state-unusable", path = "OX Updater", detail = "denied")));
        stage
    }),
    ("history", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowHistory);
        let mut pasts = vec![past(&offers().items[0], &failed(), stage.at)];
        pasts.extend(every_kind().map(|kind| {
            let outcome = stopped(1, kind, message!("outcome-cancelled"));
            past(&offers().items[1], &outcome, stage.at)
        }));
        stage.news(News::History(pasts));
        stage
    }),
    ("about", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowAbout);
        stage
    }),
];

fn locked() -> Situation {
    let lock = Some(Lock::Policy);
    let settings = InForce {
        server_lock: Some(Lock::Installer),
        checking_lock: lock,
        interval_lock: lock,
        proxy_lock: lock,
        language_lock: lock,
        start_lock: lock,
        ..situation().settings
    };
    Situation { settings, ..situation() }
}

fn self_updated(outcome: &Outcome) -> Situation {
    Situation { self_update: Some(past(&offers().items[1], outcome, 0)), ..situation() }
}

fn progress(stage: &mut Stage, which: usize, progress: Progress) {
    stage.news(News::Progress { key: key(which), progress });
}

pub(super) fn result(language: Language, outcomes: [Outcome; 2], trouble_kind: Option<TroubleKind>) -> Stage {
    let mut stage = Stage::installing(language);
    for (which, outcome) in outcomes.into_iter().enumerate() {
        stage.ended(which, outcome);
    }
    stage.news(batch(trouble_kind, offers()));
    stage
}

fn every_kind() -> impl Iterator<Item = OutcomeKind> {
    use OutcomeKind::{
        Busy, Cancelled, DownloadFailed, Failed, Installed, InstalledNeedsRestart, NotForThisPc,
        NotReallyInstalled, ProgramsOpen, VerificationFailed,
    };
    let kinds = [Installed, InstalledNeedsRestart, NotReallyInstalled, Cancelled, Busy];
    kinds.into_iter().chain([ProgramsOpen, NotForThisPc, Failed, DownloadFailed, VerificationFailed])
}

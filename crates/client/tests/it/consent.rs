//! What is told and heard while Windows asks for an administrator's consent.

use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::sync::mpsc::channel;

use client::elevation::ElevatingMachine;
use client::fake::FakeMachine;
use client::machine::{ExitCode, InstallProgress, Machine as _, Proceed};

use crate::elevation::{Stage, go_on, quiet, request};

#[test]
fn while_windows_asks_that_is_told_and_who_cancels_is_not_asked() {
    let stage = Stage::set(FakeMachine::default());
    let plain = FakeMachine::default();
    let machine = ElevatingMachine::new(&plain, stage.starter(true));
    let request = request(&stage, None);
    let mut told = Vec::new();
    let mut install = |name: &str, proceed: Proceed| {
        let package = stage.verified(&quiet(name), name);
        let ended = machine.install(&package, &request, &mut |progress| {
            told.push(progress);
            proceed
        });
        (ended.unwrap(), std::mem::take(&mut told))
    };
    assert_eq!(
        install("notes-1.0.0.msi", Proceed::Cancel),
        (ExitCode(1602), vec![InstallProgress::AsksForConsent])
    );
    assert_eq!(stage.starts.load(Ordering::SeqCst), 0, "nobody was asked");
    let (ended, told) = install("notes-1.0.0.msi", Proceed::GoOn);
    assert_eq!((ended, &told[0]), (ExitCode(0), &InstallProgress::AsksForConsent));
    assert_ne!(told.last(), Some(&InstallProgress::AsksForConsent));
    let (_, told) = install("restart-1.0.0.msi", Proceed::GoOn);
    assert!(!told.contains(&InstallProgress::AsksForConsent), "it is asked once: {told:?}");
}

#[test]
fn who_cancels_while_windows_asks_gets_nothing_installed() {
    let stage = Stage::set(FakeMachine::default());
    let plain = FakeMachine::default();
    let (think, thought) = channel();
    let mut starter = stage.starter(true);
    starter.thought = Some(Mutex::new(thought));
    let machine = ElevatingMachine::new(&plain, starter);
    let request = request(&stage, None);
    let package = stage.verified(&quiet("notes-1.0.0.msi"), "notes-1.0.0.msi");
    let starts = || stage.starts.load(Ordering::SeqCst);
    let ended = machine.install(&package, &request, &mut |progress| {
        assert_eq!(progress, InstallProgress::AsksForConsent);
        if starts() == 0 {
            return Proceed::GoOn;
        }
        think.send(()).unwrap();
        Proceed::Cancel
    });
    assert_eq!((ended.unwrap(), starts()), (ExitCode(1602), 1));
    assert_eq!(stage.machine.requests(), [], "it was consented to, and stopped");
    assert_eq!(machine.install(&package, &request, &mut go_on).unwrap(), ExitCode(0));
    assert_eq!(starts(), 1, "the deputy is there");
}

//! A line to a deputy that a child process goes on with.

use std::io::{PipeReader, Write as _, pipe};
use std::process::Stdio;
use std::sync::Mutex;

use client::elevation::{Bequest, ElevatingMachine, Elevator, ForChild, Line, NotElevated};
use client::fake::FakeMachine;
use client::machine::{InstallProgress, Machine as _, Proceed};

fn go_on(_: InstallProgress) -> Proceed {
    Proceed::GoOn
}

#[test]
fn who_leaves_a_deputy_to_a_child_says_no_end_to_it() {
    /// A deputy that only greets, and whose line a child can have.
    struct Greeting(Mutex<Option<PipeReader>>);
    impl Elevator for &Greeting {
        fn start(&self) -> Result<Line, NotElevated> {
            let ((ears, mut voice), (hears, their_voice)) = (pipe().unwrap(), pipe().unwrap());
            voice.write_all(b"\"ready\"\n").unwrap();
            *self.0.lock().unwrap() = Some(hears);
            // It stays on the line.
            let bequest: Bequest = Box::new(move || Ok(Stdio::from(voice.try_clone()?)));
            Ok(Line {
                ears: Box::new(ears),
                voice: Box::new(their_voice),
                process: None,
                bequest: Some(bequest),
            })
        }
    }
    let check = |begins: bool, expected: &str| {
        let (plain, greeting) = (FakeMachine::default(), Greeting(Mutex::default()));
        let machine = ElevatingMachine::new(&plain, Box::new(&greeting));
        let given = machine.for_child(&mut go_on).unwrap();
        assert!(matches!(given, ForChild::Line(_)));
        if begins {
            machine.child_has_begun();
        }
        drop((given, machine));
        let heard = std::io::read_to_string(greeting.0.lock().unwrap().take().unwrap()).unwrap();
        assert_eq!(heard, expected);
    };
    check(true, "");
    check(false, "\"end\"\n");
    // A machine that asks nobody has nothing to leave.
    assert!(matches!(FakeMachine::default().for_child(&mut go_on), Ok(ForChild::Nothing)));
}

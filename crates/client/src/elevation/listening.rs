//! A deputy that listens, from its greeting to its end: who lets it go waits until it has ended, so that its program can be replaced or removed.

use std::io;
use std::process::Stdio;
use std::time::Duration;

use super::wire::{Heard, News, Order, Talk};
use super::{Bequest, ElevationError, Line, Process};
use crate::clock::{Clock as _, SystemClock};

/// How long who lets a deputy go waits for its end.
pub const PARTING_TIME_MAX: Duration = Duration::from_secs(5);

/// A deputy at the other end of a line.
pub(super) struct Listening {
    talk: Talk<News>,
    /// Its process, where it is known.
    process: Option<Box<dyn Process>>,
    bequest: Option<Bequest>,
    /// Whether a child process talks with it from now on.
    is_with_child: bool,
}

impl Listening {
    /// Begins to talk.
    pub(super) fn begin(line: Line) -> Result<Self, ElevationError> {
        let Line { ears, voice, process, bequest } = line;
        let talk = Talk::begin(ears, voice).map_err(|source| ElevationError::NotStarted { source })?;
        Ok(Self { talk, process, bequest, is_with_child: false })
    }

    /// The line for a child process to be started with, where there can be one.
    pub(super) fn for_child(&self) -> io::Result<Option<Stdio>> {
        self.bequest.as_ref().map(|bequest| bequest()).transpose()
    }

    /// Leaves the line to a child process that was started with it: from here on nothing is said, and nothing waited for.
    pub(super) fn leave_to_child(mut self) {
        self.is_with_child = true;
    }

    /// Gives it an order.
    pub(super) fn say(&mut self, order: &Order) -> io::Result<()> {
        self.talk.say(order)
    }

    /// Waits for a word.
    pub(super) fn hear(&self, time_max: Duration) -> Heard<News> {
        self.talk.hear(time_max)
    }

    /// Whether it waits for an order, as far as it said.
    pub(super) fn is_there(&self) -> bool {
        self.talk.hear_now() == Heard::Silence
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if self.is_with_child {
            return;
        }
        let begun_at = SystemClock.elapsed();
        let left = || PARTING_TIME_MAX.saturating_sub(SystemClock.elapsed().saturating_sub(begun_at));
        // One that has ended hears it no more.
        let _ = self.talk.say(&Order::End);
        // What it says at the end is of no interest any more.
        while !left().is_zero() && matches!(self.talk.hear(left()), Heard::Said(_)) {}
        if let Some(process) = &self.process {
            process.await_end(left());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{PipeReader, PipeWriter, Read as _, Write as _, pipe};
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, mpsc};
    use std::thread;
    use std::time::Duration;

    use super::{Listening, PARTING_TIME_MAX};
    use crate::elevation::{Line, Process};

    /// A process of which is seen how long somebody would wait for it.
    struct Seen(mpsc::Sender<Duration>, Arc<AtomicBool>);

    impl Process for Seen {
        fn await_end(&self, time_max: Duration) {
            assert!(self.1.load(Ordering::SeqCst), "the line was given up before");
            self.0.send(time_max).unwrap();
        }
    }

    fn parts(deputy: impl FnOnce(PipeReader, PipeWriter) + Send + 'static) -> Duration {
        let ((ears, their_voice), (their_ears, voice)) = (pipe().unwrap(), pipe().unwrap());
        let ((tell, told), has_gone) = (mpsc::channel(), Arc::new(AtomicBool::new(false)));
        let goes = Arc::clone(&has_gone);
        let serving = thread::spawn(move || {
            let mut word = [0; 6];
            (&their_ears).read_exact(&mut word).unwrap();
            assert_eq!(&word, b"\"end\"\n");
            goes.store(true, Ordering::SeqCst);
            deputy(their_ears, their_voice);
        });
        let process: Option<Box<dyn Process>> = Some(Box::new(Seen(tell, has_gone)));
        let line = Line { ears: Box::new(ears), voice: Box::new(voice), process, bequest: None };
        drop(Listening::begin(line).unwrap_or_else(|error| panic!("{error}")));
        serving.join().unwrap();
        told.try_recv().unwrap()
    }

    #[test]
    fn who_lets_a_deputy_go_waits_until_it_hung_up_and_then_for_its_process() {
        let left = parts(|_, _| ());
        assert!(!left.is_zero() && left <= PARTING_TIME_MAX, "{left:?}");
        let talkative = parts(|_, mut voice| voice.write_all(b"{\"progress\":\"goes-on\"}\n").unwrap());
        assert!(!talkative.is_zero() && talkative <= PARTING_TIME_MAX, "{talkative:?}");
    }
}

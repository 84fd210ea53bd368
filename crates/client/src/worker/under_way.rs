//! What reaches work that is under way: a wish to cancel, and answers.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::close_first::Answer;
use crate::machine::Proceed;

/// The most answers that wait to be heard.
const ANSWERS_MAX: usize = 10;

/// The wishes and answers of a person, heard by the one thing that is under way.
#[derive(Debug, Default)]
pub(super) struct UnderWay {
    /// The number of what was ordered last; they count from 1.
    ordered: AtomicU64,
    /// Everything up to this number is to stop.
    cancelled: AtomicU64,
    /// Up to this number nothing more is begun than what is under way.
    last_begun: AtomicU64,
    answers: Mutex<VecDeque<Answer>>,
    answered: Condvar,
}

impl UnderWay {
    /// The number of the next thing to do.
    pub(super) fn next(&self) -> u64 {
        self.ordered.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Stops all that was ordered so far.
    pub(super) fn cancel(&self) {
        // Who waits for an answer has looked before it sleeps, or is woken: the wish cannot fall in between.
        let answers = self.answers();
        self.cancelled.fetch_max(self.ordered.load(Ordering::SeqCst), Ordering::SeqCst);
        drop(answers);
        self.answered.notify_all();
    }

    /// Whether to go on with the thing of a number.
    pub(super) fn proceed(&self, number: u64) -> Proceed {
        if self.cancelled.load(Ordering::SeqCst) >= number { Proceed::Cancel } else { Proceed::GoOn }
    }

    /// Has nothing more begun of all that was ordered so far than what is under way.
    pub(super) fn stop_behind_this(&self) {
        self.last_begun.store(self.ordered.load(Ordering::SeqCst), Ordering::SeqCst);
    }

    /// Takes that back.
    pub(super) fn go_on(&self) {
        self.last_begun.store(0, Ordering::SeqCst);
    }

    /// Whether to begin with the next part of the thing of a number.
    pub(super) fn begin_next(&self, number: u64) -> Proceed {
        if self.last_begun.load(Ordering::SeqCst) >= number { Proceed::Cancel } else { self.proceed(number) }
    }

    /// Takes an answer.
    pub(super) fn answer(&self, answer: Answer) {
        let mut answers = self.answers();
        if answers.len() < ANSWERS_MAX {
            answers.push_back(answer);
        }
        drop(answers);
        self.answered.notify_all();
    }

    /// Forgets answers to questions of before.
    pub(super) fn forget_answers(&self) {
        self.answers().clear();
    }

    /// Waits for an answer, or for the wish to cancel the thing of a number.
    pub(super) fn await_answer(&self, number: u64) -> Answer {
        let mut answers = self.answers();
        loop {
            if self.proceed(number) == Proceed::Cancel {
                return Answer::Cancel;
            }
            if let Some(answer) = answers.pop_front() {
                return answer;
            }
            answers = self.answered.wait(answers).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn answers(&self) -> MutexGuard<'_, VecDeque<Answer>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, mpsc};
    use std::thread;
    use std::time::Duration;

    use super::UnderWay;
    use crate::close_first::Answer;
    use crate::machine::Proceed;

    #[test]
    fn a_wish_to_cancel_is_for_what_was_ordered_before_it() {
        let under_way = UnderWay::default();
        under_way.cancel();
        let first = under_way.next();
        assert_eq!(under_way.proceed(first), Proceed::GoOn);
        let second = under_way.next();
        under_way.cancel();
        let third = under_way.next();
        let proceed = [first, second, third].map(|number| under_way.proceed(number));
        assert_eq!(proceed, [Proceed::Cancel, Proceed::Cancel, Proceed::GoOn]);
    }

    #[test]
    fn behind_what_is_under_way_nothing_is_begun_until_that_is_taken_back() {
        let under_way = UnderWay::default();
        let number = under_way.next();
        assert_eq!(under_way.begin_next(number), Proceed::GoOn);
        under_way.stop_behind_this();
        let later = under_way.next();
        assert_eq!(under_way.proceed(number), Proceed::GoOn, "what is under way goes on");
        let begins = [number, later].map(|number| under_way.begin_next(number));
        assert_eq!(begins, [Proceed::Cancel, Proceed::GoOn]);
        under_way.go_on();
        assert_eq!(under_way.begin_next(number), Proceed::GoOn);
        under_way.cancel();
        assert_eq!(under_way.begin_next(number), Proceed::Cancel);
    }

    #[test]
    fn a_wish_to_cancel_wakes_who_waits_for_an_answer() {
        const TIMES: usize = 200;
        for _ in 0..TIMES {
            let under_way = Arc::new(UnderWay::default());
            let number = under_way.next();
            let (waits, told) = (Arc::clone(&under_way), mpsc::channel());
            thread::spawn(move || told.0.send(waits.await_answer(number)));
            under_way.cancel();
            assert_eq!(told.1.recv_timeout(Duration::from_secs(60)), Ok(Answer::Cancel));
        }
    }

    #[test]
    fn an_answer_of_before_is_none_to_the_next_question() {
        let under_way = UnderWay::default();
        let number = under_way.next();
        under_way.answer(Answer::NotNow);
        under_way.forget_answers();
        under_way.answer(Answer::TryAgain);
        assert_eq!(under_way.await_answer(number), Answer::TryAgain);
        under_way.cancel();
        assert_eq!(under_way.await_answer(number), Answer::Cancel);
    }
}

//! What reaches work that is under way: a wish to cancel, and answers.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::close_first::Answer;
use crate::machine::Proceed;

/// How long it may take until a wish to cancel is heard while an answer is waited for.
const BREATH: Duration = Duration::from_millis(200);
/// The most answers that wait to be heard.
const ANSWERS_MAX: usize = 10;

/// The wishes and answers of a person, heard by the one thing that is under way.
#[derive(Debug, Default)]
pub(super) struct UnderWay {
    /// The number of what was ordered last; they count from 1.
    ordered: AtomicU64,
    /// Everything up to this number is to stop.
    cancelled: AtomicU64,
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
        self.cancelled.fetch_max(self.ordered.load(Ordering::SeqCst), Ordering::SeqCst);
        self.answered.notify_all();
    }

    /// Whether to go on with the thing of a number.
    pub(super) fn proceed(&self, number: u64) -> Proceed {
        if self.cancelled.load(Ordering::SeqCst) >= number { Proceed::Cancel } else { Proceed::GoOn }
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
            let waited = self.answered.wait_timeout(answers, BREATH);
            answers = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn answers(&self) -> MutexGuard<'_, VecDeque<Answer>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
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

//! One question that many have at the same time: one of them has it asked, and all hear the answer.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use tokio::time::Instant;
use tracing::Instrument;

/// An answer, and when it came.
type Answered<Answer> = (Instant, Answer);

/// A question, which is asked once at a time whoever waits, and goes on when nobody does.
#[derive(Debug)]
pub(crate) struct Together<Answer>(Mutex<Option<watch::Receiver<Option<Answered<Answer>>>>>);

/// The question came to nothing: its program has died.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a question came to nothing")]
pub(crate) struct CameToNothing;

impl<Answer> Default for Together<Answer> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<Answer: Clone + Send + Sync + 'static> Together<Answer> {
    /// The last answer if it will still do, else the one of the question under way, else that of a question that begins now. How long
    /// to wait for it is the caller's matter.
    ///
    /// # Errors
    /// [`CameToNothing`].
    pub(crate) async fn ask<Question>(
        &self,
        will_do: impl FnOnce(Instant, &Answer) -> bool,
        question: impl FnOnce() -> Question,
    ) -> Result<Answer, CameToNothing>
    where
        Question: Future<Output = Option<Answer>> + Send + 'static,
    {
        let mut hearing = self.hearing(will_do, question);
        let heard = hearing.wait_for(Option::is_some).await;
        heard.ok().and_then(|heard| heard.as_ref().map(|(_, answer)| answer.clone())).ok_or(CameToNothing)
    }

    fn hearing<Question>(
        &self,
        will_do: impl FnOnce(Instant, &Answer) -> bool,
        question: impl FnOnce() -> Question,
    ) -> watch::Receiver<Option<Answered<Answer>>>
    where
        Question: Future<Output = Option<Answer>> + Send + 'static,
    {
        let mut last = self.last();
        if let Some(hearing) = &*last {
            let is_good = match &*hearing.borrow() {
                Some((at, answer)) => will_do(*at, answer),
                // Under way, unless who asks has died.
                None => hearing.has_changed().is_ok(),
            };
            if is_good {
                return hearing.clone();
            }
        }
        let (telling, hearing) = watch::channel(None);
        let question = question();
        let asking = async move {
            if let Some(answer) = question.await {
                telling.send_replace(Some((Instant::now(), answer)));
            }
        };
        tokio::spawn(asking.in_current_span());
        *last = Some(hearing.clone());
        hearing
    }

    fn last(&self) -> MutexGuard<'_, Option<watch::Receiver<Option<Answered<Answer>>>>> {
        // A thread that died while it held the lock left a whole value: each change is one assignment.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
    use std::time::Duration;

    use futures_util::future::join_all;
    use tokio::time::{Instant, sleep, timeout};

    use super::{CameToNothing, Together};

    const TAKES: Duration = Duration::from_secs(5);
    const COUNTS: Duration = Duration::from_secs(60);

    #[tokio::test(start_paused = true)]
    async fn all_who_wait_hear_one_answer() {
        let (all, begun) = (Together::default(), AtomicU32::new(0));
        let ask = || {
            all.ask(
                |at, _| at.elapsed() < COUNTS,
                || {
                    let number = begun.fetch_add(1, SeqCst) + 1;
                    async move {
                        sleep(TAKES).await;
                        Some(number)
                    }
                },
            )
        };
        let began = Instant::now();
        assert_eq!(join_all([ask(), ask(), ask()]).await, [Ok(1), Ok(1), Ok(1)]);
        assert_eq!(began.elapsed(), TAKES, "nobody waits for the others' waiting");
        assert_eq!(ask().await, Ok(1), "it counts for a while");
        sleep(COUNTS).await;
        assert!(timeout(TAKES / 2, ask()).await.is_err());
        sleep(TAKES).await;
        assert_eq!((ask().await, begun.load(SeqCst)), (Ok(2), 2), "it went on without anybody");
    }

    #[tokio::test(start_paused = true)]
    async fn who_is_impatient_waits_once() {
        let all = Together::<u32>::default();
        let began = Instant::now();
        let ask = || timeout(TAKES, all.ask(|_, _| true, pending::<Option<u32>>));
        let late = join_all([ask(), ask(), ask()]).await;
        assert!(late.iter().all(Result::is_err) && began.elapsed() == TAKES);
    }

    #[tokio::test(start_paused = true)]
    async fn a_question_that_came_to_nothing_is_asked_anew() {
        let all = Together::<u32>::default();
        assert_eq!(all.ask(|_, _| true, || async { None }).await, Err(CameToNothing));
        assert_eq!(all.ask(|_, _| true, || async { Some(1) }).await, Ok(1));
    }
}

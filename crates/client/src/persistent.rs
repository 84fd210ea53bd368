//! A server that is asked again after the time that it asks for when it is busy.

use std::time::Duration;

use catalog::Product;
use catalog::check_in::CheckIn;
use catalog::report::Report;

use crate::machine::Proceed;
use crate::server::{CatalogAnswer, Delivery, PackageAnswer, Resume, Server, ServerError, Validator};

/// The longest that a busy server is waited for at a time; whoever asks for more is told to the person instead.
pub const BUSY_WAIT_MAX: Duration = Duration::from_secs(2 * 60);
/// How often a busy server is asked again.
pub const BUSY_ASKED_AGAIN_MAX: usize = 3;

/// Lets a time go by, and says whether to go on then.
pub type Pause = Box<dyn Fn(Duration) -> Proceed>;

/// A server that is asked again when it says for when.
pub struct Persistent {
    server: Box<dyn Server>,
    pause: Pause,
}

impl Persistent {
    /// Asks a server, with pauses in which a person may cancel.
    #[must_use]
    pub fn new(server: Box<dyn Server>, pause: Pause) -> Self {
        Self { server, pause }
    }

    fn ask<Answer>(
        &self,
        ask: impl Fn(&dyn Server) -> Result<Answer, ServerError>,
    ) -> Result<Answer, ServerError> {
        for _ in 0..BUSY_ASKED_AGAIN_MAX {
            let answer = ask(self.server.as_ref());
            let Err(ServerError::Busy { retry_after: Some(seconds) }) = answer else { return answer };
            let wait = Duration::from_secs(seconds);
            if wait > BUSY_WAIT_MAX {
                return answer;
            }
            if (self.pause)(wait) == Proceed::Cancel {
                return Err(ServerError::Cancelled);
            }
        }
        ask(self.server.as_ref())
    }
}

impl Server for Persistent {
    fn catalog(&self, known: Option<&Validator>) -> Result<CatalogAnswer, ServerError> {
        self.ask(|server| server.catalog(known))
    }

    fn permits(&self, product: &Product) -> Result<(), ServerError> {
        self.server.permits(product)
    }

    fn package(&self, product: &Product, resume: Option<&Resume>) -> Result<PackageAnswer, ServerError> {
        self.ask(|server| server.package(product, resume))
    }

    /// Not asked again: a report waits on disk until the next time.
    fn report(&self, report: &Report) -> Result<Delivery, ServerError> {
        self.server.report(report)
    }

    fn check_in(&self, check_in: &CheckIn) -> Result<Delivery, ServerError> {
        self.server.check_in(check_in)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use std::time::Duration;

    use catalog::Product;
    use catalog::check_in::CheckIn;
    use catalog::report::Report;

    use super::{BUSY_ASKED_AGAIN_MAX, BUSY_WAIT_MAX, Persistent};
    use crate::machine::Proceed;
    use crate::server::{CatalogAnswer, Delivery, PackageAnswer, Resume, Server, ServerError, Validator};

    /// A server that is busy so often, and asks to wait so long.
    struct Busy {
        times: Cell<usize>,
        retry_after: Option<u64>,
    }

    impl Server for Busy {
        fn catalog(&self, _known: Option<&Validator>) -> Result<CatalogAnswer, ServerError> {
            match self.times.get().checked_sub(1) {
                Some(left) => {
                    self.times.set(left);
                    Err(ServerError::Busy { retry_after: self.retry_after })
                }
                None => Ok(CatalogAnswer::Unchanged),
            }
        }

        fn permits(&self, _product: &Product) -> Result<(), ServerError> {
            Ok(())
        }

        fn package(&self, _: &Product, _: Option<&Resume>) -> Result<PackageAnswer, ServerError> {
            Err(ServerError::Forbidden)
        }

        fn report(&self, _report: &Report) -> Result<Delivery, ServerError> {
            Err(ServerError::Forbidden)
        }

        fn check_in(&self, _check_in: &CheckIn) -> Result<Delivery, ServerError> {
            Err(ServerError::Forbidden)
        }
    }

    /// How often a server is waited for that is busy so often, and whether it answers in the end.
    fn check(times: usize, retry_after: Option<u64>, proceed: Proceed, waits: usize, answers: bool) {
        let waited = Rc::new(RefCell::new(Vec::new()));
        let told = Rc::clone(&waited);
        let server = Busy { times: Cell::new(times), retry_after };
        let pause = move |wait| {
            told.borrow_mut().push(wait);
            proceed
        };
        let answer = Persistent::new(Box::new(server), Box::new(pause)).catalog(None);
        let is_cancelled = matches!(answer, Err(ServerError::Cancelled));
        assert_eq!(is_cancelled, waits > 0 && proceed == Proceed::Cancel, "{times} {retry_after:?}");
        assert_eq!(answer.is_ok(), answers, "{times} {retry_after:?}");
        let expected = vec![Duration::from_secs(retry_after.unwrap_or_default()); waits];
        assert_eq!(*waited.borrow(), expected, "{times} {retry_after:?}");
    }

    #[test]
    fn a_busy_server_is_asked_again_when_it_says_for_when() {
        let go_on = Proceed::GoOn;
        check(0, Some(7), go_on, 0, true);
        check(1, Some(7), go_on, 1, true);
        check(BUSY_ASKED_AGAIN_MAX, Some(0), go_on, BUSY_ASKED_AGAIN_MAX, true);
        check(BUSY_ASKED_AGAIN_MAX + 1, Some(7), go_on, BUSY_ASKED_AGAIN_MAX, false);
        check(1, None, go_on, 0, false);
        check(1, Some(BUSY_WAIT_MAX.as_secs()), go_on, 1, true);
        check(1, Some(BUSY_WAIT_MAX.as_secs() + 1), go_on, 0, false);
        check(1, Some(u64::MAX), go_on, 0, false);
        check(1, Some(7), Proceed::Cancel, 1, false);
    }
}

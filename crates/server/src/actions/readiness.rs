//! Whether requests can be answered and changes be made just now.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, timeout};

use crate::App;
use crate::error::{Error, Result};

/// How long an answer counts: whoever asks more often costs no more work.
pub(crate) const ANSWER_TIME: Duration = Duration::from_secs(2);
/// How long looking may take; what takes longer is not ready.
pub(crate) const LOOK_TIME_MAX: Duration = Duration::from_secs(5);

/// What is known about the server's readiness.
#[derive(Debug, Default)]
pub(crate) struct Readiness {
    is_stopping: AtomicBool,
    /// One looks at a time; the others wait for what it finds.
    last: Mutex<Option<(Instant, bool)>>,
}

impl Readiness {
    /// Notes that the server was asked to stop.
    pub(crate) fn stop(&self) {
        self.is_stopping.store(true, Ordering::Relaxed);
    }
}

/// Whether the database and the storage can be read and written, and the server is not about to stop.
pub(crate) async fn is_ready(app: &App) -> bool {
    if app.readiness.is_stopping.load(Ordering::Relaxed) {
        return false;
    }
    let mut last = app.readiness.last.lock().await;
    if let Some((at, is_ready)) = *last
        && at.elapsed() < ANSWER_TIME
    {
        return is_ready;
    }
    let is_ready = match timeout(LOOK_TIME_MAX, look(app)).await {
        Ok(Ok(())) => true,
        Ok(Err(error)) => {
            error.log();
            false
        }
        Err(_) => {
            tracing::error!("the database or the storage does not answer in time");
            false
        }
    };
    *last = Some((Instant::now(), is_ready));
    is_ready
}

async fn look(app: &App) -> Result<()> {
    app.database.probe().await?;
    let storage = app.storage.clone();
    spawn_blocking(move || storage.probe()).await.map_err(Error::internal)??;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{ANSWER_TIME, LOOK_TIME_MAX};
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        let (answer, look) = (ANSWER_TIME.as_secs(), LOOK_TIME_MAX.as_secs());
        assert_says(
            "operations.md",
            &format!("looked at every {answer} seconds at most, for {look} seconds at most"),
        );
    }
}

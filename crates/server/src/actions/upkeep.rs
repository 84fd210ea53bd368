//! What the server does by itself from time to time: counting versions over devices, thinning old reports, throwing away old drafts.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use super::{drafts, reports, spread};
use crate::App;
use crate::error::Result;

/// How long it waits in between: short enough that no day is missed, whenever the server was started.
const INTERVAL: Duration = Duration::from_secs(6 * 60 * 60);

/// Does what is due, at once and then again and again, until `stop` ends.
pub(crate) async fn keep(app: Arc<App>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        let due = async {
            if let Err(error) = run(&app).await {
                error.log();
            }
            sleep(INTERVAL).await;
        };
        tokio::select! {
            () = due => {}
            () = &mut stop => break,
        }
    }
}

async fn run(app: &App) -> Result<()> {
    spread::keep_today(app).await?;
    let thinned = reports::thin(app).await?;
    if thinned > 0 {
        tracing::info!(reports = thinned, "thinned reports that are older than report_age_max");
    }
    let expired = drafts::expire(app).await?;
    if expired > 0 {
        tracing::info!(drafts = expired, "threw away drafts that are older than draft_age_max");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::INTERVAL;
    use crate::reference::assert_says;

    #[test]
    fn the_interval_is_told() {
        assert_says("oxupdated.md", &format!("at its start and every {} hours", INTERVAL.as_secs() / 3_600));
    }
}

//! When devices were last seen: noted in memory at each check, written in batches.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use tokio::sync::Notify;
use tokio::time::{Duration, sleep};

use crate::App;
use crate::db;
use crate::error::Result;
use crate::model::device::DeviceId;

/// How long a time waits to be written; as much is lost if the server is killed.
const WAIT_MAX: Duration = Duration::from_secs(60);
/// The most devices whose times wait; at half of them they are written at once, and beyond them none is noted.
const WAITING_MAX: usize = 20_000;

/// The times that wait to be written.
#[derive(Debug, Default)]
pub(crate) struct LastSeen {
    waiting: Mutex<HashMap<DeviceId, Timestamp>>,
    begun: Notify,
    half_full: Notify,
}

impl LastSeen {
    /// Notes that a device was seen.
    pub(crate) fn note(&self, device: DeviceId, at: Timestamp) {
        let mut waiting = self.waiting();
        if waiting.len() >= WAITING_MAX && !waiting.contains_key(&device) {
            return;
        }
        if waiting.is_empty() {
            self.begun.notify_one();
        }
        let latest = waiting.entry(device).or_insert(at);
        *latest = at.max(*latest);
        if waiting.len() >= WAITING_MAX / 2 {
            self.half_full.notify_one();
        }
    }

    /// Returns when times are to be written: some while after the first of them, or as soon as they are many.
    async fn due(&self) {
        self.begun.notified().await;
        tokio::select! {
            () = sleep(WAIT_MAX) => {}
            () = self.half_full.notified() => {}
        }
    }

    fn take(&self) -> HashMap<DeviceId, Timestamp> {
        std::mem::take(&mut self.waiting())
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<DeviceId, Timestamp>> {
        // A thread that died while it held the lock left a whole map: each change is one call.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes times whenever they are due, until `stop` ends.
pub(crate) async fn keep(app: Arc<App>, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = app.last_seen.due() => {}
            () = &mut stop => break,
        }
        if let Err(error) = write(&app).await {
            error.log();
        }
    }
}

/// Writes the times that wait.
///
/// # Errors
/// If the database refuses; the times wait on then.
pub(crate) async fn write(app: &App) -> Result<()> {
    let taken = app.last_seen.take();
    let written = write_all(app, &taken).await;
    if written.is_err() {
        taken.into_iter().for_each(|(device, at)| app.last_seen.note(device, at));
    }
    written
}

async fn write_all(app: &App, times: &HashMap<DeviceId, Timestamp>) -> Result<()> {
    if times.is_empty() {
        return Ok(());
    }
    let mut writing = app.database.write().await?;
    for (device, at) in times {
        db::devices::set_last_seen(&mut writing, *device, *at).await?;
    }
    writing.commit().await.map_err(db::DatabaseError::from)?;
    tracing::debug!(devices = times.len(), "wrote when devices were last seen");
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use tokio::time::{Duration, Instant, timeout};

    use super::{LastSeen, WAIT_MAX, WAITING_MAX};
    use crate::model::device::DeviceId;
    use crate::reference::{assert_says, grouped};

    fn note(last_seen: &LastSeen, devices: std::ops::Range<usize>) {
        devices.for_each(|device| last_seen.note(DeviceId(device as i64), Timestamp::UNIX_EPOCH));
    }

    #[tokio::test(start_paused = true)]
    async fn times_are_due_a_while_after_the_first_of_them() {
        let last_seen = LastSeen::default();
        assert!(timeout(Duration::from_secs(3_600), last_seen.due()).await.is_err(), "nothing is due");
        let begun_at = Instant::now();
        note(&last_seen, 0..3);
        note(&last_seen, 0..3);
        last_seen.due().await;
        assert_eq!(begun_at.elapsed(), WAIT_MAX);
        assert_eq!(last_seen.take().len(), 3);
        assert!(timeout(Duration::from_secs(3_600), last_seen.due()).await.is_err(), "nothing is due again");
        note(&last_seen, 0..1);
        last_seen.due().await;
        assert_eq!(last_seen.take().len(), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn many_times_are_due_at_once_and_too_many_are_not_noted() {
        let last_seen = LastSeen::default();
        note(&last_seen, 0..WAITING_MAX / 2);
        let begun_at = Instant::now();
        last_seen.due().await;
        assert_eq!(begun_at.elapsed(), Duration::ZERO);
        note(&last_seen, 0..WAITING_MAX + 7);
        let later = Timestamp::from_second(1).unwrap();
        last_seen.note(DeviceId(5), later);
        let taken = last_seen.take();
        assert_eq!((taken.len(), taken[&DeviceId(5)]), (WAITING_MAX, later));
    }

    #[test]
    fn the_limits_are_told() {
        let (devices, seconds) = (grouped(WAITING_MAX as u64), WAIT_MAX.as_secs());
        assert_says(
            "oxupdated.md",
            &format!("| times of a last check that wait to be written | {devices}, {seconds} seconds |"),
        );
    }
}

//! How the server stands now, for metrics.

use jiff::Timestamp;

use super::readiness::is_ready;
use crate::App;
use crate::error::Result;
use crate::measures::stands;
use crate::{DATABASE_FILE, db, disk};

/// Measures what is not counted as it happens. What cannot be measured keeps its last value, and the log says why.
pub(crate) async fn measure(app: &App) {
    stands("oxupdated_ready", u64::from(is_ready(app).await));
    let snapshot = app.snapshot.load();
    stands("oxupdated_users", snapshot.users.iter().count() as u64);
    stands("oxupdated_devices", snapshot.devices.count_all() as u64);
    let published = snapshot.packages.iter().filter(|package| package.withdrawn_at.is_none());
    stands("oxupdated_packages_published", published.count() as u64);
    if let Some(certificate) = app.certificate() {
        let ends_at = certificate.ends_at.as_second();
        stands("oxupdated_certificate_ends_at_seconds", u64::try_from(ends_at).unwrap_or_default());
    }
    let folder = app.storage.folder();
    let database = folder.join(DATABASE_FILE);
    let log = folder.join(format!("{DATABASE_FILE}-wal"));
    let size = |file: &std::path::Path| std::fs::metadata(file).map(|about| about.len()).unwrap_or_default();
    stands("oxupdated_database_bytes", size(&database) + size(&log));
    match disk::free(folder) {
        Ok(Some(free)) => stands("oxupdated_disk_free_bytes", free),
        Ok(None) => {}
        Err(error) => tracing::warn!(%error, "the room on the disk is not known"),
    }
    if let Err(error) = sessions(app).await {
        error.log();
    }
}

async fn sessions(app: &App) -> Result<()> {
    let open = db::sessions::count_open(&mut *app.database.read().await?, Timestamp::now()).await?;
    stands("oxupdated_sessions", open);
    Ok(())
}

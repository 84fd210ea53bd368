//! TLS: the certificate that this server shows, read anew whenever its files change.
//!
//! Files that cannot be used never take the place of those that could: the server goes on with what it has, and says so.

mod error;
mod files;
mod told;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwap;
use rustls::ServerConfig;
use tokio::time::{MissedTickBehavior, interval};

pub(crate) use self::error::TlsError;
pub(crate) use self::files::TlsFiles;
pub(crate) use self::told::Told;
use crate::model::certificate::CertificateState;

/// How often the files are looked at.
pub(crate) const LOOK_EVERY: Duration = Duration::from_secs(60);

/// The certificate in use, and where it comes from.
#[derive(Debug)]
pub(crate) struct Tls {
    files: TlsFiles,
    current: ArcSwap<Current>,
    /// What the files looked like when they were read last, whatever came of it.
    looked: Mutex<[Option<files::Stamp>; 2]>,
}

#[derive(Debug)]
struct Current {
    config: Arc<ServerConfig>,
    state: CertificateState,
}

impl Tls {
    /// Reads the files for the first time.
    ///
    /// # Errors
    /// [`TlsError`] if they cannot be used.
    pub(crate) fn open(files: TlsFiles) -> Result<Self, TlsError> {
        // Before they are read: what changes in between is read again.
        let looked = Mutex::new(files.stamps());
        let (config, state) = files.read()?;
        let current = ArcSwap::from_pointee(Current { config: Arc::new(config), state });
        Ok(Self { files, current, looked })
    }

    /// What a new connection is to be encrypted with.
    pub(crate) fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.current.load().config)
    }

    /// What the certificate in use says about itself.
    pub(crate) fn certificate(&self) -> CertificateState {
        self.current.load().state.clone()
    }

    /// Reads the files again if they have changed. Connections that are open keep what they began with.
    fn look(&self) {
        let now = self.files.stamps();
        let mut looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if *looked == now {
            return;
        }
        *looked = now;
        match self.files.read() {
            Ok((config, state)) => {
                tracing::info!(names = ?state.names, ends_at = %state.ends_at, "a new certificate is in use");
                self.current.store(Arc::new(Current { config: Arc::new(config), state }));
            }
            Err(error) => {
                tracing::error!(%error, "the new certificate cannot be used; the one before it stays in use");
            }
        }
    }
}

/// Looks at the files of a certificate now and then, and when somebody says so, until `stop` ends. Without a certificate it
/// hears all the same: a SIGHUP that nobody takes ends a process.
pub(crate) async fn keep(tls: Option<&Tls>, mut told: Told, stop: impl Future<Output = ()>) {
    let mut due = interval(LOOK_EVERY);
    due.set_missed_tick_behavior(MissedTickBehavior::Delay);
    tokio::pin!(stop);
    loop {
        tokio::select! {
            _ = due.tick() => {}
            () = told.next() => tracing::info!("SIGHUP: the files of the certificate, if there is one, are looked at"),
            () = &mut stop => break,
        }
        if let Some(tls) = tls {
            tls.look();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LOOK_EVERY;
    use super::files::PEM_SIZE_MAX;
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        let line = format!(
            "| files of the certificate and its key | {} MB each, looked at every {} seconds |",
            PEM_SIZE_MAX / 1024 / 1024,
            LOOK_EVERY.as_secs()
        );
        assert_says("oxupdated.md", &line);
    }
}

//! SIGHUP, by which administrators' tools say that files have changed.

/// Hears SIGHUP from when it is made; until then the signal would end the process.
#[cfg(unix)]
pub(crate) struct Told(Option<tokio::signal::unix::Signal>);

#[cfg(unix)]
impl Told {
    /// Begins to hear.
    pub(crate) fn new() -> Self {
        let signal = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup());
        if let Err(error) = &signal {
            tracing::warn!(%error, "SIGHUP will not be heard");
        }
        Self(signal.ok())
    }

    /// Waits for the next one.
    pub(super) async fn next(&mut self) {
        match &mut self.0 {
            Some(signal) => {
                let _ = signal.recv().await;
            }
            None => std::future::pending().await,
        }
    }
}

/// Nothing says so here.
#[cfg(not(unix))]
pub(crate) struct Told;

#[cfg(not(unix))]
impl Told {
    /// Begins to hear nothing.
    pub(crate) fn new() -> Self {
        Self
    }

    /// Waits for ever.
    pub(super) async fn next(&mut self) {
        std::future::pending::<()>().await;
    }
}

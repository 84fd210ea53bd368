//! `oxupdated serve`: from the settings to a server that answers, and to its end.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use text::message;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use super::arguments::Serve;
use super::console::Console;
use super::{Exit, Place, start_log};
use crate::App;
use crate::actions::{deliveries, last_seen, look_ups, set_up, upkeep};
use crate::data_folder::{Absent, DataFolder, DataFolderError, Lock};
use crate::error::{Error, Kind, Result};
use crate::measures;
use crate::rules::host::is_known_to_others;
use crate::rules::peer::may_listen;
use crate::settings::unknown_variables;
use crate::tls::{self, Tls, Told};
use crate::web::{listen, tell_metrics};

/// How long the server waits at its start for a verb that is just working in the data folder.
const WAIT_MAX: Duration = Duration::from_secs(10);
/// How long it waits before it looks again.
const WAIT: Duration = Duration::from_millis(50);

/// Serves until the operating system asks to stop.
pub(super) async fn run(place: &Place, arguments: &Serve, console: &Console) -> Result<Exit> {
    let settings = place.settings(arguments.listen.as_deref())?;
    start_log(&settings.log);
    // Before anything that takes its time: whoever reloads a service that is just starting does not end it.
    let told = Told::new();
    let at = settings.listen.ip();
    if settings.tls.is_none() && !may_listen(at, &settings.trusted_proxies, settings.allow_plain_http) {
        return Err(Kind::PlainHttp(settings.listen.to_string()).into());
    }
    // No error: container systems set variables by the names of services.
    for variable in unknown_variables(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok())) {
        tracing::warn!(variable, "an environment variable is no setting");
    }
    let folder = DataFolder::open(&place.data, Absent::Make)?;
    let mut lock = lock(&folder).await?;
    folder.work_as_owner()?;
    // As the folder's owner, who has to be able to read the files again when they change.
    let tls = settings.tls.clone().map(Tls::open).transpose()?;
    let listener = bind(settings.listen).await?;
    let measuring = match settings.metrics_listen {
        Some(at) => Some((bind(at).await?, measures::begin().map_err(boxed)?)),
        None => None,
    };
    let scheme = if tls.is_some() { "https" } else { "http" };
    let url = format!("{scheme}://{}", listener.local_addr().map_err(Error::internal)?);
    // Others are told where this server is only when it is there.
    lock.tell(&format!("PID {}, {url}", std::process::id())).map_err(Error::internal)?;
    let app = Arc::new(App { tls, ..App::open(&folder, lock, settings).await? });
    let stopping = stopping(Arc::clone(&app))?;
    let orders = orders(&app, &folder, stopping.clone())?;
    let noting = tokio::spawn(last_seen::keep(Arc::clone(&app), stop(stopping.clone())));
    let telling = tokio::spawn(deliveries::keep(Arc::clone(&app), stop(stopping.clone())));
    let upkeep = tokio::spawn(upkeep::keep(Arc::clone(&app), stop(stopping.clone())));
    let looking_up = tokio::spawn(look_ups::keep(Arc::clone(&app), stop(stopping.clone())));
    if let Some((listener, handle)) = measuring {
        let at = listener.local_addr().map_err(Error::internal)?;
        console.say(&message!("server-tells-metrics", url = format!("http://{at}/metrics")));
        // To the end of the process: requests that are under way when the server stops are counted too.
        tokio::spawn(tell_metrics(Arc::clone(&app), listener, handle, std::future::pending()));
    }
    let renewing = tokio::spawn(renew(Arc::clone(&app), told, stopping.clone()));
    greet(&app, &folder, &url, console);
    invite(&app, &url, console)?;
    listen(Arc::clone(&app), listener, stop(stopping)).await;
    let _ = orders.await;
    let _ = noting.await;
    let _ = telling.await;
    let _ = upkeep.await;
    let _ = looking_up.await;
    let _ = renewing.await;
    if let Err(error) = last_seen::write(&app).await {
        error.log();
    }
    app.close().await;
    tracing::info!("stopped");
    Ok(Exit::Done)
}

fn boxed(error: Box<dyn std::error::Error + Send + Sync>) -> Error {
    Error::internal(std::io::Error::other(error))
}

async fn bind(at: SocketAddr) -> Result<TcpListener> {
    let refused = |error: std::io::Error| Kind::Listen { address: at.to_string(), detail: error.to_string() };
    Ok(TcpListener::bind(at).await.map_err(refused)?)
}

/// Looks after the certificate, if there is one, and hears who says that its files have changed.
async fn renew(app: Arc<App>, told: Told, stopping: watch::Receiver<()>) {
    tls::keep(app.tls.as_ref(), told, stop(stopping)).await;
}

/// Takes the folder's lock; a verb that has it is soon done, another server is not.
async fn lock(folder: &DataFolder) -> Result<Lock> {
    let patience_ends_at = Instant::now() + WAIT_MAX;
    loop {
        match folder.lock(&format!("PID {}", std::process::id())) {
            Ok(lock) => return Ok(lock),
            Err(DataFolderError::Locked { holder, .. })
                if !holder.contains("://") && Instant::now() < patience_ends_at =>
            {
                sleep(WAIT).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Starts to work on orders from this machine.
fn orders(
    app: &Arc<App>,
    folder: &DataFolder,
    stopping: watch::Receiver<()>,
) -> Result<tokio::task::JoinHandle<()>> {
    let orders = crate::local::serve(Arc::clone(app), folder.path(), stop(stopping));
    let refused = |error: std::io::Error| Kind::Socket {
        folder: folder.path().display().to_string(),
        detail: error.to_string(),
    };
    Ok(tokio::spawn(orders.map_err(refused)?))
}

/// Says where the server is, on lines of their own and at once: people and programs wait for them.
fn greet(app: &App, folder: &DataFolder, url: &str, console: &Console) {
    console.say(&message!("server-data-folder", folder = folder.path().display()));
    console.say(&message!("server-listening", url = url));
    let settings = &app.settings;
    let at = settings.listen.ip();
    if !at.is_loopback() && !is_known_to_others(settings.public_url.as_deref(), &settings.allowed_hosts, at) {
        console.complain(&message!("server-no-hosts"));
    }
    if app.snapshot.load().users.iter().next().is_none() {
        console.complain(&message!("server-no-users"));
    }
    tracing::info!(url, folder = %folder.path().display(), version = env!("CARGO_PKG_VERSION"), "listening");
}

/// Says on the console, and nowhere else, how the first administrator is made, as long as there is none.
fn invite(app: &App, url: &str, console: &Console) -> Result<()> {
    if let Some(code) = set_up::open(app)? {
        let url = app.settings.public_url.as_deref().unwrap_or(url);
        console.say(&message!("server-set-up", url = format!("{url}/setup"), code = code.as_str()));
    }
    Ok(())
}

async fn stop(mut stopping: watch::Receiver<()>) {
    // An error means that nobody can ask any more; then nobody has to wait either.
    let _ = stopping.changed().await;
}

/// Tells when the operating system asks to stop.
#[cfg(unix)]
fn stopping(app: Arc<App>) -> Result<watch::Receiver<()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).map_err(Error::internal)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Error::internal)?;
    let (asked, stopping) = watch::channel(());
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("asked to stop");
        app.readiness.stop();
        let _ = asked.send(());
    });
    Ok(stopping)
}

/// Tells when the operating system asks to stop.
#[cfg(not(unix))]
fn stopping(app: Arc<App>) -> Result<watch::Receiver<()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c().map_err(Error::internal)?;
    let (asked, stopping) = watch::channel(());
    tokio::spawn(async move {
        interrupt.recv().await;
        tracing::info!("asked to stop");
        app.readiness.stop();
        let _ = asked.send(());
    });
    Ok(stopping)
}

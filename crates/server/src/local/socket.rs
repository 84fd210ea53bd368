//! What is said through the door in the data folder.
//!
//! Both ends send one line of JSON: the order, behind which the bytes of a package may follow, and the answer. They are the same program;
//! after an update of the program, while the older one still runs, a line may not be understood, and that is said.

use std::io::{self, Write};
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use text::Language;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::sync::Semaphore;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::timeout;
use tokio_io_timeout::{TimeoutReader, TimeoutWriter};
use tokio_util::io::SyncIoBridge;

use super::backup::{Loss, Pieces, back_up, take};
use super::door::{Door, Stream, caller, knock, part};
use super::operator::Operator;
use super::order::{Answer, Order};
use super::perform;
use crate::App;
use crate::rules::role;

/// The most orders that are worked on at a time; the next one waits.
const ORDERS_MAX: usize = 8;
/// The most bytes of an order without the package behind it: an icon, release notes and the rest.
const ORDER_SIZE_MAX: u64 = 4 * 1024 * 1024;
/// The most bytes of an answer: lists of some hundred thousand lines.
const ANSWER_SIZE_MAX: u64 = 256 * 1024 * 1024;
/// How many bytes of a package are sent at a time.
const SENT_AT_A_TIME: usize = 256 * 1024;
/// How long orders may go on when the server is asked to stop.
const STOP_TIME_MAX: Duration = Duration::from_secs(10);
/// How long the other end may be silent in the middle of an order.
const SILENCE_MAX: Duration = Duration::from_secs(60);

/// An order on the socket.
#[derive(Debug, Serialize, Deserialize)]
struct Envelope {
    language: String,
    on_behalf_of: Option<String>,
    order: Order,
}

/// Works on orders until `stop` ends, and lets those that are under way go on for a while.
///
/// # Errors
/// If the door cannot be made, for example because the folder's path is too long for one.
pub(crate) fn serve<Stop: Future<Output = ()>>(
    app: Arc<App>,
    folder: &Path,
    stop: Stop,
) -> io::Result<impl Future<Output = ()> + use<Stop>> {
    let door = Arc::new(Door::open(folder)?);
    Ok(async move {
        work(&app, &door, stop).await;
        door.close();
    })
}

async fn work(app: &Arc<App>, door: &Arc<Door>, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(ORDERS_MAX));
    let mut orders = JoinSet::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = async {
                let place = Arc::clone(&places).acquire_owned().await;
                (door.accept().await, place)
            } => accepted,
            _ = orders.join_next(), if !orders.is_empty() => continue,
            () = &mut stop => break,
        };
        let (Ok(stream), Ok(place)) = accepted else { continue };
        let (app, door) = (Arc::clone(app), Arc::clone(door));
        // In a task of its own, which nobody drops: an action that has begun is finished even if the other end hangs up.
        orders.spawn(async move {
            let _place = place;
            if let Err(error) = converse(&app, &door, stream).await {
                tracing::warn!(%error, "an order at the socket broke off");
            }
        });
    }
    let finished = timeout(STOP_TIME_MAX, async { while orders.join_next().await.is_some() {} });
    if finished.await.is_err() {
        tracing::warn!("some orders were cut off when the server stopped");
    }
}

async fn converse(app: &App, door: &Door, mut stream: Stream) -> io::Result<()> {
    let user = timeout(SILENCE_MAX, caller(door, &mut stream)).await??;
    let (reading, mut writing) = stream.into_split();
    let mut reading = TimeoutReader::new(reading);
    reading.set_timeout(Some(SILENCE_MAX));
    let mut reading: BufReader<Pin<Box<dyn AsyncRead + Send>>> = BufReader::new(Box::pin(reading));
    let Envelope { language, on_behalf_of, order } = read_line(&mut reading, ORDER_SIZE_MAX).await?;
    let language = Language::from_tag(&language).unwrap_or_default();
    let operator = Operator { user, on_behalf_of: None }.speaking_for(on_behalf_of);
    let actor = role::operator(operator.name());
    if let Order::Backup { keys } = order {
        let mut bounded = TimeoutWriter::new(writing);
        bounded.set_timeout(Some(SILENCE_MAX));
        let out = Pieces(SyncIoBridge::new(Box::pin(bounded)));
        let (answer, out) = back_up(app, &actor, keys, out, language).await;
        let out = out.ok_or(io::ErrorKind::BrokenPipe)?;
        let line = line_of(&answer)?;
        return spawn_blocking(move || out.end()?.write_all(&line)).await?;
    }
    let answer = perform(app, &actor, order, reading, language).await;
    timeout(SILENCE_MAX, writing.write_all(&line_of(&answer)?)).await??;
    timeout(SILENCE_MAX, part(writing)).await?
}

fn line_of(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    Ok(line)
}

/// A conversation with the running server that has not begun.
#[derive(Debug)]
pub(crate) struct Line(Stream);

/// Calls the running server; `None` if nobody listens: no server runs, or it is only starting or stopping.
///
/// # Errors
/// If the door is there and may not be used.
pub(crate) async fn call(folder: &Path) -> io::Result<Option<Line>> {
    Ok(timeout(SILENCE_MAX, knock(folder)).await??.map(Line))
}

/// Hands an order, and the bytes behind it, to the running server, and waits for its answer.
///
/// # Errors
/// If the conversation breaks off, or is not understood.
pub(crate) async fn hand_over(
    line: Line,
    order: Order,
    bytes: impl AsyncRead,
    operator: &Operator,
    language: Language,
) -> io::Result<Answer> {
    let (reading, mut writing) = line.0.into_split();
    let on_behalf_of = operator.on_behalf_of.clone();
    let envelope = Envelope { language: language.tag().to_owned(), on_behalf_of, order };
    let written = line_of(&envelope)?;
    let sending = async move {
        writing.write_all(&written).await?;
        let bytes = BufReader::with_capacity(SENT_AT_A_TIME, bytes);
        tokio::pin!(bytes);
        tokio::io::copy_buf(&mut bytes, &mut writing).await?;
        writing.shutdown().await
    };
    let mut reading = BufReader::new(reading);
    // The server may refuse, and hang up, before it has taken all bytes: what it says counts, not that sending failed.
    let (sent, answer) = tokio::join!(sending, read_line(&mut reading, ANSWER_SIZE_MAX));
    answer.map_err(|error| sent.err().unwrap_or(error))
}

/// Hands an order to the running server whose answer comes behind bytes, and writes these to `out`.
///
/// # Errors
/// [`Loss`] if not all of them arrive.
pub(crate) async fn take_over(
    line: Line,
    order: Order,
    operator: &Operator,
    language: Language,
    mut out: impl Write + Send + 'static,
) -> Result<Answer, Loss> {
    let (reading, mut writing) = line.0.into_split();
    let on_behalf_of = operator.on_behalf_of.clone();
    let envelope = Envelope { language: language.tag().to_owned(), on_behalf_of, order };
    let written = line_of(&envelope).map_err(Loss::HungUp)?;
    writing.write_all(&written).await.map_err(Loss::HungUp)?;
    let mut reading = SyncIoBridge::new(BufReader::with_capacity(SENT_AT_A_TIME, reading));
    let taking = spawn_blocking(move || take(&mut reading, &mut out).map(|()| reading.into_inner()));
    let mut reading = taking.await.map_err(|error| Loss::HungUp(error.into()))??;
    read_line(&mut reading, ANSWER_SIZE_MAX).await.map_err(Loss::HungUp)
}

async fn read_line<Value: DeserializeOwned>(
    reading: &mut (impl AsyncBufReadExt + Unpin),
    size_max: u64,
) -> io::Result<Value> {
    let mut line = Vec::new();
    reading.take(size_max).read_until(b'\n', &mut line).await?;
    if line.last() != Some(&b'\n') {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the line did not end"));
    }
    Ok(serde_json::from_slice(&line)?)
}

//! What stands for the socket where there is none: nobody ever listens, so a verb works only while no server runs.

use std::io;
use std::path::Path;
use std::sync::Arc;

use text::Language;
use tokio::io::AsyncRead;

use super::backup::Loss;
use super::operator::Operator;
use super::order::{Answer, Order};
use crate::App;

/// A conversation with the running server; there never is one.
#[derive(Debug)]
pub(crate) enum Line {}

/// Finds that nobody listens.
///
/// # Errors
/// None.
pub(crate) async fn call(_: &Path) -> io::Result<Option<Line>> {
    Ok(None)
}

/// Never happens.
///
/// # Errors
/// None.
pub(crate) async fn hand_over(
    line: Line,
    _: Order,
    _: impl AsyncRead,
    _: &Operator,
    _: Language,
) -> io::Result<Answer> {
    match line {}
}

/// Never happens.
///
/// # Errors
/// None.
pub(crate) async fn take_over(
    line: Line,
    _: Order,
    _: &Operator,
    _: Language,
    _: impl std::io::Write,
) -> Result<Answer, Loss> {
    match line {}
}

/// Works on no orders until `stop` ends.
///
/// # Errors
/// None.
pub(crate) fn serve<Stop: Future<Output = ()>>(_: Arc<App>, _: &Path, stop: Stop) -> io::Result<Stop> {
    Ok(stop)
}

//! A backup on its way from who has the data folder to who asked for it: here, or over the socket in pieces.

use std::io::{self, Read, Write};

use text::{Explain, Language, message};
use tokio::task::spawn_blocking;

use super::order::Answer;
use crate::App;
use crate::actions::backups::prepare;
use crate::error::{Error, Result};
use crate::model::backup::PrivateKeys;
use crate::rules::role::Actor;

/// The most bytes of a piece on the socket.
const PIECE_SIZE_MAX: usize = 1024 * 1024;

/// Makes a backup and writes it to `out`, which is given back.
pub(crate) async fn back_up<Out: Write + Send + 'static>(
    app: &App,
    actor: &Actor,
    keys: PrivateKeys,
    out: Out,
    language: Language,
) -> (Answer, Option<Out>) {
    let (made, out) = make(app, actor, keys, out).await;
    let answer = match made {
        Ok(missing) if missing.is_empty() => Answer::Done(message!("done-backup").say(language)),
        Ok(missing) => Answer::DoneBut {
            done: message!("done-backup").say(language),
            warnings: missing
                .iter()
                .map(|path| message!("backup-package-missing", path = path).say(language))
                .collect(),
        },
        Err(error) => {
            error.log();
            Answer::Failed(error.message().say(language))
        }
    };
    (answer, out)
}

async fn make<Out: Write + Send + 'static>(
    app: &App,
    actor: &Actor,
    keys: PrivateKeys,
    mut out: Out,
) -> (Result<Vec<String>>, Option<Out>) {
    let backup = match prepare(app, actor, keys).await {
        Ok(backup) => backup,
        Err(error) => return (Err(error), Some(out)),
    };
    let writing = spawn_blocking(move || {
        let written = backup.write(&mut out).map(|()| backup.manifest().missing.clone());
        (written, out)
    });
    match writing.await {
        Ok((written, out)) => (written, Some(out)),
        Err(error) => (Err(Error::internal(error)), None),
    }
}

/// Writes bytes in pieces with their sizes before them, so that their end is told from a connection that broke off.
#[derive(Debug)]
pub(super) struct Pieces<Out>(pub(super) Out);

impl<Out: Write> Write for Pieces<Out> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = bytes.get(..bytes.len().min(PIECE_SIZE_MAX)).unwrap_or_default();
        if piece.is_empty() {
            return Ok(0);
        }
        let size = u32::try_from(piece.len()).map_err(io::Error::other)?;
        self.0.write_all(&size.to_be_bytes())?;
        self.0.write_all(piece)?;
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl<Out: Write> Pieces<Out> {
    /// Says that no piece follows, and gives back what is written to.
    pub(super) fn end(mut self) -> io::Result<Out> {
        self.0.write_all(&0_u32.to_be_bytes())?;
        Ok(self.0)
    }
}

/// Why bytes did not arrive.
#[derive(Debug)]
pub(crate) enum Loss {
    /// The other end broke off.
    HungUp(io::Error),
    /// They cannot be written where they should go.
    Unwritable(io::Error),
}

/// Takes pieces until their end.
pub(super) fn take(mut from: impl Read, out: &mut impl Write) -> std::result::Result<(), Loss> {
    let mut piece = Vec::new();
    loop {
        let mut size = [0; 4];
        from.read_exact(&mut size).map_err(Loss::HungUp)?;
        let size = u32::from_be_bytes(size) as usize;
        if size == 0 {
            return out.flush().map_err(Loss::Unwritable);
        }
        if size > PIECE_SIZE_MAX {
            return Err(Loss::HungUp(io::ErrorKind::InvalidData.into()));
        }
        piece.resize(size, 0);
        from.read_exact(&mut piece).map_err(Loss::HungUp)?;
        out.write_all(&piece).map_err(Loss::Unwritable)?;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::{Loss, PIECE_SIZE_MAX, Pieces, take};

    #[test]
    fn bytes_arrive_whole_or_it_is_known_that_they_did_not() {
        let bytes: Vec<u8> = (0..PIECE_SIZE_MAX * 2 + 5).map(|at| (at % 251) as u8).collect();
        let mut pieces = Pieces(Vec::new());
        pieces.write_all(&bytes).unwrap();
        let sent = pieces.end().unwrap();
        let mut taken = Vec::new();
        take(sent.as_slice(), &mut taken).unwrap();
        assert!(taken == bytes);
        for cut in [0, 3, 4, 1_000, sent.len() - 5, sent.len() - 1] {
            assert!(matches!(take(&sent[..cut], &mut Vec::new()), Err(Loss::HungUp(_))), "{cut}");
        }
        assert!(matches!(take(&[0xff; 8][..], &mut Vec::new()), Err(Loss::HungUp(_))));
    }
}

//! What the two sides say to each other: JSON, one line for each word, of limited length. Whatever else comes is nonsense and ends the talk.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::machine::{Display, InstallProgress};

/// The most bytes of a line.
pub const LINE_SIZE_MAX: usize = 256 * 1024;
/// The most words that wait to be heard.
const WAITING_MAX: usize = 16;

/// What a deputy is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// To install a package for everyone.
    Install(InstallOrder),
    /// To stop the install that is under way.
    Cancel,
    /// To end.
    End,
}

/// Which package, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct InstallOrder {
    /// Where the package lies.
    pub package: String,
    /// The offer, as an update.xml of its own.
    pub offer: String,
    /// How much is shown.
    pub display: Display,
}

/// What a deputy tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum News {
    /// It listens.
    Ready,
    /// How the install goes.
    Progress(InstallProgress),
    /// What Windows Installer wrote into its log meanwhile, in Base64.
    Log(String),
    /// Windows Installer has ended, with this exit code.
    Ended(u32),
    /// Nothing was installed.
    Refused(Refusal),
}

impl News {
    /// A piece of the log.
    pub(super) fn log(bytes: &[u8]) -> Self {
        Self::Log(BASE64_STANDARD.encode(bytes))
    }
}

/// The bytes of a piece of the log; `None` if they are none.
pub(super) fn log_bytes(written: &str) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(written).ok()
}

/// What came over a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard<Word> {
    /// A word.
    Said(Word),
    /// Something that is no word; nothing more is heard.
    Nonsense,
    /// Nothing, for as long as was listened.
    Silence,
    /// The other side has gone.
    Gone,
}

/// One side of a talk.
pub(super) struct Talk<Word> {
    heard: Receiver<Heard<Word>>,
    voice: Box<dyn Write + Send>,
}

impl<Word: DeserializeOwned + Send + 'static> Talk<Word> {
    /// Begins to listen.
    pub(super) fn begin(ears: Box<dyn Read + Send>, voice: Box<dyn Write + Send>) -> io::Result<Self> {
        let (tell, heard) = sync_channel(WAITING_MAX);
        let ears = BufReader::new(ears);
        thread::Builder::new().spawn(move || listen(ears, &tell))?;
        Ok(Self { heard, voice })
    }

    /// Says a word.
    pub(super) fn say(&mut self, word: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(word)?;
        line.push(b'\n');
        if line.len() > LINE_SIZE_MAX {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a line too long"));
        }
        self.voice.write_all(&line)?;
        self.voice.flush()
    }

    /// Waits for a word.
    pub(super) fn hear(&self, time_max: Duration) -> Heard<Word> {
        match self.heard.recv_timeout(time_max) {
            Ok(heard) => heard,
            Err(RecvTimeoutError::Timeout) => Heard::Silence,
            Err(RecvTimeoutError::Disconnected) => Heard::Gone,
        }
    }

    /// What has come already.
    pub(super) fn hear_now(&self) -> Heard<Word> {
        match self.heard.try_recv() {
            Ok(heard) => heard,
            Err(TryRecvError::Empty) => Heard::Silence,
            Err(TryRecvError::Disconnected) => Heard::Gone,
        }
    }
}

/// Passes on one word after the other, until the other side has gone or speaks nonsense, or nobody listens here any more.
fn listen<Word: DeserializeOwned>(mut ears: impl BufRead, tell: &SyncSender<Heard<Word>>) {
    loop {
        let heard = next(&mut ears);
        let is_last = !matches!(heard, Heard::Said(_));
        if tell.send(heard).is_err() || is_last {
            return;
        }
    }
}

fn next<Word: DeserializeOwned>(ears: &mut impl BufRead) -> Heard<Word> {
    let mut line = Vec::new();
    match ears.by_ref().take(LINE_SIZE_MAX as u64).read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => return Heard::Gone,
        Ok(_) => {}
    }
    let Some(line) = line.strip_suffix(b"\n") else { return Heard::Nonsense };
    serde_json::from_slice(line).map_or(Heard::Nonsense, Heard::Said)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::{Heard, LINE_SIZE_MAX, News, Order, log_bytes, next};

    #[test]
    fn a_word_is_a_line_of_limited_length_and_nothing_else() {
        let check = |bytes: &[u8], expected: &[Heard<Order>]| {
            let mut ears = Cursor::new(bytes.to_vec());
            let heard: Vec<Heard<Order>> = expected.iter().map(|_| next(&mut ears)).collect();
            assert_eq!(heard, expected, "{}", String::from_utf8_lossy(bytes));
        };
        check(b"\"cancel\"\n\"end\"\n", &[Heard::Said(Order::Cancel), Heard::Said(Order::End), Heard::Gone]);
        check(b"", &[Heard::Gone]);
        check(b"\"cancel\"", &[Heard::Nonsense]);
        check(b"\n", &[Heard::Nonsense]);
        check(b"\"uninstall\"\n", &[Heard::Nonsense]);
        check(b"\"cancel\" \"end\"\n", &[Heard::Nonsense]);
        check(b"\xff\xfe\n", &[Heard::Nonsense]);
        check(b"{\"install\":{\"package\":\"a\"}}\n", &[Heard::Nonsense]);
        let more =
            b"{\"install\":{\"package\":\"a\",\"offer\":\"b\",\"display\":\"none\",\"properties\":\"TRANSFORMS=x\"}}\n";
        check(more, &[Heard::Nonsense]);
        check(&[b"\"cancel\"".as_slice(), &vec![b' '; LINE_SIZE_MAX], b"\n"].concat(), &[Heard::Nonsense]);
        check(&vec![b'['; 4 * LINE_SIZE_MAX], &[Heard::Nonsense]);
        check(&[vec![b'['; 100_000], b"\n".to_vec()].concat(), &[Heard::Nonsense]);
    }

    #[test]
    fn a_piece_of_a_log_comes_as_it_was() {
        let bytes: Vec<u8> = (0..=255).collect();
        let News::Log(written) = News::log(&bytes) else { panic!("no log") };
        assert_eq!(log_bytes(&written), Some(bytes));
        assert_eq!(log_bytes("no base64"), None);
    }
}

//! Digests of package files: MD5, which the original's clients know, and SHA-256, which can be trusted.

use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::thread;

use md5::Md5 as Md5State;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256 as Sha256State};
use text::{Explain, Message, message};

/// How many bytes are read at a time.
const CHUNK_SIZE: usize = 1024 * 1024;
/// How many chunks may wait for the slower of the two digests.
const CHUNKS_WAITING_MAX: usize = 4;

/// A text that is no digest of the expected length.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct DigestError {
    name: &'static str,
    digits: usize,
}

impl Explain for DigestError {
    fn message(&self) -> Message {
        message!("digest-not-hexadecimal", name = self.name, digits = self.digits)
    }
}

macro_rules! digest {
    ($(#[$doc:meta])* $name:ident, $shown:literal, $size:literal) => {
        $(#[$doc])*
        ///
        /// Read in any case; written as lower-case hexadecimal digits.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name([u8; $size]);

        impl $name {
            /// Reads hexadecimal digits; blanks around them do not count.
            ///
            /// # Errors
            /// [`DigestError`] if they are not exactly as many as the digest has.
            pub fn parse(written: &str) -> Result<Self, DigestError> {
                let mut bytes = [0; $size];
                decode_hexadecimal(written.trim(), &mut bytes)
                    .ok_or(DigestError { name: $shown, digits: 2 * $size })?;
                Ok(Self(bytes))
            }

            /// The digest's bytes.
            #[must_use]
            pub fn as_bytes(&self) -> &[u8; $size] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
            }
        }

        impl TryFrom<String> for $name {
            type Error = DigestError;

            fn try_from(written: String) -> Result<Self, DigestError> {
                Self::parse(&written)
            }
        }

        impl From<$name> for String {
            fn from(digest: $name) -> Self {
                digest.to_string()
            }
        }
    };
}

digest! {
    /// An MD5 digest. It finds accidents, not attackers.
    Md5, "MD5", 16
}
digest! {
    /// A SHA-256 digest.
    Sha256, "SHA-256", 32
}

fn decode_hexadecimal(written: &str, bytes: &mut [u8]) -> Option<()> {
    if written.len() != 2 * bytes.len() {
        return None;
    }
    let digit = |byte: u8| char::from(byte).to_digit(16);
    for (byte, pair) in bytes.iter_mut().zip(written.as_bytes().chunks_exact(2)) {
        let &[high, low] = pair else { return None };
        *byte = u8::try_from(digit(high)? * 16 + digit(low)?).ok()?;
    }
    Some(())
}

/// What a file's bytes are known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Digests {
    /// How many bytes there are.
    pub size: u64,
    /// Their MD5.
    pub md5: Md5,
    /// Their SHA-256.
    pub sha256: Sha256,
}

/// Computes both digests of a stream piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Digester {
    size: u64,
    md5: Md5State,
    sha256: Sha256State,
}

impl Digester {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.md5.update(bytes);
        self.sha256.update(bytes);
    }

    /// The digests of all bytes taken.
    #[must_use]
    pub fn finish(self) -> Digests {
        Digests {
            size: self.size,
            md5: Md5(self.md5.finalize().into()),
            sha256: Sha256(self.sha256.finalize().into()),
        }
    }
}

/// Reads to the end and computes both digests in that one pass, MD5 on a thread of its own.
///
/// `progress` is told how many bytes are done, after each chunk.
///
/// # Errors
/// What reading gives.
pub fn of(mut source: impl Read, mut progress: impl FnMut(u64)) -> io::Result<Digests> {
    thread::scope(|scope| {
        let (to_md5, chunks) = sync_channel::<Arc<Vec<u8>>>(CHUNKS_WAITING_MAX);
        let md5 = scope.spawn(move || {
            let mut state = Md5State::new();
            chunks.iter().for_each(|chunk| state.update(chunk.as_slice()));
            state.finalize()
        });
        let (mut size, mut sha256) = (0, Sha256State::new());
        loop {
            let mut chunk = Vec::with_capacity(CHUNK_SIZE);
            source.by_ref().take(CHUNK_SIZE as u64).read_to_end(&mut chunk)?;
            if chunk.is_empty() {
                break;
            }
            let chunk = Arc::new(chunk);
            // The receiver lives as long as the sender, for it ends only when the sender is dropped.
            let _ = to_md5.send(Arc::clone(&chunk));
            sha256.update(chunk.as_slice());
            size += chunk.len() as u64;
            progress(size);
        }
        drop(to_md5);
        let md5 = md5.join().map_err(|_| io::Error::other("the MD5 thread ended early"))?;
        Ok(Digests { size, md5: Md5(md5.into()), sha256: Sha256(sha256.finalize().into()) })
    })
}

#[cfg(test)]
mod tests {
    use super::{CHUNK_SIZE, Digester, Md5, Sha256, of};

    #[test]
    fn known_digests() {
        let digests = of(&b"abc"[..], |_| ()).unwrap();
        assert_eq!(digests.size, 3);
        assert_eq!(digests.md5.to_string(), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(
            digests.sha256.to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn one_pass_and_pieces_agree_over_many_chunks() {
        let bytes: Vec<u8> = (0..CHUNK_SIZE * 7 + 13).map(|at| (at % 251) as u8).collect();
        let mut told = Vec::new();
        let whole = of(bytes.as_slice(), |done| told.push(done)).unwrap();
        let mut digester = Digester::default();
        bytes.chunks(4093).for_each(|piece| digester.update(piece));
        assert_eq!(digester.finish(), whole);
        assert_eq!((told.len(), told.last().copied()), (8, Some(bytes.len() as u64)));
    }

    #[test]
    fn digests_are_read_in_any_case_and_only_whole() {
        let written = "900150983CD24FB0D6963F7D28E17F72";
        assert_eq!(Md5::parse(written).unwrap().to_string(), written.to_lowercase());
        for wrong in [
            "",
            "9001",
            "900150983CD24FB0D6963F7D28E17F7G",
            "900150983CD24FB0D6963F7D28E17F720",
            "ä00150983CD24FB0D6963F7D28E17F7",
        ] {
            assert!(Md5::parse(wrong).is_err(), "{wrong}");
        }
        assert!(Sha256::parse(written).is_err());
    }
}

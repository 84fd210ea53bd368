//! The way to the running server where there are no sockets in folders: loopback, and a file in the data folder that says where and with which words.
//!
//! Who can read the file may come, and that is who may read the data folder. Each side knows the other by a word that nobody else has; the
//! server says its own first, so that who comes tells nothing to a program that has got the port of a server which crashed.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
pub(super) use tokio::net::TcpStream as Stream;
use tokio::net::tcp::OwnedWriteHalf;
use tokio::time::timeout;
use uuid::Uuid;

/// The file's name in the data folder.
const FILE: &str = "oxupdated.door.json";
/// The most bytes of it.
const FILE_SIZE_MAX: u64 = 1024;
/// How long whoever has the port may take to say the server's word, which it says first and at once.
const WORD_TIME_MAX: Duration = Duration::from_secs(5);
/// How many bytes of what is left unsaid are taken at a time.
const LEFT_AT_A_TIME: usize = 64 * 1024;

/// The server's side of the way.
pub(super) struct Door {
    listener: TcpListener,
    path: PathBuf,
    way: Way,
}

/// What the file says.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Way {
    port: u16,
    word_of_server: Uuid,
    word_of_caller: Uuid,
}

impl Door {
    /// Makes it; who calls this has the folder's lock.
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let way = Way { port, word_of_server: Uuid::new_v4(), word_of_caller: Uuid::new_v4() };
        let (path, mut written) = (folder.join(FILE), tempfile::NamedTempFile::new_in(folder)?);
        serde_json::to_writer(&mut written, &way)?;
        // In the place of one that a crash has left, and whole at once.
        written.persist(&path)?;
        Ok(Self { listener: TcpListener::from_std(listener)?, path, way })
    }

    /// Waits for the next one who comes.
    pub(super) async fn accept(&self) -> io::Result<Stream> {
        self.listener.accept().await.map(|(stream, _)| stream)
    }

    /// Takes it away.
    pub(super) fn close(&self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Who has come: one who can read the file. Who that is, nobody says; it is taken for who runs the server.
pub(super) async fn caller(door: &Door, stream: &mut Stream) -> io::Result<String> {
    stream.write_all(door.way.word_of_server.as_bytes()).await?;
    hear(stream, door.way.word_of_caller).await?;
    Ok(super::operator::operator_here(None).user)
}

/// Goes to the running server; `None` if nobody listens, or another program that has got the port of a server which crashed.
pub(super) async fn knock(folder: &Path) -> io::Result<Option<Stream>> {
    let Some(way) = read(&folder.join(FILE))? else { return Ok(None) };
    match Stream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, way.port))).await {
        Ok(mut stream) => {
            let Ok(Ok(())) = timeout(WORD_TIME_MAX, hear(&mut stream, way.word_of_server)).await else {
                return Ok(None);
            };
            stream.write_all(way.word_of_caller.as_bytes()).await?;
            Ok(Some(stream))
        }
        Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => Ok(None),
        Err(error) => Err(error),
    }
}

/// Ends a conversation whose last word is said: what the other one still says is let pass until it has heard that word and goes, for to hang
/// up on somebody who speaks could take the word back.
pub(super) async fn part(mut writing: OwnedWriteHalf) -> io::Result<()> {
    writing.shutdown().await?;
    let stream: &Stream = writing.as_ref();
    let mut left = vec![0; LEFT_AT_A_TIME];
    loop {
        stream.readable().await?;
        match stream.try_read(&mut left) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
}

async fn hear(stream: &mut Stream, expected: Uuid) -> io::Result<()> {
    let mut word = [0; 16];
    stream.read_exact(&mut word).await?;
    if bool::from(word.ct_eq(expected.as_bytes())) {
        Ok(())
    } else {
        Err(io::Error::new(io::ErrorKind::PermissionDenied, "the other end is not who it should be"))
    }
}

fn read(path: &Path) -> io::Result<Option<Way>> {
    let file = match fs::File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    Ok(Some(serde_json::from_reader(io::Read::take(file, FILE_SIZE_MAX))?))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::net::TcpListener;

    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::{Door, FILE, Way, caller, knock, part, read};

    #[tokio::test]
    async fn who_can_read_the_folder_comes_in_and_is_heard_to_the_end() {
        let folder = tempfile::tempdir().unwrap();
        assert!(knock(folder.path()).await.unwrap().is_none(), "nobody listens");
        let door = Door::open(folder.path()).unwrap();
        let serving = async {
            let mut stream = door.accept().await.unwrap();
            let user = caller(&door, &mut stream).await.unwrap();
            let (reading, mut writing) = stream.into_split();
            // It has heard enough before the other one has said all.
            drop(reading);
            writing.write_all(b"no").await.unwrap();
            part(writing).await.unwrap();
            user
        };
        let calling = async {
            let mut stream = knock(folder.path()).await.unwrap().unwrap();
            stream.write_all(&vec![7; 4 * 1024 * 1024]).await.unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).await.unwrap();
            answer
        };
        let (user, answer) = tokio::join!(serving, calling);
        assert_eq!((user.is_empty(), answer.as_str()), (false, "no"));
        door.close();
        assert!(knock(folder.path()).await.unwrap().is_none(), "it is closed");
    }

    #[tokio::test]
    async fn who_does_not_know_the_words_is_refused_and_told_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let door = Door::open(folder.path()).unwrap();
        let way = read(&folder.path().join(FILE)).unwrap().unwrap();
        let serving = async {
            let mut stream = door.accept().await.unwrap();
            caller(&door, &mut stream).await
        };
        let stranger = async {
            let mut stream = super::Stream::connect(("127.0.0.1", way.port)).await.unwrap();
            stream.write_all(&[0; 16]).await.unwrap();
        };
        assert!(tokio::join!(serving, stranger).0.is_err());
    }

    #[tokio::test]
    async fn another_program_that_has_the_port_by_now_is_nobody_and_hears_no_word() {
        let folder = tempfile::tempdir().unwrap();
        drop(Door::open(folder.path()).unwrap());
        let way = read(&folder.path().join(FILE)).unwrap().unwrap();
        // A wrong word, half a word and an end, and silence.
        for said in [Some(vec![0; 16]), Some(vec![0; 8]), None] {
            let other = TcpListener::bind("127.0.0.1:0").unwrap();
            let way = Way { port: other.local_addr().unwrap().port(), ..way.clone() };
            fs::write(folder.path().join(FILE), serde_json::to_vec(&way).unwrap()).unwrap();
            let heard = std::thread::spawn(move || {
                let (mut stream, _) = other.accept().unwrap();
                if let Some(said) = said {
                    std::io::Write::write_all(&mut stream, &said).unwrap();
                    stream.shutdown(std::net::Shutdown::Write).unwrap();
                }
                let mut heard = Vec::new();
                let _ = std::io::Read::read_to_end(&mut stream, &mut heard);
                heard
            });
            assert!(knock(folder.path()).await.unwrap().is_none());
            assert_eq!(heard.join().unwrap(), Vec::<u8>::new());
        }
    }

    #[tokio::test]
    async fn a_file_that_a_crash_left_leads_to_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let door = Door::open(folder.path()).unwrap();
        drop(door);
        assert!(knock(folder.path()).await.unwrap().is_none());
    }
}

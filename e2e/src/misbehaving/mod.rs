//! A web server that does what a script tells it, also what no honest server does, and remembers what it was asked.

mod answer;
mod authority;

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

pub use self::answer::{Answer, Then};
pub use self::authority::Authority;

/// The most bytes of a request's head that are read.
const HEAD_SIZE_MAX: u64 = 64 * 1024;

/// What the server was asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The path with its query.
    pub path: String,
    /// How often the same path was asked for before.
    pub before: usize,
    headers: Vec<(String, String)>,
}

impl Asked {
    /// A header's value; the case of names does not matter.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// Reads a request's head; `None` if the client went away before its end.
    fn read(stream: impl Read) -> Option<Self> {
        let mut lines = BufReader::new(stream.take(HEAD_SIZE_MAX)).lines();
        let path = lines.next()?.ok()?.split(' ').nth(1)?.to_owned();
        let mut headers = Vec::new();
        loop {
            let line = lines.next()?.ok()?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_owned(), value.trim().to_owned()));
        }
        Some(Self { path, before: 0, headers })
    }
}

/// Answers a request.
type Script = dyn Fn(&Asked) -> Answer + Send + Sync;

/// A server on loopback; it takes no more connections when this is dropped.
pub struct Misbehaving {
    address: String,
    socket: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
    stopping: Arc<AtomicBool>,
}

impl Misbehaving {
    /// A server without encryption.
    ///
    /// # Panics
    /// If no port is to be had.
    #[must_use]
    pub fn plain(script: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Self {
        Self::start("http://127.0.0.1", None, Arc::new(script))
    }

    /// A server that an authority vouches for, under the name `localhost` or the address `127.0.0.1`.
    ///
    /// # Panics
    /// If no port is to be had.
    #[must_use]
    pub fn secure(
        authority: &Authority,
        host: &str,
        script: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
    ) -> Self {
        Self::start(&format!("https://{host}"), Some(authority.vouch_for(host)), Arc::new(script))
    }

    /// The server's address, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What it was asked so far about a path.
    #[must_use]
    pub fn asked(&self, path: &str) -> Vec<Asked> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().filter(|asked| asked.path == path).cloned().collect()
    }

    fn start(origin: &str, encryption: Option<Arc<ServerConfig>>, script: Arc<Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap_or_else(|error| panic!("no port: {error}"));
        let socket = listener.local_addr().unwrap_or_else(|error| panic!("no port: {error}"));
        let server = Self {
            address: format!("{origin}:{}", socket.port()),
            socket,
            asked: Arc::default(),
            stopping: Arc::default(),
        };
        let (asked, stopping) = (Arc::clone(&server.asked), Arc::clone(&server.stopping));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if stopping.load(Ordering::SeqCst) {
                    break;
                }
                let (asked, script, encryption) =
                    (Arc::clone(&asked), Arc::clone(&script), encryption.clone());
                // A client that goes away in the middle is its own business.
                thread::spawn(move || encounter(stream, encryption, &asked, script.as_ref()));
            }
        });
        server
    }
}

impl Drop for Misbehaving {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for the next connection.
        let _ = TcpStream::connect(self.socket);
    }
}

/// Serves one connection, encrypted or not.
fn encounter(
    stream: TcpStream,
    encryption: Option<Arc<ServerConfig>>,
    asked: &Mutex<Vec<Asked>>,
    script: &Script,
) -> Option<()> {
    let wire = stream.try_clone().ok()?;
    match encryption {
        None => serve(stream, &wire, asked, script),
        Some(config) => {
            let connection = ServerConnection::new(config).ok()?;
            serve(StreamOwned::new(connection, stream), &wire, asked, script)
        }
    }
}

/// Answers one request on a connection; `wire` is the connection below its encryption.
fn serve(
    mut stream: impl Read + Write,
    wire: &TcpStream,
    all: &Mutex<Vec<Asked>>,
    script: &Script,
) -> Option<()> {
    let mut asked = Asked::read(&mut stream)?;
    {
        let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for known in all.iter() {
            *counts.entry(known.path.as_str()).or_default() += 1;
        }
        asked.before = counts.get(asked.path.as_str()).copied().unwrap_or_default();
        all.push(asked.clone());
    }
    let _ = script(&asked).send(&mut stream, wire);
    let _ = wire.shutdown(Shutdown::Write);
    // A socket that is closed with bytes unread takes the answer with it.
    let _ = std::io::copy(&mut &*wire, &mut std::io::sink());
    Some(())
}

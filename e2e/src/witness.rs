//! A witness between a PC and its server, as a proxy or in the server's place: passes everything on, and remembers what was asked and who signed in.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The most bytes of a request's head that are read.
const HEAD_SIZE_MAX: u64 = 64 * 1024;

/// A request as it came by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Method and path, such as `GET /ajax/updater/update.xml`.
    pub line: String,
    /// The name and the secret that signed in.
    pub sign_in: Option<(String, String)>,
}

/// It takes no more connections when this is dropped.
pub struct Witness {
    address: String,
    shared: Arc<Shared>,
}

/// What the threads of a witness share.
struct Shared {
    /// Host and port of the server.
    server: String,
    seen: Mutex<Vec<Request>>,
    /// The path that is not passed on.
    closed: Mutex<Option<String>>,
    /// Whoever has it keeps all requests waiting.
    gate: Mutex<()>,
    stopping: AtomicBool,
}

impl Witness {
    /// Stands before a server, such as the one at `http://127.0.0.1:8080`.
    ///
    /// # Panics
    /// If no port is to be had.
    #[must_use]
    pub fn before(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap_or_else(|error| panic!("no port: {error}"));
        let address = listener.local_addr().unwrap_or_else(|error| panic!("no port: {error}"));
        let shared = Arc::new(Shared {
            server: server.trim_start_matches("http://").to_owned(),
            seen: Mutex::default(),
            closed: Mutex::default(),
            gate: Mutex::default(),
            stopping: AtomicBool::new(false),
        });
        let witness = Self { address: format!("http://{address}"), shared: Arc::clone(&shared) };
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if shared.stopping.load(Ordering::SeqCst) {
                    break;
                }
                let shared = Arc::clone(&shared);
                // A client that goes away in the middle is its own business.
                thread::spawn(move || accompany(&client, &shared));
            }
        });
        witness
    }

    /// Its address: a server's for those who ask it, and a proxy's for those who ask through it.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What was asked since this was called last.
    pub fn take(&self) -> Vec<Request> {
        std::mem::take(&mut *self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps all requests waiting until what is returned is dropped.
    pub fn hold(&self) -> MutexGuard<'_, ()> {
        self.shared.gate.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Breaks the connection of whoever asks for a path, until another one is named, or none.
    pub fn close(&self, path: Option<&str>) {
        *self.shared.closed.lock().unwrap_or_else(PoisonError::into_inner) = path.map(str::to_owned);
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for the next connection.
        let _ = TcpStream::connect(self.address.trim_start_matches("http://"));
    }
}

/// Passes the requests of one connection on, and the answers back.
fn accompany(client: &TcpStream, shared: &Shared) -> io::Result<()> {
    let server = TcpStream::connect(&shared.server)?;
    thread::scope(|scope| {
        scope.spawn(|| {
            let _ = io::copy(&mut &server, &mut &*client);
            let _ = client.shutdown(Shutdown::Both);
        });
        let passed_on = pass_on(client, &server, shared);
        let _ = server.shutdown(Shutdown::Both);
        passed_on
    })
}

fn pass_on(client: &TcpStream, mut server: &TcpStream, shared: &Shared) -> io::Result<()> {
    let mut reader = BufReader::new(client);
    while let Some(head) = read_head(&mut reader)? {
        let request = Request::of(&head);
        if request.line.starts_with("CONNECT ") {
            // The client means this very proxy to take it to the server.
            (&*client).write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
            continue;
        }
        let closed = shared.closed.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let is_closed = closed.is_some_and(|path| request.line.ends_with(&path));
        shared.seen.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        drop(shared.gate.lock().unwrap_or_else(PoisonError::into_inner));
        if is_closed {
            return Ok(());
        }
        server.write_all(head.as_bytes())?;
        let size = header(&head, "content-length").and_then(|size| size.parse().ok()).unwrap_or_default();
        io::copy(&mut reader.by_ref().take(size), &mut server)?;
    }
    Ok(())
}

/// A request's head with the empty line at its end; `None` if there is no further one.
fn read_head(reader: &mut BufReader<&TcpStream>) -> io::Result<Option<String>> {
    let (mut head, mut lines) = (String::new(), reader.take(HEAD_SIZE_MAX));
    while lines.read_line(&mut head)? > 0 {
        if head.ends_with("\r\n\r\n") {
            return Ok(Some(head));
        }
    }
    Ok(None)
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut headers = head.lines().filter_map(|line| line.split_once(':'));
    headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

impl Request {
    fn of(head: &str) -> Self {
        let line = head.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
        let sign_in = header(head, "authorization").map(|value| {
            let basic = value.strip_prefix("Basic ").and_then(|basic| STANDARD.decode(basic).ok());
            let basic = String::from_utf8(basic.unwrap_or_default()).unwrap_or_default();
            let parts = basic.split_once(':').map(|(name, secret)| (name.to_owned(), secret.to_owned()));
            parts.unwrap_or_else(|| (value.to_owned(), String::new()))
        });
        Self { line, sign_in }
    }
}

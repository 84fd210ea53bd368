//! A web server on loopback that does what a test tells it, and remembers what it was asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// What the server was asked.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// What the server answers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    /// How many bytes of the body are sent before the connection is cut.
    cut: Option<usize>,
    /// Whether the body's length is left unsaid.
    endless: bool,
}

/// A running server; it stops when this is dropped.
pub(crate) struct Web {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
    stopping: Arc<AtomicBool>,
}

impl Asked {
    /// A header's value; the case of names does not matter.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The same without a header.
    pub(crate) fn without(&self, name: &str) -> Self {
        let mut asked = self.clone();
        asked.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        asked
    }

    /// Reads one request; `None` at the end of the connection.
    pub(crate) fn read(stream: &mut impl BufRead) -> Option<Self> {
        let mut line = || {
            let mut line = String::new();
            (stream.read_line(&mut line).ok()? > 0).then(|| line.trim_end().to_owned())
        };
        let first = line()?;
        let mut words = first.split(' ').map(str::to_owned);
        let (method, path) = (words.next()?, words.next()?);
        let mut headers = Vec::new();
        loop {
            let line = line()?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_owned(), value.trim().to_owned()));
        }
        let mut asked = Self { method, path, headers, body: Vec::new() };
        let length = asked.header("content-length").map_or(0, |length| length.parse().unwrap());
        stream.take(length).read_to_end(&mut asked.body).ok()?;
        Some(asked)
    }
}

impl Answer {
    pub(crate) fn status(status: u16) -> Self {
        Self { status, ..Self::default() }
    }

    pub(crate) fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, body: body.into(), ..Self::default() }
    }

    /// The same with another status.
    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Part of a file, with whatever is said of the range; nothing if that is empty.
    pub(crate) fn partial(bytes: &[u8], range: &str) -> Self {
        let answer = Self { status: 206, ..Self::ok(bytes) };
        if range.is_empty() { answer } else { answer.header("content-range", range) }
    }

    pub(crate) fn redirect(to: impl Into<String>) -> Self {
        Self::status(302).header("location", to)
    }

    pub(crate) fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// Cuts the connection after so many bytes of the body.
    pub(crate) fn cut(mut self, after: usize) -> Self {
        self.cut = Some(after);
        self
    }

    /// Does not say how long the body is; it ends with the connection.
    pub(crate) fn endless(mut self) -> Self {
        self.endless = true;
        self
    }

    /// A file with an ETag, as an honest web server serves it: 304, or the range that is asked for.
    pub(crate) fn file(asked: &Asked, bytes: &[u8], etag: &str) -> Self {
        if asked.header("if-none-match") == Some(etag) {
            return Self::status(304).header("etag", etag);
        }
        let same = asked.header("if-range").is_none_or(|validator| validator == etag);
        let first = asked.header("range").filter(|_| same).map(|range| {
            let first = range.strip_prefix("bytes=").and_then(|range| range.strip_suffix('-'));
            first.unwrap().parse::<usize>().unwrap()
        });
        match first {
            Some(first) if first < bytes.len() => {
                let range = format!("bytes {first}-{}/{}", bytes.len() - 1, bytes.len());
                let rest = Self::ok(&bytes[first..]).header("etag", etag).header("content-range", range);
                Self { status: 206, ..rest }
            }
            Some(_) => Self::status(416).header("content-range", format!("bytes */{}", bytes.len())),
            None => Self::ok(bytes).header("etag", etag),
        }
    }

    /// The bytes on the wire.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} Said\r\nconnection: close\r\n", self.status);
        if !self.endless {
            head.push_str(&format!("content-length: {}\r\n", self.body.len()));
        }
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let body = &self.body[..self.cut.unwrap_or(self.body.len())];
        [head.as_bytes(), body].concat()
    }
}

impl Web {
    /// Starts a server that answers each request by a function.
    pub(crate) fn start(answer: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let web =
            Self { address: listener.local_addr().unwrap(), asked: Arc::default(), stopping: Arc::default() };
        let (asked, stopping, answer) = (Arc::clone(&web.asked), Arc::clone(&web.stopping), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if stopping.load(Ordering::SeqCst) {
                    break;
                }
                let (asked, answer) = (Arc::clone(&asked), Arc::clone(&answer));
                thread::spawn(move || serve(stream.unwrap(), &asked, answer.as_ref()));
            }
        });
        web
    }

    /// The server's address, such as `http://127.0.0.1:8080`.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// All that the server was asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What the server was asked about paths that end like this.
    pub(crate) fn asked_for(&self, end: &str) -> Vec<Asked> {
        self.asked().into_iter().filter(|asked| asked.path.ends_with(end)).collect()
    }
}

impl Drop for Web {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for the next connection.
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(mut stream: TcpStream, asked: &Mutex<Vec<Asked>>, answer: &dyn Fn(&Asked) -> Answer) {
    let Some(request) = Asked::read(&mut BufReader::new(&stream)) else { return };
    asked.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
    // Whoever asked may be gone already, as after a cancelled download.
    let _ = stream.write_all(&answer(&request).bytes());
    let _ = stream.shutdown(Shutdown::Write);
    // A socket that is closed with bytes unread takes the answer with it.
    let _ = std::io::copy(&mut stream, &mut std::io::sink());
}

//! Somebody else's server on loopback, which the server under test asks.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long anything may take that a story waits for.
const PATIENCE: Duration = Duration::from_secs(60);

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) line: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Asked {
    /// The value of a header; empty if it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }
}

/// A server that answers each request as it is told.
pub(crate) struct Stranger {
    pub(crate) address: SocketAddr,
    asked: mpsc::Receiver<Asked>,
}

impl Stranger {
    /// Listens; `answer` writes what is to be answered.
    pub(crate) fn new(answer: impl Fn(&Asked, &mut TcpStream) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (told, asked) = mpsc::channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let Some(request) = read(&stream) else { continue };
                if told.send(request.clone()).is_err() {
                    return;
                }
                answer(&request, &mut stream);
            }
        });
        Self { address, asked }
    }

    /// Answers everything with a status and nothing else.
    pub(crate) fn with_status(status: u16) -> Self {
        Self::new(move |_, stream| {
            let _ = write!(stream, "HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        })
    }

    /// Answers everything with a file.
    pub(crate) fn with_file(bytes: Vec<u8>) -> Self {
        Self::new(move |_, stream| {
            let head =
                format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", bytes.len());
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes));
        })
    }

    /// An address there.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The next request, once it has come.
    pub(crate) fn next(&self) -> Asked {
        self.asked.recv_timeout(PATIENCE).expect("nobody asked")
    }

    /// How many requests came that nobody has looked at.
    pub(crate) fn count(&self) -> usize {
        self.asked.try_iter().count()
    }
}

fn read(stream: &TcpStream) -> Option<Asked> {
    let mut reading = BufReader::new(stream.try_clone().ok()?);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reading.read_line(&mut line).ok().filter(|count| *count > 0)?;
        if line.trim_end().is_empty() {
            break;
        }
        lines.push(line.trim_end().to_owned());
    }
    let header =
        |line: &String| line.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned()));
    let headers: Vec<_> = lines.iter().skip(1).filter_map(header).collect();
    let length = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length = length.and_then(|(_, value)| value.parse::<u64>().ok()).unwrap_or_default();
    let mut body = Vec::new();
    reading.take(length).read_to_end(&mut body).ok()?;
    Some(Asked { line: lines.first()?.clone(), headers, body })
}

//! HTTP to the letter: requests and answers as they are on the wire.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use catalog::Product;

use crate::place::{PASSWORD, Running};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// Where a user's catalog is.
pub(crate) const UPDATE_XML: &str = "/ajax/updater/update.xml";

/// A request.
#[derive(Clone)]
pub(crate) struct Request {
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

pub(crate) fn get(path: &str) -> Request {
    Request { method: "GET", path: path.to_owned(), headers: Vec::new(), body: Vec::new() }
}

pub(crate) fn head(path: &str) -> Request {
    Request { method: "HEAD", ..get(path) }
}

pub(crate) fn post(path: &str, body: impl Into<Vec<u8>>) -> Request {
    let body = body.into();
    let length = body.len().to_string();
    Request { method: "POST", body, ..get(path) }.header("Content-Length", &length)
}

impl Request {
    pub(crate) fn method(mut self, method: &'static str) -> Self {
        self.method = method;
        self
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Signs in as a user whose password is [`PASSWORD`].
    pub(crate) fn user(self, name: &str) -> Self {
        self.basic(format!("{name}:{PASSWORD}").as_bytes())
    }

    /// Signs in with `NAME:PASSWORD` in whatever bytes.
    pub(crate) fn basic(self, credentials: &[u8]) -> Self {
        self.header("Authorization", &format!("Basic {}", STANDARD.encode(credentials)))
    }

    /// Sends the request as it is, and leaves the answer to be read.
    pub(crate) fn open(&self, server: &Running) -> TcpStream {
        self.write_to(TcpStream::connect(&server.address).unwrap(), server)
    }

    fn write_to(&self, stream: TcpStream, server: &Running) -> TcpStream {
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        self.write_over(stream, server)
    }

    /// Sends the request over whatever leads to the server, and leaves the answer to be read.
    pub(crate) fn write_over<Stream: Write>(&self, mut stream: Stream, server: &Running) -> Stream {
        let mut head = format!("{} {} HTTP/1.1\r\nConnection: close\r\n", self.method, self.path);
        if !self.headers.iter().any(|(name, _)| name == "Host") {
            head.push_str(&format!("Host: {}\r\n", server.address));
        }
        for (name, value) in self.headers.iter().filter(|(_, value)| !value.is_empty()) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(b"\r\n").unwrap();
        // A server that refuses the head may hang up before it has the body.
        let _ = stream.write_all(&self.body);
        stream
    }

    /// Sends the request to another address than the server's own, and reads the answer.
    pub(crate) fn send_to(&self, address: &str) -> Answer {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut head =
            format!("{} {} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        stream.write_all((head + "\r\n").as_bytes()).unwrap();
        Answer::read(stream)
    }

    /// Sends the request and reads the answer.
    pub(crate) fn send(&self, server: &Running) -> Answer {
        Answer::read(self.open(server))
    }
}

impl Answer {
    /// Reads an answer to its end.
    pub(crate) fn read(mut stream: impl Read) -> Self {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("the answer has no head");
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let header = |line: &str| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_ascii_lowercase(), value.to_owned())
        };
        Self { status, headers: lines.map(header).collect(), body: bytes[end + 4..].to_vec() }
    }

    /// The value of a header; empty if it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut values = self.headers.iter().filter(|(header, _)| header == name);
        let value = values.next().map_or("", |(_, value)| value);
        assert!(values.next().is_none(), "{name} is there twice");
        value
    }

    /// What the answer asks the client to keep: names and values of cookies; an empty value is to be forgotten.
    pub(crate) fn cookies(&self) -> Vec<(String, String)> {
        let set = self.headers.iter().filter(|(header, _)| header == "set-cookie");
        let pair = |(_, value): &(String, String)| {
            let (name, value) = value.split(';').next().unwrap().split_once('=').unwrap();
            (name.to_owned(), value.to_owned())
        };
        set.map(pair).collect()
    }

    /// The body, if it is text, and else nothing.
    pub(crate) fn text_or_nothing(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap_or_default()
    }

    /// The body as text.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// The answer without its date and its id, for comparing two of them.
    pub(crate) fn dateless(mut self) -> Self {
        self.headers.retain(|(name, _)| name != "date" && name != "x-request-id");
        self
    }

    /// The body as an update.xml.
    pub(crate) fn products(&self) -> Vec<Product> {
        assert_eq!(self.status, 200, "{}", self.text());
        let reading = catalog::xml::read(&self.body).unwrap();
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        reading.products
    }
}

/// Connects from one of this machine's own addresses, such as `127.0.0.2`.
pub(crate) fn connect_from(server: SocketAddr, address: &str) -> TcpStream {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let stream = runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind(SocketAddr::new(address.parse().unwrap(), 0)).unwrap();
        socket.connect(server).await.unwrap().into_std().unwrap()
    });
    stream.set_nonblocking(false).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Sends a request from one of this machine's own addresses and reads the answer.
pub(crate) fn send_from(request: &Request, server: &Running, address: &str) -> Answer {
    let stream = connect_from(server.address.parse().unwrap(), address);
    Answer::read(request.write_to(stream, server))
}

/// The products that a user is offered.
pub(crate) fn products(server: &Running, user: &str) -> Vec<Product> {
    get(UPDATE_XML).user(user).send(server).products()
}

/// The products that a user is offered, as `NAME VERSION`.
pub(crate) fn offered(server: &Running, user: &str) -> Vec<String> {
    let products = products(server, user);
    products.iter().map(|product| format!("{} {}", product.name, product.version)).collect()
}

/// The path of a product's package.
pub(crate) fn package_path(product: &Product) -> String {
    product.url.splitn(4, '/').nth(3).map(|path| format!("/{path}")).unwrap()
}

//! HTTP, as far as it is needed: one question and one answer on each connection.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};

use serde_json::Value;
use url::form_urlencoded;

/// The most bytes of a question's head, and of its body.
const SIZE_MAX: u64 = 64 * 1024;

/// A question.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Such as `POST`.
    pub method: String,
    /// The module, such as `login`; empty for what is not of the API.
    pub module: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    form: Vec<(String, String)>,
}

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Asked {
    /// What is asked for: the action of the module `login`, and else the module.
    #[must_use]
    pub fn action(&self) -> String {
        if self.module == "login" { self.parameter("action").to_owned() } else { self.module.clone() }
    }

    /// A parameter of the query; empty if it is absent.
    #[must_use]
    pub fn parameter(&self, name: &str) -> &str {
        find(&self.query, name)
    }

    /// A field of the form that was posted; empty if it is absent.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        find(&self.form, name)
    }

    /// A header; empty if it is absent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        find(&self.headers, name)
    }

    /// A cookie; empty if it is absent.
    #[must_use]
    pub fn cookie(&self, name: &str) -> &str {
        let mut pairs = self.header("cookie").split("; ").filter_map(|pair| pair.split_once('='));
        pairs.find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// Reads a question; `None` if the other end went away before its end.
    pub(crate) fn read(stream: impl Read, root: &str) -> Option<Self> {
        let mut reader = BufReader::new(stream.take(2 * SIZE_MAX));
        let mut line = || {
            let mut line = String::new();
            reader.read_line(&mut line).ok().filter(|count| *count > 0)?;
            Some(line.trim_end().to_owned())
        };
        let first = line()?;
        let mut words = first.split(' ');
        let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
        let mut headers = Vec::new();
        while let Some((name, value)) = line()?.split_once(':') {
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let length: usize = find(&headers, "content-length").parse().unwrap_or_default();
        let mut body = vec![0; length.min(usize::try_from(SIZE_MAX).ok()?)];
        reader.read_exact(&mut body).ok()?;
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let module =
            path.strip_prefix(root).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default().to_owned();
        let is_form = find(&headers, "content-type").starts_with("application/x-www-form-urlencoded");
        let pairs = |text: &[u8]| form_urlencoded::parse(text).into_owned().collect();
        let form = if is_form { pairs(&body) } else { Vec::new() };
        Some(Self { method, module, query: pairs(query.as_bytes()), headers, form })
    }
}

impl Answer {
    /// JSON with status 200, as the API says everything.
    pub(crate) fn json(value: &Value) -> Self {
        let kind = ("content-type".to_owned(), "text/javascript; charset=UTF-8".to_owned());
        Self { status: 200, headers: vec![kind], body: value.to_string() }
    }

    /// A status without a body.
    pub(crate) fn status(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: String::new() }
    }

    pub(crate) fn header(mut self, name: &str, value: String) -> Self {
        self.headers.push((name.to_owned(), value));
        self
    }

    /// The answer as it goes over the wire.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} Said\r\nconnection: close\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("content-length: {}\r\n\r\n", self.body.len()));
        [head.as_bytes(), self.body.as_bytes()].concat()
    }
}

/// Sends and closes; `None` if the other end went away.
pub(crate) fn send(stream: &mut impl Write, wire: &TcpStream, bytes: &[u8]) -> Option<()> {
    stream.write_all(bytes).ok()?;
    stream.flush().ok()?;
    wire.shutdown(Shutdown::Write).ok()?;
    // A socket that is closed with bytes unread takes the answer with it.
    std::io::copy(&mut &*wire, &mut std::io::sink()).ok().map(drop)
}

fn find<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

//! A person in a browser without scripts: keeps cookies, and sends forms as a page has them.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// How long an answer may take.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(60);

/// A person on a site's pages.
#[derive(Debug)]
pub struct Visitor {
    address: String,
    cookies: BTreeMap<String, String>,
    csrf: String,
}

/// What a visitor sees.
#[derive(Debug)]
pub struct Seen {
    /// The status.
    pub status: u16,
    /// Where it leads on to; empty if nowhere.
    pub location: String,
    /// The page.
    pub page: String,
}

impl Visitor {
    /// Somebody who comes to a site (`http://…`) and signs in.
    ///
    /// # Panics
    /// If the site does not let them in.
    #[must_use]
    pub fn signed_in(site: &str, name: &str, password: &str) -> Self {
        let mut visitor = Self { address: site.to_owned(), cookies: BTreeMap::new(), csrf: String::new() };
        visitor.get("/sign-in");
        let seen = visitor.post("/sign-in", &[("name", name), ("password", password)]);
        assert_eq!(seen.status, 303, "{seen:?}");
        visitor
    }

    /// Looks at a page; nothing is followed.
    ///
    /// # Panics
    /// If nobody answers.
    pub fn get(&mut self, path: &str) -> Seen {
        self.send("GET", path, "")
    }

    /// Sends a form with the token of the page that was seen last; values are of letters that need no encoding.
    ///
    /// # Panics
    /// If nobody answers.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let mut form = format!("csrf={}", self.csrf);
        for (name, value) in fields {
            form.push_str(&format!("&{name}={}", value.replace(' ', "+")));
        }
        self.send("POST", path, &form)
    }

    fn send(&mut self, method: &str, path: &str, body: &str) -> Seen {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (address, host) = (&self.address, self.address.trim_start_matches("http://"));
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {address}\r\nAccept: text/html\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            cookies.join("; "),
            body.len(),
        );
        let answer = ask(host, &request).unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        let (head, page) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let mut seen = Seen { status: 0, location: String::new(), page: page.to_owned() };
        seen.status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        for (name, value) in head.lines().filter_map(|line| line.split_once(": ")) {
            match name.to_ascii_lowercase().as_str() {
                "location" => value.clone_into(&mut seen.location),
                "set-cookie" => self.keep(value),
                _ => {}
            }
        }
        if let Some((_, rest)) = page.split_once(r#"name="csrf" value=""#) {
            rest.split('"').next().unwrap_or_default().clone_into(&mut self.csrf);
        }
        seen
    }

    fn keep(&mut self, cookie: &str) {
        let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) else {
            return;
        };
        if value.is_empty() {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn ask(host: &str, request: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(ANSWER_TIME_MAX))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

//! A browser without scripts: it keeps cookies, follows to other pages, and sends forms as a page has them.

use std::collections::BTreeMap;

use crate::http::{Answer, Request, get, post, send_from};
use crate::place::{PASSWORD, Running};

/// The name of the session's cookie where the server is reached by plain http.
const SESSION: &str = "oxupdated";
/// How many times a browser follows to another page.
const FOLLOWED_MAX: usize = 5;

/// A browser of one person.
pub(crate) struct Browser<'a> {
    server: &'a Running,
    address: &'static str,
    cookies: BTreeMap<String, String>,
    csrf: String,
}

impl<'a> Browser<'a> {
    pub(crate) fn new(server: &'a Running) -> Self {
        Self::at(server, "127.0.0.1")
    }

    /// A browser at another of this machine's addresses.
    pub(crate) fn at(server: &'a Running, address: &'static str) -> Self {
        Self { server, address, cookies: BTreeMap::new(), csrf: String::new() }
    }

    /// A browser in which somebody has signed in with [`PASSWORD`].
    pub(crate) fn signed_in(server: &'a Running, name: &str) -> Self {
        let mut browser = Self::new(server);
        let answer = browser.sign_in(name, PASSWORD);
        assert_eq!(answer.status, 303, "{}", answer.text());
        browser
    }

    /// The value of the session's cookie.
    pub(crate) fn session(&self) -> &str {
        self.cookies.get(SESSION).map_or("", String::as_str)
    }

    /// The token of the forms of the page that was seen last.
    pub(crate) fn csrf(&self) -> &str {
        &self.csrf
    }

    /// Puts a cookie in as somebody else would who has stolen or planted it.
    pub(crate) fn plant(&mut self, session: &str) {
        self.cookies.insert(SESSION.to_owned(), session.to_owned());
    }

    /// Asks for a page, and goes nowhere else.
    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.send(get(path))
    }

    /// Asks for a page, and follows. Answers where that led to.
    pub(crate) fn open(&mut self, path: &str) -> (String, Answer) {
        let mut path = path.to_owned();
        for _ in 0..FOLLOWED_MAX {
            let answer = self.get(&path);
            if answer.status != 303 {
                return (path, answer);
            }
            path = answer.header("location").to_owned();
        }
        panic!("led around in circles to {path}");
    }

    /// Where a path leads.
    pub(crate) fn led_to(&mut self, path: &str) -> String {
        self.open(path).0
    }

    /// Sends a form with the token of the page that was seen last.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &self.csrf).extend_pairs(fields);
        let origin = format!("http://{}", self.server.address);
        let request = post(path, form.finish())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", &origin);
        self.send(request)
    }

    /// Sends the form of the page to sign in.
    pub(crate) fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        self.post("/sign-in", &[("name", name), ("password", password)])
    }

    fn send(&mut self, request: Request) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header("Accept", "text/html").header("Cookie", &cookies.join("; "));
        let answer = send_from(&request, self.server, self.address);
        for (name, value) in answer.cookies() {
            if value.is_empty() {
                self.cookies.remove(&name);
            } else {
                self.cookies.insert(name, value);
            }
        }
        let token = std::str::from_utf8(&answer.body)
            .ok()
            .and_then(|page| between(page, r#"name="csrf" value=""#, "\""));
        if let Some(token) = token {
            self.csrf = token.to_owned();
        }
        answer
    }
}

/// What stands between two pieces of a text.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

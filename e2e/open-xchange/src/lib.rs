//! Stands in for an Open-Xchange server in tests: a real HTTP server on loopback that speaks the part of the HTTP API that signing in needs.
//!
//! Written from the public documentation of that API. It knows people in contexts, their capabilities and mail accounts; it begins and ends
//! sessions, and refuses a question without the session's cookies or with another `User-Agent`. It can also be slow, fail, lie and be away.
#![expect(clippy::panic, reason = "all of this runs inside tests, and a panic is how a test fails")]

mod api;
mod encryption;
mod manner;
mod person;
mod wire;

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use rustls::{ServerConfig, ServerConnection, StreamOwned};

use self::api::State;
pub use self::manner::Manner;
pub use self::person::{Mail, Person};
pub use self::wire::Asked;

/// The path of the API, as App Suite has it.
const ROOT: &str = "/appsuite/api";

/// A stand-in; it is away when this is dropped.
pub struct OpenXchange {
    address: SocketAddr,
    /// The certificate of the authority that vouches for it; `None` if nothing is encrypted.
    authority: Option<String>,
    shared: Arc<Shared>,
    listening: Mutex<Option<JoinHandle<()>>>,
}

/// What all connections share.
struct Shared {
    encryption: Option<Arc<ServerConfig>>,
    state: Mutex<Inner>,
    /// Told whenever something changes.
    changed: Condvar,
}

#[derive(Default)]
struct Inner {
    state: State,
    /// What it does in the place of an honest answer, by the action that is asked for, such as `login` or `capabilities`.
    manners: HashMap<String, Manner>,
    asked: Vec<Asked>,
    is_away: bool,
}

impl OpenXchange {
    /// A stand-in that knows nobody yet.
    ///
    /// # Panics
    /// If no port is to be had.
    #[must_use]
    pub fn new() -> Self {
        Self::start(None, None)
    }

    /// A stand-in that encrypts, with a certificate for a host.
    ///
    /// # Panics
    /// If no port and no key is to be had.
    #[must_use]
    pub fn secure(host: &str) -> Self {
        let made = encryption::vouched_for(host);
        let (encryption, authority) =
            made.unwrap_or_else(|error| panic!("no certificate for {host}: {error}"));
        Self::start(Some(encryption), Some(authority))
    }

    fn start(encryption: Option<Arc<ServerConfig>>, authority: Option<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap_or_else(|error| panic!("no port: {error}"));
        let address = listener.local_addr().unwrap_or_else(|error| panic!("no port: {error}"));
        let shared = Arc::new(Shared { encryption, state: Mutex::default(), changed: Condvar::new() });
        let server = Self { address, authority, shared, listening: Mutex::default() };
        server.listen(listener);
        server
    }

    /// A stand-in that knows these people.
    #[must_use]
    pub fn of(people: impl IntoIterator<Item = Person>) -> Self {
        let server = Self::new();
        for person in people {
            server.add(person);
        }
        server
    }

    /// The address of the API, such as `http://127.0.0.1:8080/appsuite/api`.
    #[must_use]
    pub fn url(&self) -> String {
        let scheme = if self.authority.is_some() { "https" } else { "http" };
        format!("{scheme}://{}{ROOT}", self.address)
    }

    /// The certificate of the authority that vouches for it, as PEM; empty if nothing is encrypted.
    #[must_use]
    pub fn authority(&self) -> &str {
        self.authority.as_deref().unwrap_or_default()
    }

    /// Makes somebody known.
    pub fn add(&self, person: Person) {
        self.lock().state.people.push(person);
    }

    /// Changes what is known of somebody, by one of the person's names.
    ///
    /// # Panics
    /// If nobody has the name.
    pub fn change(&self, name: &str, change: impl FnOnce(&mut Person)) {
        let mut inner = self.lock();
        let found = inner.state.people.iter_mut().find(|person| person.is_called(name));
        change(found.unwrap_or_else(|| panic!("nobody is called {name}")));
    }

    /// From now on, does this where an action is asked for: `login`, `logout`, `capabilities`, `user` or `account`.
    pub fn misbehave(&self, action: &str, manner: Manner) {
        self.lock().manners.insert(action.to_owned(), manner);
        self.shared.changed.notify_all();
    }

    /// Is honest again, and answers whom it has kept waiting.
    pub fn behave(&self) {
        self.lock().manners.clear();
        self.shared.changed.notify_all();
    }

    /// Takes no connections any more.
    pub fn go_away(&self) {
        self.lock().is_away = true;
        self.shared.changed.notify_all();
        // Wakes the thread that waits for the next connection; when it has ended, the port is closed.
        let _ = TcpStream::connect(self.address);
        let listening = self.listening.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(listening) = listening {
            let _ = listening.join();
        }
    }

    /// Takes connections again, at the same address.
    ///
    /// # Panics
    /// If somebody else has taken the port.
    pub fn come_back(&self) {
        self.lock().is_away = false;
        let listener = TcpListener::bind(self.address);
        self.listen(listener.unwrap_or_else(|error| panic!("the port is gone: {error}")));
    }

    /// What it was asked so far, by the action.
    #[must_use]
    pub fn asked(&self, action: &str) -> Vec<Asked> {
        self.lock().asked.iter().filter(|asked| asked.action() == action).cloned().collect()
    }

    /// How many sessions were begun so far.
    #[must_use]
    pub fn begun(&self) -> usize {
        self.lock().state.begun
    }

    /// How many of them are still open.
    #[must_use]
    pub fn open(&self) -> usize {
        self.lock().state.sessions.len()
    }

    /// Every session's id and each secret of a cookie that was ever given out: nobody else may write them down.
    #[must_use]
    pub fn secrets(&self) -> Vec<String> {
        self.lock().state.secrets.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.shared.lock()
    }

    fn listen(&self, listener: TcpListener) {
        let shared = Arc::clone(&self.shared);
        let thread = thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if shared.lock().is_away {
                    break;
                }
                let shared = Arc::clone(&shared);
                // Who goes away in the middle is not waited for.
                thread::spawn(move || shared.serve(stream));
            }
        });
        *self.listening.lock().unwrap_or_else(PoisonError::into_inner) = Some(thread);
    }
}

impl Default for OpenXchange {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for OpenXchange {
    fn drop(&mut self) {
        self.go_away();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Serves one connection, encrypted or not.
    fn serve(&self, stream: TcpStream) -> Option<()> {
        let wire = stream.try_clone().ok()?;
        match &self.encryption {
            None => self.converse(stream, &wire),
            Some(encryption) => {
                let connection = ServerConnection::new(Arc::clone(encryption)).ok()?;
                self.converse(StreamOwned::new(connection, stream), &wire)
            }
        }
    }

    /// Answers the one question of a connection; `wire` is the connection below its encryption.
    fn converse(&self, mut stream: impl Read + Write, wire: &TcpStream) -> Option<()> {
        let asked = Asked::read(&mut stream, ROOT)?;
        let action = asked.action();
        let mut inner = self.lock();
        inner.asked.push(asked.clone());
        while !inner.is_away && inner.manners.get(&action) == Some(&Manner::Wait) {
            inner = self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
        }
        if inner.is_away {
            return None;
        }
        let manner = inner.manners.get(&action).cloned();
        let state = &mut inner.state;
        let bytes = match manner {
            None => Some(state.answer(&asked).bytes()),
            // Also who lies begins the session first: that is what makes it worth lying about.
            Some(manner) => manner.bytes(|| state.answer(&asked)),
        };
        drop(inner);
        bytes.map_or(Some(()), |bytes| wire::send(&mut stream, wire, &bytes))
    }
}

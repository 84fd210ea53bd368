//! Any web server: hands out the files of a folder to everyone, and knows nothing of OX Updater.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;

/// The most bytes of a request's head that are read.
const HEAD_SIZE_MAX: u64 = 16 * 1024;

/// A web server on loopback that lives as long as the test.
pub struct WebFolder {
    address: String,
}

impl WebFolder {
    /// Hands out a folder's files.
    ///
    /// # Panics
    /// If no port is to be had.
    #[must_use]
    pub fn serve(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap_or_else(|error| panic!("no port: {error}"));
        let port = listener.local_addr().map(|address| address.port());
        let port = port.unwrap_or_else(|error| panic!("no port: {error}"));
        let folder = folder.to_owned();
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                // A client that goes away in the middle is its own business.
                let _ = answer(connection, &folder);
            }
        });
        Self { address: format!("http://127.0.0.1:{port}") }
    }

    /// The address of one of its files.
    #[must_use]
    pub fn address(&self, name: &str) -> String {
        format!("{}/{name}", self.address)
    }
}

fn answer(mut connection: TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(std::io::Read::take(&connection, HEAD_SIZE_MAX)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let name = request.split(' ').nth(1).unwrap_or_default().trim_start_matches('/');
    let file = plain_name(name).and_then(|name| std::fs::read(folder.join(name)).ok());
    let (status, body) = file.map_or(("404 Not Found", Vec::new()), |bytes| ("200 OK", bytes));
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    connection.write_all(head.as_bytes())?;
    connection.write_all(&body)
}

/// A name that leads to no other folder.
fn plain_name(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(name);
    (path.components().count() == 1 && path.file_name().is_some()).then_some(path)
}

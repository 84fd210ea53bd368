//! Asks a Sieve server what it offers: connects, reads its greeting, and leaves. Nobody signs in, and nothing is encrypted or sent
//! but the parting word. Source of the form: RFC 5804.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

use crate::model::sieve_address::SieveAddress;
use crate::rules::preconditions::{self, Greeting, SieveTrouble};

/// How long connecting and the whole greeting may take.
pub(crate) const TIME_MAX: Duration = Duration::from_secs(5);
/// The most bytes of a greeting; they have some hundred.
pub(crate) const GREETING_SIZE_MAX: usize = 16 * 1024;
/// The most addresses of a name that are tried.
const ADDRESSES_MAX: usize = 4;

/// Asks it.
pub(super) fn ask(address: &SieveAddress) -> Result<Greeting, SieveTrouble> {
    ask_within(address, TIME_MAX)
}

/// Asks it within a time.
pub(super) fn ask_within(address: &SieveAddress, time_max: Duration) -> Result<Greeting, SieveTrouble> {
    let ends_at = Instant::now() + time_max;
    let mut stream = connect(address, ends_at)?;
    let mut greeting = Vec::new();
    let mut piece = [0; 2_048];
    loop {
        let _ = stream.set_read_timeout(Some(left(ends_at)?));
        let read = match stream.read(&mut piece) {
            Ok(0) => return Err(SieveTrouble::HungUp),
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Err(SieveTrouble::Silent);
            }
            Err(error) => return Err(SieveTrouble::NotReached(error.to_string())),
        };
        greeting.extend_from_slice(&piece[..read]);
        match preconditions::read_greeting(&greeting) {
            preconditions::Reading::Whole(greeting) => {
                // Whether it hears this does not matter: it said all that we want to know.
                let _ = stream.set_write_timeout(Some(Duration::from_secs(1)));
                let _ = stream.write_all(b"LOGOUT\r\n");
                return Ok(greeting);
            }
            preconditions::Reading::Refused(words) => return Err(SieveTrouble::Refused(words)),
            preconditions::Reading::Foreign => return Err(SieveTrouble::Foreign),
            preconditions::Reading::More if greeting.len() >= GREETING_SIZE_MAX => {
                return Err(SieveTrouble::TooLong);
            }
            preconditions::Reading::More => {}
        }
    }
}

fn connect(address: &SieveAddress, ends_at: Instant) -> Result<TcpStream, SieveTrouble> {
    let not_reached = |error: std::io::Error| SieveTrouble::NotReached(error.to_string());
    let addresses = (address.host.as_str(), address.port).to_socket_addrs().map_err(not_reached)?;
    let addresses: Vec<SocketAddr> = addresses.take(ADDRESSES_MAX).collect();
    let mut trouble = SieveTrouble::NotReached(ErrorKind::NotFound.to_string());
    for address in addresses {
        match TcpStream::connect_timeout(&address, left(ends_at)?) {
            Ok(stream) => return Ok(stream),
            Err(error) => trouble = not_reached(error),
        }
    }
    Err(trouble)
}

/// How much time there is still.
fn left(ends_at: Instant) -> Result<Duration, SieveTrouble> {
    let left = ends_at.saturating_duration_since(Instant::now());
    if left.is_zero() { Err(SieveTrouble::Silent) } else { Ok(left) }
}

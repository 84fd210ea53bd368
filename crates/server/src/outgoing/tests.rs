//! Against servers on loopback that send on, lie, drip, and never end; and names that lead elsewhere the second time.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use ipnet::IpNet;
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use super::{Asking, Outgoing, OutgoingError, Patience, REDIRECTS_MAX};
use crate::rules::destination::{Destination, DestinationError};

const SIZE_MAX: u64 = 1_000_000;
/// Long enough for every answer that comes.
const LONG: Patience = Patience { silence: Duration::from_secs(60), whole: Duration::from_secs(60) };
const SHORT: Patience = Patience { silence: Duration::from_secs(60), whole: Duration::from_millis(400) };

/// A server that answers every connection as it is told, and keeps the heads of what it was asked.
struct Stranger {
    address: SocketAddr,
    heads: mpsc::Receiver<String>,
}

fn stranger(answer: impl Fn(&mut TcpStream) + Send + 'static) -> Stranger {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (told, heads) = mpsc::channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut head = String::new();
            let mut reading = BufReader::new(stream.try_clone().unwrap());
            while reading.read_line(&mut head).is_ok_and(|count| count > 2) {}
            if told.send(head).is_err() {
                return;
            }
            answer(&mut stream);
        }
    });
    Stranger { address, heads }
}

fn saying(answer: String) -> Stranger {
    stranger(move |stream| {
        let _ = stream.write_all(answer.as_bytes());
    })
}

fn sending_on(to: &str) -> Stranger {
    saying(format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
}

fn listed(written: &str) -> Arc<[IpNet]> {
    written.split_whitespace().map(|network| network.parse::<IpNet>().unwrap()).collect()
}

fn fetch(url: &str, listed_networks: &str, patience: Patience) -> Result<Vec<u8>, OutgoingError> {
    read(&Asking::new(&listed(listed_networks), patience), url)
}

fn read(asking: &Asking, url: &str) -> Result<Vec<u8>, OutgoingError> {
    let mut bytes = Vec::new();
    let mut body = asking.get(&Destination::parse(url)?, SIZE_MAX)?;
    let read = body.read_to_end(&mut bytes);
    read.map_err(|error| error.get_ref().unwrap().downcast_ref::<OutgoingError>().unwrap().clone())?;
    Ok(bytes)
}

fn of_stranger(stranger: &Stranger, patience: Patience) -> Result<Vec<u8>, OutgoingError> {
    fetch(&format!("http://{}/a.msi", stranger.address), "127.0.0.0/8", patience)
}

#[test]
fn what_is_listed_is_fetched_and_nothing_tells_who_asks() {
    let there = saying("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 5\r\n\r\nbytes".to_owned());
    assert_eq!(of_stranger(&there, LONG).unwrap(), b"bytes");
    let head = there.heads.recv().unwrap().to_lowercase();
    assert!(head.starts_with("get /a.msi http/1.1\r\n") && head.contains("user-agent: oxupdated/"), "{head}");
    for foreign in ["cookie", "authorization", "referer"] {
        assert!(!head.contains(foreign), "{head}");
    }
}

#[test]
fn what_is_not_listed_is_not_asked_at_all() {
    let there = saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_owned());
    let port = there.address.port();
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001"] {
        for scheme in ["http", "https"] {
            let asked = fetch(&format!("{scheme}://{host}:{port}/"), "", LONG);
            let private = matches!(asked, Err(OutgoingError::Destination(DestinationError::Private { .. })));
            assert!(private, "{scheme} {host}: {asked:?}");
        }
    }
    let nobody = fetch(&format!("http://0.0.0.0:{port}/"), "127.0.0.0/8", LONG);
    assert!(matches!(nobody, Err(OutgoingError::Destination(DestinationError::Never { .. }))), "{nobody:?}");
    assert!(there.heads.try_recv().is_err(), "somebody asked");
}

#[test]
fn who_sends_on_is_not_trusted_either() {
    let inner = saying("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret".to_owned());
    // 127.0.0.2 is not on the list, and 127.0.0.1 is.
    let port = inner.address.port();
    let inside = format!("http://127.0.0.2:{port}/");
    for to in
        [inside.as_str(), "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "gopher://a/"]
    {
        let outer = sending_on(to);
        let asked = fetch(&format!("http://{}/", outer.address), "127.0.0.1/32", LONG);
        assert!(matches!(asked, Err(OutgoingError::Destination(_))), "{to}: {asked:?}");
    }
    assert!(inner.heads.try_recv().is_err(), "somebody asked");
    let outer = sending_on(&format!("http://{}/b.msi", inner.address));
    assert_eq!(of_stranger(&outer, LONG).unwrap(), b"secret");
}

#[test]
fn who_sends_on_without_end_is_left() {
    let round = stranger(|stream| {
        let to = format!("http://{}/again", stream.local_addr().unwrap());
        let answer =
            format!("HTTP/1.1 307 Again\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        let _ = stream.write_all(answer.as_bytes());
    });
    let asked = of_stranger(&round, LONG);
    assert!(matches!(asked, Err(OutgoingError::SentOnTooOften { .. })), "{asked:?}");
    assert_eq!(round.heads.try_iter().count(), REDIRECTS_MAX + 1);
}

#[test]
fn bytes_have_a_limit_whatever_is_announced() {
    let endless = |head: &'static str, piece: &'static [u8]| {
        stranger(move |stream| {
            let _ = stream.write_all(head.as_bytes());
            while stream.write_all(piece).is_ok() {}
        })
    };
    let too_large = |asked: Result<Vec<u8>, OutgoingError>| {
        assert_eq!(asked, Err(OutgoingError::TooLarge { size_max: SIZE_MAX }));
    };
    let chunk: &[u8] = b"10\r\n0123456789abcdef\r\n";
    too_large(of_stranger(&endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunk), LONG));
    too_large(of_stranger(&endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", &[0; 4096]), LONG));
    too_large(of_stranger(&endless("HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\n", &[0; 4096]), LONG));
    // More than was announced: only that much is a part of the answer.
    let more = of_stranger(&endless("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n", b"1234567890"), LONG);
    assert_eq!(more.unwrap(), b"1234567");
}

#[test]
fn what_ends_early_is_not_taken_for_whole() {
    for head in ["Content-Length: 100", "Transfer-Encoding: chunked"] {
        let cut = saying(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n9\r\nhalf of i"));
        let asked = of_stranger(&cut, LONG);
        assert!(matches!(asked, Err(OutgoingError::Cut { .. })), "{head}: {asked:?}");
    }
}

#[test]
fn packed_bytes_and_other_answers_are_refused() {
    let packed =
        saying("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\x1f\x1e".to_owned());
    assert!(matches!(of_stranger(&packed, LONG), Err(OutgoingError::Packed { .. })));
    for status in [204, 206, 304, 401, 403, 404, 500] {
        let other = saying(format!("HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n"));
        let asked = of_stranger(&other, LONG);
        let expected = matches!(asked, Err(OutgoingError::Status { status: found, .. }) if found == status);
        assert!(expected, "{status}: {asked:?}");
    }
    let head = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(super::HEADERS_SIZE_MAX * 2));
    for odd in ["SSH-2.0-OpenSSH_9.2\r\n", "", &head] {
        let asked = of_stranger(&saying(odd.to_owned()), LONG);
        let is_odd =
            matches!(asked, Err(OutgoingError::NotUnderstood { .. } | OutgoingError::NotReached { .. }));
        assert!(is_odd, "{asked:?}");
    }
}

#[test]
fn who_drips_is_left_after_a_while() {
    let drip = |head: &'static str| {
        stranger(move |stream| {
            let _ = stream.write_all(head.as_bytes());
            let pause = Duration::from_millis(20);
            // A byte now and then, never silent for long.
            let (_never, nothing) = mpsc::channel::<()>();
            while stream.write_all(b"x").is_ok() {
                let _ = nothing.recv_timeout(pause);
            }
        })
    };
    for head in
        ["HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 O"]
    {
        let asked = of_stranger(&drip(head), SHORT);
        assert!(matches!(asked, Err(OutgoingError::Late { .. })), "{head:?}: {asked:?}");
    }
    let silent = stranger(|stream| {
        let _ = stream.read(&mut [0; 1]);
    });
    let impatient = Patience { silence: Duration::from_millis(200), ..LONG };
    assert!(matches!(of_stranger(&silent, impatient), Err(OutgoingError::Late { .. })));
}

/// Says one address the first time and another one from then on.
#[derive(Debug)]
struct Rebinding {
    first: SocketAddr,
    then: SocketAddr,
    asked: Arc<AtomicUsize>,
}

impl Resolver for Rebinding {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let mut found = self.empty();
        let is_first = self.asked.fetch_add(1, Ordering::Relaxed) == 0;
        found.push(if is_first { self.first } else { self.then });
        Ok(found)
    }
}

#[test]
fn a_name_is_looked_up_once_for_each_connection_and_judged_each_time() {
    let inner = saying("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret".to_owned());
    let outer = sending_on("http://packages.example/b.msi");
    let asked = Arc::new(AtomicUsize::new(0));
    let then = SocketAddr::from(([127, 0, 0, 2], inner.address.port()));
    let names = Rebinding { first: outer.address, then, asked: Arc::clone(&asked) };
    let asking = Asking::with_names(names, &listed("127.0.0.1/32"), LONG);
    let refused = read(&asking, "http://packages.example/a.msi");
    let is_refused = matches!(refused, Err(OutgoingError::Destination(DestinationError::Private { .. })));
    assert!(is_refused, "{refused:?}");
    // One for each connection: what was judged is what was connected to.
    assert_eq!((asked.load(Ordering::Relaxed), outer.heads.try_iter().count()), (2, 1));
    assert!(inner.heads.try_recv().is_err(), "somebody asked");
}

/// Says a public address and one of this machine.
#[derive(Debug)]
struct Mixed(SocketAddr);

impl Resolver for Mixed {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let mut found = self.empty();
        found.push(SocketAddr::from(([1, 1, 1, 1], 443)));
        found.push(self.0);
        Ok(found)
    }
}

#[test]
fn one_wrong_address_among_several_spoils_the_name() {
    let inner = saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_owned());
    let asking = Asking::with_names(Mixed(inner.address), &listed(""), SHORT);
    let refused = read(&asking, "https://packages.example/a.msi");
    let is_refused = matches!(refused, Err(OutgoingError::Destination(DestinationError::Private { .. })));
    assert!(is_refused, "{refused:?}");
    assert!(inner.heads.try_recv().is_err(), "somebody asked");
}

#[tokio::test]
async fn what_nobody_waits_for_is_hung_up() {
    let (gone, is_gone) = mpsc::channel();
    let silent = stranger(move |stream| {
        // Ends when the other end hangs up, and not before.
        let _ = gone.send(stream.read(&mut [0; 1]).is_ok());
    });
    let outgoing = Outgoing::new(&listed("127.0.0.0/8"));
    let url = format!("http://{}/", silent.address);
    let asking = outgoing.fetch(move |asking| asking.get(&Destination::parse(&url)?, SIZE_MAX).map(|_| ()));
    let heads = silent.heads;
    let asked = tokio::task::spawn_blocking(move || heads.recv_timeout(LONG.whole));
    tokio::select! {
        answered = asking => panic!("nobody answers: {answered:?}"),
        asked = asked => assert!(asked.unwrap().is_ok()),
    }
    // The question was dropped with its end of the `select`.
    let ended = tokio::task::spawn_blocking(move || is_gone.recv_timeout(LONG.whole)).await.unwrap();
    assert!(ended.is_ok());
}

#[test]
fn the_limits_are_told() {
    use crate::reference::assert_says;
    for line in [
        format!("| packages being fetched at the same time | {} |", super::FETCHES_MAX),
        format!(
            "| a request of the server's own | {} seconds to look a name up, {} to connect, {} of silence; {} redirects; {} KB of headers |",
            super::LOOK_UP_TIME_MAX.as_secs(),
            super::CONNECT_TIME_MAX.as_secs(),
            super::SILENCE_TIME_MAX.as_secs(),
            REDIRECTS_MAX,
            super::HEADERS_SIZE_MAX / 1024
        ),
        format!(
            "| fetching a package by its URL | {} minutes in all |",
            super::PACKAGE_TIME_MAX.as_secs() / 60
        ),
        format!("| calling a webhook | {} seconds in all |", super::WEBHOOK_TIME_MAX.as_secs()),
    ] {
        assert_says("oxupdated.md", &line);
    }
}

//! Who is let in: names, proxies, connections, and those who keep guessing.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use crate::http::{Answer, UPDATE_XML, get, products, send_from};
use crate::place::{Place, Running, until};

/// Sends bytes as they are and answers with the status.
fn raw(server: &Running, request: &str) -> u16 {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    Answer::read(stream).status
}

/// Signs in from an address of this machine.
fn sign_in(server: &Running, from: &str, credentials: &str) -> Answer {
    send_from(&get(UPDATE_XML).basic(credentials.as_bytes()), server, from)
}

/// Gives wrong passwords until the server wants a wait, and answers with how many were checked.
fn guess(server: &Running, from: &str, user: &str) -> usize {
    for number in 0..20 {
        let answer = sign_in(server, from, &format!("{user}:wrong {number}"));
        if answer.status == 429 {
            let wait: u64 = answer.header("retry-after").parse().unwrap();
            assert!((1..=300).contains(&wait), "{wait}");
            assert!(answer.text().starts_with("There were too many wrong passwords."), "{}", answer.text());
            return number;
        }
        assert_eq!(answer.status, 401);
    }
    panic!("twenty wrong passwords were checked");
}

#[test]
fn listening_beyond_this_machine_is_a_decision() {
    let place = Place::new();
    place.add_user("anna");
    let refused = |listen: &str| {
        let said = place.run(&["serve", "--listen", listen]);
        assert_eq!(said.code, 3, "{said:?}");
        for part in [listen, "unencrypted", "trusted_proxies", "allow_plain_http = true"] {
            assert!(said.error.contains(part), "{part} is missing in: {said:?}");
        }
    };
    refused("0.0.0.0:0");
    refused("[::]:0");
    refused("192.0.2.1:8080");
    for setting in [("OXUPDATED_ALLOW_PLAIN_HTTP", "true"), ("OXUPDATED_TRUSTED_PROXIES", "192.0.2.7")] {
        let server = place.serve_at("0.0.0.0:0", &[setting]);
        until("the missing name is told", || server.log().contains("no name of this server is set"));
        assert_eq!(get(UPDATE_XML).user("anna").header("Host", "localhost").send(&server).status, 200);
        assert_eq!(
            get(UPDATE_XML).user("anna").header("Host", "updates.example.com").send(&server).status,
            421
        );
    }
}

#[test]
fn a_request_for_another_server_is_refused() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let answer =
        |server: &Running, host: &str| get(UPDATE_XML).user("anna").header("Host", host).send(server);
    for ours in ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8080", "localhost."] {
        assert_eq!(answer(&server, ours).status, 200, "{ours}");
    }
    for foreign in ["evil.example", "localhost.evil.example:80", "127.0.0.2", "10.0.0.1"] {
        let answer = answer(&server, foreign);
        assert_eq!(answer.status, 421, "{foreign}");
        assert!(answer.text().contains("allowed_hosts"), "{}", answer.text());
    }
    for wrong in ["a b", "a/b", "user@localhost", "a\"><x", "a:99999", "localhost, localhost"] {
        assert_eq!(answer(&server, wrong).status, 400, "{wrong}");
    }
    server.stop();
    let server = place.serve_with(&[
        ("OXUPDATED_PUBLIC_URL", "https://updates.example.com:8443/ox/"),
        ("OXUPDATED_ALLOWED_HOSTS", "a.example, b.example:81"),
    ]);
    for ours in
        ["updates.example.com", "updates.example.com:8443", "a.example:5", "b.example:81", "localhost"]
    {
        assert_eq!(answer(&server, ours).status, 200, "{ours}");
    }
    for foreign in ["updates.example.com:80", "b.example", "c.example"] {
        assert_eq!(answer(&server, foreign).status, 421, "{foreign}");
    }
}

#[test]
fn a_request_names_the_server_once() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let check = |head: &str, expected| {
        let request = format!("{head}Connection: close\r\n\r\n");
        assert_eq!(raw(&server, &request), expected, "{head}");
    };
    check("GET /ajax/updater/update.xml HTTP/1.1\r\nHost: localhost\r\n", 401);
    check("GET /ajax/updater/update.xml HTTP/1.1\r\n", 400);
    check("GET /ajax/updater/update.xml HTTP/1.0\r\n", 400);
    check("GET /ajax/updater/update.xml HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n", 400);
    check("GET http://localhost/ajax/updater/update.xml HTTP/1.1\r\nHost: localhost\r\n", 400);
    check("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n", 400);
    check("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n", 400);
    check("GET / HTTP/1.1\r\nHost: anna:secret@localhost\r\n", 400);
}

#[test]
fn heads_have_limits() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let check = |target: &str, headers: usize, expected| {
        let head = format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        let request = format!("{head}{}\r\n", "X: 1\r\n".repeat(headers));
        assert_eq!(raw(&server, &request), expected, "{} bytes, {headers} headers", target.len());
    };
    check("/x", 98, 404);
    check("/x", 99, 431);
    let head = "GET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    let sized = |size: usize| format!("{head}X: {}\r\n\r\n", "x".repeat(size - head.len() - 7));
    assert_eq!(raw(&server, &sized(32 * 1024)), 404);
    assert_eq!(raw(&server, &sized(32 * 1024 + 1)), 431);
    assert_eq!(raw(&server, &sized(45_000)), 431);
    check(&format!("/{}", "x".repeat(2_047)), 0, 404);
    check(&format!("/{}", "x".repeat(2_048)), 0, 414);
    check(&format!("/?{}", "x".repeat(2_048)), 0, 414);
    // A sign-in that nobody can have is refused before anything is decoded.
    let long = format!("anna:{}", "x".repeat(20_000));
    assert_eq!(get(UPDATE_XML).basic(long.as_bytes()).send(&server).status, 401);
}

#[test]
fn where_there_is_a_proxy_others_come_by_it() {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &[]);
    let server = place.serve_with(&[
        ("OXUPDATED_TRUSTED_PROXIES", "127.0.0.9"),
        ("OXUPDATED_ALLOWED_HOSTS", "updates.example.com"),
    ]);
    let request = || {
        let request = get(UPDATE_XML).user("anna").header("Host", "updates.example.com");
        request.header("X-Forwarded-Proto", "https").header("X-Forwarded-For", "198.51.100.1, 192.0.2.1")
    };
    let url = |from: &str| send_from(&request(), &server, from).products().remove(0).url;
    assert!(url("127.0.0.9").starts_with("https://updates.example.com/ajax/"));
    // This machine may ask, and is not believed.
    assert!(url("127.0.0.1").starts_with("http://updates.example.com/ajax/"));
    // Who guesses is slowed by the address that the proxy tells, and not by the proxy's own or by one that is made up.
    let from = |client: &str, credentials: &str| {
        let request = get(UPDATE_XML).basic(credentials.as_bytes());
        send_from(&request.header("X-Forwarded-For", client), &server, "127.0.0.9").status
    };
    let mut guesses =
        (0..20).map(|number| from(&format!("10.9.9.{number}, 192.0.2.66"), &format!("ben:wrong {number}")));
    assert!(guesses.any(|status| status == 429));
    assert_eq!(from("192.0.2.66", "ben:another"), 429);
    assert_eq!(from("192.0.2.67", "ben:another"), 401);
    server.stop();

    // Another address of this machine is still this machine; what is not, is refused.
    let server = place.serve_at("0.0.0.0:0", &[("OXUPDATED_TRUSTED_PROXIES", "127.0.0.9")]);
    let Some(outside) = address_beyond_loopback() else {
        panic!("this machine has no address but loopback; the test needs one")
    };
    let port = server.address.rsplit(':').next().unwrap().to_owned();
    let mut stream = TcpStream::connect(format!("{outside}:{port}")).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let answer = Answer::read(stream);
    assert_eq!((answer.status, answer.text().contains("only through its proxy")), (403, true));
}

/// The address that this machine would send from; asking sends nothing.
fn address_beyond_loopback() -> Option<std::net::IpAddr> {
    let socket = std::net::UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|address| !address.is_loopback())
}

#[test]
fn who_guesses_waits_and_nobody_else() {
    let place = Place::new();
    for user in ["anna", "ben"] {
        place.add_user(user);
    }
    let server = place.serve();
    assert_eq!(guess(&server, "127.0.0.1", "anna"), 5);
    // What is known to be wrong is told at once, the rest is checked at a pace; who fails then is told to wait.
    assert_eq!(sign_in(&server, "127.0.0.1", "anna:wrong 0").status, 401);
    assert_eq!(sign_in(&server, "127.0.0.1", "ANNA:wrong 99").status, 429);
    // A colleague behind the same address, and Anna somewhere else.
    assert_eq!(sign_in(&server, "127.0.0.1", "ben:correct horse").status, 200);
    assert_eq!(sign_in(&server, "127.0.0.2", "anna:correct horse").status, 200);
    // Slowed there, and yet right.
    assert_eq!(sign_in(&server, "127.0.0.1", "anna:correct horse").status, 200);
    assert!(server.log().contains("too many wrong passwords"), "{}", server.log());
    // A name that nobody has is treated alike.
    assert_eq!(guess(&server, "127.0.0.1", "nobody"), 5);
    // Another password ends the wait.
    let file = place.write("password", "another horse");
    place.done(&["user", "set-password", "anna", "--password-file", &file]);
    assert_eq!(sign_in(&server, "127.0.0.1", "anna:another horse").status, 200);
}

#[test]
fn who_is_guessed_at_still_signs_in_from_the_same_office() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    assert_eq!(guess(&server, "127.0.0.1", "anna"), 5);
    let is_over = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        // More guesses at a time than there are places to wait.
        for guesser in 0..8 {
            let (server, is_over) = (&server, &is_over);
            scope.spawn(move || {
                for number in 0.. {
                    if is_over.load(std::sync::atomic::Ordering::Relaxed) {
                        break;
                    }
                    let status =
                        sign_in(server, "127.0.0.1", &format!("anna:guess {guesser} {number}")).status;
                    assert_ne!(status, 200);
                }
            });
        }
        let mut tries = (0..5).map(|_| sign_in(&server, "127.0.0.1", "anna:correct horse").status);
        let is_in = tries.any(|status| status == 200);
        is_over.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(is_in, "a right password is found to be right while others guess");
    });
}

#[test]
fn tokens_that_ended_make_nobody_wait() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    for number in 0..60 {
        let token = format!("oxd1_{number:043}");
        assert_eq!(sign_in(&server, "127.0.0.1", &format!("anna:{token}")).status, 401);
    }
    assert_eq!(guess(&server, "127.0.0.1", "anna"), 5, "no token was counted");
}

#[test]
fn an_old_password_is_refused_without_a_check_however_often_it_comes() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    for _ in 0..50 {
        assert_eq!(sign_in(&server, "127.0.0.1", "anna:old horse").status, 401);
    }
    assert_eq!(sign_in(&server, "127.0.0.1", "anna:correct horse").status, 200);
    // It becomes the right one, and is so at once.
    let file = place.write("password", "old horse");
    place.done(&["user", "set-password", "anna", "--password-file", &file]);
    assert_eq!(sign_in(&server, "127.0.0.1", "anna:old horse").status, 200);
    // The right password of a disabled user is wrong, and right again when the user is enabled.
    place.done(&["user", "disable", "anna"]);
    assert_eq!(sign_in(&server, "127.0.0.1", "anna:old horse").status, 401);
    assert_eq!(sign_in(&server, "127.0.0.1", "anna:old horse").status, 401);
    place.done(&["user", "enable", "anna"]);
    assert_eq!(sign_in(&server, "127.0.0.1", "anna:old horse").status, 200);
    // A name that nobody had is somebody's now.
    assert_eq!(sign_in(&server, "127.0.0.1", "ben:correct horse").status, 401);
    place.add_user("ben");
    assert_eq!(sign_in(&server, "127.0.0.1", "ben:correct horse").status, 200);
}

#[test]
fn a_place_that_tries_many_accounts_is_slowed_and_its_people_are_not() {
    let place = Place::new();
    for user in ["anna", "ben"] {
        place.add_user(user);
    }
    let server = place.serve();
    for number in 0..50 {
        assert_eq!(sign_in(&server, "127.0.0.3", &format!("user {number}:summer")).status, 401);
    }
    assert_eq!(sign_in(&server, "127.0.0.3", "ben:summer").status, 401, "a first try is always checked");
    assert_eq!(sign_in(&server, "127.0.0.3", "ben:autumn").status, 429);
    assert_eq!(sign_in(&server, "127.0.0.3", "user 1:autumn").status, 429);
    assert_eq!(sign_in(&server, "127.0.0.3", "anna:correct horse").status, 200);
    assert_eq!(sign_in(&server, "127.0.0.4", "ben:correct horse").status, 200);
}

#[test]
fn many_guesses_at_once_are_counted_one_by_one() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let guess = |number| format!("anna:wrong {number}");
        let server = &server;
        let threads: Vec<_> = (0..24)
            .map(|number| scope.spawn(move || sign_in(server, "127.0.0.1", &guess(number)).status))
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 401).count(), 5, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 19, "{statuses:?}");
}

#[test]
fn idle_connections_of_one_peer_lock_nobody_out() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let address: SocketAddr = server.address.parse().unwrap();
    let mut held: Vec<TcpStream> =
        (0..256).map(|_| crate::http::connect_from(address, "127.0.0.5")).collect();
    let mut refused = crate::http::connect_from(address, "127.0.0.5");
    let mut said = String::new();
    refused.read_to_string(&mut said).unwrap();
    assert!(said.starts_with("HTTP/1.1 503 "), "{said}");
    assert!(products(&server, "anna").is_empty(), "another peer is let in");
    held.clear();
    // The server learns of that when it reads.
    until("the peer is let in again", || {
        let mut stream = crate::http::connect_from(address, "127.0.0.5");
        let _ = stream.write_all(b"GET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        let mut said = String::new();
        stream.read_to_string(&mut said).is_ok() && said.starts_with("HTTP/1.1 404 ")
    });
}

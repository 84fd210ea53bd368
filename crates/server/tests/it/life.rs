//! Starting, stopping and crashing.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};

use serde_json::json;

use crate::fixtures::fixture;
use crate::http::{Answer, UPDATE_XML, get, offered, package_path, products};
use crate::place::{PASSWORD, Place, files_below, until};

#[test]
fn one_server_at_a_time_works_in_a_data_folder() {
    let place = Place::new();
    let server = place.serve();
    let second = place.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(second.code, 3, "{second:?}");
    for part in [format!("PID {}", server.pid()), server.address.clone(), "--data".to_owned()] {
        assert!(second.error.contains(&part), "{part} is missing in: {second:?}");
    }
    server.stop();
    place.serve().stop();
}

#[test]
fn a_server_that_is_asked_to_stop_ends_well() {
    let place = Place::new();
    place.add_user("anna");
    let mut server = place.serve();
    assert!(offered(&server, "anna").is_empty());
    server.ask_to_stop();
    assert_eq!(server.wait().code(), Some(0));
    let left = files_below(&place.data());
    assert_eq!(left, ["oxupdated.lock", "oxupdated.sqlite"], "no socket and no open write-ahead log");
}

#[test]
fn a_download_under_way_is_finished_before_the_server_ends() {
    let place = Place::new();
    place.add_user("anna");
    // More than all buffers on the way hold, so that the server is still sending when it is asked to stop.
    let mut bytes = fs::read(fixture("notes-1.0.0.msi")).unwrap();
    bytes.resize(bytes.len().next_multiple_of(512) + 32 * 1024 * 1024, 0);
    let file = place.write("large.msi", &bytes);
    place.done(&["package", "add", &file]);
    let mut server = place.serve();
    let path = package_path(&products(&server, "anna")[0]);
    let mut stream = get(&path).user("anna").open(&server);
    let mut first = [0; 1];
    stream.read_exact(&mut first).unwrap();
    server.ask_to_stop();
    until("no new connection is accepted", || std::net::TcpStream::connect(&server.address).is_err());
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).unwrap();
    assert!(rest.ends_with(&bytes), "the download was cut off at {} bytes", rest.len());
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn a_crash_loses_nothing_that_was_acknowledged() {
    let place = Place::new();
    let server = place.serve();
    place.add_user("anna");
    place.publish("notes-1.0.0.msi", &[]);
    server.crash();
    assert!(place.data().join("oxupdated.sock").exists(), "the crash left the socket");
    // A verb without a server, though the socket is there.
    place.publish("notes-2.0.0.msi", &[]);
    let server = place.serve();
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 2.0.0"]);
    let path = package_path(&products(&server, "anna")[0]);
    assert!(get(&path).user("anna").send(&server).body == fs::read(fixture("notes-2.0.0.msi")).unwrap());
}

/// What a verb would send for `package add`, with more bytes announced than may come.
fn order(size: usize) -> Vec<u8> {
    let listing = json!({ "importance": "low" });
    let order = json!({ "package-add": { "listing": listing, "required": [], "size": size } });
    let mut line = json!({ "language": "en", "on_behalf_of": null, "order": order }).to_string().into_bytes();
    line.push(b'\n');
    line
}

#[test]
fn a_crash_in_the_middle_of_publishing_leaves_nothing() {
    let place = Place::new();
    let server = place.serve();
    let bytes = fs::read(fixture("notes-1.0.0.msi")).unwrap();
    let mut socket = UnixStream::connect(place.data().join("oxupdated.sock")).unwrap();
    socket.write_all(&order(bytes.len())).unwrap();
    socket.write_all(&bytes[..bytes.len() / 2]).unwrap();
    let incoming = place.data().join("incoming");
    until("bytes are received", || !files_below(&incoming).is_empty());
    server.crash();
    assert_eq!(files_below(&incoming).len(), 1);
    // As a crash between bytes and row would leave it.
    let orphans = place.data().join("packages/ab");
    fs::create_dir_all(&orphans).unwrap();
    fs::write(orphans.join("cd".repeat(31)), "orphan").unwrap();

    let server = place.serve();
    assert!(files_below(&incoming).is_empty());
    assert!(files_below(&place.data().join("packages")).is_empty());
    assert!(server.log().contains("files=2"), "{}", server.log());
    assert!(place.list("package").is_empty());
}

#[test]
fn who_hangs_up_in_the_middle_of_publishing_leaves_nothing() {
    let place = Place::new();
    let _server = place.serve();
    let mut socket = UnixStream::connect(place.data().join("oxupdated.sock")).unwrap();
    socket.write_all(&order(1_000_000)).unwrap();
    socket.write_all(b"half").unwrap();
    let incoming = place.data().join("incoming");
    until("bytes are received", || !files_below(&incoming).is_empty());
    socket.shutdown(std::net::Shutdown::Write).unwrap();
    let mut said = String::new();
    socket.read_to_string(&mut said).unwrap();
    assert!(said.contains("The package ended before it was whole."), "{said}");
    until("what was received is removed", || files_below(&incoming).is_empty());
    assert!(place.list("package").is_empty());
}

#[test]
fn who_is_not_answered_is_told_where_to_look() {
    let place = Place::new();
    place.add_user("anna");
    let lock = fs::File::open(place.data().join("oxupdated.lock")).unwrap();
    lock.try_lock().unwrap();
    let listener = UnixListener::bind(place.data().join("oxupdated.sock")).unwrap();
    let hanging_up = std::thread::spawn(move || drop(listener.accept().unwrap()));
    let said = place.run(&["user", "disable", "anna"]);
    hanging_up.join().unwrap();
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.error.contains("“oxupdated audit list” shows whether the change was made."), "{said:?}");
}

#[test]
fn nonsense_at_the_socket_harms_nobody() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    for nonsense in [&b"\n"[..], b"{}\n", b"nonsense", &[b'x'; 100_000]] {
        let mut socket = UnixStream::connect(place.data().join("oxupdated.sock")).unwrap();
        let _ = socket.write_all(nonsense);
        let _ = socket.shutdown(std::net::Shutdown::Write);
        let mut said = String::new();
        socket.read_to_string(&mut said).unwrap();
        assert_eq!(said, "");
    }
    assert!(offered(&server, "anna").is_empty());
    assert_eq!(place.list("user").len(), 1);
}

#[test]
fn settings_that_cannot_be_used_stop_the_start() {
    let place = Place::new();
    place.add_user("anna");
    let check = |file: &str, part: &str| {
        fs::write(place.data().join("oxupdated.toml"), file).unwrap();
        let said = place.run(&["serve", "--listen", "127.0.0.1:0"]);
        assert_eq!(said.code, 3, "{said:?}");
        assert!(said.error.contains(part), "{said:?}");
    };
    check("lisen = '127.0.0.1:0'", "“lisen”, which is no setting");
    check("listen = 'everywhere'", "“everywhere” does not suit the setting listen");
    check("listen", "TOML");
    fs::remove_file(place.data().join("oxupdated.toml")).unwrap();
    let missing = place.run(&["serve", "--config", "/no/such.toml"]);
    assert_eq!((missing.code, missing.error.contains("/no/such.toml")), (3, true), "{missing:?}");
    let taken = place.serve();
    let other = Place::new();
    let said = other.run(&["serve", "--listen", &taken.address]);
    assert_eq!((said.code, said.error.contains("--listen")), (3, true), "{said:?}");
}

#[test]
fn a_data_folder_whose_path_is_too_long_for_a_socket_is_refused() {
    let place = Place::new();
    let long = place.data().join("x".repeat(120));
    let said = place.run(&["serve", "--listen", "127.0.0.1:0", "--data", long.to_str().unwrap()]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.error.contains("Choose a data folder with a shorter path."), "{said:?}");
}

#[test]
fn an_order_that_never_ends_does_not_keep_the_server_from_ending() {
    let place = Place::new();
    let mut server = place.serve();
    let mut socket = UnixStream::connect(place.data().join("oxupdated.sock")).unwrap();
    socket.write_all(&order(1_000_000)).unwrap();
    socket.write_all(b"half").unwrap();
    let incoming = place.data().join("incoming");
    until("bytes are received", || !files_below(&incoming).is_empty());
    server.ask_to_stop();
    assert_eq!(server.wait().code(), Some(0));
    assert!(server.log().contains("some orders were cut off"), "{}", server.log());
}

#[test]
fn a_data_folder_of_a_newer_version_is_left_alone() {
    let place = Place::new();
    place.add_user("anna");
    let database = place.data().join("oxupdated.sqlite");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&database);
        let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
        let migration =
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                         VALUES (9999, 'from the future', TRUE, x'00', 0)";
        sqlx::query(migration).execute(&pool).await.unwrap();
        pool.close().await;
    });
    let said = place.run(&["user", "list"]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.error.starts_with("A newer version of OX Updater has used this data folder."), "{said:?}");
}

#[test]
fn slow_and_broken_requests_harm_nobody() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let mut held = Vec::new();
    for beginning in ["", "GET ", "GET / HTTP/1.1\r\nHost: a\r\nX: "] {
        let mut stream = std::net::TcpStream::connect(&server.address).unwrap();
        stream.write_all(beginning.as_bytes()).unwrap();
        held.push(stream);
    }
    let mut endless = std::net::TcpStream::connect(&server.address).unwrap();
    endless.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n").unwrap();
    // More than any buffer: the server ends it, or nobody would.
    let line = format!("X: {}\r\n", "x".repeat(1_000));
    until("the server refuses endless headers", || endless.write_all(line.as_bytes()).is_err());
    let broken = get(UPDATE_XML).header("Content-Length", "-1").send(&server);
    assert_eq!(broken.status, 400);
    let fine: Answer = get(UPDATE_XML).basic(format!("anna:{PASSWORD}").as_bytes()).send(&server);
    assert_eq!(fine.status, 200);
}

//! Memory: a download costs the same whatever the file's size.

use std::fs;
use std::io::Read;

use crate::fixtures::fixture;
use crate::http::{get, package_path, products};
use crate::place::{Place, Running};

/// How many bytes the package has, at least.
const SIZE: usize = 200 * 1024 * 1024;
/// How many clients download it at the same time.
const CLIENTS: u64 = 16;
/// What one download may cost: two pieces of 256 KB, and as much again for buffers of the connection and the allocator.
const BYTES_PER_DOWNLOAD_MAX: u64 = 1024 * 1024;

/// The most memory that a server has used so far, in bytes.
fn memory_peak(server: &Running) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", server.pid())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

#[test]
#[cfg(target_os = "linux")]
fn a_download_costs_the_same_whatever_the_files_size() {
    let place = Place::new();
    place.add_user("anna");
    let mut bytes = fs::read(fixture("notes-1.0.0.msi")).unwrap();
    bytes.resize(bytes.len().next_multiple_of(512) + SIZE, 0);
    let file = place.write("large.msi", &bytes);
    place.done(&["package", "add", &file]);
    let server = place.serve();
    let path = package_path(&products(&server, "anna")[0]);
    let before = memory_peak(&server);

    // Clients that take the beginning and then nothing: the server fills what buffers there are, and waits.
    let mut slow: Vec<_> = (0..CLIENTS).map(|_| get(&path).user("anna").open(&server)).collect();
    for stream in &mut slow {
        let mut beginning = vec![0; 64 * 1024];
        stream.read_exact(&mut beginning).unwrap();
    }
    // One that takes all, which gives the server the time to do its worst for the others.
    let mut whole = get(&path).user("anna").open(&server);
    let mut taken = 0;
    let mut buffer = vec![0; 1024 * 1024];
    loop {
        match whole.read(&mut buffer).unwrap() {
            0 => break,
            count => taken += count,
        }
    }
    assert!(taken > bytes.len(), "{taken}");
    let cost = memory_peak(&server) - before;
    assert!(cost < (CLIENTS + 1) * BYTES_PER_DOWNLOAD_MAX, "{} KB for {CLIENTS} downloads", cost / 1024);
}

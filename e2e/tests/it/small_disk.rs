//! A disk of a fixed, small size: a file system in memory, which only the test and the programs that it starts see.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// Says to the test that it runs where it may mount.
const MARK: &str = "OXUPDATER_SMALL_DISK";
/// How many bytes are written at a time to fill a disk.
const FILLING: usize = 4096;

/// A small disk, which goes with the namespace that the test runs in.
pub(crate) struct SmallDisk {
    folder: TempDir,
}

/// Runs a test's body with a small disk, in a process of its own that may mount.
///
/// `test` is the test's name as the test program lists it.
pub(crate) fn on_a_small_disk(test: &str, size: &str, body: impl FnOnce(&SmallDisk)) {
    if std::env::var_os(MARK).is_some() {
        return body(&SmallDisk::mount(size));
    }
    let mut unshare = Command::new("unshare");
    if !is_root() {
        unshare.arg("--map-root-user");
    }
    let output = unshare
        .args(["--mount", "--propagation", "private"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(MARK, "1")
        .output()
        .unwrap_or_else(|error| panic!("unshare did not start ({error}). Install util-linux."));
    let said = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(
        !complaint.starts_with("unshare: "),
        "A small disk cannot be mounted here: {complaint}In a container, start it with --cap-add SYS_ADMIN \
         --security-opt apparmor=unconfined."
    );
    assert!(output.status.success() && said.contains("1 passed"), "{said}\n{complaint}");
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

impl SmallDisk {
    fn mount(size: &str) -> Self {
        let disk = Self { folder: tempfile::tempdir().unwrap() };
        disk.call_mount(&format!("size={size},mode=700"));
        disk
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Gives the disk another size.
    pub(crate) fn resize(&self, size: &str) {
        self.call_mount(&format!("remount,size={size}"));
    }

    /// Fills the disk to the last byte.
    pub(crate) fn fill(&self) {
        let mut file = File::create(self.path().join("filling")).unwrap();
        let error = loop {
            if let Err(error) = file.write_all(&[0; FILLING]) {
                break error;
            }
        };
        assert_eq!(error.kind(), ErrorKind::StorageFull);
    }

    /// Takes away what filled the disk.
    pub(crate) fn make_room(&self) {
        std::fs::remove_file(self.path().join("filling")).unwrap();
    }

    fn call_mount(&self, options: &str) {
        let output = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(self.path())
            .output()
            .unwrap_or_else(|error| panic!("mount did not start ({error}). Install the package mount."));
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "A small disk cannot be mounted here: {complaint}");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: a program that was started on it may still be about to end.
        let _ = Command::new("umount").arg("--lazy").arg(self.path()).status();
    }
}

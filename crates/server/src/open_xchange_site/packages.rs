//! The database of packages: the status file of dpkg, what `rpm -qa` prints, or a file that holds either.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::rules::preconditions::{Packages, PackagesUnknown};

/// Where dpkg keeps what is installed, below the root. Source: dpkg(1), section FILES.
const DPKG_STATUS: &str = "var/lib/dpkg/status";
/// Where rpm is.
const RPM: &str = "/usr/bin/rpm";
/// The most bytes of a database; dpkg's own has a thousand for each package.
pub(crate) const DATABASE_SIZE_MAX: u64 = 64 * 1024 * 1024;
/// How long rpm may take.
pub(crate) const RPM_TIME_MAX: Duration = Duration::from_secs(10);

/// Reads the database that was named, else that of the machine whose root this is.
pub(super) fn read(named: Option<&Path>, root: Option<&Path>) -> Result<Packages, PackagesUnknown> {
    if let Some(file) = named {
        return read_file(file);
    }
    let root = root.ok_or(PackagesUnknown::NotNamed)?;
    let status = root.join(DPKG_STATUS);
    let by_dpkg = status.is_file().then(|| read_file(&status));
    match by_dpkg {
        // A machine with packages of rpm may have dpkg's programs besides.
        Some(read @ (Ok(_) | Err(PackagesUnknown::Unreadable { .. }))) => read,
        other if root == Path::new("/") && Path::new(RPM).is_file() => {
            let by_rpm = ask_rpm();
            if by_rpm.is_ok() { by_rpm } else { other.unwrap_or(by_rpm) }
        }
        Some(other) => other,
        None => Err(PackagesUnknown::NoDatabase),
    }
}

fn read_file(file: &Path) -> Result<Packages, PackagesUnknown> {
    let place = file.display().to_string();
    match text(file) {
        Ok(text) => Packages::read(&place, &text),
        Err(error) => Err(PackagesUnknown::Unreadable { place, detail: error.to_string() }),
    }
}

fn text(file: &Path) -> io::Result<String> {
    if !fs::metadata(file)?.is_file() {
        return Err(io::Error::other("not a file"));
    }
    bounded(File::open(file)?)
}

fn bounded(reading: impl Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    reading.take(DATABASE_SIZE_MAX + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > DATABASE_SIZE_MAX {
        return Err(io::Error::other(format!("more than {DATABASE_SIZE_MAX} bytes")));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn ask_rpm() -> Result<Packages, PackagesUnknown> {
    let place = "rpm -qa";
    let wrong =
        |error: io::Error| PackagesUnknown::Unreadable { place: place.to_owned(), detail: error.to_string() };
    let mut command = Command::new(RPM);
    command.arg("-qa").env_clear().env("LC_ALL", "C").env("PATH", "/usr/bin:/bin");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    Packages::read(place, &output(command, RPM_TIME_MAX).map_err(wrong)?)
}

/// What a program prints, if it ends in time and well.
pub(super) fn output(mut command: Command, time_max: Duration) -> io::Result<String> {
    let mut child = command.spawn()?;
    let stdout = child.stdout.take().ok_or_else(|| io::Error::other("no output"))?;
    let (sender, receiver) = mpsc::channel();
    // It ends with the program, whose end of the pipe closes then.
    thread::spawn(move || sender.send(bounded(stdout)));
    let Ok(printed) = receiver.recv_timeout(time_max) else {
        end(&mut child);
        return Err(io::Error::new(io::ErrorKind::TimedOut, format!("no end after {time_max:?}")));
    };
    if printed.is_err() {
        end(&mut child);
        return printed;
    }
    let status = child.wait()?;
    if status.success() { printed } else { Err(io::Error::other(status.to_string())) }
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

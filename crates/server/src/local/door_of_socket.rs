//! The way to the running server: a socket in the data folder, open to the folder's owner and to root alone.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use nix::unistd::{Uid, geteuid};
use tokio::net::UnixListener;
pub(super) use tokio::net::UnixStream as Stream;
use tokio::net::unix::OwnedWriteHalf;

use super::operator::user_name;

/// The socket's name in the data folder.
const SOCKET_FILE: &str = "oxupdated.sock";

/// The server's side of the way.
pub(super) struct Door {
    listener: UnixListener,
    path: PathBuf,
}

impl Door {
    /// Makes it; who calls this has the folder's lock.
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let path = folder.join(SOCKET_FILE);
        match fs::remove_file(&path) {
            // One that a crash has left.
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        let listener = UnixListener::bind(&path)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
        Ok(Self { listener, path })
    }

    /// Waits for the next one who comes.
    pub(super) async fn accept(&self) -> io::Result<Stream> {
        self.listener.accept().await.map(|(stream, _)| stream)
    }

    /// Takes it away.
    pub(super) fn close(&self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Who has come, as the operating system knows; nobody but the folder's owner and root may.
pub(super) async fn caller(_: &Door, stream: &mut Stream) -> io::Result<String> {
    let uid = Uid::from_raw(stream.peer_cred()?.uid());
    if uid != geteuid() && !uid.is_root() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, format!("uid {uid} is not the owner")));
    }
    Ok(user_name(uid))
}

/// Goes to the running server; `None` if nobody listens.
pub(super) async fn knock(folder: &Path) -> io::Result<Option<Stream>> {
    match Stream::connect(folder.join(SOCKET_FILE)).await {
        Ok(stream) => Ok(Some(stream)),
        Err(error) => match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => Ok(None),
            _ => Err(error),
        },
    }
}

/// Ends a conversation whose last word is said.
pub(super) async fn part(_: OwnedWriteHalf) -> io::Result<()> {
    Ok(())
}

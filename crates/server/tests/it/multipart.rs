//! Forms with files, as browsers write them.

use crate::http::{Request, post};
use crate::place::Running;

/// What stands between the parts.
pub(crate) const BOUNDARY: &str = "----a boundary of ours";

fn part(disposition: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n");
    [head.as_bytes(), content, b"\r\n"].concat()
}

/// A field.
pub(crate) fn field_part(name: &str, value: &str) -> Vec<u8> {
    part(&format!("name=\"{name}\""), value.as_bytes())
}

/// The field that tells our forms from foreign ones.
pub(crate) fn token_part(token: &str) -> Vec<u8> {
    field_part("csrf", token)
}

/// A file of a field.
pub(crate) fn file_part_of(field: &str, name: &str, content: &[u8]) -> Vec<u8> {
    part(&format!("name=\"{field}\"; filename=\"{name}\""), content)
}

/// A file that is uploaded.
pub(crate) fn file_part(name: &str, content: &[u8]) -> Vec<u8> {
    file_part_of("file", name, content)
}

/// What stands behind the last part.
pub(crate) fn end() -> Vec<u8> {
    format!("--{BOUNDARY}--\r\n").into_bytes()
}

/// A form that somebody sends in this session.
pub(crate) fn form(server: &Running, path: &str, session: &str, body: Vec<u8>) -> Request {
    post(path, body)
        .header("Content-Type", &format!("multipart/form-data; boundary=\"{BOUNDARY}\""))
        .header("Origin", &format!("http://{}", server.address))
        .header("Cookie", &format!("oxupdated={session}"))
}

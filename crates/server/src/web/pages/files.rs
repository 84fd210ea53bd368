//! What pages are drawn with: the style sheet, scripts and pictures, built into the program.

use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use catalog::digest;

use crate::error::{Kind, Result};

/// How many digits of its SHA-256 a file's address has: another version is another address.
const DIGITS: usize = 16;

struct File {
    stem: &'static str,
    extension: &'static str,
    media_type: &'static str,
    content: &'static str,
}

const FILES: &[File] = &[
    File {
        stem: "style",
        extension: "css",
        media_type: "text/css; charset=utf-8",
        content: include_str!("../../../static/style.css"),
    },
    File {
        stem: "upload",
        extension: "js",
        media_type: "text/javascript; charset=utf-8",
        content: include_str!("../../../static/upload.js"),
    },
    File {
        stem: "preview",
        extension: "js",
        media_type: "text/javascript; charset=utf-8",
        content: include_str!("../../../static/preview.js"),
    },
    File {
        stem: "time",
        extension: "js",
        media_type: "text/javascript; charset=utf-8",
        content: include_str!("../../../static/time.js"),
    },
    File {
        stem: "icon",
        extension: "svg",
        media_type: "image/svg+xml",
        content: include_str!("../../../static/icon.svg"),
    },
];

/// Where a file is, such as `/static/style-0123456789abcdef.css`; the name is the one in the table.
pub(super) fn address(stem: &str) -> String {
    names()
        .iter()
        .find(|(_, file)| file.stem == stem)
        .map_or_else(String::new, |(name, _)| format!("/static/{name}"))
}

/// Answers with a file.
pub(super) async fn file(Path(name): Path<String>) -> Result<Response> {
    let (_, file) = names().iter().find(|(known, _)| *known == name).ok_or(Kind::NotFound)?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(file.media_type)),
        (CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, file.content).into_response())
}

fn names() -> &'static [(String, &'static File)] {
    static NAMES: OnceLock<Vec<(String, &'static File)>> = OnceLock::new();
    NAMES.get_or_init(|| FILES.iter().map(|file| (name(file), file)).collect())
}

fn name(file: &File) -> String {
    let mut digester = digest::Digester::default();
    digester.update(file.content.as_bytes());
    let digits: String = digester.finish().sha256.to_string().chars().take(DIGITS).collect();
    format!("{}-{digits}.{}", file.stem, file.extension)
}

#[cfg(test)]
mod tests {
    use super::{FILES, address};

    #[test]
    fn each_file_has_an_address() {
        for file in FILES {
            let address = address(file.stem);
            assert!(address.starts_with(&format!("/static/{}-", file.stem)), "{address}");
            assert!(address.ends_with(&format!(".{}", file.extension)), "{address}");
        }
        assert_eq!(address("nothing"), "");
    }
}

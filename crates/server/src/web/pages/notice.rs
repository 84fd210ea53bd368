//! What a change has led to, said once by the page that comes after it.

use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::Mac;
use serde::{Deserialize, Serialize};

use super::cookie;

/// The most characters of a notice; a longer one is cut.
const TEXT_LENGTH_MAX: usize = 400;

/// A sentence that stands above a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Notice {
    /// How it is meant.
    pub(super) tone: Tone,
    /// The sentence.
    pub(super) text: String,
}

/// How something is meant; never told by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Tone {
    /// Neither good nor bad.
    Plain,
    /// It is done.
    Good,
    /// It is worth a look.
    Warning,
    /// It went wrong, or cannot be undone.
    Bad,
}

impl Tone {
    /// The tone's class in the style sheet.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Warning => "warning",
            Self::Bad => "bad",
        }
    }
}

/// A notice as a cookie's value, sealed by the session: nobody else can put words on our pages.
pub(super) fn sealed(session: &str, notice: &Notice) -> String {
    let text = notice.text.chars().take(TEXT_LENGTH_MAX).collect();
    let written = serde_json::to_vec(&Notice { text, ..notice.clone() }).unwrap_or_default();
    let seal = super::seal(session, &written).finalize().into_bytes();
    format!("{}.{}", URL_SAFE_NO_PAD.encode(written), URL_SAFE_NO_PAD.encode(seal))
}

/// The notice of a request, if this session sealed it.
pub(super) fn read(headers: &HeaderMap, session: &str) -> Option<Notice> {
    let value = cookie::value(headers, cookie::NOTICE)?;
    unsealed(session, &value)
}

fn unsealed(session: &str, value: &str) -> Option<Notice> {
    let (written, seal) = value.split_once('.')?;
    let written = URL_SAFE_NO_PAD.decode(written).ok()?;
    let seal = URL_SAFE_NO_PAD.decode(seal).ok()?;
    super::seal(session, &written).verify_slice(&seal).ok()?;
    serde_json::from_slice(&written).ok()
}

#[cfg(test)]
mod tests {
    use super::{Notice, Tone, sealed, unsealed};

    #[test]
    fn only_what_the_session_sealed_is_said() {
        let notice = Notice { tone: Tone::Good, text: "„Jörg“ is added.".to_owned() };
        let value = sealed("session", &notice);
        assert!(value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{value}");
        assert_eq!(unsealed("session", &value), Some(notice.clone()));
        assert_eq!(unsealed("another", &value), None);
        let (written, seal) = value.split_once('.').unwrap();
        for wrong in
            ["", ".", written, &format!("{written}."), &format!("{written}.{written}"), &format!(".{seal}")]
        {
            assert_eq!(unsealed("session", wrong), None, "{wrong}");
        }
        let long = Notice { tone: Tone::Bad, text: "ß".repeat(1_000) };
        assert_eq!(unsealed("session", &sealed("session", &long)).unwrap().text.chars().count(), 400);
        assert!(sealed("session", &long).len() < 2_048, "it fits into a cookie");
    }
}

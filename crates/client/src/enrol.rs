//! Making a PC known to its server, which answers with a token in place of the password. See docs/reference/http.md.

use std::io::Read;
use std::time::Duration;

use catalog::device::{COMPUTER_NAME_LENGTH_MAX, DeviceToken, ENROLMENT_SIZE_MAX, Enrolled, Enrolment};
use url::Url;
use uuid::Uuid;

use crate::server::ServerError;
use crate::web::{SignIn, Web};

/// How long enrolling may take in all.
pub const ENROLMENT_TIME_MAX: Duration = Duration::from_secs(60);

/// What a computer without a name is called.
const NAMELESS: &str = "?";

/// Makes this PC known; `None` if the server gives no tokens, as older servers and other web servers.
///
/// # Errors
/// [`ServerError`]; [`ServerError::SignInRefused`] if the password is wrong.
pub(crate) fn enrol(
    web: &Web,
    url: &Url,
    sign_in: &SignIn,
    device: Uuid,
    computer_name: &str,
) -> Result<Option<DeviceToken>, ServerError> {
    let enrolment = Enrolment { device, computer_name: presentable(computer_name) };
    let json =
        serde_json::to_vec(&enrolment).map_err(|error| ServerError::Broken { detail: error.to_string() })?;
    let answer = web.post(url, &json, Some(sign_in), ENROLMENT_TIME_MAX)?;
    if !answer.status().is_success() {
        return Ok(None);
    }
    let mut body = Vec::new();
    let mut reader = answer.into_body().into_reader().take(ENROLMENT_SIZE_MAX as u64);
    // A body that breaks off is no token, and the password serves for now.
    let _ = reader.read_to_end(&mut body);
    Ok(serde_json::from_slice::<Enrolled>(&body).ok().map(|enrolled| enrolled.token))
}

/// A computer's name as the server takes it: on one line, not too long, and never empty.
pub(crate) fn presentable(computer_name: &str) -> String {
    let name: String = computer_name
        .trim()
        .chars()
        .filter(|letter| !letter.is_control())
        .take(COMPUTER_NAME_LENGTH_MAX)
        .collect();
    if name.is_empty() { NAMELESS.to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use catalog::device::{COMPUTER_NAME_LENGTH_MAX, judge_computer_name};

    use super::presentable;

    #[test]
    fn a_computers_name_is_one_that_the_server_takes() {
        let check = |name: &str, expected: &str| {
            assert_eq!(presentable(name), expected, "{name:?}");
            assert_eq!(judge_computer_name(expected), Ok(()));
        };
        check("PC-7", "PC-7");
        check(" Jörgs\u{7} Büro\n", "Jörgs Büro");
        check("", "?");
        check(&"ä".repeat(1_000), &"ä".repeat(COMPUTER_NAME_LENGTH_MAX));
    }
}

//! The two questions to the server, as forms, and what it answers in JSON. See docs/reference/http.md.

use std::io::Read;

use catalog::device_authorization::{
    CLIENT_ID, DeviceAuthorization, FORM_SIZE_MAX, GRANT_TYPE, GrantedToken, Refusal, Refused,
};
use serde::de::DeserializeOwned;
use ureq::Body;
use ureq::http::{Response, StatusCode};
use url::Url;
use url::form_urlencoded::Serializer;
use uuid::Uuid;

use super::{BrowserSignInError, QUESTION_TIME_MAX};
use crate::http::broken;
use crate::server::ServerError;
use crate::sign_in::SignInError;
use crate::web::Web;

/// What a server answers to the question for the token.
pub(super) enum Answer {
    /// The token.
    Granted(GrantedToken),
    /// Why there is none, or none yet.
    Refused(Refusal),
    /// Something else.
    Nonsense,
}

/// Asks for a code with which a person can consent.
pub(super) fn ask(
    web: &Web,
    url: &Url,
    device: Uuid,
    computer_name: &str,
) -> Result<DeviceAuthorization, SignInError> {
    let device = device.to_string();
    let form = form(&[("client_id", CLIENT_ID), ("device", &device), ("computer_name", computer_name)]);
    let answer = web.post_form(url, &form, QUESTION_TIME_MAX)?;
    match answer.status() {
        // A page that is there for whatever is asked is no answer.
        StatusCode::OK => Ok(read(answer)?.ok_or(BrowserSignInError::NotOffered)?),
        StatusCode::BAD_REQUEST => Err(match read::<Refused>(answer)? {
            Some(Refused { error: Refusal::TemporarilyUnavailable }) => {
                ServerError::Busy { retry_after: None }.into()
            }
            _ => BrowserSignInError::NotUnderstood.into(),
        }),
        _ => Err(BrowserSignInError::NotOffered.into()),
    }
}

/// Asks for the token.
pub(super) fn ask_for_token(web: &Web, url: &Url, device_code: &str) -> Result<Answer, ServerError> {
    let form = form(&[("grant_type", GRANT_TYPE), ("device_code", device_code), ("client_id", CLIENT_ID)]);
    let answer = web.post_form(url, &form, QUESTION_TIME_MAX)?;
    let known = match answer.status() {
        StatusCode::OK => read(answer)?.map(Answer::Granted),
        _ => read(answer)?.map(|Refused { error }| Answer::Refused(error)),
    };
    Ok(known.unwrap_or(Answer::Nonsense))
}

fn form(fields: &[(&str, &str)]) -> String {
    Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// Reads an answer; `None` if it is another one, or too long.
///
/// # Errors
/// [`ServerError::Broken`] if the connection broke off.
fn read<T: DeserializeOwned>(answer: Response<Body>) -> Result<Option<T>, ServerError> {
    let mut body = Vec::new();
    let mut reader = answer.into_body().into_reader().take(FORM_SIZE_MAX as u64);
    reader.read_to_end(&mut body).map_err(|error| broken(&error))?;
    Ok(serde_json::from_slice(&body).ok())
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn a_form_is_as_the_standard_has_it() {
        let written = form(&[("grant_type", "urn:ietf:params"), ("computer_name", "Jörg & Co=1")]);
        assert_eq!(written, "grant_type=urn%3Aietf%3Aparams&computer_name=J%C3%B6rg+%26+Co%3D1");
    }
}

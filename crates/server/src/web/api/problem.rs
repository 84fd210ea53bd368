//! Errors as programs read them. Source: RFC 9457, "Problem Details for HTTP APIs".

use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, Method, StatusCode};
use serde::Serialize;
use text::{Explain, Language, Message, message};
use utoipa::ToSchema;

use crate::error::Error;

/// The media type of a problem.
pub(in crate::web) const PROBLEM_JSON: &str = "application/problem+json";
/// What each path of the API begins with.
const API_PATH: &str = "/api/";
/// What a client posts to by its password or its device's token. Clients read errors as plain text.
const PATHS_OF_CLIENTS: [&str; 3] = ["/api/v1/devices", "/api/v1/check-ins", "/api/v1/reports"];
/// What the type of each problem begins with.
const TYPE_PREFIX: &str = "/problems/";

/// What went wrong, for a program and for the person behind it.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct Problem {
    /// Which problem it is: `/problems/` and a name that stays the same, whatever the language.
    #[serde(rename = "type")]
    #[schema(max_length = 128, example = "/problems/name-taken")]
    kind: String,
    /// What kind of problem it is, in a few words.
    #[schema(max_length = 256)]
    title: String,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// The thing, the reason and the way out, in the language that `Accept-Language` prefers.
    detail: String,
    /// Which parts of the request it is about, where that is known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 1)]
    errors: Vec<Part>,
}

/// A part of a request that has a problem.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct Part {
    /// Where in the body's JSON, such as `#/name`. Source: RFC 6901, section 6.
    pointer: String,
    /// What is wrong there.
    detail: String,
}

impl Problem {
    /// Says an error in a language.
    pub(in crate::web) fn new(error: &Error, status: StatusCode, language: Language) -> Self {
        let message = error.message();
        let detail = message.say(language);
        let part = |pointer: &str| Part { pointer: format!("#{pointer}"), detail: detail.clone() };
        Self {
            kind: kind(message.id()),
            title: title(status).say(language),
            status: status.as_u16(),
            errors: error.pointer().map(part).into_iter().collect(),
            detail,
        }
    }

    /// The problem's JSON.
    pub(in crate::web) fn to_json(&self) -> String {
        // What has only texts and numbers can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Whether an error is answered as a problem: everywhere in the API, but to clients only if they ask for it.
pub(in crate::web) fn is_wanted(method: &Method, path: &str, headers: &HeaderMap) -> bool {
    let is_of_client = method == Method::POST && PATHS_OF_CLIENTS.contains(&path);
    path.starts_with(API_PATH) && (!is_of_client || accepts_problem(headers))
}

fn accepts_problem(headers: &HeaderMap) -> bool {
    let values = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let mut types = values.flat_map(|value| value.split(',')).filter_map(|range| range.split(';').next());
    types.any(|media_type| {
        let media_type = media_type.trim();
        media_type.eq_ignore_ascii_case(PROBLEM_JSON) || media_type.eq_ignore_ascii_case("application/json")
    })
}

/// The sentence's id without the word that all errors' ids begin with.
fn kind(id: &str) -> String {
    format!("{TYPE_PREFIX}{}", id.strip_prefix("error-").unwrap_or(id))
}

fn title(status: StatusCode) -> Message {
    match status.as_u16() {
        401 => message!("problem-sign-in"),
        403 => message!("problem-forbidden"),
        404 => message!("problem-not-found"),
        405 => message!("problem-method"),
        408 => message!("problem-late"),
        409 => message!("problem-conflict"),
        412 => message!("problem-changed"),
        413 | 414 => message!("problem-too-large"),
        415 => message!("problem-media-type"),
        428 => message!("problem-precondition"),
        429 => message!("problem-too-often"),
        503 => message!("problem-busy"),
        500..=599 => message!("problem-server"),
        _ => message!("problem-request"),
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, Method, StatusCode};
    use text::Language::{English, German};

    use super::{Problem, is_wanted};
    use crate::error::{Error, Kind};

    #[test]
    fn programs_get_problems_and_clients_plain_text() {
        let check = |method: Method, path: &str, accept: Option<&str>, expected: bool| {
            let accept = accept.map(|accept| ("accept".parse().unwrap(), accept.parse().unwrap()));
            let headers: HeaderMap = accept.into_iter().collect();
            assert_eq!(is_wanted(&method, path, &headers), expected, "{method} {path} {headers:?}");
        };
        check(Method::GET, "/api/v1/groups", None, true);
        check(Method::GET, "/api/v1/groups", Some("text/plain"), true);
        check(Method::GET, "/api/nothing", None, true);
        check(Method::GET, "/api/v1/devices", None, true);
        check(Method::GET, "/ajax/updater/update.xml", Some("application/json"), false);
        check(Method::GET, "/apiary", None, false);
        for path in ["/api/v1/devices", "/api/v1/check-ins", "/api/v1/reports"] {
            check(Method::POST, path, None, false);
            check(Method::POST, path, Some("*/*"), false);
            check(Method::POST, path, Some("application/json"), true);
            check(Method::POST, path, Some("text/html, application/problem+json;q=0.5"), true);
            check(Method::PUT, path, None, true);
        }
    }

    #[test]
    fn a_problem_names_itself_the_same_in_every_language() {
        let error = Error::from(Kind::NameTaken("anna".to_owned())).at("/name");
        let say = |language| {
            let problem = Problem::new(&error, StatusCode::CONFLICT, language);
            serde_json::from_str::<serde_json::Value>(&problem.to_json()).unwrap()
        };
        let (english, german) = (say(English), say(German));
        assert_eq!(english["type"], "/problems/name-taken");
        assert_eq!(english["type"], german["type"]);
        assert_eq!(english["status"], 409);
        assert_eq!(english["errors"][0]["pointer"], "#/name");
        assert_eq!(english["errors"][0]["detail"], english["detail"]);
        assert_ne!(english["title"], german["title"]);
        assert_ne!(english["detail"], german["detail"]);
    }
}

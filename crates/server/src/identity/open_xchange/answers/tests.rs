//! Examples of answers, honest and other ones.

use serde::Deserialize;

use super::{Fault, SESSION_LENGTH_MAX, SignIn, Unanswered, data, is_of_the_api, sign_in};
use crate::identity::source::SourceError;
use crate::outgoing::exchange::Answer;

fn answer(status: u16, body: &str) -> Answer {
    Answer { status, headers: Vec::new(), body: body.as_bytes().to_vec() }
}

/// What a sign-in came to, in a word, with the session that is to be ended behind it.
fn word(read: &SignIn) -> String {
    match read {
        SignIn::Begun(begun) => {
            let locale = begun.locale.as_deref().unwrap_or("none");
            format!("begun {} {}/{} {locale}", begun.session.as_str(), begun.context_id, begun.user_id)
        }
        SignIn::Wrong => "wrong".to_owned(),
        SignIn::Failed(error, session) => {
            let session = session.as_ref().map(|session| format!(" {}", session.as_str()));
            format!("{}{}", kind(error), session.unwrap_or_default())
        }
    }
}

fn kind(error: &SourceError) -> &'static str {
    match error {
        SourceError::Failing(_) => "failing",
        SourceError::NotUnderstood(_) => "not understood",
        SourceError::Refused(_) => "refused",
        _ => "other",
    }
}

#[test]
fn a_session_is_believed_when_it_is_whole() {
    let check =
        |body: &str, expected: &str| assert_eq!(word(&sign_in(&answer(200, body))), expected, "{body}");
    check(
        r#"{"session":"e530578b","user":"anna","user_id":4,"context_id":1,"locale":"de_DE"}"#,
        "begun e530578b 1/4 de_DE",
    );
    check(
        r#"{"session":"e5","random":"ac","user_id":4,"context_id":10,"rampup":{"a":[1]}}"#,
        "begun e5 10/4 none",
    );
    check(r#"{"session":"e5","user_id":4,"context_id":1,"locale":null,"error":null}"#, "begun e5 1/4 none");
    check(r#"{"session":"e5","user_id":4}"#, "not understood e5");
    check(r#"{"session":"e5","user_id":0,"context_id":1}"#, "not understood e5");
    check(r#"{"session":"e5","user_id":-4,"context_id":1}"#, "not understood e5");
    check(r#"{"session":"e5","user_id":"4","context_id":1}"#, "not understood e5");
    check(r#"{"session":"e5","user_id":4,"context_id":1,"user_id":5}"#, "not understood e5");
    check(r#"{"session":7,"user_id":4,"context_id":1}"#, "not understood");
    check(r#"{"session":"","user_id":4,"context_id":1}"#, "not understood");
    check(r#"{"session":"a b","user_id":4,"context_id":1}"#, "not understood");
    check(r#"{"session":"a&id=5","user_id":4,"context_id":1}"#, "not understood");
    let long = "a".repeat(SESSION_LENGTH_MAX + 1);
    check(&format!(r#"{{"session":"{long}","user_id":4,"context_id":1}}"#), "not understood");
}

#[test]
fn an_error_is_about_the_password_only_if_it_says_so() {
    let check = |code: &str, category: i64, word_of: &str, expected: &str| {
        let body = format!(
            r#"{{"error":"Said.","error_params":[],"categories":"{word_of}","category":{category},"code":"{code}","error_id":"1-2"}}"#
        );
        assert_eq!(word(&sign_in(&answer(200, &body))), expected, "{body}");
    };
    check("LGI-0006", 1, "USER_INPUT", "wrong");
    check("LGN-0006", 1, "USER_INPUT", "wrong");
    check("LGI-0025", 1, "USER_INPUT", "wrong");
    check("LGI-0022", 1, "USER_INPUT", "wrong");
    check("LGI-0023", 1, "USER_INPUT", "wrong");
    check("XYZ-0001", 1, "USER_INPUT", "wrong");
    // Locked, expired, not active.
    check("LGI-0001", 3, "PERMISSION_DENIED", "wrong");
    check("LGI-0011", 3, "PERMISSION_DENIED", "wrong");
    check("LGI-0013", 3, "PERMISSION_DENIED", "wrong");
    // Not about this person.
    check("LGI-0014", 3, "PERMISSION_DENIED", "refused");
    check("LGI-0024", 3, "PERMISSION_DENIED", "refused");
    check("LGI-0026", 3, "PERMISSION_DENIED", "not understood");
    check("LGI-0027", 4, "TRY_AGAIN", "not understood");
    check("LGI-0016", 1, "USER_INPUT", "refused");
    check("LGI-0021", 1, "USER_INPUT", "refused");
    check("XYZ-0001", 3, "PERMISSION_DENIED", "refused");
    // In trouble.
    check("LGI-0002", 4, "TRY_AGAIN", "not understood");
    check("LGI-0003", 8, "ERROR", "failing");
    check("LGI-0005", 5, "SERVICE_DOWN", "failing");
    check("LGI-0009", 2, "CONFIGURATION", "failing");
    check("LGI-0010", 5, "SERVICE_DOWN", "failing");
    check("DBP-0001", 5, "SERVICE_DOWN", "failing");
    // Two things at once.
    check("LGI-0006", 5, "SERVICE_DOWN", "not understood");
    check("LGI-0006", 1, "SERVICE_DOWN", "not understood");
    check("LGI-0001", 5, "SERVICE_DOWN", "not understood");
    check("SVL-0002", 1, "USER_INPUT", "not understood");
}

#[test]
fn categories_are_read_in_all_their_forms() {
    let check = |said: &str, expected: &str| {
        let body = format!(r#"{{"error":"Said.","code":"LGI-0006"{said}}}"#);
        assert_eq!(word(&sign_in(&answer(200, &body))), expected, "{body}");
    };
    check(r#","category":1"#, "wrong");
    check(r#","categories":"USER_INPUT""#, "wrong");
    check(r#","categories":["USER_INPUT","WARNING"]"#, "wrong");
    check(r#","categories":["USER_INPUT"],"category":1"#, "wrong");
    check(r#","categories":[],"category":1"#, "wrong");
    check("", "not understood");
    check(r#","category":"1""#, "not understood");
    check(r#","categories":7"#, "not understood");
    let without_a_code = r#"{"error":"Invalid credentials.","category":1}"#;
    assert_eq!(word(&sign_in(&answer(200, without_a_code))), "wrong");
}

#[test]
fn what_makes_no_sense_is_no_word_about_a_password() {
    let check = |status: u16, body: &str, expected: &str| {
        assert_eq!(word(&sign_in(&answer(status, body))), expected, "{status} {body}");
    };
    let wrong = r#"{"error":"Invalid credentials.","code":"LGI-0006","category":1}"#;
    let right = r#"{"session":"e5","user_id":4,"context_id":1}"#;
    check(200, "<html><body>Sign in</body></html>", "not understood");
    check(200, "", "not understood");
    check(200, "null", "not understood");
    check(200, "[]", "not understood");
    check(200, "{}", "not understood");
    check(200, &wrong[..wrong.len() - 1], "not understood");
    check(200, &right[..right.len() - 1], "not understood e5");
    check(200, &format!("{wrong}{wrong}"), "not understood");
    check(
        200,
        r#"{"session":"e5","user_id":4,"context_id":1,"error":"No.","code":"LGI-0006","category":1}"#,
        "not understood e5",
    );
    check(200, r#"{"error":{"a":1},"code":"LGI-0006","category":1}"#, "not understood");
    check(200, r#"{"error":"a","error":"b","code":"LGI-0006","category":1}"#, "not understood");
    check(302, wrong, "not understood");
    check(404, wrong, "not understood");
    check(401, wrong, "refused");
    check(403, wrong, "refused");
    check(429, wrong, "failing");
    check(500, wrong, "failing");
    check(503, "", "failing");
    check(201, right, "not understood e5");
}

#[derive(Debug, Deserialize, PartialEq)]
struct Thing {
    id: u64,
}

#[test]
fn data_are_read_unless_there_is_an_error() {
    let check = |status: u16, body: &str, expected: Result<u64, &str>| {
        let read = data::<Thing>(&answer(status, body));
        let read = read.map(|thing| thing.id).map_err(|unanswered| match unanswered {
            Unanswered::Fault(fault) => format!("fault {fault}"),
            Unanswered::Failed(error) => kind(&error).to_owned(),
        });
        assert_eq!(read, expected.map_err(str::to_owned), "{status} {body}");
    };
    check(200, r#"{"data":{"id":4,"colour":"red"},"timestamp":1}"#, Ok(4));
    check(200, r#"{"data":{"id":4},"error":"Mind.","code":"CON-0001","category":13}"#, Ok(4));
    check(200, r#"{"data":{"id":4},"error":"No.","code":"CON-0001","category":8}"#, Err("fault CON-0001"));
    check(200, r#"{"error":"No.","code":"SES-0203","category":4}"#, Err("fault SES-0203"));
    check(200, r#"{"error":"No.","code":"<b>anna</b>","category":4}"#, Err("fault an error without a code"));
    check(200, r#"{"data":null}"#, Err("not understood"));
    check(200, r#"{"data":[]}"#, Err("not understood"));
    check(200, r#"{"data":{"id":"4"}}"#, Err("not understood"));
    check(200, r#"{"timestamp":1}"#, Err("not understood"));
    check(502, r#"{"data":{"id":4}}"#, Err("failing"));
}

#[test]
fn a_probe_wants_an_error_of_this_api() {
    let check = |status: u16, body: &str, expected: Result<(), &str>| {
        let said = is_of_the_api(&answer(status, body)).map_err(|error| kind(&error));
        assert_eq!(said, expected, "{status} {body}");
    };
    check(200, r#"{"error":"Missing.","code":"SVL-0002","category":1}"#, Ok(()));
    check(200, r#"{"error":"Wrong.","code":"LGI-0006","category":1}"#, Ok(()));
    check(200, r#"{"error":"Denied.","code":"LGI-0014","category":3}"#, Err("refused"));
    check(200, r#"{"error":"Down.","code":"LGI-0010","category":5}"#, Err("failing"));
    check(200, r#"{"error":"Missing."}"#, Err("not understood"));
    check(200, r#"{"session":"e5"}"#, Err("not understood"));
    check(200, "<html></html>", Err("not understood"));
    check(404, "", Err("not understood"));
    check(503, "", Err("failing"));
}

#[test]
fn what_an_answer_says_of_a_person_is_not_repeated() {
    let body = r#"{"session":"secret5","user_id":"anna","context_id":1}"#;
    let SignIn::Failed(error, _) = sign_in(&answer(200, body)) else { panic!("it is believed") };
    assert!(!error.to_string().contains("anna") && !error.to_string().contains("secret5"), "{error}");
    let body = r#"{"error":"Account anna is locked.","code":"LGI-0001","category":8}"#;
    let fault: Result<Thing, Unanswered> = data(&answer(200, body));
    let Err(Unanswered::Fault(fault)) = fault else { panic!("no fault") };
    assert_eq!(Fault::to_string(&fault), "LGI-0001");
}

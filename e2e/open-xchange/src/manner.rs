//! What a server does that is slow, broken or not honest.

use serde_json::{Value, json};

use crate::wire::Answer;

/// More bytes than anybody wants to read.
const HUGE: usize = 4 * 1024 * 1024;

/// What is done in the place of an honest answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manner {
    /// Says nothing until it is to do something else.
    Wait,
    /// An answer with this status and no body.
    Status(u16),
    /// Ends the connection without a word.
    HangUp,
    /// An honest answer of which the end is missing.
    Cut,
    /// A page for people, with status 200.
    Page,
    /// An honest answer of which the JSON ends in the middle.
    Truncated,
    /// An honest answer, and an error with it.
    AndAnError,
    /// An honest answer in which every number is a text.
    WrongTypes,
    /// An honest answer, and very much behind it.
    Huge,
    /// An honest answer that is about somebody else.
    SomebodyElse,
    /// Sends on to another address.
    SendOn(String),
    /// An error of the API: its code, its category by number and by word.
    Fault(&'static str, u8, &'static str),
}

impl Manner {
    /// The bytes that are sent; `None` for nothing at all.
    pub(crate) fn bytes(self, honest: impl FnOnce() -> Answer) -> Option<Vec<u8>> {
        Some(match self {
            Self::Wait | Self::HangUp => return None,
            Self::Status(status) => Answer::status(status).bytes(),
            Self::Cut => {
                let mut bytes = honest().bytes();
                bytes.truncate(bytes.len() - 10);
                bytes
            }
            Self::Page => {
                let page = "<!DOCTYPE html><html><body>Please sign in.</body></html>".to_owned();
                Answer { body: page, ..Answer::status(200) }.bytes()
            }
            Self::Truncated => {
                let mut answer = honest();
                answer.body.truncate(answer.body.len() - 1);
                answer.bytes()
            }
            Self::AndAnError => changed(honest(), |value| {
                value["error"] = json!("Invalid credentials.");
                value["code"] = json!("LGI-0006");
                value["category"] = json!(1);
            }),
            Self::WrongTypes => changed(honest(), texts),
            Self::Huge => {
                let mut answer = honest();
                answer.body.push_str(&" ".repeat(HUGE));
                answer.bytes()
            }
            Self::SomebodyElse => changed(honest(), |value| {
                value["data"]["id"] = json!(value["data"]["id"].as_u64().unwrap_or_default() + 1);
            }),
            Self::SendOn(to) => Answer::status(302).header("location", to).bytes(),
            Self::Fault(code, category, word) => fault(code, category, word).bytes(),
        })
    }
}

/// An error, as the chapter “Error handling” of the documentation has it.
pub(crate) fn fault(code: &str, category: u8, word: &str) -> Answer {
    Answer::json(&json!({
        "error": "This did not work.", "error_params": [], "categories": word, "category": category, "code": code,
        "error_id": "1872047011-17", "error_desc": "This did not work.",
    }))
}

fn changed(mut answer: Answer, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value = serde_json::from_str(&answer.body).unwrap_or_default();
    change(&mut value);
    answer.body = value.to_string();
    answer.bytes()
}

/// Makes texts of all numbers.
fn texts(value: &mut Value) {
    match value {
        Value::Number(number) => *value = Value::String(number.to_string()),
        Value::Array(values) => values.iter_mut().for_each(texts),
        Value::Object(members) => members.values_mut().for_each(texts),
        _ => {}
    }
}

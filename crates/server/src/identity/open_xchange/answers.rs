//! What Open-Xchange's answers mean, before anybody believes them. Pure.
//!
//! Source: the public documentation of Open-Xchange's HTTP API, chapters “Error handling” and “Login”, and its article “Login Rate Limiting”. An error comes with status 200 and
//! says its kind twice: as a number in `category`, and since App Suite 7 as a word in `categories`. What is no JSON object of the
//! documented shape, or says two things at once, is never a word about a password.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::identity::source::SourceError;
use crate::outgoing::exchange::Answer;

/// The most characters of a session's id.
pub(super) const SESSION_LENGTH_MAX: usize = 128;

/// A session's id. Whoever has it and the cookies is the person: it is shown nowhere.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Session(String);

impl Session {
    fn parse(written: &str) -> Option<Self> {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        let is_session = (1..=SESSION_LENGTH_MAX).contains(&written.len()) && written.bytes().all(is_allowed);
        is_session.then(|| Self(written.to_owned()))
    }

    /// As the API wants it in its queries.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A session that was begun, and whose it is.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Begun {
    /// The session.
    pub(super) session: Session,
    /// The user's number in its context.
    pub(super) user_id: u64,
    /// The context's number.
    pub(super) context_id: u64,
    /// The person's locale, if it was said.
    pub(super) locale: Option<String>,
}

/// What came of a sign-in.
#[derive(PartialEq, Eq)]
pub(super) enum SignIn {
    /// A session.
    Begun(Begun),
    /// Name or password are wrong, or the account may not sign in.
    Wrong,
    /// Nothing that can be believed; if there is a session all the same, it is to be ended.
    Failed(SourceError, Option<Session>),
}

/// Why a question about an account has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unanswered {
    /// An error as the API documents it.
    Fault(Fault),
    /// Something else.
    Failed(SourceError),
}

/// An error as the API documents it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// Such as `LGI-0006`; empty if none of this form was said.
    code: String,
    category: Category,
}

/// Kinds of errors, as far as they are told apart here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Category {
    /// What somebody typed, such as a wrong password.
    UserInput,
    /// Permissions, such as those of a locked account.
    Permission,
    /// It may work later, or something behind the API is away.
    Passing,
    /// No error: the answer holds all the same.
    Warning,
    /// All else, and what is said in two ways that differ.
    Other,
}

#[derive(Deserialize)]
struct Said {
    error: Option<String>,
    code: Option<String>,
    category: Option<i64>,
    categories: Option<Categories>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Categories {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
struct SignInAnswer {
    session: Option<String>,
    user_id: Option<u64>,
    context_id: Option<u64>,
    locale: Option<String>,
}

#[derive(Deserialize)]
struct Envelope<Data> {
    data: Option<Data>,
}

/// Reads the answer to a sign-in.
pub(super) fn sign_in(answer: &Answer) -> SignIn {
    match read_sign_in(answer) {
        Ok(Ok(begun)) => SignIn::Begun(begun),
        Ok(Err(fault)) => match fault.about_a_sign_in() {
            None => SignIn::Wrong,
            Some(error) => SignIn::Failed(error, None),
        },
        Err(error) => SignIn::Failed(error, session_in(&answer.body)),
    }
}

/// The session in what cannot be believed as a whole, such as JSON that is cut off: good enough for ending it.
fn session_in(body: &[u8]) -> Option<Session> {
    let (_, behind) = std::str::from_utf8(body).ok()?.split_once("\"session\"")?;
    let behind = behind.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    Session::parse(behind.split_once('"')?.0)
}

fn read_sign_in(answer: &Answer) -> Result<Result<Begun, Fault>, SourceError> {
    let fault = fault(answer)?;
    let read: SignInAnswer = json(&answer.body)?;
    match (read.session, fault) {
        (Some(_), Some(_)) => Err(not_understood("both a session and an error")),
        (None, Some(fault)) => Ok(Err(fault)),
        (None, None) => Err(not_understood("neither a session nor an error")),
        (Some(session), None) => {
            let session = Session::parse(&session).ok_or_else(|| not_understood("no usable session"))?;
            let number = |number: Option<u64>, what: &str| {
                number
                    .filter(|number| *number > 0)
                    .ok_or_else(|| not_understood(&format!("no usable {what}")))
            };
            let (user_id, context_id) =
                (number(read.user_id, "user_id")?, number(read.context_id, "context_id")?);
            Ok(Ok(Begun { session, user_id, context_id, locale: read.locale }))
        }
    }
}

/// Reads the answer to a question about an account.
pub(super) fn data<Data: DeserializeOwned>(answer: &Answer) -> Result<Data, Unanswered> {
    match fault(answer).map_err(Unanswered::Failed)? {
        Some(fault) if fault.category != Category::Warning => return Err(Unanswered::Fault(fault)),
        _ => {}
    }
    let envelope: Envelope<Data> = json(&answer.body).map_err(Unanswered::Failed)?;
    envelope.data.ok_or_else(|| Unanswered::Failed(not_understood("an answer without data")))
}

/// Whether an answer is one of this API, whatever it says.
pub(super) fn is_of_the_api(answer: &Answer) -> Result<(), SourceError> {
    match fault(answer)? {
        Some(fault) if !fault.code.is_empty() => match fault.about_a_sign_in() {
            Some(error @ (SourceError::Refused(_) | SourceError::Failing(_))) => Err(error),
            _ => Ok(()),
        },
        _ => Err(not_understood("no error as the HTTP API has them, although no name was given")),
    }
}

fn fault(answer: &Answer) -> Result<Option<Fault>, SourceError> {
    let status = answer.status;
    match status {
        200 => {}
        300..=399 => return Err(not_understood(&format!("status {status} sends on to another address"))),
        401 | 403 | 407 => return Err(SourceError::Refused(format!("status {status}"))),
        429 | 500..=599 => return Err(SourceError::Failing(format!("status {status}"))),
        _ => return Err(not_understood(&format!("status {status}"))),
    }
    let said: Said = json(&answer.body)?;
    Ok((said.error.is_some() || said.code.is_some()).then(|| Fault::of(&said)))
}

fn json<Value: DeserializeOwned>(body: &[u8]) -> Result<Value, SourceError> {
    serde_json::from_slice(body).map_err(|error| {
        // What it says of the text could repeat the text.
        let place = format!("line {}, column {}", error.line(), error.column());
        not_understood(&format!("no JSON as the HTTP API has it ({place})"))
    })
}

fn not_understood(what: &str) -> SourceError {
    SourceError::NotUnderstood(what.to_owned())
}

impl Fault {
    fn of(said: &Said) -> Self {
        let is_code = |code: &&String| {
            let (letters, digits) = code.split_once('-').unwrap_or_default();
            let is_word = |byte: u8| byte.is_ascii_uppercase() || byte == b'_';
            (1..=32).contains(&letters.len())
                && letters.bytes().all(is_word)
                && (1..=6).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        let by_number = said.category.map(Category::of_number);
        let by_word = match &said.categories {
            Some(Categories::One(word)) => Some(Category::of_word(word)),
            Some(Categories::Several(words)) => words.first().map(|word| Category::of_word(word)),
            None => None,
        };
        let category = match (by_number, by_word) {
            (Some(number), Some(word)) if number != word => Category::Other,
            (number, word) => word.or(number).unwrap_or(Category::Other),
        };
        Self { code: said.code.as_ref().filter(is_code).cloned().unwrap_or_default(), category }
    }

    /// What an error says about a sign-in: `None` for a wrong name or password and for an account that may not sign in.
    fn about_a_sign_in(&self) -> Option<SourceError> {
        let (prefix, number) = self.code.split_once('-').unwrap_or_default();
        let number: u32 = number.parse().unwrap_or_default();
        let is_login = prefix == "LGI" || prefix == "LGN";
        match (is_login, number, self.category) {
            // The account is locked, its password has expired, or it is not active.
            (true, 1 | 11 | 13, Category::Permission) => None,
            // The account is not ready yet, or its name was tried too often: nothing about the password, and nothing about others.
            (true, 2 | 26 | 27, _) => {
                Some(not_understood(&format!("{self}: this account cannot sign in now")))
            }
            // This server's name for itself is not welcome, sign-ins belong elsewhere, or the way in is closed.
            (true, 14 | 16 | 21 | 24, _) => Some(SourceError::Refused(self.to_string())),
            (true, 1 | 6 | 11 | 13 | 25, category) if category != Category::UserInput => {
                Some(not_understood(&format!("{self} of another category")))
            }
            // The question itself was not understood there.
            (false, _, Category::UserInput) if prefix == "SVL" => Some(not_understood(&self.to_string())),
            (_, _, Category::UserInput) => None,
            (_, _, Category::Permission) => Some(SourceError::Refused(self.to_string())),
            (_, _, Category::Passing | Category::Warning | Category::Other) => {
                Some(SourceError::Failing(self.to_string()))
            }
        }
    }

    /// What an error says where the person is known already.
    pub(super) fn about_a_question(&self) -> SourceError {
        match self.category {
            Category::Permission => SourceError::Refused(self.to_string()),
            _ => SourceError::Failing(self.to_string()),
        }
    }

    /// Whether the same question may be answered later.
    pub(super) fn is_passing(&self) -> bool {
        matches!(self.category, Category::Passing | Category::Other)
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(if self.code.is_empty() { "an error without a code" } else { &self.code })
    }
}

impl Category {
    fn of_number(number: i64) -> Self {
        match number {
            1 => Self::UserInput,
            3 => Self::Permission,
            4..=6 | 11 => Self::Passing,
            13 => Self::Warning,
            _ => Self::Other,
        }
    }

    fn of_word(word: &str) -> Self {
        match word {
            "USER_INPUT" => Self::UserInput,
            "PERMISSION_DENIED" | "PERMISSION" => Self::Permission,
            "TRY_AGAIN" | "SERVICE_DOWN" | "CONNECTIVITY" | "CAPACITY" => Self::Passing,
            "WARNING" => Self::Warning,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests;

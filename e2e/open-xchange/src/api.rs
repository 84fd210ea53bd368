//! What an honest server answers.
//!
//! Source: the public documentation of the HTTP API, its chapters “Login”, “Capabilities”, “User”, “Mailaccount” and “Error handling”: a session
//! is its id in the query, with the cookies that came with the sign-in, from the same program.

use serde_json::json;

use crate::manner::fault;
use crate::person::Person;
use crate::wire::{Answer, Asked};

/// The cookie that finds the machine that holds a session.
const ROUTE: &str = "JSESSIONID";

/// What a server knows.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) people: Vec<Person>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) begun: usize,
    pub(crate) secrets: Vec<String>,
}

/// A session.
pub(crate) struct Session {
    id: String,
    /// The name and the value of the cookie that goes with it.
    secret: (String, String),
    route: String,
    user_agent: String,
    context_id: u64,
    user_id: u64,
}

impl State {
    /// Answers honestly.
    pub(crate) fn answer(&mut self, asked: &Asked) -> Answer {
        match (asked.method.as_str(), asked.module.as_str(), asked.parameter("action")) {
            ("POST", "login", "login") => self.begin(asked),
            ("GET", "login", "logout") => self.end(asked),
            ("GET", "capabilities", "all") | ("GET", "user" | "account", "get") => self.tell(asked),
            (_, "login" | "capabilities" | "user" | "account", _) => fault("SVL-0001", 8, "ERROR"),
            _ => Answer::status(404),
        }
    }

    fn begin(&mut self, asked: &Asked) -> Answer {
        if !asked.parameter("password").is_empty() || !asked.parameter("name").is_empty() {
            return Answer::status(400);
        }
        let (name, password) = (asked.field("name"), asked.field("password"));
        if name.is_empty() || password.is_empty() {
            return fault("SVL-0002", 1, "USER_INPUT");
        }
        let found = self.people.iter().find(|person| person.is_called(name) && person.password == password);
        let Some(person) = found else { return fault("LGI-0006", 1, "USER_INPUT") };
        if person.is_locked {
            return fault("LGI-0001", 3, "PERMISSION_DENIED");
        }
        self.begun += 1;
        let number = self.begun;
        let session = Session {
            id: format!("5e551041{number:024x}"),
            secret: (format!("open-xchange-secret-H4sh{number}"), format!("5ec12e71{number:024x}")),
            route: format!("{:019}.OX{}", 6_883_138_728_830_405_130_u64 + number as u64, number % 2 + 1),
            user_agent: asked.header("user-agent").to_owned(),
            context_id: person.context_id,
            user_id: person.user_id,
        };
        let cookie = |name: &str, value: &str| format!("{name}={value}; Path=/; HttpOnly");
        let answer = Answer::json(&json!({
            "session": session.id, "user": name, "user_id": person.user_id, "context_id": person.context_id,
            "locale": person.locale,
        }))
        .header("set-cookie", cookie(ROUTE, &session.route))
        .header("set-cookie", cookie(&session.secret.0, &session.secret.1))
        .header("set-cookie", cookie("open-xchange-public-session-H4sh", &format!("9ab11c{number:026x}")));
        self.secrets.extend([session.id.clone(), session.secret.1.clone(), session.route.clone()]);
        self.sessions.push(session);
        answer
    }

    fn end(&mut self, asked: &Asked) -> Answer {
        match self.find(asked) {
            Some(place) => {
                self.sessions.remove(place);
                Answer::status(200)
            }
            None => Answer::status(403),
        }
    }

    fn tell(&self, asked: &Asked) -> Answer {
        let expired = || fault("SES-0203", 4, "TRY_AGAIN");
        let Some(session) = self.find(asked).and_then(|place| self.sessions.get(place)) else {
            return expired();
        };
        let of_session =
            |person: &&Person| (person.context_id, person.user_id) == (session.context_id, session.user_id);
        let Some(person) = self.people.iter().find(of_session) else { return expired() };
        match asked.module.as_str() {
            "capabilities" => {
                let all = person.capabilities.iter().map(|id| json!({"id": id, "attributes": {}}));
                Answer::json(&json!({"data": all.collect::<Vec<_>>(), "timestamp": 1_700_000_000_000_u64}))
            }
            "user" => user(person, asked.parameter("id")),
            _ => mail_account(person, asked.parameter("id")),
        }
    }

    /// The place of the session of a question, if all that belongs to it is there.
    fn find(&self, asked: &Asked) -> Option<usize> {
        self.sessions.iter().position(|session| {
            session.id == asked.parameter("session")
                && session.secret.1 == asked.cookie(&session.secret.0)
                && session.route == asked.cookie(ROUTE)
                && session.user_agent == asked.header("user-agent")
        })
    }
}

fn user(person: &Person, id: &str) -> Answer {
    if !id.is_empty() && id != person.user_id.to_string() {
        return fault("USR-0005", 3, "PERMISSION_DENIED");
    }
    let address = person.mail.as_ref().map(|mail| mail.address.as_str());
    Answer::json(&json!({"data": {
        "id": person.user_id, "display_name": person.display_name, "email1": address, "locale": person.locale,
        "timezone": "Europe/Berlin", "groups": [0, 1], "contact_id": 1, "folder_id": 6,
    }, "timestamp": 1_700_000_000_000_u64}))
}

fn mail_account(person: &Person, id: &str) -> Answer {
    match &person.mail {
        Some(mail) if id == "0" => Answer::json(&json!({"data": {
            "id": 0, "name": "E-Mail", "login": mail.address, "password": null, "primary_address": mail.address,
            "mail_url": format!("imaps://{}:993", mail.host), "mail_server": mail.host, "mail_port": 993,
            "mail_protocol": "imap", "mail_secure": true, "mail_starttls": false,
            "transport_url": format!("smtp://{}:587", mail.host), "transport_server": mail.host,
            "transport_port": 587, "transport_protocol": "smtp", "transport_secure": false,
            "transport_starttls": true, "transport_login": mail.address, "transport_auth": "mail",
        }})),
        _ => fault("ACC-0002", 3, "PERMISSION_DENIED"),
    }
}

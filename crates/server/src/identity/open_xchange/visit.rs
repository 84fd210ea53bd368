//! One visit: sign in, ask, sign out. What is begun is ended, whatever happens in between and whoever still waits for it.
//!
//! The API wants the session's id in the query of each question. So no address of a visit is logged or put into an error.

use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use tokio::sync::oneshot;
use url::Url;
use url::form_urlencoded::Serializer;

use super::account::{Capability, MailAccount, OWN_MAIL_ACCOUNT, User, account};
use super::answers::{self, Begun, Session, SignIn, Unanswered};
use super::cookies::Cookies;
use crate::identity::source::{SourceError, Verdict};
use crate::model::name::Name;
use crate::model::source::{PermissionMapping, SourceAccount, SourceName};
use crate::outgoing::OutgoingError;
use crate::outgoing::exchange::{Answer, Exchange, Question};

/// What this server calls itself, for Open-Xchange's own statistics and permissions of clients.
pub(super) const CLIENT: &str = "oxupdated";
/// How often the end of a session is asked for until it is heard.
pub(super) const SIGN_OUT_TRIES: usize = 2;

/// What a visit needs of its source.
#[derive(Debug, Clone)]
pub(super) struct Host {
    pub(super) source: SourceName,
    pub(super) root: Url,
    pub(super) exchange: Exchange,
    pub(super) time_limit: Duration,
    pub(super) mapping: PermissionMapping,
}

/// One visit.
pub(super) struct Visit {
    host: Host,
    cookies: Cookies,
}

impl Visit {
    pub(super) fn new(host: Host) -> Self {
        Self { host, cookies: Cookies::default() }
    }

    /// Signs in, asks and tells what came of it; then signs out.
    pub(super) async fn run(
        mut self,
        name: Name,
        password: String,
        tell: oneshot::Sender<Result<Verdict, SourceError>>,
    ) {
        let patience_ends_at = Instant::now() + self.host.time_limit;
        let (session, said) = match self.sign_in(&name, &password).await {
            SignIn::Begun(begun) => {
                let session = begun.session.clone();
                let is_waited_for = || !tell.is_closed() && Instant::now() < patience_ends_at;
                let found = self.account(&name, &begun, is_waited_for).await;
                (Some(session), found.map(|found| Verdict::Accepted(Box::new(found))))
            }
            SignIn::Wrong => (None, Ok(Verdict::Wrong)),
            SignIn::Failed(error, session) => (session, Err(error)),
        };
        // Nobody may be waiting any more; the session is ended all the same.
        let _ = tell.send(said);
        if let Some(session) = session {
            self.sign_out(&session).await;
        }
    }

    /// Whether this is Open-Xchange at all: it is asked to sign nobody in.
    pub(super) async fn probe(mut self) -> Result<(), SourceError> {
        let form = [("client", CLIENT), ("version", env!("CARGO_PKG_VERSION"))];
        let answer = self.post("login", "login", &form).await?;
        answers::is_of_the_api(&answer)
    }

    async fn sign_in(&mut self, name: &Name, password: &str) -> SignIn {
        let form = [
            ("name", name.as_str()),
            ("password", password),
            ("client", CLIENT),
            ("version", env!("CARGO_PKG_VERSION")),
            ("autologin", "false"),
        ];
        match self.post("login", "login", &form).await {
            Ok(answer) => answers::sign_in(&answer),
            Err(error) => SignIn::Failed(error, None),
        }
    }

    async fn account(
        &mut self,
        name: &Name,
        begun: &Begun,
        is_waited_for: impl Fn() -> bool,
    ) -> Result<SourceAccount, SourceError> {
        let still = || if is_waited_for() { Ok(()) } else { Err(SourceError::Late) };
        let failed = |unanswered| match unanswered {
            Unanswered::Fault(fault) => fault.about_a_question(),
            Unanswered::Failed(error) => error,
        };
        still()?;
        let asked = self.ask::<Vec<Capability>>("capabilities", &[("action", "all")], &begun.session).await;
        let capabilities = asked.map_err(failed)?;
        still()?;
        let id = begun.user_id.to_string();
        let asked = self.ask::<User>("user", &[("action", "get"), ("id", &id)], &begun.session).await;
        let user = asked.map_err(failed)?;
        still()?;
        let id = OWN_MAIL_ACCOUNT.to_string();
        let asked = self.ask("account", &[("action", "get"), ("id", &id)], &begun.session).await;
        let mail: Option<MailAccount> = match asked {
            Ok(mail) => Some(mail),
            // Not everybody has mail, and then the API says no.
            Err(Unanswered::Fault(fault)) if !fault.is_passing() => None,
            Err(unanswered) => return Err(failed(unanswered)),
        };
        account(name, begun, &capabilities, user, mail, &self.host.mapping)
    }

    async fn sign_out(&mut self, session: &Session) {
        for _ in 0..SIGN_OUT_TRIES {
            let url = self.address("login", &[("action", "logout"), ("session", session.as_str())]);
            match self.send("GET", url, Vec::new()).await {
                Ok(answer) if answer.status < 500 => return,
                _ => {}
            }
        }
        tracing::warn!(source = %self.host.source, "a session at Open-Xchange could not be ended; it ends by itself later");
    }

    async fn ask<Data: DeserializeOwned>(
        &mut self,
        module: &str,
        query: &[(&str, &str)],
        session: &Session,
    ) -> Result<Data, Unanswered> {
        let query = [query, &[("session", session.as_str())]].concat();
        let url = self.address(module, &query);
        let answer = self.send("GET", url, Vec::new()).await.map_err(Unanswered::Failed)?;
        answers::data(&answer)
    }

    async fn post(
        &mut self,
        module: &str,
        action: &str,
        form: &[(&str, &str)],
    ) -> Result<Answer, SourceError> {
        let body = Serializer::new(String::new()).extend_pairs(form).finish();
        let url = self.address(module, &[("action", action)]);
        self.send("POST", url, body.into_bytes()).await
    }

    /// The address of a module. The root may end in a slash.
    fn address(&self, module: &str, query: &[(&str, &str)]) -> Url {
        let mut url = self.host.root.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().push(module);
        }
        url.query_pairs_mut().extend_pairs(query);
        url
    }

    async fn send(&mut self, method: &str, url: Url, body: Vec<u8>) -> Result<Answer, SourceError> {
        let mut headers = vec![("accept".to_owned(), "application/json, text/javascript".to_owned())];
        if method == "POST" {
            let form = "application/x-www-form-urlencoded;charset=UTF-8";
            headers.push(("content-type".to_owned(), form.to_owned()));
        }
        headers.extend(self.cookies.header());
        let question = Question { method: method.to_owned(), url, headers, body };
        let answer = self.host.exchange.send(question).await.map_err(|error| trouble(&error))?;
        self.cookies.take(&answer.headers);
        Ok(answer)
    }
}

/// What a failed question means. Nothing of the question itself is repeated: a session could be in it.
fn trouble(error: &OutgoingError) -> SourceError {
    match error {
        OutgoingError::Late { .. } => SourceError::Late,
        OutgoingError::NotReached { detail, .. } | OutgoingError::Certificate { detail, .. } => {
            let is_plain = !detail.contains(['?', '=', '&']);
            SourceError::NotReached(if is_plain { detail.clone() } else { "no connection".to_owned() })
        }
        OutgoingError::TooLarge { size_max } => {
            SourceError::NotUnderstood(format!("an answer of more than {size_max} bytes"))
        }
        OutgoingError::NotUnderstood { .. } | OutgoingError::Packed { .. } => {
            SourceError::NotUnderstood("no HTTP".to_owned())
        }
        OutgoingError::Cut { .. } => SourceError::NotReached("the connection ended too early".to_owned()),
        _ => SourceError::NotReached("no connection".to_owned()),
    }
}

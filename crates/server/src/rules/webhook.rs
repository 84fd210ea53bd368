//! What webhooks are told, how it is signed, and when it is tried again.

use catalog::report::{OutcomeKind, Report};
use catalog::{Digests, Product};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::Sha256;
use text::{Explain, Message, message};
use uuid::Uuid;

use super::destination::{Destination, DestinationError};
use crate::model::package::ID_LENGTH;
use crate::model::permission::Permissions;
use crate::model::webhook::{
    DeliveryLine, DeliveryState, Due, Event, EventKind, Secret, Settled, WebhookStanding,
};

/// The most webhooks.
pub(crate) const WEBHOOKS_MAX: usize = 20;
/// The most deliveries that wait for one webhook; what happens then is not told.
pub(crate) const WAITING_MAX: u32 = 1_000;
/// How often a delivery is tried.
pub(crate) const ATTEMPTS_MAX: u32 = 10;
/// How long after the event it is tried, in seconds.
pub(crate) const AGE_MAX: i64 = 24 * 60 * 60;
/// How many deliveries may be given up one after another before the webhook is called no more.
pub(crate) const FAILURES_MAX: u32 = 5;
/// How many deliveries that are done with are kept of each webhook.
pub(crate) const DONE_KEPT_MAX: u32 = 50;
/// How long after the first attempt the second comes, in seconds; each pause is twice the one before.
pub(crate) const PAUSE_MIN: i64 = 30;

/// What the name of the secret begins with, so that it is known where it is found.
pub(crate) const SECRET_PREFIX: &str = "oxw1_";

/// Why a webhook cannot be as it is written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum WebhookError {
    /// The address may not be asked.
    Destination(DestinationError),
    /// There is no such event.
    EventUnknown(String),
    /// It would be told of nothing.
    EventMissing,
    /// There is a webhook with this address.
    Known(String),
    /// There are [`WEBHOOKS_MAX`] already.
    TooMany,
    /// There is no webhook of this number or address.
    Unknown(String),
}

/// Reads the names of events.
///
/// # Errors
/// [`WebhookError`] if one of them is none, or there is none.
pub(crate) fn events(written: &[String]) -> Result<Vec<EventKind>, WebhookError> {
    let read = |name: &String| {
        EventKind::parse(name.trim())
            .ok_or_else(|| WebhookError::EventUnknown(name.chars().take(100).collect()))
    };
    let mut events: Vec<EventKind> = written.iter().map(read).collect::<Result<_, _>>()?;
    events.sort_unstable();
    events.dedup();
    if events.is_empty() { Err(WebhookError::EventMissing) } else { Ok(events) }
}

/// Whether an outcome is one that webhooks are told of: the install came to nothing, and not because of what goes on at the PC just then.
pub(crate) fn is_failure(outcome: OutcomeKind) -> bool {
    matches!(outcome, OutcomeKind::Failed | OutcomeKind::NotReallyInstalled | OutcomeKind::VerificationFailed)
}

/// That a package is offered from now on.
pub(crate) fn package_published(
    id: Uuid,
    at: Timestamp,
    product: &Product,
    digests: &Digests,
    required: &Permissions,
) -> Event {
    let sha256 = digests.sha256.to_string();
    let data = json!({
        "package": sha256.get(..ID_LENGTH),
        "name": product.name,
        "version": product.version.as_str(),
        "platform": product.platform.map(catalog::Platform::as_str),
        "upgrade_code": product.upgrade_code.to_string(),
        "importance": product.importance.to_string(),
        "requires_permissions": required.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "size": digests.size,
        "sha256": sha256,
    });
    event(id, EventKind::PackagePublished, at, &data)
}

/// That an install came to nothing. The person is not named: who may know it finds the device on the server.
pub(crate) fn install_failed(id: Uuid, at: Timestamp, report: &Report) -> Event {
    let data = json!({
        "report": report.id.to_string(),
        "device": report.device.to_string(),
        "product": report.product,
        "upgrade_code": report.upgrade_code.to_string(),
        "platform": report.platform.map(catalog::Platform::as_str),
        "from_version": report.from_version.as_ref().map(ToString::to_string),
        "to_version": report.to_version.as_str(),
        "outcome": report.outcome.as_str(),
        "exit_code": report.exit_code,
    });
    event(id, EventKind::InstallFailed, at, &data)
}

/// That somebody tries the webhook out.
pub(crate) fn test(id: Uuid, at: Timestamp) -> Event {
    event(id, EventKind::Test, at, &json!({}))
}

fn event(id: Uuid, kind: EventKind, at: Timestamp, data: &Value) -> Event {
    let at = Timestamp::from_second(at.as_second()).unwrap_or(at);
    let body = json!({ "id": id.to_string(), "event": kind.as_str(), "at": at.to_string(), "data": data });
    Event { id, kind, body: body.to_string() }
}

/// The value of `OX-Updater-Signature`: when it was signed, in seconds since 1970, and the HMAC-SHA-256 of that, a full stop and the body.
pub(crate) fn signature(secret: &Secret, at: i64, body: &str) -> String {
    let signed = format!("{at}.{body}");
    // A key of any length will do.
    let digest = Hmac::<Sha256>::new_from_slice(secret.as_str().as_bytes())
        .map(|mac| mac.chain_update(signed.as_bytes()).finalize().into_bytes());
    let digits: String =
        digest.map(|digest| digest.iter().map(|byte| format!("{byte:02x}")).collect()).unwrap_or_default();
    format!("t={at},v1={digits}")
}

/// The headers of a delivery.
pub(crate) fn headers(due: &Due, at: i64) -> [(&'static str, String); 3] {
    [
        ("OX-Updater-Event", due.event.clone()),
        ("OX-Updater-Delivery", due.event_id.clone()),
        ("OX-Updater-Signature", signature(&due.secret, at, &due.body)),
    ]
}

/// What came of calling a webhook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Called {
    /// It answered with a status.
    Answered(u16),
    /// It did not, and why.
    Failed(&'static str),
}

impl Called {
    /// Whether the webhook has taken it.
    pub(crate) fn is_taken(self) -> bool {
        matches!(self, Self::Answered(200..=299))
    }

    /// Whether the webhook says that it is gone for good.
    fn is_gone(self) -> bool {
        self == Self::Answered(410)
    }
}

/// Judges an attempt, which was made `now`. `chance` is any number: who failed together does not come again together.
pub(crate) fn settle(due: &Due, called: Called, now: i64, chance: u32) -> Settled {
    let (status, problem) = match called {
        Called::Answered(status) => (Some(status), None),
        Called::Failed(problem) => (None, Some(problem)),
    };
    let next_at = now.saturating_add(pause(due.attempts, chance));
    let is_over = due.attempts.saturating_add(1) >= ATTEMPTS_MAX || next_at - due.created_at > AGE_MAX;
    let state = if called.is_taken() {
        DeliveryState::Delivered
    } else if called.is_gone() || is_over {
        DeliveryState::GivenUp
    } else {
        DeliveryState::Waiting
    };
    Settled { state, next_at, status, problem }
}

/// Whether a delivery waited so long that nobody wants to be told any more: the server was not running.
pub(crate) fn is_too_old(due: &Due, now: i64) -> bool {
    now - due.created_at > AGE_MAX
}

/// How a webhook stands after an attempt, with how many deliveries given up before it one after another.
pub(crate) fn standing_after(called: Called, state: DeliveryState, failures: u32) -> (WebhookStanding, u32) {
    match state {
        DeliveryState::Delivered => (WebhookStanding::Enabled, 0),
        DeliveryState::Waiting => (WebhookStanding::Enabled, failures),
        DeliveryState::GivenUp if called.is_gone() => (WebhookStanding::Gone, failures.saturating_add(1)),
        DeliveryState::GivenUp => {
            let failures = failures.saturating_add(1);
            let is_failing = failures >= FAILURES_MAX;
            (if is_failing { WebhookStanding::Failing } else { WebhookStanding::Enabled }, failures)
        }
    }
}

/// How long to wait after an attempt, in seconds: twice as long each time, and up to a quarter more by chance.
fn pause(attempts: u32, chance: u32) -> i64 {
    let pause = PAUSE_MIN.saturating_mul(1 << attempts.min(ATTEMPTS_MAX));
    pause.saturating_add(i64::from(chance) % (pause / 4).max(1))
}

/// Reads the address of a webhook.
///
/// # Errors
/// [`WebhookError::Destination`].
pub(crate) fn destination(written: &str, listed: &[ipnet::IpNet]) -> Result<Destination, WebhookError> {
    let destination = Destination::parse(written).map_err(WebhookError::Destination)?;
    destination.foresee(listed).map_err(WebhookError::Destination)?;
    Ok(destination)
}

/// What came of the last attempt of a delivery, in words; nothing if there was none.
pub(crate) fn told(delivery: &DeliveryLine) -> Option<Message> {
    let problem = delivery.problem.as_deref().map(|problem| match problem {
        "destination" => message!("delivery-destination"),
        "not-reached" => message!("delivery-not-reached"),
        "certificate" => message!("delivery-certificate"),
        "late" => message!("delivery-late"),
        "too-old" => message!("delivery-too-old"),
        "no-longer-called" => message!("delivery-no-longer-called"),
        _ => message!("delivery-not-understood"),
    });
    problem
        .or_else(|| delivery.status.map(|status| message!("delivery-answered", status = status.to_string())))
}

impl Explain for WebhookError {
    fn message(&self) -> Message {
        match self {
            Self::Destination(error) => error.message(),
            Self::EventUnknown(name) => {
                let known = EventKind::ALL.map(EventKind::as_str).join(", ");
                message!("webhook-event-unknown", name = name, known = known)
            }
            Self::EventMissing => {
                message!("webhook-event-missing", known = EventKind::ALL.map(EventKind::as_str).join(", "))
            }
            Self::Known(host) => message!("webhook-known", host = host),
            Self::TooMany => message!("webhook-too-many", most = WEBHOOKS_MAX as u64),
            Self::Unknown(named) => message!("webhook-unknown", named = named),
        }
    }
}

#[cfg(test)]
mod tests;

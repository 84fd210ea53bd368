//! Webhooks: addresses that are told what happens, and what they are told.

use std::fmt;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};
use utoipa::ToSchema;
use uuid::Uuid;

/// Numbers a webhook; never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WebhookId(pub(crate) i64);

/// Numbers a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct DeliveryId(pub(crate) i64);

/// What a webhook can be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum EventKind {
    /// A package is offered from now on.
    PackagePublished,
    /// A client says that an install came to nothing.
    InstallFailed,
    /// Somebody tries the webhook out. Nobody can ask for these.
    Test,
}

impl EventKind {
    /// Those that can be asked for.
    pub(crate) const ALL: [Self; 2] = [Self::PackagePublished, Self::InstallFailed];

    /// The event's name, on the wire and in the database.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::PackagePublished => "package.published",
            Self::InstallFailed => "install.failed",
            Self::Test => "test",
        }
    }

    /// Reads the name of an event that can be asked for.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == written)
    }
}

/// Something that happened, as webhooks are told it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    /// The event's number, the same at each attempt.
    pub(crate) id: Uuid,
    /// What it is.
    pub(crate) kind: EventKind,
    /// The JSON to send.
    pub(crate) body: String,
}

/// What deliveries are signed with. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(String);

impl Secret {
    /// Takes a secret as it was made.
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }

    /// The secret itself.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret")
    }
}

/// Whether a webhook is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum WebhookStanding {
    /// It is.
    Enabled,
    /// No longer: too many deliveries failed one after another.
    Failing,
    /// No longer: it says that it is gone for good.
    Gone,
}

impl WebhookStanding {
    /// The word in the database and on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Enabled => "enabled",
            Self::Failing => "failing",
            Self::Gone => "gone",
        }
    }

    /// Reads the word.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        [Self::Enabled, Self::Failing, Self::Gone].into_iter().find(|standing| standing.as_str() == written)
    }
}

/// How far a delivery has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum DeliveryState {
    /// It is still to be tried, or tried again.
    Waiting,
    /// The webhook took it.
    Delivered,
    /// It is not tried any more.
    GivenUp,
}

impl DeliveryState {
    /// The word in the database and on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::GivenUp => "given-up",
        }
    }

    /// Reads the word.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        [Self::Waiting, Self::Delivered, Self::GivenUp].into_iter().find(|state| state.as_str() == written)
    }
}

/// A webhook that is about to be added.
#[derive(Debug, Clone)]
pub(crate) struct NewWebhook {
    /// The address.
    pub(crate) url: String,
    /// What deliveries are signed with.
    pub(crate) secret: Secret,
    /// What it is told of.
    pub(crate) events: Vec<EventKind>,
}

/// A delivery that is due.
#[derive(Debug, Clone)]
pub(crate) struct Due {
    /// The delivery's number.
    pub(crate) id: DeliveryId,
    /// Whom it goes to.
    pub(crate) webhook: WebhookId,
    /// The address.
    pub(crate) url: String,
    /// What it is signed with.
    pub(crate) secret: Secret,
    /// What it tells.
    pub(crate) event_id: String,
    /// The name of what it tells.
    pub(crate) event: String,
    /// The JSON to send.
    pub(crate) body: String,
    /// Seconds since 1970, UTC.
    pub(crate) created_at: i64,
    /// How often it was tried.
    pub(crate) attempts: u32,
}

/// What an attempt led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Settled {
    /// How far the delivery has come.
    pub(crate) state: DeliveryState,
    /// When to try again, if it waits; seconds since 1970, UTC.
    pub(crate) next_at: i64,
    /// The status of the answer, if one came.
    pub(crate) status: Option<u16>,
    /// Why none came, or why it was given up.
    pub(crate) problem: Option<&'static str>,
}

/// A webhook as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct WebhookLine {
    /// The webhook's number.
    pub(crate) id: i64,
    /// The address.
    #[schema(max_length = 2048)]
    pub(crate) url: String,
    /// What it is told of.
    #[schema(max_items = 16)]
    pub(crate) events: Vec<String>,
    /// Whether it is called.
    pub(crate) standing: WebhookStanding,
    /// How many deliveries wait.
    pub(crate) waiting: u64,
    /// For how many events there was no room.
    pub(crate) dropped: u64,
    /// When it was added, as RFC 3339 writes it.
    pub(crate) created_at: String,
    /// When one was delivered last, as RFC 3339 writes it.
    pub(crate) delivered_at: Option<String>,
}

/// A delivery as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct DeliveryLine {
    /// The event's number, as the webhook reads it.
    pub(crate) event_id: String,
    /// What it tells.
    pub(crate) event: String,
    /// When it happened, as RFC 3339 writes it.
    pub(crate) created_at: String,
    /// How far the delivery has come.
    pub(crate) state: DeliveryState,
    /// How often it was tried.
    pub(crate) attempts: u32,
    /// When it was tried last, as RFC 3339 writes it.
    pub(crate) tried_at: Option<String>,
    /// When it is tried again, as RFC 3339 writes it.
    pub(crate) next_at: Option<String>,
    /// The status of the last answer.
    pub(crate) status: Option<u16>,
    /// Why there was none, or why it was given up.
    pub(crate) problem: Option<String>,
}

impl Explain for WebhookStanding {
    fn message(&self) -> Message {
        match self {
            Self::Enabled => message!("word-webhook-enabled"),
            Self::Failing => message!("word-webhook-failing"),
            Self::Gone => message!("word-webhook-gone"),
        }
    }
}

impl Explain for DeliveryState {
    fn message(&self) -> Message {
        match self {
            Self::Waiting => message!("word-waiting"),
            Self::Delivered => message!("word-delivered"),
            Self::GivenUp => message!("word-given-up"),
        }
    }
}

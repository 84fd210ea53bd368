//! Webhooks at the command line: from an order to an action, and to what is said of it.

use text::{Message, message};

use super::order::Order;
use crate::App;
use crate::actions::{Effect, webhooks};
use crate::error::{Error, Result};
use crate::rules::role::Actor;

/// Does what an order says about a webhook.
pub(super) async fn change(app: &App, actor: &Actor, order: Order) -> Result<Message> {
    Ok(match order {
        Order::WebhookAdd { url, events } => {
            let added = webhooks::add(app, actor, &url, &events).await?;
            message!("done-webhook-add", host = added.host, id = added.id.0, secret = added.secret.as_str())
        }
        Order::WebhookRemove { webhook } => {
            message!("done-webhook-remove", host = webhooks::remove(app, actor, &webhook).await?)
        }
        Order::WebhookEnable { webhook } => match webhooks::enable(app, actor, &webhook).await? {
            (host, Effect::Changed) => message!("done-webhook-enable", host = host),
            (host, Effect::None) => message!("done-webhook-enable-before", host = host),
        },
        Order::WebhookTest { webhook } => {
            let (host, status) = webhooks::test(app, actor, &webhook).await?;
            message!("done-webhook-test", host = host, status = status.to_string())
        }
        _ => return Err(Error::internal(std::io::Error::other("that is about no webhook"))),
    })
}

//! From an order to an action, and from what it led to, to an answer in the person's language.

use text::{Explain, Language, Message, message};
use tokio::io::AsyncRead;

use super::order::{Answer, Order};
use super::packages;
use super::perform_users::perform_users;
use crate::App;
use crate::actions::{
    self, Effect, LINES_MAX, api_tokens, audit, device_list, devices, groups, overview, permissions, reports,
    users, webhooks,
};
use crate::error::{Error, Kind, Result};
use crate::model::api_token::ApiTokenId;
use crate::model::slice::Slice;
use crate::rules::api_token::NewApiToken;
use crate::rules::role::Actor;

/// Does what an order says. `bytes` are those behind it.
pub(crate) async fn perform(
    app: &App,
    actor: &Actor,
    order: Order,
    bytes: impl AsyncRead + Send + Unpin + 'static,
    language: Language,
) -> Answer {
    let mut bytes = bytes;
    if let Some(answer) = perform_users(app, actor, &order, &mut bytes, language).await {
        return answer.unwrap_or_else(|error| refused(&error, language));
    }
    let answer = match order {
        Order::GroupList { filter } => {
            let listed = groups::list(app, actor, &filter, Slice::first(LINES_MAX)).await;
            listed.map(|listed| Answer::Groups(listed.lines))
        }
        Order::PermissionList => permissions::list(app, actor).await.map(Answer::Grants),
        Order::Branding(order) => super::brandings::answer(app, actor, *order, bytes, language).await,
        Order::Updater(order) => super::updater_package::answer(app, actor, order, language).await,
        Order::PackageList => actions::packages::list(app, actor).map(Answer::Packages),
        Order::TokenList { user } => api_tokens::list(app, actor, user.as_deref()).await.map(Answer::Tokens),
        Order::TokenCreate { user, name, scopes, days } => {
            let new = NewApiToken { name, scopes: scopes.into_iter().collect(), days };
            api_tokens::create_for(app, actor, &user, &new).await.map(|token| {
                let told = message!("done-token-create", user = user, days = days).say(language);
                Answer::DoneBut { done: token.as_str().to_owned(), warnings: vec![told] }
            })
        }
        Order::DeviceList(filter) => {
            let listed = device_list::list(app, actor, &filter, Slice::first(LINES_MAX)).await;
            listed.map(|listed| Answer::Devices(listed.lines))
        }
        Order::DeviceShow { user, device } => {
            let shown = device_list::show_named(app, actor, &user, &device).await;
            shown.map(|shown| Answer::Device(Box::new(shown)))
        }
        Order::ReportList(filter) => {
            let listed = reports::list(app, actor, &filter, Slice::first(LINES_MAX)).await;
            listed.map(|listed| Answer::Reports(listed.lines))
        }
        Order::AuditList(filter) => {
            let listed = audit::list(app, actor, &filter, Slice::first(LINES_MAX)).await;
            listed.map(|listed| Answer::Audit(listed.lines))
        }
        Order::Overview => overview::show(app, actor).await.map(|shown| Answer::Overview(Box::new(shown))),
        Order::WebhookList => webhooks::list(app, actor).await.map(Answer::Webhooks),
        Order::WebhookDeliveries { webhook } => {
            webhooks::show(app, actor, &webhook).await.map(|(_, deliveries)| Answer::Deliveries(deliveries))
        }
        Order::UserReset { name } => users::reset(app, actor, &name).await.map(|password| {
            let told = message!("done-user-reset", name = name).say(language);
            Answer::DoneBut { done: password.into(), warnings: vec![told] }
        }),
        Order::PackageAdd(order) => packages::add(app, actor, *order, bytes, language).await,
        Order::Package(verb) => packages::perform(app, actor, *verb, bytes, language).await,
        Order::PackageWithdraw { package, version } => {
            packages::withdraw(app, actor, &package, version.as_deref(), language).await
        }
        order => change(app, actor, order).await.map(|done| Answer::Done(done.say(language))),
    };
    answer.unwrap_or_else(|error| refused(&error, language))
}

fn refused(error: &Error, language: Language) -> Answer {
    error.log();
    let said = error.message().say(language);
    if error.status().is_server_error() { Answer::Failed(said) } else { Answer::Refused(said) }
}

async fn change(app: &App, actor: &Actor, order: Order) -> Result<Message> {
    Ok(match order {
        order @ (Order::UserAdd { .. }
        | Order::UserSetRole { .. }
        | Order::UserResetTotp { .. }
        | Order::UserRemove { .. }
        | Order::UserEnable { .. }
        | Order::UserDisable { .. }
        | Order::UserSetPassword { .. }) => super::users::change(app, actor, order).await?,
        order @ (Order::GroupAdd { .. }
        | Order::GroupRemove { .. }
        | Order::GroupJoin { .. }
        | Order::GroupLeave { .. }
        | Order::PermissionGrant { .. }
        | Order::PermissionRevoke { .. }) => super::groups::change(app, actor, order).await?,
        Order::DeviceRevoke { user, device } => match devices::revoke(app, actor, &user, &device).await? {
            Effect::Changed => message!("done-device-revoke", user = user, device = device),
            Effect::None => message!("done-device-revoke-before", user = user, device = device),
        },
        Order::DeviceForget { user, device } => {
            devices::forget(app, actor, &user, &device).await?;
            message!("done-device-forget", user = user, device = device)
        }
        order @ (Order::WebhookAdd { .. }
        | Order::WebhookRemove { .. }
        | Order::WebhookEnable { .. }
        | Order::WebhookTest { .. }) => super::webhooks::change(app, actor, order).await?,
        Order::TokenRevoke { id } => {
            api_tokens::revoke(app, actor, ApiTokenId(id)).await.map_err(|error| match error.kind() {
                Kind::NotFound => Kind::TokenUnknown(id).into(),
                _ => error,
            })?;
            message!("done-token-revoke", id = id.to_string())
        }
        // These are answered above.
        Order::UserReset { .. }
        | Order::TokenCreate { .. }
        | Order::TokenList { .. }
        | Order::PackageAdd(_)
        | Order::Package(_)
        | Order::PackageWithdraw { .. }
        | Order::UserList { .. }
        | Order::UserShow { .. }
        | Order::People { .. }
        | Order::UserImport { .. }
        | Order::UserCreate { .. }
        | Order::UserHandOut { .. }
        | Order::GroupList { .. }
        | Order::PermissionList
        | Order::PackageList
        | Order::Branding(_)
        | Order::Updater(_)
        | Order::DeviceList(_)
        | Order::DeviceShow { .. }
        | Order::ReportList(_)
        | Order::AuditList(_)
        | Order::Overview
        | Order::WebhookList
        | Order::WebhookDeliveries { .. }
        | Order::Backup { .. } => {
            return Err(Error::internal(std::io::Error::other("a list is no change")));
        }
    })
}

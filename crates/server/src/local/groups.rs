//! Groups and permissions at the command line: from an order to an action, and to what is said of it.

use text::{Message, message};

use super::order::Order;
use crate::App;
use crate::actions::{Effect, groups, permissions};
use crate::error::{Error, Result};
use crate::rules::role::Actor;

/// Does what an order says about a group or a permission.
pub(super) async fn change(app: &App, actor: &Actor, order: Order) -> Result<Message> {
    Ok(match order {
        Order::GroupAdd { name } => {
            groups::add(app, actor, &name).await?;
            message!("done-group-add", name = name)
        }
        Order::GroupRemove { name } => {
            groups::remove(app, actor, &name).await?;
            message!("done-group-remove", name = name)
        }
        Order::GroupJoin { group, user } => match groups::join(app, actor, &group, &user).await? {
            Effect::Changed => message!("done-group-join", group = group, user = user),
            Effect::None => message!("done-group-join-before", group = group, user = user),
        },
        Order::GroupLeave { group, user } => match groups::leave(app, actor, &group, &user).await? {
            Effect::Changed => message!("done-group-leave", group = group, user = user),
            Effect::None => message!("done-group-leave-before", group = group, user = user),
        },
        Order::PermissionGrant { holder, permission } => grant(app, actor, &holder, &permission).await?,
        Order::PermissionRevoke { holder, permission } => revoke(app, actor, &holder, &permission).await?,
        _ => return Err(Error::internal(std::io::Error::other("that is about no group"))),
    })
}

async fn grant(app: &App, actor: &Actor, holder: &str, permission: &str) -> Result<Message> {
    Ok(match permissions::grant(app, actor, holder, permission).await? {
        Effect::Changed => message!("done-permission-grant", holder = holder, permission = permission),
        Effect::None => message!("done-permission-grant-before", holder = holder, permission = permission),
    })
}

async fn revoke(app: &App, actor: &Actor, holder: &str, permission: &str) -> Result<Message> {
    Ok(match permissions::revoke(app, actor, holder, permission).await? {
        Effect::Changed => message!("done-permission-revoke", holder = holder, permission = permission),
        Effect::None => message!("done-permission-revoke-before", holder = holder, permission = permission),
    })
}

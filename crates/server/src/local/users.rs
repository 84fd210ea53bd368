//! Users at the command line: from an order to an action, and to what is said of it.

use text::{Message, message};

use super::order::Order;
use crate::App;
use crate::actions::{Effect, users};
use crate::error::{Error, Result};
use crate::model::user::Standing;
use crate::rules::role::Actor;

/// Does what an order says about a user.
pub(super) async fn change(app: &App, actor: &Actor, order: Order) -> Result<Message> {
    Ok(match order {
        Order::UserAdd { name, password, role } => {
            users::add(app, actor, &name, password, role).await?;
            message!("done-user-add", name = name)
        }
        Order::UserSetRole { name, role } => {
            let role_said = role.word();
            match users::set_role(app, actor, &name, role).await? {
                Effect::Changed => message!("done-user-set-role", name = name, role = role_said),
                Effect::None => message!("done-user-set-role-before", name = name, role = role_said),
            }
        }
        Order::UserResetTotp { name } => match users::reset_second_factor(app, actor, &name).await? {
            Effect::Changed => message!("done-user-reset-totp", name = name),
            Effect::None => message!("done-user-reset-totp-before", name = name),
        },
        Order::UserRemove { name } => {
            users::remove(app, actor, &name).await?;
            message!("done-user-remove", name = name)
        }
        Order::UserEnable { name } => set_standing(app, actor, &name, Standing::Enabled).await?,
        Order::UserDisable { name } => set_standing(app, actor, &name, Standing::Disabled).await?,
        Order::UserSetPassword { name, password } => {
            users::set_password(app, actor, &name, password).await?;
            message!("done-user-set-password", name = name)
        }
        _ => return Err(Error::internal(std::io::Error::other("that is about no user"))),
    })
}

async fn set_standing(app: &App, actor: &Actor, name: &str, standing: Standing) -> Result<Message> {
    let effect = users::set_standing(app, actor, name, standing).await?;
    Ok(match (standing, effect) {
        (Standing::Enabled, Effect::Changed) => message!("done-user-enable", name = name),
        (Standing::Enabled, Effect::None) => message!("done-user-enable-before", name = name),
        (Standing::Disabled, Effect::Changed) => message!("done-user-disable", name = name),
        (Standing::Disabled, Effect::None) => message!("done-user-disable-before", name = name),
    })
}

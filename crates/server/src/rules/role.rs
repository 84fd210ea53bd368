//! Who may do what on the server itself. Only here is an [`Actor`] made, and every action takes one.

use std::sync::Arc;

use crate::model::user::{Standing, User};

/// Who does an action. Nobody outside this file can make one.
#[derive(Debug, Clone)]
pub(crate) struct Actor(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Operator(String),
    User(Arc<User>),
}

/// What an action needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ability {
    /// To change and see users, groups, permissions, packages, reports and the audit.
    Administer,
    /// To fetch one's own catalog and its packages, and to report on installs.
    Update,
}

/// The actor lacks the ability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the actor may not {0:?}")]
pub(crate) struct NotAllowed(pub(crate) Ability);

/// Makes an actor of someone who holds the server's own files: the owner of the data folder, or root.
///
/// Whoever calls this has asked the operating system for the name, and made sure of the rest.
pub(crate) fn operator(operating_system_user: String) -> Actor {
    Actor(Kind::Operator(operating_system_user))
}

/// Makes an actor of a user whose password was verified; `None` for one who may not sign in.
pub(crate) fn signed_in(user: Arc<User>) -> Option<Actor> {
    match user.standing {
        Standing::Enabled => Some(Actor(Kind::User(user))),
        Standing::Disabled => None,
    }
}

impl Actor {
    /// Asks for an ability.
    ///
    /// # Errors
    /// [`NotAllowed`] if the actor lacks it.
    pub(crate) fn require(&self, ability: Ability) -> Result<(), NotAllowed> {
        let has = match (&self.0, ability) {
            (Kind::Operator(_), Ability::Administer) | (Kind::User(_), Ability::Update) => true,
            (Kind::Operator(_), Ability::Update) | (Kind::User(_), Ability::Administer) => false,
        };
        if has { Ok(()) } else { Err(NotAllowed(ability)) }
    }

    /// The user, where the actor is one and may update.
    ///
    /// # Errors
    /// [`NotAllowed`] for someone who is no user.
    pub(crate) fn updating_user(&self) -> Result<&Arc<User>, NotAllowed> {
        match &self.0 {
            Kind::User(user) => Ok(user),
            Kind::Operator(_) => Err(NotAllowed(Ability::Update)),
        }
    }

    /// What kind of actor this is, as the audit writes it.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.0 {
            Kind::Operator(_) => "operating-system",
            Kind::User(_) => "user",
        }
    }

    /// The actor's name, as the audit writes it.
    pub(crate) fn name(&self) -> &str {
        match &self.0 {
            Kind::Operator(name) => name,
            Kind::User(user) => user.name.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Ability::{Administer, Update};
    use super::{operator, signed_in};
    use crate::model::name::Name;
    use crate::model::user::{Standing, User, UserId};

    fn user(standing: Standing) -> Arc<User> {
        Arc::new(User {
            id: UserId(1),
            name: Name::parse("anna").unwrap(),
            standing,
            password_hash: "".into(),
            permissions: Arc::default(),
        })
    }

    #[test]
    fn who_may_what() {
        let user_actor = signed_in(user(Standing::Enabled)).unwrap();
        let operator_actor = operator("root".to_owned());
        let check = |actor: &super::Actor, ability, expected: bool| {
            assert_eq!(actor.require(ability).is_ok(), expected, "{actor:?} {ability:?}");
        };
        check(&operator_actor, Administer, true);
        check(&operator_actor, Update, false);
        check(&user_actor, Administer, false);
        check(&user_actor, Update, true);
        assert!(operator_actor.updating_user().is_err());
        assert_eq!(user_actor.updating_user().unwrap().id, UserId(1));
    }

    #[test]
    fn a_disabled_user_is_no_actor() {
        assert!(signed_in(user(Standing::Disabled)).is_none());
    }

    #[test]
    fn the_audit_can_tell_a_user_from_someone_at_the_machine() {
        let named = |actor: super::Actor| (actor.kind(), actor.name().to_owned());
        assert_eq!(named(operator("anna".to_owned())), ("operating-system", "anna".to_owned()));
        assert_eq!(named(signed_in(user(Standing::Enabled)).unwrap()), ("user", "anna".to_owned()));
    }
}

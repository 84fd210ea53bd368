//! Who may do what on the server itself. Only here is an [`Actor`] made, and every action takes one.

use std::sync::Arc;

use uuid::Uuid;

use crate::model::device::Device;
use crate::model::user::{Standing, User};

/// Who does an action. Nobody outside this file can make one.
#[derive(Debug, Clone)]
pub(crate) struct Actor(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Operator(String),
    User(Arc<User>),
    Device(Arc<User>, Arc<Device>),
}

/// What an action needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ability {
    /// To change and see users, groups, permissions, packages, reports and the audit.
    Administer,
    /// To fetch one's own catalog and its packages, to check in, and to report on installs.
    Update,
    /// To make a device known that then signs in by itself.
    Enrol,
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

/// Makes an actor of a user whose device sent its token; `None` if the user may not sign in, or has not enrolled the device.
pub(crate) fn signed_in_by_device(user: Arc<User>, device: Arc<Device>) -> Option<Actor> {
    let may = user.standing == Standing::Enabled && device.user == user.id;
    may.then_some(Actor(Kind::Device(user, device)))
}

impl Actor {
    /// Asks for an ability.
    ///
    /// # Errors
    /// [`NotAllowed`] if the actor lacks it.
    pub(crate) fn require(&self, ability: Ability) -> Result<(), NotAllowed> {
        let has = match (&self.0, ability) {
            (Kind::Operator(_), ability) => ability == Ability::Administer,
            (Kind::User(_), ability) => matches!(ability, Ability::Update | Ability::Enrol),
            // Whoever finds a token can keep what it opens, and cannot make another one of it.
            (Kind::Device(..), ability) => ability == Ability::Update,
        };
        if has { Ok(()) } else { Err(NotAllowed(ability)) }
    }

    /// The user, where the actor is one and may update.
    ///
    /// # Errors
    /// [`NotAllowed`] for someone who is no user.
    pub(crate) fn updating_user(&self) -> Result<&Arc<User>, NotAllowed> {
        match &self.0 {
            Kind::User(user) | Kind::Device(user, _) => Ok(user),
            Kind::Operator(_) => Err(NotAllowed(Ability::Update)),
        }
    }

    /// The user, where the actor is one, may update, and may tell the server about this PC: by a token only about the device
    /// that it was given to.
    ///
    /// # Errors
    /// [`NotAllowed`].
    pub(crate) fn user_speaking_for(&self, device: Uuid) -> Result<&Arc<User>, NotAllowed> {
        let may = self.device().is_none_or(|own| own.device == device);
        if may { self.updating_user() } else { Err(NotAllowed(Ability::Update)) }
    }

    /// The user, where the actor is one who signed in with the password.
    ///
    /// # Errors
    /// [`NotAllowed`].
    pub(crate) fn enrolling_user(&self) -> Result<&Arc<User>, NotAllowed> {
        self.require(Ability::Enrol)?;
        self.updating_user()
    }

    /// The device whose token was sent, if one was.
    pub(crate) fn device(&self) -> Option<&Arc<Device>> {
        match &self.0 {
            Kind::Device(_, device) => Some(device),
            Kind::Operator(_) | Kind::User(_) => None,
        }
    }

    /// What kind of actor this is, as the audit writes it.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.0 {
            Kind::Operator(_) => "operating-system",
            Kind::User(_) => "user",
            Kind::Device(..) => "device",
        }
    }

    /// The actor's name, as the audit writes it.
    pub(crate) fn name(&self) -> &str {
        match &self.0 {
            Kind::Operator(name) => name,
            Kind::User(user) | Kind::Device(user, _) => user.name.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use catalog::device::DeviceToken;
    use uuid::Uuid;

    use super::Ability::{Administer, Enrol, Update};
    use super::{operator, signed_in, signed_in_by_device};
    use crate::model::device::{Device, DeviceId, TokenHash};
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

    fn device(user: i64) -> Arc<Device> {
        Arc::new(Device {
            id: DeviceId(5),
            user: UserId(user),
            device: Uuid::from_u128(7),
            token_hash: TokenHash::of(&DeviceToken::of([1; 32])),
        })
    }

    #[test]
    fn who_may_what() {
        let user_actor = signed_in(user(Standing::Enabled)).unwrap();
        let operator_actor = operator("root".to_owned());
        let device_actor = signed_in_by_device(user(Standing::Enabled), device(1)).unwrap();
        let check = |actor: &super::Actor, ability, expected: bool| {
            assert_eq!(actor.require(ability).is_ok(), expected, "{actor:?} {ability:?}");
        };
        check(&operator_actor, Administer, true);
        check(&operator_actor, Update, false);
        check(&user_actor, Administer, false);
        check(&user_actor, Update, true);
        check(&device_actor, Administer, false);
        check(&device_actor, Update, true);
        check(&operator_actor, Enrol, false);
        check(&user_actor, Enrol, true);
        check(&device_actor, Enrol, false);
        assert!(operator_actor.enrolling_user().is_err() && device_actor.enrolling_user().is_err());
        assert_eq!(user_actor.enrolling_user().unwrap().id, UserId(1));
        assert_eq!(device_actor.updating_user().unwrap().id, UserId(1));
        assert!(operator_actor.updating_user().is_err());
        assert_eq!(user_actor.updating_user().unwrap().id, UserId(1));
    }

    #[test]
    fn a_disabled_user_is_no_actor() {
        assert!(signed_in(user(Standing::Disabled)).is_none());
        assert!(signed_in_by_device(user(Standing::Disabled), device(1)).is_none());
        assert!(signed_in_by_device(user(Standing::Enabled), device(2)).is_none(), "another user's device");
    }

    #[test]
    fn a_token_speaks_for_its_device_alone() {
        let user_actor = signed_in(user(Standing::Enabled)).unwrap();
        let device_actor = signed_in_by_device(user(Standing::Enabled), device(1)).unwrap();
        let check = |actor: &super::Actor, device: u128, expected: bool| {
            let may = actor.user_speaking_for(Uuid::from_u128(device)).is_ok();
            assert_eq!(may, expected, "{actor:?} {device}");
        };
        check(&user_actor, 7, true);
        check(&user_actor, 8, true);
        check(&device_actor, 7, true);
        check(&device_actor, 8, false);
        check(&operator("root".to_owned()), 7, false);
        assert_eq!(device_actor.device().unwrap().id, DeviceId(5));
        assert!(user_actor.device().is_none());
    }

    #[test]
    fn the_audit_can_tell_a_user_from_someone_at_the_machine() {
        let named = |actor: super::Actor| (actor.kind(), actor.name().to_owned());
        assert_eq!(named(operator("anna".to_owned())), ("operating-system", "anna".to_owned()));
        assert_eq!(named(signed_in(user(Standing::Enabled)).unwrap()), ("user", "anna".to_owned()));
    }
}
